"""The noun phrases of a sentence: what it names, how many, in what words, and the verb and preposition before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dailies.adapters.providers.rehearsal.illustrator.nouns import (
    noun_class,
    parts_of_speech,
    singular,
    verb_lemma,
)
from dailies.adapters.providers.rehearsal.illustrator.things import PROPS
from dailies.adapters.providers.rehearsal.illustrator.words import (
    ANIMALS,
    PEOPLE,
    ROBOT_WORDS,
)

_DETERMINERS = frozenset(
    (
        "a an the this that these those his her its their our my your some any every each another both several "
        "many few no neither either all whose"
    ).split()
)
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "both": 2, "couple": 2, "pair": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "hundred": 40,
    "thousand": 60, "hundreds": 40, "several": 4, "many": 7, "few": 3, "some": 0, "crowd": 14, "dozens": 14,
}  # fmt: skip
_PREPOSITIONS = frozenset(
    (
        "of in on at to into onto with without from by for as over under up down out off through across along "
        "past between behind beside near above below against around round after before then than towards toward "
        "inside outside about upon beneath among amid until till during like via beyond back away"
    ).split()
)
_BREAKS = frozenset(
    (
        "and or but nor so yet while when where who whom which that what because if though although until it he "
        "she they we you i him them us me himself herself itself themselves there here not never always just only "
        "still again too very is are was were be been being am has have had do does did will would can could may "
        "nobody nothing none might must should shall to exactly slowly once twice away down"
    ).split()
)
_PRONOUNS = frozenset("it him them us me himself herself itself themselves each".split())
FUNCTION_WORDS = _DETERMINERS | frozenset(_COUNTS) | _PREPOSITIONS | _BREAKS
"""Words that name nothing."""
_SINGLE = frozenset(["a", "an", "one", "another", "every", "each"])
_ALSO_DONE = frozenset(
    "box fish drum skate ski surf paint hammer nail saw drill stamp bow swing film plant water ring mail cook bike row "
    "whistle".split()
)
"""Names of things that are acts after a bare "to"."""
_RELATED = frozenset("something anything everything nothing one someone".split())
_NEW_CLAUSE = frozenset("but while when where who which because if though although until".split())
_BEFORE_CAN = frozenset("watering tin paint spray oil soda coffee beer trash garbage petrol the a an".split())
_OF_NOTHING = frozenset(
    (
        "piece pieces bit bits part parts half kind sort lot lots pile piles heap heaps row rows line pair couple "
        "dozen bunch group crowd set handful slice slices number thousand hundred cup bowl glass plate jar box "
        "bag bottle basket tin bucket loaf sheet stack drop drops swarm flock herd pack team string bar stick "
        "square patch blade"
    ).split()
)
"""Heads that only measure the noun after "of"."""
_VESSELS = frozenset("cup bowl glass plate jar box bag bottle basket tin bucket".split())
_BEINGS = frozenset(PEOPLE) | frozenset(ANIMALS) | ROBOT_WORDS
_NEVER_VERBS = frozenset("lunch dinner breakfast chess hands hand glass bread".split())


@dataclass(frozen=True)
class Mention:
    """One noun phrase. ``head``: its noun in the singular, lower case; ``phrase``: its noun words as they are written;
    ``before``: the words of the phrase before them, lower case; ``count``: how many, 0 when not said of a plural;
    ``verb``: the verb that governs it, "" before the first; ``preposition``: the one directly before it, or "";
    ``bare``: without article; ``start``: its place in characters."""

    head: str
    phrase: str
    before: str
    count: int
    plural: bool
    verb: str
    preposition: str
    bare: bool
    denied: bool
    start: int


def mentions(text: str) -> list[Mention]:
    """The noun phrases of a text, in order."""
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self.tokens = [
            (match.group(0), match.start())
            for match in re.finditer(r"[^\W_]+(?:[’'-][^\W_]+)*|[,;:.!?—–()“”\"]", text.replace("’", "'"))
        ]
        self.low = [token.lower() for token, _ in self.tokens]
        self.verb = ""
        self.preposition = ""
        self.denied = False
        self.found: list[Mention] = []

    def read(self) -> list[Mention]:
        i = 0
        while i < len(self.low):
            i = self._step(i)
        return self.found

    def _step(self, i: int) -> int:
        word = self.low[i]
        if not word[0].isalnum():
            self.preposition = ""
            if word in ".;:!?":
                self.verb = ""
            self.denied = False
            return i + 1
        if word == "that" and i and (self._noun(i - 1) or self.low[i - 1] in _RELATED) and self._may_be_verb(i + 1):
            self.verb = self.preposition = ""
            return i + 1
        if word in _DETERMINERS or word in _COUNTS or word.endswith("'s") or word.isdigit():
            if word in ("that", "no", "all", "each", "both", "either", "neither", "few") and not self._opens(i + 1):
                self.denied = False
                return i + 1
            return self._phrase(i, bare=False)
        if word == "without" or word == "no":
            self.denied = True
        if word in _PREPOSITIONS:
            self.preposition = word
            return i + 1
        if word in _BREAKS:
            if word in ("and", "or"):
                return i + 1
            if word in _NEW_CLAUSE:
                self.verb = ""
            self.preposition = ""
            return i + 1
        if self._is_verb(i):
            self.verb, self.preposition = verb_lemma(word), ""
            return i + 1
        if parts_of_speech(word) <= {"ADV"} and parts_of_speech(word):
            return i + 1
        return self._phrase(i, bare=True)

    def _may_be_verb(self, i: int) -> bool:
        return i < len(self.low) and "VERB" in parts_of_speech(self.low[i])

    def _opens(self, i: int) -> bool:
        return i < len(self.low) and self.low[i][0].isalnum() and self.low[i] not in _BREAKS | _PREPOSITIONS

    def _is_verb(self, i: int) -> bool:
        word = self.low[i]
        parts = parts_of_speech(word)
        if "VERB" not in parts or word in _NEVER_VERBS:
            return False
        if word in _ALSO_DONE and i and self.low[i - 1] == "to":
            return True
        if i == 0 and "NOUN" in parts and not word.endswith(("ing", "ed")):
            following = self.low[i + 1] if i + 1 < len(self.low) else ""
            return following in _DETERMINERS
        if self.preposition and "NOUN" in parts and not word.endswith("ing"):
            return self.preposition == "to" and word not in PROPS and word not in PEOPLE
        if "NOUN" in parts and i and self.low[i - 1] in ("and", "or", ",") and {word, singular(word)} & set(PROPS):
            following = self.low[i + 1] if i + 1 < len(self.low) else ""
            return following in _DETERMINERS or following in _PRONOUNS
        return not ("NOUN" in parts and self.verb and singular(word) in PROPS and self.verb != "be")

    def _phrase(self, start: int, bare: bool) -> int:
        count = 0
        i = start
        before: list[str] = []
        negated = False
        while i < len(self.low) and (
            self.low[i] in _DETERMINERS or self.low[i] in _COUNTS or self.low[i].endswith("'s") or self.low[i].isdigit()
        ):
            word = self.low[i]
            if word in ("couple", "pair", "crowd", "dozen") and not (
                i + 1 < len(self.low) and self.low[i + 1] in ("of", "more")
            ):
                break
            negated = negated or word in ("no", "neither")
            if word.isdigit():
                count = min(60, int(word))
            elif word in _COUNTS and not (word in ("a", "an") and count):
                count = _COUNTS[word]
            before.append(word)
            i += 1
            if i < len(self.low) and self.low[i] == "of" and word in _COUNTS:
                i += 1
                if i < len(self.low) and self.low[i] in _DETERMINERS:
                    i += 1
        first = i
        while i < len(self.low) and self._continues(i, first, bare and not before, bool(_SINGLE & set(before))):
            i += 1
        run = list(range(first, i))
        return self._settle(run, before, count, bare and not count, negated, start)

    def _continues(self, i: int, first: int, bare: bool, single: bool) -> bool:
        word = self.low[i]
        if word == "can" and self.low[i - 1] in _BEFORE_CAN:
            return True
        if not word[0].isalnum() or word in _BREAKS or word in _PREPOSITIONS or word in _DETERMINERS:
            return False
        parts = parts_of_speech(word)
        if parts and not parts & {"NOUN", "ADJ", "PROPN"} and not (i == first or word.endswith("ed")):
            return word.endswith("'s")
        if parts and parts <= {"ADV"}:
            return False
        has_noun = any(self._noun(j) for j in range(first, i))
        if has_noun and "VERB" in parts and word not in _NEVER_VERBS:
            return not self._ends_subject(i, bare, single)
        return True

    def _noun(self, i: int) -> bool:
        word = self.low[i]
        parts = parts_of_speech(word)
        return "NOUN" in parts or not parts or word in PROPS or word in ANIMALS or word in PEOPLE

    def _ends_subject(self, i: int, bare: bool, one: bool) -> bool:
        """Whether a word that can be a verb is the verb after its subject, and not the last noun of a compound."""
        word = self.low[i]
        following = self.low[i + 1] if i + 1 < len(self.low) else "."
        parts = parts_of_speech(word)
        if "NOUN" not in parts and "ADJ" not in parts:
            return True
        before, single = self.low[i - 1], singular(word)
        if f"{before} {word}" in PROPS or f"{singular(before)} {single}" in PROPS:
            return False
        if word.endswith("ing"):
            return "NOUN" not in parts or following in _DETERMINERS
        if single in PROPS and parts_of_speech(before) & {"ADJ"} and before not in _BEINGS:
            return False
        third = word.endswith("s") and not word.endswith("ss")
        opens = following in _DETERMINERS or following in _PREPOSITIONS - {"of"}
        being = {before, singular(before)} & (_BEINGS | {"everyone"}) or self.tokens[i - 1][0][0].isupper()
        thing_next = "NOUN" in parts_of_speech(following) and "VERB" not in parts_of_speech(following)
        many = being and before != singular(before) and not third
        if being and (third or opens or thing_next or many):
            return True
        if being and not following[0].isalnum() and not self.verb and not self.preposition and not bare:
            return True
        if third and one:
            return True
        if third and (self.verb or self.preposition or bare):
            return following in _DETERMINERS
        if third:
            return opens or not following[0].isalnum() or following in _BREAKS - {"of"}
        if single in PROPS or single in _BEINGS:
            return following in _DETERMINERS and not self.verb
        plural_before = before.endswith("s") and singular(before) != before
        return not self.verb and (plural_before or word.endswith("ed") or following in _DETERMINERS)

    def _settle(self, run: list[int], before: list[str], count: int, bare: bool, negated: bool, start: int) -> int:
        end = run[-1] + 1 if run else start + max(1, len(before))
        nouns = [i for i in run if self._noun(i)]
        if not nouns:
            return max(end, start + 1)
        head = nouns[-1]
        if (
            len(nouns) > 1
            and not self.preposition
            and noun_class(singular(self.low[head])) == "other"
            and "VERB" in parts_of_speech(self.low[head])
            and (noun_class(singular(self.low[nouns[-2]])) == "thing" or self.low[nouns[-2]] in PROPS)
            and self.low[head] not in PROPS
        ):
            head = nouns[-2]
        word = self.low[head].removesuffix("'s")
        single = singular(word)
        if single in _OF_NOTHING and end < len(self.low) and self.low[end] == "of" and self._opens(end + 1):
            amount = {"couple": 2, "pair": 2, "dozen": 12, "crowd": 14, "swarm": 14, "flock": 9, "herd": 7}.get(
                single, 0
            )
            pane = single == "glass" and self.low[end + 1] in _DETERMINERS
            self._add(head, run, before, count, bare, negated, vessel=single in _VESSELS and not pane, only_vessel=True)
            follow = len(self.found)
            after = self._phrase(end + 1, bare=amount == 0)
            if amount and len(self.found) > follow:
                last = self.found[follow]
                self.found[follow] = Mention(
                    last.head, last.phrase, last.before, amount, True, last.verb, last.preposition, False, last.denied,
                    last.start,
                )  # fmt: skip
            return after
        self._add(head, run, before, count, bare, negated)
        return end

    def _add(
        self, head: int, run: list[int], before: list[str], count: int, bare: bool, negated: bool, vessel: bool = True,
        only_vessel: bool = False,
    ) -> None:  # fmt: skip
        if only_vessel and not vessel:
            return
        word = self.low[head].removesuffix("'s")
        first = head
        while (
            first - 1 in run
            and not self.low[first - 1].endswith("'s")
            and "NOUN" in (parts_of_speech(self.low[first - 1]) or {"NOUN"})
            and not parts_of_speech(self.low[first - 1]) & {"ADJ", "ADV"}
        ):
            first -= 1
        compound = f"{self.low[head - 1]} {word}" if head - 1 in run else ""
        if compound in PROPS or f"{self.low[head - 1]} {singular(word)}" in PROPS:
            first = min(first, head - 1)
        phrase = " ".join(self.tokens[i][0] for i in range(first, head + 1)).removesuffix("'s")
        single = word if word in PROPS or word in ROBOT_WORDS else singular(word)
        plural = single != word or word in ("people", "children") or (word.endswith("s") and singular(word) != word)
        adjectives = [self.low[i] for i in run if i < first]
        self.found.append(
            Mention(
                single,
                phrase,
                " ".join([*before, *adjectives]),
                count if count or plural else 1,
                plural or count > 1,
                self.verb,
                self.preposition,
                bare,
                self.denied or negated,
                self.tokens[first][1],
            )
        )
        self.preposition = ""
        self.denied = False
