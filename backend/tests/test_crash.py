"""kill -9 in the middle of every stage: every finished take is found again, none twice, and the run ends."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .support.process import StudioProcess

pytestmark = pytest.mark.crash

BRIEF = {"prompt": "A violinist misses her stop and plays for the dining car.", "duration_s": 5}


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[StudioProcess]:
    process = StudioProcess(tmp_path)
    process.start()
    yield process
    process.stop()


def takes(project: dict[str, Any]) -> dict[str, tuple[int, str]]:
    """Take id -> its number and the file it names."""
    return {
        take["id"]: (take["number"], take["media"]["sha256"] if take["media"] else "")
        for item in project["items"]
        for take in item["takes"]
    }


def wait_for_half(studio: StudioProcess, project_id: str, stage: str) -> dict[str, Any]:
    """The snapshot at a moment when the stage is under way, with something made where it makes several."""
    for _ in range(400):
        project = studio.project(project_id)
        items = [item for item in project["items"] if item["stage"] == stage]
        working = any(item["work"] for item in items)
        made = any(item["takes"] for item in items)
        if working and (made or len(items) == 1):
            return project
        assert not (made and not working), "the stage ended before it could be interrupted"
        time.sleep(0.02)
    raise AssertionError("the stage never began")


@pytest.mark.parametrize("stage", ["story", "references", "storyboard", "video"])
def test_a_killed_studio_goes_on_where_it_was(studio: StudioProcess, stage: str) -> None:
    project = studio.client.post("/api/projects", json={"brief": BRIEF}).json()
    path = f"/api/projects/{project['id']}"
    for name in ("story", "references", "storyboard", "video"):
        if name != "story":
            answer = studio.client.post(f"{path}/stages/{name}/generate")
            assert answer.status_code == 200, answer.text
        if name == stage:
            before = wait_for_half(studio, project["id"], stage)
            studio.kill()
            studio.start()
            after = studio.project(project["id"])
            assert takes(before).items() <= takes(after).items()
        project = studio.idle(project["id"])
        approval = studio.client.post(f"{path}/stages/{name}/approve", json={"revision": project["revision"]})
        assert approval.status_code == 200, approval.text
        if name == stage:
            break
    project = studio.project(project["id"])
    made = [item for item in project["items"] if item["stage"] == stage]
    assert made
    for item in made:
        assert [take["number"] for take in item["takes"]] == [1]
        assert item["failure"] is None
    events = studio.client.get(f"{path}/events?limit=1000").json()
    assert [event["seq"] for event in events["events"]] == list(range(1, events["head"] + 1))
    added = [event["data"]["item"] for event in events["events"] if event["type"] == "take.added"]
    assert len(added) == len(set(added))


def test_a_cancelled_operation_stays_cancelled_after_a_crash(studio: StudioProcess) -> None:
    project = studio.client.post("/api/projects", json={"brief": BRIEF}).json()
    operation = project["operations"][0]["id"]
    wait_for_half(studio, project["id"], "story")
    studio.client.post(f"/api/projects/{project['id']}/operations/{operation}/cancel")
    studio.kill()
    studio.start()
    project = studio.idle(project["id"])
    assert project["operations"][0]["status"] == "cancelled"
    assert not project["items"][0]["takes"]


def test_an_unanswered_note_is_answered_after_a_crash(studio: StudioProcess) -> None:
    project = studio.client.post("/api/projects", json={"brief": BRIEF}).json()
    path = f"/api/projects/{project['id']}"
    studio.idle(project["id"])
    studio.client.post(f"{path}/notes?wait=false", json={"text": "why?", "stage": "story"})
    studio.kill()
    studio.start()
    for _ in range(100):
        note = studio.project(project["id"])["notes"][0]
        if note["reply_state"] == "done":
            break
        time.sleep(0.1)
    assert note["reply"] == "Understood: why?."


def test_a_second_studio_on_the_same_folder_is_refused(studio: StudioProcess) -> None:
    again = subprocess.run(
        [sys.executable, "-m", "dailies.cli", "serve", "--port", "0"],
        cwd=Path(__file__).parents[1],
        env={**os.environ, "DAILIES_DATA_FOLDER": str(studio.folder)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert again.returncode == 1
    assert "Another studio is running" in again.stderr.replace("\n", " ")
