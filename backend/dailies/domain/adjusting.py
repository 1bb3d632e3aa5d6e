"""Free local adjustments of a picture: parameters only; ``media.adjust`` does the pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

from dailies.domain.errors import InvalidInput


@dataclass(frozen=True)
class Crop:
    """What is kept of a straightened picture, as shares of it (0 to 1)."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0


WHOLE = Crop()
SMALLEST_CROP = 0.05
"""Least share of a side that a crop keeps."""


@dataclass(frozen=True)
class Adjustment:
    """How a picture is changed, from the parent take's pixels. All zero changes nothing.

    ``exposure``: stops, -4 to 4. ``contrast``, ``saturation``: -1 to 1 (-1 takes all of it). ``temperature``:
    -1 (cooler) to 1 (warmer); ``tint``: -1 (greener) to 1 (more magenta). ``straighten``: degrees clockwise,
    -45 to 45, cropped so that no corner is empty. ``flip``: left for right.
    """

    exposure: float = 0.0
    contrast: float = 0.0
    saturation: float = 0.0
    temperature: float = 0.0
    tint: float = 0.0
    straighten: float = 0.0
    flip: bool = False
    crop: Crop = WHOLE


LIMITS: dict[str, float] = {
    "exposure": 4.0,
    "contrast": 1.0,
    "saturation": 1.0,
    "temperature": 1.0,
    "tint": 1.0,
    "straighten": 45.0,
}
"""The largest value of each, either way."""


def checked_adjustment(adjustment: Adjustment) -> Adjustment:
    """The adjustment, if it can be made.

    Raises InvalidInput: ``adjustment_out_of_range``, ``crop_too_small``, ``nothing_adjusted``.
    """
    for name, limit in LIMITS.items():
        value = getattr(adjustment, name)
        if not math.isfinite(value) or abs(value) > limit:
            sentence = f"{name.capitalize()} goes from {-limit:g} to {limit:g}."
            raise InvalidInput(sentence, code="adjustment_out_of_range")
    crop = adjustment.crop
    if not (0 <= crop.left < crop.right <= 1 and 0 <= crop.top < crop.bottom <= 1):
        raise InvalidInput("A crop lies within the picture.", code="adjustment_out_of_range")
    if crop.right - crop.left < SMALLEST_CROP or crop.bottom - crop.top < SMALLEST_CROP:
        raise InvalidInput("So little is left of the picture that nothing can be seen.", code="crop_too_small")
    if adjustment == Adjustment():
        raise InvalidInput("Nothing is changed yet.", code="nothing_adjusted")
    return adjustment


def adjustment_words(adjustment: Adjustment) -> str:
    """The adjustment for people: "exposure +0.5, warmer 0.3, cropped"."""
    usual = Adjustment()
    words = []
    for field in fields(adjustment):
        value = getattr(adjustment, field.name)
        if value == getattr(usual, field.name):
            continue
        if field.name == "crop":
            words.append("cropped")
        elif field.name == "flip":
            words.append("flipped")
        else:
            words.append(f"{field.name} {value:+g}")
    return ", ".join(words)
