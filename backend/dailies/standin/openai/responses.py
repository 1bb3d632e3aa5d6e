"""Responses: reading a request, and the answer as an object or as a stream of numbered events."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from dailies.standin.openai import errors
from dailies.standin.openai.chat import cut_up, must_call, pieces, shape_of, sse
from dailies.standin.openai.pictures_in import shown_picture
from dailies.standin.openai.talk import Answer, Ask, Json, Message, Picture, Tool, ToolCall, Usage

INCOMPLETE = {"length": "max_output_tokens", "content_filter": "content_filter"}


def responses_ask(body: Json, *, lenient: bool) -> Ask:
    """The request in common form. Raises OpenAIError."""
    given = body.get("input")
    if not given:
        raise errors.missing("input")
    items = [{"role": "user", "content": given}] if isinstance(given, str) else given
    format_ = (body.get("text") or {}).get("format") or {}
    choice = body.get("tool_choice")
    system = [Message("system", body["instructions"])] if isinstance(body.get("instructions"), str) else []
    said = [message for number, item in enumerate(items) if (message := _item(item, number))]
    return Ask(
        str(body["model"]),
        (*system, *said),
        tuple(_tool(each) for each in body.get("tools") or () if each.get("type") == "function"),
        must_call=must_call(choice),
        may_call=choice != "none",
        shape=shape_of(format_, "text.format", lenient=lenient) if format_.get("type") == "json_schema" else None,
        json_mode=format_.get("type") == "json_object",
        most_tokens=body.get("max_output_tokens"),
        stream=bool(body.get("stream")),
    )


def _tool(given: Json) -> Tool:
    return Tool(given["name"], given.get("description") or "", given.get("parameters") or {"type": "object"})


def _item(item: Json, number: int) -> Message | None:
    kind = item.get("type", "message")
    if kind == "function_call":
        return Message("assistant", "", calls=(ToolCall(item["call_id"], item["name"], item["arguments"]),))
    if kind == "function_call_output":
        output = item["output"]
        return Message("tool", output if isinstance(output, str) else json.dumps(output))
    if kind != "message":
        return None
    role = "system" if item.get("role") == "developer" else item.get("role", "")
    if role not in ("system", "user", "assistant"):
        raise errors.invalid(f"input[{number}].role", f"Invalid value: '{role}'.")
    content = item.get("content") or ""
    parts = [{"type": "input_text", "text": content}] if isinstance(content, str) else content
    pictures = tuple(
        Picture(shown_picture(part.get("image_url")), part.get("detail") or "auto")
        for part in parts
        if part.get("type") == "input_image"
    )
    return Message(role, "\n".join(part.get("text") or part.get("refusal") or "" for part in parts), pictures)


def response_object(job: str, body: Json, answer: Answer, usage: Usage | None, *, created: float = 0.0) -> Json:
    """The whole answer."""
    why = INCOMPLETE.get(answer.finish)
    whole = _begun(job, body, created or time.time())
    return whole | {
        "status": "incomplete" if why else "completed",
        "completed_at": None if why else int(time.time()),
        "incomplete_details": {"reason": why} if why else None,
        "output": [_finished(item, incomplete=bool(why)) for item in _items(job, answer)],
        "usage": response_usage(usage) if usage else None,
    }


def response_usage(usage: Usage) -> Json:
    """Token counts under this interface's names."""
    return {
        "input_tokens": usage.taken_in,
        "input_tokens_details": {"cached_tokens": usage.cached, "cache_write_tokens": 0},
        "output_tokens": usage.given_out,
        "output_tokens_details": {"reasoning_tokens": 0},
        "total_tokens": usage.taken_in + usage.given_out,
    }


