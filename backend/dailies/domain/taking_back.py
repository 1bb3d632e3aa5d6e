"""Taking an applied plan back as one: what was selected, locked and set before is again. Takes are never lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from dailies.domain.conversation import find_plan, put_plan
from dailies.domain.errors import Conflict
from dailies.domain.items import find_item, stage_of
from dailies.domain.locks import set_locks
from dailies.domain.project import CUT, STORY, Before, Change, Event, Plan, PlanChange, Project
from dailies.domain.takes import select_take


def before_of(project: Project, changes: Iterable[PlanChange]) -> Before:
    """What these changes will find."""
    listed = list(changes)
    items = tuple(dict.fromkeys(change.item for change in listed if change.does not in ("lock", "unlock")))
    locked = tuple(dict.fromkeys(change.item for change in listed if change.does in ("lock", "unlock")))
    return Before(
        tuple((item, project.selected.get(item, "")) for item in items),
        tuple((item, project.locks.get(item, ())) for item in locked),
        project.cut if any(change.does == "cut" for change in listed) else None,
    )


def undo_plan(project: Project, plan_id: str, *, now: datetime) -> Change:
    """Take an applied plan back.

    Raises NotFound ``no_such_plan``, Conflict ``plan_not_applied``, ``work_under_way``, or ``undo_overlaps``
    where something of it was changed again since.
    """
    plan = find_plan(project, plan_id)
    if plan.state != "applied" or plan.before is None:
        sentence = "The plan was taken back already." if plan.state == "undone" else "The plan was not applied."
        raise Conflict(sentence, code="plan_not_applied")
    operation = project.operation(plan.operation) if plan.operation else None
    if operation is not None and operation.active:
        raise Conflict("The plan is still being made. Cancel its work first.", code="work_under_way")
    _require_untouched(project, plan, plan.before)
    project, events = restored(project, plan.before, now=now)
    project = put_plan(project, replace(find_plan(project, plan_id), state="undone"))
    if plan.undoes:
        project = put_plan(project, replace(find_plan(project, plan.undoes), state="applied"))
    return replace(project, updated_at=now), (*events, Event("plan.undone", {"plan": plan_id}))


def restored(project: Project, before: Before, *, now: datetime) -> Change:
    """The project with these takes, locks and settings again."""
    events: list[Event] = []
    for item, take_id in before.selected:
        take = next((each for each in project.takes_of(item) if each.id == take_id), None)
        if take is not None:
            project, more = select_take(project, item, take.number, now=now)
            events.extend(more)
        elif not take_id and item in project.selected:
            left = {key: value for key, value in project.selected.items() if key != item}
            project = replace(project, selected=left)
            events.append(Event("take.selected", {"item": item, "stage": stage_of(item), "take": 0, "id": ""}))
    for item, locks in before.locks:
        project = set_locks(project, item, locks)
    if before.cut is not None and before.cut != project.cut:
        project = replace(project, cut=before.cut)
        events.append(Event("project.changed", {"fields": ["cut"]}))
    return project, tuple(events)


def _require_untouched(project: Project, plan: Plan, before: Before) -> None:
    made = dict(plan.made)
    for item, was in before.selected:
        if project.selected.get(item, "") not in (was, made.get(item, was)):
            raise Conflict(_overlap(project, plan, item), code="undo_overlaps")
    for item, locks in before.locks:
        if set(project.locks.get(item, ())) not in (set(locks), set(_locks_after(plan, item, locks))):
            raise Conflict(_overlap(project, plan, item), code="undo_overlaps")
    later = _later(project, plan, CUT)
    if before.cut is not None and later is not None:
        raise Conflict(_overlap(project, plan, CUT), code="undo_overlaps")


def _locks_after(plan: Plan, item: str, locks: tuple[str, ...]) -> tuple[str, ...]:
    after = list(locks)
    for change in plan.changes:
        if change.item == item and change.does == "lock":
            after.extend(lock for lock in change.locks if lock not in after)
        elif change.item == item and change.does == "unlock":
            after = [lock for lock in after if lock not in change.locks]
    return tuple(after)


def _later(project: Project, plan: Plan, item: str) -> Plan | None:
    """The last plan applied after this one that changes the item."""
    after = project.plans[[each.id for each in project.plans].index(plan.id) + 1 :]
    found = [each for each in after if each.state == "applied" and any(c.item == item for c in each.changes)]
    return found[-1] if found else None


def _overlap(project: Project, plan: Plan, item: str) -> str:
    later, known = _later(project, plan, item), find_item(project, item)
    label = "The story" if item == STORY else known.label if known else "Something it changed"
    if later is not None:
        return f"{label} was changed again by “{later.summary}”. Take that back first."
    take = project.selected_take(item)
    if take is not None and not any(take.id == made for _, made in plan.made):
        return f"{label} has another take selected since: take {take.number}. Pick the earlier one by hand."
    return f"{label} was changed by hand since. Nothing was taken back."
