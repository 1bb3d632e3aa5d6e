"""The delivery host: finished files for a while, under addresses nobody can guess."""

from __future__ import annotations

import secrets
import time
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse, RedirectResponse, StreamingResponse

from dailies.standin.wire import HtmlPage, cut_after

if TYPE_CHECKING:
    from dailies.standin.state import Standin

ENDLESS_BYTES = 4 * 1024**3
CHUNK = 1024 * 1024
REMEMBERED = 100_000
"""How many downloads are kept to be asked for."""
ONCE = frozenset({"truncated", "truncated_quietly", "delivery_down", "redirected"})
"""Faults that strike a file's first download only."""


@dataclass
class Delivered:
    """A finished file. ``dies``: monotonic seconds."""

    name: str
    data: bytes
    media_type: str
    dies: float
    faults: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Download:
    """One request to the delivery host."""

    path: str
    authorized: bool
    status: int


class Deliveries:
    """Files by path. ``lifetime_s``: how long each lives."""

    def __init__(self, lifetime_s: float) -> None:
        self._lifetime_s = lifetime_s
        self._files: dict[str, Delivered] = {}
        self.downloads: deque[Download] = deque(maxlen=REMEMBERED)

    def put(self, name: str, data: bytes, media_type: str, faults: frozenset[str] = frozenset()) -> str:
        """Keep a file and return its path."""
        now = time.monotonic()
        self._files = {path: file for path, file in self._files.items() if file.dies > now}
        path = f"/delivery/xezq/{secrets.token_urlsafe(24)}/{name}"
        self._files[path] = Delivered(name, data, media_type, now + self._lifetime_s, set(faults))
        return path

    def get(self, path: str) -> Delivered | None:
        """The file at a path, unless it has expired."""
        found = self._files.get(path)
        return (
            found
            if found is not None and found.dies > time.monotonic() and "output_expired" not in found.faults
            else None
        )

    def expire_all(self) -> None:
        """Let every file die now."""
        self._files.clear()


def delivery_router(standin: Standin) -> APIRouter:
    """The endpoints of the delivery host. No key is asked for: whether one came is written down."""
    router = APIRouter()

    @router.get("/delivery/{rest:path}")
    async def download(request: Request) -> Response:
        answer = _answer(standin, request)
        record = Download(request.url.path, "authorization" in request.headers, answer.status_code)
        standin.deliveries.downloads.append(record)
        return answer

    return router


def _answer(standin: Standin, request: Request) -> Response:
    struck = standin.strike(request, "delivery")
    file = standin.deliveries.get(request.url.path)
    if file is None or "output_expired" in struck:
        return PlainTextResponse("Not Found", 404)
    faults = file.faults | struck
    file.faults -= ONCE
    if "delivery_down" in faults:
        return PlainTextResponse("Service Unavailable", 503)
    if "not_an_image" in faults:
        return HtmlPage(200, "Just a moment...")
    if "redirected" in faults:
        other = "127.0.0.1" if request.url.hostname == "localhost" else "localhost"
        return RedirectResponse(str(request.url.replace(hostname=other)), 302)
    if "endless" in faults:
        return StreamingResponse(_zeros(), media_type=file.media_type)
    half = file.data[: len(file.data) // 2]
    if "truncated" in faults:
        return cut_after(request, half, {"content-length": str(len(file.data))}, file.media_type)
    if "truncated_quietly" in faults:
        return StreamingResponse(iter([half]), media_type=file.media_type)
    return Response(file.data, media_type=file.media_type, headers={"cache-control": "public, max-age=3600"})


async def _zeros() -> AsyncIterator[bytes]:
    for _ in range(ENDLESS_BYTES // CHUNK):
        yield bytes(CHUNK)
