"""Noise fields and brush textures. They never change, so each is made once per size and kept."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import cv2
import numpy as np
import skia

from dailies.adapters.providers.rehearsal.illustrator.chance import stream

Field = np.ndarray[Any, np.dtype[np.float32]]

BRUSH_W, BRUSH_H, BRUSHES = 128, 40, 4
"""Size in pixels of one brush stamp, and how many variants are stacked in the atlas."""


def smoothstep(values: Field, low: float, high: float) -> Field:
    """0 below ``low``, 1 above ``high``, smooth between."""
    t = np.clip((values - low) / (high - low), 0, 1)
    smooth: Field = (t * t * (3 - 2 * t)).astype(np.float32)
    return smooth


@lru_cache(maxsize=48)
def noise(
    width: int, height: int, cell: float, name: str, octaves: int = 4, stretch: tuple[float, float] = (1.0, 1.0)
) -> Field:
    """Fractal noise with deviation 1. ``cell``: size of the largest grain in pixels."""
    chance, total, gain = stream("noise", name), np.zeros((height, width), np.float32), 1.0
    for _ in range(octaves):
        columns = max(2, int(width / (cell * stretch[0])) + 2)
        rows = max(2, int(height / (cell * stretch[1])) + 2)
        grid = chance.standard_normal((rows, columns)).astype(np.float32)
        total += gain * cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC)
        gain, cell = gain * 0.55, max(1.0, cell / 2)
    field: Field = total / total.std()
    field.setflags(write=False)
    return field


def alpha_image(alpha: Field) -> skia.Image:
    """White with the given opacity, as an image that a colour filter can tint."""
    pixels = np.full((*alpha.shape, 4), 255, np.uint8)
    pixels[..., 3] = np.clip(alpha * 255, 0, 255).astype(np.uint8)
    return skia.Image.fromarray(pixels, colorType=skia.kRGBA_8888_ColorType)


@lru_cache(maxsize=1)
def dry_brush() -> skia.Image:
    """Streaks of a nearly dry brush; mirrored where it repeats."""
    streaks, grain = noise(512, 512, 26, "dry", 3, (5.0, 0.35)), noise(512, 512, 3, "grain-dry", 2)
    return alpha_image(smoothstep(streaks + 0.5 * grain, 0.5, 1.3))


@lru_cache(maxsize=1)
def foam() -> skia.Image:
    """Denser streaks, for foam, snow edges and surf."""
    streaks, grain = noise(512, 512, 26, "foam", 3, (5.0, 0.35)), noise(512, 512, 3, "grain-foam", 2)
    return alpha_image(smoothstep(streaks + 0.35 * grain, -0.2, 0.5))


@lru_cache(maxsize=1)
def hatching() -> skia.Image:
    """Pencil strokes for shadows."""
    y, x = np.mgrid[0:256, 0:256].astype(np.float32)
    lines = np.abs(((x + y) / 9.0) % 1 - 0.5) * 2
    return alpha_image(smoothstep(lines + 0.22 * noise(256, 256, 14, "hatch", 3), 0.5, 0.95) * 0.8)


@lru_cache(maxsize=1)
def brush_atlas() -> skia.Image:
    """The stamps of the paint-over, stacked from top to bottom."""
    y, x = np.mgrid[0:BRUSH_H, 0:BRUSH_W].astype(np.float32)
    stamps = []
    for index in range(BRUSHES):
        bristles = noise(BRUSH_W, BRUSH_H, 10, f"stamp{index}", 3, (9.0, 0.35))
        edge = (1 - ((y - BRUSH_H / 2) / (BRUSH_H * 0.42)) ** 2) * 1.2
        ends = np.clip(np.minimum(x - 4, BRUSH_W - 6 - x) / 22, 0, 1)
        body = smoothstep(edge * 0.9 + 0.42 * bristles * (0.35 + 0.65 * x / BRUSH_W), 0.1, 0.55)
        stamps.append(np.clip(body * ends, 0, 1))
    return alpha_image(np.concatenate(stamps, 0))
