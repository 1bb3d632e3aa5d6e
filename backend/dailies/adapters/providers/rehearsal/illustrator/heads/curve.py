"""Soft outlines: splines rounder than those of made things, for skin, hair and cloth."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import skia

from dailies.adapters.providers.rehearsal.illustrator.shapes import Point

_HANDLE = 0.185
_REACH = 0.42


def points(text: str) -> list[Point]:
    """Outline points from "x,y x,y x,y,1": a third value marks a corner."""
    return [tuple(float(value) for value in pair.split(",")) for pair in text.split()]


def soft(outline: Sequence[Point], closed: bool = True) -> skia.Path:
    """A round outline through the points; a third value on a point makes it a corner."""
    return skia.Path(_soft(tuple(outline), closed))


@lru_cache(maxsize=1024)
def _soft(outline: tuple[Point, ...], closed: bool) -> skia.Path:
    count = len(outline)
    path = skia.Path()
    path.moveTo(outline[0][0], outline[0][1])
    for i in range(count if closed else count - 1):
        j = (i + 1) % count
        start, stop = outline[i], outline[j]
        reach = math.hypot(stop[0] - start[0], stop[1] - start[1]) * _REACH
        out, into = _handle(outline, i, closed, reach), _handle(outline, j, closed, reach)
        path.cubicTo(start[0] + out[0], start[1] + out[1], stop[0] - into[0], stop[1] - into[1], stop[0], stop[1])
    if closed:
        path.close()
    return path


def _handle(outline: tuple[Point, ...], i: int, closed: bool, reach: float) -> tuple[float, float]:
    if len(outline[i]) > 2 or (not closed and i in (0, len(outline) - 1)):
        return 0.0, 0.0
    after, before = outline[(i + 1) % len(outline)], outline[i - 1]
    x, y = (after[0] - before[0]) * _HANDLE, (after[1] - before[1]) * _HANDLE
    length = math.hypot(x, y)
    scale = min(1.0, reach / length) if length > 0 else 0.0
    return x * scale, y * scale
