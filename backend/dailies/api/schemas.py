"""The shapes that cross the wire. Money is in US dollars, time in seconds, moments in UTC (ISO 8601)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, EmailStr, Field

from dailies.domain.brief import AspectRatio, Mode, Style
from dailies.domain.inpainting import Intent
from dailies.domain.project import ChangeKind, Lock, NoteKind, PromptSource, Stage
from dailies.domain.registry import REHEARSAL, Dialect, ModelKind, Tier
from dailies.domain.story import CameraMove, EntityKind, ShotSize, TimeOfDay, Weather

StageState = Literal["locked", "ready", "making", "review", "approved", "lapsed"]
ItemKind = Literal["story", "character", "place", "product", "style", "frame", "clip", "cut"]
Origin = Literal["generated", "note", "edit", "adjust", "upload", "hand"]
WorkStatus = Literal["queued", "running", "succeeded", "failed", "cancelled"]
OperationStatus = Literal["queued", "running", "waiting", "succeeded", "failed", "cancelling", "cancelled"]
OperationKind = Literal["generate", "regenerate", "assemble", "edit"]
PlanState = Literal["proposed", "applied", "discarded", "undone", "outdated"]
ReplyState = Literal["writing", "done", "failed", "stopped"]


class Shape(BaseModel):
    """Base of all: unknown fields are refused, domain objects can be read."""

    model_config = ConfigDict(extra="forbid", from_attributes=True)


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


class EntityShape(Shape):
    """A character, place or product of the story."""

    id: str
    kind: EntityKind
    name: str
    description: str


class ShotShape(Shape):
    """One shot. ``seconds`` is a multiple of 0.5."""

    id: str
    seconds: float
    action: str
    size: ShotSize
    move: CameraMove
    who: list[str]
    line: str
    speaker: str
    caption: str


class SceneShape(Shape):
    """Shots in one place at one time."""

    id: str
    title: str
    place: str
    time: TimeOfDay
    weather: Weather
    mood: str
    shots: list[ShotShape]


class StoryShape(Shape):
    """The whole story."""

    title: str
    logline: str
    framework: str
    entities: list[EntityShape]
    scenes: list[SceneShape]
    style: str
    call_to_action: str
    language: str
    remarks: list[str]


class EditStory(Shape):
    """Change words of the story itself."""

    op: Literal["story"] = "story"
    title: str | None = None
    logline: str | None = None
    call_to_action: str | None = None


class EditEntity(Shape):
    """Change a character, place or product."""

    op: Literal["entity"] = "entity"
    id: str
    name: str | None = None
    description: str | None = None


class EditScene(Shape):
    """Change a scene's heading."""

    op: Literal["scene"] = "scene"
    id: str
    title: str | None = None
    time: TimeOfDay | None = None
    weather: Weather | None = None
    mood: str | None = None


class EditShot(Shape):
    """Change fields of a shot."""

    op: Literal["shot"] = "shot"
    id: str
    seconds: float | None = None
    action: str | None = None
    size: ShotSize | None = None
    move: CameraMove | None = None
    who: list[str] | None = None
    line: str | None = None
    speaker: str | None = None
    caption: str | None = None


class AddShot(Shape):
    """Insert a shot after another one, in the same scene. ``like``: copy that shot's fields."""

    op: Literal["add_shot"] = "add_shot"
    after: str
    action: str
    seconds: float = 2.0
    size: ShotSize = "medium"
    move: CameraMove = "static"
    who: list[str] = []


class RemoveShot(Shape):
    """Remove a shot; a scene that has none left goes with it."""

    op: Literal["remove_shot"] = "remove_shot"
    id: str


class MoveShot(Shape):
    """Put a shot after another one ("" puts it first in the film)."""

    op: Literal["move_shot"] = "move_shot"
    id: str
    after: str


StoryEdit = Annotated[
    EditStory | EditEntity | EditScene | EditShot | AddShot | RemoveShot | MoveShot, Field(discriminator="op")
]


