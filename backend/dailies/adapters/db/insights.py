"""Facts of projects in the database: folded from the event logs when they are wanted, and kept."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby

from sqlalchemy import ColumnElement, and_, case, delete, false, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from dailies.adapters.db.database import Database
from dailies.adapters.db.documents import fact_documents, to_text
from dailies.adapters.db.ledger_tables import calls
from dailies.adapters.db.tables import events, project_facts, projects
from dailies.domain.insights.facts import ProjectFacts, fold
from dailies.domain.insights.summary import Payment
from dailies.domain.ledger import HELD
from dailies.domain.project import Event
from dailies.ports import VendorDay


@dataclass(frozen=True)
class SqlInsights:
    """The port ``InsightStore`` on SQLite or PostgreSQL."""

    database: Database

    async def fold_in(self, most: int) -> int:
        """Fold new events into the facts of at most so many projects; how many there were."""
        try:
            return await self.database.run(lambda session: _fold_in(session, most))
        except IntegrityError:
            # Another server stored the facts of a project between our look and our insert.
            return await self.database.run(lambda session: _fold_in(session, most))

    async def facts(self, since: datetime, until: datetime, owner: str = "") -> tuple[ProjectFacts, ...]:
        """Facts of the projects created in that time, oldest first."""

        def read(session: Session) -> tuple[ProjectFacts, ...]:
            rows = session.scalars(
                select(project_facts.c.document)
                .where(_created(since, until, owner))
                .order_by(project_facts.c.created_at, project_facts.c.project_id)
            )
            return tuple(fact_documents.validate_json(document) for document in rows)

        return await self.database.read(read)

    async def payments(self, since: datetime, until: datetime, owner: str = "") -> tuple[Payment, ...]:
        """Money of the same projects."""

        def read(session: Session) -> tuple[Payment, ...]:
            groups = (calls.c.project_id, calls.c.stage, calls.c.model, calls.c.work_id)
            unknown = func.sum(case((calls.c.state == "unknown", calls.c.estimate), else_=0))
            rows = session.execute(
                select(*groups, func.sum(calls.c.cost), unknown)
                .join(project_facts, project_facts.c.project_id == calls.c.project_id)
                .where(_created(since, until, owner))
                .group_by(*groups)
                .order_by(*groups)
            )
            return tuple(Payment(row[0], row[1], row[2], row[3], int(row[4]), int(row[5])) for row in rows)

        return await self.database.read(read)

    async def vendor_days(self, since: datetime, until: datetime, owner: str = "") -> tuple[VendorDay, ...]:
        """Calls begun in that time, by vendor and day, in order."""

        def read(session: Session) -> tuple[VendorDay, ...]:
            wanted = [calls.c.created_at >= since, calls.c.created_at < until]
            if owner:
                wanted.append(calls.c.owner_id == owner)
            used = case((calls.c.state.in_(HELD), calls.c.estimate), else_=calls.c.cost)
            query = select(calls.c.vendor, calls.c.created_at, calls.c.state, used).where(*wanted)
            # The day of a moment is told differently by every database; a row at a time costs no memory.
            found: dict[tuple[str, date], list[int]] = defaultdict(lambda: [0, 0, 0])
            for vendor, at, state, money in session.execute(query.execution_options(yield_per=1000)):
                sums = found[vendor, at.astimezone(UTC).date()]
                sums[0] += 1
                sums[1] += state in ("released", "unknown")
                sums[2] += int(money)
            return tuple(VendorDay(vendor, day, *found[vendor, day]) for vendor, day in sorted(found))

        return await self.database.read(read)

    async def forget(self) -> None:
        """Forget all facts."""
        await self.database.run(lambda session: _forget(session))


def _forget(session: Session) -> None:
    session.execute(delete(project_facts))


def _created(since: datetime, until: datetime, owner: str) -> ColumnElement[bool]:
    within = and_(project_facts.c.created_at >= since, project_facts.c.created_at < until)
    return and_(within, project_facts.c.owner_id == owner) if owner else within


def _fold_in(session: Session, most: int) -> int:
    behind = session.execute(
        select(projects.c.id, projects.c.owner_id, projects.c.created_at, project_facts.c.document)
        .outerjoin(project_facts, project_facts.c.project_id == projects.c.id)
        .where(or_(project_facts.c.seq.is_(None), project_facts.c.seq < projects.c.seq))
        .order_by(projects.c.id)
        .limit(most)
        # Of two servers at once, one does the work.
        .with_for_update(of=projects, skip_locked=True)
    ).all()
    known = {row.id: _known(row.id, row.owner_id, row.created_at, row.document) for row in behind}
    # Nothing is behind most of the time.
    new = [and_(events.c.project_id == each, events.c.seq > known[each].seq) for each in known]
    rows = session.execute(
        select(events.c.project_id, events.c.seq, events.c.type, events.c.data, events.c.created_at)
        .where(or_(false(), *new))
        .order_by(events.c.project_id, events.c.seq)
    )
    for project_id, found in groupby(rows, key=lambda row: row.project_id):
        facts = known[project_id]
        for row in found:
            facts = fold(facts, row.seq, Event(row.type, json.loads(row.data)), row.created_at)
        _keep(session, facts, new=known[project_id].seq == 0)
    return len(known)


def _known(project: str, owner: str, created_at: datetime, document: str | None) -> ProjectFacts:
    if document is not None:
        return fact_documents.validate_json(document)
    return ProjectFacts(project, owner, created_at)


def _keep(session: Session, facts: ProjectFacts, *, new: bool) -> None:
    values = {"seq": facts.seq, "document": to_text(fact_documents, facts)}
    if new:
        made = {"project_id": facts.project, "owner_id": facts.owner, "created_at": facts.created_at}
        session.execute(insert(project_facts).values(**made, **values))
    else:
        session.execute(update(project_facts).where(project_facts.c.project_id == facts.project).values(**values))
