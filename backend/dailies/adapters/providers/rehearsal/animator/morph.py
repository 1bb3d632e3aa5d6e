"""From a start picture to an end picture.

Where optical flow finds the one in the other both ways, the picture is moved along it; where it does not, a
morph would melt faces, and the pictures are dissolved instead.
"""

from __future__ import annotations

import cv2
import numpy as np

from dailies.adapters.providers.rehearsal.animator.flow import Flow, aligned_flow
from dailies.media.planes import Plane, Planes

ENOUGH = 0.6
SOME = 0.35
"""Shares of consistent pixels from which pictures are morphed, or dissolved quickly since they are alike."""
QUICK_FRAMES = 10
INSIDE_WIDTH = 160
"""Width in pixels at which it is worked out where a moved picture ends."""


class Still:
    """One picture all the time."""

    def __init__(self, first: Planes) -> None:
        self.first = first

    def at(self, share: float) -> Planes:
        """The picture at a share of the clip."""
        return self.first


class Dissolve:
    """One picture fading into another about the middle. ``length``: share of the clip it takes."""

    def __init__(self, first: Planes, last: Planes, length: float) -> None:
        self.first = first
        self._last = last
        self._length = length

    def at(self, share: float) -> Planes:
        """The picture at a share of the clip."""
        through = min(1.0, max(0.0, (share - 0.5) / self._length + 0.5))
        if through in (0.0, 1.0):
            return self._last if through else self.first
        return _mixed(self.first, self._last, through * through * (3 - 2 * through))


class Morph:
    """One picture moving into another along optical flow. ``there``, ``back``: displacement in pixels of the
    luma plane, shape (h, w, 2)."""

    def __init__(self, first: Planes, last: Planes, there: Flow, back: Flow) -> None:
        self.first = first
        self._last = last
        self._paths = (_Path(first, there), _Path(last, back))

    def at(self, share: float) -> Planes:
        """The picture at a share of the clip."""
        eased = share * share * (3 - 2 * share)
        if eased in (0.0, 1.0):
            return self._last if eased else self.first
        weight = self._weight(eased)
        pairs = zip(self._paths[0].along(eased), self._paths[1].along(1 - eased), strict=True)
        return Planes(*(_blended(one, two, weight) for one, two in pairs))

    def _weight(self, share: float) -> Flow:
        """How much of the last picture is shown where; what is out of one picture is taken from the other."""
        seen = [np.clip(path.inside(way), 0.02, 1) for path, way in zip(self._paths, (share, 1 - share), strict=True)]
        weight = share * seen[1] / (share * seen[1] + (1 - share) * seen[0])
        return np.asarray(cv2.GaussianBlur(weight, (0, 0), 3), np.float32)


Join = Dissolve | Morph


def joined(first: Planes, last: Planes, frames: int) -> Join:
    """The way from ``first`` to ``last`` (of one size) over a clip of ``frames``."""
    there, back = aligned_flow(first.y, last.y), aligned_flow(last.y, first.y)
    share = consistency(there, back)
    if share >= ENOUGH:
        return Morph(first, last, *(_enlarged(flow, first) for flow in (there, back)))
    return Dissolve(first, last, min(0.9, QUICK_FRAMES / frames) if share >= SOME else 0.4)


def consistency(there: Flow, back: Flow) -> float:
    """Share of pixels, 0 to 1, whose way there and back ends within 2 pixels and 5 % of where it began."""
    height, width = there.shape[:2]
    grid = np.dstack(np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32)))
    reached = grid + there
    returned = cv2.remap(back, reached[..., 0], reached[..., 1], cv2.INTER_LINEAR)
    error = np.linalg.norm(there + returned, axis=2)
    return float((error < 2 + 0.05 * np.linalg.norm(there, axis=2)).mean())


def _enlarged(flow: Flow, planes: Planes) -> Flow:
    scale = planes.width / flow.shape[1]
    return np.asarray(cv2.resize(flow, (planes.width, planes.height)) * np.float32(scale), np.float32)


class _Path:
    """A picture and where each of its pixels goes."""

    def __init__(self, planes: Planes, flow: Flow) -> None:
        half = cv2.resize(flow, (planes.u.shape[1], planes.u.shape[0])) * np.float32(0.5)
        self._planes = ((planes.y, flow), (planes.u, half), (planes.v, half))
        size = (INSIDE_WIDTH, max(2, round(INSIDE_WIDTH * planes.height / planes.width)))
        self._coarse = cv2.resize(flow, size) * np.float32(INSIDE_WIDTH / planes.width)

    def inside(self, share: float) -> Flow:
        """1 where the picture reaches when moved by a share of the way, 0 beyond its border; coarse."""
        rows, columns = self._coarse.shape[:2]
        x = np.arange(columns, dtype=np.float32)[None, :] - share * self._coarse[..., 0]
        y = np.arange(rows, dtype=np.float32)[:, None] - share * self._coarse[..., 1]
        return np.asarray((x >= 0) & (x <= columns - 1) & (y >= 0) & (y <= rows - 1), np.float32)

    def along(self, share: float) -> list[Plane]:
        """The picture's planes moved by a share of the way."""
        moved = []
        for plane, flow in self._planes:
            rows, columns = plane.shape
            grid_x = np.arange(columns, dtype=np.float32)[None, :] - share * flow[..., 0]
            grid_y = np.arange(rows, dtype=np.float32)[:, None] - share * flow[..., 1]
            moved.append(cv2.remap(plane, grid_x, grid_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT))
        return [plane.astype(np.uint8, copy=False) for plane in moved]


def _blended(first: Plane, last: Plane, weight: Flow) -> Plane:
    share = np.asarray(cv2.resize(weight, (first.shape[1], first.shape[0])), np.float32)
    return np.asarray(cv2.blendLinear(first, last, 1 - share, share), np.uint8)


def _mixed(first: Planes, last: Planes, share: float) -> Planes:
    pairs = ((first.y, last.y), (first.u, last.u), (first.v, last.v))
    mixed = (cv2.addWeighted(one, 1 - share, two, share, 0) for one, two in pairs)
    return Planes(*(plane.astype(np.uint8, copy=False) for plane in mixed))
