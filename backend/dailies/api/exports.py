"""Deliveries of a project."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Response
from fastapi.responses import FileResponse
from starlette.background import BackgroundTask

from dailies.api.requests import App, SignedIn

Format = Literal["mp4", "pdf", "srt", "vtt", "otio", "fcpxml", "edl", "zip"]

router = APIRouter(prefix="/api/projects", tags=["exports"])


@router.get("/{project_id}/export/{kind}", response_class=Response)
async def export(project_id: str, kind: Format, app: App, user: SignedIn) -> Response:
    """One delivery as a file. 409 ``nothing_to_export`` while what it is made of is missing."""
    delivery = await app.exports.deliver(user.id, project_id, kind)
    if delivery.path is None:
        disposition = f'attachment; filename="{delivery.name}"'
        return Response(delivery.data, media_type=delivery.media_type, headers={"Content-Disposition": disposition})
    return FileResponse(
        delivery.path,
        media_type=delivery.media_type,
        filename=delivery.name,
        background=BackgroundTask(delivery.path.unlink) if delivery.temporary else None,
    )
