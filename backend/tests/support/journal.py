"""A ledger of one piece of work in memory, kept by the ledger's own rules, and a gate whose waits pass at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from dailies.adapters.gate.in_process import InProcessGate
from dailies.domain.errors import PaymentRequired
from dailies.domain.ledger import Call, accepted, refused, released, sending, settled, unknown
from dailies.domain.registry import Model, Quantities, Registry, Vendor
from dailies.ports import KnownCall

MADE = datetime(2026, 11, 23, tzinfo=UTC)

CLAIMED: set[str] = set()
"""Ids of all vendors' jobs that stand in any ledger of these tests."""


class Killed(BaseException):
    """The process died here."""


@dataclass
class MemoryJournal:
    """A ledger of one piece of work. ``kill_at``: dies before ("<sending") or after (">sending") a step; ``budget``:
    millionths of a US dollar left, or None; ``log``: every step; ``told``: every new state, by purpose."""

    calls: dict[str, Call] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    answers: dict[str, bytes] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)
    stopping: bool = False
    may_send: bool = True
    kill_at: str = ""
    budget: int | None = None

    def again(self) -> MemoryJournal:
        """The same ledger, after the process was started anew."""
        return MemoryJournal(self.calls, answers=self.answers)

    @property
    def call(self) -> Call:
        """The only call."""
        (call,) = self.calls.values()
        return call

    @property
    def states(self) -> dict[str, str]:
        """The state of each call, by purpose."""
        return {purpose: call.state for purpose, call in self.calls.items()}

    @property
    def costs(self) -> dict[str, int]:
        """What each settled call cost, by purpose."""
        return {purpose: call.cost for purpose, call in self.calls.items() if call.state == "settled"}

    @property
    def charged(self) -> dict[str, Mapping[str, float]]:
        """What each call was charged for, by purpose."""
        return {purpose: call.charged_for for purpose, call in self.calls.items()}

    @property
    def cost(self) -> int:
        """What all calls cost."""
        return sum(call.cost for call in self.calls.values())

    async def open(self, purpose: str, model: str, estimate: int, fingerprint: str) -> KnownCall:
        """What is known; a new call holds its estimate."""
        call = self.calls.get(purpose)
        if call is None:
            if self.budget is not None and estimate > self.budget:
                raise PaymentRequired("Too dear.", code="budget_exceeded")
            job = ("o", "p", "video", "i", "w")
            call = Call(purpose, *job, purpose, "vendor", model, estimate, MADE, fingerprint=fingerprint)  # type: ignore[arg-type]
            self.told.append((purpose, call.state))
        if call.state == "released":
            call = replace(call, state="reserved", closed_at=None)
        self.calls[purpose] = call
        known = call.state if call.state in ("reserved", "accepted", "settled") else "sent"
        answer = self.answers.get(purpose)
        return KnownCall(known, call.vendor_job, call.sent_at, call.fingerprint, answer, call.cost, self.may_send)

    async def sending(self, purpose: str) -> None:
        """Bytes are about to leave."""
        assert self.calls[purpose].state == "reserved", "sent twice"
        self._step("sending", purpose, lambda call: sending(call, datetime.now(UTC)))

    async def refused(self, purpose: str, reason: str) -> None:
        """The vendor did not take it."""
        self._step("refused", purpose, lambda call: refused(call, reason))

    async def accepted(self, purpose: str, vendor_job: str) -> None:
        """The vendor gave it an id."""

        def booked(call: Call) -> Call:
            CLAIMED.add(vendor_job)
            return accepted(call, vendor_job)

        self._step("accepted", purpose, booked)

    async def settled(self, purpose: str, cost: int, charged_for: Quantities, answer: bytes | None = None) -> None:
        """What it cost."""
        assert self.calls[purpose].state != "settled", "settled twice"
        if answer is not None:
            self.answers[purpose] = answer
        units = {str(unit): amount for unit, amount in charged_for.items()}
        self._step("settled", purpose, lambda call: settled(call, cost, units, "", MADE))

    async def released(self, purpose: str, reason: str) -> None:
        """It cost nothing."""
        self._step("released", purpose, lambda call: released(call, reason, MADE))

    async def unknown(self, purpose: str, reason: str) -> None:
        """Nobody knows."""
        self._step("unknown", purpose, lambda call: unknown(call, reason))

    def waiting(self, place: int, seconds: float) -> None:
        """It waits for its turn."""
        self.places.append(place)

    def _step(self, name: str, purpose: str, change: Callable[[Call], Call]) -> None:
        if self.kill_at == f"<{name}":
            raise Killed(name)
        self.log.append(name)
        self.calls[purpose] = change(self.calls[purpose])
        self.told.append((purpose, self.calls[purpose].state))
        if self.kill_at == f">{name}":
            raise Killed(name)


def gate_for(vendor: Vendor, *models: Model) -> InProcessGate:
    """A gate whose waits pass at once."""
    now = [0.0]

    async def sleep(seconds: float) -> None:
        now[0] += seconds

    return InProcessGate(Registry({vendor.id: vendor}, {model.id: model for model in models}), lambda: now[0], sleep)
