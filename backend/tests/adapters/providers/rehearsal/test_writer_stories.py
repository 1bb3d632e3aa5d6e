"""What makes the rehearsal writer's stories hold: promises paid, limits kept, places and people from the brief."""

from __future__ import annotations

import re
from functools import cache

import pytest

from dailies.adapters.providers.rehearsal.writer.compose import write_story
from dailies.adapters.providers.rehearsal.writer.debts import debts_of
from dailies.adapters.providers.rehearsal.writer.lexicon import noun_classes, places, roles, scripts
from dailies.adapters.providers.rehearsal.writer.reader import read
from dailies.domain.brief import Brief
from dailies.domain.errors import ProviderError
from dailies.domain.story import Story


def quiet(share: float) -> None:
    """Progress nobody watches."""


@cache
def story_of(prompt: str, seconds: int = 30, seed: int = 1) -> Story:
    return write_story(Brief(prompt, seconds), seed, quiet)


def told(story: Story) -> str:
    return " ".join(shot.action for _, shot in story.shots()).lower()


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("A snail wants to win a race", ["wish"]),
        ("A boy loses his balloon in the market", ["lose"]),
        ("A boy loses his balloon and finds it on a roof", []),
        ("A girl breaks a vase and her father mends it", []),
        ("A dog waits for a bus", ["wait"]),
        ("A thief steals a painting and returns it at night", []),
        ("Two neighbours feud over a hedge", ["feud"]),
    ],
)
def test_promises_are_found(prompt: str, kinds: list[str]) -> None:
    assert [debt.kind for debt in debts_of(read(Brief(prompt, 30)))] == kinds


@pytest.mark.parametrize(
    ("prompt", "paid"),
    [
        ("A snail wants to win a race", r"crosses the line"),
        ("A boy loses his balloon in the market", r"balloon"),
        ("A babysitter hears footsteps in the attic", r"babysitter|third blanket"),
    ],
)
def test_the_last_scene_pays_what_was_promised(prompt: str, paid: str) -> None:
    for seed in range(4):
        last = story_of(prompt, 30, seed).scenes[-1]
        assert re.search(paid, " ".join(shot.action for shot in last.shots).lower())


def test_what_must_be_seen_is_seen_and_what_must_not_is_not() -> None:
    story = story_of(
        "Ad for a dog food called Barkley's. Must show a golden retriever and a red bowl. No children.", 20
    )
    assert "golden retriever" in told(story)
    assert "red bowl" in told(story)
    assert "child" not in told(story)


NEXT_TAKE = 7919
"""How far the seed of a film's next take is from that of the one before."""


@pytest.mark.parametrize(
    "prompt",
    [
        "A tailor finds a love letter in the lining of a coat and tries to find its owner.",
        "Ad for Hettle, a kettle that boils in forty seconds, for students.",
        "How to make pour-over coffee",
    ],
)
def test_another_take_is_another_film(prompt: str) -> None:
    first, second = (
        {shot.action for _, shot in story_of(prompt, seed=seed).shots()} for seed in (1234, 1234 + NEXT_TAKE)
    )
    # The brief's own clauses stay; of nine pictures they are two.
    assert len(first & second) * 5 < len(first) * 3


@pytest.mark.parametrize(
    ("prompt", "kind", "product"),
    [
        (
            "Introducing Loamy, the compost bin that fits under your sink. A dad scrapes plates.",
            "a compost bin",
            "Loamy",
        ),
        ("Product: Nightjar headlamp. Audience: runners. Key message: see the root first. Tone: bold.", "", "Nightjar"),
        ("I run a small pottery studio in Porto called Barro. A woman throws a bowl.", "pottery studio", "Barro"),
        ("Our app Larder tells you what to cook. A student opens the fridge.", "an app", "Larder"),
    ],
)
def test_what_is_sold_is_read_however_it_is_said(prompt: str, kind: str, product: str) -> None:
    film = story_of(prompt)
    sold = next(each for each in film.entities if each.kind == "product" and product in each.name)
    assert kind in sold.description
    assert film.call_to_action


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("Una niña encuentra una ballena en la bañera y la devuelve al mar.", "looks like Spanish"),
        ("Ein alter Schuster repariert den Schuh einer Tänzerin, und sie tanzt in seinem Laden.", "looks like German"),
        ("猫が電車に乗って海へ行く。", "reads English only"),
    ],
)
def test_a_brief_in_another_language_is_told_what_cannot_be_done(prompt: str, said: str) -> None:
    with pytest.raises(ProviderError, match=said) as refusal:
        story_of(prompt)
    assert refusal.value.code == "brief_not_understood"


