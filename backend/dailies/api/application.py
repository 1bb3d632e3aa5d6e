"""The FastAPI application: routes, errors, the web app's files."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import FileResponse, HTMLResponse, Response

from dailies.api import (
    auth,
    blobs,
    editing,
    exports,
    insights,
    ledger,
    live,
    problems,
    projects,
    providers,
    reviewing,
    schemas,
    seeing,
    setup,
    webhooks,
)
from dailies.bootstrap import Services

CONTENT_POLICY = (
    "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
    "font-src 'self' data:; connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
"""Inline styles are allowed for the web app's measured sizes; scripts are not."""

LIVE_MESSAGES = (
    schemas.LiveEvent,
    schemas.LiveProgress,
    schemas.LiveReply,
    schemas.LiveWaiting,
    schemas.LiveSpend,
    schemas.LiveStudio,
)

NOT_BUILT = "<!doctype html><title>Dailies</title><p>The web app is not built yet. Run <code>make run</code>."


def create_app(open_services: Callable[[], AbstractAsyncContextManager[Services]], web_folder: Path) -> FastAPI:
    """The application. ``open_services`` is entered when the server starts and left when it stops."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with open_services() as services:
            app.state.services = services
            app.state.accounts = services.accounts
            yield

    app = FastAPI(
        title="Dailies",
        version=version("dailies"),
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        generate_unique_id_function=lambda route: route.name,
    )
    problems.install(app)
    public = (setup, seeing, auth)
    of_projects = (projects, reviewing, editing, exports, live)
    for module in (*public, *of_projects, providers, ledger, insights, blobs, webhooks):
        app.include_router(module.router)
    app.middleware("http")(_protected)
    seeing.install(app)
    _serve_web(app, web_folder)
    app.openapi = lambda: openapi_schema(app)  # type: ignore[method-assign]
    return app


def create_worker_app(services: Services) -> FastAPI:
    """What a worker answers: whether it is well, and what it counts."""
    app = FastAPI(title="Dailies worker", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.services = services
    problems.install(app)
    app.include_router(seeing.router)
    return app


def openapi_schema(app: FastAPI) -> dict[str, object]:
    """The schema of routes and live messages, from which the web app's types are made."""
    if app.openapi_schema is None:
        schema = get_openapi(title=app.title, version=app.version, routes=app.routes)
        parts = schema.setdefault("components", {}).setdefault("schemas", {})
        for message in LIVE_MESSAGES:
            described = message.model_json_schema(ref_template="#/components/schemas/{model}")
            described.pop("$defs", None)
            parts[message.__name__] = described
        parts["Problem"] = schemas.Problem.model_json_schema()
        app.openapi_schema = schema
    return app.openapi_schema


async def _protected(request: Request, call_next: Callable[[Request], object]) -> Response:
    response: Response = await call_next(request)  # type: ignore[misc]
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers.setdefault("Content-Security-Policy", CONTENT_POLICY)
    return response


def _serve_web(app: FastAPI, folder: Path) -> None:
    root = folder.resolve()

    @app.get("/{path:path}", include_in_schema=False)
    async def web(path: str) -> Response:
        """A file of the web app; every other address is one of its pages."""
        if path.startswith("api/"):
            return problems.not_found_response()
        wanted = (root / path).resolve()
        if path and wanted.is_relative_to(root) and wanted.is_file():
            lifetime = "public, max-age=31536000, immutable" if path.startswith("assets/") else "no-cache"
            return FileResponse(wanted, headers={"Cache-Control": lifetime})
        index = root / "index.html"
        if not index.is_file():
            return HTMLResponse(NOT_BUILT, status_code=503)
        return FileResponse(index, headers={"Cache-Control": "no-cache"})
