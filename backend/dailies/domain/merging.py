"""Scenes of one version of the story put into another: a pure function of two stories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from dailies.domain.errors import Conflict, InvalidInput, NotFound
from dailies.domain.project import STORY, Change, Project, Take
from dailies.domain.story import Entity, Scene, Story, check_story
from dailies.domain.takes import hand_edit


def merge_scenes(into: Story, source: Story, scenes: Sequence[str]) -> Story:
    """The story ``into`` with these scenes as they are in ``source``; everything else stays word for word.

    A scene that both have is replaced where it stands; one that only ``source`` has comes behind the scene it follows
    there. A scene that only ``into`` has is left out when it is named. Characters, places and products that come with a
    scene and are not in ``into`` are added; those it has keep its own description. A shot that moved between scenes is
    where the merged scene says.

    Raises NotFound ``no_such_part``, InvalidInput ``story_invalid``.
    """
    known = {scene.id for scene in (*into.scenes, *source.scenes)}
    if any(scene not in known for scene in scenes):
        raise NotFound("There is no such scene in these takes.", code="no_such_part")
    if not scenes:
        raise InvalidInput("Choose at least one scene.", code="story_invalid")
    theirs = {scene.id: scene for scene in source.scenes if scene.id in scenes}
    merged = [theirs.get(scene.id, scene) for scene in into.scenes if scene.id not in scenes or scene.id in theirs]
    for scene in theirs.values():
        if scene.id not in {each.id for each in merged}:
            merged.insert(_place_of(scene.id, source, merged), scene)
    story = replace(into, scenes=_once(merged, theirs), entities=_cast(into, source, theirs.values()))
    check_story(story)
    return story


def _place_of(scene: str, source: Story, merged: Sequence[Scene]) -> int:
    """Behind the nearest scene before it in its own story that is here; first where there is none."""
    order = [each.id for each in source.scenes]
    here = [each.id for each in merged]
    before = [each for each in order[: order.index(scene)] if each in here]
    return here.index(before[-1]) + 1 if before else 0


def _once(scenes: Sequence[Scene], merged: dict[str, Scene]) -> tuple[Scene, ...]:
    """Every shot once: those of merged scenes win."""
    taken = {shot.id for scene in merged.values() for shot in scene.shots}
    kept = (
        scene
        if scene.id in merged
        else replace(scene, shots=tuple(shot for shot in scene.shots if shot.id not in taken))
        for scene in scenes
    )
    return tuple(scene for scene in kept if scene.shots)


def _cast(into: Story, source: Story, scenes: Iterable[Scene]) -> tuple[Entity, ...]:
    """The entities, with those that the scenes bring."""
    named = {each for scene in scenes for shot in scene.shots for each in (scene.place, shot.speaker, *shot.who)}
    known = {entity.id for entity in into.entities}
    return (*into.entities, *(each for each in source.entities if each.id in named - known))


def merge_takes(
    project: Project, into: int, source: int, scenes: Sequence[str], *, take_id: str, now: datetime
) -> Change:
    """Scenes of one take of the story put into another, as a new take by hand. ``into``, ``source``: their numbers.

    Raises NotFound ``no_such_take`` or ``no_such_part``, InvalidInput ``story_invalid``, Conflict
    ``work_under_way`` or ``nothing_to_merge``.
    """
    before, other = _take(project, into), _take(project, source)
    assert before.story is not None
    assert other.story is not None
    story = merge_scenes(before.story, other.story, scenes)
    if story == before.story:
        raise Conflict("Those scenes are the same in both takes.", code="nothing_to_merge")
    numbers = [number for number, scene in enumerate(other.story.scenes, 1) if scene.id in scenes]
    gone = len(set(scenes)) - len(numbers)
    words = f"Scene {', '.join(map(str, numbers))} of take {source}" if numbers else f"Without {gone} of its scenes"
    return hand_edit(project, story, take_id=take_id, now=now, parent=before, note=f"{words}, in take {into}")


def _take(project: Project, number: int) -> Take:
    takes = project.takes_of(STORY)
    found = next((take for take in takes if take.number == number and take.story), None)
    if found is None:
        raise NotFound(f"There is no take {number}; there are {len(takes)}.", code="no_such_take")
    return found
