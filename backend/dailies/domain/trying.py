"""Trying until good enough: up to so many takes of an item, or so much money, until one scores high enough.

An order the creator gives (off by default). Each take waits to be picked; one that reaches the goal is selected, and
otherwise the creator is asked. Every end says why. Nothing is decided before a take is measured.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from dailies.domain.approval import approval_holds
from dailies.domain.errors import Conflict, DailiesError, InvalidInput, NotFound
from dailies.domain.items import find_item, items_of
from dailies.domain.judging import overall, scores_of, scoring_state
from dailies.domain.ledger import dollars
from dailies.domain.operations import start_operation
from dailies.domain.project import CUT, STORY, Attempt, Change, Event, Project, Stage, Take, Tries, Work
from dailies.domain.takes import select_take

Prices = Callable[[Project, Sequence[str]], Mapping[str, int]]
"""The price of one take by item, in millionths of a US dollar."""

MOST_TRIES = 8
"""Takes of an item that one order may make."""


def start_tries(
    project: Project,
    tries_id: str,
    stage: Stage,
    items: Sequence[str] | None,
    *,
    goal: float,
    most: int,
    limit: int | None,
    instruction: str,
    prices: Prices,
    now: datetime,
) -> Change:
    """Begin to try. ``items``: None is everything of the stage. ``goal``: overall score, 0 to 100; ``most``: takes of
    an item, 1 to 8; ``limit``: millionths of a US dollar for all of it, or None.

    Raises InvalidInput ``tries_out_of_range`` or ``not_scored``, Conflict ``tries_under_way`` or ``price_over_limit``,
    and what ``start_operation`` raises.
    """
    if not 0 < goal <= 100 or not 1 <= most <= MOST_TRIES or (limit is not None and limit < 0):
        sentence = f"Try 1 to {MOST_TRIES} times for a score of 1 to 100."
        raise InvalidInput(sentence, code="tries_out_of_range")
    scored = [item.id for item in items_of(project, stage) if item.id not in (STORY, CUT)]
    wanted = scored if items is None else list(dict.fromkeys(items))
    if not scored or any(item in (STORY, CUT) for item in wanted):
        raise InvalidInput("Only pictures and clips are scored.", code="not_scored")
    busy = {attempt.item for _, attempt in _running(project)}
    if busy & set(wanted):
        raise Conflict("This is being tried already. Stop that first.", code="tries_under_way")
    price = prices(project, wanted)
    if limit is not None and sum(price.values()) > limit:
        sentence = f"One try costs {dollars(sum(price.values()))}, more than the {dollars(limit)} you allow."
        raise Conflict(sentence, code="price_over_limit")
    project, events = start_operation(
        project,
        tries_id,
        "regenerate",
        stage,
        wanted,
        now=now,
        instruction=instruction,
        estimates=price,
        candidates=True,
    )
    operation = project.operation(tries_id)
    works = {work.item: work.id for work in (operation.works if operation else ())}
    attempts = tuple(Attempt(item, (works[item],)) for item in wanted)
    tries = Tries(tries_id, stage, goal, most, limit, instruction, attempts, now)
    data = {"tries": tries_id, "stage": stage, "items": wanted, "goal": goal, "most": most}
    return replace(project, tries=(*project.tries, tries)), (*events, Event("tries.started", data))


def stop_tries(project: Project, tries_id: str, *, now: datetime) -> Change:
    """Stop trying; what is being made is finished or cancelled by its own operation.

    Raises NotFound ``no_such_tries``, Conflict ``not_running``.
    """
    tries = next((each for each in project.tries if each.id == tries_id), None)
    if tries is None:
        raise NotFound("There is no such order to try.", code="no_such_tries")
    if tries.ended_at is not None:
        raise Conflict("That has ended already.", code="not_running")
    events: list[Event] = []
    for attempt in tries.attempts:
        if attempt.state == "running":
            project, more = _end(project, tries_id, attempt, "stopped", "You stopped it.", now)
            events.extend(more)
    return project, tuple(events)


def continue_tries(project: Project, make_id: Callable[[], str], prices: Prices, *, now: datetime) -> Change:
    """Go on wherever the last take of a running attempt is made and measured, or was not made: select what reached the
    goal, try again, or stop and say why. Nothing changes while there is something to wait for."""
    events: list[Event] = []
    for tries, attempt in list(_running(project)):
        project, more = _go_on(project, tries.id, attempt.item, make_id, prices, now)
        events.extend(more)
    return project, tuple(events)


def _go_on(
    project: Project, tries_id: str, item: str, make_id: Callable[[], str], prices: Prices, now: datetime
) -> Change:
    tries, attempt = next(
        (tries, each) for tries, each in _running(project) if tries.id == tries_id and each.item == item
    )
    work = _work(project, attempt.works[-1])
    if work is None or work.status in ("queued", "running"):
        return project, ()
    if work.status == "cancelled":
        return _end(project, tries_id, attempt, "stopped", "It was cancelled.", now)
    if work.status == "failed":
        why = work.failure.message if work.failure else ""
        return _end(project, tries_id, attempt, "stopped", f"A try failed. {why}".strip(), now)
    take = project.take(work.id)
    if take is None or scoring_state(project, take) == "waiting":
        return project, ()
    score = _value(project, take)
    if score is None:
        return _end(project, tries_id, attempt, "stopped", f"Take {take.number} could not be scored.", now)
    if score >= tries.goal:
        return _reached(project, tries, attempt, take, score, now)
    reason = _why_not(project, tries, attempt, prices)
    if reason:
        return _end(project, tries_id, attempt, "stopped", reason, now)
    return _again(project, tries, attempt, make_id(), prices, now)


def _reached(project: Project, tries: Tries, attempt: Attempt, take: Take, score: float, now: datetime) -> Change:
    project, events = select_take(project, attempt.item, take.number, now=now)
    words = f"Take {take.number} scores {score:.0f}, {tries.goal:g} was asked for."
    project, more = _end(project, tries.id, attempt, "reached", words, now)
    return project, (*events, *more)


def _why_not(project: Project, tries: Tries, attempt: Attempt, prices: Prices) -> str:
    """Why there is no further try; "" where there is one."""
    if len(attempt.works) >= tries.most:
        return f"{tries.most} {'try' if tries.most == 1 else 'tries'} used up."
    if approval_holds(project, tries.stage):
        return f"The {tries.stage} was approved meanwhile."
    if find_item(project, attempt.item) is None:
        return "It left the story."
    if tries.limit is None:
        return ""
    try:
        next_price = prices(project, [attempt.item]).get(attempt.item, 0)
    except DailiesError as error:
        return str(error)
    used = spent_on(project, tries)
    if used + next_price > tries.limit:
        return f"{dollars(used)} of {dollars(tries.limit)} used; another try costs {dollars(next_price)}."
    return ""


def _again(
    project: Project, tries: Tries, attempt: Attempt, operation_id: str, prices: Prices, now: datetime
) -> Change:
    try:
        changed, events = start_operation(
            project,
            operation_id,
            "regenerate",
            tries.stage,
            [attempt.item],
            now=now,
            instruction=tries.instruction if not _told(project, tries, attempt) else "",
            estimates=prices(project, [attempt.item]),
            candidates=True,
        )
    except DailiesError as error:
        return _end(project, tries.id, attempt, "stopped", str(error), now)
    going = replace(attempt, works=(*attempt.works, f"{operation_id}.0"))
    number = len(going.works)
    data = {"tries": tries.id, "item": attempt.item, "number": number, "of": tries.most}
    return _put(changed, tries.id, going, now), (*events, Event("tries.again", data))


def _told(project: Project, tries: Tries, attempt: Attempt) -> bool:
    """Whether the selected take carries the instruction already, so that it is not said twice."""
    selected = project.selected_take(attempt.item)
    return bool(selected and tries.instruction and tries.instruction in selected.changes)


def _end(project: Project, tries_id: str, attempt: Attempt, state: str, reason: str, now: datetime) -> Change:
    best = _best(project, attempt)
    words = reason
    if state == "stopped" and best is not None:
        words = f"{reason} Best: take {best.number} with {_value(project, best) or 0:.0f}."
    ended = replace(
        attempt,
        state="reached" if state == "reached" else "stopped",
        reason=words,
        best=best.id if best else "",
    )
    project = _put(project, tries_id, ended, now)
    data = {
        "tries": tries_id,
        "item": attempt.item,
        "state": ended.state,
        "message": words,
        "best": best.number if best else None,
        "made": len(attempt.works),
    }
    return project, (Event("tries.ended", data),)


def _put(project: Project, tries_id: str, attempt: Attempt, now: datetime) -> Project:
    def changed(tries: Tries) -> Tries:
        if tries.id != tries_id:
            return tries
        attempts = tuple(attempt if each.item == attempt.item else each for each in tries.attempts)
        over = all(each.state != "running" for each in attempts)
        return replace(tries, attempts=attempts, ended_at=now if over else None)

    return replace(project, tries=tuple(changed(each) for each in project.tries))


def _running(project: Project) -> Iterator[tuple[Tries, Attempt]]:
    for tries in project.tries:
        for attempt in tries.attempts:
            if attempt.state == "running":
                yield tries, attempt


def _work(project: Project, work_id: str) -> Work | None:
    return next((work for each in project.operations for work in each.works if work.id == work_id), None)


def _cost(project: Project, work_id: str) -> int:
    """What a try cost; one that failed counts as estimated, unless it is certain that nothing was charged."""
    take, work = project.take(work_id), _work(project, work_id)
    if take is not None:
        return take.cost
    free = work is None or (work.failure is not None and work.failure.charged is False)
    return 0 if free or work is None else work.estimate


def spent_on(project: Project, tries: Tries) -> int:
    """What the tries cost so far, in millionths of a US dollar, with what is under way."""
    return sum(_cost(project, work) for attempt in tries.attempts for work in attempt.works)


def _value(project: Project, take: Take) -> float | None:
    found = overall(scores_of(project, take))
    return found.value if found else None


def _best(project: Project, attempt: Attempt) -> Take | None:
    takes = [take for work in attempt.works if (take := project.take(work)) is not None]
    scored = [(value, take) for take in takes if (value := _value(project, take)) is not None]
    return max(scored, key=lambda pair: pair[0])[1] if scored else None
