"""Who and what is in the picture: lasting records made from descriptions, the same in every frame."""

from __future__ import annotations

import re

from dailies.adapters.providers.rehearsal.illustrator.chance import number
from dailies.adapters.providers.rehearsal.illustrator.coats import COATS, COATS_OF, RED_FUR
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter
from dailies.adapters.providers.rehearsal.illustrator.colour_words import COLOURS, colours_in
from dailies.adapters.providers.rehearsal.illustrator.mentions import Mention, mentions
from dailies.adapters.providers.rehearsal.illustrator.nouns import noun_class
from dailies.adapters.providers.rehearsal.illustrator.object_colours import (
    OBJECT_COLOURS,
)
from dailies.adapters.providers.rehearsal.illustrator.persons import (
    ACCENTS,
    CLOTHS,
    HAIRS,
    SKINS,
    garments_in,
    person,
)
from dailies.adapters.providers.rehearsal.illustrator.prompt import Subject, words_of
from dailies.adapters.providers.rehearsal.illustrator.records import (
    Creature,
    Garment,
    Member,
    Person,
    Thing,
)
from dailies.adapters.providers.rehearsal.illustrator.things import PROPS
from dailies.adapters.providers.rehearsal.illustrator.words import (
    ANIMALS,
    PEOPLE,
    ROBOT_WORDS,
)

__all__ = [
    "CLOTHS",
    "HAIRS",
    "SKINS",
    "Creature",
    "Garment",
    "Member",
    "Person",
    "Thing",
    "creature",
    "member",
    "person",
    "prop_of",
    "thing",
]

_CLOTHED = re.compile(r"\b(hair|wears|wearing|aged|years old|beard|moustache|man|woman|eyed|skin)\b")
_SERVED = re.compile(r"\bon an? [\w-]*\s?(?:[\w-]+ )?(?:plate|dish|platter|tray)\b")


def member(subject: Subject) -> Member:
    """The record of a character or product. The same name and description always give the same record."""
    kind, noun = _kind(subject)
    if kind == "person":
        return person(subject)
    if kind == "robot":
        return person(subject, robot=True)
    if kind == "animal":
        return creature(subject, ANIMALS[noun])
    return thing(subject, PROPS.get(noun, ""), noun)


def prop_of(mention: Mention) -> str:
    """The word of PROPS that a noun phrase stands for, or ""."""
    words = mention.phrase.lower().split()
    compound = " ".join(words[-2:-1] + [mention.head]) if len(words) > 1 else ""
    for word in (compound, " ".join(words[-2:]), mention.head):
        if word in PROPS:
            return word
    adjective = mention.before.split()[-1:]
    pair = f"{adjective[0]} {mention.head}" if adjective else ""
    return pair if pair in PROPS else ""


def _kind(subject: Subject) -> tuple[str, str]:
    """Whether a subject is a person, robot, animal or thing, and the word for it."""
    text = subject.description
    served = bool(_SERVED.search(text.lower()))
    own = {subject.name.lower(), *subject.name.lower().split()} - set(PROPS) - set(PEOPLE) - set(ANIMALS) - ROBOT_WORDS
    named = [m for m in mentions(text) if m.head not in own and m.phrase.lower() not in own]
    named = [m for m in named if m.preposition not in ("in", "with", "on", "at")] or named[:1]
    clothed = bool(_CLOTHED.search(text.lower()))
    for each in [*named[:2], *mentions(subject.name)[-1:]]:
        found = _being(each)
        if found and not (found[0] == "animal" and served):
            return found
        if served and each.head in ANIMALS:
            return "thing", "fish dish"
        word = prop_of(each)
        if word and not clothed:
            return "thing", word
        if served:
            return "thing", "plate"
        if noun_class(each.head) == "person" and not clothed:
            return "person", ""
    if clothed or (len(subject.name.split()) == 1 and subject.name[:1].isupper() and not named):
        return "person", ""
    return "thing", (named[0].phrase.lower() if named else subject.name)


def _being(mention: Mention) -> tuple[str, str] | None:
    if mention.head in ROBOT_WORDS:
        return "robot", mention.head
    if mention.head in ANIMALS:
        return "animal", mention.head
    if mention.head in PEOPLE:
        return "person", mention.head
    return None


def creature(subject: Subject, species: str) -> Creature:
    """An animal's record."""
    name = subject.name.lower()
    coats, second = COATS.get(species, COATS["dog"])
    coat = coats[number(name, "coat") % len(coats)]
    worn = {slot: g for slot, g in garments_in(subject.description).items() if slot in ("neck", "hat")}
    accent = ACCENTS[number(name, "accent") % len(ACCENTS)]
    for word in words_of(f"{subject.name} {subject.description}"):
        if word in COATS_OF:
            coat, second = COATS_OF[word]
            break
    before_clothes = re.split(r"\b(?:in|with|wearing|wears)\b", subject.description.lower())[0]
    named = [word for _, word in colours_in(before_clothes)]
    if named:
        coat = RED_FUR if named[0] == "red" and species in _FURRED else COLOURS[named[0]]
        if len(named) > 1:
            second = COLOURS[named[1]]
    worn = {slot: _coloured(g, accent) for slot, g in worn.items()}
    if worn:
        accent = next(iter(worn.values())).colour
    return Creature(subject.name, species, coat, second, accent, worn)


_FURRED = frozenset("dog wolf cat fox otter rabbit bear horse deer cow squirrel monkey".split())


def _coloured(garment: Garment, accent: Colour) -> Garment:
    return Garment(garment.cut, accent, garment.pattern) if garment.colour[0] < 0 else garment


def thing(subject: Subject, kind: str, noun: str) -> Thing:
    """A product's or prop's record; a quoted text or a proper name becomes its label."""
    name = subject.name.lower()
    named = [COLOURS[word] for _, word in colours_in(subject.description)]
    colour = OBJECT_COLOURS.get(kind, CLOTHS[number(name, "colour") % len(CLOTHS)])
    if named:
        colour = lighter(named[0], -0.1) if "dark " in subject.description.lower() else named[0]
    accent = named[1] if len(named) > 1 else ACCENTS[number(name, "accent") % len(ACCENTS)]
    quoted = re.search(r"[“\"']([^”\"']{2,24})[”\"']", subject.description)
    proper = (
        subject.name
        if re.match(r"^[A-Z0-9]", subject.name) and not subject.name.lower().startswith(("the ", "a ", "an "))
        else ""
    )
    label = quoted.group(1) if quoted else proper
    return Thing(subject.name, kind, colour, accent, label, noun)
