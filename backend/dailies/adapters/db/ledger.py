"""The ledger in the database. Money is held in one transaction with the check of every budget."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, case, func, insert, or_, select, update
from sqlalchemy.orm import Session

from dailies.adapters.db.account_tables import users
from dailies.adapters.db.database import Database
from dailies.adapters.db.ledger_tables import calls
from dailies.domain.errors import InvalidInput
from dailies.domain.ledger import HELD, Call, Limits, check_limits
from dailies.domain.project import Spend
from dailies.ports import LedgerPage, LedgerQuery, SpendLine, VendorUse

_COLUMNS = {"owner": "owner_id", "project": "project_id", "work": "work_id"}
"""Fields of a call whose column has another name."""

_USED = case((calls.c.state.in_(HELD), calls.c.estimate), else_=calls.c.cost)


@dataclass(frozen=True)
class SqlLedger:
    """The ledger on SQLite or PostgreSQL."""

    database: Database

    async def open(self, call: Call, limits: Limits) -> Call:
        """Hold the call's estimate, or give back the call that is there under its id.

        Raises PaymentRequired when a limit would be passed.
        """

        def write(session: Session) -> Call:
            # The owner's row is locked, so that calls begun at the same moment count each other.
            session.execute(select(users.c.id).where(users.c.id == call.owner).with_for_update())
            known = session.execute(select(calls).where(calls.c.id == call.id)).one_or_none()
            if known is not None:
                return _call(known)
            project_used = _sum(session, calls.c.project_id == call.project)
            month = and_(calls.c.owner_id == call.owner, calls.c.created_at >= limits.month_start)
            check_limits(limits, call.estimate, project_used, _sum(session, month))
            session.execute(insert(calls).values(**_row(call)))
            return call

        return await self.database.run(write)

    async def get(self, call_id: str) -> Call | None:
        """The call with this id, or None."""

        def read(session: Session) -> Call | None:
            row = session.execute(select(calls).where(calls.c.id == call_id)).one_or_none()
            return _call(row) if row is not None else None

        return await self.database.read(read)

    async def put(self, call: Call) -> None:
        """Store a call's new state."""

        def write(session: Session) -> None:
            session.execute(update(calls).where(calls.c.id == call.id).values(**_row(call)))

        await self.database.run(write)

    async def of_work(self, work: str) -> tuple[Call, ...]:
        """The calls of one piece of work, oldest first."""

        def read(session: Session) -> tuple[Call, ...]:
            rows = session.execute(select(calls).where(calls.c.work_id == work).order_by(calls.c.created_at))
            return tuple(_call(row) for row in rows)

        return await self.database.read(read)

    async def claimed(self, vendor: str, vendor_job: str) -> bool:
        """Whether one of the calls has this id at its vendor."""

        def read(session: Session) -> bool:
            wanted = (calls.c.vendor == vendor, calls.c.vendor_job == vendor_job)
            return session.scalar(select(calls.c.id).where(*wanted).limit(1)) is not None

        return await self.database.read(read)

    async def page(self, query: LedgerQuery) -> LedgerPage:
        """A page of an owner's calls, newest first. Raises InvalidInput ``bad_cursor``."""

        def read(session: Session) -> LedgerPage:
            wanted = _wanted(query)
            if query.cursor:
                at, last = _read_cursor(query.cursor)
                newest = calls.c.created_at
                wanted.append(or_(newest < at, and_(newest == at, calls.c.id < last)))
            found = session.execute(
                select(calls)
                .where(*wanted)
                .order_by(calls.c.created_at.desc(), calls.c.id.desc())
                .limit(query.limit + 1)
            ).all()
            rows = found[: query.limit]
            return LedgerPage(tuple(_call(row) for row in rows), _cursor(rows[-1]) if len(found) > query.limit else "")

        return await self.database.read(read)

    async def summary(self, query: LedgerQuery) -> tuple[SpendLine, ...]:
        """Sums of the same calls by stage, item and model."""

        def read(session: Session) -> tuple[SpendLine, ...]:
            groups = (calls.c.stage, calls.c.item, calls.c.model)
            rows = session.execute(
                select(*groups, func.count(), func.sum(calls.c.cost), _sum_held())
                .where(*_wanted(query))
                .group_by(*groups)
                .order_by(*groups)
            ).all()
            return tuple(SpendLine(row[0], row[1], row[2], int(row[3]), int(row[4]), int(row[5])) for row in rows)

        return await self.database.read(read)

    async def used(self, owner: str, since: datetime) -> int:
        """What an owner's calls since then have cost and hold, in millionths of a US dollar."""
        return await self.database.read(
            lambda session: _sum(session, and_(calls.c.owner_id == owner, calls.c.created_at >= since))
        )

    async def vendor_use(self, since: datetime) -> tuple[VendorUse, ...]:
        """Calls and money by vendor since then, of everybody."""

        def read(session: Session) -> tuple[VendorUse, ...]:
            failed = func.sum(case((calls.c.state.in_(("released", "unknown")), 1), else_=0))
            rows = session.execute(
                select(calls.c.vendor, func.count(), func.sum(_USED), failed)
                .where(calls.c.created_at >= since)
                .group_by(calls.c.vendor)
                .order_by(calls.c.vendor)
            ).all()
            return tuple(VendorUse(row[0], int(row[1]), int(row[2]), int(row[3])) for row in rows)

        return await self.database.read(read)

    async def repeats(self, owner: str) -> dict[str, float]:
        """By stage, the usual number of settled takes per item in an owner's projects."""

        def read(session: Session) -> dict[str, float]:
            items = func.count(func.distinct(calls.c.project_id + "/" + calls.c.item))
            works = func.count(func.distinct(calls.c.work_id))
            rows = session.execute(
                select(calls.c.stage, works, items)
                .where(calls.c.owner_id == owner, calls.c.state == "settled")
                .group_by(calls.c.stage)
            ).all()
            return {row[0]: int(row[1]) / int(row[2]) for row in rows if row[2]}

        return await self.database.read(read)


