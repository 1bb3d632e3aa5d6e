"""The endpoints under ``/replicate/v1``: predictions."""

from __future__ import annotations

import asyncio
import base64
import binascii
import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from fastapi import APIRouter, Request, Response

from dailies.standin.faults import Point
from dailies.standin.replicate import problems
from dailies.standin.replicate.catalog import CatalogModel, Json, catalog, versions
from dailies.standin.replicate.predictions import Prediction, new_id
from dailies.standin.replicate.running import Runner
from dailies.standin.replicate.validation import InvalidField, invalid_fields
from dailies.standin.replicate.webhooks import hook_of
from dailies.standin.state import Standin
from dailies.standin.wire import CutConnection, Garbled, HtmlPage, json_answer

PREFIX = "/replicate/v1"
PAGE = 100
PREFER = re.compile(r"wait(?:=([1-9]|[1-9][0-9]|60))?")
LONGEST_WAIT_S = 60
CANCEL_AFTER = re.compile(r"(\d+(?:\.\d+)?)(s|m|h)")
UNIT_SECONDS = {"s": 1.0, "m": 60.0, "h": 3600.0}
BODY_KEYS = frozenset({"version", "input", "webhook", "webhook_events_filter", "stream"})


class Gatekeeper:
    """Lets requests in: key, limits, faults that strike before anything is done."""

    def __init__(self, standin: Standin) -> None:
        self._standin = standin

    def enter(self, request: Request, point: Point, model: str = "") -> frozenset[str]:
        """The faults of the request. Raises Refused."""
        faults = self._standin.strike(request, point, model)
        if "unauthorized" in faults or not self._standin.knows_key(request):
            raise problems.unauthenticated()
        self._limit(point)
        if "throttled" in faults or "throttled_text" in faults:
            raise problems.throttled(1, in_body="throttled" in faults)
        if "throttled_header" in faults:
            raise problems.throttled(1, in_header=True)
        if "server_error" in faults or "overloaded" in faults:
            raise problems.server_error(500 if "server_error" in faults else 503)
        return faults

    def _limit(self, point: Point) -> None:
        limits = self._standin.settings.limits
        if point != "replicate.create":
            if wait := self._standin.others.take():
                raise problems.throttled(wait)
            return
        if self._standin.credit_micros("replicate") < limits.low_credit_usd * 1_000_000:
            if wait := self._standin.low_credit_creates.take():
                raise problems.throttled(wait, limits.low_credit_creates)
        elif wait := self._standin.creates.take():
            raise problems.throttled(wait)

    async def answer(self, faults: frozenset[str], done: Callable[[], Awaitable[Response]]) -> Response:
        """The answer of an endpoint, with the faults that strike on the wire."""
        if "dropped" in faults:
            return CutConnection()
        if "bad_gateway" in faults:
            return HtmlPage(502, "502 Bad Gateway")
        answer = await done()
        if "slow" in faults:
            await asyncio.sleep(self._standin.settings.slow_s)
        if "lost_answer" in faults:
            return CutConnection()
        return Garbled(answer.status_code) if "garbage" in faults else answer


def predictions_router(standin: Standin, runner: Runner) -> APIRouter:
    """Create, read, list and cancel predictions."""
    router = APIRouter(prefix=PREFIX)
    gate = Gatekeeper(standin)

    @router.post("/models/{owner}/{name}/predictions")
    async def create_official(request: Request, owner: str, name: str) -> Response:
        model = catalog().get(f"{owner}/{name}")
        return await _create(
            standin, runner, gate, request, model if model and model.official else None, versioned=False
        )

    @router.post("/predictions")
    async def create(request: Request) -> Response:
        return await _create(standin, runner, gate, request, None, versioned=True)

    @router.get("/predictions")
    async def listed(request: Request, cursor: str = "", created_after: str = "", created_before: str = "") -> Response:
        faults = gate.enter(request, "replicate.read")

        async def page() -> Response:
            after, before = _time(created_after), _time(created_before)
            every = [
                prediction
                for prediction in reversed(runner.predictions.values())
                if (after is None or prediction.created > after) and (before is None or prediction.created < before)
            ]
            return json_answer(_page(every, cursor, api_of(request), standin.settings.data_lifetime_s))

        return await gate.answer(faults, page)

    @router.get("/predictions/{prediction_id}")
    async def get(request: Request, prediction_id: str) -> Response:
        prediction = runner.predictions.get(prediction_id)
        faults = gate.enter(request, "replicate.read", prediction.model.name if prediction else "")

        async def view() -> Response:
            return json_answer(runner.read(found(prediction)))

        return await gate.answer(faults, view)

    @router.post("/predictions/{prediction_id}/cancel")
    async def cancel(request: Request, prediction_id: str) -> Response:
        prediction = runner.predictions.get(prediction_id)
        faults = gate.enter(request, "replicate.read", prediction.model.name if prediction else "")

        async def stop() -> Response:
            found(prediction).ask_to_stop("cancel")
            return json_answer(runner.read(found(prediction)))

        return await gate.answer(faults, stop)

    return router


def found(prediction: Prediction | None) -> Prediction:
    """The prediction. Raises Refused 404."""
    if prediction is None:
        raise problems.not_found()
    return prediction


def api_of(request: Request) -> str:
    """The interface's URL as this client sees it, up to and with /v1."""
    return str(request.base_url).rstrip("/") + PREFIX


