"""Vendors of text, images and video, independent of each other."""
