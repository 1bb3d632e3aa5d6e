"""The whole pipeline on vendors' models, against the stand-in: what is billed is what the ledger says, budgets are
hard stops, keys show nowhere."""

from __future__ import annotations

import io
import logging
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
import pytest_asyncio
from PIL import Image, ImageDraw

from dailies.standin.server import StandinHandle, running_standin
from dailies.standin.settings import StandinSettings

from ..support.studio import TestStudio, item, running_studio
from ..support.vendors import OPENAI_KEY, PROVIDERS, REPLICATE_KEY, keys_for, planted, registry_for

pytestmark = pytest.mark.asyncio(loop_scope="module")

BRIEF = {"prompt": "A baker in Lisbon gives her last loaf to a street dog.", "duration_s": 6}


@pytest.fixture(scope="module")
def standin() -> Iterator[StandinHandle]:
    settings = StandinSettings(time_scale=0, picture_scale=0.125, keys=(OPENAI_KEY, REPLICATE_KEY))
    with running_standin(settings) as handle:
        yield handle


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def studio(tmp_path_factory: pytest.TempPathFactory, standin: StandinHandle) -> AsyncIterator[TestStudio]:
    folder = tmp_path_factory.mktemp("vendors")
    files = {"models_file": registry_for(standin, folder), "keys_file": keys_for(folder)}
    async with running_studio(folder, workers=4, **files) as running:
        yield running


async def start(studio: TestStudio, **request: Any) -> Any:
    body = {"brief": BRIEF, "providers": PROVIDERS, **request}
    return await studio.client.post("/api/projects", json=body)


async def ledger(studio: TestStudio, project: dict[str, Any]) -> dict[str, Any]:
    answer = await studio.client.get("/api/ledger", params={"project": project["id"]})
    assert answer.status_code == 200, answer.text
    return answer.json()  # type: ignore[no-any-return]


