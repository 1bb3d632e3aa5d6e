"""One paid prediction from its request to its files."""

from __future__ import annotations

import asyncio
import math
import tempfile
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from dailies.adapters.calls.paid import TICK_S, Ended, Paid, paid, unbroken
from dailies.adapters.providers.replicate.client import ReplicateClient
from dailies.adapters.providers.replicate.download import DownloadFailed
from dailies.adapters.providers.replicate.files import Fields, fingerprint, same_input, sendable
from dailies.adapters.providers.replicate.prediction import Prediction
from dailies.adapters.providers.replicate.problems import bad_answer, ended, refuses_data_uris, too_slow
from dailies.adapters.providers.replicate.webhooks import either
from dailies.domain.errors import ProviderError
from dailies.domain.registry import Model, Quantities
from dailies.ports import Gate, Journal, Progress

T = TypeVar("T")

FIRST_POLL_S, LONGEST_POLL_S, POLL_GROWTH = 0.5, 5.0, 1.5
LEAST_DEADLINE_S, MOST_DEADLINE_S, TYPICAL_TIMES = 300, 1800, 10
GRACE_S = 60.0
"""How long after its deadline a prediction may go on until it is stopped from here."""

DOWNLOADS = 4
FETCHING = 0.9
"""The share done when the vendor has made it and its files are fetched."""

PASSING = ("vendor_busy", "vendor_down", "vendor_answer_bad")
"""Errors of a poll that the next poll may not meet."""


class Unreadable(Exception):
    """A file came whole and is not what it should be. The message goes on after the model's title."""


@dataclass
class Rising:
    """Progress that never falls, told by several that do not know of one another."""

    progress: Progress
    told: float = 0.0

    def __call__(self, share: float) -> None:
        """Tell the most that was told so far."""
        self.told = max(self.told, share)
        self.progress(self.told)


async def heard(doing: Coroutine[Any, Any, T], alive: Callable[[], None]) -> T:
    """The result of what may take a while; ``alive`` is called meanwhile, and what it raises stops the doing."""
    task = asyncio.ensure_future(doing)
    try:
        while not (await asyncio.wait([task], timeout=TICK_S))[0]:
            alive()
        return task.result()
    finally:
        if not task.done():
            task.cancel()
            await asyncio.wait([task])


@dataclass
class PredictionWork:
    """What the paid flow asks of the vendor. ``expected``: quantities of the request; ``progress``: told 0 to
    0.9 while the vendor works."""

    client: ReplicateClient
    model: Model
    fields: Fields
    expected: Quantities
    progress: Progress
    _inputs: dict[str, object] = field(default_factory=dict)
    _version: str = ""

    def __post_init__(self) -> None:
        self.progress = Rising(self.progress)

    def alive(self) -> None:
        """Tell the progress so far again; raises what it raises."""
        self.progress(0.0)

    @property
    def fingerprint(self) -> str:
        """sha256 of the request."""
        return fingerprint(self.model, self.fields)

    @property
    def deadline_s(self) -> int:
        """Seconds after which the vendor is to give up."""
        return math.ceil(min(MOST_DEADLINE_S, max(LEAST_DEADLINE_S, TYPICAL_TIMES * self.model.typical_s)))

    async def prepare(self) -> None:
        """Upload files and find the version."""
        self.alive()
        self._version = await heard(self.client.version_of(self.model), self.alive)
        self._inputs = await heard(sendable(self.client, self.model, self.fields), self.alive)

    async def send(self) -> str:
        """Begin it; the prediction's id."""
        async with self.client.turn(self.fingerprint):
            return (await self.client.create(self.model, self._version, self._inputs, self.deadline_s)).id

    async def look_up(self, since: datetime) -> str | None:
        """The oldest prediction that this request began and no other call has."""
        async with self.client.turn(self.fingerprint):
            version = await self.client.version_of(self.model)
            matches = []
            async for each in self.client.recent():
                if each.created_at < self.client.vendor_time(since):
                    break
                if self._is_of_model(each, version) and await same_input(self.client, self.fields, each.input):
                    matches.append(each)
            # A run that failed free of charge may have been begun again with the same request.
            for each in sorted(matches, key=lambda match: (match.status in ("failed", "aborted"), match.created_at)):
                if await self.client.claim(each.id):
                    return each.id
        return None

    async def follow(self, vendor_job: str) -> Ended:
        """Poll until it has ended; a webhook brings the next poll forward."""
        begun, wait = self.client.pace.clock(), FIRST_POLL_S
        with self.client.arrivals.listening(vendor_job) as news:
            while True:
                late = self.client.pace.clock() - begun > self.deadline_s + GRACE_S
                prediction = await heard(self._look(vendor_job, late), self.alive)
                if prediction is not None and prediction.ended:
                    return self._ended(prediction)
                if late:
                    return await self._too_late(vendor_job)
                until = self.client.pace.clock() + wait
                while (left := until - self.client.pace.clock()) > 0:
                    self.progress(self._share(self.client.pace.clock() - begun))
                    if await either(news, min(left, TICK_S), self.client.pace.sleep):
                        break
                wait = min(LONGEST_POLL_S, wait * POLL_GROWTH)

    async def cancel(self, vendor_job: str) -> Ended:
        """Stop it."""
        return self._ended(await self.client.cancel(vendor_job, self.model))

    async def _look(self, vendor_job: str, late: bool) -> Prediction | None:
        """The prediction, or None where the vendor does not answer just now."""
        try:
            return await self.client.get(vendor_job, self.model, patient=False)
        except ProviderError as error:
            passing = error.code in PASSING and error.retryable
            if late or not passing:
                raise
            return None

    async def _too_late(self, vendor_job: str) -> Ended:
        stopped = await self.cancel(vendor_job)
        if stopped.failure is None:
            return stopped
        return Ended(stopped.charged_for, too_slow(self.client.speaker(self.model), started=bool(stopped.charged_for)))

    def _ended(self, prediction: Prediction) -> Ended:
        if prediction.status == "failed" and refuses_data_uris(prediction.error):
            self.client.remember_uploads(self.model.id)
        return ended(self.client.speaker(self.model), prediction, self.expected)

    def _is_of_model(self, prediction: Prediction, version: str) -> bool:
        same_version = not version or prediction.version in (version, "hidden")
        return prediction.model == self.model.name and same_version

    def _share(self, seconds: float) -> float:
        """Grows with the model's typical time, ever slower, never to the end."""
        return FETCHING * (1 - math.exp(-1.5 * seconds / max(0.1, self.model.typical_s)))


