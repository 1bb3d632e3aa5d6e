"""When a refused call is sent again, and after how long: exponential backoff with full jitter, or what the
vendor asked for."""

from __future__ import annotations

import asyncio
import math
import random
import re
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

Fate = Literal["again", "refused", "unsure", "lost"]
"""What an answer to a paid request means. ``again``: certainly not taken, and worth sending again; ``refused``:
certainly not taken, and never will be; ``unsure``: an error of the vendor's own, probably not taken; ``lost``: a
gateway gave up, and what stands behind it may still take the request."""

LONGEST_ASKED_S = 86_400.0
_IN_WORDS = re.compile(
    r"\b(?:resets?|retry|try again|available|wait)\b\D{0,20}?(\d+(?:\.\d+)?)\s*"
    r"(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?)\b",
    re.IGNORECASE,
)
_UNIT_SECONDS = {
    **dict.fromkeys(("ms", "millisecond", "milliseconds"), 0.001),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 60.0),
}


async def _sleep(seconds: float) -> None:
    await asyncio.sleep(seconds)


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Pace:
    """Time and chance. ``sleep``: waits some seconds; ``clock``: monotonic seconds; ``now``: the calendar, UTC;
    ``chance``: 0 to 1."""

    sleep: Callable[[float], Awaitable[None]] = _sleep
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = _now
    chance: Callable[[], float] = random.random


@dataclass(frozen=True)
class Backoff:
    """``attempts``: tries in all; ``first_s``: the longest first wait, doubled each time up to ``longest_s``;
    ``patience_s``: a vendor that asks for more than this is given up."""

    attempts: int = 6
    first_s: float = 0.5
    longest_s: float = 30.0
    patience_s: float = 180.0

    def wait(self, attempt: int, asked_s: float | None, chance: Callable[[], float]) -> float | None:
        """Seconds until the next try, or None to give up. ``attempt``: tries so far, from 1.

        Full jitter: any time up to the limit is as likely as any other, so that callers that were refused
        together do not come back together.
        """
        if attempt >= self.attempts:
            return None
        limit = min(self.longest_s, self.first_s * 2.0 ** (attempt - 1))
        if asked_s is None:
            return chance() * limit
        return asked_s + chance() * self.first_s if asked_s <= self.patience_s else None


def fate_of(status: int) -> Fate:
    """What the HTTP status of a paid request says about it. Only for statuses that are no success."""
    if status == 429:
        return "again"
    if status in (500, 503):
        return "unsure"
    return "lost" if status >= 500 or status == 408 else "refused"


def read_again(status: int) -> bool:
    """Whether a request that changes nothing is sent again after this HTTP status."""
    return status in (408, 425, 429) or status >= 500


def asked_wait(headers: Mapping[str, str], body: object, now: datetime) -> float | None:
    """Seconds a vendor asked to wait, in whichever way, or None.

    ``headers``: by lower-case name; ``retry-after-ms`` counts before ``retry-after`` (seconds or an HTTP date).
    Then ``body``'s ``retry_after``, at the top or within ``error``; then a sentence like "resets in ~9s".
    """
    milliseconds = _seconds(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    header = headers.get("retry-after")
    found = [_seconds(header), _until(header, now), *(_seconds(value) for value in _fields(body))]
    named = next((seconds for seconds in found if seconds is not None), None)
    if named is not None:
        return named
    for text in _texts(body):
        if read := _IN_WORDS.search(text):
            return float(read[1]) * _UNIT_SECONDS.get(read[2].lower(), 1.0)
    return None


def _seconds(value: object) -> float | None:
    try:
        seconds = float(value) if isinstance(value, str | int | float) else math.nan
    except ValueError:
        return None
    return min(LONGEST_ASKED_S, max(0.0, seconds)) if math.isfinite(seconds) else None


def _until(header: str | None, now: datetime) -> float | None:
    try:
        moment = parsedate_to_datetime(header or "")
    except (ValueError, TypeError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(LONGEST_ASKED_S, max(0.0, (aware - now).total_seconds()))


def _fields(body: object) -> list[object]:
    if not isinstance(body, Mapping):
        return []
    inner = body.get("error")
    return [body.get("retry_after"), *([inner.get("retry_after")] if isinstance(inner, Mapping) else [])]


def _texts(body: object) -> list[str]:
    if isinstance(body, str):
        return [body]
    if not isinstance(body, Mapping):
        return []
    inner = body.get("error")
    named = [body.get("detail"), body.get("message"), inner]
    if isinstance(inner, Mapping):
        named += [inner.get("message"), inner.get("detail")]
    return [text for text in named if isinstance(text, str)]
