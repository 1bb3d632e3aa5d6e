"""Words on the picture: captions, the title, the end card.

Each is drawn once by Skia and blended into the frames' planes only where it has ink, which costs a fraction
of a millisecond a frame. The typeface is shipped, so that a film looks the same on every machine.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import cv2
import numpy as np
import numpy.typing as npt
import skia
from PIL import Image

from dailies.media.planes import Plane, planes_of, unpacked

FONT = "Inter.ttf"
CAPTION_SHARE = 0.05
"""Size of caption letters as a share of the frame's height (of 1.2 widths on upright frames)."""
OUTLINE_SHARE = 0.16
LINE_HEIGHT = 1.24
CAPTION_WIDTH = 0.8
TITLE_WIDTH = 0.82
SOFT = 0.32
"""How far the title darkens the middle of the picture."""
WHITE_INK = 0xFFFFFFFF
DARK_INK = 0xFF101114


@dataclass(frozen=True)
class CaptionStyle:
    """How captions look. ``scale``: of their letters, 0.6 to 1.6; ``place``: where they stand, always inside the
    title-safe area (SMPTE ST 2046-1: 5 % from every side) and on upright frames clear of what phones lay over
    the foot; ``ground``: an outline round the letters, or a dark box behind them; ``upper``: in capitals."""

    scale: float = 1.0
    place: Literal["bottom", "middle", "top"] = "bottom"
    ground: Literal["outline", "box"] = "outline"
    upper: bool = False


