"""Dailies: an interactive AI video studio."""
