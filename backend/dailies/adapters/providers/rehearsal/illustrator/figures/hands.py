"""Hands: relaxed, open, fist, pointing, flat, or closed about something."""

from __future__ import annotations

import math

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour
from dailies.adapters.providers.rehearsal.illustrator.figures.rig import Rig
from dailies.adapters.providers.rehearsal.illustrator.heads.curve import points, soft
from dailies.adapters.providers.rehearsal.illustrator.shapes import Frame, Point, tube

_SMALL = 30.0
"""Below this many pixels a head, a hand is one shape."""

_RELAXED = points(
    "-0.12,-0.19 0.18,-0.27 0.52,-0.30 0.86,-0.27 1.14,-0.17 1.27,-0.02 1.2,0.11 0.95,0.17 0.6,0.22 0.2,0.24 -0.12,0.19"
)
_FIST = points("-0.12,-0.2 0.2,-0.32 0.55,-0.36 0.76,-0.22 0.8,0.05 0.72,0.27 0.45,0.34 0.15,0.28 -0.12,0.2")
_PALM = points("-0.12,-0.2 0.2,-0.32 0.6,-0.36 0.74,-0.12 0.76,0.1 0.64,0.34 0.25,0.32 -0.12,0.2")
_MITTEN = points("-0.1,-0.2 0.4,-0.34 0.95,-0.27 1.18,0.0 0.95,0.24 0.4,0.32 -0.1,0.2")


def draw_hand(rig: Rig, wrist: Point, angle: float, kind: str, near: bool) -> None:
    """A hand along the forearm's direction. ``angle``: radians; ``kind``: relaxed, open, fist, point, flat, grip."""
    size = 0.47 * (0.86 if rig.person.feminine else 1.0) * (0.88 if rig.person.age in ("child", "baby") else 1.0)
    x, y = rig.frame.at(wrist[0], wrist[1])
    if rig.pose.lying:
        angle -= math.pi / 2 * rig.pose.lying
    hand = Frame(x, y, rig.h * size, rig.figure.facing)
    hand.matrix.preRotate(math.degrees(angle) + (8 if kind == "relaxed" else 0))
    gloves, suit = rig.worn.get("hands"), rig.worn.get("top")
    if gloves is None and suit is not None and suit.cut == "spacesuit":
        gloves = suit
    skin = gloves.colour if gloves else rig.person.skin
    skin = rig.far_colour(rig.person.accent if rig.person.robot else skin, near)
    inward = -1.0 if rig.side or wrist[0] < 0 else 1.0
    thumb = inward if math.sin(angle) > -0.3 else -inward
    s = rig.h * size
    if rig.h < _SMALL or rig.person.age == "baby":
        rig.p.shape(hand.path(soft(_FIST if kind in ("fist", "grip") else _MITTEN)), skin, s * 0.12, dry=0, line=0.7)
        return
    draw = {"relaxed": _relaxed, "open": _open, "fist": _closed, "grip": _palm, "point": _point, "flat": _flat}[kind]
    draw(rig, hand, skin, thumb, s)


def _mark(rig: Rig, hand: Frame, outline: list[Point], width: float, skin: Colour, s: float) -> None:
    rig.p.line(hand.points(outline), max(0.7, s * width), rig.p.light.shade(skin), 0.75)


def _thumb(rig: Rig, hand: Frame, skin: Colour, points_: tuple[Point, ...], s: float) -> None:
    rig.p.shape(hand.path(tube(*points_)), skin, s * 0.05, s * 0.02, 0, line=0.6)


def _relaxed(rig: Rig, hand: Frame, skin: Colour, thumb: float, s: float) -> None:
    """Fingers together, a little curled towards the thumb's side."""
    rig.p.shape(hand.path(soft([(x, -y * thumb) for x, y in _RELAXED])), skin, s * 0.14, s * 0.03, 0, line=0.7)
    for y in (-0.13, 0.0, 0.11):
        _mark(
            rig,
            hand,
            [(0.62, -y * 1.2 * thumb), (0.9, -y * 1.05 * thumb), (1.17, (-y * 0.8 + 0.02) * thumb)],
            0.035,
            skin,
            s,
        )
    _thumb(rig, hand, skin, ((0.10, 0.17 * thumb, 0.13), (0.45, 0.32 * thumb, 0.115), (0.80, 0.30 * thumb, 0.075)), s)


