"""Robots' heads: a soft box with a lit visor; the expression is in its eyes."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter
from dailies.adapters.providers.rehearsal.illustrator.heads.sitter import Sitter
from dailies.adapters.providers.rehearsal.illustrator.shapes import oval, rect

_SHINE: Colour = (0.88, 0.11, 195)


def draw_robot(sitter: Sitter) -> None:
    """A robot's head in any view."""
    metal, frame, h = sitter.person.skin, sitter.frame, sitter.height
    c = {"front": 0.0, "three_quarter": 0.07, "profile": 0.16, "back": 0.0}[sitter.view]
    sitter.line([(-0.10, -0.36), (-0.16, -0.62)], 0.035, lighter(metal, -0.2))
    sitter.painter.shape(frame.path(oval(-0.17, -0.66, 0.055)), sitter.person.accent, h * 0.02, dry=0)
    sitter.painter.shape(frame.path(rect(-0.43, -0.42, 0.86, 0.80, 0.27)), metal, h * 0.10, h * 0.02, 0.25)
    ears = (-0.44, 0.44) if sitter.view in ("front", "back") else (-0.40,)
    for x in ears:
        sitter.painter.shape(frame.path(oval(x, 0.02, 0.09, 0.13)), sitter.person.accent, h * 0.03, dry=0.1)
    if sitter.view == "back":
        return
    half = 0.30 if sitter.view != "profile" else 0.21
    sitter.painter.shape(frame.path(rect(c - half, -0.20, half * 2, 0.42, 0.16)), (0.20, 0.03, 245), h * 0.04, dry=0)
    eyes = (c - 0.13, c + 0.13) if sitter.view != "profile" else (c + 0.06,)
    for x in eyes:
        _eye(sitter, x)
    lift = 0.03 * sitter.look.smile
    sitter.line([(c - 0.09, 0.29 - lift), (c, 0.30 + lift * 0.3), (c + 0.09, 0.29 - lift)], 0.026, lighter(metal, -0.3))


def _eye(sitter: Sitter, x: float) -> None:
    painter, frame, h, look = sitter.painter, sitter.frame, sitter.height, sitter.look
    if look.eye < 0.15:
        arc = -0.05 if look.eye < 0 else 0.04
        painter.line(frame.points([(x - 0.06, 0.02), (x, 0.02 + arc), (x + 0.06, 0.02)]), h * 0.035, _SHINE, emits=True)
    else:
        tall = 0.075 * min(1.25, 0.45 + look.eye * 0.6)
        painter.fill(frame.path(oval(x, 0.0, 0.055, tall)), _SHINE, emits=True)
    gx, gy = frame.at(x, 0.0)
    painter.glow(gx, gy, h * 0.30, _SHINE, 0.5)
