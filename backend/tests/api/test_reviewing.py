"""Review over HTTP: scores that come later, candidates, stale work, tries, merges, own pictures."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from PIL import Image

from ..support.studio import TestStudio, item, running_studio, stage

pytestmark = pytest.mark.asyncio(loop_scope="module")

FRAMES = ("frame-s1a", "frame-s1b", "frame-s2a")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[TestStudio]:
    async with running_studio(tmp_path_factory.mktemp("reviewing")) as running:
        yield running


@pytest.fixture
def studio(shared: TestStudio) -> TestStudio:
    """The module's studio, its artists well again."""
    shared.control.reset()
    return shared


async def post(studio: TestStudio, project: dict[str, Any], path: str, **body: Any) -> Any:
    return await studio.client.post(f"/api/projects/{project['id']}/{path}", json=body)


async def scored(studio: TestStudio, project_id: str) -> dict[str, Any]:
    """The snapshot once every take is measured."""
    return await studio.until(
        project_id, lambda p: not any(t["scoring"] == "waiting" for i in p["items"] for t in i["takes"])
    )


def picture(size: tuple[int, int] = (320, 180), colour: tuple[int, int, int] = (200, 40, 40)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


async def test_scores_come_after_the_picture_and_cost_no_revision(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    revision = project["revision"]
    project = await scored(studio, project["id"])
    assert project["revision"] == revision
    take = item(project, "frame-s1b")["takes"][0]
    scores = {each["name"]: each for each in take["scores"]}
    assert scores["Technique"]["value"] is not None
    assert scores["Match"]["value"] is None
    assert scores["Match"]["method"] == "Not measured: no scoring model is chosen."
    assert scores["Faces"]["method"].startswith("Not measured")
    assert "Palette, Frame 1, take 1" in scores
    assert take["overall"]["value"] is not None
    assert [part["name"] for part in take["overall_parts"]] == ["Continuity", "Technique"]
    assert sum(part["weight"] for part in take["overall_parts"]) == pytest.approx(1)
    assert item(project, "story")["takes"][0]["scoring"] == "none"
    events = (await studio.client.get(f"/api/projects/{project['id']}/events")).json()["events"]
    told = [each["data"] for each in events if each["type"] == "take.scored" and each["data"]["item"] == "frame-s1b"]
    assert told[-1]["overall"] == take["overall"]["value"]


async def test_candidates_wait_to_be_picked(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    await post(studio, project, "stages/storyboard/regenerate", items=["frame-s1a"], count=3)
    project = await studio.idle(project["id"])
    frame = item(project, "frame-s1a")
    assert (frame["selected"], frame["candidates"], len(frame["takes"])) == (1, [2, 3, 4], 4)
    project = (await post(studio, project, "items/frame-s1a/select", take=3)).json()
    assert item(project, "frame-s1a")["candidates"] == []


async def test_tries_run_until_used_up_or_good_enough(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    answer = await post(studio, project, "stages/storyboard/tries", items=["frame-s1a"], score=100, tries=2)
    assert answer.status_code == 200, answer.text
    project = await studio.until(project["id"], lambda p: p["tries"][-1]["ended_at"] is not None)
    attempt = project["tries"][-1]["attempts"][0]
    assert (attempt["state"], attempt["takes"], attempt["made"]) == ("stopped", [2, 3], 2)
    assert attempt["reason"].startswith("2 tries used up. Best: take ")
    assert item(project, "frame-s1a")["selected"] == 1
    await post(studio, project, "stages/storyboard/tries", items=["frame-s1b"], score=1, tries=4)
    project = await studio.until(project["id"], lambda p: p["tries"][-1]["ended_at"] is not None)
    assert project["tries"][-1]["attempts"][0]["state"] == "reached"
    assert item(project, "frame-s1b")["selected"] == 2
    for body, status, code in [
        ({"items": ["frame-s1a"], "score": 100, "limit_usd": 0.0, "tries": 2}, 200, None),
        ({"items": ["frame-s9"], "score": 90}, 404, "no_such_item"),
        ({"items": [], "score": 90}, 409, "nothing_to_do"),
    ]:
        answer = await post(studio, project, "stages/storyboard/tries", **body)
        assert (answer.status_code, answer.json().get("code")) == (status, code)
    await studio.until(project["id"], lambda p: p["tries"][-1]["ended_at"] is not None)


async def test_tries_stop_when_told_and_when_one_fails(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    studio.control.fail["sits down"] = 1
    await post(studio, project, "stages/storyboard/tries", items=["frame-s1b"], score=100, tries=3)
    project = await studio.until(project["id"], lambda p: p["tries"][-1]["ended_at"] is not None)
    assert project["tries"][-1]["attempts"][0]["reason"] == "A try failed. Timed out after 90 s. Not charged."
    studio.control.hold.clear()
    await post(studio, project, "stages/storyboard/tries", items=["frame-s1a"], score=100, tries=3)
    tries = (await studio.project(project["id"]))["tries"][-1]["id"]
    stopped = await post(studio, project, f"tries/{tries}/stop")
    assert stopped.json()["tries"][-1]["attempts"][0]["reason"] == "You stopped it."
    studio.control.hold.set()
    project = await studio.idle(project["id"])
    assert project["operations"][-1]["status"] == "cancelled"
    again = await post(studio, project, f"tries/{tries}/stop")
    assert (again.status_code, again.json()["code"]) == (409, "not_running")
    missing = await post(studio, project, "tries/nothing/stop")
    assert (missing.status_code, missing.json()["code"]) == (404, "no_such_tries")


async def test_stale_work_is_priced_kept_and_renewed_to_the_bottom(studio: TestStudio) -> None:
    project = await studio.reach("video")
    path = f"/api/projects/{project['id']}"
    none = await studio.client.get(f"{path}/stages/storyboard/renewal")
    assert (none.status_code, none.json()["code"]) == (409, "nothing_stale")
    edit = {"edits": [{"op": "shot", "id": "s1b", "action": "Vera opens her case."}]}
    project = (await studio.client.patch(f"{path}/items/story", json=edit)).json()
    project = await studio.approve(project, "story")
    below = (await studio.client.get(f"{path}/stages/storyboard/renewal", params={"depth": "below"})).json()
    assert below["words"] == "Renew 1 frame, 1 clip and the cut"
    assert below["approves"] == ["storyboard"]
    assert below["estimate"]["usd_max"] == 0
    kept = (await post(studio, project, "stages/storyboard/keep", items=["frame-s1b"])).json()
    assert item(kept, "frame-s1b")["stale"] is None
    assert item(kept, "frame-s1b")["kept"] == ["shot 1B has a new action"]
    assert stage(kept, "storyboard")["state"] == "approved"
    twice = await post(studio, project, "stages/storyboard/keep", items=["frame-s1b"])
    assert (twice.status_code, twice.json()["code"]) == (409, "nothing_stale")
    project = (await post(studio, project, "stages/storyboard/keep", keep=False)).json()
    assert item(project, "frame-s1b")["stale"] is not None
    answer = await post(studio, project, "stages/storyboard/renew", depth="below")
    assert answer.json()["renewing"]["left"][0] == {"stage": "video", "items": ["clip-s1b"]}
    project = await studio.until(project["id"], lambda p: p["renewing"]["state"] != "running")
    assert (project["renewing"]["state"], project["renewing"]["reason"]) == ("done", "")
    assert [len(item(project, each)["takes"]) for each in (*FRAMES, "clip-s1b", "cut")] == [1, 2, 1, 2, 2]
    assert stage(project, "storyboard")["state"] == "approved"
    assert not any(each["stale"] for each in project["items"])
    locked = await post(studio, project, "stages/storyboard/renew", items=["frame-s1b"])
    assert locked.json()["code"] == "nothing_stale"


async def test_reopening_says_beforehand_what_it_means(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    path = f"/api/projects/{project['id']}/stages"
    found = (await studio.client.get(f"{path}/references/reopening")).json()
    assert found["closes"] == ["storyboard", "video"]
    assert found["stale"] == list(FRAMES)
    assert found["words"].endswith("new takes could make 3 frames stale.")
    assert stage(await studio.project(project["id"]), "references")["state"] == "approved"
    refused = await studio.client.get(f"{path}/storyboard/reopening")
    assert (refused.status_code, refused.json()["code"]) == (409, "not_approved")


async def test_shots_are_copied_and_scenes_merged(studio: TestStudio) -> None:
    project = await studio.reach("references")
    path = f"/api/projects/{project['id']}/items/story"
    copied = await studio.client.patch(path, json={"edits": [{"op": "duplicate_shot", "id": "s1b"}]})
    shots = [each["shot"] for each in copied.json()["items"] if each["kind"] == "frame"]
    assert shots == ["s1a", "s1b", "s1x1", "s2a"]
    moods = {"edits": [{"op": "scene", "id": each, "mood": "hushed"} for each in ("s1", "s2")]}
    await studio.client.patch(path, json=moods)
    merged = await post(studio, project, "items/story/merge", into=1, source=3, scenes=["s2"])
    story = merged.json()["story"]
    assert [scene["mood"] == "hushed" for scene in story["scenes"]] == [False, True]
    assert item(merged.json(), "story")["takes"][-1]["parent"] == 1
    refused = await post(studio, project, "items/story/merge", into=1, source=3, scenes=["s9"])
    assert (refused.status_code, refused.json()["code"]) == (404, "no_such_part")


async def test_own_pictures_meet_the_films_shape(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    path = f"/api/projects/{project['id']}/items"
    for target, fit, size, kept in [
        ("frame-s1a", None, (900, 900), (900, 506)),
        ("frame-s1a", "pad", (900, 900), (1600, 900)),
        ("frame-s1a", "whole", (900, 900), (900, 900)),
        ("ref-vera", None, (900, 1200), (900, 1200)),
    ]:
        files = {"file": ("a.png", picture(size))}
        sent = await studio.client.post(f"{path}/{target}/takes", files=files, data={"fit": fit} if fit else {})
        media = item(sent.json(), target)["takes"][-1]["media"]
        assert abs(media["width"] / media["height"] - kept[0] / kept[1]) < 0.01, (fit, media)
    wrong = await studio.client.post(f"{path}/frame-s1a/takes", files=files, data={"fit": "stretch"})
    assert wrong.status_code == 422


async def test_a_logo_becomes_a_reference_of_the_shots_that_show_it(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    path = f"/api/projects/{project['id']}/references"
    form = {"name": "Anchor logo", "description": "a white anchor on blue", "shots": "s1a"}
    answer = await studio.client.post(path, data=form, files={"file": ("logo.png", picture((64, 64)))})
    assert answer.status_code == 200, answer.text
    added = item(answer.json(), "ref-anchor-logo")
    assert (added["kind"], added["takes"][0]["origin"], added["selected"]) == ("product", "upload", 1)
    assert item(answer.json(), "frame-s1a")["stale"]["causes"] == ["shot 1A has a new action"]
    assert item(answer.json(), "story")["takes"][-1]["note"] == "Added Anchor logo"
    for changed, file, code in [
        ({"shots": "s9"}, picture(), "no_such_part"),
        ({"kind": "place"}, picture(), "story_invalid"),
        ({}, b"#!/bin/sh", "image_unreadable"),
    ]:
        refused = await studio.client.post(path, data={**form, **changed}, files={"file": ("a.png", file)})
        assert refused.json()["code"] == code


async def test_others_are_made_like_a_frame(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    await post(studio, project, "stages/storyboard/regenerate", items=["frame-s1a"], instruction="warmer")
    project = await studio.idle(project["id"])
    answer = await post(studio, project, "items/frame-s1a/like", items=["frame-s1b", "frame-s2a"])
    assert answer.status_code == 200, answer.text
    project = await studio.idle(project["id"])
    take = item(project, "frame-s1b")["takes"][-1]
    assert take["like"] == {"item": "frame-s1a", "label": "Frame 1", "take": 2, "binds": "style"}
    assert "Change: warmer" in take["prompt"]
    assert take["prompt"].endswith("Keep the palette and light of the picture given (Frame 1, take 2).")
    refused = await post(studio, project, "items/frame-s1a/like", items=["frame-s1a"])
    assert (refused.status_code, refused.json()["code"]) == (422, "like_itself")
    missing = await post(studio, project, "items/frame-s9/like", items=["frame-s1a"])
    assert (missing.status_code, missing.json()["code"]) == (404, "no_such_item")


async def test_a_take_whose_file_is_lost_is_not_left_waiting(studio: TestStudio) -> None:
    project = await studio.reach("references")
    studio.control.hold.clear()
    await post(studio, project, "stages/references/regenerate", items=["ref-vera", "ref-platform"])
    await studio.until(
        project["id"], lambda p: sum(bool(i["work"] and i["work"]["started_at"]) for i in p["items"]) == 2
    )
    # Both workers are busy, so that nothing is measured yet.
    files = {"file": ("a.png", picture((50, 40)))}
    sent = await studio.client.post(f"/api/projects/{project['id']}/items/ref-style/takes", files=files)
    lost = item(sent.json(), "ref-style")["takes"][-1]
    assert (lost["scoring"], lost["overall"]) == ("waiting", None)
    studio.services.blobs.path(lost["media"]["sha256"]).unlink()
    studio.control.hold.set()
    project = await scored(studio, project["id"])
    take = item(project, "ref-style")["takes"][-1]
    assert take["scores"][0]["value"] is None
    assert take["overall"]["value"] is None
    assert take["overall"]["method"] == "Not measured: none of its parts was."


async def test_locks_set_by_hand_are_kept_by_plans(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    base = f"/api/projects/{project['id']}"
    wanted = {"items": ["frame-s1a", "frame-s1b"], "locks": ["palette", "face"]}
    answer = await studio.client.put(f"{base}/locks", json=wanted)
    assert answer.status_code == 200, answer.text
    assert [item(answer.json(), each)["locks"] for each in FRAMES] == [["face", "palette"]] * 2 + [[]]
    unlocked = await studio.client.put(f"{base}/locks", json={"items": ["frame-s1a"], "locks": []})
    assert [item(unlocked.json(), each)["locks"] for each in FRAMES[:2]] == [[], ["face", "palette"]]
    note = {"text": "change it: rain", "stage": "storyboard", "items": ["frame-s1b"]}
    await studio.client.post(f"{base}/notes", json=note)
    plan = (await studio.until(project["id"], lambda p: p["plans"] != []))["plans"][0]
    assert [(each["item"], each["keeps"]) for each in plan["changes"]] == [("frame-s1b", ["face", "palette"])]
    refusals = (("frame-nope", "no_such_item"), ("clip-s1a", "nothing_to_lock"), ("story", "nothing_to_lock"))
    for refused, code in refusals:
        answer = await studio.client.put(f"{base}/locks", json={"items": [refused], "locks": ["face"]})
        assert answer.json()["code"] == code
