"""Notes that take scenes or shots out."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.changing.room import Draftroom
from dailies.adapters.providers.rehearsal.writer.changing.said import Found, Said, found
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish, refusal

OUT = r"(?:drop|remove|cut(?! to\b)(?: out)?|delete|lose|skip|take (?:out|away)|get rid of|ditch|scrap|kill|eliminate|omit|leave out|scratch|throw (?:out|away)|do without|do away with|discard|dump|erase|exclude|forget(?: about)?|chuck)"  # noqa: E501
MARKS = r"(?P<at>§\d+§(?:(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+)§\d+§)*)"
PATTERNS = (
    rf"\b{OUT} (?:the |all of |both |whole |entire |of )*{MARKS}(?! (?:to|in|into|by|down|short)\b)(?: (?:out|away|completely|entirely|altogether|from the \w+))*",  # noqa: E501
    rf"\b(?:take|leave|cut|throw) (?:the )?{MARKS} (?:out|away|off)\b",
    rf"\b(?:no|without) {MARKS}",
    rf"{MARKS} (?:can|could|should|must|needs? to|has to|have to|may|will)? ?(?:go(?:es)?|leave|be (?:cut|dropped|removed|deleted|left out|taken out|skipped|gone))(?: away| out)?$",  # noqa: E501
    rf"{MARKS} (?:is|are|feels?|seems?) (?:not needed|unnecessary|superfluous|redundant|too much|out|pointless|unneeded|not necessary|boring, (?:drop|cut|remove) it)",  # noqa: E501
    rf"\b(?:don't|do not|we don't|no longer) (?:need|want|like|see the point of) {MARKS}",
)
SHOT = (
    rf"\b{OUT} (?:the )?(?P<which>first|second|third|fourth|last|final|opening|closing|middle) shot(?:(?: (?:of|in|from))* (?:the )?(?P<at>§\d+§))?",  # noqa: E501
)
RANKS = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1, "closing": -1}


def read(said: Said) -> Found | None:
    """The scenes or shots that are to go."""
    for pattern in SHOT:
        if match := said.search(pattern):
            ref = said.ref(match.group("at"))
            scenes = (
                [said.story.scenes[number - 1] for number in ref.scenes if number <= len(said.story.scenes)]
                if ref
                else []
            )
            shots = [shot for scene in scenes or said.story.scenes for shot in scene.shots]
            rank = RANKS.get(match.group("which").lower(), len(shots) // 2)
            if rank < len(shots):
                return found(said, match, Wish("drop", shots=(shots[rank].id,)))
    for pattern in PATTERNS:
        if match := said.search(pattern):
            numbers = said.scenes(match.group("at"))
            ref = said.ref(match.group("at"))
            if ref and ref.part in {"start", "end"} and re.search(r"\b(?:like|want|need)\b", match.group()):
                continue
            named = tuple(
                key
                for ref in said.refs
                if ref.shots and f"§{said.refs.index(ref)}§" in match.group("at")
                for key in ref.shots
            )
            return found(said, match, Wish("drop", () if named else numbers, shots=named))
    return None


def follow(room: Draftroom, wish: Wish) -> None:
    """Take scenes or shots out; the film keeps its seconds."""
    gone = {room.scene_at(number).id for number in wish.scenes}
    shots = set(wish.shots)
    left = tuple(
        replace(scene, shots=tuple(shot for shot in scene.shots if shot.id not in shots))
        for scene in room.story.scenes
        if scene.id not in gone
    )
    left = tuple(scene for scene in left if scene.shots)
    if not left:
        raise refusal("That would leave no scenes. A film needs at least one.")
    room.retime(left)
    used = {key for scene in left for shot in scene.shots for key in (*shot.who, shot.speaker)}
    used |= {scene.place for scene in left}
    was = {key for scene in room.story.scenes for shot in scene.shots for key in shot.who}
    room.story = replace(
        room.story,
        entities=tuple(
            each for each in room.story.entities if each.id in used or each.id in was or each.kind != "place"
        ),
    )
    room.remarks.append(f"The film keeps its {room.seconds:g} seconds; the other shots last longer.")