def spend_of(session: Session, project_id: str) -> Spend:
    """A project's money, in the session's own state of the database."""
    rows = session.execute(
        select(calls.c.state, func.sum(calls.c.estimate), func.sum(calls.c.cost))
        .where(calls.c.project_id == project_id)
        .group_by(calls.c.state)
    ).all()
    spent = sum(int(row[2]) for row in rows)
    held = sum(int(row[1]) for row in rows if row[0] in HELD and row[0] != "unknown")
    return Spend(spent, held, sum(int(row[1]) for row in rows if row[0] == "unknown"))


def _sum(session: Session, condition: ColumnElement[bool]) -> int:
    return int(session.scalar(select(func.coalesce(func.sum(_USED), 0)).where(condition)) or 0)


def _sum_held() -> Any:
    return func.sum(case((calls.c.state.in_(HELD), calls.c.estimate), else_=0))


def _wanted(query: LedgerQuery) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = [calls.c.owner_id == query.owner]
    for column, value in (
        (calls.c.project_id, query.project),
        (calls.c.vendor, query.vendor),
        (calls.c.model, query.model),
        (calls.c.stage, query.stage),
        (calls.c.state, query.state),
    ):
        if value:
            wanted.append(column == value)
    if query.since is not None:
        wanted.append(calls.c.created_at >= query.since)
    if query.until is not None:
        wanted.append(calls.c.created_at < query.until)
    return wanted


def _row(call: Call) -> dict[str, Any]:
    row = {_COLUMNS.get(name, name): value for name, value in call.__dict__.items()}
    row["charged_for"] = json.dumps(dict(call.charged_for), sort_keys=True)
    return row


def _call(row: Row[Any]) -> Call:
    fields = dict(row._mapping)
    for name, column in _COLUMNS.items():
        fields[name] = fields.pop(column)
    return Call(**{**fields, "charged_for": json.loads(fields["charged_for"])})


def _cursor(row: Row[Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps([row.created_at.isoformat(), row.id]).encode()).decode()


def _read_cursor(cursor: str) -> tuple[datetime, str]:
    try:
        at, last = json.loads(base64.urlsafe_b64decode(cursor))
        return datetime.fromisoformat(at), str(last)
    except (ValueError, TypeError) as error:
        raise InvalidInput("That page does not exist; start from the first.", code="bad_cursor") from error
