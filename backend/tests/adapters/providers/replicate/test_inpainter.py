"""Mask edits: every shipped row's mask means what the row says, and the answer fits the picture."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageDraw

from dailies.adapters.models.loader import load_registry
from dailies.adapters.providers.replicate import ReplicateClient, ReplicateInpainter
from dailies.adapters.providers.replicate.pictures import encoded_mask, is_blank, mask_at, native_size
from dailies.domain.errors import InvalidInput, ProviderError
from dailies.domain.registry import MaskMeaning, Model
from dailies.ports import InpaintRequest
from dailies.standin.server import StandinHandle
from tests.adapters.providers.replicate.studio import OpenGate, decoded, quiet
from tests.support.journal import MemoryJournal

REGISTRY = load_registry()
ROWS = [model for model in REGISTRY.of_kind("inpaint") if REGISTRY.vendor(model.vendor).dialect == "replicate"]
OTHER_WAY: dict[MaskMeaning, MaskMeaning] = {"white_repaint": "black_repaint", "black_repaint": "white_repaint"}
SIDE = 128
BOX = (40, 40, 88, 88)
FAR = 14
"""Levels that a model's own losses may change outside the mask; a repainted part changes far more."""


def picture() -> bytes:
    """Blue, with a yellow bar at its edge that shows whether it was kept."""
    blue = Image.new("RGB", (SIDE, SIDE), (40, 70, 190))
    ImageDraw.Draw(blue).rectangle((0, 0, SIDE, 12), (220, 200, 60))
    return saved(blue)


def mask(box: tuple[int, int, int, int] = BOX) -> bytes:
    plain = Image.new("L", (SIDE, SIDE))
    ImageDraw.Draw(plain).rectangle(box, 255)
    return saved(plain)


def saved(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def small(model: Model) -> Model:
    """The row, for a model made for small pictures: the test is quick."""
    return replace(model, native_pixels=SIDE * SIDE)


REQUEST = InpaintRequest(picture(), mask(), "a red square", 3)


def test_a_second_try_is_by_another_model_for_mask_edits() -> None:
    named = [(model.id, REGISTRY.model(model.fallback)) for model in REGISTRY if model.fallback]
    assert named
    assert all(other.kind == "inpaint" and other.id != first for first, other in named)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
async def test_only_the_masked_part_changes(
    row: Model, standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    before = standin.billed_micros()
    result = await ReplicateInpainter(small(row), client, journal, gate).inpaint(REQUEST, quiet)
    away = difference(result.image)
    inside = np.asarray(decoded(mask())) > 127
    assert away[inside].mean() > FAR
    assert away[~inside].mean() < FAR
    assert result.cost == journal.cost == standin.billed_micros() - before
    assert result.cost > 0
    assert list(journal.calls) == ["candidate-3"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
async def test_a_mask_the_wrong_way_round_is_caught(
    row: Model, standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    wrong = replace(small(row), mask=OTHER_WAY[row.mask])
    with pytest.raises(ProviderError, match="other way round") as caught:
        await ReplicateInpainter(wrong, client, journal, gate).inpaint(REQUEST, quiet)
    assert caught.value.code == "vendor_answer_bad"
    assert caught.value.charged is True


def difference(image: bytes) -> npt.NDArray[np.float64]:
    made = decoded(image)
    assert made.size == (SIDE, SIDE)
    before, after = (np.asarray(each.convert("RGB"), np.float64) for each in (decoded(picture()), made))
    return np.asarray(np.abs(after - before).mean(axis=-1), np.float64)


async def test_settings_go_out_only_where_the_row_has_them(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    row = small(next(row for row in ROWS if "strength" in row.inputs and "steps" in row.inputs))
    request = replace(REQUEST, steps=9, guidance=4.0, strength=0.5)
    await ReplicateInpainter(row, client, journal, gate).inpaint(request, quiet)
    sent = standin.predictions()[-1]["input"]
    assert (sent[row.inputs["steps"]], sent[row.inputs["strength"]]) == (9, 0.5)
    assert set(sent) <= {*row.inputs.values(), *row.fixed}


async def test_steps_out_of_range_are_refused_before_anything_is_sent(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    row = next(row for row in ROWS if row.ranges.get("steps", (0, 0))[0] > 1)
    with pytest.raises(InvalidInput) as caught:
        await ReplicateInpainter(small(row), client, journal, gate).inpaint(replace(REQUEST, steps=1), quiet)
    assert caught.value.code == "input_out_of_range"
    assert standin.requests() == ()


@pytest.mark.parametrize("size", [(512, 512), (1920, 1080), (300, 900), (1024, 768)])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_the_sent_size_keeps_the_rows_rules(row: Model, size: tuple[int, int]) -> None:
    width, height = native_size(row, size)
    assert width % row.side_multiple == height % row.side_multiple == 0
    assert not row.max_side or max(width, height) <= row.max_side
    assert width * height <= row.native_pixels * 1.1
    assert abs((width / height) / (size[0] / size[1]) - 1) < 0.06


@pytest.mark.parametrize(
    ("meaning", "repaint", "keep"), [("white_repaint", 255, 0), ("black_repaint", 0, 255), ("alpha0_repaint", 0, 255)]
)
def test_each_encoding_of_a_mask(meaning: MaskMeaning, repaint: int, keep: int) -> None:
    encoded = decoded(encoded_mask(mask_at(mask(), (64, 64)), meaning))
    plane = encoded.getchannel("A") if meaning == "alpha0_repaint" else encoded
    assert plane.getpixel((32, 32)) == repaint
    assert plane.getpixel((2, 2)) == keep
    assert {value for _, value in plane.getcolors() or ()} == {0, 255}


def test_only_one_colour_is_blank() -> None:
    night = Image.new("RGB", (640, 480))
    assert is_blank(night)
    night.putpixel((300, 200), (240, 240, 220))
    assert not is_blank(night)
