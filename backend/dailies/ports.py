"""The outside world, as the studio sees it.

Artists take words and pictures and give back words and pictures. They know nothing of projects. Each
reports progress through a callback that raises ``asyncio.CancelledError`` (or any error of the caller's)
when the work is to stop: long work calls it at least four times a second.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol

from dailies.domain.adjusting import Adjustment
from dailies.domain.brief import Brief
from dailies.domain.gallery import Card
from dailies.domain.ledger import Call, Limits
from dailies.domain.project import Change, CutSettings, Event, Lock, NoteKind, Project
from dailies.domain.registry import Quantities
from dailies.domain.story import Story

Progress = Callable[[float], None]
"""Called with the share done, 0 to 1, from any thread."""


@dataclass(frozen=True)
class StoryResult:
    """A story and what it cost. ``cost``: millionths of a US dollar."""

    story: Story
    model: str
    cost: int = 0


class Writer(Protocol):
    """Writes and revises stories.

    Raises ProviderError with code ``brief_not_understood`` when the brief can't be read; the message asks
    the creator for what is missing.
    """

    @property
    def name(self) -> str:
        """The vendor's id, or the built-in artists'."""
        ...

    async def write(self, brief: Brief, seed: int, progress: Progress) -> StoryResult:
        """Write a story whose shots' seconds sum exactly to ``brief.duration_s``."""
        ...

    async def revise(
        self, brief: Brief, story: Story, instruction: str, scenes: tuple[str, ...], seed: int, progress: Progress
    ) -> StoryResult:
        """Change what the instruction asks and keep the rest word for word.

        ``scenes``: ids of the scenes meant; empty means the whole story. Raises ProviderError with code
        ``note_not_understood`` when nothing in the instruction can be followed.
        """
        ...


@dataclass(frozen=True)
class ReferenceImage:
    """A picture that binds: who or what it shows, in the words of the story."""

    role: Literal["character", "place", "product", "style"]
    name: str
    description: str
    image: bytes


@dataclass(frozen=True)
class ImageRequest:
    """``width`` and ``height`` in pixels; ``seed``: 0 to 2**31-1."""

    prompt: str
    width: int
    height: int
    seed: int
    references: tuple[ReferenceImage, ...] = ()
    negative_prompt: str = ""


@dataclass(frozen=True)
class ImageResult:
    """``image``: an encoded PNG, JPEG or WebP. ``not_drawn``: things of the prompt the artist could not
    draw. ``cost``: millionths of a US dollar."""

    image: bytes
    model: str
    seed: int
    cost: int = 0
    not_drawn: tuple[str, ...] = ()


class Illustrator(Protocol):
    """Draws pictures from words and reference pictures."""

    @property
    def name(self) -> str:
        """The vendor's id, or the built-in artists'."""
        ...

    async def draw(self, request: ImageRequest, progress: Progress) -> ImageResult:
        """Draw one picture. Raises ProviderError."""
        ...


Intent = Literal["replace", "remove", "add", "fix", "extend"]
"""What a mask edit is for."""


@dataclass(frozen=True)
class InpaintRequest:
    """``image``: an encoded picture, the part around the mask that is sent. ``mask``: PNG, 8 bits, of the
    same size, 255 where to repaint and 0 where to keep, nothing between. ``protect``: a mask of the same form
    of pixels that must not be copied from. ``strength``: 0 to 1, how far from the old pixels. ``steps`` and
    ``guidance``: the model's own, or None for its usual."""

    image: bytes
    mask: bytes
    prompt: str
    seed: int
    intent: Intent = "replace"
    negative_prompt: str = ""
    protect: bytes | None = None
    references: tuple[ReferenceImage, ...] = ()
    strength: float = 0.99
    steps: int | None = None
    guidance: float | None = None


