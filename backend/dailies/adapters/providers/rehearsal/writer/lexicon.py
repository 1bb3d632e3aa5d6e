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
    """The table in ``tables/<name>.toml``, with the lists of ``tables/again_<name>.toml`` added to its own."""
    folder = resources.files(__package__).joinpath("tables")
    rows = tomllib.loads(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    if name in AGAIN:
        _extend(rows, tomllib.loads(folder.joinpath(f"again_{name}.toml").read_text(encoding="utf-8")))
    return rows


AGAIN = frozenset({"days", "nouns", "places", "products"})
"""Tables that go on in a second file."""


def _extend(rows: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, dict):
            _extend(rows.setdefault(key, {}), value)
        elif isinstance(value, list):
            rows[key] = [*rows.get(key, ()), *value]
        else:
            rows.setdefault(key, value)


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

MORE_BOOKS = ("again_move", "again_make", "again_mind")
"""The tables whose rows are added to those."""


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
    more = {name: row for book in MORE_BOOKS for name, row in table(book).items()}
    for book in BOOKS:
        for name, row in table(book).items():
            script = _script(row)
            for each in (name, *row.get("also", ())):
                rows.setdefault(each, script)
    grown: dict[int, Script] = {}
    for name, row in more.items():
        old = rows.get(name)
        if old is None:
            rows[name] = _script(row)
            continue
        grown[id(old)] = _joined(grown.get(id(old), old), _script(row))
    return {name: grown.get(id(script), script) for name, script in rows.items()}


def _script(row: dict[str, Any]) -> Script:
    parts = (tuple(row.get(key, ())) for key in ("before", "after", "lines", "hard"))
    return Script(*parts)


def _joined(one: Script, two: Script) -> Script:
    return Script(one.before + two.before, one.after + two.after, one.lines + two.lines, one.hard + two.hard)


@lru_cache(maxsize=1)
def verb_classes() -> dict[str, Script]:
    """Vaguer scripts by verb, for the verbs that have none of their own."""
    rows: dict[str, Script] = {}
    more = table("again_classes")
    for name, row in table("verb_classes").items():
        script = _joined(_script(row), _script(more.get(name, {})))
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


PEOPLE = frozenset(
    "stranger friend rival visitor guest neighbor neighbour lover owner enemy colleague roommate classmate passenger newcomer "  # noqa: E501
    "beginner twin triplet villain winner loser toddler baby adult grown-up teen citizen hermit pensioner helper partner "  # noqa: E501
    "cousin in-law expert learner trainee recruit".split()
)
"""People without a trade of their own in the table of roles."""

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
    if lowered.endswith(("-year-old", "-year-olds")):
        return "person"
    for form in (lowered, singular(lowered)):
        if form in roles() or form in PEOPLE:
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
