"""Notes to the rehearsal writer: each kind changes what it asks, keeps the rest, and says what it cannot do."""

from __future__ import annotations

from functools import cache

import pytest

from dailies.adapters.providers.rehearsal.writer.compose import write_story
from dailies.adapters.providers.rehearsal.writer.notes import read_note
from dailies.adapters.providers.rehearsal.writer.revise import revise_story
from dailies.domain.brief import Brief
from dailies.domain.errors import ProviderError
from dailies.domain.story import Shot, Story, check_story

PARK = "Nora, a 9-year-old girl, finds a lost robot in the park and teaches it to dance. Her dog Otto watches."
BOTTLE = "30 second ad for Pebble, a smart water bottle that glows when you forget to drink, for office workers."


def quiet(share: float) -> None:
    """Progress nobody watches."""


@cache
def story_of(prompt: str) -> Story:
    return write_story(Brief(prompt, 30), 1, quiet)


@cache
def revised(note: str, prompt: str = PARK, scenes: tuple[str, ...] = ()) -> Story:
    story = revise_story(Brief(prompt, 30), story_of(prompt), note, scenes, 2, quiet)
    check_story(story)
    return story


def shots_of(story: Story) -> dict[str, Shot]:
    return {shot.id: shot for _, shot in story.shots()}


def lines_of(story: Story) -> list[str]:
    return [shot.line for _, shot in story.shots() if shot.line]


def actions_of(story: Story) -> list[str]:
    return [shot.action for _, shot in story.shots()]


@pytest.mark.parametrize(
    "note",
    ["funnier", "make it darker", "warmer please", "calmer", "more dramatic", "more playful", "bolder", "more premium"],
)
def test_a_tone_changes_what_is_done_and_keeps_every_other_word(note: str) -> None:
    before, after = story_of(PARK), revised(note)
    old, new = shots_of(before), shots_of(after)
    added = [shot for key, shot in new.items() if key not in old]
    assert len(added) >= 2
    assert all(key in new and new[key].action == shot.action for key, shot in old.items())
    assert [scene.mood for scene in after.scenes] != [scene.mood for scene in before.scenes]
    assert after.seconds == before.seconds


def test_tones_differ_in_their_actions() -> None:
    told = [frozenset(actions_of(revised(note))) for note in ("funnier", "darker", "warmer", "calmer", "bolder")]
    base = set(actions_of(story_of(PARK)))
    assert all(not (one - base) & (other - base) for one in told for other in told if one is not other)


@pytest.mark.parametrize("note", ["more about the dog", "focus on Otto", "give Otto more to do"])
def test_focus_gives_somebody_more_shots(note: str) -> None:
    def seen(story: Story) -> int:
        return sum("otto" in shot.who for _, shot in story.shots())

    assert seen(revised(note)) >= seen(story_of(PARK)) + 2


def test_less_and_none_of_something() -> None:
    def seen(story: Story) -> int:
        return sum("the robot" in action.lower() for action in actions_of(story))

    assert seen(revised("less of the robot")) < seen(story_of(PARK))
    without = revised("remove the dog")
    assert not any("otto" in shot.who for _, shot in without.shots())
    assert without.seconds == 30


def test_scenes_are_merged_split_moved_and_counted() -> None:
    count = len(story_of(PARK).scenes)
    words = actions_of(story_of(PARK))
    assert len(revised("merge scenes 1 and 2").scenes) == count - 1
    assert actions_of(revised("merge scenes 1 and 2")) == words
    assert len(revised("split scene 2").scenes) == count + 1
    assert actions_of(revised("split scene 2")) == words
    assert [scene.id for scene in revised("start with scene 3").scenes][:2] == ["s3", "s1"]
    assert len(revised(f"make it {count + 1} scenes").scenes) == count + 1


@pytest.mark.parametrize("seconds", [10, 20, 60])
def test_the_length_a_note_names_is_exact(seconds: int) -> None:
    after = revised(f"make it {seconds} seconds")
    assert after.seconds == seconds
    assert actions_of(after)[0] == actions_of(story_of(PARK))[0]


