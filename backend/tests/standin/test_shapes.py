"""What the stand-in answers, against the published types of the official openai client."""

from __future__ import annotations

import json
from typing import Any

import pytest
from openai.types import ImagesResponse, Model, ModerationCreateResponse
from openai.types.audio.speech_create_params import SpeechCreateParams
from openai.types.chat import ChatCompletion, ChatCompletionChunk
from openai.types.chat.completion_create_params import CompletionCreateParamsBase
from openai.types.image_edit_params import ImageEditParamsBase
from openai.types.image_edit_stream_event import ImageEditStreamEvent
from openai.types.image_gen_stream_event import ImageGenStreamEvent
from openai.types.image_generate_params import ImageGenerateParamsBase
from openai.types.moderation_create_params import ModerationCreateParams
from openai.types.responses import Response, ResponseStreamEvent
from openai.types.responses.response_create_params import ResponseCreateParamsBase
from pydantic import BaseModel, TypeAdapter

from dailies.standin.openai import parameters
from tests.standin.asking import story_words, user
from tests.standin.seeing import LUNA, Bench, Seen
from tests.standin.test_openai_client import TOOLS

EVENT: TypeAdapter[Any] = TypeAdapter(ResponseStreamEvent)


def post(bench: Bench, path: str, **body: Any) -> Seen:
    seen = bench.send("POST", f"{bench.standin.openai}{path}", body.pop("fault", ""), json=body)
    assert seen.status == 200, seen.text
    return seen


def check(kind: type[BaseModel], seen: Seen) -> Any:
    """Validate, and refuse fields that the published type does not have."""
    checked = kind.model_validate(seen.json)
    assert not checked.model_extra, checked.model_extra
    return checked


def events(seen: Seen) -> list[Any]:
    lines = [line.removeprefix("data: ") for line in seen.text.splitlines() if line.startswith("data: ")]
    return [json.loads(line) for line in lines if line != "[DONE]"]


CHATS: list[dict[str, Any]] = [
    {"messages": user("hello")},
    {"messages": user("Show what was spent, the costs"), "tools": TOOLS},
    {"messages": user("hello"), "fault": "refusal"},
    {"messages": user("hello"), "fault": "content_filter"},
]


@pytest.mark.parametrize("chat", CHATS)
def test_chats(bench: Bench, chat: dict[str, Any]) -> None:
    check(ChatCompletion, post(bench, "/chat/completions", model=LUNA, **chat))


@pytest.mark.parametrize("chat", CHATS)
def test_chunks(bench: Bench, chat: dict[str, Any]) -> None:
    seen = post(bench, "/chat/completions", model=LUNA, stream=True, stream_options={"include_usage": True}, **chat)
    assert seen.text.endswith("data: [DONE]\n\n")
    for event in events(seen):
        assert not ChatCompletionChunk.model_validate(event).model_extra


RESPONSES: list[dict[str, Any]] = [
    {"input": "hello", "instructions": "Be brief."},
    {
        "input": "Show the costs, what was spent",
        "tools": [{"type": "function", "strict": None, **TOOLS[1]["function"]}],
    },
    {"input": "hello", "fault": "refusal"},
    {"input": "hello", "fault": "length"},
    {"input": "hello", "fault": "content_filter"},
    {"input": story_words(), "text": {"format": {"type": "json_object"}}},
]


@pytest.mark.parametrize("asked", RESPONSES)
def test_responses(bench: Bench, asked: dict[str, Any]) -> None:
    check(Response, post(bench, "/responses", model=LUNA, **asked))


@pytest.mark.parametrize("asked", RESPONSES)
def test_response_events(bench: Bench, asked: dict[str, Any]) -> None:
    told = events(post(bench, "/responses", model=LUNA, stream=True, **asked))
    for event in told:
        assert not EVENT.validate_python(event).model_extra
    assert [event["sequence_number"] for event in told] == list(range(len(told)))


def test_an_error_event(bench: Bench) -> None:
    told = events(post(bench, "/responses", model=LUNA, stream=True, input="hello", fault="mid_stream_error"))
    assert EVENT.validate_python(told[-1]).type == "error"


def test_images(bench: Bench, picture: bytes) -> None:
    asked = {"model": "gpt-image-2", "prompt": "Mia", "quality": "low"}
    check(ImagesResponse, post(bench, "/images/generations", **asked))
    told = events(post(bench, "/images/generations", stream=True, partial_images=2, **asked))
    assert [event["type"] for event in told] == ["image_generation.partial_image"] * 2 + ["image_generation.completed"]
    for event in told:
        TypeAdapter[Any](ImageGenStreamEvent).validate_python(event)
    files = {"image[]": ("a.png", picture, "image/png")}
    edit = bench.send("POST", f"{bench.standin.openai}/images/edits", data=asked | {"stream": "true"}, files=files)
    for event in events(edit):
        TypeAdapter[Any](ImageEditStreamEvent).validate_python(event)


def test_models_and_moderation(bench: Bench) -> None:
    listed = bench.send("GET", f"{bench.standin.openai}/models").json
    for each in listed["data"]:
        assert not Model.model_validate(each).model_extra
    check(ModerationCreateResponse, post(bench, "/moderations", input="calm"))


def test_errors_have_the_envelope_and_the_headers(bench: Bench) -> None:
    seen = bench.send("POST", f"{bench.standin.openai}/chat/completions", json={"model": "nobody"})
    assert seen.json["error"].keys() == {"message", "type", "param", "code"}
    assert seen.headers["x-request-id"].startswith("req_")
    assert seen.headers["x-ratelimit-limit-requests"] == "500"
    assert seen.headers["x-ratelimit-reset-tokens"]


@pytest.mark.parametrize(
    ("published", "known"),
    [
        (CompletionCreateParamsBase, parameters.CHAT),
        (ResponseCreateParamsBase, parameters.RESPONSES),
        (SpeechCreateParams, parameters.SPEECH),
        (ModerationCreateParams, parameters.MODERATION),
        (ImageGenerateParamsBase, parameters.GENERATION),
        (ImageEditParamsBase, parameters.EDIT - {"image[]"}),
    ],
)
def test_the_parameters_known_are_the_published_ones(published: Any, known: frozenset[str]) -> None:
    assert known - {"stream"} <= set(published.__annotations__)


@pytest.mark.parametrize(
    "path", ["/chat/completions", "/responses", "/audio/speech", "/moderations", "/images/generations"]
)
def test_an_unknown_parameter_is_refused(bench: Bench, path: str) -> None:
    seen = bench.send("POST", bench.standin.openai + path, json={"model": LUNA, "temprature": 1})
    assert seen.status == 400
    assert seen.json["error"]["code"] == "unknown_parameter"
