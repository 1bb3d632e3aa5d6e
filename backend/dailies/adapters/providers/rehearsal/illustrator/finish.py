"""What is done to a whole picture at the end, in fixed order: wobble, bloom, vignette, grade, bands, hatching, lines,
paper, grain."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from dailies.adapters.providers.rehearsal.illustrator.painter import Pixels
from dailies.adapters.providers.rehearsal.illustrator.styles import Look
from dailies.adapters.providers.rehearsal.illustrator.texture import Field, noise, smoothstep


@dataclass(frozen=True)
class Grade:
    """What notes ask of the whole picture. ``exposure``: stops. ``warmth``: -1 cold to 1 warm.
    ``contrast``, ``saturation``: factors about 1."""

    exposure: float = 0.0
    warmth: float = 0.0
    contrast: float = 1.0
    saturation: float = 1.0


@lru_cache(maxsize=12)
def _wobble(width: int, height: int, strength: float) -> tuple[Field, Field]:
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    across = 0.7 * noise(width, height, 46, "wobble-x", 2) + 0.16 * noise(width, height, 11, "wobble-x2", 1)
    down = 0.7 * noise(width, height, 46, "wobble-y", 2) + 0.16 * noise(width, height, 11, "wobble-y2", 1)
    return (x + strength * across).astype(np.float32), (y + strength * down).astype(np.float32)


@lru_cache(maxsize=12)
def _grain(width: int, height: int, strength: float) -> Field:
    fine, paper = noise(width, height, 1.6, "grain", 2), noise(width, height, 9, "paper", 4)
    strokes = cv2.warpAffine(
        np.array(noise(width + 400, height + 400, 30, "strokes", 3, (5.0, 0.45))),
        cv2.getRotationMatrix2D((width / 2 + 200, height / 2 + 200), -27, 1.0),
        (width + 400, height + 400),
    )[200 : 200 + height, 200 : 200 + width]
    return (strength * (0.6 * fine + 0.55 * paper) + 0.010 * strokes).astype(np.float32)


@lru_cache(maxsize=12)
def _vignette(width: int, height: int, strength: float) -> Field:
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    away = ((x - width / 2) / (width * 0.62)) ** 2 + ((y - height / 2) / (height * 0.66)) ** 2
    field: Field = (1 - strength * np.clip(away - 0.45, 0, 1)).astype(np.float32)
    return field


@lru_cache(maxsize=12)
def _margin(width: int, height: int) -> Field:
    """1 inside the picture, 0 on the bare paper round it."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    sides = np.minimum(x, width - x) - 24 + 5 * noise(width, height, 40, "margin-x", 3, (6.0, 0.8))
    ends = np.minimum(y, height - y) - 22 + 5 * noise(width, height, 60, "margin-y", 3, (4.0, 0.8))
    return smoothstep(np.minimum(sides, ends).astype(np.float32), 0, 9)


