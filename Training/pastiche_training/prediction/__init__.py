"""Guessing the gamma and beta of a picture that was never learnt (Ghiasi et al. 2017)."""
