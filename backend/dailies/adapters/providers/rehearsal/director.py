"""The rehearsal director: answers notes by rules, from the project's facts, and proposes plans. It can't act."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

from dailies.adapters.providers.rehearsal.notes.answers import answer
from dailies.adapters.providers.rehearsal.notes.board import Board, board_of, no_such
from dailies.adapters.providers.rehearsal.notes.changes import (
    picture_instruction,
    story_instruction,
    summary_of,
)
from dailies.adapters.providers.rehearsal.notes.cut_notes import ABOUT_CUT, REJOIN, cut_instruction, summary_of_cut
from dailies.adapters.providers.rehearsal.notes.figures import SMALL, counted, dollars, sentence
from dailies.adapters.providers.rehearsal.notes.limits import belongs_to_story, refusal
from dailies.adapters.providers.rehearsal.notes.reading import (
    AGAIN_VERB,
    CHANGE_WORDS,
    DISLIKE,
    GREETING,
    NO,
    PRAISE,
    VAGUE_ONLY,
    YES,
    only_again,
    read_note,
)
from dailies.domain.project import CUT, STORY
from dailies.domain.target_words import CARDINALS, ORDINALS
from dailies.ports import NoteContext, Proposal, ReplyText

PAUSE_S = 0.015
"""Between two pieces of a reply: fast enough to read along, slow enough to see it being written."""

MOST_QUESTIONS = 4
"""Questions of one note that are answered; a reply stays a few lines long."""

LONGEST_S = 1.2
"""The most a reply takes; a long one is handed over in larger pieces."""

OPTIONS = {
    "story": "Should it be funnier, shorter, or should the ending change?",
    "references": "Should the look, the age or the light change, and whose?",
    "storyboard": "Should it be brighter, closer, or should something in the frame change?",
    "video": "Should it be slower, brighter, or should the cut change?",
}

PICK = re.compile(
    r"\btakes? (?:no\.? |number |#)?(?P<take>\d{1,3}|"
    + "|".join(CARDINALS)
    + r")\b(?! (?:is|was|are|looks?) (?:too|not|bad|worse))",
    re.IGNORECASE,
)
NTH_TAKE = re.compile(rf"\b({'|'.join(ORDINALS)}) take\b", re.IGNORECASE)
PICKING = re.compile(
    r"\b(?:go back|back to|return|use|using|pick|select|switch|prefer|choose|restore|revert|keep|take|like|"
    r"love|better|best|nicer|instead|was right|go with|rather)\b",
    re.IGNORECASE,
)
PICK_BEFORE = re.compile(
    r"\b(?:go back to|use|pick|restore|return to|prefer|revert to|liked?)\b[\w ]*\b(?:previous|earlier|old|"
    r"older|last|first|original|other) (?:take|version|one)\b",
    re.IGNORECASE,
)
STALE_OR_FAILED = re.compile(r"\b(?P<which>stale|outdated|failed|failing|broken)\b", re.IGNORECASE)
KEPT = re.compile(
    r"^\W*(?:please )?(?:keep|leave|don't (?:change|touch)|do not (?:change|touch))\b(?!.*\b(?:but|except|"
    r"more|less|out)\b)[^,;.]*\W*$",
    re.IGNORECASE,
)
MEANT = re.compile(r"Did you mean (\w+ \w+)\?")
JOINT = re.compile(r"[.;,\n]|\band\b|\bbut\b", re.IGNORECASE)


@dataclass(frozen=True)
class Reply:
    """What the director says, and the change it proposes."""

    text: str
    proposal: Proposal | None = None


class RehearsalDirector:
    """The built-in director. The same context always gets the same reply."""

    name = "rehearsal"

    async def answer(self, context: NoteContext) -> AsyncIterator[ReplyText | Proposal]:
        """Stream the reply in small pieces; at most one Proposal, as the last value."""
        reply = reply_to(context)
        words = re.findall(r"\S+\s*", reply.text)
        pieces = max(1, min(len(words), int(LONGEST_S / PAUSE_S)))
        for index in range(pieces):
            piece = "".join(words[index * len(words) // pieces : (index + 1) * len(words) // pieces])
            yield ReplyText(piece)
            await asyncio.sleep(PAUSE_S)
        if reply.proposal is not None:
            yield reply.proposal


def reply_to(context: NoteContext) -> Reply:
    """The whole reply to a note."""
    context = _confirmed(context)
    board = board_of(context)
    text = context.text.strip()
    if GREETING.match(text):
        return Reply("Ready. Ask about the film, or say what should change.")
    if NO.match(text):
        return Reply("Nothing was changed.")
    if YES.match(text):
        return Reply("Nothing is waiting for a yes. A plan is run with Apply; a change needs its own words.")
    if refused := refusal(text, context.stage, question=False):
        only_asks = not read_note(text).change
        refused = refusal(text, context.stage, question=True) if only_asks else refused
        if refused:
            return Reply(refused)
    if picked := _pick(text, board):
        return picked
    return _read(text, board)


def _confirmed(context: NoteContext) -> NoteContext:
    """A bare yes to "Did you mean clip 6?" is the note before, about clip 6."""
    if not context.history or not YES.match(context.text):
        return context
    before, reply = context.history[-1]
    meant = MEANT.search(reply)
    absent = re.search(r"so no (\w+ \w+)\.", reply)
    if not meant or not absent:
        return context
    noun, _, number = absent.group(1).partition(" ")
    corrected, count = re.subn(rf"(?:\b{noun}\s+)?\b{number}\b", meant.group(1), before, count=1, flags=re.IGNORECASE)
    return replace(context, text=corrected) if count else context


def _read(text: str, board: Board) -> Reply:
    reading = read_note(text)
    said: list[str] = []
    for question in tuple(dict.fromkeys(reading.questions))[:MOST_QUESTIONS]:
        resolution = board.resolve(question)
        said.append(no_such(board, resolution) or answer(question, board, resolution))
    changed = _change(reading.change, board) if reading.change else None
    if changed is not None:
        said.append(changed.text)
    elif reading.praise and not said:
        said.append(_thanked(board))
    text = " ".join(each for each in said if each)
    return Reply(text or _unclear(board), changed.proposal if changed else None)


def _thanked(board: Board) -> str:
    return "Good. Nothing was changed. Approve the stage when it is right, or say what should change."


def _unclear(board: Board) -> str:
    return f"What should change? {OPTIONS.get(board.stage, OPTIONS['storyboard'])}"


# Picks


def _pick(text: str, board: Board) -> Reply | None:
    text = NTH_TAKE.sub(lambda match: f"take {ORDINALS[match.group(1).lower()]}", text)
    if PICK_BEFORE.search(text) and not PICK.search(text):
        return Reply(
            f"Which take? Say its number, for example “take 1{_example(board)}”, or pick it in the takes strip."
        )
    found = PICK.search(text)
    if found is None or not PICKING.search(text[: found.start()] + text[found.end() :]) or text.endswith("?"):
        return None
    word = found.group("take").lower()
    number = CARDINALS[word] if word in CARDINALS else int(word)
    rest = text[: found.start()] + " " * (found.end() - found.start()) + text[found.end() :]
    resolution = board.resolve(rest)
    if absent := no_such(board, resolution):
        return Reply(absent)
    if board.stage == "story":
        ids: tuple[str, ...] = (STORY,) if board.story else ()
    elif resolution.ids:
        ids = resolution.ids
    else:
        ids = (CUT,) if board.item(CUT) and re.search(r"\bcut\b", rest, re.IGNORECASE) else ()
    if not ids:
        return Reply(f"Take {number} of which {board.noun}? Say, for example, “take {number}{_example(board)}”.")
    proposal = Proposal(ids, "", f"Pick take {number}", "select", dict.fromkeys(ids, number))
    return Reply(
        f"{sentence(f'Take {number} of {board.called(ids)}')} Picking is free, and every other take is kept.", proposal
    )


def _example(board: Board) -> str:
    return {"storyboard": " of frame 2", "video": " of clip 2"}.get(board.stage, "")


# Changes


def _change(text: str, board: Board) -> Reply:
    if not board.context.items or (board.stage == "story" and board.story is None):
        return Reply(_nothing_yet(board))
    elsewhere = belongs_to_story(text, board.stage)
    if elsewhere:
        return Reply(elsewhere)
    if board.stage == "story":
        return _story_change(text, board)
    if cut := _cut_change(text, board):
        return cut
    return _board_change(text, board)


def _nothing_yet(board: Board) -> str:
    if board.stage == "story":
        return "The story is not written yet. Nothing was changed."
    above = {"references": "story", "storyboard": "references", "video": "storyboard"}.get(board.stage, "story")
    return f"There are no {board.noun}s yet. They are made once the {above} is approved."


def _story_change(text: str, board: Board) -> Reply:
    if absent := no_such(board, board.resolve(text)):
        return Reply(absent)
    if only_again(text):
        return _proposed(board, (STORY,), "", "The story is written anew from the brief.")
    if KEPT.match(text):
        return Reply("Nothing was changed.")
    if VAGUE_ONLY.match(text) or not _says_something(text, board):
        return Reply(_not_understood(text, board))
    if DISLIKE.search(text) and not CHANGE_WORDS.search(DISLIKE.sub(" ", text)):
        return Reply(_unclear(board))
    instruction = _scenes_named(story_instruction(text), board)
    return _proposed(board, (STORY,), instruction, f"{sentence(instruction)} The rest stays word for word.")


def _scenes_named(instruction: str, board: Board) -> str:
    """The scenes selected in the story, said in words where the note names none."""
    resolution = board.resolve(instruction)
    if resolution.mentioned or not resolution.ids:
        return instruction
    numbers = [str(target.number) for target in board.targets if target.id in resolution.ids]
    return f"scene{'s' if len(numbers) > 1 else ''} {' and '.join(numbers)}: {instruction}" if numbers else instruction


def _cut_change(text: str, board: Board) -> Reply | None:
    if board.stage != "video":
        if ABOUT_CUT.search(text) and cut_instruction(text) and not re.search(r"\bfade|\bsound|\btitle", text):
            return Reply("Music, captions and transitions belong to the cut. Say it in the video stage.")
        return None
    about = ABOUT_CUT.search(text)
    instruction = cut_instruction(text) if about else None
    if instruction is None and not REJOIN.search(text):
        if about and not board.resolve(text).mentioned:
            return Reply("The cut's music, captions, title and dissolves are on or off. Say, for example, “music off”.")
        return None
    if board.item(CUT) is None:
        return Reply("There is no cut yet. It is joined when every clip has a take.")
    clips = [piece for piece in JOINT.split(text) if not ABOUT_CUT.search(piece) and board.resolve(piece).mentioned]
    left = " The clips were left out: send their change as a note of its own." if clips and instruction else ""
    instruction = instruction or ""
    summary = summary_of_cut(instruction)
    said = f"{sentence(summary.removeprefix('Cut: '))} The clips stay as they are; joining is free.{left}"
    return Reply(said, Proposal((CUT,), instruction, summary))


def _board_change(text: str, board: Board) -> Reply:
    resolution = board.resolve(text)
    if absent := no_such(board, resolution):
        return Reply(absent)
    if KEPT.match(text):
        return Reply("Nothing was changed.")
    if again := _again(text, board):
        return again
    if board.context.selected == (CUT,) and not resolution.mentioned:
        return Reply(
            "The cut can have its music, captions, title and dissolves on or off. For a picture, select its clip."
        )
    first, later = _first_of_several(text, board)
    text, resolution = first, board.resolve(first)
    if resolution.mentioned and not resolution.ids:
        return Reply(
            f"Nothing is selected. Select the {board.noun}s you mean, or name them: {board.noun} 2, "
            f"{board.noun}s 1 to 3."
        )
    ids = tuple(each for each in resolution.ids if each != CUT)
    if VAGUE_ONLY.match(_without(text, resolution.spans)) or not _says_something(text, board):
        return Reply(_not_understood(text, board))
    if board.stage == "references":
        ids = _right_kind(text, ids, board, named=resolution.mentioned)
    ids = ids or board.whole
    instruction = picture_instruction(text, resolution.spans)
    if not instruction:
        return Reply(_not_understood(text, board))
    return _proposed(board, ids, instruction, _told(ids, instruction, board) + later)


def _right_kind(text: str, ids: tuple[str, ...], board: Board, *, named: bool) -> tuple[str, ...]:
    """References of the kind the note speaks of, unless it names some or some are selected."""
    if ids and (named or board.context.selected):
        return ids
    return board.of_kind(text)


def _without(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + " it " + text[end:]
    return text


def _again(text: str, board: Board) -> Reply | None:
    """ "Redo 4", "renew the stale frames", "retry what failed": the same words once more."""
    which = STALE_OR_FAILED.search(text)
    if which and (AGAIN_VERB.search(text) or re.search(r"\b(?:fix|make|update|refresh)\b", text, re.IGNORECASE)):
        stale = which.group("which").lower() in ("stale", "outdated")
        ids = tuple(item.id for item in board.context.items if (item.stale_cause if stale else item.failure))
        if not ids:
            return Reply(f"Nothing in this stage {'is stale' if stale else 'failed'}.")
        return _proposed(board, ids, "", _told(ids, "", board))
    resolution = board.resolve(text)
    rest = _without(text, resolution.spans)
    if resolution.by_name:
        names = [re.escape(item.label) for item in board.items if item.id in resolution.ids]
        rest = re.sub(rf"\b(?:{'|'.join(names)})\b|\b(?:frames?|sheets?|references?)\b", " ", rest, flags=re.IGNORECASE)
    if not only_again(rest):
        return None
    if resolution.mentioned and not resolution.ids:
        return None
    ids = resolution.ids or board.whole
    return _proposed(board, ids, "", _told(ids, "", board))


def _first_of_several(text: str, board: Board) -> tuple[str, str]:
    """The first change of a note that asks for different ones of different items, and a word on the rest."""
    groups: list[tuple[str, tuple[str, ...]]] = []
    pieces = re.split(r"(?:[.;,\n]|\band\b|\bbut\b|\bwhile\b)", text, flags=re.IGNORECASE)
    begun, position = 0, 0
    for piece in pieces:
        end = position + len(piece)
        found = board.resolve(piece)
        pointing = (
            found.mentioned and not found.by_name and found.ids and CHANGE_WORDS.search(_without(piece, found.spans))
        )
        if pointing:
            groups.append((text[begun:end], found.ids))
            begun = end
        position = end + len(_joint_at(text, end))
    if len(groups) < 2 or set(groups[0][1]) & set(groups[1][1]):
        return text, ""
    ids = tuple(dict.fromkeys(each for _, found in groups[1:] for each in found))
    return groups[0][
        0
    ], f" One plan carries one change: send the one for {board.called(_in_order(ids, board))} as its own note."


def _joint_at(text: str, position: int) -> str:
    found = re.match(r"[.;,\n]|and\b|but\b|while\b", text[position:], re.IGNORECASE)
    return found.group() if found else ""


def _in_order(ids: tuple[str, ...], board: Board) -> tuple[str, ...]:
    return tuple(item.id for item in board.context.items if item.id in ids)


def _says_something(text: str, board: Board) -> bool:
    """Whether a text names a change this stage's artists can follow."""
    words = re.findall(r"[^\W\d_]+", text)
    if board.stage == "story":
        return bool(CHANGE_WORDS.search(text)) or len(words) >= 4
    return bool(CHANGE_WORDS.search(text)) and not (DISLIKE.fullmatch(text.strip(" .,")) or PRAISE.fullmatch(text))


