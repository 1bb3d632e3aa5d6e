"""Fog and steam: soft noise that drifts, blended toward a pale grey."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from dailies.adapters.providers.rehearsal.animator.camera import Pose
from dailies.media.planes import NEUTRAL, Plane, unpacked

Field = npt.NDArray[np.float32]

COARSE = 160
"""Width in pixels at which air is computed; it has no detail that would need more."""
PALE = 206
"""Luma of lit fog."""


class Fog:
    """Two fields of noise moving against each other, densest at 72 % of the height."""

    MOST = 0.5
    SPEEDS = (0.022, -0.014)
    """Shares of the width a second."""

    def __init__(self, size: tuple[int, int], fps: int, strength: float, seed: int) -> None:
        self._fps = fps
        self._shape = _coarse(size)
        self._fields = [
            soft_noise((seed, 4, index), self._shape[0], self._shape[1] * 2, cells)
            for index, cells in enumerate((5, 9))
        ]
        rows = (np.arange(self._shape[0], dtype=np.float32) + 0.5) / self._shape[0]
        self._band = (self.MOST * min(1.5, strength) * np.exp(-((rows - 0.72) ** 2) / 0.075)).astype(np.float32)[
            :, None
        ]

    def __call__(self, canvas: Plane, number: int, pose: Pose) -> None:
        """Draw on the packed frame of this number."""
        time = number / self._fps
        first, second = (
            _slid(field, (0.5 + speed * time + pose.x) * self._shape[1], self._shape[1])
            for field, speed in zip(self._fields, self.SPEEDS, strict=True)
        )
        _veil(canvas, np.clip(1.9 * first * second, 0, 1) * self._band, PALE)


class Steam:
    """A plume that rises and thins out above the point of interest."""

    MOST = 0.34

    def __init__(self, size: tuple[int, int], fps: int, strength: float, seed: int, focus: tuple[float, float]) -> None:
        self._fps = fps
        self._shape = _coarse(size)
        height, width = self._shape
        self._noise = soft_noise((seed, 5), height * 2, width, 9)
        self._sway = soft_noise((seed, 6), height * 2, width, 4)
        columns = (np.arange(width, dtype=np.float32) + 0.5) / width - 0.5 - focus[0] * 0.8
        rows = (np.arange(height, dtype=np.float32) + 0.5) / height
        foot = 0.5 + focus[1] * 0.8
        above = np.clip((foot - rows) / 0.42, 0, 1)[:, None]
        spread = 0.028 + 0.075 * above
        body = np.exp(-(columns[None, :] ** 2) / (2 * (spread * height / width * 1.6) ** 2))
        rise = np.clip(above / 0.15, 0, 1) * (1 - above) ** 1.2
        self._plume = (self.MOST * min(1.6, strength) * body * rise).astype(np.float32)

    def __call__(self, canvas: Plane, number: int, pose: Pose) -> None:
        """Draw on the packed frame of this number."""
        height, width = self._shape
        time = number / self._fps
        up = (0.16 * time * height) % height
        noise = _slid(self._noise.T, up, height).T
        sway = _slid(self._sway.T, (0.1 * time * height) % height, height).T
        grid_y, grid_x = np.mgrid[0:height, 0:width].astype(np.float32)
        bent = cv2.remap(self._plume, grid_x + (sway - 0.5) * width * 0.07, grid_y, cv2.INTER_LINEAR)
        _veil(canvas, bent * np.clip(noise * 1.7 - 0.25, 0, 1), 222)


def soft_noise(seed: tuple[int, ...], rows: int, columns: int, cells: int) -> Field:
    """Smooth noise 0 to 1 of shape (rows, columns) that repeats after half its longer side; ``cells`` across."""
    chance = np.random.default_rng(seed)
    total = np.zeros((rows, columns), np.float32)
    period = (rows // 2, columns) if rows > columns else (rows, columns // 2)
    for octave in range(3):
        count = cells * 2**octave
        grid = chance.random((max(2, round(count * period[0] / period[1])), count)).astype(np.float32)
        tiled = np.tile(grid, (4, 4))
        big = cv2.resize(tiled, (period[1] * 4, period[0] * 4), interpolation=cv2.INTER_CUBIC)
        total += big[period[0] : period[0] + rows, period[1] : period[1] + columns] * 0.5**octave
    low, high = np.percentile(total, (2, 98))
    scaled: Field = np.clip((total - low) / (high - low), 0, 1).astype(np.float32)
    return scaled


def _coarse(size: tuple[int, int]) -> tuple[int, int]:
    return max(8, round(COARSE * size[1] / size[0])), COARSE


def _slid(field: Field, offset: float, width: int) -> Field:
    """``width`` columns of a field that repeats after as many, from a place between columns."""
    offset %= width
    whole = int(offset)
    share = np.float32(offset - whole)
    here = field[:, whole : whole + width]
    after = np.roll(field, -1, axis=1)[:, whole : whole + width]
    return np.asarray(here * (1 - share) + after * share, np.float32)


def _veil(canvas: Plane, cover: Field, luma: int) -> None:
    """Blend a frame toward a grey. ``cover``: 0 to 1 at any size."""
    planes = unpacked(canvas)
    for plane, level in ((planes.y, luma), (planes.u, NEUTRAL), (planes.v, NEUTRAL)):
        size = (plane.shape[1], plane.shape[0])
        weight = cv2.resize(cover, size, interpolation=cv2.INTER_LINEAR).astype(np.float32, copy=False)
        grey = np.full_like(plane, level)
        cv2.blendLinear(plane, grey, 1 - weight, weight, dst=plane)
