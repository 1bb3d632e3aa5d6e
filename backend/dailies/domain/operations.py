"""Verbs on operations: start, follow each item's work, cancel, retry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from dailies.domain.approval import require_gate
from dailies.domain.casting import Part
from dailies.domain.errors import Conflict, NotFound, PaymentRequired
from dailies.domain.inpainting import EditPlan
from dailies.domain.items import find_item
from dailies.domain.ledger import dollars
from dailies.domain.project import (
    CUT,
    Change,
    Event,
    Failure,
    Likeness,
    Operation,
    OperationKind,
    Project,
    Stage,
    Take,
    Work,
)
from dailies.domain.takes import add_take

OUTCOME_UNKNOWN = "outcome_unknown"
"""Code of the failure of a paid call that may or may not have been taken."""

SEED_LIMIT = 2**31
"""Seeds lie below this; vendors take 31-bit integers."""


def take_seed(project: Project, item: str, number: int) -> int:
    """The seed of an item's take by its number: the first is the project's own for every item."""
    return (project.seed + (number - 1) * 7919) % SEED_LIMIT


def start_operation(
    project: Project,
    operation_id: str,
    kind: OperationKind,
    stage: Stage,
    items: Sequence[str],
    *,
    now: datetime,
    instruction: str = "",
    instructions: Mapping[str, str] | None = None,
    note: str = "",
    note_id: str = "",
    count: int = 1,
    estimates: Mapping[str, int] | None = None,
    adopts: Mapping[str, str] | None = None,
    candidates: bool = False,
    like: Mapping[str, Likeness] | None = None,
) -> Change:
    """Queue work on items of a stage, ``count`` takes each. ``instructions``: by item, where they differ.
    ``estimates``: by item, the price of one take in millionths of a US dollar. ``adopts``: by item, earlier
    work whose call is only looked up. ``candidates``: the takes wait for the creator's pick, as they do when there
    are several; ``like``: by item, the picture its takes are to be like.

    Raises Conflict: ``stage_locked``, ``work_under_way`` (an item is being made already),
    ``clips_missing`` (the cut needs every clip), ``nothing_to_do``. NotFound: ``no_such_item``.
    PaymentRequired ``budget_exceeded``: the budget does not cover all of it.
    """
    require_gate(project, stage)
    if not items:
        raise Conflict("There is nothing to make here.", code="nothing_to_do")
    busy = {work.item for _, work in project.active_works()}
    for item in items:
        found = find_item(project, item)
        if found is None or found.stage != stage:
            raise NotFound(f"There is no such item in the {stage}.", code="no_such_item")
        if item in busy:
            raise Conflict(f"{found.label} is being made already.", code="work_under_way")
    if CUT in items:
        _require_clips(project)
    prices = estimates or {}
    check_budget(project, sum(prices.get(item, 0) for item in items) * count)
    works: list[Work] = []
    for item in items:
        first = len(project.takes_of(item)) + 1
        for number in range(first, first + count):
            seed = take_seed(project, item, number)
            works.append(
                Work(
                    f"{operation_id}.{len(works)}",
                    item,
                    "queued",
                    seed,
                    (instructions or {}).get(item, instruction),
                    estimate=prices.get(item, 0),
                    adopts=(adopts or {}).get(item, ""),
                    candidate=candidates or count > 1,
                    like=(like or {}).get(item),
                )
            )
    operation = Operation(operation_id, kind, stage, tuple(works), now, instruction, note, note_id=note_id)
    started = replace(project, operations=(*project.operations, operation), updated_at=now)
    data = {"operation": operation_id, "kind": kind, "stage": stage, "items": list(items)}
    return started, (Event("operation.started", data),)


def with_model(change: Change, operation_id: str, model: str, *, same_seed: bool) -> Change:
    """An operation that was just started, made by another model than the project is cast with. ``same_seed``: with the
    seeds of the takes picked now."""
    project, events = change
    operation = project.operation(operation_id)
    if operation is None:
        raise NotFound("There is no such operation.", code="no_such_operation")
    works = []
    for work in operation.works:
        pick = project.selected_take(work.item)
        seed = pick.seed if same_seed and pick is not None else work.seed
        works.append(replace(work, model=model, seed=seed))
    return _put_operation(project, replace(operation, works=tuple(works))), events


def start_edit(
    project: Project,
    operation_id: str,
    plans: Mapping[str, EditPlan],
    *,
    now: datetime,
    count: int,
    seed: int | None,
    price: int,
) -> Change:
    """Queue mask edits: ``count`` candidates for each item's plan, with seeds that follow one another from
    ``seed`` (None is the item's own). ``price``: of one candidate, in millionths of a US dollar.

    Raises Conflict ``work_under_way``, NotFound ``no_such_item``, PaymentRequired ``budget_exceeded``.
    """
    busy = {work.item for _, work in project.active_works()}
    check_budget(project, price * count * len(plans))
    works: list[Work] = []
    stages = set()
    for item, plan in plans.items():
        found = find_item(project, item)
        if found is None:
            raise NotFound("There is no such item in this project.", code="no_such_item")
        if item in busy:
            raise Conflict(f"{found.label} is being made already.", code="work_under_way")
        stages.add(found.stage)
        first = take_seed(project, item, len(project.takes_of(item)) + 1) if seed is None else seed
        for index in range(count):
            name = f"{operation_id}.{len(works)}"
            works.append(Work(name, item, "queued", (first + index) % SEED_LIMIT, estimate=price, edit=plan))
    if len(stages) != 1:
        raise Conflict("One edit goes to pictures of one stage.", code="nothing_to_do")
    stage = stages.pop()
    words = next(iter(plans.values())).prompt
    operation = Operation(operation_id, "edit", stage, tuple(works), now, words)
    started = replace(project, operations=(*project.operations, operation), updated_at=now)
    data = {"operation": operation_id, "kind": "edit", "stage": stage, "items": list(plans)}
    return started, (Event("operation.started", data),)


def check_budget(project: Project, price: int) -> None:
    """Raise PaymentRequired ``budget_exceeded`` when a price is more than the budget has left, counting what
    is under way."""
    if price <= 0 or project.budget is None:
        return
    left = max(0, project.budget - project.committed)
    if price > left:
        raise PaymentRequired(
            f"This costs {dollars(price)}, and {dollars(left)} of the {dollars(project.budget)} budget is left. "
            "Raise the budget, make fewer, or choose a cheaper model. Nothing was started.",
            code="budget_exceeded",
        )


def _require_clips(project: Project) -> None:
    story = project.story
    missing = [
        number
        for number, (_, shot) in enumerate(story.shots() if story else (), 1)
        if f"clip-{shot.id}" not in project.selected
    ]
    if missing:
        raise Conflict(f"Clip {missing[0]} has no take, so there is nothing to join yet.", code="clips_missing")


def _find(project: Project, work_id: str) -> tuple[Operation, Work]:
    for operation in project.operations:
        for work in operation.works:
            if work.id == work_id:
                return operation, work
    raise NotFound("There is no such work.", code="no_such_operation")


def _put(project: Project, operation: Operation, work: Work, now: datetime) -> tuple[Project, Operation]:
    works = tuple(work if each.id == work.id else each for each in operation.works)
    changed = replace(operation, works=works)
    if not changed.active and changed.finished_at is None:
        changed = replace(changed, finished_at=now)
    return _put_operation(project, changed), changed


def _put_operation(project: Project, operation: Operation) -> Project:
    return replace(
        project,
        operations=tuple(operation if each.id == operation.id else each for each in project.operations),
    )


def _finished(operation: Operation) -> tuple[Event, ...]:
    if operation.active:
        return ()
    data = {"operation": operation.id, "stage": operation.stage, "status": operation.status}
    return (Event("operation.finished", data),)


def start_work(project: Project, work_id: str, *, now: datetime) -> Change:
    """Note that an artist has begun. Repeated after a crash it changes nothing but the start time."""
    operation, work = _find(project, work_id)
    if work.status not in ("queued", "running"):
        return project, ()
    running, _ = _put(project, operation, replace(work, status="running", started_at=now), now)
    return running, (Event("item.started", {"operation": operation.id, "item": work.item}),)


def finish_work(project: Project, work_id: str, take: Take, *, now: datetime) -> Change:
    """Keep the take an artist made and close its work. Repeated, it changes nothing.

    A take that comes in after its work was cancelled is kept too, and not selected.
    """
    operation, work = _find(project, work_id)
    if work.status == "succeeded":
        return project, ()
    if work.status == "cancelled":
        return add_take(project, take, select=False)
    # Candidates wait for the creator's choice; an item that has nothing yet goes on with the first that comes.
    waits = work.edit is not None or (work.candidate and work.item in project.selected)
    kept, events = add_take(project, take, select=not waits)
    closed, operation = _put(kept, operation, replace(work, status="succeeded", failure=None), now)
    return closed, (*events, *_finished(operation))


def fail_work(project: Project, work_id: str, failure: Failure, *, now: datetime) -> Change:
    """Close work that failed; every other item's takes are kept."""
    operation, work = _find(project, work_id)
    if work.status not in ("queued", "running"):
        return project, ()
    closed, operation = _put(project, operation, replace(work, status="failed", failure=failure), now)
    closed = replace(closed, outcomes={**closed.outcomes, work.item: failure}, updated_at=now)
    part: Part = "editing" if work.edit is not None else operation.stage
    data = {
        "operation": operation.id,
        "work": work.id,
        "item": work.item,
        "code": failure.code,
        "message": failure.message,
        "model": project.casting.model_of(part),
    }
    return closed, (Event("item.failed", data), *_finished(operation))


def cancel_work(project: Project, work_id: str, *, now: datetime) -> Change:
    """Close work that was stopped."""
    operation, work = _find(project, work_id)
    if work.status not in ("queued", "running"):
        return project, ()
    closed, operation = _put(project, operation, replace(work, status="cancelled"), now)
    return closed, (Event("item.cancelled", {"operation": operation.id, "item": work.item}), *_finished(operation))


def request_cancel(project: Project, operation_id: str, *, now: datetime) -> Change:
    """Stop an operation: queued work closes at once, running work when its artist has stopped.

    Raises NotFound ``no_such_operation``, Conflict ``not_running``.
    """
    operation = project.operation(operation_id)
    if operation is None:
        raise NotFound("There is no such operation.", code="no_such_operation")
    if not operation.active:
        raise Conflict("That operation has ended already.", code="not_running")
    if operation.cancelling:
        return project, ()
    project = _put_operation(project, replace(operation, cancelling=True))
    events: list[Event] = [Event("operation.cancelling", {"operation": operation_id})]
    for work in operation.works:
        if work.status == "queued":
            project, more = cancel_work(project, work.id, now=now)
            events.extend(more)
    return project, tuple(events)


def retry_items(project: Project, operation_id: str) -> tuple[str, ...]:
    """Items of an operation that did not get their take, once each.

    Raises NotFound ``no_such_operation``, Conflict ``nothing_to_retry``.
    """
    operation = project.operation(operation_id)
    if operation is None:
        raise NotFound("There is no such operation.", code="no_such_operation")
    unmade = [work.item for work in operation.works if work.status in ("failed", "cancelled")]
    items = tuple(dict.fromkeys(item for item in unmade if find_item(project, item) is not None))
    if operation.active or not items:
        raise Conflict("There is nothing to try again.", code="nothing_to_retry")
    return items


def unknown_items(project: Project, operation_id: str) -> dict[str, str]:
    """Items of an operation of which nobody knows whether the vendor took them, with the work to look up.

    Raises NotFound ``no_such_operation``, Conflict ``nothing_to_check``.
    """
    operation = project.operation(operation_id)
    if operation is None:
        raise NotFound("There is no such operation.", code="no_such_operation")
    found = {
        work.item: work.adopts or work.id
        for work in operation.works
        if work.status == "failed" and work.failure is not None and work.failure.code == OUTCOME_UNKNOWN
    }
    if operation.active or not found:
        raise Conflict("There is nothing to look up here.", code="nothing_to_check")
    return found
