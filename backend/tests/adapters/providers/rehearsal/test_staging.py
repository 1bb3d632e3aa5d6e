"""Where people and things stand, what the camera does, and what references and seeds change."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from dailies.adapters.providers.rehearsal.illustrator.artist import draw_now
from dailies.adapters.providers.rehearsal.illustrator.camera import Camera, camera_in
from dailies.adapters.providers.rehearsal.illustrator.light import Light
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.pairs import paired
from dailies.adapters.providers.rehearsal.illustrator.prompt import read_prompt
from dailies.adapters.providers.rehearsal.illustrator.references import cut_out
from dailies.adapters.providers.rehearsal.illustrator.scene import Scene, read_scene
from dailies.adapters.providers.rehearsal.illustrator.stage import Stage
from dailies.adapters.providers.rehearsal.illustrator.staging import Spot, reach, spots
from dailies.adapters.providers.rehearsal.illustrator.styles import LOOKS
from dailies.domain.brief import FRAME_SIZES
from dailies.ports import ImageRequest, ImageResult, ReferenceImage

Picture = np.ndarray[Any, np.dtype[np.uint8]]

VIOLIN = (
    "{}, eye level. Ilse plays the violin.\nSetting: The dining car, a dining car, night, snow.\n"
    "Ilse: a violinist of sixty with silver hair in a bun, in a dark green dress."
)
TWO = (
    "Medium, eye level. Mia looks at Tom.\nSetting: The kitchen, a small kitchen, morning, clear.\n"
    "Mia: a girl of nine in a yellow raincoat, short brown hair.\nTom: a man of forty in a blue coat."
)
CAN = (
    "Medium, eye level. Mia holds the Zing up.\nSetting: The park, noon, clear.\n"
    "Mia: a girl of nine in a yellow raincoat.\nZing: a can of lemonade."
)


def stage_of(prompt: str, width: int = 640, height: int = 360, seed: int = 5) -> Stage:
    painter = Painter(width, height, LOOKS["gouache"], Light((0.96, 0.05, 85), (0.40, 0.07, 270)), seed)
    return Stage(painter, read_scene(read_prompt(prompt)), lambda: None)


def crowd(count: int, size: str) -> str:
    names = ["Anna", "Ben", "Carla", "David", "Ella", "Finn", "Greta", "Hugo"][:count]
    people = "\n".join(f"{name}: a person of thirty in a red coat." for name in names)
    return f"{size}, eye level. They wait.\nSetting: The street, a city street, noon, clear.\n{people}"


def head_box(stage: Stage, spot: Spot) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a head, in pixels."""
    middle = stage.framing.eye * stage.h - spot.raised
    return spot.x - spot.head * 0.36, middle - spot.head / 2, spot.x + spot.head * 0.36, middle + spot.head / 2


