"""The rehearsal inpainter: reads what is asked for, fills or draws, and touches nothing outside the mask."""

from __future__ import annotations

import asyncio

import cv2
import numpy as np

from dailies.adapters.providers.rehearsal.inpainter.areas import Area, Picture
from dailies.adapters.providers.rehearsal.inpainter.around import look_around
from dailies.adapters.providers.rehearsal.inpainter.asking import Asked, read_asked
from dailies.adapters.providers.rehearsal.inpainter.drawing import drawn_into, place_into
from dailies.adapters.providers.rehearsal.inpainter.extending import extended
from dailies.adapters.providers.rehearsal.inpainter.surroundings import filled, recipe_for
from dailies.adapters.providers.rehearsal.inpainter.touching import touched
from dailies.adapters.providers.rehearsal.label import labelled_png
from dailies.domain.errors import ProviderError
from dailies.media.planes import decode_rgb
from dailies.ports import ImageResult, InpaintRequest, Progress

MODEL = "rehearsal-inpainter"
HALF = 128
"""Mask values from here on are inside."""


class RehearsalInpainter:
    """Removes, draws, mends and extends in code, free of charge. The same request gives the same bytes.

    Candidates differ by ``seed % 4``: for what is removed 0 copies from near, 1 from anywhere, 2 lets colours flow
    in (where that holds), 3 copies from less near.
    """

    name = "rehearsal"

    async def inpaint(self, request: InpaintRequest, progress: Progress) -> ImageResult:
        """Paint in a thread; a PNG of the picture's size whose pixels outside the mask are the picture's own.

        Raises ProviderError ``picture_unreadable``, ``mask_mismatch``, ``mask_empty``, ``mask_full`` (nothing is left
        to copy from), and whatever ``progress`` raises.
        """
        return await asyncio.to_thread(_inpaint_now, request, progress)


def _inpaint_now(request: InpaintRequest, progress: Progress) -> ImageResult:
    progress = _Rising(progress)
    progress(0.0)
    picture = _picture(request.image)
    mask = _area(request.mask, picture)
    if not mask.any():
        raise ProviderError("The mask is empty: nothing is to be repainted.", code="mask_empty", retryable=False)
    barred = _area(request.protect, picture) if request.protect is not None else np.zeros_like(mask)
    asked = read_asked(request)
    progress(0.05)
    try:
        done = _painted(picture, mask, barred, asked, request, progress)
    except ValueError as error:
        raise ProviderError(
            "The mask covers everything: nothing is left to fill it from.", code="mask_full", retryable=False
        ) from error
    done = np.where(mask[..., None], done, picture).astype(np.uint8)
    progress(0.95)
    encoded, png = cv2.imencode(".png", done[..., ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 2])
    if not encoded:
        raise ProviderError("The picture could not be encoded.")
    progress(1.0)
    return ImageResult(labelled_png(png.tobytes()), MODEL, request.seed, 0, asked.missing)


def _painted(
    picture: Picture, mask: Area, barred: Area, asked: Asked, request: InpaintRequest, progress: Progress
) -> Picture:
    seed = request.seed
    if asked.work == "extend":
        return extended(picture, mask, barred, seed, lambda share: progress(0.05 + 0.88 * share))
    if asked.work == "fill":
        return _without(picture, mask, barred, seed, progress, 0.93)
    around = look_around(picture, mask, barred)
    progress(0.1)
    if asked.work == "touch":
        return touched(picture, mask, asked.touch, around, request.strength, seed)
    if asked.work == "place":
        return place_into(picture, mask, asked.words, around, seed, lambda share: progress(0.1 + 0.8 * share))
    ground = picture if asked.over or mask.all() else _without(picture, mask, barred, seed, progress, 0.6)
    return drawn_into(ground, mask, asked, around, seed, lambda share: progress(0.6 + 0.33 * share))


def _without(picture: Picture, mask: Area, barred: Area, seed: int, progress: Progress, upto: float) -> Picture:
    recipe = recipe_for(seed, picture, mask)
    return filled(picture, mask, barred, recipe, lambda share: progress(0.1 + (upto - 0.1) * share))


class _Rising:
    """Passes progress on, never back: parts of the work don't know of one another."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._most = progress, 0.0

    def __call__(self, share: float) -> None:
        self._most = max(self._most, share)
        self._progress(self._most)


def _picture(data: bytes) -> Picture:
    try:
        return np.ascontiguousarray(decode_rgb(data))
    except (OSError, ValueError, SyntaxError) as error:
        raise ProviderError("The picture can't be decoded.", code="picture_unreadable", retryable=False) from error


def _area(data: bytes, picture: Picture) -> Area:
    grey = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_GRAYSCALE) if data else None
    if grey is None:
        raise ProviderError("The mask can't be decoded.", code="picture_unreadable", retryable=False)
    if grey.shape != picture.shape[:2]:
        raise ProviderError("The mask is not of the picture's size.", code="mask_mismatch", retryable=False)
    return np.asarray(grey >= HALF)
