"""Renewing what is stale: one item, a stage, or a stage and everything below it.

A stage below can only be made when the stages above are approved (see ``approval``). A renewal through several stages
therefore signs those off again that were signed off when it was ordered, which its price tag says beforehand; it stops
where something fails, costs more than was shown, or waits for a sign-off the creator never gave.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from dailies.domain.approval import approve, require_gate
from dailies.domain.errors import Conflict, DailiesError, NotFound
from dailies.domain.items import find_item, items_of
from dailies.domain.ledger import dollars
from dailies.domain.operations import start_operation
from dailies.domain.project import CUT, STAGES, Change, Event, Project, Renewal, Stage
from dailies.domain.staleness import dependents, is_stale

Depth = Literal["stage", "below"]
Prices = Callable[[Project, Sequence[str]], Mapping[str, int]]
"""The price of one take by item, in millionths of a US dollar."""


@dataclass(frozen=True)
class RenewalPlan:
    """What renewing means. ``works``: (stage, items), in order; ``approves``: stages it signs off again; ``waits``: the
    stage whose sign-off is missing, so that everything below it is left as it is, or None."""

    works: tuple[tuple[Stage, tuple[str, ...]], ...]
    approves: tuple[Stage, ...]
    waits: Stage | None = None

    @property
    def items(self) -> tuple[str, ...]:
        """Everything that is made anew."""
        return tuple(item for _, items in self.works for item in items)


def renewal_plan(project: Project, stage: Stage, items: Sequence[str] | None, depth: Depth) -> RenewalPlan:
    """What renewing these items, or all that is stale in the stage, would make. ``depth`` "below": also everything
    that is stale below, or becomes so by it.

    Raises NotFound ``no_such_item``, Conflict ``nothing_stale``.
    """
    known = [item.id for item in items_of(project, stage)]
    if items is not None and any(item not in known for item in items):
        raise NotFound(f"There is no such item in the {stage}.", code="no_such_item")
    first = [item for item in known if is_stale(project, item) and (items is None or item in items)]
    if depth == "stage":
        # The cut is joined from the clips: it comes after them, in a renewal of its own.
        first = [item for item in first if item != CUT] or first
        if not first:
            raise Conflict("Nothing of it is stale.", code="nothing_stale")
        return RenewalPlan(((stage, tuple(first)),), ())
    below = STAGES[STAGES.index(stage) + 1 :]
    stale = [item.id for each in below for item in items_of(project, each) if is_stale(project, item.id)]
    reached = {*first, *stale, *dependents(project, (*first, *stale))}
    works: list[tuple[Stage, tuple[str, ...]]] = []
    for each in STAGES[STAGES.index(stage) :]:
        wanted = [item.id for item in items_of(project, each) if item.id in reached]
        groups = [[item for item in wanted if item != CUT], [item for item in wanted if item == CUT]]
        works.extend((each, tuple(group)) for group in groups if group)
    if not works:
        raise Conflict("Nothing of it is stale.", code="nothing_stale")
    stages = list(dict.fromkeys(each for each, _ in works))
    between = STAGES[STAGES.index(stages[0]) : STAGES.index(stages[-1])]
    waits = next((each for each in between if each not in project.approvals), None)
    if waits is not None:
        works = [work for work in works if STAGES.index(work[0]) <= STAGES.index(waits)]
        between = between[: between.index(waits)]
    return RenewalPlan(tuple(works), tuple(between), waits)


def start_renewal(project: Project, plan: RenewalPlan, operation_id: str, prices: Prices, *, now: datetime) -> Change:
    """Begin a renewal with its first stage; the rest follows as each ends well.

    Raises what ``start_operation`` raises, and Conflict ``renewal_under_way``.
    """
    if project.renewal is not None and project.renewal.state == "running":
        raise Conflict("A renewal is under way. Wait for it, or cancel it.", code="renewal_under_way")
    (stage, items), *rest = plan.works
    require_gate(project, stage)
    total = sum(prices(project, plan.items).values())
    here = prices(project, items)
    project, events = _start(project, stage, items, operation_id, here, now)
    if not rest:
        return project, events
    left = total - sum(here.values())
    renewal = Renewal(operation_id, tuple(rest), plan.approves, left, stage, operation_id)
    return replace(project, renewal=renewal), events


def _start(
    project: Project, stage: Stage, items: Sequence[str], operation_id: str, prices: Mapping[str, int], now: datetime
) -> Change:
    kind: Literal["assemble", "regenerate"] = "assemble" if list(items) == [CUT] else "regenerate"
    return start_operation(project, operation_id, kind, stage, items, now=now, estimates=prices)


def continue_renewal(project: Project, operation_id: str, prices: Prices, *, now: datetime) -> Change:
    """Go on with the renewal when its operation has ended: sign off, and begin the next stage. ``operation_id``: of
    the next operation. Anything in the way stops it, with the reason."""
    renewal = project.renewal
    if renewal is None or renewal.state != "running":
        return project, ()
    operation = project.operation(renewal.operation)
    if operation is None or operation.active:
        return project, ()
    if operation.status != "succeeded":
        word = "was cancelled" if operation.status == "cancelled" else "failed"
        return _stopped(project, renewal, f"Something in the {renewal.stage} {word}.")
    if not renewal.works:
        return _ended(project, replace(renewal, state="done"))
    try:
        return _next(project, renewal, operation_id, prices, now)
    except DailiesError as error:
        return _stopped(project, renewal, str(error))


def _next(project: Project, renewal: Renewal, operation_id: str, prices: Prices, now: datetime) -> Change:
    (stage, items), *rest = renewal.works
    events: list[Event] = []
    for above in STAGES[STAGES.index(renewal.stage) : STAGES.index(stage)]:
        if above in renewal.approves:
            project, more = approve(project, above, by="renewal", now=now, with_stale=False)
            events.extend(more)
    wanted = [item for item in items if find_item(project, item) is not None]
    here = prices(project, wanted)
    if sum(here.values()) > renewal.left:
        raise Conflict(
            f"The {stage} would cost {dollars(sum(here.values()))}, more than was shown.", code="price_changed"
        )
    project, more = _start(project, stage, wanted, operation_id, here, now)
    going = replace(
        renewal, works=tuple(rest), left=renewal.left - sum(here.values()), stage=stage, operation=operation_id
    )
    return replace(project, renewal=going), (*events, *more)


def _stopped(project: Project, renewal: Renewal, reason: str) -> Change:
    return _ended(project, replace(renewal, state="stopped", reason=reason))


def _ended(project: Project, renewal: Renewal) -> Change:
    data = {"renewal": renewal.id, "state": renewal.state, "message": renewal.reason}
    return replace(project, renewal=renewal), (Event("renewal.ended", data),)


@dataclass(frozen=True)
class Reopening:
    """What taking an approval back means. ``closes``: stages below that can't be made until it is given again;
    ``stale``: made items below that become stale when everything of the stage gets a new take."""

    stage: Stage
    closes: tuple[Stage, ...]
    stale: tuple[str, ...]


def reopening(project: Project, stage: Stage) -> Reopening:
    """What reopening the stage, and changing it, would touch. Reopening alone makes nothing stale.

    Raises Conflict ``not_approved``.
    """
    if stage not in project.approvals:
        raise Conflict(f"The {stage} is not approved.", code="not_approved")
    below = STAGES[STAGES.index(stage) + 1 :]
    if stage == "story":
        stale = tuple(
            item.id
            for each in below
            for item in items_of(project, each)
            if (take := project.selected_take(item.id)) is not None and take.made_from
        )
    else:
        own = tuple(item.id for item in items_of(project, stage))
        stale = tuple(item for item in dependents(project, own) if item not in own)
    return Reopening(stage, tuple(each for each in below if any(True for _ in items_of(project, each))), stale)
