"""How the surroundings of a mask are lit, toned, focused and grained, so that a drawing can be made to match."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour
from dailies.adapters.providers.rehearsal.illustrator.light import Light
from dailies.adapters.providers.rehearsal.inpainter.areas import Area, Field, Picture, ring_round

REACH = 0.14
"""Width of the ring that is looked at, as a share of the picture's longer side."""
_SHARPEST = 0.45
_SOFTEST = 4.0


@dataclass(frozen=True)
class Grain:
    """``strength``: deviation in levels. ``size``: sigma in pixels of the blur that makes white noise look so."""

    strength: float
    size: float


@dataclass(frozen=True)
class Around:
    """``light``: as the illustrator draws by. ``low`` and ``high``: dark and bright ends of luma, 0 to 255. ``cast``:
    mean a and b of Lab. ``chroma``: its typical size. ``softness``: sigma in pixels of the sharpest edges. ``side``:
    1 when light comes from the right, -1 from the left."""

    light: Light
    low: float
    high: float
    cast: tuple[float, float]
    chroma: float
    softness: float
    grain: Grain
    side: int


def look_around(picture: Picture, mask: Area, barred: Area) -> Around:
    """Measure the ring round a mask."""
    ring = ring_round(mask, max(24, REACH * max(picture.shape[:2])), barred)
    lab = np.asarray(cv2.cvtColor(picture.astype(np.float32) / np.float32(255), cv2.COLOR_RGB2LAB), np.float32)
    colours = lab[ring]
    low, high = (float(value) for value in np.percentile(colours[:, 0], (3, 97)) * 2.55)
    level = colours[:, 0]
    bright = picture[ring][level >= np.percentile(level, 80)].mean(axis=0)
    dark = picture[ring][level <= np.percentile(level, 20)].mean(axis=0)
    mean = picture[ring].mean(axis=0)
    side = _side(lab[..., 0], mask)
    light = _light(oklch(bright), oklch(dark), oklch(mean), side)
    chroma = float(np.percentile(np.hypot(colours[:, 1], colours[:, 2]), 75))
    cast = (float(np.median(colours[:, 1])), float(np.median(colours[:, 2])))
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    return Around(light, low, high, cast, chroma, _softness(grey, ring), _grain(grey, ~mask), side)


def oklch(rgb: np.ndarray) -> Colour:
    """One colour, 0 to 255, as lightness 0-1, chroma and hue in degrees (Ottosson, 2020)."""
    value = np.asarray(rgb, float) / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    cones = np.cbrt(_TO_CONES @ linear)
    lightness, a, b = _TO_LAB @ cones
    return float(lightness), float(math.hypot(a, b)), math.degrees(math.atan2(b, a)) % 360


_TO_CONES = np.array(
    [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
     [0.0883024619, 0.2817188376, 0.6299787005]]
)  # fmt: skip
_TO_LAB = np.array(
    [[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
     [0.0259040371, 0.7827717662, -0.8086757660]]
)  # fmt: skip


def _light(bright: Colour, dark: Colour, mean: Colour, side: int) -> Light:
    """A light as the surroundings show it: dim where they are dark, tinted where they are."""
    dim = min(1.0, max(0.34, 0.42 + 0.66 * bright[0]))
    key: Colour = (min(0.97, max(0.55, bright[0] + 0.08)), min(0.10, bright[1] * 0.8), bright[2])
    shadow: Colour = (min(0.45, max(0.14, dark[0])), min(0.10, dark[1] + 0.015), dark[2])
    tint = min(0.22, 0.06 + 1.1 * min(mean[1], 0.12) + (0.08 if bright[0] < 0.55 else 0.0))
    drop = min(0.78, max(0.5, 0.64 + 0.25 * (dark[0] - 0.35)))
    return Light(key, shadow, (0.9 * side, -0.6), drop, ambient=mean, tint=tint, dim=dim)


def _side(luma: Field, mask: Area) -> int:
    """Where light comes from: the side to which the brightest places lie, near ones counting more."""
    width = 96
    height = max(2, round(width * luma.shape[0] / luma.shape[1]))
    small = cv2.resize(luma, (width, height), interpolation=cv2.INTER_AREA)
    hidden = cv2.resize(mask.astype(np.float32), (width, height), interpolation=cv2.INTER_AREA) > 0.2
    middle = float(np.nonzero(hidden)[1].mean()) if hidden.any() else width / 2
    open_ = ~hidden
    if not open_.any():
        return -1
    bright = np.clip(small - np.percentile(small[open_], 75), 0, None) * open_
    away = (np.arange(width) - middle) / width
    pull = float((bright * np.sign(away) * np.exp(-np.abs(away) * 1.5)).sum() / (bright.sum() + 1e-6))
    return 1 if pull > 0.12 else -1


def _softness(grey: Field, ring: Area) -> float:
    """Sigma of the sharpest edges, from how much they lose when blurred again (Zhuo and Sim, 2011)."""
    again = 1.6
    first, second = _slope(_blurred(grey, 0.5)), _slope(_blurred(grey, again))
    strong = ring & (first > 14)
    if strong.sum() < 40:
        return 0.8
    ratio = np.clip(first[strong] / np.maximum(second[strong], 1e-3), 1.02, 8)
    sigma = again / np.sqrt(ratio**2 - 1)
    return float(np.clip(np.percentile(sigma, 25), _SHARPEST, _SOFTEST))


def _blurred(grey: Field, sigma: float) -> Field:
    return np.asarray(cv2.GaussianBlur(grey, (0, 0), sigma), np.float32)


def _slope(grey: Field) -> Field:
    across, down = cv2.Sobel(grey, cv2.CV_32F, 1, 0, scale=0.25), cv2.Sobel(grey, cv2.CV_32F, 0, 1, scale=0.25)
    return np.asarray(cv2.magnitude(across, down), np.float32)


def _grain(grey: Field, known: Area) -> Grain:
    """The noise of the flattest places of the whole picture: leaves and brush strokes are no grain."""
    rest = grey - cv2.GaussianBlur(grey, (0, 0), 2.5)
    slope = cv2.GaussianBlur(_slope(_blurred(grey, 2.0)), (0, 0), 3)
    # Where a picture is burnt out or black, its noise is gone.
    fair = known & (grey > 12) & (grey < 243)
    if fair.sum() < 256:
        return Grain(0.0, 0.5)
    flat = fair & (slope <= np.percentile(slope[fair], 15))
    flat[:, -1] = False
    values = rest[flat]
    strength = float(1.4826 * np.median(np.abs(values - np.median(values))))
    near = np.roll(rest, -1, axis=1)[flat]
    likeness = float((values * near).mean() / ((values**2).mean() + 1e-6))
    # White noise under a Gaussian of sigma s has likeness exp(-1 / 4 s^2) between neighbours.
    size = 0.0 if likeness < 0.05 else 0.5 / math.sqrt(-math.log(min(0.93, likeness)))
    return Grain(min(8.0, strength), size)


def grain_field(shape: tuple[int, int], grain: Grain, seed: int) -> Field:
    """Noise of this strength and size, in levels; shape (h, w)."""
    noise = np.random.default_rng((seed, 21)).standard_normal(shape, np.float32)
    if grain.size > 0.25:
        noise = np.asarray(cv2.GaussianBlur(noise, (0, 0), grain.size), np.float32)
        noise /= noise.std() + 1e-6
    return np.asarray(noise * np.float32(grain.strength), np.float32)
