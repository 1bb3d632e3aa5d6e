"""Undo: "undo", "take that back", "put frame 2 back the way it was"."""

from __future__ import annotations

import re

from dailies.adapters.providers.rehearsal.notes.asking_back import which_one
from dailies.adapters.providers.rehearsal.notes.board import Board
from dailies.adapters.providers.rehearsal.notes.figures import sentence
from dailies.adapters.providers.rehearsal.notes.reply import Reply
from dailies.ports import AppliedPlan, Proposal

UNDO = re.compile(
    r"\b(?:undo|un-do|revert|roll(?:ed)? ?back|rollback|scrap (?:that|this|it|the (?:last|change))"
    r"|reverse (?:that|it|the "
    r"(?:last|change))|take (?:that|it|this|those|them|the (?:last )?changes?|back (?:that|the|what|my last))"
    r"(?: \w+){0,3}?(?: back)?$|take (?:that|it|this|those|them) back|put (?:it|that|this|them|everything|[\w ]+?) back"
    r"(?! (?:in|on|into|to the \w+ (?:of|in)))|change (?:it|that|them|\w+ \d+) back|(?:the way|like|how|as) (?:it|they|"
    r"that|this|\w+ \d+) (?:was|were|looked)(?: before)?|back to (?:how|what|the way|before)|as before|go back$|"
    r"go back (?:a step|one step|please|to before)|(?:bring|want) (?:it|that|the old \w+|the last \w+)? ?back$|"
    r"forget (?:that|the last|my last|about that) (?:change|one|note)|never ?mind (?:that|the last) (?:change|one)|"
    r"restore (?:it|that|this|them|what|the (?:old|last|previous))|cancel (?:that|the last) change|was better before)",
    re.IGNORECASE,
)
ASKS = re.compile(r"^\W*(?:how|can i|could i|what|why|where|is it|did|does)\b", re.IGNORECASE)


def undone(text: str, board: Board) -> Reply | None:
    """The reply to a note that takes something back; None for any other note."""
    bare = text.strip(" .!?")
    if not (UNDO.search(bare) or re.fullmatch(r"\W*(?:please )?(?:revert|restore|go back)\W*", text, re.IGNORECASE)):
        return None
    if ASKS.match(text):
        return None
    plans = board.context.applied
    resolution = board.resolve(re.sub(r"\b(?:it|that|this|them)\b", " ", text, flags=re.IGNORECASE))
    if resolution.exact or resolution.by_name or resolution.unclear or resolution.nobody:
        if (asked := which_one(board, resolution)) is not None:
            return asked
        return _of_items(resolution.ids, board)
    return _plan(plans[-1], board) if plans else _nothing(board, ())


def _of_items(ids: tuple[str, ...], board: Board) -> Reply:
    """The last plan that changed exactly these items is taken back; else their takes before are picked."""
    for plan in reversed(board.context.applied):
        if set(plan.items) == set(ids):
            return _plan(plan, board)
    takes = {item.id: item.take - 1 for item in board.context.items if item.id in ids and item.take > 1}
    if not takes or len(takes) < len(ids):
        return _nothing(board, ids)
    proposal = Proposal(tuple(takes), "", "Pick the takes before", "select", takes)
    said = sentence(f"{board.called(tuple(takes))} go back to the take before")
    return Reply(f"{said} Picking is free, and the newer take is kept.", proposal, "undo", tuple(takes))


def _plan(plan: AppliedPlan, board: Board) -> Reply:
    proposal = Proposal(plan.items, "", f"Undo: {plan.summary}"[:80], "undo", plan=plan.id)
    said = f"“{plan.summary}” is taken back as one: what was selected before is selected again, and every take is kept."
    return Reply(f"{said} It is free.", proposal, "undo", plan.items)


def _nothing(board: Board, ids: tuple[str, ...]) -> Reply:
    of = {"storyboard": " of frame 2", "video": " of clip 2"}.get(board.stage, "")
    if ids:
        of = f" of {board.called(ids)}"
    return Reply(
        f"Every take is kept. No plan was applied that could be taken back: pick the earlier take in the takes strip, "
        f"or say “go back to take 1{of}”.",
        kind="undo",
        targets=ids,
    )