@pytest.mark.parametrize(
    ("note", "line"),
    [
        ('make her say "You dance like a fridge."', "You dance like a fridge."),
        ('have Nora say "Left foot!"', "Left foot!"),
        ("make Nora say we are late", "We are late"),
    ],
)
def test_lines_are_put_into_the_right_mouth(note: str, line: str) -> None:
    spoken = [shot for _, shot in revised(note).shots() if shot.line == line]
    assert [shot.speaker for shot in spoken] == ["nora"]


def test_beginnings_endings_and_twists() -> None:
    assert actions_of(revised("start with the robot alone on a bench"))[0] == "The robot alone on a bench."
    assert actions_of(revised("end on the dog asleep"))[-1] == "The dog asleep."
    ends = {actions_of(revised(note))[-1] for note in ("happy ending", "sad ending", "add a twist", "another ending")}
    assert len(ends) == 4
    for note in ("happy ending", "add a twist"):
        assert actions_of(revised(note))[:-1] == actions_of(story_of(PARK))[:-1]


def test_place_time_weather_and_season() -> None:
    assert {scene.weather for scene in revised("make it rain").scenes} == {"rain"}
    assert "rain" in actions_of(revised("make it rain"))[0]
    assert {scene.weather for scene in revised("make it winter").scenes} == {"snow"}
    desert = revised("what if it happens in a desert?")
    assert {scene.place for scene in desert.scenes} == {"desert"}
    assert "dunes" in actions_of(desert)[0]


def test_the_product_comes_earlier_and_the_call_changes() -> None:
    def first(story: Story) -> int:
        return next(i for i, (_, shot) in enumerate(story.shots()) if "product-pebble" in shot.who)

    assert first(revised("show the product earlier", BOTTLE)) < first(story_of(BOTTLE))
    called = revised('change the call to action to "Drink like a fish."', BOTTLE)
    assert called.call_to_action == "Drink like a fish."
    assert "Drink like a fish." in called.scenes[-1].shots[-1].caption


def test_framing() -> None:
    assert "close-up" in [shot.size for shot in revised("make scene 1 a close-up").scenes[0].shots]
    assert {shot.move for shot in revised("slow push in on scene 2").scenes[1].shots} == {"push in"}


def test_a_mixed_note_does_what_it_can_and_says_the_rest() -> None:
    after = revised("make it snow and rename Zorg to Pim")
    assert {scene.weather for scene in after.scenes} == {"snow"}
    assert any("Zorg" in remark for remark in after.remarks)
    both = revised("funnier and 20 seconds")
    assert both.seconds == 20
    assert lines_of(both) != lines_of(story_of(PARK))


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("I love it", "Glad"),
        ("undo that", "earlier take"),
        ("who is the robot?", "question"),
        ("more about the elephant", "There is no “the elephant”"),
        ("make scene 9 funnier", "The story has"),
        ("split scene 9", "The story has"),
        ("mention the product later", "no product"),
    ],
)
def test_what_cannot_be_followed_is_said_helpfully(note: str, said: str) -> None:
    with pytest.raises(ProviderError) as refused:
        revised(note, "A heron waits for the boat at dawn." if "product" in note else PARK)
    assert refused.value.code == "note_not_understood"
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("note", "verb"),
    [
        ("Nora -> Lotte", "rename"),
        ("it's Lotte, not Nora", "rename"),
        ("Otto is barely in it", "focus"),
        ("linger on the robot", "focus"),
        ("scene 2 out", "drop"),
        ("the second scene adds nothing", "drop"),
        ("one more scene at the end: Otto falls asleep", "add"),
        ("make one scene out of 1 and 2", "merge"),
        ("scene 2 is too full, make it two scenes", "split"),
        ("leave the ending open", "ending"),
        ("same story, but in a desert", "place"),
        ("a bit of humour would help, add some humour", "tone"),
        ("3 first", "order"),
    ],
)
def test_wishes_are_read_in_short_and_in_other_words(note: str, verb: str) -> None:
    wishes, _ = read_note(note, story_of(PARK))
    assert verb in {wish.verb for wish in wishes}
