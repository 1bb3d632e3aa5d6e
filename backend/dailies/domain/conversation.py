"""Verbs on notes and plans. A note never changes anything but the conversation; a plan waits for the creator."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Literal

from dailies.domain.errors import Conflict, InvalidInput, NotFound
from dailies.domain.items import find_item
from dailies.domain.project import Before, Change, ChangeKind, Event, Note, NoteKind, Plan, PlanChange, Project

MAX_NOTE = 4000
"""Characters in a note."""

MAX_CHOICES = 3
"""Choices under a question of the director's."""


def add_note(project: Project, note: Note) -> Change:
    """Keep a note; the director's reply comes later.

    Raises InvalidInput ``note_empty`` or ``note_too_long``, NotFound ``no_such_item``.
    """
    text = note.text.strip()
    if not text:
        raise InvalidInput("The note is empty.", code="note_empty")
    if len(text) > MAX_NOTE:
        raise InvalidInput(f"A note has at most {MAX_NOTE:,} characters.", code="note_too_long")
    for item in note.items:
        if find_item(project, item) is None:
            raise NotFound("The note is about something that is not in this project.", code="no_such_item")
    kept = replace(project, notes=(*project.notes, replace(note, text=text)), updated_at=note.created_at)
    return kept, (Event("note.added", {"note": note.id, "stage": note.stage}),)


def find_note(project: Project, note_id: str) -> Note:
    """The note with this id. Raises NotFound ``no_such_note``."""
    note = next((each for each in project.notes if each.id == note_id), None)
    if note is None:
        raise NotFound("There is no such note.", code="no_such_note")
    return note


def finish_reply(
    project: Project,
    note_id: str,
    reply: str,
    plan: Plan | None,
    *,
    now: datetime,
    kind: NoteKind | Literal[""] = "",
    targets: tuple[str, ...] = (),
    choices: tuple[str, ...] = (),
) -> Change:
    """Keep the director's whole reply, and the plan it proposes. Repeated, or after the reply was stopped, it
    changes nothing."""
    note = find_note(project, note_id)
    if note.reply_state in ("done", "stopped"):
        return project, ()
    answered = replace(
        note,
        reply=reply,
        reply_state="done",
        replied_at=now,
        plan=plan.id if plan else None,
        kind=kind,
        targets=targets,
        choices=choices[:MAX_CHOICES],
    )
    events = [Event("reply.done", {"note": note_id})]
    project = _put_note(project, answered)
    if plan is not None:
        project = replace(project, plans=(*project.plans, plan))
        events.append(Event("plan.proposed", {"plan": plan.id, "note": note_id}))
    return project, tuple(events)


def fail_reply(project: Project, note_id: str, message: str, *, now: datetime) -> Change:
    """Close a note whose reply could not be written, with the reason as its reply."""
    note = find_note(project, note_id)
    if note.reply_state == "stopped":
        return project, ()
    failed = replace(note, reply=message, reply_state="failed", replied_at=now)
    return _put_note(project, failed), (Event("reply.done", {"note": note_id}),)


def stop_reply(project: Project, note_id: str, so_far: str, *, now: datetime) -> Change:
    """Close a note whose reply the creator stopped; what was written until then is kept, and nothing is proposed.

    Raises NotFound ``no_such_note``, Conflict ``reply_ended``.
    """
    note = find_note(project, note_id)
    if note.reply_state == "stopped":
        return project, ()
    if note.reply_state != "writing":
        raise Conflict("The reply has ended already.", code="reply_ended")
    stopped = replace(note, reply=so_far.strip(), reply_state="stopped", replied_at=now)
    return _put_note(project, stopped), (Event("reply.done", {"note": note_id}),)


def _put_note(project: Project, note: Note) -> Project:
    return replace(project, notes=tuple(note if each.id == note.id else each for each in project.notes))


def find_plan(project: Project, plan_id: str) -> Plan:
    """The plan with this id. Raises NotFound ``no_such_plan``."""
    plan = next((each for each in project.plans if each.id == plan_id), None)
    if plan is None:
        raise NotFound("There is no such plan.", code="no_such_plan")
    return plan