@dataclass(frozen=True)
class Lettering:
    """Drawn words. ``top``, ``left``: even pixels; ``cover``, shape (h, w), and ``cover_half``: 0 to 1;
    ``y``, ``u``, ``v``: the ink's planes, not multiplied by the cover."""

    top: int
    left: int
    y: npt.NDArray[np.float32]
    u: npt.NDArray[np.float32]
    v: npt.NDArray[np.float32]
    cover: npt.NDArray[np.float32]
    cover_half: npt.NDArray[np.float32]

    def lay_on(self, frame: Plane, strength: float = 1.0) -> None:
        """Blend into a packed frame. ``strength``: 0 unseen to 1."""
        if strength <= 0:
            return
        planes = unpacked(frame)
        _blend(planes.y, self.y, self.cover, self.top, self.left, strength)
        _blend(planes.u, self.u, self.cover_half, self.top // 2, self.left // 2, strength)
        _blend(planes.v, self.v, self.cover_half, self.top // 2, self.left // 2, strength)


def caption(text: str, width: int, height: int, style: CaptionStyle | None = None) -> Lettering | None:
    """A caption on a frame of this size; None for an empty text."""
    style = style or CaptionStyle()
    wished = CAPTION_SHARE * style.scale * min(height, 1.2 * width)
    lines, size = _fitted(text.upper() if style.upper else text, wished, 640, CAPTION_WIDTH * width, 3)
    if not lines:
        return None
    surface = skia.Surface(width, height)
    first = _first_baseline(style, len(lines), size, width, height)
    if style.ground == "box":
        _draw_box(surface, lines, size, width, first)
    for index, line in enumerate(lines):
        y = first + index * size * LINE_HEIGHT
        if style.ground == "outline":
            _draw_outline(surface, line, size, width / 2, y)
        _draw_line(surface, line, size, 640, width / 2, y, WHITE_INK)
    return _cut_out(surface)


def _first_baseline(style: CaptionStyle, lines: int, size: float, width: int, height: int) -> float:
    block = size * LINE_HEIGHT * (lines - 1)
    if style.place == "top":
        # Phones lay a name over the head of an upright film.
        return height * (0.07 if width >= height else 0.12) + size
    if style.place == "middle":
        return height / 2 - block / 2 + size * 0.35
    # Players and phones lay their controls over the foot of an upright film.
    return height * (0.93 if width >= height else 0.86) - size * 0.24 - block


def _draw_outline(surface: Any, line: str, size: float, middle: float, y: float) -> None:
    shadow = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, size * 0.16)
    below = y + size * 0.05
    _draw_line(surface, line, size, 640, middle, below, DARK_INK, stroke=OUTLINE_SHARE, mask=shadow, ink_alpha=130)
    _draw_line(surface, line, size, 640, middle, y, DARK_INK, stroke=OUTLINE_SHARE, ink_alpha=225)


def _draw_box(surface: Any, lines: list[str], size: float, width: int, first: float) -> None:
    """One box behind each line, as wide as it; boxes of neighbouring lines touch."""
    paint = skia.Paint(Color=DARK_INK, AntiAlias=True, Alphaf=0.78)
    for index, line in enumerate(lines):
        wide = _width(line, size, 640) + size * 0.8
        top = first + index * size * LINE_HEIGHT - size * 0.93
        rectangle = skia.Rect.MakeXYWH(width / 2 - wide / 2, top, wide, size * LINE_HEIGHT)
        surface.getCanvas().drawRoundRect(rectangle, size * 0.14, size * 0.14, paint)


def title(text: str, width: int, height: int) -> Lettering | None:
    """The film's title over the middle of the picture, on a soft shade; None for an empty text."""
    lines, size = _fitted(text, 0.098 * min(height, 0.95 * width), 660, TITLE_WIDTH * width, 3, tight=-0.022)
    if not lines:
        return None
    surface = skia.Surface(width, height)
    block = size * 1.08 * len(lines)
    _shade(surface, width, height, block)
    _draw_block(surface, lines, size, 660, width, height / 2 - block / 2, tight=-0.022)
    return _cut_out(surface)


def end_card(
    text: str, width: int, height: int, call_to_action: str = "", logo: bytes | None = None
) -> Lettering | None:
    """The last words, centred, under a logo or a short rule, with the call to action in a button below them; the
    caller darkens the picture. None where there is nothing to show. Raises OSError for an unreadable logo."""
    unit = min(height, 1.05 * width)
    lines, size = _fitted(text, 0.07 * unit, 600, TITLE_WIDTH * width, 4, tight=-0.015)
    calls, call_size = _fitted(call_to_action, 0.042 * unit, 640, 0.7 * width, 2)
    picture = _logo(logo, 0.5 * width, 0.2 * height) if logo is not None else None
    if not lines and not calls and picture is None:
        return None
    block = size * 1.16 * len(lines)
    above = picture.height() + 0.06 * unit if picture is not None else 0.0
    below = call_size * (1.2 * len(calls) + 1.0) + 0.055 * unit if calls else 0.0
    top = height / 2 - (above + block + below) / 2
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    if picture is not None:
        canvas.drawImage(picture, round(width / 2 - picture.width() / 2), round(top))
    elif lines:
        rule = skia.Paint(Color=WHITE_INK, AntiAlias=True, Alphaf=0.85)
        thick = max(2.0, size * 0.055)
        canvas.drawRect(skia.Rect.MakeXYWH(width / 2 - size * 0.5, top - size * 0.35, size, thick), rule)
    _draw_block(surface, lines, size, 600, width, top + above + size * 0.2, tight=-0.015, leading=1.16)
    if calls:
        _draw_button(surface, calls, call_size, width, top + above + block + 0.055 * unit)
    return _cut_out(surface)


def _draw_button(surface: Any, lines: list[str], size: float, width: int, top: float) -> None:
    wide = max(_width(line, size, 640) for line in lines) + size * 2.2
    tall = size * (1.2 * len(lines) + 0.8)
    paint = skia.Paint(Color=WHITE_INK, AntiAlias=True)
    shape = skia.Rect.MakeXYWH(width / 2 - wide / 2, top, wide, tall)
    surface.getCanvas().drawRoundRect(shape, size * 0.5, size * 0.5, paint)
    for index, line in enumerate(lines):
        _draw_line(surface, line, size, 640, width / 2, top + size * (1.33 + 1.2 * index), DARK_INK)


def _logo(data: bytes, room_wide: float, room_high: float) -> Any:
    """A logo as an image of its final size, with its transparency. Raises OSError."""
    with Image.open(io.BytesIO(data)) as opened:
        picture = opened.convert("RGBA")
    scale = min(room_wide / picture.width, room_high / picture.height)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    pixels = np.asarray(picture.resize(size, Image.Resampling.LANCZOS))
    return skia.Image.fromarray(np.ascontiguousarray(pixels), colorType=skia.kRGBA_8888_ColorType)


def plain_line(canvas: Any, text: str, size: float, weight: int, left: float, baseline: float, ink: int) -> None:
    """Set a line on a Skia canvas. ``size``: pixels; ``weight``: 100 to 900; ``ink``: ARGB."""
    paint = skia.Paint(Color=ink, AntiAlias=True)
    for piece, font in _runs(text, size, weight):
        canvas.drawString(piece, left, baseline, font, paint)
        left += font.measureText(piece)


def line_width(text: str, size: float, weight: int) -> float:
    """The width of a line in pixels."""
    return _width(text, size, weight)


def wrapped_lines(text: str, size: float, weight: int, room: float, most: int) -> list[str]:
    """A text in at most ``most`` lines no wider than ``room`` pixels; what is left over ends in an ellipsis."""
    words = text.split()
    if not words:
        return []
    lines = _wrapped(words, size, weight, room, 0.0)
    kept = lines[:most]
    if len(lines) > most or any(_width(line, size, weight) > room for line in kept):
        kept = [_shortened(line, size, weight, room, cut=len(lines) > most and line is kept[-1]) for line in kept]
    return kept


def _shortened(line: str, size: float, weight: int, room: float, *, cut: bool) -> str:
    if not cut and _width(line, size, weight) <= room:
        return line
    while line and _width(line.rstrip(" ,;:.") + "…", size, weight) > room:
        line = line[:-1]
    return line.rstrip(" ,;:.") + "…"


@cache
def _typeface(weight: int) -> skia.Typeface:
    file = files("dailies.media").joinpath("fonts", FONT).read_bytes()
    face = skia.Typeface.MakeFromData(skia.Data.MakeWithCopy(file))
    arguments = skia.FontArguments()
    axes = [("wght", float(weight)), ("opsz", 32.0)]
    coordinates = skia.FontArguments.VariationPosition.Coordinates(
        [
            skia.FontArguments.VariationPosition.Coordinate(int.from_bytes(axis.encode("ascii"), "big"), value)
            for axis, value in axes
        ]
    )
    arguments.setVariationDesignPosition(skia.FontArguments.VariationPosition(coordinates))
    return face.makeClone(arguments) or face


@cache
def _fallback(character: str) -> skia.Typeface | None:
    """A typeface of this machine for a character the shipped one lacks."""
    return skia.FontMgr().matchFamilyStyleCharacter("", skia.FontStyle.Bold(), [], ord(character))


def _runs(line: str, size: float, weight: int) -> list[tuple[str, Any]]:
    """The line in pieces of one font each."""
    face = _typeface(weight)
    runs: list[tuple[str, Any]] = []
    for character in line:
        wanted = face if face.unicharToGlyph(ord(character)) else _fallback(character) or face
        if runs and runs[-1][1].getTypeface().uniqueID() == wanted.uniqueID():
            runs[-1] = (runs[-1][0] + character, runs[-1][1])
        else:
            font = skia.Font(wanted, size)
            font.setSubpixel(True)
            font.setEdging(skia.Font.Edging.kAntiAlias)
            runs.append((character, font))
    return runs


def _width(line: str, size: float, weight: int, tight: float = 0.0) -> float:
    return float(sum(font.measureText(text) for text, font in _runs(line, size, weight))) + tight * size * len(line)


def _fitted(text: str, size: float, weight: int, room: float, most: int, tight: float = 0.0) -> tuple[list[str], float]:
    """Lines no wider than ``room`` and the size they are set in: smaller when there would be too many."""
    words = text.split()
    while words:
        lines = _balanced(words, size, weight, room, tight)
        widest = max(_width(line, size, weight, tight) for line in lines)
        if (len(lines) <= most and widest <= room) or size < 9:
            return lines, size
        size *= 0.92
    return [], size


def _balanced(words: list[str], size: float, weight: int, room: float, tight: float) -> list[str]:
    """As few lines as fit, as even as they can be: the narrowest width that needs no further line."""
    lines = _wrapped(words, size, weight, room, tight)
    low, high = 0.0, room
    for _ in range(7):
        middle = (low + high) / 2
        tried = _wrapped(words, size, weight, middle, tight)
        fits = len(tried) <= len(lines) and all(_width(line, size, weight, tight) <= middle for line in tried)
        if fits:
            lines, high = tried, middle
        else:
            low = middle
    return lines


def _wrapped(words: list[str], size: float, weight: int, room: float, tight: float) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if _width(longer, size, weight, tight) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _draw_block(
    surface: Any,
    lines: list[str],
    size: float,
    weight: int,
    width: int,
    top: float,
    *,
    tight: float,
    leading: float = 1.08,
) -> None:
    for index, line in enumerate(lines):
        y = top + size * (0.8 + leading * index)
        shadow = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, size * 0.09)
        _draw_line(
            surface, line, size, weight, width / 2, y + size * 0.02, DARK_INK, mask=shadow, ink_alpha=150, tight=tight
        )
        _draw_line(surface, line, size, weight, width / 2, y, WHITE_INK, tight=tight)


