"""Head coverings that frame the face: hoods, scarves, hijabs and veils."""

from __future__ import annotations

from collections.abc import Callable

import skia

from dailies.adapters.providers.rehearsal.illustrator.cast import Garment
from dailies.adapters.providers.rehearsal.illustrator.colour import lighter
from dailies.adapters.providers.rehearsal.illustrator.heads.curve import points, soft
from dailies.adapters.providers.rehearsal.illustrator.heads.sitter import Sitter
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point, minus, mirrored

_WRAPS: dict[str, list[Point]] = {
    "front": points(
        "0,-0.57 0.22,-0.52 0.36,-0.34 0.41,-0.05 0.40,0.25 0.33,0.5 0.3,0.66 0,0.74 -0.3,0.66 -0.33,0.5 -0.40,0.25 "
        "-0.41,-0.05 -0.36,-0.34 -0.22,-0.52"
    ),
    "three_quarter": points(
        "0.02,-0.57 0.22,-0.5 0.315,-0.34 0.325,-0.1 0.31,0.25 0.26,0.5 0.26,0.64 0.0,0.73 -0.28,0.68 -0.34,0.52 "
        "-0.45,0.28 -0.49,-0.05 -0.44,-0.34 -0.26,-0.53"
    ),
    "profile": points(
        "0.0,-0.57 0.20,-0.5 0.28,-0.34 0.23,-0.05 0.22,0.3 0.25,0.52 0.2,0.66 -0.05,0.72 -0.32,0.66 -0.38,0.5 "
        "-0.5,0.25 -0.52,-0.05 -0.46,-0.34 -0.28,-0.53"
    ),
    "back": points(
        "0,-0.57 0.24,-0.51 0.37,-0.34 0.41,-0.05 0.38,0.3 0.33,0.5 0.32,0.68 0,0.78 -0.32,0.68 -0.33,0.5 -0.38,0.3 "
        "-0.41,-0.05 -0.37,-0.34 -0.24,-0.51"
    ),
}
_OPENINGS: dict[str, list[Point]] = {
    "front": points(
        "0,-0.31 0.17,-0.27 0.27,-0.12 0.285,0.1 0.23,0.33 0.12,0.465 0,0.49 -0.12,0.465 -0.23,0.33 -0.285,0.1 "
        "-0.27,-0.12 -0.17,-0.27"
    ),
    "three_quarter": points(
        "0.09,-0.31 0.2,-0.27 0.262,-0.12 0.268,0.14 0.235,0.33 0.15,0.47 0.04,0.475 -0.1,0.36 -0.17,0.15 -0.15,-0.08 "
        "-0.06,-0.25"
    ),
    "profile": points("0.2,-0.33 0.4,-0.3 0.45,0.1 0.38,0.46 0.22,0.5 0.11,0.45 0.03,0.3 0.0,0.1 0.03,-0.12 0.1,-0.27"),
}


_GLASS = mirrored(points("0,0.64 0.2,0.62 0.46,0.50 0.60,0.14 0.58,-0.22 0.36,-0.56 0,-0.68"))


def draw_cowl_behind(sitter: Sitter, hat: Garment) -> None:
    """The inside of a hood behind the head, and the fall of a veil."""
    if hat.cut == "veil":
        fall = points("0.32,-0.42 0,-0.58 -0.34,-0.44 -0.52,0.1 -0.62,1.0 -0.55,1.7 0,1.8 0.5,1.7 0.5,1.0 0.4,0.1")
        sitter.fill([(x + sitter.middle, y) for x, y in fall], hat.colour, 0.72)
        return
    if hat.cut != "hood" or sitter.view == "back":
        return
    inside = sitter.painter.light.shade(hat.colour)
    sitter.shape([(x * 0.98, y * 0.98) for x, y, *_ in _WRAPS[sitter.view]], inside, 0.08, 0.2)


