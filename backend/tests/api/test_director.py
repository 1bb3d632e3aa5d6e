"""The chat over HTTP: options, undo, locks, stopping a reply, order, and the director on a vendor's model."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from ..support.studio import TestStudio, item, running_studio

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def studio(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[TestStudio]:
    async with running_studio(tmp_path_factory.mktemp("director")) as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def board(studio: TestStudio) -> dict[str, Any]:
    return await studio.reach("storyboard")


async def say(studio: TestStudio, project: dict[str, Any], text: str, *items: str, wait: bool = True) -> Any:
    note = {"text": text, "stage": "storyboard", "items": list(items)}
    path = f"/api/projects/{project['id']}/notes{'' if wait else '?wait=false'}"
    answer = await studio.client.post(path, json=note)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def post(studio: TestStudio, project: dict[str, Any], path: str, body: Any = None) -> Any:
    return await studio.client.post(f"/api/projects/{project['id']}/{path}", json=body)


async def test_a_plan_is_applied_and_taken_back_as_one(studio: TestStudio, board: dict[str, Any]) -> None:
    before = {each["id"]: each["selected"] for each in (await studio.project(board["id"]))["items"]}
    answer = await say(studio, board, "change darker", "frame-s1a", "frame-s1b")
    plan = answer["plan"]
    assert [change["kind"] for change in plan["changes"]] == ["make", "make"]
    assert (await post(studio, board, f"plans/{plan['id']}/apply")).status_code == 200
    made = await studio.idle(board["id"])
    take = item(made, "frame-s1a")["takes"][-1]
    assert [part["note"] for part in take["prompt_parts"] if part["source"] == "note"] == [answer["note"]["id"]]
    assert take["prompt"] == "\n".join(part["text"] for part in take["prompt_parts"])
    assert next(each for each in made["plans"] if each["id"] == plan["id"])["can_undo"]
    undone = (await post(studio, board, f"plans/{plan['id']}/undo")).json()
    assert {each["id"]: each["selected"] for each in undone["items"]} == before
    assert len(item(undone, "frame-s1a")["takes"]) == len(item(board, "frame-s1a")["takes"]) + 1
    assert next(each for each in undone["plans"] if each["id"] == plan["id"])["state"] == "undone"
    again = await post(studio, board, f"plans/{plan['id']}/undo")
    assert (again.status_code, again.json()["code"]) == (409, "plan_not_applied")


async def test_the_free_adjustment_comes_first_and_drawing_anew_second(
    studio: TestStudio, board: dict[str, Any]
) -> None:
    plan = (await say(studio, board, "lighter", "frame-s1b"))["plan"]
    assert [option["label"] for option in plan["options"]] == ["Adjust here, free", "Draw anew"]
    assert plan["changes"][0]["adjusts"] == "exposure +0.5"
    path = f"/api/projects/{board['id']}/plans/{plan['id']}"
    chosen = (await studio.client.patch(path, json={"option": 1})).json()
    assert (chosen["option"], chosen["changes"][0]["kind"]) == (1, "make")
    refused = await studio.client.patch(path, json={"option": 2})
    assert (refused.status_code, refused.json()["code"]) == (422, "no_such_option")
    project = (await post(studio, board, f"plans/{plan['id']}/apply", {"option": 0})).json()
    take = item(project, "frame-s1b")["takes"][-1]
    assert (take["origin"], take["cost_usd"]) == ("adjust", 0)
    undone = (await post(studio, board, f"plans/{plan['id']}/undo")).json()
    assert item(undone, "frame-s1b")["selected"] == take["parent"]


async def test_locks_are_kept_by_every_later_plan(studio: TestStudio, board: dict[str, Any]) -> None:
    plan = (await say(studio, board, "lock the face", "frame-s2a"))["plan"]
    project = (await post(studio, board, f"plans/{plan['id']}/apply")).json()
    assert item(project, "frame-s2a")["locks"] == ["face"]
    later = (await say(studio, board, "change closer", "frame-s2a"))["plan"]
    assert later["changes"][0]["keeps"] == ["face"]
    assert "face" in later["locked"]
    assert (await post(studio, board, f"plans/{later['id']}/apply")).status_code == 200
    take = item(await studio.idle(board["id"]), "frame-s2a")["takes"][-1]
    assert take["prompt_parts"][-1] == {
        "text": "Keep the face and hair exactly as before.",
        "source": "lock",
        "note": "",
    }


async def test_a_reply_is_stopped_and_keeps_its_words(studio: TestStudio, board: dict[str, Any]) -> None:
    note = (await say(studio, board, "count", wait=False))["note"]
    await asyncio.sleep(0.6)
    stopped = (await post(studio, board, f"notes/{note['id']}/stop")).json()
    assert stopped["reply_state"] == "stopped"
    assert stopped["reply"].startswith("Understood")
    await asyncio.sleep(0.3)
    kept = next(each for each in (await studio.project(board["id"]))["notes"] if each["id"] == note["id"])
    assert kept == stopped
    done = await say(studio, board, "hello")
    ended = await post(studio, board, f"notes/{done['note']['id']}/stop")
    assert (ended.status_code, ended.json()["code"]) == (409, "reply_ended")


async def test_two_notes_sent_quickly_are_answered_in_order(studio: TestStudio, board: dict[str, Any]) -> None:
    first = (await say(studio, board, "one", wait=False))["note"]
    second = (await say(studio, board, "two"))["note"]
    notes = {each["id"]: each for each in (await studio.project(board["id"]))["notes"]}
    assert notes[first["id"]]["reply"] == "Understood: one."
    assert notes[first["id"]]["replied_at"] < notes[second["id"]]["replied_at"]


async def test_enhancement_is_a_setting(studio: TestStudio, board: dict[str, Any]) -> None:
    path = f"/api/projects/{board['id']}"
    changed = (await studio.client.patch(path, json={"enhance_prompts": True})).json()
    assert changed["enhance_prompts"] is True
    plan = (await say(studio, board, "change closer", "frame-s1a"))["plan"]
    await post(studio, board, f"plans/{plan['id']}/apply")
    take = item(await studio.idle(board["id"]), "frame-s1a")["takes"][-1]
    assert "enhancement" in {part["source"] for part in take["prompt_parts"]}
    await studio.client.patch(path, json={"enhance_prompts": False})
