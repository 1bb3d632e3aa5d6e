"""The outside world, as the studio sees it.

Artists take words and pictures and give back words and pictures. They know nothing of projects. Each
reports progress through a callback that raises ``asyncio.CancelledError`` (or any error of the caller's)
when the work is to stop: long work calls it at least four times a second.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol

from dailies.domain.brief import Brief
from dailies.domain.gallery import Card
from dailies.domain.project import Change, Event, Project
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

    name: str

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

    name: str

    async def draw(self, request: ImageRequest, progress: Progress) -> ImageResult:
        """Draw one picture. Raises ProviderError."""
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

    name: str

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

    name: str

    async def assemble(self, request: CutRequest, progress: Progress) -> None:
        """Write the film (H.264, yuv420p, AAC, faststart) whose length is the exact sum of the clips'."""
        ...


@dataclass(frozen=True)
class BoardItem:
    """One thing the director can talk about. ``label``: "Shot 2", "Clip 2", "Mia"."""

    id: str
    label: str
    names: tuple[str, ...]
    number: int
    code: str
    summary: str
    stale_cause: str = ""
    failure: str = ""


@dataclass(frozen=True)
class NoteContext:
    """Everything the director may know when it answers. ``items``: of the stage in view, in order;
    ``selected``: ids of the items the creator has chosen."""

    text: str
    stage: str
    brief: Brief
    story: Story | None
    items: tuple[BoardItem, ...]
    selected: tuple[str, ...] = ()
    price_each: int = 0
    seconds_each: float = 0.0
    history: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ReplyText:
    """A piece of the reply as it is written."""

    text: str


@dataclass(frozen=True)
class Proposal:
    """A change the note asks for: which items, and the instruction each artist is given."""

    items: tuple[str, ...]
    instruction: str
    summary: str
    kind: Literal["regenerate", "select"] = "regenerate"
    takes: dict[str, int] = field(default_factory=dict)


class Director(Protocol):
    """Answers notes. It proposes; it can't act."""

    name: str

    def answer(self, context: NoteContext) -> AsyncIterator[ReplyText | Proposal]:
        """Stream the reply; at most one Proposal, as the last value."""
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
