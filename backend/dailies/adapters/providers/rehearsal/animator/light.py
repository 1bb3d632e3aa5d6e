"""Exposure, as a camera changes it: in linear light, with highlights that roll off instead of clipping."""

from __future__ import annotations

import numpy as np

from dailies.media.planes import Plane

SHOULDER = 0.8
"""Linear light above which a brightened picture is compressed toward white."""


def exposed(rgb: Plane, stops: float) -> Plane:
    """The picture with its light multiplied by 2 to the power of ``stops``; sRGB in and out, shape (h, w, 3)."""
    if not stops:
        return rgb
    value = np.arange(256) / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4) * 2.0**stops
    if stops > 0:
        over = np.maximum(linear - SHOULDER, 0) / (1 - SHOULDER)
        top = (2.0**stops - SHOULDER) / (1 - SHOULDER)
        # Maps [0, top] to [0, 1] with slope near 1 at the foot (Reinhard's extended curve).
        rolled = over * (1 + over / (top * top)) / (1 + over)
        linear = np.where(linear > SHOULDER, SHOULDER + (1 - SHOULDER) * rolled, linear)
    encoded = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * np.maximum(linear, 0) ** (1 / 2.4) - 0.055)
    table = np.clip(np.rint(encoded * 255), 0, 255).astype(np.uint8)
    exposed_rgb: Plane = table[rgb]
    return exposed_rgb
