"""NIQE: how far a picture's statistics are from those of pristine photographs, without looking at any other picture.

Mittal, Soundararajan, Bovik: "Making a completely blind image quality analyzer", IEEE SPL 2013. The model of pristine
pictures is the authors' own, see ``naturalness.json``. Lower is better; photographs lie at about 3 to 6, and pictures
in paint or ink higher without being worse, so that it is to be compared between takes and not between styles.
"""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

PATCH = 96
"""Side in pixels of the patches that are measured; a picture needs two of them both ways."""

WINDOW, SIGMA = (7, 7), 7 / 6
SHAPES = np.arange(0.2, 10.0, 0.001)
"""Shape parameters that are tried when a distribution is fitted."""


@cache
def _pristine() -> tuple[Floats, Floats]:
    stored = json.loads(Path(__file__).with_name("naturalness.json").read_text(encoding="utf-8"))
    return np.array(stored["mean"]), np.array(stored["covariance"])


@cache
def _ratios() -> Floats:
    """For each shape the squared mean magnitude over the mean square of a generalised Gaussian."""
    return np.array([math.exp(2 * math.lgamma(2 / a) - math.lgamma(1 / a) - math.lgamma(3 / a)) for a in SHAPES])


def niqe(luma: npt.NDArray[np.uint8]) -> float | None:
    """The distance, 0 and up; None where the picture is too small to say. ``luma``: 0 to 255, shape (h, w)."""
    height, width = (side // PATCH * PATCH for side in luma.shape)
    if height < 2 * PATCH or width < 2 * PATCH:
        return None
    full = luma[:height, :width].astype(np.float32)
    half = cv2.resize(full, (width // 2, height // 2), interpolation=cv2.INTER_CUBIC)
    features = np.hstack([_patches(_normalised(full), PATCH), _patches(_normalised(np.asarray(half)), PATCH // 2)])
    features = features[np.isfinite(features).all(axis=1)]
    if len(features) < 2:
        return None
    mean, covariance = _pristine()
    difference = features.mean(axis=0) - mean
    pooled = np.linalg.pinv((covariance + np.cov(features.T)) / 2)
    return float(math.sqrt(max(0.0, difference @ pooled @ difference)))


def _normalised(plane: npt.NDArray[np.float32]) -> Floats:
    """Values less their local mean, over their local deviation."""
    mean = cv2.GaussianBlur(plane, WINDOW, SIGMA, borderType=cv2.BORDER_CONSTANT)
    square = cv2.GaussianBlur(plane * plane, WINDOW, SIGMA, borderType=cv2.BORDER_CONSTANT)
    deviation = np.sqrt(np.abs(square - mean * mean))
    return np.asarray((plane - mean) / (deviation + 1), np.float64)


def _patches(values: Floats, side: int) -> Floats:
    """18 features of each patch; shape (patches, 18)."""
    rows, columns = values.shape[0] // side, values.shape[1] // side
    return np.array(
        [
            _features(values[row * side : (row + 1) * side, column * side : (column + 1) * side])
            for row in range(rows)
            for column in range(columns)
        ]
    )


def _features(patch: Floats) -> list[float]:
    shape, _, left, right = _fitted(patch)
    features = [shape, (left + right) / 2]
    for neighbour in (
        np.roll(patch, 1, 1),
        np.roll(patch, 1, 0),
        np.roll(patch, (1, 1), (0, 1)),
        np.roll(patch, (1, -1), (0, 1)),
    ):
        features.extend(_fitted(patch * neighbour))
    return features


def _fitted(values: Floats) -> tuple[float, float, float, float]:
    """Shape, mean, left and right scale of the asymmetric generalised Gaussian that fits best (Lasmar et al. 2009)."""
    flat = values.ravel()
    square = flat * flat
    left, right = square[flat < 0], square[flat >= 0]
    left_deviation = math.sqrt(left.mean()) if left.size else 0.0
    right_deviation = math.sqrt(right.mean()) if right.size else 0.0
    if not right_deviation or not left_deviation:
        return math.nan, math.nan, math.nan, math.nan
    balance = left_deviation / right_deviation
    ratio = float(np.abs(flat).mean()) ** 2 / float(square.mean())
    ratio *= (balance**3 + 1) * (balance + 1) / (balance**2 + 1) ** 2
    shape = float(SHAPES[int(np.argmin((_ratios() - ratio) ** 2))])
    scale = math.exp((math.lgamma(1 / shape) - math.lgamma(3 / shape)) / 2)
    mean = (right_deviation - left_deviation) * scale * math.exp(math.lgamma(2 / shape) - math.lgamma(1 / shape))
    return shape, mean, left_deviation * scale, right_deviation * scale
