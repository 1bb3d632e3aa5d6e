"""The rehearsal director's thinking: a pure function from the messages of a chat to the next tool call, or the reply.

It reads the note and the board only from the messages, as any model does, so that the same function answers in the
studio and behind a wire.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dailies.adapters.director.briefing import context_in
from dailies.adapters.providers.rehearsal.notes.reply import Reply
from dailies.adapters.providers.rehearsal.notes.replying import reply_to
from dailies.domain.project import CUT, STORY
from dailies.ports import NoteContext, Proposal

Call = tuple[str, dict[str, Any]]
"""A tool's name and its arguments."""


@dataclass(frozen=True)
class Said:
    """A message of the chat. ``role``: who said it; "tool" is a tool's answer."""

    role: Literal["system", "user", "assistant", "tool"]
    text: str


def think(messages: Sequence[Said]) -> Call | str:
    """The next tool to call, or the reply when all are called.

    Each answer of a tool is one call done: the reply to the note is worked out anew each time, and is the same.
    """
    asked = max((place for place, message in enumerate(messages) if message.role == "user"), default=-1)
    context = context_in(messages[asked].text) if asked >= 0 else None
    if context is None:
        return "Ask about the film, or say what should change."
    reply = reply_to(context)
    calls = calls_of(reply, context)
    done = sum(message.role == "tool" for message in messages[asked + 1 :])
    return calls[done] if done < len(calls) else reply.text


def calls_of(reply: Reply, context: NoteContext) -> list[Call]:
    """The tools that lay a reply's proposal down, then the one that says how the note was understood."""
    calls: list[Call] = []
    if reply.proposal is not None:
        calls.extend(_proposing(part, context) for part in (reply.proposal, *reply.proposal.also))
    calls.append(
        ("understood", {"kind": reply.kind, "items": list(reply.targets), "choices": list(reply.choices)}),
    )
    return calls


def _proposing(proposal: Proposal, context: NoteContext) -> Call:
    items = list(proposal.items)
    if proposal.kind == "select":
        return "propose_pick", {"takes": proposal.takes}
    if proposal.kind in ("lock", "unlock"):
        return "propose_lock", {"items": items, "locks": list(proposal.locks), "locked": proposal.kind == "lock"}
    if proposal.kind == "undo":
        return "propose_undo", {"plan": proposal.plan}
    words = {"summary": proposal.summary}
    if proposal.items == (STORY,):
        return "propose_story", {"instruction": proposal.instruction, **words}
    if proposal.items == (CUT,):
        return "propose_cut", {"settings": proposal.instruction, **words}
    told = {"instructions": proposal.instructions} if proposal.instructions else {}
    return "propose_change", {"items": items, "instruction": proposal.instruction, **words, **told}
