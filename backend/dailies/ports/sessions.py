"""What is known only while people work: drafts, who looks at what, replies being written."""

from __future__ import annotations

from typing import Protocol

Document = dict[str, object]
"""A small JSON object. Pictures are named by address, never held."""

SESSION_BYTES = 64 * 1024
"""The most one session holds, as JSON in UTF-8."""


class LiveSessions(Protocol):
    """Small documents by session and field, forgotten when a session was not touched for a while.

    Nothing durable: losing all of it costs a half-typed sentence. Every call keeps its session alive.
    """

    async def read(self, session: str) -> dict[str, Document]:
        """All fields of a session; empty for one that is not there, has expired, or can't be reached."""
        ...

    async def write(self, session: str, field: str, document: Document | None) -> None:
        """Put a field in place of what it was; None takes it away.

        Raises InvalidInput ``session_full`` when the session would hold more than SESSION_BYTES; nothing is
        changed then.
        """
        ...
