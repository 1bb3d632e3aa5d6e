"""How garments close in front, and what is sewn on them."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.cast import Garment
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter
from dailies.adapters.providers.rehearsal.illustrator.figures.cuts import Cut, hem_of
from dailies.adapters.providers.rehearsal.illustrator.figures.rig import Rig
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point, oval, rect

_BRASS: Colour = (0.76, 0.12, 82)
_BRIGHT: Colour = (0.90, 0.05, 105)


def draw_front(rig: Rig, garment: Garment, cut: Cut, inner: Garment) -> None:
    """The opening of a garment. ``inner``: what shows through an open one."""
    b = rig.body
    low = b.hip_y + (0.30 if rig.pose.drop > 0.25 and (rig.side or rig.turned) else hem_of(rig.person, cut)) - 0.08
    if rig.back:
        if cut.front in ("open", "double") and cut.hem > 0.8:
            vent: list[Point] = [(0, b.hip_y - 0.2), (0.02, b.hip_y + 0.3), (0, low)]
            rig.line(rig.upright(vent), 0.04, rig.p.light.shade(garment.colour), 0.6)
        elif cut.front == "pack":
            _backpack(rig, garment)
        return
    x = rig.middle + (0.26 if rig.side else 0.04 if rig.figure.view == "three_quarter" else 0.0)
    if cut.front == "open":
        _open(rig, garment, cut, inner, x, low)
    elif cut.front == "buttons":
        _seam(rig, garment.colour, x, low)
        _buttons(rig, [(x + 0.07, 0.0)], low, _BRASS if cut.trim == "badge" else lighter(garment.colour, -0.2))
    elif cut.front == "double":
        _seam(rig, garment.colour, x + 0.2, low)
        columns = [(x - 0.17, 0.0), (x + 0.13, 0.0)] if not rig.side else [(x, 0.0)]
        dark = garment.colour[0] < 0.7
        _buttons(rig, columns, min(low, b.hip_y), _BRASS if dark else (0.3, 0.02, 265))
    elif cut.front == "zip":
        _seam(rig, garment.colour, x, low)
    elif cut.front == "wrap":
        _wrap(rig, garment, x, low)
    elif cut.front == "plates":
        _breastplate(rig, garment, x)
    elif cut.front == "pack":
        _life_support(rig, garment, x)
    elif cut.front == "pouch" and rig.h > 26:
        _pouch(rig, garment, x)


def _seam(rig: Rig, colour: Colour, x: float, low: float) -> None:
    if rig.side:
        return
    b = rig.body
    seam: list[Point] = [(x, b.neck_y + 0.22), (x + 0.02, b.hip_y - 0.6), (x, low)]
    rig.line(rig.upright(seam), 0.04, rig.p.light.shade(colour), 0.8)


def _buttons(rig: Rig, columns: list[tuple[float, float]], low: float, colour: Colour) -> None:
    if rig.h < 22 or rig.side:
        return
    b, count = rig.body, 4
    for x, _ in columns:
        for i in range(count):
            y = b.neck_y + 0.5 + (min(low, b.hip_y + 0.2) - b.neck_y - 0.6) * i / (count - 1)
            rig.p.fill(rig.frame.path(oval(*rig.torso_at(x, y), 0.042)), colour, 0.95)


def _open(rig: Rig, over: Garment, cut: Cut, inner: Garment, x: float, low: float) -> None:
    """The inner garment between two lapels; below the waist the edges of the coat fall close together."""
    b = rig.body
    if rig.side:
        d = b.deep
        edge: list[Point] = [
            (0.14, b.neck_y + 0.3),
            (d * 0.72, b.shoulder_y + 0.9),
            (d * 0.62, b.hip_y - 0.5),
            (d * 0.66, low),
        ]
        rig.line(rig.upright(edge), 0.045, rig.p.light.shade(over.colour), 0.7)
        return
    half = 0.25 * rig.narrow
    waist = b.hip_y - 0.55
    panel: list[Point] = [
        (x - half * 0.8, b.neck_y + 0.08, 1),
        (x + half * 0.8, b.neck_y + 0.08, 1),
        (x + half * 0.95, b.shoulder_y + 0.8),
        (x + half * 0.5, waist),
        (x, waist + 0.22, 1),
        (x - half * 0.5, waist),
        (x - half * 0.95, b.shoulder_y + 0.8),
    ]
    rig.shape(rig.upright(panel), inner.colour, 0.05, 0.15, 0.7)
    if inner.pattern == "stripes":
        for i in range(6):
            y = b.neck_y + 0.3 + i * 0.22
            rig.line(rig.upright([(x - half * 0.7, y), (x + half * 0.7, y)]), 0.06, (0.93, 0.02, 88), 0.9)
    deep = rig.p.light.shade(over.colour)
    rig.line(rig.upright([(x, waist + 0.12), (x + 0.03, (waist + low) / 2), (x + 0.02, low)]), 0.05, deep, 0.8)
    if cut.collar == "lapel":
        lapel = lighter(over.colour, 0.035)
        for s in (-1, 1):
            points: list[Point] = [
                (x + s * 0.15, b.neck_y + 0.0),
                (x + s * 0.40, b.neck_y + 0.30),
                (x + s * 0.50, b.neck_y + 0.58),
                (x + s * 0.38, b.neck_y + 0.68),
                (x + s * 0.14, waist + 0.02),
                (x + s * 0.15, b.neck_y + 0.5),
            ]
            rig.shape(rig.upright(points), lapel, 0.05, 0.15, 0.8)
    if rig.h > 30:
        button = oval(*rig.torso_at(x + 0.09, waist + 0.24), 0.045)
        rig.p.fill(rig.frame.path(button), lighter(over.colour, -0.2), 0.9)
        for s in (-1, 1):
            pocket: list[Point] = [(x + s * 0.30, b.hip_y - 0.08), (x + s * 0.58, b.hip_y - 0.12)]
            rig.line(rig.upright(pocket), 0.05, deep, 0.6)


def _wrap(rig: Rig, garment: Garment, x: float, low: float) -> None:
    b, deep = rig.body, rig.p.light.shade(garment.colour)
    edge = lighter(garment.colour, 0.14 if garment.colour[0] < 0.7 else -0.14)
    if rig.side:
        d = b.deep
        side: list[Point] = [(0.12, b.neck_y + 0.15), (d * 0.55, b.shoulder_y + 0.9), (d * 0.45, b.hip_y - 0.7)]
        rig.line(rig.upright(side), 0.08, edge, 0.9)
    else:
        rig.line(
            rig.upright([(x - 0.24, b.neck_y), (x - 0.02, b.shoulder_y + 0.7), (x + 0.3, b.hip_y - 0.7)]), 0.12, edge, 1
        )
        rig.line(
            rig.upright([(x + 0.24, b.neck_y), (x + 0.1, b.shoulder_y + 0.45), (x - 0.02, b.shoulder_y + 0.7)]),
            0.12,
            edge,
            1,
        )
        rig.line(rig.upright([(x + 0.24, b.hip_y - 0.4), (x + 0.2, b.hip_y + 0.8), (x + 0.26, low)]), 0.05, deep, 0.7)
    if garment.cut != "kimono":
        _belt(rig, lighter(garment.colour, -0.10), 0.16)


def _belt(rig: Rig, colour: Colour, wide: float) -> None:
    b, n = rig.body, rig.narrow
    half = b.waist * n * 1.12 if not rig.side else 0.46
    c, y = rig.middle * 0.5, b.hip_y - 0.62
    points: list[Point] = [
        (c - half, y - wide / 2),
        (c, y - wide / 2 + 0.04),
        (c + half, y - wide / 2),
        (c + half, y + wide / 2),
        (c, y + wide / 2 + 0.04),
        (c - half, y + wide / 2),
    ]
    rig.shape(rig.upright(points), colour, 0.05, 0.1)


def _breastplate(rig: Rig, garment: Garment, x: float) -> None:
    b, deep = rig.body, rig.p.light.shade(garment.colour)
    pale = lighter(garment.colour, 0.14)
    if not rig.side:
        rig.line(
            rig.upright([(x, b.neck_y + 0.2), (x + 0.02, b.shoulder_y + 0.8), (x, b.hip_y - 0.5)]), 0.05, pale, 0.9
        )
    for y in (b.hip_y - 0.5, b.hip_y - 0.25, b.hip_y):
        half = b.waist * rig.narrow if not rig.side else 0.4
        rig.line(rig.upright([(-half, y), (x, y + 0.07), (half, y)]), 0.04, deep, 0.9)
    rig.line(
        rig.upright(
            [(-b.shoulder * 0.5, b.shoulder_y + 0.25), (0, b.shoulder_y + 0.1), (b.shoulder * 0.5, b.shoulder_y + 0.25)]
        ),
        0.04,
        deep,
        0.7,
    )


def _life_support(rig: Rig, garment: Garment, x: float) -> None:
    mid = rig.torso_at(x, rig.body.shoulder_y + 0.75)
    wide = 0.62 if not rig.side else 0.3
    rig.paint(rect(mid[0] - wide / 2, mid[1] - 0.22, wide, 0.5, 0.08), lighter(garment.colour, -0.14), 0.05, 0.1)
    lamps: tuple[Colour, ...] = (rig.person.accent, (0.72, 0.14, 150), (0.6, 0.14, 250))
    for i, colour in enumerate(lamps):
        rig.p.fill(rig.frame.path(oval(mid[0] - 0.18 + i * 0.17, mid[1] - 0.05, 0.05)), colour)
    rig.line(
        [(mid[0] - 0.2, mid[1] + 0.14), (mid[0] + 0.2, mid[1] + 0.14)], 0.05, rig.p.light.shade(garment.colour), 0.9
    )
    if rig.side:
        _backpack(rig, garment)


def _backpack(rig: Rig, garment: Garment) -> None:
    b = rig.body
    left, right = (-0.62, -0.34) if rig.side else (-0.5, 0.5)
    pack: list[Point] = [
        (left, b.shoulder_y + 0.05),
        (right, b.shoulder_y + 0.05),
        (right, b.hip_y - 0.4),
        (left, b.hip_y - 0.4),
    ]
    rig.shape(rig.upright(pack), lighter(garment.colour, -0.06), 0.1, 0.15)


def _pouch(rig: Rig, garment: Garment, x: float) -> None:
    b = rig.body
    if rig.side:
        return
    pocket: list[Point] = [
        (x - 0.34, b.hip_y - 0.45),
        (x + 0.34, b.hip_y - 0.45),
        (x + 0.46, b.hip_y + 0.08),
        (x - 0.46, b.hip_y + 0.08),
    ]
    rig.shape(rig.upright(pocket), lighter(garment.colour, -0.02), 0.05, 0.2)
    for s in (-1, 1):
        rig.line(
            rig.upright([(x + s * 0.12, b.neck_y + 0.16), (x + s * 0.13, b.neck_y + 0.62)]),
            0.04,
            (0.92, 0.01, 90),
            0.95,
        )


def draw_trim(rig: Rig, garment: Garment, cut: Cut) -> None:
    """Reflective bands, a badge, or a belt."""
    b = rig.body
    if cut.trim == "bands":
        half = b.waist * rig.narrow * cut.loose * 0.98 if not rig.side else 0.44
        for y in (b.hip_y - 0.30, b.hip_y - 0.95):
            rig.line(rig.upright([(-half, y), (0, y + 0.05), (half, y)]), 0.13, _BRIGHT, 0.95)
        if not rig.side:
            for s in (-1, 1):
                rig.line(
                    rig.upright([(s * b.shoulder * 0.5, b.shoulder_y + 0.0), (s * b.shoulder * 0.52, b.hip_y - 0.95)]),
                    0.11,
                    _BRIGHT,
                    0.95,
                )
    elif cut.trim == "badge":
        _belt(rig, (0.22, 0.02, 265), 0.17)
        if not rig.back and not rig.side:
            rig.p.fill(
                rig.frame.path(oval(*rig.torso_at(rig.middle + 0.36 * rig.narrow, b.shoulder_y + 0.52), 0.075, 0.09)),
                _BRASS,
            )
        if not rig.back:
            buckle = rig.torso_at(rig.middle + (0.3 if rig.side else 0.0), b.hip_y - 0.60)
            rig.p.fill(rig.frame.path(rect(buckle[0] - 0.07, buckle[1] - 0.06, 0.14, 0.12, 0.02)), _BRASS)
    elif cut.trim == "belt":
        if garment.cut == "kimono":
            _belt(rig, rig.person.accent, 0.50)
            if rig.back:
                knot = rig.torso_at(0, b.hip_y - 0.68)
                rig.paint(
                    rect(knot[0] - 0.36, knot[1] - 0.32, 0.72, 0.62, 0.1), lighter(rig.person.accent, 0.05), 0.08, 0.2
                )
        else:
            _belt(rig, lighter(garment.colour, -0.06), 0.15)


def draw_bib(rig: Rig, over: Garment, cut: Cut) -> None:
    """An apron, or the bib of overalls."""
    b, colour = rig.body, over.colour
    hem = cut.hem * (0.75 if rig.person.age == "child" else 1)
    if rig.pose.drop > 0.25 and (rig.side or rig.turned):
        hem = min(hem, 0.2)
    if rig.back:
        straps: tuple[list[Point], ...] = tuple(
            [(s * 0.42, b.neck_y + 0.18), (s * 0.08, b.hip_y - 1.0), (-s * 0.3, b.hip_y - 0.4)] for s in (-1, 1)
        )
        for strap in straps:
            rig.line(rig.upright(strap), 0.10, colour, 1)
        rig.line(
            rig.upright([(-b.waist, b.hip_y - 0.5), (0, b.hip_y - 0.45), (b.waist, b.hip_y - 0.5)]), 0.12, colour, 1
        )
        return
    if rig.side:
        side: list[Point] = [
            (0.26, b.shoulder_y + 0.5, 1),
            (0.46, b.shoulder_y + 0.55),
            (0.48, b.hip_y - 0.5),
            (0.52, b.hip_y + hem, 1),
            (-0.1, b.hip_y + hem, 1),
            (-0.14, b.hip_y - 0.5, 1),
            (0.16, b.hip_y - 0.6),
        ]
        rig.shape(rig.upright(side), colour, 0.1)
        rig.line(rig.upright([(0.30, b.shoulder_y + 0.55), (0.10, b.neck_y + 0.1)]), 0.09, colour, 1)
        return
    n, c = rig.narrow, rig.middle
    wide, low = b.shoulder * 0.52 * n, b.hip_y + hem
    for s in (-1, 1):
        strap = [
            (c + s * wide * 0.9, b.shoulder_y + 0.75),
            (c + s * wide * 0.85, b.shoulder_y + 0.2),
            (c + s * 0.32 * n, b.neck_y + 0.10),
        ]
        rig.line(rig.upright(strap), 0.11, colour, 1)
    bib: list[Point] = [
        (c - wide, b.shoulder_y + 0.66, 1),
        (c, b.shoulder_y + 0.70),
        (c + wide, b.shoulder_y + 0.66, 1),
        (c + wide * 1.05, b.hip_y - 0.9),
        (c + b.hip * 0.98 * n, b.hip_y - 0.5, 1),
        (c + b.hip * n, low, 1),
        (c, low + 0.05),
        (c - b.hip * n, low, 1),
        (c - b.hip * 0.98 * n, b.hip_y - 0.5, 1),
        (c - wide * 1.05, b.hip_y - 0.9),
    ]
    rig.shape(rig.upright(bib), colour, 0.10, 0.22)
    if rig.h > 30:
        pocket: list[Point] = [
            (c - wide * 0.6, b.hip_y - 0.2),
            (c + wide * 0.6, b.hip_y - 0.2),
            (c + wide * 0.55, b.hip_y + 0.32),
            (c - wide * 0.55, b.hip_y + 0.32),
        ]
        if over.cut == "overalls":
            pocket = [(x, y - 1.0) for x, y in pocket]
            for s in (-1, 1):
                rig.p.fill(rig.frame.path(oval(*rig.torso_at(c + s * wide * 0.85, b.shoulder_y + 0.74), 0.05)), _BRASS)
        rig.shape(rig.upright(pocket), lighter(colour, -0.03), 0.04, 0.1, 0.6)
