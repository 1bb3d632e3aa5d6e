"""Deliveries of a project: those made at once, those made by an operation, and facts for the player."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from fastapi import APIRouter, File, Query, Response, UploadFile
from fastapi.responses import FileResponse
from starlette.background import BackgroundTask

from dailies.api import schemas, views
from dailies.api.requests import App, Show, SignedIn
from dailies.domain.clip_making import ClipMaking
from dailies.domain.delivery import DeliveryWish
from dailies.domain.errors import Conflict, InvalidInput, NotFound
from dailies.domain.project import Project
from dailies.media.credentials import can_sign
from dailies.media.storyboard_pdf import PerPage
from dailies.services.cutting_room import film_take
from dailies.services.deliveries import CutFile
from dailies.services.documents import DocumentWish, story_of, timeline_of
from dailies.services.exports import PEAKS_PER_SECOND, Delivery

Format = Literal["mp4", "pdf", "sheet", "srt", "vtt", "otio", "fcpxml", "edl", "provenance", "zip"]
MOST_FILE = 60 * 1024 * 1024
"""Bytes of a sound or a timeline that is brought along."""
SHORT = "private, max-age=60"

router = APIRouter(prefix="/api/projects", tags=["exports"])


@router.get("/{project_id}/export/{kind}", response_class=Response)
async def export(
    project_id: str,
    kind: Format,
    app: App,
    user: SignedIn,
    per_page: Annotated[Literal["1", "2", "4", "6", "9"] | None, Query()] = None,
    notes: bool = True,
) -> Response:
    """One delivery as a file. 409 ``nothing_to_export`` while what it is made of is missing. ``per_page``, ``notes``:
    of the storyboard."""
    each: PerPage | None = int(per_page) if per_page else None  # type: ignore[assignment]
    return _sent(await app.exports.deliver(user.id, project_id, kind, DocumentWish(each, notes)))


@router.get("/{project_id}/items/{item}/takes/{number}/file", response_class=Response)
async def take_file(
    project_id: str, item: str, number: int, app: App, user: SignedIn, signed: bool = False
) -> Response:
    """A take's file under a name that says what it is. ``signed``: with content credentials (C2PA)."""
    return _sent(await app.exports.take(user.id, project_id, item, number, signed=signed))


@router.get("/{project_id}/film/poster", response_class=Response, responses={200: {"content": {"image/jpeg": {}}}})
async def poster(project_id: str, app: App, user: SignedIn, at_s: Annotated[float, Query(ge=0)] = 0.0) -> Response:
    """The cut's picture at a moment."""
    data = await app.exports.poster(user.id, project_id, at_s)
    return Response(data, media_type="image/jpeg", headers={"Cache-Control": SHORT})


@router.get("/{project_id}/film/waveform")
async def waveform(project_id: str, app: App, user: SignedIn) -> schemas.WaveformShape:
    """The cut's sound, to draw."""
    return schemas.WaveformShape(per_second=PEAKS_PER_SECOND, peaks=await app.exports.waveform(user.id, project_id))


@router.get("/{project_id}/film/strip")
async def strip(project_id: str, app: App, user: SignedIn) -> schemas.StripShape:
    """Where the small pictures of the cut lie on their sheet."""
    made = await app.exports.strip(user.id, project_id)
    return schemas.StripShape(columns=made.columns, width=made.width, height=made.height, times=list(made.times))


@router.get("/{project_id}/film/strip.jpg", response_class=Response, responses={200: {"content": {"image/jpeg": {}}}})
async def strip_picture(project_id: str, app: App, user: SignedIn) -> Response:
    """The sheet of small pictures of the cut."""
    made = await app.exports.strip(user.id, project_id)
    return Response(made.jpeg, media_type="image/jpeg", headers={"Cache-Control": SHORT})


@router.get("/{project_id}/deliveries")
async def list_deliveries(project_id: str, app: App, show: Show, user: SignedIn) -> schemas.DeliveriesShape:
    """Everything that can be delivered, and the files that were made."""
    project = await app.studio.load(user.id, project_id)
    kinds = {kind: _missing(project, kind) for kind in get_args(Format) if kind != "zip"}
    return show.deliveries(project, kinds, can_sign())


