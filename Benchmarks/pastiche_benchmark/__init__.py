"""Pastiche's engine beside others, on the same network, picture, threads and machine."""
