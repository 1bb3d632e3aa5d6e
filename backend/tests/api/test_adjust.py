"""Adjusting a frame: free, immediate, a take like any other, that can be changed again."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from PIL import Image

from ..support.studio import TestStudio, as_made, item, running_studio

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def studio(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[TestStudio]:
    async with running_studio(tmp_path_factory.mktemp("adjust")) as running:
        yield running


async def adjust(studio: TestStudio, project: dict[str, Any], what: str, **body: Any) -> Any:
    return await studio.client.post(f"/api/projects/{project['id']}/items/{what}/adjust", json=body)


async def pixels(studio: TestStudio, sha256: str) -> Image.Image:
    return Image.open(io.BytesIO((await studio.client.get(f"/api/blobs/{sha256}")).content)).convert("RGB")


async def test_an_adjusted_frame(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    before = item(project, "frame-s1a")
    answer = await adjust(studio, project, "frame-s1a", adjustment={"exposure": 1, "flip": True})
    assert answer.status_code == 200, answer.text
    after = item(answer.json(), "frame-s1a")
    take = after["takes"][-1]
    assert (take["number"], take["origin"], take["parent"], take["cost_usd"]) == (2, "adjust", 1, 0)
    assert take["note"] == "exposure +1, flipped"
    assert take["adjustment"]["exposure"] == 1
    assert after["selected"] == 2
    assert after["stale"] is None
    assert as_made(after["takes"][0]) == as_made(before["takes"][0])
    assert answer.json()["operations"] == project["operations"]
    media = take["media"]
    first = before["takes"][0]["media"]
    assert (media["width"], media["height"]) == (first["width"], first["height"])
    light = [
        sum((await pixels(studio, each["sha256"])).convert("L").resize((1, 1)).tobytes()) for each in (first, media)
    ]
    assert light[1] > light[0]
    again = await adjust(studio, project, "frame-s1a", adjustment={"exposure": 0.5}, take=1)
    assert item(again.json(), "frame-s1a")["takes"][-1]["parent"] == 1
    assert next(s for s in again.json()["stages"] if s["name"] == "storyboard")["stale"] == 0


async def test_a_crop_of_the_same_shape_keeps_the_size(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    size = item(project, "frame-s1b")["takes"][0]["media"]
    half = {"crop": {"left": 0.25, "right": 0.75, "top": 0.5, "bottom": 1}}
    same = (await adjust(studio, project, "frame-s1b", adjustment=half)).json()
    media = item(same, "frame-s1b")["takes"][-1]["media"]
    assert (media["width"], media["height"]) == (size["width"], size["height"])
    narrow = {"crop": {"left": 0.4, "right": 0.6}}
    other = (await adjust(studio, project, "frame-s1b", adjustment=narrow, take=1)).json()
    assert item(other, "frame-s1b")["takes"][-1]["media"]["width"] < size["width"] / 4


async def test_a_look_keeps_nothing(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    path = f"/api/projects/{project['id']}/items/frame-s1a/adjust/look"
    for adjustment in ({"saturation": -1}, {}):
        look = await studio.client.post(path, json={"adjustment": adjustment})
        assert look.headers["content-type"] == "image/jpeg"
        assert Image.open(io.BytesIO(look.content)).format == "JPEG"
    assert item(await studio.project(project["id"]), "frame-s1a") == item(project, "frame-s1a")


@pytest.mark.parametrize(
    ("what", "body", "status", "code"),
    [
        ("frame-s1a", {"adjustment": {}}, 422, "nothing_adjusted"),
        ("frame-s1a", {"adjustment": {"exposure": 9}}, 422, "adjustment_out_of_range"),
        ("frame-s1a", {"adjustment": {"exposure": 1}, "take": 7}, 404, "no_such_take"),
        ("frame-none", {"adjustment": {"exposure": 1}}, 404, "no_such_item"),
        ("story", {"adjustment": {"exposure": 1}}, 422, "not_a_picture_item"),
    ],
)
async def test_what_can_not_be_adjusted(
    studio: TestStudio, what: str, body: dict[str, Any], status: int, code: str
) -> None:
    project = await studio.reach("storyboard")
    answer = await adjust(studio, project, what, **body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
