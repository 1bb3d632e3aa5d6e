"""The pieces a plan is made of: drafts of shots, and beats that hold them."""

from __future__ import annotations

from dataclasses import dataclass, field

from dailies.domain.story import TimeOfDay, Weather

WEIGHT = {
    "clause": 1.3,
    "result": 1.25,
    "establish": 1.1,
    "before": 0.9,
    "after": 0.95,
    "reaction": 0.8,
    "detail": 0.75,
}
PRIORITY = {"clause": 0, "result": 1, "after": 2, "establish": 3, "before": 4, "reaction": 5, "detail": 6}


@dataclass
class Draft:
    """A shot before it has a size or seconds. ``who``: figure keys; ``must``: kept whatever the length."""

    kind: str
    text: str
    who: tuple[str, ...] = ()
    line: str = ""
    speaker: str = ""
    caption: str = ""
    must: bool = False
    moving: bool = False


@dataclass
class Beat:
    """A scene before it has an id. ``place``: figure key of a place; ``titles``: other names it could have."""

    title: str
    place: str
    drafts: list[Draft] = field(default_factory=list)
    lines: list[tuple[str, str]] = field(default_factory=list)
    time: TimeOfDay | None = None
    weather: Weather | None = None
    mood: str = ""
    titles: tuple[str, ...] = ()


@dataclass
class Plan:
    """Beats in film order and what goes round them."""

    framework: str
    beats: list[Beat]
    title: str
    logline: str
    call: str = ""
    remarks: tuple[str, ...] = ()


def halved(beats: list[Beat]) -> bool:
    """Cut the fullest scene in two where the brief asks for more scenes. Returns whether one could be cut."""
    at = max(range(len(beats)), key=lambda index: len(beats[index].drafts))
    drafts = beats[at].drafts
    if len(drafts) < 2:
        return False
    middle = len(drafts) // 2
    second = Beat((beats[at].titles or (beats[at].title,))[-1], beats[at].place, drafts[middle:], beats[at].lines)
    second.time, second.weather = beats[at].time, beats[at].weather
    beats[at].drafts = drafts[:middle]
    beats.insert(at + 1, second)
    return True
