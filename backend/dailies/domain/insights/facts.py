"""The facts of one project, folded from its event log one event after the other."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from dailies.domain.brief import Mode
from dailies.domain.project import CUT, STAGES, Event, Rating, Stage


@dataclass(frozen=True)
class StageFacts:
    """One stage of a project. ``reached``: its first work began; ``approved``: signed off for the first time."""

    reached: datetime | None = None
    approved: datetime | None = None
    notes: int = 0
    regenerations: int = 0


@dataclass(frozen=True)
class ProjectFacts:
    """What is counted of one project.

    ``seq``: number of the last event that was folded in: folding it again changes nothing. ``mode``: how it was
    begun; ``taken_over``: whether an automatic one was taken in hand. ``cut_at``: the first cut was there;
    ``seconds``: length of the film that was approved last. ``plans``: plan id -> what became of it; ``edited``:
    plans that were changed before they were used. ``takes``: item -> takes it has; ``selected``: item -> id of its
    selected take, which is also the id of the work that made it; ``works``: ids of all takes; ``masked``: items
    edited by mask. ``failures``: "model|code" -> times, the model "" where it is not known; ``failed``: ids of work
    that failed. Items are told by their kind and a digest.
    """

    project: str
    owner: str
    created_at: datetime
    seq: int = 0
    last_at: datetime | None = None
    mode: Mode = "interactive"
    taken_over: bool = False
    deleted: bool = False
    stages: Mapping[Stage, StageFacts] = field(default_factory=dict)
    cut_at: datetime | None = None
    seconds: float = 0.0
    plans: Mapping[str, str] = field(default_factory=dict)
    edited: tuple[str, ...] = ()
    takes: Mapping[str, int] = field(default_factory=dict)
    selected: Mapping[str, str] = field(default_factory=dict)
    works: frozenset[str] = frozenset()
    masked: tuple[str, ...] = ()
    failures: Mapping[str, int] = field(default_factory=dict)
    failed: tuple[str, ...] = ()
    rating: Rating | None = None

    def stage(self, name: Stage) -> StageFacts:
        """The facts of a stage, empty where it was not reached."""
        return self.stages.get(name, StageFacts())

    @property
    def finished(self) -> datetime | None:
        """When the film was approved, or None."""
        return self.stage("video").approved

    @property
    def furthest(self) -> Stage:
        """The last stage that was reached."""
        return next((name for name in reversed(STAGES) if self.stage(name).reached), STAGES[0])


def fold(facts: ProjectFacts, seq: int, event: Event, at: datetime) -> ProjectFacts:
    """The facts after one more event of the project's log. An event that was folded before changes nothing."""
    if seq <= facts.seq:
        return facts
    facts = replace(facts, seq=seq, last_at=at)
    folder = _FOLDERS.get(event.type)
    return folder(facts, event.data, at) if folder else facts


_Data = Mapping[str, Any]


def _created(facts: ProjectFacts, data: _Data, at: datetime) -> ProjectFacts:
    # A project's first work is part of how it is created.
    return replace(_reached(facts, "story", at), mode=data.get("mode", facts.mode))


def _changed(facts: ProjectFacts, data: _Data, at: datetime) -> ProjectFacts:
    takes_over = facts.mode == "automatic" and data.get("mode") == "interactive"
    return replace(facts, taken_over=facts.taken_over or takes_over)


def _started(facts: ProjectFacts, data: _Data, at: datetime) -> ProjectFacts:
    stage: Stage = data["stage"]
    facts = _reached(facts, stage, at)
    if data.get("kind") != "regenerate":
        return facts
    return _with(facts, stage, lambda found: replace(found, regenerations=found.regenerations + 1))


def _note(facts: ProjectFacts, data: _Data, at: datetime) -> ProjectFacts:
    return _with(facts, data["stage"], lambda found: replace(found, notes=found.notes + 1))


