"""Routes of mask edits: what an edit would send, smart select, painting, blending again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Response, UploadFile

from dailies.api import schemas
from dailies.api.requests import App, Show, SignedIn
from dailies.api.views import usd
from dailies.domain.errors import InvalidInput
from dailies.domain.inpainting import Box, Context, Edge, EditRequest, Intent

router = APIRouter(prefix="/api/projects/{project_id}/items/{item}", tags=["editing"])

MOST_BYTES = 30 * 1024 * 1024
"""Bytes of a mask."""


def _request(
    intent: Annotated[Intent, Form()] = "replace",
    prompt: Annotated[str, Form()] = "",
    negative_prompt: Annotated[str, Form()] = "",
    count: Annotated[int | None, Form()] = None,
    seed: Annotated[int | None, Form()] = None,
    strength: Annotated[float | None, Form()] = None,
    steps: Annotated[int | None, Form()] = None,
    guidance: Annotated[float | None, Form()] = None,
    grow: Annotated[int | None, Form()] = None,
    edge: Annotated[Edge, Form()] = "auto",
    context: Annotated[Context, Form()] = "auto",
    box: Annotated[str, Form(pattern=r"^(-?\d+(,-?\d+){3})?$")] = "",
    fill_holes: Annotated[bool, Form()] = True,
    again: Annotated[bool, Form()] = True,
    margins: Annotated[str, Form(pattern=r"^\d+(,\d+){3}$")] = "0,0,0,0",
) -> EditRequest:
    left, top, right, bottom = (int(side) for side in margins.split(","))
    return EditRequest(
        intent,
        prompt,
        negative_prompt,
        count,
        seed,
        strength,
        steps,
        guidance,
        grow,
        edge,
        context,
        Box(*(int(side) for side in box.split(","))) if box else None,
        fill_holes,
        again,
        (left, top, right, bottom),
    )


Wanted = Annotated[EditRequest, Depends(_request)]


async def _read(file: UploadFile | None) -> bytes | None:
    if file is None:
        return None
    data = await file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise InvalidInput("A mask has at most 30 MB.", code="mask_unreadable")
    return data


@router.post("/inpaint")
async def inpaint(
    project_id: str,
    item: str,
    wanted: Wanted,
    app: App,
    show: Show,
    user: SignedIn,
    mask: Annotated[UploadFile | None, File()] = None,
    protect: Annotated[UploadFile | None, File()] = None,
    take: Annotated[int | None, Form()] = None,
    items: Annotated[str, Form()] = "",
) -> schemas.ProjectShape:
    """Paint candidates inside the mask (PNG, white is repainted). ``items``: other items, with commas between, that
    get the same edit."""
    others = tuple(each.strip() for each in items.split(",") if each.strip())
    project = await app.editing.inpaint(
        user.id, project_id, (item, *others), wanted, await _read(mask), await _read(protect), take
    )
    return show.project(project)


@router.post("/inpaint/plan")
async def look_at_edit(
    project_id: str,
    item: str,
    wanted: Wanted,
    app: App,
    user: SignedIn,
    mask: Annotated[UploadFile | None, File()] = None,
    take: Annotated[int | None, Form()] = None,
) -> schemas.EditLookShape:
    """What an edit would send and cost; nothing is sent. An extension needs no mask."""
    look = await app.editing.look(user.id, project_id, item, wanted, await _read(mask), take)
    return schemas.EditLookShape(
        box=schemas.BoxShape.model_validate(look.box),
        sent=look.sent,
        feather=look.feather,
        covers=look.covers,
        apart=[schemas.BoxShape.model_validate(box) for box in look.apart],
        price_usd=usd(look.price),
        price_again_usd=usd(look.price_again),
        again=look.again,
    )


@router.post("/select-region", response_class=Response, responses={200: {"content": {"image/png": {}}}})
async def select_region(
    project_id: str, item: str, request: schemas.RegionRequest, app: App, user: SignedIn
) -> Response:
    """A mask of the thing at the points, inside the box, or named by the words."""
    if request.words.strip():
        mask = await app.editing.select_by_words(
            user.id, project_id, item, request.words.strip(), request.model, request.take
        )
        return Response(mask, media_type="image/png", headers={"Cache-Control": "no-store"})
    points = tuple((point.x, point.y, point.add) for point in request.points)
    box = Box(**request.box.model_dump()) if request.box else None
    mask = await app.editing.select_region(user.id, project_id, item, points, box, request.take)
    return Response(mask, media_type="image/png", headers={"Cache-Control": "no-store"})


@router.post("/reblend")
async def reblend(
    project_id: str, item: str, request: schemas.ReblendRequest, app: App, show: Show, user: SignedIn
) -> schemas.ProjectShape:
    """The same painted part with another edge or colour match, as a new take, free."""
    project = await app.editing.reblend(user.id, project_id, item, request.take, request.feather, request.colour_match)
    return show.project(project)
