"""The model of the rehearsal director: deterministic, made of rules."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from pydantic_ai.messages import (
    ModelMessage,
    ModelRequest,
    RetryPromptPart,
    SystemPromptPart,
    ToolReturnPart,
    UserPromptPart,
)
from pydantic_ai.models import Model
from pydantic_ai.models.function import AgentInfo, DeltaToolCall, DeltaToolCalls, FunctionModel

from dailies.adapters.director.agent import AgentDirector
from dailies.adapters.providers.rehearsal.thinking import Said, think

NAME = "rehearsal"

PAUSE_S = 0.015
"""Between two pieces of a reply: fast enough to read along, slow enough to see it being written."""

LONGEST_S = 1.2
"""The most a reply takes; a long one is handed over in larger pieces."""


def rehearsal_agent() -> AgentDirector:
    """The studio's agent on the rehearsal model."""
    return AgentDirector(NAME, _thinker)


@asynccontextmanager
async def _thinker(_: Callable[[str], None]) -> AsyncIterator[Model]:
    yield FunctionModel(stream_function=_stream, model_name=NAME)


async def _stream(messages: list[ModelMessage], info: AgentInfo) -> AsyncIterator[str | DeltaToolCalls]:
    thought = think(said(messages))
    if isinstance(thought, tuple):
        name, arguments = thought
        yield {0: DeltaToolCall(name, json.dumps(arguments, ensure_ascii=False), tool_call_id=f"call-{len(messages)}")}
        return
    words = re.findall(r"\S+\s*", thought)
    pieces = max(1, min(len(words), int(LONGEST_S / PAUSE_S)))
    for index in range(pieces):
        yield "".join(words[index * len(words) // pieces : (index + 1) * len(words) // pieces])
        await asyncio.sleep(PAUSE_S)


def said(messages: Sequence[ModelMessage]) -> list[Said]:
    """The chat as the thinking reads it."""
    found: list[Said] = []
    for message in messages:
        if not isinstance(message, ModelRequest):
            continue
        for part in message.parts:
            if isinstance(part, UserPromptPart):
                found.append(Said("user", str(part.content)))
            elif isinstance(part, SystemPromptPart):
                found.append(Said("system", part.content))
            elif isinstance(part, ToolReturnPart | RetryPromptPart):
                found.append(Said("tool", str(part.content)))
    return found
