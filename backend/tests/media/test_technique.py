"""Technical measures order known faults: five strengths of five faults on photographs of an installed package."""

from __future__ import annotations

import numpy as np
import pytest

from dailies.media.technique import technical_scores
from tests.quality.degradations import FAULTS, PHOTOGRAPHS, correlations, degraded, photograph

LEAST = 0.9
"""Mean rank correlation that a measure must reach with the strength of the fault it is for."""


@pytest.mark.parametrize(
    ("fault", "name", "rises"),
    [
        ("blur", "Blur", True),
        ("blur", "Sharpness", False),
        ("noise", "Noise", True),
        ("JPEG", "Blocks", True),
        ("over-exposure", "Exposure", True),
        ("over-exposure", "Clipping", True),
        ("under-exposure", "Exposure", False),
        ("under-exposure", "Contrast", False),
    ],
)
def test_a_measure_orders_its_fault(fault: str, name: str, rises: bool) -> None:
    found = correlations(fault, name)
    assert len(found) >= 8
    mean = sum(found.values()) / len(found) * (1 if rises else -1)
    assert mean >= LEAST, found


@pytest.mark.parametrize("fault", FAULTS)
def test_technique_falls_with_every_fault(fault: str) -> None:
    found = correlations(fault, "Technique")
    assert sum(found.values()) / len(found) <= -0.85, found


@pytest.mark.parametrize("fault", ["blur", "noise", "JPEG"])
def test_a_damaged_photograph_is_less_natural(fault: str) -> None:
    worse = 0
    for name in PHOTOGRAPHS[:6]:
        worse += degraded(name, fault, 5)["Naturalness"] > degraded(name, fault, 0)["Naturalness"]
    assert worse >= 5


def test_what_is_too_small_is_not_measured() -> None:
    small = np.full((100, 100, 3), 120, np.uint8)
    scores = {score.name: score for score in technical_scores(small)}
    assert scores["Naturalness"].value is None
    assert "too small" in scores["Naturalness"].method
    assert scores["Blur"].value is None
    assert scores["Technique"].value is not None
    assert "naturalness" not in scores["Technique"].method


def test_a_picture_of_a_few_pixels_breaks_nothing() -> None:
    for shape in ((1, 1, 3), (2, 5, 3), (3, 3, 3)):
        scores = {score.name: score.value for score in technical_scores(np.full(shape, 90, np.uint8))}
        assert scores["Technique"] is not None


def test_grey_is_not_colourful_and_paint_is() -> None:
    grey = technical_scores(np.repeat(photograph("camera.png")[..., :1], 3, axis=2))
    bright = technical_scores(photograph("astronaut.png"))
    value = {score.name: score.value for score in grey}["Colourfulness"]
    assert value == 0
    assert ({score.name: score.value for score in bright}["Colourfulness"] or 0) > 20
