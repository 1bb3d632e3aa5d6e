"""Names of people, places and things in a note, small typing mistakes allowed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
SKIPPED = frozenset({"the", "a", "an", "of", "and", "in", "at", "on", "his", "her", "their", "old", "new"})

COMMON = frozenset(
    """light lights lighter bright brighter darker warmer cooler colder slower faster closer wider softer quieter
    shorter longer scene scenes shots clips frame frames there where these those three other first after before again
    should would could clear clean morning evening night right style music close colour color paint point place plane
    still small sharp shadow camera action""".split()
)
"""Words of direction: one of them is never a mistyped name."""


def named_in(text: str, names: Iterable[str]) -> frozenset[str]:
    """The names that occur in the text.

    A name is found whole ("the night kitchen"), or by a word of it that no other name has ("kitchen"), with or
    without 's, and with one letter wrong from five letters on, two from nine on.
    """
    words = [_bare(match.group()) for match in WORD.finditer(text.lower().replace("’", "'"))]
    parts = {name: _words_of(name) for name in names}
    parts = {name: each for name, each in parts.items() if each}
    found = {name for name, each in parts.items() if _has_run(words, each)}
    for word in words:
        for name in _by_one_word(word, parts):
            found.add(name)
    return frozenset(found)


def _words_of(name: str) -> tuple[str, ...]:
    words = (_bare(match.group()) for match in WORD.finditer(name.lower().replace("’", "'")))
    return tuple(word for word in words if len(word) > 1 and word not in SKIPPED)


def _bare(word: str) -> str:
    return word.removesuffix("'s")


def _has_run(words: Sequence[str], part: Sequence[str]) -> bool:
    kept = [word for word in words if word not in SKIPPED]
    return any(
        all(_alike(kept[start + offset], each) for offset, each in enumerate(part))
        for start in range(len(kept) - len(part) + 1)
    )


def _by_one_word(word: str, parts: dict[str, tuple[str, ...]]) -> list[str]:
    if len(word) < 4 or word in COMMON or word in SKIPPED:
        return []
    owners = [name for name, each in parts.items() if len(each) > 1 and any(_alike(word, one) for one in each)]
    return owners if len(owners) == 1 else []


def _alike(typed: str, meant: str) -> bool:
    """Whether a typed word is a name's word with few mistakes. The first letter has to be right."""
    if typed == meant or (len(meant) >= 4 and typed == meant + "s"):
        return True
    if len(meant) < 5 or len(typed) < 4 or typed[0] != meant[0] or typed in COMMON:
        return False
    return edits(typed, meant, limit := 2 if len(meant) >= 9 else 1) <= limit


def edits(first: str, second: str, limit: int) -> int:
    """Letters to insert, drop, replace or swap with their neighbour to make one word of the other; above
    ``limit`` any larger number. (Optimal string alignment, Boytsov 2011.)"""
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    older: list[int] = []
    above = list(range(len(second) + 1))
    for i, letter in enumerate(first, 1):
        row = [i]
        for j, other in enumerate(second, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        older, above = above, row
    return above[-1]
