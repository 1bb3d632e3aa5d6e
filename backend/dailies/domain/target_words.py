"""The words and marks with which notes point at items, and a note taken apart into them."""

from __future__ import annotations

import re
from dataclasses import dataclass

NOUNS = {
    **dict.fromkeys(("clip", "clips"), "clip"),
    **dict.fromkeys(("shot", "shots", "sh"), "shot"),
    **dict.fromkeys(("frame", "frames"), "frame"),
    **dict.fromkeys(("scene", "scenes"), "scene"),
    **dict.fromkeys(("reference", "references", "ref", "refs"), "reference"),
    **dict.fromkeys(("picture", "pictures", "image", "images", "panel", "panels", "pic", "pics", "img"), "picture"),
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
DASHES = frozenset({"-", "–", "—", "‒", "−", "‑", "‐"})
RANGE_WORDS = frozenset({"to", "through", "thru", "till", "until", "til"}) | DASHES
JOINS = frozenset({",", "and", "&", "+", "plus", "or", "/"})
EXCEPT = frozenset(
    {"except", "excluding", "besides", "but", "save", "without", "not", "bar", "minus", "excepting", "barring"}
)
PROTECT = frozenset({"keep", "leave", "keeping", "leaving"})
ALTERING = frozenset("touch change touching changing redo alter modify regenerate".split())
SPARED = frozenset(
    {"except", "excluding", "excepting", "bar", "barring", "minus", "skip", "skipping", "exclude", "ignore", "besides"}
)
"""The items right after one of these are left as they are."""
LIKE = frozenset({"unlike", "like", "as", "match", "matches", "matching", "than", "resembles", "resemble"})
"""The items right after one of these are a pattern, not a target ("make 1 like 6")."""
LIKERS = frozenset("i we you they really also still don't do would i'd much quite".split())
"""Before "like", these make it a verb."""
BORROWING = frozenset("copy borrow use take reuse same copied borrowed taken".split())
PRAISED = frozenset("fine good great perfect ok okay right nice lovely beautiful excellent".split())
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
    except excluding apart minus bar through make add remove give put change set turn save onwards onward thru
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
class Token:
    """A word, number, code or mark. ``text``: in small letters; ``start``, ``end``: where it is in the note."""

    kind: str
    text: str
    raw: str
    start: int
    end: int


LISTED = re.compile(r"\d{1,2}(?:(?:[,/+&]|\.\.+)\d{1,2})+")
"""Numbers in a row without spaces: "1,3,5", "2/4"."""


def tokens_of(text: str) -> list[Token]:
    """A note as tokens, in order; "1,3,5" is three numbers with commas between."""
    found: list[Token] = []
    for match in TOKEN.finditer(text):
        kind = str(match.lastgroup)
        if kind == "figure" and LISTED.fullmatch(match.group()):
            found.extend(_apart(match))
        else:
            found.append(_token(kind, match.group(), match.start()))
    return found


def _token(kind: str, raw: str, start: int) -> Token:
    text = "-" if raw.startswith("..") else raw.lower().replace("’", "'")
    return Token(kind, text, raw, start, start + len(raw))


def _apart(match: re.Match[str]) -> list[Token]:
    return [
        _token("number" if each.group().isdigit() else "mark", each.group(), match.start() + each.start())
        for each in re.finditer(r"\d+|\.+|\D", match.group())
    ]


COPYING = frozenset(
    "copy apply transfer give gives needs need with use take match borrow same get gets have has".split()
)
"""With one of these, "the light of 1" is a pattern for another item."""
ASPECTS_OF = frozenset(
    """light lighting palette colours colors colour color mood look framing composition style angle pose outfit
    background atmosphere grade tone contrast feel weather""".split()
)
