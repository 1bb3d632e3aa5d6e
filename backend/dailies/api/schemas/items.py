"""Items and their takes."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from dailies.api.schemas.base import ItemKind, Origin, Shape
from dailies.api.schemas.cutting import ClipMakingShape, CutSettingsShape
from dailies.api.schemas.editing import AdjustmentShape, EditShape
from dailies.api.schemas.story import StoryEdit, StoryShape
from dailies.domain.project import Lock, PromptSource, Stage


class ItemPatch(Shape):
    """A hand edit: of the story (item ``story``) or of the cut's settings (item ``cut``)."""

    edits: list[StoryEdit] = []
    cut: CutSettingsShape | None = None
    revision: int | None = None


class LockRequest(Shape):
    """Lock exactly these parts of these items in every later plan; no parts unlocks them."""

    items: list[str] = Field(min_length=1, max_length=200)
    locks: list[Lock]


class ScoreShape(Shape):
    """What was measured and how. ``value`` is None when it was not measured; then ``method`` says why.
    ``region``: where in the picture, as shares (left, top, right, bottom), or None for the whole."""

    name: str
    value: float | None
    scale: str
    method: str
    region: tuple[float, float, float, float] | None


class ScorePartShape(Shape):
    """What a score weighs in the overall one. ``mark``: 0 to 100, 100 is best; ``weight``: 0 to 1, of all parts that
    were measured."""

    name: str
    mark: float
    weight: float


class LikeShape(Shape):
    """A take that others were made like. ``binds``: "style", or the id of the entity in it that they keep."""

    item: str
    label: str
    take: int
    binds: str


class MediaShape(Shape):
    """A stored picture or film."""

    sha256: str
    media_type: str
    width: int
    height: int
    seconds: float | None
    bytes: int


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
    """One immutable version of an item. ``story`` is set on takes of the story, ``media`` on all others.

    ``overall``: the weighted mean (0 to 100) of the parts that were measured, ``overall_parts``; None while there are
    no scores. ``scoring``: whether scores are still to come; stories and cuts have none. ``drawn`` and ``not_drawn``:
    things of the prompt, as far as the artist knows. ``warnings``: what did not come out as wished; ``copied``: frames
    of a cut that were not encoded anew."""

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
    overall: ScoreShape | None
    overall_parts: list[ScorePartShape]
    scoring: Literal["none", "waiting", "done"]
    drawn: list[str]
    not_drawn: list[str]
    like: LikeShape | None
    adjustment: AdjustmentShape | None
    edit: EditShape | None
    warnings: list[str] = []
    copied: int = 0


class EstimateShape(Shape):
    """Price and time range of making ``items`` items once. ``usd_likely``: with the repeats that are usual
    for this creator."""

    items: int
    usd_min: float
    usd_max: float
    usd_likely: float
    seconds_min: float
    seconds_max: float


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
    clips). ``start_s``: where its shot begins in the film. ``selected``: number of the selected take.
    ``candidates``: numbers of the takes of its last order that wait for the creator's pick. ``kept``: causes in spite
    of which the creator keeps the selected take as it is. ``making``: how a clip is made, None for the usual way."""

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
    kept: list[str]
    candidates: list[int]
    failure: FailureShape | None
    work: WorkShape | None
    price_usd: float
    usual_seconds: float
    locks: list[Lock]
    making: ClipMakingShape | None = None


class RegenerateRequest(Shape):
    """Make new takes. No ``items`` means every stale or failed item of the stage. With a ``count`` of more than one,
    the takes wait for the creator's pick. ``tier``: of the model that makes clips, None for the one chosen; a single
    final clip goes on from the pick's seed."""

    items: list[str] | None = None
    instruction: str = Field(default="", max_length=2000)
    count: int = Field(default=1, ge=1, le=4)
    revision: int | None = None
    tier: Literal["draft", "final"] | None = None


class LikeRequest(Shape):
    """Make others like this item: new takes of ``items``, all of one stage. ``take``: number of the take they are to
    be like, or None for the selected one; ``binds``: "style" for its palette and light, or the id of the entity in it
    that they are to keep."""

    items: list[str] = Field(min_length=1, max_length=100)
    take: int | None = None
    binds: str = "style"
    instruction: str = Field(default="", max_length=2000)
    count: int = Field(default=1, ge=1, le=4)
    revision: int | None = None


class KeepRequest(Shape):
    """Keep stale takes as they are until their sources change again; ``keep`` false takes that back. No ``items``
    means all of the stage."""

    items: list[str] | None = None
    keep: bool = True


class RenewRequest(Shape):
    """Make anew what is stale: these items, or all of the stage; with ``depth`` "below" also everything that is or
    becomes stale below it."""

    items: list[str] | None = None
    depth: Literal["stage", "below"] = "stage"
    revision: int | None = None


class RenewStep(Shape):
    """Items of a stage that a renewal makes, in one go."""

    stage: Stage
    items: list[str]


class RenewalShape(Shape):
    """What a renewal makes and costs. ``approves``: stages that were signed off and are signed off again when they are
    renewed; ``waits``: the stage that never was, where the renewal ends; ``words``: "Renew 2 frames and 2 clips"."""

    steps: list[RenewStep]
    items: int
    words: str
    approves: list[Stage]
    waits: Stage | None
    estimate: EstimateShape


class RenewingShape(Shape):
    """A renewal through several stages. ``reason``: why it stopped before its end."""

    state: Literal["running", "done", "stopped"]
    stage: Stage
    left: list[RenewStep]
    reason: str


class ReopeningShape(Shape):
    """What reopening a stage means, before it is done. ``closes``: stages that can't be made until it is approved
    again; ``stale``: items that become stale when everything of the stage gets a new take; ``words``: all of it as a
    sentence; ``renew``: what renewing them would cost."""

    stage: Stage
    closes: list[Stage]
    stale: list[str]
    words: str
    renew: EstimateShape


class TriesRequest(Shape):
    """Try until good enough: up to ``tries`` takes of each item, for at most ``limit_usd`` in all, until one scores
    ``score`` over all. No ``items`` means all of the stage."""

    items: list[str] | None = None
    score: float = Field(gt=0, le=100)
    tries: int = Field(default=3, ge=1, le=8)
    limit_usd: float | None = Field(default=None, ge=0, le=1_000_000)
    instruction: str = Field(default="", max_length=2000)
    revision: int | None = None


class AttemptShape(Shape):
    """Tries at one item. ``takes``: numbers of those made so far; ``reason``: why it ended; ``best``: number of the
    take with the highest overall score."""

    item: str
    label: str
    state: Literal["running", "reached", "stopped"]
    takes: list[int]
    made: int
    best: int | None
    reason: str


class TriesShape(Shape):
    """An order to try until good enough."""

    id: str
    stage: Stage
    score: float
    tries: int
    limit_usd: float | None
    spent_usd: float
    instruction: str
    attempts: list[AttemptShape]
    started_at: datetime
    ended_at: datetime | None


class SelectRequest(Shape):
    """Pick a take by its number."""

    take: int
