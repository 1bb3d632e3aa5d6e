"""Back into the picture: colour matched on the ring around the mask, softly pasted, every other pixel kept."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from dailies.domain.errors import ProviderError
from dailies.domain.inpainting import Box
from dailies.media.inpainting.context import resized
from dailies.media.inpainting.masks import Mask, distance_outside
from dailies.media.planes import Plane

RING = 24
"""Pixels around the mask in which the old and the new picture show the same thing."""

LEAST_RING = 64
"""Pixels that a ring needs for its median to mean something."""

GAIN_LIMITS = (0.8, 1.25)
BLANK = 2.0
"""Standard deviation, in levels of 255, below which an answer is a blank sheet."""

SAME = 0.75
"""Mean difference, in levels of 255, below which nothing was painted."""

POOR_SEAM = 2.5
"""Seam from which an answer is poor; a thing whose own outline lies on the border reaches 2."""

POOR_DRIFT = 24.0
"""Mean difference, in levels of 255, on the ring around the mask from which an answer shows another picture; a
model's own losses stay below 10."""

SEAM_SIDE = 8
"""Pixels from the border at which edges are measured for comparison."""


@dataclass(frozen=True)
class Pasted:
    """``untouched``: pixels outside the soft edge; ``changed``: those of them that differ from the parent;
    ``seam``: strength of edges along the border against beside it, 1 is invisible, None where the mask leaves no
    border to measure."""

    plane: Plane
    untouched: int
    changed: int
    seam: float | None


def soft_edge(mask: Mask, feather: int) -> npt.NDArray[np.uint16]:
    """Opacity of the new pixels, 0 to 256: all inside the mask, a smooth step over ``feather`` pixels outside, and
    exactly none beyond."""
    distance = distance_outside(mask)
    share = np.clip(1 - distance / (feather + 1), 0, 1)
    smooth = share * share * (3 - 2 * share)
    alpha = np.rint(smooth * 256).astype(np.uint16)
    alpha[distance > feather] = 0
    return alpha


def pasted(parent: Plane, mask: Mask, painted: Plane, box: Box, feather: int, colour_match: float) -> Pasted:
    """The finished picture. ``painted``: the box as the model gave it, of any size; ``mask``: hard, of the
    parent's size."""
    crop = parent[box.top : box.bottom, box.left : box.right]
    crop_mask = np.ascontiguousarray(mask[box.top : box.bottom, box.left : box.right])
    new = resized(painted, (box.width, box.height))
    new = colour_matched(crop, new, crop_mask, colour_match)
    alpha = soft_edge(mask, feather)[box.top : box.bottom, box.left : box.right]
    blended = _blend(crop, new, alpha)
    plane = parent.copy()
    plane[box.top : box.bottom, box.left : box.right] = blended
    outside = np.ones(mask.shape, bool)
    outside[box.top : box.bottom, box.left : box.right] = alpha == 0
    changed = int((plane[outside] != parent[outside]).any(axis=-1).sum())
    return Pasted(plane, int(outside.sum()), changed, seam_score(plane, mask))


def colour_matched(old: Plane, new: Plane, mask: Mask, strength: float) -> Plane:
    """The new crop with each channel's level and spread fitted to the old one's on the ring around the mask.

    ``strength``: 0 leaves it, 1 fits it whole. Medians, so that a thing that was painted over the ring counts little.
    """
    distance = distance_outside(mask)
    ring = (distance > 1) & (distance <= RING)
    if strength <= 0 or int(ring.sum()) < LEAST_RING:
        return new
    before, after = old[ring].astype(np.float32), new[ring].astype(np.float32)
    middle_before, middle_after = np.median(before, axis=0), np.median(after, axis=0)
    spread_before = np.median(np.abs(before - middle_before), axis=0)
    spread_after = np.median(np.abs(after - middle_after), axis=0)
    gain = np.clip((spread_before + 4) / (spread_after + 4), *GAIN_LIMITS)
    fitted = (new.astype(np.float32) - middle_after) * gain + middle_before
    return np.asarray(np.clip(new + (fitted - new) * strength + 0.5, 0, 255), np.uint8)


def check_painted(painted: Plane, sent: Plane, mask: Mask) -> None:
    """Raise ProviderError ``vendor_answer_bad`` for a blank sheet or a picture in which nothing was painted.

    All three of the size that was sent.
    """
    inside = mask >= 128
    if float(painted.std(axis=(0, 1)).max()) < BLANK:
        raise ProviderError("A blank picture came back.", code="vendor_answer_bad", charged=True)
    difference = np.abs(painted[inside].astype(np.int16) - sent[inside].astype(np.int16))
    if float(difference.mean()) < SAME:
        raise ProviderError("The picture came back as it was sent.", code="vendor_answer_bad", charged=True)


def weakness(painted: Plane, sent: Plane, mask: Mask, seam: float | None) -> tuple[float, str]:
    """How poor an answer is, from 0, and in words why another model should try; "" where it is good enough.

    ``painted`` and ``sent``: of one size, as is the hard ``mask``; ``seam``: of the answer once it is pasted.
    """
    distance = distance_outside(mask)
    ring = (distance > 1) & (distance <= RING)
    drift = 0.0
    if int(ring.sum()) >= LEAST_RING:
        fitted = colour_matched(sent, painted, mask, 1.0)
        drift = float(np.abs(fitted[ring].astype(np.int16) - sent[ring].astype(np.int16)).mean())
    rank = round(drift / POOR_DRIFT + (seam or 1.0) / POOR_SEAM, 3)
    if drift > POOR_DRIFT:
        return rank, "What lies around the mask came back as another picture."
    if seam is not None and seam > POOR_SEAM:
        return rank, f"Its border showed: seam {seam:.2f}."
    return rank, ""


def seam_score(plane: Plane, mask: Mask) -> float | None:
    """Mean edge strength on the mask's border, against that of lines 8 pixels inside and outside of it."""
    grey = cv2.cvtColor(np.ascontiguousarray(plane), cv2.COLOR_RGB2GRAY).astype(np.float32)
    across, down = cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    strength = cv2.magnitude(across, down)
    outside = distance_outside(mask)
    inside = distance_outside(np.asarray(255 - mask, np.uint8))
    border = (outside <= 1.5) & (inside <= 1.5)
    beside = (np.abs(outside - SEAM_SIDE) <= 1) | (np.abs(inside - SEAM_SIDE) <= 1)
    if int(border.sum()) < LEAST_RING or int(beside.sum()) < LEAST_RING:
        return None
    return round(float((strength[border].mean() + 1) / (strength[beside].mean() + 1)), 3)


def _blend(old: Plane, new: Plane, alpha: npt.NDArray[np.uint16]) -> Plane:
    """Integer blend; where the opacity is 0 the old bytes are kept as they are."""
    weight = alpha[..., None].astype(np.uint32)
    mixed = (old.astype(np.uint32) * (256 - weight) + new.astype(np.uint32) * weight + 128) >> 8
    return np.asarray(np.where(weight == 0, old, mixed), np.uint8)
