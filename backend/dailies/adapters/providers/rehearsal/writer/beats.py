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