def draw_cowl(sitter: Sitter, hat: Garment) -> None:
    """A hood, headscarf or hijab over the head, open at the face."""
    grow = 1.12 if hat.cut == "hood" else 1.0
    outer: list[Point] = [(x * grow, y * grow if y < 0.3 else y) for x, y, *_ in _WRAPS[sitter.view]]
    path = soft(outer)
    if sitter.view != "back":
        path = minus(path, soft(_OPENINGS[sitter.view]))
    _painted(sitter, path, hat, 0.09)
    if sitter.height < 30:
        return
    deep = sitter.painter.light.shade(hat.colour)
    if hat.cut == "headscarf":
        _knot(sitter, hat)
    if sitter.view == "back":
        sitter.line(points("-0.28,0.4 0,0.5 0.26,0.42"), 0.03, deep, 0.5)
        sitter.line(points("0,-0.5 0.03,-0.1 0,0.3"), 0.02, deep, 0.35)
        return
    folds = {
        "front": ("-0.34,0.05 -0.3,0.35 -0.12,0.56", "0.33,0.1 0.29,0.38 0.1,0.58", "-0.26,0.58 0,0.66 0.24,0.6"),
        "three_quarter": (
            "-0.24,0.0 -0.22,0.3 -0.02,0.56",
            "-0.36,0.0 -0.34,0.36 -0.1,0.62",
            "-0.26,0.6 0,0.67 0.22,0.6",
        ),
        "profile": (
            "-0.08,0.0 -0.04,0.32 0.14,0.54",
            "-0.26,-0.05 -0.24,0.36 0.05,0.6",
            "-0.34,0.56 -0.1,0.64 0.18,0.6",
        ),
    }[sitter.view]
    for fold in folds:
        sitter.line(points(fold), 0.03, deep, 0.5)


def _knot(sitter: Sitter, hat: Garment) -> None:
    if sitter.view == "back":
        return
    x = {"front": 0.0, "three_quarter": 0.1, "profile": 0.14}[sitter.view]
    for side in (-1, 1):
        tail = points("0,0.5 0.12,0.54 0.2,0.72 0.1,0.74 0.02,0.6")
        sitter.shape([(x + side * px * 0.8, y) for px, y in tail], lighter(hat.colour, 0.03), 0.03, 0.1, 0.6)


def _painted(sitter: Sitter, path: skia.Path, hat: Garment, shadow: float) -> None:
    sitter.painter.shape(
        sitter.frame.path(path), hat.colour, sitter.height * shadow, max(0.6, sitter.height * 0.015), 0.2, 70
    )


def draw_bubble(sitter: Sitter, hat: Garment) -> None:
    """The glass of a space helmet, with its collar ring."""
    c = sitter.middle * 0.5
    ring = points("0.46,0.50 0.48,0.60 0.3,0.70 0,0.73 -0.3,0.70 -0.48,0.60 -0.46,0.50 0,0.60")
    sitter.shape([(x + c, y) for x, y in ring], lighter(hat.colour, -0.12), 0.05, 0.1)
    glass = sitter.frame.path(soft([(x + c, y) for x, y in _GLASS]))
    if sitter.view == "back":
        sitter.painter.shape(glass, lighter(hat.colour, 0.02), sitter.height * 0.12, 1.2, 0.15)
        return
    sitter.painter.fill(glass, (0.92, 0.03, 220), 0.14)
    stops = ((0, (0.95, 0.02, 220), 0.0), (0.8, (0.95, 0.02, 220), 0.05), (1, (0.97, 0.02, 220), 0.55))
    sitter.painter.radial(glass, sitter.frame.at(c, 0), sitter.height * 0.66, stops)
    sitter.line([(c - 0.42, -0.26), (c - 0.29, -0.45), (c - 0.08, -0.55)], 0.05, (0.99, 0.01, 220), 0.7)
    shell = points("-0.46,0.40 -0.62,0.1 -0.56,-0.3 -0.3,-0.62 -0.36,-0.3 -0.42,0.05 -0.36,0.42")
    if sitter.view != "front":
        sitter.shape([(x + c, y) for x, y in shell], hat.colour, 0.06, 0.1)


COWLS: dict[str, Callable[[Sitter, Garment], None]] = {
    "headscarf": draw_cowl,
    "hijab": draw_cowl,
    "hood": draw_cowl,
    "bubble": draw_bubble,
}
"""Coverings by their cut in the wardrobe."""