class Inpainter(Protocol):
    """Paints inside a mask. What it does outside is thrown away by the caller."""

    @property
    def name(self) -> str:
        """The vendor's id, or the built-in artists'."""
        ...

    async def inpaint(self, request: InpaintRequest, progress: Progress) -> ImageResult:
        """Paint one candidate, of the request's size. Raises ProviderError."""
        ...


@dataclass(frozen=True)
class ClipRequest:
    """``start`` and ``end``: encoded pictures. ``output``: the MP4 file to write."""

    prompt: str
    start: bytes
    seconds: float
    width: int
    height: int
    seed: int
    output: Path
    end: bytes | None = None
    fps: int = 24


@dataclass(frozen=True)
class ClipResult:
    """What was written to the request's ``output``. ``cost``: millionths of a US dollar."""

    model: str
    seed: int
    cost: int = 0


class Animator(Protocol):
    """Makes moving clips from pictures."""

    @property
    def name(self) -> str:
        """The vendor's id, or the built-in artists'."""
        ...

    async def animate(self, request: ClipRequest, progress: Progress) -> ClipResult:
        """Write ``round(seconds * fps)`` frames of H.264 to ``request.output``. Raises ProviderError."""
        ...


@dataclass(frozen=True)
class CutClip:
    """One clip on the timeline. ``caption``: text shown during the clip, or ""."""

    path: Path
    seconds: float
    caption: str = ""


@dataclass(frozen=True)
class CutRequest:
    """``transition_s``: length of a dissolve in seconds; the film's length is not changed by it."""

    clips: tuple[CutClip, ...]
    width: int
    height: int
    output: Path
    transition: Literal["cut", "dissolve"] = "cut"
    captions: bool = True
    music: bool = True
    title: str = ""
    end_card: str = ""
    fps: int = 24
    transition_s: float = 0.5
    seed: int = 0


class Editor(Protocol):
    """Joins clips into the cut."""

    @property
    def name(self) -> str:
        """The vendor's id, or the built-in artists'."""
        ...

    async def assemble(self, request: CutRequest, progress: Progress) -> None:
        """Write the film (H.264, yuv420p, AAC, faststart) whose length is the exact sum of the clips'."""
        ...


@dataclass(frozen=True)
class SpeechRequest:
    """``text``: up to 4,096 characters; ``voice``: the vendor's name of it, or "" for its usual; ``speed``:
    0.5 to 2. ``output``: the WAV file to write."""

    text: str
    output: Path
    voice: str = ""
    speed: float = 1.0
    language: str = "en"


@dataclass(frozen=True)
class SpeechResult:
    """``seconds``: length of what was said. ``cost``: millionths of a US dollar."""

    model: str
    seconds: float
    cost: int = 0


class Narrator(Protocol):
    """Says lines."""

    @property
    def name(self) -> str:
        """The vendor's id, or the built-in artists'."""
        ...

    async def say(self, request: SpeechRequest, progress: Progress) -> SpeechResult:
        """Write PCM 16-bit WAV to ``request.output``. Raises ProviderError."""
        ...


@dataclass(frozen=True)
class JudgeRequest:
    """A picture and what it should show. ``references``: pictures it should agree with."""

    image: bytes
    prompt: str
    references: tuple[ReferenceImage, ...] = ()


@dataclass(frozen=True)
class Finding:
    """One thing judged. ``value``: 0 to 100. ``box``: where in the picture, as shares (left, top, right,
    bottom), or None for the whole."""

    name: str
    value: float
    reason: str
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True)
class JudgeResult:
    """What a vision model found. ``cost``: millionths of a US dollar."""

    findings: tuple[Finding, ...]
    model: str
    cost: int = 0


class Judge(Protocol):
    """Looks at pictures and says how well they show what was asked."""

    @property
    def name(self) -> str:
        """The vendor's id, or the built-in artists'."""
        ...

    async def judge(self, request: JudgeRequest, progress: Progress) -> JudgeResult:
        """Score adherence to the prompt, and continuity with the references. Raises ProviderError."""
        ...


