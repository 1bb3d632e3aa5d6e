"""Technical measures of a picture that need no trained weights, and one number over what was measured.

None says whether a picture is good. Each names its source; ``technique`` is the mean of their marks.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from dailies.domain.project import Score
from dailies.media.naturalness import niqe
from dailies.media.planes import Plane

LEAST_LIGHT, MOST_LIGHT = 6.0, 45.0
"""Mean luminance in per cent of white between which a picture is neither dark nor blown."""

NO_LIGHT, ALL_LIGHT = 0.3, 95.0
"""Mean luminance that gets no marks, dark and blown. Down from ``LEAST_LIGHT`` each stop costs the same."""

BLUR_FULL, BLUR_ZERO = 0.35, 0.8
"""Blur of sharp photographs, and of those blurred by 3 pixels."""

REBLUR = 9
"""Pixels over which a picture is blurred again to see what that changes (Crete et al. 2007)."""

CLIPPED_ZERO = 20.0
"""Per cent of clipped pixels that gets no marks."""

NOISE_ZERO = 12.0
"""Noise, in levels of 255, that gets no marks."""

BLOCKS_ZERO = 3.0
"""Jumps at block borders, over those between them, that get no marks; 1 is none."""

NATURAL_FULL, NATURAL_ZERO = 4.0, 16.0
HUNDRED = "0 to 100"


@dataclass(frozen=True)
class Mark:
    """A measure, and its mark from 0 to 100; None where it says nothing about quality by itself."""

    score: Score
    mark: float | None


def technical_scores(rgb: Plane) -> tuple[Score, ...]:
    """Every measure, and their mean under the name Technique. ``rgb``: sRGB, shape (h, w, 3)."""
    luma = np.asarray(cv2.cvtColor(np.ascontiguousarray(rgb), cv2.COLOR_RGB2GRAY), np.uint8)
    marks = (
        exposure(rgb),
        blur(luma),
        clipping(luma),
        contrast(luma),
        colourfulness(rgb),
        noise(luma),
        blockiness(luma),
        naturalness(luma),
    )
    return (technique(marks), *(mark.score for mark in marks))


def technique(marks: tuple[Mark, ...]) -> Score:
    """The mean of the marks there are."""
    counted = [(mark.score.name, mark.mark) for mark in marks if mark.mark is not None]
    if not counted:
        return Score("Technique", None, HUNDRED, "Nothing of it could be measured.")
    mean = sum(mark for _, mark in counted) / len(counted)
    names = ", ".join(f"{name.lower()} {mark:.0f}" for name, mark in counted)
    return Score("Technique", round(mean, 1), HUNDRED, f"Measured here: the mean of {names}.")


def exposure(rgb: Plane) -> Mark:
    """How light a picture is. ``rgb``: sRGB, shape (h, w, 3)."""
    value = np.arange(256) / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    means = [float(linear @ np.bincount(rgb[..., each].ravel(), minlength=256)) for each in range(3)]
    luma = (0.2126 * means[0] + 0.7152 * means[1] + 0.0722 * means[2]) / (rgb.shape[0] * rgb.shape[1])
    method = "Measured here: mean luma in linear light (BT.709) as per cent of white; 18 is middle grey."
    mark = _mark(100 * luma, MOST_LIGHT, ALL_LIGHT)
    if 100 * luma < LEAST_LIGHT:
        stops = math.log2(LEAST_LIGHT / max(100 * luma, NO_LIGHT)) / math.log2(LEAST_LIGHT / NO_LIGHT)
        mark = round(100 * (1 - stops), 1)
    return Mark(Score("Exposure", round(100 * luma, 1), "0 to 100", method), mark)


def blur(luma: Plane) -> Mark:
    """The perceptual blur of Crete, Dolmiere, Ladret and Nicolas 2007: how little a picture changes when it is blurred
    again. What it shows hardly matters; grain counts as detail."""
    plane = luma.astype(np.float32)
    values = []
    for axis, size in ((0, (1, REBLUR)), (1, (REBLUR, 1))):
        again = np.asarray(cv2.blur(plane, size), np.float32)
        before, after = np.abs(np.diff(plane, axis=axis)), np.abs(np.diff(again, axis=axis))
        total = float(before.sum())
        if total:
            values.append((total - float(np.maximum(0, before - after).sum())) / total)
    scale = "0 to 1, lower is sharper"
    if not values:
        return Mark(Score("Blur", None, scale, "Not measured: the picture is of one colour."), None)
    method = "Measured here (Crete et al. 2007): the share of its variation that a picture keeps when blurred again."
    return Mark(Score("Blur", round(max(values), 3), scale, method), _mark(max(values), BLUR_FULL, BLUR_ZERO))


def clipping(luma: Plane) -> Mark:
    """Pixels that are quite black or quite white."""
    share = 100 * float(((luma <= 2) | (luma >= 253)).mean())
    method = f"Measured here: per cent of pixels at the ends of the range; {CLIPPED_ZERO:g} gets no marks."
    return Mark(
        Score("Clipping", round(share, 2), "0 to 100 %, lower is better", method), _mark(share, 0, CLIPPED_ZERO)
    )


def contrast(luma: Plane) -> Mark:
    """Root mean square contrast (Peli 1990)."""
    value = 100 * float(luma.std()) / 127.5
    method = "Measured here: standard deviation of luma as per cent of its most (RMS contrast, Peli 1990)."
    return Mark(Score("Contrast", round(value, 1), HUNDRED, method), min(100.0, 100 * value / 30))


def colourfulness(rgb: Plane) -> Mark:
    """Hasler and Suesstrunk's measure. A grey picture is not worse, so it gets no mark."""
    red, green, blue = (rgb[..., channel].astype(np.float32) for channel in range(3))
    first, second = red - green, (red + green) / 2 - blue
    spread = math.hypot(float(first.std()), float(second.std()))
    value = spread + 0.3 * math.hypot(float(first.mean()), float(second.mean()))
    method = "Measured here (Hasler and Suesstrunk 2003): 15 slightly, 45 quite, 82 highly colourful."
    return Mark(Score("Colourfulness", round(value, 1), "0 and up", method), None)


