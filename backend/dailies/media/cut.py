"""The cut: clips joined, words laid on, music under them; streamed, so that memory does not grow with length."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from dailies.domain.errors import InvalidInput
from dailies.media import lettering
from dailies.media.captions import Cue, Spoken, cues_of
from dailies.media.encoder import SOUND_RATE, FilmFile
from dailies.media.lettering import Lettering
from dailies.media.music import Sound, compose
from dailies.media.planes import BLACK, Plane, unpacked
from dailies.media.sources import film_frames
from dailies.ports import CutClip, CutRequest, Progress

TITLE_S = 2.0
END_CARD_S = 2.2
LEAST_WORDS_S = 1.1
"""Seconds any words need to be read."""
FADE_S = 0.35
CAPTION_FADE_S = 0.12
CAPTION_MARGIN_S = 0.1
"""Seconds at both ends of a clip without its caption, so that it never hangs over a cut."""
END_DIM = 0.26
"""What is left of the picture's light under the end card."""
FRAMES_PER_TICK = 3


class FilmEditor:
    """Joins clips on this machine."""

    name = "built-in editor"

    async def assemble(self, request: CutRequest, progress: Progress) -> None:
        """Write the film: H.264, yuv420p, AAC, faststart; both tracks last exactly as long as the clips do.

        A clip shorter than its ``seconds`` holds its last picture. Raises InvalidInput ``cut_empty``,
        DailiesError ``film_unreadable``, and whatever ``progress`` raises; then no file is left.
        """
        await asyncio.to_thread(_assemble, request, progress)


def _assemble(request: CutRequest, progress: Progress) -> None:
    if not request.clips or any(clip.seconds <= 0 for clip in request.clips):
        raise InvalidInput("A cut has at least one clip, and every clip has a length.", code="cut_empty")
    progress(0.0)
    starts = _starts(request)
    total = starts[-1]
    sound = _sound(request, starts, lambda: progress(0.0))
    words = _words(request, total)
    with FilmFile(request.output, request.width, request.height, request.fps, sound=True) as film:
        for number, frame in enumerate(_joined(request, starts)):
            for word in words:
                word.lay_on(frame, number)
            film.write(frame)
            film.write_sound(_between(sound, number, request.fps))
            if number % FRAMES_PER_TICK == 0:
                progress(number / total)
    progress(1.0)


def _starts(request: CutRequest) -> list[int]:
    """The frame each clip begins at, and the film's length; from rounded sums, so that lengths never drift."""
    starts, seconds = [0], 0.0
    for clip in request.clips:
        seconds += clip.seconds
        starts.append(round(seconds * request.fps))
    return starts


def _sound(request: CutRequest, starts: list[int], alive: Callable[[], None]) -> Sound | None:
    if not request.music:
        return None
    return compose(starts[-1] / request.fps, [start / request.fps for start in starts[1:-1]], request.seed, alive)


def _between(sound: Sound | None, frame: int, fps: int) -> Sound:
    """The sound of one frame; silence where there is none."""
    start, end = frame * SOUND_RATE // fps, (frame + 1) * SOUND_RATE // fps
    return np.zeros((2, end - start), np.float32) if sound is None else sound[:, start:end]


def _joined(request: CutRequest, starts: list[int]) -> Iterator[Plane]:
    """Every frame of the film. A dissolve lies half before and half after its cut: the clip that leaves is held
    on its last picture (or goes on, where its file is longer), the one that comes waits on its first."""
    overlap = _overlaps(request, starts)
    leaving: Iterator[Plane] | None = None
    for index, clip in enumerate(request.clips):
        length = starts[index + 1] - starts[index]
        before, after = overlap[index], overlap[index + 1]
        frames = _held(clip, request, before, before + length + after)
        if leaving is None:
            yield from _take(frames, length - after)
        else:
            fade = 2 * before
            for step in range(fade):
                share = (step + 1) / (fade + 1)
                yield cv2.addWeighted(next(leaving), 1 - share, next(frames), share, 0).astype(np.uint8, copy=False)
            yield from _take(frames, length - before - after)
        leaving = frames


