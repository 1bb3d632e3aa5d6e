"""Who a noun phrase stands for, and how many of them: "two boys", "an old couple", "the crowd"."""

from __future__ import annotations

import re

from dailies.adapters.providers.rehearsal.illustrator.cast import creature
from dailies.adapters.providers.rehearsal.illustrator.mentions import Mention
from dailies.adapters.providers.rehearsal.illustrator.nouns import singular
from dailies.adapters.providers.rehearsal.illustrator.persons import person
from dailies.adapters.providers.rehearsal.illustrator.prompt import Subject, words_of
from dailies.adapters.providers.rehearsal.illustrator.records import Creature, Person
from dailies.adapters.providers.rehearsal.illustrator.wardrobe import TRADES
from dailies.adapters.providers.rehearsal.illustrator.words import (
    ANIMALS,
    PEOPLE,
    ROBOT_WORDS,
)

MOST = 14
"""The largest number of beings drawn one by one."""

_GROUPS: dict[str, tuple[int, str]] = {
    "crowd": (12, "person"), "audience": (10, "person"), "people": (5, "person"), "everyone": (5, "person"),
    "passenger": (3, "commuter"), "customer": (3, "person"), "guest": (3, "person"), "team": (5, "person"),
    "family": (4, "family"), "couple": (2, "couple"), "band": (4, "musician"), "orchestra": (9, "musician"),
    "choir": (8, "singer"), "village": (9, "person"), "group": (5, "person"), "twins": (2, "child"),
    "class": (6, "child"), "crew": (4, "sailor"), "party": (5, "person"), "queue": (6, "person"),
    "neighbours": (4, "person"), "villager": (5, "person"), "tourist": (4, "person"), "fan": (6, "person"),
    "spectator": (7, "person"), "public": (9, "person"), "gang": (4, "person"), "jury": (6, "person"),
    "flock": (7, "bird"), "herd": (5, "cow"), "swarm": (9, "bee"), "pack": (5, "wolf"),
}  # fmt: skip
_ONLY_PLURAL = frozenset("passenger customer guest villager tourist fan spectator".split())
_NEEDS_OF = frozenset("pack flock herd swarm party class fan public".split())
_SIZES = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
}
_VARIETY = (
    "a woman of thirty in a teal coat, brown skin", "a man of forty-five in a navy jacket",
    "an old man in a mustard cardigan, fair skin", "a girl of eight in a coral dress, dark skin",
    "a man of twenty-five in a green hoodie", "an old woman in a plum coat", "a woman of forty in a cream blouse",
    "a boy of ten in a striped blue t-shirt", "a man of sixty in a grey suit, dark skin",
    "a woman of twenty in a rust sweater and a headscarf", "a stout man in a white shirt",
    "a teenager in a violet hoodie and a cap", "a slim woman in a yellow raincoat",
    "a man of thirty in a brown coat, with a beard",
)  # fmt: skip


_CROWDS = {"crowd": 50, "audience": 50, "public": 50, "spectator": 40, "queue": 24, "fan": 40, "village": 40}


def crowd_of(each: Mention) -> int:
    """How many nameless people a noun phrase puts behind those in front; 0 when they are few enough to be counted."""
    if each.head in _CROWDS and is_group(each):
        return _CROWDS[each.head]
    return min(60, each.count * 3) if each.count > MOST and each.head in PEOPLE else 0


def is_group(each: Mention) -> bool:
    """Whether a noun phrase stands for several people without naming them."""
    head = each.head
    if head == "village":
        return "whole" in each.before or "entire" in each.before
    if head in _NEEDS_OF:
        return False
    return head in _GROUPS and (each.plural or head not in _ONLY_PLURAL)


def group_size(subject: Subject) -> int:
    """How many people a character's description speaks of; 1 for one person."""
    low = subject.description.lower()
    counted = re.match(rf"(?:the )?({'|'.join(_SIZES)}) ", subject.name.lower())
    if counted:
        return _SIZES[counted.group(1)]
    match = re.search(
        r"\b(?:group|crowd|team|band|family|gang|crew|party|choir|queue|pair|couple)\b(?: of (\w+))?", low
    )
    if not match:
        plural = re.match(r"(?:the )?(two|three|four|five|six|seven|eight|nine|ten|twelve) ", low)
        return _SIZES[plural.group(1)] if plural else 1
    if low.find(match.group(0)) > 24:
        return 1
    word = match.group(1) or ""
    if word.isdigit():
        return min(MOST, int(word))
    return _SIZES.get(word) or _GROUPS.get(match.group(0).split()[0], (2, ""))[0]


def beings_of(
    like: Person | Creature | None, count: int, subject: Subject, each: Mention | None = None
) -> list[Person | Creature]:
    """The people or animals that a noun phrase or a group's description stands for. ``like``: the group's first."""
    if each is None:
        return (
            [_member(subject, i, "person") for i in range(min(MOST, count))]
            if isinstance(like, Person | None)
            else [like]
        )
    group = _GROUPS.get(each.head) if is_group(each) else None
    if group:
        size = count if count > 1 else group[0]
        if each.head == "people" and count == 0:
            size = 5
        return [_member(subject, i, group[1]) for i in range(min(MOST, size))]
    number = min(MOST, count or 3)
    if each.head in ANIMALS:
        return [
            creature(Subject(_named(each.phrase, i), subject.description), ANIMALS[each.head]) for i in range(number)
        ]
    robot = each.head in ROBOT_WORDS
    word = each.head if each.head in PEOPLE else each.phrase.lower()
    return [
        person(Subject(_named(each.phrase, i), f"{each.before} {word}"), robot) for i in range(number)
    ]  # fmt: skip


def _named(name: str, index: int) -> str:
    return name if index == 0 else f"{name} {index + 1}"


def _trade_of(subject: Subject) -> str:
    """The trade that a group's name says its members have, or ""."""
    return next((singular(word) for word in words_of(subject.name) if singular(word) in TRADES), "")


def _member(subject: Subject, index: int, sort: str) -> Person | Creature:
    """One of a group, each with a look of their own; colours that the description names go round."""
    if sort in ANIMALS:
        return creature(Subject(_named(subject.name, index), subject.description), sort)
    if sort == "couple":
        look = ("a man", "a woman")[index % 2]
        look = f"an old {look[2:]}" if re.search(r"\b(old|elderly)\b", subject.description) else look
    elif sort == "family":
        look = ("a woman of forty", "a man of forty-five", "a girl of eight", "a boy of ten")[index % 4]
    elif sort == "child":
        look = ("a girl of nine", "a boy of nine")[index % 2]
    else:
        look = _VARIETY[index % len(_VARIETY)]
        trade = _trade_of(subject) if sort == "person" else sort
        if trade:
            # Their trade dresses them; age and looks still differ.
            look = f"{re.sub(r' in .*', '', look)}, a {trade}"
        sex = PEOPLE.get(singular(words_of(subject.name)[-1]) if words_of(subject.name) else "")
        if sex is not None and sex[1] is not None:
            look = re.sub(r"\b(?:woman|man|girl|boy)\b", "woman" if sex[1] else "man", look).replace(
                " with a beard", ""
            )
    return person(Subject(_named(subject.name, index), look))