def noise(luma: Plane) -> Mark:
    """Immerkaer's estimate of the standard deviation of noise."""
    height, width = luma.shape
    if min(height, width) < 3:
        return Mark(Score("Noise", None, "0 and up, lower is better", "The picture is too small."), None)
    kernel = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
    residue = np.abs(cv2.filter2D(luma.astype(np.float32), -1, kernel))[1:-1, 1:-1]
    value = float(residue.sum()) * math.sqrt(math.pi / 2) / (6 * (width - 2) * (height - 2))
    method = "Measured here (Immerkaer 1996): deviation in levels of 255. Fine texture counts as noise."
    return Mark(Score("Noise", round(value, 2), "0 and up, lower is better", method), _mark(value, 0, NOISE_ZERO))


def blockiness(luma: Plane) -> Mark:
    """Jumps at every eighth column and row, over those beside them (after Wang, Sheikh, Bovik 2002)."""
    plane = luma.astype(np.float32)
    ratios = []
    for axis in (0, 1):
        jumps = np.abs(np.diff(plane, axis=axis)).mean(axis=1 - axis)
        at_borders = jumps[7::8]
        inside = np.delete(jumps, np.arange(7, len(jumps), 8))
        if len(at_borders) and len(inside):
            ratios.append((float(at_borders.mean()) + 0.5) / (float(inside.mean()) + 0.5))
    if not ratios:
        return Mark(Score("Blocks", None, "1 and up, lower is better", "The picture is too small."), None)
    value = sum(ratios) / len(ratios)
    method = "Measured here: jumps at the borders of 8 x 8 blocks over those inside (after Wang et al. 2002)."
    return Mark(Score("Blocks", round(value, 3), "1 and up, lower is better", method), _mark(value, 1.0, BLOCKS_ZERO))


def naturalness(luma: Plane) -> Mark:
    """NIQE."""
    scale = "0 and up, lower is better"
    value = niqe(luma)
    if value is None:
        return Mark(Score("Naturalness", None, scale, "The picture is too small for it."), None)
    method = "Measured here: NIQE (Mittal et al. 2013), the distance from photographs. Compare takes, not styles."
    return Mark(Score("Naturalness", round(value, 2), scale, method), _mark(value, NATURAL_FULL, NATURAL_ZERO))


def _mark(value: float, full: float, zero: float) -> float:
    """100 at ``full`` and less, 0 at ``zero`` and more, straight between."""
    return round(100 * min(1.0, max(0.0, (zero - value) / (zero - full))), 1)
