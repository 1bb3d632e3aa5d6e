"""Mask edits through the interface: candidates, bit-identity, bad masks, extension, blending again, smart select."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from typing import Any

import numpy as np
import pytest
import pytest_asyncio
from PIL import Image, ImageDraw

from ..support.studio import TestStudio, as_made, item, running_studio

pytestmark = pytest.mark.asyncio(loop_scope="module")

FRAME = "frame-s1a"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def studio(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[TestStudio]:
    async with running_studio(tmp_path_factory.mktemp("editing")) as running:
        yield running


def png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def a_mask(size: tuple[int, int], share: float = 0.4) -> bytes:
    mask = Image.new("L", size, 0)
    width, height = size
    box = (width * 0.3, height * 0.3, width * (0.3 + share), height * (0.3 + share))
    ImageDraw.Draw(mask).ellipse(box, fill=255)
    return png(mask)


async def pixels(studio: TestStudio, sha256: str) -> np.ndarray[Any, np.dtype[np.uint8]]:
    data = (await studio.client.get(f"/api/blobs/{sha256}")).content
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


def size_of(take: dict[str, Any]) -> tuple[int, int]:
    return take["media"]["width"], take["media"]["height"]


async def paint(
    studio: TestStudio, project: dict[str, Any], mask: bytes | None, what: str = FRAME, **fields: Any
) -> Any:
    files = {"mask": ("mask.png", mask, "image/png")} if mask is not None else {"_": ("", b"")}
    path = f"/api/projects/{project['id']}/items/{FRAME}/inpaint"
    return await studio.client.post(path, data={name: str(value) for name, value in fields.items()}, files=files)


async def test_candidates_lie_beside_the_old_take(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    first = item(project, FRAME)["takes"][0]
    answer = await paint(studio, project, a_mask(size_of(first)), prompt="a red boat", count=3)
    assert answer.status_code == 200, answer.text
    assert answer.json()["operations"][-1]["kind"] == "edit"
    after = item(await studio.idle(project["id"]), FRAME)
    assert [take["number"] for take in after["takes"]] == [1, 2, 3, 4]
    assert after["selected"] == 1
    assert as_made(after["takes"][0]) == as_made(first)
    parent = await pixels(studio, first["media"]["sha256"])
    seeds = set()
    for take in after["takes"][1:]:
        assert (take["origin"], take["parent"], take["note"]) == ("edit", 1, "a red boat")
        edit = take["edit"]
        assert (edit["intent"], edit["changed"], edit["model"]) == ("replace", 0, "rehearsal")
        assert edit["untouched"] > 0
        assert size_of(take) == size_of(first)
        painted = await pixels(studio, take["media"]["sha256"])
        same = (painted == parent).all(axis=-1)
        assert int(same.sum()) >= edit["untouched"]
        assert not same.all()
        mask = (await studio.client.get(f"/api/blobs/{edit['mask']}")).content
        assert Image.open(io.BytesIO(mask)).size == size_of(first)
        seeds.add(take["seed"])
    assert len(seeds) == 3
    chosen = await studio.client.post(f"/api/projects/{project['id']}/items/{FRAME}/select", json={"take": 3})
    used = item(chosen.json(), FRAME)
    assert (used["selected"], used["stale"]) == (3, None)


async def test_an_edit_can_be_blended_again_for_nothing(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    size = size_of(item(project, FRAME)["takes"][0])
    await paint(studio, project, a_mask(size), intent="remove", count=1)
    project = await studio.idle(project["id"])
    made = dict(studio.control.made)
    path = f"/api/projects/{project['id']}/items/{FRAME}/reblend"
    answer = await studio.client.post(path, json={"take": 2, "feather": 2, "colour_match": 0})
    assert answer.status_code == 200, answer.text
    tight = item(answer.json(), FRAME)["takes"][-1]
    assert (tight["number"], tight["edit"]["feather"], tight["parent"], tight["cost_usd"]) == (3, 2, 1, 0)
    assert tight["edit"]["untouched"] > item(answer.json(), FRAME)["takes"][1]["edit"]["untouched"]
    assert dict(studio.control.made) == made
    for body, code in (({"take": 1}, "not_an_edit"), ({"take": 2, "feather": 999}, "edit_out_of_range")):
        refused = await studio.client.post(path, json=body)
        assert (refused.status_code, refused.json()["code"]) == (422, code)


async def test_growth_that_is_asked_for_is_laid_on_once(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    size = size_of(item(project, FRAME)["takes"][0])
    painted = a_mask(size)
    await paint(studio, project, painted, intent="remove", count=1, grow=24)
    take = item(await studio.idle(project["id"]), FRAME)["takes"][-1]
    stored = (await studio.client.get(f"/api/blobs/{take['edit']['mask']}")).content
    given = np.asarray(Image.open(io.BytesIO(painted)))
    # What is kept is what was painted: the growth goes on it when it is sent.
    assert take["edit"]["grow"] == 24
    assert (np.asarray(Image.open(io.BytesIO(stored))) == given).mean() > 0.999


async def test_the_same_edit_on_several_frames(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    mask = a_mask(size_of(item(project, FRAME)["takes"][0]))
    answer = await paint(studio, project, mask, intent="remove", count=1, items="frame-s1b")
    assert answer.status_code == 200, answer.text
    after = await studio.idle(project["id"])
    for what in (FRAME, "frame-s1b"):
        assert [take["origin"] for take in item(after, what)["takes"]] == ["generated", "edit"]
        assert item(after, what)["selected"] == 1


async def test_extending_makes_a_larger_picture(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    first = item(project, FRAME)["takes"][0]
    width, height = size_of(first)
    answer = await paint(studio, project, None, intent="extend", count=1, margins="32,0,16,8")
    assert answer.status_code == 200, answer.text
    take = item(await studio.idle(project["id"]), FRAME)["takes"][-1]
    assert size_of(take) == (width + 48, height + 8)
    old, new = await pixels(studio, first["media"]["sha256"]), await pixels(studio, take["media"]["sha256"])
    inner = new[:height, 32 : 32 + width]
    assert (inner == old).all(axis=-1).mean() > 0.3
    assert (take["edit"]["changed"], take["edit"]["margins"]) == (0, [32, 0, 16, 8])
    path = f"/api/projects/{project['id']}/items/{FRAME}/inpaint/plan"
    look = (await studio.client.post(path, data={"intent": "extend", "margins": "32,0,16,8", "take": "1"})).json()
    assert (look["box"]["right"], look["box"]["bottom"]) == (width + 48, height + 8)
    assert (look["again"], look["price_again_usd"]) == ("", 0)


async def test_what_an_edit_would_send(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    size = size_of(item(project, FRAME)["takes"][0])
    path = f"/api/projects/{project['id']}/items/{FRAME}/inpaint/plan"
    look = await studio.client.post(path, files={"mask": ("m.png", a_mask(size), "image/png")}, data={"edge": "loose"})
    assert look.status_code == 200, look.text
    shape = look.json()
    assert 0.05 < shape["covers"] < 0.3
    assert shape["price_usd"] == 0
    assert shape["box"]["right"] <= size[0]
    assert shape["apart"] == []


async def test_smart_select_finds_the_thing(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    picture = Image.new("RGB", (320, 180), (90, 130, 170))
    ImageDraw.Draw(picture).ellipse((120, 50, 200, 130), fill=(220, 60, 40))
    # Grain, as every real picture has it: without it the edges' compression noise is a colour of its own.
    grain = np.random.default_rng(1).normal(0, 10, (180, 320, 3))
    picture = Image.fromarray(np.clip(np.asarray(picture) + grain, 0, 255).astype(np.uint8))
    upload = {"file": ("own.png", png(picture), "image/png")}
    await studio.client.post(f"/api/projects/{project['id']}/items/{FRAME}/takes", files=upload)
    path = f"/api/projects/{project['id']}/items/{FRAME}/select-region"
    for body in ({"points": [{"x": 160, "y": 90}]}, {"box": {"left": 100, "top": 30, "right": 220, "bottom": 150}}):
        answer = await studio.client.post(path, json=body)
        assert answer.status_code == 200, answer.text
        mask = np.asarray(Image.open(io.BytesIO(answer.content)))
        wanted = np.asarray(Image.new("L", (320, 180), 0))
        drawn = Image.fromarray(wanted)
        ImageDraw.Draw(drawn).ellipse((120, 50, 200, 130), fill=255)
        thing = np.asarray(drawn) > 0
        assert ((mask > 0) & thing).sum() / ((mask > 0) | thing).sum() > 0.9
    nothing = await studio.client.post(path, json={})
    assert nothing.json()["code"] == "nothing_pointed_at"


@pytest.mark.parametrize(
    ("mask", "fields", "code"),
    [
        ("wrong size", {"prompt": "x"}, "mask_wrong_size"),
        ("empty", {"prompt": "x"}, "mask_empty"),
        ("full", {"prompt": "x"}, "mask_full"),
        ("jpeg", {"prompt": "x"}, "mask_unreadable"),
        ("none", {"prompt": "x"}, "mask_empty"),
        ("half a file", {"prompt": "x"}, "mask_unreadable"),
        ("huge", {"prompt": "x"}, "mask_unreadable"),
        ("good", {"prompt": ""}, "prompt_missing"),
        ("good", {"prompt": "x" * 5000}, "prompt_too_long"),
        ("good", {"prompt": "x", "count": 9}, "edit_out_of_range"),
        ("good", {"intent": "extend"}, "margins_missing"),
        ("good", {"intent": "extend", "margins": "4000,0,0,0"}, "edit_out_of_range"),
        ("good", {"intent": "sing"}, "invalid_input"),
        ("good", {"prompt": "x", "box": "1,2,3"}, "invalid_input"),
    ],
)
async def test_what_can_not_be_painted(studio: TestStudio, mask: str, fields: dict[str, Any], code: str) -> None:
    project = await studio.reach("storyboard")
    size = size_of(item(project, FRAME)["takes"][0])
    jpeg = io.BytesIO()
    Image.new("L", size, 255).save(jpeg, "JPEG")
    masks = {
        "wrong size": a_mask((size[0] + 1, size[1])),
        "empty": png(Image.new("L", size, 0)),
        "full": png(Image.new("L", size, 255)),
        "jpeg": jpeg.getvalue(),
        "good": a_mask(size),
        "none": None,
        "half a file": a_mask(size)[:60],
        "huge": png(Image.new("1", (9000, 8), 1)),
    }
    answer = await paint(studio, project, masks[mask], **fields)
    assert (answer.status_code, answer.json()["code"]) == (422, code), answer.text
    assert (await studio.project(project["id"]))["operations"] == project["operations"]


async def test_a_failure_keeps_everything(studio: TestStudio) -> None:
    project = await studio.reach("storyboard")
    before = item(project, FRAME)
    studio.control.fail["a purple whale"] = 1
    await paint(studio, project, a_mask(size_of(before["takes"][0])), prompt="a purple whale", count=2)
    after = item(await studio.idle(project["id"]), FRAME)
    assert len(after["takes"]) == 2
    assert as_made(after["takes"][0]) == as_made(before["takes"][0])
    assert after["selected"] == 1