def finish(pixels: Pixels, look: Look, grade: Grade) -> Pixels:
    """The finished picture, height x width x RGB, 8 bit."""
    height, width = pixels.shape[:2]
    rgb = np.ascontiguousarray(pixels[..., :3])
    x, y = _wobble(width, height, look.wobble)
    moved = cv2.remap(rgb, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    picture: Field = moved.astype(np.float32) / np.float32(255)
    if look.bloom:
        picture = _bloomed(picture, look.bloom)
    if look.vignette:
        picture = picture * _vignette(width, height, look.vignette)[..., None]
    picture = _graded(picture, grade)
    if look.bands:
        picture = _banded(picture, look.bands)
    edges = _edges(picture) * np.float32(look.lines) if look.lines else None
    if look.graphite:
        picture = _in_graphite(picture, look.graphite)
    if edges is not None:
        picture = _lined(picture, edges, soft=bool(look.graphite))
    if look.paper:
        picture = _on_paper(picture, look.paper, look.pooling)
    level = cv2.cvtColor(np.ascontiguousarray(picture, np.float32), cv2.COLOR_RGB2GRAY)
    strength = _grain(width, height, look.grain) * (0.35 + 0.65 * np.clip(level * 1.3, 0, 1))
    picture = picture * (1 + strength)[..., None]
    done: Pixels = np.clip(picture * 255 + 0.5, 0, 255).astype(np.uint8)
    return done


def _bloomed(picture: Field, strength: float) -> Field:
    height, width = picture.shape[:2]
    small = cv2.resize(picture, (width // 4, height // 4), interpolation=cv2.INTER_AREA)
    bright = np.clip(small - 0.72, 0, 1) * 1.6
    spread = cv2.GaussianBlur(bright, (0, 0), 9) + 0.6 * cv2.GaussianBlur(bright, (0, 0), 26)
    light = cv2.resize(np.clip(spread, 0, 1).astype(np.float32), (width, height))
    result: Field = 1 - (1 - picture) * (1 - light * strength)
    return result


def _graded(picture: Field, grade: Grade) -> Field:
    if grade.exposure:
        # A power curve keeps black and white where they are, so nothing burns out.
        picture = np.power(np.clip(picture, 0, 1), 2.0**-grade.exposure).astype(np.float32)
    if grade.warmth:
        gain = np.array([1 + 0.13 * grade.warmth, 1 + 0.01 * grade.warmth, 1 - 0.17 * grade.warmth], np.float32)
        picture = np.clip(picture * gain, 0, 1)
    if grade.saturation != 1.0:
        grey = picture.mean(2, keepdims=True)
        picture = np.clip(grey + (picture - grey) * grade.saturation, 0, 1)
    if grade.contrast != 1.0:
        middle = float(picture.mean())
        picture = np.clip(middle + (picture - middle) * grade.contrast, 0, 1)
    return picture


def _grey(picture: Field) -> Field:
    return np.asarray(cv2.cvtColor(np.ascontiguousarray(picture, np.float32), cv2.COLOR_RGB2GRAY), np.float32)


def _edges(picture: Field) -> Field:
    """Where a draughtsman would put a line, 0 to 1: the dark side of steps in value, at half size."""
    height, width = picture.shape[:2]
    small = cv2.resize(picture, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
    fine, broad = cv2.GaussianBlur(small, (0, 0), 0.8), cv2.GaussianBlur(small, (0, 0), 2.0)
    step = ((broad - fine) / (0.25 + broad)).max(2)
    found = smoothstep(step.astype(np.float32), 0.014, 0.060)
    full = cv2.resize(found, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip(full, 0, 1), np.float32)


def _lined(picture: Field, edges: Field, soft: bool) -> Field:
    """Ink or graphite along the edges; the pen presses unevenly."""
    height, width = edges.shape
    pressure = np.clip(0.82 + 0.22 * noise(width, height, 46, "wobble-x", 2), 0.3, 1)
    if soft:
        pressure = pressure * np.clip(0.8 + 0.25 * noise(width, height, 1.6, "grain", 2), 0.2, 1)
    strength = (edges * pressure * (0.85 if soft else 0.95))[..., None]
    ink = np.array((0.20, 0.20, 0.21) if soft else (0.11, 0.11, 0.16), np.float32)
    done: Field = (picture * (1 - strength) + ink * strength).astype(np.float32)
    return done


@lru_cache(maxsize=12)
def _hatching(width: int, height: int) -> tuple[Field, Field]:
    """Two directions of pencil strokes, 0 on a stroke's middle to 1 between strokes."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    waver = 1.3 * noise(width, height, 46, "wobble-y", 2)
    grain = 0.16 * noise(width, height, 1.6, "grain", 2)
    first = np.abs(((x * 0.72 + y + waver) / 7.5) % 1 - 0.5) * 2 + grain
    second = np.abs(((x * 0.9 - y + waver) / 8.5) % 1 - 0.5) * 2 + grain
    return first.astype(np.float32), second.astype(np.float32)


def _in_graphite(picture: Field, strength: float) -> Field:
    """Values as pencil: pale smudges, one hatching over the shadows and a second over the darkest."""
    height, width = picture.shape[:2]
    dark = 0.86 * (1 - np.clip(_grey(picture) * 1.10, 0, 1)) ** 1.15
    first, second = _hatching(width, height)
    lead = 0.30 * dark
    lead += 0.42 * smoothstep((dark * 1.5 - first).astype(np.float32), 0.0, 0.45) * np.clip(dark * 1.6, 0, 1)
    lead += 0.40 * smoothstep((dark * 1.9 - 0.75 - second).astype(np.float32), 0.0, 0.45)
    value = (1 - strength * np.clip(lead, 0, 0.80))[..., None]
    done: Field = (value * np.array((1.0, 0.995, 0.985), np.float32)).astype(np.float32)
    return done


def _banded(picture: Field, bands: int) -> Field:
    """Flat steps of value, as a few screens of ink would print them."""
    grey = np.maximum(_grey(picture), 0.004)
    level = np.sqrt(grey) * bands
    lower = np.floor(level)
    stepped = (lower + smoothstep((level - lower).astype(np.float32), 0.42, 0.58) + 0.0) / bands
    factor = np.clip((stepped * stepped) / grey, 0.6, 1.5)[..., None]
    done: Field = np.clip(picture * factor, 0, 1).astype(np.float32)
    return done


def _on_paper(picture: Field, paper: tuple[float, float, float], pooling: float) -> Field:
    height, width = picture.shape[:2]
    tint = np.array(paper, np.float32)
    ink = 1 - picture * tint
    if pooling:
        ink = ink * (1 + pooling * noise(width, height, 70, "wash", 5)[..., None] * ((ink < 0.72) & (ink > 0.1)))
    margin = _margin(width, height)[..., None]
    result: Field = (1 - ink) * margin + tint * (1 - margin)
    return result
