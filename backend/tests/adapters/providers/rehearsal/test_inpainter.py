from __future__ import annotations

import asyncio
import io
import time
from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import Image

from dailies.adapters.providers.rehearsal.illustrator import RehearsalIllustrator
from dailies.adapters.providers.rehearsal.inpainter import RehearsalInpainter
from dailies.adapters.providers.rehearsal.inpainter.asking import read_asked
from dailies.domain.errors import ProviderError
from dailies.ports import ImageRequest, ImageResult, InpaintRequest, ReferenceImage

WIDTH, HEIGHT = 320, 240
MAGENTA = (220, 30, 200)


def quiet(share: float) -> None:
    pass


def png(pixels: np.ndarray) -> bytes:
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return out.getvalue()


def photo(width: int = WIDTH, height: int = HEIGHT) -> np.ndarray:
    """Like a photograph: light that falls off, texture at several sizes, and noise."""
    chance = np.random.default_rng(7)
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    value = 150 + 40 * rows / height - 30 * columns / width
    for cell in (40, 12, 5):
        grid = chance.standard_normal((height // cell + 2, width // cell + 2)).astype(np.float32)
        value += 7 * cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC)
    value += chance.normal(0, 3, value.shape)
    done: np.ndarray = np.clip(value[..., None] * np.array([0.95, 0.85, 0.6]), 0, 255).astype(np.uint8)
    return done


def blot(picture: np.ndarray, radius: int = 24) -> tuple[np.ndarray, np.ndarray]:
    """The picture with a magenta disc in the middle, and a mask a little larger than the disc."""
    middle = (picture.shape[1] // 2, picture.shape[0] // 2)
    spoilt, mask = picture.copy(), np.zeros(picture.shape[:2], np.uint8)
    cv2.circle(spoilt, middle, radius, MAGENTA, -1, cv2.LINE_AA)
    cv2.circle(mask, middle, radius + 4, 255, -1)
    return spoilt, mask


def disc(x: int = 160, y: int = 130, rx: int = 70, ry: int = 80) -> np.ndarray:
    mask = np.zeros((HEIGHT, WIDTH), np.uint8)
    cv2.ellipse(mask, (x, y), (rx, ry), 0, 0, 360, 255, -1)
    return mask


def asked(picture: np.ndarray, mask: np.ndarray, prompt: str = "", **changes: object) -> InpaintRequest:
    return replace(InpaintRequest(png(picture), png(mask), prompt, 0), **changes)  # type: ignore[arg-type]


async def painted(request: InpaintRequest) -> np.ndarray:
    return decoded(await RehearsalInpainter().inpaint(request, quiet))


def decoded(result: ImageResult) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(result.image)).convert("RGB"))


@pytest.fixture(scope="module")
def frame() -> np.ndarray:
    request = ImageRequest("Wide shot. An empty beach.\nSetting: beach, morning, clear", WIDTH, HEIGHT, 3)
    result = asyncio.run(RehearsalIllustrator().draw(request, quiet))
    return np.asarray(Image.open(io.BytesIO(result.image)).convert("RGB"))


@pytest.mark.parametrize(
    ("intent", "prompt"),
    [("remove", ""), ("replace", "a red umbrella"), ("add", "a brown dog"), ("fix", "sharper"), ("extend", "")],
)
async def test_outside_the_mask_every_pixel_stays(intent: str, prompt: str) -> None:
    picture, mask = blot(photo())
    result = await RehearsalInpainter().inpaint(asked(picture, mask, prompt, intent=intent), quiet)
    done = decoded(result)
    assert done.shape == picture.shape
    assert (done[mask == 0] == picture[mask == 0]).all()
    assert (done[mask > 0] != picture[mask > 0]).any()
    assert (result.model, result.seed, result.cost) == ("rehearsal-inpainter", 0, 0)
    assert Image.open(io.BytesIO(result.image)).info["Software"] == "Dailies rehearsal"


@pytest.mark.parametrize("seed", range(4))
async def test_removal_leaves_what_is_round_it_and_no_trace(seed: int) -> None:
    clean = photo()
    picture, mask = blot(clean)
    done = await painted(asked(picture, mask, intent="remove", seed=seed))
    inside = mask > 0
    ring = (cv2.dilate(mask, np.ones((31, 31), np.uint8)) > 0) & ~inside
    assert np.abs(done[inside].mean(axis=0) - done[ring].mean(axis=0)).max() < 10
    # The light falls off across the hole as it does about it.
    assert np.abs(done[inside].astype(int) - clean[inside]).mean() < 16
    assert 0.5 < detail(done, inside) / detail(clean, inside) < 1.6
    assert (np.abs(done[inside].astype(int) - MAGENTA).max(axis=1) < 60).sum() == 0


def detail(picture: np.ndarray, area: np.ndarray) -> float:
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    return float((grey - cv2.GaussianBlur(grey, (0, 0), 2))[area].std())


