"""The looks. A style says how colours are mapped and what the finish does; it never changes what is drawn."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour


@dataclass(frozen=True)
class Look:
    """``contour``: line width factor, 0 for none. ``shadow``: factor on the width of form shadows.
    ``dry``: factor on dry brush. ``wobble``: pixels. ``grain``, ``vignette``, ``bloom``: strengths 0-1.
    ``lines``: strength of the lines the finish draws along edges; ``graphite``: of its hatching by value;
    ``bands``: values the finish keeps, 0 for all; ``pooling``: of the washes' unevenness."""

    name: str
    colours: Callable[[Colour], Colour]
    contour: float = 0.0
    shadow: float = 1.0
    wash: bool = True
    dry: float = 1.0
    paint_over: bool = True
    glow: float = 1.0
    hatch: bool = False
    wobble: float = 1.2
    grain: float = 0.026
    vignette: float = 0.28
    bloom: float = 0.25
    paper: tuple[float, float, float] | None = None
    lines: float = 0.0
    graphite: float = 0.0
    bands: int = 0
    pooling: float = 0.0


def _same(colour: Colour) -> Colour:
    return colour


def _ink(colour: Colour) -> Colour:
    lightness, chroma, hue = colour
    warm = max(0.0, math.cos(math.radians(hue - 65)))
    cool_hue = hue if warm > 0.3 else hue * 0.5 + 125
    cool = 0.62 if lightness < 0.5 else 0.50
    return min(0.985, 0.27 + 0.73 * lightness**0.85), chroma * (cool + 0.34 * warm), cool_hue


def _pencil(colour: Colour) -> Colour:
    return min(0.975, 0.16 + 0.84 * colour[0] ** 0.9), 0.006 + colour[1] * 0.06, 80


def _poster(colour: Colour) -> Colour:
    lightness, chroma, hue = colour
    step = 0.115
    return round(lightness / step) * step * 0.97 + 0.02, min(0.19, chroma * 1.22), round(hue / 12) * 12


def _noir(colour: Colour) -> Colour:
    lightness, chroma, hue = colour
    if chroma > 0.145 and (hue < 36 or hue > 350):
        return min(0.56, lightness * 0.92), chroma, hue
    return 0.07 + 0.90 / (1 + math.exp(-8.5 * (lightness - 0.51))), 0.010, 255


LOOKS: dict[str, Look] = {
    "gouache": Look("gouache", _same),
    "ink": Look(
        "ink",
        _ink,
        contour=1.0,
        paint_over=False,
        glow=0.45,
        vignette=0.0,
        bloom=0.0,
        wobble=1.0,
        paper=(0.965, 0.945, 0.90),
        lines=0.85,
        pooling=0.075,
    ),
    "poster": Look(
        "poster",
        _poster,
        shadow=1.5,
        wash=False,
        dry=0.25,
        paint_over=False,
        wobble=0.5,
        grain=0.014,
        vignette=0.0,
        bands=9,
    ),
    "pencil": Look(
        "pencil",
        _pencil,
        contour=1.15,
        hatch=True,
        wash=False,
        dry=0.5,
        paint_over=False,
        glow=0.35,
        vignette=0.0,
        bloom=0.0,
        wobble=0.9,
        grain=0.034,
        paper=(0.955, 0.945, 0.92),
        lines=0.9,
        graphite=1.0,
    ),
    "noir": Look("noir", _noir, shadow=1.5, grain=0.036, vignette=0.55, bloom=0.35, wobble=1.0),
}
"""By the word used in prompts."""
