"""The vendor's webhooks: whether one is truly the vendor's, and who waits for its news.

Signing: https://replicate.com/docs/topics/webhooks/verify-webhook (the scheme of Svix).
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import contextlib
import hashlib
import hmac
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

TOLERANCE_S = 300


def verify_webhook(secret: str, headers: Mapping[str, str], body: bytes, now: datetime) -> bool:
    """Whether a webhook was signed with this secret within the last five minutes.

    ``secret``: with its ``whsec_``; ``headers``: by lower-case name; ``body``: the raw bytes; ``now``: UTC. One
    right signature among several is enough: the vendor sends two while a secret is being replaced.
    """
    message_id, stamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not message_id or not stamp.isdecimal() or abs(now.timestamp() - int(stamp)) > TOLERANCE_S:
        return False
    try:
        key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except binascii.Error:
        return False
    if not key:
        return False
    signed = hmac.new(key, f"{message_id}.{stamp}.".encode() + body, hashlib.sha256).digest()
    right = base64.b64encode(signed)
    given = [each.partition(",") for each in headers.get("webhook-signature", "").split()]
    # Every one is compared, so that the time tells nothing.
    matches = [hmac.compare_digest(right, mark.encode()) for version, _, mark in given if version == "v1"]
    return any(matches)


@dataclass
class Arrivals:
    """Wakes whoever waits for a prediction when a webhook about it came in. Webhooks may come twice, late, out of
    order or not at all: they only end a wait early, and what is so is always asked of the vendor."""

    _waiting: dict[str, list[tuple[asyncio.AbstractEventLoop, asyncio.Event]]] = field(default_factory=dict)

    def arrived(self, prediction_id: str) -> None:
        """A webhook about this prediction came in. From any thread."""
        for loop, event in tuple(self._waiting.get(prediction_id, ())):
            # The loop may have been closed since.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(event.set)

    @contextlib.contextmanager
    def listening(self, prediction_id: str) -> Iterator[asyncio.Event]:
        """An event of the running loop that the prediction's webhooks set."""
        mine = (asyncio.get_running_loop(), asyncio.Event())
        self._waiting.setdefault(prediction_id, []).append(mine)
        try:
            yield mine[1]
        finally:
            listeners = self._waiting[prediction_id]
            listeners.remove(mine)
            if not listeners:
                del self._waiting[prediction_id]


async def either(event: asyncio.Event, seconds: float, sleep: Callable[[float], Awaitable[None]]) -> bool:
    """Wait for the event or some seconds, whichever is first; whether it was the event."""
    news = asyncio.ensure_future(event.wait())
    rest = asyncio.ensure_future(sleep(seconds))
    try:
        await asyncio.wait([news, rest], return_when=asyncio.FIRST_COMPLETED)
    finally:
        for each in (news, rest):
            each.cancel()
        await asyncio.gather(news, rest, return_exceptions=True)
    came = event.is_set()
    event.clear()
    return came
