"""From a prompt to a scene: who does what with which thing, where, in what light, as the notes have it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from dailies.adapters.providers.rehearsal.illustrator.cast import (
    Creature,
    Garment,
    Member,
    Person,
    Thing,
    colours_in,
    garments_in,
    member,
    person,
    thing,
)
from dailies.adapters.providers.rehearsal.illustrator.colour import NAMED
from dailies.adapters.providers.rehearsal.illustrator.finish import Grade
from dailies.adapters.providers.rehearsal.illustrator.prompt import (
    SHOTS,
    Prompt,
    Subject,
    first_of,
    time_in,
    weather_in,
    words_of,
)
from dailies.adapters.providers.rehearsal.illustrator.words import (
    ANIMALS,
    BIG_PROPS,
    INDOOR_WORDS,
    MOODS,
    PEOPLE,
    PLACES,
    PLAIN_NOUNS,
    PROPS,
    ROBOT_WORDS,
    STOP_WORDS,
    VERBS,
)


@dataclass(frozen=True)
class Actor:
    """Somebody in the picture and what they do. ``view``: "" lets the composition choose."""

    who: Person | Creature
    pose: str
    expression: str
    view: str = ""
    held: Thing | None = None


@dataclass(frozen=True)
class Scene:
    """All that is drawn. ``place``: a drawing of ``places``; ``missing``: things that could not be drawn."""

    prompt: Prompt
    shot: str
    place: str
    place_words: str
    time: str
    weather: str
    actors: tuple[Actor, ...]
    things: tuple[Thing, ...]
    missing: tuple[Thing, ...]
    grade: Grade


def read_scene(prompt: Prompt) -> Scene:
    """Make the scene a prompt describes and apply its notes, oldest first."""
    members = [member(subject) for subject in prompt.subjects] if prompt.kind != "place" else []
    actors, things = _cast(prompt, members)
    place_text = f"{prompt.place_name} {prompt.place}"
    place = _place(place_text, prompt.action or prompt.text)
    inside = prompt.kind == "frame" and place in ("dining car", "train")
    if inside and not actors and any(each.kind == "train engine" for each in things):
        # Nobody is in the shot and the train is its subject: it is seen from outside, and the platform has one.
        place, place_text = "station", "station"
        things = tuple(each for each in things if each.kind != "train engine")
    missing = _missing(prompt, things)
    scene = Scene(
        prompt,
        prompt.shot,
        place,
        place_text.lower().strip() or place,
        prompt.time or "afternoon",
        prompt.weather or "clear",
        actors,
        things,
        missing,
        Grade(),
    )
    for change in prompt.changes:
        scene = _changed(scene, change.lower())
    return scene


def _place(text: str, action: str) -> str:
    found = _first_place(text)
    if found:
        return found
    if not text.strip():
        found = _first_place(action)
        if found:
            return found
    return "room" if INDOOR_WORDS & set(words_of(text)) else "field"


def _first_place(text: str) -> str:
    name = text.split(",")[0]
    special = first_of(
        text,
        {
            "dining car": "dining car",
            "restaurant car": "dining car",
            "train station": "station",
            "railway station": "station",
        },
    )
    plain = first_of(name, PLACES)
    if plain in _VAGUE:
        rest = {word: kind for word, kind in PLACES.items() if kind not in _VAGUE}
        return special or first_of(text, rest) or plain
    return special or plain or first_of(text, PLACES)


_VAGUE = ("skyline", "sky", "living room", "road", "field")
"""Places whose words are often only part of a better one: "the city, a street of shops"."""


def _cast(prompt: Prompt, members: list[Member]) -> tuple[tuple[Actor, ...], tuple[Thing, ...]]:
    action = prompt.action if prompt.kind == "frame" else ""
    beings = [m for m in members if isinstance(m, Person | Creature)]
    if prompt.kind == "frame" and not beings:
        beings = _unnamed(action)
    products = [m for m in members if isinstance(m, Thing)]
    found = _props(action, products)
    feeling = first_of(f"{prompt.action} {prompt.mood}", MOODS)
    actors = []
    aloft = set() if re.search(r"\b(holds?|carr(?:y|ies)|folds?|makes?|mends?)\b", action) else {"kite", "paper plane"}
    free = [t for t in found if t.kind not in BIG_PROPS and t.kind not in aloft]
    for index, being in enumerate(beings[:4]):
        clause = _clause(action, being, beings)
        pose = _pose(clause, being, whole=index == 0)
        held = None
        if isinstance(being, Person):
            if being.item and pose == "play":
                held = thing(Subject(being.item, being.item), being.item, being.item)
                free = [t for t in free if t.kind != being.item]
            elif free and pose not in ("sleep", "look", "cheer") and (index == 0 or _mentions(clause, free[0])):
                held, free = free[0], free[1:]
            elif (
                free
                and pose in ("look", "stand")
                and re.search(r"\b(with|under|holding)\b", clause)
                and _mentions(clause, free[0])
            ):
                held, free = free[0], free[1:]
                pose = "hold"
        view = "back" if re.search(r"\b(from behind|back to|walks? away|looks? out|seen from behind)\b", clause) else ""
        actors.append(Actor(being, pose, first_of(clause, MOODS) or feeling, view, held))
    held_things = [a.held for a in actors if a.held]
    rest = tuple(t for t in found if t not in held_things)
    return tuple(actors), rest


def _unnamed(action: str) -> list[Person | Creature]:
    """People and animals that the action names without their being in the cast list."""
    beings: list[Person | Creature] = []
    for token in words_of(action):
        if len(beings) >= 3:
            break
        if (token in PEOPLE and token not in ("he", "she", "someone", "host")) or token in ROBOT_WORDS:
            beings.append(person(Subject(token, f"a {token}"), token in ROBOT_WORDS))
        elif token in ANIMALS:
            being = member(Subject(token, f"a {token}"))
            if isinstance(being, Creature):
                beings.append(being)
    return beings


def _noun(being: Person | Creature, text: str) -> int:
    """Where the action names somebody, or -1."""
    lowered = text.lower()
    name = being.name.lower().removeprefix("the ")
    for part in (name, *name.split()):
        spot = lowered.find(part)
        if spot >= 0:
            return spot
    if isinstance(being, Creature):
        return lowered.find(being.species)
    return -1


def _clause(action: str, being: Person | Creature, beings: list[Person | Creature]) -> str:
    """The part of the action that is about somebody: from their name to the next one's."""
    start = _noun(being, action)
    if start < 0 or len(beings) == 1:
        return action
    later = [spot for other in beings if other is not being and (spot := _noun(other, action)) > start]
    return action[start : min(later, default=len(action))]


