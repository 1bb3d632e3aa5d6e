"""Routes of review beyond a single take: renewing, keeping, merging, others like this, own references, trying."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, File, Form, Query, UploadFile

from dailies.api import schemas
from dailies.api.order_views import renewal_shape, reopening_shape
from dailies.api.requests import App, Show, SignedIn
from dailies.api.uploads import read_picture
from dailies.api.views import estimate_shape
from dailies.domain.items import stage_of
from dailies.domain.project import Stage
from dailies.domain.story import EntityKind
from dailies.services.items import NewReference
from dailies.services.orders import LikeWish, TryWish

router = APIRouter(prefix="/api/projects/{project_id}", tags=["reviewing"])


@router.get("/stages/{stage}/renewal")
async def look_at_renewal(
    project_id: str,
    stage: Stage,
    app: App,
    user: SignedIn,
    depth: Literal["stage", "below"] = "stage",
    items: Annotated[list[str] | None, Query()] = None,
) -> schemas.RenewalShape:
    """What renewing the stale items of a stage, or these, would make and cost."""
    _, plan, estimate = await app.orders.renewal(user.id, project_id, stage, items, depth)
    return renewal_shape(plan, estimate_shape(estimate))


@router.post("/stages/{stage}/renew")
async def renew(
    project_id: str, stage: Stage, request: schemas.RenewRequest, app: App, show: Show, user: SignedIn
) -> schemas.ProjectShape:
    """Make anew what is stale."""
    project = await app.orders.renew(user.id, project_id, stage, request.items, request.depth, request.revision)
    return show.project(project)


@router.post("/stages/{stage}/keep")
async def keep_as_is(
    project_id: str, stage: Stage, request: schemas.KeepRequest, app: App, show: Show, user: SignedIn
) -> schemas.ProjectShape:
    """Keep stale takes as they are, or no longer. It is free."""
    items = None if request.items is None else tuple(request.items)
    return show.project(await app.items.keep_as_is(user.id, project_id, stage, items, keep=request.keep))


@router.put("/locks")
async def lock_items(
    project_id: str, request: schemas.LockRequest, app: App, show: Show, user: SignedIn
) -> schemas.ProjectShape:
    """Lock parts of some items: every later plan keeps them and says so."""
    return show.project(await app.items.lock(user.id, project_id, tuple(request.items), tuple(request.locks)))


@router.get("/stages/{stage}/reopening")
async def look_at_reopening(project_id: str, stage: Stage, app: App, user: SignedIn) -> schemas.ReopeningShape:
    """What reopening an approved stage would mean; nothing is done."""
    _, found, estimate = await app.orders.reopening(user.id, project_id, stage)
    return reopening_shape(found, estimate_shape(estimate))


@router.post("/stages/{stage}/tries")
async def try_until(
    project_id: str, stage: Stage, request: schemas.TriesRequest, app: App, show: Show, user: SignedIn
) -> schemas.ProjectShape:
    """Try until good enough."""
    limit = None if request.limit_usd is None else round(request.limit_usd * 1_000_000)
    wish = TryWish(request.score, request.tries, limit, request.instruction)
    project = await app.orders.try_until(user.id, project_id, stage, request.items, wish, request.revision)
    return show.project(project)


@router.post("/tries/{tries_id}/stop")
async def stop_trying(project_id: str, tries_id: str, app: App, show: Show, user: SignedIn) -> schemas.ProjectShape:
    """Stop trying, and what is under way for it; takes made are kept."""
    return show.project(await app.orders.stop_trying(user.id, project_id, tries_id))


@router.post("/items/story/merge")
async def merge_story(
    project_id: str, request: schemas.MergeRequest, app: App, show: Show, user: SignedIn
) -> schemas.ProjectShape:
    """Put scenes of one take of the story into another, as a new take."""
    project = await app.items.merge_story(
        user.id, project_id, request.into, request.source, tuple(request.scenes), request.revision
    )
    return show.project(project)


@router.post("/items/{item}/like")
async def others_like(
    project_id: str, item: str, request: schemas.LikeRequest, app: App, show: Show, user: SignedIn
) -> schemas.ProjectShape:
    """Make new takes of other items like this one."""
    wish = LikeWish(item, request.take, request.binds)
    project = await app.orders.others_like(
        user.id,
        project_id,
        stage_of(request.items[0]),
        request.items,
        wish,
        request.instruction,
        request.count,
        request.revision,
    )
    return show.project(project)


@router.post("/references")
async def add_reference(
    project_id: str,
    app: App,
    show: Show,
    user: SignedIn,
    file: Annotated[UploadFile, File()],
    name: Annotated[str, Form(min_length=1, max_length=80)],
    description: Annotated[str, Form(min_length=1, max_length=1000)],
    kind: Annotated[EntityKind, Form()] = "product",
    shots: Annotated[str, Form(max_length=4000)] = "",
) -> schemas.ProjectShape:
    """Add a character, place or product (a logo too) with an own picture. ``shots``: ids of those that show it, with
    commas between."""
    shown = tuple(each.strip() for each in shots.split(",") if each.strip())
    wish = NewReference(kind, name, description, shown)
    return show.project(await app.items.add_reference(user.id, project_id, await read_picture(file), wish))