class Segmenter(Protocol):
    """Finds the region a few words name."""

    @property
    def name(self) -> str:
        """The vendor's id, or the built-in artists'."""
        ...

    async def find(self, image: bytes, words: str, progress: Progress) -> bytes:
        """A mask (PNG, 8 bits, white where the thing is) of the image's size. Raises ProviderError
        ``nothing_found``."""
        ...


@dataclass(frozen=True)
class KnownCall:
    """What is known of a paid call when its work begins, or begins again after a crash.

    ``state``: ``reserved`` (send it), ``sent`` (it may have been accepted; the vendor's id was not stored),
    ``accepted`` (ask for ``vendor_job``), ``settled`` (``answer`` is what the vendor said, or ``vendor_job``
    can still be asked for; nothing must be sent). ``may_send``: False when only a lookup was asked for.
    """

    state: Literal["reserved", "sent", "accepted", "settled"]
    vendor_job: str = ""
    sent_at: datetime | None = None
    fingerprint: str = ""
    answer: bytes | None = None
    cost: int = 0
    may_send: bool = True


class Journal(Protocol):
    """The ledger of one piece of work, as an artist sees it: written before, between and after the bytes.

    ``purpose`` names a call within the work ("image", "story", "repair"), so that work run again after a
    crash finds what it had already begun.
    """

    @property
    def stopping(self) -> bool:
        """Whether the creator has cancelled the work: a running vendor job is then cancelled too. False when
        the studio is only shutting down: the vendor's job goes on and is picked up again."""
        ...

    async def open(self, purpose: str, model: str, estimate: int, fingerprint: str) -> KnownCall:
        """Hold the money. ``model``: its id in the registry; ``estimate``: millionths of a US dollar;
        ``fingerprint``: sha256 of what will be sent. Raises PaymentRequired when a budget would be passed."""
        ...

    async def sending(self, purpose: str) -> None:
        """Just before bytes leave."""
        ...

    async def refused(self, purpose: str, reason: str) -> None:
        """The vendor certainly did not take it (refused connection, 429, 4xx): it may be sent again."""
        ...

    async def accepted(self, purpose: str, vendor_job: str) -> None:
        """The vendor's own id, stored before the first poll."""
        ...

    async def settled(self, purpose: str, cost: int, charged_for: Quantities, answer: bytes | None = None) -> None:
        """What it cost, and what the vendor said where it can't be asked again."""
        ...

    async def released(self, purpose: str, reason: str) -> None:
        """It cost nothing and won't be sent again."""
        ...

    async def unknown(self, purpose: str, reason: str) -> None:
        """Whether it was accepted can't be known. The artist then raises ProviderError ``outcome_unknown``
        with ``charged`` None."""
        ...

    def waiting(self, place: int, seconds: float) -> None:
        """The call waits for its turn at the vendor: its place in line, from 1, and the seconds left."""
        ...


class Agency(Protocol):
    """Where artists are hired: by the model's id, for one piece of work whose ledger they keep.

    Each raises ProviderError: ``model_gone`` for one that is not in the registry, ``key_missing`` where its
    vendor has no key.
    """

    def require(self, model: str) -> None:
        """Raise Conflict where the model can't be used now: ``model_gone``, ``model_ended``, ``key_missing``."""
        ...

    def writer(self, model: str, journal: Journal) -> Writer:
        """Whoever writes and revises the story."""
        ...

    def illustrator(self, model: str, journal: Journal) -> Illustrator:
        """Whoever draws references and frames."""
        ...

    def animator(self, model: str, journal: Journal) -> Animator:
        """Whoever makes clips."""
        ...

    def inpainter(self, model: str, journal: Journal) -> Inpainter:
        """Whoever paints inside masks."""
        ...

    def segmenter(self, model: str, journal: Journal) -> Segmenter:
        """Whoever finds what a few words name."""
        ...

    def judge(self, model: str, journal: Journal) -> Judge:
        """Whoever scores pictures."""
        ...

    def director(self, model: str, journal: Journal) -> Director:
        """Whoever answers notes."""
        ...


