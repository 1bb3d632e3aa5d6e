"""All frames of a film on one picture, numbered, with their seconds and words."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import skia
from PIL import Image

from dailies.media.lettering import line_width, plain_line, wrapped_lines
from dailies.media.planes import covered, decode_rgb

WIDTH = 1920
MARGIN, GUTTER = 48, 24
HEAD = 96
PAPER, INK, GREY, EMPTY = 0xFFF7F6F3, 0xFF18181C, 0xFF6E6E78, 0xFFE3E1DC
MOST_LINES = 2


@dataclass(frozen=True)
class SheetFrame:
    """One frame. ``label``: "4A"; ``seconds``: its length; ``text``: what is said or shown; ``image``: an encoded
    picture, or None while there is none."""

    label: str
    seconds: float
    text: str = ""
    image: bytes | None = None


def contact_sheet(title: str, frames: tuple[SheetFrame, ...], aspect: float = 16 / 9, columns: int = 0) -> bytes:
    """The sheet as a PNG, 1920 pixels wide. ``aspect``: width over height of its frames; ``columns``: 0 for as many
    as suit. A picture that can't be read stays empty."""
    columns = columns or _columns(len(frames), aspect)
    wide = (WIDTH - 2 * MARGIN - GUTTER * (columns - 1)) // columns
    high = round(wide / aspect)
    size = max(17.0, min(24.0, wide * 0.05))
    step = high + round(size * (1.9 + 1.35 * MOST_LINES)) + GUTTER
    rows = max(1, -(-len(frames) // columns))
    surface = skia.Surface(WIDTH, MARGIN + HEAD + rows * step + MARGIN - GUTTER)
    canvas = surface.getCanvas()
    canvas.clear(PAPER)
    _head(canvas, title, frames)
    for index, frame in enumerate(frames):
        left, top = MARGIN + index % columns * (wide + GUTTER), MARGIN + HEAD + index // columns * step
        _frame(canvas, frame, left, top, wide, high, size)
    out = io.BytesIO()
    pixels = surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3]
    Image.fromarray(np.ascontiguousarray(pixels)).save(out, "PNG")
    return out.getvalue()


def _columns(count: int, aspect: float) -> int:
    """So many that the sheet is about as wide as it is high, and frames are never tiny."""
    return max(1, min(8, max(3, round(math.sqrt(count * 1.6 / aspect * 1.2)))))


def _head(canvas: Any, title: str, frames: tuple[SheetFrame, ...]) -> None:
    seconds = sum(frame.seconds for frame in frames)
    facts = f"{len(frames)} {'frame' if len(frames) == 1 else 'frames'}, {seconds:g} s"
    room = WIDTH - 2 * MARGIN - line_width(facts, 24, 450) - 40
    plain_line(canvas, wrapped_lines(title, 42, 660, room, 1)[0] if title.strip() else "", 42, 660, MARGIN, 84, INK)
    plain_line(canvas, facts, 24, 450, WIDTH - MARGIN - line_width(facts, 24, 450), 84, GREY)


def _frame(canvas: Any, frame: SheetFrame, left: int, top: int, wide: int, high: int, size: float) -> None:
    picture = _picture(frame.image, wide, high)
    if picture is None:
        canvas.drawRect(skia.Rect.MakeXYWH(left, top, wide, high), skia.Paint(Color=EMPTY))
    else:
        canvas.drawImage(picture, left, top)
    line = top + high + size * 1.35
    plain_line(canvas, frame.label, size, 660, left, line, INK)
    seconds = f"{frame.seconds:g} s"
    plain_line(canvas, seconds, size, 450, left + wide - line_width(seconds, size, 450), line, GREY)
    for index, text in enumerate(wrapped_lines(frame.text, size, 450, wide, MOST_LINES)):
        plain_line(canvas, text, size, 450, left, line + size * 1.35 * (index + 1), GREY)


def _picture(image: bytes | None, wide: int, high: int) -> Any:
    if image is None:
        return None
    try:
        rgb = covered(decode_rgb(image), wide, high)
    except (OSError, ValueError, SyntaxError):
        # The rest of the sheet is still of use.
        return None
    pixels = np.dstack([rgb, np.full(rgb.shape[:2], 255, np.uint8)])
    return skia.Image.fromarray(np.ascontiguousarray(pixels), colorType=skia.kRGBA_8888_ColorType)
