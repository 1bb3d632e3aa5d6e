"""The state of one project: frozen records, no behaviour beyond looking things up.

State lies on four separate axes, never in one status field: an item's freshness (derived, see
``staleness``), a stage's approval (``approval``), an operation's status, and the last outcome per item.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from dailies.domain.adjusting import Adjustment
from dailies.domain.brief import Brief, Mode
from dailies.domain.casting import Casting
from dailies.domain.clip_making import ClipMaking
from dailies.domain.cutting import CutSettings as CutSettings
from dailies.domain.delivery import DeliveryWish, SpokenWord
from dailies.domain.inpainting import EditPlan, EditRecord
from dailies.domain.story import Story

Stage = Literal["story", "references", "storyboard", "video"]
STAGES: tuple[Stage, ...] = ("story", "references", "storyboard", "video")

Origin = Literal["generated", "note", "edit", "adjust", "upload", "hand"]
WorkStatus = Literal["queued", "running", "succeeded", "failed", "cancelled"]
OperationStatus = Literal["queued", "running", "succeeded", "failed", "cancelling", "cancelled"]
OperationKind = Literal["generate", "regenerate", "assemble", "edit", "deliver", "narrate"]

NoteKind = Literal["question", "change", "pick", "undo", "thanks", "unclear", "out_of_scope", "mixed", "lock"]
"""What a note is."""

Lock = Literal["face", "outfit", "composition", "palette", "text"]
LOCKS: tuple[Lock, ...] = ("face", "outfit", "composition", "palette", "text")
"""What can be locked on an item: every later plan keeps it."""

ChangeKind = Literal["make", "pick", "adjust", "lock", "unlock", "cut", "story", "undo"]
"""What a plan does to an item: make a new take by an instruction, select another, change its light here, keep parts
of it in every later plan, set how clips are joined, revise the story, or take an earlier plan back."""

PromptSource = Literal["story", "note", "lock", "enhancement"]

STORY = "story"
CUT = "cut"
STYLE_REFERENCE = "ref-style"
STYLE = "style"
"""What a picture lends to others when it is not somebody or something: its palette, light and medium."""


@dataclass(frozen=True)
class Media:
    """A stored picture or film. ``width``, ``height`` in pixels; ``seconds`` is None for pictures."""

    sha256: str
    media_type: str
    width: int
    height: int
    size: int
    seconds: float | None = None


@dataclass(frozen=True)
class Score:
    """What was measured and how; ``value`` None means not measured, and ``method`` says why. ``region``: where
    in the picture, as shares (left, top, right, bottom), or None for the whole."""

    name: str
    value: float | None
    scale: str
    method: str
    region: tuple[float, float, float, float] | None = None


@dataclass(frozen=True)
class Source:
    """One thing a take was made from, and the digest it had then.

    ``key``: "item:ID" (digest: the take's id) or the address of a part of the story or the settings.
    """

    key: str
    digest: str


@dataclass(frozen=True)
class Likeness:
    """A take that others are made like. ``take``: its id; ``binds``: "style" for its palette, light and medium, or the
    id of the entity it shows."""

    take: str
    binds: str = STYLE


@dataclass(frozen=True)
class PromptPart:
    """A line of a prompt and where it comes from. ``note``: id of the note that asked for it, or ""."""

    text: str
    source: PromptSource = "story"
    note: str = ""


@dataclass(frozen=True)
class Take:
    """One immutable version of an item. Exactly one of ``story`` and ``media`` is set.

    ``parent``: the take an edit started from. ``changes``: every instruction that shaped it, oldest first;
    ``change_notes``: the ids of their notes, "" where there was none. ``prompt_parts``: the prompt's lines.
    ``cost``: millionths of a US dollar. ``adjustment``: how the parent's pixels were changed, for adjusted takes;
    ``edit``: the plan and result of a mask edit. ``drawn`` and ``not_drawn``: things of the prompt, as far as the
    artist knows; ``like``: the picture it was to be like. ``words``: when each is said, of spoken lines.
    ``warnings``: sentences about what did not come out as wished. ``copied``: frames of a cut taken over without
    encoding them anew.
    """

    id: str
    item: str
    number: int
    origin: Origin
    created_at: datetime
    story: Story | None = None
    media: Media | None = None
    cut: CutSettings | None = None
    made_from: tuple[Source, ...] = ()
    parent: str | None = None
    changes: tuple[str, ...] = ()
    change_notes: tuple[str, ...] = ()
    note: str = ""
    prompt: str = ""
    prompt_parts: tuple[PromptPart, ...] = ()
    model: str = ""
    provider: str = ""
    seed: int = 0
    cost: int = 0
    scores: tuple[Score, ...] = ()
    not_drawn: tuple[str, ...] = ()
    drawn: tuple[str, ...] = ()
    adjustment: Adjustment | None = None
    edit: EditRecord | None = None
    like: Likeness | None = None
    words: tuple[SpokenWord, ...] = ()
    warnings: tuple[str, ...] = ()
    copied: int = 0


@dataclass(frozen=True)
class Approval:
    """The creator's sign-off on a stage, bound to exactly these takes: (item, take id) pairs."""

    stage: Stage
    takes: tuple[tuple[str, str], ...]
    at: datetime
    by: str


@dataclass(frozen=True)
class Failure:
    """Why the last attempt at an item failed. ``charged`` is None when it is not known."""

    code: str
    message: str
    charged: bool | None
    retryable: bool
    operation: str


@dataclass(frozen=True)
class Work:
    """One item's part of an operation. ``id`` is also the job's id and the id of the take it makes;
    ``instruction`` is what the artist is asked to change. ``estimate``: the most it is expected to cost, in
    millionths of a US dollar. ``adopts``: earlier work whose call is looked up at the vendor, and never
    sent again. ``edit``: the plan of a mask edit. ``candidate``: its take waits for the creator's pick;
    ``like``: the picture its take is to be like. ``delivery``: the file to make. ``model``: used instead of the one the
    project is cast with, "" for that one."""

    id: str
    item: str
    status: WorkStatus
    seed: int
    instruction: str = ""
    started_at: datetime | None = None
    failure: Failure | None = None
    estimate: int = 0
    adopts: str = ""
    edit: EditPlan | None = None
    candidate: bool = False
    like: Likeness | None = None
    delivery: DeliveryWish | None = None
    model: str = ""


@dataclass(frozen=True)
class Operation:
    """One piece of work under way or done."""

    id: str
    kind: OperationKind
    stage: Stage
    works: tuple[Work, ...]
    created_at: datetime
    instruction: str = ""
    note: str = ""
    cancelling: bool = False
    note_id: str = ""
    finished_at: datetime | None = None

    @property
    def active(self) -> bool:
        """Whether any of its work is queued or running."""
        return any(work.status in ("queued", "running") for work in self.works)

    @property
    def status(self) -> OperationStatus:
        """Derived from its work."""
        statuses = {work.status for work in self.works}
        if self.active:
            if self.cancelling:
                return "cancelling"
            return "queued" if statuses == {"queued"} else "running"
        if "failed" in statuses:
            return "failed"
        return "cancelled" if "cancelled" in statuses else "succeeded"


@dataclass(frozen=True)
class Note:
    """One message of the creator, and the director's reply. ``items``: what was selected when it was sent.
    ``kind``: how it was understood, "" until it is answered; ``targets``: items talked about; ``choices``: notes
    to click where the director asks back. A reply that was stopped keeps what was written until then."""

    id: str
    text: str
    stage: Stage
    items: tuple[str, ...]
    created_at: datetime
    reply: str = ""
    reply_state: Literal["writing", "done", "failed", "stopped"] = "writing"
    replied_at: datetime | None = None
    plan: str | None = None
    kind: NoteKind | Literal[""] = ""
    targets: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanChange:
    """What a plan does to one item. ``instruction``: for new takes, the story and the cut; ``take``: the number to
    select; ``adjustment``: of light and colour; ``locks``: the parts that are locked or unlocked; ``cut``: settings to
    take over as they are."""

    item: str
    instruction: str
    take: int | None = None
    kind: ChangeKind = "make"
    adjustment: Adjustment | None = None
    locks: tuple[Lock, ...] = ()
    cut: CutSettings | None = None

    @property
    def does(self) -> ChangeKind:
        """The kind; of changes that only name an item and a take, what follows from them."""
        if self.kind != "make":
            return self.kind
        if self.take is not None:
            return "pick"
        return "cut" if self.item == CUT else "story" if self.item == STORY else "make"


@dataclass(frozen=True)
class PlanOption:
    """One of several ways to do what a note asks."""

    label: str
    changes: tuple[PlanChange, ...]


@dataclass(frozen=True)
class Before:
    """What a plan found when it was applied: (item, take id or "") and (item, locks) of the items it changes,
    and how clips were joined where it changes that."""

    selected: tuple[tuple[str, str], ...] = ()
    locks: tuple[tuple[str, tuple[Lock, ...]], ...] = ()
    cut: CutSettings | None = None


@dataclass(frozen=True)
class Plan:
    """The changes a note asks for. ``base``: the selected takes it was made for, (item, take id). ``options``:
    the ways to choose from, none where there is only one; ``option``: the chosen one's place, whose changes are
    ``changes``. ``before`` and ``made`` (item, the take it selects) are written when it is applied, so that it can
    be taken back; ``undoes``: the plan this one takes back."""

    id: str
    note: str
    stage: Stage
    summary: str
    changes: tuple[PlanChange, ...]
    base: tuple[tuple[str, str], ...]
    created_at: datetime
    state: Literal["proposed", "applied", "discarded", "undone"] = "proposed"
    operation: str | None = None
    options: tuple[PlanOption, ...] = ()
    option: int = 0
    before: Before | None = None
    made: tuple[tuple[str, str], ...] = ()
    undoes: str = ""


@dataclass(frozen=True)
class Rating:
    """What the creator thinks of the film. ``stars``: 1 to 5; ``recommend``: 0 to 10, as likely to recommend."""

    stars: int
    recommend: int
    comment: str
    at: datetime


@dataclass(frozen=True)
class Attempt:
    """Tries at one item. ``works``: ids of the work, and of the takes, oldest first; ``reason``: the sentence that says
    why it ended; ``best``: id of the take with the highest overall score, or ""."""

    item: str
    works: tuple[str, ...] = ()
    state: Literal["running", "reached", "stopped"] = "running"
    reason: str = ""
    best: str = ""


@dataclass(frozen=True)
class Tries:
    """An order to try until good enough: up to ``most`` takes an item, until one scores ``goal`` (0 to 100) over all.
    ``limit``: the most that all of them may cost, in millionths of a US dollar, or None."""

    id: str
    stage: Stage
    goal: float
    most: int
    limit: int | None
    instruction: str
    attempts: tuple[Attempt, ...]
    started_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True)
