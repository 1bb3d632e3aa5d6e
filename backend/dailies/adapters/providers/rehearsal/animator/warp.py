"""Moving a picture's planes to a camera's pose."""

from __future__ import annotations

import math

import cv2
import numpy as np
import numpy.typing as npt

from dailies.adapters.providers.rehearsal.animator.camera import LEAST_ZOOM, Pose
from dailies.media.planes import Plane, Planes, unpacked

Field = npt.NDArray[np.float32]

HORIZON = 0.35
"""Share of the height above which everything is taken as far away."""


class FlatWarp:
    """Moves a whole picture as one sheet. ``width`` and ``height``: of the frames made."""

    def __init__(self, width: int, height: int) -> None:
        self._size = (width, height)

    def __call__(self, source: Planes, pose: Pose, into: Plane) -> None:
        """Write the view of ``source`` (any size of the same shape) into a packed frame."""
        out = unpacked(into)
        for plane, target, method in (
            (source.y, out.y, cv2.INTER_CUBIC),
            (source.u, out.u, cv2.INTER_LINEAR),
            (source.v, out.v, cv2.INTER_LINEAR),
        ):
            cv2.warpAffine(
                plane,
                inverse_of(pose, plane.shape, target.shape),
                (target.shape[1], target.shape[0]),
                dst=target,
                flags=method | cv2.WARP_INVERSE_MAP,
                borderMode=cv2.BORDER_REFLECT,
            )


class DepthWarp:
    """Moves the near part of a picture more than the far part, smoothly, so that nothing can tear.

    Near is low in the picture: it suits a ground under a horizon, and bends straight lines a little.
    """

    def __init__(self, width: int, height: int, source: Planes) -> None:
        self._luma = _Maps(width, height, source.y.shape)
        self._chroma = _Maps(width // 2, height // 2, source.u.shape)

    def __call__(self, source: Planes, pose: Pose, into: Plane) -> None:
        """Write the view of ``source`` into a packed frame."""
        out = unpacked(into)
        columns, rows = self._luma.at(pose)
        cv2.remap(source.y, columns, rows, cv2.INTER_CUBIC, dst=out.y, borderMode=cv2.BORDER_REFLECT)
        columns, rows = self._chroma.at(pose)
        for plane, target in ((source.u, out.u), (source.v, out.v)):
            cv2.remap(plane, columns, rows, cv2.INTER_LINEAR, dst=target, borderMode=cv2.BORDER_REFLECT)


class _Maps:
    """For one plane, where each pixel comes from. Depth changes with the row only, so a map is one product of
    a row and a column, written into the same memory for every frame."""

    def __init__(self, width: int, height: int, source: tuple[int, ...]) -> None:
        self._share = (0.4 + 1.2 * _depth(height)).astype(np.float32)
        self._columns = (np.arange(width, dtype=np.float32) + 0.5 - width / 2) * (source[1] / width)
        self._rows = (np.arange(height, dtype=np.float32) + 0.5 - height / 2) * (source[0] / height)
        self._source = source
        self._x: Field = np.empty((height, width), np.float32)
        self._y: Field = np.empty((height, width), np.float32)

    def at(self, pose: Pose) -> tuple[Field, Field]:
        """Columns and rows in the source for every pixel of the frame; good until the next call."""
        near = 1 - LEAST_ZOOM / max(LEAST_ZOOM, pose.zoom)
        scale = (1 - near * self._share) / np.float32(LEAST_ZOOM)
        height, width = self._source[:2]
        np.multiply(self._columns, scale[:, None], out=self._x)
        self._x += (self._share * np.float32(pose.x * width) + np.float32(width / 2 - 0.5))[:, None]
        down = self._rows * scale + self._share * np.float32(pose.y * height) + np.float32(height / 2 - 0.5)
        self._y[:] = down[:, None]
        return self._x, self._y


def _depth(height: int) -> Field:
    """0.15 far to 0.75 near, for each row from the top."""
    rows = (np.arange(height, dtype=np.float32) + 0.5) / height
    depth = 0.15 + 0.6 * np.clip((rows - HORIZON) / (1 - HORIZON), 0, 1) ** 1.2
    return cv2.GaussianBlur(depth.reshape(-1, 1).astype(np.float32), (0, 0), height / 12).reshape(-1).astype(np.float32)


def inverse_of(pose: Pose, source: tuple[int, ...], target: tuple[int, ...]) -> npt.NDArray[np.float64]:
    """The 2 x 3 matrix from a pixel of the target to its place in the source, both counted at pixel centres."""
    height, width = target[:2]
    scale = source[1] / width / pose.zoom
    across, down = math.cos(pose.roll) * scale, math.sin(pose.roll) * scale
    matrix = np.array([[across, down, 0.0], [-down, across, 0.0]])
    middle = np.array([source[1] * (0.5 + pose.x) - 0.5, source[0] * (0.5 + pose.y) - 0.5])
    matrix[:, 2] = middle - matrix[:, :2] @ np.array([width / 2 - 0.5, height / 2 - 0.5])
    return matrix
