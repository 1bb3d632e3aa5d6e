"""Technical measures order known faults: five strengths of five faults on photographs of an installed package."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest
import skimage.data
from PIL import Image

from dailies.media.naturalness import niqe
from dailies.media.planes import Plane
from dailies.media.scores import exposure, sharpness
from dailies.media.technique import technical_scores

PHOTOGRAPHS = (
    "astronaut.png",
    "chelsea.png",
    "coffee.png",
    "rocket.jpg",
    "motorcycle_left.png",
    "camera.png",
    "brick.png",
    "coins.png",
    "retina.jpg",
)
STRENGTHS = (1, 2, 3, 4, 5)
LEAST = 0.9
"""Mean rank correlation that a measure must reach with the strength of the fault it is for."""


@cache
def photograph(name: str) -> Plane:
    with Image.open(Path(skimage.data.__file__).with_name(name)) as opened:
        picture = opened.convert("RGB")
    picture.thumbnail((640, 640))
    return np.asarray(picture)


def blurred(picture: Plane, strength: int) -> Plane:
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), 0.7 * strength))


def noisy(picture: Plane, strength: int) -> Plane:
    grain = np.random.default_rng(5).normal(0, 5 * strength, picture.shape)
    return np.clip(picture + grain, 0, 255).astype(np.uint8)


def compressed(picture: Plane, strength: int) -> Plane:
    out = io.BytesIO()
    Image.fromarray(picture).save(out, "JPEG", quality=(60, 35, 20, 10, 5)[strength - 1])
    return np.asarray(Image.open(out))


def lighter(picture: Plane, strength: int) -> Plane:
    return np.clip(picture.astype(float) * (1 + 0.4 * strength), 0, 255).astype(np.uint8)


def darker(picture: Plane, strength: int) -> Plane:
    return (picture.astype(float) / (1 + 0.7 * strength)).astype(np.uint8)


def measures(picture: Plane) -> dict[str, float]:
    found = (*technical_scores(picture), exposure(picture), sharpness(picture))
    return {score.name: score.value for score in found if score.value is not None}


def rank_correlation(values: list[float]) -> float:
    """Spearman's, of values in the order of their strengths."""
    ranks = np.argsort(np.argsort(values))
    return float(np.corrcoef(ranks, np.arange(len(values)))[0, 1])


def correlations(fault: Callable[[Plane, int], Plane], name: str) -> list[float]:
    found = []
    for photo in PHOTOGRAPHS:
        picture = photograph(photo)
        values = [measures(picture)[name], *(measures(fault(picture, strength))[name] for strength in STRENGTHS)]
        found.append(rank_correlation(values))
    return found


@pytest.mark.parametrize(
    ("fault", "name", "rises"),
    [
        (blurred, "Sharpness", False),
        (noisy, "Noise", True),
        (compressed, "Blocks", True),
        (lighter, "Exposure", True),
        (lighter, "Clipping", True),
        (darker, "Exposure", False),
        (darker, "Contrast", False),
    ],
)
def test_a_measure_orders_its_fault(fault: Callable[[Plane, int], Plane], name: str, rises: bool) -> None:
    found = correlations(fault, name)
    mean = sum(found) / len(found) * (1 if rises else -1)
    assert mean >= LEAST, dict(zip(PHOTOGRAPHS, found, strict=True))


@pytest.mark.parametrize("fault", [blurred, noisy, compressed])
def test_a_damaged_photograph_is_less_natural(fault: Callable[[Plane, int], Plane]) -> None:
    worse = 0
    for name in PHOTOGRAPHS[:6]:
        picture = photograph(name)
        before, after = (niqe(cv2.cvtColor(each, cv2.COLOR_RGB2GRAY)) for each in (picture, fault(picture, 5)))
        assert before is not None
        assert after is not None
        worse += after > before
    assert worse >= 5


def test_what_is_too_small_is_not_measured() -> None:
    small = np.full((100, 100, 3), 120, np.uint8)
    scores = {score.name: score for score in technical_scores(small)}
    assert scores["Naturalness"].value is None
    assert "too small" in scores["Naturalness"].method
    assert scores["Technique"].value is not None
    assert "naturalness" not in scores["Technique"].method


def test_grey_is_not_colourful_and_paint_is() -> None:
    grey = technical_scores(np.repeat(photograph("camera.png")[..., :1], 3, axis=2))
    bright = technical_scores(photograph("astronaut.png"))
    value = {score.name: score.value for score in grey}["Colourfulness"]
    assert value == 0
    assert ({score.name: score.value for score in bright}["Colourfulness"] or 0) > 20
