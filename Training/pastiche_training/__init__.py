"""How the style library came to be: the style network in PyTorch and the tools around it."""
