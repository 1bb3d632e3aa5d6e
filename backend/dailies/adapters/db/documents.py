"""Domain records to JSON text and back, by their own types."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import TypeAdapter

from dailies.domain.brief import Brief, Mode
from dailies.domain.casting import Casting
from dailies.domain.clip_making import ClipMaking
from dailies.domain.gallery import Card
from dailies.domain.insights.facts import ProjectFacts
from dailies.domain.project import (
    Approval,
    CutSettings,
    Failure,
    Lock,
    Note,
    Operation,
    Plan,
    Rating,
    Renewal,
    Score,
    Source,
    Stage,
    Take,
    Tries,
)


@dataclass(frozen=True)
class SmallState:
    """The part of a project that is one document: everything but takes, operations, notes and plans."""

    brief: Brief
    mode: Mode
    seed: int
    budget: int | None
    auto_apply_free: bool
    cut: CutSettings
    selected: dict[str, str]
    approvals: dict[Stage, Approval]
    outcomes: dict[str, Failure]
    casting: Casting = Casting()
    locks: dict[str, tuple[Lock, ...]] = field(default_factory=dict)
    enhance_prompts: bool | None = None
    rating: Rating | None = None
    kept: dict[str, tuple[Source, ...]] = field(default_factory=dict)
    tries: tuple[Tries, ...] = ()
    renewal: Renewal | None = None
    clip_making: dict[str, ClipMaking] = field(default_factory=dict)


Record = TypeVar("Record")

small_states: TypeAdapter[SmallState] = TypeAdapter(SmallState)
take_documents: TypeAdapter[Take] = TypeAdapter(Take)
operation_documents: TypeAdapter[Operation] = TypeAdapter(Operation)
note_documents: TypeAdapter[Note] = TypeAdapter(Note)
plan_documents: TypeAdapter[Plan] = TypeAdapter(Plan)
judgements: TypeAdapter[tuple[Score, ...]] = TypeAdapter(tuple[Score, ...])
cards: TypeAdapter[Card] = TypeAdapter(Card)
fact_documents: TypeAdapter[ProjectFacts] = TypeAdapter(ProjectFacts)


def to_text(adapter: TypeAdapter[Record], record: Record) -> str:
    """The record as JSON text."""
    return adapter.dump_json(record).decode()
