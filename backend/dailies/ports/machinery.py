"""Files, the live hub and the job queue."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol


class Blobs(Protocol):
    """Content-addressed files; the address is the sha256 of the content, in hex."""

    async def put(self, data: bytes) -> str:
        """Store bytes and return their address. Raises DailiesError ``storage_full``."""
        ...

    async def put_file(self, path: Path) -> str:
        """Store a file's content, taking the file away, and return its address."""
        ...

    def path(self, sha256: str) -> Path:
        """A local file with the content, only to be read; it may be fetched first, so call it in a thread. Raises
        NotFound."""
        ...

    async def read(self, sha256: str) -> bytes:
        """The content. Raises NotFound."""
        ...

    async def thumbnail(self, sha256: str, width: int) -> Path:
        """A smaller picture (of a film: of its first frame), about ``width`` pixels wide."""
        ...

    async def addresses(self) -> dict[str, float]:
        """Every address there is, with the moment it was stored (seconds since 1970)."""
        ...

    async def delete(self, sha256: str) -> None:
        """Take the content away, if it is there."""
        ...

    async def ping(self) -> None:
        """See whether files can be stored. Raises DailiesError ``storage_full`` or ``storage_away``."""
        ...


STUDIO_TOPIC = "studio"
"""Topic on which the processes of a studio tell each other what to stop or to look at."""


class LiveHub(Protocol):
    """Fan-out of messages to whoever is looking now. It stores nothing."""

    def publish(self, topic: str, message: dict[str, object]) -> None:
        """Hand a message to all subscribers of the topic."""
        ...

    def publish_soon(self, topic: str, key: str, message: dict[str, object]) -> None:
        """Hand over the last message of each key, at most a few times a second."""
        ...


@dataclass(frozen=True)
class Job:
    """One bounded piece of durable work. ``priority``: lower runs first, from 1."""

    id: str
    kind: str
    args: dict[str, str]
    queue: Literal["work", "talk"]
    priority: int


class Jobs(Protocol):
    """The durable engine, as the services see it; jobs are queued by the project store, in the same
    transaction as the state."""

    async def cancel(self, job_id: str) -> None:
        """Stop a queued or running job."""
        ...

    async def status(self, job_id: str) -> str | None:
        """``queued``, ``running``, ``succeeded``, ``failed``, ``cancelled``, or None when unknown."""
        ...
