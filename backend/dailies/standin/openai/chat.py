"""Chat Completions: reading a request, and the answer as an object or as a stream."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from typing import Any

from dailies.standin.openai import errors
from dailies.standin.openai.pictures_in import shown_picture
from dailies.standin.openai.schemas import strict_fault
from dailies.standin.openai.talk import Answer, Ask, Json, Message, Picture, Shape, Tool, ToolCall, Usage

ROLES = {"developer": "system"}
PIECE = re.compile(r"\s*\S+\s*|\s+")
ARGUMENT_PIECE = 9
"""Arguments of tools are streamed in pieces of so many characters, wherever that cuts the JSON."""


def chat_ask(body: Json, *, lenient: bool) -> Ask:
    """The request in common form. Raises OpenAIError."""
    given = body.get("messages")
    if not isinstance(given, list) or not given:
        raise errors.missing("messages")
    choice = body.get("tool_choice")
    options = body.get("stream_options") or {}
    return Ask(
        str(body["model"]),
        tuple(_message(each, number) for number, each in enumerate(given)),
        tuple(_tool(each["function"]) for each in body.get("tools") or () if each.get("type") == "function"),
        must_call=must_call(choice),
        may_call=choice != "none",
        shape=_shape(body.get("response_format") or {}, lenient),
        json_mode=(body.get("response_format") or {}).get("type") == "json_object",
        most_tokens=body.get("max_completion_tokens") or body.get("max_tokens"),
        stream=bool(body.get("stream")),
        stream_usage=bool(options.get("include_usage")),
        seed=body.get("seed"),
    )


def must_call(choice: Any) -> str:
    """ "" for as the model likes, "*" for any tool, else the tool's name."""
    if isinstance(choice, dict):
        return str((choice.get("function") or choice).get("name", ""))
    return "*" if choice == "required" else ""


def shape_of(given: Json, param: str, *, lenient: bool) -> Shape:
    """A checked schema for the answer. Raises OpenAIError where a strict one leaves the subset."""
    name, schema = given.get("name"), given.get("schema")
    if not isinstance(name, str) or not re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", name):
        raise errors.invalid(f"{param}.name", "Invalid name: it must match the pattern '^[a-zA-Z0-9_-]+$'.")
    if not isinstance(schema, dict):
        raise errors.missing(f"{param}.schema")
    strict = bool(given.get("strict")) and not lenient
    if strict and (fault := strict_fault(schema)):
        raise errors.invalid(param, f"Invalid schema for response_format '{name}': {fault}", "invalid_json_schema")
    return Shape(name, schema, strict)


def _shape(given: Json, lenient: bool) -> Shape | None:
    if given.get("type") != "json_schema":
        return None
    return shape_of(given.get("json_schema") or {}, "response_format", lenient=lenient)


def _tool(given: Json) -> Tool:
    return Tool(given["name"], given.get("description") or "", given.get("parameters") or {"type": "object"})


def _message(given: Json, number: int) -> Message:
    role = ROLES.get(given.get("role", ""), given.get("role", ""))
    if role not in ("system", "user", "assistant", "tool"):
        raise errors.invalid(f"messages[{number}].role", f"Invalid value: '{role}'.")
    content = given.get("content")
    parts: list[Json] = [{"type": "text", "text": content}] if isinstance(content, str) else content or []
    calls = tuple(
        ToolCall(each["id"], each["function"]["name"], each["function"]["arguments"])
        for each in given.get("tool_calls") or ()
    )
    pictures = tuple(
        Picture(shown_picture(part["image_url"]["url"]), part["image_url"].get("detail") or "auto")
        for part in parts
        if part.get("type") == "image_url"
    )
    text = "\n".join(part.get("text") or part.get("refusal") or "" for part in parts if part.get("type") != "image_url")
    return Message(role, text, pictures, calls)


def chat_object(job: str, ask: Ask, answer: Answer, usage: Usage | None) -> Json:
    """The whole answer."""
    message: Json = {
        "role": "assistant",
        "content": None if answer.refusal or answer.calls else answer.text,
        "refusal": answer.refusal or None,
        "annotations": [],
    }
    if answer.calls:
        message["tool_calls"] = [_call(call) for call in answer.calls]
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": answer.finish}
    whole = _head(job, ask, "chat.completion") | {"choices": [choice]}
    return whole | ({"usage": chat_usage(usage)} if usage else {})


def chat_usage(usage: Usage) -> Json:
    """Token counts under this interface's names."""
    return {
        "prompt_tokens": usage.taken_in,
        "completion_tokens": usage.given_out,
        "total_tokens": usage.taken_in + usage.given_out,
        "prompt_tokens_details": {"cached_tokens": usage.cached, "audio_tokens": 0},
        "completion_tokens_details": {
            "reasoning_tokens": 0,
            "audio_tokens": 0,
            "accepted_prediction_tokens": 0,
            "rejected_prediction_tokens": 0,
        },
    }


def chat_events(job: str, ask: Ask, answer: Answer, usage: Usage | None, faults: frozenset[str]) -> Iterator[str]:
    """The answer as server-sent events; the end of the iterator is the end of the stream."""
    head = _head(job, ask, "chat.completion.chunk")

    def chunk(delta: Json, finish: str | None = None) -> str:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
        return sse(head | {"choices": [choice]} | ({"usage": None} if ask.stream_usage else {}))

    yield chunk({"role": "assistant", "content": None if answer.calls else "", "refusal": None})
    if "empty_first_part" in faults:
        yield chunk({"content": ""})
    deltas = list(_deltas(answer))
    for number, delta in enumerate(deltas):
        if "mid_stream_error" in faults and number >= len(deltas) // 2:
            yield sse(errors.server_error().body)
            return
        yield chunk(delta)
    yield chunk({}, answer.finish)
    if ask.stream_usage and usage is not None:
        yield sse(head | {"choices": [], "usage": chat_usage(usage)})
    yield "data: [DONE]\n\n"


def _deltas(answer: Answer) -> Iterator[Json]:
    for piece in pieces(answer.text):
        yield {"content": piece}
    for piece in pieces(answer.refusal):
        yield {"refusal": piece}
    for number, call in enumerate(answer.calls):
        begun = _call(call) | {"index": number, "function": {"name": call.name, "arguments": ""}}
        yield {"tool_calls": [begun]}
        for piece in cut_up(call.arguments):
            yield {"tool_calls": [{"index": number, "function": {"arguments": piece}}]}


def pieces(text: str) -> list[str]:
    """A text as words with their spaces; joined they are the text."""
    return PIECE.findall(text)


def cut_up(arguments: str) -> list[str]:
    """Arguments in pieces that end anywhere in the JSON."""
    return [arguments[start : start + ARGUMENT_PIECE] for start in range(0, len(arguments), ARGUMENT_PIECE)]


def sse(data: Json, event: str = "") -> str:
    """One server-sent event."""
    head = f"event: {event}\n" if event else ""
    return f"{head}data: {json.dumps(data, ensure_ascii=False)}\n\n"


def _head(job: str, ask: Ask, kind: str) -> Json:
    return {
        "id": job,
        "object": kind,
        "created": int(time.time()),
        "model": ask.model,
        "service_tier": "default",
        "system_fingerprint": None,
    }


def _call(call: ToolCall) -> Json:
    return {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": call.arguments}}
