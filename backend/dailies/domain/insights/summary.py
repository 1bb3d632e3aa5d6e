"""The numbers of the insights page, from the facts of the projects that were started in a span of time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from dailies.domain.brief import Mode
from dailies.domain.insights.estimation import Sampled, mean, net_promoter_score, quantile, share
from dailies.domain.insights.facts import ProjectFacts
from dailies.domain.project import STAGES, Stage

Bucket = Literal["day", "week", "month"]
MODES: tuple[Mode, ...] = ("interactive", "automatic")
RETAINED_AFTER = timedelta(days=7)
"""Somebody who starts another project this long after their first one came back."""

Waste = Literal["another_take", "failed", "unknown"]
WASTES: tuple[Waste, ...] = ("another_take", "failed", "unknown")


@dataclass(frozen=True)
class Payment:
    """Money of one piece of work: settled cost and, of calls of which nobody knows whether they were taken, the
    held estimate; millionths of a US dollar."""

    project: str
    stage: Stage
    model: str
    work: str
    cost: int
    unknown: int


@dataclass(frozen=True)
class Funnel:
    """How far projects came. ``abandoned``: by the furthest stage reached, of those without an end and without
    activity for a while."""

    started: int
    reached: Mapping[Stage, int]
    approved: Mapping[Stage, int]
    finished: int
    abandoned: Mapping[Stage, int]
    deleted: int


@dataclass(frozen=True)
class Span:
    """Median and ninth decile of durations in seconds, of ``count``; None of none."""

    count: int
    median: float | None
    p90: float | None


@dataclass(frozen=True)
class Work:
    """How much was talked and made. ``per_project``: notes and regenerations per project; ``takes_per_selected``
    and ``masked_frames`` are ratios, None of nothing."""

    notes: Mapping[Stage, int]
    regenerations: Mapping[Stage, int]
    plans: Mapping[str, int]
    plans_edited: int
    takes: int
    selected: int
    frames: int
    masked: int

    @property
    def takes_per_selected(self) -> float | None:
        """Takes made for one that is selected."""
        return self.takes / self.selected if self.selected else None

    @property
    def masked_frames(self) -> float | None:
        """Share of frames that were edited by mask."""
        return self.masked / self.frames if self.frames else None


@dataclass(frozen=True)
class Money:
    """Spend in millionths of a US dollar. ``seconds``: of approved film. ``waste``: by reason, part of the spend
    but for ``unknown``, which is only held."""

    total: int
    by_stage: Mapping[Stage, int]
    by_model: Mapping[str, int]
    seconds: float
    waste: Mapping[Waste, int]

    @property
    def per_second(self) -> float | None:
        """Spend for a second of approved film, or None where none was approved."""
        return self.total / self.seconds if self.seconds else None


@dataclass(frozen=True)
class ByMode:
    """One way of working: how many began and finished so, how long it took, and what they thought of it."""

    started: int
    finished: Sampled
    to_cut: Span
    stars: Sampled
    recommend: Sampled
    taken_over: int


@dataclass(frozen=True)
class Period:
    """One day, week (from Monday) or month of the series, of the projects that were started in it. ``to_cut``: median
    seconds to the first cut, None of none; ``seconds``: of approved film."""

    begins: date
    started: int
    finished: int
    spent: int
    to_cut: float | None
    seconds: float

    @property
    def per_second(self) -> float | None:
        """Spend for a second of approved film, or None where none was approved."""
        return self.spent / self.seconds if self.seconds else None


@dataclass(frozen=True)
class People:
    """Those whose first project was of one mode: how many came back, and how many took a paid plan."""

    count: int
    came_back: Sampled
    converted: Sampled


@dataclass(frozen=True)
class Comment:
    """One rating with words."""

    project: str
    stars: int
    recommend: int
    text: str
    at: datetime


@dataclass(frozen=True)
class Insights:
    """Everything on the page."""

    funnel: Funnel
    stage_times: Mapping[Stage, Span]
    to_cut: Span
    work: Work
    money: Money
    failures: Mapping[tuple[str, str], int]
    overall: ByMode
    modes: Mapping[Mode, ByMode]
    people: Mapping[Mode, People]
    series: tuple[Period, ...]
    comments: tuple[Comment, ...]


def insights(
    projects: Sequence[ProjectFacts],
    payments: Sequence[Payment],
    paying: frozenset[str],
    *,
    bucket: Bucket,
    now: datetime,
    abandoned_after: timedelta,
) -> Insights:
    """The page's numbers. ``payments``: of exactly these projects; ``paying``: ids of users with a paid plan;
    ``abandoned_after``: time without activity after which an unfinished project counts as abandoned."""
    return Insights(
        _funnel(projects, now - abandoned_after),
        {stage: span(_stage_seconds(projects, stage)) for stage in STAGES},
        span(_seconds_to_cut(projects)),
        _work(projects),
        _money(projects, payments),
        _failures(projects),
        _by_mode(projects),
        {mode: _by_mode([each for each in projects if each.mode == mode]) for mode in MODES},
        _people(projects, paying),
        _series(projects, payments, bucket),
        _comments(projects),
    )


def span(seconds: Sequence[float]) -> Span:
    """Median and ninth decile."""
    return Span(len(seconds), quantile(seconds, 0.5), quantile(seconds, 0.9))


def period_of(day: date, bucket: Bucket) -> date:
    """The first day of the day's period."""
    if bucket == "month":
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if bucket == "week" else day


