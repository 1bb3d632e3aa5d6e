"""Two models behind a mask edit: the second is asked where the first is poor or refuses, and never otherwise."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from PIL import Image

from dailies.adapters.blobs.local import LocalBlobs
from dailies.domain.errors import ProviderError
from dailies.domain.inpainting import Box, EditPlan
from dailies.media.planes import Plane
from dailies.ports import Agency, ImageResult, Inpainter, InpaintRequest, Progress
from dailies.services.retouch import Retouch

from ..support.journal import MemoryJournal

SIDE = 96
INSIDE = (slice(32, 64), slice(32, 64))


def png(plane: Plane) -> bytes:
    out = io.BytesIO()
    Image.fromarray(plane).save(out, "PNG")
    return out.getvalue()


def ground() -> Plane:
    grain = np.random.default_rng(3).normal(120, 12, (SIDE, SIDE, 3))
    return np.clip(grain, 0, 255).astype(np.uint8)


def the_mask() -> Plane:
    mask = np.zeros((SIDE, SIDE), np.uint8)
    mask[INSIDE] = 255
    return mask


def good(sent: Plane) -> Plane:
    painted = sent.copy()
    painted[INSIDE] = painted[8:40, 48:80]
    return painted


def another_picture(sent: Plane) -> Plane:
    return np.random.default_rng(5).integers(0, 255, sent.shape).astype(np.uint8)


def refusing(code: str) -> Callable[[Plane], Plane]:
    def refuse(sent: Plane) -> Plane:
        raise ProviderError(f"First refused this: {code}.", code=code)

    return refuse


@dataclass
class Painter:
    """An inpainter that does as told, and says what it was asked."""

    paint: Callable[[Plane], Plane]
    cost: int
    seeds: list[int] = field(default_factory=list)
    name: str = "vendor"

    async def inpaint(self, request: InpaintRequest, progress: Progress) -> ImageResult:
        self.seeds.append(request.seed)
        sent = np.asarray(Image.open(io.BytesIO(request.image)).convert("RGB"))
        return ImageResult(png(self.paint(sent)), f"model-{self.cost}", request.seed, self.cost)


@dataclass
class TwoModels:
    """The part of an agency that a mask edit needs."""

    models: dict[str, Painter]

    def inpainter(self, model: str, journal: object) -> Inpainter:
        return self.models[model]


PLAN = EditPlan(
    "replace", "a bell", "", "parent", "", "", Box(0, 0, SIDE, SIDE), (SIDE, SIDE), 0, 8, 1.0, 0.99, None, None,
    "first", fallback="second",
)  # fmt: skip


async def painted(first: Painter, second: Painter, folder: Path, plan: EditPlan = PLAN) -> Any:
    retouch = Retouch(cast(Agency, TwoModels({"first": first, "second": second})), LocalBlobs(folder))
    request = InpaintRequest(png(ground()), png(the_mask()), "a bell", 7)
    return await retouch.paint(plan, request, MemoryJournal(), lambda share: None)


async def test_a_good_first_answer_is_taken_alone(tmp_path: Path) -> None:
    second = Painter(good, 90)
    answer = await painted(Painter(good, 50), second, tmp_path)
    assert (answer.result.model, answer.cost, answer.again, second.seeds) == ("model-50", 50, "", [])


async def test_a_poor_first_answer_is_tried_again_and_the_better_kept(tmp_path: Path) -> None:
    answer = await painted(Painter(another_picture, 50), Painter(good, 90), tmp_path)
    assert (answer.result.model, answer.cost) == ("model-90", 140)
    assert answer.again == "What lies around the mask came back as another picture."
    kept = await painted(Painter(another_picture, 50), Painter(refusing("vendor_down"), 90), tmp_path)
    assert (kept.result.model, kept.cost, kept.again) == ("model-50", 50, "")


@pytest.mark.parametrize("code", ["content_refused", "vendor_answer_bad"])
async def test_a_refusal_is_tried_by_the_second_with_a_seed_of_its_own(tmp_path: Path, code: str) -> None:
    second = Painter(good, 90)
    answer = await painted(Painter(refusing(code), 50), second, tmp_path)
    assert (answer.result.model, answer.cost) == ("model-90", 90)
    assert answer.again == f"First refused this: {code}."
    assert second.seeds == [11]


async def test_where_both_refuse_the_first_says_why(tmp_path: Path) -> None:
    with pytest.raises(ProviderError, match="First refused this: content_refused"):
        await painted(Painter(refusing("content_refused"), 50), Painter(refusing("vendor_down"), 90), tmp_path)


@pytest.mark.parametrize(("code", "plan"), [("vendor_down", PLAN), ("content_refused", replace(PLAN, fallback=""))])
async def test_nobody_else_is_asked(tmp_path: Path, code: str, plan: EditPlan) -> None:
    second = Painter(good, 90)
    with pytest.raises(ProviderError):
        await painted(Painter(refusing(code), 50), second, tmp_path, plan)
    assert second.seeds == []
