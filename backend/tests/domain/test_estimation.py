"""Numbers from samples: against an independent implementation, and silent where there is too little to say."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats

from dailies.domain.insights.estimation import (
    FEWEST,
    Sampled,
    mean,
    net_promoter_score,
    quantile,
    share,
    student_quantile,
)


@pytest.mark.parametrize("freedom", [9, 10, 20, 57, 400])
def test_students_quantile(freedom: int) -> None:
    assert math.isclose(student_quantile(freedom), stats.t.ppf(0.975, freedom), abs_tol=1e-3)


@pytest.mark.parametrize("count", [10, 33, 250])
def test_a_mean_has_students_interval(count: int) -> None:
    values = np.random.default_rng(count).integers(1, 6, count).tolist()
    found = mean(values)
    low, high = stats.t.interval(0.95, count - 1, np.mean(values), stats.sem(values))
    assert found.value == pytest.approx(np.mean(values))
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-3), pytest.approx(high, abs=1e-3))


@pytest.mark.parametrize(("hits", "count"), [(0, 10), (10, 10), (3, 40), (199, 200)])
def test_a_share_has_wilsons_interval(hits: int, count: int) -> None:
    wanted = stats.binomtest(hits, count).proportion_ci(method="wilson")
    found = share(hits, count)
    assert (found.low, found.high) == (pytest.approx(wanted.low, abs=1e-9), pytest.approx(wanted.high, abs=1e-9))


def test_a_net_promoter_score() -> None:
    found = net_promoter_score([10] * 6 + [8] * 2 + [3] * 2)
    assert found.value == pytest.approx(40)
    assert found.low is not None
    assert found.high is not None
    assert -100 <= found.low < 40 < found.high <= 100
    assert net_promoter_score([10] * 12) == Sampled(12, 100.0, 100.0, 100.0)


def test_few_answers_are_no_fact() -> None:
    few = FEWEST - 1
    assert mean([5.0] * few) == share(few, few) == net_promoter_score([10] * few) == Sampled(few)


def test_quantiles() -> None:
    values = [5.0, 1.0, 4.0, 2.0]
    for below in (0.0, 0.5, 0.9, 1.0):
        assert quantile(values, below) == pytest.approx(np.quantile(values, below))
    assert quantile([], 0.5) is None
