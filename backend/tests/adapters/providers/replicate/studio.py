"""What a Replicate artist works with in these tests: a ledger in memory, an open gate, fast time, rows of models."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Literal

from PIL import Image, ImageDraw

from dailies.adapters.calls.retry import Backoff, Pace
from dailies.adapters.providers.replicate import ReplicateClient
from dailies.domain.registry import Model, PriceLine, Vendor
from tests.support.journal import CLAIMED

KEY = "r8_a-planted-key-of-the-tests"


async def in_ledger(prediction_id: str) -> bool:
    """Whether a prediction belongs to a call already."""
    return prediction_id in CLAIMED


@dataclass
class OpenGate:
    """Lets everybody in, and writes down what is reported."""

    reports: list[tuple[str, float | None]] = field(default_factory=list)
    inside: int = 0

    @asynccontextmanager
    async def enter(self, vendor: str, model: str, waiting: Callable[[int, float], None]) -> AsyncIterator[None]:
        self.inside += 1
        try:
            yield
        finally:
            self.inside -= 1

    def report(
        self, vendor: str, model: str, outcome: Literal["ok", "busy", "down"], retry_after_s: float | None = None
    ) -> None:
        self.reports.append((outcome, retry_after_s))


class OneKey:
    """The key of every vendor."""

    def __init__(self, key: str | None = KEY) -> None:
        self.key = key

    def get(self, vendor: str) -> str | None:
        return self.key


@dataclass
class FastTime:
    """A clock that only its own sleepers move; a second takes two thousandths."""

    seconds: float = 1000.0
    slept: list[float] = field(default_factory=list)
    real_s: float = 0.002

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await asyncio.sleep(self.real_s)
        self.seconds += seconds

    @property
    def pace(self) -> Pace:
        """For the client."""
        return Pace(self.sleep, lambda: self.seconds, lambda: datetime.now(UTC), lambda: 0.5)


def client_of(
    base_url: str, time: FastTime | None = None, keys: OneKey | None = None, webhook_url: str = ""
) -> ReplicateClient:
    """A client of a server that speaks the vendor's dialect."""
    vendor = Vendor("replicate", "Replicate", "replicate", base_url)
    pace, backoff = (time or FastTime()).pace, Backoff(attempts=4)
    return ReplicateClient(
        vendor, keys or OneKey(), pace=pace, backoff=backoff, webhook_url=webhook_url, claimed=in_ledger
    )


def image_row(**more: object) -> Model:
    """An official model that draws: 512 x 512 at most, a fixed price for each picture."""
    row: dict[str, object] = {
        "id": "replicate/prunaai/p-image",
        "vendor": "replicate",
        "name": "prunaai/p-image",
        "kind": "image",
        "title": "P-Image",
        "tier": "draft",
        "inputs": {"prompt": "prompt", "aspect_ratio": "aspect_ratio", "seed": "seed"},
        "choices": {"aspect_ratio": ("1:1", "16:9")},
        "prices": (PriceLine("image", Decimal("0.005")),),
        "typical_s": 2.0,
    }
    return Model(**{**row, **more})  # type: ignore[arg-type]


def quiet(share: float) -> None:
    """Progress that nobody looks at."""


def painted(size: tuple[int, int] = (64, 48), colour: str = "teal", mode: str = "PNG") -> bytes:
    """An encoded picture with something in it."""
    picture = Image.new("RGB", size, colour)
    ImageDraw.Draw(picture).rectangle((size[0] // 4, size[1] // 4, size[0] // 2, size[1] // 2), "orange")
    out = io.BytesIO()
    picture.save(out, mode)
    return out.getvalue()


def decoded(data: bytes) -> Image.Image:
    """A picture, whole."""
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture
