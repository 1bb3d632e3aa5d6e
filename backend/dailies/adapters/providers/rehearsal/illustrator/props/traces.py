"""What is left behind on a table or the ground: crumbs, footprints, puddles, leaves."""

from __future__ import annotations

import math

from dailies.adapters.providers.rehearsal.illustrator.chance import stream
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter
from dailies.adapters.providers.rehearsal.illustrator.props.brush import GREEN, WOOD, Brush, Drawing, leaf
from dailies.adapters.providers.rehearsal.illustrator.shapes import minus, oval, poly, rect, spline

_WATER: Colour = (0.70, 0.05, 230)


def _crumb(b: Brush) -> None:
    spread = stream("crumbs", b.thing.name)
    for i in range(17):
        x, y = float(spread.normal(0, 0.85)), -0.5 + float(spread.normal(0, 0.28))
        r = float(spread.uniform(0.07, 0.2))
        points = [(x + r * math.cos(k * 1.26 + i), y + r * 0.7 * math.sin(k * 1.26 + i)) for k in range(5)]
        b.put(
            spline(points),
            lighter((0.68, 0.10, 66), float(spread.uniform(-0.12, 0.12))),
            0.04,
            0,
        )


def _footprint(b: Brush) -> None:
    dark: Colour = b.p.light.shade(b.p.light.shadow)
    animal = "paw" in b.thing.noun
    for i in range(4):
        x, y = -1.5 + i * 1.0, -0.28 - (0.42 if i % 2 else 0.0)
        if animal:
            b.flat(oval(x, y, 0.15, 0.12), dark, 0.5)
            for k in (-1, 0, 1):
                b.flat(oval(x + 0.16, y + k * 0.12, 0.06, 0.05), dark, 0.5)
        else:
            b.flat(
                spline(
                    [
                        (x - 0.1, y - 0.11),
                        (x + 0.2, y - 0.13),
                        (x + 0.3, y),
                        (x + 0.2, y + 0.12),
                        (x - 0.1, y + 0.09),
                    ]
                ),
                dark,
                0.5,
            )
            b.flat(oval(x - 0.26, y, 0.11, 0.10), dark, 0.5)


def _trail(b: Brush) -> None:
    path = [(-2.3, -0.3), (-1.3, -0.62), (-0.3, -0.34), (0.8, -0.66), (2.3, -0.4)]
    b.line(path, 0.42, _WATER, 0.75)
    b.line([(x, y - 0.08) for x, y in path], 0.08, (0.97, 0.01, 230), 0.8)
    for x, y in ((-1.8, -0.05), (-0.7, -0.9), (0.4, -0.12), (1.6, -0.95), (1.9, -0.05)):
        b.flat(oval(x, y, 0.12, 0.08), _WATER, 0.8)


def _puddle(b: Brush) -> None:
    b.flat(
        spline(
            [
                (-2.2, -0.45),
                (-1.2, -0.9),
                (0.4, -0.8),
                (1.7, -0.95),
                (2.2, -0.4),
                (1.2, -0.05),
                (-0.6, -0.1),
            ]
        ),
        _WATER,
        0.85,
    )
    b.flat(
        spline([(-1.5, -0.5), (-0.6, -0.76), (0.7, -0.68), (0.1, -0.56)]),
        (0.93, 0.02, 225),
        0.7,
    )
    b.line([(0.5, -0.36), (1.1, -0.30), (1.6, -0.38)], 0.05, (0.95, 0.02, 225), 0.7)


def _splash(b: Brush) -> None:
    for r in (1.15, 0.78, 0.42):
        b.flat(
            minus(oval(0, -0.2, r, r * 0.17), oval(0, -0.2, r - 0.07, r * 0.17 - 0.03)),
            (0.95, 0.02, 225),
            0.8,
        )
    for x, y, r in (
        (-0.5, -0.6, 0.09),
        (-0.2, -0.9, 0.07),
        (0.15, -0.72, 0.1),
        (0.5, -0.52, 0.07),
        (0.0, -0.5, 0.08),
    ):
        b.flat(
            spline([(x, y - r * 1.8, 1), (x + r, y), (x, y + r), (x - r, y)]),
            (0.88, 0.04, 228),
            0.9,
        )


def _stain(b: Brush) -> None:
    dark: Colour = (0.34, 0.06, 50) if "oil" not in b.thing.noun else (0.22, 0.02, 280)
    b.flat(
        spline(
            [
                (-2.1, -0.5),
                (-1.0, -0.95),
                (0.7, -0.86),
                (2.1, -0.5),
                (1.0, -0.08),
                (-0.8, -0.12),
            ]
        ),
        dark,
        0.7,
    )
    for x, y in ((-2.0, -0.1), (1.9, -0.95), (2.2, -0.15)):
        b.flat(oval(x, y, 0.12, 0.09), dark, 0.7)


