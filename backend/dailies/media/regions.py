"""Smart select without a trained model: GrabCut from points and a box at a small size, edges refined at full size.

GrabCut: Rother, Kolmogorov, Blake 2004 (OpenCV's). The guided filter that carries its answer to the picture's own
edges: He, Sun, Tang 2013.
"""

from __future__ import annotations

import cv2
import numpy as np

from dailies.domain.inpainting import Box
from dailies.media.inpainting.masks import Mask
from dailies.media.planes import Plane

WORK_SIDE = 320
"""Longest side in pixels at which regions are found: a quarter of a second on one core."""

ROUNDS = 2
POINT_RADIUS = 4
"""Pixels around a point, at the working size, that are certain."""

REACH = 0.35
"""Share of the working side around points beyond which nothing is taken, where no box was drawn."""

FILTER_RADIUS = 2
"""Pixels at the working size within which a border may move to the picture's own edge."""

EPSILON = 1e-3
Points = tuple[tuple[float, float, bool], ...]


def find_region(picture: Plane, points: Points, box: Box | None) -> Mask:
    """A mask of the thing at the points, or inside the box. ``points``: x, y in pixels, and whether it belongs to
    the thing; ``picture``: sRGB, shape (h, w, 3)."""
    height, width = picture.shape[:2]
    scale = min(1.0, WORK_SIDE / max(width, height))
    size = (max(8, round(width * scale)), max(8, round(height * scale)))
    small = np.asarray(cv2.resize(np.ascontiguousarray(picture), size, interpolation=cv2.INTER_AREA), np.uint8)
    guess = _guess(small, points, box, scale)
    if not (guess == cv2.GC_PR_BGD).any() and not (guess == cv2.GC_BGD).any():
        return np.full((height, width), 255, np.uint8)
    background, foreground = np.zeros((1, 65)), np.zeros((1, 65))
    # OpenCV draws random starting clusters: the same question must get the same answer.
    cv2.setRNGSeed(7)
    cv2.grabCut(small, guess, (0, 0, 1, 1), background, foreground, ROUNDS, cv2.GC_INIT_WITH_MASK)
    found = np.isin(guess, (cv2.GC_FGD, cv2.GC_PR_FGD))
    return _at_full_size(picture, _connected(found, points, scale))


def _guess(small: Plane, points: Points, box: Box | None, scale: float) -> Mask:
    height, width = small.shape[:2]
    if box is not None:
        guess = np.full((height, width), cv2.GC_BGD, np.uint8)
        left, top = max(0, int(box.left * scale)), max(0, int(box.top * scale))
        right, bottom = int(np.ceil(box.right * scale)), int(np.ceil(box.bottom * scale))
        guess[top:bottom, left:right] = cv2.GC_PR_FGD
    else:
        guess = np.full((height, width), cv2.GC_BGD, np.uint8)
        reach = round(REACH * max(width, height))
        for x, y, add in points:
            if add:
                cv2.circle(guess, (round(x * scale), round(y * scale)), reach, cv2.GC_PR_BGD, cv2.FILLED)
        for x, y, add in points:
            if add:
                _like(small, guess, round(x * scale), round(y * scale))
    for x, y, add in points:
        value = cv2.GC_FGD if add else cv2.GC_BGD
        cv2.circle(guess, (round(x * scale), round(y * scale)), POINT_RADIUS, value, cv2.FILLED)
    return guess


def _like(small: Plane, guess: Mask, x: int, y: int) -> None:
    """What is near a point and of its colour is probably part of the thing."""
    height, width = small.shape[:2]
    x, y = min(width - 1, max(0, x)), min(height - 1, max(0, y))
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB)
    flooded = np.zeros((height + 2, width + 2), np.uint8)
    flags = 4 | cv2.FLOODFILL_MASK_ONLY | (255 << 8)
    cv2.floodFill(lab, flooded, (x, y), 0, (14, 8, 8), (14, 8, 8), flags)
    near = (flooded[1:-1, 1:-1] > 0) & (guess == cv2.GC_PR_BGD)
    guess[near] = cv2.GC_PR_FGD


def _connected(found: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], points: Points, scale: float) -> Mask:
    """Of several pieces those that hold a point; without points the largest, and what is a tenth of it."""
    mask = found.astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    if count <= 2:
        return np.asarray(mask * 255, np.uint8)
    height, width = mask.shape
    wanted = {
        int(labels[min(height - 1, max(0, round(y * scale))), min(width - 1, max(0, round(x * scale)))])
        for x, y, add in points
        if add
    } - {0}
    if not wanted:
        areas = stats[1:, cv2.CC_STAT_AREA]
        wanted = {label for label in range(1, count) if stats[label, cv2.CC_STAT_AREA] >= areas.max() / 10}
    return np.where(np.isin(labels, list(wanted)), 255, 0).astype(np.uint8)


def _at_full_size(picture: Plane, mask: Mask) -> Mask:
    """The mask at the picture's size, its border drawn to the picture's edges."""
    height, width = picture.shape[:2]
    soft = cv2.resize(mask, (width, height), interpolation=cv2.INTER_LINEAR).astype(np.float32) / 255
    guide = cv2.cvtColor(np.ascontiguousarray(picture), cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    radius = round(FILTER_RADIUS * width / mask.shape[1])
    size = (2 * radius + 1, 2 * radius + 1)
    mean_guide, mean_mask = cv2.boxFilter(guide, -1, size), cv2.boxFilter(soft, -1, size)
    covariance = cv2.boxFilter(guide * soft, -1, size) - mean_guide * mean_mask
    variance = cv2.boxFilter(guide * guide, -1, size) - mean_guide * mean_guide
    slope = covariance / (variance + EPSILON)
    offset = mean_mask - slope * mean_guide
    refined = cv2.boxFilter(slope, -1, size) * guide + cv2.boxFilter(offset, -1, size)
    return np.where(refined >= 0.5, 255, 0).astype(np.uint8)