def _draw_line(
    surface: Any,
    line: str,
    size: float,
    weight: int,
    middle: float,
    y: float,
    ink: int,
    *,
    stroke: float = 0.0,
    mask: Any = None,
    ink_alpha: int = 255,
    tight: float = 0.0,
) -> None:
    paint = skia.Paint(Color=ink, AntiAlias=True)
    paint.setAlpha(ink_alpha)
    if stroke:
        paint.setStyle(skia.Paint.kStrokeAndFill_Style)
        paint.setStrokeWidth(stroke * size)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
    if mask is not None:
        paint.setMaskFilter(mask)
    x = middle - _width(line, size, weight, tight) / 2
    canvas = surface.getCanvas()
    for text, font in _runs(line, size, weight):
        pieces = text if tight else [text]
        for piece in pieces:
            canvas.drawString(piece, x, y, font, paint)
            x += font.measureText(piece) + (tight * size if tight else 0)


def _shade(surface: Any, width: int, height: int, block: float) -> None:
    """A soft dark ellipse behind the title, so that it reads on a bright picture."""
    reach = max(block * 1.5, 0.3 * height)
    canvas = surface.getCanvas()
    canvas.save()
    canvas.translate(width / 2, height / 2)
    canvas.scale(max(1.0, 0.62 * width / reach), 1.0)
    steps = [0.0, 0.35, 0.7, 1.0]
    alphas = [SOFT, SOFT * 0.8, SOFT * 0.28, 0.0]
    colours = [skia.ColorSetARGB(round(255 * alpha), 12, 12, 16) for alpha in alphas]
    shader = skia.GradientShader.MakeRadial((0, 0), reach, colours, steps)
    canvas.drawCircle(0, 0, reach, skia.Paint(Shader=shader, AntiAlias=True))
    canvas.restore()


