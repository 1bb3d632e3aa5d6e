"""A ledger of one piece of work in memory, which says out of what order it is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from dailies.adapters.gate.in_process import InProcessGate
from dailies.domain.errors import PaymentRequired
from dailies.domain.registry import Model, Registry, Vendor
from dailies.ports import KnownCall

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@dataclass
class MemoryJournal:
    """``calls``: what is known by purpose; ``told``: every change of state, in order; ``budget``: millionths of
    a US dollar left, or None."""

    calls: dict[str, KnownCall] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    told: list[tuple[str, str]] = field(default_factory=list)
    costs: dict[str, int] = field(default_factory=dict)
    charged: dict[str, Mapping[str, float]] = field(default_factory=dict)
    stopping: bool = False
    budget: int | None = None
    places: list[int] = field(default_factory=list)

    async def open(self, purpose: str, model: str, estimate: int, fingerprint: str) -> KnownCall:
        """What is known; a new call holds its estimate."""
        if purpose not in self.calls:
            if self.budget is not None and estimate > self.budget:
                raise PaymentRequired("Too dear.", code="budget_exceeded")
            self.calls[purpose] = KnownCall("reserved", fingerprint=fingerprint)
            self._tell(purpose, "reserved")
        return self.calls[purpose]

    async def sending(self, purpose: str) -> None:
        """Bytes are about to leave."""
        assert self.states[purpose] == "reserved", "sent twice"
        self.calls[purpose] = replace(self.calls[purpose], state="sent", sent_at=NOW)
        self._tell(purpose, "sent")

    async def refused(self, purpose: str, reason: str) -> None:
        """The vendor did not take it."""
        assert self.states[purpose] == "sent"
        self.calls[purpose] = replace(self.calls[purpose], state="reserved")
        self._tell(purpose, "reserved")

    async def accepted(self, purpose: str, vendor_job: str) -> None:
        """The vendor gave it an id."""
        assert self.states[purpose] == "sent"
        self.calls[purpose] = replace(self.calls[purpose], state="accepted", vendor_job=vendor_job)
        self._tell(purpose, "accepted")

    async def settled(
        self, purpose: str, cost: int, charged_for: Mapping[str, float], answer: bytes | None = None
    ) -> None:
        """What it cost."""
        assert self.states[purpose] != "settled", "settled twice"
        self.calls[purpose] = replace(self.calls[purpose], state="settled", cost=cost, answer=answer)
        self.costs[purpose], self.charged[purpose] = cost, charged_for
        self._tell(purpose, "settled")

    async def released(self, purpose: str, reason: str) -> None:
        """It cost nothing."""
        self._tell(purpose, "released")

    async def unknown(self, purpose: str, reason: str) -> None:
        """Nobody knows."""
        self.calls[purpose] = replace(self.calls[purpose], state="sent")
        self._tell(purpose, "unknown")

    def waiting(self, place: int, seconds: float) -> None:
        """It waits for its turn."""
        self.places.append(place)

    @property
    def spent(self) -> int:
        """Millionths of a US dollar settled."""
        return sum(self.costs.values())

    def _tell(self, purpose: str, state: str) -> None:
        self.states[purpose] = state
        self.told.append((purpose, state))


def gate_for(vendor: Vendor, *models: Model) -> InProcessGate:
    """A gate whose waits pass at once."""
    now = [0.0]

    async def sleep(seconds: float) -> None:
        now[0] += seconds

    return InProcessGate(Registry({vendor.id: vendor}, {model.id: model for model in models}), lambda: now[0], sleep)
