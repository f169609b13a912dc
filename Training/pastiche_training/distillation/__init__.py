"""The perceptual network of the program: small, and learnt from the large one."""