def _funnel(projects: Sequence[ProjectFacts], quiet_since: datetime) -> Funnel:
    abandoned = [
        each.furthest
        for each in projects
        if not each.finished and (each.deleted or (each.last_at or each.created_at) < quiet_since)
    ]
    return Funnel(
        len(projects),
        _count(projects, lambda each, stage: each.stage(stage).reached is not None),
        _count(projects, lambda each, stage: each.stage(stage).approved is not None),
        sum(1 for each in projects if each.finished),
        {stage: abandoned.count(stage) for stage in STAGES},
        sum(1 for each in projects if each.deleted),
    )


def _count(projects: Sequence[ProjectFacts], holds: Callable[[ProjectFacts, Stage], bool]) -> dict[Stage, int]:
    return {stage: sum(1 for each in projects if holds(each, stage)) for stage in STAGES}


def _stage_seconds(projects: Iterable[ProjectFacts], stage: Stage) -> list[float]:
    found = [each.stage(stage) for each in projects]
    return [(one.approved - one.reached).total_seconds() for one in found if one.approved and one.reached]


def _seconds_to_cut(projects: Iterable[ProjectFacts]) -> list[float]:
    return [(each.cut_at - each.created_at).total_seconds() for each in projects if each.cut_at]


def _work(projects: Sequence[ProjectFacts]) -> Work:
    plans = Counter(state for each in projects for state in each.plans.values())
    frames = [(each, item) for each in projects for item in each.takes if item.startswith("frame-")]
    return Work(
        {stage: sum(each.stage(stage).notes for each in projects) for stage in STAGES},
        {stage: sum(each.stage(stage).regenerations for each in projects) for stage in STAGES},
        {state: plans[state] for state in ("applied", "discarded", "undone", "proposed")},
        sum(len(each.edited) for each in projects),
        sum(sum(each.takes.values()) for each in projects),
        sum(sum(1 for take in each.selected.values() if take) for each in projects),
        len(frames),
        sum(1 for each, item in frames if item in each.masked),
    )


