"""The storyboard in time: each frame stands as long as its shot, with its words, before anything is animated."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import skia
from PIL import Image

from dailies.media.captions import Spoken, cues_of
from dailies.media.cut import CutReport, Film, FilmClip, Join, assemble
from dailies.media.lettering import line_width, plain_line, wrapped_lines
from dailies.media.planes import Plane, covered, decode_rgb
from dailies.media.sound.signal import Sound
from dailies.ports import Progress

CARD, CARD_INK, LABEL_GROUND = (44, 44, 50), 0xFFB9B9C2, 0xC8101114


@dataclass(frozen=True)
class AnimaticFrame:
    """One shot. ``label``: "2A", shown in the corner with its seconds; ``text``: what is said or shown, as caption;
    ``action``: shown on a grey card where there is no ``image`` (an encoded picture) yet."""

    seconds: float
    label: str = ""
    text: str = ""
    action: str = ""
    image: bytes | None = None


def write_animatic(
    frames: tuple[AnimaticFrame, ...],
    output: Path,
    width: int,
    height: int,
    progress: Progress,
    *,
    fps: int = 24,
    dissolve_s: float = 0.0,
    sound: Sound | None = None,
) -> CutReport:
    """Write the animatic as an MP4 as long as its frames together. ``sound``: as ``Film``'s.

    Raises InvalidInput as ``cut.assemble``, and whatever ``progress`` raises; then no file is left.
    """
    with tempfile.TemporaryDirectory(prefix="dailies-") as folder:
        clips = []
        for number, frame in enumerate(frames):
            path = Path(folder) / f"{number}.png"
            Image.fromarray(_still(frame, width, height)).save(path, "PNG", compress_level=1)
            clips.append(FilmClip(path, frame.seconds))
        join = Join("crossfade" if dissolve_s else "cut", dissolve_s)
        film = Film(
            tuple(clips),
            width,
            height,
            output,
            joins=(join,) * (len(clips) - 1),
            fps=fps,
            captions=cues_of([Spoken(frame.seconds, frame.text) for frame in frames]),
            sound=sound,
        )
        return assemble(film, progress)


def _still(frame: AnimaticFrame, width: int, height: int) -> Plane:
    """The shot's picture, or a card that says what will be there, with its label."""
    picture = _picture(frame, width, height)
    rgb = np.full((height, width, 3), CARD, np.uint8) if picture is None else picture
    pixels = np.ascontiguousarray(np.dstack([rgb, np.full(rgb.shape[:2], 255, np.uint8)]))
    surface = skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType)
    canvas = surface.getCanvas()
    size = 0.03 * min(height, 1.2 * width)
    if picture is None:
        lines = wrapped_lines(frame.action, size * 1.6, 450, width * 0.7, 4)
        for index, line in enumerate(lines):
            left = (width - line_width(line, size * 1.6, 450)) / 2
            plain_line(canvas, line, size * 1.6, 450, left, height * 0.45 + index * size * 2.1, CARD_INK)
    text = f"{frame.label}   {frame.seconds:g} s" if frame.label else f"{frame.seconds:g} s"
    # Inside the title-safe area, where captions never stand.
    left, top, wide = 0.05 * width, 0.05 * height, line_width(text, size, 560) + size * 0.9
    ground = skia.Paint(Color=LABEL_GROUND, AntiAlias=True)
    canvas.drawRoundRect(skia.Rect.MakeXYWH(left, top, wide, size * 1.6), size * 0.2, size * 0.2, ground)
    plain_line(canvas, text, size, 560, left + size * 0.45, top + size * 1.13, 0xFFFFFFFF)
    surface.flushAndSubmit()
    return np.ascontiguousarray(pixels[..., :3])


def _picture(frame: AnimaticFrame, width: int, height: int) -> Plane | None:
    if frame.image is None:
        return None
    try:
        return covered(decode_rgb(frame.image), width, height)
    except (OSError, ValueError, SyntaxError):
        # A card in its place keeps the film's time right.
        return None
