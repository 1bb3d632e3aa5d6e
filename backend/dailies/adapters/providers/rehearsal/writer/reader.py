"""Reading a brief: who is in it, what they do, where and when."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer import clauses as grammar
from dailies.adapters.providers.rehearsal.writer.asks import read_asks
from dailies.adapters.providers.rehearsal.writer.clauses import Parts, phrases
from dailies.adapters.providers.rehearsal.writer.figures import Figure, Reading
from dailies.adapters.providers.rehearsal.writer.language import check_readable, spelled
from dailies.adapters.providers.rehearsal.writer.lexicon import (
    class_of,
    names,
    places,
    roles,
    table,
)
from dailies.adapters.providers.rehearsal.writer.moments import (
    TIMES,
    WEATHERS,
    season_in,
    times_in,
    weathers_in,
)
from dailies.adapters.providers.rehearsal.writer.picture_reader import PictureReader
from dailies.adapters.providers.rehearsal.writer.wares import audience_role, read_ware
from dailies.adapters.providers.rehearsal.writer.words import (
    can_be,
    inflect,
    known,
    singular,
    slug,
    tokens,
    verb_lemma,
)
from dailies.domain.brief import Brief


def read(brief: Brief) -> Reading:
    """Read a brief. Raises ProviderError ``brief_not_understood``."""
    check_readable(brief.prompt)
    asks = read_asks(spelled(brief.prompt), brief.tone, brief.audience)
    return Reader(asks, brief.prompt).read()


DIRECTIVE = re.compile(
    r"^(?:and |then |finally |please )*(?:show(?:s|ing)?|we (?:see|follow|watch|meet)|follow|picture|imagine|see|meet|"
    r"open(?:ing)? (?:on|with)|start(?:ing)? (?:on|with)|begin(?:ning)? (?:on|with)|cut to|end(?:ing)? (?:on|with))\s+(?:us\s+)?"  # noqa: E501
    r"(?=(?:an?|the|two|three|four|his|her|our|[A-Z])\b)",
    re.IGNORECASE,
)
QUESTION = re.compile(
    r"^(?:please )?(?:(?:explain|show|describe|tell)\s+(?:to )?(?:us\s+|me\s+|kids\s+)?)?(?:how|why|what|when)\s+"
    r"(?:do |does |is |are |did |can |happens (?:when|if) )?",
    re.IGNORECASE,
)
WARES = r"\b(?:app|software|product|tool|fintech|saas|platform|website|startup|gadget|device|service)\b"
REPORTING = frozenset("say think realize realise know learn believe hope wish".split())
WEATHER_CLAUSES = [["it", verb] for verb in ("rains", "snows", "storms", "rain", "snow", "pours")]
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


class Reader(PictureReader):
    """Collects figures and clauses while it goes through the sentences of one brief."""

    def read(self) -> Reading:
        """The reading of the whole brief."""
        body = self.asks.body
        product, klass, claims, audience = read_ware(self.asks)
        self._cast(product, audience)
        self.asks = replace(self.asks, audience=self.asks.audience or audience)
        product, klass = self.product, klass or (self.product.klass if self.product else "")
        if not (self.asks.kind == "howto" and not re.search(r"[:.]\s", body)):
            asked = QUESTION.sub("", body) if self.asks.kind == "explainer" else body
            for piece in grammar.split_sentences(asked):
                self._sentence(piece)
        self._musts()
        self._settle_genders(body)
        spoken = f"{self.asks.heading} {self.prompt}"
        return Reading(
            self.asks,
            tuple(each for each in self.figures.values() if each.kind != "product"),
            tuple(self.clauses),
            place=self.places[0] if self.places else "",
            destination=self.destination,
            times=tuple(dict.fromkeys(times_in(spoken))),
            weathers=tuple(dict.fromkeys(weathers_in(spoken))),
            product=product,
            product_class=klass,
            claims=claims,
            engine=self._engine(body),
            unread=tuple(self.unread),
            places=tuple(dict.fromkeys(self.places)),
            season=season_in(spoken),
        )

    def _cast(self, product: Figure | None, audience: str) -> None:
        """The advertised thing and somebody of the audience, known before the first sentence."""
        if product is None and self.asks.kind in {"walkthrough", "explainer"}:
            product = self._unnamed_ware()
        if product is not None:
            self.product = product
            self.figures[product.key] = product
            self.last_thing = product.key
        self.audience = audience_role(audience)

    def _unnamed_ware(self) -> Figure | None:
        """The name a walk-through begins with ("Splitty splits the bill") is the product's."""
        match = re.match(r"([A-Z][\w'&-]+)\b", self.asks.body)
        name = match.group(1) if match else ""
        if not name or known(name) or name.lower() in names() or not re.search(WARES, self.asks.heading, re.IGNORECASE):
            return None
        return Figure("product-" + slug(name), "product", name.lower(), name, "app", named=True)

    def _musts(self) -> None:
        """Things that have to be seen: pictures of their own where no clause shows them."""
        for must in self.asks.musts:
            words = tokens(must)
            if any(must.lower() in clause.text.lower() for clause in self.clauses) or not words:
                continue
            if grammar.finite_verb(words) >= 0:
                self._clause(words)
            else:
                self._image(words)

    def _engine(self, body: str) -> str:
        if self.clauses:
            return ""
        described = [word.lower() for each in self.figures.values() for word in each.adjectives]
        return next((word for word in described if word in table("engines")), "")

    def _sentence(self, piece: str) -> None:
        piece, shown = DIRECTIVE.subn("", self._introductions(piece))
        self.shown = bool(shown)
        words = [word for word in tokens(piece) if word not in "()?!."]
        if not words:
            return
        if self._orders(words):
            return
        if images := self._listed(words):
            for image in images:
                self._item(image)
            return
        words, pictures = self._without_tail(words)
        for clause_words in grammar.split_clauses(words):
            self._clause(clause_words)
        for picture in pictures:
            self._image(picture)

    def _introductions(self, piece: str) -> str:
        """Take "Name, a 9-year-old girl," and "Name, who has …," out of the sentence."""

        def apposition(match: re.Match[str]) -> str:
            name, extra = match.group(1), match.group(2)
            self._person(name, extra=extra)
            return name + (" " if match.group(3) == "," else match.group(3))

        def named_pair(match: re.Match[str]) -> str:
            noun = singular(match.group(1).split()[-1])
            for name in (match.group(2), match.group(3)):
                self._person(name, extra=f"a {noun}")
            return f"{match.group(2)} and {match.group(3)} "

        piece = re.sub(
            r"^(?:[Tt]he |[Tt]wo |[Ss]ome )*([a-z][\w' -]*s), ([A-Z]\w+) and ([A-Z]\w+),\s*", named_pair, piece
        )
        piece = re.sub(
            r"\b([A-Z][\w'-]+(?: [A-Z][\w'-]+)?), ((?:a|an|the|our|his|her) (?:(?!\b(?:who|that)\b)[\w' -])+?)(,|:|$)",
            apposition,
            piece,
        )

        def background(match: re.Match[str]) -> str:
            noun, relative = match.group(1), match.group(2)
            self._background(noun, relative)
            return noun + " "

        return re.sub(r"\b([A-Z]?[\w'-]+), who (?:has|have|had|used to|is|was|works|never) ([^,]+),", background, piece)

    def _background(self, noun: str, relative: str) -> None:
        figure = self._person(noun) if grammar.is_name(noun) else self._by_noun(noun)
        if figure is None:
            return
        words = tokens(relative)
        for word in words:
            lemma = verb_lemma(word)
            role = next((each for each in (lemma, lemma + "r", lemma + "er", singular(word)) if each in roles()), "")
            if role:
                self.figures[figure.key] = replace(figure, role=role, extra=figure.extra or relative)
                break
        for phrase in phrases(words):
            if class_of(phrase.head) in {"vehicle", "place"} and not self.places:
                home = table("class_homes").get(phrase.head, "") if class_of(phrase.head) == "vehicle" else phrase.head
                if home:
                    self._place(home, phrase)

    def _clause(self, words: list[str]) -> None:
        if self._order(words) or [word.lower() for word in words] in WEATHER_CLAUSES:
            return
        if self.shown and self._participle(words):
            return
        words = self._echoed(words)
        parts = grammar.take_apart(words, bool(self.clauses))
        if parts is None:
            if not self._participle(words):
                self._fragment(words)
            return
        parts, relative = self._relative(parts)
        subject = self._subject(parts)
        if subject is None:
            self._fragment(words)
            return
        if relative:
            holder = self._object(phrases(list(parts.rest))[-1], subject)
            inner = grammar.take_apart(relative, True)
            if holder is not None and inner is not None:
                self._add(inner, holder, relative)
        parts, purposes = purposes_of(parts)
        self._add(parts, self.figures.get(subject.key, subject), words)
        for purpose in purposes:
            self._add(purpose, self.figures.get(subject.key, subject), words)

    def _echoed(self, words: list[str]) -> list[str]:
        """Read "the dog can", said after somebody cannot, as the same verb again."""
        if not self.clauses or len(words) < 2 or words[-1].lower() not in {"can", "does", "do", "did", "will", "could"}:
            return words
        last = self.clauses[-1]
        return [*words[:-1], inflect(last.verb.split()[0], "VBZ")] if last.verb and last.negated else words

    def _relative(self, parts: Parts) -> tuple[Parts, list[str]]:
        """Take "that refuses to sing" off the end of a clause."""
        cut = next((i for i, word in enumerate(parts.rest) if word.lower() in {"that", "which", "who"} and i), -1)
        if cut <= 0 or not parts.rest[cut + 1 :] or parts.verb in REPORTING:
            return parts, []
        tail = list(parts.rest[cut + 1 :])
        noun_phrases = phrases(list(parts.rest[:cut]))
        if noun_phrases and noun_phrases[-1].end == cut and grammar.finite_verb(tail, True) == 0:
            return replace(parts, rest=parts.rest[:cut]), tail
        return parts, []

    def _orders(self, words: list[str]) -> bool:
        """Read "wear your helmet, check the forklift" as one order after another."""
        items: list[list[str]] = [[]]
        for word in words:
            if word in {",", ";"}:
                items.append([])
            else:
                items[-1].append(word)
        items = [each[1:] if each[:1] and each[0].lower() in {"and", "then"} else each for each in items if each]
        if len(items) < 2 or not self._is_order(items[0]):
            return False
        for item in items:
            if len(item) == 1 and can_be(item[0], "VERB"):
                self._add(Parts((), item[0].lower(), False, "", (), ()), self._doer(), item)
                continue
            self._clause(item)
        return True

    def _fragment(self, words: list[str]) -> None:
        """Words without a verb: a list of figures, a time, weather."""
        found = phrases(words)
        for phrase in found:
            said = " ".join(phrase.words).lower()
            if said in places() or class_of(said) == "place" or class_of(phrase.head) == "place":
                self._place(phrase.head, phrase)
                continue
            subject = self.figures.get(self.last_person)
            figure = self._object(phrase, subject)
            if figure is not None and figure.kind == "person":
                self.last_person = figure.key
            if figure is not None and phrase.determiner in {"her", "his"} and subject is not None:
                self.figures[subject.key] = replace(
                    self.figures[subject.key], gender="f" if phrase.determiner == "her" else "m"
                )
        if not found and not any(word.lower() in WEATHERS or word.lower() in TIMES for word in words):
            self.unread.append(" ".join(words))
