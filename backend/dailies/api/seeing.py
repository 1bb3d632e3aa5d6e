"""Whether the process is well, what it counts, and what each request is called in the log."""

from __future__ import annotations

import asyncio
import hmac
import re
import secrets
import time
from collections.abc import Awaitable, Callable
from ipaddress import ip_address

from fastapi import APIRouter, FastAPI, Request, Response
from opentelemetry.trace import SpanKind
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse

from dailies.adapters.logs import bound
from dailies.adapters.meters import METERS, QUEUE_AGE, QUEUE_DEPTH, REQUESTS, VENDOR_COST
from dailies.adapters.redis_link import RedisAway
from dailies.adapters.traces import tracer
from dailies.api.requests import App
from dailies.bootstrap import Services
from dailies.domain.errors import DailiesError, Forbidden
from dailies.services.money import month_start
from dailies.services.studio import utc_now

router = APIRouter(tags=["seeing"])

REQUEST_ID = re.compile(r"[A-Za-z0-9_.-]{8,64}")
PROJECT_PATH = re.compile(r"^/api/projects/([0-9a-f]{24})")
OPERATION_PATH = re.compile(r"/operations/([0-9a-f]{24})")
READY_S = 3.0
"""How long a dependency may take to answer."""


@router.get("/healthz")
async def healthy() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@router.get("/readyz", response_model=None)
async def ready(app: App) -> JSONResponse:
    """Whether everything this process needs answers: 200 with each, or 503. Without Redis it still works, slower."""
    parts = await check_parts(app)
    well = all(state in ("ok", "away, going on without it") for state in parts.values())
    return JSONResponse({"status": "ready" if well else "not ready", **parts}, 200 if well else 503)


@router.get("/metrics", include_in_schema=False)
async def metrics(request: Request, app: App) -> Response:
    """Prometheus's text format; for this machine, or whoever has the token."""
    if not may_read_metrics(request, app.settings.metrics_token):
        raise Forbidden("Metrics are for this machine, or with DAILIES_METRICS_TOKEN.", code="metrics_closed")
    await read_gauges(app)
    return Response(generate_latest(METERS), media_type=CONTENT_TYPE_LATEST)


async def check_parts(app: Services) -> dict[str, str]:
    """How database, files and Redis answer: ``ok``, or what is wrong."""
    checks: dict[str, Awaitable[object]] = {
        "database": app.database.read(lambda session: session.connection()),
        "files": app.blobs.ping(),
    }
    parts = {}
    for name, check in checks.items():
        try:
            await asyncio.wait_for(check, READY_S)
            parts[name] = "ok"
        except (DailiesError, TimeoutError) as error:
            parts[name] = str(error) or "does not answer"
    if app.redis is not None:
        try:
            await app.redis.ping()
            parts["redis"] = "ok"
        except RedisAway:
            parts["redis"] = "away, going on without it"
    return parts


async def read_gauges(app: Services) -> None:
    """Read what only the database knows: queues and money."""
    depths = await app.engine.depths()
    QUEUE_DEPTH.clear()
    QUEUE_AGE.clear()
    for depth in depths:
        QUEUE_DEPTH.labels(depth.queue, depth.state).set(depth.jobs)
        if depth.state == "queued":
            QUEUE_AGE.labels(depth.queue).set(depth.oldest_s)
    for use in await app.money.ledger.vendor_use(month_start(utc_now())):
        VENDOR_COST.labels(use.vendor).set(use.used / 1_000_000)


def may_read_metrics(connection: HTTPConnection, token: str) -> bool:
    """With a token set, whoever has it; without, this machine."""
    if token:
        return hmac.compare_digest(connection.headers.get("authorization", ""), f"Bearer {token}")
    host = connection.client.host if connection.client else ""
    forwarded = "x-forwarded-for" in connection.headers
    try:
        return ip_address(host).is_loopback and not forwarded
    except ValueError:
        return False


def install(app: FastAPI) -> None:
    """Count, time and name every request."""

    @app.middleware("http")
    async def seen(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        given = request.headers.get("x-request-id", "")
        request_id = given if REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
        began = time.perf_counter()
        status = 500
        with (
            bound(request=request_id, project=_found(PROJECT_PATH, request), operation=_found(OPERATION_PATH, request)),
            tracer.start_as_current_span(f"{request.method} {request.url.path}", kind=SpanKind.SERVER) as span,
        ):
            try:
                response = await call_next(request)
                status = response.status_code
            finally:
                route = getattr(request.scope.get("route"), "path", "unknown")
                span.set_attribute("http.route", route)
                span.set_attribute("http.response.status_code", status)
                span.set_attribute("dailies.request", request_id)
                REQUESTS.labels(request.method, route, str(status)).observe(time.perf_counter() - began)
        response.headers["X-Request-ID"] = request_id
        return response


def _found(pattern: re.Pattern[str], request: Request) -> str:
    match = pattern.search(request.url.path)
    return match[1] if match else ""
