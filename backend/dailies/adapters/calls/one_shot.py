"""Paid calls that answer at once and can't be asked for again: the answer is kept before the money is booked.

Such a vendor gives no id to look a call up by. When the line breaks after the request may have arrived, or the
process dies before the answer is stored, nobody knows whether it was billed: the call is ``unknown``, and is never
sent again by itself.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from dailies.adapters.calls.retry import Backoff, Pace
from dailies.domain.errors import ProviderError
from dailies.domain.registry import Model, Quantities
from dailies.ports import Gate, Journal

Outcome = tuple[bytes, Quantities]
"""What the vendor said, and the quantities it charges for, by unit."""


class Refused(Exception):
    """The vendor certainly did not do it, and charges nothing. ``error``: what people are told; its
    ``retryable`` says whether the same request is sent again. ``retry_after_s``: what the vendor asked for;
    ``down``: whether it counts towards the vendor's breaker."""

    def __init__(self, error: ProviderError, *, retry_after_s: float | None = None, down: bool = False) -> None:
        super().__init__(str(error))
        self.error = error
        self.retry_after_s = retry_after_s
        self.down = down


class Lost(Exception):
    """The line broke, or the answer never came: it is not known whether the vendor did it."""


class Wasted(Exception):
    """The vendor did it and charges for it, and the answer is of no use."""

    def __init__(self, error: ProviderError, charged_for: Quantities) -> None:
        super().__init__(str(error))
        self.error = error
        self.charged_for = charged_for


class Interrupted(Exception):
    """The studio broke the call off, and is charged for what was made until then. ``cause``: what stopped it."""

    def __init__(self, cause: BaseException, charged_for: Quantities) -> None:
        super().__init__(str(cause))
        self.cause = cause
        self.charged_for = charged_for


@dataclass(frozen=True)
class OneShot:
    """Calls of one model for one piece of work."""

    model: Model
    journal: Journal
    gate: Gate
    backoff: Backoff = Backoff(attempts=5)
    pace: Pace = Pace()

    async def call(
        self,
        purpose: str,
        request: object,
        estimate: int,
        send: Callable[[], Awaitable[Outcome]],
        priced_by: Mapping[str, object] | None = None,
    ) -> tuple[bytes, int]:
        """The vendor's answer and what it cost, from the ledger where it was given before.

        ``request``: what is sent, as JSON-able data, for its fingerprint. ``send`` raises Refused, Lost, Wasted
        or Interrupted. ``priced_by``: inputs the price depends on. Raises ProviderError, PaymentRequired.
        """
        known = await self.journal.open(purpose, self.model.id, estimate, fingerprint(request))
        if known.state == "settled" and known.answer is not None:
            return known.answer, known.cost
        if known.state == "settled":
            raise ProviderError(
                f"{self.model.title} was broken off in the middle; what it had made until then was charged.",
                code="interrupted",
                charged=True,
            )
        if known.state != "reserved" or not known.may_send:
            raise await self._unknown(purpose, "The studio stopped before the answer was stored.")
        return await self._send(purpose, send, priced_by or {})

    async def _send(
        self, purpose: str, send: Callable[[], Awaitable[Outcome]], priced_by: Mapping[str, object]
    ) -> tuple[bytes, int]:
        attempt = 0
        while True:
            attempt += 1
            try:
                return await self._turn(purpose, send, priced_by)
            except Refused as refusal:
                await self.journal.refused(purpose, str(refusal))
                if not self._again(refusal, attempt):
                    await self.journal.released(purpose, str(refusal))
                    raise refusal.error from refusal

    async def _turn(
        self, purpose: str, send: Callable[[], Awaitable[Outcome]], priced_by: Mapping[str, object]
    ) -> tuple[bytes, int]:
        """One try, within one turn at the vendor. Raises Refused when nothing was taken."""
        sent = False
        try:
            async with self.gate.enter(self.model.vendor, self.model.id, self.journal.waiting):
                await self.journal.sending(purpose)
                sent = True
                return await self._asked(purpose, send, priced_by)
        except BaseException:
            # What waits for its turn while the studio shuts down keeps its money, and goes on at the next start.
            if not sent and (self.journal.stopping or not isinstance(sys.exception(), asyncio.CancelledError)):
                await asyncio.shield(self.journal.released(purpose, "It was never sent."))
            raise

    async def _asked(
        self, purpose: str, send: Callable[[], Awaitable[Outcome]], priced_by: Mapping[str, object]
    ) -> tuple[bytes, int]:
        try:
            body, charged_for = await send()
        except Wasted as waste:
            cost = self.model.cost(waste.charged_for, priced_by)
            await self.journal.settled(purpose, cost, waste.charged_for)
            raise waste.error from waste
        except Interrupted as interruption:
            cost = self.model.cost(interruption.charged_for, priced_by)
            await asyncio.shield(self.journal.settled(purpose, cost, interruption.charged_for))
            raise interruption.cause from None
        except Lost as loss:
            self.gate.report(self.model.vendor, self.model.id, "down")
            raise await self._unknown(purpose, str(loss)) from loss
        self.gate.report(self.model.vendor, self.model.id, "ok")
        cost = self.model.cost(charged_for, priced_by)
        # Paid for: it is written down even when the work is being stopped just now.
        await asyncio.shield(self.journal.settled(purpose, cost, charged_for, body))
        return body, cost

    def _again(self, refusal: Refused, attempt: int) -> bool:
        """Whether to send it again; the wait before that is at the gate, for all that call the vendor."""
        if refusal.down:
            self.gate.report(self.model.vendor, self.model.id, "down")
        if not refusal.error.retryable:
            return False
        wait = self.backoff.wait(attempt, refusal.retry_after_s, self.pace.chance)
        if wait is None:
            return False
        self.gate.report(self.model.vendor, self.model.id, "busy", wait)
        return True

    async def _unknown(self, purpose: str, reason: str) -> ProviderError:
        await self.journal.unknown(purpose, reason)
        return ProviderError(
            f"It is not known whether {self.model.title} did this, and whether it was charged. "
            "Nothing is sent again by itself: look it up at the vendor, then try again or leave it.",
            code="outcome_unknown",
            charged=None,
        )


def fingerprint(request: object) -> str:
    """sha256 of a request, in hex."""
    return hashlib.sha256(json.dumps(request, sort_keys=True, default=str).encode()).hexdigest()
