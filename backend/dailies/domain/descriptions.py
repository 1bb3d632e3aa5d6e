"""Items found by what they show: "the shot with the kiosk", "the night ones", "the driver's cap", "everyone"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from dailies.domain.description_words import (
    ADDING,
    ASPECTS,
    COMPARATIVE,
    COMPARATIVES,
    ENDS,
    EVERYONE,
    FUNCTION_WORDS,
    ITEM_NOUNS,
    JOINED_VERBS,
    JUDGEMENTS,
    KIND_NOUNS,
    LINKS,
    PLAIN_ADJECTIVES,
    TRAIT_WORDS,
    stem,
)
from dailies.domain.names_in_text import named_in
from dailies.domain.story import EntityKind
from dailies.domain.target_words import CARDINALS, ORDINALS, Token, tokens_of

Pronoun = Literal["he", "she", "they"]
PRONOUNS: dict[str, Pronoun] = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}


@dataclass(frozen=True)
class Thing:
    """Somebody or something of the story. ``ids``: the items that show it; ``pronoun``: "" where none is known."""

    kind: EntityKind | Literal["style"]
    name: str
    description: str
    ids: frozenset[str]
    pronoun: Pronoun | Literal[""] = ""

    @property
    def head(self) -> frozenset[str]:
        """Stems that say what it is: "a tall bus driver of sixty" -> tall, bus, driver."""
        return frozenset(stems(re.split(r",| of | with | in | about ", self.description, maxsplit=1)[0]))

    @property
    def role(self) -> str:
        """The last word of its head: "driver"."""
        words = stems(re.split(r",| of | with | in | about ", self.description, maxsplit=1)[0])
        return words[-1] if words else ""

    @property
    def words(self) -> frozenset[str]:
        """All stems of its description."""
        return frozenset(stems(self.description))


@dataclass(frozen=True)
class Sight:
    """One item as far as it can be described. ``action``: what happens in it; ``traits``: its size, time,
    weather and camera, as words people use for them."""

    id: str
    action: str
    traits: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Found:
    """What a description means. ``unclear``: words that point at nothing that is there, or at one of several
    (then ``ids`` are the several); ``spans``: of describing phrases, (start, end); ``names``: of the things;
    ``phrase``: whether an item is described; ``person``: whether somebody or something is
    called by what it is ("the bus driver"), and ``spans`` holds those words."""

    ids: frozenset[str] = frozenset()
    unclear: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    person: bool = False
    names: tuple[str, ...] = ()
    phrase: bool = False


@dataclass(frozen=True)
class View:
    """Everything that can be described on a stage's board."""

    sights: tuple[Sight, ...]
    things: tuple[Thing, ...] = ()

    def find(self, text: str) -> Found:
        """The items a text describes. A describing phrase ("the kiosk shot") comes before a thing it names."""
        return _Finder(self, text).find()


def stems(text: str) -> list[str]:
    """The content words of a text, without their endings."""
    return [stem(token.text) for token in tokens_of(text) if token.kind == "word" and token.text not in FUNCTION_WORDS]


MOMENTS = frozenset({"bit", "part", "moment", "point", "place"})
YOUNG = re.compile(
    r"\b(?:girl|boy|child|kid|toddler|baby|teen\w*|(?:of|about|aged) (?:about )?(?:four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|thirteen|[4-9]|1[0-5]))\b",
    re.IGNORECASE,
)


