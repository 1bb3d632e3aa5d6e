"""Predictions over plain HTTP: routes, waiting, deadlines, lists, limits, expiry, keys."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

from dailies.standin.server import running_standin
from dailies.standin.settings import Latency, Limits, StandinSettings
from tests.standin.asking import DRAW, FLUX, WAN, data_uri
from tests.standin.seeing import Bench

SDXL = "7762fd07cf82c948538e41f63f77d685e02b063e37e496e96eefd46c929f9bdc"


@contextmanager
def bench_with(**changed: Any) -> Iterator[Bench]:
    settings = StandinSettings(**({"time_scale": 0, "picture_scale": 0.0625} | changed))
    with running_standin(settings) as running:
        bench = Bench(running)
        yield bench
        bench.close()


def create(bench: Bench, body: dict[str, Any], path: str = "/predictions", **headers: str) -> Any:
    return bench.send("POST", bench.standin.replicate + path, json=body, headers=headers)


def test_create_answers_at_once_with_a_location(bench: Bench) -> None:
    seen = bench.create("")
    assert seen.status == 201
    made = seen.json
    assert made["status"] == "starting"
    assert len(made["id"]) == 26
    assert made["id"] == made["id"].lower()
    assert seen.headers["location"] == made["urls"]["get"]
    assert made["version"] == "hidden"
    assert bench.ended(made)["metrics"]["predict_time"] > 0


@pytest.mark.parametrize(
    ("version", "status"),
    [
        (SDXL, 201),
        (f"stability-ai/sdxl:{SDXL}", 201),
        (FLUX, 201),
        ("stability-ai/sdxl", 422),
        (f"somebody/else:{SDXL}", 422),
        ("0" * 64, 422),
        (None, 422),
    ],
)
def test_versions(bench: Bench, version: str | None, status: int) -> None:
    body = {"version": version, "input": {"prompt": "Mia", "width": 512, "height": 512} if version != FLUX else DRAW}
    seen = create(bench, body)
    assert seen.status == status
    if status == 422:
        assert seen.json["title"] == "Invalid version or not permitted"


def test_a_community_model_has_no_route_of_its_own(bench: Bench) -> None:
    seen = create(bench, {"input": {}}, "/models/stability-ai/sdxl/predictions")
    assert (seen.status, seen.json["detail"]) == (404, "The requested resource could not be found.")


def test_unknown_keys_of_the_body_are_refused(bench: Bench) -> None:
    seen = create(bench, {"input": DRAW, "webhok": "x"}, f"/models/{FLUX}/predictions")
    assert seen.json["invalid_fields"][0]["type"] == "additional_property_not_allowed"


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("num_outputs", 5, "number_lte"),
        ("num_outputs", 0, "number_gte"),
        ("num_outputs", "2", "invalid_type"),
        ("aspect_ratio", "7:3", "enum"),
        ("go_fast", "yes", "invalid_type"),
        ("cfg_scale", 1, "additional_property_not_allowed"),
    ],
)
def test_out_of_range_inputs_are_named(bench: Bench, name: str, value: object, kind: str) -> None:
    seen = bench.create("", DRAW | {name: value})
    assert seen.status == 422
    assert [each["type"] for each in seen.json["invalid_fields"]] == [kind]


def test_references_beyond_the_model_s_number_are_refused(bench: Bench, picture: bytes) -> None:
    many = {"prompt": "Mia", "input_images": [data_uri(picture)] * 9}
    seen = bench.create("", many, model="black-forest-labs/flux-2-pro")
    assert seen.json["invalid_fields"][0]["description"] == "Array must have at most 8 items"


@pytest.mark.parametrize("prefer", ["wait=0", "wait=61", "wait=x"])
def test_prefer_must_be_one_to_sixty(bench: Bench, prefer: str) -> None:
    assert bench.create("", prefer=prefer).status == 422


@pytest.mark.parametrize("deadline", ["soon", "0s", "5", "1d"])
def test_cancel_after_must_be_a_duration(bench: Bench, deadline: str) -> None:
    assert bench.create("", cancel_after=deadline).status == 422


def test_a_long_data_uri_is_refused(picture: bytes) -> None:
    with bench_with(data_uri_limit=100) as bench:
        seen = bench.create("", {"prompt": "x", "image": data_uri(picture)}, model=WAN)
        assert seen.status == 422
        assert "upload a file" in seen.json["detail"]


def test_waiting_ends_before_the_work_does() -> None:
    with bench_with(time_scale=1, latency={"image": Latency(median_s=1.3)}) as bench:
        begun = time.monotonic()
        early = bench.create("", prefer="wait=1").json
        assert time.monotonic() - begun < 1.25
        assert (early["status"], early["output"]) == ("processing", None)
        assert bench.ended(early)["metrics"]["predict_time"] == 1.3


def test_a_deadline_aborts_what_has_not_started_and_cancels_what_has() -> None:
    with bench_with() as bench:
        waiting = bench.create("never_starts", cancel_after="0.1s").json
        assert waiting["deadline"] > waiting["created_at"]
        assert bench.ended(waiting)["status"] == "aborted"
        assert not bench.standin.bill()
        running = bench.ended(bench.create("never_ends", cancel_after="0.1s").json)
        assert running["status"] == "canceled"
        assert running["metrics"]["predict_time"] >= 0.05
        assert [line.usd_micros for line in bench.standin.bill()] == [3000]


def test_a_canceled_community_model_is_billed_by_its_time() -> None:
    with bench_with() as bench:
        body = {"version": SDXL, "input": {"prompt": "Mia"}}
        made = bench.ended(create(bench, body, **{"x-standin-fault": "never_ends", "cancel-after": "0.2s"}).json)
        line = bench.standin.bill()[0]
        assert line.quantity == {"gpu_second": made["metrics"]["predict_time"]}
        assert line.usd_micros == round(made["metrics"]["predict_time"] * 975)
        assert line.job == made["id"]


def test_work_waits_for_a_free_worker() -> None:
    with bench_with(workers=1) as bench:
        first = bench.create("never_ends").json
        second = bench.create("", prefer="wait=1").json
        assert second["status"] == "starting"
        bench.send("POST", first["urls"]["cancel"])
        assert bench.ended(second)["status"] == "succeeded"


def test_lists_come_in_pages_newest_first() -> None:
    with bench_with(limits=Limits(replicate_burst=200)) as bench:
        ids = [bench.create("aborted").json["id"] for _ in range(103)]
        page = bench.send("GET", f"{bench.standin.replicate}/predictions").json
        assert [each["id"] for each in page["results"]] == ids[:2:-1]
        assert page["results"][0]["input"] == DRAW
        assert page["previous"] is None
        bench.create("aborted")
        rest = bench.send("GET", page["next"]).json
        assert [each["id"] for each in rest["results"]] == ids[2::-1]
        assert rest["next"] is None
        since = page["results"][1]["created_at"]
        late = bench.send("GET", f"{bench.standin.replicate}/predictions?created_after={since}").json
        assert len(late["results"]) == 2


def test_outputs_and_data_expire() -> None:
    with bench_with(output_lifetime_s=0.3, data_lifetime_s=0.3) as bench:
        made = bench.made("")
        url = made["output"][0]
        assert bench.send("GET", url).status == 200
        time.sleep(0.35)
        assert bench.send("GET", url).status == 404
        again = bench.send("GET", made["urls"]["get"]).json
        assert (again["data_removed"], again["output"]) == (True, None)


def test_uploads_expire(picture: bytes) -> None:
    with bench_with(upload_lifetime_s=0.2) as bench:
        upload = bench.upload("").json
        assert bench.send("GET", f"{upload['urls']['get']}/download").body == b"x"
        time.sleep(0.25)
        assert bench.send("GET", upload["urls"]["get"]).status == 404


def test_a_key_sent_to_the_delivery_host_is_written_down(bench: Bench) -> None:
    url = bench.made("")["output"][0]
    httpx.get(url)
    httpx.get(url, headers={"authorization": "Bearer r8_secret"})
    assert [download.authorized for download in bench.standin.downloads()[-2:]] == [False, True]
    assert not url.startswith(bench.standin.base_url)


def test_keys(bench: Bench) -> None:
    url = f"{bench.standin.replicate}/account"
    assert httpx.get(url).json() == {
        "title": "Unauthenticated",
        "detail": "You did not pass a valid authentication token",
        "status": 401,
    }
    with bench_with(keys=("right",)) as strict:
        url = f"{strict.standin.replicate}/account"
        assert httpx.get(url, headers={"authorization": "Bearer wrong"}).status_code == 401
        assert httpx.get(url, headers={"authorization": "Token right"}).status_code == 200
        refused = httpx.get(f"{strict.standin.openai}/models", headers={"authorization": "Bearer wrong"})
        assert refused.json()["error"]["code"] == "invalid_api_key"


def test_too_many_creates_are_throttled_in_the_newer_form() -> None:
    with bench_with(limits=Limits(replicate_creates=60, replicate_burst=2)) as bench:
        seen = [bench.create("aborted") for _ in range(4)]
        assert [each.status for each in seen][:2] == [201, 201]
        assert seen[-1].status == 429
        assert seen[-1].json["retry_after"] == 1
        assert "retry-after" not in seen[-1].headers
        assert "ratelimit-remaining" in seen[-1].headers


def test_little_credit_lets_one_create_in_and_none_at_all_none() -> None:
    with bench_with(credit_usd={"replicate": 4.0}) as bench:
        assert bench.create("").status == 201
        refused = bench.create("")
        assert refused.status == 429
        assert "reduced to 6 requests per minute with a burst of 1" in refused.json["detail"]
    with bench_with(credit_usd={"replicate": 0.0, "openai": 0.0}) as bench:
        seen = bench.create("")
        assert (seen.status, seen.json["title"]) == (402, "Insufficient credit")
        assert bench.chat("").json["error"]["code"] == "insufficient_quota"


def test_unknown_paths_and_predictions_are_problems(bench: Bench) -> None:
    for path in ("/predictions/unknown", "/nothing", "/models/some/body"):
        assert bench.send("GET", bench.standin.replicate + path).json["title"] == "Not found"


def test_a_cold_start_takes_its_time() -> None:
    cold = {"cold_start_probability": 1.0, "cold_start": Latency(median_s=0.3), "time_scale": 1.0}
    with bench_with(latency={"image": Latency(median_s=0)}, **cold) as bench:
        made = bench.made("")
        assert made["metrics"]["total_time"] >= 0.3
        assert made["metrics"]["predict_time"] == 0
