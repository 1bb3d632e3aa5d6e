"""Projects, their stages and work, and the gallery."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from dailies.api.schemas.base import OperationKind, OperationStatus, Shape, StageState, WorkStatus
from dailies.api.schemas.conversation import NoteShape, PlanShape
from dailies.api.schemas.cutting import CutSettingsShape
from dailies.api.schemas.insights import RatingShape
from dailies.api.schemas.items import EstimateShape, ItemShape, RenewingShape, TriesShape
from dailies.api.schemas.story import StoryShape
from dailies.domain.brief import AspectRatio, Mode, Style
from dailies.domain.project import Stage
from dailies.domain.registry import REHEARSAL


class BriefShape(Shape):
    """What the creator asked for."""

    prompt: str
    duration_s: int = 30
    aspect_ratio: AspectRatio = "16:9"
    style: Style = "gouache"
    audience: str = ""
    tone: str = ""
    language: str = "en"


class ProvidersShape(Shape):
    """Which model makes what: ids of the registry, or "rehearsal" for the built-in artists."""

    story: str = REHEARSAL
    references: str = REHEARSAL
    storyboard: str = REHEARSAL
    video: str = REHEARSAL
    director: str = REHEARSAL
    editing: str = REHEARSAL
    narration: str = REHEARSAL
    scoring: str = REHEARSAL


class ProvidersPatch(Shape):
    """Choose some models anew; None leaves a part as it is."""

    story: str | None = None
    references: str | None = None
    storyboard: str | None = None
    video: str | None = None
    director: str | None = None
    editing: str | None = None
    narration: str | None = None
    scoring: str | None = None


class ProjectRequest(Shape):
    """Start a project."""

    brief: BriefShape
    mode: Mode = "interactive"
    budget_usd: float | None = Field(default=None, ge=0, le=1_000_000)
    providers: ProvidersPatch = ProvidersPatch()


class ProjectPatch(Shape):
    """Change a project's own settings. ``budget_usd``: null takes the budget away."""

    title: str | None = Field(default=None, min_length=1, max_length=120)
    mode: Mode | None = None
    budget_usd: float | None = Field(default=None, ge=0, le=1_000_000)
    auto_apply_free: bool | None = None
    enhance_prompts: bool | None = None
    providers: ProvidersPatch = ProvidersPatch()


class FilmRequest(Shape):
    """Ask what a film would cost, before it is begun."""

    brief: BriefShape
    providers: ProvidersPatch = ProvidersPatch()


class StageShape(Shape):
    """One stage. ``blockers``: sentences saying why it can't be approved now; ``next``: the price and
    time of making it (or what is missing of it)."""

    name: Stage
    state: StageState
    approved_at: datetime | None
    total: int
    made: int
    stale: int
    failed: int
    blockers: list[str]
    lapsed_because: str
    next: EstimateShape


class WorkItemShape(Shape):
    """One item's part of an operation."""

    item: str
    status: WorkStatus
    message: str


class OperationShape(Shape):
    """One piece of work under way or done."""

    id: str
    kind: OperationKind
    stage: Stage
    status: OperationStatus
    instruction: str
    items: list[WorkItemShape]
    created_at: datetime
    finished_at: datetime | None
    cost_usd: float


class SpendShape(Shape):
    """Money of a project. ``held_usd``: for calls under way; ``unknown_usd``: for calls of which nobody knows
    whether the vendor took them; ``budget_usd`` is None where none was set; ``near``: four fifths of the
    budget are used."""

    spent_usd: float
    held_usd: float
    unknown_usd: float
    budget_usd: float | None
    near: bool


class ProjectShape(Shape):
    """The whole project as it is now. Pass ``revision`` back to guarded verbs and ``last_seq`` to the
    live socket. ``tries``: the latest orders to try until good enough; ``renewing``: the last renewal through several
    stages, or None."""

    id: str
    title: str
    brief: BriefShape
    mode: Mode
    auto_apply_free: bool
    enhance_prompts: bool | None
    reply_usd: float
    revision: int
    last_seq: int
    created_at: datetime
    updated_at: datetime
    rehearsal: bool
    providers: ProvidersShape
    stages: list[StageShape]
    items: list[ItemShape]
    story: StoryShape | None
    cut: CutSettingsShape
    operations: list[OperationShape]
    notes: list[NoteShape]
    plans: list[PlanShape]
    tries: list[TriesShape]
    renewing: RenewingShape | None
    spend: SpendShape
    rating: RatingShape | None


class ProjectCard(Shape):
    """A project in the gallery. ``poster``: sha256 of a picture, or None."""

    id: str
    title: str
    poster: str | None
    stage: Stage
    state: StageState
    approved: list[Stage]
    stale: int
    failed: int
    working: bool
    delivered: bool
    duration_s: int
    aspect_ratio: AspectRatio
    spent_usd: float
    rehearsal: bool
    created_at: datetime
    updated_at: datetime


class ProjectPage(Shape):
    """A page of the gallery. ``counts``: by filter; ``next_cursor``: None on the last page."""

    projects: list[ProjectCard]
    next_cursor: str | None
    counts: dict[str, int]


class GenerateRequest(Shape):
    """Make what a stage is missing."""

    revision: int | None = None


class ApproveRequest(Shape):
    """Sign a stage off. ``with_stale``: the creator has seen that some items are stale."""

    revision: int
    with_stale: bool = False


class FilmEstimate(Shape):
    """Price and time of a film by stage, and in all."""

    stages: dict[Stage, EstimateShape]
    total: EstimateShape
