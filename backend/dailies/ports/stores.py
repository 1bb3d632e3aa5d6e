"""What is kept: projects with their events, the gallery, the ledger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from dailies.domain.brief import Brief
from dailies.domain.gallery import Card
from dailies.domain.insights.facts import ProjectFacts
from dailies.domain.insights.summary import Payment
from dailies.domain.ledger import Call, Limits
from dailies.domain.project import Change, Event, Project
from dailies.ports.machinery import Job


@dataclass(frozen=True)
class NumberedEvent:
    """An event with its place in the project's log, from 1 without gaps."""

    seq: int
    event: Event


@dataclass(frozen=True)
class Listing:
    """A page of the gallery. ``status``: all, needs_you, making or done; ``sort``: updated, created or
    title; ``cursor``: from the page before, or ""."""

    owner: str
    query: str = ""
    status: str = "all"
    sort: str = "updated"
    cursor: str = ""
    limit: int = 40


@dataclass(frozen=True)
class GalleryEntry:
    """A project's row in the gallery."""

    id: str
    title: str
    brief: Brief
    card: Card
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True)
class GalleryPage:
    """``counts``: projects by filter. ``cursor``: of the next page, or ""."""

    entries: tuple[GalleryEntry, ...]
    counts: dict[str, int]
    cursor: str


@dataclass(frozen=True)
class LedgerQuery:
    """Which of an owner's paid calls; "" and None are any. ``until`` is exclusive."""

    owner: str
    project: str = ""
    vendor: str = ""
    model: str = ""
    stage: str = ""
    state: str = ""
    since: datetime | None = None
    until: datetime | None = None
    cursor: str = ""
    limit: int = 100


@dataclass(frozen=True)
class LedgerPage:
    """``cursor``: of the next page, or ""."""

    calls: tuple[Call, ...]
    cursor: str


@dataclass(frozen=True)
class SpendLine:
    """Sums of calls. Money in millionths of a US dollar."""

    stage: str
    item: str
    model: str
    calls: int
    cost: int
    held: int


@dataclass(frozen=True)
class VendorUse:
    """A vendor's calls in a time. ``used``: settled and held, in millionths of a US dollar; ``failed``: calls
    that came to nothing, or of which nothing is known."""

    vendor: str
    calls: int
    used: int
    failed: int


class Ledger(Protocol):
    """Where money is written down."""

    async def open(self, call: Call, limits: Limits) -> Call:
        """Hold the call's estimate, or give back the call that is there under its id. Raises
        PaymentRequired when a limit would be passed; calls opened at once count each other."""
        ...

    async def get(self, call_id: str) -> Call | None:
        """The call with this id, or None."""
        ...

    async def put(self, call: Call) -> None:
        """Store a call's new state."""
        ...

    async def of_work(self, work: str) -> tuple[Call, ...]:
        """The calls of one piece of work."""
        ...

    async def claimed(self, vendor: str, vendor_job: str) -> bool:
        """Whether one of the calls has this id at its vendor."""
        ...

    async def page(self, query: LedgerQuery) -> LedgerPage:
        """A page of calls, newest first. Raises InvalidInput ``bad_cursor``."""
        ...

    async def summary(self, query: LedgerQuery) -> tuple[SpendLine, ...]:
        """Sums of the same calls by stage, item and model."""
        ...

    async def used(self, owner: str, since: datetime) -> int:
        """What an owner's calls since then have cost and hold, in millionths of a US dollar."""
        ...

    async def vendor_use(self, since: datetime) -> tuple[VendorUse, ...]:
        """Calls and money by vendor since then, of everybody."""
        ...

    async def repeats(self, owner: str) -> dict[str, float]:
        """By stage, the usual number of settled takes per item in an owner's projects."""
        ...


Verb = Callable[[Project], Change]
"""A pure function from the state to the new state and its events; it may raise DailiesError."""
JobsFor = Callable[[Project, Project], tuple[Job, ...]]
"""The jobs a change brings with it, from the state before and after."""


@dataclass(frozen=True)
class VendorDay:
    """One day (UTC) at a vendor: calls, how many of them failed, and money settled and held, in millionths of a US
    dollar."""

    vendor: str
    day: date
    calls: int
    failed: int
    used: int


class InsightStore(Protocol):
    """What the insights are counted from."""

    async def fold_in(self, most: int) -> int:
        """Fold new events into the facts of at most so many projects; how many there were."""
        ...

    async def facts(self, since: datetime, until: datetime, owner: str = "") -> tuple[ProjectFacts, ...]:
        """Facts of the projects created from ``since`` to before ``until``, oldest first; ``owner``: "" is all."""
        ...

    async def payments(self, since: datetime, until: datetime, owner: str = "") -> tuple[Payment, ...]:
        """Money of the same projects, one entry for each piece of work and model."""
        ...

    async def vendor_days(self, since: datetime, until: datetime, owner: str = "") -> tuple[VendorDay, ...]:
        """Calls begun in that time, by vendor and day, in order."""
        ...

    async def forget(self) -> None:
        """Forget all facts; they are folded anew from the event logs when they are next wanted."""
        ...


class ProjectStore(Protocol):
    """Where projects live. State, events and jobs of a change commit together or not at all."""

    async def create(self, project: Project, event: Event, jobs: tuple[Job, ...]) -> Project:
        """Store a new project."""
        ...

    async def load(self, project_id: str) -> Project:
        """The project as it is. Raises NotFound ``no_such_project``."""
        ...

    async def owner(self, project_id: str) -> str | None:
        """Whose project it is; None for one that is deleted or not there."""
        ...

    async def heads(self, project_ids: Sequence[str]) -> dict[str, int]:
        """The number of the last event of each of these projects that is there."""
        ...

    async def change(self, project_id: str, verb: Verb, jobs_for: JobsFor) -> tuple[Project, tuple[NumberedEvent, ...]]:
        """Load, apply the verb, save. Raises NotFound ``no_such_project`` and what the verb raises."""
        ...

    async def events(self, project_id: str, after: int, limit: int) -> tuple[tuple[NumberedEvent, ...], int]:
        """Events after a number, in order, and the last number there is."""
        ...

    async def gallery(self, listing: Listing) -> GalleryPage:
        """A page of somebody's projects. Raises InvalidInput ``bad_cursor``."""
        ...

    async def started_since(self, owner: str, since: datetime) -> int:
        """How many projects an owner has started since then, deleted ones included."""
        ...

    async def owns_blob(self, owner: str, sha256: str) -> bool:
        """Whether one of the owner's projects names the blob."""
        ...

    async def unfinished(self) -> tuple[str, ...]:
        """Ids of projects with work or replies under way."""
        ...