def response_events(job: str, body: Json, answer: Answer, usage: Usage | None, faults: frozenset[str]) -> Iterator[str]:
    """The answer as server-sent events; the end of the iterator is the end of the stream."""
    number, created = -1, time.time()

    def event(kind: str, **fields: Any) -> str:
        nonlocal number
        number += 1
        return sse({"type": kind, "sequence_number": number, **fields}, kind)

    begun = _begun(job, body, created)
    yield event("response.created", response=begun)
    yield event("response.in_progress", response=begun)
    inner = [fields for index, item in enumerate(_items(job, answer)) for fields in _item_events(index, item, faults)]
    for position, (kind, fields) in enumerate(inner):
        if "mid_stream_error" in faults and position >= len(inner) // 2:
            error = errors.server_error().body["error"]
            yield event("error", code="server_error", message=error["message"], param=None)
            return
        yield event(kind, **fields)
    whole = response_object(job, body, answer, usage, created=created)
    yield event("response.incomplete" if whole["incomplete_details"] else "response.completed", response=whole)


def _item_events(index: int, item: Json, faults: frozenset[str]) -> Iterator[tuple[str, Json]]:
    """Kinds and fields of the events of one output item."""
    place: Json = {"item_id": item["id"], "output_index": index}
    if item["type"] == "function_call":
        yield (
            "response.output_item.added",
            {"output_index": index, "item": item | {"arguments": "", "status": "in_progress"}},
        )
        for piece in cut_up(item["arguments"]):
            yield "response.function_call_arguments.delta", place | {"delta": piece}
        yield "response.function_call_arguments.done", place | {"arguments": item["arguments"]}
        yield "response.output_item.done", {"output_index": index, "item": item}
        return
    part = item["content"][0]
    place |= {"content_index": 0}
    word, field = ("output_text", "text") if part["type"] == "output_text" else ("refusal", "refusal")
    more: Json = {"logprobs": []} if word == "output_text" else {}
    empty = {"content": [], "status": "in_progress"}
    yield "response.output_item.added", {"output_index": index, "item": item | empty}
    yield "response.content_part.added", place | {"part": part | {field: ""}}
    if "empty_first_part" in faults:
        yield f"response.{word}.delta", place | more | {"delta": ""}
    for piece in pieces(part[field]):
        yield f"response.{word}.delta", place | more | {"delta": piece}
    yield f"response.{word}.done", place | more | {field: part[field]}
    yield "response.content_part.done", place | {"part": part}
    yield "response.output_item.done", {"output_index": index, "item": item}


def _items(job: str, answer: Answer) -> list[Json]:
    """Output items."""
    if answer.calls:
        return [
            {
                "id": f"fc_{job.removeprefix('resp_')}{number}",
                "type": "function_call",
                "status": "completed",
                "call_id": call.id,
                "name": call.name,
                "arguments": call.arguments,
            }
            for number, call in enumerate(answer.calls)
        ]
    part: Json = {"type": "output_text", "text": answer.text, "annotations": [], "logprobs": []}
    if answer.refusal:
        part = {"type": "refusal", "refusal": answer.refusal}
    message_id = f"msg_{job.removeprefix('resp_')}"
    return [{"id": message_id, "type": "message", "status": "completed", "role": "assistant", "content": [part]}]


def _finished(item: Json, *, incomplete: bool) -> Json:
    return item | {"status": "incomplete" if incomplete else "completed"}


def _begun(job: str, body: Json, created: float) -> Json:
    """The response object before anything is said."""
    return {
        "id": job,
        "object": "response",
        "created_at": int(created),
        "status": "in_progress",
        "background": False,
        "completed_at": None,
        "error": None,
        "incomplete_details": None,
        "instructions": body.get("instructions"),
        "max_output_tokens": body.get("max_output_tokens"),
        "metadata": body.get("metadata") or {},
        "model": body["model"],
        "output": [],
        "parallel_tool_calls": body.get("parallel_tool_calls", True),
        "previous_response_id": body.get("previous_response_id"),
        "reasoning": {"effort": None, "summary": None},
        "service_tier": "default",
        "temperature": body.get("temperature", 1.0),
        "text": body.get("text") or {"format": {"type": "text"}},
        "tool_choice": body.get("tool_choice", "auto"),
        "tools": body.get("tools") or [],
        "top_p": body.get("top_p", 1.0),
        "truncation": "disabled",
        "usage": None,
        "user": body.get("user"),
    }


def new_response_id() -> str:
    """An id for a response."""
    return f"resp_{uuid4().hex}"
