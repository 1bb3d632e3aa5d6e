"""Models, vendors, keys and the ledger."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from dailies.api.schemas.base import Shape
from dailies.domain.project import Stage
from dailies.domain.registry import Dialect, ModelKind, Tier


class ModelShape(Shape):
    """A model of the registry. ``price``: the rule in words; ``usable``: whether it can be chosen now, and
    ``problem`` says why not; ``notice``: what to know before choosing it."""

    id: str
    title: str
    vendor: str
    vendor_title: str
    kind: ModelKind
    tier: Tier
    price: str
    typical_s: float
    max_references: int
    last_frame: bool
    checked_on: date | None
    ends_on: date | None
    usable: bool
    problem: str
    notice: str
    yours: bool


class VendorShape(Shape):
    """A vendor, its limits and how it is doing. ``key``: where its key comes from, never the key;
    ``down_s``, ``slow_s``: seconds until it is called again."""

    id: str
    title: str
    dialect: Dialect
    base_url: str
    key_name: str
    key: Literal["environment", "file", "none", "not needed"]
    concurrency: int
    per_minute: int
    running: int
    waiting: int
    minute: int
    slow_s: float
    down_s: float
    month_calls: int
    month_failed: int
    month_usd: float
    month_limit_usd: float | None
    near: bool
    models: int


class ProvidersPage(Shape):
    """Everything the providers page shows. ``may_edit``: whether the asker may enter keys."""

    vendors: list[VendorShape]
    models: list[ModelShape]
    may_edit: bool


class KeyRequest(Shape):
    """A vendor's key. It is never sent back."""

    key: str = Field(min_length=1, max_length=500)


class KeyTest(Shape):
    """What the vendor said to the key."""

    ok: bool
    message: str


class CallShape(Shape):
    """A line of the ledger."""

    id: str
    project: str
    stage: Stage
    item: str
    purpose: str
    vendor: str
    model: str
    state: Literal["reserved", "sent", "accepted", "settled", "released", "unknown"]
    estimate_usd: float
    cost_usd: float
    vendor_job: str
    charged_for: dict[str, float]
    reason: str
    created_at: datetime
    closed_at: datetime | None


class SpendLineShape(Shape):
    """Sums of the ledger."""

    stage: str
    item: str
    model: str
    calls: int
    usd: float
    held_usd: float


class MonthRequest(Shape):
    """What may be spent in a month; null is no limit."""

    budget_usd: float | None = Field(ge=0, le=1_000_000)


class MonthShape(Shape):
    """The running month's money, of all one's projects. ``near``: four fifths of the budget are used."""

    budget_usd: float | None
    used_usd: float
    near: bool
    since: datetime


class LedgerShape(Shape):
    """A page of the ledger, newest first, and the sums of everything the filter lets through.
    ``per_approved_second_usd``: of one project, None until its cut is approved."""

    calls: list[CallShape]
    next_cursor: str | None
    sums: list[SpendLineShape]
    total_usd: float
    held_usd: float
    per_approved_second_usd: float | None
