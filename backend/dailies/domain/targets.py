"""Which items a note means: "clips 1-3", "the first and last", "everything except 3", "4A", "Mia".

A small grammar over the note's words. Numbers that count something else ("15 seconds", "2 people") are no
targets, and a target that does not exist is reported, never replaced by one that does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dailies.domain.names_in_text import named_in
from dailies.domain.target_words import (
    ALTERING,
    ANY_ITEM,
    ASPECTS_OF,
    BORROWING,
    CARDINALS,
    COPYING,
    COUNTED,
    DASHES,
    EXCEPT,
    FOLLOWS,
    JOINS,
    LAST,
    LIKE,
    LIKERS,
    NEVER_BEFORE,
    NOT_AFTER_ALL,
    NOT_COMPARATIVES,
    NOUNS,
    ORDINALS,
    PRAISED,
    PRONOUNS,
    PROTECT,
    RANGE_WORDS,
    SPARED,
    UNTOUCHED,
    WHOLE,
    Token,
    tokens_of,
)


@dataclass(frozen=True)
class Target:
    """Something a note can be about. ``number``: from 1 in its stage; ``code``: scene and letter ("4A") or "";
    ``names``: who and what it shows, beside its label."""

    id: str
    number: int
    code: str
    label: str
    names: tuple[str, ...] = ()
    summary: str = ""


@dataclass(frozen=True)
class Resolution:
    """What was meant. ``ids``: in the order of the items, each once. ``mentioned``: whether the words point at
    anything. ``missing``: what they point at and is not there ("clip 9"). ``spans``: where in the text the
    pointing words are, (start, end); names are not among them, for they are also part of what is asked.
    ``by_name``: whether the items were found by the names they show. ``like``: items the others shall be like
    ("make 1 like 6"). ``unclear``: pointing words that fit nothing, or one of several (the ``candidates``).
    ``every``: whether all of them are named as such. ``nobody``: a name that is not in the story. ``excluded``:
    items to be left as they are. ``exact``: whether numbers or pronouns say which."""

    ids: tuple[str, ...]
    mentioned: bool
    missing: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    by_name: bool = False
    like: tuple[str, ...] = ()
    unclear: str = ""
    every: bool = False
    nobody: str = ""
    excluded: tuple[str, ...] = ()
    exact: bool = False
    candidates: tuple[str, ...] = ()

    @property
    def definite(self) -> bool:
        """Whether everything the words point at is there, and clear."""
        return not (self.missing or self.unclear or self.nobody)


@dataclass
class _Picked:
    """What a phrase names: indexes into the items, and what is not there."""

    end: int
    found: set[int] = field(default_factory=set)
    missing: list[str] = field(default_factory=list)


def resolve_targets(
    text: str, items: Sequence[Target], selected: Sequence[str], talked: Sequence[str] = ()
) -> Resolution:
    """Find the items a note means. ``selected``: ids the creator has chosen; they are meant by "these", "this
    one", and where the text points at nothing. ``talked``: ids that were just talked about, meant by "those two"
    and "it" where nothing is selected."""
    return _Reader(text, items, selected, talked).resolve()


SINGLE = frozenset({"it", "this", "that", "them", "they", "its", "one", "it's"})
"""Words that mean what was just talked about."""

SPARED_PAIRS = frozenset(
    {
        ("exception", "of"),
        ("leave", "out"),
        ("leaving", "out"),
        ("rather", "than"),
        ("instead", "of"),
        ("other", "than"),
        ("apart", "from"),
    }
    | {("aside", "from"), ("except", "for"), ("except", "in"), ("save", "for")}
)
UNTOUCHING = frozenset({"don't", "not", "never", "without"})
DESCRIBING = frozenset({"with", "where", "of", "in", "showing", "featuring", "when", "at", "on"})
KIND_AFTER_BOTH = frozenset("characters people places products men women girls boys faces hands sides ends".split())


class _Reader:
    """Reads one note from left to right."""

    def __init__(self, text: str, items: Sequence[Target], selected: Sequence[str], talked: Sequence[str]) -> None:
        self.text = text
        self.items = items
        self.tokens = tokens_of(text)
        self.selected = {index for index, item in enumerate(items) if item.id in set(selected)}
        self.antecedent = self.selected or {index for index, item in enumerate(items) if item.id in set(talked)}
        self.by_number = {item.number: index for index, item in enumerate(items)}
        self.by_code = {item.code.lower(): index for index, item in enumerate(items) if item.code}
        self.noun = _noun_of(items)
        self.wanted: set[int] = set()
        self.excluded: set[int] = set()
        self.missing: list[str] = []
        self.spans: list[tuple[int, int]] = []
        self.pointed = False
        self.everything = False
        self.others = False
        self.like: set[int] = set()
        self.pattern: set[int] = set()
        self.words = {token.text for token in self.tokens}
        self.unclear = ""

    def resolve(self) -> Resolution:
        """Read every phrase, then put the sets together."""
        position = 0
        while position < len(self.tokens):
            position = self._phrase(position)
        names = named_in(self.text, {name for item in self.items for name in item.names})
        named = {index for index, item in enumerate(self.items) if names.intersection(item.names)}
        found, by_name = self._combined(named)
        if self.pattern and self.wanted:
            self.like |= self.pattern - self.wanted
            found -= self.pattern
        elif self.pattern:
            found, self.wanted = set(self.pattern), set(self.pattern)
        self.like -= self.wanted
        found -= self.like
        return Resolution(
            self._ids(found),
            self.pointed or by_name,
            tuple(dict.fromkeys(self.missing)),
            tuple(self.spans),
            by_name,
            self._ids(self.like),
            self.unclear,
            self.everything,
            excluded=self._ids(self.excluded),
            exact=bool(self.wanted or self.missing or self.others),
        )

    def _ids(self, indexes: set[int]) -> tuple[str, ...]:
        return tuple(self.items[index].id for index in sorted(indexes))

    def _combined(self, named: set[int]) -> tuple[set[int], bool]:
        every = set(range(len(self.items)))
        if self.others:
            return (self.wanted or every - self.antecedent) - self.excluded, False
        if self.everything:
            base = named if named and self._shows_names() else every
            return base - self.excluded, base is named
        if self.wanted or self.missing:
            return self.wanted - self.excluded, False
        if named:
            return named - self.excluded, True
        if self.excluded:
            return (self.selected or every) - self.excluded, False
        if self.unclear:
            return set(), False
        if self.antecedent and not self.selected and any(token.text in SINGLE for token in self.tokens):
            return set(self.antecedent), False
        return set(self.selected), False

    def _shows_names(self) -> bool:
        """Whether the names narrow "all" down: "all frames with Mia", "Mia's coat in every frame"."""
        words = {token.text for token in self.tokens}
        return bool(words & {"with", "showing", "of", "where", "featuring"}) or any(
            token.text.endswith(("'s", "’s")) for token in self.tokens
        )

    def _phrase(self, start: int) -> int:
        """Read one pointing phrase at a token; the position after it, or after the token."""
        for read in (self._relative, self._whole, self._others, self._parity, self._pronoun):
            end = read(start)
            if end is not None:
                self._point(start, end)
                return end
        picked = self._list(start)
        if picked is None:
            return start + 1
        compared = self._compared(start)
        if compared is not None and self._word(picked.end) in ("to", "with", "and") and self._word(compared) == "match":
            compared = None
        if compared is not None:
            self.missing.extend(picked.missing)
            self.like |= picked.found
            self._point(compared, picked.end)
            return picked.end
        self.missing.extend(picked.missing)
        self._to_the_end(picked)
        if self._of_aspect(start) or (self._word(start - 1) == "use" and self._word(picked.end) == "as"):
            self.pattern |= picked.found
            self._point(start, picked.end)
            return picked.end
        first = self._protected(start, picked.end)
        if first is None:
            self.wanted |= picked.found
            self._point(start, picked.end)
            return picked.end
        self.excluded |= picked.found
        end = picked.end + 2 if self._praised(picked.end) else self._after_untouched(picked.end)
        self._point(first, end)
        return end

    def _of_aspect(self, start: int) -> bool:
        """Whether "the light of 1" comes before, in a note that copies something."""
        before = start - 1
        if self._word(before) == "the":
            before -= 1
        return self._word(before) == "of" and self._word(before - 1) in ASPECTS_OF and bool(self.words & COPYING)

    def _to_the_end(self, picked: _Picked) -> None:
        """ "Shot 3 onwards", "2 to the end"."""
        words = [self._word(picked.end + each) for each in range(3)]
        length = 1 if words[0] in ("onwards", "onward") else 0
        length = 3 if words == ["to", "the", "end"] else 2 if words[:2] in (["and", "later"], ["and", "up"]) else length
        if length and picked.found:
            order = self._countable()
            picked.found |= set(order[order.index(min(picked.found)) :] if min(picked.found) in order else ())
            picked.end += length

    def _compared(self, start: int) -> int | None:
        """Where a comparison begins whose pattern begins at a token ("like", "the same as in", "copy … from")."""
        before = start - 1
        while self._word(before) in ("the", "in", "of", "that", "those", "to", "with", "from", "one", "ones"):
            before -= 1
        word, between = self._word(before), start - 1 - before
        joint = self._word(start - 1)
        if word in LIKE and (between == 0 or joint != "to"):
            return None if word == "like" and self._word(before - 1) in LIKERS else before
        if joint == "to" and (word in ("similar", "identical", "close", "closer", "next") or self._matched(start)):
            return before if word in ("similar", "identical", "close", "closer") else start - 1
        if joint == "with" and self._matched(start):
            return start - 1
        earlier = {token.text for token in self.tokens[:start]}
        return start - 1 if joint == "from" and earlier & BORROWING else None

    def _matched(self, start: int) -> bool:
        """Whether "match 2 to 4" has its first number before this position."""
        return "match" in self.words and bool(self.wanted | self.like | self.pattern)

    def _point(self, start: int, end: int) -> None:
        self.pointed = True
        self.spans.append((self.tokens[start].start, self.tokens[end - 1].end))

    def _word(self, position: int) -> str:
        return self.tokens[position].text if 0 <= position < len(self.tokens) else ""

    # Items before and after another

    def _relative(self, start: int) -> int | None:
        """ "shots after 3", "everything before 4", "the shot after 2", "from 3 on", "up to 4", "the middle two"."""
        whole = self._word(start) in ("all", "everything") and self._word(start + 1) == "from"
        if whole and (picked := self._anchor(start + 2)) is not None:
            self._point(start, picked.end)
            order = self._countable()
            self.missing.extend(picked.missing)
            single = len(picked.found) == 1 and not picked.missing
            self.wanted |= set(order[order.index(min(picked.found)) :]) if single else picked.found
            return picked.end
        if self._word(start) == "from" and (end := self._onwards(start)):
            return end
        if self._word(start) == "between" and self._anchor(start + 1):
            return self._between(start)
        if (edge := self._edge_of_film(start)) is not None:
            return edge
        if self._word(start) == "up" and self._word(start + 1) in ("to", "until") and self._anchor(start + 2):
            return self._beside(start, start + 2, "before", many=True, inclusive=True)
        position = start + (self._word(start) in ("the", "all"))
        if self._word(position) == "middle":
            return self._middle(position + 1)
        many = self._word(position).endswith("s") or self._word(position) == "everything"
        if not (self._is_item_word(position) or self._word(position) == "everything"):
            return None
        side = {"after": "after", "following": "after", "before": "before"}.get(self._word(position + 1), "")
        if not side or not self._anchor(position + 2):
            return None
        return self._beside(start, position + 2, side, many=many, inclusive=False)

    def _between(self, start: int) -> int | None:
        """ "Between 2 and 5" may or may not mean its ends."""
        picked = self._list(start + 1)
        if picked is None:
            return None
        self.missing.extend(picked.missing)
        self.unclear = self.unclear or " ".join(token.raw for token in self.tokens[start : picked.end])
        return picked.end

    def _edge_of_film(self, start: int) -> int | None:
        """ "The ending", "at the end", "the beginning": the last or the first item."""
        if self._word(start) != "the" or not self.by_code:
            return None
        word, after = self._word(start + 1), self._word(start + 2)
        if after == "of" or self._is_item_word(start + 2) or self._word(start - 1) in ("in", "to", "until", "by"):
            return None
        first = word in ("beginning", "opening", "intro") or (word == "start" and self._word(start - 1) == "at")
        last = word in ("ending", "outro", "closing") or (word == "end" and self._word(start - 1) in ("at", "near"))
        if not (first or last):
            return None
        self.wanted.add(self._countable()[0 if first else -1])
        return start + 2

    def _anchor(self, position: int) -> _Picked | None:
        position += self._word(position) == "the" and self._is_item_word(position + 1)
        noun = NOUNS.get(self._word(position))
        if noun is None and self._atom(position, self.noun) is not None:
            picked = _Picked(position)
            self._add(picked, position, None)
            return picked
        return self._ordinals(position) or (self._numbers(position) if noun else None)

    def _beside(self, start: int, position: int, side: str, *, many: bool, inclusive: bool) -> int | None:
        picked = self._anchor(position)
        if picked is None:
            return None
        self.missing.extend(picked.missing)
        if not picked.found:
            return picked.end
        order = self._countable()
        at = order.index(max(picked.found) if side == "after" else min(picked.found))
        chosen = order[at + 1 :] if side == "after" else order[: at + inclusive]
        if not many:
            chosen = chosen[:1] if side == "after" else chosen[-1:]
        if not chosen:
            self.unclear = self.unclear or " ".join(token.raw for token in self.tokens[start : picked.end])
        self.wanted |= set(chosen)
        return picked.end

    def _onwards(self, start: int) -> int | None:
        """ "from 3 on", "from shot 3 onwards", "from 2 to the end"."""
        picked = self._anchor(start + 1)
        if picked is None:
            return None
        end = picked.end
        if self._word(end) in ("on", "onward", "onwards", "forward"):
            end += 1
        elif [self._word(end + each) for each in range(3)] == ["to", "the", "end"]:
            end += 3
        else:
            return None
        self.missing.extend(picked.missing)
        order = self._countable()
        if picked.found:
            self.wanted |= set(order[order.index(min(picked.found)) :])
        return end

    def _middle(self, position: int) -> int | None:
        many = (_cardinal(self.tokens[position]) or 0) if position < len(self.tokens) else 0
        end = position + bool(many)
        if not many and not self._is_item_word(end):
            return None
        order = self._countable()
        size = many or (1 if len(order) % 2 else 2)
        begin = (len(order) - size) // 2
        if (len(order) - size) % 2 or size > len(order):
            self.unclear = self.unclear or "the middle"
        else:
            self.wanted |= set(order[begin : begin + size])
        return end + self._is_item_word(end)

    # Whole sets

    def _whole(self, start: int) -> int | None:
        word = self._word(start)
        if word == "both":
            listed = start + 1 < len(self.tokens) and self.tokens[start + 1].kind in ("number", "code")
            return None if listed or self._is_noun(start + 1) else self._both(start)
        if word in ("everything", "everywhere") and self._word(start + 1) != "else":
            if self._word(start + 1) in ("in", "of", "from") and self._list(start + 2) is not None:
                return None
            self.everything = True
            return self._exclusion(start + 1)
        if word in ("every", "each"):
            return self._every(start)
        if word in ("the", "whole") and "whole" in (word, self._word(start + 1)):
            end = start + (2 if word == "the" else 1)
            if self._word(end) in WHOLE:
                self.everything = True
                return self._exclusion(end + 1)
        return self._all(start) if word == "all" else None

    def _is_noun(self, position: int) -> bool:
        return NOUNS.get(self._word(position)) is not None and self._word(position + 1).isdigit()

    def _both(self, start: int) -> int | None:
        if len(self.items) == 2:
            self.wanted |= {0, 1}
        elif len(self.antecedent) == 2:
            self.wanted |= self.antecedent
        elif self._word(start + 1) in KIND_AFTER_BOTH or self._word(start + 1) == "of":
            return None
        else:
            self.unclear = self.unclear or "both"
        return start + 1

    def _every(self, start: int) -> int | None:
        follow = self._word(start + 1)
        if follow in ("other", "second") and self._is_item_word(start + 2):
            self.wanted |= {index for index, item in enumerate(self.items) if item.number % 2}
            return start + 3
        if follow == "third" and self._is_item_word(start + 2):
            self.wanted |= {index for index, item in enumerate(self.items) if item.number % 3 == 0}
            return start + 3
        if self._is_item_word(start + 1) or (follow == "single" and self._is_item_word(start + 2)):
            self.everything = True
            return self._exclusion(start + (3 if follow == "single" else 2))
        return None

    def _all(self, start: int) -> int | None:
        if self._word(start - 1) in {"at", "after", "above", "that's", "that’s", "is", "not"}:
            return None
        if self._word(start - 1) in PRONOUNS | {"they"} and self.antecedent:
            self.wanted |= self.antecedent
            return start + 1
        end = start + 1
        if self._word(end) == "of":
            end += 1
        if self._word(end) in ("these", "those") and self.antecedent:
            self.wanted |= self.antecedent
            return end + 2 if self._is_item_word(end + 1) else end + 1
        if self._word(end) in ("the", "these", "those", "them"):
            end += 1
        if end < len(self.tokens) and _cardinal(self.tokens[end]) == len(self.items):
            end += 1
        numbered = end + 1 < len(self.tokens) and self.tokens[end + 1].kind in ("number", "code")
        if self._word(end) in NOUNS and numbered and self._atom(end + 1, "shot") is not None:
            return None
        if self._is_item_word(end):
            end += 1
            # "all shots of scene 2" is scene 2.
            if self._word(end) in ("of", "in", "from") and self._list(end + 1) is not None:
                return None
        elif self._word(end - 1) == "the" or self._word(end) in NOT_AFTER_ALL:
            return None
        self.everything = True
        return self._exclusion(end)

    def _others(self, start: int) -> int | None:
        words = [self._word(start + offset) for offset in range(3)]
        if words[:2] in (["everything", "else"], ["the", "others"], ["the", "rest"]):
            end = start + 2
        elif words[:2] == ["the", "other"] and self._is_item_word(start + 2):
            end = start + 3
        else:
            return None
        if self._word(end) == "of" and self._word(end + 1) == "the":
            end += 3 if self._is_item_word(end + 2) or self._word(end + 2) in WHOLE else 2
        if self._praised(end):
            return end + 2
        if self._protected(start, end) is None and not self._keeps_before(start):
            if not (self.wanted or self.excluded or self.antecedent or self.everything):
                self.unclear = self.unclear or " ".join(token.raw for token in self.tokens[start:end])
                return min(end, len(self.tokens))
            self.excluded |= self.wanted
            self.wanted = set()
            self.others = True
        return min(end, len(self.tokens))

    def _parity(self, start: int) -> int | None:
        word, end = self._word(start), start + 1
        if word not in ("odd", "even"):
            return None
        if self._word(end) in ("numbered", "number"):
            end += 1
        elif self._word(end) == "-" and self._word(end + 1) == "numbered":
            end += 2
        if not self._is_item_word(end):
            return None
        rest = 1 if word == "odd" else 0
        self.wanted |= {index for index, item in enumerate(self.items) if item.number % 2 == rest}
        return end + 1

    def _pronoun(self, start: int) -> int | None:
        word, follow = self._word(start), self._word(start + 1)
        if word in ("these", "those", "them") and (many := self._many(start + 1)):
            return self._counted(start, start + 2 + self._is_item_word(start + 2), many)
        if word in ("this", "these", "those", "that") and self._is_item_word(start + 1):
            end = start + 2
            if word in ("that", "those") and self._word(end) in DESCRIBING:
                return None
        elif word in ("these", "those") and not self.antecedent:
            # With nothing selected they point at nothing, which the resolution says; "these shadows" do not point.
            follow = self._word(start + 1)
            if follow == "" or follow in FOLLOWS - {","} or (follow.endswith("er") and follow not in NOT_COMPARATIVES):
                self.unclear = self.unclear or word
                return start + 1
            return None
        elif word in PRONOUNS:
            end = start + 1
        elif word == "the" and follow in ("next", "following", "previous") and self._is_item_word(start + 2):
            return self._neighbour(start, 1 if follow != "previous" else -1)
        elif word == "the" and follow == "selected":
            end = start + 3 if self._is_item_word(start + 2) else start + 2
        else:
            return None
        if word == "them" and not self.antecedent:
            return None
        if end - start > 1 and end < len(self.tokens) and self.tokens[end].kind in ("number", "code"):
            return None
        if not self.antecedent:
            self.unclear = self.unclear or " ".join(token.raw for token in self.tokens[start:end])
        self.wanted |= self.antecedent
        return end

    def _neighbour(self, start: int, step: int) -> int:
        """ "The next one": beside what was talked about."""
        order = self._countable()
        places = [order.index(index) + step for index in self.antecedent if index in order]
        if len(places) == 1 and 0 <= places[0] < len(order):
            self.wanted.add(order[places[0]])
        else:
            self.unclear = self.unclear or " ".join(token.raw for token in self.tokens[start : start + 3])
        return start + 3

    def _many(self, position: int) -> int:
        """The number in "those two"; 0 where there is none."""
        if position >= len(self.tokens) or self._word(position) == "one":
            return 0
        follow = self._word(position + 1)
        counted = self._is_item_word(position + 1) or follow == "" or follow in FOLLOWS or follow.endswith("er")
        return (_cardinal(self.tokens[position]) or 0) if counted else 0

    def _counted(self, start: int, end: int, many: int) -> int:
        if len(self.antecedent) == many:
            self.wanted |= self.antecedent
        else:
            self.unclear = self.unclear or " ".join(token.raw for token in self.tokens[start:end])
        return end

    # Lists of single items

    def _list(self, start: int) -> _Picked | None:
        """Read "clips 1-3 and 5", "4A", "1 & 2", "the first and last two clips"."""
        if self._word(start) in ("opening", "closing", "ending") and self._word(start + 1) in NOUNS:
            return self._edge(start)
        return self._half(start) or self._ordinals(start) or self._numbers(start)

    def _edge(self, start: int) -> _Picked | None:
        if not self.items:
            return None
        wanted = 0 if self._word(start) == "opening" else len(self._countable()) - 1
        return _Picked(start + 2, {self._countable()[wanted]})

    def _half(self, start: int) -> _Picked | None:
        begin = start + 1 if self._word(start) == "the" else start
        if self._word(begin) not in ("first", "second", "last") or self._word(begin + 1) != "half":
            return None
        indexes = self._countable()
        middle = (len(indexes) + 1) // 2
        chosen = indexes[:middle] if self._word(begin) == "first" else indexes[middle:]
        end = begin + 2
        if self._word(end) == "of":
            end += 2 if self._word(end + 1) != "the" else 3
        return _Picked(min(end, len(self.tokens)), set(chosen))

    def _numbers(self, start: int) -> _Picked | None:
        noun = NOUNS.get(self._word(start))
        position = start + 1 if noun else start
        if noun and self._word(position) in DASHES | {"no", "number", "#", "."}:
            position += 1
        atom = self._atom(position, noun)
        if atom is None or (noun is None and not self._bare(position)):
            return None
        picked = _Picked(position)
        while atom is not None:
            position = self._add(picked, position, noun)
            gap = self._gap(position)
            if gap == position and not self._adjacent(position, noun):
                break
            following = NOUNS.get(self._word(gap))
            if self._word(gap) == "the":
                break
            noun, gap = (following, gap + 1) if following else (noun, gap)
            atom = self._atom(gap, noun)
            position = gap
        return picked

    def _adjacent(self, position: int, noun: str | None) -> bool:
        """Whether a list goes on here without a joining word: "shots 1 3 5"."""
        token = self.tokens[position] if position < len(self.tokens) else None
        return token is not None and token.kind in ("number", "code") and self._atom(position, noun) is not None

    def _add(self, picked: _Picked, position: int, noun: str | None) -> int:
        """Take the number, code or range at the position; the position after it."""
        first = self.tokens[position]
        end = position + 1
        if self._word(end) == "through" and self._word(end + 1) == "to":
            end += 1
        after = end + (NOUNS.get(self._word(end + 1), "") != "" and self._word(end) in RANGE_WORDS)
        last = self._atom(after + 1, noun) if self._word(end) in RANGE_WORDS else None
        if self._word(end) == "to" and self._pairs_up(position):
            last = None
        if last is not None and (last.kind == "code") == (first.kind == "code"):
            end = after + 2
            self._pick_range(picked, first, last, noun)
        else:
            self._pick(picked, first, noun)
        picked.end = end
        return end

    def _pairs_up(self, position: int) -> bool:
        """Whether "1 to 3" says which becomes like which: "match 1 to 3", "copy the light of 1 to 3"."""
        before = position - 1 - (self._word(position - 1) in NOUNS)
        moved = self.words & {"copy", "apply", "transfer"}
        return self._word(before) == "match" or (bool(moved) and self._word(before) in ("of", "from"))

    def _gap(self, position: int) -> int:
        """The position after the words that join two parts of a list."""
        while self._word(position) in JOINS:
            position += 1
        return position

    def _atom(self, position: int, noun: str | None) -> Token | None:
        """The number or code at a position, unless it counts something."""
        if not 0 <= position < len(self.tokens):
            return None
        token = self.tokens[position]
        if token.kind == "code":
            known = token.text in self.by_code
            looks_like_code = bool(self.by_code) and token.raw[-1] in "ABC"
            return token if known or noun is not None or looks_like_code else None
        if token.kind != "number" and (noun is None or token.text not in CARDINALS):
            return None
        if token.kind == "number" and int(token.text) == 0 and noun is None:
            return None
        follow = self._word(position + 1)
        counts = follow in COUNTED or (follow == "more" and self._word(position + 2) in COUNTED)
        one_more = token.text == "one" and follow in {"more", "of", "thing", "that"}
        hyphened = follow in DASHES and self._glued(position + 1) and self._is_plain_word(position + 2)
        return None if counts or one_more or hyphened else token

    def _glued(self, position: int) -> bool:
        """Whether a mark touches the words on both sides, as in "3-point"."""
        if position + 1 >= len(self.tokens):
            return False
        before, mark, after = self.tokens[position - 1], self.tokens[position], self.tokens[position + 1]
        return before.end == mark.start and mark.end == after.start

    def _is_plain_word(self, position: int) -> bool:
        return position < len(self.tokens) and self.tokens[position].kind == "word"

    def _bare(self, position: int) -> bool:
        """Whether a number without a noun can be a target here."""
        token = self.tokens[position]
        if token.kind == "code":
            return True
        before = self._word(position - 1)
        if before in ("to", "with") and self._matched(position):
            return True
        if before in ("to", "for", "in") and self.words & COPYING and (self.pattern or self.like):
            return True
        if self._word(position - 2) == "why" and before in ("is", "are", "was", "were", "does", "did", "do"):
            return True
        if (
            before in ("give", "have")
            and self._word(position + 1) == "the"
            and "of" in self.words
            and self.words & ASPECTS_OF
        ):
            return True
        if before in NEVER_BEFORE or (before == "to" and not self._back_to(position)):
            return False
        if before in LIKE or before in SPARED:
            return True
        end = position + 1
        while self._word(end) in JOINS | RANGE_WORDS or self._adjacent(end, None):
            step = 1 if self._adjacent(end, None) else 2
            if step == 2 and self._atom(end + 1, None) is None:
                break
            end += step
        if end >= len(self.tokens):
            return before not in {"", "with", "for"} or len(self.tokens) <= 3
        follow = self._word(end)
        comparative = len(follow) > 4 and follow.endswith("er") and follow not in NOT_COMPARATIVES
        amount = follow in ("more", "less") and self._is_plain_word(end + 1) and not self._word(end + 1).endswith("s")
        return follow in FOLLOWS or comparative or amount

    def _back_to(self, position: int) -> bool:
        return self._word(position - 2) in {"similar", "identical", "close", "closer", "next", "same"}

    def _pick(self, picked: _Picked, token: Token, noun: str | None) -> None:
        if token.kind == "code":
            if token.text in self.by_code:
                picked.found.add(self.by_code[token.text])
            else:
                picked.missing.append(f"{_shown(noun, self.noun)} {token.text.upper()}")
            return
        self._pick_number(picked, _value(token), noun)

    def _pick_number(self, picked: _Picked, number: int, noun: str | None) -> None:
        found = self._numbered(number, noun)
        picked.found |= found
        if not found:
            picked.missing.append(f"{_shown(noun, self.noun)} {number}")

    def _numbered(self, number: int, noun: str | None) -> set[int]:
        if noun == "scene" and self.by_code:
            return {index for code, index in self.by_code.items() if code[:-1] == str(number)}
        return {self.by_number[number]} if number in self.by_number else set()

    def _pick_range(self, picked: _Picked, first: Token, last: Token, noun: str | None) -> None:
        if first.kind == "code":
            ends = [self.by_code.get(token.text) for token in (first, last)]
            if ends[0] is None or ends[1] is None:
                self._pick(picked, first, noun)
                self._pick(picked, last, noun)
                return
            picked.found |= set(range(min(ends[0], ends[1]), max(ends[0], ends[1]) + 1))
            return
        low, high = sorted((_value(first), _value(last)))
        absent = []
        for number in range(low, high + 1):
            found = self._numbered(number, noun)
            picked.found |= found
            if not found:
                absent.append(number)
        picked.missing.extend(_named_absent(absent, _shown(noun, self.noun)))

    # Ordinals

    def _ordinals(self, start: int) -> _Picked | None:
        position = start
        with_article = self._word(position) == "the"
        position += with_article
        position += self._word(position) == "very"
        numbers: list[int] = []
        indexes = self._countable()
        while True:
            rank = self._rank(position, len(indexes))
            if rank is None:
                break
            values, position = rank
            numbers.extend(values)
            gap = self._gap(position)
            if self._word(gap) == "the":
                gap += 1
            if gap == position or self._rank(gap, len(indexes)) is None:
                break
            position = gap
        if not numbers:
            return None
        noun = self._word(position) if self._is_item_word(position) else ""
        if noun:
            position += 1
        elif not (with_article and self._ends_phrase(start, position)) and not self._after_exclusion(start):
            several = len(numbers) > 1 and self._ends_phrase(start, position)
            backwards = "last" in (self._word(each) for each in range(start, position))
            alone = self._word(start - 1) in ("", "make", "in", "for", "and", ",") and (
                backwards or self.tokens[start].kind == "nth"
            )
            if not several and not (alone and self._ends_phrase(start, position)):
                return None
        picked = _Picked(position)
        if noun and NOUNS.get(noun) != "scene" and self._of_each_scene(picked, position, numbers, len(indexes)):
            return picked
        scene = self._of_scene(position) if noun and NOUNS.get(noun) != "scene" else None
        if scene is not None:
            picked.end, within, missing = scene
            picked.missing.extend(missing)
            back = len(indexes) - len(within)
            for number in numbers:
                place = number - back if number > len(within) else number
                if 1 <= place <= len(within):
                    picked.found.add(within[place - 1])
            if not picked.found and not missing:
                self.unclear = self.unclear or " ".join(token.raw for token in self.tokens[start : picked.end])
            return picked
        for number in numbers:
            self._pick_ordinal(picked, number, NOUNS.get(noun), indexes)
        return picked

    def _of_each_scene(self, picked: _Picked, position: int, numbers: list[int], count: int) -> bool:
        """ "The first frame of each scene"."""
        words = [self._word(position + each) for each in range(3)]
        if words[0] not in ("of", "in") or words[1] not in ("each", "every") or words[2] != "scene":
            return False
        if not self.by_code:
            return False
        picked.end = position + 3
        for scene in {code[:-1] for code in self.by_code}:
            within = sorted(index for code, index in self.by_code.items() if code[:-1] == scene)
            for number in numbers:
                place = len(within) - (count - number) if number > len(within) else number
                if 1 <= place <= len(within):
                    picked.found.add(within[place - 1])
        return True

    def _of_scene(self, position: int) -> tuple[int, list[int], list[str]] | None:
        """The shots of "of scene 3", with the position after it."""
        begin = position + 1 if self._word(position) in ("of", "in", "from") else position
        if begin == position or self._word(begin) != "scene" or not self.by_code:
            return None
        atom = self._atom(begin + 1, "scene")
        if atom is None or atom.kind == "code":
            return None
        found = sorted(self._numbered(_value(atom), "scene"))
        return begin + 2, found, [] if found else [f"scene {_value(atom)}"]

    def _pick_ordinal(self, picked: _Picked, number: int, noun: str | None, indexes: list[int]) -> None:
        if noun == "scene" and self.by_code:
            scenes = sorted({int(code[:-1]) for code in self.by_code if code[:-1].isdigit()})
            # Ranks were counted in items; the last scenes are counted back from the last item.
            back = len(indexes) - number
            scene = scenes[-1 - back] if number > len(scenes) and 0 <= back < len(scenes) else number
            self._pick_number(picked, scene, noun)
        elif 1 <= number <= len(indexes):
            picked.found.add(indexes[number - 1])
        else:
            picked.missing.append(f"{_shown(noun, self.noun)} {number}")

    def _rank(self, position: int, count: int) -> tuple[list[int], int] | None:
        """The numbers an ordinal stands for ("last two": n-1, n) and the position after it."""
        word = self._word(position)
        token = self.tokens[position] if position < len(self.tokens) else None
        if word in LAST:
            many = _cardinal(self.tokens[position + 1]) if position + 1 < len(self.tokens) else None
            if self._word(position + 1) == "but" and self._word(position + 2) == "one":
                return [count - 1], position + 3
            many = 2 if self._word(position + 1) in ("pair", "couple") else many
            if many is None:
                return [count], position + 1
            return [count - many + 1 + each for each in range(min(many, count))], position + 2
        if word == "penultimate":
            return [count - 1], position + 1
        nth = int(re.sub(r"\D", "", word)) if token and token.kind == "nth" else ORDINALS.get(word)
        if nth is None:
            return None
        end = position + 1
        if nth == 2 and self._word(end) in DASHES | {"to"} and "last" in (self._word(end), self._word(end + 1)):
            return [count - 1], end + 2
        if nth == 2 and self._word(end) == "last":
            return [count - 1], end + 1
        if nth == 1 and end < len(self.tokens):
            many = 2 if self._word(end) in ("pair", "couple") else _cardinal(self.tokens[end])
            if many is not None and self._word(end) != "one":
                return list(range(1, min(many, 99) + 1)), end + 1
        return [nth], end

    def _ends_phrase(self, start: int, position: int) -> bool:
        """Whether "the last" stands for an item by itself here."""
        if self._word(start - 1) in {"at", "for", "per", "half", "a", "one"}:
            return False
        follow = self._word(position)
        comparative = len(follow) > 4 and follow.endswith("er") and follow not in NOT_COMPARATIVES
        return follow == "" or follow in FOLLOWS or comparative or follow in ("more", "less")

    def _after_exclusion(self, start: int) -> bool:
        before = start - 2 if self._word(start - 1) == "for" else start - 1
        return self._word(before) in EXCEPT and self.everything

    # Exclusions

    def _exclusion(self, position: int) -> int:
        """Read "except 3", "but the first" after a whole set; the position after it."""
        end = position
        if self._word(end) == ",":
            end += 1
        if self._word(end) in ("apart", "aside", "other") and self._word(end + 1) in ("from", "than"):
            end += 2
        elif self._word(end) in EXCEPT:
            end += 1
            while self._word(end) in ("for", "not", "in"):
                end += 1
        else:
            return min(position, len(self.tokens))
        end += self._word(end) == "the" and self._word(end + 1) in NOUNS
        picked = self._exception(end)
        if picked is None:
            return min(position, len(self.tokens))
        self.excluded |= picked.found
        self.missing.extend(picked.missing)
        return picked.end

    def _exception(self, position: int) -> _Picked | None:
        listed = self._list(position)
        if listed is not None:
            return listed
        if self._atom(position, self.noun) is not None and self.tokens[position].kind == "number":
            return _Picked(self._add(picked := _Picked(position), position, None), picked.found, picked.missing)
        return None

    def _protected(self, start: int, end: int) -> int | None:
        """Where a phrase begins that says to leave these items as they are ("but not clip 3", "leave 2 alone")."""
        before = self._word(start - 1)
        if before in SPARED or (before == "not" and self._word(start - 2) not in {"is", "are", "was", "it's", "were"}):
            return start - 1
        if before == "but" and self.everything and self._word(end) not in ("is", "are", "should", "needs", "looks"):
            return start - 1
        if (self._word(start - 2), before) in SPARED_PAIRS:
            return start - 2
        if before in ("in", "for", "on", "to") and self._word(start - 2) == "not":
            return start - 2
        if self._praised(end) or (self._word(end) in ("stays", "stay") and self._word(end + 1) not in ("but",)):
            return start
        if before in ALTERING and self._word(start - 2) in UNTOUCHING:
            return start - 2
        kept = end >= len(self.tokens) or self._word(end) in UNTOUCHED | FOLLOWS
        if before in ("leave", "leaving") or (before in ("keep", "keeping") and kept):
            return start - 1
        return None

    def _praised(self, end: int) -> bool:
        """Whether "is fine" follows, and no "but"."""
        praised = self._word(end) in ("is", "are", "looks", "look") and self._word(end + 1) in PRAISED
        return praised and self._word(end + 2) != "but"

    def _after_untouched(self, position: int) -> int:
        """The position after "alone", "as it is", "the same"."""
        if self._word(position) in {"alone", "unchanged", "untouched"}:
            return position + 1
        if self._word(position) == "as" and self._word(position + 1) in {"it", "they", "that", "is"}:
            return min(position + (2 if self._word(position + 1) == "is" else 3), len(self.tokens))
        return position + 2 if self._word(position) == "the" and self._word(position + 1) == "same" else position

    def _keeps_before(self, start: int) -> bool:
        return self._word(start - 1) in PROTECT | {"touch", "change"}

    def _is_item_word(self, position: int) -> bool:
        word = self._word(position)
        return (word in NOUNS and NOUNS[word] != "number") or word in ANY_ITEM

    def _countable(self) -> list[int]:
        """Indexes of the items that are counted: with codes, only those that have one (not the cut)."""
        if self.by_code:
            return sorted(self.by_code.values())
        return list(range(len(self.items)))


def _noun_of(items: Iterable[Target]) -> str:
    """What the items are called, by their labels: "Clip 2" -> "clip"."""
    for item in items:
        word, _, number = item.label.lower().partition(" ")
        if number.isdigit() and word in NOUNS:
            return word
    return "item"


def _shown(noun: str | None, default: str) -> str:
    return default if noun in (None, "number") else str(noun)


def _value(token: Token) -> int:
    return CARDINALS[token.text] if token.text in CARDINALS else int(token.text)


def _cardinal(token: Token) -> int | None:
    if token.text in CARDINALS:
        return CARDINALS[token.text]
    return int(token.text) if token.kind == "number" else None


def _named_absent(numbers: Sequence[int], noun: str) -> list[str]:
    """ "clip 8", "clip 9"; many in a row as "clips 7 to 99"."""
    if len(numbers) <= 3:
        return [f"{noun} {number}" for number in numbers]
    return [f"{noun}s {numbers[0]} to {numbers[-1]}"]
