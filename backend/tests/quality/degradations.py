"""Photographs that come with an installed package, and five faults of five strengths each."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import skimage.data
from PIL import Image

from dailies.media.planes import Plane
from dailies.media.scores import sharpness
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


@cache
def photograph(name: str) -> Plane:
    """The photograph, at most 640 pixels on a side; shape (h, w, 3)."""
    with Image.open(Path(skimage.data.__file__).with_name(name)) as opened:
        picture = opened.convert("RGB")
    picture.thumbnail((640, 640))
    return np.asarray(picture)


def blurred(picture: Plane, strength: int) -> Plane:
    """Gaussian blur, by 0.7 to 3.5 pixels."""
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), 0.7 * strength))


def noisy(picture: Plane, strength: int) -> Plane:
    """Gaussian noise of 5 to 25 levels, the same grain at every strength."""
    grain = np.random.default_rng(5).normal(0, 5 * strength, picture.shape)
    return np.clip(picture + grain, 0, 255).astype(np.uint8)


def compressed(picture: Plane, strength: int) -> Plane:
    """JPEG of quality 60 to 5."""
    out = io.BytesIO()
    Image.fromarray(picture).save(out, "JPEG", quality=(60, 35, 20, 10, 5)[strength - 1])
    return np.asarray(Image.open(out))


def lighter(picture: Plane, strength: int) -> Plane:
    """1.4 to 3 times as bright, clipped."""
    return np.clip(picture.astype(float) * (1 + 0.4 * strength), 0, 255).astype(np.uint8)


def darker(picture: Plane, strength: int) -> Plane:
    """1.7 to 4.5 times as dark."""
    return (picture.astype(float) / (1 + 0.7 * strength)).astype(np.uint8)


FAULTS: dict[str, Callable[[Plane, int], Plane]] = {
    "blur": blurred,
    "noise": noisy,
    "JPEG": compressed,
    "over-exposure": lighter,
    "under-exposure": darker,
}


@cache
def degraded(name: str, fault: str, strength: int) -> dict[str, float]:
    """Every technical score, by name, of a photograph with a fault; strength 0 is the photograph itself."""
    if not strength and fault:
        return degraded(name, "", 0)
    picture = FAULTS[fault](photograph(name), strength) if strength else photograph(name)
    found = (*technical_scores(picture), sharpness(picture))
    return {score.name: score.value for score in found if score.value is not None}


def rank_correlation(values: list[float]) -> float:
    """Spearman's, of values in the order of their strengths; ties share their rank. 0 where all are the same."""
    ranks = np.array([sum(other < value for other in values) + values.count(value) / 2 for value in values])
    if ranks.std() == 0:
        return 0.0
    return float(np.corrcoef(ranks, np.arange(len(values)))[0, 1])


def correlations(fault: str, name: str) -> dict[str, float]:
    """How a score goes with the strength of a fault, -1 to 1, by photograph; without those it says nothing of."""
    found = {}
    for photo in PHOTOGRAPHS:
        values = [degraded(photo, fault, strength).get(name) for strength in (0, *STRENGTHS)]
        measured = [value for value in values if value is not None]
        if len(measured) == len(values):
            found[photo] = rank_correlation(measured)
    return found
