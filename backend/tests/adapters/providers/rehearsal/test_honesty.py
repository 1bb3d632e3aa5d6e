"""What a prompt asks for is drawn, or a sketch of it is and it is reported; and nothing else is reported."""

from __future__ import annotations

import pytest

from dailies.adapters.providers.rehearsal.illustrator import RehearsalIllustrator
from dailies.adapters.providers.rehearsal.illustrator.animals import SPECIES
from dailies.adapters.providers.rehearsal.illustrator.cast import Creature
from dailies.adapters.providers.rehearsal.illustrator.prompt import read_prompt
from dailies.adapters.providers.rehearsal.illustrator.props import DRAWINGS
from dailies.adapters.providers.rehearsal.illustrator.scene import Scene, read_scene
from dailies.adapters.providers.rehearsal.illustrator.things import PROPS
from dailies.ports import ImageRequest

PLACE = "\nSetting: The square, a quiet town square, noon, clear."

# The action; what is drawn (kinds of things, "person", or species, with "xN" for how many); what is reported.
ACTIONS: tuple[tuple[str, str, str], ...] = (
    ("An otter brings back a fish.", "otter, fish", ""),
    ("The dog carries a newspaper in its mouth.", "dog, newspaper", ""),
    ("A fox steals a sandwich.", "fox, sandwich", ""),
    ("A cat chases a mouse.", "cat, mouse", ""),
    ("A squirrel nibbles a biscuit.", "squirrel, biscuit", ""),
    ("A gull snatches an ice cream.", "bird, ice cream", ""),
    ("The penguin carries a suitcase.", "penguin, suitcase", ""),
    ("Crumbs lie on a plate.", "crumb, plate", ""),
    ("A wet trail leads past a bucket.", "trail, bucket", ""),
    ("Footprints lead to a tent.", "footprint, tent", ""),
    ("Steam rises from a cup.", "steam, cup", ""),
    ("Smoke rises from a campfire.", "smoke, fire", ""),
    ("Sparks fly from a hammer.", "spark, hammer", ""),
    ("Confetti falls on a trophy.", "confetti, trophy", ""),
    ("A man runs through a puddle.", "person, puddle", ""),
    ("A woman reads a newspaper under a street lamp.", "person, newspaper, street lamp", ""),
    ("An old man feeds pigeons with bread.", "person, bread, birdx3", ""),
    ("Three boys kick a ball.", "personx3, ball", ""),
    ("An old couple share a pizza.", "personx2, pizza", ""),
    ("Two nurses push a bed.", "personx2, bed", ""),
    ("Eleven people wait beside a bus.", "personx11, bus", ""),
    ("A crowd cheers.", "personx12", ""),
    ("Five children fly kites.", "personx5, kite", ""),
    ("A girl holds a balloon.", "person, balloon", ""),
    ("A man sells keys and coins.", "person, key, coin", ""),
    ("A woman drinks tea beside a teapot.", "person, cup, teapot", ""),
    ("A boy lifts a shell to one ear.", "person, shell", ""),
    ("A sailor coils a rope beside an anchor.", "person, rope, anchor", ""),
    ("A robot waters a plant with a watering can.", "person, plant, watering can", ""),
    ("A knight fights a dragon with a sword.", "person, dragon, sword", ""),
    ("A ghost plays the piano.", "ghost, piano", ""),
    ("An alien steps out of a flying saucer.", "alien, ufo", ""),
    ("A monster hugs a teddy bear.", "monster, toy", ""),
    ("A wizard waves a wand.", "person, wand", ""),
    ("The detective finds a glove and a magnifying glass.", "person, glove, magnifying glass", ""),
    ("A man without an umbrella sits on a bench.", "person, bench", ""),
    ("A photographer drops a camera into a barrel.", "person, camera, barrel", ""),
    ("A hand turns a key.", "hand, key", ""),
    ("Two hands set a cake on a table.", "hand, cake, table", ""),
    ("A candle, a map and three coins.", "candle, map, coin", ""),
    ("A cup of coffee and a plate of pancakes.", "cup, plate", ""),
    ("A box of matches beside a lantern.", "box, match, lantern", ""),
    ("The chef slices a carrot with a knife.", "person, carrot, knife", ""),
    ("A doctor holds a stethoscope.", "person, stethoscope", ""),
    ("A boy rides a bicycle past a mailbox.", "person, bicycle, mailbox", ""),
    ("A truck passes a traffic light.", "truck, traffic light", ""),
    ("A helicopter flies over a boat.", "helicopter, boat", ""),
    ("A bee lands on a sunflower.", "bee, flower", ""),
    ("A butterfly rests on a hat.", "butterfly, hat", ""),
    ("An elephant sprays a car.", "elephant, car", ""),
    ("A whale swims past a submarine.", "whale, submarine", ""),
    ("A man plays chess with a monkey.", "person, chess, monkey", ""),
    ("A letter falls out of a book.", "letter, book", ""),
    ("She puts a ring on the sill.", "person, ring", ""),
    ("A woman pours milk from a jug.", "person, glass, jug", ""),
    ("Tom throws a snowball at a snowman.", "person, ball, snowman", ""),
    ("A clown juggles apples.", "person, apple", ""),
    ("A violinist opens a violin case.", "person, violin case", ""),
    ("The intern hides a laptop in the fridge.", "person, laptop, fridge", ""),
    ("Petals drift past a window.", "petal, window", ""),
    ("Bubbles rise around a frog.", "bubble, frog", ""),
    ("A turtle and a snail race.", "turtle, snail", ""),
    ("A giraffe eats leaves.", "giraffe, flying leaf", ""),
    ("The mechanic fixes a chain with a wrench.", "person, chain, wrench", ""),
    # Nothing to report: acts, moods, times, materials, bodies.
    ("Silence falls. Everything changes in a moment.", "", ""),
    ("A man walks home after a long day of work.", "person", ""),
    ("Hope returns with the morning.", "", ""),
    ("The girl turns her head and closes her eyes.", "person", ""),
    ("A boy sees the beauty of the world.", "person", ""),
    ("She makes a decision with great courage.", "person", ""),
    ("A woman takes a deep breath of fresh air.", "person", ""),
    ("The runner feels the joy of victory.", "person", ""),
    # To report.
    ("A woman lifts an astrolabe.", "person", "astrolabe"),
    ("A man plays a theremin beside a typewriter.", "person", "theremin, typewriter"),
    ("Two hands hold a sextant over a chart.", "hand, map", "sextant"),
    ("A zorbix hums on a barrel.", "barrel", "zorbix"),
    ("An iguana sits on a suitcase.", "suitcase", "iguana"),
    ("A boy opens a periscope.", "person, submarine", ""),
    ("A stapler and a hairdryer on a desk.", "table", "stapler, hairdryer"),
    ("A nurse pushes a wheelchair past a trampoline.", "person", "wheelchair, trampoline"),
    ("The gardener carries a pitchfork and a sprinkler.", "person, fork", "sprinkler"),
    ("A man wears an eyepatch and eats a burrito.", "person", "eyepatch, burrito"),
)


