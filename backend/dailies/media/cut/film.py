"""What a film is made of, and on which frame each thing stands."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from dailies.domain.errors import InvalidInput
from dailies.media.captions import Cue
from dailies.media.cut.readers import is_still, source_frames
from dailies.media.lettering import CaptionStyle
from dailies.media.sound.signal import Sound

Transition = Literal["cut", "crossfade", "dip to black", "dip to white", "wipe", "push"]
Direction = Literal["left", "right", "up", "down"]
RATES = (24, 25, 30, 60)
"""Frames a second a film may have."""
MOST_PIXELS = 4096 * 2304
SLOWEST, FASTEST = 0.1, 10.0


@dataclass(frozen=True)
class FilmClip:
    """One clip or still on the timeline.

    ``seconds``: its length in the film; None for what its trims, speed and hold give. ``trim_in_s`` and
    ``trim_out_s``: where in the file it begins and ends; None for the file's end. ``speed``: 0.1 to 10, 2 is twice
    as fast. ``hold_s``: seconds its last picture stands still at its end. A clip whose file is shorter than its
    ``seconds`` holds its last picture too. ``caption``: what is said or shown, "" for nothing.
    """

    path: Path
    seconds: float | None = None
    trim_in_s: float = 0.0
    trim_out_s: float | None = None
    speed: float = 1.0
    hold_s: float = 0.0
    caption: str = ""


@dataclass(frozen=True)
class Join:
    """How a clip leads to the next one. ``seconds``: of the transition; the film's length is not changed by it:
    half lies before the cut and half after it. ``direction``: where a wipe or push moves to."""

    transition: Transition = "cut"
    seconds: float = 0.5
    direction: Direction = "left"


@dataclass(frozen=True)
class EndCard:
    """The last words. ``call_to_action``: set in a button under them; ``logo``: an encoded picture above them,
    or None. The picture under the card goes dark. ``seconds``: how long it stands, at most half the film."""

    text: str = ""
    call_to_action: str = ""
    logo: bytes | None = None
    seconds: float = 2.2


@dataclass(frozen=True)
class Film:
    """A film to be made: an MP4 in the house format, at ``output``.

    ``width``, ``height``: even pixels, up to 4096 x 2304 in all; ``fps``: 24, 25, 30 or 60. ``joins``: one for each
    pair of clips, in order; those missing are cuts. ``captions``: burned in, with their style. ``title``: over the
    first ``title_s`` seconds. ``match_colour``: pull neighbouring light and colour together a little.
    ``sound``: 48 kHz stereo, shape (2, n), of any length, or None for silence.
    """

    clips: tuple[FilmClip, ...]
    width: int
    height: int
    output: Path
    joins: tuple[Join, ...] = ()
    fps: int = 24
    captions: tuple[Cue, ...] = ()
    caption_style: CaptionStyle = field(default_factory=CaptionStyle)
    title: str = ""
    title_s: float = 2.0
    end_card: EndCard | None = None
    match_colour: bool = False
    sound: Sound | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Placed:
    """A clip on its frames. ``start``, ``length``: between its cuts, in frames of the film; ``first``: the frame of
    its file shown at ``start``, and ``step`` how many it goes on by each frame; ``end``: frames of the file it may
    show, None for all. ``before``, ``after``: frames it is also seen before and after, in transitions."""

    clip: FilmClip
    start: int
    length: int
    first: float
    step: float
    end: int | None
    before: int = 0
    after: int = 0

    def source(self, frame: int) -> int:
        """The frame of the file shown on a frame of the film: the first one while it waits, the last one held."""
        # A thousandth of slack: a speed of a third lands on whole frames.
        return math.floor(self.position(frame) + 1e-3)

    def position(self, frame: int) -> float:
        """As ``source``, with the share of the way to the file's next frame."""
        position = max(0.0, self.first + (frame - self.start) * self.step)
        return position if self.end is None else min(position, self.end - 1.0)


def placed_clips(film: Film) -> tuple[Placed, ...]:
    """Every clip on its frames; from rounded sums, so that lengths never drift.

    Raises InvalidInput ``cut_empty``, ``cut_size``, ``cut_rate``, ``cut_trim``; DailiesError ``film_unreadable``.
    """
    _check(film)
    clips: list[Placed] = []
    seconds = 0.0
    for clip in film.clips:
        start = round(seconds * film.fps)
        end, available_s = _end(clip, film.fps)
        wished = clip.seconds if clip.seconds is not None else (available_s or 0.0) / clip.speed + clip.hold_s
        if wished <= 0:
            raise InvalidInput("A cut has at least one clip, and every clip has a length.", code="cut_empty")
        seconds += wished
        length = round(seconds * film.fps) - start
        first = float(round(clip.trim_in_s * film.fps))
        # A clip that is held stands still in its transition too; any other goes on where its file does.
        held = end is not None and (first + length * clip.speed > end + 0.5)
        clips.append(Placed(clip, start, length, first, clip.speed, end if held else None))
    return _overlapped(film, clips)


def cut_points(film: Film) -> list[float]:
    """The second each clip begins at, after the first: where music has its accents."""
    return [placed.start / film.fps for placed in placed_clips(film)[1:]]


def film_frames_count(film: Film) -> int:
    """Frames of the whole film. Raises as ``placed_clips``."""
    return total_frames(placed_clips(film))


def total_frames(clips: Sequence[Placed]) -> int:
    """Frames of placed clips."""
    return clips[-1].start + clips[-1].length


def _check(film: Film) -> None:
    if not film.clips or any(clip.seconds is not None and clip.seconds <= 0 for clip in film.clips):
        raise InvalidInput("A cut has at least one clip, and every clip has a length.", code="cut_empty")
    if film.width % 2 or film.height % 2 or film.width * film.height > MOST_PIXELS:
        raise InvalidInput("A film's sides are even, and it has at most 4096 x 2304 pixels.", code="cut_size")
    if film.fps not in RATES:
        raise InvalidInput("A film has 24, 25, 30 or 60 frames a second.", code="cut_rate")
    for clip in film.clips:
        backwards = clip.trim_out_s is not None and clip.trim_out_s <= clip.trim_in_s
        if clip.trim_in_s < 0 or backwards or not SLOWEST <= clip.speed <= FASTEST or clip.hold_s < 0:
            raise InvalidInput("A clip ends after it begins, and its speed is from 0.1 to 10.", code="cut_trim")


def _end(clip: FilmClip, fps: int) -> tuple[int | None, float | None]:
    """The frame of the file a clip ends before, and the seconds of the file it shows; None: as many as wished."""
    if is_still(clip.path):
        return None, None
    if clip.trim_out_s is not None:
        return max(1, round(clip.trim_out_s * fps)), clip.trim_out_s - clip.trim_in_s
    if clip.seconds is not None:
        return None, None
    count = source_frames(clip.path, fps)
    return count, count / fps - clip.trim_in_s


def _overlapped(film: Film, clips: list[Placed]) -> tuple[Placed, ...]:
    """With frames of transition on each side of every cut; never more than a third of either clip."""
    for index, (one, two) in enumerate(zip(clips, clips[1:], strict=False)):
        join = film.joins[index] if index < len(film.joins) else Join()
        wished = 0 if join.transition == "cut" else round(join.seconds * film.fps / 2)
        overlap = max(0, min(wished, one.length // 3, two.length // 3))
        clips[index] = replace(clips[index], after=overlap)
        clips[index + 1] = replace(clips[index + 1], before=overlap)
    return tuple(clips)
