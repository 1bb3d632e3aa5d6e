"""What is sent: the part of the picture around the mask, at the size the model was made for."""

from __future__ import annotations

import math

import cv2
import numpy as np

from dailies.domain.errors import InvalidInput
from dailies.domain.inpainting import MAX_SIDE, Box, Context, Intent
from dailies.domain.registry import Model
from dailies.media.inpainting.masks import Mask, bounds
from dailies.media.planes import Plane

LEAST_SIDE = 512
"""Pixels: with less around it a model does not know where it is."""

PADDING: dict[Context, float] = {"tight": 0.5, "auto": 1.0, "wide": 2.0}
BLUR = 65
"""Pixels of blur with which a region that is to be replaced is filled first."""


def context_box(mask: Mask, context: Context) -> Box:
    """The box around the mask that is sent, inside the picture: shifted in rather than cut.

    Padding is the larger of a 16th of the picture's longest side and half the mean side of the region.
    """
    height, width = mask.shape
    if context == "whole":
        return Box(0, 0, width, height)
    region = bounds(mask)
    padding = max(max(width, height) / 16, (region.width + region.height) / 4) * PADDING[context]
    across = min(width, max(LEAST_SIDE, math.ceil(region.width + 2 * padding)))
    down = min(height, max(LEAST_SIDE, math.ceil(region.height + 2 * padding)))
    left = _placed((region.left + region.right) / 2, across, width)
    top = _placed((region.top + region.bottom) / 2, down, height)
    return Box(left, top, left + across, top + down)


def covering(box: Box, mask: Mask) -> Box:
    """A box the creator dragged, made to cover the mask and to lie inside the picture."""
    height, width = mask.shape
    region = bounds(mask)
    return Box(
        max(0, min(box.left, region.left)),
        max(0, min(box.top, region.top)),
        min(width, max(box.right, region.right)),
        min(height, max(box.bottom, region.bottom)),
    )


def sent_size(box: Box, model: Model | None) -> tuple[int, int]:
    """Width and height in pixels at which the box is sent: the model's native area, the box's shape, both sides
    divisible by what the model asks. None is the built-in artist, which takes any size up to its native one."""
    if model is None:
        scale = min(1.0, math.sqrt(NATIVE_PIXELS / (box.width * box.height)))
        return max(8, round(box.width * scale)), max(8, round(box.height * scale))
    scale = math.sqrt(model.native_pixels / (box.width * box.height))
    if model.max_side:
        scale = min(scale, model.max_side / max(box.width, box.height))
    step = model.side_multiple
    across, down = (max(step, round(side * scale / step) * step) for side in (box.width, box.height))
    if model.max_side:
        most = model.max_side // step * step
        across, down = min(across, most), min(down, most)
    return across, down


NATIVE_PIXELS = 1_048_576


def cut(plane: Plane, box: Box, size: tuple[int, int]) -> Plane:
    """The box of a picture at another size: Lanczos up, area average down."""
    part = plane[box.top : box.bottom, box.left : box.right]
    return resized(part, size)


def cut_mask(mask: Mask, box: Box, size: tuple[int, int]) -> Mask:
    """The box of a hard mask at another size, still hard."""
    part = np.ascontiguousarray(mask[box.top : box.bottom, box.left : box.right])
    return np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_NEAREST), np.uint8)


def resized(plane: Plane, size: tuple[int, int]) -> Plane:
    """A picture at another size in pixels (width, height)."""
    height, width = plane.shape[:2]
    if (width, height) == size:
        return np.ascontiguousarray(plane)
    smaller = size[0] * size[1] < width * height
    way = cv2.INTER_AREA if smaller else cv2.INTER_LANCZOS4
    return np.asarray(cv2.resize(np.ascontiguousarray(plane), size, interpolation=way), np.uint8)


def prefilled(plane: Plane, mask: Mask, intent: Intent) -> Plane:
    """The crop with its region filled by what suits the intent, for models that start from the old pixels."""
    if intent in ("add", "fix"):
        return plane
    filled = cv2.inpaint(np.ascontiguousarray(plane), mask, 3, cv2.INPAINT_TELEA)
    if intent == "replace":
        side = min(BLUR, min(plane.shape[:2]) // 4 * 2 + 1)
        filled = np.where(mask[..., None] > 0, cv2.GaussianBlur(filled, (side | 1, side | 1), 0), filled)
    return np.asarray(filled, np.uint8)


def extended(plane: Plane, margins: tuple[int, int, int, int]) -> tuple[Plane, Mask]:
    """The picture on a larger canvas, and the mask of what is new. ``margins``: left, top, right, bottom."""
    left, top, right, bottom = margins
    height, width = plane.shape[:2]
    canvas = cv2.copyMakeBorder(np.ascontiguousarray(plane), top, bottom, left, right, cv2.BORDER_REPLICATE)
    return np.asarray(canvas, np.uint8), extended_mask(width, height, margins)


def extended_mask(width: int, height: int, margins: tuple[int, int, int, int]) -> Mask:
    """The mask of what an extension adds to a picture of this size in pixels: the canvas around it.

    Raises InvalidInput ``margins_missing`` when nothing is added, ``edit_out_of_range`` when the canvas gets longer
    than MAX_SIDE.
    """
    left, top, right, bottom = margins
    if not any(margins):
        raise InvalidInput("Say how far to extend the picture, and on which side.", code="margins_missing")
    across, down = left + width + right, top + height + bottom
    if max(across, down) > MAX_SIDE:
        sentence = f"Extended it would be {across} x {down} pixels; the most is {MAX_SIDE} on a side."
        raise InvalidInput(sentence, code="edit_out_of_range")
    mask = np.full((down, across), 255, np.uint8)
    mask[top : top + height, left : left + width] = 0
    return mask


def _placed(centre: float, length: int, limit: int) -> int:
    return max(0, min(limit - length, round(centre - length / 2)))
