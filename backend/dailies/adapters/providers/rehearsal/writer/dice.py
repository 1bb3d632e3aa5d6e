"""Choices that are the same every time: one random stream per brief, scene and slot."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Seeded choices. The brief's text is in the key, so that two briefs with one seed do not choose alike."""

    def __init__(self, seed: int, text: str) -> None:
        self.seed = seed
        self.text = text

    def stream(self, *slot: object) -> Random:
        """The random stream of a slot, named by scene id and purpose."""
        key = "|".join([str(self.seed), self.text, *map(str, slot)])
        return Random(int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big"))

    def pick(self, options: Sequence[T], *slot: object) -> T:
        """One of the options (at least one)."""
        return self.shuffled(options, *slot)[0]

    def shuffled(self, options: Sequence[T], *slot: object) -> list[T]:
        """The options in this slot's order.

        The brief and the slot shuffle them, and the seed turns them round: takes of one film follow one another in
        steps of the seed, so that another take differs in every choice that has more than one option.
        """
        order = list(options)
        key = "|".join([self.text, *map(str, slot)])
        Random(int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")).shuffle(order)
        turn = self.seed % len(order) if order else 0
        return order[turn:] + order[:turn]
