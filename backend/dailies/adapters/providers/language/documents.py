"""What a language model fills in, in a form that strict JSON schemas allow, and the way to and from a story."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dailies.domain.brief import Brief
from dailies.domain.errors import InvalidInput
from dailies.domain.story import (
    SHOT_GRID_S,
    CameraMove,
    Entity,
    EntityKind,
    Scene,
    Shot,
    ShotSize,
    Story,
    TimeOfDay,
    Weather,
    check_story,
    fit_seconds,
)


class Part(BaseModel):
    """Base of all: every field is required and nothing else is allowed, as strict schemas demand."""

    model_config = ConfigDict(extra="forbid")


class EntityPart(Part):
    """A character, place or product."""

    id: str = Field(description="short slug, lower case")
    kind: EntityKind
    name: str
    description: str = Field(description="what it looks like, complete, used word for word in every picture")


class ShotPart(Part):
    """One camera set-up."""

    id: str = Field(description="unique slug; keep it when the shot is kept")
    seconds: float = Field(description="1 to 10, in steps of 0.5")
    action: str = Field(description="one sentence, what the camera sees")
    size: ShotSize
    move: CameraMove
    who: list[str] = Field(description="ids of characters and products in the picture")
    line: str = Field(description="spoken words, or empty")
    speaker: str = Field(description="id of who speaks; empty for a voice-over or no line")
    caption: str = Field(description="words on the screen, or empty")


class ScenePart(Part):
    """Shots in one place at one time."""

    id: str
    title: str
    place: str = Field(description="id of an entity of kind place")
    time: TimeOfDay
    weather: Weather
    mood: str
    shots: list[ShotPart]


class StoryPart(Part):
    """The whole story."""

    title: str
    logline: str
    framework: str = Field(description="the narrative framework by name, as AIDA or three acts")
    entities: list[EntityPart]
    scenes: list[ScenePart]
    call_to_action: str = Field(description="only for an ad, else empty")
    language: str = Field(description="ISO 639-1 code of the story's language")
    remarks: list[str] = Field(description="what was assumed or could not be followed, for the creator; may be empty")


class FindingPart(Part):
    """One thing judged."""

    score: float = Field(description="0 to 100")
    reason: str = Field(description="one sentence naming what is seen")
    box: list[float] | None = Field(description="left, top, right, bottom as shares of the picture, or null")


class AdherencePart(Part):
    """How well a picture shows what was asked."""

    match: FindingPart = Field(description="how much of what the prompt asks for is there, and right")
    craft: FindingPart = Field(description="anatomy, perspective, text and edges")
    continuity: FindingPart | None = Field(description="agreement with the references; null without references")
    faces: FindingPart | None = Field(description="whether faces can be read; null where none is seen")
    text: FindingPart | None = Field(description="whether lettering can be read; null where there is none")


def read_story(text: str, brief: Brief) -> Story:
    """The story in a model's answer, its seconds fitted to the brief.

    Raises InvalidInput ``story_invalid`` or ``too_many_shots`` with a sentence that tells the model, and people,
    what is wrong with it.
    """
    try:
        part = StoryPart.model_validate_json(text)
    except ValidationError as error:
        problems = "; ".join(
            f"{'.'.join(map(str, each['loc'])) or 'answer'}: {each['msg']}" for each in error.errors()[:8]
        )
        raise InvalidInput(
            f"The answer does not have the form of a story: {problems}.", code="story_invalid"
        ) from error
    story = Story(
        part.title.strip(),
        part.logline.strip(),
        part.framework.strip(),
        tuple(Entity(_slug(each.id), each.kind, each.name.strip(), each.description.strip()) for each in part.entities),
        tuple(_scene(scene) for scene in part.scenes),
        style=brief.style,
        call_to_action=part.call_to_action.strip(),
        language=part.language.strip() or brief.language,
        remarks=tuple(remark.strip() for remark in part.remarks if remark.strip()),
    )
    story = fit_seconds(story, brief.duration_s)
    check_story(story)
    return story


def _scene(part: ScenePart) -> Scene:
    return Scene(
        _slug(part.id),
        part.title.strip(),
        _slug(part.place),
        part.time,
        part.weather,
        part.mood.strip(),
        tuple(
            Shot(
                _slug(shot.id),
                max(1.0, round(shot.seconds / SHOT_GRID_S) * SHOT_GRID_S),
                shot.action.strip(),
                shot.size,
                shot.move,
                tuple(dict.fromkeys(_slug(each) for each in shot.who)),
                shot.line.strip(),
                _slug(shot.speaker),
                shot.caption.strip(),
            )
            for shot in part.shots
        ),
    )


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.strip().lower()).strip("-")


def block(name: str, data: object) -> str:
    """Data for a model, fenced by its name, so that it is read as data."""
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False, indent=1)
    # A fence inside the data must not close ours.
    return f"<{name}>\n{text.replace(f'</{name}>', f'< /{name}>')}\n</{name}>"


def brief_data(brief: Brief) -> dict[str, Any]:
    """The brief as a model is given it."""
    return asdict(brief)


def story_data(story: Story) -> dict[str, Any]:
    """The story as a model is given it: the fields it may write."""
    data = asdict(story)
    del data["style"]
    return data
