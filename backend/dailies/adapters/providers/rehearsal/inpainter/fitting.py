"""Where a drawn thing goes inside a mask: as large as fits, and standing as low as it can."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from dailies.adapters.providers.rehearsal.inpainter.areas import Area, Field

SEARCH_SIDE = 112
"""Pixels of the longer side of the mask's box when places are tried."""
ENOUGH = 0.996
"""Share of a thing that must lie inside the mask."""
STEPS = 16
SHRINK = 0.93


@dataclass(frozen=True)
class Fit:
    """``left``, ``top``: of the drawing's box in pixels of the picture. ``scale``: from the drawing's pixels."""

    left: float
    top: float
    scale: float


def fitted(mask: Area, opacity: Field, stands: bool) -> Fit:
    """Place a drawing, cut to its own box, ``opacity`` 0 to 1, in a mask that is not empty."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    top, left = int(rows[0]), int(columns[0])
    height, width = int(rows[-1]) + 1 - top, int(columns[-1]) + 1 - left
    largest = min(width / opacity.shape[1], height / opacity.shape[0]) * 0.96
    small = min(1.0, SEARCH_SIDE / max(width, height))
    size = (max(4, round(width * small)), max(4, round(height * small)))
    room = cv2.resize(
        mask[top : top + height, left : left + width].astype(np.float32), size, interpolation=cv2.INTER_AREA
    )
    best = (-1.0, 0.0, 0.0, largest)
    scale = largest
    for _ in range(STEPS):
        shape = (
            min(size[0], max(2, round(opacity.shape[1] * scale * small))),
            min(size[1], max(2, round(opacity.shape[0] * scale * small))),
        )
        body = cv2.resize(opacity, shape, interpolation=cv2.INTER_AREA)
        inside = cv2.matchTemplate(room, body, cv2.TM_CCORR) / max(1e-6, float(body.sum()))
        most = float(inside.max())
        y, x = np.nonzero(inside >= most - 0.004)
        # Low for what stands, the middle for what hangs or flies; then the middle across.
        middle_x, middle_y = (size[0] - shape[0]) / 2, (size[1] - shape[1]) / 2
        wish = (-1.5 * y if stands else np.abs(y - middle_y)) + np.abs(x - middle_x)
        at = int(np.argmin(wish))
        if most > best[0] + 0.01:
            best = (most, float(x[at]), float(y[at]), scale)
        if most >= ENOUGH:
            break
        scale *= SHRINK
    _, x_at, y_at, scale = best
    return Fit(left + x_at / small, top + y_at / small, scale)
