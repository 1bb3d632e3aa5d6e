"""Sound as arrays."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Sound: TypeAlias = npt.NDArray[np.float32]
"""Shape (2, n): left and right, -1 to 1."""

RATE = 48_000
"""Samples a second of every sound here."""


def silence(seconds: float) -> Sound:
    """Nothing, for exactly ``round(seconds * 48000)`` samples."""
    return np.zeros((2, round(seconds * RATE)), np.float32)


def decibels(level: float) -> float:
    """What samples are multiplied by for a gain in decibels."""
    return float(10 ** (level / 20))
