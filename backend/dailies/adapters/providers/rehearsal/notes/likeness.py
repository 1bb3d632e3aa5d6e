"""Reuse: "make 1 like 6", "use the light from 4 in 2"."""

from __future__ import annotations

import re

from dailies.adapters.providers.rehearsal.notes.board import Board, small_article
from dailies.adapters.providers.rehearsal.notes.figures import listed
from dailies.domain.targets import Resolution

ASPECTS = re.compile(
    r"\b(?:light(?:ing)?|colou?rs?|palette|mood|framing|composition|angle|camera|style|weather|time of day|contrast|"
    r"outfit|clothes|coat|jacket|hair|face|expression|pose|background|atmosphere|grade|look|motion|pace|speed|move)\b",
    re.IGNORECASE,
)
AS_MUCH = re.compile(r"\b(?:just )?as (?P<what>\w+)\s*(?:$|as\b)", re.IGNORECASE)


def likeness(rest: str, resolution: Resolution, board: Board) -> str:
    """The instruction of a note that names a pattern: "light like frame 6 (the harbour, dusk, clear, calm)".

    ``rest``: the note without its pointing words.
    """
    aspects = list(dict.fromkeys(match.group().lower() for match in ASPECTS.finditer(rest)))
    aspects = [aspect for aspect in aspects if aspect != "look"] or aspects[:1]
    as_much = AS_MUCH.search(rest)
    what = listed(aspects) if aspects else as_much.group("what").lower() if as_much else ""
    pattern = f"like {board.called(resolution.like)}"
    facts = "; ".join(_facts(item, board) for item in resolution.like[:2])
    facts = f" ({facts})" if facts.strip("; ") else ""
    return f"{what} {pattern}{facts}".strip()


def _facts(item: str, board: Board) -> str:
    story, known = board.story, board.item(item)
    kept = list(known.kept) if known else []
    if story is None:
        return ", ".join(kept)
    for scene, shot in story.shots():
        if item in (f"frame-{shot.id}", f"clip-{shot.id}"):
            place = story.entity(scene.place)
            where = [small_article(place.name)] if place else []
            return ", ".join([*where, scene.time, scene.weather, *([scene.mood] if scene.mood else []), *kept])
    return ", ".join(kept)
