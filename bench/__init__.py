"""Measurements of the rehearsal artists. Each module but the first two exposes ``measure() -> dict``."""
