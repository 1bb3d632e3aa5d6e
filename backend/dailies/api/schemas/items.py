"""Items and their takes."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from dailies.api.schemas.base import ItemKind, Origin, Shape
from dailies.api.schemas.editing import AdjustmentShape, EditShape
from dailies.api.schemas.story import StoryEdit, StoryShape
from dailies.domain.project import Lock, PromptSource, Stage


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


class RegenerateRequest(Shape):
    """Make new takes. No ``items`` means every stale or failed item of the stage."""

    items: list[str] | None = None
    instruction: str = Field(default="", max_length=2000)
    count: int = Field(default=1, ge=1, le=4)
    revision: int | None = None


class SelectRequest(Shape):
    """Pick a take by its number."""

    take: int
