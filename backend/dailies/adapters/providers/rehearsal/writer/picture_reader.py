"""Pictures, lists and orders: what a brief says without a finite verb of its own."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.writer import clauses as grammar
from dailies.adapters.providers.rehearsal.writer.asks import tones_in
from dailies.adapters.providers.rehearsal.writer.clause_reader import ClauseReader
from dailies.adapters.providers.rehearsal.writer.clauses import Parts, phrases
from dailies.adapters.providers.rehearsal.writer.figures import Clause, Figure
from dailies.adapters.providers.rehearsal.writer.lexicon import (
    calendar,
    class_of,
    geography,
    names,
)
from dailies.adapters.providers.rehearsal.writer.moments import (
    SEASONS,
    TIMES,
    WEATHERS,
    words_in,
)
from dailies.adapters.providers.rehearsal.writer.registry import NOT_THINGS
from dailies.adapters.providers.rehearsal.writer.steps import BODILY
from dailies.adapters.providers.rehearsal.writer.words import (
    article,
    can_be,
    is_plural,
    sentence,
    singular,
    verb_lemma,
)

OBJECTIVE = {"him": "he", "her": "she", "them": "they"}


INTERVALS = frozenset(
    "half-time halftime sunday meanwhile afterwards today tomorrow yesterday tonight summer winter spring autumn".split()  # noqa: E501
)


def says_when(words: list[str]) -> bool:
    """Whether the words only name a time ("One Sunday", "Over one day"), which is no picture."""
    small = grammar.DETERMINERS | grammar.NUMBERS | grammar.PREPOSITIONS | {"later", "ago"}
    rest = [word.lower() for word in words if word.lower() not in small]
    return all(word in calendar() or singular(word) in NOT_THINGS or word in INTERVALS for word in rest)


class PictureReader(ClauseReader):
    """Reads "hands folding dough", "boots, the pole, the truck" and "scan the receipt"."""

    def _is_setting(self, words: list[str]) -> bool:
        """Whether the words only say when, where or how, or a tone."""
        said = " ".join(words).lower()
        named = words_in(said, {**TIMES, **WEATHERS, **SEASONS}) or tones_in(said)
        return bool(named) and len(words) <= 3

    def _item(self, words: list[str]) -> None:
        for word in words:
            if word.lower() in geography() and word.lower() not in names():
                self._map_place(word.lower(), word.capitalize())
        if self._is_setting(words) and not any(class_of(word) for word in words[:-1]):
            return
        if len(words) == 1 and class_of(words[0]) == "place":
            self._place(words[0], phrases(words)[0])
            return
        if not self._participle(words):
            self._image(words)

    def _image(self, words: list[str]) -> None:
        """A picture that the brief names without a verb: "the pole", "a cat in a tree"."""
        said = list(words)
        after = [word for word in said if word.lower() not in {"afterwards", "later", "finally", "lastly", "then"}]
        said = after or said
        found = phrases(said)
        small = {
            *grammar.PRONOUNS,
            *grammar.OBJECT_PRONOUNS - {"one"},
            "we're",
            "it's",
            "i'm",
            "i'd",
            "he's",
            "she's",
            "they're",
        }
        if (
            not found
            or said[0].lower() in small
            or any(word.lower() in {"i", "we", "you", "my", "our"} for word in said)
        ):
            self.unread.append(" ".join(words))
            return
        for phrase in found[1:]:
            if phrase.preposition and (class_of(phrase.head) == "place"):
                self._place(phrase.head, phrase)
        figure = self._object(found[0], None)
        text = grammar.text_of(said)
        first = said[0].lower()
        head = found[0]
        if first not in grammar.DETERMINERS | grammar.POSSESSIVES | grammar.NUMBERS and not said[0][0].isdigit():
            bare = not is_plural(head.head) and class_of(head.head) not in {
                "drink",
                "weather",
                "liquid",
                "abstract",
                "",
            }
            text = f"{article(text)}" if bare and not grammar.is_name(said[0]) else text
        self.clauses.append(
            Clause(
                figure.key if figure else "",
                "",
                sentence(text),
                "",
                f"the {' '.join(head.words).lower()}",
                source=" ".join(words),
            )
        )

    def _participle(self, words: list[str]) -> bool:
        """Read "hands folding dough" as "hands fold dough". Returns whether it could be."""
        at = next(
            (
                index
                for index, word in enumerate(words)
                if index
                and word.lower().endswith("ing")
                and can_be(word, "VERB")
                and len(word) > 4
                and words[index - 1].lower() not in grammar.DETERMINERS | grammar.PREPOSITIONS | grammar.POSSESSIVES
                and not (index + 1 == len(words) and can_be(word, "ADJ"))
            ),
            -1,
        )
        if at < 1:
            return False
        subject = words[:at]
        if subject[-1].lower() in OBJECTIVE:
            subject = [*subject[:-1], OBJECTIVE[subject[-1].lower()]]
        if not (phrases(subject) or subject[-1].lower() in grammar.PRONOUNS):
            return False
        parts = Parts(tuple(subject), verb_lemma(words[at]), False, "", (), tuple(words[at + 1 :]))
        figure = self._subject(parts)
        if figure is None:
            return False
        self._add(parts, figure, words)
        return True

    def _listed(self, words: list[str]) -> list[list[str]]:
        """The items of a sentence that is a list of pictures, or nothing."""
        items: list[list[str]] = [[]]
        if words[0].lower() in {"show", "showing", "see"} and len(words) > 3:
            words = words[1:]
        for word in words:
            if word in {",", ":"} or (word.lower() in {"and", "then"} and items[-1] and len(items) > 1):
                items.append([])
            else:
                items[-1].append(word)
        items = [each for each in items if each and each != ["then"] and not says_when(each)]
        if len(items) < 3 or self.asks.kind == "howto":
            return []
        if any(word.lower() in {"until", "while", "because", "they", "when"} for each in items for word in each):
            return []
        verbs = sum(grammar.finite_verb(each) >= 0 for each in items)
        settings = sum(self._is_setting(each) for each in items)
        if (
            grammar.finite_verb(items[0]) >= 0
            or verbs * 2 >= len(items)
            or settings * 2 >= len(items)
            or len(items) - settings < 3
        ):
            return []
        if all(any(word.lower() in {"her", "his", "their"} for word in each) for each in items[1:]):
            return []
        return items

    def _without_tail(self, words: list[str]) -> tuple[list[str], list[list[str]]]:
        """Take ", neon, autumn, cosy" off the end: settings are dropped, single things are pictures."""
        words = list(words)
        pictures: list[list[str]] = []
        while "," in words:
            cut = len(words) - 1 - words[::-1].index(",")
            tail = words[cut + 1 :]
            setting = self._is_setting(tail) and not any(each.lower() in {"and", "or"} for each in tail)
            if not (setting or (len(tail) == 1 and class_of(tail[0]) and not can_be(tail[0], "VERB"))):
                break
            if not setting:
                pictures.insert(0, tail)
            words = words[:cut]
        return words, pictures

    def _order(self, words: list[str]) -> bool:
        """Read an order ("scan the receipt") as something a hand, or somebody of the audience, does."""
        if len(words) < 2 or self.asks.kind not in {"walkthrough", "howto", "ad", "explainer"}:
            return False
        if not all(word[:1].isalnum() for word in words[:2]):
            return False
        if self.clauses and self.asks.kind in {"ad", "explainer"} and "a hand" not in self.clauses[-1].text.lower():
            return False
        lowered = [word.lower() for word in words]
        start = 1 if lowered[0] in {"then", "finally", "first", "now", "just", "please", "always", "and", "next"} else 0
        rest = words[start:]
        if len(rest) < 2 or verb_lemma(rest[0].lower()) != rest[0].lower() or not can_be(rest[0], "VERB"):
            return False
        if rest[0][:1].isupper() and rest[0].lower() in names():
            return False
        follows = rest[1].lower()
        firm = (
            follows in {"what", "who", "how", "when", "where"}
            or follows in grammar.DETERMINERS | grammar.POSSESSIVES | grammar.PREPOSITIONS | grammar.OBJECT_PRONOUNS
        )
        if not firm and (grammar.finite_verb(rest) > 0 or not grammar.nounish(rest[1])):
            return False
        said = [{"your": "the", "yours": "it", "you": "them"}.get(word.lower(), word) for word in rest[1:]]
        cut = next((i for i, word in enumerate(said) if word.lower() in {"who", "what", "when", "where", "that"}), -1)
        parts = Parts((), rest[0].lower(), False, "", (), tuple(said[:cut] if cut > 0 else said))
        self._add(parts, self._doer(), words)
        return True

    def _is_order(self, words: list[str]) -> bool:
        """Whether the words begin with a plain verb and what it is done to."""
        if len(words) < 2 or self.asks.kind not in {"walkthrough", "howto", "ad", "explainer"}:
            return False
        first, follows = words[0].lower(), words[1].lower()
        plain = verb_lemma(first) == first and can_be(first, "VERB") and not grammar.is_name(words[0], True)
        asked = follows in {"what", "who", "how", "when", "where"}
        return plain and asked or plain and follows in grammar.DETERMINERS | grammar.POSSESSIVES | grammar.PREPOSITIONS

    def _doer(self, verb: str = "") -> Figure:
        """Who follows an order: somebody of the audience, the last person named, or a hand where a hand can."""
        people = [each for each in self.figures.values() if each.kind == "person" and each.role != "crowd"]
        if people:
            return people[-1]
        if self.audience and self.asks.people:
            figure = Figure(
                self.audience, "person", self.audience, f"the {self.audience}", "person", role=self.audience
            )
        elif verb in BODILY and self.asks.people:
            role = ("woman", "man")[len(self.prompt) % 2]
            figure = Figure(role, "person", role, f"the {role}", "person", role=role, gender="fm"[len(self.prompt) % 2])
        else:
            figure = Figure("hand", "thing", "hand", "a hand", "body")
        return self.figures.setdefault(figure.key, figure)