class _Finder:
    """Reads one text."""

    def __init__(self, view: View, text: str) -> None:
        self.view = view
        self.text = text
        self.tokens = tokens_of(text)
        self.actions = {sight.id: frozenset(stems(sight.action)) for sight in view.sights}
        self.known = frozenset().union(
            *self.actions.values(),
            *(sight.traits for sight in view.sights),
            *(thing.words for thing in view.things),
            *(frozenset(stems(thing.name)) for thing in view.things),
            frozenset({"together"}),
        )

    def find(self) -> Found:
        """Phrases first, then everyone, then things and people."""
        return self._phrases() or self._everyone() or self._things() or Found()

    # Phrases with a noun for items in them

    def _phrases(self) -> Found | None:
        ids: set[str] = set()
        spans: list[tuple[int, int]] = []
        position, unclear = 0, ""
        while position < len(self.tokens):
            read = (
                self._clause(position)
                or self._after_noun(position)
                or self._before_noun(position)
                or self._trait_noun(position)
            )
            if read is None:
                position += 1
                continue
            start, end, words, plural = read
            chosen = self._showing(words)
            if "without" in map(self._word, range(start, end)):
                chosen = self._not_showing(words)
            counted = [CARDINALS[each] for each in map(self._word, range(start, end)) if each in CARDINALS]
            if chosen and counted and counted[0] > 1 and counted[0] != len(chosen):
                plural = len(chosen) < counted[0]
            spans.append((self.tokens[start].start, self.tokens[end - 1].end))
            said = self.text[spans[-1][0] : spans[-1][1]]
            if not chosen:
                unclear = unclear or said
            elif len(chosen) > 1 and not plural:
                unclear = unclear or said
                ids |= chosen
            else:
                ids |= chosen
            position = max(end, position + 1)
        return Found(frozenset(ids), unclear, tuple(spans), phrase=True) if spans else None

    def _word(self, position: int) -> str:
        return self.tokens[position].text if 0 <= position < len(self.tokens) else ""

    def _after_noun(self, position: int) -> tuple[int, int, list[str], bool] | None:
        """ "the shot with the kiosk", "those where Mara laughs", "every frame in the bus"."""
        noun = self._word(position)
        if noun not in ITEM_NOUNS and noun not in ("those", "ones", "all") and noun not in MOMENTS:
            return None
        link = self._link(position + 1)
        if noun in MOMENTS and self._word(position + 1) not in ("where", "when", "that"):
            link = position + 1 if self._acting(position + 1) else position
        if link == position + 1 and noun not in MOMENTS or link == position:
            return None
        if self._word(position + 1) in ("in", "on", "at", "by", "of") and not self._definite(position):
            return None
        end = self._tail(link)
        begin = position
        while begin > 0 and position - begin < 3 and self._modifies(begin - 1):
            begin -= 1
        words = [token.text for token in (*self.tokens[begin:position], *self.tokens[link:end])]
        if not self._content(words) or self._counts(link):
            return None
        if self._word(position + 1) in ("with", "of") and not self._definite(position):
            return None
        start = self._with_determiner(begin)
        plural = noun.endswith("s") or noun in ("those", "all") or self._word(start) in ("all", "every", "each", "any")
        return start, end, words, plural

    def _acting(self, position: int) -> bool:
        """Whether a clause about somebody begins here: "the moment Mia laughs"."""
        word = self._word(position)
        return word in PRONOUNS or (position < len(self.tokens) and self.tokens[position].raw[:1].isupper())

    def _clause(self, position: int) -> tuple[int, int, list[str], bool] | None:
        """ "Where Mia runs, more light", "whenever he plays"."""
        word = self._word(position)
        if word not in ("where", "when", "whenever", "wherever") or self._word(position - 1) not in ("", ",", ":", "-"):
            return None
        end = self._tail(position + 1)
        words = [token.text for token in self.tokens[position + 1 : end]]
        return (position, end, words, word in ("whenever", "wherever")) if self._content(words) else None

    def _definite(self, position: int) -> bool:
        start = self._with_determiner(position)
        return start < position or self._word(position) in ("those", "all") or self._word(position).endswith("s")

    def _counts(self, position: int) -> bool:
        return self._word(position) in ITEM_NOUNS or self.tokens[position].kind in ("number", "code", "nth")

    def _link(self, position: int) -> int:
        """The position after the words that join a noun to what it shows."""
        for words in LINKS:
            if tuple(self._word(position + each) for each in range(len(words))) == words:
                return position + len(words)
        return position

    def _tail(self, position: int) -> int:
        """Where the description ends: at a mark, a verb of judging, a comparative that is no word of the board."""
        end = position
        while end < len(self.tokens):
            word = self._word(end)
            if self.tokens[end].kind == "mark" and word not in ("-", "'", "&"):
                break
            if word == "and" and self._word(end + 1) in JOINED_VERBS:
                break
            comparative = bool(COMPARATIVE.fullmatch(word)) and stem(word) not in self.known
            judged = word in ("is", "are", "was", "looks", "look") and self._judged(end + 1)
            if (
                (word in COMPARATIVES and not self._named_so(end))
                or comparative
                or judged
                or (word in ENDS and end > position)
            ):
                break
            end += 1
        while end > position and self._word(end - 1) in ("a", "and", "much", "little", "bit", "is", "to", "the"):
            end -= 1
        return end

    def _named_so(self, position: int, *, first: bool = False) -> bool:
        """Whether a comparative is the name of a thing here: "the hand warmer", "the warmer is too orange"."""
        word, before = self._word(position), self._word(position - 1)
        if first and before in ("the", "his", "her") and self._word(position + 1) in ("is", "should", "looks", "needs"):
            return any(word in thing.description.lower().split() for thing in self.view.things)
        return any(f"{before} {word}" in thing.description.lower() for thing in self.view.things)

    def _judged(self, position: int) -> bool:
        word = self._word(position)
        return word in ENDS or bool(COMPARATIVE.fullmatch(word)) or stem(word) not in self.known

    def _with_determiner(self, position: int) -> int:
        start = position
        determiners = ("the", "that", "this", "those", "these", "all", "every", "each", "any", "both")
        while self._word(start - 1) in determiners or (self._word(start - 1) in CARDINALS and start == position):
            start -= 1
        return start

    def _before_noun(self, position: int) -> tuple[int, int, list[str], bool] | None:
        """ "the kiosk shot", "all the night frames", "the two wide ones"."""
        noun = self._word(position)
        if noun not in ITEM_NOUNS:
            return None
        begin = position
        while begin > 0 and position - begin < 3 and self._modifies(begin - 1):
            begin -= 1
        words = [token.text for token in self.tokens[begin:position]]
        start = self._with_determiner(begin)
        if not words or start == begin and not noun.endswith("s"):
            return None
        if not self._content(words):
            return None
        if start == begin and not any(stem(word) in self.known or word in TRAIT_WORDS for word in words):
            return None
        plural = noun.endswith("s") or self._word(start) in ("all", "every", "each", "any")
        return start, position + 1, words, plural

    def _modifies(self, position: int) -> bool:
        token = self.tokens[position]
        word = token.text
        if token.kind != "word" or word in FUNCTION_WORDS or word in ENDS or word in CARDINALS or word in ORDINALS:
            return word == "-" and position > 0
        return word not in PLAIN_ADJECTIVES and word not in ITEM_NOUNS and word not in ADDING

    def _trait_noun(self, position: int) -> tuple[int, int, list[str], bool] | None:
        """ "the close-ups", "the wides", "the insert"."""
        end, word = position + 1, self._word(position)
        if word == "close" and self._word(end) in ("-",) and self._word(end + 1) in ("up", "ups"):
            word, end = "closeups" if self._word(end + 1) == "ups" else "closeup", end + 2
        elif word == "close" and self._word(end) in ("up", "ups"):
            word, end = "closeups" if self._word(end) == "ups" else "closeup", end + 1
        start = self._with_determiner(position)
        named = word in ("closeup", "closeups", "wides", "insert", "inserts")
        if not named or start == position or self._word(start - 1) in ("make", "into", "as"):
            return None
        plural = word.endswith("s") or self._word(start) in ("all", "every", "each")
        return start, end, [word], plural

    def _content(self, words: Sequence[str]) -> list[str]:
        both = [word for word in words if word == "both"]
        return both + [word for word in words if word not in FUNCTION_WORDS and not re.fullmatch(r"\W+|up|ups", word)]

    def _showing(self, words: Sequence[str]) -> set[str]:
        """The items that show most of the words; fewer than half of the words is none of them."""
        content = list(dict.fromkeys(self._content(words)))
        if "both" in words or "together" in words:
            return {sight.id for sight in self.view.sights if "together" in sight.traits}
        if not content:
            return set()
        by_name = named_in(" ".join(words), [thing.name for thing in self.view.things])
        named = set().union(*(thing.ids for thing in self.view.things if thing.name in by_name))
        score: dict[str, float] = {sight.id: 0.0 for sight in self.view.sights}
        hits: dict[str, int] = dict.fromkeys(score, 0)
        for word in content:
            for item, weight in self._weights(word, named if by_name else set(), by_name).items():
                if item in score:
                    score[item] += weight
                    hits[item] += 1
        if set(content) <= JUDGEMENTS:
            return set()
        most = max(hits.values(), default=0)
        if most * 2 < len(content) or most == 0:
            return set()
        best = max(score[item] for item in score if hits[item] == most)
        return {item for item in score if hits[item] == most and score[item] >= best - 0.6}

    def _not_showing(self, words: Sequence[str]) -> set[str]:
        if set(words) & {"people", "anyone", "anybody", "person", "characters", "somebody"}:
            return {sight.id for sight in self.view.sights if "empty" in sight.traits}
        shown = self._showing(words)
        return {sight.id for sight in self.view.sights if sight.id not in shown} if shown else set()

    def _weights(self, word: str, named: set[str], by_name: Iterable[str]) -> dict[str, float]:
        root = stem(word)
        result: dict[str, float] = {}
        traits = self._traits(word)
        mine = [
            thing
            for thing in self.view.things
            if thing.name in by_name and (root in stems(thing.name) or named_in(word, (thing.name,)))
        ]
        if mine:
            shown = frozenset().union(*(thing.ids for thing in mine)) & named
            return dict.fromkeys(shown, 1.0)
        for thing in self._owners(root):
            for item in thing.ids:
                result[item] = max(result.get(item, 0.0), 1.0 if thing.role == root else 0.4)
        for sight in self.view.sights:
            if traits & sight.traits or root in self.actions[sight.id]:
                result[sight.id] = 1.0
        return result

    def _traits(self, word: str) -> frozenset[str]:
        """The traits a word stands for; only the one of its own name where an item has it."""
        root = stem(word)
        for exact in (word, root):
            if any(exact in sight.traits for sight in self.view.sights):
                return frozenset((exact,))
        return TRAIT_WORDS.get(word, TRAIT_WORDS.get(root, frozenset((root,))))

    def _owners(self, root: str) -> list[Thing]:
        """The things a word is about: by their role before any other word of their description."""
        by_role = [thing for thing in self.view.things if thing.role == root]
        by_head = [thing for thing in self.view.things if root in thing.head]
        return by_role or by_head or [thing for thing in self.view.things if root in thing.words]

    # Everyone, kinds, things and people

    def _everyone(self) -> Found | None:
        if EVERYONE.search(self.text):
            people = [thing for thing in self.view.things if thing.kind == "character"]
            ids = frozenset().union(*(thing.ids for thing in people))
            if ids:
                return Found(ids, names=tuple(thing.name for thing in people))
        return None

    def _things(self) -> Found | None:
        by_pronoun = self._by_pronoun()
        for position, token in enumerate(self.tokens):
            definite = token.text in ("the", "his", "her", "their", "its", "that", "this", "those", "these")
            if not definite and not token.text.endswith("'s"):
                continue
            phrase = self._noun_phrase(position + 1)
            if token.text in PRONOUNS and by_pronoun is not None:
                return by_pronoun
            found = self._thing(phrase, position) if phrase else None
            if found is not None:
                return found
        return by_pronoun

    def _by_pronoun(self) -> Found | None:
        said = {PRONOUNS[token.text] for token in self.tokens if token.text in PRONOUNS}
        people = [thing for thing in self.view.things if thing.kind == "character"]
        if len(said) != 1 or not people:
            return None
        pronoun = next(iter(said))
        known = [thing for thing in people if thing.pronoun == pronoun]
        open_ = [thing for thing in people if not thing.pronoun]
        meant = known or open_
        if len(meant) == 1:
            return Found(meant[0].ids, names=(meant[0].name,))
        if not meant:
            return Found(unclear=f"“{next(t.raw for t in self.tokens if t.text in PRONOUNS)}”")
        ids = frozenset().union(*(thing.ids for thing in meant))
        return Found(ids, unclear=f"“{next(t.raw for t in self.tokens if t.text in PRONOUNS)}”")

    def _noun_phrase(self, start: int) -> list[Token]:
        end = start
        while end < len(self.tokens) and end - start < 4:
            token = self.tokens[end]
            word = token.text
            stops = word in FUNCTION_WORDS or word in ENDS
            stops = stops or (word in COMPARATIVES and not self._named_so(end, first=end == start))
            if token.kind not in ("word",) or stops or (COMPARATIVE.fullmatch(word) and stem(word) not in self.known):
                break
            end += 1
        return self.tokens[start:end]

    def _thing(self, phrase: Sequence[Token], position: int) -> Found | None:
        plain = False
        for token in reversed(phrase):
            word = token.text.removesuffix("'s").removesuffix("s'")
            root = stem(word)
            if word in ASPECTS or root in ASPECTS or word in ITEM_NOUNS:
                plain = True
                continue
            if root not in self.known:
                if word in KIND_NOUNS:
                    return self._person(word)
                continue
            owners = self._owners(root)
            roles = [thing for thing in owners if thing.role == root]
            if len(roles) > 1 and not word.endswith("s") and roles[0].kind == "character":
                ids = frozenset().union(*(thing.ids for thing in roles))
                return Found(ids, unclear=f"the {token.text}")
            if roles and not any(thing.ids for thing in roles):
                return Found(unclear=f"the {token.text}")
            if roles:
                return Found(
                    frozenset().union(*(thing.ids for thing in roles)),
                    spans=((phrase[0].start, phrase[-1].end),),
                    person=True,
                    names=tuple(each.name for each in roles),
                )
            acting = frozenset(item for item, words in self.actions.items() if root in words)
            seen = frozenset(sight.id for sight in self.view.sights if self._traits(word) & sight.traits)
            if acting:
                return Found(acting | seen)
            if owners and any(thing.ids for thing in owners):
                return Found(
                    frozenset().union(*(thing.ids for thing in owners)),
                    spans=((phrase[0].start, phrase[-1].end),),
                    person=len(phrase) > 1,
                    names=tuple(each.name for each in owners),
                )
            if seen:
                return Found(seen)
        return None if plain else self._nowhere(phrase, position)

    def _person(self, word: str) -> Found | None:
        """Somebody called by nothing but man, woman or person."""
        if word in ("kid", "child"):
            young = [
                thing for thing in self.view.things if thing.kind == "character" and YOUNG.search(thing.description)
            ]
            ids = frozenset().union(*(thing.ids for thing in young))
            return Found(ids, "" if len(young) == 1 else f"the {word}", names=tuple(thing.name for thing in young))
        pronoun = "she" if word in ("woman", "girl", "lady", "women") else "he"
        if word not in ("woman", "girl", "lady", "man", "boy", "guy"):
            return None
        people = [thing for thing in self.view.things if thing.kind == "character"]
        meant = [thing for thing in people if thing.pronoun == pronoun] or [t for t in people if not t.pronoun]
        ids = frozenset().union(*(thing.ids for thing in meant))
        return Found(ids, "" if len(meant) == 1 else f"the {word}", names=tuple(thing.name for thing in meant))

    def _nowhere(self, phrase: Sequence[Token], position: int) -> Found | None:
        """A definite thing that nothing on the board shows, where the note speaks of it as being there."""
        if self._word(position) not in ("the", "his", "her", "their", "that"):
            return None
        before = [token.text for token in self.tokens[max(0, position - 4) : position]]
        if set(before) & ADDING:
            return None
        head = phrase[-1].text
        if head in PLAIN_ADJECTIVES or len(phrase) > 3:
            return None
        follow = self._word(self.tokens.index(phrase[-1]) + 1)
        verb = before[-1] if before else ""
        asked = verb in ("make", "remove", "delete", "lose", "hide", "drop", "of", "fix", "move", "turn", "recolour")
        if asked or (position == 0 and follow in ("is", "are", "should", "looks", "look", "needs", "need", "must")):
            return Found(unclear=f"the {' '.join(token.raw for token in phrase)}")
        return None