def _pose(clause: str, being: Person | Creature, whole: bool) -> str:
    if re.search(r"\b(asleep|sleeps|sleeping)\b", clause):
        return "sleep"
    names = set(words_of(being.name))
    tokens = [t for t in words_of(clause) if t not in names]
    poses = [
        VERBS[t]
        for i, t in enumerate(tokens)
        if t in VERBS and not (i and tokens[i - 1] in ("a", "an", "the", "his", "her", "of"))
    ]
    for pose in poses:
        if pose == "play" and not (isinstance(being, Person) and being.item):
            instrument = first_of(clause, {w: k for w, k in PROPS.items() if k in ("violin", "guitar")})
            if not instrument:
                return "cheer"
        return pose
    return "look"


def _mentions(clause: str, it: Thing) -> bool:
    lowered = clause.lower()
    return it.name.lower() in lowered or it.noun in lowered or it.kind in lowered


def _props(action: str, products: list[Thing]) -> tuple[Thing, ...]:
    """Products first, then the things the action names, each once."""
    found = list(products)
    product_words = {w for p in products for w in words_of(f"{p.name} {p.noun} {p.kind}")}
    tokens = words_of(action)
    skip = -1
    for i, token in enumerate(tokens):
        if i <= skip:
            continue
        pair = " ".join(tokens[i : i + 2])
        word = pair if pair in PROPS else token if token in PROPS else ""
        if not word or word in product_words or PROPS[word] in product_words:
            continue
        if (
            i
            and tokens[i - 1] in ("dining", "to")
            or word in VERBS
            and (i == 0 or tokens[i - 1] not in ("a", "an", "the", "his", "her", "their", "of", "one", "last"))
        ):
            continue
        if word == pair:
            skip = i + 1
        kind = PROPS[word]
        if any(t.kind == kind for t in found):
            continue
        before = " ".join(tokens[max(0, i - 2) : i])
        found.append(thing(Subject(word, f"{before} {word}"), kind, word))
    return tuple(replace(t, label="") if t not in products and not t.label else t for t in found[:5])


