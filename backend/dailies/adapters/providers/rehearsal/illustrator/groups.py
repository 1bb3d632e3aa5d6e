"""Who a noun phrase stands for, and how many of them: "two boys", "an old couple", "the crowd"."""

from __future__ import annotations

import re

from dailies.adapters.providers.rehearsal.illustrator.cast import creature
from dailies.adapters.providers.rehearsal.illustrator.mentions import Mention
from dailies.adapters.providers.rehearsal.illustrator.persons import person
from dailies.adapters.providers.rehearsal.illustrator.prompt import Subject
from dailies.adapters.providers.rehearsal.illustrator.records import Creature, Person
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
    "a woman of thirty", "a man of forty-five", "an old man", "a girl of eight", "a man of twenty-five",
    "an old woman", "a woman of forty", "a boy of ten", "a man of sixty", "a woman of twenty", "a stout man",
    "a teenager", "a slim woman", "a man of thirty with a beard",
)  # fmt: skip


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
        look = look if sort == "person" else f"{look}, a {sort}"
    return person(Subject(_named(subject.name, index), look))
