"""A film as editing programs see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DISSOLVES = ("crossfade", "dip to black", "dip to white", "wipe", "push")


@dataclass(frozen=True)
class TimelineTake:
    """Another take of a clip. ``name``: "Clip 3, take 2"; ``file``: its name beside the timeline; ``seconds``: of
    the file."""

    name: str
    file: str
    seconds: float


@dataclass(frozen=True)
class TimelineClip:
    """One clip. ``file``: its name beside the timeline. ``seconds``: in the cut; ``available_s``: of the file,
    0 when as long as used. ``note``: what happens in it. ``caption``: what is said or shown.

    ``id``: by which it is known when the timeline comes back, "" for its file's name. ``trim_in_s``: where in the
    file it begins; ``speed``: 2 is twice as fast. ``takes``: the others there are. ``transition`` and
    ``transition_s``: to the next clip, half before and half after the cut.
    """

    name: str
    file: str
    seconds: float
    available_s: float = 0.0
    note: str = ""
    caption: str = ""
    id: str = ""
    trim_in_s: float = 0.0
    speed: float = 1.0
    takes: tuple[TimelineTake, ...] = ()
    transition: str = "cut"
    transition_s: float = 0.0


@dataclass(frozen=True)
class TimelineSound:
    """A stem that lies under the whole film. ``name``: "Dialogue"; ``file``: as a clip's."""

    name: str
    file: str
    role: Literal["dialogue", "music", "effects"] = "dialogue"


@dataclass(frozen=True)
class Timeline:
    """A film's clips in order. ``fps`` frames a second; sizes in pixels."""

    title: str
    clips: tuple[TimelineClip, ...]
    width: int
    height: int
    fps: int = 24
    sounds: tuple[TimelineSound, ...] = ()


@dataclass(frozen=True)
class Span:
    """A clip in frames: ``start`` and ``length`` in the film; ``first``: of its file; ``available``: frames it
    has; ``fade``: frames of transition on each side of the cut to the next clip."""

    start: int
    length: int
    first: int
    available: int
    fade: int


def spans(timeline: Timeline) -> list[Span]:
    """Each clip in frames; from rounded sums, as the cut itself is made."""
    seconds, starts = 0.0, [0]
    for clip in timeline.clips:
        seconds += clip.seconds
        starts.append(round(seconds * timeline.fps))
    made: list[Span] = []
    for index, clip in enumerate(timeline.clips):
        length = starts[index + 1] - starts[index]
        first = round(clip.trim_in_s * timeline.fps)
        used = first + round(length * clip.speed)
        available = max(used, round(clip.available_s * timeline.fps))
        following = starts[index + 2] - starts[index + 1] if index + 2 < len(starts) else 0
        wished = round(clip.transition_s * timeline.fps / 2) if clip.transition in DISSOLVES else 0
        made.append(Span(starts[index], length, first, available, max(0, min(wished, length // 3, following // 3))))
    return made
