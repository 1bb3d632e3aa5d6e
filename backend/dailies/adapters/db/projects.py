"""Projects in the database: load, change, list. One transaction per change holds state, events and jobs."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Row, Table, and_, func, insert, or_, select, update
from sqlalchemy.orm import Session

from dailies.adapters.db import tables
from dailies.adapters.db.database import Database
from dailies.adapters.db.documents import (
    SmallState,
    cards,
    judgements,
    note_documents,
    operation_documents,
    plan_documents,
    small_states,
    take_documents,
    to_text,
)
from dailies.adapters.db.ledger import spend_of
from dailies.domain.errors import InvalidInput, NotFound
from dailies.domain.gallery import card_of
from dailies.domain.project import Event, Project, Score, Take
from dailies.ports import GalleryEntry, GalleryPage, Job, JobsFor, Listing, NumberedEvent, Verb

Record = TypeVar("Record")


class Enqueue(Protocol):
    """Queue a job inside the session's transaction."""

    def __call__(self, session: Session, job: Job) -> None:
        """Write the job."""
        ...


@dataclass(frozen=True)
class SqlProjectStore:
    """The project store on SQLite or PostgreSQL. ``enqueue`` writes jobs in the same transaction."""

    database: Database
    enqueue: Enqueue

    async def create(self, project: Project, event: Event, jobs: tuple[Job, ...]) -> Project:
        """Store a new project with its first event and jobs."""
        stored = replace(project, revision=1, seq=1)

        def write(session: Session) -> Project:
            session.execute(insert(tables.projects).values(id=project.id, **_row(stored)))
            _write_parts(session, replace(project, takes={}, operations=(), notes=(), plans=()), stored)
            _write_events(session, stored.id, (NumberedEvent(1, event),), stored.updated_at)
            for job in jobs:
                self.enqueue(session, job)
            return stored

        return await self.database.run(write)

    async def load(self, project_id: str) -> Project:
        """The project as it is. Raises NotFound ``no_such_project``."""
        return await self.database.read(lambda session: _load(session, project_id, lock=False))

    async def change(self, project_id: str, verb: Verb, jobs_for: JobsFor) -> tuple[Project, tuple[NumberedEvent, ...]]:
        """Load, apply the verb, save. A verb that gives back the same state writes nothing."""

        def write(session: Session) -> tuple[Project, tuple[NumberedEvent, ...]]:
            before = _load(session, project_id, lock=True)
            after, events = verb(before)
            if after == before and not events:
                return before, ()
            numbered = tuple(NumberedEvent(before.seq + index, event) for index, event in enumerate(events, 1))
            # Scores come by themselves and change nothing a creator decides on: no revision is lost to them.
            same = after == replace(before, judged=after.judged, updated_at=after.updated_at)
            decided = 0 if same else 1
            after = replace(after, revision=before.revision + decided, seq=before.seq + len(numbered))
            session.execute(update(tables.projects).where(tables.projects.c.id == project_id).values(**_row(after)))
            _write_parts(session, before, after)
            _write_events(session, project_id, numbered, after.updated_at)
            for job in jobs_for(before, after):
                self.enqueue(session, job)
            return after, numbered

        return await self.database.run(write)

    async def events(self, project_id: str, after: int, limit: int) -> tuple[tuple[NumberedEvent, ...], int]:
        """Events after a number, in order, and the last number there is."""

        def read(session: Session) -> tuple[tuple[NumberedEvent, ...], int]:
            head = session.scalar(select(tables.projects.c.seq).where(tables.projects.c.id == project_id))
            if head is None:
                raise _missing()
            rows = session.execute(
                select(tables.events.c.seq, tables.events.c.type, tables.events.c.data)
                .where(tables.events.c.project_id == project_id, tables.events.c.seq > after)
                .order_by(tables.events.c.seq)
                .limit(limit)
            ).all()
            return tuple(NumberedEvent(row.seq, Event(row.type, json.loads(row.data))) for row in rows), head

        return await self.database.read(read)

    async def owner(self, project_id: str) -> str | None:
        """Whose project it is; None for one that is deleted or not there."""

        def read(session: Session) -> str | None:
            columns = tables.projects.c
            mine = and_(columns.id == project_id, columns.deleted_at.is_(None))
            return session.scalar(select(columns.owner_id).where(mine))

        return await self.database.read(read)

    async def heads(self, project_ids: Sequence[str]) -> dict[str, int]:
        """The number of the last event of each of these projects."""

        def read(session: Session) -> dict[str, int]:
            columns = tables.projects.c
            rows = session.execute(select(columns.id, columns.seq).where(columns.id.in_(project_ids)))
            return {row.id: row.seq for row in rows}

        return await self.database.read(read)

    async def gallery(self, listing: Listing) -> GalleryPage:
        """A page of somebody's projects, with counts by filter."""
        return await self.database.read(lambda session: _gallery(session, listing))

    async def started_since(self, owner: str, since: datetime) -> int:
        """How many projects an owner has started since then, deleted ones included."""
        mine = and_(tables.projects.c.owner_id == owner, tables.projects.c.created_at >= since)
        query = select(func.count()).select_from(tables.projects).where(mine)
        return await self.database.read(lambda session: session.scalar(query) or 0)

    async def owns_blob(self, owner: str, sha256: str) -> bool:
        """Whether one of the owner's projects names the blob."""

        def read(session: Session) -> bool:
            found = session.scalar(
                select(tables.projects.c.id)
                .join(tables.blob_references, tables.blob_references.c.project_id == tables.projects.c.id)
                .where(tables.blob_references.c.sha256 == sha256, tables.projects.c.owner_id == owner)
                .limit(1)
            )
            return found is not None

        return await self.database.read(read)

    async def unfinished(self) -> tuple[str, ...]:
        """Ids of projects with work or replies under way."""

        def read(session: Session) -> tuple[str, ...]:
            return tuple(session.scalars(select(tables.projects.c.id).where(tables.projects.c.working)))

        return await self.database.read(read)


