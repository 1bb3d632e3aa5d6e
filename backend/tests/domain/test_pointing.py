"""What a note is about, beyond numbers: descriptions, people, exceptions, patterns. Nothing is guessed."""

from __future__ import annotations

import pytest

from dailies.domain.pointing import Pointer, view_of
from dailies.domain.story import Entity, Scene, Shot, Story
from dailies.domain.targets import Resolution, Target

STORY = Story(
    "The Loaf",
    "A baker gives her last loaf to a tram driver.",
    "gift",
    (
        Entity("ana", "character", "Ana", "a baker of about forty, she wears a white apron and a red scarf"),
        Entity("rui", "character", "Rui", "an old tram driver, grey beard, brown coat"),
        Entity("shop", "place", "The bakery", "a narrow bakery with a brass bell and one window"),
        Entity("tram", "place", "The tram", "the inside of a yellow tram, wooden seats"),
        Entity("loaf", "product", "Pão de Ana", "a round dark loaf"),
    ),
    (
        Scene("s1", "Dawn", "shop", "dawn", "clear", "still", (Shot("a", 3, "The shutters are closed.", "wide"),)),
        Scene(
            "s2",
            "Bread",
            "shop",
            "morning",
            "rain",
            "warm",
            (
                Shot("b", 3, "Ana pulls loaves from the oven.", who=("ana", "loaf")),
                Shot("c", 3, "Rui looks at the empty shelf.", "close-up", who=("rui",), line="Nothing left?"),
                Shot("d", 3, "Ana hands Rui her own loaf.", who=("ana", "rui", "loaf")),
            ),
        ),
        Scene("s3", "Ride", "tram", "night", "rain", "calm", (Shot("e", 3, "Rui eats at the wheel.", who=("rui",)),)),
    ),
)


def frames(selected: str = "", talked: str = "") -> Pointer:
    codes, names = STORY.shot_codes(), {entity.id: entity.name for entity in STORY.entities}
    targets = tuple(
        Target(
            f"frame-{shot.id}",
            number,
            codes[shot.id],
            f"Frame {number}",
            (names[scene.place], *(names[each] for each in shot.who)),
            shot.action,
        )
        for number, (scene, shot) in enumerate(STORY.shots(), 1)
    )
    chosen = tuple(f"frame-{each}" for each in selected)
    return Pointer(targets, view_of(STORY, "storyboard"), chosen, tuple(f"frame-{each}" for each in talked))


def references() -> Pointer:
    targets = tuple(
        Target(f"ref-{entity.id}", number, "", entity.name, (entity.name,), entity.description)
        for number, entity in enumerate(STORY.entities, 1)
    )
    return Pointer(targets, view_of(STORY, "references"))


def letters(found: Resolution) -> str:
    return "".join(each.partition("-")[2] for each in found.ids)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the shot with the oven should be darker", "b"),
        ("make the frame where Rui eats brighter", "e"),
        ("the tram frames bluer", "e"),
        ("all the night shots bluer", "e"),
        ("the rainy ones need more contrast", "bcde"),
        ("the close-up is too soft", "c"),
        ("shots with both of them warmer", "d"),
        ("frames without people darker", "a"),
        ("every shot with Ana and Rui closer", "d"),
        ("the driver looks bored", "cde"),
        ("his beard should be longer", "cde"),
        ("her apron should be blue", "bd"),
        ("the shelf is too dark", "c"),
        ("everyone should smile", "bcde"),
        ("Ana's first frame darker", "b"),
        ("the last bakery frame darker", "d"),
        ("everything except the bakery frames darker", "e"),
        ("warmer, but not Rui's frames", "ab"),
        ("all frames with Ana except 4 darker", "b"),
        ("2 is fine, darken 3", "c"),
        ("the first three except the second brighter", "ac"),
        ("everything after 3 darker", "de"),
        ("shot 4 onwards darker", "de"),
        ("the shot before the last darker", "d"),
        ("2 4 5 darker", "bde"),
        ("1/3 darker", "ac"),
        ("don't touch anything except 3: darker", "c"),
        ("the opening is too dark", "a"),
        ("the ending is too abrupt", "e"),
    ],
)
def test_described(text: str, meant: str) -> None:
    found = frames().point(text)
    assert (letters(found), found.definite) == (meant, True)


@pytest.mark.parametrize(
    ("text", "targets", "pattern"),
    [
        ("make 1 like 5", "a", "e"),
        ("match 4 to 2", "d", "b"),
        ("give 4 the palette of 2", "d", "b"),
        ("use the light from 2 in 4", "d", "b"),
        ("make everything look like 2", "acde", "b"),
        ("like shot 2", "", "b"),
    ],
)
def test_a_pattern_is_no_target(text: str, targets: str, pattern: str) -> None:
    found = frames().point(text)
    assert letters(found) == targets
    assert "".join(each.partition("-")[2] for each in found.like) == pattern


@pytest.mark.parametrize(
    "text",
    [
        "the shot with the dog should be darker",
        "the shot with the loaf should be darker",
        "remove the lamp",
        "the dark ones need light",
        "those two are too dark",
        "make both warmer",
        "the others darker",
        "the middle two darker",
        "make Tom taller",
        "Tom's coat should be red",
        "frame 9 darker",
        "between 2 and 4 darker",
    ],
)
def test_what_is_not_clear_points_at_nothing(text: str) -> None:
    found = frames().point(text)
    assert found.ids == ()
    assert found.mentioned
    assert not found.definite


@pytest.mark.parametrize(
    ("text", "selected", "talked", "meant"),
    [
        ("make it darker", "", "bc", "bc"),
        ("those two darker", "", "bc", "bc"),
        ("those three darker", "", "bc", ""),
        ("the next one darker", "", "c", "d"),
        ("the others darker", "", "bc", "ade"),
        ("make them darker", "d", "bc", "d"),
        ("Rui should smile", "c", "", "c"),
        ("darker", "c", "b", "c"),
        ("darker", "", "b", ""),
    ],
)
def test_what_was_selected_or_talked_about(text: str, selected: str, talked: str, meant: str) -> None:
    assert letters(frames(selected, talked).point(text)) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the tram driver should look friendlier", ["rui"]),
        ("the tram is too clean", ["tram"]),
        ("her scarf should be green", ["ana"]),
        ("the second character should be older", ["rui"]),
        ("all locations in snow", ["shop", "tram"]),
        ("make the tram look like the bakery", ["tram"]),
        ("Rui should hold the scarf", ["rui"]),
        ("everything but Ana brighter", ["rui", "shop", "tram", "loaf"]),
        ("the brass bell should shine", ["shop"]),
    ],
)
def test_references_are_meant_by_what_they_are(text: str, meant: list[str]) -> None:
    assert [each.removeprefix("ref-") for each in references().point(text).ids] == meant
