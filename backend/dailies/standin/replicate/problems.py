"""Refusals in the service's own form: problem JSON with ``detail``."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict

from dailies.standin.replicate.catalog import Json
from dailies.standin.replicate.validation import InvalidField


class Refused(Exception):
    """A problem to answer with."""

    def __init__(self, status: int, body: Json, headers: dict[str, str] | None = None) -> None:
        super().__init__(str(body.get("detail", "")))
        self.status, self.body, self.headers = status, body, headers or {}


def problem(status: int, title: str, detail: str, **more: object) -> Refused:
    """A problem of the usual form."""
    return Refused(status, {"title": title, "detail": detail, "status": status, **more})


def unauthenticated() -> Refused:
    """No key, or not a known one."""
    return problem(401, "Unauthenticated", "You did not pass a valid authentication token")


def insufficient_credit() -> Refused:
    """Nothing is left."""
    return problem(
        402,
        "Insufficient credit",
        "You have insufficient credit to run this model. Go to https://replicate.com/account/billing#billing to "
        "purchase credit. Once you purchase credit, please wait a few minutes before trying again.",
    )


def not_found() -> Refused:
    """No such thing."""
    return problem(404, "Not found", "The requested resource could not be found.")


def invalid_version() -> Refused:
    """A version that does not exist, or a name where a version is needed."""
    return problem(
        422,
        "Invalid version or not permitted",
        "The specified version does not exist (or perhaps you don't have permission to use it?)",
    )


def validation_failed(found: Sequence[InvalidField]) -> Refused:
    """Inputs that do not fit the schema."""
    detail = "".join(f"- {each.field}: {each.description}\n" for each in found)
    return problem(422, "Input validation failed", detail, invalid_fields=[asdict(each) for each in found])


def unprocessable(detail: str) -> Refused:
    """A body or header that can't be read."""
    return problem(422, "Unprocessable Entity", detail)


def throttled(seconds: float, low_credit_creates: int = 0, *, in_body: bool = True, in_header: bool = False) -> Refused:
    """Too many requests. ``low_credit_creates``: the reduced limit, 0 where it is the usual one."""
    wait = max(1, math.ceil(seconds))
    reduced = (
        f" Your rate limit for creating predictions is reduced to {low_credit_creates} requests per minute with a "
        "burst of 1 requests while you have less than $5.0 in credit."
        if low_credit_creates
        else ""
    )
    body: Json = {"detail": f"Request was throttled.{reduced} Your rate limit resets in ~{wait}s."}
    if in_body:
        body |= {"status": 429, "retry_after": wait}
    return Refused(429, body, {"retry-after": str(wait)} if in_header else {})


def server_error(status: int) -> Refused:
    """The service itself failed."""
    title = "Internal Server Error" if status == 500 else "Service Unavailable"
    return problem(status, title, "An unexpected error occurred. Please try again later.")
