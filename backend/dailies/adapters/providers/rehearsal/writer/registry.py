"""Who and what a brief has named so far: figures by key, and who a pronoun means."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer import clauses as grammar
from dailies.adapters.providers.rehearsal.writer.clauses import Phrase
from dailies.adapters.providers.rehearsal.writer.figures import Clause, Figure
from dailies.adapters.providers.rehearsal.writer.lexicon import (
    calendar,
    class_of,
    geography,
    names,
    roles,
    table,
)
from dailies.adapters.providers.rehearsal.writer.moments import TIMES, WEATHERS
from dailies.adapters.providers.rehearsal.writer.words import inflect, is_plural, known, singular, slug

CROWD = {
    "everyone": "everyone",
    "everybody": "everyone",
    "people": "people",
    "nobody": "nobody",
    "someone": "a stranger",
}
ORDINALS = frozenset("first last next same whole second third".split())
NOT_THINGS = frozenset(
    "day night morning evening time way moment year hour minute week month end beginning thing lot bit piece side other second third "  # noqa: E501
    "winter summer autumn spring season night-time idea chance turn place-time "
    "life stop mistake rest something nothing everything anything film scene shot video ad weather twenty ten kind sort part "  # noqa: E501
    "first last one two three four five".split()
)


LIVELY = frozenset("scarecrow snowman doll puppet marionette teddy gnome gargoyle golem toy".split())
"""Things that act like somebody in a story; they have hands."""


class Registry:
    """Figures in order of appearance, and the last thing, person and being spoken of."""

    def __init__(self) -> None:
        self.figures: dict[str, Figure] = {}
        self.clauses: list[Clause] = []
        self.places: list[str] = []
        self.product: Figure | None = None
        self.last_thing = ""
        self.last_person = ""
        self.last_being = ""

    def _pronoun(self, word: str, subject: bool = False, apart: str = "", verb: str = "") -> Figure | None:
        """Whom a pronoun means. ``apart``: figure it can't mean; ``verb``: what it does, where it is the subject."""
        figures = self.figures
        if word in CROWD:
            text = CROWD[word]
            return figures.setdefault(
                slug(text), Figure(slug(text), "person", text, text, "person", False, "n", role="crowd")
            )
        if word in {"he", "him", "she", "her", "himself", "herself"}:
            gender = "m" if word in {"he", "him", "himself"} else "f"
            order = [each for each in reversed(list(figures.values())) if each.kind in {"person", "animal"}]
            order = [each for each in order if each.key != apart] or order
            recent = [self._last_subject(), self.last_being]
            order.sort(
                key=lambda each: (
                    self._likely(each) not in {gender, ""},
                    self._likely(each) != gender and each.gender != gender,
                    each.kind != "person",
                    recent.index(each.key) if each.key in recent else 2,
                )
            )
            match = next((each for each in order if each.gender in {gender, ""} and each.role != "crowd"), None)
            if match is not None and not match.gender:
                match = replace(match, gender=gender)
                figures[match.key] = match
            return match
        if word in {"they", "them"}:
            things = self.figures.get(self.last_thing)
            beings = [each for each in self.figures.values() if each.kind in {"person", "animal"}]
            if word == "them" and things is not None and (things.plural or len(beings) < 2):
                return things
            many = [each for each in figures.values() if each.plural and each.kind in {"person", "animal", "pair"}]
            beings = [each for each in figures.values() if each.kind in {"person", "animal"} and each.role != "crowd"]
            if many:
                return next((each for each in many if each.role != "crowd"), many[-1])
            if len(beings) >= 2:
                pair = Figure(
                    f"{beings[0].key}-and-{beings[1].key}",
                    "pair",
                    "",
                    f"{beings[0].text} and {beings[1].text}",
                    "person",
                    True,
                )
                return figures.setdefault(pair.key, pair)
            return beings[-1] if beings else None
        if word in {"it", "itself", "one"}:
            minded = verb in table("catenatives")["minded"]
            hero = next((each for each in figures.values() if each.kind == "animal" and not each.plural), None)
            if subject and minded and hero is not None:
                return hero
            if self.last_thing:
                return figures.get(self.last_thing)
            animal = next((each for each in reversed(list(figures.values())) if each.kind == "animal"), None)
            return animal
        return None

    def _likely(self, figure: Figure) -> str:
        role = roles().get(figure.role)
        given = figure.gender or (role.gender if role else "")
        if not given and figure.named and figure.kind == "person":
            return "f" if figure.text.split()[0].lower().endswith(("a", "ie", "elle", "ine")) else ""
        return given

    def _last_subject(self) -> str:
        return self.clauses[-1].subject if self.clauses else ""

    def _object(self, phrase: Phrase, subject: Figure | None) -> Figure | None:
        """The figure a noun phrase speaks of; None for times, weather and abstractions."""
        head = phrase.head
        lowered = singular(head)
        said = " ".join(phrase.words)
        if self.product is not None and not phrase.owner and self._is_product(said, head):
            return self.product
        if head.lower() in calendar() or said.lower() in geography():
            return None
        owner = ""
        if phrase.owner:
            holder = self._owner(phrase)
            owner = holder.key if holder else ""
        elif phrase.determiner in grammar.POSSESSIVES and subject is not None and subject.kind == "person":
            gender = {"his": "m", "her": "f"}.get(phrase.determiner, "")
            if gender and not subject.gender:
                self.figures[subject.key] = replace(subject, gender=gender)
            owner = subject.key
        if grammar.is_name(head) and (head.lower() in names() or not known(head)) and not phrase.determiner:
            return self._person(said)
        before = phrase.words[-2] if len(phrase.words) > 1 else ""
        if before and head[:1].isupper() and class_of(before) in {"person", "animal"} and not before[:1].isupper():
            return self._person(head, extra="a " + " ".join(phrase.words[:-1]))
        if lowered in NOT_THINGS or lowered in WEATHERS or lowered in TIMES or head.lower() in grammar.CONJUNCTIONS:
            return None
        klass = class_of(said.lower()) or class_of(head)
        if head.lower() in CROWD:
            return self._pronoun(head.lower())
        if klass in {"abstract", "place", "weather"}:
            return None
        if head.lower() == "one":
            return self.figures.get(self.last_thing)
        if not klass and not phrase.determiner and not phrase.owner and not is_plural(head):
            return None
        plural = is_plural(head) or phrase.determiner in (grammar.NUMBERS - {"one"}) | {"every", "all"}
        if phrase.determiner == "every" and not is_plural(head):
            head = inflect(head, "NNS")
            said = " ".join([*phrase.words[:-1], head])
        kind = "person" if klass == "crowd" else klass if klass in {"person", "animal"} else "thing"
        if klass == "robot" or lowered in LIVELY:
            kind, klass = "animal", "robot"
        existing = self._by_noun(head)
        if existing is not None and (not phrase.adjectives or set(phrase.adjectives) <= set(existing.adjectives)):
            self._note_thing(existing)
            return existing
        key = self._key(lowered)
        number = phrase.determiner if phrase.determiner in grammar.NUMBERS else ""
        if phrase.owner:
            text = f"{self.figures[owner].text if owner else 'the ' + ' '.join(phrase.owner)}'s {said}"
        else:
            text = f"the {number + ' ' if number else ''}{said.lower() if kind != 'thing' else said}"
        figure = Figure(
            key, kind, lowered, text, klass, plural, self._gender(said), tuple(phrase.adjectives), owner=owner
        )
        if kind == "person":
            figure = replace(figure, role="child" if "-year-old" in lowered else self._role(said, lowered))
            if klass == "crowd" and not figure.role:
                figure = replace(figure, role="crowd", klass="person")
            if "-year-old" in lowered:
                figure = replace(figure, extra=said)
        self.figures[key] = figure
        self._note_thing(figure)
        return figure

    def _is_product(self, said: str, head: str) -> bool:
        """Whether the words name the advertised thing."""
        product = self.product
        if product is None:
            return False
        name = product.text.removeprefix("the ").lower()
        lowered = said.lower()
        if product.named:
            return lowered in {name, name.split()[0]} or (head.lower() == product.klass and not head[:1].isupper())
        return lowered == name or singular(head) == product.noun

    def _key(self, noun: str) -> str:
        key = slug(noun)
        number = 2
        while key in self.figures:
            key = f"{slug(noun)}-{number}"
            number += 1
        return key

    def _role(self, said: str, noun: str) -> str:
        lowered = said.lower()
        return next((each for each in (lowered, noun) if each in roles()), "")

    def _gender(self, said: str) -> str:
        genders = table("names")["gendered"]
        words = [singular(word) for word in said.lower().split()]
        return next((gender for word in words for gender in ("f", "m") if word in genders[gender]), "")

    def _note_thing(self, figure: Figure) -> None:
        if (
            figure.kind == "thing"
            and figure.klass not in {"drink", "part", "body", "liquid"}
            or figure.kind == "thing"
            and not self.last_thing
        ):
            self.last_thing = figure.key

    def _owner(self, phrase: Phrase) -> Figure | None:
        words = phrase.owner
        if grammar.is_name(words[-1]):
            return self._person(" ".join(words))
        inner = Phrase(0, 0, words[-1], phrase.determiner or "the", words, (), "")
        return self._object(inner, None)

    def _by_noun(self, noun: str) -> Figure | None:
        lowered = singular(noun)
        return next((each for each in self.figures.values() if each.noun == lowered and lowered), None)

    def _person(self, name: str, extra: str = "") -> Figure:
        name = name.strip()
        if self.product is not None and name.lower() in {
            self.product.text.lower(),
            self.product.text.lower().split()[0],
        }:
            return self.product
        before, _, last = name.rpartition(" ")
        if before and last[:1].isupper() and singular(before.split()[-1]) in roles():
            name, extra = last, extra or before.lower()
        title, _, rest = name.partition(" ")
        titled = title.lower() if rest and title.lower() in roles() else ""
        if titled:
            extra = extra or f"a {titled}"
        key = slug(name)
        called = rest.split()[0] if titled else name.split()[0]
        existing = self.figures.get(key) or next(
            (each for each in self.figures.values() if each.named and called in each.text.split()), None
        )
        if existing is not None:
            return existing
        words = extra.split()
        gender = {"n": ""}.get(names().get(called.lower(), ""), names().get(called.lower(), ""))
        gender = gender or self._gender(extra)
        role = ""
        animal = ""
        for word in reversed([each.strip(",.") for each in words]):
            role = role or (singular(word) if singular(word) in roles() else "")
            animal = animal or (singular(word) if class_of(word) == "animal" else "")
        kind = "animal" if animal and not role else "person"
        noun = animal if kind == "animal" else role
        figure = Figure(key, kind, noun, name, kind, False, gender, tuple(words[1:-1]), extra, role=role, named=True)
        self.figures[key] = figure
        return figure

    def _map_place(self, name: str, said: str) -> str:
        """A place of the map; where the brief has named a kind of place too, that place lies there."""
        key = slug(name)
        if self.places and key not in self.places and self.figures[self.places[0]].role == "":
            here = self.places[0]
            self.figures[here] = replace(self.figures[here], extra=f"in {said}")
            return here
        self.places.append(key)
        return self.figures.setdefault(
            key, Figure(key, "place", name, said, "place", role=geography()[name], named=True)
        ).key

    def _place(self, head: str, phrase: Phrase) -> str:
        said = " ".join(word for word in phrase.words if word.lower() not in ORDINALS).lower() or head.lower()
        key = slug(said)
        short = next((each for each in self.places if each.endswith(slug(head))), "")
        if short and not phrase.adjectives:
            return short
        self.places.append(key)
        self.figures.setdefault(
            key, Figure(key, "place", said, f"the {said}", "place", adjectives=tuple(phrase.adjectives))
        )
        return key

    def _settle_genders(self, body: str) -> None:
        """Give a being without a gender the one pronoun gender of the text, or its role's."""
        lowered = set(re.findall(r"[a-z]+", body.lower()))
        hints = {"f": bool(lowered & {"she", "her", "herself"}), "m": bool(lowered & {"he", "him", "his", "himself"})}
        only = "f" if hints["f"] and not hints["m"] else "m" if hints["m"] and not hints["f"] else ""
        people = [each for each in self.figures.values() if each.kind == "person"]
        taken = any(each.gender == only for each in people)
        for index, figure in enumerate(people):
            if figure.gender or figure.plural:
                continue
            role = roles().get(figure.role)
            gender = (only if not taken and not index else "") or (role.gender if role else "")
            self.figures[figure.key] = replace(figure, gender=gender)
