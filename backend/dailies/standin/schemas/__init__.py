"""Schemas as the vendors publish them."""
