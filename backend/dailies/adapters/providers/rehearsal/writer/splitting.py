"""Cutting a text into sentences and a sentence into clauses."""

from __future__ import annotations

import re

from dailies.adapters.providers.rehearsal.writer.clauses import (
    ADVERBS,
    BE,
    CONJUNCTIONS,
    PRONOUNS,
    finite_verb,
    is_participle,
    nounish,
)
from dailies.adapters.providers.rehearsal.writer.lexicon import noun_classes
from dailies.adapters.providers.rehearsal.writer.words import verb_lemma


def spread_passives(words: list[str]) -> list[list[str]]:
    """Read "it is collected, crushed and blown into glass" as three sentences; others come back whole."""
    at = next((i for i, word in enumerate(words[:-1]) if i and word.lower() in BE and is_participle(words[i + 1])), -1)
    if at < 1:
        return [words]
    cuts = [
        index
        for index, word in enumerate(words[:-1])
        if index > at + 1
        and word.lower() in {",", "and", "then"}
        and is_participle(words[index + 1])
        and words[index + 1].lower() not in noun_classes()
    ]
    if not cuts:
        return [words]
    pieces = [words[: cuts[0]]]
    for index, cut in enumerate(cuts):
        stop = cuts[index + 1] if index + 1 < len(cuts) else len(words)
        tail = list(words[cut + 1 : stop])
        if tail:
            pieces.append([*words[: at + 1], *tail])
    return [_trimmed(piece) for piece in pieces]


def spread_objects(words: list[str]) -> list[list[str]]:
    """Read "outruns a dog, then a bus, then his own shadow" as one sentence for each."""
    marks = [i for i, word in enumerate(words[:-1]) if word.lower() == "then" and i > 1 and words[i - 1] == ","]
    verb = finite_verb(words[: marks[0]] if marks else [], False)
    if verb < 0 or any(finite_verb(words[mark + 1 :], True) >= 0 for mark in marks):
        return [words]
    edges = [*marks, len(words) + 1]
    pieces = [words[: marks[0] - 1]]
    for index, mark in enumerate(marks):
        pieces.append([*words[: verb + 1], *words[mark + 1 : edges[index + 1] - 1]])
    return [_trimmed(piece) for piece in pieces]


def split_clauses(words: list[str]) -> list[list[str]]:
    """Cut a sentence's tokens where both sides hold a finite verb."""
    pieces: list[list[str]] = []
    start = 0
    marks = [i for i, word in enumerate(words) if word.lower() in CONJUNCTIONS or word in {",", ";", ":", "—", "–"}]
    for order, mark in enumerate(marks):
        if mark < start:
            continue
        left = words[start:mark]
        right_start = mark + 1
        while right_start < len(words) and (words[right_start].lower() in CONJUNCTIONS or words[right_start] == ","):
            right_start += 1
        stop = next((each for each in marks[order + 1 :] if each > right_start), len(words))
        right = words[right_start:stop]
        if finite_verb(left, bool(pieces)) >= 0 and finite_verb(right, True) >= 0 and _own_verb(right):
            pieces.append(left)
            start = right_start
    pieces.append(words[start:])
    return [_trimmed(piece) for piece in pieces if _trimmed(piece)]


def _own_verb(right: list[str]) -> bool:
    """Whether the right side is a clause and not a list ("dog and bird runs")."""
    verb = finite_verb(right, True)
    if len(right) == 1 and verb == 0 and right[0].lower() == verb_lemma(right[0]) == right[0]:
        return False
    return verb == 0 or any(nounish(each) or each.lower() in PRONOUNS | ADVERBS for each in right[:verb])


def _trimmed(words: list[str]) -> list[str]:
    piece = list(words)
    while piece and (piece[0].lower() in CONJUNCTIONS or not piece[0][:1].isalnum()):
        piece = piece[1:]
    while piece and (piece[-1].lower() in CONJUNCTIONS or not piece[-1][-1:].isalnum()):
        piece = piece[:-1]
    return piece


def split_sentences(text: str) -> list[str]:
    """Sentences and lines of a text; "No. 3" and "Mr. Hale" do not end one."""
    guarded = re.sub(r"\b(No|Mr|Mrs|Ms|Dr|St|Nr)\.", r"\1․", text)
    guarded = re.sub(r"(\d)\.(\d)", r"\1․\2", guarded)
    pieces = re.split(r"(?<=[.!?…])\s+|[;\n]+|\s+[-–—]+\s+|—", guarded)
    return [piece.replace("․", ".").strip(" .;") for piece in pieces if piece.strip(" .;!?")]
