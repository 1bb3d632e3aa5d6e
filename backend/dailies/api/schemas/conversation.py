"""Notes, replies and plans."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from dailies.api.schemas.base import PlanState, ReplyState, Shape
from dailies.api.schemas.editing import AdjustmentShape
from dailies.api.schemas.items import EstimateShape
from dailies.domain.project import ChangeKind, Lock, NoteKind, Stage


class PlanChangeShape(Shape):
    """What a plan does to one item. ``kind``: make (by ``instruction``), pick (``take``), adjust (``adjustment``, in
    words ``adjusts``), lock or unlock (``locks``), cut, story, or undo. ``keeps``: parts that locks keep."""

    item: str
    label: str
    kind: ChangeKind
    instruction: str
    take: int | None
    adjustment: AdjustmentShape | None
    adjusts: str
    locks: list[Lock]
    keeps: list[Lock]


class PlanOptionShape(Shape):
    """One of several ways to do what a note asks, with its price."""

    label: str
    changes: list[PlanChangeShape]
    price: EstimateShape


class PlanShape(Shape):
    """The list of changes a note would make. ``options``: the ways to choose from, none where there is one only;
    ``option``: the chosen one's place, whose changes are ``changes``. ``undoes``: the plan this one takes back.
    ``can_undo``: whether it was applied and can be taken back as one. ``locked``: what locks keep, as a sentence."""

    id: str
    note: str
    stage: Stage
    state: PlanState
    summary: str
    changes: list[PlanChangeShape]
    keep: str
    price: EstimateShape
    stale: list[str]
    outdated_because: str
    operation: str | None
    created_at: datetime
    options: list[PlanOptionShape]
    option: int
    undoes: str | None
    can_undo: bool
    locked: str


class PlanPatch(Shape):
    """Keep only these items, change what each is told, or choose another of the plan's options (its place, from 0)."""

    items: list[str] | None = None
    instruction: str | None = Field(default=None, max_length=2000)
    option: int | None = Field(default=None, ge=0)


class PlanApply(Shape):
    """Run a plan. ``option``: by which of its options; none is the chosen one."""

    option: int | None = Field(default=None, ge=0)


class NoteShape(Shape):
    """One message of the creator and the director's reply. ``kind``: how it was understood, None until it is
    answered; ``targets``: items talked about, to highlight; ``choices``: notes to click where the director asks."""

    id: str
    text: str
    stage: Stage
    items: list[str]
    created_at: datetime
    reply: str
    reply_state: ReplyState
    replied_at: datetime | None
    plan: str | None
    kind: NoteKind | None
    targets: list[str]
    choices: list[str]


class NoteRequest(Shape):
    """Say something to the director. ``items``: what the note is about; empty means the stage."""

    text: str = Field(max_length=4000)
    stage: Stage
    items: list[str] = []


class NoteAnswer(Shape):
    """The note with its reply, and the plan where the note asked for a change."""

    note: NoteShape
    reply: str
    plan: PlanShape | None
