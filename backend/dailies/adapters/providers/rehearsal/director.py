"""The rehearsal director: the studio's agent with a deterministic model made of rules. It can't act."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing

from dailies.ports import NoteContext, Proposal, ReplyText


class RehearsalDirector:
    """The built-in director. The same context always gets the same reply."""

    name = "rehearsal"

    async def answer(self, context: NoteContext) -> AsyncIterator[ReplyText | Proposal]:
        """Stream the reply in small pieces; at most one Proposal, as the last value."""
        # Imported here: the agent's library takes a second to load, which a studio's start should not wait for.
        from dailies.adapters.providers.rehearsal.director_model import rehearsal_agent

        async with aclosing(rehearsal_agent().answer(context)) as pieces:
            async for piece in pieces:
                yield piece
