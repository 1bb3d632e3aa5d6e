"""The strict subset of JSON schemas, and answers that fit any schema."""

from __future__ import annotations

import random
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field, TypeAdapter

from dailies.domain.story import Story
from dailies.standin.openai.director import director_model
from dailies.standin.openai.schemas import MISSING, Filler, strict_fault
from dailies.standin.openai.talk import Message, Tool
from tests.standin.asking import story_schema, strict


class Look(StrEnum):
    INK = "ink"
    NOIR = "noir"


class Box(BaseModel):
    left: Annotated[float, Field(ge=0, le=1)]
    right: Annotated[float, Field(ge=0, le=1)]


class Finding(BaseModel):
    name: str
    score: Annotated[int, Field(ge=0, le=100)]
    box: Box | None


class Judged(BaseModel):
    kind: Literal["judged"]
    look: Look
    findings: Annotated[list[Finding], Field(min_length=2, max_length=4)]
    note: Annotated[str, Field(max_length=10)]
    inner: Judged | None
    sure: bool


def no_guess(name: str, rule: dict[str, Any]) -> Any:
    return MISSING


def filler(schema: dict[str, Any]) -> Filler:
    return Filler(schema, no_guess, "A quiet harbour at dusk.", random.Random(1))


def test_any_schema_is_filled() -> None:
    schema = Judged.model_json_schema()
    judged = Judged.model_validate(filler(schema).fill())
    assert judged.inner is None
    assert len(judged.findings) == 2
    assert 60 <= judged.findings[0].score <= 95


def test_what_is_known_is_kept_where_it_fits() -> None:
    known = {
        "look": "noir",
        "findings": [{"name": "hat", "score": 400, "box": {"left": 0.25}}],
        "note": "far too long a note",
    }
    judged = Judged.model_validate(filler(Judged.model_json_schema()).fill(known))
    assert judged.look is Look.NOIR
    assert judged.findings[0].score == 100
    assert judged.findings[0].box is not None
    assert judged.findings[0].box.left == 0.25
    assert judged.note == "far too lo"


def test_the_story_s_schema_is_inside_the_subset_and_can_be_filled() -> None:
    assert strict_fault(story_schema()) is None
    TypeAdapter(Story).validate_python(filler(story_schema()).fill())


def obj(**properties: Any) -> dict[str, Any]:
    return strict({"type": "object", "properties": properties})  # type: ignore[no-any-return]


def nested(levels: int) -> dict[str, Any]:
    return obj(inner=nested(levels - 1)) if levels else obj()


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"type": "array", "items": {"type": "string"}}, "must be a JSON Schema of 'type: \"object\"'"),
        ({"type": "object", "anyOf": [obj()]}, "must be a JSON Schema"),
        ({"type": "object", "properties": {}}, "'additionalProperties' is required"),
        (obj(a={"type": "string"}) | {"required": []}, "Missing 'a'"),
        (obj(a={"type": "array", "items": {"allOf": []}}), "'properties', 'a', 'items'"),
        (obj(a={"allOf": [{"type": "string"}]}), "'allOf' is not permitted"),
        (obj(a={"anyOf": [{"type": "null"}, {"not": {}}]}), "'not' is not permitted"),
        (obj() | {"$defs": {"B": {"type": "object", "properties": {}}}}, "'$defs', 'B'"),
        (nested(11), "levels of nesting"),
        (obj(a={"enum": [str(number) for number in range(1001)]}), "1000 enum values"),
        (obj(a={"enum": ["x" * 100 + str(number) for number in range(251)]}), "15000 characters"),
        (obj(**{f"p{number}": {"type": "string"} for number in range(5001)}), "5000 object properties"),
    ],
)
def test_what_is_outside_the_subset(schema: dict[str, Any], words: str) -> None:
    assert words in (strict_fault(schema) or "")


def test_optional_is_a_union_with_null_and_limits_are_allowed() -> None:
    optional = {"anyOf": [{"type": "string", "pattern": "a", "minLength": 1}, {"type": "null"}]}
    assert (
        strict_fault(obj(a=optional, b={"type": "array", "items": {"type": "number", "minimum": 1}, "maxItems": 3}))
        is None
    )


FRAMES = Tool(
    "regenerate_frames",
    "Make frames again",
    {"type": "object", "properties": {"shot": {"type": "integer"}, "words": {"type": "string"}}},
)
COSTS = Tool("show_costs", "Tell what was spent", {"type": "object", "properties": {}})


def test_the_director_s_model_calls_the_tool_that_fits() -> None:
    said = director_model([Message("user", "Regenerating frame 3 with warmer light, please")], [COSTS, FRAMES])
    assert said == ("regenerate_frames", {"shot": 3, "words": "Regenerating frame 3 with warmer light, please"})


def test_the_director_s_model_talks_where_no_tool_fits() -> None:
    assert isinstance(director_model([Message("user", "Good morning")], [COSTS, FRAMES]), str)
    assert director_model([Message("tool", "Spent: $2")], [COSTS]) == "Done. Spent: $2"
