"""How the studio is used: ratings, and the numbers of the insights page."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from dailies.api.schemas.base import Shape
from dailies.domain.brief import Mode
from dailies.domain.insights.summary import Waste
from dailies.domain.project import Stage


class RatingRequest(Shape):
    """Rate a finished film. ``recommend``: 0 (not at all) to 10 (surely)."""

    stars: int
    recommend: int
    comment: str = Field(default="", max_length=2000)


class RatingShape(Shape):
    """A rating as it was given."""

    stars: int
    recommend: int
    comment: str
    at: datetime


class SampledShape(Shape):
    """A number from ``count`` answers with its 95 % interval; all None where there are too few to say."""

    count: int
    value: float | None
    low: float | None
    high: float | None


class DurationShape(Shape):
    """Median and ninth decile in seconds, of ``count``; None of none."""

    count: int
    median: float | None
    p90: float | None


class FunnelShape(Shape):
    """How far projects came. ``abandoned``: by the furthest stage reached."""

    started: int
    reached: dict[Stage, int]
    approved: dict[Stage, int]
    finished: int
    abandoned: dict[Stage, int]
    deleted: int


class MadeShape(Shape):
    """How much was talked and made. Ratios are None of nothing."""

    notes: dict[Stage, int]
    regenerations: dict[Stage, int]
    plans: dict[str, int]
    plans_edited: int
    takes: int
    selected: int
    takes_per_selected: float | None
    frames: int
    masked: int
    masked_frames: float | None


class InsightMoneyShape(Shape):
    """What the projects cost. ``waste``: by reason; ``unknown`` is held, the rest is part of the total."""

    total_usd: float
    by_stage: dict[Stage, float]
    by_model: dict[str, float]
    approved_s: float
    per_approved_second_usd: float | None
    waste: dict[Waste, float]


class ModeShape(Shape):
    """One way of working."""

    started: int
    finished: SampledShape
    to_cut: DurationShape
    stars: SampledShape
    recommend: SampledShape
    taken_over: int


class PeopleShape(Shape):
    """Those who worked in one way: how many came back after a week, and how many have a paid plan."""

    count: int
    came_back: SampledShape
    converted: SampledShape


class PeriodShape(Shape):
    """One day, week or month; ``begins`` is its first day."""

    begins: date
    started: int
    finished: int
    spent_usd: float
    to_cut_s: float | None
    per_second_usd: float | None


class FailuresShape(Shape):
    """Failures of one kind. ``model`` and ``vendor`` are "rehearsal" or "" where no vendor is to blame."""

    vendor: str
    model: str
    code: str
    times: int


class VendorDayShape(Shape):
    """One day at a vendor."""

    vendor: str
    day: date
    calls: int
    failed: int
    usd: float


class VendorLimitShape(Shape):
    """A vendor against what it may cost in the running month. ``near``: four fifths are used."""

    vendor: str
    title: str
    month_usd: float
    month_limit_usd: float | None
    per_minute: int
    minute: int
    near: bool


class CommentShape(Shape):
    """A rating with words."""

    project: str
    stars: int
    recommend: int
    text: str
    at: datetime


class PersonShape(Shape):
    """Somebody with an account, as the owner sees them."""

    id: str
    name: str
    email: str | None
    role: Literal["owner", "member"]
    plan: str
    created_at: datetime


class InsightsShape(Shape):
    """Everything on the insights page: of the projects started from ``since`` to before ``until``."""

    since: datetime
    until: datetime
    bucket: Literal["day", "week", "month"]
    abandoned_after_days: int
    fewest: int
    funnel: FunnelShape
    stage_times: dict[Stage, DurationShape]
    to_cut: DurationShape
    work: MadeShape
    money: InsightMoneyShape
    failures: list[FailuresShape]
    overall: ModeShape
    modes: dict[Mode, ModeShape]
    people: dict[Mode, PeopleShape]
    series: list[PeriodShape]
    vendor_days: list[VendorDayShape]
    vendors: list[VendorLimitShape]
    comments: list[CommentShape]


class PlanRequest(Shape):
    """Give somebody a plan."""

    plan: str = Field(max_length=40)


class AccountPlanShape(Shape):
    """A plan of accounts. ``projects_per_month``: None is no limit."""

    id: str
    title: str
    paid: bool
    interactive: bool
    vendors: bool
    projects_per_month: int | None
