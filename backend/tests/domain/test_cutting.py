from __future__ import annotations

from dataclasses import replace

import pytest

from dailies.domain.clip_making import ClipMaking, checked_making
from dailies.domain.cutting import (
    CaptionLook,
    ClipEdit,
    CutSettings,
    EndCardChoice,
    JoinChoice,
    NarrationChoice,
    checked_cut,
    seconds_in_cut,
    shots_in_cut,
    told_settings,
    with_clip,
    with_join,
    with_transition,
)
from dailies.domain.delivery import DeliveryWish, checked_wish, delivered_size
from dailies.domain.errors import InvalidInput
from dailies.domain.story import Shot
from tests.support.fakes import STORY

SHOT = Shot("s", 4.0, "A ferry.")


def test_a_pair_keeps_its_own_transition_until_all_are_set_anew() -> None:
    settings = with_join(CutSettings(), JoinChoice("s1a", "push", 0.75, "up"))
    assert settings.join_after("s1a") == JoinChoice("s1a", "push", 0.75, "up")
    assert settings.join_after("s1b") == JoinChoice("s1b", "cut", 0.5)
    settings = with_transition(settings, "dip to white", 1.0)
    assert settings.join_after("s1a") == JoinChoice("s1a", "dip to white", 1.0)


@pytest.mark.parametrize(
    ("edit", "seconds"),
    [
        (ClipEdit("s"), 4.0),
        (ClipEdit("s", trim_in_s=1.0), 3.0),
        (ClipEdit("s", 1.0, 2.5), 1.5),
        (ClipEdit("s", speed=2.0), 2.0),
        (ClipEdit("s", 0.0, 2.0, 0.5, hold_s=1.0), 5.0),
    ],
)
def test_a_clip_lasts_as_long_as_its_trims_speed_and_hold_say(edit: ClipEdit, seconds: float) -> None:
    assert seconds_in_cut(SHOT, edit) == seconds


def test_a_plain_edit_shows_the_clip_whole_again() -> None:
    settings = with_clip(CutSettings(), ClipEdit("s", 1.0))
    assert with_clip(settings, ClipEdit("s")) == CutSettings()


def test_the_cut_has_its_own_order_and_leaves_shots_out() -> None:
    usual = [shot.id for shot in shots_in_cut(STORY, CutSettings())]
    changed = CutSettings(order=(usual[2], "gone"), left_out=(usual[0],))
    assert [shot.id for shot in shots_in_cut(STORY, changed)] == [usual[2], usual[1], *usual[3:]]


def test_settings_that_came_later_tell_cuts_apart_only_where_they_are_used() -> None:
    assert told_settings(CutSettings()) == {"transition": "cut", "captions": True, "music": True, "title": True}
    assert told_settings(CutSettings(duck_db=6.0))["duck_db"] == 6.0


@pytest.mark.parametrize(
    "settings",
    [
        CutSettings(transition_s=0.0),
        CutSettings(joins=(JoinChoice("a", "wipe", 9.0),)),
        CutSettings(joins=(JoinChoice("a"), JoinChoice("a", "push"))),
        CutSettings(clips=(ClipEdit("a", 2.0, 2.1),)),
        CutSettings(clips=(ClipEdit("a", speed=11),)),
        CutSettings(clips=(ClipEdit("a", hold_s=31),)),
        CutSettings(clips=(ClipEdit("a"), ClipEdit("a", 1.0))),
        CutSettings(caption_look=CaptionLook(scale=2.0)),
        CutSettings(duck_db=-1),
        CutSettings(loudness=0),
        CutSettings(narration=NarrationChoice(speed=3)),
        CutSettings(end_card=EndCardChoice(seconds=60)),
        CutSettings(music_file="a" * 64),
        CutSettings(end_card=EndCardChoice(logo="b" * 64)),
    ],
)
def test_settings_no_film_can_be_made_by_are_refused(settings: CutSettings) -> None:
    with pytest.raises(InvalidInput) as refused:
        checked_cut(settings, ("c" * 64,))
    assert refused.value.code == "cut_setting_invalid"
    assert checked_cut(CutSettings(music_file="c" * 64), ("c" * 64,)).music_file == "c" * 64


@pytest.mark.parametrize(
    ("wish", "size"),
    [
        (DeliveryWish("mp4"), (1280, 720)),
        (DeliveryWish("mp4", short_side=1080), (1920, 1080)),
        (DeliveryWish("mp4", "9:16", 1080), (1080, 1920)),
        (DeliveryWish("mp4", "4:5"), (720, 900)),
        (DeliveryWish("mp4", short_side=2160), (3840, 2160)),
        (DeliveryWish("mp4", "21:9", 2160), (3840, 1646)),
    ],
)
def test_a_film_is_delivered_in_any_shape_and_size(wish: DeliveryWish, size: tuple[int, int]) -> None:
    assert delivered_size(wish, 1280, 720, "16:9") == size


def test_every_form_of_a_delivery_has_its_own_name() -> None:
    plain = DeliveryWish("webm", codec="av1")
    forms = [plain, replace(plain, codec="vp9"), replace(plain, shape="1:1"), replace(plain, short_side=480)]
    forms += [replace(plain, fps=30), DeliveryWish("mp4"), DeliveryWish("mp4", credentials=True)]
    forms += [DeliveryWish("gif"), DeliveryWish("gif", start_s=1.0), DeliveryWish("gif", seconds=2.0)]
    assert len({wish.id for wish in forms}) == len(forms)


@pytest.mark.parametrize(
    "wish",
    [
        DeliveryWish("webm"),
        DeliveryWish("mp4", codec="av1"),
        DeliveryWish("gif", seconds=30),
        DeliveryWish("stems", credentials=True),
        DeliveryWish("animatic", shape="1:1"),
    ],
)
def test_files_that_do_not_exist_are_refused(wish: DeliveryWish) -> None:
    with pytest.raises(InvalidInput) as refused:
        checked_wish(wish)
    assert refused.value.code == "delivery_invalid"


@pytest.mark.parametrize(
    "making",
    [
        ("s1a", ClipMaking(chain=True)),
        ("last", ClipMaking(to_next=True)),
        ("s1a", ClipMaking(motion="x" * 1001)),
        ("s1a", ClipMaking(seconds=60)),
    ],
)
def test_a_clip_that_cannot_be_made_so_is_refused(making: tuple[str, ClipMaking]) -> None:
    shots = [shot.id for _, shot in STORY.shots()]
    shot = shots[-1] if making[0] == "last" else making[0]
    with pytest.raises(InvalidInput) as refused:
        checked_making(making[1], STORY, shot)
    assert refused.value.code == "clip_making_invalid"
    assert checked_making(ClipMaking(chain=True, motion="slowly"), STORY, shots[1]).chain
