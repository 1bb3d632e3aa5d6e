"""Refusals in the service's envelope, and the headers that come with every answer."""

from __future__ import annotations

from uuid import uuid4

from fastapi import Request, Response

from dailies.standin.limits import Bucket
from dailies.standin.state import Standin
from dailies.standin.wire import json_answer


class OpenAIError(Exception):
    """An error to answer with."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        type: str = "invalid_request_error",
        param: str | None = None,
        code: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status, self.headers = status, headers or {}
        self.body = {"error": {"message": message, "type": type, "param": param, "code": code}}


def error_answer(error: OpenAIError, standin: Standin) -> Response:
    """The error as an answer."""
    return json_answer(error.body, error.status, {**usual_headers(standin), **error.headers})


def usual_headers(standin: Standin) -> dict[str, str]:
    """``x-request-id`` and the state of the limits."""
    requests, tokens = standin.openai_requests, standin.openai_tokens
    return {
        "x-request-id": f"req_{uuid4().hex}",
        "openai-version": "2020-10-01",
        "openai-processing-ms": "1",
        "x-ratelimit-limit-requests": f"{requests.per_minute:.0f}",
        "x-ratelimit-limit-tokens": f"{tokens.per_minute:.0f}",
        "x-ratelimit-remaining-requests": f"{requests.tokens:.0f}",
        "x-ratelimit-remaining-tokens": f"{tokens.tokens:.0f}",
        "x-ratelimit-reset-requests": _span(requests),
        "x-ratelimit-reset-tokens": _span(tokens),
    }


def _span(bucket: Bucket) -> str:
    minutes, seconds = divmod(bucket.full_in_s, 60)
    return f"{minutes}m{seconds}s" if minutes else f"{seconds}s"


def invalid_key() -> OpenAIError:
    """No key, or not a known one. The real service repeats a part of the key; the stand-in does not."""
    message = "Incorrect API key provided. You can find your API key at https://platform.openai.com/account/api-keys."
    return OpenAIError(401, message, code="invalid_api_key")


def no_such_model(name: str) -> OpenAIError:
    """Not served, or not any more."""
    message = f"The model `{name}` does not exist or you do not have access to it."
    return OpenAIError(404, message, code="model_not_found")


def no_such_path(request: Request, status: int) -> OpenAIError:
    """No endpoint there."""
    return OpenAIError(status, f"Invalid URL ({request.method} {request.url.path})")


def rate_limited(seconds: float, kind: str, *, plain_header: bool = False) -> OpenAIError:
    """Too fast. ``kind``: requests or tokens; ``plain_header``: Retry-After in place of retry-after-ms."""
    message = f"Rate limit reached on {kind} per min. Please try again in {seconds:.3f}s."
    headers = (
        {"retry-after": str(max(1, round(seconds)))} if plain_header else {"retry-after-ms": str(round(seconds * 1000))}
    )
    return OpenAIError(429, message, type=kind, code="rate_limit_exceeded", headers=headers)


def quota_used_up() -> OpenAIError:
    """Nothing is left: trying again does not help."""
    message = "You exceeded your current quota, please check your plan and billing details."
    headers = {"x-should-retry": "false"}
    return OpenAIError(429, message, type="insufficient_quota", code="insufficient_quota", headers=headers)


def server_error(status: int = 500) -> OpenAIError:
    """The service itself failed."""
    if status == 503:
        return OpenAIError(503, "The engine is currently overloaded, please try again later.", type="server_error")
    return OpenAIError(
        500, "The server had an error while processing your request. Sorry about that!", type="server_error"
    )


def missing(param: str) -> OpenAIError:
    """A parameter is not there."""
    return OpenAIError(400, f"Missing required parameter: '{param}'.", param=param, code="missing_required_parameter")


def invalid(param: str, message: str, code: str = "invalid_value") -> OpenAIError:
    """A parameter is wrong."""
    return OpenAIError(400, message, param=param, code=code)
