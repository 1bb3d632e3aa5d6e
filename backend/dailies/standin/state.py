"""What all endpoints share."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass

from fastapi import Request

from dailies.standin.bill import Bill
from dailies.standin.chance import Dice
from dailies.standin.delivery import Deliveries
from dailies.standin.faults import FaultBox, Point
from dailies.standin.limits import Bucket
from dailies.standin.settings import StandinSettings, VendorName
from dailies.standin.wire import faults_named

REMEMBERED = 100_000
"""How many requests are kept to be asked for."""


@dataclass
class RequestRecord:
    """One request that came in, without its key. ``faults``: the names that struck it."""

    method: str
    path: str
    model: str
    faults: tuple[str, ...]


class Standin:
    """Settings, chance, bill, faults, limits and stores of one stand-in."""

    def __init__(self, settings: StandinSettings) -> None:
        self.settings = settings
        self.dice = Dice(settings.seed)
        self.bill = Bill(settings.bill_file)
        self.faults = FaultBox(settings.faults, self.dice)
        self.deliveries = Deliveries(settings.output_lifetime_s)
        self.delivery_base = settings.delivery_base
        limits = settings.limits
        self.creates = Bucket(limits.replicate_creates, limits.replicate_burst)
        self.low_credit_creates = Bucket(limits.low_credit_creates, 1)
        self.others = Bucket(limits.replicate_others, limits.replicate_burst * 5)
        self.openai_requests = Bucket(limits.openai_requests, limits.openai_requests)
        self.openai_tokens = Bucket(limits.openai_tokens, limits.openai_tokens)
        self.requests: deque[RequestRecord] = deque(maxlen=REMEMBERED)

    def credit_micros(self, vendor: VendorName) -> int:
        """What an account still holds, in millionths of a US dollar."""
        return round(self.settings.credit_usd.get(vendor, 0.0) * 1_000_000) - self.bill.spent(vendor)

    def knows_key(self, request: Request) -> bool:
        """Whether the request's key is let in."""
        scheme, _, key = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() not in ("bearer", "token") or not key.strip():
            return False
        accepted = self.settings.keys
        return key not in self.settings.revoked_keys and (not accepted or key in accepted)

    def strike(self, request: Request, point: Point, model: str = "") -> frozenset[str]:
        """The faults of a request at a point; also writes the request down. Raises UnknownFault."""
        struck = self.faults.draw(point, request.url.path, model, faults_named(request))
        self.requests.append(RequestRecord(request.method, request.url.path, model, tuple(sorted(struck))))
        return struck

    def delivery_url(self, request_base: str, path: str) -> str:
        """The full URL of something on the delivery host."""
        return (self.delivery_base or request_base).rstrip("/") + path

    async def pause(self, seconds: float) -> None:
        """Wait, at the stand-in's pace."""
        await asyncio.sleep(seconds * self.settings.time_scale)