def _missing() -> NotFound:
    return NotFound("There is no such project.", code="no_such_project")


def _row(project: Project) -> dict[str, Any]:
    card = card_of(project)
    small = SmallState(
        project.brief,
        project.mode,
        project.seed,
        project.budget,
        project.auto_apply_free,
        project.cut,
        dict(project.selected),
        dict(project.approvals),
        dict(project.outcomes),
        project.casting,
        dict(project.locks),
        project.enhance_prompts,
        project.rating,
        dict(project.kept),
        project.tries,
        project.renewal,
        dict(project.clip_making),
    )
    writing = any(note.reply_state == "writing" for note in project.notes)
    return {
        "owner_id": project.owner,
        "title": project.title,
        "search_text": f"{project.title}\n{project.brief.prompt}".casefold(),
        "status": card.status,
        "revision": project.revision,
        "seq": project.seq,
        "working": card.working or writing,
        "state": to_text(small_states, small),
        "card": to_text(cards, card),
        "created_at": project.created_at,
        "updated_at": project.updated_at,
        "deleted_at": project.deleted_at,
    }


def _write_parts(session: Session, before: Project, after: Project) -> None:
    known = {take.id for takes in before.takes.values() for take in takes}
    fresh = [take for takes in after.takes.values() for take in takes if take.id not in known]
    for take in fresh:
        session.execute(
            insert(tables.takes).values(
                id=take.id,
                project_id=after.id,
                item=take.item,
                number=take.number,
                document=to_text(take_documents, take),
            )
        )
    for take_id, scores in after.judged.items():
        if before.judged.get(take_id) != scores:
            judged = to_text(judgements, scores)
            session.execute(update(tables.takes).where(tables.takes.c.id == take_id).values(judged=judged))
    _write_blob_references(session, after.id, fresh)
    _write_documents(session, tables.operations, after.id, before.operations, after.operations, operation_documents)
    _write_documents(session, tables.notes, after.id, before.notes, after.notes, note_documents)
    _write_documents(session, tables.plans, after.id, before.plans, after.plans, plan_documents)


def _write_blob_references(session: Session, project_id: str, fresh: Sequence[Take]) -> None:
    wanted = {sha256 for take in fresh for sha256 in _files_of(take)}
    if not wanted:
        return
    known = set(
        session.scalars(
            select(tables.blob_references.c.sha256).where(
                tables.blob_references.c.project_id == project_id, tables.blob_references.c.sha256.in_(wanted)
            )
        )
    )
    for sha256 in sorted(wanted - known):
        session.execute(insert(tables.blob_references).values(project_id=project_id, sha256=sha256))


def _files_of(take: Take) -> Iterator[str]:
    """Addresses of everything a take keeps: its picture or film, and the parts of a mask edit."""
    if take.media is not None:
        yield take.media.sha256
    if take.edit is not None:
        yield from filter(None, (take.edit.plan.mask, take.edit.plan.protect, take.edit.raw))


def _write_documents(
    session: Session,
    table: Table,
    project_id: str,
    before: Sequence[Any],
    after: Sequence[Any],
    adapter: TypeAdapter[Any],
) -> None:
    for position, record in enumerate(after):
        if position >= len(before):
            session.execute(
                insert(table).values(
                    id=record.id, project_id=project_id, position=position, document=to_text(adapter, record)
                )
            )
        elif record != before[position]:
            session.execute(update(table).where(table.c.id == record.id).values(document=to_text(adapter, record)))


def _write_events(session: Session, project_id: str, events: Sequence[NumberedEvent], now: datetime) -> None:
    for numbered in events:
        session.execute(
            insert(tables.events).values(
                project_id=project_id,
                seq=numbered.seq,
                type=numbered.event.type,
                data=json.dumps(dict(numbered.event.data)),
                created_at=now,
            )
        )


