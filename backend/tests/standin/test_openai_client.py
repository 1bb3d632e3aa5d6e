"""The official openai client against the stand-in."""

from __future__ import annotations

import base64
import io
import json
from typing import Any

import openai
import pytest
from openai.types.responses import ResponseFunctionToolCall
from PIL import Image
from pydantic import BaseModel

from dailies.domain.story import check_story
from dailies.standin.server import StandinHandle
from tests.standin.asking import STORY, data_uri, story_format, story_schema, story_words, user

LUNA = "gpt-6-luna"
TOOLS: list[Any] = [
    {
        "type": "function",
        "function": {
            "name": "regenerate_frames",
            "description": "Make frames of the storyboard again",
            "parameters": {
                "type": "object",
                "properties": {
                    "shots": {"type": "array", "items": {"type": "integer"}},
                    "instruction": {"type": "string"},
                },
            },
        },
    },
    {
        "type": "function",
        "function": {
            "name": "show_costs",
            "description": "Tell what was spent",
            "parameters": {"type": "object", "properties": {}},
        },
    },
]


class Finding(BaseModel):
    name: str
    score: int
    reason: str


class Adherence(BaseModel):
    findings: list[Finding]
    overall: float


def test_a_chat_is_answered_with_usage(gpt: openai.OpenAI) -> None:
    whole = gpt.chat.completions.create(model=LUNA, messages=user("A ship in a storm"))
    choice = whole.choices[0]
    assert choice.finish_reason == "stop"
    assert "A ship in a storm" in (choice.message.content or "")
    assert whole.usage is not None
    assert whole.usage.total_tokens == whole.usage.prompt_tokens + whole.usage.completion_tokens


def test_a_streamed_chat_says_the_same_and_ends_with_usage(gpt: openai.OpenAI) -> None:
    with gpt.chat.completions.create(
        model=LUNA, messages=user("A ship"), stream=True, stream_options={"include_usage": True}
    ) as stream:
        chunks = list(stream)
    text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)
    assert text.endswith("A ship")
    assert chunks[-1].choices == []
    assert chunks[-1].usage is not None
    assert {chunk.choices[0].finish_reason for chunk in chunks if chunk.choices} == {None, "stop"}


def test_responses_stream_in_the_documented_order(gpt: openai.OpenAI) -> None:
    with gpt.responses.stream(model=LUNA, input="A ship") as stream:
        kinds = [event.type for event in stream]
        final = stream.get_final_response()
    assert final.output_text.endswith("A ship")
    seen = list(dict.fromkeys(kinds))
    assert seen == [
        "response.created",
        "response.in_progress",
        "response.output_item.added",
        "response.content_part.added",
        "response.output_text.delta",
        "response.output_text.done",
        "response.content_part.done",
        "response.output_item.done",
        "response.completed",
    ]


def test_a_story_is_written_to_its_schema(gpt: openai.OpenAI) -> None:
    whole = gpt.chat.completions.create(model=LUNA, messages=user(story_words()), response_format=story_format())
    story = STORY.validate_json(whole.choices[0].message.content or "")
    check_story(story)
    assert story.seconds == 12


def test_a_story_is_changed_as_asked(gpt: openai.OpenAI) -> None:
    shape: Any = {"format": {"type": "json_schema", "name": "Story", "strict": True, "schema": story_schema()}}
    first = STORY.validate_json(gpt.responses.create(model=LUNA, input=story_words(), text=shape).output_text)
    words = story_words(first, "Rename Mia to Ada")
    second = STORY.validate_json(gpt.responses.create(model=LUNA, input=words, text=shape).output_text)
    assert "Ada" in STORY.dump_json(second).decode()
    assert "Mia" not in STORY.dump_json(second).decode()
    assert [scene.id for scene in second.scenes] == [scene.id for scene in first.scenes]


def test_a_brief_that_says_nothing_is_refused_in_words(gpt: openai.OpenAI) -> None:
    whole = gpt.chat.completions.create(
        model=LUNA, messages=user(story_words(prompt="   ")), response_format=story_format()
    )
    assert whole.choices[0].message.content is None
    assert whole.choices[0].message.refusal == "The brief is empty. Say in a line what the video is about."


def test_parsed_scores_of_a_picture(gpt: openai.OpenAI, picture: bytes) -> None:
    content: list[Any] = [
        {"type": "text", "text": "How well does it show a red disc?"},
        {"type": "image_url", "image_url": {"url": data_uri(picture), "detail": "low"}},
    ]
    messages: list[Any] = [{"role": "user", "content": content}]
    parsed = gpt.chat.completions.parse(model=LUNA, messages=messages, response_format=Adherence)
    judged = parsed.choices[0].message.parsed
    assert judged is not None
    assert 50 <= judged.findings[0].score <= 100
    assert judged.findings[0].reason


