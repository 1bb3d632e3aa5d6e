"""One clause taken apart into its figures: who does it, to what, where."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer import clauses as grammar
from dailies.adapters.providers.rehearsal.writer.asks import Asks
from dailies.adapters.providers.rehearsal.writer.clauses import Parts, Phrase, phrases
from dailies.adapters.providers.rehearsal.writer.figures import Clause, Figure
from dailies.adapters.providers.rehearsal.writer.lexicon import (
    class_of,
    geography,
    names,
    places,
    scripts,
    table,
)
from dailies.adapters.providers.rehearsal.writer.moments import (
    TIMES,
    WEATHERS,
)
from dailies.adapters.providers.rehearsal.writer.registry import NOT_THINGS, Registry
from dailies.adapters.providers.rehearsal.writer.words import (
    can_be,
    inflect,
    is_plural,
    sentence,
    singular,
    slug,
    verb_lemma,
)

TRAVERSED = frozenset(
    "cross enter reach leave explore visit climb clean sweep open close paint flood haunt tour circle walk rob empty fill "  # noqa: E501
    "renovate restore guard search roam wander ride sail".split()
)
COLLECTIVE = frozenset(
    "club class company office platform carriage bar pub street village town city school circus".split()
)
WISHES = frozenset("want try hope dream need decide long attempt plan wish".split())


class ClauseReader(Registry):
    """Adds clauses to what was read, with every noun phrase and pronoun resolved."""

    def __init__(self, asks: Asks, prompt: str) -> None:
        super().__init__()
        self.asks = asks
        self.prompt = prompt
        self.destination = ""
        self.unread: list[str] = []
        self.audience = ""
        self.shown = False

    def _add(self, parts: Parts, subject: Figure, source: list[str]) -> None:
        rest, obj, object_text, companion, place, goal = self._rest(parts, subject)
        verb = parts.verb
        if (
            parts.rest
            and parts.rest[0].lower() in grammar.PARTICLES
            or parts.rest
            and f"{verb} {parts.rest[0].lower()}" in scripts()
        ):
            verb = f"{verb} {parts.rest[0].lower()}"
        inner = re.match(r"(?:to|and) (\w+)", rest)
        wish = False
        made = self._made(parts)
        if made:
            verb = made
        elif parts.verb in table("catenatives")["verbs"] and inner and can_be(inner.group(1), "VERB"):
            verb = inner.group(1)
            wish = parts.verb in WISHES
        elif parts.verb in {"start", "keep", "begin", "stop"} and rest.split() and rest.split()[0].endswith("ing"):
            verb = verb_lemma(rest.split()[0])
        several = subject.plural or subject.kind == "pair"
        finite = inflect(parts.verb, "VBP" if several else "VBZ") if parts.verb == "be" or not several else parts.verb
        if parts.modal:
            finite = f"{parts.modal} {parts.verb}"
        elif parts.negated and "never" not in parts.adverbs:
            finite = f"{'do' if several else 'does'} not {parts.verb}"
            if parts.verb == "be":
                finite = "are not" if several else "is not"
        adverbs = " ".join(each for each in parts.adverbs if each not in {"then", "also"})
        text = sentence(f"{subject.text} {adverbs} {finite} {rest}")
        self.clauses.append(
            Clause(
                subject.key,
                verb,
                text,
                obj,
                object_text,
                place or self._lead_place(parts),
                goal,
                parts.negated,
                companion,
                " ".join(source),
                wish,
                rest,
            )
        )

    def _made(self, parts: Parts) -> str:
        """The verb of "makes one child laugh", with what is made of it ("make laugh"), or ""."""
        if parts.verb not in {"make", "let", "help", "watch", "see", "hear"}:
            return ""
        for phrase in phrases(list(parts.rest))[:1]:
            after = parts.rest[phrase.end].lower() if phrase.end < len(parts.rest) else ""
            if after and class_of(phrase.head) in {"person", "animal"} and verb_lemma(after) == after:
                said = f"{parts.verb} {after}"
                return said if said in scripts() else after if after in scripts() and parts.verb != "make" else said
        return ""

    def _lead_place(self, parts: Parts) -> str:
        for phrase in phrases(list(parts.lead)):
            if class_of(phrase.head) == "place" and phrase.preposition in {"in", "at", "on", "inside"}:
                return self._place(phrase.head, phrase)
        return ""

    def _subject(self, parts: Parts) -> Figure | None:
        words = list(parts.subject)
        if not words:
            return self.figures.get(self.clauses[-1].subject) if self.clauses else None
        first = words[0].lower()
        if words[-1].lower() in {"he", "she", "they", "it"}:
            return self._pronoun(words[-1].lower(), subject=True, verb=parts.verb)
        if len(words) == 1 and first in grammar.PRONOUNS | {"one", "this", "that"}:
            return self._pronoun(first, subject=True, verb=parts.verb)
        found = phrases(words)
        leading = [each for each in found if each.preposition and each.start > 0]
        for phrase in leading:
            if " ".join(phrase.words).lower() in geography():
                self._map_place(" ".join(phrase.words).lower(), " ".join(phrase.words))
            elif self._unknown_place(phrase):
                self._own_place(phrase)
            elif class_of(phrase.head) == "place" or " ".join(phrase.words).lower() in places():
                self._place(phrase.head, phrase)
        heads = [each for each in found if not each.preposition]
        heads = [
            each for each in heads if singular(each.head) not in NOT_THINGS and each.head.lower() not in TIMES
        ] or heads
        if words[0].lower() in grammar.PREPOSITIONS and found and len(found) > 1:
            heads = found[1:]
        if not heads:
            return self._pronoun(words[-1].lower(), True) if words[-1].lower() in grammar.PRONOUNS else None
        figure = self._object(heads[0], None)
        if figure is None and singular(heads[0].head) in COLLECTIVE:
            said = f"the {' '.join(heads[0].words)}"
            figure = Figure(slug(said), "person", heads[0].head.lower(), said, "person", role="crowd", gender="n")
            return self.figures.setdefault(figure.key, figure)
        if figure is None:
            said = " ".join(heads[0].words)
            return Figure(
                f"unseen-{slug(said)}",
                "thing",
                heads[0].head.lower(),
                f"the {said}" if heads[0].determiner else said,
                "abstract",
                is_plural(heads[0].head),
            )
        if (
            heads[0].determiner in grammar.POSSESSIVES
            and self.last_being
            and figure.kind == "person"
            and not figure.owner
        ):
            figure = replace(figure, owner=self.last_being)
            self.figures[figure.key] = figure
        if len(heads) > 1 and "and" in [word.lower() for word in words]:
            other = self._object(heads[1], None)
            if other is not None:
                pair = Figure(
                    f"{figure.key}-and-{other.key}", "pair", "", f"{figure.text} and {other.text}", figure.klass, True
                )
                self.figures.setdefault(pair.key, pair)
                self.last_person = figure.key
                return pair
        if figure.kind == "thing" and class_of(figure.noun) == "":
            figure = self._maybe_person(figure, parts)
        if figure.kind in {"person", "animal"}:
            self.last_being = (
                figure.owner if figure.owner and heads[0].determiner in grammar.POSSESSIVES else figure.key
            )
            self.last_person = figure.key if figure.kind == "person" else self.last_person
        return figure

    def _unknown_place(self, phrase: Phrase) -> bool:
        """Whether the words are a place with a name of its own ("in Lake Victoria")."""
        named = phrase.preposition in {"in", "at", "near"} and all(word[:1].isupper() for word in phrase.words)
        return named and not any(word.lower() in names() for word in phrase.words)

    def _own_place(self, phrase: Phrase) -> str:
        said = " ".join(phrase.words)
        known = next((word.lower() for word in phrase.words if class_of(word) == "place"), "")
        key = slug(said)
        self.places.append(key)
        self.figures.setdefault(
            key, Figure(key, "place", known or said.lower(), said, "place", role=known, named=not known)
        )
        return key

    def _maybe_person(self, figure: Figure, parts: Parts) -> Figure:
        """An unknown noun that does what people do is a person."""
        if parts.verb in table("catenatives")["human"]:
            figure = replace(figure, kind="person", klass="person")
            self.figures[figure.key] = figure
        return figure

    def _rest(self, parts: Parts, subject: Figure) -> tuple[str, str, str, str, str, str]:
        """The words after the verb with pronouns resolved, the object, companion, place and goal."""
        words = list(parts.rest)
        obj, object_text, companion, place, goal = "", "", "", "", ""
        pieces = []
        for index, word in enumerate(words):
            pieces.append(self._resolved(words, index, subject))
            if word.lower() in {"it", "him", "her", "them"} and not obj and pieces[-1] != word:
                spoken_of = self._pronoun(word.lower(), apart=subject.key)
                if spoken_of is not None and spoken_of.key != subject.key:
                    obj, object_text = spoken_of.key, spoken_of.text
        inner = 2 if len(words) > 2 and words[0].lower() == "to" and can_be(words[1], "VERB") else 0
        for phrase in phrases(words[inner:]):
            lowered = " ".join(phrase.words).lower()
            kind = class_of(lowered) or class_of(phrase.head)
            if phrase.preposition in {"before", "after", "until"}:
                continue
            if phrase.preposition and lowered in geography():
                key = self._map_place(lowered, " ".join(phrase.words))
                place, goal = (place, key) if phrase.preposition == "to" else (place or key, goal)
                continue
            if kind == "place" and not phrase.preposition and parts.verb in TRAVERSED:
                key = self._place(phrase.head, phrase)
                object_text = object_text or self.figures[key].text
                place = place or key
                if parts.verb in {"reach", "leave"}:
                    place, goal = ("", key) if parts.verb == "reach" else (key, goal)
                continue
            if phrase.preposition in {
                "in",
                "at",
                "on",
                "into",
                "inside",
                "through",
                "from",
                "onto",
                "across",
                "under",
                "for",
                "to",
                "around",
            } and (kind == "place" or lowered in places()):
                key = self._place(phrase.head, phrase)
                if phrase.preposition in {"to", "into", "onto"}:
                    goal = key
                elif phrase.preposition == "for":
                    place = place or key
                else:
                    place = place or key
                continue
            if phrase.preposition == "to" and not phrase.determiner and can_be(phrase.head, "VERB"):
                continue
            if phrase.start == 1 and words[0].lower() in grammar.PARTICLES:
                phrase = replace(phrase, preposition="")
            figure = self._object(phrase, subject)
            if figure and figure.kind == "animal" and figure.key != subject.key:
                self.last_thing = figure.key
            if figure is None:
                if not object_text and not phrase.preposition and singular(phrase.head) not in WEATHERS:
                    object_text = self._plain(phrase, subject)
                continue
            if figure.key == subject.key:
                continue
            if not obj and (
                not phrase.preposition or phrase.preposition in {"to", "at", "for", "with", "of", "after", "behind"}
            ):
                obj, object_text = figure.key, figure.text
            if figure.kind in {"person", "animal"} and figure.key != obj:
                companion = figure.key
            if not companion and figure.owner:
                companion = figure.owner
        text = grammar.text_of(pieces)
        if obj and self.figures[obj].kind in {"thing", "animal"}:
            self.last_thing = obj
        for figure in list(self.figures.values()):
            if figure.kind in {"person", "animal"} and not figure.named and not figure.plural:
                said = figure.text.removeprefix("the ")
                text = re.sub(rf"\b(?:a|an) {re.escape(said)}\b", figure.text, text)
        return text, obj, object_text, companion, place, goal

    def _plain(self, phrase: Phrase, subject: Figure) -> str:
        said = " ".join(phrase.words)
        if phrase.determiner in grammar.POSSESSIVES:
            return f"the {said}"
        return f"the {said}" if phrase.determiner else said

    def _resolved(self, words: list[str], index: int, subject: Figure) -> str:
        lowered = words[index].lower()
        after = words[index + 1] if index + 1 < len(words) else ""
        possessive = lowered in {"his", "its", "their"} or (lowered == "her" and after and grammar.describing(after))
        if possessive or lowered not in {"him", "her", "it", "them"}:
            return words[index]
        figure = self._pronoun(lowered, apart=subject.key)
        if figure is None or figure.key == subject.key:
            return words[index]
        return figure.text
