"""Limits of vendors, shared by all that call them."""
