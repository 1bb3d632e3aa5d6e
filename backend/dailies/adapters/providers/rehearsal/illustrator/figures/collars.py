"""What lies about the neck: the garment's own collar, scarves, ties and necklaces."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.cast import Garment
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter
from dailies.adapters.providers.rehearsal.illustrator.figures.cuts import over_of, top_of
from dailies.adapters.providers.rehearsal.illustrator.figures.rig import Rig
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point, oval


def draw_collar(rig: Rig) -> None:
    """The collar of the outer garment, the shirt's inside it, and what is worn at the neck."""
    neck = rig.worn.get("neck")
    if not rig.person.robot and (neck is None or neck.cut != "scarf"):
        _own_collar(rig)
    if neck:
        _WORN.get(neck.cut, _bandana)(rig, neck)


def _place(rig: Rig) -> tuple[float, float]:
    return rig.middle, rig.body.neck_y


def _own_collar(rig: Rig) -> None:
    over, top = over_of(rig.person), top_of(rig.person)
    if over and over[1].front == "bib":
        over = None
    outer = over or top
    if outer is None or outer[1].collar == "none":
        if over is None or top is None:
            return
        outer = top
    garment, cut = outer
    collar = lighter(garment.colour, 0.05)
    if over and top and cut.collar in ("lapel", "vee") and not rig.back:
        _inner(rig, top[0], top[1].collar)
    {
        "round": _round,
        "turtle": _turtle,
        "stand": _stand,
        "hood": _hood,
        "vee": _vee,
        "shirt": _points,
        "lapel": _points,
    }[cut.collar](rig, collar)


def _inner(rig: Rig, top: Garment, kind: str) -> None:
    c, y = _place(rig)
    if kind in ("turtle", "hood"):
        (_turtle if kind == "turtle" else _round)(rig, lighter(top.colour, 0.04))
        return
    for s in (-1, 1):
        points: list[Point] = [
            (c + s * 0.20, y - 0.08),
            (c + s * 0.24, y + 0.14),
            (c + s * 0.12, y + 0.32),
            (c, y + 0.18),
            (c + s * 0.1, y + 0.06),
        ]
        rig.shape(rig.upright(points), lighter(top.colour, 0.04), 0.03, 0.1, 0.7)


def _round(rig: Rig, colour: Colour) -> None:
    c, y = _place(rig)
    if rig.back:
        band: list[Point] = [
            (-0.22, y - 0.06),
            (0, y + 0.0),
            (0.22, y - 0.06),
            (0.26, y + 0.06),
            (0, y + 0.11),
            (-0.26, y + 0.06),
        ]
    else:
        band = [
            (c - 0.23, y - 0.06),
            (c - 0.13, y + 0.09),
            (c, y + 0.13),
            (c + 0.13, y + 0.09),
            (c + 0.22, y - 0.06),
            (c + 0.28, y + 0.03),
            (c + 0.17, y + 0.18),
            (c, y + 0.23),
            (c - 0.17, y + 0.18),
            (c - 0.29, y + 0.03),
        ]
    rig.shape(rig.upright(band), colour, 0.04, 0.15, 0.7)


def _turtle(rig: Rig, colour: Colour) -> None:
    c, y = _place(rig)
    roll: list[Point] = [
        (c - 0.22, y - 0.14),
        (c, y - 0.09),
        (c + 0.21, y - 0.14),
        (c + 0.25, y + 0.04),
        (c, y + 0.13),
        (c - 0.26, y + 0.05),
    ]
    rig.shape(rig.upright(roll), colour, 0.06, 0.2)
    rig.line(rig.upright([(c - 0.22, y + 0.0), (c, y + 0.06), (c + 0.22, y)]), 0.03, rig.p.light.shade(colour), 0.6)


def _stand(rig: Rig, colour: Colour) -> None:
    c, y = _place(rig)
    band: list[Point] = [
        (c - 0.23, y - 0.12),
        (c, y - 0.05),
        (c + 0.22, y - 0.12),
        (c + 0.26, y + 0.08),
        (c, y + 0.15),
        (c - 0.27, y + 0.08),
    ]
    rig.shape(rig.upright(band), colour, 0.05, 0.15)
    if not rig.back:
        rig.line(rig.upright([(c + 0.03, y - 0.05), (c + 0.03, y + 0.15)]), 0.03, rig.p.light.shade(colour), 0.8)


def _hood(rig: Rig, colour: Colour) -> None:
    """A hood lying on the shoulders."""
    c, y = _place(rig)
    if rig.back:
        sack: list[Point] = [
            (-0.42, y - 0.02),
            (0, y - 0.12),
            (0.42, y - 0.02),
            (0.40, y + 0.35),
            (0.0, y + 0.68),
            (-0.40, y + 0.35),
        ]
        rig.shape(rig.upright(sack), colour, 0.10, 0.25)
        return
    for s in (-1, 1):
        roll: list[Point] = [
            (c + s * 0.18, y - 0.14),
            (c + s * 0.40, y - 0.06),
            (c + s * 0.44, y + 0.12),
            (c + s * 0.26, y + 0.26),
            (c + s * 0.02, y + 0.30),
            (c + s * 0.12, y + 0.12),
        ]
        rig.shape(rig.upright(roll), colour, 0.06, 0.2)


