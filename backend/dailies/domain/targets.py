"""Which items a note means: "clips 1-3", "the first and last", "everything except 3", "4A", "Mia".

A small grammar over the note's words. Numbers that count something else ("15 seconds", "2 people") are no
targets, and a target that does not exist is reported, never replaced by one that does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dailies.domain.names_in_text import named_in


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
    ``by_name``: whether the items were found by the names they show."""

    ids: tuple[str, ...]
    mentioned: bool
    missing: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    by_name: bool = False


NOUNS = {
    **dict.fromkeys(("clip", "clips"), "clip"),
    **dict.fromkeys(("shot", "shots"), "shot"),
    **dict.fromkeys(("frame", "frames"), "frame"),
    **dict.fromkeys(("scene", "scenes"), "scene"),
    **dict.fromkeys(("reference", "references", "ref", "refs"), "reference"),
    **dict.fromkeys(("picture", "pictures", "image", "images", "panel", "panels"), "picture"),
    **dict.fromkeys(("number", "numbers", "no", "nr", "#"), "number"),
}
ANY_ITEM = frozenset({"one", "ones", "item", "items", "sheet", "sheets"})
"""Words that stand for an item but take no number."""

CARDINALS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(),
        1,
    )
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
LAST = frozenset({"last", "final"})
DASHES = frozenset({"-", "–", "—", "‒", "−"})
RANGE_WORDS = frozenset({"to", "through", "thru", "till", "until"}) | DASHES
JOINS = frozenset({",", "and", "&", "+", "plus", "or"})
EXCEPT = frozenset({"except", "excluding", "besides", "but", "save", "without", "not"})
PROTECT = frozenset({"keep", "leave"})
UNTOUCHED = frozenset({"alone", "as", "unchanged", "untouched", "same", "the", "that"})
COUNTED = frozenset(
    """s sec secs second seconds minute minutes min mins hour hours day days night nights week weeks month months
    year years ms people persons person men women man woman kids kid children child boys girls cats dogs birds lines
    words word characters times time percent % x p px pixels fps k am pm o'clock oclock degrees stops stop notches
    steps meters metres feet foot inches inch km kg bits thirds half dollars cents euros""".split()
)
"""A number before one of these counts it."""

NEVER_BEFORE = frozenset(
    """at by take takes version versions option about around over under least most than it them that iso f add have
    want need give put has had be are there chapter age aged $ € £ : / . into plus""".split()
)
"""A bare number after one of these is no target."""

FOLLOWS = (
    frozenset(
        """is are was were be should must could can needs need looks look feels feel seems seem has have a too so still
    again only instead but please and or to at in on with from the just now very not back like much bit little as
    into for look looking alone unchanged untouched
    isn't aren't doesn't don't lacks becomes become gets get goes go""".split()
    )
    | frozenset(", . ? ! ; : ) & + …".split())
    | DASHES
)
"""A bare number is a target only before one of these, a comparative ("brighter") or the end."""

NOT_COMPARATIVES = frozenset({"other", "another", "over", "under", "after", "number", "later", "water", "paper"})
PRONOUNS = frozenset({"these", "those", "them"})
NOT_AFTER_ALL = frozenset({"right", "over", "day", "night", "black", "white", "along", "around"})
WHOLE = frozenset({"film", "video", "story", "board", "storyboard", "thing", "lot"})

