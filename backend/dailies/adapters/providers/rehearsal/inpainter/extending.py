"""Continuing a picture past its edges."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from dailies.adapters.providers.rehearsal.inpainter.areas import Area, Picture
from dailies.adapters.providers.rehearsal.inpainter.surroundings import LEVEL, Recipe, filled

Told = Callable[[float], None]


def extended(picture: Picture, mask: Area, barred: Area, seed: int, told: Told) -> Picture:
    """The picture with the mask, which touches its border, filled by going on with what is there.

    Candidates by seed: patches from near, patches from anywhere, the picture mirrored, patches from less near.
    Raises ValueError when nothing is left to go on with.
    """
    kind = seed % 4
    if kind == 2 and not mask.all():
        told(0.5)
        return mirrored(picture, mask)
    reach = {0: 160, 1: 0, 2: 160, 3: 320}[kind]
    # Sideways, ground, horizon and sky go on at their height; upwards and downwards there is no height to keep.
    sideways = bool((~mask).any(axis=1).all())
    return filled(picture, mask, barred, Recipe("patches", reach, seed, LEVEL if sideways else 0.0), told)


def mirrored(picture: Picture, mask: Area) -> Picture:
    """What is known, mirrored at its box's edges into the mask; what is left of the mask is filled by flow."""
    rows, columns = np.flatnonzero((~mask).any(axis=1)), np.flatnonzero((~mask).any(axis=0))
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    height, width = mask.shape
    known: Picture = picture[top:bottom, left:right]
    hole = mask[top:bottom, left:right]
    if hole.any():
        known = np.asarray(cv2.inpaint(np.ascontiguousarray(known), hole.astype(np.uint8), 3, cv2.INPAINT_NS), np.uint8)
    wide = cv2.copyMakeBorder(
        known, int(top), int(height - bottom), int(left), int(width - right), cv2.BORDER_REFLECT_101
    )
    return np.asarray(np.where(mask[..., None], wide, picture).astype(np.uint8))
