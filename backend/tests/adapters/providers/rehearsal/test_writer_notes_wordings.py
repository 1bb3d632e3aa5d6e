"""Many wordings of notes to the rehearsal writer, by kind, on three fixed stories."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache

import pytest

from dailies.adapters.providers.rehearsal.writer.revise import revise_story
from dailies.domain.brief import Brief
from dailies.domain.errors import ProviderError
from dailies.domain.story import Entity, Scene, Shot, Story, check_story

Check = Callable[[Story, Story], bool]


def shot(
    key: str, action: str, *who: str, line: str = "", speaker: str = "", caption: str = "", size: str = "medium"
) -> Shot:
    return Shot(key, 2.5, action, size, "static", who, line, speaker, caption)  # type: ignore[arg-type]


def scene(key: str, title: str, place: str, *shots: Shot, weather: str = "clear") -> Scene:
    return Scene(key, title, place, "afternoon", weather, "unhurried", shots)  # type: ignore[arg-type]


BAKERY = Story(
    "The Cake",
    "Mia bakes a cake for her grandfather. Her dog Bruno eats it.",
    "Want, block, turn, payoff",
    (
        Entity(
            "mia", "character", "Mia", "a small girl, 9 years old, brown hair in two plaits, a red jumper, yellow socks"
        ),
        Entity("bruno", "character", "Bruno", "a brown dog with one folded ear and a red collar"),
        Entity(
            "grandfather",
            "character",
            "The grandfather",
            "a broad man of about seventy, white hair cut short, a blue jersey",
        ),
        Entity("kitchen", "place", "The kitchen", "a plain kitchen, a gas stove, a long table"),
        Entity("garden", "place", "The garden", "a small garden of apple trees and one swing"),
        Entity("cake", "product", "The cake", "a cake on a blue-rimmed plate"),
    ),
    (
        scene(
            "s1",
            "The Kitchen",
            "kitchen",
            shot(
                "s1a", "A plain kitchen, a gas stove, a long table, in slow afternoon light; a tap drips.", size="wide"
            ),
            shot("s1b", "Mia weighs flour with a spoon.", "mia"),
        ),
        scene(
            "s2",
            "Baking the Cake",
            "kitchen",
            shot("s2a", "Mia bakes a cake.", "mia", "cake", line="Don't look yet, or it will fall.", speaker="mia"),
            shot("s2b", "Bruno sits under the table, nose up.", "bruno", size="close-up"),
            shot("s2c", "The cake rises behind the glass.", "cake", size="close-up"),
        ),
        scene(
            "s3",
            "The Empty Plate",
            "garden",
            shot(
                "s3a",
                "A small garden of apple trees and one swing, in slow afternoon light.",
                size="wide",
            ),
            shot("s3b", "Bruno eats the cake.", "bruno", "cake"),
        ),
        scene(
            "s4",
            "A Quarrel",
            "garden",
            shot("s4a", "Mia shouts at Bruno and throws a spoon.", "mia", "bruno", line="Bad dog.", speaker="mia"),
            shot("s4b", "Bruno hides behind the swing.", "bruno"),
        ),
        scene(
            "s5",
            "The Birthday",
            "kitchen",
            shot(
                "s5a",
                "The grandfather lights a candle on a loaf of bread.",
                "grandfather",
                line="I like bread.",
                speaker="grandfather",
            ),
            shot("s5b", "The tap stops dripping."),
            shot("s5c", "Mia laughs into her sleeve.", "mia"),
        ),
    ),
)
ADVERT = Story(
    "Before the Rain",
    "Lumo, a folding umbrella, opens with one hand.",
    "Problem, product, proof",
    (
        Entity(
            "commuter",
            "character",
            "The commuter",
            "a slim woman of about thirty, a dark fringe, a grey coat, a green bag",
        ),
        Entity("street", "place", "The street", "a narrow city street of brick fronts and lit shop windows"),
        Entity("station", "place", "The station", "a railway station of iron and glass"),
        Entity("product-lumo", "product", "Lumo", "Lumo: a folding umbrella, plain label, soft side light"),
    ),
    (
        scene(
            "s1",
            "The Street",
            "street",
            shot(
                "s1a",
                "A narrow city street of brick fronts and lit shop windows, in slow afternoon light, in hard rain.",
                size="wide",
            ),
            shot("s1b", "The commuter runs with a newspaper over her head.", "commuter"),
            weather="rain",
        ),
        scene("s2", "Soaked", "street", shot("s2a", "The commuter wrings out a sleeve.", "commuter"), weather="rain"),
        scene(
            "s3",
            "Lumo",
            "station",
            shot("s3a", "Lumo opens with one hand.", "product-lumo", caption="Opens with one hand.", size="close-up"),
            shot("s3b", "The commuter walks between two waterfalls, dry.", "commuter", "product-lumo"),
            weather="rain",
        ),
        scene(
            "s4",
            "Dry",
            "station",
            shot("s4a", "The commuter shakes Lumo once.", "commuter", "product-lumo"),
            shot("s4b", "Lumo on a bench, the last drop falling.", "product-lumo", caption="Lumo. Get yours today."),
            weather="rain",
        ),
    ),
    call_to_action="Get yours today.",
)
HARBOUR = Story(
    "The Fish",
    "An otter steals a fisherman's lunch, then brings back a fish.",
    "Kishotenketsu",
    (
        Entity("otter", "character", "The otter", "a sleek brown otter with a scarred ear"),
        Entity(
            "fisherman",
            "character",
            "The fisherman",
            "a heavy man of about sixty, white stubble, an orange oilskin, rubber boots",
        ),
        Entity("harbour", "place", "The harbour", "a working harbour of stacked crates and ropes"),
        Entity("lunch", "product", "The fisherman's lunch", "a lunch on a blue-rimmed plate"),
        Entity("fish", "product", "The fish", "a silver fish as long as a forearm"),
    ),
    (
        scene(
            "s1",
            "The Harbour",
            "harbour",
            shot(
                "s1a",
                "A working harbour of stacked crates and ropes, in slow afternoon light; ropes creak.",
                size="wide",
            ),
            shot("s1b", "An otter steals a fisherman's lunch.", "otter", "lunch"),
        ),
        scene(
            "s2",
            "The Wait",
            "harbour",
            shot(
                "s2a",
                "The fisherman reaches for lunch and pats bare wood.",
                "fisherman",
                line="That was cheese.",
                speaker="fisherman",
            ),
            shot("s2b", "The fisherman sits on, looking at nothing.", "fisherman"),
        ),
        scene(
            "s3",
            "The Fish",
            "harbour",
            shot("s3a", "The otter brings back a fish.", "otter", "fish"),
            shot("s3b", "The ropes hang slack.", size="wide"),
        ),
    ),
)


def quiet(share: float) -> None:
    """Progress nobody watches."""


@cache
def revised(story: Story, note: str) -> Story:
    after = revise_story(Brief(story.logline, 30), story, note, (), 3, quiet)
    check_story(after)
    return after


def text_of(story: Story) -> str:
    told = " ".join(f"{each.action} {each.line} {each.caption}" for _, each in story.shots())
    cast = " ".join(f"{each.name} {each.description}" for each in story.entities)
    return f"{story.title} {story.logline} {cast} {' '.join(each.title for each in story.scenes)} {told}"


def ids(story: Story) -> list[str]:
    return [each.id for each in story.scenes]


def actions(story: Story) -> list[str]:
    return [each.action for _, each in story.shots()]


def lines(story: Story) -> list[str]:
    return [each.line for _, each in story.shots() if each.line]


def seen(story: Story, key: str) -> int:
    return sum(key in each.who for _, each in story.shots())


def described(story: Story, key: str) -> str:
    entity = story.entity(key)
    return entity.description if entity else ""


def lasts(seconds: float) -> Check:
    return lambda _, after: after.seconds == seconds


def order(*keys: str) -> Check:
    return lambda _, after: ids(after) == list(keys)


def scenes(count: int) -> Check:
    return lambda _, after: len(after.scenes) == count and after.seconds == sum(each.seconds for each in after.scenes)


def named(old: str, new: str) -> Check:
    return lambda before, after: old not in text_of(after) and new in text_of(after) and ids(after) == ids(before)


def more_of(key: str) -> Check:
    return lambda before, after: seen(after, key) > seen(before, key) and after.seconds == before.seconds


def less_of(key: str) -> Check:
    return lambda before, after: seen(after, key) < seen(before, key) and after.seconds == before.seconds


def none_of(key: str, word: str) -> Check:
    return lambda _, after: not seen(after, key) and word not in " ".join(actions(after))


def looks(key: str, *words: str) -> Check:
    return lambda before, after: (
        all(word in described(after, key) for word in words)
        and actions(after) == actions(before)
        and all(each == before.entity(each.id) for each in after.entities if each.id != key)
    )


def places(*names: str) -> Check:
    def check(before: Story, after: Story) -> bool:
        found = [entity.name.lower() for each in after.scenes if (entity := after.entity(each.place))]
        return all(name in where for name, where in zip(names, found, strict=True))

    return check


def times(*values: str) -> Check:
    return lambda _, after: [each.time for each in after.scenes] == list(values) * (len(after.scenes) // len(values))


def weathers(*values: str) -> Check:
    return lambda _, after: [each.weather for each in after.scenes] == list(values) * (len(after.scenes) // len(values))


def ends_with(*words: str) -> Check:
    return lambda before, after: (
        all(word in actions(after)[-1] for word in words)
        and actions(after)[-1] != actions(before)[-1]
        and ids(after) == ids(before)
        and actions(after)[: len(actions(before)) - 1] == actions(before)[:-1]
    )


def opens_with(*words: str) -> Check:
    return lambda _, after: all(word in actions(after)[0] for word in words)


def says(who: str, line: str, at: str = "") -> Check:
    return lambda _, after: any(
        each.line == line and each.speaker == who and (not at or home.id == at) for home, each in after.shots()
    )


def adds(*words: str, after_scene: str = "", place: int = -1) -> Check:
    def check(before: Story, after: Story) -> bool:
        new = [each for each in after.scenes if each.id not in ids(before)]
        told = " ".join(each.action for home in new for each in home.shots)
        where = ids(after).index(new[0].id) if new else -1
        return len(new) == 1 and all(word in told for word in words) and (place < 0 or where == place)

    return check


def toned(*keys: str) -> Check:
    def check(before: Story, after: Story) -> bool:
        changed = [each.id for each in after.scenes if each not in before.scenes]
        told = set(actions(after)) - set(actions(before))
        return bool(told) and (changed == list(keys) if keys else len(changed) > 2) and after.seconds == before.seconds

    return check


def kept_but(*keys: str) -> Check:
    return lambda before, after: [each.id for each in after.scenes if each not in before.scenes] == list(keys)


def both(*checks: Check) -> Check:
    return lambda before, after: all(check(before, after) for check in checks)


ALL_RAIN_GONE = weathers("clear")
TABLE: list[tuple[Story, str, Check]] = [
    # tone
    *[
        (BAKERY, note, toned())
        for note in (
            "funnier",
            "Make it funnier please",
            "can you make it a bit more humorous?",
            "I'd like a lighter, sillier tone",
            "needs more jokes",
            "this feels too serious",
            "it's a bit boring, spice it up",
            "more tension",
            "raise the stakes",
            "could this be scarier",
            "make it feel more luxurious",
            "give it a warmer tone",
            "more heartwarming",
            "I want people to cry",
            "sadder and quieter",
            "slow it down, calmer",
            "more hopeful",
            "less cheesy",
            "make teh whole thing more dramatc",
            "a more playful mood",
            "more energy",
            "darker",
            "not so gloomy",
            "make us laugh",
            "a premium feel",
        )
    ],
    (BAKERY, "make scene 2 funnier", toned("s2")),
    (BAKERY, "the quarrel should be more dramatic", toned("s4")),
    (BAKERY, "make the scene where Bruno eats the cake funnier", toned("s3")),
    (BAKERY, "the last scene needs more warmth", toned("s5")),
    (BAKERY, "scenes 2 and 3 should be tenser", toned("s2", "s3")),
    # focus
    *[
        (BAKERY, note, more_of("bruno"))
        for note in (
            "more about the dog",
            "focus more on Bruno",
            "I want to see more of the dog",
            "give Bruno a bigger role",
            "more Bruno",
            "make it about the dog",
            "the dog should have more screen time",
            "show the dog more",
            "show more of Bruno",
            "tell it from the dog's point of view",
            "put the dog at the centre",
            "Bruno is the star",
            "follow Bruno instead of Mia",
            "concentrate on bruno",
            "make Bruno the hero",
            "we don't see enough of the dog",
        )
    ],
    (ADVERT, "more of the product", more_of("product-lumo")),
    (ADVERT, "feature Lumo more prominently", more_of("product-lumo")),
    (HARBOUR, "more shots of the otter", more_of("otter")),
    (HARBOUR, "spend more time with the fisherman", more_of("fisherman")),
    (HARBOUR, "the fisherman matters more than the otter", more_of("fisherman")),
    # length
    *[
        (BAKERY, note, lasts(seconds))
        for note, seconds in (
            ("make it 20 seconds", 20),
            ("cut it to 15 seconds", 15),
            ("20s please", 20),
            ("trim it down to twenty seconds", 20),
            ("it should run for 45 seconds", 45),
            ("stretch it to 40 sec", 40),
            ("5 seconds longer", 35),
            ("add 10 seconds", 40),
            ("lose 5 seconds", 25),
            ("shave off 6 seconds", 24),
            ("make it half as long", 15),
            ("twice as long", 60),
            ("double the length", 60),
            ("a minute long", 60),
            ("no longer than 25 seconds", 25),
            ("shorter", 21),
            ("it's too long", 21),
            ("I need a 15 second version", 15),
            ("make it ten seconds shorter", 20),
        )
    ],
    (BAKERY, "scene 2 should be 2 seconds longer", lambda b, a: a.scenes[1].seconds == b.scenes[1].seconds + 2),
    (BAKERY, "give the last scene more time", lambda b, a: a.scenes[4].seconds > b.scenes[4].seconds),
    # number of scenes
    *[
        (BAKERY, note, scenes(count))
        for note, count in (
            ("three scenes instead of five", 3),
            ("make it 3 scenes", 3),
            ("one scene fewer", 4),
            ("one more scene", 6),
            ("cut it down to four scenes", 4),
            ("I only want 3 scenes", 3),
            ("two scenes less", 3),
            ("fewer scenes", 4),
            ("tell it in four scenes", 4),
            ("go from five to three scenes", 3),
            ("six scenes please", 6),
            ("there are too many scenes", 4),
            ("add two more scenes", 7),
            ("use 4 scenes, not 5", 4),
        )
    ],
    # add
    (BAKERY, "add a scene where Mia buys flour", adds("Mia", "flour")),
    (BAKERY, "add a scene after scene 1 in which the dog finds a bone", adds("bone", place=1)),
    (BAKERY, "insert a moment before scene 3 where Mia hides the cake", adds("cake", place=2)),
    (BAKERY, "put in a scene between 2 and 3: Bruno waits at the door", adds("Bruno", "door", place=2)),
    (BAKERY, "can we have a scene of Mia packing a bag?", adds("Mia", "bag")),
    (BAKERY, "I'd love to see a scene with the grandfather asleep in his chair", adds("grandfather", "chair")),
    (BAKERY, "there should be a scene where they all dance", adds("dance")),
    (BAKERY, "a new scene at the end: Mia washes the plate", adds("plate", place=5)),
    (BAKERY, "open with a new scene where the grandfather wakes up", adds("grandfather", place=0)),
    (BAKERY, "after scene 2, Mia should call her grandfather", adds("Mia", "call", place=2)),
    (BAKERY, "include a scene showing the neighbour complaining about the smell", adds("neighbour")),
    (BAKERY, "show Mia cleaning up before scene 5", adds("clean", place=4)),
    (BAKERY, "add a cat", lambda b, a: "cat" in text_of(a) and any(e.name == "The cat" for e in a.entities)),
    (
        BAKERY,
        "add a close-up of the candle in scene 5",
        lambda b, a: "candle" in " ".join(set(actions(a)) - set(actions(b))),
    ),
    # drop
    *[
        (BAKERY, note, order("s1", "s2", "s3", "s5"))
        for note in (
            "drop scene 4",
            "remove the fourth scene",
            "cut scene four",
            "lose the quarrel",
            "take out the scene where Mia shouts at the dog",
            "get rid of scene 4 please",
            "we don't need scene 4",
            "delete the second to last scene",
            "scene 4 can go",
            "skip the part where she throws a spoon",
            "drop the one where she shouts",
            "I don't like scene 4, take it out",
        )
    ],
    (BAKERY, "remove scenes 2 and 4", order("s1", "s3", "s5")),
    (BAKERY, "drop scenes 2-4", order("s1", "s5")),
    (BAKERY, "cut the first two scenes", order("s3", "s4", "s5")),
    (BAKERY, "drop the opening", order("s2", "s3", "s4", "s5")),
    (BAKERY, "remove shot 2b", lambda b, a: "s2b" not in [each.id for _, each in a.shots()]),
    # order
    (BAKERY, "swap scenes 2 and 3", order("s1", "s3", "s2", "s4", "s5")),
    (BAKERY, "switch scene 2 with scene 4", order("s1", "s4", "s3", "s2", "s5")),
    (BAKERY, "exchange the second and the third scene", order("s1", "s3", "s2", "s4", "s5")),
    (BAKERY, "move scene 4 to the start", order("s4", "s1", "s2", "s3", "s5")),
    (BAKERY, "put scene 2 at the end", order("s1", "s3", "s4", "s5", "s2")),
    (BAKERY, "start with scene 3", order("s3", "s1", "s2", "s4", "s5")),
    (BAKERY, "begin with the quarrel", order("s4", "s1", "s2", "s3", "s5")),
    (BAKERY, "end on scene 1", order("s2", "s3", "s4", "s5", "s1")),
    (BAKERY, "scene 5 should come before scene 2", order("s1", "s5", "s2", "s3", "s4")),
    (BAKERY, "move scene 4 after scene 1", order("s1", "s4", "s2", "s3", "s5")),
    (BAKERY, "tell it in reverse order", order("s5", "s4", "s3", "s2", "s1")),
    (BAKERY, "put the last scene first", order("s5", "s1", "s2", "s3", "s4")),
    (BAKERY, "show scene 4 before scene 3", order("s1", "s2", "s4", "s3", "s5")),
    (BAKERY, "the third scene should be the opening", order("s3", "s1", "s2", "s4", "s5")),
    # merge and split
    *[
        (BAKERY, note, lambda b, a: len(a.scenes) == 4 and actions(a) == actions(b))
        for note in (
            "merge scenes 1 and 2",
            "combine the first two scenes",
            "join scene 1 with scene 2",
            "make scenes 1 and 2 one scene",
            "turn the first and second scene into one",
            "scenes 1 and 2 could be one",
            "fold scene 2 into scene 1",
            "put scene 1 and 2 together",
            "merge the last two",
            "merge the kitchen scene with the next one",
        )
    ],
    *[
        (BAKERY, note, lambda b, a: len(a.scenes) == 6 and actions(a) == actions(b))
        for note in (
            "split scene 2",
            "break scene 2 into two",
            "divide the second scene in half",
            "make two scenes out of scene 2",
            "cut scene 2 in two",
            "scene 2 should be two scenes",
        )
    ],
    (ADVERT, "split scene 2 in two", scenes(5)),
    # rename
    *[
        (BAKERY, note, named("Mia", "Nora"))
        for note in (
            "rename Mia to Nora",
            "call her Nora",
            "change Mia's name to Nora",
            "Mia should be called Nora",
            "the girl's name is Nora",
            "Mia is now called Nora",
            "call the girl Nora",
            "use Nora instead of Mia",
            "name her Nora instead of Mia",
            "change the name Mia to Nora",
            "replace Mia with Nora everywhere",
            "let's call Mia Nora",
            "I want her to be called Nora",
            "her name should be Nora, please",
            "Mia -> Nora",
            "the girl should have a different name: Nora",
            "give the girl the name Nora",
        )
    ],
    (HARBOUR, "call the otter Pip", named("otter steals", "Pip steals")),
    (HARBOUR, "the fisherman needs a name: Ole", named("The fisherman reaches", "Ole reaches")),
    (ADVERT, "the product is called Drizzle now", named("Lumo", "Drizzle")),
    # place, time, weather, season
    (BAKERY, "set it in a library", places(*["library"] * 5)),
    (BAKERY, "move the whole story to a spaceship", places(*["spaceship"] * 5)),
    (BAKERY, "scene 4 should take place on the beach", places("kitchen", "kitchen", "garden", "beach", "kitchen")),
    (BAKERY, "let scene 2 happen in the garden", places("kitchen", "garden", "garden", "garden", "kitchen")),
    (BAKERY, "what if it all happened in a forest?", places(*["forest"] * 5)),
    (BAKERY, "change the kitchen to a bakery", places("bakery", "bakery", "garden", "garden", "bakery")),
    (BAKERY, "a beach instead of the garden", places("kitchen", "kitchen", "beach", "beach", "kitchen")),
    (BAKERY, "set scene 3 on a train", places("kitchen", "kitchen", "train", "garden", "kitchen")),
    (BAKERY, "make it night", times("night")),
    (BAKERY, "set it at night", times("night")),
    (BAKERY, "it should happen at dawn", times("dawn")),
    (BAKERY, "have the last scene at sunset", times("afternoon", "afternoon", "afternoon", "afternoon", "golden hour")),
    (BAKERY, "scene 3 in the morning", times("afternoon", "afternoon", "morning", "afternoon", "afternoon")),
    (BAKERY, "make it rain in scene 3", weathers("clear", "clear", "rain", "clear", "clear")),
    (BAKERY, "let it snow", weathers("snow")),
    (BAKERY, "set it in winter", both(weathers("snow"), lambda b, a: actions(a) != actions(b))),
    (BAKERY, "make it an autumn story", lambda b, a: a.scenes[0].shots[0].action != b.scenes[0].shots[0].action),
    (BAKERY, "I want fog", weathers("fog")),
    (BAKERY, "move it to the beach at night", both(times("night"), places(*["beach"] * 5))),
    (ADVERT, "no rain", ALL_RAIN_GONE),
    (ADVERT, "less rain", lambda b, a: "rain" not in {each.weather for each in a.scenes}),
    (ADVERT, "make it sunny instead of rainy", ALL_RAIN_GONE),
    # looks
    (BAKERY, "give Mia a blue coat", looks("mia", "blue coat", "red jumper")),
    (BAKERY, "Mia should wear a green hat", looks("mia", "green hat")),
    (BAKERY, "put the girl in a yellow raincoat", looks("mia", "yellow raincoat")),
    (BAKERY, "dress the grandfather in a black suit", looks("grandfather", "black suit")),
    (BAKERY, "make Mia's jumper green", looks("mia", "green jumper")),
    (BAKERY, "her jumper should be blue", looks("mia", "blue jumper")),
    (BAKERY, "change the girl's hair to blonde", looks("mia", "blonde")),
    (BAKERY, "Mia has short red hair", looks("mia", "short red hair")),
    (BAKERY, "the grandfather needs glasses", looks("grandfather", "glasses")),
    (BAKERY, "make the dog black", looks("bruno", "black")),
    (BAKERY, "give the grandfather a long beard", looks("grandfather", "long beard")),
    (BAKERY, "I'd like Mia in a red dress", looks("mia", "red dress")),
    (BAKERY, "make the grandfather older", looks("grandfather", "older")),
    (ADVERT, "put her in a red coat instead of the grey one", looks("commuter", "red coat")),
    (HARBOUR, "the fisherman's oilskin should be yellow", looks("fisherman", "yellow oilskin")),
    # endings, openings, twists
    (BAKERY, "end with Mia hugging the dog", ends_with("Mia", "dog")),
    (BAKERY, "let it end with them laughing in the garden", ends_with("laugh", "garden")),
    (BAKERY, "finish on a close-up of the candle", ends_with("candle")),
    (BAKERY, "the last shot should be the empty plate", ends_with("empty plate")),
    (BAKERY, "in the end the dog apologises", ends_with("dog")),
    (BAKERY, "at the end, Mia forgives Bruno", ends_with("Mia", "Bruno")),
    (BAKERY, "I want an ending where Bruno brings a cake", ends_with("Bruno", "cake")),
    *[
        (BAKERY, note, ends_with())
        for note in (
            "another ending",
            "a happier ending",
            "make the ending sadder",
            "I don't like the ending",
            "the ending feels flat",
            "change how it ends",
            "give it an open ending",
            "end it on a happy note",
            "it should end happily",
            "rewrite the ending",
            "come up with a better ending",
            "the ending is too predictable",
        )
    ],
    (BAKERY, "add a twist", lambda b, a: actions(a)[-1] != actions(b)[-1]),
    (BAKERY, "surprise us at the end", lambda b, a: actions(a)[-1] != actions(b)[-1]),
    (BAKERY, "start with the dog asleep on the step", opens_with("dog", "asleep")),
    (BAKERY, "open on a close-up of flour", opens_with("lour")),
    # lines and captions
    (BAKERY, 'make Mia say "Oh no." in scene 3', says("mia", "Oh no.", "s3")),
    (BAKERY, 'have the grandfather say "Again?"', says("grandfather", "Again?")),
    (BAKERY, "Let her say 'We are late!'", says("mia", "We are late!")),
    (BAKERY, 'replace the line in scene 2 with "Careful."', says("mia", "Careful.", "s2")),
    (BAKERY, 'change "Bad dog." to "Oh, Bruno."', says("mia", "Oh, Bruno.", "s4")),
    (BAKERY, 'in scene 5 the grandfather should say "Bread is fine."', says("grandfather", "Bread is fine.", "s5")),
    (BAKERY, 'Mia whispers "Sorry" in the last scene', says("mia", "Sorry", "s5")),
    (BAKERY, "no dialogue", lambda b, a: not lines(a)),
    (BAKERY, "nobody should talk", lambda b, a: not lines(a)),
    (BAKERY, "make it silent", lambda b, a: not lines(a)),
    (BAKERY, "cut all the lines", lambda b, a: not lines(a)),
    (BAKERY, "less dialogue", lambda b, a: 0 < len(lines(a)) < len(lines(b))),
    (BAKERY, "they talk too much", lambda b, a: 0 < len(lines(a)) < len(lines(b))),
    (BAKERY, "shorter lines", lambda b, a: len(lines(a)) == 3 and sum(map(len, lines(a))) < sum(map(len, lines(b)))),
    (BAKERY, "more dialogue", lambda b, a: len(lines(a)) > len(lines(b))),
    (BAKERY, "remove the line in scene 4", lambda b, a: len(lines(a)) == 2 and not a.scenes[3].shots[0].line),
    (BAKERY, 'caption for the last scene: "Happy birthday"', lambda b, a: "Happy birthday" in text_of(a)),
    (ADVERT, "no captions", lambda b, a: not any(each.caption for _, each in a.shots())),
    # titles and call to action
    (BAKERY, 'change the title to "Crumbs"', lambda b, a: a.title == "Crumbs" and a.scenes == b.scenes),
    (BAKERY, "call it Crumbs", lambda b, a: a.title == "Crumbs"),
    (BAKERY, "the film should be called The Empty Plate", lambda b, a: a.title == "The Empty Plate"),
    (ADVERT, 'the call to action should be "Stay dry."', lambda b, a: a.call_to_action == "Stay dry."),
    # less of something
    *[
        (BAKERY, note, less_of("bruno"))
        for note in (
            "less of the dog",
            "show the dog less",
            "not so much Bruno",
            "there's too much of the dog",
            "fewer shots of Bruno",
        )
    ],
    *[
        (BAKERY, note, none_of("bruno", "Bruno"))
        for note in (
            "drop the dog",
            "remove Bruno",
            "no dog",
            "take the dog out",
            "leave out the dog",
            "get rid of Bruno",
            "without the dog",
        )
    ],
    (BAKERY, "fewer close-ups", lambda b, a: [s.size for _, s in a.shots()].count("close-up") < 2),
    (HARBOUR, "lose the ropes", lambda b, a: not any("ropes hang" in each for each in actions(a))),
    # product
    (
        ADVERT,
        "show the product earlier",
        lambda b, a: any("product-lumo" in s.who for s in a.scenes[0].shots + a.scenes[1].shots),
    ),
    (
        ADVERT,
        "Lumo should appear in the first scene",
        lambda b, a: any("product-lumo" in s.who for s in a.scenes[0].shots),
    ),
    (
        ADVERT,
        "reveal the product later",
        lambda b, a: ids(a) == ["s1", "s2", "s4", "s3"] or "product-lumo" not in a.scenes[2].shots[0].who,
    ),
    # several at once, guards
    (BAKERY, "make it 20 seconds and funnier", both(lasts(20), lambda b, a: lines(a) != lines(b))),
    (BAKERY, "rename Mia to Nora and set it at night", both(named("Mia", "Nora"), times("night"))),
    (BAKERY, "drop scene 4, and make it rain", both(order("s1", "s2", "s3", "s5"), weathers("rain"))),
    (
        BAKERY,
        "call her Nora; three scenes; no dialogue",
        both(scenes(3), lambda b, a: "Mia" not in text_of(a) and not lines(a)),
    ),
    (BAKERY, "swap scenes 2 and 3 but keep everything else", order("s1", "s3", "s2", "s4", "s5")),
    (BAKERY, "make everything funnier except scene 2", lambda b, a: a.scenes[1] == b.scenes[1] and a != b),
    (BAKERY, "shorter and warmer", both(lasts(21), lambda b, a: lines(a) != lines(b))),
    (
        BAKERY,
        "give Mia a blue coat and end with her asleep",
        both(lambda b, a: "blue coat" in described(a, "mia"), lambda b, a: "asleep" in actions(a)[-1]),
    ),
]


@pytest.mark.parametrize(("story", "note", "check"), TABLE, ids=[note for _, note, _ in TABLE])
def test_a_note_is_followed_however_it_is_worded(story: Story, note: str, check: Check) -> None:
    after = revised(story, note)
    assert check(story, after), f"{[each.id for each in after.scenes]} {actions(after)} {after.remarks}"


@pytest.mark.parametrize(
    "note",
    [
        "make scene 9 funnier",
        "rename Zorg to Pim",
        "more about the elephant",
        "asdf qwer",
        "I love it",
        "who is Mia?",
        "drop scene 12",
    ],
)
def test_what_cannot_be_followed_is_refused_in_a_sentence(note: str) -> None:
    with pytest.raises(ProviderError) as refused:
        revised(BAKERY, note)
    assert refused.value.code == "note_not_understood"
    assert str(refused.value).endswith((".", "…", "”."))


def test_a_note_takes_less_than_a_twentieth_of_a_second() -> None:
    revised(BAKERY, "make scene 1 calmer")
    notes = [note for story, note, _ in TABLE if story is HARBOUR]
    started = time.process_time()
    for note in notes:
        revise_story(Brief(HARBOUR.logline, 30), HARBOUR, note, (), 4, quiet)
    assert (time.process_time() - started) / len(notes) < 0.05
