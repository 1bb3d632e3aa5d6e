"""The cut and its deliveries over HTTP, joined by the real editor and opened by programs that are not ours."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import av
import numpy as np
import opentimelineio as otio
import pytest
import pytest_asyncio
from PIL import Image

from dailies.media.credentials import read_credentials
from dailies.media.cut import FilmEditor
from dailies.media.sound.files import write_wav

from ..support.studio import TestStudio, item, running_studio

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[TestStudio]:
    async with running_studio(tmp_path_factory.mktemp("studio"), editor=FilmEditor()) as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def cut(shared: TestStudio) -> dict[str, Any]:
    """A project with a joined film of four shots."""
    return await shared.reach("video")


@pytest.fixture
def studio(shared: TestStudio) -> TestStudio:
    shared.control.reset()
    return shared


def path(project: dict[str, Any], rest: str) -> str:
    return f"/api/projects/{project['id']}/{rest}"


async def set_cut(studio: TestStudio, project: dict[str, Any], **settings: Any) -> dict[str, Any]:
    """The cut again, by other settings."""
    wanted = {**(await studio.project(project["id"]))["cut"], **settings}
    answer = await studio.client.patch(path(project, "items/cut"), json={"cut": wanted})
    assert answer.status_code == 200, answer.text
    answer = await studio.client.post(path(project, "stages/video/regenerate"), json={"items": ["cut"]})
    assert answer.status_code == 200, answer.text
    return await studio.idle(project["id"])


async def made(studio: TestStudio, project: dict[str, Any], wish: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """A delivery, once it is made, and its file."""
    answer = await studio.client.post(path(project, "deliveries"), json=wish)
    assert answer.status_code == 202, answer.text
    await studio.idle(project["id"])
    listed = (await studio.client.get(path(project, "deliveries"))).json()["files"]
    found = next(each for each in listed if each["wish"] == {**each["wish"], **wish})
    assert not found["failed"], found
    file = await studio.client.get(path(project, f"deliveries/{found['id']}/file"))
    assert file.status_code == 200
    return found, file.content


def shots(project: dict[str, Any]) -> list[str]:
    return [shot["id"] for scene in project["story"]["scenes"] for shot in scene["shots"]]


async def test_a_cut_is_made_by_its_settings_and_copies_what_it_can(studio: TestStudio, cut: dict[str, Any]) -> None:
    first, *_, last = shots(cut)
    project = await set_cut(
        studio,
        cut,
        captions=False,
        title=False,
        joins=[{"after": first, "transition": "wipe", "seconds": 0.5, "direction": "up"}],
        clips=[{"shot": last, "trim_in_s": 0.0, "trim_out_s": 0.5, "speed": 1, "hold_s": 1.0}],
        mood="calm",
    )
    take = item(project, "cut")["takes"][-1]
    planned = sum(shot["seconds"] for scene in project["story"]["scenes"] for shot in scene["shots"])
    assert take["media"]["seconds"] == planned - item(project, f"clip-{last}")["seconds"] + 1.5
    assert take["cost_usd"] == 0
    assert 0 < take["copied"] < take["media"]["seconds"] * 24
    stale = await studio.client.patch(path(cut, "items/cut"), json={"cut": {**project["cut"], "duck_db": 6}})
    assert item(stale.json(), "cut")["stale"]["causes"] == ["the cut's settings changed"]


async def test_settings_no_film_can_be_made_by_are_refused(studio: TestStudio, cut: dict[str, Any]) -> None:
    for wrong in ({"loudness": 3}, {"music_file": "a" * 64}):
        refused = await studio.client.patch(path(cut, "items/cut"), json={"cut": wrong})
        assert (refused.status_code, refused.json()["code"]) == (422, "cut_setting_invalid")


async def test_files_that_take_a_while_are_made_by_operations(
    studio: TestStudio, cut: dict[str, Any], tmp_path: Path
) -> None:
    await set_cut(studio, cut, **PLAIN)
    found, data = await made(studio, cut, {"kind": "webm", "codec": "vp9", "shape": "1:1", "short_side": 480})
    assert (found["width"], found["height"]) == (480, 480)
    with av.open(io.BytesIO(data)) as film:
        assert film.streams.video[0].codec_context.name == "vp9"
        assert sum(1 for _ in film.decode(video=0)) == round((found["seconds"] or 0) * 24)
    _, data = await made(studio, cut, {"kind": "gif", "seconds": 0.5})
    assert Image.open(io.BytesIO(data)).n_frames == 6  # type: ignore[attr-defined]
    found, _ = await made(studio, cut, {"kind": "animatic"})
    assert found["seconds"] == sum(shot["seconds"] for scene in cut["story"]["scenes"] for shot in scene["shots"])
    _, data = await made(studio, cut, {"kind": "stems"})
    with zipfile.ZipFile(io.BytesIO(data)) as stems:
        assert {"dialogue.wav", "music.wav", "effects.wav", "master.wav"} <= set(stems.namelist())
    _, data = await made(studio, cut, {"kind": "mp4", "credentials": True})
    (tmp_path / "signed.mp4").write_bytes(data)
    state, claim = read_credentials(tmp_path / "signed.mp4") or ("", {})
    assert (state, claim["claim_generator_info"][0]["name"]) == ("Valid", "Dailies")


async def test_the_archive_says_how_everything_was_made(studio: TestStudio, cut: dict[str, Any]) -> None:
    found, data = await made(studio, cut, {"kind": "zip"})
    assert found["older_because"] == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        told = json.loads(archive.read("manifest.json"))
        assert {each["file"] for each in told["takes"]} <= set(archive.namelist())
        assert {"model", "takes", "cost_usd"} <= set(told["models"][0])
        record = json.loads(archive.read("video/clip-01-take-1.mp4.provenance.json"))
    assert record["prompt"]
    assert told["licences"]
    await set_cut(studio, cut, fps=25)
    files = (await studio.client.get(path(cut, "deliveries"))).json()["files"]
    older = next(each for each in files if each["id"] == found["id"])
    assert older["older_because"][0].startswith("Cut is now take")


async def test_a_delivery_is_refused_cancelled_and_tried_again(studio: TestStudio, cut: dict[str, Any]) -> None:
    early = await studio.idle((await studio.start())["id"])
    refused = await studio.client.post(path(early, "deliveries"), json={"kind": "gif"})
    assert (refused.status_code, refused.json()["code"]) == (409, "nothing_to_export")
    missing = await studio.client.get(path(early, "deliveries/delivery-gif/file"))
    assert (missing.status_code, missing.json()["code"]) == (404, "no_such_take")
    listed = (await studio.client.get(path(early, "deliveries"))).json()
    assert {each["kind"]: bool(each["missing"]) for each in listed["documents"]}["mp4"]
    wrong = await studio.client.post(path(cut, "deliveries"), json={"kind": "gif", "seconds": 60})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "delivery_invalid")
    begun = await studio.client.post(path(cut, "deliveries"), json={"kind": "mp4", "short_side": 2160, "fps": 60})
    again = await studio.client.post(path(cut, "deliveries"), json={"kind": "mp4", "short_side": 2160, "fps": 60})
    assert (again.status_code, again.json()["code"]) == (409, "work_under_way")
    operation = begun.json()["id"]
    await studio.client.post(path(cut, f"operations/{operation}/cancel"))
    await studio.idle(cut["id"])
    ended = (await studio.client.get(path(cut, f"operations/{operation}"))).json()
    assert ended["status"] == "cancelled"
    retried = await studio.client.post(path(cut, f"operations/{operation}/retry"))
    assert retried.json()["operations"][-1]["kind"] == "deliver"
    await studio.client.post(path(cut, f"operations/{retried.json()['operations'][-1]['id']}/cancel"))
    await studio.idle(cut["id"])


async def test_lines_are_spoken_and_heard_in_the_cut(studio: TestStudio, cut: dict[str, Any]) -> None:
    project = await set_cut(studio, cut, **PLAIN, narration={"on": True})
    assert "no voice yet" in item(project, "cut")["takes"][-1]["warnings"][0]
    lines = (await studio.client.get(path(cut, "narration"))).json()
    assert [line["take"] for line in lines] == [None] * len(lines)
    answer = await studio.client.post(path(cut, "narration"), json={})
    assert answer.status_code == 202
    await studio.idle(cut["id"])
    lines = (await studio.client.get(path(cut, "narration"))).json()
    assert all(line["fresh"] and line["seconds"] == 1.0 for line in lines)
    project = await set_cut(studio, cut, music=False)
    assert "no voice yet" not in "".join(item(project, "cut")["takes"][-1]["warnings"])
    wave = (await studio.client.get(path(cut, "film/waveform"))).json()
    assert max(high for _, high in wave["peaks"]) > 0.05
    done = await studio.client.post(path(cut, "narration"), json={})
    assert (done.status_code, done.json()["code"]) == (409, "nothing_to_do")
    wrong = await studio.client.post(path(cut, "narration"), json={"shots": ["nobody"]})
    assert (wrong.status_code, wrong.json()["code"]) == (404, "no_such_item")
    await set_cut(studio, cut, **PLAIN, narration={"on": False})


async def test_own_music_and_a_logo_are_brought_for_the_cut(
    studio: TestStudio, cut: dict[str, Any], tmp_path: Path
) -> None:
    write_wav(tmp_path / "tone.wav", np.full((2, 48_000), 0.1, np.float32))
    files = {"file": ("tone.wav", (tmp_path / "tone.wav").read_bytes())}
    answer = await studio.client.post(path(cut, "cut/files/music"), files=files)
    assert len(answer.json()["cut"]["music_file"]) == 64
    picture = io.BytesIO()
    Image.new("RGB", (64, 32), (200, 40, 40)).save(picture, "PNG")
    answer = await studio.client.post(path(cut, "cut/files/logo"), files={"file": ("logo.png", picture.getvalue())})
    assert len(answer.json()["cut"]["end_card"]["logo"]) == 64
    for kind, code in (("music", "sound_unreadable"), ("logo", "image_unreadable")):
        refused = await studio.client.post(path(cut, f"cut/files/{kind}"), files={"file": ("x", b"nothing")})
        assert (refused.status_code, refused.json()["code"]) == (422, code)
    project = await set_cut(studio, cut, music=True, title=True)
    assert item(project, "cut")["takes"][-1]["cut"]["music_file"]
    await set_cut(studio, cut, **PLAIN)


async def test_a_clip_begins_where_the_one_before_it_ends(studio: TestStudio, cut: dict[str, Any]) -> None:
    first, second, *_ = shots(cut)
    making = {"chain": True, "motion": "The lamp swings.", "negative": "text"}
    answer = await studio.client.put(path(cut, f"clips/{second}/making"), json=making)
    assert item(answer.json(), f"clip-{second}")["making"]["chain"]
    stale = item(answer.json(), f"clip-{second}")["stale"]
    assert stale["causes"] == ["how the clip is to be made changed"]
    refused = await studio.client.put(path(cut, f"clips/{first}/making"), json=making)
    assert (refused.status_code, refused.json()["code"]) == (422, "clip_making_invalid")
    body = {"items": [f"clip-{second}"], "instruction": "slower"}
    await studio.client.post(path(cut, "stages/video/regenerate"), json=body)
    project = await studio.idle(cut["id"])
    take = item(project, f"clip-{second}")["takes"][-1]
    assert take["prompt"].startswith("The lamp swings.")
    assert f"clip-{first}" in [source["item"] for source in take["made_from"]]
    tiers = await studio.client.post(path(cut, "stages/video/regenerate"), json={**body, "tier": "final"})
    assert (tiers.status_code, tiers.json()["code"]) == (409, "no_such_tier")


async def test_a_timeline_edited_elsewhere_comes_back_as_a_plan(studio: TestStudio, cut: dict[str, Any]) -> None:
    await set_cut(studio, cut, **PLAIN)
    written = (await studio.client.get(path(cut, "export/otio"))).text
    same = await studio.client.post(path(cut, "timeline"), files={"file": ("same.otio", written.encode())})
    assert same.json() == {"changes": [], "plan": None}
    timeline = otio.adapters.read_from_string(written, "otio_json")
    track = timeline.video_tracks()[0]
    moved = track.pop(0)
    track.append(moved)
    clip = track[0]
    clip.source_range = otio.opentime.TimeRange(clip.source_range.start_time, otio.opentime.RationalTime(12, 24))
    edited = otio.adapters.write_to_string(timeline, "otio_json").encode()
    told = (await studio.client.post(path(cut, "timeline"), files={"file": ("edited.otio", edited)})).json()
    assert any("now comes" in sentence for sentence in told["changes"])
    applied = await studio.client.post(path(cut, f"plans/{told['plan']}/apply"))
    assert applied.status_code == 200, applied.text
    project = await studio.idle(cut["id"])
    usual = shots(cut)
    assert project["cut"]["order"] == [*usual[1:], usual[0]]
    assert project["cut"]["clips"][0]["trim_out_s"] == 0.5
    undone = await studio.client.post(path(cut, f"plans/{told['plan']}/undo"))
    assert undone.json()["cut"]["order"] == []
    broken = await studio.client.post(path(cut, "timeline"), files={"file": ("x.otio", b"not a timeline")})
    assert (broken.status_code, broken.json()["code"]) == (422, "timeline_unreadable")


async def test_pictures_and_boards_for_the_player_and_the_wall(studio: TestStudio, cut: dict[str, Any]) -> None:
    strip = (await studio.client.get(path(cut, "film/strip"))).json()
    sheet = await studio.client.get(path(cut, "film/strip.jpg"))
    assert Image.open(io.BytesIO(sheet.content)).width == strip["columns"] * strip["width"]
    poster = await studio.client.get(path(cut, "film/poster"), params={"at_s": 1.0})
    assert Image.open(io.BytesIO(poster.content)).size == (1280, 720)
    pages = [len((await studio.client.get(path(cut, "export/pdf"), params={"per_page": n})).content) for n in (1, 9)]
    assert pages[0] != pages[1]
    contact = await studio.client.get(path(cut, "export/sheet"))
    assert contact.headers["content-disposition"].endswith('.png"')
    frame = await studio.client.get(path(cut, f"items/frame-{shots(cut)[0]}/takes/1/file"), params={"signed": True})
    assert frame.status_code == 200, frame.text
    assert frame.headers["content-disposition"].startswith("attachment")
    gone = await studio.client.get(path(cut, "items/cut/takes/99/file"))
    assert (gone.status_code, gone.json()["code"]) == (404, "no_such_take")


PLAIN: dict[str, Any] = {
    "joins": [],
    "clips": [],
    "captions": True,
    "title": False,
    "music": False,
    "music_file": "",
    "fps": 24,
}
