"""Routes of the insights: the numbers as JSON and CSV, everybody's plan."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Response

from dailies.api import schemas
from dailies.api.requests import Admin, App, SignedIn
from dailies.api.views import usd
from dailies.bootstrap import Services
from dailies.domain.accounts import User
from dailies.domain.brief import Mode
from dailies.domain.insights.estimation import FEWEST
from dailies.domain.insights.summary import Bucket, Insights
from dailies.domain.registry import REHEARSAL
from dailies.ports import VendorDay
from dailies.services.insights import Wanted
from dailies.services.money import month_start, near_limit
from dailies.services.studio import utc_now

router = APIRouter(prefix="/api", tags=["insights"])

USUAL_SPAN = timedelta(days=30)


def _wanted(
    user: SignedIn,
    since: datetime | None = None,
    until: datetime | None = None,
    bucket: Bucket = "day",
    person: Annotated[str | None, Query(max_length=32)] = None,
    mode: Mode | None = None,
) -> Wanted:
    """``person``: somebody's id, or "" for everybody; by default the owner sees everybody and others themselves."""
    ends = _utc(until) if until else utc_now()
    begins = _utc(since) if since else ends - USUAL_SPAN
    return Wanted(begins, ends, bucket, _whose(user, person), mode)


def _whose(user: User, person: str | None) -> str:
    if person is not None:
        return person
    return "" if user.role == "owner" else user.id


Asked = Annotated[Wanted, Depends(_wanted)]


@router.get("/insights")
async def read_insights(wanted: Asked, app: App, user: SignedIn) -> schemas.InsightsShape:
    """The page's numbers, of the projects that were started in the span."""
    counted, days = await app.insights.read(user, wanted)
    return await _shape(app, wanted, counted, days)


@router.get("/insights/csv")
async def insights_csv(wanted: Asked, app: App, user: SignedIn) -> Response:
    """The same numbers as a spreadsheet: a line for each, with its address in the JSON."""
    counted, days = await app.insights.read(user, wanted)
    document = (await _shape(app, wanted, counted, days)).model_dump(mode="json")
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("number", "value"))
    for name, value in _flat(document, ""):
        # A cell that begins like a formula is shown as text: spreadsheets would run it.
        writer.writerow((name, f"'{value}" if isinstance(value, str) and value[:1] in "=+-@" else value))
    headers = {"Content-Disposition": 'attachment; filename="dailies-insights.csv"'}
    return Response(text.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


@router.get("/people")
async def list_people(app: App, user: Admin) -> list[schemas.PersonShape]:
    """Everybody with an account, oldest first."""
    return [
        schemas.PersonShape(
            id=each.id,
            name=each.name,
            email=each.email,
            role=each.role,
            plan=plan.id if (plan := app.plans.of(each)) else "",
            created_at=each.created_at,
        )
        for each in await app.accounts.people()
    ]


@router.put("/people/{person_id}/plan", status_code=204)
async def set_plan(person_id: str, request: schemas.PlanRequest, app: App, user: Admin) -> Response:
    """Give somebody another plan."""
    await app.accounts.set_plan(person_id, app.plans.named(request.plan).id)
    return Response(status_code=204)


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _flat(value: Any, name: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _flat(part, f"{name}.{key}" if name else str(key))
    elif isinstance(value, list):
        for index, part in enumerate(value, 1):
            yield from _flat(part, f"{name}.{index}")
    else:
        yield name, value


async def _shape(
    app: Services, wanted: Wanted, counted: Insights, days: tuple[VendorDay, ...]
) -> schemas.InsightsShape:
    money = counted.money
    return schemas.InsightsShape(
        since=wanted.since,
        until=wanted.until,
        bucket=wanted.bucket,
        abandoned_after_days=app.insights.abandoned_after.days,
        fewest=FEWEST,
        funnel=schemas.FunnelShape.model_validate(counted.funnel),
        stage_times={
            stage: schemas.DurationShape.model_validate(times) for stage, times in counted.stage_times.items()
        },
        to_cut=schemas.DurationShape.model_validate(counted.to_cut),
        work=schemas.MadeShape(
            **asdict(counted.work),
            takes_per_selected=counted.work.takes_per_selected,
            masked_frames=counted.work.masked_frames,
        ),
        money=schemas.InsightMoneyShape(
            total_usd=usd(money.total),
            by_stage={stage: usd(spent) for stage, spent in money.by_stage.items()},
            by_model={model: usd(spent) for model, spent in money.by_model.items()},
            approved_s=money.seconds,
            per_approved_second_usd=None if money.per_second is None else usd(round(money.per_second)),
            waste={reason: usd(spent) for reason, spent in money.waste.items()},
        ),
        failures=[_failures(model, code, times) for (model, code), times in counted.failures.items()],
        overall=schemas.ModeShape.model_validate(counted.overall),
        modes={mode: schemas.ModeShape.model_validate(found) for mode, found in counted.modes.items()},
        people={mode: schemas.PeopleShape.model_validate(found) for mode, found in counted.people.items()},
        series=[
            schemas.PeriodShape(
                begins=each.begins,
                started=each.started,
                finished=each.finished,
                spent_usd=usd(each.spent),
                to_cut_s=each.to_cut,
                per_second_usd=None if each.per_second is None else usd(round(each.per_second)),
            )
            for each in counted.series
        ],
        vendor_days=[
            schemas.VendorDayShape(
                vendor=each.vendor, day=each.day, calls=each.calls, failed=each.failed, usd=usd(each.used)
            )
            for each in days
        ],
        vendors=await _vendors(app),
        comments=[schemas.CommentShape.model_validate(each) for each in counted.comments],
    )


def _failures(model: str, code: str, times: int) -> schemas.FailuresShape:
    vendor = REHEARSAL if model == REHEARSAL else model.partition("/")[0]
    return schemas.FailuresShape(vendor=vendor, model=model, code=code, times=times)


async def _vendors(app: Services) -> list[schemas.VendorLimitShape]:
    use = {each.vendor: each.used for each in await app.money.ledger.vendor_use(month_start(utc_now()))}
    found = []
    for vendor in app.registry.vendors.values():
        limit = None if vendor.monthly_usd is None else int(vendor.monthly_usd * 1_000_000)
        if vendor.id == REHEARSAL or (vendor.id not in use and limit is None):
            continue
        state = await app.gate.state(vendor.id)
        used = use.get(vendor.id, 0)
        found.append(
            schemas.VendorLimitShape(
                vendor=vendor.id,
                title=vendor.title,
                month_usd=usd(used),
                month_limit_usd=None if limit is None else usd(limit),
                per_minute=vendor.per_minute,
                minute=state.minute,
                near=near_limit(used, limit) or near_limit(state.minute, vendor.per_minute),
            )
        )
    return found
