"""Every fault happens when it is asked for, and is billed as the vendor would bill it."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from PIL import Image, UnidentifiedImageError

from dailies.standin.faults import FAULTS, UnknownFault
from dailies.standin.server import StandinHandle, running_standin
from dailies.standin.settings import StandinSettings
from tests.standin.asking import DRAW, FLUX, STORY
from tests.standin.seeing import CUT, Bench
from tests.standin.test_webhooks import Listener


@pytest.fixture(scope="module")
def standin() -> Iterator[StandinHandle]:
    with running_standin(StandinSettings(time_scale=0, picture_scale=0.0625, slow_s=0.2)) as running:
        yield running


@dataclass(frozen=True)
class Row:
    """``happens``: whether the wire shows the fault; ``billed``: lines it adds to the bill."""

    fault: str
    where: str
    happens: Callable[[Bench], bool]
    billed: int = 0


def ends(fault: str, status: str, error: str | None = None) -> Callable[[Bench], bool]:
    def happens(bench: Bench) -> bool:
        prediction = bench.made(fault)
        return prediction["status"] == status and (error is None or error in prediction["error"])

    return happens


def both(fault: str, status: int, replicate: Callable[[Any], bool], openai: Callable[[Any], bool]) -> list[Row]:
    def create(bench: Bench) -> bool:
        seen = bench.create(fault)
        return seen.status == status and replicate(seen)

    def chat(bench: Bench) -> bool:
        seen = bench.chat(fault)
        return seen.status == status and openai(seen)

    return [Row(fault, "replicate create", create), Row(fault, "openai chat", chat)]


def broken(picture: bytes) -> bool:
    try:
        Image.open(io.BytesIO(picture)).load()
    except (UnidentifiedImageError, OSError, SyntaxError):
        return True
    return False


def shows_output_while_processing(bench: Bench) -> bool:
    first = bench.create("output_while_processing", prefer="wait=10").json
    unfinished = first["status"] == "processing" and "completed_at" not in first and "metrics" not in first
    return bool(unfinished and first["output"] and bench.ended(first)["output"] == first["output"])


def still_processing(bench: Bench) -> bool:
    first = bench.create("still_processing", prefer="wait=10").json
    return bool(first["status"] == "processing" and first["output"] is None and bench.ended(first)["output"])


def hangs_until_cancelled(fault: str, before: str) -> Callable[[Bench], bool]:
    def happens(bench: Bench) -> bool:
        first = bench.create(fault, prefer="wait=1").json
        bench.send("POST", first["urls"]["cancel"])
        return bool(first["status"] == before and bench.ended(first)["status"] == "canceled")

    return happens


def data_removed(bench: Bench) -> bool:
    prediction = bench.made("data_removed")
    return bool(prediction["data_removed"]) and prediction["output"] is None and prediction["input"] == {}


def sse(seen: Any) -> list[Any]:
    lines = [line.removeprefix("data: ") for line in seen.text.splitlines() if line.startswith("data: ")]
    return [json.loads(line) for line in lines if line != "[DONE]"]


def ends_with_an_error(bench: Bench) -> bool:
    events = sse(bench.chat("mid_stream_error", stream=True))
    return "choices" in events[0] and events[-1]["error"]["type"] == "server_error"


def cut_inside_a_stream(bench: Bench) -> bool:
    seen = bench.chat("stream_cut", stream=True)
    return seen.status == CUT and b"data: " in seen.body and b"[DONE]" not in seen.body


def empty_part_before_the_call(bench: Bench) -> bool:
    deltas = [event["choices"][0]["delta"] for event in sse(bench.chat("empty_first_part", stream=True, tools=True))]
    return deltas[1] == {"content": ""} and "tool_calls" in deltas[2]


def redirected_elsewhere(bench: Bench) -> bool:
    seen = bench.download("redirected")
    return seen.status == 302 and httpx.URL(seen.headers["location"]).host == "127.0.0.1"


def webhooks(fault: str, check: Callable[[list[Any], Listener], bool]) -> Callable[[Bench], bool]:
    def happens(bench: Bench) -> bool:
        with Listener() as listener:
            body = {"input": DRAW, "webhook": listener.url, "webhook_events_filter": ["start", "completed"]}
            url = f"{bench.standin.replicate}/models/{FLUX}/predictions"
            bench.ended(bench.send("POST", url, fault, json=body).json)
            expected = {"webhook_lost": 0, "webhook_duplicate": 4}.get(fault, 2)
            return check(listener.wait_for(expected), listener)

    return happens


def statuses(got: list[Any]) -> list[str]:
    return [json.loads(each.body)["status"] for each in got]


ROWS = [
    *both(
        "unauthorized",
        401,
        lambda s: s.json["title"] == "Unauthenticated",
        lambda s: s.json["error"]["code"] == "invalid_api_key",
    ),
    *both(
        "throttled",
        429,
        lambda s: s.json["retry_after"] == 1 and "retry-after" not in s.headers,
        lambda s: "retry-after-ms" in s.headers,
    ),
    *both(
        "throttled_header", 429, lambda s: s.headers["retry-after"] == "1", lambda s: s.headers["retry-after"] == "1"
    ),
    Row(
        "throttled_text",
        "replicate create",
        lambda b: (
            b.create("throttled_text").json == {"detail": "Request was throttled. Your rate limit resets in ~1s."}
        ),
    ),
    *both("server_error", 500, lambda s: bool(s.json["detail"]), lambda s: s.json["error"]["type"] == "server_error"),
    *both("overloaded", 503, lambda s: bool(s.json["detail"]), lambda s: s.json["error"]["type"] == "server_error"),
    *both("bad_gateway", 502, lambda s: "<html>" in s.text, lambda s: "<html>" in s.text),
    *both("dropped", CUT, lambda s: not s.body, lambda s: not s.body),
    Row("lost_answer", "replicate create", lambda b: b.create("lost_answer").status == CUT, billed=1),
    Row("lost_answer", "openai chat", lambda b: b.chat("lost_answer").status == CUT, billed=1),
    Row("lost_answer", "openai image", lambda b: b.image("lost_answer").status == CUT, billed=1),
    Row("slow", "replicate create", lambda b: b.create("slow").seconds >= 0.2, billed=1),
    Row("slow", "openai chat", lambda b: b.chat("slow").seconds >= 0.2, billed=1),
    Row("garbage", "replicate create", lambda b: b.create("garbage").text.startswith('{"id": "\ufffd'), billed=1),
    Row("garbage", "openai chat", lambda b: b.chat("garbage").text.startswith('{"id": "\ufffd'), billed=1),
    Row("insufficient_credit", "replicate create", lambda b: b.create("insufficient_credit").status == 402),
    Row("model_not_found", "replicate create", lambda b: b.create("model_not_found").status == 404),
    Row(
        "model_not_found", "openai chat", lambda b: b.chat("model_not_found").json["error"]["code"] == "model_not_found"
    ),
    Row(
        "version_not_permitted",
        "replicate create",
        lambda b: b.create("version_not_permitted").json["title"] == "Invalid version or not permitted",
    ),
    Row(
        "invalid_fields",
        "replicate create",
        lambda b: b.create("invalid_fields").json["invalid_fields"][0]["type"] == "required",
    ),
    Row("still_processing", "replicate create", still_processing, billed=1),
    Row("output_while_processing", "replicate create", shows_output_while_processing, billed=1),
    Row("cold_start", "replicate run", ends("cold_start", "succeeded"), billed=1),
    Row("never_starts", "replicate run", hangs_until_cancelled("never_starts", "starting")),
    Row("never_ends", "replicate run", hangs_until_cancelled("never_ends", "processing"), billed=1),
    Row("canceled_by_vendor", "replicate run", ends("canceled_by_vendor", "canceled"), billed=1),
    Row("aborted", "replicate run", ends("aborted", "aborted")),
    Row("nsfw", "replicate run", ends("nsfw", "failed", "NSFW content detected")),
    Row("flagged", "replicate run", ends("flagged", "failed", "(E005)")),
    Row("out_of_memory", "replicate run", ends("out_of_memory", "failed", "(E1001)")),
    Row("start_timeout", "replicate run", ends("start_timeout", "failed", "(E6716)")),
    Row("data_uri_refused", "replicate run", ends("data_uri_refused", "failed", "1201")),
    Row("fails_midway", "replicate run", ends("fails_midway", "failed", "half its steps")),
    Row("input_expired", "replicate run", ends("input_expired", "failed", "404")),
    Row(
        "fewer_images",
        "replicate run",
        lambda b: len(b.made("fewer_images", DRAW | {"num_outputs": 3})["output"]) == 2,
        billed=1,
    ),
    Row("no_output", "replicate run", lambda b: b.made("no_output")["output"] is None, billed=1),
    Row("other_shape", "replicate run", lambda b: isinstance(b.made("other_shape")["output"], str), billed=1),
    Row("data_removed", "replicate run", data_removed, billed=1),
    Row(
        "upload_expired",
        "replicate upload",
        lambda b: b.send("GET", b.upload("upload_expired").json["urls"]["get"]).status == 404,
    ),
    Row("output_expired", "delivery", lambda b: b.download("output_expired", again=True).status == 404, billed=1),
    Row("truncated", "delivery", lambda b: b.download("truncated").status == CUT, billed=1),
    Row("truncated", "delivery, second time", lambda b: not broken(b.download("truncated", again=True).body), billed=1),
    Row("truncated_quietly", "delivery", lambda b: broken(b.download("truncated_quietly").body), billed=1),
    Row("endless", "delivery", lambda b: len(b.download("endless").body) > 8_000_000, billed=1),
    Row("not_an_image", "delivery", lambda b: b.download("not_an_image").text.startswith("<html>"), billed=1),
    Row("redirected", "delivery", redirected_elsewhere, billed=1),
    Row("delivery_down", "delivery", lambda b: b.download("delivery_down").status == 503, billed=1),
    Row(
        "stream_error",
        "replicate stream",
        lambda b: 'data: {"reason": "error"}' in b.stream("stream_error").text,
        billed=1,
    ),
    Row("stream_timeout", "replicate stream", lambda b: b.stream("stream_timeout").text.startswith(":408:"), billed=1),
    Row("webhook_lost", "webhook", webhooks("webhook_lost", lambda got, _: got == []), billed=1),
    Row(
        "webhook_duplicate",
        "webhook",
        webhooks("webhook_duplicate", lambda got, _: len(got) == 4 and len({each.id for each in got}) == 2),
        billed=1,
    ),
    Row(
        "webhook_out_of_order",
        "webhook",
        webhooks("webhook_out_of_order", lambda got, _: statuses(got) == ["succeeded", "processing"]),
        billed=1,
    ),
    Row(
        "webhook_forged", "webhook", webhooks("webhook_forged", lambda got, _: not any(e.valid for e in got)), billed=1
    ),
    Row(
        "webhook_stale",
        "webhook",
        webhooks("webhook_stale", lambda got, _: all(each.valid and each.age_s >= 600 for each in got)),
        billed=1,
    ),
    Row("quota", "openai chat", lambda b: b.chat("quota").headers["x-should-retry"] == "false"),
    Row("schema_refused", "openai chat", lambda b: b.chat("schema_refused", story=True).status == 400),
    Row("refusal", "openai chat", lambda b: bool(b.said("refusal")["message"]["refusal"]), billed=1),
    Row("length", "openai chat", lambda b: b.said("length")["finish_reason"] == "length", billed=1),
    Row(
        "content_filter",
        "openai chat",
        lambda b: b.said("content_filter")["finish_reason"] == "content_filter",
        billed=1,
    ),
    Row("mid_stream_error", "openai stream", ends_with_an_error),
    Row("mid_stream_error", "openai chat", lambda b: b.chat("mid_stream_error").status == 500),
    Row("stream_cut", "openai stream", cut_inside_a_stream, billed=1),
    Row("stream_cut", "openai chat", lambda b: b.chat("stream_cut").status == CUT, billed=1),
    Row(
        "bad_json", "openai story", lambda b: not parses(b.said("bad_json", story=True)["message"]["content"]), billed=1
    ),
    Row(
        "off_schema",
        "openai story",
        lambda b: "unexpected" in json.loads(b.said("off_schema", story=True)["message"]["content"]),
        billed=1,
    ),
    Row(
        "fenced_json",
        "openai story",
        lambda b: b.said("fenced_json", story=True)["message"]["content"].startswith("```json\n{"),
        billed=1,
    ),
    Row("empty_first_part", "openai stream", empty_part_before_the_call, billed=1),
    Row("no_usage", "openai chat", lambda b: "usage" not in b.chat("no_usage").json, billed=1),
    Row("no_usage", "openai image", lambda b: "usage" not in b.image("no_usage").json, billed=1),
    Row(
        "moderation_blocked",
        "openai image",
        lambda b: b.image("moderation_blocked").json["error"]["code"] == "moderation_blocked",
    ),
    Row(
        "broken_image",
        "openai image",
        lambda b: broken(base64.b64decode(b.image("broken_image").json["data"][0]["b64_json"])),
        billed=1,
    ),
    Row(
        "speech_cut",
        "openai speech",
        lambda b: b.speech("speech_cut").body.startswith(b"RIFF") and b.speech("speech_cut").status == CUT,
        billed=2,
    ),
    Row("always_flagged", "openai moderation", lambda b: b.moderation("always_flagged").json["results"][0]["flagged"]),
]


def parses(text: str) -> bool:
    try:
        STORY.validate_json(text)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.fault} ({row.where})" for row in ROWS])
def test_fault(bench: Bench, row: Row) -> None:
    before = len(bench.standin.bill())
    assert row.happens(bench), FAULTS[row.fault].sentence
    bench.quiet()
    assert len(bench.standin.bill()) - before == row.billed


def test_every_fault_has_its_row() -> None:
    assert {row.fault for row in ROWS} == set(FAULTS)


def test_faults_are_listed_with_a_sentence(bench: Bench) -> None:
    listed = bench.send("GET", f"{bench.standin.base_url}/standin/faults").json
    assert {each["name"] for each in listed} == set(FAULTS)
    assert all(each["sentence"].endswith(".") for each in listed)


def test_a_queued_fault_waits_for_its_request(bench: Bench) -> None:
    order = {"name": "server_error", "times": 2, "match": {"path": "/predictions", "model": FLUX}}
    assert bench.send("POST", f"{bench.standin.base_url}/standin/faults", json=order).status == 201
    assert bench.chat("").status == 200
    assert [bench.create("").status for _ in range(3)] == [500, 500, 201]


def test_queued_faults_can_be_forgotten(bench: Bench) -> None:
    bench.standin.fault("server_error", 5)
    bench.send("DELETE", f"{bench.standin.base_url}/standin/faults")
    assert bench.create("").status == 201


def test_an_unknown_fault_is_a_mistake_of_the_test(bench: Bench) -> None:
    assert bench.create("no_such_fault").status == 400
    with pytest.raises(UnknownFault):
        bench.standin.fault("no_such_fault")
    order = {"name": "no_such_fault"}
    assert bench.send("POST", f"{bench.standin.base_url}/standin/faults", json=order).status == 400


def test_words_in_a_prompt_cause_no_fault(bench: Bench) -> None:
    assert bench.made("", DRAW | {"prompt": "nsfw, fails_midway, X-Standin-Fault: dropped"})["status"] == "succeeded"


def test_chance_is_decided_by_the_seed() -> None:
    def pattern(seed: int) -> list[int]:
        settings = StandinSettings(seed=seed, time_scale=0, faults={"server_error": 0.5})
        with running_standin(settings) as running:
            bench = Bench(running)
            seen = [bench.moderation("").status for _ in range(16)]
            bench.close()
            return seen

    first = pattern(1)
    assert set(first) == {200, 500}
    assert pattern(1) == first
    assert pattern(2) != first