class CutSettingsShape(Shape):
    """How clips are joined."""

    transition: Literal["cut", "dissolve"] = "cut"
    captions: bool = True
    music: bool = True
    title: bool = True


class ItemPatch(Shape):
    """A hand edit: of the story (item ``story``) or of the cut's settings (item ``cut``)."""

    edits: list[StoryEdit] = []
    cut: CutSettingsShape | None = None
    revision: int | None = None


class ScoreShape(Shape):
    """What was measured and how. ``value`` is None when it was not measured; then ``method`` says why.
    ``region``: where in the picture, as shares (left, top, right, bottom), or None for the whole."""

    name: str
    value: float | None
    scale: str
    method: str
    region: tuple[float, float, float, float] | None


class MediaShape(Shape):
    """A stored picture or film."""

    sha256: str
    media_type: str
    width: int
    height: int
    seconds: float | None
    bytes: int


class CropShape(Shape):
    """What is kept of a picture, as shares of it."""

    left: float = Field(default=0.0, ge=0, le=1)
    top: float = Field(default=0.0, ge=0, le=1)
    right: float = Field(default=1.0, ge=0, le=1)
    bottom: float = Field(default=1.0, ge=0, le=1)


class AdjustmentShape(Shape):
    """A free local adjustment. ``exposure``: stops, -4 to 4; ``straighten``: degrees clockwise, -45 to 45; the
    others -1 to 1."""

    exposure: float = 0.0
    contrast: float = 0.0
    saturation: float = 0.0
    temperature: float = 0.0
    tint: float = 0.0
    straighten: float = 0.0
    flip: bool = False
    crop: CropShape = CropShape()


class AdjustRequest(Shape):
    """Adjust a take. ``take``: the number of the take to start from, else the selected one."""

    adjustment: AdjustmentShape
    take: int | None = None


class BoxShape(Shape):
    """A rectangle of pixels, right and bottom exclusive."""

    left: int
    top: int
    right: int
    bottom: int


class EditShape(Shape):
    """A mask edit: its plan, and the check that nothing outside changed. ``mask``, ``raw``: sha256 of the mask and
    of what was painted; ``untouched``: pixels compared with the parent, ``changed``: those that differ."""

    intent: Intent
    prompt: str
    negative_prompt: str
    mask: str
    raw: str
    box: BoxShape
    sent: tuple[int, int]
    grow: int
    feather: int
    colour_match: float
    strength: float
    steps: int | None
    guidance: float | None
    model: str
    untouched: int
    changed: int
    seam: float | None


class EditLookShape(Shape):
    """What a mask edit would send and cost. ``covers``: share of the picture that is painted; ``apart``: regions
    that are better painted one by one."""

    box: BoxShape
    sent: tuple[int, int]
    feather: int
    covers: float
    apart: list[BoxShape]
    price_usd: float


class PointShape(Shape):
    """A point in the picture, in pixels. ``add``: whether it belongs to what is meant."""

    x: float
    y: float
    add: bool = True


class RegionRequest(Shape):
    """Point at a thing, draw a box around it, or name it in ``words`` for a ``model`` that finds things by words.
    ``take``: the take it is in, else the selected one."""

    points: list[PointShape] = Field(default=[], max_length=64)
    box: BoxShape | None = None
    words: str = Field(default="", max_length=200)
    model: str = Field(default="", max_length=160)
    take: int | None = None


class ReblendRequest(Shape):
    """Blend the painted part of a mask edit again, without a new call."""

    take: int
    feather: int | None = None
    colour_match: float | None = None


class MadeFromShape(Shape):
    """A take this one was made from."""

    item: str
    label: str
    take: int


class PromptPartShape(Shape):
    """A line of a prompt. ``source``: the story, a note, a lock or the enhancement; ``note``: id of the note that
    asked for it, "" where none did or it is not known."""

    text: str
    source: PromptSource
    note: str


