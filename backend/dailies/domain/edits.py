"""Hand edits of the story: pure functions from a story to a story. Ids of what stays never change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any, Literal

from dailies.domain.errors import InvalidInput, NotFound
from dailies.domain.project import STYLE
from dailies.domain.story import (
    CameraMove,
    Entity,
    EntityKind,
    Scene,
    Shot,
    ShotSize,
    Story,
    check_story,
    replace_shot,
)


@dataclass(frozen=True)
class ChangePart:
    """Set fields of the story, an entity, a scene or a shot."""

    part: Literal["story", "entity", "scene", "shot"]
    id: str
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class AddShot:
    """Insert a new shot ``id`` after shot ``after``, in its scene."""

    id: str
    after: str
    action: str
    seconds: float = 2.0
    size: ShotSize = "medium"
    move: CameraMove = "static"
    who: tuple[str, ...] = ()


@dataclass(frozen=True)
class DuplicateShot:
    """Put a copy of shot ``like`` behind it, as shot ``id``."""

    id: str
    like: str


@dataclass(frozen=True)
class AddEntity:
    """Add a character, place or product ``id``, shown in these shots. A place is shown nowhere by being added: a
    scene names its place."""

    id: str
    kind: EntityKind
    name: str
    description: str
    shots: tuple[str, ...] = ()


@dataclass(frozen=True)
class RemoveShot:
    """Remove a shot; a scene that has none left goes with it."""

    id: str


@dataclass(frozen=True)
class MoveShot:
    """Put a shot behind shot ``after``; "" puts it first in the film."""

    id: str
    after: str


Edit = ChangePart | AddShot | DuplicateShot | AddEntity | RemoveShot | MoveShot


def apply_edits(story: Story, edits: tuple[Edit, ...]) -> Story:
    """The story with all edits made, checked.

    Raises NotFound ``no_such_part``, InvalidInput ``story_invalid`` or ``last_shot``.
    """
    for edit in edits:
        story = _apply(story, edit)
    check_story(story)
    return story


def _apply(story: Story, edit: Edit) -> Story:
    match edit:
        case ChangePart():
            return _change(story, edit)
        case AddShot():
            shot = Shot(edit.id, edit.seconds, edit.action, edit.size, edit.move, edit.who)
            return _insert(story, shot, edit.after)
        case DuplicateShot():
            return _insert(story, replace(_shot(story, edit.like), id=edit.id), edit.like)
        case AddEntity():
            return _with_entity(story, edit)
        case RemoveShot():
            if sum(1 for _ in story.shots()) == 1:
                raise InvalidInput("A film keeps at least one shot.", code="last_shot")
            _shot(story, edit.id)
            return _without(story, edit.id)
        case MoveShot():
            if edit.id == edit.after:
                return story
            shot = _shot(story, edit.id)
            if edit.after:
                _shot(story, edit.after)
            return _insert(_without(story, edit.id, keep_empty=True), shot, edit.after)


def _change(story: Story, edit: ChangePart) -> Story:
    fields = dict(edit.fields)
    if edit.part == "story":
        return replace(story, **fields)
    if edit.part == "shot":
        return replace_shot(story, replace(_shot(story, edit.id), **fields))
    known = {part.id for part in (story.entities if edit.part == "entity" else story.scenes)}
    if edit.id not in known:
        raise _missing(edit.part)
    if edit.part == "entity":
        return replace(
            story,
            entities=tuple(replace(entity, **fields) if entity.id == edit.id else entity for entity in story.entities),
        )
    return replace(
        story, scenes=tuple(replace(scene, **fields) if scene.id == edit.id else scene for scene in story.scenes)
    )


def _with_entity(story: Story, edit: AddEntity) -> Story:
    if not edit.name.strip() or not edit.description.strip():
        raise InvalidInput("A reference needs a name and a description.", code="story_invalid")
    if edit.kind == "place" and edit.shots:
        raise InvalidInput("A place is shown by its scene, not by single shots.", code="story_invalid")
    added = replace(story, entities=(*story.entities, Entity(edit.id, edit.kind, edit.name, edit.description)))
    for shot_id in edit.shots:
        shot = _shot(added, shot_id)
        added = replace_shot(added, replace(shot, who=(*shot.who, edit.id)))
    return added


def _missing(part: str) -> NotFound:
    return NotFound(f"There is no such {part} in the story.", code="no_such_part")


def _shot(story: Story, shot_id: str) -> Shot:
    found = story.find_shot(shot_id)
    if found is None:
        raise _missing("shot")
    return found[1]


def _without(story: Story, shot_id: str, *, keep_empty: bool = False) -> Story:
    scenes = tuple(
        replace(scene, shots=tuple(shot for shot in scene.shots if shot.id != shot_id)) for scene in story.scenes
    )
    return replace(story, scenes=scenes if keep_empty else _filled(scenes))


def _filled(scenes: tuple[Scene, ...]) -> tuple[Scene, ...]:
    return tuple(scene for scene in scenes if scene.shots)


def _insert(story: Story, shot: Shot, after: str) -> Story:
    if not after:
        first, *rest = story.scenes
        return replace(story, scenes=_filled((replace(first, shots=(shot, *first.shots)), *rest)))
    scenes = []
    found = False
    for scene in story.scenes:
        shots: list[Shot] = []
        for each in scene.shots:
            shots.append(each)
            if each.id == after:
                shots.append(shot)
                found = True
        scenes.append(replace(scene, shots=tuple(shots)))
    if not found:
        raise _missing("shot")
    return replace(story, scenes=_filled(tuple(scenes)))


def new_entity_id(name: str, taken: frozenset[str]) -> str:
    """An entity id made of a name that was never used: ``taken`` holds the ids of all versions of the story."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40] or "thing"
    candidates = (plain if number == 1 else f"{plain}-{number}" for number in count(1))
    return next(each for each in candidates if each not in taken and each != STYLE)


def new_shot_id(story: Story, taken: frozenset[str], after: str) -> str:
    """A shot id that was never used: ``taken`` holds the ids of all earlier versions of the story."""
    found = story.find_shot(after)
    scene = found[0].id if found else story.scenes[0].id
    used = taken | {shot.id for _, shot in story.shots()}
    number = 1
    while f"{scene}x{number}" in used:
        number += 1
    return f"{scene}x{number}"
