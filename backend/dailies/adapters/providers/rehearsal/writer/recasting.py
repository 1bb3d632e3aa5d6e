"""Saying a clause another way before it is read: active for passive, a purpose of its own, nobody addressed."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer import clauses as grammar
from dailies.adapters.providers.rehearsal.writer.clauses import Parts, phrases
from dailies.adapters.providers.rehearsal.writer.lexicon import calendar, geography, names, roles, table
from dailies.adapters.providers.rehearsal.writer.words import can_be, known, verb_lemma

QUESTION = re.compile(
    r"^(?:please )?(?:(?:explain|show|describe|tell)\s+(?:to )?(?:us\s+|me\s+|kids\s+)?)?(?:how|why|what|when)\s+"
    r"(?:do |does |is |are |did |can |happens (?:when|if) )?",
    re.IGNORECASE,
)
REPORTING = frozenset("say think realize realise know learn believe hope wish".split())
STEADY = frozenset("be go come have get seem use need start stop begin".split())


def purposes_of(parts: Parts) -> tuple[Parts, list[Parts]]:
    """Cut "to cross the village and rescue the goat" off "builds a raft": each purpose is a clause of its own."""
    rest = list(parts.rest)
    if parts.verb in table("catenatives")["verbs"] or parts.modal or parts.verb in REPORTING:
        return parts, []
    at = next(
        (
            index
            for index, word in enumerate(rest)
            if index
            and word.lower() == "to"
            and index + 2 < len(rest)
            and can_be(rest[index + 1], "VERB")
            and verb_lemma(rest[index + 1]) == rest[index + 1].lower()
            and (rest[index + 2].lower() in grammar.DETERMINERS | grammar.POSSESSIVES | grammar.OBJECT_PRONOUNS)
            and rest[index + 1].lower() not in STEADY
            and rest[index - 1].lower()
            not in {"how", "way", "time", "able", "ready", "chance", "it", "him", "her", "them"}
        ),
        -1,
    )
    if at < 1 or not phrases(rest[:at]):
        return parts, []
    pieces: list[list[str]] = [[]]
    for index, word in enumerate(rest[at + 1 :], at + 1):
        following = rest[index + 1] if index + 1 < len(rest) else ""
        if word.lower() in {"and", ","} and can_be(following, "VERB") and verb_lemma(following) == following.lower():
            pieces.append([])
        else:
            pieces[-1].append(word)
    made = [Parts((), piece[0].lower(), False, "", (), tuple(piece[1:])) for piece in pieces if piece]
    return replace(parts, rest=tuple(rest[:at])), made


def uncapped(words: list[str]) -> list[str]:
    """A plain first word without its capital ("Lost umbrella"), so that it's nobody's name."""
    first = words[0] if words else ""
    plain = first[:1].isupper() and first[1:].islower() and known(first.lower()) and first.lower() not in names()
    if not plain or first.lower() in calendar() or first.lower() in geography():
        return words
    if len(words) > 1 and words[1][:1].isupper() and first.lower() not in roles():
        return words
    return [first.lower(), *words[1:]]


def active(parts: Parts | None) -> Parts | None:
    """Read "a chef is served by her son" as "her son serves a chef"."""
    if parts is None or parts.verb != "be" or len(parts.rest) < 3 or parts.rest[1].lower() != "by":
        return parts
    agent = phrases(list(parts.rest[2:]))
    if not grammar.is_participle(parts.rest[0]) or not agent or agent[0].start:
        return parts
    end = 2 + agent[0].end
    done = verb_lemma(parts.rest[0])
    patient = [each.lower() if each.lower() in grammar.DETERMINERS else each for each in parts.subject]
    return replace(parts, subject=parts.rest[2:end], verb=done, adverbs=(), rest=(*patient, *parts.rest[end:]))


TOPIC = re.compile(
    r"^(?:(?:please )?explain (?:our |the |a |an )?|what happens to|how|the (?:life|journey|story|way) of|about|what is|what are) (?P<topic>[^:]{3,70}):\s+(?=\S)",  # noqa: E501
    re.IGNORECASE,
)


ASKED = re.compile(r"^(?:what|why|how|when|where|who)\b[^?.!]*\?\s+(?=\S)", re.IGNORECASE)


def addressed(text: str) -> str:
    """A text that speaks to somebody ("you choose, we wrap") told of a customer and a team."""
    text = re.sub(r"\byour\b", "the customer's", re.sub(r"\byou\b", "the customer", text), count=0)
    return re.sub(r"\bour\b", "the", re.sub(r"\b[Ww]e\b", "the team", text))
