"""Live sessions in memory, for a studio of one process."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from dailies.domain.errors import InvalidInput
from dailies.ports.sessions import SESSION_BYTES, Document

SWEEP_EVERY = 256
"""Writes between two looks for expired sessions."""


@dataclass
class _Session:
    until: float
    fields: dict[str, str] = field(default_factory=dict)


class InProcessSessions:
    """See the port. ``ttl_s``: seconds after which an untouched session is forgotten; ``clock``: monotonic seconds."""

    def __init__(self, ttl_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._ttl_s = ttl_s
        self._clock = clock
        self._sessions: dict[str, _Session] = {}
        self._writes = 0

    async def read(self, session: str) -> dict[str, Document]:
        """All fields of a session."""
        found = self._touched(session)
        return {name: json.loads(text) for name, text in found.fields.items()} if found else {}

    async def write(self, session: str, field: str, document: Document | None) -> None:
        """Put a field in place of what it was; None takes it away. Raises InvalidInput ``session_full``."""
        self._sweep()
        found = self._touched(session)
        if document is None:
            if found is not None:
                found.fields.pop(field, None)
            return
        text = json.dumps(document, ensure_ascii=False)
        others = {name: other for name, other in (found.fields if found else {}).items() if name != field}
        if size_of({**others, field: text}) > SESSION_BYTES:
            raise session_full()
        if found is None:
            found = self._sessions[session] = _Session(self._clock() + self._ttl_s)
        found.fields[field] = text

    def _touched(self, session: str) -> _Session | None:
        found = self._sessions.get(session)
        if found is None:
            return None
        if found.until <= self._clock():
            del self._sessions[session]
            return None
        found.until = self._clock() + self._ttl_s
        return found

    def _sweep(self) -> None:
        self._writes += 1
        if self._writes % SWEEP_EVERY == 0:
            now = self._clock()
            self._sessions = {name: each for name, each in self._sessions.items() if each.until > now}


def size_of(fields: dict[str, str]) -> int:
    """Bytes that fields take."""
    return sum(len(name.encode()) + len(text.encode()) for name, text in fields.items())


def session_full() -> InvalidInput:
    """The error for a session that would hold too much."""
    return InvalidInput("This draft is too long to keep. Shorten it.", code="session_full")
