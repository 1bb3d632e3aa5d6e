"""Pictures from outside: decode with care, turn upright, convert to sRGB, drop metadata."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from typing import Literal

import numpy as np
from PIL import Image, ImageCms, ImageOps

from dailies.domain.errors import InvalidInput

MAX_PIXELS = 40_000_000
"""Pixels of a picture that is let in: 8000 x 5000."""
OWN_SIDES = 2
"""Times the longer side of the film's frames that an own picture may have: room to crop."""

SAME_SHAPE = 0.01
"""Share by which two shapes may differ and still be the same."""

Fit = Literal["whole", "crop", "pad"]
"""How an own picture meets the film's shape."""

JPEG_QUALITY = 93
THUMBNAIL_QUALITY = 82


@dataclass(frozen=True)
class CheckedImage:
    """A picture that decodes: upright, sRGB, without metadata. ``data``: as encoded anew."""

    data: bytes
    media_type: str
    width: int
    height: int


def check_image(data: bytes) -> CheckedImage:
    """Decode a PNG, JPEG or WebP whole and encode it anew.

    Raises InvalidInput: ``image_unreadable`` for anything else, ``image_too_large`` beyond 40 megapixels.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            opened = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP"))
            if opened.width * opened.height > MAX_PIXELS:
                raise _too_large()
            opened.load()
            picture = _srgb(ImageOps.exif_transpose(opened))
    except InvalidInput:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large() from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise InvalidInput(
            "That file is not a picture the studio can read. Send a PNG, JPEG or WebP.", code="image_unreadable"
        ) from error
    return _encoded(picture)


def scaled(image: CheckedImage, width: int, height: int) -> CheckedImage:
    """The picture at another size in pixels, whatever its shape."""
    with Image.open(io.BytesIO(image.data)) as opened:
        return _encoded(opened.resize((width, height), Image.Resampling.LANCZOS))


def fitted(image: CheckedImage, fit: Fit, size: tuple[int, int]) -> CheckedImage:
    """An own picture as the studio keeps it. ``size``: of the film's frames, in pixels. It is never enlarged.

    "whole" keeps its shape and scales it down to at most twice the frame's longer side; "crop" cuts the middle out in
    the frame's shape and scales it down to the frame's size; "pad" sets all of it on a ground of its border's colour
    in the frame's shape.
    """
    width, height = size
    if fit == "whole":
        longest = OWN_SIDES * max(size)
        scale = longest / max(image.width, image.height)
        if scale >= 1:
            return image
        return scaled(image, max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    across, down = image.width / width, image.height / height
    if abs(across / down - 1) < SAME_SHAPE:
        return image if across <= 1 else scaled(image, width, height)
    scale = max(1.0, min(across, down) if fit == "crop" else max(across, down))
    with Image.open(io.BytesIO(image.data)) as opened:
        if fit == "crop":
            unit = min(across, down)
            target = (round(width * unit / scale), round(height * unit / scale))
            return _encoded(ImageOps.fit(opened, target, Image.Resampling.LANCZOS))
        unit = max(across, down)
        target = (round(width * unit / scale), round(height * unit / scale))
        return _encoded(ImageOps.pad(opened, target, Image.Resampling.LANCZOS, color=_border_colour(opened)))


def _border_colour(picture: Image.Image) -> tuple[int, ...]:
    """The median colour of the outermost pixels; clear where the picture has transparency."""
    pixels = np.asarray(picture)
    border = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    return tuple(int(value) for value in np.median(border, axis=0))


def _encoded(picture: Image.Image) -> CheckedImage:
    out = io.BytesIO()
    if "A" in picture.getbands():
        picture.save(out, "PNG")
        return CheckedImage(out.getvalue(), "image/png", picture.width, picture.height)
    picture.convert("RGB").save(out, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return CheckedImage(out.getvalue(), "image/jpeg", picture.width, picture.height)


def thumbnail(data: bytes, width: int) -> bytes:
    """A picture the studio keeps, as WebP at most ``width`` pixels wide. Raises OSError when it can't be read."""
    with Image.open(io.BytesIO(data)) as opened:
        picture = opened.convert("RGBA" if "A" in opened.getbands() else "RGB")
    if picture.width > width:
        height = max(1, round(picture.height * width / picture.width))
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=THUMBNAIL_QUALITY, method=4)
    return out.getvalue()


def _too_large() -> InvalidInput:
    return InvalidInput("That picture has more than 40 megapixels.", code="image_too_large")


def _srgb(picture: Image.Image) -> Image.Image:
    """The picture in sRGB by its own profile; without one it is sRGB already."""
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith("I"):
        # Sixteen bits a sample: the upper eight are the picture.
        return Image.fromarray((np.asarray(picture).astype(np.uint32) >> 8).astype(np.uint8)).convert("RGB")
    mode = "RGBA" if "A" in picture.getbands() or "transparency" in picture.info else "RGB"
    if profile and picture.mode in ("RGB", "RGBA", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode)
        except ImageCms.PyCMSError:
            # A broken profile says nothing about the pixels; they are taken as sRGB.
            converted = None
        if converted is not None:
            return converted
    return picture.convert(mode)
