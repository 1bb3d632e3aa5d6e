"""Notes: what a creator asks to be changed, applied to the scene and to nothing else."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.illustrator.camera import camera_in
from dailies.adapters.providers.rehearsal.illustrator.colour_words import COLOURS, colours_in
from dailies.adapters.providers.rehearsal.illustrator.palette import grade_in
from dailies.adapters.providers.rehearsal.illustrator.persons import garments_in
from dailies.adapters.providers.rehearsal.illustrator.prompt import (
    SHOTS,
    first_of,
    time_in,
    weather_in,
    words_of,
)
from dailies.adapters.providers.rehearsal.illustrator.reading import (
    names_it,
    things_in,
    unknown_in,
)
from dailies.adapters.providers.rehearsal.illustrator.records import (
    Creature,
    Garment,
    Person,
    Scene,
    Thing,
)
from dailies.adapters.providers.rehearsal.illustrator.words import MOODS

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


def changed(scene: Scene, note: str) -> Scene:
    """The scene with one note applied, and nothing else changed."""
    note = re.sub(
        r"\b(?:too|less|not so) (\w+)",
        lambda m: _OPPOSITE.get(m.group(1), m.group(0)),
        note.replace("black and white", "black-and-white"),
    )
    words = words_of(note)
    removed = re.search(
        r"\b(?:without|remove|no|lose|drop|delete|take away|get rid of)\b(?: the| a| an| her| his| their)? (.+)", note
    )
    if removed:
        return left_out(scene, removed.group(1))
    scene = replace(scene, camera=camera_in(note, scene.camera))
    scene = _regraded(scene, words)
    scene = _reframed(scene, words)
    scene = replace(scene, time=time_in(note) or scene.time, weather=weather_in(note) or scene.weather)
    feeling = first_of(note, MOODS)
    if feeling and "warm" not in words:
        scene = replace(scene, actors=tuple(replace(a, expression=feeling) for a in scene.actors))
    if re.search(r"\bfrom (?:the )?(?:behind|back)\b", note) and "lit" not in words:
        scene = replace(scene, actors=tuple(replace(a, view="back") for a in scene.actors))
    if "profile" in words:
        scene = replace(scene, actors=tuple(replace(a, view="profile") for a in scene.actors))
    scene = _recoloured(scene, note)
    added = re.search(r"\b(?:add|with|give \w+|put|include|show)\b (.+)", note)
    if added:
        new = tuple(
            t for t in things_in(added.group(1)) if all(t.kind != old.kind for old in (*scene.things, *_held(scene)))
        )
        scene = replace(scene, things=scene.things + new, missing=scene.missing + unknown_in(added.group(1)))
    return replace(scene, grade=grade_in(note, scene.grade) if "palette" in note or "tones" in note else scene.grade)


def _held(scene: Scene) -> tuple[Thing, ...]:
    return tuple(actor.held for actor in scene.actors if actor.held)


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
    colour = COLOURS[named[-1][1]] if named else None
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
    things = tuple(replace(t, colour=colour) if colour and not worn and names_it(note, t) else t for t in scene.things)
    actors = [
        replace(a, held=replace(a.held, colour=colour))
        if a.held and colour and not worn and names_it(note, a.held)
        else a
        for a in actors
    ]
    return replace(scene, actors=tuple(actors), things=things)


def left_out(scene: Scene, text: str) -> Scene:
    """The scene with somebody, a garment, a thing or the weather taken away. ``text``: their words, lower case."""
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
        if isinstance(actor.who, Creature) and re.search(r"\banimals?\b", text):
            continue
        if actor.held and names_it(text, actor.held):
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
    people = bool(re.search(r"\b(people|persons?|figures?|anyone|anybody|everyone|characters?|humans?)\b", text))
    keep = tuple(t for t in scene.things if not names_it(text, t))
    lost = tuple(t for t in scene.missing if not names_it(text, t))
    return replace(scene, actors=() if people else tuple(actors), things=keep, missing=lost)
