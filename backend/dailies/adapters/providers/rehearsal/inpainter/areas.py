"""Areas of a picture: growing them, the ring round them, and cutting out what is needed."""

from __future__ import annotations

from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

Picture: TypeAlias = npt.NDArray[np.uint8]
"""RGB, shape (h, w, 3)."""

Area: TypeAlias = npt.NDArray[np.bool_]
"""Shape (h, w); true inside."""

Field: TypeAlias = npt.NDArray[np.float32]
"""Shape (h, w) or (h, w, 3)."""

Window: TypeAlias = tuple[slice, slice]
"""Rows and columns of a part of a picture."""


def grown(area: Area, pixels: float) -> Area:
    """Everything within ``pixels`` of the area."""
    if pixels <= 0 or not area.any():
        return area
    return np.asarray(distance_from(area) <= pixels)


def distance_from(area: Area) -> Field:
    """Pixels from each place outside to the area; 0 inside."""
    return np.asarray(cv2.distanceTransform((~area).astype(np.uint8), cv2.DIST_L2, 5), np.float32)


def depth_in(area: Area) -> Field:
    """Pixels from each place inside to the area's edge; 0 outside. The picture's border is no edge."""
    padded = np.pad(area.astype(np.uint8), 1, mode="edge")
    if padded.all():
        return np.full(area.shape, 1e4, np.float32)
    return np.asarray(cv2.distanceTransform(padded, cv2.DIST_L2, 5)[1:-1, 1:-1], np.float32)


def window_round(area: Area, margin: int) -> Window:
    """The box about an area that is not empty, ``margin`` pixels wider on each side where there is room."""
    rows, columns = np.flatnonzero(area.any(axis=1)), np.flatnonzero(area.any(axis=0))
    return (
        slice(max(0, int(rows[0]) - margin), int(rows[-1]) + 1 + margin),
        slice(max(0, int(columns[0]) - margin), int(columns[-1]) + 1 + margin),
    )


def ring_round(mask: Area, reach: float, barred: Area | None = None) -> Area:
    """What lies outside a mask within ``reach`` pixels and is not barred; everything outside if that is nothing."""
    away = distance_from(mask)
    ring = (away > 3) & (away <= reach)
    if barred is not None:
        ring &= ~barred
    return np.asarray(ring if ring.sum() >= 64 else ~mask)
