"""The one way a paid job goes whose vendor gives it an id: written down before, between and after the bytes.

reserved -> (turn at the vendor) -> sending -> accepted, with the vendor's id, before the first poll -> settled.
After a crash it goes on from wherever it was. A request of which it isn't known whether it arrived is looked up
among the vendor's recent jobs; where it is not found there, it is never sent again by itself.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Coroutine, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

from dailies.adapters.calls.one_shot import Lost, Refused
from dailies.adapters.calls.retry import Backoff, Pace
from dailies.domain.errors import ProviderError
from dailies.domain.registry import Model, Quantities
from dailies.ports import Gate, Journal

T = TypeVar("T")

LOOKS_S = (0.0, 1.5, 4.0)
"""Waits before each look for a request that was lost: a vendor may list a job a moment after it took it."""

LONG_AGO = timedelta(hours=1)
"""How far back is looked where it isn't known when the request was sent; vendors forget inputs after an hour."""

TICK_S = 0.25
"""How often a wish to stop is listened for."""

RUNS = 2
"""How often a job is begun whose run failed free of charge and is worth another."""


class Unsure(Exception):
    """The vendor answered with an error of its own. Where its jobs don't show the request, it was not taken, and
    ``refusal`` holds."""

    def __init__(self, refusal: Refused) -> None:
        super().__init__(str(refusal))
        self.refusal = refusal


@dataclass(frozen=True)
class Ended:
    """How a vendor's job ended. ``charged_for``: what the vendor bills, empty where it is free; ``failure``: None
    where it succeeded; ``again``: the same request may well succeed at once."""

    charged_for: Quantities
    failure: ProviderError | None = None
    again: bool = False


@dataclass(frozen=True)
class Paid:
    """A job that succeeded. ``cost``: millionths of a US dollar."""

    vendor_job: str
    cost: int


class VendorWork(Protocol):
    """One request of a vendor that gives its jobs ids."""

    def alive(self) -> None:
        """Called several times a second while nothing else is; raises when the work is to stop."""
        ...

    async def prepare(self) -> None:
        """Everything free that must be there before it is sent. Raises Refused, ProviderError."""
        ...

    async def send(self) -> str:
        """Send it once; the vendor's id. Raises Refused, Unsure, Lost."""
        ...

    async def look_up(self, since: datetime) -> str | None:
        """The id of a job begun at about that time or later with exactly this request, which belongs to no other
        call; None where there is none. Raises ProviderError where it can't be known."""
        ...

    async def follow(self, vendor_job: str) -> Ended:
        """Wait for the end. Raises ProviderError where the job can't be asked for, and what progress raises."""
        ...

    async def cancel(self, vendor_job: str) -> Ended:
        """Stop it and wait for the end. Raises ProviderError."""
        ...


async def paid(
    journal: Journal,
    gate: Gate,
    purpose: str,
    model: Model,
    estimate: int,
    fingerprint: str,
    work: VendorWork,
    priced_by: Mapping[str, object] | None = None,
    *,
    backoff: Backoff | None = None,
    pace: Pace | None = None,
) -> Paid:
    """Do it, or go on with it; the job has succeeded and its money is booked when this returns.

    ``fingerprint``: sha256 of what is sent; ``priced_by``: terms the price depends on. Raises PaymentRequired,
    ProviderError (``charged`` says truly whether money has gone) and what progress raises.
    """
    terms, tries, time = priced_by or {}, backoff or Backoff(), pace or Pace()
    return await _Flow(journal, gate, purpose, model, estimate, fingerprint, work, terms, tries, time).run()


async def unbroken(doing: Coroutine[Any, Any, T]) -> T:
    """The result of work that goes on to its end even when the caller is cancelled meanwhile; the cancellation
    is raised after it."""
    task = asyncio.ensure_future(doing)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        if not task.done():
            await asyncio.wait([task])
        if not task.cancelled():
            # Looked at, so that the loop does not report it as never retrieved.
            task.exception()
        raise


