"""The test sets, as typed values."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dailies.domain.brief import Brief
from dailies.domain.story import Entity, Scene, Shot, Story

HERE = Path(__file__).parent


@dataclass(frozen=True)
class BriefCase:
    """A brief and what its story must show."""

    id: str
    brief: Brief
    expect: dict[str, Any]


@dataclass(frozen=True)
class NoteCase:
    """A note on the story of a brief. ``scenes``: numbers of the scenes it is about; empty for the whole."""

    id: str
    kind: str
    brief: str
    note: str
    changed: dict[str, Any]
    kept: dict[str, Any]
    scenes: tuple[int, ...] = ()


@dataclass(frozen=True)
class DirectorCase:
    """A note to the director. Targets are numbers of shots or item ids."""

    id: str
    stage: str
    text: str
    kind: str
    targets: tuple[int | str, ...]
    asks_back: bool
    or_targets: tuple[tuple[int | str, ...], ...] = ()
    change_words: tuple[str, ...] = ()
    kept_words: tuple[str, ...] = ()
    reply: tuple[str, ...] = ()
    selected: tuple[int | str, ...] = ()
    history: tuple[tuple[str, str], ...] = ()
    takes: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Fixture:
    """The film the director's notes are about. ``stages``: price and seconds of one take per stage;
    ``stale`` and ``failures``: causes by item id."""

    brief: Brief
    story: Story
    stages: dict[str, dict[str, float]]
    stale: dict[str, str]
    failures: dict[str, str]


def _read(name: str) -> Any:
    return json.loads((HERE / name).read_text(encoding="utf-8"))


def brief_cases(folder: str = "") -> tuple[BriefCase, ...]:
    """The briefs held apart, or with "home/" those that tables are grown from."""
    return tuple(BriefCase(row["id"], Brief(**row["brief"]), row["expect"]) for row in _read(f"{folder}briefs.json"))


def note_cases(folder: str = "") -> tuple[NoteCase, ...]:
    """The notes on stories held apart, or with "home/" those that rules are grown from."""
    rows = _read(f"{folder}notes_story.json")
    return tuple(NoteCase(**{**row, "scenes": tuple(row.get("scenes", ()))}) for row in rows)


def director_cases() -> tuple[DirectorCase, ...]:
    """The notes to the director."""
    return tuple(
        DirectorCase(**{key: _frozen(value) for key, value in row.items()}) for row in _read("notes_director.json")
    )


def _frozen(value: Any) -> Any:
    return tuple(_frozen(each) for each in value) if isinstance(value, list) else value


def fixture() -> Fixture:
    """The director's film."""
    row = _read("fixture_story.json")
    story = row["story"]
    scenes = tuple(
        Scene(
            **{**scene, "shots": tuple(Shot(**{**shot, "who": tuple(shot.get("who", ()))}) for shot in scene["shots"])}
        )
        for scene in story["scenes"]
    )
    whole = {
        **story,
        "entities": tuple(Entity(**entity) for entity in story["entities"]),
        "scenes": scenes,
        "remarks": tuple(story["remarks"]),
    }
    return Fixture(Brief(**row["brief"]), Story(**whole), row["stages"], row["stale"], row["failures"])
