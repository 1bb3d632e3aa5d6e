"""The text endpoints: ask, answer, faults, pace, bill."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from dailies.standin.openai import errors, parameters
from dailies.standin.openai.chat import chat_ask, chat_events, chat_object
from dailies.standin.openai.gate import Gate
from dailies.standin.openai.mind import Mind
from dailies.standin.openai.responses import new_response_id, response_events, response_object, responses_ask
from dailies.standin.openai.talk import CHARS_A_TOKEN, Answer, Ask, Json, PrefixCache, ToolCall, Usage
from dailies.standin.wire import CutConnection, cut, json_answer

FIRST_BYTE_SHARE = 0.2
"""Of a streamed answer's time, how much passes before its first word."""
SHORTEST_PAUSE_S = 0.005


@dataclass(frozen=True)
class Talk:
    """One exchange, answered. ``events``: of the stream, made anew."""

    ask: Ask
    whole: Json
    events: Callable[[], Iterator[str]]
    seconds: float


class TextEndpoint:
    """Answers Chat Completions and Responses."""

    def __init__(self, gate: Gate, mind: Mind) -> None:
        self._gate, self._mind, self._cache = gate, mind, PrefixCache()

    async def chat(self, request: Request, body: Json, faults: frozenset[str]) -> Response:
        """Answer a chat. Raises OpenAIError."""
        model = self._gate.served(body.get("model"), "text")
        ask = _read(chat_ask, body, parameters.CHAT, self._gate.lenient)
        if self._gate.lenient:
            faults |= {"empty_first_part"}
        job = f"chatcmpl-{uuid4().hex}"
        answer, usage, seconds = await self._answered(ask, model.name, job, faults)
        shown = None if "no_usage" in faults else usage
        talk = Talk(
            ask,
            chat_object(job, ask, answer, shown),
            lambda: chat_events(job, ask, answer, shown, faults),
            seconds,
        )
        return await self._sent(request, talk, faults)

    async def responses(self, request: Request, body: Json, faults: frozenset[str]) -> Response:
        """Answer a response. Raises OpenAIError."""
        model = self._gate.served(body.get("model"), "text")
        ask = _read(responses_ask, body, parameters.RESPONSES, self._gate.lenient)
        job = new_response_id()
        answer, usage, seconds = await self._answered(ask, model.name, job, faults)
        shown = None if "no_usage" in faults else usage
        talk = Talk(
            ask,
            response_object(job, body, answer, shown),
            lambda: response_events(job, body, answer, shown, faults),
            seconds,
        )
        return await self._sent(request, talk, faults)

    async def _answered(self, ask: Ask, model: str, job: str, faults: frozenset[str]) -> tuple[Answer, Usage, float]:
        """The answer, what it used, and the seconds its telling takes."""
        if "schema_refused" in faults:
            raise errors.invalid("response_format", "Invalid schema for response_format.", "invalid_json_schema")
        self._gate.spend_tokens(ask.tokens)
        standin, begun = self._gate.standin, time.monotonic()
        answer = _cut_to(_spoiled(await self._mind.answer(ask), faults), ask.most_tokens)
        usage = Usage(ask.tokens, self._cache.cached_tokens(ask), answer.tokens)
        failing = "mid_stream_error" in faults
        if not failing:
            self._gate.bill(model, job, usage.quantity, {}, f"finished: {answer.finish}")
        drawn = standin.settings.latency_of("text", model).draw(standin.dice.draw(f"latency {model}"))
        if failing and not ask.stream:
            raise errors.server_error()
        return answer, usage, max(0.0, drawn * standin.settings.time_scale - (time.monotonic() - begun))

    async def _sent(self, request: Request, talk: Talk, faults: frozenset[str]) -> Response:
        if not talk.ask.stream:
            await asyncio.sleep(talk.seconds)
            return CutConnection() if "stream_cut" in faults else json_answer(talk.whole)
        told = _told(request, list(talk.events()), talk.seconds, cut_half="stream_cut" in faults)
        return StreamingResponse(
            told, media_type="text/event-stream; charset=utf-8", headers={"cache-control": "no-cache"}
        )


def _read(reader: Callable[..., Ask], body: Json, known: frozenset[str], lenient: bool) -> Ask:
    """The request in common form. Raises OpenAIError for every form it can't have."""
    if not lenient:
        parameters.refuse_unknown(body, known)
    try:
        return reader(body, lenient=lenient)
    except (KeyError, TypeError, AttributeError) as error:
        # The interfaces are deep: a part of another type or without its name surfaces where it is read.
        raise errors.OpenAIError(400, f"Invalid request: {error}", code="invalid_type") from error


async def _told(request: Request, events: list[str], seconds: float, *, cut_half: bool) -> AsyncIterator[str]:
    """The events at the model's pace."""
    await asyncio.sleep(seconds * FIRST_BYTE_SHARE)
    each = seconds * (1 - FIRST_BYTE_SHARE) / max(1, len(events))
    owed = 0.0
    for number, event in enumerate(events):
        if cut_half and number >= len(events) // 2:
            await cut(request.scope)
            return
        yield event
        owed += each
        if owed >= SHORTEST_PAUSE_S:
            await asyncio.sleep(owed)
            owed = 0.0


def _spoiled(answer: Answer, faults: frozenset[str]) -> Answer:
    """The answer with the faults of what is said."""
    if "refusal" in faults:
        return Answer(refusal="I'm sorry, but I can't help with that request.")
    if "length" in faults:
        return _halved(answer, "length")
    if "content_filter" in faults:
        return _halved(answer, "content_filter")
    if "bad_json" in faults:
        return replace(_halved(answer, "length"), finish=answer.finish)
    if "off_schema" in faults:
        return _with_payload(answer, lambda _: '{"unexpected": "an answer of another form"}')
    if "fenced_json" in faults:
        return _with_payload(answer, lambda text: f"```json\n{text}\n```")
    return answer


def _halved(answer: Answer, finish: Any) -> Answer:
    return replace(_with_payload(answer, lambda text: text[: len(text) // 2]), finish=finish)


def _with_payload(answer: Answer, change: Callable[[str], str]) -> Answer:
    calls = tuple(ToolCall(call.id, call.name, change(call.arguments)) for call in answer.calls)
    return replace(answer, text=change(answer.text) if answer.text else "", calls=calls)


def _cut_to(answer: Answer, most_tokens: int | None) -> Answer:
    if most_tokens is None or answer.tokens <= most_tokens:
        return answer
    return replace(_with_payload(answer, lambda text: text[: most_tokens * CHARS_A_TOKEN]), finish="length")