def test_a_streamed_tool_call_is_cut_inside_the_json(gpt: openai.OpenAI) -> None:
    with gpt.chat.completions.create(
        model=LUNA, messages=user("Please regenerate frame 2 of the storyboard, warmer"), tools=TOOLS, stream=True
    ) as stream:
        deltas = [chunk.choices[0].delta for chunk in stream if chunk.choices]
    calls = [call for delta in deltas for call in delta.tool_calls or ()]
    assert calls[0].function is not None
    assert calls[0].function.name == "regenerate_frames"
    parts = [call.function.arguments or "" for call in calls if call.function]
    assert len(parts) > 3
    with pytest.raises(json.JSONDecodeError):
        json.loads(parts[1])
    assert json.loads("".join(parts))["shots"] == [2]


def test_a_tool_result_is_answered_in_text(gpt: openai.OpenAI) -> None:
    asked = gpt.chat.completions.create(model=LUNA, messages=user("What was spent, show the costs"), tools=TOOLS)
    call = (asked.choices[0].message.tool_calls or [])[0]
    assert asked.choices[0].finish_reason == "tool_calls"
    messages: list[Any] = [
        *user("What was spent?"),
        asked.choices[0].message.model_dump(exclude_none=True),
        {"role": "tool", "tool_call_id": call.id, "content": "Two dollars."},
    ]
    told = gpt.chat.completions.create(model=LUNA, messages=messages, tools=TOOLS)
    assert "Two dollars." in (told.choices[0].message.content or "")


def test_responses_call_tools(gpt: openai.OpenAI) -> None:
    tools: list[Any] = [{"type": "function", "strict": False, **tool["function"]} for tool in TOOLS]
    with gpt.responses.stream(model=LUNA, input="Show the costs, tell what was spent", tools=tools) as stream:
        kinds = {event.type for event in stream}
        called = stream.get_final_response().output[0]
    assert isinstance(called, ResponseFunctionToolCall)
    assert called.name == "show_costs"
    assert "response.function_call_arguments.delta" in kinds
    items: list[Any] = [
        {"type": "function_call", "call_id": called.call_id, "name": called.name, "arguments": called.arguments},
        {"type": "function_call_output", "call_id": called.call_id, "output": "Two dollars."},
    ]
    assert "Two dollars." in gpt.responses.create(model=LUNA, input=items, tools=tools).output_text


def test_a_schema_outside_the_strict_subset_is_refused(gpt: openai.OpenAI) -> None:
    loose: Any = story_format()
    loose["json_schema"]["schema"]["required"].remove("title")
    with pytest.raises(openai.BadRequestError, match="Missing 'title'") as caught:
        gpt.chat.completions.create(model=LUNA, messages=user(story_words()), response_format=loose)
    assert caught.value.code == "invalid_json_schema"
    assert caught.value.request_id


def test_the_lenient_server_takes_any_model_key_and_schema(standin: StandinHandle) -> None:
    before = standin.billed_micros()
    loose: Any = story_format()
    loose["json_schema"]["schema"]["required"].remove("title")
    with openai.OpenAI(base_url=standin.ollama, api_key="ollama", max_retries=0) as client:
        whole = client.chat.completions.create(model="qwen3:8b", messages=user(story_words()), response_format=loose)
        assert [model.id for model in client.models.list()]
    assert STORY.validate_json(whole.choices[0].message.content or "").title
    assert standin.billed_micros() == before


def test_an_answer_is_cut_at_the_token_limit(gpt: openai.OpenAI) -> None:
    whole = gpt.chat.completions.create(model=LUNA, messages=user("A ship " * 20), max_completion_tokens=5)
    assert whole.choices[0].finish_reason == "length"
    with pytest.raises(openai.LengthFinishReasonError):
        gpt.chat.completions.parse(
            model=LUNA, messages=user("Judge."), response_format=Adherence, max_completion_tokens=3
        )
    cut = gpt.responses.create(model=LUNA, input="A ship " * 20, max_output_tokens=5)
    assert cut.status == "incomplete"
    assert cut.incomplete_details is not None
    assert cut.incomplete_details.reason == "max_output_tokens"


def test_a_long_prompt_seen_before_is_cached(gpt: openai.OpenAI) -> None:
    long = "The lighthouse keeper's diary. " * 200
    first, second = (gpt.chat.completions.create(model=LUNA, messages=user(long)).usage for _ in range(2))
    assert first is not None
    assert second is not None
    assert first.prompt_tokens_details is not None
    assert second.prompt_tokens_details is not None
    assert first.prompt_tokens_details.cached_tokens == 0
    assert 1024 <= (second.prompt_tokens_details.cached_tokens or 0) <= second.prompt_tokens


