"""Mask edits: nothing outside changes, whatever the mask, the picture and the soft edge."""

from __future__ import annotations

import io
from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import Image

from dailies.domain.errors import InvalidInput, ProviderError
from dailies.domain.inpainting import Box, EditRequest, checked_edit
from dailies.domain.registry import Model
from dailies.media.inpainting.context import context_box, covering, cut, cut_mask, extended, prefilled, sent_size
from dailies.media.inpainting.masks import Mask, apart, bounds, cleaned, encoded, feather_of, grown, read_mask
from dailies.media.inpainting.paste import check_painted, colour_matched, pasted, seam_score, soft_edge
from dailies.media.planes import Plane

ROUNDS = 1000
MODEL = Model("v/m", "v", "m", "inpaint", "M", "final", side_multiple=64)


def noise(width: int, height: int, seed: int = 1) -> Plane:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def disc(width: int, height: int, x: int, y: int, radius: int) -> Mask:
    return np.asarray(cv2.circle(np.zeros((height, width), np.uint8), (x, y), radius, 255, cv2.FILLED))


def random_mask(dice: np.random.Generator, width: int, height: int) -> Mask:
    mask = np.zeros((height, width), np.uint8)
    for _ in range(int(dice.integers(1, 4))):
        centre = (int(dice.integers(width)), int(dice.integers(height)))
        cv2.circle(mask, centre, int(dice.integers(3, max(4, width // 3))), 255, cv2.FILLED)
    return mask


def test_nothing_outside_changes_ever() -> None:
    dice = np.random.default_rng(7)
    compared = 0
    for number in range(ROUNDS):
        width, height = (int(side) for side in dice.integers(24, 90, 2))
        parent, mask = noise(width, height, number), random_mask(dice, width, height)
        feather = int(dice.integers(2, 24))
        box = covering(Box(0, 0, 1, 1), mask) if number % 3 else context_box(mask, "auto")
        painted = noise(int(dice.integers(16, 80)), int(dice.integers(16, 80)), number + 1)
        result = pasted(parent, mask, painted, box, feather, float(dice.random()))
        far = soft_edge(mask, feather) == 0
        assert np.array_equal(result.plane[far], parent[far])
        assert result.changed == 0
        assert result.untouched >= int(far.sum())
        compared += result.untouched
    assert compared > ROUNDS


def test_inside_is_all_new_and_the_edge_is_soft() -> None:
    parent, mask = np.full((80, 120, 3), 40, np.uint8), disc(120, 80, 60, 40, 15)
    painted = np.full((80, 120, 3), 200, np.uint8)
    result = pasted(parent, mask, painted, Box(0, 0, 120, 80), 12, 0.0).plane
    assert (result[mask == 255] == 200).all()
    row = result[40, 75:90, 0].astype(int)
    assert (np.diff(row) <= 0).all()
    assert 40 < row[5] < 200
    assert row[-1] == 40


def test_masks_that_can_not_be_used_are_named() -> None:
    good = encoded(disc(60, 40, 30, 20, 8))
    assert read_mask(good, 60, 40).shape == (40, 60)
    clear = Image.new("RGBA", (60, 40), (255, 255, 255, 0))
    clear.paste((0, 0, 0, 255), (5, 5, 20, 20))
    out = io.BytesIO()
    clear.save(out, "PNG")
    assert bounds(read_mask(out.getvalue(), 60, 40)) == Box(5, 5, 20, 20)
    jpeg = io.BytesIO()
    Image.new("L", (60, 40)).save(jpeg, "JPEG")
    for data, code in (
        (b"nothing", "mask_unreadable"),
        (jpeg.getvalue(), "mask_unreadable"),
        (good[:60], "mask_unreadable"),
        (encoded(np.zeros((9000, 2), np.uint8)), "mask_unreadable"),
        (encoded(disc(61, 40, 30, 20, 8)), "mask_wrong_size"),
        (encoded(np.zeros((40, 60), np.uint8)), "mask_empty"),
        (encoded(np.full((40, 60), 10, np.uint8)), "mask_empty"),
        (encoded(np.full((40, 60), 255, np.uint8)), "mask_full"),
    ):
        with pytest.raises(InvalidInput) as refusal:
            read_mask(data, 60, 40)
        assert refusal.value.code == code


def test_cleaning() -> None:
    mask = disc(100, 80, 50, 40, 20)
    mask[mask == 255] = 200
    cv2.circle(mask, (50, 40), 8, 0, cv2.FILLED)
    mask[2:4, 2:4] = 255
    mask[70:, 90:] = 20
    hard = cleaned(mask, fill_holes=True)
    assert set(np.unique(hard)) == {0, 255}
    assert hard[3, 3] == 0
    assert hard[75, 95] == 0
    assert hard[40, 50] == 255
    assert cleaned(mask, fill_holes=False)[40, 50] == 0
    frame = np.full((40, 40), 255, np.uint8)
    frame[5:35, 5:35] = 0
    assert cleaned(frame, fill_holes=True)[20, 20] == 0
    with pytest.raises(InvalidInput):
        cleaned(np.pad(np.full((3, 3), 255, np.uint8), 10), fill_holes=True)


def test_growing_and_soft_edges() -> None:
    mask = disc(200, 200, 100, 100, 30)
    assert bounds(grown(mask, 10)) == Box(60, 60, 141, 141)
    assert grown(mask, 0) is mask
    assert feather_of(mask, "tight") < feather_of(mask, "auto") < feather_of(mask, "loose")
    assert feather_of(disc(3000, 3000, 1500, 1500, 1200), "loose") == 96


def test_regions_far_apart_are_seen() -> None:
    both = disc(400, 400, 40, 40, 15) | disc(400, 400, 360, 360, 15)
    assert len(apart(both)) == 2
    assert apart(disc(400, 400, 200, 200, 50)) == ()
    assert apart(disc(400, 400, 100, 100, 60) | disc(400, 400, 240, 100, 60)) == ()


@pytest.mark.parametrize("context", ["tight", "auto", "wide", "whole"])
def test_the_context_lies_inside_and_covers(context: str) -> None:
    for x, y in ((10, 10), (640, 360), (1270, 700)):
        mask = disc(1280, 720, x, y, 60)
        box, region = context_box(mask, context), bounds(mask)  # type: ignore[arg-type]
        assert 0 <= box.left <= region.left < region.right <= box.right <= 1280
        assert 0 <= box.top <= region.top < region.bottom <= box.bottom <= 720
        assert min(box.width, box.height) >= 512
    assert covering(Box(600, 300, 610, 310), mask).right == bounds(mask).right


def test_what_is_sent_suits_the_model() -> None:
    box = Box(0, 0, 700, 400)
    across, down = sent_size(box, MODEL)
    assert across % 64 == down % 64 == 0
    assert across * down == pytest.approx(1_048_576, rel=0.1)
    assert across / down == pytest.approx(700 / 400, rel=0.1)
    assert max(sent_size(box, replace(MODEL, max_side=1024, side_multiple=8))) == 1024
    assert sent_size(box, None) == (700, 400)
    assert sent_size(Box(0, 0, 4096, 4096), None) == (1024, 1024)
    picture, mask = noise(800, 600), disc(800, 600, 400, 300, 50)
    assert cut(picture, box, (across, down)).shape == (down, across, 3)
    assert set(np.unique(cut_mask(mask, box, (across, down)))) == {0, 255}


@pytest.mark.parametrize("intent", ["replace", "remove", "add", "fix", "extend"])
def test_the_region_is_filled_as_the_intent_asks(intent: str) -> None:
    picture = np.full((120, 160, 3), 90, np.uint8)
    mask = disc(160, 120, 80, 60, 20)
    picture[mask > 0] = (250, 20, 20)
    filled = prefilled(picture, mask, intent)  # type: ignore[arg-type]
    assert np.array_equal(filled[mask == 0], picture[mask == 0])
    assert bool((filled[60, 80] == (250, 20, 20)).all()) == (intent in ("add", "fix"))


def test_extending_keeps_the_old_picture() -> None:
    picture = noise(40, 30)
    canvas, mask = extended(picture, (10, 0, 5, 8))
    assert canvas.shape == (38, 55, 3)
    assert np.array_equal(canvas[mask == 0].reshape(30, 40, 3), picture)


def test_a_colour_cast_is_taken_out() -> None:
    old = cv2.GaussianBlur(noise(160, 120), (9, 9), 0)
    mask = disc(160, 120, 80, 60, 20)
    cast = np.clip(old.astype(int) + (12, -8, 20), 0, 255).astype(np.uint8)
    matched = colour_matched(old, cast, mask, 1.0)
    assert np.abs(matched.astype(int) - old).mean() < 1.5
    half = np.abs(colour_matched(old, cast, mask, 0.5).astype(int) - old).mean()
    assert 3 < half < np.abs(cast.astype(int) - old).mean()
    assert colour_matched(old, cast, np.full((120, 160), 255, np.uint8), 1.0) is cast


def test_answers_that_are_no_use_are_refused() -> None:
    sent, mask = noise(64, 64), disc(64, 64, 32, 32, 20)
    check_painted(noise(64, 64, 9), sent, mask)
    for painted in (np.zeros((64, 64, 3), np.uint8), sent):
        with pytest.raises(ProviderError) as refusal:
            check_painted(painted, sent, mask)
        assert refusal.value.code == "vendor_answer_bad"


def test_a_seam_shows_in_its_score() -> None:
    smooth = np.full((200, 200, 3), 120, np.uint8)
    mask = disc(200, 200, 100, 100, 50)
    seam = smooth.copy()
    seam[mask > 0] = 160
    good, bad = seam_score(smooth, mask), seam_score(seam, mask)
    assert good is not None
    assert bad is not None
    assert good == 1.0 < 10 < bad
    assert seam_score(smooth, np.pad(np.full((2, 2), 255, np.uint8), 99)) is None


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (EditRequest("replace"), "prompt_missing"),
        (EditRequest("add", "  "), "prompt_missing"),
        (EditRequest("fix", "x" * 5000), "prompt_too_long"),
        (EditRequest("remove", count=5), "edit_out_of_range"),
        (EditRequest("remove", strength=float("nan")), "edit_out_of_range"),
        (EditRequest("extend"), "margins_missing"),
        (EditRequest("extend", margins=(0, 0, 5000, 0)), "edit_out_of_range"),
    ],
)
def test_requests_that_can_not_be_done(request_: EditRequest, code: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        checked_edit(request_)
    assert refusal.value.code == code


def test_a_request_is_trimmed() -> None:
    assert checked_edit(EditRequest("remove", " clean ")).prompt == "clean"
