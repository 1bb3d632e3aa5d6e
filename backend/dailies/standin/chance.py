"""Chance that a seed decides, whatever else happens at the same time."""

from __future__ import annotations

import random
from collections import Counter


class Dice:
    """Numbered draws: the n-th draw under a name depends on the seed, the name and n only."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._drawn: Counter[str] = Counter()

    def draw(self, name: str) -> random.Random:
        """The next source of chance under this name."""
        self._drawn[name] += 1
        return random.Random(f"{self._seed}/{name}/{self._drawn[name]}")

    def number(self, name: str) -> int:
        """The next seed under this name, 0 to 2**31 - 1."""
        return self.draw(name).randrange(2**31)
