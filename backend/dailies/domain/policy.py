"""What happens by itself when an operation ends.

Interactive projects wait for the creator, but join the clips into a cut, which is free. Automatic ones
approve each stage and go on; they stop at anything failed, stale or over budget, and can be taken over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dailies.domain.approval import approval_holds, gate_open, missing_items, stage_view
from dailies.domain.project import CUT, STAGES, Operation, Project, Stage


@dataclass(frozen=True)
class Step:
    """The next thing to do: approve a stage, make what it misses, or join the cut."""

    kind: Literal["approve", "generate", "assemble"]
    stage: Stage


def next_step(project: Project, ended: Operation | None = None) -> Step | None:
    """The step to take without asking, or None to wait. ``ended``: the operation that just ended."""
    if any(True for _ in project.active_works()):
        return None
    if ended is not None and ended.status == "cancelled":
        return None
    if _cut_due(project, ended):
        return Step("assemble", "video")
    if project.mode != "automatic":
        return None
    for stage in STAGES:
        if approval_holds(project, stage):
            continue
        view = stage_view(project, stage)
        if view.failed or view.stale or not gate_open(project, stage):
            return None
        missing = [item for item in missing_items(project, stage) if item != CUT]
        if missing:
            return Step("generate", stage)
        return None if view.blockers else Step("approve", stage)
    return None


def _cut_due(project: Project, ended: Operation | None) -> bool:
    """A first cut follows the clips at once; later ones wait for the creator."""
    return (
        ended is not None
        and ended.stage == "video"
        and ended.kind != "assemble"
        and gate_open(project, "video")
        and missing_items(project, "video") == (CUT,)
    )
