"""Where the camera is at every frame of a clip.

The picture is never shown at exactly its own size: at a zoom of 1.03 and more the sampling phases are mixed
over the frame, and painted texture does not "breathe" as the camera moves. Zoom is geometric, since a
linear one seems to slow down.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from dailies.adapters.providers.rehearsal.animator.reading import Motion
from dailies.media.planes import Plane

REFERENCE_S = 4.0
"""Seconds the amounts below are for; longer shots go further, by the square root."""
LEAST_ZOOM = 1.03
MOST_ZOOM = 1.32
PUSH = math.log(1.12 / 1.03)
PAN_SHARE = 0.055
TILT_SHARE = 0.085
"""Of the height: as many pixels as a pan in a picture of 16 to 10."""
PAN_ZOOM = 1.12
TREMBLE_HZ = (0.35, 0.83, 1.7)
TREMBLE_SHARE = (0.0052, 0.0022, 0.0007)
ROLL_RADIANS = math.radians(0.22)
SHORT_S = 3.0
EDGE = 0.2
"""Share of a short clip at each end in which the move starts and stops."""


@dataclass(frozen=True)
class Pose:
    """``zoom``: 1 shows the whole picture. ``x``, ``y``: the view's centre from the picture's, in shares of
    its width and height, right and down. ``roll``: radians."""

    zoom: float
    x: float
    y: float
    roll: float = 0.0


@dataclass(frozen=True)
class Camera:
    """A camera's path over a clip, always the same for the same motion, seed and point of interest.

    ``focus``: what the eye goes to, in shares of width and height from the middle, -0.5 to 0.5.
    """

    motion: Motion
    seconds: float
    focus: tuple[float, float]
    seed: int

    def pose(self, share: float) -> Pose:
        """The pose at a share of the clip, 0 to 1; the view stays within the picture."""
        chance = np.random.default_rng(self.seed)
        phases = chance.uniform(0, 2 * math.pi, 9)
        side = 1.0 if chance.random() < 0.5 else -1.0
        vary = float(chance.uniform(0.88, 1.12))
        amount = self.motion.pace * self.motion.reach * vary * math.sqrt(self.seconds / REFERENCE_S)
        pose = self._moved(share, amount, side)
        breath = 0.0012 * self.motion.tremble
        hand = 1.0 if self.motion.move == "handheld" else 0.0
        x, y, roll = self._tremble(share * self.seconds, phases)
        loose = hand * self.motion.tremble * self.motion.reach
        return _within(
            Pose(
                pose.zoom,
                pose.x + loose * x + breath * math.sin(2 * math.pi * 0.19 * share * self.seconds + phases[6]),
                pose.y + loose * y + breath * math.sin(2 * math.pi * 0.14 * share * self.seconds + phases[7]),
                loose * roll,
            )
        )

    def _moved(self, share: float, amount: float, side: float) -> Pose:
        eased = _edges(share) if self.seconds <= SHORT_S else share * share * (3 - 2 * share)
        move = self.motion.move
        if move in ("push in", "pull out"):
            reached = min(PUSH * amount, math.log(MOST_ZOOM / LEAST_ZOOM))
            along = eased if move == "push in" else 1 - eased
            zoom = LEAST_ZOOM * math.exp(reached * along)
            # The view's centre goes as far toward the point of interest as the zoom gives room.
            room = (1 - 1 / zoom) * 0.8
            return Pose(zoom, self.focus[0] * room, self.focus[1] * room)
        if move in ("pan left", "pan right", "tilt up", "tilt down"):
            reach = min((PAN_SHARE if move.startswith("pan") else TILT_SHARE) * amount, 0.11)
            zoom = max(PAN_ZOOM, 1 / (1 - reach - 0.012)) * (1 + 0.003 * self.seconds * share)
            along = (eased - 0.5) * reach * (1.0 if move in ("pan right", "tilt down") else -1.0)
            return Pose(zoom, along, 0.0) if move.startswith("pan") else Pose(zoom, 0.0, along)
        if move == "handheld":
            return Pose(1.06 * (1 + 0.012 * amount * share), 0.0, 0.0)
        lively = 1.0 if move == "drift" else 0.4
        travel = (share - 0.5) * amount * lively
        start, end = (1.04, 1.07) if move == "drift" else (1.035, 1.035 + 0.014 * min(2.0, amount))
        # Constant speed, so that drifting shots join without a stop between them.
        return Pose(start * (end / start) ** share, 0.015 * travel * side, 0.006 * travel)

    def _tremble(self, time: float, phases: npt.NDArray[np.float64]) -> tuple[float, float, float]:
        waves = [
            sum(
                size * math.sin(2 * math.pi * rate * time + phases[axis * 3 + index])
                for index, (rate, size) in enumerate(zip(TREMBLE_HZ, TREMBLE_SHARE, strict=True))
            )
            for axis in range(2)
        ]
        return waves[0], waves[1], ROLL_RADIANS * math.sin(2 * math.pi * 0.47 * time + phases[8])


def focus_of(luma: Plane) -> tuple[float, float]:
    """Where the eye goes: the weighted middle of what is unusual in a picture (Hou and Zhang, spectral
    residual, 2007), drawn toward the picture's own middle. Shares from the middle, -0.35 to 0.35."""
    small = cv2.resize(luma, (64, 64), interpolation=cv2.INTER_AREA).astype(np.float32)
    spectrum = np.fft.fft2(small)
    size = np.log(np.abs(spectrum).astype(np.float32) + 1e-6)
    residual = size - cv2.blur(size, (3, 3))
    map_ = np.abs(np.fft.ifft2(np.exp(residual + 1j * np.angle(spectrum)))) ** 2
    map_ = cv2.GaussianBlur(map_.astype(np.float32), (0, 0), 4)
    axis = (np.arange(64, dtype=np.float32) + 0.5) / 64 - 0.5
    weight = (map_ / map_.max()) ** 2 * np.exp(-(axis[None, :] ** 2 + axis[:, None] ** 2) / 0.12)
    total = float(weight.sum())
    x, y = float((weight.sum(0) * axis).sum()) / total, float((weight.sum(1) * axis).sum()) / total
    return max(-0.35, min(0.35, x)), max(-0.35, min(0.35, y))


def _within(pose: Pose) -> Pose:
    """The pose with its centre held so that no edge of the picture comes into view."""
    zoom = max(LEAST_ZOOM, pose.zoom)
    room = max(0.0, (1 - 1 / zoom) / 2 - abs(pose.roll))
    return Pose(zoom, max(-room, min(room, pose.x)), max(-room, min(room, pose.y)), pose.roll)


def _edges(share: float) -> float:
    """0 to 1 at constant speed, but for a soft start and stop."""

    def ramp(at: float) -> float:
        return at * at / (2 * EDGE)

    if share < EDGE:
        done = ramp(share)
    elif share > 1 - EDGE:
        done = 1 - EDGE - ramp(1 - share)
    else:
        done = share - EDGE / 2
    return done / (1 - EDGE)
