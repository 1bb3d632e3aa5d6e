"""The rehearsal writer: exact seconds, honest refusals, and notes that change only what they name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from dailies.adapters.providers.rehearsal.writer import RehearsalWriter
from dailies.adapters.providers.rehearsal.writer.compose import write_story
from dailies.adapters.providers.rehearsal.writer.revise import revise_story
from dailies.domain.brief import Brief
from dailies.domain.errors import ProviderError
from dailies.domain.story import Story, check_story

PAGE = (
    "Tove, an old woman, lives alone on an island. Every morning she rows to the harbor. "
    "She sells bread at the market. A boy steals a loaf. Tove follows the boy through the town. "
    "The boy gives the loaf to a dog. Tove sits down on a step. She cuts the loaf with a knife. "
    "The dog eats the crust. The boy carries her basket to the boat. Tove teaches the boy to row. "
    "The dog jumps into the boat. They row home in the rain. "
) * 2
ADS = {
    "20 second film for a night train company: a violinist misses her stop and plays for the dining car": [
        "violinist",
        "dining car",
        "night train",
    ],
    "A quiet 30 second film for Norrhavn Coffee. Ingrid, who has piloted the first ferry of the day for twenty years, "
    "pours her cup before anyone is awake. Fog, then sun. End on “First up.”": ["ingrid", "ferry", "norrhavn coffee"],
    "15 second ad for Oru No. 3, a perfume in an amber bottle. One object, morning light.": ["oru no. 3"],
    "Commercial for TrailMate, a backpack that never gets wet, for hikers. Bold.": ["trailmate", "hiker"],
    "30 second ad for a meditation app for nurses": ["nurse", "meditation app"],
    "An ad for Zimbo, a widget for climbers": ["zimbo", "climber"],
    "An ad for our bakery: a boy buys bread and gives the loaf to a dog": ["boy", "dog", "loaf"],
}
FILMS = {
    "A courier's chain snaps in the rain; the mechanic fixes it; he makes his last delivery.": [
        "courier",
        "chain",
        "mechanic",
    ],
    "An otter steals a fisherman's lunch, then brings back a fish.": ["otter", "fisherman", "fish"],
    "A day in a lighthouse: the keeper, her cat and the storm. 45 seconds portrait": ["keeper", "cat", "lighthouse"],
    "Funny 20 s social clip: an intern hides the boss's wet laptop in the fridge and everyone copies him": [
        "intern",
        "laptop",
        "everyone",
    ],
    "How to repot a basil plant in four steps": ["basil plant"],
    "lonely lighthouse": ["lighthouse"],
    "broken violin": ["violin"],
    "Mia, a 9-year-old girl, finds a lost robot in the park and teaches it to dance. Warm and funny.": [
        "mia",
        "robot",
        "park",
    ],
    "Two rival chefs share one kitchen until the power goes out": ["chefs", "kitchen", "power"],
    "An old woman writes a letter to the sea and a boy at the other end answers it": ["woman", "letter", "boy"],
    "A baker loses his cat in the snow and finds it asleep in the oven": ["baker", "cat", "oven"],
    "A postman delivers a letter that was lost for forty years": ["postman", "letter"],
    "A boxer trains alone. Her sister brings soup. She loses the fight but keeps the bowl.": [
        "boxer",
        "sister",
        "soup",
        "bowl",
    ],
    "A paper boat sails down a gutter through the whole city to the sea": ["paper boat"],
    "Tomas waits for the supply boat. He builds a raft from the piano. No dialogue, melancholy.": [
        "tomas",
        "boat",
        "raft",
    ],
    "A fox follows a child home through the forest at dusk": ["fox", "child"],
    "Grandmother Ruth paints the gate blue and the neighbours paint their gates too": ["ruth", "gate"],
    "An astronaut plants a tomato on Mars": ["astronaut", "tomato"],
    "Explain why the sky is blue": ["sky"],
    "The clockmaker repairs a clock and the whole village wakes up": ["clockmaker", "clock"],
    "A thief returns a painting to the museum at night": ["thief", "painting", "museum"],
    "tiny dragon": ["dragon"],
}
BRIEFS = {**ADS, **FILMS}
MIA = next(text for text in FILMS if text.startswith("Mia"))


def quiet(share: float) -> None:
    """Progress nobody watches."""


@cache
def story_of(prompt: str, seconds: int = 30, seed: int = 1) -> Story:
    return write_story(Brief(prompt, seconds), seed, quiet)


def words_of(story: Story) -> str:
    parts = [story.title, story.logline, *(entity.name for entity in story.entities)]
    parts += [f"{shot.action} {shot.caption}" for _, shot in story.shots()]
    return " ".join(parts).lower()


@pytest.mark.parametrize("prompt", BRIEFS)
@pytest.mark.parametrize("seconds", [15, 30, 60])
def test_a_story_is_sound(prompt: str, seconds: int) -> None:
    story = story_of(prompt, seconds)
    check_story(story)
    assert story.seconds == seconds
    assert 2 <= len(story.scenes) <= 8
    for _, shot in story.shots():
        assert not re.search(r"[{}<>\[\]|]", shot.action + shot.line + shot.caption)
        assert not re.match(r"(?:He|She|They|It|We|I) ", shot.action)
        assert shot.action[0].isupper() or not shot.action[0].isalpha()
        assert shot.action[-1] in ".!?”"
    told = words_of(story)
    assert [name for name in BRIEFS[prompt] if name not in told] == []
    assert bool(story.call_to_action) == (prompt in ADS)


@pytest.mark.parametrize("seconds", [5, 7, 10, 45, 90, 180])
def test_any_length_is_exact(seconds: int) -> None:
    for prompt in (PAGE, "lonely lighthouse", MIA, "How to repot a basil plant in four steps"):
        assert story_of(prompt, seconds).seconds == seconds


def test_different_briefs_share_few_sentences() -> None:
    counts = Counter(shot.action for prompt in BRIEFS for _, shot in story_of(prompt).shots())
    total = sum(counts.values())
    repeated = sum(count for count in counts.values() if count > 1)
    assert repeated / total < 0.15


def test_no_sentence_comes_twice_in_a_film() -> None:
    for prompt in BRIEFS:
        actions = [shot.action for _, shot in story_of(prompt, 60).shots()]
        assert len(actions) == len(set(actions)), prompt


def test_the_same_seed_writes_the_same_story_and_another_seed_another() -> None:
    assert write_story(Brief(MIA, 30), 4, quiet) == write_story(Brief(MIA, 30), 4, quiet)
    assert story_of(MIA, 30, 1) != story_of(MIA, 30, 2)


def test_constraints_are_kept() -> None:
    assert not any(shot.line for _, shot in story_of("A baker loses his cat in the snow. No dialogue.").shots())
    perfume = story_of("15 second ad for Oru No. 3, a perfume in an amber bottle. One object, morning light.")
    assert not [entity for entity in perfume.entities if entity.kind == "character"]
    assert {scene.time for scene in perfume.scenes} == {"morning"}


def test_the_client_s_closing_words_end_the_film() -> None:
    story = story_of(next(text for text in ADS if "Norrhavn" in text))
    assert story.scenes[-1].shots[-1].caption == "First up."
    assert [scene.weather for scene in story.scenes][0] == "fog"
    assert [scene.weather for scene in story.scenes][-1] == "clear"


def test_pronouns_go_to_the_right_people() -> None:
    told = words_of(story_of(next(text for text in FILMS if "courier" in text)))
    assert "the mechanic fixes the courier's chain" in told
    assert "the courier makes his last delivery" in told
    assert "everyone copies the intern" in words_of(story_of(next(text for text in FILMS if "intern" in text)))


@pytest.mark.parametrize(
    "prompt",
    [
        "asdf qwer zxcv poiu lkjh",
        "12345 !!",
        "Un panadero pierde su gato en la nieve y lo encuentra dormido en el horno",
        "夜の列車でバイオリンを弾く",
        "How to refactor a monad in five steps",
    ],
)
def test_a_brief_that_cannot_be_read_is_refused(prompt: str) -> None:
    with pytest.raises(ProviderError) as refused:
        story_of(prompt)
    assert refused.value.code == "brief_not_understood"
    assert not refused.value.retryable
    assert len(str(refused.value).split()) > 6


def revised(note: str, scenes: tuple[str, ...] = (), prompt: str = MIA) -> Story:
    return revise_story(Brief(prompt, 30), story_of(prompt), note, scenes, 1, quiet)


@pytest.mark.parametrize(
    ("note", "changed"),
    [
        ("make scene 2 warmer", {"s2"}),
        ("make scene 2 rainy", {"s2"}),
        ('line in scene 2: "Well, hello."', {"s2"}),
        ('caption in scene 1: "Once"', {"s1"}),
        ("change the ending", {"last"}),
        ("give Mia a red coat", set()),
        ("swap scenes 2 and 3", set()),
        ("move scene 4 after scene 1", set()),
        ("make scenes 2 and 3 happen at night, keep everything else as it is", {"s2", "s3"}),
    ],
)
def test_a_note_changes_only_what_it_names(note: str, changed: set[str]) -> None:
    before, after = story_of(MIA), revised(note)
    old = {scene.id: scene for scene in before.scenes}
    meant = {before.scenes[-1].id if each == "last" else each for each in changed}
    assert {scene.id for scene in after.scenes if scene != old[scene.id]} == meant
    assert after != before
    assert after.seconds == before.seconds


def test_scenes_that_were_not_selected_stay() -> None:
    before, after = story_of(MIA), revised("make it funnier", ("s2",))
    assert [scene.id for old, scene in zip(before.scenes, after.scenes, strict=True) if old != scene] == ["s2"]


def test_adding_and_dropping_scenes_keeps_ids_and_seconds() -> None:
    kept = [scene.id for scene in story_of(MIA).scenes]
    added = revised("add a scene after scene 1 where a dog steals the robot")
    assert [scene.id for scene in added.scenes if scene.id in kept] == kept
    assert added.scenes[1].id not in kept
    assert added.seconds == 30
    assert "The dog steals the robot." in [shot.action for _, shot in added.shots()]
    dropped = revised("drop scene 3")
    assert [scene.id for scene in dropped.scenes] == [each for each in kept if each != "s3"]
    assert dropped.seconds == 30
    assert [len(revised(f"make it {count} scenes").scenes) for count in (3, 6)] == [3, 6]


def test_renaming_renames_everywhere_and_keeps_the_id() -> None:
    after = revised("rename Mia to Ana")
    assert "mia" not in words_of(after).replace("-", " ").split()
    entity = after.entity("mia")
    assert entity is not None
    assert entity.name == "Ana"


def test_looks_places_and_people() -> None:
    coat = revised("give Mia a red coat").entity("mia")
    assert coat is not None
    assert "a red coat" in coat.description
    assert {scene.place for scene in revised("set it in a museum").scenes} == {"museum"}
    assert {scene.time for scene in revised("set it at night").scenes} == {"night"}
    nobody = revised("no people")
    assert "mia" not in " ".join(shot.action.lower() for _, shot in nobody.shots())
    assert revised("title: The Tin Waltz").title == "The Tin Waltz"
    assert not any(shot.line for _, shot in revised("no dialogue").shots())


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("drop scene 9", "The story has "),
        ("rename Zorg to Pim", "There is no “Zorg” in this story."),
        ("blorp the frangible", "I could not follow “blorp the frangible”."),
    ],
)
def test_a_note_that_cannot_be_followed_is_refused_honestly(note: str, sentence: str) -> None:
    with pytest.raises(ProviderError) as refused:
        revised(note)
    assert refused.value.code == "note_not_understood"
    assert not refused.value.retryable
    assert str(refused.value).startswith(sentence)


async def test_the_port_reports_progress_and_costs_nothing() -> None:
    shares: list[float] = []
    writer = RehearsalWriter()
    result = await writer.write(Brief(MIA, 30), 1, shares.append)
    again = await writer.revise(Brief(MIA, 30), result.story, "make it funnier", (), 1, shares.append)
    assert (result.model, result.cost) == ("rehearsal-writer", 0)
    assert again.story != result.story
    assert len(shares) >= 6
    assert shares == sorted(shares[:5]) + sorted(shares[5:])
    assert replace(again.story, remarks=()).seconds == 30
