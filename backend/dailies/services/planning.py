"""From the director's proposal to a plan, and from a plan to what is done: pure functions of the project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from dailies.domain.conversation import find_note, find_plan, mark_applied, plan_base, usable_plan
from dailies.domain.cut_words import cut_from_instruction
from dailies.domain.errors import Conflict
from dailies.domain.items import find_item, items_of
from dailies.domain.locks import lock, unlock
from dailies.domain.operations import start_operation
from dailies.domain.project import (
    CUT,
    STAGES,
    STORY,
    Before,
    Change,
    Event,
    Plan,
    PlanChange,
    PlanOption,
    Project,
    Stage,
    Take,
)
from dailies.domain.staleness import dependents
from dailies.domain.takes import add_take, next_number, select_take, set_cut
from dailies.domain.taking_back import before_of, undo_plan
from dailies.ports import Proposal

PICTURES = ("references", "storyboard")
"""Stages whose items can be adjusted here."""


def plan_of(
    project: Project, note_id: str, stage: Stage, proposal: Proposal, plan_id: str, now: datetime
) -> Plan | None:
    """The proposal as a plan; what is not in its stage, or can't be done to it, is left out. None where nothing is
    left."""
    where: Stage = next((each for each in STAGES if each == proposal.stage), stage)
    if proposal.kind == "undo":
        return _undoing(project, note_id, where, proposal, plan_id, now)
    known = {item.id for item in items_of(project, where)}
    whole = (proposal, *proposal.also)
    changes = tuple(
        change
        for part in whole
        for change in _changes(part, where)
        if change.item in known and _possible(project, change)
    )
    if not changes:
        return None
    plan = Plan(plan_id, note_id, where, proposal.summary, changes, plan_base(project, changes), now)
    options = _options(project, proposal, changes, where)
    if not options:
        return plan
    return replace(plan, options=options, changes=options[0].changes)


def _undoing(
    project: Project, note_id: str, stage: Stage, proposal: Proposal, plan_id: str, now: datetime
) -> Plan | None:
    earlier = next((plan for plan in project.plans if plan.id == proposal.plan and plan.state == "applied"), None)
    if earlier is None:
        return None
    changes = tuple(PlanChange(item, "", kind="undo") for item in dict.fromkeys(each.item for each in earlier.changes))
    return Plan(plan_id, note_id, earlier.stage, proposal.summary, changes, (), now, undoes=earlier.id)


def _changes(proposal: Proposal, stage: Stage) -> list[PlanChange]:
    items = tuple(dict.fromkeys(proposal.items))
    if proposal.kind == "select":
        return [PlanChange(item, "", proposal.takes[item], "pick") for item in items if item in proposal.takes]
    if proposal.kind in ("lock", "unlock"):
        return [PlanChange(item, "", kind=proposal.kind, locks=proposal.locks) for item in items]
    if proposal.kind == "adjust":
        if stage not in PICTURES or proposal.adjustment is None:
            return []
        return [PlanChange(item, "", kind="adjust", adjustment=proposal.adjustment) for item in items]
    if proposal.kind != "regenerate":
        return []
    told = [(item, proposal.instructions.get(item, proposal.instruction)) for item in items]
    return [
        PlanChange(item, words, kind="story" if item == STORY else "cut" if item == CUT else "make")
        for item, words in told
    ]


def _possible(project: Project, change: PlanChange) -> bool:
    if change.does == "pick":
        return any(take.number == change.take for take in project.takes_of(change.item))
    if change.does == "adjust":
        take = project.selected_take(change.item)
        return take is not None and take.media is not None
    return True


def _options(
    project: Project, proposal: Proposal, changes: tuple[PlanChange, ...], stage: Stage
) -> tuple[PlanOption, ...]:
    """The free local change first, drawing anew second, where all of the items have a picture to change."""
    if proposal.kind != "regenerate" or proposal.adjustment is None or proposal.also or stage not in PICTURES:
        return ()
    free = tuple(PlanChange(change.item, "", kind="adjust", adjustment=proposal.adjustment) for change in changes)
    if not all(_possible(project, change) for change in free):
        return ()
    return (PlanOption("Adjust here, free", free), PlanOption("Draw anew", changes))


def made_by(plan: Plan) -> tuple[str, ...]:
    """Items of which a plan has an artist make a new take."""
    return tuple(change.item for change in plan.changes if change.does in ("make", "story", "cut"))


def plan_stale(project: Project, plan: Plan) -> tuple[str, ...]:
    """Labels of what applying the plan would make stale. What a new story makes stale is known when it
    is written; until then the list names nothing."""
    items = tuple(change.item for change in plan.changes if change.does not in ("lock", "unlock"))
    found = (find_item(project, item) for item in dependents(project, items))
    return tuple(item.label for item in found if item is not None)


@dataclass(frozen=True)
class Materials:
    """What applying a plan needs from outside. ``prices``: of one take, in millionths of a US dollar, by item;
    ``adjusted``: takes adjusted here, by item."""

    prices: Mapping[str, int] = field(default_factory=dict)
    adjusted: Mapping[str, Take] = field(default_factory=dict)


def apply_plan(project: Project, plan_id: str, operation_id: str, now: datetime, materials: Materials) -> Change:
    """Do everything a plan says and start its work, in one change; what was before is kept with the plan.

    Raises Conflict ``plan_used``, ``plan_outdated``, and what its parts raise.
    """
    plan = usable_plan(project, plan_id)
    before = before_of(project, plan.changes)
    if plan.undoes:
        return _take_back(project, plan, now)
    project, events, made = _at_once(project, plan.changes, materials, now)
    wanted = list(made_by(plan))
    if wanted:
        project, more = _start(project, plan, wanted, operation_id, now, materials.prices)
        operation = project.operation(operation_id)
        made.extend((work.item, work.id) for work in (operation.works if operation else ()))
        events.extend(more)
    project, more = mark_applied(project, plan_id, operation_id if wanted else None, before, tuple(made))
    return project, (*events, *more)


def _take_back(project: Project, plan: Plan, now: datetime) -> Change:
    earlier = find_plan(project, plan.undoes)
    found = earlier.before or Before()
    here = Before(
        tuple((item, project.selected.get(item, "")) for item, _ in found.selected),
        tuple((item, project.locks.get(item, ())) for item, _ in found.locks),
        project.cut if found.cut is not None else None,
    )
    project, events = undo_plan(project, plan.undoes, now=now)
    project, more = mark_applied(project, plan.id, None, here, found.selected)
    return project, (*events, *more)


def _at_once(
    project: Project, changes: Sequence[PlanChange], materials: Materials, now: datetime
) -> tuple[Project, list[Event], list[tuple[str, str]]]:
    """Picks, adjustments, locks and the cut's settings: free, and done in the same change."""
    events: list[Event] = []
    made: list[tuple[str, str]] = []
    for change in changes:
        more: tuple[Event, ...] = ()
        if change.does == "pick":
            project, more = select_take(project, change.item, change.take or 0, now=now)
            made.append((change.item, project.selected.get(change.item, "")))
        elif change.does == "adjust":
            project, more = _adjusted(project, change, materials)
            made.append((change.item, project.selected.get(change.item, "")))
        elif change.does in ("lock", "unlock"):
            setting = lock if change.does == "lock" else unlock
            project = setting(project, change.item, change.locks)
            more = (Event("project.changed", {"fields": ["locks"]}),)
        elif change.does == "cut":
            settings = change.cut or cut_from_instruction(project.cut, change.instruction)
            project, more = set_cut(project, settings)
        events.extend(more)
    return project, events, made


def _adjusted(project: Project, change: PlanChange, materials: Materials) -> Change:
    take = materials.adjusted.get(change.item)
    if take is None or take.parent != project.selected.get(change.item):
        item = find_item(project, change.item)
        label = item.code or item.label if item else "Something it changes"
        raise Conflict(f"{label} has a new take. Refresh the plan, free.", code="plan_outdated")
    return add_take(project, replace(take, number=next_number(project, change.item)))


def _start(
    project: Project, plan: Plan, wanted: list[str], operation_id: str, now: datetime, prices: Mapping[str, int]
) -> Change:
    instructions = {change.item: change.instruction for change in plan.changes if change.item != CUT}
    return start_operation(
        project,
        operation_id,
        "assemble" if wanted == [CUT] else "regenerate",
        plan.stage,
        wanted,
        now=now,
        instruction=plan.summary,
        instructions={CUT: "", **instructions},
        note=find_note(project, plan.note).text if plan.note else "",
        note_id=plan.note,
        estimates=prices,
    )