def _cut_out(surface: Any) -> Lettering:
    """What was drawn, as planes, cut to where there is ink."""
    pixels = surface.toarray(colorType=skia.kRGBA_8888_ColorType)
    cover = pixels[..., 3]
    rows, columns = np.flatnonzero(cover.max(axis=1)), np.flatnonzero(cover.max(axis=0))
    height, width = cover.shape
    top, bottom = int(rows[0]) // 2 * 2, min(height, int(rows[-1]) // 2 * 2 + 2)
    left, right = int(columns[0]) // 2 * 2, min(width, int(columns[-1]) // 2 * 2 + 2)
    cut = pixels[top:bottom, left:right]
    ink = planes_of(np.ascontiguousarray(cut[..., :3]))
    alpha = cut[..., 3].astype(np.float32) / 255
    half = cv2.resize(alpha, (alpha.shape[1] // 2, alpha.shape[0] // 2), interpolation=cv2.INTER_AREA)
    y, u, v = (plane.astype(np.float32) for plane in (ink.y, ink.u, ink.v))
    return Lettering(top, left, y, u, v, alpha, half.astype(np.float32, copy=False))


def _blend(
    plane: Plane, ink: npt.NDArray[np.float32], cover: npt.NDArray[np.float32], top: int, left: int, strength: float
) -> None:
    region = plane[top : top + ink.shape[0], left : left + ink.shape[1]]
    weight = cover * np.float32(strength)
    under = region.astype(np.float32)
    region[:] = np.rint(under + (ink - under) * weight).astype(np.uint8)