def _vee(rig: Rig, colour: Colour) -> None:
    if rig.back:
        return
    c, y = _place(rig)
    if over_of(rig.person) is None and not rig.side:
        skin: list[Point] = [
            (c - 0.19, y + 0.0),
            (c + 0.19, y + 0.0),
            (c + 0.1, y + 0.26),
            (c, y + 0.42, 1),
            (c - 0.1, y + 0.26),
        ]
        rig.shape(rig.upright(skin), rig.person.skin, 0.03, 0, 0.5)
    for s in (-1, 1):
        edge: list[Point] = [(c + s * 0.22, y - 0.04), (c + s * 0.12, y + 0.24), (c, y + 0.44)]
        rig.line(rig.upright(edge), 0.07, colour, 0.95)


def _points(rig: Rig, colour: Colour) -> None:
    c, y = _place(rig)
    if rig.back:
        band: list[Point] = [
            (c - 0.26, y - 0.12),
            (c + 0.26, y - 0.12),
            (c + 0.34, y + 0.10),
            (c, y + 0.18),
            (c - 0.34, y + 0.10),
        ]
        rig.shape(rig.upright(band), colour, 0.04, 0.15, 0.7)
        return
    for s in (-1, 1):
        points: list[Point] = [
            (c + s * 0.20, y - 0.10),
            (c + s * 0.30, y + 0.02),
            (c + s * 0.36, y + 0.22, 1),
            (c + s * 0.15, y + 0.33, 1),
            (c + s * 0.10, y + 0.10),
        ]
        rig.shape(rig.upright(points), colour, 0.03, 0.12, 0.8)


def _scarf(rig: Rig, neck: Garment) -> None:
    c, y = _place(rig)
    deep = rig.p.light.shade(neck.colour)
    roll: list[Point] = [
        (c - 0.34, y - 0.17),
        (c - 0.05, y - 0.10),
        (c + 0.28, y - 0.16),
        (c + 0.41, y + 0.02),
        (c + 0.27, y + 0.25),
        (c - 0.06, y + 0.31),
        (c - 0.40, y + 0.22),
        (c - 0.46, y + 0.0),
    ]
    if not rig.back:
        tail: list[Point] = [
            (c + 0.04, y + 0.2),
            (c + 0.28, y + 0.18),
            (c + 0.36, y + 0.8),
            (c + 0.32, y + 1.25, 1),
            (c + 0.06, y + 1.22, 1),
            (c + 0.04, y + 0.7),
        ]
        rig.shape(rig.upright(tail), neck.colour, 0.07, 0.3)
        if rig.h > 30:
            for i in range(5):
                x = c + 0.09 + i * 0.055
                rig.line(rig.upright([(x, y + 1.20), (x + 0.01, y + 1.36)]), 0.03, neck.colour, 1)
    rig.shape(rig.upright(roll), neck.colour, 0.09, 0.3)
    rig.line(rig.upright([(c - 0.34, y - 0.02), (c, y + 0.07), (c + 0.34, y + 0.0)]), 0.04, deep, 0.6)
    rig.line(rig.upright([(c - 0.30, y + 0.14), (c, y + 0.20), (c + 0.2, y + 0.17)]), 0.03, deep, 0.45)


def _tie(rig: Rig, neck: Garment) -> None:
    if rig.back:
        return
    c, y = _place(rig)
    blade: list[Point] = [
        (c - 0.05, y + 0.22),
        (c + 0.05, y + 0.22),
        (c + 0.11, y + 0.95),
        (c, y + 1.18, 1),
        (c - 0.11, y + 0.95),
    ]
    rig.shape(rig.upright(blade), neck.colour, 0.04, 0.1, 0.7)
    knot: list[Point] = [(c - 0.08, y + 0.10), (c + 0.08, y + 0.10), (c + 0.05, y + 0.25), (c - 0.05, y + 0.25)]
    rig.shape(rig.upright(knot), lighter(neck.colour, 0.03), 0.02, 0.1, 0.6)


def _bow(rig: Rig, neck: Garment) -> None:
    if rig.back:
        return
    c, y = _place(rig)
    for s in (-1, 1):
        wing: list[Point] = [(c, y + 0.16), (c + s * 0.21, y + 0.05), (c + s * 0.23, y + 0.29), (c, y + 0.21)]
        rig.shape(rig.upright(wing), neck.colour, 0.03, 0.1, 0.7)


def _pendant(rig: Rig, neck: Garment) -> None:
    if rig.back:
        return
    c, y = _place(rig)
    rig.line(rig.upright([(c - 0.20, y + 0.02), (c, y + 0.45), (c + 0.20, y + 0.02)]), 0.025, (0.75, 0.11, 85), 1)
    rig.p.fill(rig.frame.path(oval(*rig.torso_at(c, y + 0.50), 0.08)), neck.colour)


def _bandana(rig: Rig, neck: Garment) -> None:
    c, y = _place(rig)
    if rig.back:
        return
    cloth: list[Point] = [
        (c - 0.28, y - 0.06),
        (c, y + 0.0),
        (c + 0.27, y - 0.06),
        (c + 0.28, y + 0.10),
        (c + 0.05, y + 0.38, 1),
        (c - 0.29, y + 0.12),
    ]
    rig.shape(rig.upright(cloth), neck.colour, 0.05, 0.15)


_WORN = {"scarf": _scarf, "tie": _tie, "bow": _bow, "pendant": _pendant, "bandana": _bandana}
