"""Which items a note means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dailies.domain.names_in_text import edits, named_in
from dailies.domain.targets import Target, resolve_targets

CODES = ("1A", "1B", "2A", "3A", "3B", "4A")
NAMES = (
    ("The harbour",),
    ("The harbour", "Mia"),
    ("The kitchen", "Mia"),
    ("The kitchen", "The violinist"),
    ("The kitchen", "Mia", "The violinist"),
    ("The harbour",),
)
CLIPS = tuple(
    Target(f"clip-{number}", number, code, f"Clip {number}", names)
    for number, (code, names) in enumerate(zip(CODES, NAMES, strict=True), 1)
)
WITH_CUT = (*CLIPS, Target("cut", 7, "", "Cut"))
SCENES = tuple(Target(f"scene-{number}", number, "", f"Scene {number}") for number in range(1, 5))
CAST = (
    Target("ref-mia", 1, "", "Mia", ("Mia",)),
    Target("ref-violinist", 2, "", "The violinist", ("The violinist",)),
    Target("ref-kitchen", 3, "", "The kitchen", ("The kitchen",)),
    Target("ref-style", 4, "", "Style", ("Style",)),
)


def numbers(text: str, *selected: int) -> list[int]:
    found = resolve_targets(text, CLIPS, [f"clip-{number}" for number in selected])
    return [int(each.removeprefix("clip-")) for each in found.ids]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Clip 2 is too dark", [2]),
        ("shot 2: closer", [2]),
        ("make frame 2 brighter", [2]),
        ("clip two is too dark", [2]),
        ("shot #4 please", [4]),
        ("number 4 is blurred", [4]),
        ("clip no. 4 is blurred", [4]),
        ("clip-2 is too dark", [2]),
        ("Scene 2 is too dark", [3]),
        ("scene 3: warmer", [4, 5]),
        ("scenes 1 and 3", [1, 2, 4, 5]),
        ("all shots of scene 3 warmer", [4, 5]),
        ("the last scene is flat", [6]),
        ("the first scene is flat", [1, 2]),
        ("the second scene is flat", [3]),
        ("clips 1-3 are too dark", [1, 2, 3]),
        ("clips 1–3 are too dark", [1, 2, 3]),
        ("clips 1—3 are too dark", [1, 2, 3]),
        ("clips 1 - 3 are too dark", [1, 2, 3]),
        ("clips 1 to 3 are too dark", [1, 2, 3]),
        ("clips 1 through 3", [1, 2, 3]),
        ("clips 3-1 are too dark", [1, 2, 3]),
        ("clip 2 to clip 4 darker", [2, 3, 4]),
        ("clips two to four", [2, 3, 4]),
        ("clips 1, 3 and 5", [1, 3, 5]),
        ("clips 1, 3, and 5 need more light", [1, 3, 5]),
        ("clips 1-2, 4 & 6", [1, 2, 4, 6]),
        ("clip 1 and clip 4", [1, 4]),
        ("1 & 2 are too dark", [1, 2]),
        ("1-3 are too dark", [1, 2, 3]),
        ("darker, and why is 4 blurred?", [4]),
        ("make 2 brighter", [2]),
        ("make 2 more dramatic", [2]),
        ("2 and 5: warmer", [2, 5]),
        ("redo 4", [4]),
        ("the first clip is slow", [1]),
        ("the third and fifth shots", [3, 5]),
        ("the 2nd clip", [2]),
        ("the tenth clip", []),
        ("last clip is too long", [6]),
        ("the last two clips", [5, 6]),
        ("the last two are dark", [5, 6]),
        ("first three shots slower", [1, 2, 3]),
        ("the first 3 clips", [1, 2, 3]),
        ("first and last clips brighter", [1, 6]),
        ("first and last", [1, 6]),
        ("the first is too dark", [1]),
        ("the second to last clip", [5]),
        ("the second-last clip", [5]),
        ("the first half is too slow", [1, 2, 3]),
        ("the second half is dark", [4, 5, 6]),
        ("opening shot brighter", [1]),
        ("the closing shot holds too long", [6]),
        ("all clips", [1, 2, 3, 4, 5, 6]),
        ("all six clips darker", [1, 2, 3, 4, 5, 6]),
        ("brighten all of them", [1, 2, 3, 4, 5, 6]),
        ("every frame warmer", [1, 2, 3, 4, 5, 6]),
        ("everything is too dark", [1, 2, 3, 4, 5, 6]),
        ("the whole film is too dark", [1, 2, 3, 4, 5, 6]),
        ("everything except 3", [1, 2, 4, 5, 6]),
        ("everything except clips 3 and 4 brighter", [1, 2, 5, 6]),
        ("everything apart from clip 3", [1, 2, 4, 5, 6]),
        ("all but the first", [2, 3, 4, 5, 6]),
        ("all but the last two", [1, 2, 3, 4]),
        ("all clips except the first and last", [2, 3, 4, 5]),
        ("make it warmer but not clip 3", [1, 2, 4, 5, 6]),
        ("warmer, and leave clip 3 alone", [1, 2, 4, 5, 6]),
        ("clips 1-4 warmer, but not clip 3", [1, 2, 4]),
        ("leave 3 alone, the rest brighter", [1, 2, 4, 5, 6]),
        ("odd clips cooler", [1, 3, 5]),
        ("the even numbered frames", [2, 4, 6]),
        ("even-numbered clips", [2, 4, 6]),
        ("every other shot static", [1, 3, 5]),
        ("4A is too dark", [6]),
        ("3a and 3b are too dark", [4, 5]),
        ("1B-3A are too dark", [2, 3, 4]),
        ("shot 4A", [6]),
        ("the frames with Mia", [2, 3, 5]),
        ("Mia's jacket should be blue", [2, 3, 5]),
        ("the kitchen is too clean", [3, 4, 5]),
        ("the violinist looks bored", [4, 5]),
        ("the violnist looks bored", [4, 5]),
        ("the kitchn is too clean", [3, 4, 5]),
        ("Mia in clip 3 looks tired", [3]),
        ("all frames with Mia warmer", [2, 3, 5]),
        ("Mia's coat red in every frame", [2, 3, 5]),
    ],
)
def test_meant(text: str, meant: list[int]) -> None:
    assert numbers(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "make it 15 seconds",
        "make it 15s long",
        "add 2 people",
        "add 2 dogs",
        "there are 2 cats",
        "50% brighter",
        "2% warmer",
        "at 9 o'clock",
        "at 9 in the morning",
        "export in 1080p",
        "a 16:9 picture",
        "in 4k",
        "2.5 seconds shorter",
        "like a film of the 1950s",
        "shot on a Leica in 2024",
        "make it 30",
        "5-year-old",
        "a 3-point light",
        "one more time",
        "a second later",
        "at first it was fine",
        "at last",
        "First, make it brighter",
        "that's all",
        "not at all",
        "even brighter",
        "go back to take 2",
        "it is all right",
        "slower",
        "",
    ],
)
def test_points_at_nothing(text: str) -> None:
    found = resolve_targets(text, CLIPS, [])
    assert (found.ids, found.mentioned, found.missing) == ((), False, ())


@pytest.mark.parametrize(
    ("text", "ids", "missing"),
    [
        ("clip 9 is too dark", [], ("clip 9",)),
        ("shot 9 is too dark", [], ("shot 9",)),
        ("make 9 brighter", [], ("clip 9",)),
        ("clips 2 and 9", [2], ("clip 9",)),
        ("clips 5-8", [5, 6], ("clip 7", "clip 8")),
        ("clips 1-99", [1, 2, 3, 4, 5, 6], ("clips 7 to 99",)),
        ("4C is too dark", [], ("clip 4C",)),
        ("scene 7 is dark", [], ("scene 7",)),
        ("the ninth clip", [], ("clip 9",)),
        ("clip 0", [], ("clip 0",)),
        ("everything except clip 9", [1, 2, 3, 4, 5, 6], ("clip 9",)),
    ],
)
def test_what_is_not_there_is_reported(text: str, ids: list[int], missing: tuple[str, ...]) -> None:
    found = resolve_targets(text, CLIPS, [])
    assert [int(each.removeprefix("clip-")) for each in found.ids] == ids
    assert found.missing == missing
    assert found.mentioned


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("these are too dark", [2, 4]),
        ("this one is too dark", [2, 4]),
        ("make them brighter", [2, 4]),
        ("brighter", [2, 4]),
        ("the selected ones brighter", [2, 4]),
        ("all of these brighter", [2, 4]),
        ("both are too dark", [2, 4]),
        ("the others brighter", [1, 3, 5, 6]),
        ("everything else brighter", [1, 3, 5, 6]),
        ("clip 5 brighter", [5]),
        ("all clips brighter", [1, 2, 3, 4, 5, 6]),
        ("15 seconds", [2, 4]),
    ],
)
def test_the_selection(text: str, meant: list[int]) -> None:
    assert numbers(text, 2, 4) == meant


def test_these_without_a_selection_points_at_nothing_that_is_there() -> None:
    found = resolve_targets("these frames are too dark", CLIPS, [])
    assert found.ids == ()
    assert found.mentioned


def test_the_cut_is_not_counted_as_a_clip() -> None:
    assert resolve_targets("the last clip", WITH_CUT, []).ids == ("clip-6",)
    assert resolve_targets("the last two clips", WITH_CUT, []).ids == ("clip-5", "clip-6")


def test_scenes_of_a_story_go_by_number() -> None:
    assert resolve_targets("scene 3 is dull", SCENES, []).ids == ("scene-3",)
    assert resolve_targets("scene 9 is dull", SCENES, []).missing == ("scene 9",)


def test_references_go_by_name() -> None:
    assert resolve_targets("Mia should be older", CAST, []).ids == ("ref-mia",)
    assert resolve_targets("the violinist and the kitchen", CAST, []).ids == ("ref-violinist", "ref-kitchen")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("make clips 1-3 brighter", ["clips 1-3"]),
        ("everything except 3 brighter", ["everything except 3"]),
        ("Mia's coat in clip 2", ["clip 2"]),
        ("brighter", []),
    ],
)
def test_spans_cover_the_pointing_words(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in resolve_targets(text, CLIPS, []).spans] == words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Clarra waits", {"Clara"}),
        ("it is clear", set()),
        ("the chain again", {"The courier's chain"}),
        ("the couriers chain", {"The courier's chain"}),
        ("lighter", set()),
        ("the dark one", set()),
    ],
)
def test_names_with_typing_mistakes(text: str, names: set[str]) -> None:
    assert named_in(text, ["Clara", "The courier's chain", "Mark", "Lightet"]) == names


def test_edits_counts_a_swap_as_one() -> None:
    assert edits("kitchen", "kithcen", 2) == 1
    assert edits("kitchen", "kitten", 2) == 2
    assert edits("kitchen", "ten", 2) > 2


WORDS = st.sampled_from(
    "clip clips scene 1 2 3 9 4A - – to and , & except all every everything but the first last second two others "
    "odd even these them Mia's kitchen 15 seconds % keep leave not half of whole both".split()
)


@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=80), st.sets(st.integers(1, 6)), st.integers(0, 6))
def test_any_text_gives_items_in_order_and_spans_within_the_text(text: str, selected: set[int], count: int) -> None:
    items = CLIPS[:count]
    found = resolve_targets(text, items, [f"clip-{number}" for number in selected])
    order = [item.id for item in items]
    assert list(found.ids) == [each for each in order if each in found.ids]
    assert all(0 <= start < end <= len(text) for start, end in found.spans)
    assert found.mentioned or not found.missing


@given(
    st.lists(st.integers(1, 6), min_size=1, max_size=5), st.sampled_from([" and ", ", ", " & ", " / ", "/", ",", " "])
)
def test_a_list_means_its_members(members: list[int], join: str) -> None:
    text = f"clips {join.join(map(str, members))} darker"
    assert numbers(text) == sorted(set(members))


@given(st.integers(1, 6), st.integers(1, 6), st.sampled_from(["-", "–", "—", " - ", " to ", " through "]))
def test_a_range_means_all_between(first: int, last: int, dash: str) -> None:
    assert numbers(f"clips {first}{dash}{last}") == list(range(min(first, last), max(first, last) + 1))


@given(st.integers(7, 999))
def test_a_number_beyond_the_last_is_missing_never_another(number: int) -> None:
    found = resolve_targets(f"clip {number} is too dark", CLIPS, ["clip-1"])
    assert (found.ids, found.missing) == ((), (f"clip {number}",))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the second half of the film is dull", [4, 5, 6]),
        ("first half of clips darker", [1, 2, 3]),
        ("second to last clip darker", [5]),
        ("second last clip darker", [5]),
        ("the penultimate clip darker", [5]),
        ("opening shot darker", [1]),
        ("closing shot darker", [6]),
        ("all six clips in scene 2", [3]),
        ("all except for the first two", [3, 4, 5, 6]),
        ("every clip, except for the first two", [3, 4, 5, 6]),
        ("all clips apart from 2 brighter", [1, 3, 4, 5, 6]),
        ("everything other than 3", [1, 2, 4, 5, 6]),
        ("don't touch clip 3, all darker", [1, 2, 4, 5, 6]),
        ("clips 1, 2 and the last", [1, 2, 6]),
    ],
)
def test_halves_edges_and_exceptions(text: str, meant: list[int]) -> None:
    assert numbers(text) == meant


def test_a_range_of_codes_that_does_not_exist_is_said() -> None:
    found = resolve_targets("clips 1A-9B darker", CLIPS, [])
    assert (found.ids, found.missing) == (("clip-1",), ("clip 9B",))


def test_nothing_is_meant_where_there_is_nothing() -> None:
    assert resolve_targets("opening shot darker", (), []).ids == ()
