"""The rehearsal artists behind the vendors' endpoints, and how large what they make is."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from PIL import Image

from dailies.adapters.providers.rehearsal.animator import RehearsalAnimator
from dailies.adapters.providers.rehearsal.illustrator import RehearsalIllustrator
from dailies.domain.inpainting import Intent
from dailies.ports import ClipRequest, ImageRequest, InpaintRequest

Progress = Callable[[float], None]
PictureFormat = Literal["png", "jpeg", "webp"]
REMOVAL_WORDS = ("remove", "erase", "delete", "get rid", "take away", "background", "empty")


class UnreadablePicture(Exception):
    """Bytes that are no picture."""


async def draw(prompt: str, size: tuple[int, int], seed: int, scale: float, progress: Progress) -> bytes:
    """A picture of ``size`` pixels times ``scale``, as the illustrator encodes it."""
    width, height = scaled(size, scale, 8)
    drawn = await RehearsalIllustrator().draw(ImageRequest(prompt or "an empty room", width, height, seed), progress)
    return drawn.image


async def repaint(picture: bytes, mask: bytes, prompt: str, seed: int, progress: Progress) -> bytes:
    """The picture with the white of the mask painted anew. ``mask``: L, of the picture's size."""
    # Imported here: only mask edits need the inpainter's libraries.
    from dailies.adapters.providers.rehearsal.inpainter import RehearsalInpainter

    removing = not prompt.strip() or any(word in prompt.lower() for word in REMOVAL_WORDS)
    intent: Intent = "remove" if removing else "replace"
    request = InpaintRequest(picture, hard_mask(mask), prompt, seed, intent)
    return (await RehearsalInpainter().inpaint(request, progress)).image


async def animate(
    prompt: str,
    start: bytes,
    end: bytes | None,
    seconds: float,
    size: tuple[int, int],
    fps: int,
    seed: int,
    scale: float,
    progress: Progress,
) -> bytes:
    """An MP4 of ``round(seconds * fps)`` frames."""
    width, height = scaled(size, scale, 2)
    with TemporaryDirectory() as folder:
        output = Path(folder) / "clip.mp4"
        request = ClipRequest(prompt, start, seconds, width, height, seed, output, end, fps)
        await RehearsalAnimator().animate(request, progress)
        return output.read_bytes()


def scaled(size: tuple[int, int], scale: float, multiple: int) -> tuple[int, int]:
    """Both sides times ``scale``, rounded to a multiple, at least 4 of them."""
    width, height = (max(4, round(side * scale / multiple)) * multiple for side in size)
    return width, height


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height of an encoded picture. Raises UnreadablePicture."""
    return opened(data).size


def opened(data: bytes) -> Image.Image:
    """A decoded PNG, JPEG or WebP. Raises UnreadablePicture."""
    try:
        picture = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP"))
        picture.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadablePicture("The file is not a PNG, JPEG or WebP picture.") from error
    return picture


def encoded(data: bytes, form: PictureFormat, quality: int = 90) -> bytes:
    """A picture in another format."""
    return saved(opened(data), form, quality)


def saved(picture: Image.Image, form: PictureFormat, quality: int = 90) -> bytes:
    """An encoded picture."""
    out = io.BytesIO()
    plain = picture if form == "png" else picture.convert("RGB")
    plain.save(out, form.upper(), **({} if form == "png" else {"quality": quality}))
    return out.getvalue()


def hard_mask(mask: bytes) -> bytes:
    """A mask as PNG of only 0 and 255."""
    return saved(opened(mask).convert("L").point([0] * 128 + [255] * 128), "png")
