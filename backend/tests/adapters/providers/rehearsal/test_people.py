"""The illustrator's people: heads, figures, pairs and crowds, drawn small."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from dailies.adapters.providers.rehearsal.illustrator.cast import Garment, Person, Thing, person
from dailies.adapters.providers.rehearsal.illustrator.colour_words import COLOURS
from dailies.adapters.providers.rehearsal.illustrator.figures import (
    Crowd,
    Figure,
    draw_crowd,
    draw_figure,
    draw_pair,
    height_of,
    seated_at,
)
from dailies.adapters.providers.rehearsal.illustrator.figures.cuts import OVERS, TOPS
from dailies.adapters.providers.rehearsal.illustrator.heads import EXPRESSIONS, draw_head
from dailies.adapters.providers.rehearsal.illustrator.heads.hats import HATS
from dailies.adapters.providers.rehearsal.illustrator.light import Light
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.poses import POSES, STAND
from dailies.adapters.providers.rehearsal.illustrator.prompt import Subject
from dailies.adapters.providers.rehearsal.illustrator.styles import LOOKS

Picture = np.ndarray[Any, np.dtype[np.uint8]]

VIEWS = ("front", "three_quarter", "profile", "back")
HAIR = ("bald", "buzz", "short", "mop", "bob", "long", "wavy", "ponytail", "bun", "topknot", "braids", "curly", "afro")
CLOTHES = {
    "top": Garment("sweater", (0.52, 0.12, 255)),
    "bottom": Garment("trousers", (0.36, 0.06, 262)),
    "shoes": Garment("shoes", (0.32, 0.04, 40)),
}
ADA = Person(
    "Ada", "adult", True, "average", (0.64, 0.085, 52), (0.25, 0.03, 35), "long", "", False, CLOTHES, (0.62, 0.16, 28)
)
BEN = replace(ADA, name="Ben", feminine=False, skin=(0.76, 0.07, 55), hair_style="short", facial="moustache")


def easel(width: int = 160, height: int = 200) -> Painter:
    return Painter(width, height, LOOKS["gouache"], Light((0.96, 0.05, 85), (0.38, 0.06, 290)), 3)


def figure(who: Person, x: float = 80, view: str = "front", pose: str = "stand", **fields: Any) -> Figure:
    known = {"head": 25.0, "facing": 1, "expression": EXPRESSIONS["smile"], **fields}
    return Figure(who, x, 192, view=view, pose=POSES[pose], **known)


def drawn(*figures: Figure) -> Picture:
    painter = easel()
    for each in figures:
        draw_figure(painter, each)
    return painter.pixels()


def head(who: Person, view: str = "front", expression: str = "neutral", size: float = 90) -> Picture:
    painter = easel(160, 160)
    draw_head(painter, who, 80, 80, size, view, 1, EXPRESSIONS[expression])
    return painter.pixels()


def different(first: Picture, second: Picture) -> int:
    return int((np.abs(first.astype(int) - second.astype(int)).max(2) > 24).sum())


def wearing(who: Person, **worn: str) -> Person:
    return replace(who, worn=who.worn | {slot: Garment(cut, (0.5, 0.12, 150)) for slot, cut in worn.items()})


def box(picture: Picture) -> tuple[int, int, int, int]:
    ys, xs = np.nonzero(picture[..., 3])
    return int(xs.min()), int(ys.min()), int(xs.max()), int(ys.max())


@pytest.mark.parametrize("pose", sorted(POSES))
@pytest.mark.parametrize("view", VIEWS)
def test_every_pose_is_drawn_in_every_view(pose: str, view: str) -> None:
    assert (drawn(figure(ADA, view=view, pose=pose))[..., 3] > 0).sum() > 1200


def test_poses_look_different() -> None:
    seen = [drawn(figure(BEN, view="profile" if POSES[name].side else "front", pose=name)) for name in sorted(POSES)]
    same = [(i, j) for i in range(len(seen)) for j in range(i) if different(seen[i], seen[j]) < 30]
    # Sleepers are laid in bed by the composition, and somebody who looks stands.
    assert len(same) <= 3


@pytest.mark.parametrize("view", VIEWS)
def test_every_cut_is_told_from_the_others(view: str) -> None:
    seen = [drawn(figure(wearing(BEN, over=cut), view=view)) for cut in sorted(OVERS)]
    seen += [drawn(figure(wearing(BEN, top=cut), view=view)) for cut in sorted(TOPS)]
    same = [(i, j) for i in range(len(seen)) for j in range(i) if different(seen[i], seen[j]) == 0]
    assert len(same) <= (4 if view in ("profile", "back") else 1)


@pytest.mark.parametrize("view", VIEWS)
def test_every_hat_and_hair_is_told_from_the_others(view: str) -> None:
    seen = [head(wearing(ADA, hat=cut), view) for cut in sorted(HATS)]
    seen += [head(replace(ADA, hair_style=style), view) for style in HAIR]
    assert all(different(seen[i], seen[j]) > 60 for i in range(len(seen)) for j in range(i)
               if {i, j} != {sorted(HATS).index("headscarf"), sorted(HATS).index("hijab")})  # fmt: skip


@pytest.mark.parametrize("view", ["front", "three_quarter", "profile"])
def test_every_expression_is_told_from_the_others(view: str) -> None:
    seen = [head(BEN, view, name, 140) for name in sorted(EXPRESSIONS)]
    assert all(different(seen[i], seen[j]) > 40 for i in range(len(seen)) for j in range(i))


@pytest.mark.parametrize("cut", ["shoes", "sneakers", "boots", "sandals", "heels", "barefoot"])
def test_shoes_differ(cut: str) -> None:
    plain = drawn(figure(wearing(ADA, shoes="unheard of"), view="three_quarter", head=27))
    shod = drawn(figure(wearing(ADA, shoes=cut), view="three_quarter", head=27))
    changed = np.abs(plain.astype(int) - shod.astype(int)).max(2) > 24
    assert changed.any() or cut == "shoes"
    assert not changed[:140].any()


def test_heights_follow_age() -> None:
    tall = [height_of(replace(BEN, age=age)) for age in ("baby", "child", "teen", "adult")]
    assert tall == sorted(tall)
    small, large = (box(drawn(figure(replace(BEN, age=age)))) for age in ("baby", "adult"))
    assert small[1] > large[1] + 40


def test_a_figure_looks_where_it_faces() -> None:
    right, left = (drawn(figure(ADA, view="profile", facing=facing)) for facing in (1, -1))
    mirrored = left[:, ::-1]
    # Light falls from one side, so the mirror image has the outline but not the shading.
    assert different(right[..., 3:], mirrored[..., 3:]) < 300


def test_someone_lying_is_wider_than_tall() -> None:
    left, top, right, bottom = box(drawn(figure(ADA, pose="lie", head=20.0)))
    assert right - left > 2 * (bottom - top)


def test_a_held_thing_is_seen_in_front_and_hidden_behind() -> None:
    box_held = Thing("box", "box", (0.6, 0.2, 145), (0.6, 0.2, 145))
    empty, full = (drawn(figure(BEN, pose="hold", held=held)) for held in (None, box_held))
    behind = drawn(figure(BEN, view="back", pose="hold", held=box_held))
    assert different(empty, full) > 300
    assert different(drawn(figure(BEN, view="back", pose="hold")), behind) < different(empty, full)


def test_a_changed_garment_keeps_the_face() -> None:
    before, after = head(wearing(ADA, over="coat")), head(wearing(ADA, over="kimono"))
    assert np.array_equal(before, after)


def test_names_give_different_faces_and_the_same_each_time() -> None:
    first, again, other = head(ADA), head(ADA), head(replace(ADA, name="Eva"))
    assert np.array_equal(first, again)
    assert different(first, other) > 20


def test_two_who_embrace_overlap() -> None:
    painter = easel(240, 200)
    draw_pair(
        painter,
        figure(ADA, x=105, view="profile", pose="hug"),
        figure(BEN, x=135, view="profile", pose="hug", facing=-1),
    )
    left, _, right, _ = box(painter.pixels())
    assert right - left < 110


def test_one_more_in_a_crowd_moves_no_other() -> None:
    pictures = []
    for count in (30, 31):
        painter = easel(320, 160)
        draw_crowd(painter, Crowd("fair", 0, 320, 150, 90, 12, count), (0.8, 0.04, 240))
        pictures.append(painter.pixels())
    assert (pictures[0][..., 3] > 0).mean() > 0.1
    assert 0 < different(*pictures) < 1500


def test_the_seat_lies_under_a_sitting_figure() -> None:
    sitting = figure(BEN, view="profile", pose="sit")
    x, y = seated_at(sitting)
    assert abs(x - sitting.x) < sitting.head
    assert sitting.ground - 4 * sitting.head < y < sitting.ground


def test_unknown_words_are_still_drawn() -> None:
    odd = replace(wearing(ADA, hat="unheard", over="unheard", top="unheard"), hair_style="unheard", build="unheard")
    assert (drawn(figure(odd))[..., 3] > 0).sum() > 1200
    assert STAND.held is None


@pytest.mark.parametrize(
    ("description", "trait", "value"),
    [
        ("a woman with an afro", "hair_style", "afro"),
        ("a man with cropped black hair", "hair_style", "buzz"),
        ("a woman with long dreadlocks", "hair_style", "locks"),
        ("a woman with dark wavy hair to the shoulder", "hair_style", "wavy"),
        ("a man with a topknot", "hair_style", "topknot"),
        ("a girl with a green mohawk", "hair_style", "mohawk"),
        ("a man with a grey goatee", "facial", "goatee"),
        ("a muscular man of thirty", "build", "muscular"),
        ("a baby in a yellow hoodie", "age", "baby"),
    ],
)
def test_looks_are_read_from_words(description: str, trait: str, value: str) -> None:
    assert getattr(person(Subject("Kim", description)), trait) == value


def test_clothes_take_their_own_colour_and_leave_no_room_for_a_trade_s_coat() -> None:
    bride = person(Subject("Ada", "a woman in a wedding dress and a veil"))
    assert bride.worn["top"].cut == "gown"
    assert bride.worn["top"].colour == bride.worn["hat"].colour == COLOURS["white"]
    scarf = person(Subject("Ada", "a woman in a camel coat, a cobalt-blue scarf")).worn["neck"]
    assert scarf.colour == COLOURS["blue"]
    singer = person(Subject("Ada", "a captain in a green sari"))
    assert "over" not in singer.worn
    assert singer.worn["top"].cut == "sari"


def test_an_article_before_a_name_changes_nobody() -> None:
    assert replace(person(Subject("The knight", "a knight")), name="") == replace(
        person(Subject("Knight", "a knight")), name=""
    )
