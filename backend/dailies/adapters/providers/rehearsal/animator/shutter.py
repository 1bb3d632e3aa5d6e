"""Motion blur, as a camera's shutter makes it: the mean of what passes while it is open."""

from __future__ import annotations

import math
from collections.abc import Callable

import cv2
import numpy as np

from dailies.adapters.providers.rehearsal.animator.camera import Camera, Pose
from dailies.media.planes import Plane, Planes

OPEN = 0.5
"""Share of a frame's time: a shutter of 180 degrees."""
SHARP_BELOW = 3.0
"""Pixels a frame up to which no blur is seen."""
STEP = 1.5
"""Pixels between two exposures that flow into one another."""
MOST = 8
"""Exposures of a frame at most."""


class Shutter:
    """Shows a picture at a camera's pose, blurred along the camera's way where it is fast.

    ``width`` and ``height``: of the frames made; ``frames``: of the whole clip.
    """

    def __init__(
        self, camera: Camera, warp: Callable[[Planes, Pose, Plane], None], width: int, height: int, frames: int
    ) -> None:
        self._camera, self._warp = camera, warp
        self._size = (width, height)
        self._step = 1 / max(1, frames - 1)
        self._one: Plane | None = None

    def __call__(self, picture: Planes, share: float, into: Plane) -> Pose:
        """Write the view at a share of the clip into a packed frame; the pose in its middle."""
        pose = self._camera.pose(share)
        half = self._step * OPEN / 2
        start, end = self._camera.pose(max(0.0, share - half)), self._camera.pose(min(1.0, share + half))
        passed = self._passed(start, end)
        if passed <= SHARP_BELOW * OPEN:
            self._warp(picture, pose, into)
            return pose
        count = min(MOST, max(3, math.ceil(passed / STEP)))
        total = np.zeros(into.shape, np.float32)
        if self._one is None:
            self._one = np.empty_like(into)
        for at in np.linspace(max(0.0, share - half), min(1.0, share + half), count):
            self._warp(picture, self._camera.pose(float(at)), self._one)
            cv2.accumulate(self._one, total)
        cv2.convertScaleAbs(total, dst=into, alpha=1 / count)
        return pose

    def _passed(self, start: Pose, end: Pose) -> float:
        """How far a corner of the frame goes between two poses, in pixels."""
        width, height = self._size
        across = abs(end.x - start.x) * width * start.zoom
        down = abs(end.y - start.y) * height * start.zoom
        outward = abs(math.log(end.zoom / start.zoom)) * math.hypot(width, height) / 2
        turned = abs(end.roll - start.roll) * math.hypot(width, height) / 2
        return math.hypot(across, down) + outward + turned
