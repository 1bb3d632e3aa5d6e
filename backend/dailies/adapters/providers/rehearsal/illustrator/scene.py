"""The scene a prompt asks for: who does what with which thing, where, in what light, as the notes have it."""

from __future__ import annotations

import re

from dailies.adapters.providers.rehearsal.illustrator.cast import member
from dailies.adapters.providers.rehearsal.illustrator.notes import changed, left_out
from dailies.adapters.providers.rehearsal.illustrator.palette import grade_in
from dailies.adapters.providers.rehearsal.illustrator.places import INDOORS
from dailies.adapters.providers.rehearsal.illustrator.prompt import (
    Prompt,
    first_of,
    words_of,
)
from dailies.adapters.providers.rehearsal.illustrator.reading import read_cast
from dailies.adapters.providers.rehearsal.illustrator.records import Actor, Scene
from dailies.adapters.providers.rehearsal.illustrator.words import INDOOR_WORDS, PLACES

__all__ = ["Actor", "Scene", "place_of", "read_scene"]

_VAGUE = ("skyline", "sky", "living room", "road", "field")
"""Places whose words are often only part of a better one: "the city, a street of shops"."""


_OUTSIDE = {
    **dict.fromkeys("bus car truck tram tractor plane helicopter".split(), "street"),
    **dict.fromkeys("tree palm snowman swing".split(), "park"),
}
"""Things that have no room indoors, by the place where they are seen instead."""
_ROOM_FOR = {(place, outside) for place in ("museum", "theatre") for outside in ("street", "park")} | {
    ("workshop", "street")
}
"""Places that do have room: a car in a garage, a tree on a stage."""


def read_scene(prompt: Prompt, avoid: str = "") -> Scene:
    """Make the scene a prompt describes, apply its notes, oldest first, and leave out what is to be avoided."""
    members = tuple(member(subject) for subject in prompt.subjects) if prompt.kind != "place" else ()
    place_text = f"{prompt.place_name} {prompt.place}"
    place = place_of(place_text, prompt.action or prompt.text)
    found = read_cast(prompt, members, place)
    things, missing = found.things, found.missing
    inside = prompt.kind == "frame" and place in ("dining car", "train")
    if inside and not found.actors and any(each.kind == "train engine" for each in things):
        # Nobody is in the shot and the train is its subject: it is seen from outside, and the platform has one.
        place, place_text = "station", "station"
        things = tuple(each for each in things if each.kind != "train engine")
    elif place in ("dining car", "train"):
        things = tuple(each for each in things if each.kind != "train engine")
    outside = next((_OUTSIDE[it.kind] for it in things if it.kind in _OUTSIDE and it.where != "set"), "")
    if outside and place in INDOORS and (place, outside) not in _ROOM_FOR:
        # A bus is not taken in a ward, nor a tree climbed in an office: the picture is outside.
        place = place_text = outside
        things = tuple(it for it in things if it.where != "set")
        missing = tuple(it for it in missing if it.where != "set")
    scene = Scene(
        prompt,
        prompt.shot,
        prompt.camera,
        place,
        place_text.lower().strip() or place,
        prompt.time or "afternoon",
        prompt.weather or "clear",
        found.actors,
        things,
        missing,
        grade_in(f"{prompt.palette}. {prompt.mood}"),
        found.crowd,
    )
    for change in prompt.changes:
        scene = changed(scene, change.lower())
    for words in re.split(r",|;|\.|\band\b|\bor\b", f"{prompt.avoid}, {avoid}".lower()):
        if words.strip():
            scene = left_out(scene, words.strip())
    return scene


def place_of(text: str, action: str) -> str:
    """The drawing of ``places`` for a place's words, or for the action where no place is named."""
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
