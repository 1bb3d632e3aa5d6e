"""The pipeline over HTTP, from the brief to the file, with every gate and every way back."""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from collections.abc import AsyncIterator, Iterator
from typing import get_args

import pytest
import pytest_asyncio
from PIL import Image

from dailies.api.exports import Format

from ..support.postgres import new_database, running_postgres
from ..support.studio import TestStudio, item, running_studio, stage

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Every test runs on both databases."""
    if request.param == "sqlite":
        yield ""
        return
    with running_postgres() as server:
        yield new_database(server, "pipeline")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared(tmp_path_factory: pytest.TempPathFactory, database_url: str) -> AsyncIterator[TestStudio]:
    async with running_studio(tmp_path_factory.mktemp("studio"), database_url) as running:
        yield running


@pytest.fixture
def studio(shared: TestStudio) -> TestStudio:
    """The module's studio, its artists well again; every test starts projects of its own."""
    shared.control.reset()
    return shared


async def test_from_brief_to_film(studio: TestStudio) -> None:
    project = await studio.reach("video", prompt="The first film.")
    assert stage(project, "video")["state"] == "review"
    cut = item(project, "cut")["takes"][0]
    assert cut["media"]["media_type"] == "video/mp4"
    assert cut["media"]["seconds"] == 5.0
    project = await studio.approve(project, "video")
    assert [each["state"] for each in project["stages"]] == ["approved"] * 4
    film = await studio.client.get(f"/api/projects/{project['id']}/export/mp4")
    assert film.headers["content-disposition"] == 'attachment; filename="night-train.mp4"'
    assert film.content[4:8] == b"ftyp"
    page = (await studio.client.get("/api/projects", params={"query": "the first film"})).json()
    assert page["counts"] == {"all": 1, "needs_you": 0, "making": 0, "done": 1}
    assert page["projects"][0]["delivered"]


async def test_automatic_runs_to_the_cut(studio: TestStudio) -> None:
    project = await studio.start(mode="automatic")
    project = await studio.until(project["id"], lambda p: stage(p, "video")["state"] == "approved")
    assert project["spend"] == {
        "spent_usd": 0.0,
        "held_usd": 0.0,
        "unknown_usd": 0.0,
        "budget_usd": None,
        "near": False,
    }


async def test_nothing_is_made_before_the_stage_above_is_approved(studio: TestStudio) -> None:
    project = await studio.idle((await studio.start())["id"])
    path = f"/api/projects/{project['id']}/stages/references"
    for verb in ("generate", "regenerate"):
        refused = await studio.client.post(f"{path}/{verb}", json={})
        assert (refused.status_code, refused.json()["code"]) == (409, "stage_locked")
    assert stage(project, "references")["state"] == "locked"


async def test_an_old_revision_is_refused_and_nothing_is_done(studio: TestStudio) -> None:
    project = await studio.idle((await studio.start())["id"])
    path = f"/api/projects/{project['id']}/stages/story/approve"
    refused = await studio.client.post(path, json={"revision": project["revision"] - 1})
    assert (refused.status_code, refused.json()["code"]) == (409, "revision_conflict")
    assert stage(await studio.project(project["id"]), "story")["state"] == "review"