def _proposed(facts: ProjectFacts, data: _Data, at: datetime) -> ProjectFacts:
    plan = str(data["plan"])
    if plan in facts.plans:
        return facts if plan in facts.edited else replace(facts, edited=(*facts.edited, plan))
    return replace(facts, plans={**facts.plans, plan: "proposed"})


def _plan(became: str) -> Callable[[ProjectFacts, _Data, datetime], ProjectFacts]:
    def folded(facts: ProjectFacts, data: _Data, at: datetime) -> ProjectFacts:
        return replace(facts, plans={**facts.plans, str(data["plan"]): became})

    return folded


def _take(facts: ProjectFacts, data: _Data, at: datetime) -> ProjectFacts:
    item, take = _unnamed(str(data["item"])), str(data.get("id", ""))
    facts = replace(
        _reached(facts, data["stage"], at),
        takes={**facts.takes, item: facts.takes.get(item, 0) + 1},
        works=facts.works | {take},
        masked=(*facts.masked, item) if data.get("origin") == "edit" and item not in facts.masked else facts.masked,
    )
    if data.get("selected", True):
        facts = _pick(facts, item, take)
    return replace(facts, cut_at=facts.cut_at or at) if item == CUT else facts


def _selected(facts: ProjectFacts, data: _Data, at: datetime) -> ProjectFacts:
    return _pick(facts, _unnamed(str(data["item"])), str(data.get("id", "")))


def _approved(facts: ProjectFacts, data: _Data, at: datetime) -> ProjectFacts:
    facts = replace(facts, seconds=float(data.get("seconds", facts.seconds)))
    return _with(facts, data["stage"], lambda found: replace(found, approved=found.approved or at))


def _failed(facts: ProjectFacts, data: _Data, at: datetime) -> ProjectFacts:
    key = f"{data.get('model', '')}|{data['code']}"
    work = str(data.get("work", ""))
    return replace(
        facts, failures={**facts.failures, key: facts.failures.get(key, 0) + 1}, failed=(*facts.failed, work)
    )


def _rated(facts: ProjectFacts, data: _Data, at: datetime) -> ProjectFacts:
    rating = Rating(int(data["stars"]), int(data["recommend"]), str(data.get("comment", "")), at)
    return replace(facts, rating=rating)


def _deleted(facts: ProjectFacts, data: _Data, at: datetime) -> ProjectFacts:
    return replace(facts, deleted=True)


def _restored(facts: ProjectFacts, data: _Data, at: datetime) -> ProjectFacts:
    return replace(facts, deleted=False)


_FOLDERS: dict[str, Callable[[ProjectFacts, _Data, datetime], ProjectFacts]] = {
    "project.created": _created,
    "project.changed": _changed,
    "project.deleted": _deleted,
    "project.restored": _restored,
    "project.rated": _rated,
    "operation.started": _started,
    "note.added": _note,
    "plan.proposed": _proposed,
    "plan.applied": _plan("applied"),
    "plan.discarded": _plan("discarded"),
    "plan.undone": _plan("undone"),
    "take.added": _take,
    "take.selected": _selected,
    "stage.approved": _approved,
    "item.failed": _failed,
}


def _unnamed(item: str) -> str:
    """The item's kind and a digest: ids are made of the names that people have in a story."""
    kind, dash, _ = item.partition("-")
    return f"{kind}-{hashlib.sha256(item.encode()).hexdigest()[:12]}" if dash else item


def _with(facts: ProjectFacts, stage: Stage, change: Callable[[StageFacts], StageFacts]) -> ProjectFacts:
    return replace(facts, stages={**facts.stages, stage: change(facts.stage(stage))})


def _reached(facts: ProjectFacts, stage: Stage, at: datetime) -> ProjectFacts:
    return _with(facts, stage, lambda found: replace(found, reached=found.reached or at))


def _pick(facts: ProjectFacts, item: str, take: str) -> ProjectFacts:
    return replace(facts, selected={**facts.selected, item: take})
