"""Notes about the order of scenes."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.changing.room import Draftroom
from dailies.adapters.providers.rehearsal.writer.changing.said import Found, Said, found
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish, refusal
from dailies.adapters.providers.rehearsal.writer.changing.wording import N, number_in
from dailies.domain.story import Scene

A = r"(?P<a>§\d+§)"
B = rf"(?P<b>§\d+§|(?:scene |number )?(?:{N})\b(?! (?:seconds|secs|scenes)))"
SIDE = r"(?:right |directly |just |immediately |straight )?(?P<side>after|before|behind|in front of|ahead of|following|prior to|in between)"  # noqa: E501
PUT = r"(?:move|put|place|shift|bring|push|slide|pull|send|play|show|transfer|drag|have|make|relocate|stick|set)"
PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "swap",
        rf"\b(?:swap|switch|exchange|trade|flip|interchange|invert)(?: (?:the )?(?:order|places|positions) of)?(?: around| round)? {A}(?: (?:and|with|for|to|,)+ {B})?(?: (?:around|round|over|places|positions))?",  # noqa: E501
    ),
    (
        "swap",
        rf"{A}(?: and {B})? (?:should |could |must )?(?:swap|switch|trade|change|exchange|be (?:swapped|switched|exchanged|flipped))(?: (?:places|positions|order|around|round|with {B.replace('?P<b>', '?P<b2>')}))?",  # noqa: E501
    ),
    ("swap", rf"\b(?:change|reverse|switch) (?:the )?(?:order|places|sequence) of {A}(?: and {B})?"),
    ("swap", rf"\b(?:put )?{A}(?: (?:and|where))?(?: {B})? (?:is\b|was\b|the other way (?:a?round|about))"),
    (
        "move",
        rf"\b{PUT} {A}(?: up| down| back)?(?: to| so (?:that )?it (?:comes|is|goes))?(?: come| go| happen| play)? {SIDE} {B}",  # noqa: E501
    ),
    (
        "move",
        rf"{A} (?:should |could |must |needs to |has to |to )?(?:come|go|be|happen|play|belong|comes|goes|belongs|take place)s? {SIDE} {B}",  # noqa: E501
    ),
    ("move", rf"^\W*{A} {SIDE} {B}\W*$"),
    (
        "end",
        rf"\b(?:{PUT}|leave|save|keep|finish with|close with|conclude with) {A}(?: (?:to|at|for|as|towards|until|till|come|go|up|down|all the way|play|be|right|very))* (?:the )?(?:very )?(?:end|last|finale|final (?:scene|one|position)|close|back)\b",  # noqa: E501
    ),
    (
        "end",
        rf"\b(?:end|finish|close|conclude|wrap up)(?:s|ing)?(?: (?:it|the (?:film|story|video|ad|movie)|everything|things))? (?:with|on|by) {A}",  # noqa: E501
    ),
    (
        "end",
        rf"{A} (?:should |could |must |needs to |has to )?(?:be|come|go|comes|goes|is|move|moves|play)(?: (?:the|at|to|as|in|right|very))* (?:end|last(?: scene| one)?|ending|final(?: scene| one)?|finale)\b",  # noqa: E501
    ),
    (
        "start",
        rf"\b(?:{PUT}|use) {A}(?: (?:to|at|as|in|come|go|up|all the way|play|be|right|very))* (?:the )?(?:very )?(?:start|beginning|front|top|first|opening|opener)\b(?: (?:scene|one|position|place))?",  # noqa: E501
    ),
    (
        "start",
        rf"\b(?:start|open|begin|kick off|lead|launch)(?:s|ing)?(?: off)?(?: (?:it|the (?:film|story|video|ad|movie)|everything|things|us))?(?: off)? (?:with|on|in|from|at|by showing) {A}",  # noqa: E501
    ),
    (
        "start",
        rf"{A} (?:should |could |must |needs to |has to )?(?:be|come|go|comes|goes|is|move|moves|play|open|start|opens|starts)(?: (?:the|at|to|as|in|us|with|right|very))* (?:start|first(?: scene| one)?|beginning|opening(?: scene)?|front|opener|film|story|§\d+§)",  # noqa: E501
    ),
    (
        "earlier",
        rf"\b{PUT} {A}(?: up| forward| a bit| one (?:place|position|scene|spot))*(?: (?P<way>earlier|sooner|up|forward|later|back|down))",  # noqa: E501
    ),
    (
        "earlier",
        rf"{A} (?:should |could |must |needs to |has to )?(?:come|go|be|happen|comes|appear)s? (?:a bit |much )?(?P<way>earlier|sooner|later)",  # noqa: E501
    ),
    (
        "reverse",
        r"\b(?:reverse|flip|invert|turn (?:a)?round) (?:the )?(?:order|sequence|scenes|whole (?:film|story|thing|order)|story|film|everything|all(?: the)? scenes)|\bbackwards\b|\b(?:tell|play|show|run) (?:it|the (?:story|film)|everything) (?:in reverse|backwards)|\breverse (?:chronological )?order\b|\ball (?:the )?scenes in (?:the )?(?:reverse|opposite) order",  # noqa: E501
    ),
    (
        "list",
        r"\b(?:order|reorder|sequence|rearrange|arrange)(?: (?:the|should be|is|as|of|scenes|to|it|them|like this|in(?:to)?|this|follows))*:?\s*(?P<list>\d(?:\s*(?:,|-|then|and|>|→)+\s*\d)+)",  # noqa: E501
    ),
)


def read(said: Said) -> Found | None:
    """A new order of scenes."""
    for how, pattern in PATTERNS:
        match = said.search(pattern)
        if match is None:
            continue
        groups = match.groupdict()
        if how == "reverse":
            return found(said, match, Wish("order", (), ("reverse",)))
        if how == "list":
            numbers = tuple(int(each) for each in re.findall(r"\d", groups["list"]))
            return found(said, match, Wish("order", numbers, ("list",)))
        first = said.scenes(groups["a"])
        other = groups.get("b") or groups.get("b2") or ""
        second = said.scenes(other) if "§" in other else (number_in(other),) if other else ()
        if said.ref(groups["a"]) and said.refs[int(groups["a"].strip("§"))].shots and not second:
            return None
        if how == "swap":
            pair = (*first, *second)[:2]
            if len(pair) < 2:
                continue
            return found(said, match, Wish("order", pair, ("swap",)))
        if how == "move" and second:
            side = groups["side"].lower()
            after = side in {"after", "behind", "following"}
            return found(
                said,
                match,
                Wish("order", (*first, second[-1] if after else second[0]), ("after" if after else "before",)),
            )
        if how == "earlier":
            later = groups["way"].lower() in {"later", "back", "down"}
            return found(said, match, Wish("order", first, ("later" if later else "earlier",)))
        if (
            how in {"end", "start"}
            and (last := re.search(r"§(\d+)§\W*$", match.group()))
            and match.group().count("§") > 2
        ):
            how = "start" if said.refs[int(last.group(1))].part == "start" else "end"
        if how in {"end", "start"}:
            return found(said, match, Wish("order", first, (how,)))
    return None


def follow(room: Draftroom, wish: Wish) -> None:
    """Put scenes into another order; each stays as it is."""
    how = wish.words[0]
    scenes = list(room.story.scenes)
    if how == "reverse":
        _set(room, scenes[::-1])
        return
    named = [room.scene_at(number) for number in wish.scenes]
    if how == "list":
        rest = [scene for scene in scenes if scene not in named]
        _set(room, [*dict.fromkeys(scene.id for scene in named), *(scene.id for scene in rest)])
        return
    if how == "swap":
        other = {named[0].id: named[1], named[1].id: named[0]}
        _set(room, [other.get(scene.id, scene) for scene in scenes])
        return
    if how in {"after", "before"}:
        *moved, target = named
        if target in moved:
            raise refusal("A scene cannot be moved next to itself.")
        rest = [scene for scene in scenes if scene not in moved]
        at = rest.index(target) + (how == "after")
    else:
        moved = named
        rest = [scene for scene in scenes if scene not in moved]
        now = scenes.index(moved[0])
        at = {"start": 0, "end": len(rest), "earlier": max(0, now - 1), "later": min(len(rest), now + 1)}[how]
    _set(room, [*rest[:at], *moved, *rest[at:]])


def _set(room: Draftroom, order: list[Scene] | list[str]) -> None:
    keys = [each if isinstance(each, str) else each.id for each in order]
    by_id = {scene.id: scene for scene in room.story.scenes}
    room.story = replace(room.story, scenes=tuple(by_id[key] for key in keys))
