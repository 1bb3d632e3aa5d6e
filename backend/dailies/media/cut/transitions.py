"""One picture becoming another."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from dailies.media.cut.film import Direction, Join
from dailies.media.planes import BLACK, NEUTRAL, WHITE, Plane, unpacked

SOFT_EDGE = 0.06
"""Width of a wipe's edge as a share of the way it goes."""


def blended(join: Join, leaving: Plane, coming: Plane, step: int, steps: int) -> Plane:
    """A frame of a transition, packed as the two are. ``step``: from 0 to ``steps`` - 1."""
    share = (step + 1) / (steps + 1)
    if join.transition in ("dip to black", "dip to white"):
        return _dipped(leaving, coming, share, steps, BLACK if join.transition == "dip to black" else WHITE)
    if join.transition == "wipe":
        return _wiped(leaving, coming, share, join.direction)
    if join.transition == "push":
        return _pushed(leaving, coming, share * share * (3 - 2 * share), join.direction)
    return cv2.addWeighted(leaving, 1 - share, coming, share, 0).astype(np.uint8, copy=False)


def _dipped(leaving: Plane, coming: Plane, share: float, steps: int, luma: int) -> Plane:
    # The two frames in the middle are nothing but the colour, however short the dip is.
    depth = min(1.0, (1 - abs(2 * share - 1)) * (steps + 1) / steps)
    frame = (leaving if share < 0.5 else coming).copy()
    planes = unpacked(frame)
    for plane, level in ((planes.y, luma), (planes.u, NEUTRAL), (planes.v, NEUTRAL)):
        cv2.convertScaleAbs(plane, dst=plane, alpha=1 - depth, beta=level * depth)
    return frame


def _wiped(leaving: Plane, coming: Plane, share: float, direction: Direction) -> Plane:
    """An edge goes over the picture; before it the old one, behind it the new."""
    frame = leaving.copy()
    for into, new in zip(_planes(frame), _planes(coming), strict=True):
        across = direction in ("left", "right")
        way = into.shape[1] if across else into.shape[0]
        place = (np.arange(way, dtype=np.float32) + 0.5) / way
        if direction in ("left", "up"):
            place = 1 - place
        edge = share * (1 + SOFT_EDGE)
        cover = np.clip((edge - place) / np.float32(SOFT_EDGE), 0, 1)
        cover = cover * cover * (3 - 2 * cover)
        weight = cover[None, :] if across else cover[:, None]
        into[:] = np.rint(into + (new.astype(np.float32) - into) * weight).astype(np.uint8)
    return frame


def _pushed(leaving: Plane, coming: Plane, share: float, direction: Direction) -> Plane:
    """The new picture shoves the old one out."""
    frame = np.empty_like(leaving)
    axis = 1 if direction in ("left", "right") else 0
    # Whole pixels of chroma, so that colour stays on its place.
    moved_half = round(share * unpacked(frame).u.shape[axis])
    for into, old, new in zip(_planes(frame), _planes(leaving), _planes(coming), strict=True):
        moved = moved_half * (into.shape[axis] // unpacked(frame).u.shape[axis])
        if axis:
            into, old, new = into.T, old.T, new.T
        rest = into.shape[0] - moved
        if direction in ("left", "up"):
            into[:rest], into[rest:] = old[moved:], new[:moved]
        else:
            into[:moved], into[moved:] = new[rest:], old[:rest]
    return frame


def _planes(frame: Plane) -> Sequence[Plane]:
    planes = unpacked(frame)
    return planes.y, planes.u, planes.v
