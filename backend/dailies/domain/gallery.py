"""What the gallery shows of a project, derived from its state and kept beside it for fast lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dailies.domain.approval import StageState, approval_holds, stage_view
from dailies.domain.items import items_of
from dailies.domain.project import STAGES, Project, Stage


@dataclass(frozen=True)
class Card:
    """One project in the gallery. ``poster``: sha256 of a picture, or ""."""

    stage: Stage
    state: StageState
    approved: tuple[Stage, ...]
    stale: int
    failed: int
    working: bool
    delivered: bool
    poster: str
    spent: int
    rehearsal: bool = True

    @property
    def status(self) -> Literal["making", "done", "needs_you"]:
        """The gallery's filter the project falls under."""
        if self.working:
            return "making"
        return "done" if self.delivered else "needs_you"


def card_of(project: Project) -> Card:
    """Derive a project's card: the stage shown is the first that is not approved, or the last."""
    views = {stage: stage_view(project, stage) for stage in STAGES}
    stage = next((name for name in STAGES if views[name].state != "approved"), STAGES[-1])
    return Card(
        stage,
        views[stage].state,
        tuple(name for name in STAGES if approval_holds(project, name)),
        sum(view.stale for view in views.values()),
        sum(view.failed for view in views.values()),
        any(True for _ in project.active_works()),
        views["video"].state == "approved",
        poster_of(project),
        project.spend.spent,
        project.casting.rehearsal,
    )


def poster_of(project: Project) -> str:
    """The picture that stands for the project: a frame from the middle of the film, or the style."""
    for stage in ("storyboard", "references"):
        pictures = [
            take.media.sha256
            for item in items_of(project, stage)
            if (take := project.selected_take(item.id)) is not None and take.media is not None
        ]
        if pictures:
            return pictures[len(pictures) // 2] if stage == "storyboard" else pictures[-1]
    return ""