class TakeShape(Shape):
    """One immutable version of an item. ``story`` is set on takes of the story, ``media`` on all others."""

    id: str
    number: int
    origin: Origin
    created_at: datetime
    note: str
    parent: int | None
    media: MediaShape | None
    story: StoryShape | None
    cut: CutSettingsShape | None
    prompt: str
    prompt_parts: list[PromptPartShape] = []
    model: str
    provider: str
    seed: int
    made_from: list[MadeFromShape]
    cost_usd: float
    scores: list[ScoreShape]
    not_drawn: list[str]
    adjustment: AdjustmentShape | None
    edit: EditShape | None


class StaleShape(Shape):
    """Why an item is stale, and what renewing it costs."""

    causes: list[str]
    renew_usd: float
    renew_seconds: float


class FailureShape(Shape):
    """Why the last attempt failed. ``charged`` is None when it is not known."""

    code: str
    message: str
    charged: bool | None
    retryable: bool
    operation: str


class WorkShape(Shape):
    """Work under way on an item. ``position``: place in line, from 1, while queued."""

    operation: str
    status: Literal["queued", "running", "cancelling"]
    position: int | None
    started_at: datetime | None
    progress: float
    usual_seconds: float


class ItemShape(Shape):
    """A thing in a stage that has takes. ``number``: from 1 in its stage (a shot's number for frames and
    clips). ``start_s``: where its shot begins in the film. ``selected``: number of the selected take."""

    id: str
    stage: Stage
    kind: ItemKind
    label: str
    code: str
    number: int
    summary: str
    shot: str | None
    entity: str | None
    start_s: float | None
    seconds: float | None
    line: str
    caption: str
    selected: int | None
    takes: list[TakeShape]
    stale: StaleShape | None
    failure: FailureShape | None
    work: WorkShape | None
    price_usd: float
    usual_seconds: float
    locks: list[Lock]


class EstimateShape(Shape):
    """Price and time range of making ``items`` items once. ``usd_likely``: with the repeats that are usual
    for this creator."""

    items: int
    usd_min: float
    usd_max: float
    usd_likely: float
    seconds_min: float
    seconds_max: float


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
    live socket."""

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
    spend: SpendShape


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


class GenerateRequest(Shape):
    """Make what a stage is missing."""

    revision: int | None = None


class RegenerateRequest(Shape):
    """Make new takes. No ``items`` means every stale or failed item of the stage."""

    items: list[str] | None = None
    instruction: str = Field(default="", max_length=2000)
    count: int = Field(default=1, ge=1, le=4)
    revision: int | None = None


class ApproveRequest(Shape):
    """Sign a stage off. ``with_stale``: the creator has seen that some items are stale."""

    revision: int
    with_stale: bool = False


class SelectRequest(Shape):
    """Pick a take by its number."""

    take: int


class Event(Shape):
    """One line of a project's event log."""

    seq: int
    type: str
    data: dict[str, object]


class EventPage(Shape):
    """Events after a number, in order. ``head``: the last number there is."""

    events: list[Event]
    head: int


class Credentials(Shape):
    """Sign in."""

    email: EmailStr
    password: str = Field(max_length=256)


class Registration(Credentials):
    """Open an account. ``password``: at least 10 characters."""

    name: str = Field(default="", max_length=80)


class OwnerLink(Shape):
    """The one-time token of the printed link."""

    token: str


class Me(Shape):
    """Who is signed in. ``email`` is None for an owner who has not set one."""

    id: str
    name: str
    email: str | None
    role: Literal["owner", "member"]
    has_password: bool
    created_at: datetime


class MePatch(Shape):
    """Change one's own account. ``current_password`` is needed for a new email or password where there is a
    password."""

    name: str | None = Field(default=None, max_length=80)
    email: EmailStr | None = None
    password: str | None = Field(default=None, max_length=256)
    current_password: str = Field(default="", max_length=256)


class TokenRequest(Shape):
    """Name a new API token."""

    name: str = Field(min_length=1, max_length=80)


class TokenShape(Shape):
    """An API token; its secret is shown once, on creation."""

    id: str
    name: str
    created_at: datetime
    last_used_at: datetime | None
    secret: str | None = None


class ExampleShape(Shape):
    """An example brief of the home page."""

    id: str
    title: str
    description: str
    brief: BriefShape


