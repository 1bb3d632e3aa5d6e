"""Masks: 8 bits, 255 where to repaint, of the picture's own size."""

from __future__ import annotations

import io
import math

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from dailies.domain.errors import InvalidInput
from dailies.domain.inpainting import MAX_SIDE, Box, Edge

Mask = npt.NDArray[np.uint8]

FAINT = 26
"""Mask values below a tenth are slips of the brush, not wishes."""

SPECK = 16
"""Regions of fewer pixels are dropped."""

FEATHER_SHARE = 0.10
"""Soft edge as a share of the region's diagonal."""

LEAST_FEATHER, MOST_FEATHER = 32, 96
EDGE: dict[Edge, float] = {"tight": 0.25, "auto": 0.5, "loose": 1.0}
"""How much of the soft edge a choice takes."""

APART = 4.0
"""Regions whose common box is larger than their own boxes by this factor are better painted one by one."""


def read_mask(data: bytes, width: int, height: int) -> Mask:
    """The mask from a PNG: grey, or the alpha of a picture with one.

    Raises InvalidInput: ``mask_unreadable``, ``mask_wrong_size``, ``mask_empty``, ``mask_full``.
    """
    try:
        opened = Image.open(io.BytesIO(data), formats=("PNG",))
        if max(opened.size) > MAX_SIDE:
            raise InvalidInput(f"A mask is at most {MAX_SIDE} pixels wide.", code="mask_unreadable")
        opened.load()
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise InvalidInput("The mask is not a readable PNG.", code="mask_unreadable") from error
    if opened.size != (width, height):
        across, down = opened.size
        sentence = f"The mask is {across} x {down} pixels and the picture {width} x {height}."
        raise InvalidInput(sentence, code="mask_wrong_size")
    grey = opened.getchannel("A") if opened.mode in ("LA", "RGBA") else opened.convert("L")
    mask: Mask = np.asarray(grey, np.uint8)
    if not (mask >= FAINT).any():
        raise InvalidInput("Nothing is painted yet: the mask is empty.", code="mask_empty")
    if (mask >= FAINT).all():
        raise InvalidInput("Everything is painted. Make a new take instead, or leave something.", code="mask_full")
    return mask


def cleaned(mask: Mask, *, fill_holes: bool) -> Mask:
    """A hard mask (0 and 255) without faint slips and specks; holes that it closes around are filled if wanted.

    Raises InvalidInput ``mask_empty`` when nothing is left.
    """
    hard = np.where(mask >= FAINT, 255, 0).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(hard, connectivity=8)
    small = [label for label in range(1, count) if stats[label, cv2.CC_STAT_AREA] < SPECK]
    if small:
        hard[np.isin(labels, small)] = 0
    if fill_holes:
        contours, _ = cv2.findContours(hard, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
        filled = cv2.drawContours(np.zeros_like(hard), contours, -1, 255, cv2.FILLED)
        # A loop around most of the picture means its line, not what it holds.
        if filled.min() == 0:
            hard = np.asarray(filled, np.uint8)
    if not hard.any():
        raise InvalidInput("What is painted is too small to see: paint a little more.", code="mask_empty")
    return hard


def grown(mask: Mask, pixels: int) -> Mask:
    """The hard mask grown by so many pixels on every side."""
    if pixels <= 0:
        return mask
    return np.where(distance_outside(mask) <= pixels, 255, 0).astype(np.uint8)


def distance_outside(mask: Mask) -> npt.NDArray[np.float32]:
    """Pixels from each pixel to the nearest repainted one; 0 inside."""
    kept = np.where(mask >= 128, 0, 255).astype(np.uint8)
    return np.asarray(cv2.distanceTransform(kept, cv2.DIST_L2, cv2.DIST_MASK_PRECISE), np.float32)


def bounds(mask: Mask) -> Box:
    """The smallest box around everything repainted."""
    left, top, width, height = cv2.boundingRect(mask)
    return Box(left, top, left + width, top + height)


def feather_of(mask: Mask, edge: Edge) -> int:
    """Pixels of the soft edge outside the mask."""
    box = bounds(mask)
    full = min(MOST_FEATHER, max(LEAST_FEATHER, FEATHER_SHARE * math.hypot(box.width, box.height)))
    return max(2, round(full * EDGE[edge]))


def apart(mask: Mask) -> tuple[Box, ...]:
    """The boxes of regions that lie so far apart that painting them one by one is better; else none."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    if count < 3:
        return ()
    whole = bounds(mask)
    boxes = [
        Box(int(left), int(top), int(left + width), int(top + height)) for left, top, width, height, _ in stats[1:]
    ]
    area = sum(box.width * box.height for box in boxes)
    return tuple(boxes) if whole.width * whole.height > APART * area else ()


def encoded(mask: Mask) -> bytes:
    """The mask as an 8-bit PNG."""
    out = io.BytesIO()
    Image.fromarray(mask, "L").save(out, "PNG")
    return out.getvalue()