def _open(rig: Rig, hand: Frame, skin: Colour, thumb: float, s: float) -> None:
    """The palm shown, fingers spread."""
    for i, (off, length) in enumerate(((-0.27, 1.18), (-0.10, 1.36), (0.09, 1.36), (0.26, 1.16))):
        finger = tube((0.5, off * 0.95, 0.13), (0.92, off * 1.25, 0.115), (length, off * 1.55, 0.08))
        rig.p.shape(hand.path(finger), skin, s * 0.05, s * 0.02, 0, line=0.55 if i else 0.7)
    rig.p.shape(hand.path(soft(_PALM)), skin, s * 0.06, s * 0.04, 0, line=0.0)
    _thumb(rig, hand, skin, ((0.14, 0.22 * thumb, 0.15), (0.46, 0.46 * thumb, 0.13), (0.76, 0.60 * thumb, 0.085)), s)
    _mark(rig, hand, [(0.2, 0.12 * thumb), (0.42, 0.06 * thumb), (0.62, 0.22 * thumb)], 0.03, skin, s)


def _closed(rig: Rig, hand: Frame, skin: Colour, thumb: float, s: float) -> None:
    rig.p.shape(hand.path(soft(_FIST)), skin, s * 0.12, s * 0.03, 0, line=0.7)
    for y in (-0.16, 0.0, 0.15):
        _mark(rig, hand, [(0.45, y), (0.74, y * 0.95)], 0.04, skin, s)
    _thumb(rig, hand, skin, ((0.12, 0.2 * thumb, 0.13), (0.42, 0.30 * thumb, 0.125), (0.64, 0.12 * thumb, 0.095)), s)


def _palm(rig: Rig, hand: Frame, skin: Colour, thumb: float, s: float) -> None:
    """What is seen of a hand behind the thing it holds; the fingers are drawn over the thing."""
    rig.p.shape(hand.path(soft([(x * 0.92, y) for x, y in _PALM])), skin, s * 0.12, s * 0.03, 0, line=0.7)
    _thumb(rig, hand, skin, ((0.12, 0.18 * thumb, 0.13), (0.42, 0.32 * thumb, 0.12), (0.70, 0.30 * thumb, 0.085)), s)


def _point(rig: Rig, hand: Frame, skin: Colour, thumb: float, s: float) -> None:
    finger = tube((0.45, 0.16 * thumb, 0.13), (0.95, 0.17 * thumb, 0.11), (1.38, 0.16 * thumb, 0.08))
    rig.p.shape(hand.path(finger), skin, s * 0.05, s * 0.02, 0, line=0.7)
    _closed(rig, hand, skin, thumb, s)


def _flat(rig: Rig, hand: Frame, skin: Colour, thumb: float, s: float) -> None:
    """The back of a hand lying flat: typing, playing, kneading."""
    for off, length in ((-0.25, 1.02), (-0.09, 1.16), (0.08, 1.16), (0.24, 1.0)):
        finger = tube((0.45, off, 0.135), (0.8, off * 1.1, 0.125), (length, off * 1.15, 0.09))
        rig.p.shape(hand.path(finger), skin, s * 0.05, s * 0.02, 0, line=0.55)
    rig.p.shape(hand.path(soft([(x * 0.85, y) for x, y in _PALM])), skin, s * 0.06, s * 0.04, 0, line=0.0)
    _thumb(rig, hand, skin, ((0.1, 0.22 * thumb, 0.14), (0.4, 0.42 * thumb, 0.12), (0.64, 0.44 * thumb, 0.085)), s)