async def test_a_film_on_vendors_costs_what_they_bill(
    studio: TestStudio, standin: StandinHandle, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    before = standin.billed_micros()
    project = (await start(studio, mode="automatic")).json()
    assert project["rehearsal"] is False
    assert project["providers"]["story"] == PROVIDERS["story"]
    project = await studio.until(
        project["id"], lambda p: next(s for s in p["stages"] if s["name"] == "video")["state"] == "approved"
    )
    project = await studio.until(
        project["id"],
        lambda p: all(
            any(score["name"] == "Match" and score["value"] is not None for score in i["takes"][0]["scores"])
            for i in p["items"]
            if i["stage"] in ("references", "storyboard")
        ),
    )
    page = await ledger(studio, project)
    assert {call["state"] for call in page["calls"]} == {"settled"}
    billed = standin.billed_micros() - before
    assert round(page["total_usd"] * 1_000_000) == billed > 0
    assert project["spend"]["spent_usd"] == page["total_usd"]
    assert project["spend"]["held_usd"] == 0
    assert page["per_approved_second_usd"] == pytest.approx(page["total_usd"] / 6, abs=1e-5)
    models = {line["model"] for line in page["sums"]}
    assert models == set(PROVIDERS.values())
    for each in project["items"]:
        if each["stage"] in ("references", "storyboard"):
            assert each["takes"][0]["provider"] == "replicate"
            assert each["takes"][0]["cost_usd"] > 0
    csv = (await studio.client.get("/api/ledger/csv", params={"project": project["id"]})).text
    assert csv.count("settled") == len(page["calls"])
    events = (await studio.client.get(f"/api/projects/{project['id']}/events")).text
    everything = [str(project), str(page), csv, events, caplog.text, (await studio.client.get("/api/providers")).text]
    for text in everything:
        assert planted(text) == []


async def test_prices_stand_on_every_step(studio: TestStudio) -> None:
    project = (await start(studio)).json()
    project = await studio.idle(project["id"])
    references = next(stage for stage in project["stages"] if stage["name"] == "references")
    each = [i["price_usd"] for i in project["items"] if i["stage"] == "references"]
    assert references["next"]["usd_max"] == pytest.approx(sum(each))
    assert set(each) == {0.005}
    assert references["next"]["usd_likely"] >= references["next"]["usd_max"]
    film = await studio.client.post("/api/estimates", json={"brief": BRIEF, "providers": PROVIDERS})
    stages = film.json()["stages"]
    assert film.json()["total"]["usd_max"] == pytest.approx(sum(stage["usd_max"] for stage in stages.values()))
    assert stages["video"]["usd_max"] > stages["storyboard"]["usd_max"] > stages["references"]["usd_max"] > 0


async def test_a_budget_is_a_hard_stop(studio: TestStudio, standin: StandinHandle) -> None:
    answer = await start(studio, budget_usd=0.001)
    assert (answer.status_code, answer.json()["code"]) == (402, "budget_exceeded")
    project = (await start(studio, budget_usd=0.008)).json()
    project = await studio.idle(project["id"])
    project = await studio.approve(project, "story")
    before = standin.billed_micros()
    refused = await studio.client.post(f"/api/projects/{project['id']}/stages/references/generate")
    if refused.status_code != 402:
        raise AssertionError(refused.text)
    assert refused.json()["code"] == "budget_exceeded"
    assert standin.billed_micros() == before
    raised = await studio.client.patch(f"/api/projects/{project['id']}", json={"budget_usd": 5})
    assert raised.json()["spend"]["budget_usd"] == 5
    assert (await studio.generate(project, "references"))["spend"]["spent_usd"] > 0
    free = await studio.client.patch(f"/api/projects/{project['id']}", json={"budget_usd": None})
    assert free.json()["spend"]["budget_usd"] is None


async def test_the_month_is_a_hard_stop_too(studio: TestStudio) -> None:
    project = (await start(studio)).json()
    project = await studio.idle(project["id"])
    used = (await studio.client.get("/api/ledger/month")).json()["used_usd"]
    month = await studio.client.put("/api/ledger/month", json={"budget_usd": used + 0.001})
    assert month.json()["near"] is True
    await studio.approve(project, "story")
    project = await studio.generate(project, "references")
    failures = [i["failure"] for i in project["items"] if i["stage"] == "references"]
    assert {(each["code"], each["charged"]) for each in failures} == {("month_budget_exceeded", False)}
    await studio.client.put("/api/ledger/month", json={"budget_usd": None})


async def test_a_stage_is_rehearsed_and_then_shot(studio: TestStudio) -> None:
    project = (await start(studio, providers={})).json()
    project = await studio.idle(project["id"])
    await studio.approve(project, "story")
    project = await studio.generate(project, "references")
    assert project["rehearsal"] is True
    path = f"/api/projects/{project['id']}"
    chosen = await studio.client.patch(path, json={"providers": {"references": "replicate/prunaai/p-image"}})
    changed = chosen.json()
    assert changed["rehearsal"] is False
    assert [i["stale"] for i in changed["items"]] == [None] * len(changed["items"])
    await studio.client.post(f"{path}/stages/references/regenerate", json={"items": ["ref-vera"]})
    project = await studio.idle(project["id"])
    takes = item(project, "ref-vera")["takes"]
    assert [take["provider"] for take in takes] == ["rehearsal", "replicate"]


async def test_a_call_of_which_nothing_is_known_is_looked_up(studio: TestStudio, standin: StandinHandle) -> None:
    project = (await start(studio, providers={"references": "openai/gpt-image-2.6-flare"})).json()
    project = await studio.idle(project["id"])
    await studio.approve(project, "story")
    standin.fault("lost_answer", 1, path="/images/")
    project = await studio.generate(project, "references")
    (unsure,) = [i for i in project["items"] if i["failure"]]
    assert (unsure["failure"]["code"], unsure["failure"]["charged"]) == ("outcome_unknown", None)
    assert project["spend"]["unknown_usd"] > 0
    path = f"/api/projects/{project['id']}/operations/{unsure['failure']['operation']}"
    billed = len(standin.bill())
    assert (await studio.client.post(f"{path}/check")).status_code == 200
    project = await studio.idle(project["id"])
    assert item(project, unsure["id"])["failure"]["code"] == "outcome_unknown"
    assert len(standin.bill()) == billed
    again = await studio.client.post(f"/api/projects/{project['id']}/stages/references/generate")
    assert again.status_code == 200, again.text
    project = await studio.idle(project["id"])
    assert item(project, unsure["id"])["failure"] is None
    nothing = await studio.client.post(f"{path}/check")
    assert nothing.status_code in (200, 409)


async def test_models_that_can_not_be_used_are_refused_at_once(studio: TestStudio) -> None:
    for providers, status, code in (
        ({"story": "nobody/words"}, 404, "no_such_model"),
        ({"story": "replicate/prunaai/p-image"}, 422, "wrong_model_kind"),
    ):
        answer = await start(studio, providers=providers)
        assert (answer.status_code, answer.json()["code"]) == (status, code)


FAULTS = (
    # fault, what the creator is told ("" where the take comes all the same), whether it was charged
    ("unauthorized", "vendor_key_rejected", False),
    ("insufficient_credit", "vendor_credit_low", False),
    ("model_not_found", "vendor_model_gone", False),
    ("invalid_fields", "vendor_input_refused", False),
    ("nsfw", "content_refused", False),
    ("flagged", "content_refused", False),
    ("fails_midway", "vendor_failed", False),
    ("out_of_memory", "vendor_failed", False),
    ("no_output", "vendor_answer_bad", True),
    ("not_an_image", "vendor_answer_bad", True),
    ("throttled", "", None),
    ("output_while_processing", "", None),
    ("truncated", "", None),
    ("delivery_down", "", None),
    ("garbage", "", None),
)


async def test_what_the_creator_sees_pays_and_keeps(studio: TestStudio, standin: StandinHandle) -> None:
    project = (await start(studio, providers={"references": "replicate/prunaai/p-image"})).json()
    project = await studio.idle(project["id"])
    await studio.approve(project, "story")
    project = await studio.generate(project, "references")
    path = f"/api/projects/{project['id']}"
    for fault, code, charged in FAULTS:
        takes = len(item(project, "ref-vera")["takes"])
        billed, spent = standin.billed_micros(), project["spend"]["spent_usd"]
        standin.fault(fault)
        answer = await studio.client.post(f"{path}/stages/references/regenerate", json={"items": ["ref-vera"]})
        assert answer.status_code == 200, answer.text
        project = await studio.idle(project["id"])
        after = item(project, "ref-vera")
        paid = round((project["spend"]["spent_usd"] - spent) * 1_000_000)
        unsure = round(project["spend"]["unknown_usd"] * 1_000_000)
        failure = after["failure"]
        if code:
            assert failure is not None, fault
            assert (failure["code"], failure["charged"]) == (code, charged), fault
            assert len(after["takes"]) == takes, fault
            assert project["spend"]["held_usd"] == 0, fault
        elif failure is not None:
            # Where nobody can know, the creator is asked, and the money stays held.
            assert (failure["code"], failure["charged"]) == ("outcome_unknown", None), fault
            assert unsure > 0, fault
            continue
        else:
            assert len(after["takes"]) == takes + 1, fault
        assert paid == standin.billed_micros() - billed, fault
        assert after["takes"][:takes] == item(project, "ref-vera")["takes"][:takes]


async def test_a_region_is_found_by_words(studio: TestStudio, standin: StandinHandle) -> None:
    project = (await start(studio, providers={})).json()
    project = await studio.idle(project["id"])
    await studio.approve(project, "story")
    await studio.generate(project, "references")
    picture = Image.new("RGB", (320, 180), (90, 130, 170))
    ImageDraw.Draw(picture).ellipse((120, 50, 200, 130), fill=(200, 30, 40))
    out = io.BytesIO()
    picture.save(out, "PNG")
    path = f"/api/projects/{project['id']}/items/ref-vera"
    await studio.client.post(f"{path}/takes", files={"file": ("own.png", out.getvalue(), "image/png")})
    before = standin.billed_micros()
    wanted = {"words": "red coat", "model": "replicate/schananas/grounded_sam"}
    mask = await studio.client.post(f"{path}/select-region", json=wanted)
    assert mask.status_code == 200, mask.text
    assert Image.open(io.BytesIO(mask.content)).size == (320, 180)
    page = await ledger(studio, project)
    assert round(page["total_usd"] * 1_000_000) == standin.billed_micros() - before > 0
    for body, code in (
        ({"words": "red coat", "model": "openai/gpt-6-luna"}, "wrong_model_kind"),
        ({"words": "red coat", "model": "nobody/sam"}, "no_such_model"),
    ):
        refused = await studio.client.post(f"{path}/select-region", json=body)
        assert refused.json()["code"] == code


async def test_keys_are_entered_tested_and_never_come_back(studio: TestStudio, standin: StandinHandle) -> None:
    page = (await studio.client.get("/api/providers")).json()
    state = {vendor["id"]: vendor["key"] for vendor in page["vendors"]}
    assert (state["openai"], state["replicate"], state["anthropic"]) == ("file", "file", "none")
    assert page["may_edit"] is True
    ok = await studio.client.post("/api/providers/replicate/test")
    assert ok.json() == {"ok": True, "message": "Replicate takes this key. The account is dailies-standin."}
    openai = await studio.client.post("/api/providers/openai/test")
    assert openai.json() == {"ok": True, "message": "OpenAI takes this key."}
    missing = (await studio.client.post("/api/providers/anthropic/test")).json()
    assert (missing["ok"], missing["message"]) == (False, "There is no key for Anthropic yet.")
    wrong = await studio.client.put("/api/providers/replicate/key", json={"key": "r8_not_the_right_one"})
    assert wrong.status_code == 204
    refused = (await studio.client.post("/api/providers/replicate/test")).json()
    assert refused["ok"] is False
    assert "key" in refused["message"]
    assert (await studio.client.delete("/api/providers/replicate/key")).status_code == 204
    answer = await start(studio, providers={"story": "rehearsal", "references": "replicate/prunaai/p-image"})
    project = await studio.idle(answer.json()["id"])
    await studio.approve(project, "story")
    missing = await studio.client.post(f"/api/projects/{project['id']}/stages/references/generate")
    assert (missing.status_code, missing.json()["code"]) == (409, "key_missing")
    await studio.client.put("/api/providers/replicate/key", json={"key": REPLICATE_KEY})
    short = await studio.client.put("/api/providers/replicate/key", json={"key": "x"})
    assert (short.status_code, short.json()["code"]) == (422, "bad_key")
    unknown = await studio.client.put("/api/providers/nobody/key", json={"key": "long-enough-key"})
    assert unknown.json()["code"] == "no_such_vendor"
