"""A film written: what can be copied is copied, the rest is made frame by frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from dailies.media.cut.copying import Run, planned_runs
from dailies.media.cut.film import Film, placed_clips
from dailies.media.cut.picture import Picture
from dailies.media.cut.splice import SplicedFile
from dailies.media.encoder import SOUND_RATE, FilmFile
from dailies.media.sound.signal import Sound
from dailies.ports import Progress

FRAMES_PER_TICK = 3
ENCODED_TO_COPIED = 50
"""How many copied frames take as long as one that is encoded."""


@dataclass(frozen=True)
class CutReport:
    """How a film was made: ``frames`` in all, ``copied`` of them as they were, in ``runs`` pieces."""

    frames: int
    copied: int
    runs: int


def assemble(film: Film, progress: Progress, *, copy: bool = True) -> CutReport:
    """Write the film: H.264, yuv420p, BT.709, AAC, faststart; both tracks last exactly as long as the clips do.

    ``copy`` False encodes every frame. Raises InvalidInput ``cut_empty``, ``cut_size``, ``cut_rate``, ``cut_trim``,
    DailiesError ``film_unreadable``, OSError for an unreadable logo, and whatever ``progress`` raises; then no
    file is left.
    """
    clips = placed_clips(film)
    progress(0.0)
    with Picture(film, clips) as picture:
        runs = planned_runs(film, clips, tuple(picture.touched()), picture.total) if copy else []
        if any(run.path is not None for run in runs):
            _spliced(film, picture, runs, progress)
        else:
            runs = [Run(0, picture.total)]
            _encoded(film, picture, progress)
    progress(1.0)
    return CutReport(picture.total, sum(run.end - run.first for run in runs if run.path is not None), len(runs))


def _encoded(film: Film, picture: Picture, progress: Progress) -> None:
    with FilmFile(film.output, film.width, film.height, film.fps, sound=True) as file:
        for number in range(picture.total):
            file.write(picture.frame(number))
            file.write_sound(sound_of_frame(film.sound, number, film.fps))
            if number % FRAMES_PER_TICK == 0:
                progress(number / picture.total)


def _spliced(film: Film, picture: Picture, runs: list[Run], progress: Progress) -> None:
    template = next(run.path for run in runs if run.path is not None)
    whole = sum((run.end - run.first) * (1 if run.path else ENCODED_TO_COPIED) for run in runs)
    with SplicedFile(film.output, template, film.width, film.height, film.fps) as file:
        done = 0
        for run in runs:
            weight = 1 if run.path else ENCODED_TO_COPIED
            each = _after_each(film, file, progress, done, weight, whole, run.first)
            if run.path is None:
                file.encode(run, (picture.frame(number) for number in range(run.first, run.end)), each)
            else:
                file.copy(run, each)
            done += (run.end - run.first) * weight


def _after_each(
    film: Film, file: SplicedFile, progress: Progress, done: int, weight: int, whole: int, first: int
) -> Callable[[int], None]:
    def each(number: int) -> None:
        file.write_sound(sound_of_frame(film.sound, number, film.fps))
        if number % (FRAMES_PER_TICK if weight > 1 else film.fps) == 0:
            progress((done + (number - first) * weight) / whole)

    return each


def sound_of_frame(sound: Sound | None, frame: int, fps: int) -> Sound:
    """The sound of one frame; silence where there is none."""
    start, end = frame * SOUND_RATE // fps, (frame + 1) * SOUND_RATE // fps
    out = np.zeros((2, end - start), np.float32)
    if sound is not None and start < sound.shape[1]:
        piece = sound[:, start:end]
        out[:, : piece.shape[1]] = piece
    return out