@dataclass(frozen=True)
class Hired:
    """A model, hired for one piece of work whose ledger is kept."""

    model: Model
    client: ReplicateClient
    journal: Journal
    gate: Gate

    async def run(self, purpose: str, terms: Mapping[str, object], expected: Quantities, progress: Progress) -> Paid:
        """Run one paid prediction to its success. ``terms``: in the studio's words, files as InputFile;
        ``expected``: quantities for the estimate. Raises InvalidInput before anything is sent, PaymentRequired,
        ProviderError."""
        fields = self.model.checked(terms)
        work = PredictionWork(self.client, self.model, fields, expected, progress)
        return await paid(
            self.journal,
            self.gate,
            purpose,
            self.model,
            self.model.cost(expected, terms),
            work.fingerprint,
            work,
            terms,
            backoff=self.client.backoff,
            pace=self.client.pace,
        )

    async def fetch(
        self,
        done: Paid,
        pick: Callable[[object], Sequence[str]],
        read: Callable[[Sequence[Path]], T],
        most_bytes: int,
        progress: Progress,
    ) -> T:
        """Files of a prediction that was paid for, read. ``pick``: the addresses wanted of its output; ``read``
        raises Unreadable for files that are no good, and runs in a thread.

        A download that failed is tried again with addresses asked for anew. Raises ProviderError.
        """
        why = ""
        for attempt in range(1, DOWNLOADS + 1):
            prediction = await self._succeeded(done)
            addresses = pick(prediction.output)
            if not addresses:
                raise self._bad("sent fewer files than were asked for", done)
            try:
                return await heard(self._read(addresses, read, most_bytes), lambda: progress(FETCHING))
            except DownloadFailed as error:
                why = f"made a file that could not be fetched: {error}"
            except Unreadable as error:
                why = str(error)
            if attempt < DOWNLOADS:
                await self.client.pace.sleep(self.client.backoff.wait(attempt, None, self.client.pace.chance) or 0.0)
        raise self._bad(why, done)

    async def _succeeded(self, done: Paid) -> Prediction:
        if not done.vendor_job:
            raise self._bad("was paid for, and the vendor's id is not known", done)
        try:
            prediction = await self.client.get(done.vendor_job, self.model)
        except ProviderError as error:
            error.charged = done.cost > 0
            raise
        outcome = ended(self.client.speaker(self.model), prediction, {})
        if outcome.failure is not None:
            outcome.failure.charged = done.cost > 0
            raise outcome.failure
        if prediction.data_removed:
            raise self._bad("was done, and its vendor has deleted the result", done)
        return prediction

    async def _read(self, addresses: Sequence[str], read: Callable[[Sequence[Path]], T], most_bytes: int) -> T:
        with tempfile.TemporaryDirectory(prefix="dailies-") as folder:
            paths = [Path(folder) / f"{number}-{_name(url)}" for number, url in enumerate(addresses)]
            for url, path in zip(addresses, paths, strict=True):
                await self.client.download(url, path, most_bytes)
            # The folder goes only when the thread has let go of its files.
            return await unbroken(asyncio.to_thread(read, paths))

    def _bad(self, what: str, done: Paid) -> ProviderError:
        return bad_answer(self.model, what, charged=done.cost > 0)


def _name(url: str) -> str:
    """The end of an address's path, safe as a file's name."""
    last = url.partition("?")[0].rstrip("/").rpartition("/")[2]
    return "".join(sign for sign in last if sign.isalnum() or sign in "._-")[-60:] or "file"
