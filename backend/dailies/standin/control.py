"""The stand-in's own endpoints: bill, faults, what came in."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from dailies.standin.faults import FAULTS, QueuedFault
from dailies.standin.replicate.running import Runner
from dailies.standin.state import Standin
from dailies.standin.wire import json_answer


class Match(BaseModel):
    """Which request is meant. ``path``: part of its path; ``model``: the model's name; "" for any."""

    model_config = ConfigDict(extra="forbid")

    path: str = ""
    model: str = ""


class FaultOrder(BaseModel):
    """A fault for the next ``times`` requests that match."""

    model_config = ConfigDict(extra="forbid")

    name: str
    times: int = Field(default=1, ge=1)
    match: Match = Match()


def control_router(standin: Standin, runner: Runner) -> APIRouter:
    """The endpoints under ``/standin``."""
    router = APIRouter(prefix="/standin")

    @router.get("/bill")
    async def bill() -> dict[str, Any]:
        lines = standin.bill.lines()
        total = sum(line.usd_micros for line in lines)
        return {"total_usd_micros": total, "lines": [asdict(line) for line in lines]}

    @router.get("/predictions")
    async def predictions() -> list[dict[str, Any]]:
        return [prediction.view() for prediction in runner.predictions.values()]

    @router.get("/requests")
    async def requests() -> list[dict[str, Any]]:
        return [asdict(record) for record in standin.requests]

    @router.get("/downloads")
    async def downloads() -> list[dict[str, Any]]:
        return [asdict(download) for download in standin.deliveries.downloads]

    @router.post("/downloads/expire")
    async def expire() -> Response:
        standin.deliveries.expire_all()
        return Response(status_code=204)

    @router.get("/faults")
    async def faults() -> list[dict[str, Any]]:
        return [
            {"name": name, "sentence": fault.sentence, "points": sorted(fault.points)} for name, fault in FAULTS.items()
        ]

    @router.post("/faults")
    async def order(wanted: FaultOrder) -> Response:
        standin.faults.add(QueuedFault(wanted.name, wanted.times, wanted.match.path, wanted.match.model))
        return json_answer({"queued": wanted.model_dump()}, 201)

    @router.delete("/faults")
    async def clear(_: Request) -> Response:
        standin.faults.clear()
        return Response(status_code=204)

    return router
