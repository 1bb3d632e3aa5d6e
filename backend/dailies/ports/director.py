"""The director: what it is shown of a project, and what it gives back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Literal, Protocol

from dailies.domain.adjusting import Adjustment
from dailies.domain.brief import Brief
from dailies.domain.project import CutSettings, Lock, NoteKind
from dailies.domain.story import Story


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
