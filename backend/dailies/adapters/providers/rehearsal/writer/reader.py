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
from dailies.adapters.providers.rehearsal.writer.picture_reader import PictureReader, says_when
from dailies.adapters.providers.rehearsal.writer.recasting import (
    ASKED,
    QUESTION,
    REPORTING,
    TOPIC,
    active,
    addressed,
    purposes_of,
    uncapped,
)
from dailies.adapters.providers.rehearsal.writer.registry import NOT_THINGS
from dailies.adapters.providers.rehearsal.writer.splitting import (
    split_clauses,
    split_sentences,
    spread_objects,
    spread_passives,
)
from dailies.adapters.providers.rehearsal.writer.steps import HOW_TO, orders, split_steps
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
WARES = r"\b(?:app|software|product|tool|fintech|saas|platform|website|startup|gadget|device|service)\b"
WEATHER_CLAUSES = [["it", verb] for verb in ("rains", "snows", "storms", "rain", "snow", "pours")]
REALMS = "village|town|city|island|kingdom|port|valley|land|planet|country|forest|hamlet|harbour|harbor"


class Reader(PictureReader):
    """Collects figures and clauses while it goes through the sentences of one brief."""

    def read(self) -> Reading:
        """The reading of the whole brief."""
        body = self.asks.body
        product, klass, claims, audience = read_ware(self.asks)
        self._cast(product, audience)
        self.asks = replace(self.asks, audience=self.asks.audience or audience)
        product, klass = self.product, klass or (self.product.klass if self.product else "")
        if self.asks.kind in {"howto", "walkthrough"} and self._steps(body):
            pass
        elif not (self.asks.kind == "howto" and not re.search(r"[:.]\s", body)):
            body = re.sub(r"^how [^.:?]+? works?[.:?]\s+", "", body, flags=re.IGNORECASE)
            asked = self._own_facts(body) if self.asks.kind == "explainer" else body
            for piece in split_sentences(asked):
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

    def _steps(self, body: str) -> bool:
        """Read a list of orders, one clause each. Returns whether it was one."""
        body = HOW_TO.sub("", body)
        found = split_steps(body)
        for words in found:
            plain = [{"your": "the", "yours": "it", "you": "them"}.get(word.lower(), word) for word in words]
            never = plain[0].lower() in {"never", "don't"} or [each.lower() for each in plain[:2]] == ["do", "not"]
            while plain and plain[0].lower() in {"never", "don't", "always"}:
                plain = plain[1:]
            if not plain:
                continue
            if not orders(plain[0], plain[1] if len(plain) > 1 else ""):
                self._sentence(" ".join(words))
                continue
            doer = self._doer(plain[0].lower())
            self._add(Parts((), plain[0].lower(), never, "", (), tuple(plain[1:])), doer, words)
        return bool(found)

    def _own_facts(self, body: str) -> str:
        """The body of an explainer without its question; what it is about is known before the first fact."""
        match = TOPIC.match(body)
        if match is None:
            for phrase in phrases(tokens(self.asks.heading))[-1:]:
                if phrase.determiner and class_of(phrase.head) not in {"person", "place"}:
                    self._object(phrase, None)
            return addressed(QUESTION.sub("", ASKED.sub("", body)))
        found = phrases(tokens(match.group("topic")))
        for phrase in found[-1:]:
            self._object(phrase, None)
        return addressed(body[match.end() :])

    def _cast(self, product: Figure | None, audience: str) -> None:
        """The advertised thing and somebody of the audience, known before the first sentence."""
        if product is None and self.asks.kind in {"walkthrough", "explainer"}:
            product = self._unnamed_ware()
        if product is not None:
            self.product = product
            self.figures[product.key] = product
            self.last_thing = product.key
        self.audience = audience_role(audience)
        for phrase in phrases(tokens(product.extra)) if product is not None else ():
            if phrase.owner and class_of(phrase.owner[-1]) == "person":
                self._owner(phrase)

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
        words = uncapped([word for word in tokens(piece) if word not in "()?!."])
        if not words or says_when(words):
            return
        if self._orders(words):
            return
        if images := self._listed(words):
            for image in images:
                self._item(image)
            return
        words, pictures = self._without_tail(words)
        for passive in spread_passives(words):
            for said in spread_objects(passive):
                for clause_words in split_clauses(said):
                    self._clause(clause_words)
        for picture in pictures:
            self._image(picture)

    def _introductions(self, piece: str) -> str:
        """Take "Name, a 9-year-old girl," and "Name, who has …," out of the sentence."""

        piece = re.sub(
            rf"(?P<lead>(?:\b[a-z][\w-]* )?\b(?:{REALMS})) of (?P<name>[A-Z][\w'-]+)", self._named_place, piece
        )

        def apposition(match: re.Match[str]) -> str:
            lead, name, extra = match.group("lead") or "", match.group("name"), match.group("extra")
            if known(name.lower()) and name.lower() not in names():
                return match.group()
            self._person(name, extra=extra)
            return lead + name + (" " if match.group("end") == "," else match.group("end"))

        def named_pair(match: re.Match[str]) -> str:
            noun = singular(match.group(1).split()[-1])
            for name in (match.group(2), match.group(3)):
                self._person(name, extra=f"a {noun}")
            return f"{match.group(2)} and {match.group(3)} "

        piece = re.sub(
            r"^(?:[Tt]he |[Tt]wo |[Ss]ome )*([a-z][\w' -]*s), ([A-Z]\w+) and ([A-Z]\w+),\s*", named_pair, piece
        )
        piece = re.sub(
            r"\b(?P<lead>(?:Then|And|But|So|When|Here|There|Today|Tonight|Enter|Meet|One day) )?"
            r"(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?), "
            r"(?P<extra>(?:a|an|the|our|his|her) (?:(?!\b(?:who|that)\b)[\w' -])+?)(?P<end>,|:|$)",
            apposition,
            piece,
        )

        def background(match: re.Match[str]) -> str:
            noun, relative = match.group(1), match.group(2)
            self._background(noun, relative)
            return noun + " "

        return re.sub(
            r"\b([A-Z]?[\w'-]+), who (?:has|have|had|used to|is|was|works|never|once|lost|left|lives?|loved) ([^,]+),",
            background,
            piece,
        )

    def _named_place(self, match: re.Match[str]) -> str:
        """Keep "of Vell" as the name of a village, and out of the sentence."""
        found = phrases(tokens(match.group("lead")))
        if found:
            key = self._place(found[0].head, found[0])
            self.figures[key] = replace(
                self.figures[key], text=f"the {self.figures[key].noun} of {match.group('name')}"
            )
        return match.group("lead")

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
        parts = active(grammar.take_apart(words, bool(self.clauses)))
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
            never = item[0].lower() == "never" or [each.lower() for each in item[:2]] == ["do", "not"]
            plain = item[1:] if item[0].lower() in {"never", "always"} else item
            if len(plain) == 1 and can_be(plain[0], "VERB"):
                self._add(Parts((), plain[0].lower(), never, "", (), ()), self._doer(), item)
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
        settled = {word.lower() for word in words} & {*WEATHERS, *TIMES}
        if not found and not settled:
            self.unread.append(" ".join(words))
        shown = [each for each in found if singular(each.head) not in NOT_THINGS and each.head.lower() not in settled]
        if (
            shown
            and len(words) > 1
            and words[0].lower() != "for"
            and not all(class_of(each.head) == "place" for each in shown)
        ):
            self._image(words)
