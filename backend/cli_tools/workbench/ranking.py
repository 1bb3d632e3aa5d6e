"""Ranking: one number over what was measured, and why the best won."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Protocol

from dailies.domain.project import Score

NOT_DRAWN_COST = 10.0
"""Points off for each thing of the prompt that the artist could not draw."""


class Ranked(Protocol):
    """What can be ranked."""

    @property
    def overall(self) -> float:
        """0 to 100."""
        ...

    @property
    def scores(self) -> tuple[Score, ...]:
        """What was measured."""
        ...


def value_of(scores: Sequence[Score], name: str) -> float | None:
    """A score's value, or None where it was not measured."""
    return next((score.value for score in scores if score.name == name), None)


def overall(scores: Sequence[Score], weights: Mapping[str, float], missing: int = 0) -> float:
    """The weighted mean of what was measured, 0 to 100. ``missing``: things asked for that are not there."""
    found = [(value, weight) for name, weight in weights.items() if (value := value_of(scores, name)) is not None]
    whole = sum(weight for _, weight in found)
    mean = sum(value * weight for value, weight in found) / whole if whole else 0.0
    return round(max(0.0, mean - NOT_DRAWN_COST * missing), 1)


def why_first(ranked: Sequence[Ranked], weights: Mapping[str, float], what: str) -> str:
    """Why the first of a ranking won, as a sentence."""
    if not ranked:
        return ""
    first = ranked[0]
    if len(ranked) == 1:
        return f"{what} 1 is the only one: {first.overall:.1f}."
    second = ranked[1]
    gains = []
    for name in weights:
        here, there = value_of(first.scores, name), value_of(second.scores, name)
        if here is not None and there is not None:
            gains.append((here - there, name, here, there))
    head = f"{what} 1 won with {first.overall:.1f} against {second.overall:.1f}"
    gain, name, here, there = max(gains, default=(0.0, "", 0.0, 0.0))
    if gain <= 0:
        return f"{head}: what was measured is the same, the earlier one is kept."
    return f"{head}: most by {name.lower()}, {here:.1f} against {there:.1f}."


def score_facts(scores: Sequence[Score]) -> list[dict[str, Any]]:
    """Scores for programs: name, value or null, scale, and how each was measured or why not."""
    return [asdict(score) for score in scores]