async def test_removal_works_on_a_drawn_frame(frame: np.ndarray) -> None:
    picture, mask = blot(frame, 18)
    done = await painted(asked(picture, mask, "clean background"))
    inside = mask > 0
    assert np.abs(done[inside].astype(int) - frame[inside]).mean() < 25
    assert (np.abs(done[inside].astype(int) - MAGENTA).max(axis=1) < 60).sum() == 0


async def test_large_crops_are_filled_in_time() -> None:
    picture = np.asarray(cv2.resize(photo(), (1024, 1024)))
    mask = np.zeros((1024, 1024), np.uint8)
    cv2.circle(mask, (512, 512), 224, 255, -1)
    told: list[float] = []
    begun = time.process_time()
    await RehearsalInpainter().inpaint(asked(picture, mask, intent="remove", seed=1), told.append)
    assert time.process_time() - begun < 8
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) >= 6


async def test_protected_pixels_are_not_copied() -> None:
    picture = photo()
    picture[:, :140] = (30, 60, 220)
    spoilt, mask = blot(picture)
    protect = np.zeros_like(mask)
    protect[:, :140] = 255
    free = await painted(asked(spoilt, mask, intent="remove"))
    kept = await painted(asked(spoilt, mask, intent="remove", protect=png(protect)))
    inside = mask > 0

    def blue(pixels: np.ndarray) -> int:
        return int((pixels[inside][:, 2].astype(int) > pixels[inside][:, 0].astype(int) + 60).sum())

    assert blue(free) > 150
    assert blue(kept) < 20


async def test_the_same_request_gives_the_same_bytes_and_seeds_differ(frame: np.ndarray) -> None:
    picture, mask = blot(frame, 20)
    for prompt, intent in (("", "remove"), ("a green teapot", "replace")):
        request = asked(picture, mask, prompt, intent=intent)
        one, again, other = [
            (await RehearsalInpainter().inpaint(each, quiet)).image
            for each in (request, request, replace(request, seed=1))
        ]
        assert one == again
        assert one != other


@pytest.mark.parametrize(
    ("prompt", "hue"),
    [
        ("a red umbrella", (0, 14)),
        ("replace it with a blue cup", (205, 270)),
        ("add a green teapot on the table", (90, 170)),
        ("a yellow ball", (36, 64)),
        ("a woman in a red coat", (0, 14)),
    ],
)
async def test_a_thing_is_drawn_in_its_colour(frame: np.ndarray, prompt: str, hue: tuple[int, int]) -> None:
    mask = disc()
    result = await RehearsalInpainter().inpaint(asked(frame, mask, prompt, intent="add"), quiet)
    done = decoded(result)
    changed = np.abs(done.astype(int) - frame).max(axis=2) > 24
    assert changed[mask > 0].mean() > 0.08
    assert result.not_drawn == ()
    assert coloured(done, changed, hue) > 0.22 * changed.sum()
    assert coloured(frame, changed, hue) < 0.12 * changed.sum()


def coloured(picture: np.ndarray, area: np.ndarray, hue: tuple[int, int]) -> int:
    hsv = cv2.cvtColor(picture.astype(np.float32) / 255, cv2.COLOR_RGB2HSV)[area]
    low, high = hue
    return int(
        ((hsv[:, 1] > 0.35) & (((hsv[:, 0] >= low) & (hsv[:, 0] <= high)) | (hsv[:, 0] > 360 - (low == 0) * 14))).sum()
    )


async def test_a_drawing_is_as_dark_as_the_night_it_stands_in(frame: np.ndarray) -> None:
    night = (frame * 0.22).astype(np.uint8)
    by_day, by_night = [await painted(asked(each, disc(), "a white cat", intent="add")) for each in (frame, night)]
    changed = (np.abs(by_night.astype(int) - night).max(axis=2) > 20) & (disc() > 0)
    assert by_night[changed].mean() < 0.6 * by_day[changed].mean()


async def test_what_can_not_be_drawn_is_sketched_and_said(frame: np.ndarray) -> None:
    result = await RehearsalInpainter().inpaint(
        asked(frame, disc(), "a gramophone and a red ball", intent="add"), quiet
    )
    assert result.not_drawn == ("gramophone",)
    assert (decoded(result) != frame).any()
    fingers = await RehearsalInpainter().inpaint(asked(frame, disc(), "five fingers", intent="fix"), quiet)
    assert fingers.not_drawn == ("fingers",)


async def test_a_name_of_the_cast_stands_for_its_description(frame: np.ndarray) -> None:
    mia = ReferenceImage("character", "Mia", "a woman in a red coat", b"")
    request = asked(frame, disc(rx=60, ry=100), "Mia waves", intent="add", references=(mia,))
    done = await painted(request)
    changed = np.abs(done.astype(int) - frame).max(axis=2) > 24
    assert coloured(done, changed, (0, 14)) > 0.2 * changed.sum()