@pytest.mark.parametrize("ratio", list(FRAME_SIZES))
@pytest.mark.parametrize("size", ["Wide", "Full", "Medium wide", "Medium"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_violin_never_touches_the_edge(ratio: str, size: str, seed: int) -> None:
    width, height = FRAME_SIZES[ratio]  # type: ignore[index]
    stage = stage_of(VIOLIN.format(size), width, height, seed)
    (spot,) = spots(stage)
    ahead, behind = reach(spot)
    left, right = (behind, ahead) if spot.facing > 0 else (ahead, behind)
    assert spot.x - left >= 0
    assert spot.x + right <= width


@pytest.mark.parametrize("count", range(2, 9))
@pytest.mark.parametrize("size", ["Full", "Medium wide", "Medium"])
def test_heads_stay_inside_and_no_face_hides_another(count: int, size: str) -> None:
    stage = stage_of(crowd(count, size), 1280, 720)
    placed = spots(stage)
    assert len(placed) == count
    for spot in placed:
        assert spot.head * 0.4 <= spot.x <= stage.w - spot.head * 0.4
    for row in (0, 1):
        side_by_side = sorted(s.x for s in placed if s.row == row)
        heads = [s.head for s in placed]
        assert all(b - a >= max(heads) * 0.72 for a, b in zip(side_by_side, side_by_side[1:], strict=False))
    if not stage.framing.whole:
        assert all(head_box(stage, spot)[1] >= 0 for spot in placed)


def test_two_people_face_each_other() -> None:
    for seed in range(6):
        left, right = sorted(spots(stage_of(TWO, seed=seed)), key=lambda spot: spot.x)
        assert (left.facing, right.facing) == (1, -1)


def test_seeds_change_sides_and_a_seed_keeps_them_whatever_else_changes() -> None:
    def who_is_left(prompt: str, seed: int) -> str:
        return min(spots(stage_of(prompt, seed=seed)), key=lambda spot: spot.x).actor.who.name

    sides = [who_is_left(TWO, seed) for seed in range(8)]
    assert set(sides) == {"Mia", "Tom"}
    for note in ("outfit blue", "brighter", "at sunset", "closer"):
        assert [who_is_left(f"{TWO}\nChange: {note}.", seed) for seed in range(8)] == sides


@pytest.mark.parametrize(
    ("words", "camera"),
    [
        ("low angle", Camera(angle="low")),
        ("high angle, backlit", Camera(angle="high", light="back")),
        ("top shot", Camera(angle="overhead")),
        ("dutch angle, 85mm lens", Camera(angle="dutch", lens=1.0)),
        ("over the shoulder, shallow depth of field", Camera(shoulder=True, focus=1.0)),
        ("wide-angle lens, deep focus, on the left third", Camera(lens=-1.0, focus=-1.0, side=-1.0)),
        ("a quiet morning", Camera()),
    ],
)
def test_words_about_the_camera_are_understood(words: str, camera: Camera) -> None:
    assert camera_in(words) == camera
    assert read_scene(read_prompt(f"{TWO}\nChange: {words}.")).camera == camera


def drawn(prompt: str, references: tuple[ReferenceImage, ...] = (), seed: int = 5) -> ImageResult:
    return draw_now(ImageRequest(prompt, 480, 270, seed, references), lambda share: None)


def pixels(result: ImageResult) -> Picture:
    picture = cv2.imdecode(np.frombuffer(result.image, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    return np.asarray(picture, np.uint8)


@pytest.mark.parametrize("note", ["low angle", "overhead", "dutch angle", "over the shoulder", "silhouette", "closer"])
def test_every_camera_note_changes_the_picture_and_nothing_is_left_empty(note: str) -> None:
    plain, changed = pixels(drawn(TWO)), pixels(drawn(f"{TWO}\nChange: {note}."))
    assert np.abs(plain.astype(int) - changed.astype(int)).mean() > 3
    corners = (changed[:8, :8], changed[:8, -8:], changed[-8:, :8], changed[-8:, -8:])
    assert all(corner.mean() > 3 for corner in corners)


def encoded(picture: Picture) -> bytes:
    return cv2.imencode(".png", picture)[1].tobytes()


def a_can() -> Picture:
    picture = np.full((200, 200, 3), 245, np.uint8)
    cv2.rectangle(picture, (70, 30), (130, 180), (200, 30, 200), -1)
    return picture


def magenta(picture: Picture) -> float:
    hsv = cv2.cvtColor(picture, cv2.COLOR_BGR2HSV)
    return float(((hsv[..., 0] > 140) & (hsv[..., 0] < 160) & (hsv[..., 1] > 120)).mean())


def test_a_products_picture_is_cut_out_and_placed() -> None:
    cropped = cut_out(np.ascontiguousarray(a_can()[..., ::-1]))
    assert (abs(cropped.shape[1] - 61) <= 6, abs(cropped.shape[0] - 151) <= 6) == (True, True)
    reference = ReferenceImage("product", "Zing", "a can", encoded(a_can()))
    assert magenta(pixels(drawn(CAN))) < 0.001
    assert magenta(pixels(drawn(CAN, (reference,)))) > 0.004
    assert drawn(CAN, (reference,)).image == drawn(CAN, (reference,)).image


def test_a_style_picture_lends_its_palette_gently() -> None:
    warm = np.zeros((64, 64, 3), np.uint8)
    warm[:32], warm[32:] = (40, 120, 230), (20, 50, 110)
    plain, lent = pixels(drawn(TWO)), pixels(drawn(TWO, (ReferenceImage("style", "look", "", encoded(warm)),)))
    colour_before, colour_after = (each.reshape(-1, 3).mean(0) for each in (plain, lent))
    assert colour_after[2] - colour_after[0] > colour_before[2] - colour_before[0] + 10


def test_pictures_drawn_here_and_unreadable_ones_change_nothing() -> None:
    own = ReferenceImage("product", "Zing", "a can", drawn("Reference of a product.\nZing: a can of lemonade.").image)
    broken = ReferenceImage("style", "look", "", b"not a picture")
    assert drawn(CAN, (own, broken)).image == drawn(CAN).image


def test_palette_words_change_the_colours() -> None:
    plain = pixels(drawn(TWO)).astype(int)
    muted, warm = pixels(drawn(f"{TWO}\nPalette: muted.")), pixels(drawn(f"{TWO}\nPalette: teal and orange."))
    assert np.ptp(muted, axis=2).mean() < np.ptp(plain, axis=2).mean() * 0.85
    assert np.abs(warm.astype(int) - plain).mean() > 4


def test_one_changed_thing_leaves_the_rest_of_the_picture_still() -> None:
    prompt = "Wide, eye level. A man stands beside a red car.\nSetting: The field, a green meadow, noon, clear."
    plain, without = pixels(drawn(prompt)), pixels(drawn(f"{prompt}\nChange: without the car."))
    changed = np.abs(plain.astype(int) - without.astype(int)).max(2) > 24
    assert 0.005 < changed.mean() < 0.3
    columns = changed.mean(0) > 0.02
    assert columns.mean() < 0.6


def scene_of(action: str, cast: str = "", place: str = "The square, a quiet town square, noon, clear") -> Scene:
    return read_scene(read_prompt(f"Full, eye level. {action}\nSetting: {place}.\n{cast}\nStyle: gouache."))


@pytest.mark.parametrize(("verb", "heads"), [("hug", 1.2), ("shake hands", 3.1)])
def test_people_who_touch_stand_as_near_as_the_touch_needs(verb: str, heads: float) -> None:
    scene = scene_of(f"Mia and Tom {verb}.", "Mia: a woman of thirty.\nTom: a man of forty.")
    stage = Stage(Painter(640, 360, LOOKS["gouache"], Light((0.96, 0.05, 85), (0.4, 0.0, 0)), 7), scene, lambda: None)
    first, second = paired(stage, spots(stage))
    assert first.touching
    assert second.touching
    assert abs(abs(first.x - second.x) - heads * first.head) < 1
    assert first.facing == -second.facing


def test_a_large_animal_covers_nobody() -> None:
    scene = scene_of("The elephant sprays Ana and Bea.", "Ana: a woman.\nBea: a woman.\nKala: an elephant.")
    stage = Stage(Painter(640, 360, LOOKS["gouache"], Light((0.96, 0.05, 85), (0.4, 0.0, 0)), 7), scene, lambda: None)
    places = sorted(spots(stage), key=lambda spot: spot.x)
    gaps = [b.x - a.x for a, b in zip(places, places[1:], strict=False)]
    assert min(gaps) > 2 * places[0].head


@pytest.mark.parametrize(
    ("action", "place", "drawn_in"),
    [
        ("Amina takes the bus.", "The ward, a hospital ward, night, clear", "street"),
        ("Amina waits.", "The ward, a hospital ward, night, clear", "hospital"),
    ],
)
def test_what_has_no_room_indoors_is_seen_outside(action: str, place: str, drawn_in: str) -> None:
    assert scene_of(action, "Amina: a nurse of forty.", place).place == drawn_in


def test_a_crowd_is_more_than_can_be_counted() -> None:
    assert scene_of("The crowd cheers.").crowd >= 40
    assert scene_of("Three boys cheer.").crowd == 0


def test_who_does_not_come_is_not_drawn() -> None:
    assert scene_of("The seal does not come.", "The seal: a grey seal.").actors == ()


def test_what_an_act_needs_is_there() -> None:
    reader = scene_of("Ana reads.", "Ana: a woman of thirty.").actors[0]
    assert reader.held is not None
    assert reader.held.kind == "book"
    assert scene_of("Ana reads a letter.", "Ana: a woman of thirty.").actors[0].held.kind == "letter"  # type: ignore[union-attr]


def test_a_setting_told_again_is_dressing() -> None:
    setting = "an old gym with a canvas ring, cracked mirrors and three wooden chairs"
    scene = scene_of(f"The gym: {setting}; a rope sways by the wall.", place=f"The gym, {setting}, dusk, clear")
    assert {it.kind for it in scene.things if it.where != "set"} == {"rope"}