def put_plan(project: Project, plan: Plan) -> Project:
    """The project with the plan of the same id replaced."""
    return replace(project, plans=tuple(plan if each.id == plan.id else each for each in project.plans))


def plan_base(project: Project, changes: tuple[PlanChange, ...]) -> tuple[tuple[str, str], ...]:
    """The selected takes a plan is made for."""
    return tuple((change.item, project.selected.get(change.item, "")) for change in changes)


def outdated_because(project: Project, plan: Plan) -> str:
    """Why a waiting plan no longer fits ("4A has a new take."), or ""."""
    if plan.state != "proposed":
        return ""
    for item_id, take_id in plan.base:
        item = find_item(project, item_id)
        if item is None:
            return "Something it would change left the story."
        if project.selected.get(item_id, "") != take_id:
            return f"{item.code or item.label} has a new take."
    return ""


def usable_plan(project: Project, plan_id: str) -> Plan:
    """The plan, if it can be applied.

    Raises Conflict ``plan_used`` or ``plan_outdated``, NotFound ``no_such_plan``.
    """
    plan = find_plan(project, plan_id)
    if plan.state != "proposed":
        raise Conflict(f"The plan was {plan.state} already.", code="plan_used")
    reason = outdated_because(project, plan)
    if reason:
        raise Conflict(f"{reason} Refresh the plan, free.", code="plan_outdated")
    return plan


def edit_plan(
    project: Project, plan_id: str, items: tuple[str, ...] | None, instruction: str | None, option: int | None = None
) -> Change:
    """Keep only some of a plan's items, say the change in other words, or choose another of its options.

    Raises Conflict ``plan_used``, InvalidInput ``plan_empty`` or ``no_such_option``.
    """
    plan = find_plan(project, plan_id)
    if plan.state != "proposed":
        raise Conflict(f"The plan was {plan.state} already.", code="plan_used")
    if option is not None:
        plan = _with_option(plan, option)
    changes = tuple(change for change in plan.changes if items is None or change.item in items)
    if not changes:
        raise InvalidInput("A plan changes at least one thing.", code="plan_empty")
    if instruction is not None:
        changes = tuple(
            replace(change, instruction=instruction.strip()) if change.does in WORDED else change for change in changes
        )
    edited = replace(plan, changes=changes, base=plan_base(project, changes))
    return put_plan(project, edited), (Event("plan.proposed", {"plan": plan_id, "note": plan.note}),)


WORDED: tuple[ChangeKind, ...] = ("make", "story", "cut")
"""Changes that are told in words."""


def _with_option(plan: Plan, option: int) -> Plan:
    """The plan by another of its options, for the items it still has."""
    if not 0 <= option < len(plan.options):
        raise InvalidInput("The plan has no such option.", code="no_such_option")
    kept = {change.item for change in plan.changes}
    chosen = tuple(change for change in plan.options[option].changes if change.item in kept)
    return replace(plan, changes=chosen, option=option)


def refresh_plan(project: Project, plan_id: str) -> Change:
    """Make a waiting plan fit the takes selected now; items that left the story are dropped.

    Raises Conflict ``plan_used``, InvalidInput ``plan_empty``.
    """
    plan = find_plan(project, plan_id)
    left = tuple(change.item for change in plan.changes if find_item(project, change.item) is not None)
    return edit_plan(project, plan_id, left, None)


def discard_plan(project: Project, plan_id: str) -> Change:
    """Drop a waiting plan. Raises Conflict ``plan_used``."""
    plan = find_plan(project, plan_id)
    if plan.state != "proposed":
        raise Conflict(f"The plan was {plan.state} already.", code="plan_used")
    return put_plan(project, replace(plan, state="discarded")), (Event("plan.discarded", {"plan": plan_id}),)


def mark_applied(
    project: Project,
    plan_id: str,
    operation_id: str | None,
    before: Before | None = None,
    made: tuple[tuple[str, str], ...] = (),
) -> Change:
    """Close a plan whose changes were started. ``before`` and ``made``: see Plan."""
    plan = find_plan(project, plan_id)
    applied = replace(plan, state="applied", operation=operation_id, before=before, made=made)
    data = {"plan": plan_id, "operation": operation_id}
    return put_plan(project, applied), (Event("plan.applied", data),)
