"""The writer's tables, read once from the TOML files beside this module."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from dailies.adapters.providers.rehearsal.writer.words import can_be, singular


@lru_cache(maxsize=32)
def table(name: str) -> dict[str, Any]:
    """The table in ``tables/<name>.toml``."""
    source = resources.files(__package__).joinpath("tables", f"{name}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Role:
    """What somebody of a trade looks like and does on a common day.

    ``look``: build, age in words, hair, outfit, signature accent. ``day``: templates.
    """

    name: str
    gender: str
    home: str
    look: tuple[str, str, str, str, str]
    day: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """A kind of place. ``look``: materials and light; ``air``: one moving thing per entry; ``changed``: what
    has become of it at the end, entry for entry; ``detail``: close things to look at."""

    name: str
    look: str
    air: tuple[str, ...]
    changed: tuple[str, ...]
    detail: tuple[str, ...]
    indoors: bool


@dataclass(frozen=True)
class Script:
    """How a verb is shot: the approach, the trace it leaves, what may be said ("S: …"), and how it can go wrong
    at first."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    lines: tuple[str, ...]
    hard: tuple[str, ...] = ()


BOOKS = ("verbs_make", "verbs_move", "verbs_meet", "verbs_mind", "verbs_world", "verbs")
"""The tables of verb scripts; a verb's first row is the one used."""


@lru_cache(maxsize=1)
def roles() -> dict[str, Role]:
    """Roles by name and by alias."""
    rows: dict[str, Role] = {}
    for name, row in table("roles").items():
        role = Role(name, row.get("gender", ""), row.get("home", ""), tuple(row["look"]), tuple(row["day"]))
        for each in (name, *row.get("also", ())):
            rows[each] = role
    return rows


@lru_cache(maxsize=1)
def places() -> dict[str, Place]:
    """Places by name and by alias."""
    rows: dict[str, Place] = {}
    for name, row in table("places").items():
        place = Place(
            name, row["look"], tuple(row["air"]), tuple(row["changed"]), tuple(row["detail"]), bool(row.get("indoors"))
        )
        for each in (name, *row.get("also", ())):
            rows[each] = place
    return rows


@lru_cache(maxsize=1)
def scripts() -> dict[str, Script]:
    """Scripts by verb ("steal") or verb and particle ("give up")."""
    rows: dict[str, Script] = {}
    for book in BOOKS:
        for name, row in table(book).items():
            script = Script(
                tuple(row["before"]), tuple(row["after"]), tuple(row.get("lines", ())), tuple(row.get("hard", ()))
            )
            for each in (name, *row.get("also", ())):
                rows.setdefault(each, script)
    return rows


@lru_cache(maxsize=1)
def verb_classes() -> dict[str, Script]:
    """Vaguer scripts by verb, for the verbs that have none of their own."""
    rows: dict[str, Script] = {}
    for row in table("verb_classes").values():
        script = Script(tuple(row["before"]), tuple(row["after"]), (), tuple(row.get("hard", ())))
        for verb in row["verbs"]:
            rows[verb] = script
    return rows


@lru_cache(maxsize=1)
def noun_classes() -> dict[str, str]:
    """Class of each noun in the table: "laptop" -> "device"."""
    return {noun: name for name, row in table("nouns").items() for noun in row["nouns"]}


@lru_cache(maxsize=1)
def names() -> dict[str, str]:
    """First names and their grammatical gender, "f", "m" or "n"."""
    rows = table("names")
    return {name: gender for gender in ("f", "m", "n") for name in rows[gender]}


@lru_cache(maxsize=1)
def geography() -> dict[str, str]:
    """Places on the map and the kind of place each looks like: "iceland" -> "mountain"."""
    return {name: kind for kind, row in table("names")["geo"].items() for name in row}


@lru_cache(maxsize=1)
def calendar() -> frozenset[str]:
    """Months, days, feasts and peoples: capital words that are nobody's name."""
    return frozenset(table("names")["calendar"]["words"])


PERSON_COMPOUNDS = (
    "keeper",
    "maker",
    "player",
    "worker",
    "driver",
    "fighter",
    "sitter",
    "seller",
    "hunter",
    "rider",
    "picker",
    "dancer",
    "singer",
    "walker",
    "pocket",
)
PERSON_SUFFIXES = ("ist", "ian", "eer", "man", "woman", "er", "or")
TOOLS_IN_ER = frozenset(table("names")["tools_in_er"])


def class_of(noun: str) -> str:
    """The class of a noun: "person", "animal", "place", a class of things, or "" when unknown."""
    lowered = noun.lower()
    for form in (lowered, singular(lowered)):
        if form in roles():
            return "person"
        if form in noun_classes():
            return noun_classes()[form]
        if form in places():
            return "place"
    last = lowered.split()[-1]
    if last != lowered:
        return class_of(last)
    form = singular(lowered)
    if form in TOOLS_IN_ER:
        return "thing"
    if any(form.endswith(each) and form != each for each in PERSON_COMPOUNDS):
        return "person"
    if can_be(form, "ADJ") or can_be(form, "ADV"):
        return ""
    for suffix in PERSON_SUFFIXES:
        stem = form.removesuffix(suffix)
        if stem == form or len(stem) < 3:
            continue
        if suffix not in {"er", "or"} or any(can_be(each, "VERB") for each in (stem, stem + "e", stem[:-1])):
            return "person"
    return ""
