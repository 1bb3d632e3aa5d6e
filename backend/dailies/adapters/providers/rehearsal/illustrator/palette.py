"""Palette words of a prompt or note, as a grade of the whole picture and as two colours for darks and lights."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from dailies.adapters.providers.rehearsal.illustrator.colour import NAMED, Colour, srgb
from dailies.adapters.providers.rehearsal.illustrator.finish import Grade
from dailies.adapters.providers.rehearsal.illustrator.painter import Pixels

_WORDS: tuple[tuple[str, dict[str, float]], ...] = (
    (r"pastel", {"saturation": 0.78, "exposure": 0.2, "contrast": 0.92}),
    (r"muted|desaturated|faded|washed[- ]out", {"saturation": 0.66}),
    (r"vivid|saturated|vibrant|colou?rful|neon|technicolou?r", {"saturation": 1.3}),
    (r"monochrome|black[- ]and[- ]white|greyscale|grayscale", {"saturation": 0.0}),
    (r"sepia", {"saturation": 0.35, "warmth": 0.8}),
    (r"warm (?:palette|colou?rs?|tones?|light)", {"warmth": 0.45}),
    (r"cold (?:palette|colou?rs?|tones?|light)|cool (?:palette|colou?rs?|tones?|light)", {"warmth": -0.45}),
    (r"high[- ]contrast|hard contrast", {"contrast": 1.2}),
    (r"low[- ]contrast|soft contrast", {"contrast": 0.86}),
    (r"low[- ]key", {"exposure": -0.35, "contrast": 1.12}),
    (r"high[- ]key", {"exposure": 0.35}),
)
_SUMS = ("exposure", "warmth")


def grade_in(text: str, base: Grade | None = None) -> Grade:
    """What palette words ask of the whole picture."""
    grade, low = base or Grade(), text.lower()
    for pattern, steps in _WORDS:
        if not re.search(rf"\b(?:{pattern})\b", low):
            continue
        for name, step in steps.items():
            old = getattr(grade, name)
            grade = replace(grade, **{name: old + step if name in _SUMS else old * step})
    return grade


def toned(pixels: Pixels, text: str) -> Pixels:
    """The picture (RGB) with its darks and lights drawn towards the colours that palette words name."""
    pair = duotone_in(text)
    if pair is None:
        return pixels
    rows = np.array([srgb((0.30, pair[0][1], pair[0][2])), srgb((0.80, pair[1][1], pair[1][2]))], np.float32)
    grey = np.array([srgb((0.30, 0.0, 0.0)), srgb((0.80, 0.0, 0.0))], np.float32)
    shift = (rows - grey) * 0.55
    level = np.linspace(0, 1, 256, dtype=np.float32)[:, None]
    table = shift[0] * (1 - level) * np.minimum(1, level * 4) + shift[1] * level * np.minimum(1, (1 - level) * 4)
    luma = pixels @ np.array([0.299, 0.587, 0.114], np.float32)
    done: Pixels = np.clip(pixels + table[luma.astype(np.uint8)], 0, 255).astype(np.uint8)
    return done


def duotone_in(text: str) -> tuple[Colour, Colour] | None:
    """Two colours that a palette names ("teal and orange"): for the darks and for the lights; or None."""
    found = [NAMED[word] for word in re.findall(r"[a-z]+", text.lower()) if word in NAMED]
    if not found:
        return None
    pair = found[:2] if len(found) > 1 else [found[0], found[0]]
    dark, light = sorted(pair, key=lambda colour: colour[0])
    return dark, light
