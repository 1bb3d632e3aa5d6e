"""Signed webhooks: sent in order, the last one retried."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from urllib.parse import urlsplit
from uuid import uuid4

import httpx

from dailies.standin.replicate.predictions import Hook, Prediction
from dailies.standin.replicate.problems import unprocessable
from dailies.standin.replicate.sources import LOOPBACK

EVENTS = ("start", "output", "logs", "completed")
USUAL_EVENTS = frozenset({"output", "completed"})
ATTEMPTS = 6
FIRST_WAIT_S = 2.0
LEAST_WAIT_S = 0.02
QUIET_S = 0.5
"""Output and logs are told at most this often."""
STALE_S = 600
TIMEOUT_S = 10.0


def hook_of(body: dict[str, object]) -> Hook | None:
    """The webhook a create asks for. Raises Refused."""
    url = body.get("webhook")
    if url is None:
        return None
    if not isinstance(url, str) or not url:
        raise unprocessable("The webhook URL is empty (E4875).")
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise unprocessable("webhook must be an HTTPS URL")
    events = body.get("webhook_events_filter")
    if events is None:
        return Hook(url, USUAL_EVENTS)
    if not isinstance(events, list) or not events or any(event not in EVENTS for event in events):
        raise unprocessable(f"webhook_events_filter must be a list of {', '.join(EVENTS)}")
    return Hook(url, frozenset(map(str, events)))


def signature(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """The value of ``webhook-signature``. ``secret``: with its ``whsec_``."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = hmac.new(key, f"{message_id}.{timestamp}.".encode() + body, hashlib.sha256).digest()
    return "v1," + base64.b64encode(signed).decode()


class Webhooks:
    """Sends what predictions tell. ``scale``: of the waits between attempts."""

    def __init__(self, secret: str, scale: float, view: Callable[[Prediction], object]) -> None:
        self._secret, self._scale, self._view = secret, scale, view
        self._last: dict[str, asyncio.Task[None]] = {}
        self._held: dict[str, list[bytes]] = {}
        self._told: dict[str, float] = {}

    def tell(self, prediction: Prediction, event: str) -> None:
        """Send the prediction as it is now, if its webhook wants to hear of this event."""
        hook = prediction.hook
        if hook is None or event not in hook.events or "webhook_lost" in prediction.faults:
            return
        if event in ("output", "logs"):
            now = time.monotonic()
            if now - self._told.get(prediction.id + event, -QUIET_S) < QUIET_S:
                return
            self._told[prediction.id + event] = now
        body = json.dumps(self._view(prediction)).encode()
        if "webhook_out_of_order" in prediction.faults:
            held = self._held.setdefault(prediction.id, [])
            if event != "completed":
                held.append(body)
                return
            self._chain(prediction, hook, [(body, True), *((each, False) for each in held)])
            return
        self._chain(prediction, hook, [(body, event == "completed")])

    async def close(self) -> None:
        """Give up what is still being sent."""
        tasks = list(self._last.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _chain(self, prediction: Prediction, hook: Hook, bodies: list[tuple[bytes, bool]]) -> None:
        before = self._last.get(prediction.id)
        self._last[prediction.id] = asyncio.create_task(self._send_all(before, hook, bodies, prediction.faults))

    async def _send_all(
        self, before: asyncio.Task[None] | None, hook: Hook, bodies: list[tuple[bytes, bool]], faults: frozenset[str]
    ) -> None:
        if before is not None:
            await asyncio.wait([before])
        async with httpx.AsyncClient(timeout=TIMEOUT_S, follow_redirects=False) as client:
            for body, last in bodies:
                headers = self._headers(body, faults)
                for _ in range(2 if "webhook_duplicate" in faults else 1):
                    await self._send(client, hook.url, body, headers, ATTEMPTS if last else 1)

    async def _send(
        self, client: httpx.AsyncClient, url: str, body: bytes, headers: dict[str, str], attempts: int
    ) -> None:
        for attempt in range(attempts):
            if attempt:
                await asyncio.sleep(max(LEAST_WAIT_S, FIRST_WAIT_S * 2 ** (attempt - 1) * self._scale))
            try:
                answer = await client.post(url, content=body, headers=headers)
            except httpx.HTTPError:
                continue
            if answer.is_success:
                return

    def _headers(self, body: bytes, faults: frozenset[str]) -> dict[str, str]:
        message_id = f"msg_{uuid4().hex}"
        timestamp = int(time.time()) - (STALE_S if "webhook_stale" in faults else 0)
        forged = "whsec_" + base64.b64encode(b"another secret").decode()
        secret = forged if "webhook_forged" in faults else self._secret
        return {
            "content-type": "application/json",
            "user-agent": "Replicate/1.0",
            "webhook-id": message_id,
            "webhook-timestamp": str(timestamp),
            "webhook-signature": signature(secret, message_id, timestamp, body),
        }
