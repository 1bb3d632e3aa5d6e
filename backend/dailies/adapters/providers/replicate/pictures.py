"""Pictures in and out: read with care, cut to size, masks in each model's own words."""

from __future__ import annotations

import io
import math
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps

from dailies.adapters.calls.pictures import png
from dailies.adapters.providers.replicate.work import Unreadable
from dailies.domain.registry import MaskMeaning, Model

Size = tuple[int, int]
Levels: TypeAlias = npt.NDArray[np.float32]

MOST_BYTES = 64 * 1024 * 1024
MOST_PIXELS = 80_000_000
FORMATS = ("PNG", "JPEG", "WEBP")
EVEN = 2
"""Levels within which all pixels of a blank picture lie."""

OTHER_SHAPE = 0.05
"""How far, as a logarithm, the shape of a repainted picture may be off."""

LOOKED_AT = 192
"""Longest side at which it is judged which side of a mask was repainted."""

SAME, CHANGED = 6.0, 18.0
"""Mean difference in levels below which a part is as it was, and above which it was painted anew."""


def read_picture(path: Path) -> Image.Image:
    """A finished picture, whole and decoded. Raises Unreadable."""
    try:
        with Image.open(path, formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Unreadable("made a picture that is too large")
            opened.load()
            return opened.copy()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Unreadable("sent no usable picture") from error


def is_blank(picture: Image.Image) -> bool:
    """Whether all pixels are the same colour, as safety filters leave them."""
    levels = np.asarray(picture.convert("RGB"))
    return bool((np.ptp(levels.reshape(-1, 3), axis=0) <= EVEN).all())


def stretched(picture: Image.Image, size: Size) -> Image.Image:
    """The whole picture at another size, RGB."""
    plain = picture.convert("RGB")
    smaller = size[0] * size[1] < plain.width * plain.height
    return plain if plain.size == size else plain.resize(size, _RESAMPLING[smaller])


_RESAMPLING = {True: Image.Resampling.BOX, False: Image.Resampling.LANCZOS}


def opened_rgb(data: bytes) -> Image.Image:
    """A decoded picture without alpha: clear parts lie on white."""
    with Image.open(io.BytesIO(data)) as opened:
        if "A" in opened.getbands() or "transparency" in opened.info:
            clear = opened.convert("RGBA")
            return Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("RGB")
        return opened.convert("RGB")


def native_size(model: Model, size: Size) -> Size:
    """The size a picture is sent in to be repainted: the area the model was made for, within its longest side,
    both sides divisible as it wants."""
    scale = math.sqrt(model.native_pixels / (size[0] * size[1]))
    if model.max_side:
        scale = min(scale, model.max_side / max(size))
    step = model.side_multiple
    largest = model.max_side // step * step if model.max_side else 1_000_000 * step
    width, height = (min(largest, max(step, round(side * scale / step) * step)) for side in size)
    return width, height


def mask_at(mask: bytes, size: Size) -> Image.Image:
    """The studio's mask (255 where to repaint) at a size, of 0 and 255 only."""
    with Image.open(io.BytesIO(mask)) as opened:
        plain = opened.convert("L").resize(size, Image.Resampling.NEAREST)
    return plain.point([0] * 128 + [255] * 128)


def encoded_mask(mask: Image.Image, meaning: MaskMeaning) -> bytes:
    """A mask in the model's own words, as PNG. ``mask``: 255 where to repaint."""
    if meaning == "white_repaint":
        return png(mask)
    if meaning == "black_repaint":
        return png(ImageOps.invert(mask))
    clear = Image.new("RGBA", mask.size, (0, 0, 0, 255))
    clear.putalpha(ImageOps.invert(mask))
    return png(clear)


def repainted(made: Image.Image, sent: Image.Image, mask: Image.Image) -> Image.Image:
    """The result of a mask edit at the size it was sent in.

    Raises Unreadable where it is blank, of another shape, or was repainted where it should have been kept.
    """
    if is_blank(made) and not is_blank(sent):
        raise Unreadable("sent a blank picture")
    if abs(math.log((made.width / made.height) / (sent.width / sent.height))) > OTHER_SHAPE:
        raise Unreadable("sent a picture of another shape")
    result = stretched(made, sent.size)
    if wrong_side(result, sent, mask):
        raise Unreadable("repainted what should be kept and kept the rest: its mask may be the other way round")
    return result


def wrong_side(result: Image.Image, sent: Image.Image, mask: Image.Image) -> bool:
    """Whether the part outside the mask was painted anew and the part inside was not."""
    scale = LOOKED_AT / max(sent.size)
    small = (max(2, round(sent.width * scale)), max(2, round(sent.height * scale)))
    before, after = (_levels(stretched(each, small)) for each in (sent, result))
    inside = np.asarray(mask.resize(small, Image.Resampling.NEAREST)) > 127
    if inside.all() or not inside.any():
        return False
    away = np.abs(after - before).mean(axis=-1)
    return bool(away[inside].mean() < SAME and away[~inside].mean() > CHANGED)


def _levels(picture: Image.Image) -> Levels:
    return np.asarray(picture, np.float32)