def test_steps_are_filmed_one_by_one_with_their_own_words() -> None:
    film = story_of(
        "Show in four steps how to pitch a tent: lay out the groundsheet, thread the poles, raise the tent."
    )
    captions = [shot.caption for _, shot in film.shots() if shot.caption]
    assert [each for each in captions if each[0].isdigit()] == [
        "1. Lay out the groundsheet",
        "2. Thread the poles",
        "3. Raise the tent",
    ]


def test_a_passive_is_told_of_who_does_it() -> None:
    film = story_of("A famous chef is served by her six-year-old: burnt toast with jam. She eats all of it.")
    assert "the six-year-old serves the famous chef." in told(film)


def test_a_list_is_filmed_item_by_item_and_scenes_are_counted() -> None:
    list_film = story_of(
        "Recruiting video for the Oslo fire brigade: alarm, boots, the pole, the truck, a cat in a tree"
    )
    assert all(word in told(list_film) for word in ("boots", "the pole", "the truck", "a cat in a tree"))
    three = story_of("Three scenes: 1. A robot waters a plant. 2. A child brings a seedling. 3. The robot cries oil.")
    assert len(three.scenes) == 3


def test_orders_become_steps_with_their_captions() -> None:
    story = story_of("App walkthrough: Splitty splits the bill. Open the app, scan the receipt, tap your name.")
    captions = [shot.caption for _, shot in story.shots() if shot.caption]
    assert captions[1:3] == ["2. Open the app", "3. Scan the receipt"]


def test_towns_and_months_are_nobody() -> None:
    story = story_of("Two friends hitchhike across Iceland in December with a broken guitar")
    assert not {"iceland", "december"} & {each.id for each in story.entities if each.kind == "character"}
    assert {scene.weather for scene in story.scenes} == {"snow"}


def test_purposes_are_scenes_of_their_own() -> None:
    story = story_of("A girl builds a raft to cross the flooded village and rescue a goat", 45)
    actions = [shot.action for _, shot in story.shots()]
    wanted = ["The girl builds a raft.", "The girl crosses the flooded village.", "The girl rescues the goat."]
    assert [each for each in actions if each in wanted] == wanted


def test_slips_of_the_pen_are_read() -> None:
    story = story_of("a litle boy lose his baloon and chase it")
    assert "the little boy loses his balloon" in told(story)


def test_nobody_jokes_in_a_horror_film() -> None:
    story = story_of("Horror teaser: a babysitter hears footsteps in the attic but the children are asleep")
    assert {scene.time for scene in story.scenes} == {"night"}


def test_other_seeds_tell_it_otherwise() -> None:
    prompt = "A courier loses a parcel in the rain and a girl finds it"
    films = [{shot.action for _, shot in story_of(prompt, 45, seed).shots()} for seed in (1, 2, 3)]
    assert films[0] != films[1] != films[2]


def test_the_tables_are_wide() -> None:
    assert len({id(script) for script in scripts().values()}) >= 250
    assert len({role.name for role in roles().values()}) >= 100
    assert len({place.name for place in places().values()}) >= 90
    assert len(noun_classes()) >= 1500


@pytest.mark.parametrize("seed", [0, 7, 99])
def test_the_shortest_film_shows_what_happens(seed: int) -> None:
    assert "gives her last loaf" in told(story_of("A baker in Lisbon gives her last loaf to a street dog.", 6, seed))
