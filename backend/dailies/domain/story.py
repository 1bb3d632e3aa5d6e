"""The story document: one document with addressed parts.

Entities (characters, places, products), scenes and shots have ids that never change, so that an edit of
one part leaves every other part, and everything made from it, alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from dailies.domain.errors import InvalidInput

EntityKind = Literal["character", "place", "product"]
ShotSize = Literal["extreme wide", "wide", "full", "medium wide", "medium", "medium close-up", "close-up", "insert"]
CameraMove = Literal[
    "static", "push in", "pull out", "pan left", "pan right", "tilt up", "tilt down", "handheld", "drift"
]
TimeOfDay = Literal["dawn", "morning", "noon", "afternoon", "golden hour", "dusk", "night"]
Weather = Literal["clear", "overcast", "rain", "snow", "fog", "storm", "wind"]

SHOT_GRID_S = 0.5
"""Shots last a multiple of half a second: 12 frames at 24 fps, the house group of pictures."""


@dataclass(frozen=True)
class Entity:
    """A character, place or product. ``description`` is used word for word in every prompt below."""

    id: str
    kind: EntityKind
    name: str
    description: str


@dataclass(frozen=True)
class Shot:
    """One camera set-up. ``seconds``: multiple of 0.5, at least 1. ``who``: entity ids of the characters
    and products in it. ``speaker`` is an entity id, or "" for a voice-over."""

    id: str
    seconds: float
    action: str
    size: ShotSize = "medium"
    move: CameraMove = "static"
    who: tuple[str, ...] = ()
    line: str = ""
    speaker: str = ""
    caption: str = ""


@dataclass(frozen=True)
class Scene:
    """Shots in one place at one time. ``place``: the id of an entity of kind "place"."""

    id: str
    title: str
    place: str
    time: TimeOfDay
    weather: Weather
    mood: str
    shots: tuple[Shot, ...]

    @property
    def seconds(self) -> float:
        """Length of the scene in seconds."""
        return sum(shot.seconds for shot in self.shots)


@dataclass(frozen=True)
class Story:
    """The whole story. ``remarks`` are the writer's words to the creator (what was not understood, what
    was assumed); they are no part of the film."""

    title: str
    logline: str
    framework: str
    entities: tuple[Entity, ...]
    scenes: tuple[Scene, ...]
    style: str = "gouache"
    call_to_action: str = ""
    language: str = "en"
    remarks: tuple[str, ...] = ()

    @property
    def seconds(self) -> float:
        """Length of the film in seconds."""
        return sum(scene.seconds for scene in self.scenes)

    def shots(self) -> Iterator[tuple[Scene, Shot]]:
        """Every shot in film order, with its scene."""
        for scene in self.scenes:
            for shot in scene.shots:
                yield scene, shot

    def entity(self, entity_id: str) -> Entity | None:
        """The entity with this id, or None."""
        return next((entity for entity in self.entities if entity.id == entity_id), None)

    def find_shot(self, shot_id: str) -> tuple[Scene, Shot] | None:
        """The shot with this id and its scene, or None."""
        return next((pair for pair in self.shots() if pair[1].id == shot_id), None)

    def shot_codes(self) -> dict[str, str]:
        """Shot id -> scene-and-letter code: "4A" is the first shot of the fourth scene."""
        return {
            shot.id: f"{number}{chr(ord('A') + index)}"
            for number, scene in enumerate(self.scenes, 1)
            for index, shot in enumerate(scene.shots)
        }


def check_story(story: Story) -> None:
    """Raise InvalidInput with code ``story_invalid`` and a sentence unless the parts fit together."""

    def refuse(sentence: str) -> InvalidInput:
        return InvalidInput(sentence, code="story_invalid")

    entity_ids = [entity.id for entity in story.entities]
    scene_ids = [scene.id for scene in story.scenes]
    shot_ids = [shot.id for _, shot in story.shots()]
    if not story.title.strip():
        raise refuse("The story needs a title.")
    if not shot_ids or any(not scene.shots for scene in story.scenes):
        raise refuse("A story has at least one scene, and every scene at least one shot.")
    for ids in (entity_ids, scene_ids, shot_ids):
        if len(ids) != len(set(ids)):
            raise refuse("Two parts of the story have the same id.")
    places = {entity.id for entity in story.entities if entity.kind == "place"}
    for scene in story.scenes:
        if scene.place not in places:
            raise refuse(f"Scene “{scene.title}” names a place that is not in the story.")
    for _, shot in story.shots():
        unknown = [entity_id for entity_id in (*shot.who, *filter(None, [shot.speaker])) if entity_id not in entity_ids]
        if unknown:
            raise refuse(f"A shot names “{unknown[0]}”, who is not in the story.")
        if shot.seconds < 1 or shot.seconds % SHOT_GRID_S:
            raise refuse("A shot lasts at least 1 second, in steps of half a second.")
        if not shot.action.strip():
            raise refuse("Every shot says what happens in it.")


def fit_seconds(story: Story, seconds: float) -> Story:
    """The story with its shots' lengths scaled so that they sum exactly to ``seconds``.

    Lengths stay multiples of half a second and at least 1 second; what rounding leaves over goes to the
    shots that lost most by it. Raises InvalidInput ``too_many_shots`` when the film is too short for them.
    """
    shots = [shot for _, shot in story.shots()]
    steps, least = round(seconds / SHOT_GRID_S), round(1 / SHOT_GRID_S)
    if len(shots) * least > steps:
        raise InvalidInput(f"{len(shots)} shots do not fit into {seconds:g} seconds.", code="too_many_shots")
    wanted = [max(shot.seconds, SHOT_GRID_S) for shot in shots]
    spare = steps - least * len(shots)
    above = [max(0.0, length / SHOT_GRID_S - least) for length in wanted]
    scale = spare / sum(above) if sum(above) else 0.0
    exact = [least + extra * scale if scale else steps / len(shots) for extra in above]
    whole = [int(length) for length in exact]
    by_loss = sorted(range(len(shots)), key=lambda index: exact[index] - whole[index], reverse=True)
    for index in by_loss[: steps - sum(whole)]:
        whole[index] += 1
    for shot, length in zip(shots, whole, strict=True):
        story = replace_shot(story, replace(shot, seconds=length * SHOT_GRID_S))
    return story


def replace_shot(story: Story, shot: Shot) -> Story:
    """The story with the shot of the same id replaced."""
    return replace(
        story,
        scenes=tuple(
            replace(scene, shots=tuple(shot if each.id == shot.id else each for each in scene.shots))
            for scene in story.scenes
        ),
    )
