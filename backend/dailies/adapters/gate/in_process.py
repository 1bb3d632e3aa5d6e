"""The gate of one process: turns, rates, slow-downs and breakers, in memory."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Literal, Protocol

from dailies.adapters.meters import VENDOR_CALLS
from dailies.domain.errors import ProviderError
from dailies.domain.registry import Registry
from dailies.ports import Gate

Outcome = Literal["ok", "busy", "down"]

MINUTE_S = 60.0
FAILURES_TO_OPEN = 5
"""Calls in a row that met a vendor that is down, until no more are sent for a while."""

COOL_OFF_S = 30.0
"""How long a breaker stays open at first; each further opening doubles it."""

LONGEST_COOL_OFF_S = 600.0
LOOK_AGAIN_S = 0.25
FIRST_GUESS_S = 10.0
"""How long a vendor's call takes, until some have shown it."""

MEMORY = 0.7
"""Share of the usual length of a call that each new one leaves of what was known."""


@dataclass(frozen=True)
class VendorState:
    """How a vendor is doing. ``minute``: calls begun in the last minute; ``slow_s``, ``down_s``: seconds until
    it is called again, 0 when it may be called now."""

    vendor: str
    running: int
    waiting: int
    minute: int
    slow_s: float
    down_s: float


class SharedGate(Gate, Protocol):
    """A gate that can be looked at."""

    async def state(self, vendor: str) -> VendorState:
        """How a vendor is doing now."""
        ...


@dataclass
class _Line:
    """One vendor's line."""

    running: int = 0
    waiting: list[object] = field(default_factory=list)
    begun: deque[float] = field(default_factory=deque)
    slow_until: float = 0.0
    down_until: float = 0.0
    failures: int = 0
    openings: int = 0
    usual_s: float = FIRST_GUESS_S


class InProcessGate:
    """Turns for the vendors of a registry. ``clock``: monotonic seconds; ``sleep``: given so that tests need
    not wait."""

    def __init__(
        self,
        registry: Registry,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """All vendors start closed, idle and well."""
        self._registry = registry
        self._clock = clock
        self._sleep = sleep
        self._lines: dict[str, _Line] = {}

    @asynccontextmanager
    async def enter(self, vendor: str, model: str, waiting: Callable[[int, float], None]) -> AsyncIterator[None]:
        """Wait for a turn and hold it. ``waiting`` is told the place in line (from 1) and the seconds left.

        Raises ProviderError ``vendor_down`` while the breaker is open.
        """
        line = self._lines.setdefault(vendor, _Line())
        ticket = object()
        line.waiting.append(ticket)
        try:
            while True:
                self._refuse_if_down(vendor, line)
                place = line.waiting.index(ticket) + 1
                wait = self._wait(vendor, line, place)
                if wait <= 0:
                    break
                waiting(place, wait)
                await self._sleep(min(wait, LOOK_AGAIN_S))
            line.begun.append(self._clock())
            line.running += 1
        finally:
            line.waiting.remove(ticket)
        began = self._clock()
        try:
            yield
        finally:
            line.running -= 1
            line.usual_s = MEMORY * line.usual_s + (1 - MEMORY) * (self._clock() - began)

    def report(self, vendor: str, model: str, outcome: Outcome, retry_after_s: float | None = None) -> None:
        """What a call met: ``busy`` slows the vendor down, ``down`` counts towards its breaker, ``ok`` closes it."""
        VENDOR_CALLS.labels(vendor, outcome).inc()
        line = self._lines.setdefault(vendor, _Line())
        if outcome == "ok":
            line.failures = line.openings = 0
            line.down_until = 0.0
        elif outcome == "busy":
            line.slow_until = max(line.slow_until, self._clock() + (retry_after_s or 1.0))
        else:
            line.failures += 1
            if line.failures >= FAILURES_TO_OPEN:
                cool_off = min(LONGEST_COOL_OFF_S, COOL_OFF_S * 2**line.openings)
                line.down_until = self._clock() + max(cool_off, retry_after_s or 0.0)
                line.openings += 1
                # One call is let through after the cool-off; if it fails too, the breaker opens again at once.
                line.failures = FAILURES_TO_OPEN - 1

    async def state(self, vendor: str) -> VendorState:
        """How a vendor is doing now."""
        line = self._lines.get(vendor, _Line())
        now = self._clock()
        return VendorState(
            vendor,
            line.running,
            len(line.waiting),
            self._in_last_minute(line),
            max(0.0, line.slow_until - now),
            max(0.0, line.down_until - now),
        )

    def _refuse_if_down(self, vendor: str, line: _Line) -> None:
        left = line.down_until - self._clock()
        if left > 0:
            raise vendor_down(self._registry.vendor(vendor).title, left)

    def _wait(self, vendor: str, line: _Line, place: int) -> float:
        """Seconds until the place in line may go; 0 for now."""
        limits = self._registry.vendor(vendor)
        now = self._clock()
        if now < line.slow_until:
            return line.slow_until - now
        if line.running + place > limits.concurrency:
            before = line.running + place - limits.concurrency
            return max(LOOK_AGAIN_S, line.usual_s * before / limits.concurrency)
        if self._in_last_minute(line) + place > limits.per_minute:
            return max(LOOK_AGAIN_S, line.begun[0] + MINUTE_S - now)
        return 0.0

    def _in_last_minute(self, line: _Line) -> int:
        now = self._clock()
        while line.begun and line.begun[0] <= now - MINUTE_S:
            line.begun.popleft()
        return len(line.begun)


def vendor_down(title: str, left_s: float) -> ProviderError:
    """The error for a vendor that is not called for now. ``left_s``: seconds until it is again."""
    return ProviderError(
        f"{title} does not answer. It is tried again in {round(left_s)} s. Nothing was sent.", code="vendor_down"
    )