def _money(projects: Sequence[ProjectFacts], payments: Sequence[Payment]) -> Money:
    by_id = {each.project: each for each in projects}
    by_stage: dict[Stage, int] = dict.fromkeys(STAGES, 0)
    by_model: Counter[str] = Counter()
    waste: dict[Waste, int] = dict.fromkeys(WASTES, 0)
    for paid in payments:
        by_stage[paid.stage] += paid.cost
        by_model[paid.model] += paid.cost
        waste["unknown"] += paid.unknown
        reason = _wasted(by_id[paid.project], paid)
        if reason is not None:
            waste[reason] += paid.cost
    seconds = sum(each.seconds for each in projects if each.finished)
    return Money(sum(by_stage.values()), by_stage, dict(by_model.most_common()), seconds, waste)


def _wasted(facts: ProjectFacts, paid: Payment) -> Waste | None:
    """Why a piece of work did not go into the film; None where it did, or was not meant to (the director's words)."""
    if paid.work in facts.failed:
        return "failed"
    if paid.work in facts.selected.values() or paid.work not in facts.works:
        return None
    return "another_take"


def _failures(projects: Iterable[ProjectFacts]) -> dict[tuple[str, str], int]:
    found: Counter[tuple[str, str]] = Counter()
    for each in projects:
        for key, times in each.failures.items():
            model, _, code = key.rpartition("|")
            found[model, code] += times
    return dict(found.most_common())


def _by_mode(projects: Sequence[ProjectFacts]) -> ByMode:
    ratings = [each.rating for each in projects if each.rating]
    return ByMode(
        len(projects),
        share(sum(1 for each in projects if each.finished), len(projects)),
        span(_seconds_to_cut(projects)),
        mean([rating.stars for rating in ratings]),
        net_promoter_score([rating.recommend for rating in ratings]),
        sum(1 for each in projects if each.taken_over),
    )


def _people(projects: Sequence[ProjectFacts], paying: frozenset[str]) -> dict[Mode, People]:
    theirs: dict[str, list[ProjectFacts]] = defaultdict(list)
    for each in projects:
        theirs[each.owner].append(each)
    found: dict[Mode, People] = {}
    for mode in MODES:
        owners = {
            owner: sorted(made, key=lambda each: each.created_at)
            for owner, made in theirs.items()
            if any(each.mode == "interactive" for each in made) == (mode == "interactive")
        }
        back = sum(1 for made in owners.values() if made[-1].created_at - made[0].created_at >= RETAINED_AFTER)
        found[mode] = People(len(owners), share(back, len(owners)), share(len(paying & owners.keys()), len(owners)))
    return found


def _series(projects: Sequence[ProjectFacts], payments: Sequence[Payment], bucket: Bucket) -> tuple[Period, ...]:
    begun: dict[date, list[ProjectFacts]] = defaultdict(list)
    begins: dict[str, date] = {}
    spent: Counter[date] = Counter()
    for each in projects:
        begins[each.project] = first = period_of(each.created_at.astimezone(UTC).date(), bucket)
        begun[first].append(each)
    for paid in payments:
        spent[begins[paid.project]] += paid.cost
    periods = []
    for day in _every(begun, bucket):
        made = begun.get(day, [])
        done = [each for each in made if each.finished]
        to_cut = quantile(_seconds_to_cut(made), 0.5)
        periods.append(Period(day, len(made), len(done), spent[day], to_cut, sum(each.seconds for each in done)))
    return tuple(periods)


def _every(found: Mapping[date, object], bucket: Bucket) -> list[date]:
    """All periods from the first to the last, those without a project included."""
    days: list[date] = []
    day = min(found, default=None)
    while day is not None and day <= max(found):
        days.append(day)
        # 32 days after the first of a month lie in the next one.
        day = period_of(day + timedelta(days={"day": 1, "week": 7, "month": 32}[bucket]), bucket)
    return days


def _comments(projects: Iterable[ProjectFacts]) -> tuple[Comment, ...]:
    found = [
        Comment(each.project, each.rating.stars, each.rating.recommend, each.rating.comment, each.rating.at)
        for each in projects
        if each.rating and each.rating.comment
    ]
    return tuple(sorted(found, key=lambda comment: comment.at, reverse=True)[:20])
