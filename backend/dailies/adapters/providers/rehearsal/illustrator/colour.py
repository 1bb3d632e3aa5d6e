"""Colours in OKLCH: lightness 0-1, chroma 0-0.37, hue in degrees. Björn Ottosson's OKLab, 2020."""

from __future__ import annotations

import math
from functools import lru_cache

Colour = tuple[float, float, float]


@lru_cache(maxsize=8192)
def srgb(colour: Colour) -> tuple[int, int, int]:
    """The colour as 8-bit sRGB, clipped to the gamut."""
    lightness, chroma, hue = colour
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
    return (
        _byte(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        _byte(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        _byte(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
    )


def _byte(linear: float) -> int:
    if linear <= 0:
        return 0
    encoded = 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
    return int(min(1.0, encoded) * 255 + 0.5)


@lru_cache(maxsize=16384)
def mix(first: Colour, second: Colour, share: float) -> Colour:
    """``share`` 0 gives the first colour, 1 the second; the way between is straight in OKLab."""
    keep = 1 - share
    lightness = first[0] * keep + second[0] * share
    a = _a(first) * keep + _a(second) * share
    b = _b(first) * keep + _b(second) * share
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _a(colour: Colour) -> float:
    return colour[1] * math.cos(math.radians(colour[2]))


def _b(colour: Colour) -> float:
    return colour[1] * math.sin(math.radians(colour[2]))


def lighter(colour: Colour, amount: float) -> Colour:
    """The colour with its lightness raised (or, below zero, lowered) by ``amount``."""
    return min(0.98, max(0.04, colour[0] + amount)), colour[1], colour[2]


NAMED: dict[str, Colour] = {
    "red": (0.56, 0.18, 27),
    "crimson": (0.48, 0.18, 22),
    "scarlet": (0.58, 0.20, 30),
    "coral": (0.66, 0.16, 28),
    "pink": (0.76, 0.11, 5),
    "orange": (0.70, 0.16, 52),
    "rust": (0.50, 0.12, 42),
    "amber": (0.76, 0.15, 72),
    "yellow": (0.80, 0.15, 88),
    "mustard": (0.70, 0.13, 85),
    "gold": (0.75, 0.12, 85),
    "golden": (0.76, 0.11, 82),
    "green": (0.52, 0.11, 150),
    "olive": (0.50, 0.07, 115),
    "mint": (0.82, 0.07, 165),
    "emerald": (0.55, 0.13, 160),
    "teal": (0.52, 0.08, 195),
    "turquoise": (0.70, 0.10, 195),
    "blue": (0.52, 0.12, 255),
    "navy": (0.32, 0.07, 262),
    "indigo": (0.38, 0.11, 275),
    "purple": (0.46, 0.13, 305),
    "violet": (0.52, 0.13, 295),
    "lilac": (0.74, 0.08, 305),
    "lavender": (0.76, 0.07, 295),
    "magenta": (0.58, 0.19, 345),
    "burgundy": (0.36, 0.11, 18),
    "maroon": (0.36, 0.10, 22),
    "brown": (0.42, 0.07, 50),
    "chestnut": (0.40, 0.08, 42),
    "tan": (0.68, 0.08, 70),
    "camel": (0.68, 0.09, 70),
    "beige": (0.80, 0.05, 80),
    "cream": (0.92, 0.035, 88),
    "ivory": (0.93, 0.025, 90),
    "white": (0.93, 0.01, 90),
    "silver": (0.80, 0.012, 240),
    "grey": (0.58, 0.012, 250),
    "gray": (0.58, 0.012, 250),
    "charcoal": (0.33, 0.015, 260),
    "black": (0.24, 0.015, 265),
    "ginger": (0.62, 0.13, 52),
    "blond": (0.80, 0.09, 85),
    "blonde": (0.80, 0.09, 85),
    "copper": (0.56, 0.12, 48),
    "brass": (0.72, 0.11, 80),
    "sky": (0.74, 0.08, 235),
    "steel": (0.62, 0.025, 240),
}
"""Colour words of descriptions and notes."""
