"""Steps written as orders: "empty the tray, mix vinegar and water, run it twice"."""

from __future__ import annotations

import re

from dailies.adapters.providers.rehearsal.writer import clauses as grammar
from dailies.adapters.providers.rehearsal.writer.lexicon import class_of, names, noun_classes, scripts
from dailies.adapters.providers.rehearsal.writer.splitting import split_sentences
from dailies.adapters.providers.rehearsal.writer.words import can_be, tokens, verb_lemma

BODILY = frozenset(
    "walk run stop stand sit lie breathe stretch reach look listen smile wait line stay greet bend kneel jump meet go come leave "  # noqa: E501
    "turn twist roll hum rock swing count sing talk call ask say nod relax rest lean step climb follow join gather".split()  # noqa: E501
)
"""What a whole body does: a hand alone can't be shown doing it."""

LEADS = frozenset(
    "then first next finally now lastly please always just afterwards so and but simply slowly gently".split()
)
HOW_TO = re.compile(r"^(?:how[ -]to|guide to|a guide to|ways? to) (?P<what>[^:.\n]+?)\s*[:.]\s+(?=\S)", re.IGNORECASE)
FOLLOWERS = (
    grammar.DETERMINERS
    | grammar.POSSESSIVES
    | grammar.PREPOSITIONS
    | grammar.OBJECT_PRONOUNS
    | grammar.NUMBERS
    | grammar.PARTICLES
)


def orders(word: str, after: str) -> bool:
    """Whether a step can begin with the word: the plain form of a verb, not a noun that only looks like one."""
    lowered = word.lower()
    if lowered in {"never", "don't"}:
        return True
    if not can_be(lowered, "VERB") or verb_lemma(lowered) != lowered or lowered in names() and word[:1].isupper():
        return False
    if lowered in grammar.DETERMINERS | grammar.PREPOSITIONS | grammar.PRONOUNS | grammar.AUXILIARIES - {"do", "have"}:
        return False
    if not after or not after[:1].isalnum() or after.lower() in FOLLOWERS:
        return True
    if lowered in scripts() or not can_be(lowered, "NOUN"):
        return not (class_of(lowered) in {"person", "animal", "food", "drink"} or lowered in noun_classes())
    return False


def split_steps(body: str) -> list[list[str]]:
    """The steps of a text as word lists; empty where fewer than half of its pieces are orders."""
    pieces: list[list[str]] = []
    for line in split_sentences(re.sub(r"[:;]\s", ". ", body)):
        words = [word for word in tokens(line) if word not in "()?!."]
        start = 0
        for index, word in enumerate(words):
            at = index + 1
            joint = word == "," or word.lower() in {"and", "then"}
            while joint and at < len(words) and words[at].lower() in LEADS | {","}:
                at += 1
            if not joint or index < start or at >= len(words):
                continue
            after = words[at + 1] if at + 1 < len(words) else ""
            firm = word == "," or word.lower() == "then" or after.lower() in FOLLOWERS - {"and"}
            if firm and orders(words[at], after):
                pieces.append(words[start:index])
                start = at
        pieces.append(words[start:])
    pieces = [trimmed(each) for each in pieces]
    pieces = [each for each in pieces if each and each[0].lower() not in {"done", "finished", "ready"}]
    told = sum(orders(each[0], each[1] if len(each) > 1 else "") for each in pieces)
    return pieces if told >= 2 and told * 2 > len(pieces) else []


def trimmed(words: list[str]) -> list[str]:
    """The words of a step without what only leads to it ("and then")."""
    piece = list(words)
    while piece and (piece[0].lower() in LEADS or not piece[0][:1].isalnum()):
        piece = piece[1:]
    while piece and not piece[-1][-1:].isalnum():
        piece = piece[:-1]
    return piece
