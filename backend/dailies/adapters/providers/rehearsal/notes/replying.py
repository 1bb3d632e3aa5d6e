"""The reply to a note, by rules, from the facts of its context."""

from __future__ import annotations

import re
from dataclasses import replace

from dailies.adapters.providers.rehearsal.notes.answers import answer
from dailies.adapters.providers.rehearsal.notes.asking_back import what_should_change, which_one
from dailies.adapters.providers.rehearsal.notes.board import Board, board_of
from dailies.adapters.providers.rehearsal.notes.limits import refusal
from dailies.adapters.providers.rehearsal.notes.locks import locked
from dailies.adapters.providers.rehearsal.notes.picks import picked
from dailies.adapters.providers.rehearsal.notes.proposing import change
from dailies.adapters.providers.rehearsal.notes.reading import GREETING, NO, YES, read_note
from dailies.adapters.providers.rehearsal.notes.reply import Reply
from dailies.adapters.providers.rehearsal.notes.undoing import undone
from dailies.domain.targets import Resolution
from dailies.ports import NoteContext

MOST_QUESTIONS = 4
"""Questions of one note that are answered; a reply stays a few lines long."""

MEANT = re.compile(r"Did you mean (\w+ \w+)\?")


def reply_to(context: NoteContext) -> Reply:
    """The whole reply to a note."""
    context = _confirmed(context)
    board = board_of(context)
    text = context.text.strip()
    if GREETING.match(text):
        return Reply("Ready. Ask about the film, or say what should change.", kind="thanks")
    if NO.match(text):
        return Reply("Nothing was changed.", kind="thanks")
    if YES.match(text):
        said = "Nothing is waiting for a yes. A plan is run with Apply; a change needs its own words."
        return Reply(said, kind="unclear")
    if refused := refusal(text, context.stage, question=False):
        only_asks = not read_note(text).change
        refused = refusal(text, context.stage, question=True) if only_asks else refused
        if refused:
            return Reply(refused, kind="out_of_scope")
    for read in (undone, picked, locked):
        if (reply := read(text, board)) is not None:
            return reply
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


def _asked_about(question: str, resolution: Resolution, board: Board) -> tuple[str, ...]:
    """The items a question is about: named in it, or what its answer tells."""
    if resolution.mentioned and resolution.definite:
        return resolution.ids
    if "stale" in question.lower():
        return tuple(item.id for item in board.context.items if item.stale_cause)
    if "fail" in question.lower():
        return tuple(item.id for item in board.context.items if item.failure)
    return ()


def _read(text: str, board: Board) -> Reply:
    reading = read_note(text)
    answers: list[str] = []
    targets: tuple[str, ...] = ()
    for question in tuple(dict.fromkeys(reading.questions))[:MOST_QUESTIONS]:
        resolution = board.resolve(question)
        asked = which_one(board, resolution) if resolution.missing or resolution.nobody else None
        answers.append(asked.text if asked else answer(question, board, resolution))
        targets = targets or _asked_about(question, resolution, board)
    if targets and answers:
        board = replace(board, talked=targets)
    changed = change(reading.change, board) if reading.change else None
    if changed is not None:
        text = " ".join(each for each in (*answers, changed.text) if each)
        kind = "mixed" if answers and changed.kind == "change" else changed.kind
        return replace(changed, text=text, kind=kind, targets=changed.targets or targets)
    if answers:
        return Reply(" ".join(each for each in answers if each), kind="question", targets=targets)
    if reading.praise:
        said = "Good. Nothing was changed. Approve the stage when it is right, or say what should change."
        return Reply(said, kind="thanks")
    return what_should_change(board)
