"""Facts about pictures and clips that this machine can measure by itself.

None of them says whether a picture is good or shows what was asked. Those about clips are local proxies for
what benchmarks such as VBench judge with trained models, and are never to be set beside their numbers.
"""

from __future__ import annotations

import cv2

from dailies.domain.project import Score
from dailies.media.clip_scores import clip_scores
from dailies.media.planes import Plane, decode_rgb
from dailies.media.technique import technical_scores

__all__ = ["clip_scores", "picture_scores", "sharpness"]

SHARPNESS_WIDTH = 640
SHARPNESS_HALF = 300.0
"""Variance of the Laplacian that scores 50."""


def picture_scores(data: bytes) -> tuple[Score, ...]:
    """Technical measures of an encoded picture. Raises OSError when it can't be read."""
    rgb = decode_rgb(data)
    return (*technical_scores(rgb), sharpness(rgb))


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
