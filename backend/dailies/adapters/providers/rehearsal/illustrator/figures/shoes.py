"""Feet and what is worn on them: shoes, sneakers, boots, sandals, heels, or nothing."""

from __future__ import annotations

import skia

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter
from dailies.adapters.providers.rehearsal.illustrator.figures.rig import Rig
from dailies.adapters.providers.rehearsal.illustrator.heads.curve import points, soft
from dailies.adapters.providers.rehearsal.illustrator.shapes import Frame, Point

_SIDE = points("-0.17,-0.10 0.14,-0.10 0.24,0.06 0.48,0.13 0.62,0.21 0.64,0.28 0.58,0.30,1 -0.19,0.30,1 -0.22,0.14")
_SIDE_BARE = points(
    "-0.12,-0.12 0.11,-0.12 0.2,0.06 0.42,0.17 0.57,0.22 0.6,0.27 0.5,0.30 0.3,0.28 0.1,0.30 -0.12,0.30 -0.19,0.2"
)
_SIDE_HEEL = points(
    "-0.13,-0.14 0.1,-0.14 0.2,0.02 0.42,0.2 0.6,0.26 0.6,0.30,1 0.34,0.30 0.1,0.16 -0.12,0.10 -0.17,0.0"
)
_FRONT = points("-0.15,-0.10 0.15,-0.10 0.20,0.10 0.22,0.27 0.16,0.35 0.0,0.37 -0.16,0.35 -0.22,0.27 -0.20,0.10")
_BACK = points("-0.15,-0.12 0.15,-0.12 0.18,0.14 0.16,0.29 0.0,0.30 -0.16,0.29 -0.18,0.14")
_SOLE: Colour = (0.93, 0.01, 90)


def draw_foot(rig: Rig, ankle: Point, turn: float, near: bool, outward: float) -> None:
    """A shod foot under the ankle. ``turn``: degrees the heel is raised; ``outward``: which way it points, -1 to 1."""
    shoes = rig.worn.get("shoes")
    cut = shoes.cut if shoes else "shoes"
    bare = cut in ("barefoot", "sandals", "heels")
    colour = shoes.colour if shoes and cut != "barefoot" else rig.person.skin
    if rig.person.robot:
        bare, colour = False, lighter(rig.person.skin, -0.2)
    x, y = rig.frame.at(ankle[0], ankle[1])
    scale = rig.h * (0.86 if rig.person.age in ("child", "baby") else 0.93 if rig.person.feminine else 1.0)
    foot = Frame(x, y, scale, rig.figure.facing)
    foot.matrix.preConcat(_turned(rig, turn))
    colour = rig.far_colour(colour, near)
    skin = rig.far_colour(rig.person.skin, near)
    if rig.facing_us:
        _facing(rig, foot, cut, colour, skin, outward, scale)
        return
    squeeze = 1.0 if rig.side else 0.80
    outline = _SIDE_HEEL if cut == "heels" else _SIDE_BARE if bare else _SIDE
    path = foot.path(soft([(px * squeeze, *rest) for px, *rest in outline]))
    rig.p.shape(path, skin if bare and cut != "heels" else colour, scale * 0.07, dry=0.1 if not bare else 0, line=0.8)
    if scale < 16:
        return
    if cut == "heels":
        heel = foot.path(soft(points("-0.16,0.02 -0.08,0.10 -0.10,0.30,1 -0.16,0.30,1 -0.18,0.14")))
        rig.p.shape(heel, colour, scale * 0.02, dry=0)
        _strap(rig, foot, points("-0.12,-0.14 0,-0.05 0.12,-0.13 0.14,-0.22 -0.12,-0.22"), skin, scale)
    elif cut == "sandals":
        for strap in ("0.30,0.12 0.42,0.17 0.40,0.30 0.24,0.30", "-0.14,-0.04 0.13,0.0 0.16,0.06 -0.16,0.04"):
            _strap(rig, foot, [(px * squeeze, py) for px, py in points(strap)], colour, scale)
        sole = foot.path(soft([(px * squeeze, py) for px, py in points("-0.2,0.28 0.6,0.28 0.62,0.33 -0.2,0.33")]))
        rig.p.fill(sole, lighter(colour, -0.1))
    elif cut == "sneakers":
        sole = points("-0.23,0.23,1 0.63,0.23,1 0.66,0.29 0.60,0.325,1 -0.21,0.325,1")
        rig.p.shape(foot.path(soft([(px * squeeze, *rest) for px, *rest in sole])), _SOLE, scale * 0.02, dry=0)
        for i in range(3):
            lace = [(0.20 + 0.09 * i, 0.03 + 0.035 * i), (0.26 + 0.09 * i, 0.10 + 0.02 * i)]
            rig.p.line(foot.points([(px * squeeze, py) for px, py in lace]), scale * 0.03, _SOLE, 0.9)
    elif not bare:
        heel = points("-0.2,0.25,1 0.62,0.26,1 0.62,0.31,1 0.1,0.31,1 0.06,0.34,1 -0.2,0.34,1")
        rig.p.fill(foot.path(soft([(px * squeeze, *rest) for px, *rest in heel])), lighter(colour, -0.10))


