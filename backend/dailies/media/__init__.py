"""Pixels, frames and files: clips, the cut, captions, documents."""
