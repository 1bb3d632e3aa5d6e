"""Rain, snow and dust: drawn near, middle and far, each with its own size and speed.

Speeds are in shares of the frame's height a second, so that a clip looks the same at every size and rate.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from dailies.adapters.providers.rehearsal.animator.camera import Pose
from dailies.media.planes import Plane, unpacked

SUBPIXEL = 4
"""Bits of a pixel in which OpenCV draws: sixteenths."""


class Rain:
    """Three sheets of streaks that wrap round, added to the luma."""

    SPEEDS = (0.55, 0.95, 1.6)
    SLANT = 0.14

    def __init__(self, size: tuple[int, int], fps: int, strength: float, seed: int) -> None:
        self._fps = fps
        chance = np.random.default_rng((seed, 1))
        self._sheets = [self._sheet(size, far, strength, chance) for far in range(3)]

    def _sheet(self, size: tuple[int, int], far: int, strength: float, chance: np.random.Generator) -> Plane:
        width, height = size
        sheet = np.zeros((height, width), np.uint8)
        count = round((340, 170, 60)[far] * strength * width / height * 9 / 16)
        length = (0.035, 0.065, 0.12)[far] * height
        thick = max(1, round((1, 1, 2)[far] * height / 720))
        bright = (34, 46, 52)[far]
        for x, y, share in chance.random((count, 3)):
            reach = length * (0.7 + 0.6 * share)
            head = (x * width, y * height)
            # Drawn again one frame's height and width away, so that the sheet wraps without a seam.
            for shift_x in (0, width):
                for shift_y in (0, -height):
                    start = (head[0] + shift_x, head[1] + shift_y)
                    end = (start[0] - reach * self.SLANT, start[1] + reach)
                    cv2.line(
                        sheet, _fine(start), _fine(end), bright * (0.6 + 0.4 * share), thick, cv2.LINE_AA, SUBPIXEL
                    )
        return cv2.GaussianBlur(sheet, (0, 0), (0.6, 0.8, 1.6)[far] * height / 720).astype(np.uint8, copy=False)

    def __call__(self, canvas: Plane, number: int, pose: Pose) -> None:
        """Draw on the packed frame of this number."""
        luma = unpacked(canvas).y
        height, width = luma.shape
        for sheet, speed in zip(self._sheets, self.SPEEDS, strict=True):
            fallen = round(speed * height * number * 24 / self._fps / 24 * 2.2)
            _add_wrapped(luma, sheet, fallen % height, round(-fallen * self.SLANT) % width)


@dataclass(frozen=True)
class _Flock:
    """Many discs of one depth. ``places``: shape (n, 2), shares of width and height; ``phases``: (n,)."""

    places: npt.NDArray[np.float64]
    phases: npt.NDArray[np.float64]
    radius: float
    fall: float
    sway: float
    light: int


class Snow:
    """Soft flakes at three depths, swaying as they fall."""

    def __init__(self, size: tuple[int, int], fps: int, strength: float, seed: int) -> None:
        self._fps = fps
        chance = np.random.default_rng((seed, 2))
        crowd = strength * max(0.5, size[0] / size[1] * 9 / 16)
        self._flocks = [
            _flock(chance, round(count * crowd), radius, fall, sway, light)
            for count, radius, fall, sway, light in (
                (170, 0.0022, 0.10, 0.008, 150),
                (90, 0.0040, 0.16, 0.014, 190),
                (28, 0.0085, 0.27, 0.022, 150),
            )
        ]

    def __call__(self, canvas: Plane, number: int, pose: Pose) -> None:
        """Draw on the packed frame of this number."""
        _draw_flocks(canvas, self._flocks, number / self._fps, pose, warm=0)


class Dust:
    """A few warm specks, slow and rising, that glint as they turn."""

    def __init__(self, size: tuple[int, int], fps: int, strength: float, seed: int) -> None:
        self._fps = fps
        chance = np.random.default_rng((seed, 3))
        self._flocks = [
            _flock(chance, round(count * strength), radius, fall, sway, light)
            for count, radius, fall, sway, light in (
                (42, 0.0016, -0.012, 0.020, 130),
                (18, 0.0030, -0.020, 0.030, 110),
            )
        ]

    def __call__(self, canvas: Plane, number: int, pose: Pose) -> None:
        """Draw on the packed frame of this number."""
        _draw_flocks(canvas, self._flocks, number / self._fps, pose, warm=9)


def _flock(chance: np.random.Generator, count: int, radius: float, fall: float, sway: float, light: int) -> _Flock:
    return _Flock(chance.random((count, 2)), chance.uniform(0, 2 * math.pi, count), radius, fall, sway, light)


def _draw_flocks(canvas: Plane, flocks: list[_Flock], time: float, pose: Pose, warm: int) -> None:
    """Blend the discs toward white. ``warm``: how far the chroma goes toward amber where they are, in levels."""
    planes = unpacked(canvas)
    height, width = planes.y.shape
    cover = np.zeros((height // 2, width // 2), np.uint8)
    for flock in flocks:
        # Near flocks follow the camera more, as near things do.
        along = 1 + flock.radius * 60
        drift = np.array([-pose.x * along, -pose.y * along])
        places = flock.places + drift
        places[:, 0] += flock.sway * np.sin(0.9 * time + flock.phases)
        places[:, 1] += flock.fall * time * (0.85 + 0.3 * np.sin(flock.phases) ** 2)
        places = places % 1.0 * 1.1 - 0.05
        radius = max(0.6, flock.radius * height / 2)
        lights = flock.light * (0.72 + 0.28 * np.sin(1.7 * time + 3 * flock.phases))
        for (x, y), light in zip(places * (width / 2, height / 2), lights, strict=True):
            cv2.circle(cover, _fine((x, y)), round(radius * 16), float(light), cv2.FILLED, cv2.LINE_AA, SUBPIXEL)
    cover = cv2.GaussianBlur(cover, (0, 0), max(0.6, height / 900)).astype(np.uint8, copy=False)
    full = cv2.resize(cover, (width, height), interpolation=cv2.INTER_LINEAR)
    # y + (235 - y) * cover / 255, in integers.
    lift = cv2.multiply(cv2.subtract(235, planes.y), full, scale=1 / 255)  # type: ignore[call-overload]
    cv2.add(planes.y, lift, dst=planes.y)
    if warm:
        tint = cv2.multiply(cover, 1.0, scale=warm / 255)  # type: ignore[call-overload]
        cv2.subtract(planes.u, tint, dst=planes.u)
        cv2.add(planes.v, cv2.multiply(tint, 0.5), dst=planes.v)  # type: ignore[call-overload]


def _add_wrapped(target: Plane, sheet: Plane, down: int, right: int) -> None:
    """Add a sheet moved down and right, what leaves at one side coming in at the other."""
    height, width = sheet.shape
    for rows_to, rows_from in (
        (slice(down, height), slice(0, height - down)),
        (slice(0, down), slice(height - down, height)),
    ):
        for to, source in (
            (slice(right, width), slice(0, width - right)),
            (slice(0, right), slice(width - right, width)),
        ):
            if rows_to.start != rows_to.stop and to.start != to.stop:
                target[rows_to, to] = cv2.add(target[rows_to, to], sheet[rows_from, source])


def _fine(point: tuple[float, float]) -> tuple[int, int]:
    return round(point[0] * 16), round(point[1] * 16)