class Renewal:
    """An order to renew what is stale through several stages. ``works``: (stage, items) still to be renewed;
    ``approves``: stages that were approved and are approved again when renewed; ``left``: millionths of a US dollar
    that may still be spent; ``operation``: the one under way; ``reason``: why it stopped before its end."""

    id: str
    works: tuple[tuple[Stage, tuple[str, ...]], ...]
    approves: tuple[Stage, ...]
    left: int
    stage: Stage
    operation: str
    state: Literal["running", "done", "stopped"] = "running"
    reason: str = ""


@dataclass(frozen=True)
class Spend:
    """A project's money in millionths of a US dollar: settled, held for calls under way, and of calls of which
    nobody knows whether the vendor took them."""

    spent: int = 0
    held: int = 0
    unknown: int = 0

    @property
    def used(self) -> int:
        """What counts against a budget."""
        return self.spent + self.held + self.unknown


@dataclass(frozen=True)
class Project:
    """One video being made. ``budget``: millionths of a US dollar, or None. ``seed``: 0 to 2**31-1.
    ``spend`` comes from the ledger when the project is read; no verb changes it.
    ``judged``: scores that came after the picture, by take id. ``locks``: by item, what every plan keeps.
    ``enhance_prompts``: None is the usual: on for vendors' models, off for the built-in artists.
    ``kept``: by take id, the changed sources with which the creator keeps a stale take as it is.
    ``tries``: orders to try until good enough; ``renewal``: the last order to renew through several stages.
    ``clip_making``: by shot, how its clip is made where that is not the usual."""

    id: str
    owner: str
    brief: Brief
    mode: Mode
    title: str
    created_at: datetime
    updated_at: datetime
    seed: int
    revision: int = 0
    seq: int = 0
    budget: int | None = None
    auto_apply_free: bool = False
    casting: Casting = Casting()
    spend: Spend = Spend()
    cut: CutSettings = CutSettings()
    takes: Mapping[str, tuple[Take, ...]] = field(default_factory=dict)
    selected: Mapping[str, str] = field(default_factory=dict)
    judged: Mapping[str, tuple[Score, ...]] = field(default_factory=dict)
    locks: Mapping[str, tuple[Lock, ...]] = field(default_factory=dict)
    enhance_prompts: bool | None = None
    kept: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)
    tries: tuple[Tries, ...] = ()
    renewal: Renewal | None = None
    clip_making: Mapping[str, ClipMaking] = field(default_factory=dict)
    approvals: Mapping[Stage, Approval] = field(default_factory=dict)
    outcomes: Mapping[str, Failure] = field(default_factory=dict)
    operations: tuple[Operation, ...] = ()
    notes: tuple[Note, ...] = ()
    plans: tuple[Plan, ...] = ()
    deleted_at: datetime | None = None
    rating: Rating | None = None

    def takes_of(self, item: str) -> tuple[Take, ...]:
        """All takes of an item, oldest first."""
        return self.takes.get(item, ())

    def take(self, take_id: str) -> Take | None:
        """The take with this id, or None."""
        return next((take for takes in self.takes.values() for take in takes if take.id == take_id), None)

    def selected_take(self, item: str) -> Take | None:
        """The take the pipeline goes on with, or None where none was made."""
        take_id = self.selected.get(item)
        return next((take for take in self.takes_of(item) if take.id == take_id), None)

    @property
    def story(self) -> Story | None:
        """The story of the selected take."""
        take = self.selected_take(STORY)
        return take.story if take else None

    @property
    def committed(self) -> int:
        """What counts against the budget before anything new begins: settled and unknown calls, and the
        estimates of all work that is queued or running (whose calls' holds are part of them)."""
        return self.spend.spent + self.spend.unknown + sum(work.estimate for _, work in self.active_works())

    def operation(self, operation_id: str) -> Operation | None:
        """The operation with this id, or None."""
        return next((each for each in self.operations if each.id == operation_id), None)

    def active_works(self) -> Iterator[tuple[Operation, Work]]:
        """Queued and running work, with its operation."""
        for operation in self.operations:
            for work in operation.works:
                if work.status in ("queued", "running"):
                    yield operation, work


@dataclass(frozen=True)
class Event:
    """A change of state, as told to the world. ``data`` is JSON."""

    type: str
    data: Mapping[str, object]


Change = tuple[Project, tuple[Event, ...]]
"""What a verb returns: the new state and the events that tell of it."""
