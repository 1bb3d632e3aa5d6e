"""Clips made one by one differ a little in light and tint; this pulls those that are alike together.

Each clip is moved toward the mean of the clips that resemble it, weighted by how much they do, as a bilateral
filter does with pixels: a night scene is never pulled toward the day scene it is cut against.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from dailies.media.cut.film import Film, Placed
from dailies.media.cut.readers import reader_of
from dailies.media.planes import Plane, unpacked

SAMPLES = 5
SMALL = (96, 54)
ALIKE = 22.0
"""Distance, in levels, at which a clip counts a third of one that is the same."""
STRENGTH = 0.75
MOST_SHIFT, MOST_TINT = 14.0, 7.0
"""Levels of 255 that luma and chroma are moved by at most."""
MOST_CONTRAST = 0.12


@dataclass(frozen=True)
class Look:
    """A clip's light and tint: medians of luma and chroma, and the spread of luma between its 10th and 90th
    hundredth, all in levels."""

    light: float
    spread: float
    u: float
    v: float


@dataclass(frozen=True)
class Grade:
    """Tables of 256 levels for luma and both chromas."""

    y: Plane
    u: Plane
    v: Plane

    def applied(self, frame: Plane) -> Plane:
        """A packed frame, graded; the one given is not changed."""
        out = np.empty_like(frame)
        for table, plane, into in zip((self.y, self.u, self.v), _planes(frame), _planes(out), strict=True):
            cv2.LUT(plane, table, dst=into)
        return out


def grades_of(film: Film, clips: Sequence[Placed]) -> tuple[Grade | None, ...]:
    """The grade of each clip; None where it needs none. Raises DailiesError ``film_unreadable``."""
    if not film.match_colour or len(clips) < 2:
        return (None,) * len(clips)
    looks = [_look(film, placed) for placed in clips]
    return tuple(_grade(look, _wanted(look, looks)) for look in looks)


def _look(film: Film, placed: Placed) -> Look:
    reader = reader_of(placed.clip.path, film.width, film.height, film.fps)
    try:
        moments = [placed.start + round(placed.length * (each + 0.5) / SAMPLES) for each in range(SAMPLES)]
        planes = [unpacked(reader.frame(placed.source(moment))) for moment in moments]
    finally:
        reader.close()
    small = [
        np.concatenate([cv2.resize(plane, SMALL, interpolation=cv2.INTER_AREA).ravel() for plane in each])
        for each in ([one.y for one in planes], [one.u for one in planes], [one.v for one in planes])
    ]
    low, light, high = np.percentile(small[0], (10, 50, 90))
    return Look(float(light), float(high - low), float(np.median(small[1])), float(np.median(small[2])))


def _wanted(look: Look, looks: Sequence[Look]) -> Look:
    """The mean of all looks, weighted by likeness."""
    weights = np.array([np.exp(-((_distance(look, other) / ALIKE) ** 2)) for other in looks])
    table = np.array([(other.light, other.spread, other.u, other.v) for other in looks])
    return Look(*(float(value) for value in weights @ table / weights.sum()))


def _distance(one: Look, two: Look) -> float:
    # Tint is seen sooner than light.
    return float(np.hypot(one.light - two.light, 2 * np.hypot(one.u - two.u, one.v - two.v)))


def _grade(look: Look, wanted: Look) -> Grade | None:
    shift = float(np.clip((wanted.light - look.light) * STRENGTH, -MOST_SHIFT, MOST_SHIFT))
    tints = [
        float(np.clip((there - here) * STRENGTH, -MOST_TINT, MOST_TINT))
        for here, there in ((look.u, wanted.u), (look.v, wanted.v))
    ]
    ratio = (wanted.spread + 8) / (look.spread + 8)
    contrast = float(np.clip(1 + (ratio - 1) * STRENGTH, 1 - MOST_CONTRAST, 1 + MOST_CONTRAST))
    if max(abs(shift), *map(abs, tints)) < 0.5 and abs(contrast - 1) < 0.01:
        return None
    level = np.arange(256, dtype=np.float64)
    # Black and white stay where they are: only what lies between moves, most in the middle.
    inside = np.clip((level - 16) / 219, 0, 1)
    room = 4 * inside * (1 - inside)
    luma = level + (shift + (level - look.light) * (contrast - 1)) * np.sqrt(room)
    # A table that went down would turn light into dark.
    luma = np.maximum.accumulate(luma)
    return Grade(_table(luma, 16, 235), *(_table(level + tint, 16, 240) for tint in tints))


def _table(values: npt.NDArray[np.float64], low: int, high: int) -> Plane:
    return np.clip(np.rint(values), low, high).astype(np.uint8)


def _planes(frame: Plane) -> tuple[Plane, Plane, Plane]:
    planes = unpacked(frame)
    return planes.y, planes.u, planes.v
