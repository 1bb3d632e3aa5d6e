"""Picks: "go back to take 2 of shot 3", "take 2 of 3 and take 1 of 5", "the previous version of 4"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dailies.adapters.providers.rehearsal.notes.asking_back import which_one
from dailies.adapters.providers.rehearsal.notes.board import Board
from dailies.adapters.providers.rehearsal.notes.figures import counted, listed, sentence
from dailies.adapters.providers.rehearsal.notes.reading import CHANGE_WORDS
from dailies.adapters.providers.rehearsal.notes.reply import Reply
from dailies.domain.project import CUT, STORY
from dailies.domain.target_words import CARDINALS, ORDINALS
from dailies.ports import Proposal

_ANY = re.IGNORECASE
_VERSION = r"(?:take|version|variant|try|attempt|draft|option)"

NUMBERED = re.compile(
    rf"\b{_VERSION}s? (?:no\.? |number |#)?(?P<take>\d{{1,3}}|{'|'.join(CARDINALS)})\b"
    r"(?! (?:is|was|are|looks?) (?:too|not|bad|worse))",
    _ANY,
)
NTH = re.compile(rf"\b(?:the )?(?P<nth>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)) {_VERSION}\b", _ANY)
RELATIVE = re.compile(
    rf"\b(?:the |its |his |her |an? )?(?:very )?(?P<which>previous|earlier|older|old|prior|original|initial|first|last|"
    rf"latest|newest|other)(?: (?P<noun>{_VERSION}|one))\b|\bthe (?P<bare>original|previous|earlier|older)\b(?! \w+ed)",
    _ANY,
)
PICKING = re.compile(
    r"\b(?:go back|back to|return|use|using|pick|select|switch|prefer|preferred|choose|restore|revert|keep|take|like|"
    r"liked|love|better|best|nicer|instead|was right|go with|rather|want|bring back|give me|let's have|swap in|set)\b",
    _ANY,
)
PIECES = re.compile(r"[;,.\n]|\band\b|\bbut\b|\bthen\b|\bplus\b", _ANY)


@dataclass(frozen=True)
class _Pick:
    """A take by its number, or by its place among the takes."""

    number: int = 0
    which: str = ""


def picked(text: str, board: Board) -> Reply | None:
    """The reply to a note that picks takes; None for any other note."""
    text = NTH.sub(lambda match: f"take {_nth(match.group('nth'))}", text)
    if text.rstrip().endswith("?") or not _picks(text):
        return None
    pairs = _pairs(text, board)
    if isinstance(pairs, Reply):
        return pairs
    return _proposed(pairs, board)


def _picks(text: str) -> bool:
    found = NUMBERED.search(text)
    if found:
        rest = text[: found.start()] + text[found.end() :]
        several = len(NUMBERED.findall(text)) > 1
        short = len(re.findall(r"\w+", rest)) <= 4 and not CHANGE_WORDS.search(rest)
        return several or short or bool(PICKING.search(rest)) or bool(re.match(r"\s*(?:for|of)\b", rest.strip()))
    relative = RELATIVE.search(text)
    if relative is None:
        return False
    noun = (relative.group("noun") or "").lower()
    certain = re.search(r"\b(?:go(?:ing)? back|return|restore|revert|bring back|prefer)\b", text, _ANY)
    if noun == "one" and (relative.group("which") or "").lower() in ("first", "last", "other", "latest", "newest"):
        return certain is not None
    return bool(PICKING.search(text))


def _nth(word: str) -> int:
    return ORDINALS[word.lower()] if word.lower() in ORDINALS else int(re.sub(r"\D", "", word))


def _number(word: str) -> int:
    return CARDINALS[word.lower()] if word.lower() in CARDINALS else int(word)


def _spoken(piece: str) -> tuple[_Pick | None, str]:
    """The take a piece of a note names, and the piece without it."""
    for pattern in (NUMBERED, RELATIVE):
        found = pattern.search(piece)
        if found is None:
            continue
        rest = piece[: found.start()] + " " * len(found.group()) + piece[found.end() :]
        if pattern is NUMBERED:
            return _Pick(_number(found.group("take"))), rest
        return _Pick(which=(found.group("which") or found.group("bare")).lower()), rest
    return None, piece


def _pairs(text: str, board: Board) -> dict[str, _Pick] | Reply:
    """Item to take. Several takes go to the items of their own piece of the note."""
    if len(NUMBERED.findall(text)) < 2:
        pick, rest = _spoken(text)
        ids = _items(rest, board)
        if isinstance(ids, Reply):
            return ids
        if not ids:
            return _of_which(pick or _Pick(), board)
        return dict.fromkeys(ids, pick or _Pick())
    pairs: dict[str, _Pick] = {}
    before: _Pick | None = None
    waiting: tuple[str, ...] = ()
    for piece in PIECES.split(text):
        pick, rest = _spoken(piece)
        noun = f"{board.noun} {rest}" if re.fullmatch(r"\s*\d+\s*", rest) else rest
        ids = _items(noun, board)
        if isinstance(ids, Reply):
            return ids
        if pick is None and not ids:
            continue
        if pick is not None:
            pairs.update(dict.fromkeys((*waiting, *ids), pick))
            before, waiting = pick, ()
        elif before is not None:
            pairs.update(dict.fromkeys(ids, before))
        else:
            waiting = (*waiting, *ids)
    return pairs or _of_which(before or _Pick(), board)


def _items(text: str, board: Board) -> tuple[str, ...] | Reply:
    if board.stage == "story":
        return (STORY,) if board.story else ()
    resolution = board.resolve(text)
    if (asked := which_one(board, resolution)) is not None:
        return asked
    if resolution.ids:
        return resolution.ids
    return (CUT,) if board.item(CUT) and re.search(r"\bcut\b", text, _ANY) else ()


def _of_which(pick: _Pick, board: Board) -> Reply:
    example = {"storyboard": " of frame 2", "video": " of clip 2"}.get(board.stage, "")
    if pick.number:
        said = f"Take {pick.number} of which {board.noun}? Say, for example, “take {pick.number}{example}”."
        choices = tuple(f"Take {pick.number} of {item.label}" for item in board.items[:3])
        return Reply(said, kind="unclear", choices=choices)
    said = f"Which take? Say its number, for example “take 1{example}”, or pick it in the takes strip."
    return Reply(said, kind="unclear")


def _proposed(pairs: dict[str, _Pick], board: Board) -> Reply:
    takes: dict[str, int] = {}
    for item, pick in pairs.items():
        number = pick.number or _by_place(pick.which, item, board)
        if number is None:
            return _of_which(pick, board)
        known = board.item(item)
        if known and known.takes and not 1 <= number <= known.takes:
            there = f"{known.label} has {counted(known.takes, 'take')}, so no take {number or 1}."
            return Reply(there, kind="unclear", targets=(item,))
        takes[item] = number
    order = [item.id for item in board.context.items if item.id in takes]
    takes = {item: takes[item] for item in order}
    numbers = set(takes.values())
    if len(numbers) == 1:
        number = next(iter(numbers))
        said, summary = f"Take {number} of {board.called(tuple(takes))}", f"Pick take {number}"
    else:
        parts = [f"take {number} of {board.called((item,))}" for item, number in takes.items()]
        said, summary = listed(parts), f"Pick {listed(parts)}"
    proposal = Proposal(tuple(takes), "", summary[:80], "select", takes)
    text = f"{sentence(said)} Picking is free, and every other take is kept."
    return Reply(text, proposal, "pick", tuple(takes))


def _by_place(which: str, item: str, board: Board) -> int | None:
    known = board.item(item)
    takes, take = (known.takes, known.take) if known else (0, 0)
    if which in ("original", "first", "initial"):
        return 1
    if not takes:
        return None
    if which in ("last", "latest", "newest"):
        return takes if which != "last" or take != takes else max(1, take - 1)
    if which == "other" and takes != 2:
        return None
    if which == "other":
        return 3 - take
    return take - 1 if take > 1 else None