async def _create(
    standin: Standin,
    runner: Runner,
    gate: Gatekeeper,
    request: Request,
    official: CatalogModel | None,
    *,
    versioned: bool,
) -> Response:
    body = await _body(request)
    model = _versioned(body.get("version")) if versioned else official
    name = model.name if model else ""
    faults = gate.enter(request, "replicate.create", name)
    if faults & {"dropped", "bad_gateway"}:
        return await gate.answer(faults, _nothing)
    if "insufficient_credit" in faults or standin.credit_micros("replicate") <= 0:
        raise problems.insufficient_credit()
    if "model_not_found" in faults or (model is None and not versioned):
        raise problems.not_found()
    if "version_not_permitted" in faults or model is None:
        raise problems.invalid_version()
    wait_s, deadline_s = _prefer(request), _cancel_after(request)
    prediction = _checked(standin, request, model, body, faults, versioned)
    runner.begin(prediction, deadline_s)

    async def answer() -> Response:
        headers = {"location": f"{prediction.api}/predictions/{prediction.id}"}
        if wait_s is not None and "still_processing" not in faults:
            await _wait(prediction, wait_s)
            headers["preference-applied"] = f"wait={wait_s}"
        elif "still_processing" in faults:
            return json_answer({**prediction.view(), "status": "processing", "output": None}, 201, headers)
        return json_answer(runner.read(prediction), 201, headers)

    return await gate.answer(faults, answer)


async def _nothing() -> Response:
    return Response()


def _checked(
    standin: Standin, request: Request, model: CatalogModel, body: Json, faults: frozenset[str], versioned: bool
) -> Prediction:
    """The prediction asked for. Raises Refused."""
    keys = BODY_KEYS if versioned else BODY_KEYS - {"version"}
    unknown = [
        InvalidField("additional_property_not_allowed", "(root)", f"Additional property {key} is not allowed")
        for key in body
        if key not in keys
    ]
    wrong = unknown or invalid_fields(model, body.get("input"))
    if "invalid_fields" in faults:
        wrong = [InvalidField("required", "input", "prompt is required")]
    if wrong:
        raise problems.validation_failed(wrong)
    given = body["input"]
    _check_data_uris(given, standin.settings.data_uri_limit)
    later = standin.faults.draw(
        "replicate.run", request.url.path, model.name, request.headers.get("x-standin-fault", "")
    )
    record = standin.requests[-1]
    record.faults = tuple(sorted({*record.faults, *later}))
    base = str(request.base_url).rstrip("/")
    return Prediction(new_id(), model, given, base + PREFIX, base, later, hook_of(body))


def _check_data_uris(given: Json, limit: int) -> None:
    for name, value in given.items():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, str) and each.startswith("data:") and len(each) > limit:
                raise problems.unprocessable(
                    f"input.{name}: data URIs may have at most {limit} characters; upload a file."
                )


async def _body(request: Request) -> Json:
    try:
        body = await request.json()
    except ValueError as error:
        raise problems.unprocessable("The request body is not valid JSON.") from error
    if not isinstance(body, dict):
        raise problems.unprocessable("The request body must be a JSON object.")
    return body


def _versioned(version: object) -> CatalogModel | None:
    """The model of "64-hex", "owner/name:64-hex", or "owner/name" where that one is official."""
    if not isinstance(version, str):
        return None
    name, _, hexadecimal = version.rpartition(":")
    if name:
        model = versions().get(hexadecimal)
        return model if model is not None and model.name == name else None
    official = catalog().get(version)
    return official if official is not None and official.official else versions().get(version)


def _prefer(request: Request) -> int | None:
    """Seconds to hold the answer, or None for not at all. Raises Refused."""
    header = request.headers.get("prefer")
    if header is None or "wait" not in header:
        return None
    read = PREFER.fullmatch(header.strip())
    if read is None or int(read[1] or 1) > LONGEST_WAIT_S:
        raise problems.unprocessable("Prefer must be `wait` or `wait=n`, with n from 1 to 60.")
    return int(read[1] or LONGEST_WAIT_S)


def _cancel_after(request: Request) -> float | None:
    header = request.headers.get("cancel-after")
    if header is None:
        return None
    read = CANCEL_AFTER.fullmatch(header.strip())
    if read is None or not float(read[1]):
        raise problems.unprocessable("Cancel-After must be a duration such as 30s, 5m or 1h.")
    return float(read[1]) * UNIT_SECONDS[read[2]]


async def _wait(prediction: Prediction, seconds: float) -> None:
    """Until there is output or an end, at most so long."""
    try:
        await asyncio.wait_for(prediction.answered.wait(), seconds)
    except TimeoutError:
        return


def _time(text: str) -> datetime | None:
    if not text:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise problems.unprocessable("Times must be ISO 8601.") from error


def _page(every: list[Prediction], cursor: str, api: str, lifetime_s: float) -> dict[str, Any]:
    """One page, newest first. A cursor names the last prediction seen, so that new ones shift nothing."""
    ids = [prediction.id for prediction in every]
    start = 0
    if cursor:
        try:
            start = ids.index(base64.urlsafe_b64decode(cursor).decode()) + 1
        except (ValueError, binascii.Error) as error:
            raise problems.not_found() from error
    shown = every[start : start + PAGE]
    more = start + PAGE < len(every)
    after = base64.urlsafe_b64encode(shown[-1].id.encode()).decode() if shown else ""
    before = base64.urlsafe_b64encode(ids[start - PAGE - 1].encode()).decode() if start > PAGE else ""
    previous = f"{api}/predictions" + (f"?cursor={before}" if before else "")
    return {
        "next": f"{api}/predictions?cursor={after}" if more else None,
        "previous": previous if start else None,
        "results": [prediction.view(lifetime_s) for prediction in shown],
    }