def test_a_picture_comes_as_base64_with_usage(gpt: openai.OpenAI) -> None:
    made = gpt.images.generate(
        model="gpt-image-2.6-flare", prompt="Mia in a kitchen", size="1536x1024", quality="low", n=2
    )
    assert made.usage is not None
    assert made.usage.output_tokens == 2 * 408
    assert made.data is not None
    opened = Image.open(io.BytesIO(base64.b64decode(made.data[1].b64_json or "")))
    assert (opened.format, opened.size) == ("PNG", (192, 128))
    assert made.data[0].url is None


def test_a_masked_edit_changes_the_hole(gpt: openai.OpenAI, picture: bytes, alpha_mask: bytes) -> None:
    made = gpt.images.edit(
        model="gpt-image-2.6-flare",
        image=("start.png", picture, "image/png"),
        mask=("mask.png", alpha_mask, "image/png"),
        prompt="remove the disc",
        size="1024x1024",
    )
    assert made.data is not None
    opened = Image.open(io.BytesIO(base64.b64decode(made.data[0].b64_json or ""))).convert("RGB")
    red, _, blue = opened.getpixel((64, 64))  # type: ignore[misc]
    assert blue > red


@pytest.mark.parametrize("single", [True, False])
def test_an_edit_takes_one_picture_or_several(gpt: openai.OpenAI, picture: bytes, single: bool) -> None:
    file = ("a.png", picture, "image/png")
    made = gpt.images.edit(model="gpt-image-2", image=file if single else [file, file], prompt="Mia at night")
    assert made.usage is not None
    assert made.usage.input_tokens_details.image_tokens == (6 if single else 12)


def test_masks_that_do_not_fit_are_refused(gpt: openai.OpenAI, picture: bytes, mask: bytes, alpha_mask: bytes) -> None:
    file = ("a.png", picture, "image/png")
    with pytest.raises(openai.BadRequestError, match="missing alpha channel"):
        gpt.images.edit(model="gpt-image-2", image=file, mask=("m.png", mask, "image/png"), prompt="x")
    small = io.BytesIO()
    Image.open(io.BytesIO(alpha_mask)).resize((48, 32)).save(small, "PNG")
    with pytest.raises(openai.BadRequestError, match="size does not match"):
        gpt.images.edit(model="gpt-image-2", image=file, mask=("m.png", small.getvalue(), "image/png"), prompt="x")


@pytest.mark.parametrize(
    ("model", "size"), [("gpt-image-2", "1000x1000"), ("gpt-image-1.5", "512x512"), ("gpt-image-2", "4096x1024")]
)
def test_sizes_that_a_model_does_not_make_are_refused(gpt: openai.OpenAI, model: str, size: Any) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        gpt.images.generate(model=model, prompt="x", size=size)
    assert caught.value.param == "size"


@pytest.mark.parametrize(("form", "magic"), [("wav", b"RIFF"), ("mp3", b""), ("flac", b"fLaC"), ("opus", b"OggS")])
def test_speech_comes_in_chunks(gpt: openai.OpenAI, form: Any, magic: bytes) -> None:
    with gpt.audio.speech.with_streaming_response.create(
        model="gpt-4o-mini-tts", voice="sage", input="Good morning, Mia.", response_format=form
    ) as answer:
        chunks = list(answer.iter_bytes())
    assert answer.headers["transfer-encoding"] == "chunked"
    assert b"".join(chunks).startswith(magic)


def test_moderation_flags_and_passes(gpt: openai.OpenAI) -> None:
    result = gpt.moderations.create(input=["A calm harbour", "They torture him"]).results
    assert [each.flagged for each in result] == [False, True]
    assert result[1].categories.violence
    assert result[1].category_applied_input_types.violence == ["text"]


def test_models_say_when_they_end(gpt: openai.OpenAI) -> None:
    listed = {model.id: model.shutdown_date for model in gpt.models.list()}
    assert listed["gpt-4o"] == "2027-01-14"
    assert listed[LUNA] is None
    assert "gpt-4" not in listed
    with pytest.raises(openai.NotFoundError) as caught:
        gpt.chat.completions.create(model="gpt-4", messages=user("hello"))
    assert caught.value.code == "model_not_found"


def test_the_client_retries_a_failure_and_not_a_used_up_quota(standin: StandinHandle) -> None:
    with openai.OpenAI(base_url=standin.openai, api_key="k", max_retries=2) as client:
        standin.fault("throttled", 2, path="/chat/")
        begun = len(standin.requests())
        assert client.chat.completions.create(model=LUNA, messages=user("hello")).choices
        assert len(standin.requests()) - begun == 3
        standin.fault("quota", 1, path="/chat/")
        begun = len(standin.requests())
        with pytest.raises(openai.RateLimitError) as caught:
            client.chat.completions.create(model=LUNA, messages=user("hello"))
        assert caught.value.code == "insufficient_quota"
        assert len(standin.requests()) - begun == 1