def _not_understood(text: str, board: Board) -> str:
    if VAGUE_ONLY.match(_without(text, board.resolve(text).spans)):
        return _unclear(board)
    quoted = text if len(text) <= 60 else f"{text[:59].rstrip()}…"
    return f"“{quoted}” was not understood, so nothing is planned. {OPTIONS.get(board.stage, OPTIONS['storyboard'])}"


def _told(ids: tuple[str, ...], instruction: str, board: Board) -> str:
    """Which items, what is asked of them, what is kept."""
    where = board.called(ids)
    head = sentence(f"{where}: {instruction}" if instruction else f"{where}: another take, by the same words")
    others = len(board.items) - len([each for each in ids if each != CUT])
    if others <= 0:
        return head
    kept = "The other one keeps its take." if others == 1 else f"The other {_figure(others)} keep their takes."
    return f"{head} {kept}"


def _figure(number: int) -> str:
    return SMALL[number] if number < len(SMALL) else str(number)


def _proposed(board: Board, ids: tuple[str, ...], instruction: str, said: str) -> Reply:
    summary = summary_of(instruction, board.stage)
    return Reply(f"{said} {_price(board, len(ids))}", Proposal(ids, instruction, summary))


def _price(board: Board, number: int) -> str:
    each = board.context.price_each
    if not each:
        return "Free on rehearsal."
    if number == 1:
        return f"It costs {dollars(each)}."
    return f"{sentence(counted(number, 'take'))[:-1]} cost {dollars(each * number)}."
