"""Learned scorers: trained weights that lie in a folder, run on this machine."""