def kinds_in(scene: Scene) -> list[str]:
    """What is drawn, once for each: people as "person", animals by their species, things by their kind."""
    beings = [a.who.species if isinstance(a.who, Creature) else "person" for a in scene.actors]
    held = [a.held.kind for a in scene.actors if a.held]
    return [*beings, *held, *(t.kind for t in scene.things if t.where != "set")]


def split(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]


@pytest.mark.parametrize(("action", "drawn", "reported"), ACTIONS)
def test_everything_asked_for_is_drawn_or_reported(action: str, drawn: str, reported: str) -> None:
    scene = read_scene(read_prompt(f"Medium wide, eye level. {action}{PLACE}\nStyle: gouache."))
    kinds = kinds_in(scene)
    for wanted in split(drawn):
        name, _, times = wanted.rpartition("x") if wanted[-1].isdigit() else (wanted, "", "1")
        assert kinds.count(name) >= int(times), (wanted, kinds)
    assert [t.noun.lower() for t in scene.missing] == split(reported)


async def test_what_is_reported_is_told_in_the_prompts_own_words_and_sketched() -> None:
    prompt = "Medium, eye level. Lena lifts the brass astrolabe.\nSetting: The library, dusk, clear.\nLena: a woman."
    plain = await RehearsalIllustrator().draw(ImageRequest(prompt, 320, 180, 3), lambda share: None)
    without = prompt.replace("the brass astrolabe", "her hand")
    empty = await RehearsalIllustrator().draw(ImageRequest(without, 320, 180, 3), lambda share: None)
    assert [word.split()[-1] for word in plain.not_drawn] == ["astrolabe"]
    assert empty.not_drawn == ()
    assert plain.image != empty.image


def test_every_kind_of_thing_has_a_drawing() -> None:
    assert set(PROPS.values()) <= set(DRAWINGS) | SPECIES
    assert len(DRAWINGS) > 80
    assert len(SPECIES) > 18


def test_a_negative_prompt_takes_things_and_people_away() -> None:
    prompt = read_prompt(f"Wide, eye level. A man with an umbrella walks a dog past a car.{PLACE}")
    kinds = kinds_in(read_scene(prompt, "car, umbrella, dog"))
    assert kinds == ["person"]
    assert "person" not in kinds_in(read_scene(prompt, "people"))


def test_things_of_the_setting_are_drawn_or_reported_in_wide_views() -> None:
    yard = "Setting: The yard, a yard with barrels, a wheelbarrow and a harrow, noon, clear."
    wide = f"Wide, eye level. A man waits.\n{yard}"
    scene = read_scene(read_prompt(wide))
    assert {t.kind for t in scene.things} == {"barrel", "wheelbarrow"}
    assert [t.noun for t in scene.missing] == ["harrow"]
    close = read_scene(read_prompt(wide.replace("Wide", "Close-up")))
    assert close.things == ()
    assert close.missing == ()


@pytest.mark.parametrize(
    ("action", "dogs"), [("A dog jumps for a ball.", 1), ("The dog sleeps.", 1), ("Rex meets a dog.", 2)]
)
def test_a_described_animal_is_the_one_the_action_speaks_of(action: str, dogs: int) -> None:
    scene = read_scene(read_prompt(f"Wide, eye level. {action}{PLACE}\nRex: a brown dog with a red collar."))
    assert [actor.who.species for actor in scene.actors if isinstance(actor.who, Creature)] == ["dog"] * dogs


def test_a_sign_says_what_is_quoted() -> None:
    scene = read_scene(
        read_prompt(f'Medium, eye level. Omar holds up a painted sign that says "OPEN".{PLACE}\nOmar: a boy of twelve.')
    )
    assert [thing.label for thing in scene.things if thing.kind == "sign"] == ["OPEN"]