class Keys(Protocol):
    """The keys of vendors. They never leave the process that calls the vendor."""

    def get(self, vendor: str) -> str | None:
        """The key, or None where there is none."""
        ...


class Gate(Protocol):
    """Limits of vendors, shared by all that call them."""

    def enter(
        self, vendor: str, model: str, waiting: Callable[[int, float], None]
    ) -> AbstractAsyncContextManager[None]:
        """Wait for a turn and hold it. ``waiting`` is told the place in line (from 1) and the seconds left.
        Raises ProviderError ``vendor_down`` while the vendor's breaker is open."""
        ...

    def report(
        self, vendor: str, model: str, outcome: Literal["ok", "busy", "down"], retry_after_s: float | None = None
    ) -> None:
        """What a call met: ``busy`` slows the vendor's calls down until the time given, ``down`` counts
        towards its breaker, ``ok`` closes it."""
        ...


@dataclass(frozen=True)
class BoardTake:
    """One take of an item. ``scores``: each with how it was measured, as sentences; ``cause``: the note it came
    from, or ""; ``parent``: the number of the take an edit started from."""

    number: int
    origin: str
    scores: tuple[str, ...] = ()
    cause: str = ""
    prompt: str = ""
    made_from: tuple[str, ...] = ()
    model: str = ""
    parent: int | None = None


@dataclass(frozen=True)
class BoardItem:
    """One thing the director can talk about. ``label``: "Shot 2", "Clip 2", "Mia". ``takes``: how many there
    are, 0 where that is not known; ``take``: the number of the selected one; ``locks``: what every plan keeps;
    ``shown``: the selected take and the newest others; ``price``: of one take, in millionths of a US dollar;
    ``dependents``: labels of what a new take would make stale; ``kept``: earlier notes that its next take follows."""

    id: str
    label: str
    names: tuple[str, ...]
    number: int
    code: str
    summary: str
    stale_cause: str = ""
    failure: str = ""
    takes: int = 0
    take: int = 0
    locks: tuple[Lock, ...] = ()
    shown: tuple[BoardTake, ...] = ()
    price: int = 0
    seconds: float = 0.0
    dependents: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


@dataclass(frozen=True)
class AppliedPlan:
    """A plan that was applied and can be taken back. ``note``: what the creator had said."""

    id: str
    summary: str
    note: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class StageFacts:
    """Where a stage stands. ``price`` (millionths of a US dollar) and ``seconds``: of what it misses."""

    name: str
    state: str
    items: int
    price: int
    seconds: float
    model: str


@dataclass(frozen=True)
class NoteContext:
    """Everything the director may know when it answers. ``items``: of the stage in view, in order;
    ``selected``: ids of the items the creator has chosen; ``talked``: ids of those the conversation was about
    last; ``history``: earlier notes with their replies, oldest first; ``applied``: plans, oldest first;
    ``cut``: how clips are joined; ``story_price``: of a new take of the story, in millionths of a US dollar."""

    text: str
    stage: str
    brief: Brief
    story: Story | None
    items: tuple[BoardItem, ...]
    selected: tuple[str, ...] = ()
    price_each: int = 0
    seconds_each: float = 0.0
    history: tuple[tuple[str, str], ...] = ()
    talked: tuple[str, ...] = ()
    applied: tuple[AppliedPlan, ...] = ()
    stages: tuple[StageFacts, ...] = ()
    cut: CutSettings = CutSettings()
    story_price: int = 0


@dataclass(frozen=True)
class Understood:
    """How a note was understood. ``targets``: items talked about; ``choices``: two or three notes to click."""

    kind: NoteKind
    targets: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReplyText:
    """A piece of the reply as it is written. ``understood`` comes with the last piece, which may be empty."""

    text: str
    understood: Understood | None = None


