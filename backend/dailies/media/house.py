"""Clips are brought into the house format once, when they arrive: every later cut can copy from them."""

from __future__ import annotations

from pathlib import Path

from dailies.media.cut.readers import is_house, source_frames
from dailies.media.encoder import FilmFile
from dailies.media.sources import film_frames
from dailies.ports import Progress

FRAMES_PER_TICK = 3


def normalise(source: Path, output: Path, width: int, height: int, fps: int, progress: Progress) -> bool:
    """Write a film's pictures in the house format, covering the size; False, and nothing written, where it already
    is in it at this size and rate. Its sound is not taken along: ``sound.files.read_sound`` reads that.

    Raises DailiesError ``film_unreadable`` and whatever ``progress`` raises; then no file is left.
    """
    if is_house(source, width, height, fps):
        return False
    total = source_frames(source, fps)
    with FilmFile(output, width, height, fps) as film:
        for number, frame in enumerate(film_frames(source, width, height, fps)):
            film.write(frame)
            if number % FRAMES_PER_TICK == 0:
                progress(min(1.0, number / total))
    progress(1.0)
    return True
