"""Facts about pictures and clips that this machine can measure by itself.

None of them says whether a picture is good or shows what was asked. Those about clips are local proxies for
what benchmarks such as VBench judge with trained models, and are never to be set beside their numbers.
"""

from __future__ import annotations

import math
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from dailies.domain.project import Score
from dailies.media.planes import Plane, decode_rgb, unpacked
from dailies.media.sources import film_frames
from dailies.media.technique import technical_scores

SHARPNESS_WIDTH = 640
SHARPNESS_HALF = 300.0
"""Variance of the Laplacian that scores 50."""
CLIP_SIZE = (320, 180)
CLIP_FPS = 24
ERROR_ZERO = 12.0
"""Interpolation error, in levels of 255, that scores 0: measured melting pictures lie at 6, clean moves at 0.5."""


def picture_scores(data: bytes) -> tuple[Score, ...]:
    """Technical measures of an encoded picture. Raises OSError when it can't be read."""
    rgb = decode_rgb(data)
    return (*technical_scores(rgb), exposure(rgb), sharpness(rgb))


def exposure(rgb: Plane) -> Score:
    """How light a picture is. ``rgb``: sRGB, shape (h, w, 3)."""
    value = np.arange(256) / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    means = [float(linear @ np.bincount(rgb[..., each].ravel(), minlength=256)) for each in range(3)]
    luma = (0.2126 * means[0] + 0.7152 * means[1] + 0.0722 * means[2]) / (rgb.shape[0] * rgb.shape[1])
    return Score(
        "Exposure",
        round(100 * luma, 1),
        "0 to 100",
        "Measured here: mean luma in linear light (BT.709) as per cent of white; 18 is middle grey.",
    )


def sharpness(rgb: Plane) -> Score:
    """How much fine detail a picture has. ``rgb``: sRGB, shape (h, w, 3)."""
    luma = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY)
    height = max(2, round(SHARPNESS_WIDTH * luma.shape[0] / luma.shape[1]))
    small = cv2.resize(luma, (SHARPNESS_WIDTH, height), interpolation=cv2.INTER_AREA)
    variance = float(cv2.Laplacian(small, cv2.CV_32F).var())
    return Score(
        "Sharpness",
        round(100 * variance / (variance + SHARPNESS_HALF), 1),
        "0 to 100",
        f"Measured here: variance v of the Laplacian at {SHARPNESS_WIDTH} px width (Pech-Pacheco et al. 2000), "
        f"as 100 v / (v + {SHARPNESS_HALF:.0f}). Fog and plain walls score low without being unsharp.",
    )


def clip_scores(path: Path) -> tuple[Score, ...]:
    """Flicker and motion smoothness of a clip, in one pass. Raises DailiesError ``film_unreadable``."""
    lights: list[float] = []
    errors: list[float] = []
    recent: list[Plane] = []
    flow = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_ULTRAFAST)
    for frame in film_frames(path, *CLIP_SIZE, CLIP_FPS):
        luma = unpacked(frame).y
        lights.append(float(luma.mean()))
        recent = [*recent[-2:], luma]
        if len(recent) == 3:
            errors.append(_interpolation_error(recent, flow))
    return _flicker(lights), _smoothness(errors)


def _flicker(lights: list[float]) -> Score:
    method = "Local proxy, measured here: mean absolute second difference of the frames' mean luma, in levels of 255."
    if len(lights) < 3:
        return Score("Flicker", None, "0 and up, lower is steadier", "The clip has fewer than three frames.")
    return Score("Flicker", round(float(np.abs(np.diff(lights, 2)).mean()), 2), "0 and up, lower is steadier", method)


def _smoothness(errors: list[float]) -> Score:
    if not errors:
        return Score("Motion smoothness", None, "0 to 100", "The clip has fewer than three frames.")
    mean = math.fsum(errors) / len(errors)
    return Score(
        "Motion smoothness",
        round(100 * max(0.0, 1 - mean / ERROR_ZERO), 1),
        "0 to 100",
        "Local proxy, measured here: mean absolute error e of each frame against one interpolated from its "
        f"neighbours along optical flow, in levels of 255, as 100 (1 - e / {ERROR_ZERO:.0f}).",
    )


def _interpolation_error(three: list[Plane], flow: cv2.DISOpticalFlow) -> float:
    before, shown, after = (np.ascontiguousarray(luma) for luma in three)
    way: npt.NDArray[np.float32] = np.asarray(flow.calc(before, after, None), np.float32)  # type: ignore[call-overload]
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