@dataclass
class _Flow:
    journal: Journal
    gate: Gate
    purpose: str
    model: Model
    estimate: int
    fingerprint: str
    work: VendorWork
    priced_by: Mapping[str, object]
    backoff: Backoff
    pace: Pace
    runs: int = 0
    job: str = ""
    turned_away: bool = False

    async def run(self) -> Paid:
        known = await self.journal.open(self.purpose, self.model.id, self.estimate, self.fingerprint)
        if known.state == "settled":
            return Paid(known.vendor_job, known.cost)
        if known.state == "accepted":
            return await self._to_the_end(known.vendor_job)
        if known.state == "sent":
            found = await self._looked_up(known.sent_at or self.pace.now() - LONG_AGO)
            if found is None:
                raise await self._unknown("The studio stopped before the vendor's id was stored.")
            await self.journal.accepted(self.purpose, found)
            return await self._to_the_end(found)
        if not known.may_send:
            await self.journal.released(self.purpose, "It was never sent.")
            raise ProviderError("This was never sent, and nothing was charged.", code="never_sent")
        return await self._send_until_taken()

    async def _send_until_taken(self) -> Paid:
        attempt = 0
        while True:
            attempt += 1
            try:
                return await self._turn()
            except Refused as refusal:
                wait = self._wait(refusal, attempt)
                if wait is None:
                    await self.journal.released(self.purpose, str(refusal))
                    raise refusal.error from refusal
            async with self._nothing_sent():
                await self._rest(wait)

    async def _rest(self, seconds: float) -> None:
        until = self.pace.clock() + seconds
        while (left := until - self.pace.clock()) > 0:
            self.work.alive()
            await self.pace.sleep(min(left, TICK_S))

    async def _turn(self) -> Paid:
        """One try, within one turn at the vendor. Raises Refused when nothing was taken."""
        self.job, self.turned_away = "", False
        async with contextlib.AsyncExitStack() as turn:
            async with self._nothing_sent():
                await turn.enter_async_context(self.gate.enter(self.model.vendor, self.model.id, self.journal.waiting))
                await self.work.prepare()
            return await self._to_the_end(await self._sent())

    @contextlib.asynccontextmanager
    async def _nothing_sent(self) -> AsyncIterator[None]:
        """What fails or is cancelled in here has cost nothing; a shutdown leaves the call to be taken up again."""
        try:
            yield
        except Refused:
            raise
        except Exception as error:
            await self.journal.released(self.purpose, str(error))
            raise
        except asyncio.CancelledError:
            if self.journal.stopping:
                await unbroken(self.journal.released(self.purpose, "Cancelled before it was sent."))
            raise

    async def _sent(self) -> str:
        try:
            return await unbroken(self._send_once())
        except asyncio.CancelledError:
            if self.journal.stopping and self.job:
                await unbroken(self._stop(self.job))
            elif self.journal.stopping and self.turned_away:
                await unbroken(self.journal.released(self.purpose, "Cancelled, and not taken by the vendor."))
            raise

    async def _send_once(self) -> str:
        since = self.pace.now()
        await self.journal.sending(self.purpose)
        try:
            job = await self.work.send()
        except Refused as refusal:
            await self._turn_away(refusal)
            raise
        except Unsure as unsure:
            try:
                found = await self._look_up(since)
            except ProviderError as error:
                raise await self._unknown(str(unsure)) from error
            if found is None:
                await self._turn_away(unsure.refusal)
                raise unsure.refusal from unsure
            job = found
        except Lost as loss:
            self.gate.report(self.model.vendor, self.model.id, "down")
            found = await self._looked_up(since)
            if found is None:
                raise await self._unknown(str(loss)) from loss
            job = found
        else:
            self.gate.report(self.model.vendor, self.model.id, "ok")
        self.job = job
        await self.journal.accepted(self.purpose, job)
        return job

    async def _turn_away(self, refusal: Refused) -> None:
        await self.journal.refused(self.purpose, str(refusal))
        self.turned_away = True

    async def _to_the_end(self, job: str) -> Paid:
        try:
            ended = await self.work.follow(job)
        except BaseException:
            if self.journal.stopping:
                await unbroken(self._stop(job))
            raise
        self.runs += 1
        return await unbroken(self._closed(job, ended))

    async def _closed(self, job: str, ended: Ended) -> Paid:
        cost = self.model.cost(ended.charged_for, self.priced_by)
        if ended.failure is None:
            await self.journal.settled(self.purpose, cost, ended.charged_for)
            return Paid(job, cost)
        if cost == 0 and ended.again and self.runs < RUNS and not self.journal.stopping:
            await self.journal.refused(self.purpose, str(ended.failure))
            raise Refused(ended.failure)
        await self._booked(ended, cost)
        raise ended.failure

    async def _booked(self, ended: Ended, cost: int) -> None:
        """Write down what an end that brought nothing cost."""
        if ended.failure is not None:
            ended.failure.charged = cost > 0
        if cost or ended.failure is None:
            await self.journal.settled(self.purpose, cost, ended.charged_for)
        else:
            await self.journal.released(self.purpose, str(ended.failure))

    async def _stop(self, job: str) -> None:
        try:
            ended = await self.work.cancel(job)
        except ProviderError:
            # It stays accepted, and its money held, until somebody can ask the vendor.
            return
        await self._booked(ended, self.model.cost(ended.charged_for, self.priced_by))

    async def _looked_up(self, since: datetime) -> str | None:
        """The job that was begun then, or None where it isn't known of one."""
        try:
            return await self._look_up(since)
        except ProviderError:
            return None

    async def _look_up(self, since: datetime) -> str | None:
        """The job that was begun then, or None where there is none. Raises ProviderError where the vendor could
        not be asked in the end."""
        failure: ProviderError | None = None
        for wait in LOOKS_S:
            if wait:
                await self.pace.sleep(wait)
            try:
                found, failure = await self.work.look_up(since), None
            except ProviderError as error:
                failure = error
                continue
            if found is not None:
                return found
        if failure is not None:
            raise failure
        return None

    def _wait(self, refusal: Refused, attempt: int) -> float | None:
        """Seconds until the next try, told to the gate as well; None to give up."""
        if refusal.down:
            self.gate.report(self.model.vendor, self.model.id, "down")
        if not refusal.error.retryable or self.journal.stopping:
            return None
        wait = self.backoff.wait(attempt, refusal.retry_after_s, self.pace.chance)
        if refusal.error.code == "vendor_busy":
            self.gate.report(self.model.vendor, self.model.id, "busy", refusal.retry_after_s or wait)
        return wait

    async def _unknown(self, reason: str) -> ProviderError:
        await self.journal.unknown(self.purpose, reason)
        return ProviderError(
            f"It is not known whether {self.model.title} took this, and whether it was charged. "
            "Nothing is sent again by itself: look it up at the vendor, then try again or leave it.",
            code="outcome_unknown",
            charged=None,
        )