def _shard(b: Brush) -> None:
    tones = (
        b.c if b.c[0] > 0.6 else (0.88, 0.02, 220),
        (0.93, 0.02, 220),
        (0.80, 0.03, 225),
    )
    for i, (x, y, s, turn) in enumerate(
        (
            (-1.2, -0.3, 0.42, 0.3),
            (-0.4, -0.62, 0.5, 1.4),
            (0.35, -0.28, 0.38, 2.3),
            (1.1, -0.56, 0.44, 0.9),
            (1.5, -0.15, 0.2, 2.0),
        )
    ):
        corners = [
            (
                x + s * math.cos(turn + k * 2.2) * (1 if k else 0.6),
                y + s * 0.7 * math.sin(turn + k * 2.2),
            )
            for k in range(3)
        ]
        b.put(poly(*corners), tones[i % 3], 0.05, 0)


def _fallen_leaf(b: Brush) -> None:
    spread = stream("fallen", b.thing.name)
    for i in range(9):
        tone: Colour = ((0.66, 0.15, 58), (0.56, 0.16, 38), (0.76, 0.14, 82))[i % 3]
        leaf(
            b,
            float(spread.uniform(-1.4, 1.1)),
            -0.1 - float(spread.uniform(0, 0.6)),
            0.5,
            float(spread.uniform(0, 360)),
            tone,
        )


def _grass(b: Brush) -> None:
    for i, (x, top) in enumerate(((-0.45, -0.6), (-0.25, -0.9), (-0.05, -1.0), (0.15, -0.85), (0.38, -0.62))):
        b.blob(
            [
                (x * 0.4 - 0.06, 0, 1),
                (x * 0.7, top * 0.5),
                (x, top, 1),
                (x * 0.6 + 0.1, top * 0.5),
                (x * 0.4 + 0.06, 0, 1),
            ],
            lighter(GREEN, 0.04 * (i % 3)),
            0.02,
        )


def _sandcastle(b: Brush) -> None:
    sand: Colour = (0.80, 0.07, 80)
    b.put(rect(-0.45, -0.5, 0.9, 0.5, 0.02), sand, 0.05, 0.4)
    for x, top in ((-0.5, -0.7), (0.5, -0.7), (0.0, -0.9)):
        b.put(rect(x - 0.17, top, 0.34, -top, 0.02), lighter(sand, -0.03), 0.05, 0.4)
        for k in (-0.12, 0.0, 0.12):
            b.put(rect(x + k - 0.04, top - 0.07, 0.08, 0.08), lighter(sand, -0.03), 0.01)
    b.flat(
        spline([(-0.1, 0, 1), (-0.1, -0.2), (0, -0.3), (0.1, -0.2), (0.1, 0, 1)]),
        (0.50, 0.05, 65),
    )
    b.line([(0, -0.95), (0, -1.15)], 0.02, WOOD)
    b.flat(poly((0, -1.15), (0.2, -1.09), (0, -1.03)), (0.60, 0.18, 27))


def _hole(b: Brush) -> None:
    b.put(oval(0, -0.45, 1.9, 0.45), (0.46, 0.05, 55), 0.05, 0.3)
    b.flat(oval(0, -0.42, 1.55, 0.33), (0.14, 0.02, 50))


def _manhole(b: Brush) -> None:
    b.put(oval(0, -0.5, 1.6, 0.5), (0.42, 0.01, 260), 0.05)
    for i in range(5):
        b.line(
            [(-1.0, -0.78 + i * 0.14), (1.0, -0.78 + i * 0.14)],
            0.05,
            (0.2, 0.01, 260),
            0.9,
        )


def _egg_nest(b: Brush) -> None:
    for x in (-0.3, 0.3, 0.0):
        b.put(oval(x, -0.5, 0.24, 0.34), (0.90, 0.04, 210), 0.06)
    b.blob(
        [
            (-1.0, -0.55),
            (-0.7, -0.38),
            (0, -0.3),
            (0.7, -0.38),
            (1.0, -0.55),
            (0.7, -0.04),
            (-0.7, -0.04),
        ],
        (0.54, 0.07, 65),
        0.08,
        0.6,
    )


DRAWINGS: dict[str, Drawing] = {
    "crumb": (_crumb, 0.22),
    "footprint": (_footprint, 1.0),
    "trail": (_trail, 0.8),
    "puddle": (_puddle, 0.7),
    "splash": (_splash, 0.7),
    "stain": (_stain, 0.5),
    "shard": (_shard, 0.5),
    "fallen leaf": (_fallen_leaf, 0.8),
    "grass tuft": (_grass, 0.9),
    "sandcastle": (_sandcastle, 1.6),
    "hole": (_hole, 0.6),
    "manhole": (_manhole, 0.7),
    "egg nest": (_egg_nest, 0.5),
}
"""By the names in ``things``: the drawing, and the thing's height in heads (23 cm)."""
