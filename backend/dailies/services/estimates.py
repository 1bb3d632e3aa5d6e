"""What the next step costs, and how long it takes here."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from statistics import median

from dailies.domain.items import ItemKind

FIRST_GUESS_S: dict[ItemKind, float] = {
    "story": 2.0,
    "character": 2.0,
    "place": 2.0,
    "product": 2.0,
    "style": 2.0,
    "frame": 2.0,
    "clip": 4.0,
    "cut": 15.0,
}
"""Seconds a rehearsal take takes on two slow cores, until this machine has shown its own pace."""


@dataclass(frozen=True)
class Estimate:
    """Price range in millionths of a US dollar and time range in seconds for making ``items`` takes."""

    items: int
    price_min: int
    price_max: int
    seconds_min: float
    seconds_max: float


@dataclass
class Pace:
    """How long takes have taken lately on this machine. ``workers``: how many are made at a time."""

    workers: int = 2
    _seen: dict[ItemKind, deque[float]] = field(default_factory=dict)

    def record(self, kind: ItemKind, seconds: float) -> None:
        """Remember how long a take took."""
        self._seen.setdefault(kind, deque(maxlen=20)).append(seconds)

    def usual(self, kind: ItemKind) -> float:
        """The usual seconds for one take."""
        seen = self._seen.get(kind)
        return median(seen) if seen else FIRST_GUESS_S[kind]

    def estimate(self, kinds: list[ItemKind], price_each: int = 0) -> Estimate:
        """Price and time of making one take of each kind, several at a time."""
        alone = sum(self.usual(kind) for kind in kinds)
        longest = max((self.usual(kind) for kind in kinds), default=0.0)
        least = max(longest, alone / self.workers)
        price = price_each * len(kinds)
        return Estimate(len(kinds), price, price, round(least * 0.8, 1), round(alone * 1.2, 1))
