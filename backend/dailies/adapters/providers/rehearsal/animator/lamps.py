"""Light that lives: warm highlights that swell and sink, and the grain of film."""

from __future__ import annotations

import math

import cv2
import numpy as np
import numpy.typing as npt

from dailies.adapters.providers.rehearsal.animator.camera import Pose
from dailies.adapters.providers.rehearsal.animator.warp import inverse_of
from dailies.media.planes import NEUTRAL, Plane, Planes, unpacked

GLOW_WIDTH = 320
REACH = 120
"""Levels of luma a full halo would add to black at full swell; the mean swell is 0.28."""


class Glow:
    """A halo round warm highlights, swelling slowly.

    Only what is bright and warm glows: white paper and pale sky stay as they are. The swell is below 2 Hz
    and a few per cent of luma, far from what disturbs photosensitive people (WCAG 2.3.1: 3 flashes a second).
    """

    def __init__(self, picture: Planes, size: tuple[int, int], fps: int, strength: float, seed: int) -> None:
        self._fps = fps
        self._size = size
        self._strength = strength
        self._phases = np.random.default_rng((seed, 7)).uniform(0, 2 * math.pi, 2)
        small = (GLOW_WIDTH, max(2, round(GLOW_WIDTH * picture.height / picture.width)))
        luma, blue, red = (
            cv2.resize(plane, small, interpolation=cv2.INTER_AREA).astype(np.float32)
            for plane in (picture.y, picture.u, picture.v)
        )
        warmth = np.clip((red - blue - 14) / 40, 0, 1)
        lit = np.clip((luma - 150) / 55, 0, 1) * warmth
        halo = cv2.GaussianBlur(lit, (0, 0), 9) * 0.75 + cv2.GaussianBlur(lit, (0, 0), 26) * 0.9
        self._halo: npt.NDArray[np.float32] = np.clip(halo, 0, 1).astype(np.float32)

    def __call__(self, canvas: Plane, number: int, pose: Pose) -> None:
        """Draw on the packed frame of this number."""
        time = number / self._fps
        swell = 0.28 + 0.12 * math.sin(2 * math.pi * 0.45 * time + self._phases[0])
        swell += 0.05 * math.sin(2 * math.pi * 1.13 * time + self._phases[1])
        planes = unpacked(canvas)
        rows = max(2, round(GLOW_WIDTH * self._size[1] / self._size[0]))
        matrix = inverse_of(pose, self._halo.shape, (rows, GLOW_WIDTH))
        halo = cv2.warpAffine(self._halo, matrix, (GLOW_WIDTH, rows), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
        halo = halo * np.float32(swell * self._strength)
        self._raise(planes.y, halo * REACH)
        half = (planes.u.shape[1], planes.u.shape[0])
        tint = cv2.resize((halo * 16).astype(np.uint8), half, interpolation=cv2.INTER_LINEAR)
        cv2.subtract(planes.u, tint, dst=planes.u)
        cv2.add(planes.v, cv2.convertScaleAbs(tint, alpha=0.7), dst=planes.v)

    def _raise(self, luma: Plane, light: npt.NDArray[np.float32]) -> None:
        """Screen the light on: the brighter a place is already, the less it gains."""
        size = (luma.shape[1], luma.shape[0])
        added = cv2.resize(np.clip(light * 2, 0, 255).astype(np.uint8), size, interpolation=cv2.INTER_LINEAR)
        room = cv2.subtract(np.full_like(luma, 235), luma)
        cv2.add(luma, cv2.multiply(added, room, scale=0.5 / 150), dst=luma)


class Grain:
    """Very light luma grain: eight tiles, chosen and shifted anew for each frame."""

    DEVIATION = 2.2
    TILES = 8
    MARGIN = 64

    def __init__(self, size: tuple[int, int], strength: float, seed: int) -> None:
        chance = np.random.default_rng((seed, 8))
        shape = (size[1] + self.MARGIN, size[0] + self.MARGIN)
        self._tiles = [
            np.clip(
                NEUTRAL
                + cv2.GaussianBlur(chance.standard_normal(shape, np.float32), (0, 0), 0.7)
                * 2.4
                * self.DEVIATION
                * strength,
                0,
                255,
            ).astype(np.uint8)
            for _ in range(self.TILES)
        ]
        self._shifts = chance.integers(0, self.MARGIN, (997, 2))

    def __call__(self, canvas: Plane, number: int, pose: Pose) -> None:
        """Draw on the packed frame of this number."""
        luma = unpacked(canvas).y
        down, right = self._shifts[number % len(self._shifts)]
        tile = self._tiles[number % self.TILES][down : down + luma.shape[0], right : right + luma.shape[1]]
        cv2.addWeighted(luma, 1.0, tile, 1.0, -NEUTRAL, dst=luma)