async def test_a_person_whom_the_mask_cuts_is_drawn_to_the_waist(frame: np.ndarray) -> None:
    standing, cut = disc(y=110, rx=60, ry=80), disc(y=110, rx=60, ry=80)
    cut[110:] = np.maximum(cut[110:], (np.abs(np.arange(WIDTH) - 160) < 60).astype(np.uint8)[None, :] * 255)
    widths = []
    for mask in (standing, cut):
        done = await painted(asked(frame, mask, "a woman in a red coat", intent="add"))
        changed = np.abs(done.astype(int) - frame).max(axis=2) > 24
        widths.append(int(changed[90:130].any(axis=0).sum()))
        assert coloured(done, changed, (0, 14)) > 0.15 * changed.sum()
    # The same mask, run out of the picture below, shows her nearer.
    assert widths[1] > 1.4 * widths[0]


async def test_another_place_is_drawn_behind_the_mask(frame: np.ndarray) -> None:
    done = await painted(asked(frame, disc(), "a forest", intent="replace"))
    assert np.abs(done.astype(int) - frame)[disc() > 0].mean() > 12


async def test_fixes_do_what_they_say() -> None:
    picture = cv2.GaussianBlur(photo(), (0, 0), 1.5)
    mask, inside = disc(), disc() > 0
    levels = {
        words: await painted(asked(picture, mask, words, intent="fix"))
        for words in ("sharper", "brighter", "much darker", "warmer")
    }
    assert detail(levels["sharper"], inside) > 1.3 * detail(picture, inside)
    assert levels["brighter"][inside].mean() > picture[inside].mean() + 8
    assert levels["much darker"][inside].mean() < picture[inside].mean() - 12
    warmth = levels["warmer"][inside].astype(int) - picture[inside]
    assert warmth[:, 0].mean() > warmth[:, 2].mean() + 5


async def test_a_recoloured_region_keeps_its_shading_and_other_colours() -> None:
    rows = np.linspace(90, 220, HEIGHT)[:, None, None]
    picture = np.broadcast_to(rows * np.array([1.0, 0.2, 0.2]), (HEIGHT, WIDTH, 3)).astype(np.uint8).copy()
    picture[:, 150:170] = (240, 240, 235)
    done = await painted(asked(picture, disc(), "blue coat", intent="fix"))
    cloth = done[60:200, 120:140].astype(int)
    assert (cloth[..., 2] > cloth[..., 0] + 30).mean() > 0.9
    assert cloth[-20:].mean() > cloth[:20].mean() + 15
    assert np.abs(done[80:180, 155:165].astype(int) - (240, 240, 235)).mean() < 12


@pytest.mark.parametrize("seed", range(4))
async def test_a_picture_goes_on_past_its_edge(frame: np.ndarray, seed: int) -> None:
    mask = np.zeros((HEIGHT, WIDTH), np.uint8)
    mask[:, 250:] = 255
    known = np.where(mask[..., None] > 0, 128, frame).astype(np.uint8)
    done = await painted(asked(known, mask, intent="extend", seed=seed))
    # Sky stays sky and sand stays sand: rows go on in their own colour.
    beside, new = frame[:, 200:245].mean(axis=1), done[:, 255:300].mean(axis=1)
    assert np.abs(beside - new).mean() < 16


@pytest.mark.parametrize(
    ("request_", "work", "missing"),
    [
        (("remove the dog", "replace"), "fill", ()),
        (("without the sign", "add"), "fill", ()),
        (("", "add"), "fill", ()),
        (("a forest at night", "replace"), "place", ()),
        (("blue coat", "replace"), "touch", ()),
        (("swap the cup for a lantern", "replace"), "draw", ()),
        (("a theremin", "add"), "draw", ("theremin",)),
        (("more of the same", "extend"), "extend", ()),
    ],
)
def test_prompts_are_read(request_: tuple[str, str], work: str, missing: tuple[str, ...]) -> None:
    prompt, intent = request_
    read = read_asked(InpaintRequest(b"", b"", prompt, 0, intent))  # type: ignore[arg-type]
    assert (read.work, read.missing) == (work, missing)


async def test_bad_requests_are_refused() -> None:
    picture, mask = blot(photo())
    for request, code in (
        (asked(picture, np.zeros_like(mask)), "mask_empty"),
        (asked(picture, np.full_like(mask, 255), intent="remove"), "mask_full"),
        (asked(picture, mask[:-1]), "mask_mismatch"),
        (replace(asked(picture, mask), mask=b"no"), "picture_unreadable"),
        (replace(asked(picture, mask), image=b"no"), "picture_unreadable"),
    ):
        with pytest.raises(ProviderError) as refused:
            await RehearsalInpainter().inpaint(request, quiet)
        assert (refused.value.code, refused.value.charged) == (code, False)


async def test_work_stops_when_it_is_cancelled() -> None:
    def stop(share: float) -> None:
        if share > 0.2:
            raise asyncio.CancelledError

    picture, mask = blot(photo())
    with pytest.raises(asyncio.CancelledError):
        await RehearsalInpainter().inpaint(asked(picture, mask, intent="remove"), stop)
