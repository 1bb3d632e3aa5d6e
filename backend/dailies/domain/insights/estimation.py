"""Numbers from samples, with how sure they are. Nothing is claimed from a handful of answers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

FEWEST = 10
"""Answers below which no mean, share or score is given: three answers are not a fact."""

Z = 1.959963984540054
"""Quantile of the normal distribution for intervals of 95 %."""


@dataclass(frozen=True)
class Sampled:
    """A number from ``count`` answers with its 95 % interval; all None with fewer than FEWEST answers."""

    count: int
    value: float | None = None
    low: float | None = None
    high: float | None = None


def mean(values: Sequence[float]) -> Sampled:
    """The mean with Student's interval. A mean of equal answers has no interval to speak of: its ends are the mean."""
    count = len(values)
    if count < FEWEST:
        return Sampled(count)
    middle = math.fsum(values) / count
    spread = math.sqrt(math.fsum((value - middle) ** 2 for value in values) / (count - 1))
    half = student_quantile(count - 1) * spread / math.sqrt(count)
    return Sampled(count, middle, middle - half, middle + half)


def share(hits: int, count: int) -> Sampled:
    """A share, 0 to 1, with Wilson's interval (E. B. Wilson, 1927), which holds near 0 and 1 too."""
    if count < FEWEST:
        return Sampled(count)
    rate, room = hits / count, Z * Z / count
    centre = (rate + room / 2) / (1 + room)
    half = Z * math.sqrt(rate * (1 - rate) / count + room / (4 * count)) / (1 + room)
    # At 0 and 1 the interval's end is exact, which rounding would miss by a hair.
    return Sampled(count, rate, max(0.0, centre - half), min(1.0, centre + half))


def net_promoter_score(answers: Sequence[int]) -> Sampled:
    """The NPS, -100 to 100: the share of 9 and 10 less the share of 0 to 6, of answers 0 to 10. The interval is
    that of a mean of -1, 0 and 1 (B. Rocks, Interval estimation for the Net Promoter Score, 2016)."""
    scored = mean([(answer >= 9) - (answer <= 6) for answer in answers])
    if scored.value is None or scored.low is None or scored.high is None:
        return scored
    return Sampled(scored.count, 100 * scored.value, 100 * max(-1.0, scored.low), 100 * min(1.0, scored.high))


def student_quantile(freedom: int) -> float:
    """Student's 97.5 % quantile for nine or more degrees of freedom, within 0.001 (Abramowitz and Stegun, 26.7.5)."""
    first = (Z**3 + Z) / 4
    second = (5 * Z**5 + 16 * Z**3 + 3 * Z) / 96
    third = (3 * Z**7 + 19 * Z**5 + 17 * Z**3 - 15 * Z) / 384
    return Z + first / freedom + second / freedom**2 + third / freedom**3


def quantile(values: Sequence[float], share_below: float) -> float | None:
    """The value with this share of all below it, between the nearest two; None of nothing."""
    if not values:
        return None
    ordered = sorted(values)
    place = share_below * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
