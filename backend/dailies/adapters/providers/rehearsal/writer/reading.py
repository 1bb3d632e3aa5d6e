"""Reading a brief: who is in it, what they do, where and when."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from dailies.adapters.providers.rehearsal.writer import clauses as grammar
from dailies.adapters.providers.rehearsal.writer.asks import Asks, read_asks
from dailies.adapters.providers.rehearsal.writer.clauses import Parts, Phrase, phrases
from dailies.adapters.providers.rehearsal.writer.lexicon import class_of, names, places, roles, table
from dailies.adapters.providers.rehearsal.writer.words import (
    can_be,
    capital,
    inflect,
    is_plural,
    known,
    sentence,
    singular,
    slug,
    tokens,
    verb_lemma,
)
from dailies.domain.brief import Brief
from dailies.domain.errors import ProviderError
from dailies.domain.story import TimeOfDay, Weather

CROWD = {
    "everyone": "everyone",
    "everybody": "everyone",
    "people": "people",
    "nobody": "nobody",
    "someone": "a stranger",
}
TIMES: dict[str, TimeOfDay] = {
    "dawn": "dawn",
    "sunrise": "dawn",
    "daybreak": "dawn",
    "first light": "dawn",
    "early morning": "dawn",
    "morning": "morning",
    "breakfast": "morning",
    "noon": "noon",
    "midday": "noon",
    "lunchtime": "noon",
    "afternoon": "afternoon",
    "golden hour": "golden hour",
    "sunset": "golden hour",
    "evening": "dusk",
    "dusk": "dusk",
    "twilight": "dusk",
    "night": "night",
    "midnight": "night",
    "moonlight": "night",
    "stars": "night",
    "nighttime": "night",
    "after dark": "night",
}
WEATHERS: dict[str, Weather] = {
    "rain": "rain",
    "rainy": "rain",
    "raining": "rain",
    "drizzle": "rain",
    "downpour": "rain",
    "wet day": "rain",
    "snow": "snow",
    "snowy": "snow",
    "snowing": "snow",
    "blizzard": "snow",
    "fog": "fog",
    "foggy": "fog",
    "mist": "fog",
    "misty": "fog",
    "storm": "storm",
    "stormy": "storm",
    "thunder": "storm",
    "thunderstorm": "storm",
    "lightning": "storm",
    "wind": "wind",
    "windy": "wind",
    "gale": "wind",
    "sun": "clear",
    "sunny": "clear",
    "sunshine": "clear",
    "overcast": "overcast",
    "cloudy": "overcast",
    "grey": "overcast",
    "clear": "clear",
}
ORDINALS = frozenset("first last next same whole second third".split())
NOT_THINGS = frozenset(
    "day night morning evening time way moment year hour minute week month end beginning thing lot bit piece side other second third "  # noqa: E501
    "life stop mistake rest something nothing everything anything film scene shot video ad weather twenty ten kind sort part "  # noqa: E501
    "first last one two three four five".split()
)


@dataclass(frozen=True)
class Figure:
    """Somebody or something of the brief. ``text``: how sentences say it ("the courier", "Ingrid");
    ``klass``: class of the noun; ``gender``: "f", "m", "n" or "" when not known yet."""

    key: str
    kind: str
    noun: str
    text: str
    klass: str
    plural: bool = False
    gender: str = ""
    adjectives: tuple[str, ...] = ()
    extra: str = ""
    owner: str = ""
    role: str = ""
    named: bool = False


@dataclass(frozen=True)
class Clause:
    """One thing that happens. ``text``: a finished sentence; ``verb``: the verb to shoot, with a particle
    where it has one; ``object_text``: the object as sentences say it, without a capital."""

    subject: str
    verb: str
    text: str
    object: str = ""
    object_text: str = ""
    place: str = ""
    goal: str = ""
    negated: bool = False
    companion: str = ""
    source: str = ""
    time: str = ""
    weather: str = ""


@dataclass(frozen=True)
class Reading:
    """A brief, read. ``figures`` in order of appearance; ``weathers`` in the order named."""

    asks: Asks
    figures: tuple[Figure, ...]
    clauses: tuple[Clause, ...]
    place: str = ""
    destination: str = ""
    times: tuple[TimeOfDay, ...] = ()
    weathers: tuple[Weather, ...] = ()
    product: Figure | None = None
    product_class: str = ""
    claims: tuple[str, ...] = ()
    engine: str = ""
    unread: tuple[str, ...] = ()
    places: tuple[str, ...] = field(default=())

    def figure(self, key: str) -> Figure | None:
        """The figure with this key, or None."""
        return next((each for each in self.figures if each.key == key), None)

    @property
    def beings(self) -> tuple[Figure, ...]:
        """People and animals, in order of appearance."""
        return tuple(each for each in self.figures if each.kind in {"person", "animal"})

    @property
    def things(self) -> tuple[Figure, ...]:
        """Things, in order of appearance."""
        return tuple(each for each in self.figures if each.kind == "thing")


def not_understood(message: str) -> ProviderError:
    """The refusal of a brief; ``message`` asks for what is missing."""
    return ProviderError(message, code="brief_not_understood", charged=False, retryable=False)


STOP_WORDS = {
    "Spanish": "el la los las un una y en con por para que su de del se lo al es pero como".split(),
    "French": "le la les un une et dans avec pour que son sa ses de du des est sur qui elle il au".split(),
    "German": "der die das ein eine und in mit für dass sein ihr ist auf nicht den dem im sich zu".split(),
    "Italian": "il lo la gli un una e nel con per che suo sua di del è sul non si al della".split(),
    "Portuguese": "o os as um uma e em com para que seu sua de do da no na não se ao".split(),
    "Dutch": "de het een en in met voor dat zijn haar is op niet van naar te aan".split(),
    "Norwegian": "en et og i med for at sin er på ikke til som av den det".split(),
}
ENGLISH_WORDS = frozenset(
    "the and of to her his with an who is on at for from by before after it its he she they then while how".split()
)


def check_readable(prompt: str) -> None:
    """Raise ProviderError ``brief_not_understood`` for text that is not English or not language."""
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", prompt)]
    if not words:
        raise not_understood("There are no words in the brief. Say who it is about, what they do, and where.")
    if sum(ord(char) > 0x24F for word in words for char in word) > 0.3 * sum(map(len, words)):
        raise not_understood(
            "The rehearsal writer reads English only. Say in English who it is about, what they do, and where."
        )
    english = sum(word in ENGLISH_WORDS for word in words)
    scores = {name: sum(word in stops for word in words) for name, stops in STOP_WORDS.items()}
    language = max(scores, key=lambda name: scores[name])
    small = (
        grammar.DETERMINERS
        | grammar.PREPOSITIONS
        | grammar.PRONOUNS
        | grammar.POSSESSIVES
        | grammar.CONJUNCTIONS
        | grammar.AUXILIARIES
    )
    proper_names = {word.lower() for word in re.findall(r"(?<=[\w,] )[A-Z]\w+", prompt)}
    understood = sum(
        known(word) or word in small | grammar.ADVERBS | proper_names or word in names() or class_of(word) != ""
        for word in words
    ) / len(words)
    if len(words) >= 4 and scores[language] >= max(2, 2 * english + 1) and understood < 0.75:
        raise not_understood(
            f"This looks like {language}, and the rehearsal writer reads English only. "
            "Say in English who it is about, what they do, and where."
        )
    proper = sum(word[:1].isupper() for word in re.findall(r"[^\W\d_]+", prompt)) / len(words)
    if understood < (0.5 if len(words) < 12 or proper > 0.3 else 0.6):
        raise not_understood(
            "The brief has too few words the rehearsal writer knows. "
            "Say who it is about, what they do, and where, in plain English."
        )


def read(brief: Brief) -> Reading:
    """Read a brief. Raises ProviderError ``brief_not_understood``."""
    check_readable(brief.prompt)
    asks = read_asks(brief.prompt, brief.tone, brief.audience)
    return Reader(asks, brief.prompt).read()


class Reader:
    """Collects figures and clauses while it goes through the sentences of one brief."""

    def __init__(self, asks: Asks, prompt: str) -> None:
        self.asks = asks
        self.prompt = prompt
        self.figures: dict[str, Figure] = {}
        self.clauses: list[Clause] = []
        self.times: list[TimeOfDay] = []
        self.weathers: list[Weather] = []
        self.places: list[str] = []
        self.destination = ""
        self.unread: list[str] = []
        self.last_thing = ""
        self.last_person = ""
        self.last_being = ""

    def read(self) -> Reading:
        """The reading of the whole brief."""
        body = self.asks.body
        if self.asks.kind not in {"howto", "explainer"}:
            for piece in grammar.split_sentences(body):
                self._sentence(piece)
        self._context()
        product, product_class, claims = self._product()
        self._settle_genders(body)
        reading = Reading(
            self.asks,
            tuple(self.figures.values()),
            tuple(self.clauses),
            place=self.places[0] if self.places else "",
            destination=self.destination,
            times=tuple(dict.fromkeys(self.times)),
            weathers=tuple(dict.fromkeys(self.weathers)),
            product=product,
            product_class=product_class,
            claims=claims,
            engine=self._engine(body),
            unread=tuple(self.unread),
            places=tuple(dict.fromkeys(self.places)),
        )
        return reading

    def _engine(self, body: str) -> str:
        if self.clauses:
            return ""
        words = [word.lower() for word in tokens(body)]
        return next((word for word in words if word in table("engines")), "")

    def _sentence(self, piece: str) -> None:
        piece = self._introductions(piece)
        words = [word for word in tokens(piece) if word not in "()?!."]
        if not words:
            return
        for clause_words in grammar.split_clauses(words):
            self._clause(clause_words)

    def _introductions(self, piece: str) -> str:
        """Take "Name, a 9-year-old girl," and "Name, who has …," out of the sentence."""

        def apposition(match: re.Match[str]) -> str:
            name, extra = match.group(1), match.group(2)
            self._person(name, extra=extra)
            return name + (" " if match.group(3) == "," else match.group(3))

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

    def _context(self) -> None:
        """Time and weather, in the order the brief names them."""
        text = self.prompt.lower()
        found: list[tuple[int, str]] = []
        for word in TIMES:
            found += [(match.start(), word) for match in re.finditer(rf"\b{word}\b", text)]
        self.times = [TIMES[word] for _, word in sorted(found)]
        if not self.times and re.search(r"before anyone is awake|first (?:ferry|train|bus|light)|milk round", text):
            self.times = ["dawn"]
        words = [(match.start(), word) for word in WEATHERS for match in re.finditer(rf"\b{word}\b", text)]
        self.weathers = [WEATHERS[word] for _, word in sorted(words) if word not in {"clear", "grey"}]

    def _clause(self, words: list[str]) -> None:
        time, weather = "", ""
        parts = grammar.take_apart(words, bool(self.clauses))
        if parts is None:
            self._fragment(words)
            return
        cut = next((i for i, word in enumerate(parts.rest) if word.lower() in {"that", "which", "who"} and i), -1)
        relative: list[str] = []
        if (
            cut > 0
            and parts.rest[cut + 1 :]
            and parts.verb not in {"say", "think", "realize", "realise", "know", "learn"}
        ):
            tail = list(parts.rest[cut + 1 :])
            noun_phrases = phrases(list(parts.rest[:cut]))
            if noun_phrases and noun_phrases[-1].end == cut and grammar.finite_verb(tail, True) == 0:
                relative = tail
                parts = replace(parts, rest=parts.rest[:cut])
        subject = self._subject(parts)
        if subject is None:
            self._fragment(words)
            return
        if relative:
            noun_phrases = phrases(list(parts.rest))
            holder = self._object(noun_phrases[-1], subject)
            inner = grammar.take_apart(relative, True)
            if holder is not None and inner is not None:
                self._add(inner, holder, relative, time, weather)
        self._add(parts, subject, words, time, weather)

    def _add(self, parts: Parts, subject: Figure, source: list[str], time: str, weather: str) -> None:
        rest, obj, object_text, companion, place, goal = self._rest(parts, subject)
        verb = parts.verb
        if parts.rest and parts.rest[0].lower() in grammar.PARTICLES:
            verb = f"{verb} {parts.rest[0].lower()}"
        inner = re.match(r"(?:to|and) (\w+)", rest)
        if parts.verb in table("catenatives")["verbs"] and inner and can_be(inner.group(1), "VERB"):
            verb = inner.group(1)
        elif parts.verb in {"start", "keep", "begin", "stop"} and rest.split() and rest.split()[0].endswith("ing"):
            verb = verb_lemma(rest.split()[0])
        finite = parts.verb if subject.plural else inflect(parts.verb, "VBZ")
        if parts.modal:
            finite = f"{parts.modal} {parts.verb}"
        elif parts.negated and "never" not in parts.adverbs:
            finite = f"{'do' if subject.plural else 'does'} not {parts.verb}"
        adverbs = " ".join(each for each in parts.adverbs if each not in {"then", "also"})
        text = sentence(f"{subject.text} {adverbs} {finite} {rest}")
        place = place or self._lead_place(parts)
        self.clauses.append(
            Clause(
                subject.key,
                verb,
                text,
                obj,
                object_text,
                place,
                goal,
                parts.negated,
                companion,
                " ".join(source),
                time,
                weather,
            )
        )

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
        if len(words) == 1 and first in grammar.PRONOUNS | {"one", "this", "that"}:
            return self._pronoun(first, subject=True)
        found = phrases(words)
        leading = [each for each in found if each.preposition and each.start > 0]
        for phrase in leading:
            if class_of(phrase.head) == "place" or " ".join(phrase.words).lower() in places():
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

    def _maybe_person(self, figure: Figure, parts: Parts) -> Figure:
        """An unknown noun that does what people do is a person."""
        if parts.verb in table("catenatives")["human"]:
            figure = replace(figure, kind="person", klass="person")
            self.figures[figure.key] = figure
        return figure

    def _pronoun(self, word: str, subject: bool = False) -> Figure | None:
        figures = self.figures
        if word in CROWD:
            text = CROWD[word]
            return figures.setdefault(
                slug(text), Figure(slug(text), "person", text, text, "person", False, "n", role="crowd")
            )
        if word in {"he", "him", "she", "her", "himself", "herself"}:
            gender = "m" if word in {"he", "him", "himself"} else "f"
            order = [each for each in reversed(list(figures.values())) if each.kind in {"person", "animal"}]
            order.sort(key=lambda each: (each.key != self.last_being, each.key != self._last_subject()))
            order.sort(
                key=lambda each: (
                    self._likely(each) not in {gender, ""},
                    self._likely(each) != gender,
                    each.kind != "person",
                )
            )
            match = next((each for each in order if each.gender in {gender, ""} and each.role != "crowd"), None)
            if match is not None and not match.gender:
                match = replace(match, gender=gender)
                figures[match.key] = match
            return match
        if word in {"they", "them"}:
            many = [each for each in figures.values() if each.plural and each.kind in {"person", "animal", "pair"}]
            beings = [each for each in figures.values() if each.kind in {"person", "animal"} and each.role != "crowd"]
            if many:
                return many[-1]
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
            if self.last_thing:
                return figures.get(self.last_thing)
            animal = next((each for each in reversed(list(figures.values())) if each.kind == "animal"), None)
            return animal
        return None

    def _likely(self, figure: Figure) -> str:
        role = roles().get(figure.role)
        return figure.gender or (role.gender if role else "")

    def _last_subject(self) -> str:
        return self.clauses[-1].subject if self.clauses else ""

    def _rest(self, parts: Parts, subject: Figure) -> tuple[str, str, str, str, str, str]:
        """The words after the verb with pronouns resolved, the object, companion, place and goal."""
        words = list(parts.rest)
        obj, object_text, companion, place, goal = "", "", "", "", ""
        pieces = []
        for index, word in enumerate(words):
            pieces.append(self._resolved(words, index, subject))
            if word.lower() in {"it", "him", "her", "them"} and not obj and pieces[-1] != word:
                spoken_of = self._pronoun(word.lower())
                if spoken_of is not None and spoken_of.key != subject.key:
                    obj, object_text = spoken_of.key, spoken_of.text
        for phrase in phrases(words):
            lowered = " ".join(phrase.words).lower()
            kind = class_of(lowered) or class_of(phrase.head)
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
        figure = self._pronoun(lowered)
        if figure is None or figure.key == subject.key:
            return words[index]
        return figure.text

    def _object(self, phrase: Phrase, subject: Figure | None) -> Figure | None:
        """The figure a noun phrase speaks of; None for times, weather and abstractions."""
        head = phrase.head
        lowered = singular(head)
        said = " ".join(phrase.words)
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
        plural = is_plural(head) or phrase.determiner in grammar.NUMBERS - {"one"}
        kind = klass if klass in {"person", "animal"} else "thing"
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
            figure = replace(figure, role=self._role(said, lowered))
        self.figures[key] = figure
        self._note_thing(figure)
        return figure

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
        words = said.lower().split()
        for word in words:
            if singular(word) in {
                "woman",
                "girl",
                "mother",
                "grandmother",
                "sister",
                "daughter",
                "queen",
                "princess",
                "wife",
                "aunt",
                "nun",
                "waitress",
                "actress",
                "lady",
                "mum",
                "mom",
                "grandma",
                "granny",
                "widow",
                "witch",
                "bride",
                "hen",
                "cow",
            }:
                return "f"
            if singular(word) in {
                "man",
                "boy",
                "father",
                "grandfather",
                "brother",
                "son",
                "king",
                "prince",
                "husband",
                "uncle",
                "monk",
                "waiter",
                "fisherman",
                "milkman",
                "postman",
                "dad",
                "grandpa",
                "widower",
                "wizard",
                "groom",
                "rooster",
                "bull",
                "gentleman",
            }:
                return "m"
        return ""

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
        before, _, last = name.rpartition(" ")
        if before and last[:1].isupper() and singular(before.split()[-1]) in roles():
            name, extra = last, extra or before.lower()
        key = slug(name)
        existing = self.figures.get(key) or next(
            (each for each in self.figures.values() if each.named and name.split()[0] in each.text.split()), None
        )
        if existing is not None:
            return existing
        words = extra.split()
        gender = {"n": ""}.get(names().get(name.split()[0].lower(), ""), names().get(name.split()[0].lower(), ""))
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

    def _product(self) -> tuple[Figure | None, str, tuple[str, ...]]:
        """The advertised thing: its figure, its product class, and what the brief says it does."""
        if self.asks.kind != "ad":
            return None, "", ()
        client = re.sub(r"^(?:a|an|the|our|my|new)\s+", "", self.asks.client, flags=re.IGNORECASE)
        claims: tuple[str, ...] = ()
        if match := re.search(r",\s+for\s+([\w -]+)$", client):
            self._audience_hero(match.group(1))
            client = client[: match.start()]
        if match := re.search(r"\s*,?\s+(?:that|which|who|with which)\s+(.+)$", client):
            claims = tuple(
                capital(each.strip(" .")) + "."
                for each in re.split(r",\s+| and (?=\w+s\b)", match.group(1))
                if each.strip()
            )
            client = client[: match.start()]
        name, _, extra = client.partition(", ")
        if match := re.search(r"\s+for\s+([\w -]+)$", name):
            self._audience_hero(match.group(1))
            name = name[: match.start()]
        if match := re.search(r"\s+for\s+([\w -]+)$", extra):
            self._audience_hero(match.group(1))
            extra = extra[: match.start()]
        klass = product_class(f"{name} {extra}") or product_class(self.asks.body)
        company = re.search(
            r"\b(?:company|brand|shop|store|startup|firm|maker|service|agency|chain)\b", name, re.IGNORECASE
        )
        bare = re.sub(r"\s*\b(?:company|brand|startup|firm|maker|agency)\b", "", name, flags=re.IGNORECASE).strip()
        proper = any(word[:1].isupper() for word in bare.split())
        if not bare:
            return None, klass, claims
        text = bare if proper else f"the {bare}"
        figure = Figure(
            "product-" + slug(bare), "product", bare.split()[-1].lower(), text, klass, extra=extra, named=proper
        )
        if company and not proper and klass == "":
            figure = replace(figure, text=f"the {bare}")
        return figure, klass, claims

    def _audience_hero(self, group: str) -> None:
        word = singular(group.split()[-1])
        if word in roles() and not any(each.kind == "person" for each in self.figures.values()):
            self.figures[word] = Figure(word, "person", word, f"the {word}", "person", role=word)


def product_class(text: str) -> str:
    """The class of product the words name, or "" when there is no row for it."""
    words = [singular(word) for word in re.findall(r"[a-z-]+", text.lower())]
    joined = " " + " ".join(words) + " "
    best, length = "", 0
    for name, row in table("products").items():
        for word in row["words"]:
            if f" {word} " in joined and len(word) > length:
                best, length = name, len(word)
    return best
