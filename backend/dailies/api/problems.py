"""Errors as RFC 9457 problem documents: the one place where the error tree meets HTTP."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from dailies.domain.errors import (
    Conflict,
    DailiesError,
    Forbidden,
    InvalidInput,
    NotFound,
    NotSignedIn,
    PaymentRequired,
    ProviderError,
    TooManyRequests,
)

log = logging.getLogger(__name__)

STATUS_OF: dict[type[DailiesError], HTTPStatus] = {
    InvalidInput: HTTPStatus.UNPROCESSABLE_ENTITY,
    NotFound: HTTPStatus.NOT_FOUND,
    NotSignedIn: HTTPStatus.UNAUTHORIZED,
    Forbidden: HTTPStatus.FORBIDDEN,
    Conflict: HTTPStatus.CONFLICT,
    PaymentRequired: HTTPStatus.PAYMENT_REQUIRED,
    TooManyRequests: HTTPStatus.TOO_MANY_REQUESTS,
    ProviderError: HTTPStatus.BAD_GATEWAY,
    DailiesError: HTTPStatus.INTERNAL_SERVER_ERROR,
}
"""An error's status is that of the nearest class above it."""

STATUS_OF_CODE = {
    "storage_full": HTTPStatus.INSUFFICIENT_STORAGE,
    "storage_away": HTTPStatus.SERVICE_UNAVAILABLE,
    "database_away": HTTPStatus.SERVICE_UNAVAILABLE,
}
"""Codes whose status is not that of their class."""

HTTP_CODES = {404: "not_found", 405: "method_not_allowed", 413: "too_large"}
"""Codes for what the framework refuses; every other status is ``http_<status>``."""


class ProblemResponse(Response):
    """A problem document. ``code`` is stable; ``detail`` is a sentence for people."""

    media_type = "application/problem+json"

    def __init__(self, status: int, code: str, detail: str, headers: Mapping[str, str] | None = None) -> None:
        document = {
            "type": f"urn:dailies:problem:{code}",
            "title": HTTPStatus(status).phrase,
            "status": status,
            "detail": detail,
            "code": code,
        }
        super().__init__(json.dumps(document), status, headers)


def install(app: FastAPI) -> None:
    """Answer every error of the app with a problem document."""
    app.add_exception_handler(DailiesError, _dailies_error)
    app.add_exception_handler(RequestValidationError, _invalid_request)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _unexpected)


def status_of(error: DailiesError) -> HTTPStatus:
    """The HTTP status of an error."""
    if error.code in STATUS_OF_CODE:
        return STATUS_OF_CODE[error.code]
    return next(STATUS_OF[kind] for kind in type(error).__mro__ if kind in STATUS_OF)


def problem_of(error: DailiesError) -> ProblemResponse:
    """An error of the tree as a response."""
    status = status_of(error)
    # A 401 must name a way to sign in (RFC 9110, 15.5.2).
    headers = {"WWW-Authenticate": "Bearer"} if status == HTTPStatus.UNAUTHORIZED else None
    return ProblemResponse(status, error.code, str(error), headers)


def not_found_response() -> ProblemResponse:
    """The answer to an address that is not there."""
    return ProblemResponse(HTTPStatus.NOT_FOUND, NotFound.code, "There is nothing at this address.")


async def _dailies_error(_: Request, error: Exception) -> Response:
    assert isinstance(error, DailiesError)
    return problem_of(error)


async def _invalid_request(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return ProblemResponse(HTTPStatus.UNPROCESSABLE_ENTITY, InvalidInput.code, invalid_sentence(error.errors()))


async def _http_error(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == HTTPStatus.NOT_FOUND:
        return not_found_response()
    code = HTTP_CODES.get(error.status_code, f"http_{error.status_code}")
    detail = f"{error.detail.rstrip('.')}."
    return ProblemResponse(error.status_code, code, detail, error.headers)


async def _unexpected(request: Request, error: Exception) -> Response:
    # The server logs the traceback of what reaches this handler; the route is what it lacks.
    log.error("%s %s failed: %s", request.method, request.url.path, type(error).__name__)
    return ProblemResponse(
        HTTPStatus.INTERNAL_SERVER_ERROR, "internal", "Something failed in the studio. The reason is in its log."
    )


def invalid_sentence(errors: Sequence[Mapping[str, object]]) -> str:
    """A sentence that names the first field at fault. What was sent is not repeated."""
    first = errors[0]
    location = first.get("loc")
    parts = [str(part) for part in location] if isinstance(location, Sequence) else []
    field = ".".join(parts[1:] if parts[:1] in (["body"], ["query"], ["path"], ["header"]) else parts)
    kind = str(first.get("type"))
    if kind == "json_invalid":
        return "The request is not valid JSON."
    if not field:
        return "The request has no body." if kind == "missing" else "The request has the wrong shape."
    if kind == "missing":
        return f"The field “{field}” is missing."
    if kind == "extra_forbidden":
        return f"There is no field “{field}”."
    reason = str(first.get("msg")).rstrip(".")
    return f"The field “{field}” is not valid: {reason[:1].lower()}{reason[1:]}."