_ABSTRACT = re.compile(r"(ness|tion|sion|ment|ity|ship|ance|ence|ing|ism|hood|dom|ure|ly|est|self|selves)$")
_NOUN_PHRASE = re.compile(
    r"\b(?:a|an|the|his|her|their|its)\s+((?:[a-z'-]+\s+){0,2}?[a-z'-]+)(?=\s+(?:in|on|at|to|into|onto|with|from|by|for|of|and|over|under|through|across|along|as|is|that|off|out|up|down|before|behind|beside|near|between|past|towards?)\b|[.,;:!?]|$)"
)


def _missing(prompt: Prompt, things: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """Concrete nouns of the action, and products, that have no drawing."""
    lost = [t for t in things if t.kind == ""]
    if prompt.kind != "frame":
        return tuple(lost)
    names = {w for s in prompt.subjects for w in words_of(f"{s.name} {s.description}")} | set(
        words_of(prompt.place_name + " " + prompt.place)
    )
    known: list[Collection[str]] = [PROPS, ANIMALS, PEOPLE, PLACES, VERBS, NAMED, MOODS]
    for match in _NOUN_PHRASE.finditer(prompt.action.lower()):
        tokens = match.group(1).split()
        noun = tokens[-1].removesuffix("'s")
        singular = noun.removesuffix("es") if noun.endswith(("shes", "ches", "xes")) else noun.removesuffix("s")
        if (
            any(t in STOP_WORDS for t in tokens)
            or len(noun) < 4
            or _ABSTRACT.search(noun)
            or noun in names
            or singular in names
        ):
            continue
        if (
            any(word in table for table in known for word in (noun, singular))
            or noun in PLAIN_NOUNS
            or singular in PLAIN_NOUNS
        ):
            continue
        if garments_in(noun) or noun in ROBOT_WORDS:
            continue
        lost.append(thing(Subject(noun, f"a {noun}"), "", noun))
    unique = {t.noun or t.name: t for t in lost}
    return tuple(unique.values())[:2]


_OPPOSITE = {
    "dark": "brighter",
    "bright": "darker",
    "light": "darker",
    "warm": "colder",
    "cold": "warmer",
    "far": "closer",
    "close": "wider",
    "flat": "contrast",
    "saturated": "muted",
    "colourful": "muted",
    "dull": "vivid",
}
_GRADES: dict[str, tuple[str, float]] = {
    "brighter": ("exposure", 0.42),
    "lighter": ("exposure", 0.36),
    "darker": ("exposure", -0.42),
    "dimmer": ("exposure", -0.36),
    "moodier": ("exposure", -0.28),
    "warmer": ("warmth", 0.55),
    "colder": ("warmth", -0.55),
    "cooler": ("warmth", -0.55),
}
_FACTORS: dict[str, tuple[str, float]] = {
    "contrast": ("contrast", 1.22),
    "softer": ("contrast", 0.86),
    "vivid": ("saturation", 1.32),
    "colourful": ("saturation", 1.32),
    "colorful": ("saturation", 1.32),
    "muted": ("saturation", 0.66),
    "monochrome": ("saturation", 0.0),
    "black-and-white": ("saturation", 0.0),
}


def _changed(scene: Scene, note: str) -> Scene:
    """The scene with one note applied, and nothing else changed."""
    note = re.sub(
        r"\b(?:too|less|not so) (\w+)",
        lambda m: _OPPOSITE.get(m.group(1), m.group(0)),
        note.replace("black and white", "black-and-white"),
    )
    words = words_of(note)
    removed = re.search(r"\b(?:without|remove|no|lose|drop|delete)\b(?: the| a| an| her| his| their)? (.+)", note)
    if removed:
        return _without(scene, removed.group(1))
    scene = _regraded(scene, words)
    scene = _reframed(scene, words)
    scene = replace(scene, time=time_in(note) or scene.time, weather=weather_in(note) or scene.weather)
    feeling = first_of(note, MOODS)
    if feeling and "warm" not in words:
        scene = replace(scene, actors=tuple(replace(a, expression=feeling) for a in scene.actors))
    if "behind" in words or "back" in words and "from" in words:
        scene = replace(scene, actors=tuple(replace(a, view="back") for a in scene.actors))
    if "profile" in words:
        scene = replace(scene, actors=tuple(replace(a, view="profile") for a in scene.actors))
    scene = _recoloured(scene, note)
    added = re.search(r"\b(?:add|with|give \w+|put)\b (?:a |an |the |some )?(.+)", note)
    if added:
        new = tuple(t for t in _props(added.group(1), []) if all(t.kind != old.kind for old in scene.things))
        scene = replace(scene, things=scene.things + new)
    return scene


def _regraded(scene: Scene, words: list[str]) -> Scene:
    grade = scene.grade
    for word in words:
        if word in _GRADES:
            name, step = _GRADES[word]
            grade = replace(grade, **{name: getattr(grade, name) + step})
        elif word in _FACTORS:
            name, factor = _FACTORS[word]
            grade = replace(grade, **{name: getattr(grade, name) * factor})
    return replace(scene, grade=grade)


def _reframed(scene: Scene, words: list[str]) -> Scene:
    place = SHOTS.index(scene.shot) if scene.shot in SHOTS else 4
    text = " ".join(words)
    exact = next((size for size in sorted(SHOTS, key=len, reverse=True) if f"{size} shot" in text or text == size), "")
    if exact:
        return replace(scene, shot=exact)
    step = (
        1 if {"closer", "tighter", "nearer"} & set(words) else -1 if {"wider", "further", "farther"} & set(words) else 0
    )
    return replace(scene, shot=SHOTS[max(0, min(len(SHOTS) - 2, place + step))]) if step else scene


def _recoloured(scene: Scene, note: str) -> Scene:
    """ "outfit blue", "a red hat", "make the coat green", "hair black": the first person (or the one named)."""
    named = colours_in(note)
    worn = garments_in(note)
    if not named and not worn:
        return scene
    chosen = [i for i, a in enumerate(scene.actors) if a.who.name.lower() in note] or [0]
    colour = NAMED[named[-1][1]] if named else None
    actors = list(scene.actors)
    for i in chosen:
        if i >= len(actors):
            continue
        who = actors[i].who
        if isinstance(who, Person) and colour and re.search(r"\bhair\b", note):
            actors[i] = replace(actors[i], who=replace(who, hair=colour))
        elif (
            isinstance(who, Person)
            and colour
            and re.search(r"\b(outfit|clothes|clothing|wearing|costume|dressed)\b", note)
            and not worn
        ):
            main = "over" if "over" in who.worn and who.worn["over"].cut != "apron" else "top"
            actors[i] = replace(
                actors[i], who=replace(who, worn={**who.worn, main: replace(who.worn[main], colour=colour)})
            )
        elif isinstance(who, Person) and worn:
            fresh = {
                slot: replace(g, colour=colour or (g.colour if g.colour[0] > 0 else who.accent))
                for slot, g in worn.items()
            }
            actors[i] = replace(actors[i], who=replace(who, worn={**who.worn, **fresh}))
        elif isinstance(who, Creature) and worn and colour:
            actors[i] = replace(
                actors[i], who=replace(who, worn={slot: Garment(g.cut, colour) for slot, g in worn.items()})
            )
    things = tuple(replace(t, colour=colour) if colour and not worn and _mentions(note, t) else t for t in scene.things)
    actors = [
        replace(a, held=replace(a.held, colour=colour))
        if a.held and colour and not worn and _mentions(note, a.held)
        else a
        for a in actors
    ]
    return replace(scene, actors=tuple(actors), things=things)


def _without(scene: Scene, text: str) -> Scene:
    """The scene with somebody, a garment, a thing or the weather taken away."""
    text = text.rstrip(".")
    if weather_in(text) and weather_in(text) == scene.weather:
        return replace(scene, weather="clear")
    actors = []
    slots = set(garments_in(text))
    for actor in scene.actors:
        if actor.who.name.lower().removeprefix("the ") in text or (
            isinstance(actor.who, Creature) and actor.who.species in text
        ):
            continue
        if actor.held and _mentions(text, actor.held):
            actor = replace(actor, held=None)
        if slots:
            actor = replace(
                actor,
                who=replace(
                    actor.who,
                    worn={s: g for s, g in actor.who.worn.items() if s not in slots - {"top", "bottom", "shoes"}},
                ),
            )
        if "glasses" in text and isinstance(actor.who, Person):
            actor = replace(actor, who=replace(actor.who, glasses=False))
        actors.append(actor)
    people = bool(re.search(r"\b(people|person|figures?|anyone|anybody|everyone|characters?)\b", text))
    keep = tuple(t for t in scene.things if not _mentions(text, t))
    lost = tuple(t for t in scene.missing if not _mentions(text, t))
    return replace(scene, actors=() if people else tuple(actors), things=keep, missing=lost)
