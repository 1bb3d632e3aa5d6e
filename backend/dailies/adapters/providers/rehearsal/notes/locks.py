"""Locks: "lock Mia's face", "keep her outfit from now on", "unlock the palette"."""

from __future__ import annotations

import re

from dailies.adapters.providers.rehearsal.notes.asking_back import which_one
from dailies.adapters.providers.rehearsal.notes.board import Board
from dailies.adapters.providers.rehearsal.notes.figures import listed, sentence
from dailies.adapters.providers.rehearsal.notes.reply import Reply
from dailies.domain.project import CUT, LOCKS, Lock
from dailies.ports import Proposal

_ANY = re.IGNORECASE

PARTS: dict[Lock, str] = {
    "face": r"faces?|facial features|features|likeness|identity|hair|hairstyle|looks? of (?:his|her|the) face",
    "outfit": r"outfits?|clothes|clothing|costumes?|wardrobe|dress(?:es)?|uniforms?|jackets?|coats?|hats?",
    "composition": r"compositions?|framing|camera angles?|angles?|layouts?|positions?|crop|pose|poses",
    "palette": r"palettes?|colou?rs?|colou?r scheme|colou?r grading|grade|grading|tones?",
    "text": r"text|texts|lettering|letters|words|wording|signs?|logos?|captions?|titles?|typography",
}
LOCKING = re.compile(r"\b(?:lock(?:ed)?|freeze|pin|nail down|set in stone|fix in place)\b", _ANY)
UNLOCK_VERB = re.compile(
    r"\b(?:unlock|unfreeze|unpin)\b|\b(?:release|lift|remove|drop|take off|clear)\b[\w ']*\blocks?\b|\b(?:may|can)"
    r"\b[\w ']*\bchange again\b",
    _ANY,
)
KEEPING = re.compile(
    r"\b(?:keep|preserve|hold|maintain|retain|leave|protect|save)\b|\b(?:don't|do not|never|must not|should ?n[o']t"
    r"|mustn't|shouldn't)\b[\w ']*\b(?:change|touch|alter|lose|modify|vary|differ|move)\b|\bstays?\b|\bmust stay\b",
    _ANY,
)
LASTING = re.compile(
    r"\b(?:from now on|always|forever|for good|for ever|in (?:all|every|any) (?:later|future|next|further)?|whatever|"
    r"no matter|ever|never|any ?more|every time|permanently|across|throughout|everywhere|going forward|consistent|"
    r"later|future)\b",
    _ANY,
)
JOINTS = re.compile(r"[.;\n]|,(?! and)|\b(?:but|and then|then)\b|\band (?=\w+ (?:it|them|the|frame|shot|clip)\b)", _ANY)


def locked(text: str, board: Board) -> Reply | None:
    """The reply to a note that is about locks only; None for any other note."""
    if board.stage == "story" and not (LOCKING.search(text) or UNLOCK_VERB.search(text)):
        return None
    unlocking = bool(UNLOCK_VERB.search(text))
    explicit = unlocking or bool(LOCKING.search(text))
    parts = parts_named(text)
    keeping = bool(KEEPING.search(text)) and bool(parts)
    if not explicit and not keeping:
        return None
    if not explicit and _changes_too(text):
        return None
    if text.rstrip().endswith("?") and not re.match(r"\s*(?:can|could|would|will) (?:you|we)\b", text, _ANY):
        return None
    if board.stage == "story" or not board.items:
        return Reply("Locks belong to references, frames and clips. There are none here.", kind="lock")
    return _proposed(text, parts or LOCKS, board, unlocking=unlocking)


def parts_named(text: str) -> tuple[Lock, ...]:
    """The parts a text names."""
    return tuple(part for part in LOCKS if re.search(rf"\b(?:{PARTS[part]})\b", text, _ANY))


def _changes_too(text: str) -> bool:
    """Whether another clause asks for a change: then what is kept is a part of that change."""
    clauses = [clause for clause in JOINTS.split(text) if clause and clause.strip()]
    rest = [clause for clause in clauses if not (KEEPING.search(clause) and parts_named(clause))]
    return any(
        len(re.findall(r"[^\W\d_]{2,}", clause)) > 0 and not LASTING.fullmatch(clause.strip()) for clause in rest
    )


def _proposed(text: str, parts: tuple[Lock, ...], board: Board, *, unlocking: bool) -> Reply:
    # "Never change her face" keeps it: as an exception it would mean all the others.
    resolution = board.resolve(KEEPING.sub(lambda match: " " * len(match.group()), text))
    if (asked := which_one(board, resolution)) is not None:
        return asked
    ids = tuple(each for each in resolution.ids if each != CUT)
    if not ids and board.stage == "references" and set(parts) <= {"face", "outfit"}:
        ids = tuple(item.id for item in board.items if board.kind(item.id) == "character")
    ids = ids or board.whole
    what = "everything" if parts == LOCKS else f"the {listed(list(parts))}"
    where = board.called(ids)
    if unlocking:
        said = f"{sentence(f'Unlock {what} of {where}')} Later plans may change it again. Unlocking is free."
        summary = f"Unlock {what}"
    else:
        said = f"{sentence(f'Lock {what} of {where}')} Every later plan keeps it and says so. Nothing is made again."
        summary = f"Lock {what}"
    proposal = Proposal(ids, "", summary[:80], "unlock" if unlocking else "lock", locks=parts)
    return Reply(said, proposal, "lock", ids)
