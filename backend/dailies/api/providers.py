"""Vendors and models: what there is, what it costs, how it is doing, and its keys, which never come back."""

from __future__ import annotations

from fastapi import APIRouter, Response, status

from dailies.api import schemas, views
from dailies.api.projects import chosen_parts
from dailies.api.requests import Admin, App, SignedIn
from dailies.bootstrap import Services
from dailies.domain.brief import Brief, checked_brief
from dailies.domain.casting import KIND_OF_PART, Casting, cast
from dailies.domain.errors import DailiesError
from dailies.domain.pricing import price_words
from dailies.domain.project import STAGES, Stage
from dailies.domain.registry import REHEARSAL, Model, Vendor
from dailies.ports import VendorUse
from dailies.services.estimates import Estimate
from dailies.services.money import month_start, near_limit
from dailies.services.studio import utc_now

router = APIRouter(prefix="/api", tags=["providers"])


@router.get("/providers")
async def read_providers(app: App, user: SignedIn) -> schemas.ProvidersPage:
    """Vendors with their state and limits, and models with their prices."""
    use = {each.vendor: each for each in await app.money.ledger.vendor_use(month_start(utc_now()))}
    vendors = [vendor for vendor in app.registry.vendors.values() if vendor.id != REHEARSAL]
    return schemas.ProvidersPage(
        vendors=[await _vendor(app, vendor, use.get(vendor.id)) for vendor in vendors],
        models=[_model(app, model) for model in app.registry],
        may_edit=user.role == "owner",
    )


@router.put("/providers/{vendor}/key", status_code=status.HTTP_204_NO_CONTENT)
async def put_key(vendor: str, request: schemas.KeyRequest, app: App, admin: Admin) -> Response:
    """Keep a vendor's key in the owner's file."""
    app.registry.vendor(vendor)
    app.keys.put(vendor, request.key)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.delete("/providers/{vendor}/key", status_code=status.HTTP_204_NO_CONTENT)
async def delete_key(vendor: str, app: App, admin: Admin) -> Response:
    """Forget a vendor's key."""
    app.registry.vendor(vendor)
    app.keys.remove(vendor)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post("/providers/{vendor}/test")
async def test_key(vendor: str, app: App, admin: Admin) -> schemas.KeyTest:
    """Ask the vendor, free of charge, whether it takes the key."""
    try:
        return schemas.KeyTest(ok=True, message=await app.agency.try_key(vendor))
    except DailiesError as error:
        return schemas.KeyTest(ok=False, message=str(error))


@router.post("/estimates")
async def estimate_film(request: schemas.FilmRequest, app: App, user: SignedIn) -> schemas.FilmEstimate:
    """What a film would cost with these models, before it is begun."""
    brief = checked_brief(Brief(**request.brief.model_dump()))
    casting = cast(Casting(), chosen_parts(request.providers), app.registry)
    stages = app.estimates.film(brief, casting, await app.money.repeats(user.id))
    parts = list(stages.values())
    total = Estimate(
        sum(part.items for part in parts),
        sum(part.price_min for part in parts),
        sum(part.price_max for part in parts),
        sum(part.seconds_min for part in parts),
        sum(part.seconds_max for part in parts),
        sum(part.price_likely for part in parts),
    )
    return schemas.FilmEstimate(
        stages={stage: views.estimate_shape(part) for stage, part in stages.items()},
        total=views.estimate_shape(total),
    )


@router.post("/estimates/models")
async def estimate_models(
    brief: schemas.BriefShape, app: App, user: SignedIn
) -> dict[Stage, dict[str, schemas.EstimateShape]]:
    """What each stage of a film would cost by model, the built-in artists included, to choose from."""
    checked = checked_brief(Brief(**brief.model_dump()))
    repeats = await app.money.repeats(user.id)
    result: dict[Stage, dict[str, schemas.EstimateShape]] = {stage: {} for stage in STAGES}
    rehearsed = app.estimates.film(checked, Casting(), repeats)
    for stage in STAGES:
        result[stage][REHEARSAL] = views.estimate_shape(rehearsed[stage])
    for model in app.registry:
        stages = [stage for stage in STAGES if KIND_OF_PART[stage] == model.kind]
        if not stages:
            continue
        casting = cast(Casting(), dict.fromkeys(stages, model.id), app.registry)
        film = app.estimates.film(checked, casting, repeats)
        for stage in stages:
            result[stage][model.id] = views.estimate_shape(film[stage])
    return result


async def _vendor(app: Services, vendor: Vendor, use: VendorUse | None) -> schemas.VendorShape:
    state = await app.gate.state(vendor.id)
    used = use.used if use else 0
    limit = int(vendor.monthly_usd * 1_000_000) if vendor.monthly_usd is not None else None
    return schemas.VendorShape(
        id=vendor.id,
        title=vendor.title,
        dialect=vendor.dialect,
        base_url=vendor.base_url,
        key_name=vendor.key,
        key=app.keys.source(vendor.id),
        concurrency=vendor.concurrency,
        per_minute=vendor.per_minute,
        running=state.running,
        waiting=state.waiting,
        minute=state.minute,
        slow_s=round(state.slow_s, 1),
        down_s=round(state.down_s, 1),
        month_calls=use.calls if use else 0,
        month_failed=use.failed if use else 0,
        month_usd=views.usd(used),
        month_limit_usd=views.usd(limit) if limit is not None else None,
        near=near_limit(used, limit) or near_limit(state.minute, vendor.per_minute),
        models=sum(model.vendor == vendor.id for model in app.registry),
    )


def _model(app: Services, model: Model) -> schemas.ModelShape:
    vendor = app.registry.vendor(model.vendor)
    problem = ""
    try:
        app.agency.require(model.id)
    except DailiesError as error:
        problem = str(error)
    notice = model.note
    if model.ends_soon(utc_now().date()):
        notice = f"Ends on {model.ends_on}. {notice}".strip()
    return schemas.ModelShape(
        id=model.id,
        title=model.title,
        vendor=vendor.id,
        vendor_title=vendor.title,
        kind=model.kind,
        tier=model.tier,
        price=price_words(model),
        typical_s=model.typical_s,
        max_references=model.max_references,
        last_frame="end" in model.inputs,
        checked_on=model.checked_on,
        ends_on=model.ends_on,
        usable=not problem,
        problem=problem,
        notice=notice,
        yours=model.yours,
    )