async def test_a_note_proposes_and_only_apply_acts(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    path = f"/api/projects/{project['id']}"
    note = {"text": "change brighter", "stage": "storyboard", "items": ["frame-s1b"]}
    answer = (await studio.client.post(f"{path}/notes", json=note)).json()
    assert answer["reply"] == "Understood: change brighter."
    plan = answer["plan"]
    assert [change["item"] for change in plan["changes"]] == ["frame-s1b"]
    assert plan["keep"] == "The other 2 frames, byte for byte"
    assert plan["price"]["usd_max"] == 0.0
    unchanged = await studio.project(project["id"])
    assert all(len(item(unchanged, i)["takes"]) == 1 for i in ("frame-s1a", "frame-s1b", "frame-s2a"))
    applied = await studio.client.post(f"{path}/plans/{plan['id']}/apply")
    assert applied.status_code == 200
    project = await studio.idle(project["id"])
    assert [len(item(project, i)["takes"]) for i in ("frame-s1a", "frame-s1b", "frame-s2a")] == [1, 2, 1]
    made = item(project, "frame-s1b")["takes"][1]
    assert made["prompt"].endswith("Change: brighter")
    assert (made["origin"], made["note"]) == ("note", "change brighter")
    again = await studio.client.post(f"{path}/plans/{plan['id']}/apply")
    assert again.json()["code"] == "plan_used"


async def test_a_question_costs_nothing_and_changes_nothing(studio: TestStudio) -> None:
    project = await studio.idle((await studio.start())["id"])
    note = {"text": "why this ending?", "stage": "story"}
    answer = (await studio.client.post(f"/api/projects/{project['id']}/notes", json=note)).json()
    assert answer["plan"] is None
    after = await studio.project(project["id"])
    assert (after["items"], after["stages"]) == (project["items"], project["stages"])


async def test_a_plan_goes_out_of_date_and_is_refreshed(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    path = f"/api/projects/{project['id']}"
    note = {"text": "change warmer", "stage": "storyboard"}
    plan = (await studio.client.post(f"{path}/notes", json=note)).json()["plan"]
    edited = await studio.client.patch(
        f"{path}/plans/{plan['id']}", json={"items": ["frame-s1a", "frame-s1b"], "instruction": "colder"}
    )
    assert [c["instruction"] for c in edited.json()["changes"]] == ["colder", "colder"]
    await studio.client.post(f"{path}/stages/storyboard/regenerate", json={"items": ["frame-s1a"]})
    project = await studio.idle(project["id"])
    waiting = next(each for each in project["plans"] if each["id"] == plan["id"])
    assert (waiting["state"], waiting["outdated_because"]) == ("outdated", "1A has a new take.")
    refused = await studio.client.post(f"{path}/plans/{plan['id']}/apply")
    assert refused.json()["code"] == "plan_outdated"
    fresh = await studio.client.post(f"{path}/plans/{plan['id']}/refresh")
    assert fresh.json()["state"] == "proposed"
    dropped = await studio.client.post(f"{path}/plans/{plan['id']}/discard")
    assert next(p for p in dropped.json()["plans"] if p["id"] == plan["id"])["state"] == "discarded"


async def test_plans_pick_takes_and_set_the_cut(studio: TestStudio) -> None:
    project = await studio.reach("video")
    path = f"/api/projects/{project['id']}"
    await studio.client.post(f"{path}/stages/video/regenerate", json={"items": ["clip-s1a"]})
    project = await studio.idle(project["id"])
    assert item(project, "cut")["stale"]["causes"] == ["Clip 1 (1A) is now take 2"]
    note = {"text": "pick take 1", "stage": "video", "items": ["clip-s1a"]}
    plan = (await studio.client.post(f"{path}/notes", json=note)).json()["plan"]
    project = (await studio.client.post(f"{path}/plans/{plan['id']}/apply")).json()
    assert item(project, "clip-s1a")["selected"] == 1
    assert item(project, "cut")["stale"] is None
    plan = (await studio.client.post(f"{path}/notes", json={"text": "captions off", "stage": "video"})).json()["plan"]
    await studio.client.post(f"{path}/plans/{plan['id']}/apply")
    project = await studio.idle(project["id"])
    assert project["cut"]["captions"] is False
    assert item(project, "cut")["takes"][-1]["cut"]["captions"] is False


async def test_a_reply_that_breaks_is_said_and_changes_nothing(studio: TestStudio) -> None:
    project = await studio.idle((await studio.start())["id"])
    note = {"text": "break", "stage": "story"}
    answer = (await studio.client.post(f"/api/projects/{project['id']}/notes", json=note)).json()
    assert answer["note"]["reply_state"] == "failed"
    assert answer["reply"] == "The text server answered 500."


async def test_free_plans_run_by_themselves_where_the_creator_says_so(studio: TestStudio) -> None:
    project = await studio.reach("references")
    path = f"/api/projects/{project['id']}"
    await studio.client.patch(path, json={"auto_apply_free": True})
    note = {"text": "change a red scarf", "stage": "references", "items": ["ref-vera"]}
    await studio.client.post(f"{path}/notes", json=note)
    project = await studio.idle(project["id"])
    assert len(item(project, "ref-vera")["takes"]) == 2


async def test_partial_success_is_kept_and_the_failed_retried(studio: TestStudio) -> None:
    project = await studio.reach("references")
    project = await studio.approve(project, "references")
    studio.control.fail["sits down"] = 1
    project = await studio.generate(project, "storyboard")
    failed = item(project, "frame-s1b")
    assert failed["failure"]["message"] == "Timed out after 90 s. Not charged."
    assert stage(project, "storyboard")["blockers"] == ["1B has no take."]
    assert item(project, "frame-s1a")["selected"] == 1
    operation = failed["failure"]["operation"]
    path = f"/api/projects/{project['id']}/operations/{operation}"
    assert (await studio.client.get(path)).json()["status"] == "failed"
    await studio.client.post(f"{path}/retry")
    project = await studio.idle(project["id"])
    assert [len(item(project, i)["takes"]) for i in ("frame-s1a", "frame-s1b", "frame-s2a")] == [1, 1, 1]


async def test_what_nobody_thought_of_fails_the_item_and_not_the_studio(studio: TestStudio) -> None:
    project = await studio.reach("references")
    studio.control.crash = "Vera"
    path = f"/api/projects/{project['id']}/stages/references/regenerate"
    await studio.client.post(path, json={"items": ["ref-vera"]})
    project = await studio.idle(project["id"])
    assert item(project, "ref-vera")["failure"]["code"] == "internal"
    assert item(project, "ref-vera")["selected"] == 1


async def test_cancel_really_stops(studio: TestStudio) -> None:
    project = await studio.reach("references")
    project = await studio.approve(project, "references")
    studio.control.hold.clear()
    path = f"/api/projects/{project['id']}"
    started = (await studio.client.post(f"{path}/stages/storyboard/generate")).json()
    operation = started["operations"][-1]["id"]
    await studio.until(project["id"], lambda p: any(i["work"] and i["work"]["status"] == "running" for i in p["items"]))
    await studio.client.post(f"{path}/operations/{operation}/cancel")
    project = await studio.idle(project["id"])
    assert project["operations"][-1]["status"] == "cancelled"
    studio.control.hold.set()
    await asyncio.sleep(1.0)
    project = await studio.project(project["id"])
    assert not item(project, "frame-s1a")["takes"]
    again = await studio.client.post(f"{path}/operations/{operation}/cancel")
    assert again.json()["code"] == "not_running"
    await studio.client.post(f"{path}/operations/{operation}/retry")
    project = await studio.idle(project["id"])
    assert stage(project, "storyboard")["made"] == 3


async def test_hand_edits_are_takes_and_mark_what_they_touch(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    path = f"/api/projects/{project['id']}/items/story"
    edits = [
        {"op": "shot", "id": "s1b", "action": "Vera opens her case.", "seconds": 1.5},
        {"op": "add_shot", "after": "s1b", "action": "A waiter looks up.", "who": ["vera"]},
        {"op": "entity", "id": "vera", "name": "Ada"},
        {"op": "scene", "id": "s2", "mood": "hushed"},
        {"op": "story", "title": "Last Stop"},
    ]
    project = (await studio.client.patch(path, json={"edits": edits})).json()
    assert project["title"] == "Last Stop"
    assert item(project, "story")["takes"][-1]["origin"] == "hand"
    assert stage(project, "story")["state"] == "lapsed"
    assert item(project, "frame-s1b")["stale"]["causes"] == ["shot 1B has a new action"]
    assert item(project, "frame-s1a")["stale"] is None
    assert item(project, "frame-s1x1")["code"] == "1C"
    moved = {"edits": [{"op": "move_shot", "id": "s1x1", "after": ""}, {"op": "remove_shot", "id": "s1a"}]}
    project = (await studio.client.patch(path, json=moved)).json()
    assert [i["shot"] for i in project["items"] if i["kind"] == "frame"] == ["s1x1", "s1b", "s2a"]
    back = await studio.client.post(f"{path}/select", json={"take": 1})
    assert stage(back.json(), "storyboard")["state"] == "review"
    refused = await studio.client.patch(path, json={"edits": [{"op": "shot", "id": "s9", "action": "x"}]})
    assert (refused.status_code, refused.json()["code"]) == (404, "no_such_part")
    wrong = await studio.client.patch(f"/api/projects/{project['id']}/items/frame-s1b", json={"edits": []})
    assert wrong.json()["code"] == "not_editable"


async def test_renewing_makes_only_what_is_stale(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    path = f"/api/projects/{project['id']}"
    edit = {"edits": [{"op": "shot", "id": "s1b", "action": "Vera opens her case."}]}
    project = (await studio.client.patch(f"{path}/items/story", json=edit)).json()
    project = await studio.approve(project, "story")
    assert stage(project, "storyboard")["stale"] == 1
    await studio.client.post(f"{path}/stages/storyboard/regenerate", json={})
    project = await studio.idle(project["id"])
    assert [len(item(project, i)["takes"]) for i in ("frame-s1a", "frame-s1b", "frame-s2a")] == [1, 2, 1]


def picture(size: tuple[int, int] = (320, 180)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (200, 40, 40)).save(out, "PNG")
    return out.getvalue()


async def test_an_own_picture_becomes_a_take_and_bad_ones_are_refused(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    path = f"/api/projects/{project['id']}/items"
    sent = await studio.client.post(f"{path}/frame-s1a/takes", files={"file": ("a.png", picture())})
    take = item(sent.json(), "frame-s1a")["takes"][-1]
    assert (take["origin"], take["number"], take["media"]["width"]) == ("upload", 2, 320)
    served = await studio.client.get(f"/api/blobs/{take['media']['sha256']}?w=200")
    assert served.headers["content-type"] == "image/webp"
    for name, data, code in [
        ("a.png", b"#!/bin/sh\necho hello", "image_unreadable"),
        ("a.png", picture()[:60], "image_unreadable"),
        ("a.png", picture((9000, 6000)), "image_too_large"),
    ]:
        refused = await studio.client.post(f"{path}/frame-s1a/takes", files={"file": (name, data)})
        assert (refused.status_code, refused.json()["code"]) == (422, code)
    wrong = await studio.client.post(f"{path}/story/takes", files={"file": ("a.png", picture())})
    assert wrong.json()["code"] == "not_a_picture_item"


@pytest.mark.parametrize(
    ("brief", "code"),
    [
        ({"prompt": "   "}, "brief_empty"),
        ({"prompt": "x" * 20_000}, "brief_too_long"),
        ({"duration_s": 2}, "duration_out_of_range"),
        ({"aspect_ratio": "3:1"}, "invalid_input"),
    ],
)
async def test_bad_briefs_get_a_sentence(studio: TestStudio, brief: dict[str, object], code: str) -> None:
    body = {"brief": {"prompt": "A film", "duration_s": 10, **brief}}
    refused = await studio.client.post("/api/projects", json=body)
    assert (refused.status_code, refused.json()["code"]) == (422, code)
    assert refused.headers["content-type"] == "application/problem+json"


async def test_notes_about_nothing_are_refused(studio: TestStudio) -> None:
    project = await studio.idle((await studio.start())["id"])
    path = f"/api/projects/{project['id']}/notes"
    for body, code in [
        ({"text": "  ", "stage": "story"}, "note_empty"),
        ({"text": "hm", "stage": "story", "items": ["frame-s9"]}, "no_such_item"),
        ({"text": "hm", "stage": "catering"}, "invalid_input"),
    ]:
        refused = await studio.client.post(path, json=body)
        assert refused.json()["code"] == code


async def test_delete_can_be_undone(studio: TestStudio) -> None:
    project = await studio.idle((await studio.start())["id"])
    path = f"/api/projects/{project['id']}"
    assert (await studio.client.delete(path)).status_code == 204
    assert (await studio.client.get(path)).status_code == 404
    listed = (await studio.client.get("/api/projects")).json()["projects"]
    assert project["id"] not in [each["id"] for each in listed]
    assert (await studio.client.post(f"{path}/restore")).status_code == 200
    assert (await studio.client.get(path)).status_code == 200


async def test_the_gallery_searches_sorts_and_pages(studio: TestStudio) -> None:
    for number in range(3):
        await studio.start(prompt=f"A film about lantern number {number}")
    await studio.start(prompt="A film about 100% wool")
    found = (await studio.client.get("/api/projects", params={"query": "Lantern"})).json()
    assert found["counts"]["all"] == 3
    assert (await studio.client.get("/api/projects", params={"query": "100%"})).json()["counts"]["all"] == 1
    for sort in ("updated", "created", "title"):
        answer = await studio.client.get("/api/projects", params={"sort": sort, "query": "lantern"})
        assert len(answer.json()["projects"]) == 3
    bad = await studio.client.get("/api/projects", params={"cursor": "nonsense"})
    assert bad.json()["code"] == "bad_cursor"


async def test_the_log_has_every_change_in_order(studio: TestStudio) -> None:
    project = await studio.reach("references")
    page = (await studio.client.get(f"/api/projects/{project['id']}/events")).json()
    assert [event["seq"] for event in page["events"]] == list(range(1, page["head"] + 1))
    assert page["events"][0]["type"] == "project.created"
    rest = (await studio.client.get(f"/api/projects/{project['id']}/events?after=3&limit=2")).json()
    assert [event["seq"] for event in rest["events"]] == [4, 5]


async def test_every_delivery_is_a_file_of_its_kind(studio: TestStudio) -> None:
    project = await studio.reach("video")
    path = f"/api/projects/{project['id']}/export"
    files = {kind: await studio.client.get(f"{path}/{kind}") for kind in get_args(Format)}
    assert {answer.status_code for answer in files.values()} == {200}
    assert files["pdf"].content.startswith(b"%PDF")
    assert "00:00:01" in files["srt"].text
    assert files["vtt"].text.startswith("WEBVTT")
    assert json.loads(files["otio"].text)["OTIO_SCHEMA"].startswith("Timeline")
    assert "<fcpxml" in files["fcpxml"].text
    assert "TITLE" in files["edl"].text
    with zipfile.ZipFile(io.BytesIO(files["zip"].content)) as archive:
        names = archive.namelist()
        assert {"manifest.json", "story.json", "video/clip-01-take-1.mp4", "video/cut-take-1.mp4"} <= set(names)
        assert "storyboard/frame-01-take-1.png" in names or "storyboard/frame-01-take-1.jpg" in names
    assert files["mp4"].headers["content-disposition"].endswith('night-train.mp4"')


async def test_nothing_is_delivered_before_it_is_made(studio: TestStudio) -> None:
    project = await studio.idle((await studio.start())["id"])
    for kind in ("mp4", "otio"):
        refused = await studio.client.get(f"/api/projects/{project['id']}/export/{kind}")
        assert (refused.status_code, refused.json()["code"]) == (409, "nothing_to_export")
    unknown = await studio.client.get(f"/api/projects/{project['id']}/export/gif")
    assert unknown.status_code == 422


async def test_projects_take_turns(studio: TestStudio) -> None:
    long = await studio.approve(await studio.reach("references"), "references")
    studio.control.pause_s = 0.2
    await studio.client.post(f"/api/projects/{long['id']}/stages/references/reopen")
    await studio.client.post(f"/api/projects/{long['id']}/stages/references/regenerate", json=FOUR_EACH)
    short = await studio.start()
    short = await studio.idle(short["id"])
    long = await studio.project(long["id"])
    assert item(short, "story")["selected"] == 1
    assert any(work["status"] == "queued" for work in long["operations"][-1]["items"])
    await studio.client.post(f"/api/projects/{long['id']}/operations/{long['operations'][-1]['id']}/cancel")
    await studio.idle(long["id"])


FOUR_EACH = {"items": ["ref-vera", "ref-dining-car", "ref-platform", "ref-style"], "count": 4}
"""Sixteen takes: the references of the fake writer's story."""
