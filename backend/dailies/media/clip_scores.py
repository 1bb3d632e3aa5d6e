"""Facts about clips that this machine can measure by itself, under the names VBench uses (Huang et al., CVPR 2024).

VBench measures with trained networks; where a formula of its works without one, or with classical optical flow in
the network's place, it is used here and called a local proxy: never to be set beside VBench's own numbers. What needs
a network is not measured.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from dailies.domain.project import Score
from dailies.media.planes import Plane, unpacked
from dailies.media.sources import film_frames

SIZE = (320, 180)
FPS = 24
ERROR_ZERO = 12.0
"""Interpolation error, in levels of 255, that scores 0: measured melting pictures lie at 6, clean moves at 0.5."""
STEP = FPS // 8
"""VBench looks at eight pictures a second for the degree of movement."""
MOVING = 6.0 * min(SIZE) / 256
"""Pixels that the fastest twentieth of a picture moves in such a step when it counts as moving."""
FASTEST_SHARE = 0.05
TOO_SHORT = "The clip has fewer than three frames."
NOT_MEASURED = (
    ("Subject consistency", "DINO features"),
    ("Background consistency", "CLIP features"),
    ("Imaging quality", "MUSIQ"),
)


def clip_scores(path: Path) -> tuple[Score, ...]:
    """Flicker, motion smoothness, dynamic degree and temporal flickering of a clip, in one pass, and what is not
    measured. Raises DailiesError ``film_unreadable``."""
    pass_ = _Pass()
    for frame in film_frames(path, *SIZE, FPS):
        pass_.see(unpacked(frame).y)
    moving = _moving(pass_.speeds)
    return (
        _flicker(pass_.lights),
        _smoothness(pass_.errors),
        _dynamic_degree(moving),
        _temporal_flickering(pass_.changes, moving),
        *(_not_measured(name, network) for name, network in NOT_MEASURED),
    )


@dataclass
class _Pass:
    """One look at every frame. ``lights``: mean luma; ``errors``: of interpolation; ``changes``: mean absolute
    difference to the frame before; ``speeds``: of the fastest twentieth, each eighth of a second."""

    lights: list[float] = field(default_factory=list)
    errors: list[float] = field(default_factory=list)
    changes: list[float] = field(default_factory=list)
    speeds: list[float] = field(default_factory=list)
    _recent: list[Plane] = field(default_factory=list)
    _stepped: Plane | None = None
    _flow: cv2.DISOpticalFlow = field(
        default_factory=lambda: cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_ULTRAFAST)
    )

    def see(self, luma: Plane) -> None:
        """Take in the next frame's luma."""
        luma = np.ascontiguousarray(luma)
        if self._recent:
            self.changes.append(float(cv2.absdiff(self._recent[-1], luma).mean()))
        if len(self.lights) % STEP == 0:
            if self._stepped is not None:
                self.speeds.append(_speed(_way(self._flow, self._stepped, luma)))
            self._stepped = luma
        self.lights.append(float(luma.mean()))
        self._recent = [*self._recent[-2:], luma]
        if len(self._recent) == 3:
            self.errors.append(_interpolation_error(self._recent, self._flow))


def _flicker(lights: list[float]) -> Score:
    scale = "0 and up, lower is steadier"
    if len(lights) < 3:
        return Score("Flicker", None, scale, TOO_SHORT)
    method = "Local proxy, measured here: mean absolute second difference of the frames' mean luma, in levels of 255."
    return Score("Flicker", round(float(np.abs(np.diff(lights, 2)).mean()), 2), scale, method)


def _smoothness(errors: list[float]) -> Score:
    if not errors:
        return Score("Motion smoothness", None, "0 to 100", TOO_SHORT)
    mean = math.fsum(errors) / len(errors)
    return Score(
        "Motion smoothness",
        round(100 * max(0.0, 1 - mean / ERROR_ZERO), 1),
        "0 to 100",
        "Local proxy, measured here: mean absolute error e of each frame against one interpolated from its "
        f"neighbours along optical flow, in levels of 255, as 100 (1 - e / {ERROR_ZERO:.0f}).",
    )


def _dynamic_degree(moving: bool | None) -> Score:
    scale = "0 still, 1 moving"
    if moving is None:
        return Score("Dynamic degree", None, scale, "The clip is shorter than a quarter of a second.")
    return Score(
        "Dynamic degree",
        float(moving),
        scale,
        "Local proxy, measured here: VBench's rule (the fastest twentieth of the picture moves by more than "
        f"6/256 of its height in an eighth of a second, a quarter of the time) with DIS optical flow at "
        f"{SIZE[0]} x {SIZE[1]} in place of RAFT.",
    )


def _temporal_flickering(changes: list[float], moving: bool | None) -> Score:
    scale = "0 to 100, higher is steadier"
    if moving is None:
        return Score("Temporal flickering", None, scale, "The clip is shorter than a quarter of a second.")
    if moving:
        return Score("Temporal flickering", None, scale, "Not measured: VBench's measure is for still shots only.")
    mean = math.fsum(changes) / len(changes)
    return Score(
        "Temporal flickering",
        round(100 * (255 - mean) / 255, 2),
        scale,
        "Local proxy, measured here: VBench's formula, 100 (255 - d) / 255 with the mean absolute difference d of "
        f"neighbouring frames, on luma at {SIZE[0]} x {SIZE[1]}.",
    )


def _not_measured(name: str, network: str) -> Score:
    return Score(name, None, "0 to 100", f"Not measured: VBench measures it with {network}; no scoring model is set.")


def _moving(speeds: list[float]) -> bool | None:
    if len(speeds) < 2:
        return None
    needed = round(4 * (len(speeds) + 1) / 16)
    return sum(speed > MOVING for speed in speeds) >= max(1, needed)


def _speed(way: npt.NDArray[np.float32]) -> float:
    lengths = np.sort(np.hypot(way[..., 0], way[..., 1]).ravel())
    return float(lengths[-round(len(lengths) * FASTEST_SHARE) :].mean())


def _way(flow: cv2.DISOpticalFlow, before: Plane, after: Plane) -> npt.NDArray[np.float32]:
    return np.asarray(flow.calc(before, after, None), np.float32)  # type: ignore[call-overload]


def _interpolation_error(three: list[Plane], flow: cv2.DISOpticalFlow) -> float:
    before, shown, after = three
    way = _way(flow, before, after)
    rows, columns = before.shape
    grid_x = np.arange(columns, dtype=np.float32)[None, :]
    grid_y = np.arange(rows, dtype=np.float32)[:, None]
    halves = [
        cv2.remap(luma, grid_x + way[..., 0] * side, grid_y + way[..., 1] * side, cv2.INTER_LINEAR)
        for luma, side in ((before, np.float32(-0.5)), (after, np.float32(0.5)))
    ]
    guess = cv2.addWeighted(halves[0], 0.5, halves[1], 0.5, 0)
    # The outermost pixels come from outside the picture.
    return float(cv2.absdiff(guess, shown)[8:-8, 8:-8].mean())