def _turned(rig: Rig, degrees: float) -> skia.Matrix:
    return Frame(0, 0, 1, 1, -degrees - 90 * rig.pose.lying).matrix


def _strap(rig: Rig, foot: Frame, outline: list[Point], colour: Colour, scale: float) -> None:
    rig.p.shape(foot.path(soft(outline)), colour, scale * 0.02, dry=0, line=0.5)


def _facing(rig: Rig, foot: Frame, cut: str, colour: Colour, skin: Colour, outward: float, scale: float) -> None:
    lean = 0.09 * outward
    outline = _BACK if rig.back else [(px + lean * max(0.0, (py + 0.1) / 0.4), py) for px, py in _FRONT]
    bare = cut in ("barefoot", "sandals")
    rig.p.shape(foot.path(soft(outline)), skin if bare else colour, scale * 0.07, dry=0 if bare else 0.1, line=0.8)
    if scale < 16:
        return
    if cut == "sneakers" and not rig.back:
        cap = [(px + lean, py) for px, py in points("-0.21,0.25 0.21,0.25 0.17,0.36 0,0.385 -0.17,0.36")]
        rig.p.shape(foot.path(soft(cap)), _SOLE, scale * 0.02, dry=0)
        for y in (0.02, 0.10, 0.18):
            rig.p.line(foot.points([(-0.08 + lean * 0.6, y), (0.08 + lean * 0.6, y)]), scale * 0.03, _SOLE, 0.9)
    elif cut == "sneakers":
        rig.p.fill(foot.path(soft(points("-0.17,0.22,1 0.17,0.22,1 0.17,0.31,1 -0.17,0.31,1"))), _SOLE)
    elif cut == "heels":
        top = points("-0.14,-0.14 0.14,-0.14 0.13,0.12 0,0.17 -0.13,0.12")
        if not rig.back:
            rig.p.fill(foot.path(soft([(px + lean * 0.3, py) for px, py in top])), skin)
        else:
            rig.p.fill(foot.path(soft(points("-0.05,0.1 0.05,0.1 0.03,0.36,1 -0.03,0.36,1"))), lighter(colour, -0.08))
    elif bare:
        for i in range(4):
            if not rig.back:
                x = -0.11 + 0.075 * i + lean
                rig.p.line(foot.points([(x, 0.27), (x, 0.35)]), scale * 0.018, rig.p.light.shade(skin), 0.8)
        if cut == "sandals":
            _strap(
                rig,
                foot,
                [(px + lean, py) for px, py in points("-0.22,0.14 0,0.10 0.22,0.14 0.22,0.22 0,0.19 -0.22,0.22")],
                colour,
                scale,
            )
    elif not rig.back:
        rig.p.line(
            foot.points([(-0.14 + lean, 0.24), (lean, 0.20), (0.14 + lean, 0.24)]),
            scale * 0.02,
            rig.p.light.shade(colour),
            0.7,
        )
