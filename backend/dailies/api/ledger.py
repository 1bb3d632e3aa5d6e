"""The ledger: every paid call, with sums, as JSON and CSV, and the month's budget."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from fastapi.responses import StreamingResponse

from dailies.api import schemas
from dailies.api.requests import App, SignedIn
from dailies.api.views import usd
from dailies.bootstrap import Services
from dailies.domain.approval import approval_holds
from dailies.domain.ledger import Call
from dailies.domain.project import Stage
from dailies.ports import LedgerQuery
from dailies.services.money import month_start, near_limit
from dailies.services.studio import utc_now

router = APIRouter(prefix="/api/ledger", tags=["money"])

State = Literal["reserved", "sent", "accepted", "settled", "released", "unknown"]

COLUMNS = (
    "id", "created_at", "closed_at", "project", "stage", "item", "purpose", "vendor", "model", "state",
    "estimate_usd", "cost_usd", "vendor_job", "charged_for", "reason",
)  # fmt: skip


def _query(
    user: SignedIn,
    project: Annotated[str, Query(max_length=40)] = "",
    vendor: Annotated[str, Query(max_length=40)] = "",
    model: Annotated[str, Query(max_length=160)] = "",
    stage: Stage | None = None,
    state: State | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    cursor: Annotated[str, Query(max_length=400)] = "",
) -> LedgerQuery:
    return LedgerQuery(user.id, project, vendor, model, stage or "", state or "", since, until, cursor)


Wanted = Annotated[LedgerQuery, Depends(_query)]


@router.get("")
async def read_ledger(wanted: Wanted, app: App, user: SignedIn) -> schemas.LedgerShape:
    """A page of one's own paid calls, and the sums of all the filter lets through."""
    page = await app.money.ledger.page(wanted)
    sums = await app.money.ledger.summary(replace(wanted, cursor=""))
    total = sum(line.cost for line in sums)
    return schemas.LedgerShape(
        calls=[_call(call) for call in page.calls],
        next_cursor=page.cursor or None,
        sums=[
            schemas.SpendLineShape(
                stage=line.stage,
                item=line.item,
                model=line.model,
                calls=line.calls,
                usd=usd(line.cost),
                held_usd=usd(line.held),
            )
            for line in sums
        ],
        total_usd=usd(total),
        held_usd=usd(sum(line.held for line in sums)),
        per_approved_second_usd=await _per_second(app, user.id, wanted.project, total),
    )


@router.get("/csv")
async def ledger_csv(wanted: Wanted, app: App) -> StreamingResponse:
    """The same calls as a spreadsheet, all pages."""

    async def lines() -> AsyncIterator[str]:
        yield _csv_line(COLUMNS)
        query = replace(wanted, cursor="", limit=500)
        while True:
            page = await app.money.ledger.page(query)
            for call in page.calls:
                row = _call(call).model_dump(mode="json")
                row["charged_for"] = " ".join(f"{unit}={amount:g}" for unit, amount in sorted(call.charged_for.items()))
                yield _csv_line(tuple("" if row[name] is None else str(row[name]) for name in COLUMNS))
            if not page.cursor:
                return
            query = replace(query, cursor=page.cursor)

    headers = {"Content-Disposition": 'attachment; filename="dailies-ledger.csv"'}
    return StreamingResponse(lines(), media_type="text/csv; charset=utf-8", headers=headers)


@router.get("/month")
async def read_month(app: App, user: SignedIn) -> schemas.MonthShape:
    """The running month's money."""
    used = await app.money.month_used(user.id)
    return _month(user.month_budget, used)


@router.put("/month")
async def set_month(request: schemas.MonthRequest, app: App, user: SignedIn) -> schemas.MonthShape:
    """Set what may be spent in a month."""
    budget = None if request.budget_usd is None else round(request.budget_usd * 1_000_000)
    changed = await app.accounts.set_month_budget(user, budget)
    return _month(changed.month_budget, await app.money.month_used(user.id))


def _month(budget: int | None, used: int) -> schemas.MonthShape:
    return schemas.MonthShape(
        budget_usd=None if budget is None else usd(budget),
        used_usd=usd(used),
        near=near_limit(used, budget),
        since=month_start(utc_now()),
    )


async def _per_second(app: Services, owner: str, project_id: str, total: int) -> float | None:
    if not project_id:
        return None
    project = await app.studio.load(owner, project_id)
    if project.story is None or not approval_holds(project, "video"):
        return None
    return usd(round(total / project.story.seconds))


def _call(call: Call) -> schemas.CallShape:
    return schemas.CallShape(
        id=call.id,
        project=call.project,
        stage=call.stage,
        item=call.item,
        purpose=call.purpose,
        vendor=call.vendor,
        model=call.model,
        state=call.state,
        estimate_usd=usd(call.estimate),
        cost_usd=usd(call.cost),
        vendor_job=call.vendor_job,
        charged_for=dict(call.charged_for),
        reason=call.reason,
        created_at=call.created_at,
        closed_at=call.closed_at,
    )


def _csv_line(values: tuple[str, ...]) -> str:
    text = io.StringIO()
    # A cell that begins like a formula is shown as text: spreadsheets would run it.
    csv.writer(text).writerow([f"'{value}" if value[:1] in "=+-@" else value for value in values])
    return text.getvalue()
