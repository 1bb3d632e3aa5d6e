"""Token buckets: how many requests a vendor lets in."""

from __future__ import annotations

import math
import time
from collections.abc import Callable


class Bucket:
    """``per_minute`` tokens flow in evenly, up to ``burst``."""

    def __init__(self, per_minute: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.per_minute, self.burst, self._clock = per_minute, max(1.0, burst), clock
        self.tokens, self._seen = self.burst, clock()

    def take(self, amount: float = 1.0) -> float:
        """Take tokens and return 0, or take none and return the seconds until there are enough."""
        now = self._clock()
        self.tokens = min(self.burst, self.tokens + (now - self._seen) * self.per_minute / 60)
        self._seen = now
        wanted = min(amount, self.burst)
        if self.tokens >= wanted:
            self.tokens -= wanted
            return 0.0
        return (wanted - self.tokens) * 60 / self.per_minute

    @property
    def full_in_s(self) -> int:
        """Whole seconds until the bucket is full again."""
        return math.ceil((self.burst - self.tokens) * 60 / self.per_minute)
