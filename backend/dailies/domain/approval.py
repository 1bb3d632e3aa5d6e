"""Gates: which stage may be made, which may be approved, and whether an approval still holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from dailies.domain.errors import Conflict
from dailies.domain.items import find_item, items_of
from dailies.domain.project import STAGES, Approval, Change, Event, Project, Stage
from dailies.domain.staleness import is_stale

StageState = Literal["locked", "ready", "making", "review", "approved", "lapsed"]


@dataclass(frozen=True)
class StageView:
    """Everything about a stage that follows from the state."""

    name: Stage
    state: StageState
    approval: Approval | None
    total: int
    made: int
    stale: int
    failed: int
    blockers: tuple[str, ...]
    lapsed_because: str


def selection(project: Project, stage: Stage) -> tuple[tuple[str, str], ...]:
    """(item, selected take id) of every item of the stage that has one."""
    return tuple(
        (item.id, project.selected[item.id]) for item in items_of(project, stage) if item.id in project.selected
    )


def approval_holds(project: Project, stage: Stage) -> bool:
    """Whether the stage was approved with exactly the items and takes selected now."""
    approval = project.approvals.get(stage)
    if approval is None:
        return False
    items = items_of(project, stage)
    return set(approval.takes) == set(selection(project, stage)) and len(approval.takes) == len(items)


def gate_open(project: Project, stage: Stage) -> bool:
    """Whether every stage above is approved."""
    return all(approval_holds(project, above) for above in STAGES[: STAGES.index(stage)])


def require_gate(project: Project, stage: Stage) -> None:
    """Raise Conflict ``stage_locked`` unless every stage above is approved."""
    for above in STAGES[: STAGES.index(stage)]:
        if not approval_holds(project, above):
            raise Conflict(f"Approve the {above} first: {stage} is made from it.", code="stage_locked")


def missing_items(project: Project, stage: Stage) -> tuple[str, ...]:
    """Ids of the stage's items without a take, in order."""
    return tuple(item.id for item in items_of(project, stage) if item.id not in project.selected)


def stage_view(project: Project, stage: Stage) -> StageView:
    """Derive the stage's state, counts and what blocks its approval."""
    items = items_of(project, stage)
    made = len(selection(project, stage))
    approval = project.approvals.get(stage)
    making = any(operation.stage == stage for operation, _ in project.active_works())
    if making:
        state: StageState = "making"
    elif approval_holds(project, stage):
        state = "approved"
    elif approval is not None:
        state = "lapsed"
    elif made or any(item.id in project.outcomes for item in items):
        state = "review"
    else:
        state = "ready" if gate_open(project, stage) else "locked"
    return StageView(
        stage,
        state,
        approval if state == "approved" else None,
        len(items),
        made,
        sum(is_stale(project, item.id) for item in items),
        sum(item.id in project.outcomes for item in items),
        _blockers(project, stage, making=making),
        _lapse(project, approval) if state == "lapsed" and approval else "",
    )


def _blockers(project: Project, stage: Stage, *, making: bool) -> tuple[str, ...]:
    blockers = []
    for above in STAGES[: STAGES.index(stage)]:
        if not approval_holds(project, above):
            blockers.append(f"The {above} is not approved.")
            break
    if making:
        blockers.append("Work is under way.")
        return tuple(blockers)
    missing = missing_items(project, stage)
    items = {item.id: item for item in items_of(project, stage)}
    if not items:
        blockers.append("There is nothing to approve yet.")
    for item_id in missing[:2]:
        item = items[item_id]
        blockers.append(f"{item.code or item.label} has no take.")
    if len(missing) > 2:
        blockers.append(f"{len(missing) - 2} more have no take.")
    return tuple(blockers)


def _lapse(project: Project, approval: Approval) -> str:
    approved = dict(approval.takes)
    now = dict(selection(project, approval.stage))
    for item_id, take_id in now.items():
        if approved.get(item_id) == take_id:
            continue
        item, take = find_item(project, item_id), project.selected_take(item_id)
        if item and take:
            what = f"is now take {take.number}" if item_id in approved else "is new"
            return f"{item.code or item.label} {what}."
    return "Something approved left the story."


def approve(project: Project, stage: Stage, *, by: str, now: datetime, with_stale: bool) -> Change:
    """Sign the stage off with the takes selected now.

    Raises Conflict: ``stage_locked``, ``not_approvable`` (something is missing or under way), or
    ``needs_confirmation`` when items are stale or failed and ``with_stale`` is not given.
    """
    require_gate(project, stage)
    view = stage_view(project, stage)
    if view.blockers:
        raise Conflict(" ".join(view.blockers), code="not_approvable")
    if (view.stale or view.failed) and not with_stale:
        raise Conflict(
            f"{view.stale} stale and {view.failed} failed. Renew them, or approve as it is.",
            code="needs_confirmation",
        )
    approval = Approval(stage, selection(project, stage), now, by)
    approved = replace(project, approvals={**project.approvals, stage: approval})
    data: dict[str, object] = {"stage": stage, "by": by}
    if stage == "video" and project.story is not None:
        data["seconds"] = project.story.seconds
    return approved, (Event("stage.approved", data),)


def reopen(project: Project, stage: Stage) -> Change:
    """Take the stage's approval back. Raises Conflict ``not_approved``."""
    if stage not in project.approvals:
        raise Conflict(f"The {stage} is not approved.", code="not_approved")
    left = {name: approval for name, approval in project.approvals.items() if name != stage}
    return replace(project, approvals=left), (Event("stage.reopened", {"stage": stage}),)
