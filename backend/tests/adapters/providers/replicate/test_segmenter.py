"""Regions found by words."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from dailies.adapters.models.loader import load_registry
from dailies.adapters.providers.replicate import ReplicateClient, ReplicateSegmenter
from dailies.adapters.providers.replicate.segmenter import mask_urls
from dailies.domain.errors import ProviderError
from dailies.domain.registry import Model
from dailies.standin.server import StandinHandle
from tests.adapters.providers.replicate.studio import OpenGate, decoded, painted, quiet
from tests.support.journal import MemoryJournal

REGISTRY = load_registry()
ROWS = [model for model in REGISTRY.of_kind("segment") if REGISTRY.vendor(model.vendor).dialect == "replicate"]
HOST = "https://replicate.delivery/pbxt/x/"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
async def test_the_thing_is_white_in_a_mask_of_the_pictures_size(
    row: Model, standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    before = standin.billed_micros()
    mask = decoded(await ReplicateSegmenter(row, client, journal, gate).find(painted((200, 120)), "orange box", quiet))
    assert (mask.mode, mask.size) == ("L", (200, 120))
    levels = np.asarray(mask)
    assert set(np.unique(levels)) == {0, 255}
    assert levels[45, 75] == 255
    assert levels[110, 190] == 0
    assert journal.cost == standin.billed_micros() - before > 0


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
async def test_nothing_found_is_said_so(
    row: Model, standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate
) -> None:
    flat = io.BytesIO()
    Image.new("RGB", (64, 64), "teal").save(flat, "PNG")
    with pytest.raises(ProviderError, match="purple dragon") as caught:
        await ReplicateSegmenter(row, client, journal, gate).find(flat.getvalue(), "purple dragon", quiet)
    assert (caught.value.code, caught.value.charged) == ("nothing_found", True)


@pytest.mark.parametrize(
    ("output", "masks"),
    [
        (
            [f"{HOST}{name}.jpg" for name in ("annotated_mask", "neg_annotated_mask", "mask", "inverted_mask")],
            ["mask.jpg"],
        ),
        ([f"{HOST}picture.png", f"{HOST}found_mask.png"], ["found_mask.png"]),
        (f"{HOST}out.png?token=1", ["out.png?token=1"]),
        ({"combined_mask": f"{HOST}c.png", "individual_masks": [f"{HOST}0.png"]}, ["c.png"]),
        ({"scores": [0.9, 0.8], "masks": [f"{HOST}0.png", f"{HOST}1.png"]}, ["0.png", "1.png"]),
        ([], []),
        (None, []),
    ],
)
def test_the_mask_among_the_files(output: object, masks: list[str]) -> None:
    assert mask_urls(output) == tuple(HOST + name for name in masks)
