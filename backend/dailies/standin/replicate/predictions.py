"""One prediction: what it is, and how it looks on the wire."""

from __future__ import annotations

import asyncio
import base64
import secrets
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

from dailies.standin.replicate.catalog import CatalogModel, Json

Status = Literal["starting", "processing", "succeeded", "failed", "canceled", "aborted"]
Stop = Literal["cancel", "deadline"]
TERMINAL: frozenset[Status] = frozenset({"succeeded", "failed", "canceled", "aborted"})
READS_BEFORE_DONE = 2
"""How many answers show the whole output while the status is still ``processing``, where that fault strikes."""


@dataclass(frozen=True)
class Hook:
    """Where and of what a prediction's webhooks tell."""

    url: str
    events: frozenset[str]


@dataclass(eq=False)
class Prediction:
    """``api``: URL of the interface up to and with /v1. ``given``: the inputs as sent. ``faults``: those that
    strike in its later life. ``reads_left``: answers until a held-back success shows. ``logged``: tenths of the
    work that the logs tell of."""

    id: str
    model: CatalogModel
    given: Json
    api: str
    files: str
    faults: frozenset[str]
    hook: Hook | None = None
    status: Status = "starting"
    created: datetime = field(default_factory=lambda: datetime.now(UTC))
    started: datetime | None = None
    completed: datetime | None = None
    deadline: datetime | None = None
    output: Any = None
    error: str | None = None
    logs: str = ""
    metrics: Json = field(default_factory=dict)
    stop: Stop | None = None
    reads_left: int = 0
    logged: int = 0
    begun: float = field(default_factory=time.monotonic)
    stopped: asyncio.Event = field(default_factory=asyncio.Event)
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    done: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def terminal(self) -> bool:
        """Whether nothing will change any more."""
        return self.status in TERMINAL

    def ask_to_stop(self, why: Stop) -> None:
        """Cancel it, unless it is over or already stopping."""
        if not self.terminal and self.stop is None:
            self.stop = why
            self.stopped.set()

    def removed(self, lifetime_s: float) -> bool:
        """Whether its input, output and logs have been deleted."""
        if not self.terminal or self.completed is None:
            return False
        old = (datetime.now(UTC) - self.completed).total_seconds() > lifetime_s
        return old or "data_removed" in self.faults

    def view(self, lifetime_s: float = 3600.0) -> Json:
        """The prediction object."""
        gone = self.removed(lifetime_s)
        held = self.status == "processing" and self.output is not None
        shown: Json = {
            "id": self.id,
            "model": self.model.name,
            "version": "hidden" if self.model.official else self.model.version,
            "input": {} if gone else self.given,
            "logs": "" if gone else self.logs,
            "output": None if gone else self.output,
            "data_removed": gone,
            "error": self.error,
            "source": "api",
            "status": self.status,
            "created_at": stamp(self.created),
            "started_at": stamp(self.started),
            "completed_at": stamp(self.completed),
            "metrics": {} if held else self.metrics,
            "urls": self._urls(),
        }
        if self.deadline is not None:
            shown["deadline"] = stamp(self.deadline)
        if held:
            del shown["completed_at"], shown["metrics"]
        return shown

    def _urls(self) -> Json:
        get = f"{self.api}/predictions/{self.id}"
        return {
            "get": get,
            "cancel": f"{get}/cancel",
            "web": f"https://replicate.com/p/{self.id}",
            "stream": f"{self.api}/streams/{self.id}",
        }


def new_id() -> str:
    """26 lower-case letters and digits."""
    return base64.b32encode(secrets.token_bytes(17)).decode().lower()[:26]


def stamp(when: datetime | None) -> str | None:
    """The time with microseconds and Z."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ") if when is not None else None