class Setup(Shape):
    """What the sign-in page needs to know before anyone is signed in."""

    registration_open: bool
    has_owner: bool
    rehearsal: bool
    version: str
    examples: list[ExampleShape]


class Problem(BaseModel):
    """RFC 9457 problem document. ``code`` is stable; ``detail`` is a sentence for people."""

    type: str
    title: str
    status: int
    detail: str
    code: str


class ModelShape(Shape):
    """A model of the registry. ``price``: the rule in words; ``usable``: whether it can be chosen now, and
    ``problem`` says why not; ``notice``: what to know before choosing it."""

    id: str
    title: str
    vendor: str
    vendor_title: str
    kind: ModelKind
    tier: Tier
    price: str
    typical_s: float
    max_references: int
    last_frame: bool
    checked_on: date | None
    ends_on: date | None
    usable: bool
    problem: str
    notice: str
    yours: bool


class VendorShape(Shape):
    """A vendor, its limits and how it is doing. ``key``: where its key comes from, never the key;
    ``down_s``, ``slow_s``: seconds until it is called again."""

    id: str
    title: str
    dialect: Dialect
    base_url: str
    key_name: str
    key: Literal["environment", "file", "none", "not needed"]
    concurrency: int
    per_minute: int
    running: int
    waiting: int
    minute: int
    slow_s: float
    down_s: float
    month_calls: int
    month_failed: int
    month_usd: float
    month_limit_usd: float | None
    near: bool
    models: int


class ProvidersPage(Shape):
    """Everything the providers page shows. ``may_edit``: whether the asker may enter keys."""

    vendors: list[VendorShape]
    models: list[ModelShape]
    may_edit: bool


class KeyRequest(Shape):
    """A vendor's key. It is never sent back."""

    key: str = Field(min_length=1, max_length=500)


class KeyTest(Shape):
    """What the vendor said to the key."""

    ok: bool
    message: str


class FilmEstimate(Shape):
    """Price and time of a film by stage, and in all."""

    stages: dict[Stage, EstimateShape]
    total: EstimateShape


class CallShape(Shape):
    """A line of the ledger."""

    id: str
    project: str
    stage: Stage
    item: str
    purpose: str
    vendor: str
    model: str
    state: Literal["reserved", "sent", "accepted", "settled", "released", "unknown"]
    estimate_usd: float
    cost_usd: float
    vendor_job: str
    charged_for: dict[str, float]
    reason: str
    created_at: datetime
    closed_at: datetime | None


class SpendLineShape(Shape):
    """Sums of the ledger."""

    stage: str
    item: str
    model: str
    calls: int
    usd: float
    held_usd: float


class MonthRequest(Shape):
    """What may be spent in a month; null is no limit."""

    budget_usd: float | None = Field(ge=0, le=1_000_000)


class MonthShape(Shape):
    """The running month's money, of all one's projects. ``near``: four fifths of the budget are used."""

    budget_usd: float | None
    used_usd: float
    near: bool
    since: datetime


class LedgerShape(Shape):
    """A page of the ledger, newest first, and the sums of everything the filter lets through.
    ``per_approved_second_usd``: of one project, None until its cut is approved."""

    calls: list[CallShape]
    next_cursor: str | None
    sums: list[SpendLineShape]
    total_usd: float
    held_usd: float
    per_approved_second_usd: float | None


class LiveEvent(Event):
    """A durable event on the socket."""


class LiveProgress(Shape):
    """Progress of one item; not stored."""

    type: Literal["progress"]
    operation: str
    item: str
    progress: float
    seconds_left: float | None


class LiveReply(Shape):
    """A piece of a reply as it is written; not stored. ``text`` is the whole reply so far."""

    type: Literal["reply"]
    note: str
    text: str


class LiveWaiting(Shape):
    """A call waits for its turn at the vendor; not stored. ``place``: in line, from 1."""

    type: Literal["waiting"]
    item: str
    place: int
    seconds_left: float


class LiveSpend(Shape):
    """The project's money moved; not stored."""

    type: Literal["spend"]
