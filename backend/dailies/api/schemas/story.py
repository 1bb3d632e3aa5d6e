"""Stories and the hand edits of them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dailies.api.schemas.base import Shape
from dailies.domain.story import CameraMove, EntityKind, ShotSize, TimeOfDay, Weather


class EntityShape(Shape):
    """A character, place or product of the story."""

    id: str
    kind: EntityKind
    name: str
    description: str


class ShotShape(Shape):
    """One shot. ``seconds`` is a multiple of 0.5."""

    id: str
    seconds: float
    action: str
    size: ShotSize
    move: CameraMove
    who: list[str]
    line: str
    speaker: str
    caption: str


class SceneShape(Shape):
    """Shots in one place at one time."""

    id: str
    title: str
    place: str
    time: TimeOfDay
    weather: Weather
    mood: str
    shots: list[ShotShape]


class StoryShape(Shape):
    """The whole story."""

    title: str
    logline: str
    framework: str
    entities: list[EntityShape]
    scenes: list[SceneShape]
    style: str
    call_to_action: str
    language: str
    remarks: list[str]


class EditStory(Shape):
    """Change words of the story itself."""

    op: Literal["story"] = "story"
    title: str | None = None
    logline: str | None = None
    call_to_action: str | None = None


class EditEntity(Shape):
    """Change a character, place or product."""

    op: Literal["entity"] = "entity"
    id: str
    name: str | None = None
    description: str | None = None


class EditScene(Shape):
    """Change a scene's heading."""

    op: Literal["scene"] = "scene"
    id: str
    title: str | None = None
    time: TimeOfDay | None = None
    weather: Weather | None = None
    mood: str | None = None


class EditShot(Shape):
    """Change fields of a shot."""

    op: Literal["shot"] = "shot"
    id: str
    seconds: float | None = None
    action: str | None = None
    size: ShotSize | None = None
    move: CameraMove | None = None
    who: list[str] | None = None
    line: str | None = None
    speaker: str | None = None
    caption: str | None = None


class AddShot(Shape):
    """Insert a shot after another one, in the same scene."""

    op: Literal["add_shot"] = "add_shot"
    after: str
    action: str
    seconds: float = 2.0
    size: ShotSize = "medium"
    move: CameraMove = "static"
    who: list[str] = []


class DuplicateShot(Shape):
    """Put a copy of a shot behind it."""

    op: Literal["duplicate_shot"] = "duplicate_shot"
    id: str


class RemoveShot(Shape):
    """Remove a shot; a scene that has none left goes with it."""

    op: Literal["remove_shot"] = "remove_shot"
    id: str


class MoveShot(Shape):
    """Put a shot after another one ("" puts it first in the film)."""

    op: Literal["move_shot"] = "move_shot"
    id: str
    after: str


StoryEdit = Annotated[
    EditStory | EditEntity | EditScene | EditShot | AddShot | DuplicateShot | RemoveShot | MoveShot,
    Field(discriminator="op"),
]


class MergeRequest(Shape):
    """Put scenes of one take of the story into another, as a new take by hand. ``into``, ``source``: numbers of the
    takes; ``scenes``: ids. A scene that only ``into`` has is left out when it is named."""

    into: int
    source: int
    scenes: list[str] = Field(min_length=1, max_length=100)
    revision: int | None = None
