"""The one way a project changes: load, pure verb, save with events and jobs in one transaction, then tell
whoever is looking."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from dailies.domain.brief import Brief, Mode, checked_brief
from dailies.domain.casting import Casting
from dailies.domain.errors import NotFound, RevisionConflict
from dailies.domain.judging import to_judge
from dailies.domain.operations import start_operation
from dailies.domain.project import STORY, Change, Event, Project
from dailies.ports import GalleryPage, Job, Listing, LiveHub, NumberedEvent, ProjectStore, Verb

JUDGING_PRIORITY = 1000
"""Scores wait until nothing is left to be made."""

TITLE_LENGTH = 60
"""Characters of the brief that name a project until its story has a title."""


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def new_id() -> str:
    """A random 96-bit id, 24 hex digits."""
    return secrets.token_hex(12)


def jobs_for(before: Project, after: Project) -> tuple[Job, ...]:
    """The jobs a change brings: one for each new piece of work, one for each new note.

    A job's priority is its place among the project's own waiting work, so that projects take turns and a
    long film does not hold up a short one.
    """
    known = {operation.id for operation in before.operations}
    waiting = sum(1 for _ in before.active_works())
    jobs = []
    for operation in after.operations:
        if operation.id in known:
            continue
        for work in operation.works:
            waiting += 1
            jobs.append(Job(work.id, "make", {"project": after.id, "work": work.id}, "work", waiting))
    notes = {note.id for note in before.notes}
    jobs.extend(
        Job(note.id, "answer", {"project": after.id, "note": note.id}, "talk", 1)
        for note in after.notes
        if note.id not in notes
    )
    jobs.extend(
        Job(f"judge-{take.id}", "judge", {"project": after.id, "take": take.id}, "work", JUDGING_PRIORITY)
        for take in to_judge(before, after)
    )
    return tuple(jobs)


@dataclass(frozen=True)
class Studio:
    """Projects and their changes. ``clock`` and ``make_id`` are given so that tests can hold them still."""

    store: ProjectStore
    hub: LiveHub
    clock: Callable[[], datetime] = utc_now
    make_id: Callable[[], str] = new_id

    async def create(
        self,
        owner: str,
        brief: Brief,
        mode: Mode,
        budget: int | None = None,
        auto_apply_free: bool = False,
        casting: Casting | None = None,
        price: int = 0,
    ) -> Project:
        """Start a project; its story begins at once. ``price``: of writing it, in millionths of a US dollar.

        Raises InvalidInput for a bad brief, PaymentRequired ``budget_exceeded``."""
        brief = checked_brief(brief)
        now = self.clock()
        first_line = brief.prompt.splitlines()[0]
        title = first_line if len(first_line) <= TITLE_LENGTH else first_line[: TITLE_LENGTH - 1].rstrip() + "…"
        empty = Project(
            self.make_id(),
            owner,
            brief,
            mode,
            title,
            now,
            now,
            secrets.randbelow(2**31),
            budget=budget,
            auto_apply_free=auto_apply_free,
            casting=casting or Casting(),
        )
        project, _ = start_operation(
            empty, self.make_id(), "generate", "story", [STORY], now=now, estimates={STORY: price}
        )
        created = Event("project.created", {"project": project.id, "mode": mode})
        return await self.store.create(project, created, jobs_for(empty, project))

    async def load(self, owner: str, project_id: str) -> Project:
        """An owner's project. Raises NotFound, also for other people's and deleted projects."""
        return owned(await self.store.load(project_id), owner)

    async def load_owner(self, owner: str, project_id: str) -> None:
        """See that a project is an owner's, without loading it. Raises NotFound as ``load`` does."""
        if await self.store.owner(project_id) != owner:
            raise missing_project()

    async def change(self, owner: str | None, project_id: str, verb: Verb, revision: int | None = None) -> Project:
        """Apply a verb. ``owner`` None is the studio itself, at work for the project.

        Raises NotFound, RevisionConflict when ``revision`` is given and old, and what the verb raises.
        """

        def checked(project: Project) -> Change:
            if owner is not None:
                owned(project, owner)
            if revision is not None and revision != project.revision:
                raise RevisionConflict("Someone changed this project. You see the new state; nothing was done.")
            changed, told = verb(project)
            # An event carries the moment of its change, whatever the verb kept of it.
            return (replace(changed, updated_at=self.clock()) if told else changed), told

        project, events = await self.store.change(project_id, checked, jobs_for)
        for numbered in events:
            self.hub.publish(project_id, live_message(numbered))
        return project

    async def gallery(self, listing: Listing) -> GalleryPage:
        """A page of an owner's projects."""
        return await self.store.gallery(listing)

    async def update(
        self,
        owner: str,
        project_id: str,
        *,
        title: str | None,
        mode: Mode | None,
        budget: int | None,
        auto_apply_free: bool | None,
        enhance_prompts: bool | None = None,
        casting: Callable[[Casting], Casting] | None = None,
        no_budget: bool = False,
    ) -> Project:
        """Change a project's own settings; None leaves a setting as it is. ``no_budget`` takes a budget away.
        Changing a model makes nothing stale."""

        def verb(project: Project) -> Change:
            changed = replace(
                project,
                title=title or project.title,
                mode=mode or project.mode,
                budget=None if no_budget else project.budget if budget is None else budget,
                casting=casting(project.casting) if casting else project.casting,
                auto_apply_free=project.auto_apply_free if auto_apply_free is None else auto_apply_free,
                enhance_prompts=project.enhance_prompts if enhance_prompts is None else enhance_prompts,
            )
            if changed == project:
                return project, ()
            data = {"fields": ["settings"], "mode": changed.mode}
            return replace(changed, updated_at=self.clock()), (Event("project.changed", data),)

        return await self.change(owner, project_id, verb)

    async def delete(self, owner: str, project_id: str) -> None:
        """Put a project away; it can be restored."""

        def verb(project: Project) -> Change:
            return replace(project, deleted_at=self.clock()), (Event("project.deleted", {}),)

        await self.change(owner, project_id, verb)

    async def restore(self, owner: str, project_id: str) -> Project:
        """Undo a delete."""

        def verb(project: Project) -> Change:
            if project.owner != owner:
                raise missing_project()
            return replace(project, deleted_at=None), (Event("project.restored", {}),)

        return await self.change(None, project_id, verb)


def owned(project: Project, owner: str) -> Project:
    """The project, if it is the owner's and not deleted. Raises NotFound otherwise."""
    if project.owner != owner or project.deleted_at is not None:
        raise missing_project()
    return project


def missing_project() -> NotFound:
    """The one answer for projects that are not there, deleted or somebody else's."""
    return NotFound("There is no such project.", code="no_such_project")


def live_message(numbered: NumberedEvent) -> dict[str, object]:
    """A durable event as the socket sends it."""
    return {"seq": numbered.seq, "type": numbered.event.type, "data": dict(numbered.event.data)}
