"""Adjusts pixels: exposure and white balance in linear light, contrast and saturation as the eye sees them.

Steps, in this order: flip, straighten, crop; then temperature and tint as gains of linear light that keep
luminance; exposure as a gain of linear light with a soft shoulder above white; contrast as an S-curve around
middle grey on the encoded values; saturation in OKLab (B. Ottosson, 2020), which keeps lightness and hue.
"""

from __future__ import annotations

import io
import math

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from dailies.domain.adjusting import Adjustment
from dailies.media.planes import Plane

Floats = npt.NDArray[np.float32]

LUMINANCE = np.array([0.2126, 0.7152, 0.0722], np.float32)
"""BT.709 weights of linear light."""

WARMTH = 0.35
"""Gain of red, and loss of blue, in stops of linear light at full temperature."""

MAGENTA = 0.25
"""Loss of green, in stops of linear light at full tint."""

SHOULDER = 0.5
"""Linear light from which a raised exposure is rolled off, so that lights keep their drawing."""

MIDDLE = 0.46
"""Encoded value that contrast leaves alone: middle grey (18 % of white)."""

_RGB_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    np.float32,
)
_LMS_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ],
    np.float32,
)
_LAB_TO_LMS = np.linalg.inv(_LMS_TO_LAB).astype(np.float32)
_LMS_TO_RGB = np.linalg.inv(_RGB_TO_LMS).astype(np.float32)


def adjusted(rgb: Plane, adjustment: Adjustment) -> Plane:
    """The picture, changed. ``rgb``: sRGB, 8 bits, shape (h, w, 3); a crop makes it smaller."""
    rgb = _shaped(rgb, adjustment)
    if not _tones(adjustment):
        return np.ascontiguousarray(rgb)
    light = _to_linear()[rgb]
    light *= _balance(adjustment)
    if adjustment.exposure:
        light = _exposed(light, adjustment.exposure)
    if adjustment.saturation:
        light = _saturated(light, 1 + adjustment.saturation)
    encoded = _to_encoded(light)
    if adjustment.contrast:
        encoded = _contrasted(encoded, adjustment.contrast)
    return np.asarray(np.clip(encoded * 255 + 0.5, 0, 255).astype(np.uint8))


def adjusted_image(data: bytes, adjustment: Adjustment, longest_side: int | None = None) -> bytes:
    """The encoded picture, changed, as PNG; or as a JPEG for a quick look, at most ``longest_side`` pixels.

    Raises OSError when it can't be read.
    """
    with Image.open(io.BytesIO(data)) as opened:
        alpha = opened.getchannel("A") if "A" in opened.getbands() else None
        picture = opened.convert("RGB")
    if longest_side is not None:
        picture.thumbnail((longest_side, longest_side), Image.Resampling.BILINEAR)
    result = Image.fromarray(adjusted(np.asarray(picture), adjustment))
    out = io.BytesIO()
    if longest_side is not None:
        result.save(out, "JPEG", quality=85)
        return out.getvalue()
    if alpha is not None:
        plane = np.repeat(np.asarray(alpha)[..., None], 3, axis=2)
        result.putalpha(Image.fromarray(_shaped(plane, adjustment)[..., 0]))
    result.save(out, "PNG")
    return out.getvalue()


def kept_size(width: int, height: int, degrees: float) -> tuple[int, int]:
    """Sides of the largest upright rectangle of the same shape inside a picture turned by so many degrees."""
    angle = abs(math.radians(degrees))
    shape = max(width / height, height / width)
    scale = 1 / (math.cos(angle) + shape * math.sin(angle))
    return max(1, int(width * scale)), max(1, int(height * scale))


def _shaped(rgb: Plane, adjustment: Adjustment) -> Plane:
    if adjustment.flip:
        rgb = rgb[:, ::-1]
    if adjustment.straighten:
        rgb = _straightened(np.ascontiguousarray(rgb), adjustment.straighten)
    height, width = rgb.shape[:2]
    crop = adjustment.crop
    left, top = round(crop.left * width), round(crop.top * height)
    right, bottom = max(left + 1, round(crop.right * width)), max(top + 1, round(crop.bottom * height))
    return rgb[top:bottom, left:right]


def _straightened(rgb: Plane, degrees: float) -> Plane:
    height, width = rgb.shape[:2]
    kept_width, kept_height = kept_size(width, height, degrees)
    turn = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), -degrees, width / kept_width)
    return np.asarray(
        cv2.warpAffine(rgb, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    )


def _tones(adjustment: Adjustment) -> bool:
    names = ("exposure", "contrast", "saturation", "temperature", "tint")
    return any(getattr(adjustment, name) for name in names)


def _to_linear() -> Floats:
    """Linear light by encoded value (IEC 61966-2-1)."""
    value = np.arange(256, dtype=np.float32) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4).astype(np.float32)


def _to_encoded(light: Floats) -> Floats:
    light = np.clip(light, 0.0, 1.0)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * np.power(light, 1 / 2.4) - 0.055).astype(np.float32)


def _balance(adjustment: Adjustment) -> Floats:
    """Gains of red, green and blue that leave the luminance of grey as it is."""
    warm = WARMTH * adjustment.temperature
    gains = np.exp2(np.array([warm, -MAGENTA * adjustment.tint, -warm], np.float32))
    return np.asarray(gains / float(gains @ LUMINANCE), np.float32)


def _exposed(light: Floats, stops: float) -> Floats:
    gain = 2.0**stops
    light = light * np.float32(gain)
    if stops <= 0:
        return light
    # Reinhard's curve with a white point (Reinhard et al. 2002, eq. 4): what was white stays just white.
    room, white = 1 - SHOULDER, (gain - SHOULDER) / (1 - SHOULDER)
    over = np.maximum(light - SHOULDER, 0) / room
    rolled = SHOULDER + room * over * (1 + over / white**2) / (1 + over)
    return np.where(light > SHOULDER, rolled, light).astype(np.float32)


def _saturated(light: Floats, amount: float) -> Floats:
    cones = np.cbrt(np.maximum(light, 0) @ _RGB_TO_LMS.T)
    lab = cones @ _LMS_TO_LAB.T
    lab[..., 1:] *= amount
    back = np.asarray(lab @ _LAB_TO_LMS.T, np.float32) ** 3
    return np.asarray(back @ _LMS_TO_RGB.T, np.float32)


def _contrasted(encoded: Floats, amount: float) -> Floats:
    """Less than 0 moves towards middle grey; more than 0 along an S that keeps black, middle grey and white."""
    if amount < 0:
        return np.asarray(MIDDLE + (encoded - MIDDLE) * (1 + amount), np.float32)
    power = np.float32(1 + 1.5 * amount)
    low = MIDDLE * np.power(encoded / MIDDLE, power)
    high = 1 - (1 - MIDDLE) * np.power(np.maximum(0, (1 - encoded) / (1 - MIDDLE)), power)
    return np.asarray(np.where(encoded < MIDDLE, low, high), np.float32)
