"""The rehearsal illustrator, through its public interface."""

from __future__ import annotations

import asyncio
from typing import Any

import cv2
import numpy as np
import pytest

from dailies.adapters.providers.rehearsal.illustrator import RehearsalIllustrator
from dailies.adapters.providers.rehearsal.illustrator.cast import Person, member
from dailies.adapters.providers.rehearsal.illustrator.prompt import Subject, read_prompt
from dailies.adapters.providers.rehearsal.illustrator.scene import read_scene
from dailies.adapters.providers.rehearsal.illustrator.words import PLACES
from dailies.domain.brief import FRAME_SIZES
from dailies.domain.errors import ProviderError
from dailies.ports import ImageRequest, ImageResult

Picture = np.ndarray[Any, np.dtype[np.uint8]]

MIA = "Mia: a girl of nine in a yellow raincoat, short brown hair."
KITCHEN = "Setting: The kitchen, a small warm kitchen with a gas stove, dawn, rain."
FRAME = (
    "Medium close-up, eye level. Mia repots the basil on the sill.\n"
    f"{KITCHEN}\n"
    f"{MIA}\n"
    "Mood: unhurried.\n"
    "Style: gouache."
)
DINING_CAR = (
    "Medium wide, eye level. Ilse plays for the dining car.\n"
    "Setting: The night train, a dining car with red curtains, night, snow.\n"
    "Ilse: a violinist of sixty with silver hair in a bun, in a dark green dress and a red scarf.\nStyle: gouache."
)


async def drawn(prompt: str, width: int = 640, height: int = 360, seed: int = 5) -> ImageResult:
    return await RehearsalIllustrator().draw(ImageRequest(prompt, width, height, seed), lambda share: None)


def pixels(result: ImageResult) -> Picture:
    picture = cv2.imdecode(np.frombuffer(result.image, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    return np.asarray(picture, np.uint8)


def yellow_share(picture: Picture) -> float:
    hsv = cv2.cvtColor(picture, cv2.COLOR_BGR2HSV)
    mask = (hsv[..., 0] > 18) & (hsv[..., 0] < 34) & (hsv[..., 1] > 130) & (hsv[..., 2] > 110)
    return float(mask.mean())


async def test_same_prompt_size_and_seed_give_the_same_bytes() -> None:
    first, second = await drawn(FRAME), await drawn(FRAME)
    assert first.image == second.image
    assert first.model == "rehearsal-illustrator"
    assert first.cost == 0
    assert first.not_drawn == ()


async def test_another_seed_gives_another_picture() -> None:
    assert (await drawn(DINING_CAR, seed=1)).image != (await drawn(DINING_CAR, seed=2)).image


@pytest.mark.parametrize("ratio", list(FRAME_SIZES))
async def test_every_format_is_filled(ratio: str) -> None:
    width, height = FRAME_SIZES[ratio]  # type: ignore[index]
    picture = pixels(await drawn(DINING_CAR, width, height))
    assert picture.shape == (height, width, 3)
    assert picture.std() > 15


async def test_one_changed_word_changes_a_bounded_region() -> None:
    before, after = pixels(await drawn(DINING_CAR)), pixels(await drawn(DINING_CAR.replace("red scarf", "blue scarf")))
    changed = np.abs(before.astype(int) - after.astype(int)).max(2) > 24
    assert 0 < changed.mean() < 0.08
    assert changed[:, :100].mean() < 0.01
    assert changed[:, -100:].mean() < 0.01


async def test_notes_change_the_light_and_the_outfit() -> None:
    plain = pixels(await drawn(FRAME))
    brighter = pixels(await drawn(f"{FRAME}\nChange: brighter."))
    darker = pixels(await drawn(f"{FRAME}\nChange: too bright."))
    blue = pixels(await drawn(f"{FRAME}\nChange: outfit blue."))
    assert brighter.mean() > plain.mean() + 8
    assert darker.mean() < plain.mean() - 8
    assert yellow_share(blue) < yellow_share(plain) / 3


async def test_without_takes_a_thing_away() -> None:
    prompt = (
        "Medium, eye level. Mia stands with a red umbrella.\n"
        "Setting: The park, noon, clear.\n"
        f"{MIA}\n"
        "Change: without the umbrella."
    )
    scene = read_scene(read_prompt(prompt))
    assert [actor.held for actor in scene.actors] == [None]
    assert scene.things == ()


def test_notes_move_the_camera_and_the_time() -> None:
    scene = read_scene(read_prompt(f"{FRAME}\nChange: closer.\nChange: at sunset."))
    assert (scene.shot, scene.time, scene.weather) == ("close-up", "golden hour", "rain")


async def test_a_character_keeps_its_colours_from_sheet_to_frame() -> None:
    sheet = pixels(await drawn(f"Reference sheet of a character.\n{MIA}\nStyle: gouache."))
    frame = pixels(await drawn(FRAME))
    assert yellow_share(sheet) > 0.03
    assert yellow_share(frame) > 0.03


def test_a_description_always_gives_the_same_record() -> None:
    subject = Subject("Mia", "a girl of nine in a yellow raincoat, short brown hair")
    first, second = member(subject), member(subject)
    assert first == second
    assert isinstance(first, Person)
    assert (first.age, first.feminine, first.worn["over"].cut) == ("child", True, "raincoat")


async def test_an_unknown_thing_is_reported() -> None:
    result = await drawn("Medium, eye level. Mia lifts the astrolabe.\nSetting: The library, dusk, clear.\n" + MIA)
    assert result.not_drawn == ("astrolabe",)


async def test_progress_is_told_often_and_can_stop_the_work() -> None:
    shares: list[float] = []
    await RehearsalIllustrator().draw(ImageRequest(FRAME, 320, 180, 1), shares.append)
    assert len(shares) >= 8
    assert shares == sorted(shares)
    assert shares[-1] == 1.0

    def stop(share: float) -> None:
        if share > 0.3:
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await RehearsalIllustrator().draw(ImageRequest(FRAME, 320, 180, 1), stop)


@pytest.mark.parametrize("place", sorted(set(PLACES.values())))
async def test_every_place_can_be_drawn(place: str) -> None:
    picture = pixels(
        await drawn(f"Reference of a place.\nThe {place}: a quiet {place}, evening.\nStyle: gouache.", 256, 144)
    )
    assert picture.std() > 12


@pytest.mark.parametrize("style", ["gouache", "ink", "poster", "pencil", "noir"])
async def test_every_style_gives_a_picture(style: str) -> None:
    assert pixels(await drawn(DINING_CAR.replace("gouache", style), 320, 180)).std() > 15


@pytest.mark.parametrize(
    "prompt",
    [
        "x",
        "A red kite over the sea at sunset",
        "Insert, eye level. Two gulls argue over a chip.",
        (
            "Style frame.\n"
            "A violinist plays for the dining car.\n"
            "Setting: The night train, a dining car, night, clear.\n"
            "Style: gouache."
        ),
        "Reference of a product.\nNorrhavn Coffee: a tin of coffee, blue, with an orange band.\nStyle: gouache.",
        "Reference sheet of a character.\nBramble: a fox in a blue scarf.\nStyle: ink.",
        "Reference of a product.\nZorbix: a quantum flux regulator.\nStyle: poster.",
        "Wide. :::: \n\n: a\nChange:\nStyle: unheard of",
    ],
)
async def test_any_text_gives_a_picture(prompt: str) -> None:
    assert pixels(await drawn(prompt, 320, 320)).std() > 8


async def test_an_empty_prompt_is_refused() -> None:
    with pytest.raises(ProviderError):
        await drawn("  ")
