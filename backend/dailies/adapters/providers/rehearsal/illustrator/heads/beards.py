"""Beards, moustaches and glasses."""

from __future__ import annotations

import math

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, mix
from dailies.adapters.providers.rehearsal.illustrator.heads.curve import points
from dailies.adapters.providers.rehearsal.illustrator.heads.sitter import Sitter
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point, mirrored

_BEARDS: dict[str, list[Point]] = {
    "three_quarter": points(
        "-0.235,0.04 -0.20,0.15 -0.10,0.235 0,0.278 0.06,0.268 0.15,0.252 0.205,0.262 0.262,0.225 0.258,0.33 "
        "0.22,0.46 0.13,0.555 0.01,0.545 -0.11,0.46 -0.21,0.31"
    ),
    "profile": points(
        "-0.07,0.04 -0.01,0.17 0.09,0.25 0.19,0.272 0.266,0.242 0.29,0.285 0.288,0.34 0.285,0.42 0.27,0.53 0.16,0.58 "
        "0.02,0.50 -0.08,0.33"
    ),
    "front": mirrored(points("0,0.262 0.10,0.265 0.20,0.235 0.275,0.12 0.318,0.03 0.305,0.26 0.21,0.46 0.08,0.555")),
}
_GOATEES: dict[str, list[Point]] = {
    "three_quarter": points("0.06,0.275 0.14,0.25 0.205,0.265 0.228,0.34 0.2,0.45 0.14,0.53 0.08,0.45 0.045,0.35"),
    "profile": points("0.18,0.27 0.265,0.238 0.288,0.29 0.285,0.40 0.27,0.52 0.21,0.53 0.18,0.40"),
    "front": mirrored(points("0,0.25 0.085,0.275 0.105,0.36 0.07,0.47 0.0,0.54")),
}
_BRASS: Colour = (0.40, 0.06, 60)


def draw_beard(sitter: Sitter) -> None:
    """What grows on the face: ``beard``, ``stubble``, ``goatee`` or ``moustache``."""
    person = sitter.person
    hair = person.hair if person.age != "old" or person.hair[0] > 0.6 else (0.82, 0.012, 85)
    if person.facial == "moustache":
        _moustache(sitter, hair)
        return
    outline = (_GOATEES if person.facial == "goatee" else _BEARDS)[sitter.view]
    if person.facial == "stubble":
        sitter.fill(outline, mix(hair, person.skin, 0.25), 0.35, 0.012)
        return
    sitter.shape(outline, hair, 0.05, 0.35, 0.7)
    if sitter.height > 70:
        middle = {"front": 0.0, "three_quarter": 0.13, "profile": 0.2}[sitter.view]
        deep = sitter.painter.light.shade(hair)
        for off in (-0.10, -0.04, 0.03, 0.08):
            root = middle + off * (0.7 if sitter.view == "profile" else 1.2)
            sitter.line([(root, 0.40), (root * 0.98, 0.46), (middle + off * 0.6, 0.52)], 0.011, deep, 0.5)


def _moustache(sitter: Sitter, hair: Colour) -> None:
    if sitter.view == "profile":
        sitter.shape(
            points("0.17,0.315 0.21,0.262 0.262,0.232 0.29,0.262 0.29,0.292 0.235,0.302"), hair, 0.02, line=0.5
        )
        return
    middle = 0.0 if sitter.view == "front" else 0.15
    for side, half in ((-1, 0.12), (1, 0.12 if sitter.view == "front" else 0.085)):
        wing = points("0,0.258 0.35,0.262 0.75,0.285 1.05,0.325 0.6,0.318 0,0.302")
        sitter.shape([(middle + side * half * x, y) for x, y in wing], hair, 0.02, line=0.5)


def draw_glasses(sitter: Sitter) -> None:
    """Round spectacles; not seen from behind."""
    if sitter.view == "back":
        return
    lenses = {
        "front": ((-0.15, 0.105), (0.15, 0.105)),
        "three_quarter": ((-0.008, 0.10), (0.208, 0.062)),
        "profile": ((0.205, 0.045),),
    }[sitter.view]
    y = 0.04 + sitter.low * 0.75
    wide = max(1.2, sitter.height * 0.017)
    for x, half in lenses:
        sitter.oval(x, y, half, 0.082, (0.97, 0.02, 90), 0.14)
        ring = [(x + half * math.cos(a * math.pi / 10), y + 0.082 * math.sin(a * math.pi / 10)) for a in range(21)]
        sitter.painter.line(sitter.frame.points(ring), wide, _BRASS, 1, taper=False)
    if sitter.view == "front":
        sitter.line([(-0.05, y - 0.01), (0, y - 0.022), (0.05, y - 0.01)], 0.016, _BRASS)
    elif sitter.view == "three_quarter":
        sitter.line([(0.09, y - 0.01), (0.12, y - 0.02), (0.15, y - 0.01)], 0.016, _BRASS)
        sitter.line([(-0.10, y - 0.01), (-0.24, y - 0.02)], 0.014, _BRASS)
    else:
        sitter.line([(0.16, y - 0.01), (-0.06, y - 0.02)], 0.014, _BRASS)