@dataclass(frozen=True)
class Proposal:
    """A change the note asks for: which items, and the instruction each artist is given.

    ``instructions``: by item, where they differ. ``stage``: where the items are, "" for the note's own.
    ``takes``: item to number, for picks. ``adjustment``: for "adjust" the change itself, for "regenerate" the
    same change done here, free, which is offered first. ``locks``: for "lock" and "unlock". ``plan``: for
    "undo", which applied plan is taken back. ``also``: further changes of the same note.
    """

    items: tuple[str, ...]
    instruction: str
    summary: str
    kind: Literal["regenerate", "select", "adjust", "lock", "unlock", "undo"] = "regenerate"
    takes: dict[str, int] = field(default_factory=dict)
    instructions: dict[str, str] = field(default_factory=dict)
    stage: str = ""
    adjustment: Adjustment | None = None
    locks: tuple[Lock, ...] = ()
    plan: str = ""
    also: tuple[Proposal, ...] = ()


class Director(Protocol):
    """Answers notes. It proposes; it can't act."""

    @property
    def name(self) -> str:
        """The vendor's id, or the built-in artists'."""
        ...

    def answer(self, context: NoteContext) -> AsyncIterator[ReplyText | Proposal]:
        """Stream the reply; at most one Proposal, as the last value.

        Raises ProviderError where the model can't answer, PaymentRequired where its answer can't be paid.
        """
        ...


class Blobs(Protocol):
    """Content-addressed files; the address is the sha256 of the content, in hex."""

    async def put(self, data: bytes) -> str:
        """Store bytes and return their address. Raises DailiesError ``storage_full``."""
        ...

    async def put_file(self, path: Path) -> str:
        """Store a file's content, taking the file away, and return its address."""
        ...

    def path(self, sha256: str) -> Path:
        """Where the content lies. Raises NotFound."""
        ...

    async def read(self, sha256: str) -> bytes:
        """The content. Raises NotFound."""
        ...

    async def thumbnail(self, sha256: str, width: int) -> Path:
        """A smaller picture (of a film: of its first frame), about ``width`` pixels wide."""
        ...


class LiveHub(Protocol):
    """Fan-out of messages to whoever is looking now. It stores nothing."""

    def publish(self, topic: str, message: dict[str, object]) -> None:
        """Hand a message to all subscribers of the topic."""
        ...

    def publish_soon(self, topic: str, key: str, message: dict[str, object]) -> None:
        """Hand over the last message of each key, at most a few times a second."""
        ...


@dataclass(frozen=True)
class Job:
    """One bounded piece of durable work. ``priority``: lower runs first, from 1."""

    id: str
    kind: str
    args: dict[str, str]
    queue: Literal["work", "talk"]
    priority: int


class Jobs(Protocol):
    """The durable engine, as the services see it; jobs are queued by the project store, in the same
    transaction as the state."""

    async def cancel(self, job_id: str) -> None:
        """Stop a queued or running job."""
        ...

    async def status(self, job_id: str) -> str | None:
        """``queued``, ``running``, ``succeeded``, ``failed``, ``cancelled``, or None when unknown."""
        ...


@dataclass(frozen=True)
class NumberedEvent:
    """An event with its place in the project's log, from 1 without gaps."""

    seq: int
    event: Event


@dataclass(frozen=True)
class Listing:
    """A page of the gallery. ``status``: all, needs_you, making or done; ``sort``: updated, created or
    title; ``cursor``: from the page before, or ""."""

    owner: str
    query: str = ""
    status: str = "all"
    sort: str = "updated"
    cursor: str = ""
    limit: int = 40


@dataclass(frozen=True)
class GalleryEntry:
    """A project's row in the gallery."""

    id: str
    title: str
    brief: Brief
    card: Card
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True)
class GalleryPage:
    """``counts``: projects by filter. ``cursor``: of the next page, or ""."""

    entries: tuple[GalleryEntry, ...]
    counts: dict[str, int]
    cursor: str


