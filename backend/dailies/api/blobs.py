"""Stored pictures and films, for their owners only."""

from __future__ import annotations

import asyncio
import re
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import FileResponse

from dailies.api.requests import App, SignedIn
from dailies.domain.errors import NotFound

SHA256 = re.compile(r"[0-9a-f]{64}")
FOREVER = "private, max-age=31536000, immutable"
"""Content never changes under its address."""

router = APIRouter(prefix="/api/blobs", tags=["blobs"])


@router.get("/{sha256}", response_class=FileResponse)
async def read_blob(
    sha256: str,
    app: App,
    user: SignedIn,
    w: Annotated[int | None, Query(ge=16, le=4096)] = None,
    download: Annotated[str, Query(max_length=120)] = "",
) -> FileResponse:
    """The content, or with ``w`` a picture of about that many pixels in width. Ranges are answered."""
    if not SHA256.fullmatch(sha256) or not await app.studio.store.owns_blob(user.id, sha256):
        raise NotFound("There is no such file.", code="no_such_blob")
    path = await app.blobs.thumbnail(sha256, w) if w else await asyncio.to_thread(app.blobs.path, sha256)
    with path.open("rb") as file:
        media_type = sniffed_type(file.read(16))
    return FileResponse(
        path,
        media_type=media_type,
        headers={"Cache-Control": FOREVER, "X-Content-Type-Options": "nosniff"},
        filename=download or None,
    )


def sniffed_type(head: bytes) -> str:
    """The media type by a file's first 16 bytes; only what the studio stores is known."""
    if head.startswith(b"\x89PNG"):
        return "image/png"
    if head.startswith(b"\xff\xd8"):
        return "image/jpeg"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return "audio/wav"
    if head.startswith(b"GIF8"):
        return "image/gif"
    if head.startswith(b"\x1aE\xdf\xa3"):
        return "video/webm"
    return "video/mp4" if head[4:8] == b"ftyp" else "application/octet-stream"
