"""One stream of chance per element and purpose, so that a change in one thing moves no other."""

from __future__ import annotations

import hashlib

import numpy as np


def stream(*keys: object) -> np.random.Generator:
    """A generator that depends on the keys alone, on every machine and in every run."""
    return np.random.default_rng(number(*keys))


def number(*keys: object) -> int:
    """A whole number, 0 to 2**64-1, that depends on the keys alone."""
    text = "\x1f".join(str(key) for key in keys)
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")