NAME_FREE = re.compile(
    r"\b(?:rename|name[ds]?|call(?:ed)?|titled?|add|introduce|like|style of|inspired by|à la|a la|shot on|as in|new "
    r"(?:character|person))\b",
    re.IGNORECASE,
)
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december christmas easter halloween english german french spanish italian japanese
    european american british i i'm i'd i'll i've ok pdf mp4 tv led usa uk""".split()
)


def unknown_person(text: str, names: Iterable[str]) -> str:
    """A name that is spoken of as somebody who is there and is nobody of the story; "" where there is none.

    Only words with a capital letter that do not begin a sentence, or own something, or are told what to do.
    """
    if NAME_FREE.search(text) or '"' in text or "“" in text:
        return ""
    known = list(names)
    own = {word.lower() for name in known for word in re.findall(r"\w+", name)}
    for match in re.finditer(r"(?<![\w'’])([A-ZÀ-Ý][a-zà-ÿ]{1,20})(['’]s)?(?![\w-])", text):
        word = match.group(1)
        if word.lower() in own or word.lower() in CALENDAR or named_in(word, known):
            continue
        begins = re.search(r"(?:^|[.!?:\n]\s*)\W*$", text[: match.start()]) is not None
        rest = text[match.end() :].lstrip().lower()
        owns = bool(match.group(2)) and not re.match(r"(?:is|are|go|let|that|it|what|there|here)\b", word.lower())
        told = re.match(r"(?:should|needs|must|looks|wears|is too|has to|ought)\b", rest) is not None
        treated = re.search(
            r"\b(?:make|give|put|move|remove|dress|let|lose|and|with|show|of|where|on|have|keep|for|use|is)\s+$",
            text[: match.start()],
            re.IGNORECASE,
        )
        if begins and not (owns or told):
            continue
        if begins and word.lower() in FUNCTION_WORDS | ASPECTS | ITEM_NOUNS | set(ORDINALS) | EVERY_WORDS:
            continue
        if owns or told or treated:
            return word
    return ""


EVERY_WORDS = frozenset({"everything", "everyone", "everybody", "it", "all", "both", "they", "she", "he", "light"})
