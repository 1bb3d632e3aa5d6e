"""Replicate's HTTP interface."""