def _overlaps(request: CutRequest, starts: list[int]) -> list[int]:
    """Frames of dissolve on each side of every cut, 0 at the film's ends; never more than fits in a clip."""
    wished = round(request.transition_s * request.fps / 2) if request.transition == "dissolve" else 0
    lengths = [after - before for before, after in zip(starts, starts[1:], strict=False)]
    inner = [max(0, min(wished, one // 3, two // 3)) for one, two in zip(lengths, lengths[1:], strict=False)]
    return [0, *inner, 0]


def _held(clip: CutClip, request: CutRequest, before: int, count: int) -> Iterator[Plane]:
    """``count`` frames of a clip, its first one shown ``before`` frames longer and its last as long as needed."""
    last: Plane | None = None
    given = 0
    for frame in film_frames(clip.path, request.width, request.height, request.fps):
        for _ in range(before + 1 if last is None else 1):
            if given == count:
                return
            given += 1
            yield frame.copy()
        last = frame
    while last is not None and given < count:
        given += 1
        yield last.copy()


def _take(frames: Iterator[Plane], count: int) -> Iterator[Plane]:
    for _ in range(count):
        yield next(frames)


@dataclass
class _Words:
    """Words and the frames they are on. ``fade``: frames to come and to go; ``dim``: the share of the
    picture's light left under them. They are drawn when they are first shown, and let go afterwards."""

    kind: str
    text: str
    first: int
    end: int
    fade: int
    size: tuple[int, int]
    dim: float = 1.0
    stays: bool = False
    drawn: Lettering | None = None

    def lay_on(self, frame: Plane, number: int) -> None:
        """Blend into the frame of this number, if they are on it."""
        if not self.first <= number < self.end:
            self.drawn = None
            return
        if self.drawn is None:
            self.drawn = self._draw()
        into, left = (number - self.first + 1) / (self.fade + 1), (self.end - number) / (self.fade + 1)
        strength = min(1.0, into, 1.0 if self.stays else left)
        strength = strength * strength * (3 - 2 * strength)
        if self.dim < 1:
            _dim(frame, 1 - (1 - self.dim) * strength)
        if self.drawn is not None:
            self.drawn.lay_on(frame, strength)

    def _draw(self) -> Lettering | None:
        if self.kind == "title":
            return lettering.title(self.text, *self.size)
        if self.kind == "end card":
            return lettering.end_card(self.text, *self.size)
        return lettering.caption(self.text, *self.size)


def _words(request: CutRequest, total: int) -> list[_Words]:
    size, fps = (request.width, request.height), request.fps
    fade = max(1, round(FADE_S * fps))
    opening = min(round(TITLE_S * fps), total // 2) if request.title.strip() else 0
    closing = min(_end_card_frames(request), total // 2) if request.end_card.strip() else 0
    words: list[_Words] = []
    if request.captions:
        spoken = [Spoken(clip.seconds, clip.caption) for clip in request.clips]
        words.extend(_caption_words(cues_of(spoken), size, fps, opening, total - closing))
    if opening:
        words.append(_Words("title", request.title, 0, opening, fade, size))
    if closing:
        words.append(_Words("end card", request.end_card, total - closing, total, fade, size, END_DIM, stays=True))
    return words


def _end_card_frames(request: CutRequest) -> int:
    """Shorter where the last clip has words of its own that need the time."""
    last = request.clips[-1]
    spare = last.seconds - LEAST_WORDS_S if request.captions and last.caption.strip() else END_CARD_S
    return round(min(END_CARD_S, max(LEAST_WORDS_S, spare)) * request.fps)


def _caption_words(cues: tuple[Cue, ...], size: tuple[int, int], fps: int, first: int, end: int) -> Iterator[_Words]:
    """Captions on their frames, kept clear of the title and the end card where there is time to read them."""
    least = round((LEAST_WORDS_S - 2 * CAPTION_MARGIN_S) * fps)
    for cue in cues:
        start, until = round((cue.start_s + CAPTION_MARGIN_S) * fps), round((cue.end_s - CAPTION_MARGIN_S) * fps)
        if until - max(start, first) >= least:
            start = max(start, first)
        if min(until, end) - start >= least:
            until = min(until, end)
        if until > start:
            yield _Words("caption", cue.text, start, until, max(1, round(CAPTION_FADE_S * fps)), size)


def _dim(frame: Plane, share: float) -> None:
    """Darken a frame in place to a share of its light: luma toward black, chroma toward grey."""
    planes = unpacked(frame)
    cv2.convertScaleAbs(planes.y, dst=planes.y, alpha=share, beta=BLACK * (1 - share))
    for plane in (planes.u, planes.v):
        cv2.convertScaleAbs(plane, dst=plane, alpha=share, beta=128 * (1 - share))
