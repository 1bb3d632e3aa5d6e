"""Lets requests in, and answers them with the faults that strike on the wire."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import Request, Response

from dailies.standin.faults import Point
from dailies.standin.openai import errors
from dailies.standin.openai.models import ServedModel, served_models
from dailies.standin.prices import price_of
from dailies.standin.settings import Kind
from dailies.standin.state import Standin
from dailies.standin.wire import CutConnection, Garbled, HtmlPage


class Gate:
    """One per mounted interface. ``lenient``: any key or none, any model's name, no limits, nothing billed."""

    def __init__(self, standin: Standin, *, lenient: bool) -> None:
        self.standin, self.lenient = standin, lenient

    def enter(self, request: Request, point: Point, name: str = "") -> frozenset[str]:
        """The faults of the request. Raises OpenAIError."""
        faults = self.standin.strike(request, point, name)
        if "unauthorized" in faults or not (self.lenient or self.standin.knows_key(request)):
            raise errors.invalid_key()
        if "throttled" in faults:
            raise errors.rate_limited(0.02, "requests")
        if "throttled_header" in faults:
            raise errors.rate_limited(1, "requests", plain_header=True)
        if "quota" in faults or not (self.lenient or self.standin.credit_micros("openai") > 0):
            raise errors.quota_used_up()
        if not self.lenient and (wait := self.standin.openai_requests.take()):
            raise errors.rate_limited(wait, "requests")
        if "model_not_found" in faults:
            raise errors.no_such_model(name)
        if "server_error" in faults or "overloaded" in faults:
            raise errors.server_error(500 if "server_error" in faults else 503)
        return faults

    def spend_tokens(self, count: int) -> None:
        """Take tokens from the minute's allowance. Raises OpenAIError."""
        if not self.lenient and (wait := self.standin.openai_tokens.take(count)):
            raise errors.rate_limited(wait, "tokens")

    def served(self, name: object, kind: Kind) -> ServedModel:
        """The model. Raises OpenAIError when it is missing, unknown, shut down or of another kind."""
        if not isinstance(name, str) or not name:
            raise errors.missing("model")
        if self.lenient and kind == "text":
            return ServedModel(name, kind)
        model = served_models().get(name)
        if model is None or model.gone(self.standin.settings.on()):
            raise errors.no_such_model(name)
        if model.kind != kind:
            raise errors.OpenAIError(404, f"The model `{name}` is not supported by this endpoint.", param="model")
        return model

    def bill(self, model: str, job: str, quantity: dict[str, float], inputs: dict[str, Any], why: str) -> None:
        """Bill what costs something."""
        price = price_of("openai", model)
        billed = {unit: amount for unit, amount in quantity.items() if unit in price.units}
        if billed and not self.lenient:
            self.standin.bill.add("openai", model, job, billed, price.micros(billed, inputs), why)

    async def answer(self, faults: frozenset[str], done: Callable[[], Awaitable[Response]]) -> Response:
        """The endpoint's answer, with headers and with the faults that strike on the wire."""
        if "dropped" in faults:
            return CutConnection()
        if "bad_gateway" in faults:
            return HtmlPage(502, "502 Bad Gateway")
        answer = await done()
        if "slow" in faults:
            await asyncio.sleep(self.standin.settings.slow_s)
        if "lost_answer" in faults:
            return CutConnection()
        if "garbage" in faults:
            return Garbled(answer.status_code)
        for name, value in errors.usual_headers(self.standin).items():
            answer.headers.setdefault(name, value)
        return answer


async def json_body(request: Request) -> dict[str, Any]:
    """The request's JSON object. Raises OpenAIError."""
    try:
        body = await request.json()
    except ValueError as error:
        raise errors.OpenAIError(400, "We could not parse the JSON body of your request.") from error
    if not isinstance(body, dict):
        raise errors.OpenAIError(400, "The body of your request must be a JSON object.")
    return body
