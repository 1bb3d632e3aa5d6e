"""Where the pixels of one picture are in another.

Searched alone, dense flow is lost among windows and fence posts that all look alike. So the camera's own move is
found first, from the features of both pictures; the dense search then only looks for what is left, and gives way to
the camera's move wherever that explains the picture as well.
"""

from __future__ import annotations

from typing import TypeVar

import cv2
import numpy as np
import numpy.typing as npt

from dailies.media.planes import Plane

Kind = TypeVar("Kind", np.uint8, np.float32)
Flow = npt.NDArray[np.float32]
"""Displacement in pixels, shape (h, w, 2)."""

FLOW_SIZE = 640
"""Width at which flow is searched, in pixels."""
FEATURES = 1500
LEAST_MATCHES = 40
"""Features that must agree on a move of the camera."""
LEAST_SHARE = 0.35
REACH = 2.0
"""Pixels within which a feature agrees."""
AS_GOOD = 4.0
"""Levels by which the dense search must do better than the camera's move."""


def aligned_flow(source: Plane, target: Plane) -> Flow:
    """Where each pixel of the source is in the target, at a width of FLOW_SIZE; both of one size."""
    size = (FLOW_SIZE, max(2, round(FLOW_SIZE * source.shape[0] / source.shape[1])))
    first, second = (
        cv2.resize(plane, size, interpolation=cv2.INTER_AREA).astype(np.uint8) for plane in (source, target)
    )
    move = _camera_move(first, second)
    if move is None:
        return _searched(first, second)
    along = _moved_by(move, first.shape)
    drawn_near = _pulled(second, along)
    rest = _searched(first, drawn_near)
    whole = rest + _pulled(along, rest)
    # What leaves the picture can't be searched for: it goes where the camera takes it.
    seen = _pulled(np.full_like(second, 255), along, cv2.BORDER_CONSTANT) == 255
    gain = (_off(first, drawn_near) - _off(first, _pulled(second, whole))) * seen
    share = cv2.GaussianBlur(np.clip((gain - AS_GOOD) / AS_GOOD, 0, 1).astype(np.float32), (0, 0), 5)[..., None]
    return np.asarray(along * (1 - share) + whole * share, np.float32)


def _searched(first: Plane, second: Plane) -> Flow:
    """Dense inverse search (Kroeger and others, 2016)."""
    search = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    return np.asarray(search.calc(first, second, None), np.float32)  # type: ignore[call-overload]


def _camera_move(first: Plane, second: Plane) -> npt.NDArray[np.float64] | None:
    """Turn, zoom and shift that most features agree on, as a 2 x 3 matrix; None when there is no such move."""
    finder = cv2.ORB.create(FEATURES, fastThreshold=8)
    (places, marks), (others, other_marks) = (finder.detectAndCompute(each, None) for each in (first, second))
    if min(len(places), len(others)) < LEAST_MATCHES:
        return None
    matches = cv2.BFMatcher(cv2.NORM_HAMMING, crossCheck=True).match(marks, other_marks)
    if len(matches) < LEAST_MATCHES:
        return None
    start = np.array([places[match.queryIdx].pt for match in matches], np.float32)
    end = np.array([others[match.trainIdx].pt for match in matches], np.float32)
    cv2.setRNGSeed(1)
    move, agreeing = cv2.estimateAffinePartial2D(start, end, ransacReprojThreshold=REACH, maxIters=3000)
    if int(agreeing.sum()) < max(LEAST_MATCHES, LEAST_SHARE * len(matches)):
        return None
    return np.asarray(move, np.float64)


def _moved_by(move: npt.NDArray[np.float64], shape: tuple[int, ...]) -> Flow:
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]].astype(np.float32)
    x = move[0, 0] * columns + move[0, 1] * rows + move[0, 2] - columns
    y = move[1, 0] * columns + move[1, 1] * rows + move[1, 2] - rows
    return np.dstack([x, y]).astype(np.float32)


def _pulled(values: npt.NDArray[Kind], flow: Flow, border: int = cv2.BORDER_REFLECT) -> npt.NDArray[Kind]:
    """Each pixel's value from where the flow points."""
    rows, columns = np.mgrid[0 : flow.shape[0], 0 : flow.shape[1]].astype(np.float32)
    pulled = cv2.remap(values, columns + flow[..., 0], rows + flow[..., 1], cv2.INTER_LINEAR, borderMode=border)
    return np.asarray(pulled, values.dtype)


def _off(first: Plane, second: Plane) -> npt.NDArray[np.float32]:
    """How far two pictures are apart about each pixel, in levels."""
    return np.asarray(cv2.GaussianBlur(cv2.absdiff(first, second).astype(np.float32), (0, 0), 4), np.float32)