def _load(session: Session, project_id: str, *, lock: bool) -> Project:
    query = select(tables.projects).where(tables.projects.c.id == project_id)
    # SQLite has one writer by construction; PostgreSQL locks the row so that changes queue up.
    row = session.execute(query.with_for_update() if lock else query).one_or_none()
    if row is None:
        raise _missing()
    small = small_states.validate_json(row.state)
    takes: dict[str, tuple[Take, ...]] = {}
    judged: dict[str, tuple[Score, ...]] = {}
    rows = session.execute(
        select(tables.takes.c.document, tables.takes.c.judged)
        .where(tables.takes.c.project_id == project_id)
        .order_by(tables.takes.c.item, tables.takes.c.number)
    )
    for document, scores in rows:
        take = take_documents.validate_json(document)
        takes[take.item] = (*takes.get(take.item, ()), take)
        if scores:
            judged[take.id] = judgements.validate_json(scores)
    return Project(
        id=row.id,
        owner=row.owner_id,
        brief=small.brief,
        mode=small.mode,
        title=row.title,
        created_at=row.created_at,
        updated_at=row.updated_at,
        seed=small.seed,
        revision=row.revision,
        seq=row.seq,
        budget=small.budget,
        auto_apply_free=small.auto_apply_free,
        casting=small.casting,
        spend=spend_of(session, project_id),
        cut=small.cut,
        takes=takes,
        selected=small.selected,
        judged=judged,
        approvals=small.approvals,
        outcomes=small.outcomes,
        locks=small.locks,
        enhance_prompts=small.enhance_prompts,
        kept=small.kept,
        tries=small.tries,
        renewal=small.renewal,
        clip_making=small.clip_making,
        operations=_read_documents(session, tables.operations, project_id, operation_documents),
        notes=_read_documents(session, tables.notes, project_id, note_documents),
        plans=_read_documents(session, tables.plans, project_id, plan_documents),
        deleted_at=row.deleted_at,
        rating=small.rating,
    )


def _read_documents(
    session: Session, table: Table, project_id: str, adapter: TypeAdapter[Record]
) -> tuple[Record, ...]:
    rows = session.scalars(select(table.c.document).where(table.c.project_id == project_id).order_by(table.c.position))
    return tuple(adapter.validate_json(document) for document in rows)


_SORTS: dict[str, tuple[Any, bool]] = {
    "updated": (tables.projects.c.updated_at, True),
    "created": (tables.projects.c.created_at, True),
    "title": (func.lower(tables.projects.c.title), False),
}


def _gallery(session: Session, listing: Listing) -> GalleryPage:
    columns = tables.projects.c
    mine = and_(columns.owner_id == listing.owner, columns.deleted_at.is_(None))
    if listing.query.strip():
        pattern = listing.query.strip().casefold().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        mine = and_(mine, columns.search_text.like(f"%{pattern}%", escape="\\"))
    by_status = session.execute(select(columns.status, func.count()).where(mine).group_by(columns.status)).all()
    counts = {"needs_you": 0, "making": 0, "done": 0, **{row[0]: int(row[1]) for row in by_status}}
    counts["all"] = sum(counts.values())
    wanted = mine if listing.status == "all" else and_(mine, columns.status == listing.status)
    key, descending = _SORTS[listing.sort]
    if listing.cursor:
        at, last = _read_cursor(listing.cursor, listing.sort)
        beyond: Callable[[Any, Any], Any] = (lambda a, b: a < b) if descending else (lambda a, b: a > b)
        wanted = and_(wanted, or_(beyond(key, at), and_(key == at, beyond(columns.id, last))))
    order = (key.desc(), columns.id.desc()) if descending else (key.asc(), columns.id.asc())
    query = select(tables.projects, key.label("sort_key")).where(wanted).order_by(*order).limit(listing.limit + 1)
    rows = session.execute(query).all()
    page = rows[: listing.limit]
    cursor = _cursor(page[-1]) if len(rows) > listing.limit else ""
    return GalleryPage(tuple(_entry(row) for row in page), counts, cursor)


def _entry(row: Row[Any]) -> GalleryEntry:
    small = small_states.validate_json(row.state)
    return GalleryEntry(row.id, row.title, small.brief, cards.validate_json(row.card), row.created_at, row.updated_at)


def _cursor(row: Row[Any]) -> str:
    key = row.sort_key.isoformat() if isinstance(row.sort_key, datetime) else row.sort_key
    return base64.urlsafe_b64encode(json.dumps([key, row.id]).encode()).decode()


def _read_cursor(cursor: str, sort: str) -> tuple[Any, str]:
    try:
        key, last = json.loads(base64.urlsafe_b64decode(cursor))
        return (datetime.fromisoformat(key) if sort != "title" else str(key)), str(last)
    except (ValueError, TypeError) as error:
        raise InvalidInput("That page does not exist; start from the first.", code="bad_cursor") from error
