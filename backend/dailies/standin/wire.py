"""Answers that break off, and the middleware that makes it possible."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any

from fastapi import Request, Response
from fastapi.responses import JSONResponse, StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

HTML_PAGE = (
    "<html>\r\n<head><title>{title}</title></head>\r\n<body><center><h1>{title}</h1></center></body>\r\n</html>\r\n"
)
FAULT_HEADER = "x-standin-fault"
_CLOSE = "dailies.standin.close"
_TICK_S = 0.005


class Breakable:
    """Puts a way to cut the connection into every request's scope."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] == "http":
            # Uvicorn hands over the bound method of the object that owns the connection; ASGI has no way to cut one.
            scope[_CLOSE] = getattr(getattr(send, "__self__", None), "transport", None)
        await self._app(scope, receive, send)


class CutConnection(Response):
    """No answer at all: the connection is closed."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Close the connection."""
        await cut(scope)


class Garbled(Response):
    """A body that is not what its type says."""

    def __init__(self, status: int) -> None:
        super().__init__(b'{"id": "\xff\xfe half of an ans', status, media_type="application/json")


class HtmlPage(Response):
    """What a proxy in front of a vendor answers."""

    def __init__(self, status: int, title: str) -> None:
        super().__init__(HTML_PAGE.format(title=title), status, media_type="text/html")


async def cut(scope: Scope) -> None:
    """Close the connection of a request; raises ConnectionResetError where there is none (in-process clients)."""
    transport = scope.get(_CLOSE)
    if transport is None:
        raise ConnectionResetError("The stand-in cut the connection.")
    transport.close()
    # The server sees the closed connection in a later turn of the loop; answering before would be an error.
    for _ in range(4):
        await asyncio.sleep(_TICK_S)


def cut_after(
    request: Request, body: bytes, headers: Mapping[str, str], media_type: str, status: int = 200
) -> StreamingResponse:
    """These bytes, then a closed connection. ``headers`` may promise more."""

    async def parts() -> AsyncIterator[bytes]:
        yield body
        await cut(request.scope)

    return StreamingResponse(parts(), status, dict(headers), media_type)


def faults_named(request: Request) -> str:
    """The request's fault header."""
    return request.headers.get(FAULT_HEADER, "")


def json_answer(body: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """A JSON answer."""
    return JSONResponse(body, status, dict(headers or {}))
