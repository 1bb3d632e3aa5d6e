"""Every kind of note: how it is read, in which order, and how it is followed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.changing import (
    adding,
    dropping,
    ending,
    focus,
    framing,
    joining,
    length,
    lessening,
    lines,
    look,
    ordering,
    product,
    renaming,
    scene_count,
    setting,
    titles,
    tone,
)
from dailies.adapters.providers.rehearsal.writer.changing.room import Draftroom
from dailies.adapters.providers.rehearsal.writer.changing.said import Reading, Said, pieces
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish
from dailies.domain.story import Story

READ: tuple[Reading, ...] = (
    titles.read,
    lines.read,
    renaming.read,
    joining.read,
    ordering.read,
    scene_count.read,
    dropping.read,
    length.read,
    look.read,
    adding.read,
    ending.read,
    product.read,
    focus.read,
    framing.read,
    tone.read,
    setting.read,
    lessening.read,
    framing.read_telling,
)
FOLLOW: dict[str, Callable[[Draftroom, Wish], None]] = {
    "add": adding.follow,
    "call": titles.call,
    "dialogue": lines.dialogue,
    "drop": dropping.follow,
    "ending": ending.ending,
    "focus": focus.follow,
    "framing": framing.follow,
    "length": length.follow,
    "less": lessening.follow,
    "line": lines.line,
    "look": look.follow,
    "merge": joining.merge,
    "nobody": lessening.nobody,
    "order": ordering.follow,
    "place": setting.place,
    "product": product.follow,
    "rename": renaming.follow,
    "scene title": titles.scene_title,
    "scene_count": scene_count.follow,
    "season": setting.season,
    "split": joining.split,
    "start": ending.start,
    "telling": framing.telling,
    "time": setting.time,
    "title": titles.title,
    "tone": tone.follow,
    "twist": ending.twist,
    "weather": setting.weather,
}
LATE = {"length": 1, "rename": 2}
"""What counts over the whole changed story is followed after the rest."""


def read_note(instruction: str, story: Story) -> tuple[list[Wish], list[str]]:
    """The wishes of a note in the order they are to be followed, and the pieces that were not understood."""
    wishes: list[Wish] = []
    unread: list[str] = []
    lead: tuple[int, ...] = ()
    for piece in pieces(instruction, story):
        said = replace(piece, whole=lead)
        got = read_piece(said)
        if not got:
            only = said.scenes()
            if only and not lead and len(said.plain(said.text).split()) <= 4:
                lead = only
            else:
                unread.append(said.plain(said.text))
        wishes += [each for each in got if each not in wishes]
    return sorted(wishes, key=lambda wish: LATE.get(wish.verb, 0)), unread


def read_piece(said: Said) -> list[Wish]:
    """All wishes of one piece: the rest of each is read again."""
    wishes: list[Wish] = []
    left = said
    for turn in range(4):
        found = next((got for read in READ if (got := read(left)) is not None), None)
        if found is None and not turn and (spelt := said.titles_as_words()) != said:
            # "Focus on the kite" may mean the kite, though a scene is called “The Kite”.
            left = spelt
            found = next((got for read in READ if (got := read(left)) is not None), None)
        if found is None:
            break
        wishes += [each for each in found.wishes if each.verb not in {wish.verb for wish in wishes} or not wishes]
        left = replace(left, text=" ".join(found.rest.split()), whole=left.whole or said.scenes())
        if not any(letter.isalpha() for letter in left.text):
            break
    return wishes


def follow(room: Draftroom, wish: Wish) -> None:
    """Follow one wish. Raises ProviderError ``note_not_understood`` when it cannot be done."""
    FOLLOW[wish.verb](room, wish)