@dataclass(frozen=True)
class LedgerQuery:
    """Which of an owner's paid calls; "" and None are any. ``until`` is exclusive."""

    owner: str
    project: str = ""
    vendor: str = ""
    model: str = ""
    stage: str = ""
    state: str = ""
    since: datetime | None = None
    until: datetime | None = None
    cursor: str = ""
    limit: int = 100


@dataclass(frozen=True)
class LedgerPage:
    """``cursor``: of the next page, or ""."""

    calls: tuple[Call, ...]
    cursor: str


@dataclass(frozen=True)
class SpendLine:
    """Sums of calls. Money in millionths of a US dollar."""

    stage: str
    item: str
    model: str
    calls: int
    cost: int
    held: int


@dataclass(frozen=True)
class VendorUse:
    """A vendor's calls in a time. ``used``: settled and held, in millionths of a US dollar; ``failed``: calls
    that came to nothing, or of which nothing is known."""

    vendor: str
    calls: int
    used: int
    failed: int


class Ledger(Protocol):
    """Where money is written down."""

    async def open(self, call: Call, limits: Limits) -> Call:
        """Hold the call's estimate, or give back the call that is there under its id. Raises
        PaymentRequired when a limit would be passed; calls opened at once count each other."""
        ...

    async def get(self, call_id: str) -> Call | None:
        """The call with this id, or None."""
        ...

    async def put(self, call: Call) -> None:
        """Store a call's new state."""
        ...

    async def of_work(self, work: str) -> tuple[Call, ...]:
        """The calls of one piece of work."""
        ...

    async def claimed(self, vendor: str, vendor_job: str) -> bool:
        """Whether one of the calls has this id at its vendor."""
        ...

    async def page(self, query: LedgerQuery) -> LedgerPage:
        """A page of calls, newest first. Raises InvalidInput ``bad_cursor``."""
        ...

    async def summary(self, query: LedgerQuery) -> tuple[SpendLine, ...]:
        """Sums of the same calls by stage, item and model."""
        ...

    async def used(self, owner: str, since: datetime) -> int:
        """What an owner's calls since then have cost and hold, in millionths of a US dollar."""
        ...

    async def vendor_use(self, since: datetime) -> tuple[VendorUse, ...]:
        """Calls and money by vendor since then, of everybody."""
        ...

    async def repeats(self, owner: str) -> dict[str, float]:
        """By stage, the usual number of settled takes per item in an owner's projects."""
        ...


Verb = Callable[[Project], Change]
"""A pure function from the state to the new state and its events; it may raise DailiesError."""

JobsFor = Callable[[Project, Project], tuple[Job, ...]]
"""The jobs a change brings with it, from the state before and after."""


class ProjectStore(Protocol):
    """Where projects live. State, events and jobs of a change commit together or not at all."""

    async def create(self, project: Project, event: Event, jobs: tuple[Job, ...]) -> Project:
        """Store a new project."""
        ...

    async def load(self, project_id: str) -> Project:
        """The project as it is. Raises NotFound ``no_such_project``."""
        ...

    async def change(self, project_id: str, verb: Verb, jobs_for: JobsFor) -> tuple[Project, tuple[NumberedEvent, ...]]:
        """Load, apply the verb, save. Raises NotFound ``no_such_project`` and what the verb raises."""
        ...

    async def events(self, project_id: str, after: int, limit: int) -> tuple[tuple[NumberedEvent, ...], int]:
        """Events after a number, in order, and the last number there is."""
        ...

    async def gallery(self, listing: Listing) -> GalleryPage:
        """A page of somebody's projects. Raises InvalidInput ``bad_cursor``."""
        ...

    async def owns_blob(self, owner: str, sha256: str) -> bool:
        """Whether one of the owner's projects names the blob."""
        ...

    async def unfinished(self) -> tuple[str, ...]:
        """Ids of projects with work or replies under way."""
        ...
