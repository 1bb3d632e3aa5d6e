"""Pictures between two pictures, for clips that run slower than they were made."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from dailies.media.planes import Plane, Planes, packed, unpacked

FLOW_WIDTH = 480
AGREEING = 0.7
"""Share of the picture in which movement must be found alike both ways, else the nearer picture is shown."""
NEAR = 0.06
"""Positions closer than this to a picture are that picture."""


class Between:
    """Makes pictures between neighbours along optical flow. Remembers the flow of the last pair."""

    def __init__(self) -> None:
        self._flow = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_FAST)
        self._pair = (-1, -1)
        self._ways: tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]] | None = None

    def picture(self, pair: tuple[int, int], before: Plane, after: Plane, share: float) -> Plane:
        """The packed frame at ``share`` (0 to 1) of the way from one to the next. ``pair``: their numbers."""
        if share < NEAR:
            return before
        if share > 1 - NEAR:
            return after
        if pair != self._pair:
            self._pair, self._ways = pair, self._found(unpacked(before).y, unpacked(after).y)
        if self._ways is None:
            return before if share < 0.5 else after
        forth, back = self._ways
        one, two = unpacked(before), unpacked(after)
        # A picture is looked up where its points were: against the way it goes, by the share it went.
        parts = [
            cv2.addWeighted(_moved(a, forth, -share), 1 - share, _moved(b, back, -(1 - share)), share, 0).astype(
                np.uint8, copy=False
            )
            for a, b in ((one.y, two.y), (one.u, two.u), (one.v, two.v))
        ]
        return packed(Planes(*parts))

    def _found(self, before: Plane, after: Plane) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]] | None:
        height = max(32, round(FLOW_WIDTH * before.shape[0] / before.shape[1]))
        one, two = (
            np.ascontiguousarray(cv2.resize(plane, (FLOW_WIDTH, height), interpolation=cv2.INTER_AREA))
            for plane in (before, after)
        )
        forth, back = self._way(one, two), self._way(two, one)
        there = _looked_up(back, forth)
        gap = np.hypot(*(forth + there).transpose(2, 0, 1))
        reach = np.hypot(forth[..., 0], forth[..., 1])
        if float((gap < 1 + 0.05 * reach).mean()) < AGREEING:
            return None
        return forth / np.float32(FLOW_WIDTH), back / np.float32(FLOW_WIDTH)

    def _way(self, one: npt.NDArray[np.generic], two: npt.NDArray[np.generic]) -> npt.NDArray[np.float32]:
        return np.asarray(self._flow.calc(one, two, None), np.float32)  # type: ignore[call-overload]


def _moved(plane: Plane, way: npt.NDArray[np.float32], share: float) -> Plane:
    """A plane with each point shown ``share`` of its way on. ``way``: in widths of the picture."""
    height, width = plane.shape
    full = cv2.resize(way, (width, height), interpolation=cv2.INTER_LINEAR) * np.float32(width * share)
    x = np.arange(width, dtype=np.float32)[None, :] + full[..., 0]
    y = np.arange(height, dtype=np.float32)[:, None] + full[..., 1]
    return cv2.remap(plane, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(np.uint8, copy=False)


def _looked_up(way: npt.NDArray[np.float32], by: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    height, width = way.shape[:2]
    x = np.arange(width, dtype=np.float32)[None, :] + by[..., 0]
    y = np.arange(height, dtype=np.float32)[:, None] + by[..., 1]
    return np.asarray(cv2.remap(way, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.float32)
