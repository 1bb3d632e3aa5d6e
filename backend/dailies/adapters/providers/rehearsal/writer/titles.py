"""Titles for scene cards and films, taken from the brief's own words."""

from __future__ import annotations

import re

from dailies.adapters.providers.rehearsal.writer.figures import Clause, Figure, Reading
from dailies.adapters.providers.rehearsal.writer.lexicon import class_of
from dailies.adapters.providers.rehearsal.writer.words import capital, inflect, title_case

LONGEST = 30
PLAIN = frozenset("it them him her thing one something home everything".split())
PHRASE = re.compile(
    r"\b(?:across|through|past|before|after|under|over|behind|between|inside|beyond|along|without|until|at|in|by|around|"
    r"during|against|towards?|to) (?:the |a |an |his |her |its |their )?[\w' -]+?(?=$|[.,;]| and | with | for | in | at | to "  # noqa: E501
    r"| on | by | of )",
    re.IGNORECASE,
)


def bare(text: str) -> str:
    """A noun phrase without its article or owner."""
    return re.sub(r"^.*(?:'s|s') ", "", re.sub(r"^(?:the|a|an|his|her|its|their|my|your) ", "", text))


def fits(title: str) -> bool:
    """Whether a title is short enough for a card and more than a small word."""
    return 2 < len(title) <= LONGEST and title.lower() not in PLAIN


def clause_titles(clause: Clause, figures: dict[str, Figure]) -> list[str]:
    """What the card of a clause's scene could say, at least one title."""
    options: list[str] = []
    said = bare(clause.object_text)
    if said and said.split()[-1] not in PLAIN:
        options.append(said if said[:1].isupper() else f"the {said}")
        direct = re.match(r"(?:the|an?|his|her|its|their|my|one|two|three) ", clause.words)
        if clause.verb and direct and not clause.negated and not said.endswith("ing") and len(said.split()) < 4:
            options.append(f"{inflect(clause.verb.split()[0], 'VBG')} the {said}" if said[:1].islower() else said)
    options += [each.group() for each in PHRASE.finditer(clause.words)][:1]
    subject = figures.get(clause.subject)
    if not options and subject is not None:
        options.append(subject.text)
    cards = [title_case(capital(each)) for each in options if fits(each)]
    return cards or [title_case(subject.text if subject else " ".join(clause.text.strip(".").split()[:3]))]


def film_titles(reading: Reading, figures: dict[str, Figure]) -> list[str]:
    """What the film could be called, the best first."""
    options: list[str] = [reading.asks.name] if reading.asks.name else []
    clauses = [each for each in reading.clauses if each.verb]
    for clause in reversed(clauses):
        obj = figures.get(clause.object)
        said = bare(clause.object_text)
        if (
            said
            and said.split()[-1] not in PLAIN
            and (obj is None or obj.kind != "person")
            and class_of(said) != "abstract"
        ):
            options.append(said if said[:1].isupper() or " " in said else f"the {said}")
        options += [each.group() for each in PHRASE.finditer(clause.words) if len(each.group().split()) > 2][:1]
    beings = [each for each in reading.beings if each.role != "crowd"]
    if len(beings) >= 2 and len(beings[0].text) + len(beings[1].text) < 26:
        options.append(f"{beings[0].text} and {beings[1].text}")
    if reading.place:
        options.append(figures[reading.place].text)
    if beings:
        options.append(beings[0].text)
    options += [each.text for each in reading.things[:1]]
    cards = [title_case(capital(each)) for each in options if fits(each)]
    return list(dict.fromkeys(cards)) or [
        title_case(capital(" ".join(reading.asks.body.split()[:4]).strip(" .,") or "Untold"))
    ]