TOKEN = re.compile(
    r"""(?P<code>\d{1,2}[a-z](?![\w'’]))
    |(?P<number>\d{1,3}(?![\w%°]|[.,:/]\d))
    |(?P<nth>\d{1,2}(?:st|nd|rd|th)(?!\w))
    |(?P<figure>\d[\w.,:/%°]*)
    |(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)
    |(?P<mark>\S)""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    raw: str
    start: int
    end: int


@dataclass
class _Picked:
    """What a phrase names: indexes into the items, and what is not there."""

    end: int
    found: set[int] = field(default_factory=set)
    missing: list[str] = field(default_factory=list)


def resolve_targets(text: str, items: Sequence[Target], selected: Sequence[str]) -> Resolution:
    """Find the items a note means. ``selected``: ids the creator has chosen; they are meant by "these", "this
    one", and where the text points at nothing."""
    return _Reader(text, items, selected).resolve()


class _Reader:
    """Reads one note from left to right."""

    def __init__(self, text: str, items: Sequence[Target], selected: Sequence[str]) -> None:
        self.text = text
        self.items = items
        self.tokens = _tokens(text)
        self.selected = {index for index, item in enumerate(items) if item.id in set(selected)}
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

    def resolve(self) -> Resolution:
        """Read every phrase, then put the sets together."""
        position = 0
        while position < len(self.tokens):
            position = self._phrase(position)
        names = named_in(self.text, {name for item in self.items for name in item.names})
        named = {index for index, item in enumerate(self.items) if names.intersection(item.names)}
        found, by_name = self._combined(named)
        ids = tuple(self.items[index].id for index in sorted(found))
        mentioned = self.pointed or by_name
        return Resolution(ids, mentioned, tuple(dict.fromkeys(self.missing)), tuple(self.spans), by_name)

    def _combined(self, named: set[int]) -> tuple[set[int], bool]:
        every = set(range(len(self.items)))
        if self.others:
            return (self.wanted or (every - self.selected if self.selected else every)) - self.excluded, False
        if self.everything:
            base = named if named and self._shows_names() else every
            return base - self.excluded, base is named
        if self.wanted or self.missing:
            return self.wanted - self.excluded, False
        if named:
            return named - self.excluded, True
        if self.excluded:
            return (self.selected or every) - self.excluded, False
        return set(self.selected), False

    def _shows_names(self) -> bool:
        """Whether the names narrow "all" down: "all frames with Mia", "Mia's coat in every frame"."""
        words = {token.text for token in self.tokens}
        return bool(words & {"with", "showing", "of", "where", "featuring"}) or any(
            token.text.endswith(("'s", "’s")) for token in self.tokens
        )

    def _phrase(self, start: int) -> int:
        """Read one pointing phrase at a token; the position after it, or after the token."""
        for read in (self._whole, self._others, self._parity, self._pronoun):
            end = read(start)
            if end is not None:
                self._point(start, end)
                return end
        picked = self._list(start)
        if picked is None:
            return start + 1
        self.missing.extend(picked.missing)
        first = self._protected(start, picked.end)
        if first is None:
            self.wanted |= picked.found
            self._point(start, picked.end)
            return picked.end
        self.excluded |= picked.found
        end = self._after_untouched(picked.end)
        self._point(first, end)
        return end

    def _point(self, start: int, end: int) -> None:
        self.pointed = True
        self.spans.append((self.tokens[start].start, self.tokens[end - 1].end))

    def _word(self, position: int) -> str:
        return self.tokens[position].text if 0 <= position < len(self.tokens) else ""

    # Whole sets

    def _whole(self, start: int) -> int | None:
        word = self._word(start)
        if word == "both":
            return self._both(start)
        if word == "everything" and self._word(start + 1) != "else":
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

    def _both(self, start: int) -> int | None:
        if len(self.items) == 2:
            self.wanted |= {0, 1}
        elif len(self.selected) == 2:
            self.wanted |= self.selected
        else:
            return None
        return start + 1

    def _every(self, start: int) -> int | None:
        follow = self._word(start + 1)
        if follow in ("other", "second") and self._is_item_word(start + 2):
            self.wanted |= {index for index, item in enumerate(self.items) if item.number % 2}
            return start + 3
        if self._is_item_word(start + 1) or (follow == "single" and self._is_item_word(start + 2)):
            self.everything = True
            return self._exclusion(start + (3 if follow == "single" else 2))
        return None

    def _all(self, start: int) -> int | None:
        if self._word(start - 1) in {"at", "after", "above", "that's", "that’s", "is", "not"}:
            return None
        end = start + 1
        if self._word(end) == "of":
            end += 1
        if self._word(end) in ("these", "those") and self.selected:
            self.wanted |= self.selected
            return end + 2 if self._is_item_word(end + 1) else end + 1
        if self._word(end) in ("the", "these", "those", "them"):
            end += 1
        if end < len(self.tokens) and _cardinal(self.tokens[end]) == len(self.items):
            end += 1
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
        if self._protected(start, end) is None and not self._keeps_before(start):
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
        if word in ("this", "these", "those") and self._is_item_word(start + 1):
            end = start + 2
        elif word in ("these", "those") and not self.selected:
            # With nothing selected they point at nothing, which the resolution says; "these shadows" do not point.
            return start + 1 if self._word(start + 1) in FOLLOWS - {","} else None
        elif word in PRONOUNS:
            end = start + 1
        elif word == "the" and follow == "selected":
            end = start + 3 if self._is_item_word(start + 2) else start + 2
        else:
            return None
        if word == "them" and not self.selected:
            return None
        if end - start > 1 and end < len(self.tokens) and self.tokens[end].kind in ("number", "code"):
            return None
        self.wanted |= self.selected
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
            if gap == position:
                break
            following = NOUNS.get(self._word(gap))
            if self._word(gap) == "the":
                break
            noun, gap = (following, gap + 1) if following else (noun, gap)
            atom = self._atom(gap, noun)
            position = gap
        return picked

    def _add(self, picked: _Picked, position: int, noun: str | None) -> int:
        """Take the number, code or range at the position; the position after it."""
        first = self.tokens[position]
        end = position + 1
        after = end + (NOUNS.get(self._word(end + 1), "") != "" and self._word(end) in RANGE_WORDS)
        last = self._atom(after + 1, noun) if self._word(end) in RANGE_WORDS else None
        if last is not None and (last.kind == "code") == (first.kind == "code"):
            end = after + 2
            self._pick_range(picked, first, last, noun)
        else:
            self._pick(picked, first, noun)
        picked.end = end
        return end

    def _gap(self, position: int) -> int:
        """The position after the words that join two parts of a list."""
        while self._word(position) in JOINS:
            position += 1
        return position

    def _atom(self, position: int, noun: str | None) -> _Token | None:
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
        if before in NEVER_BEFORE or (before == "to" and not self._back_to(position)):
            return False
        if self._word(position - 2) == "why":
            return True
        end = position + 1
        while self._word(end) in JOINS | RANGE_WORDS and self._atom(end + 1, None) is not None:
            end += 2
        if end >= len(self.tokens):
            return before not in {"", "with", "for"} or len(self.tokens) <= 3
        follow = self._word(end)
        comparative = len(follow) > 4 and follow.endswith("er") and follow not in NOT_COMPARATIVES
        amount = follow in ("more", "less") and self._is_plain_word(end + 1) and not self._word(end + 1).endswith("s")
        return follow in FOLLOWS or comparative or amount

    def _back_to(self, position: int) -> bool:
        return self._word(position - 2) in {"similar", "identical", "close", "closer", "next", "same"}

    def _pick(self, picked: _Picked, token: _Token, noun: str | None) -> None:
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

    def _pick_range(self, picked: _Picked, first: _Token, last: _Token, noun: str | None) -> None:
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
            if not several:
                return None
        picked = _Picked(position)
        for number in numbers:
            self._pick_ordinal(picked, number, NOUNS.get(noun), indexes)
        return picked

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
            many = _cardinal(self.tokens[end])
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
        if before in ("except", "excluding") or (before == "not" and self._word(start - 2) in {"but", ",", "and"}):
            return start - 1
        if before == "for" and self._word(start - 2) == "except":
            return start - 2
        if before in ("touch", "change") and self._word(start - 2) in {"don't", "don’t", "not", "never"}:
            return start - 2
        kept = end >= len(self.tokens) or self._word(end) in UNTOUCHED | FOLLOWS
        if before == "leave" or (before == "keep" and kept):
            return start - 1
        return None

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


def _tokens(text: str) -> list[_Token]:
    return [
        _Token(str(match.lastgroup), match.group().lower().replace("’", "'"), match.group(), *match.span())
        for match in TOKEN.finditer(text)
    ]


def _noun_of(items: Iterable[Target]) -> str:
    """What the items are called, by their labels: "Clip 2" -> "clip"."""
    for item in items:
        word, _, number = item.label.lower().partition(" ")
        if number.isdigit() and word in NOUNS:
            return word
    return "item"


def _shown(noun: str | None, default: str) -> str:
    return default if noun in (None, "number") else str(noun)


def _value(token: _Token) -> int:
    return CARDINALS[token.text] if token.text in CARDINALS else int(token.text)


def _cardinal(token: _Token) -> int | None:
    if token.text in CARDINALS:
        return CARDINALS[token.text]
    return int(token.text) if token.kind == "number" else None


def _named_absent(numbers: Sequence[int], noun: str) -> list[str]:
    """ "clip 8", "clip 9"; many in a row as "clips 7 to 99"."""
    if len(numbers) <= 3:
        return [f"{noun} {number}" for number in numbers]
    return [f"{noun}s {numbers[0]} to {numbers[-1]}"]