@router.post("/{project_id}/deliveries", status_code=202)
async def start_delivery(
    project_id: str, request: schemas.DeliveryRequest, app: App, user: SignedIn
) -> schemas.OperationShape:
    """Have a file made, free; its progress comes over the socket as the operation's."""
    wish = DeliveryWish(**request.model_dump())
    project = await app.deliveries.start(user.id, project_id, wish)
    return views.operation_shape(project, project.operations[-1])


@router.get("/{project_id}/deliveries/{delivery}/file", response_class=Response)
async def delivery_file(project_id: str, delivery: str, app: App, user: SignedIn) -> Response:
    """The newest file of a delivery. 404 ``no_such_take`` while there is none."""
    project = await app.studio.load(user.id, project_id)
    take = project.selected_take(delivery)
    if take is None or not delivery.startswith("delivery-"):
        raise NotFound("That file was not made yet.", code="no_such_take")
    return _sent(await app.exports.take(user.id, project_id, delivery, take.number))


@router.get("/{project_id}/narration")
async def lines(project_id: str, app: App, user: SignedIn) -> list[schemas.LineShape]:
    """Every line with its voice and the price of speaking it."""
    project = await app.studio.load(user.id, project_id)
    return views.lines_shape(project, app.deliveries.narration_prices(project))


@router.post("/{project_id}/narration", status_code=202)
async def narrate(
    project_id: str, request: schemas.NarrationRequest, app: App, user: SignedIn
) -> schemas.OperationShape:
    """Have lines spoken."""
    project = await app.deliveries.narrate(user.id, project_id, request.shots)
    return views.operation_shape(project, project.operations[-1])


@router.put("/{project_id}/clips/{shot}/making")
async def set_making(
    project_id: str, shot: str, request: schemas.ClipMakingShape, app: App, show: Show, user: SignedIn
) -> schemas.ProjectShape:
    """Choose how a shot's clip is made."""
    making = ClipMaking(**request.model_dump())
    return show.project(await app.deliveries.set_making(user.id, project_id, shot, making))


@router.post("/{project_id}/cut/files/{kind}")
async def bring_file(
    project_id: str, kind: CutFile, app: App, show: Show, user: SignedIn, file: Annotated[UploadFile, File()]
) -> schemas.ProjectShape:
    """Bring own music or a logo for the end card, and use it in the cut."""
    return show.project(await app.deliveries.bring(user.id, project_id, kind, await _read(file)))


@router.post("/{project_id}/timeline")
async def take_timeline_back(
    project_id: str, app: App, user: SignedIn, file: Annotated[UploadFile, File()]
) -> schemas.TimelineReturn:
    """Read an .otio timeline that was edited elsewhere; what it changes becomes a plan to apply."""
    data = await _read(file)
    _, plan, sentences = await app.deliveries.take_back(user.id, project_id, data.decode(errors="replace"))
    return schemas.TimelineReturn(changes=list(sentences), plan=plan.id if plan else None)


async def _read(file: UploadFile) -> bytes:
    data = await file.read(MOST_FILE + 1)
    if len(data) > MOST_FILE:
        raise InvalidInput("A file may have up to 60 MB.", code="file_too_large")
    return data


def _missing(project: Project, kind: str) -> str:
    """Why there is nothing to deliver yet, or ""."""
    try:
        story = story_of(project)
        if kind in ("mp4", "provenance"):
            film_take(project)
        if kind in ("otio", "fcpxml", "edl"):
            timeline_of(project, story)
    except Conflict as error:
        return str(error)
    return ""


def _sent(delivery: Delivery) -> Response:
    if delivery.path is None:
        disposition = f'attachment; filename="{delivery.name}"'
        return Response(delivery.data, media_type=delivery.media_type, headers={"Content-Disposition": disposition})
    return FileResponse(
        delivery.path,
        media_type=delivery.media_type,
        filename=delivery.name,
        background=BackgroundTask(delivery.path.unlink) if delivery.temporary else None,
    )
