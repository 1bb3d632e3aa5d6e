"""What the stand-in's text model says: stories by the rehearsal writer, anything else by its schema."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter, ValidationError

from dailies.adapters.providers.rehearsal.writer import RehearsalWriter
from dailies.domain.brief import Brief, checked_brief
from dailies.domain.errors import DailiesError
from dailies.domain.story import Story
from dailies.media.planes import decode_rgb
from dailies.media.scores import sharpness
from dailies.media.technique import exposure
from dailies.standin.chance import Dice
from dailies.standin.openai.director import director_model
from dailies.standin.openai.schemas import MISSING, Filler
from dailies.standin.openai.talk import (
    Answer,
    Ask,
    Json,
    Message,
    Tool,
    ToolCall,
    block,
    known_fields,
    last_words,
    schema_in,
)

DirectorModel = Callable[[Sequence[Message], Sequence[Tool]], "str | tuple[str, Json]"]
"""Answers a chat that offers tools: a text, or a tool's name and arguments."""
STORY_FIELDS = frozenset({"title", "scenes", "entities"})
OUTPUT_TOOL_WORDS = "final response"
_BRIEF = TypeAdapter(Brief)
_STORY = TypeAdapter(Story)


class Mind:
    """Answers asks. The same ask asked again gets another answer, decided by the seed."""

    def __init__(self, dice: Dice, director: DirectorModel = director_model) -> None:
        self._dice, self._director = dice, director

    async def answer(self, ask: Ask) -> Answer:
        """What the model says."""
        try:
            if ask.shape is not None:
                return Answer(json.dumps(await self._shaped(ask, ask.shape.schema, ask.shape.name), ensure_ascii=False))
            if ask.json_mode:
                schema = schema_in(ask.messages) or {"type": "object", "properties": {"answer": {"type": "string"}}}
                return Answer(json.dumps(await self._shaped(ask, schema, ""), ensure_ascii=False))
            if ask.tools and ask.may_call:
                return await self._with_tools(ask)
        except DailiesError as error:
            return Answer(refusal=str(error))
        return Answer(_spoken(ask))

    async def _with_tools(self, ask: Ask) -> Answer:
        output = next((tool for tool in ask.tools if _gives_the_answer(tool)), None)
        named = next((tool for tool in ask.tools if tool.name == ask.must_call), None)
        others = [tool for tool in ask.tools if tool is not output]
        if named is None and others:
            said = self._director(ask.messages, others)
            if isinstance(said, tuple):
                known = next(tool for tool in others if tool.name == said[0])
                return self._call(ask, known, await self._shaped(ask, known.parameters, known.name, said[1]))
            if output is None and not ask.must_call:
                return Answer(said)
        chosen = named or output or ask.tools[0]
        return self._call(ask, chosen, await self._shaped(ask, chosen.parameters, chosen.name))

    def _call(self, ask: Ask, tool: Tool, arguments: Any) -> Answer:
        number = self._dice.draw("call").randrange(16**8)
        call = ToolCall(f"call_{number:08x}", tool.name, json.dumps(arguments, ensure_ascii=False))
        return Answer(calls=(call,), finish="tool_calls")

    async def _shaped(self, ask: Ask, schema: Json, name: str, known: Any = MISSING) -> Any:
        seed = ask.seed if ask.seed is not None else self._dice.number(f"{ask.model} {ask.fingerprint}")
        story: Json | None = None
        if block(ask.messages, "brief") and _mentions_story(schema, name):
            story = asdict(await _story(ask, seed))
        looked = _looked_at(ask)

        def guess(field: str, rule: Json) -> Any:
            if story is not None and set(rule.get("properties", ())) >= STORY_FIELDS:
                return story
            if looked is not None and rule.get("type") in ("number", "integer") and _is_score(field):
                low, high = float(rule.get("minimum", 0)), float(rule.get("maximum", 100))
                return low + (high - low) * looked
            if looked is not None and field in ("reason", "explanation"):
                return "Judged by how sharp and how well exposed the picture is."
            return MISSING

        return Filler(schema, guess, last_words(ask.messages), self._dice.draw(f"fill {name}")).fill(known)


async def _story(ask: Ask, seed: int) -> Story:
    """A new story, or the current one changed. Raises DailiesError."""
    writer = RehearsalWriter()
    brief = _brief(block(ask.messages, "brief"))
    current, instruction = block(ask.messages, "story"), block(ask.messages, "instruction")
    if not (current and instruction):
        return (await writer.write(brief, seed, _ignored)).story
    try:
        story = _STORY.validate_json(current)
        scenes = tuple(json.loads(block(ask.messages, "scenes") or "[]"))
    except (ValidationError, ValueError) as error:
        raise DailiesError("I can't read the current story.") from error
    return (await writer.revise(brief, story, instruction, scenes, seed, _ignored)).story


def _brief(text: str) -> Brief:
    """The brief in a message. Fields that are not a brief's are left out. Raises DailiesError."""
    try:
        given = json.loads(text)
        return checked_brief(_BRIEF.validate_python(known_fields(given, frozenset(Brief.__dataclass_fields__))))
    except (ValidationError, ValueError, AttributeError) as error:
        raise DailiesError("I can't read the brief.") from error


def _mentions_story(schema: Json, name: str) -> bool:
    objects = [schema, *schema.get("$defs", {}).values(), *schema.get("properties", {}).values()]
    fits = any(set(each.get("properties", ())) >= STORY_FIELDS for each in objects if isinstance(each, dict))
    return fits or name.startswith("Story")


def _looked_at(ask: Ask) -> float | None:
    """0 to 1 from what can be measured in the last picture shown; None where none was shown."""
    shown = [picture for message in ask.messages for picture in message.pictures]
    if not shown:
        return None
    try:
        rgb = decode_rgb(shown[-1].data)
    except (OSError, ValueError, SyntaxError):
        return 0.0
    light = 1 - min(1.0, abs((exposure(rgb).score.value or 0.0) - 25) / 75)
    return 0.55 + 0.25 * light + 0.2 * (sharpness(rgb).value or 0.0) / 100


def _is_score(name: str) -> bool:
    return name not in ("left", "top", "right", "bottom", "x", "y")


def _gives_the_answer(tool: Tool) -> bool:
    return tool.name.startswith("final_result") or OUTPUT_TOOL_WORDS in tool.description.lower()


def _spoken(ask: Ask) -> str:
    words = " ".join(last_words(ask.messages).split())
    if not words:
        return "What shall we make?"
    short = words if len(words) <= 300 else words[:300].rsplit(" ", 1)[0] + "…"
    return f"Here is how I would take that further: {short}"


def _ignored(_: float) -> None:
    """Nobody watches the writer."""
