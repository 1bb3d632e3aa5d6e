"""Server-sent events of a prediction; every one has an id."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from dailies.standin.replicate.predictions import Prediction
from dailies.standin.replicate.routes import PREFIX, Gatekeeper, found
from dailies.standin.replicate.running import Runner
from dailies.standin.state import Standin

TICK_S = 0.05
STREAM_LIMIT_S = 30.0
REASONS = {"canceled": "canceled", "aborted": "canceled", "failed": "error"}


def streams_router(standin: Standin, runner: Runner) -> APIRouter:
    """``urls.stream`` of predictions."""
    router = APIRouter(prefix=PREFIX)
    gate = Gatekeeper(standin)

    @router.get("/streams/{prediction_id}")
    async def stream(request: Request, prediction_id: str) -> Response:
        prediction = found(runner.predictions.get(prediction_id))
        faults = gate.enter(request, "replicate.stream", prediction.model.name)
        return StreamingResponse(_events(prediction, faults), media_type="text/event-stream")

    return router


async def _events(prediction: Prediction, faults: frozenset[str]) -> AsyncIterator[str]:
    number = 0

    def event(name: str, data: str) -> str:
        nonlocal number
        number += 1
        lines = "".join(f"data: {line}\n" for line in data.split("\n"))
        return f"event: {name}\nid: {time.time_ns() // 1_000_000}:{number}\n{lines}\n"

    if "stream_timeout" in faults:
        yield ":408: 408 Request Timeout\n\n"
        return
    if "stream_error" in faults:
        yield event("error", json.dumps({"detail": "An unexpected error occurred"}))
        yield event("done", json.dumps({"reason": "error"}))
        return
    told, until = 0, time.monotonic() + STREAM_LIMIT_S
    while not prediction.done.is_set() or told < len(prediction.logs):
        news = prediction.logs[told:]
        if news:
            told = len(prediction.logs)
            yield event("logs", news.rstrip("\n"))
        elif time.monotonic() > until:
            yield ":408: 408 Request Timeout\n\n"
            return
        else:
            await asyncio.sleep(TICK_S)
    outputs = prediction.output if isinstance(prediction.output, list) else [prediction.output]
    for output in filter(None, outputs):
        yield event("output", str(output))
    if prediction.status == "failed":
        yield event("error", json.dumps({"detail": prediction.error}))
    reason = REASONS.get(prediction.status)
    yield event("done", json.dumps({"reason": reason} if reason else {}))
