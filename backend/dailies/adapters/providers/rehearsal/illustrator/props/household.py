"""Large things of houses and halls."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter
from dailies.adapters.providers.rehearsal.illustrator.props.brush import (
    BRASS,
    DARK,
    GREEN,
    PALE,
    STEEL,
    WOOD,
    Brush,
    Drawing,
)
from dailies.adapters.providers.rehearsal.illustrator.shapes import minus, oval, poly, rect, spline

_STONE: Colour = (0.66, 0.015, 80)


def _window(b: Brush) -> None:
    b.put(rect(-0.42, -1.0, 0.84, 1.0, 0.01), PALE, 0.03, 0.2)
    for x in (-0.35, 0.03):
        for y in (-0.93, -0.46):
            b.flat(rect(x, y, 0.32, 0.41), (0.74, 0.07, 232), 1, b.p.light.dim > 0.8)
            b.line(
                [(x + 0.04, y + 0.2), (x + 0.16, y + 0.06)],
                0.02,
                (0.97, 0.01, 220),
                0.7,
            )
    b.put(rect(-0.48, -0.06, 0.96, 0.08), lighter(WOOD, 0.1), 0.02)


def _curtain(b: Brush) -> None:
    b.line([(-0.62, -0.98), (0.62, -0.98)], 0.035, BRASS)
    for s in (-1, 1):
        b.blob(
            [
                (s * 0.6, -0.97, 1),
                (s * 0.08, -0.97, 1),
                (s * 0.16, -0.5),
                (s * 0.34, -0.34),
                (s * 0.26, 0, 1),
                (s * 0.62, 0, 1),
            ],
            b.c,
            0.06,
            0.35,
        )
        for x in (0.24, 0.4, 0.52):
            b.line(
                [(s * x, -0.94), (s * (x + 0.02), -0.05)],
                0.02,
                b.p.light.shade(b.c),
                0.6,
            )


def _fridge(b: Brush) -> None:
    b.put(rect(-0.27, -1.0, 0.54, 0.97, 0.04), b.c, 0.06, 0.05)
    b.line([(-0.26, -0.64), (0.26, -0.64)], 0.014, b.p.light.shade(b.c))
    for y0, y1 in ((-0.82, -0.70), (-0.57, -0.32)):
        b.line([(-0.2, y0), (-0.2, y1)], 0.03, STEEL)
    b.flat(rect(0.02, -0.5, 0.1, 0.11), (0.88, 0.14, 95))
    b.flat(oval(0.05, -0.84, 0.03), (0.6, 0.18, 27))
    for x in (-0.2, 0.2):
        b.line([(x, -0.03), (x, 0)], 0.05, DARK)


def _oven(b: Brush) -> None:
    b.put(rect(-0.45, -0.92, 0.9, 0.92, 0.03), b.c, 0.05)
    b.put(rect(-0.48, -0.98, 0.96, 0.1, 0.02), STEEL, 0.02)
    for x in (-0.3, -0.1, 0.1, 0.3):
        b.put(oval(x, -0.78, 0.05), PALE, 0.01)
    b.put(rect(-0.34, -0.64, 0.68, 0.46, 0.04), DARK, 0.03)
    b.flat(rect(-0.28, -0.58, 0.56, 0.34, 0.03), (0.78, 0.15, 58), 1, True)
    b.line([(-0.3, -0.67), (0.3, -0.67)], 0.035, STEEL)
    b.glow(0, -0.4, 0.6, 0.35)


def _washing_machine(b: Brush) -> None:
    b.put(rect(-0.37, -0.98, 0.74, 0.98, 0.03), (0.93, 0.01, 230), 0.05, 0.05)
    b.line([(-0.36, -0.78), (0.36, -0.78)], 0.012, STEEL)
    b.put(minus(oval(0, -0.4, 0.28), oval(0, -0.4, 0.22)), STEEL, 0.02)
    b.flat(oval(0, -0.4, 0.22), (0.5, 0.08, 235))
    b.flat(
        spline([(-0.2, -0.36), (0, -0.42), (0.2, -0.34), (0.1, -0.2), (-0.1, -0.2)]),
        b.a,
        0.8,
    )
    b.flat(oval(0.22, -0.88, 0.05), DARK)


def _cupboard(b: Brush) -> None:
    b.put(rect(-0.38, -1.0, 0.76, 0.96, 0.02), WOOD, 0.05, 0.5)
    for x in (-0.34, 0.02):
        b.put(rect(x, -0.95, 0.32, 0.54, 0.02), lighter(WOOD, 0.06), 0.02, 0.5)
        b.put(rect(x, -0.37, 0.32, 0.13, 0.02), lighter(WOOD, 0.08), 0.01, 0.4)
        b.put(rect(x, -0.21, 0.32, 0.13, 0.02), lighter(WOOD, 0.08), 0.01, 0.4)
        b.flat(oval(x + 0.16, -0.3, 0.022), BRASS)
        b.flat(oval(x + 0.16, -0.145, 0.022), BRASS)
    for x in (-0.05, 0.05):
        b.flat(oval(x, -0.68, 0.02), BRASS)


def _shelf(b: Brush) -> None:
    for y in (-0.48, 0.0):
        b.put(rect(-1.05, y - 0.07, 2.1, 0.07, 0.01), WOOD, 0.02, 0.5)
    for i in range(9):
        h = 0.26 + 0.12 * ((i * 7) % 3) / 2
        for row in (0, 1):
            tone: Colour = (
                (0.52, 0.12, 25),
                (0.50, 0.09, 250),
                (0.56, 0.09, 150),
                (0.74, 0.1, 82),
            )[(i + row * 2) % 4]
            b.put(
                rect(-0.95 + i * 0.21, -0.07 - row * 0.48 - h, 0.16, h, 0.01),
                tone,
                0.02,
                0.1,
                0.4,
            )


def _fireplace(b: Brush) -> None:
    b.put(rect(-0.62, -0.92, 1.24, 0.92), (0.56, 0.08, 35), 0.05, 0.5)
    b.put(rect(-0.7, -1.0, 1.4, 0.11, 0.02), WOOD, 0.02, 0.5)
    b.flat(
        spline([(-0.36, 0, 1), (-0.36, -0.5), (0, -0.66), (0.36, -0.5), (0.36, 0, 1)]),
        (0.14, 0.03, 40),
    )
    for s, colour in ((1.0, (0.68, 0.18, 45)), (0.62, (0.86, 0.15, 75))):
        b.flat(
            spline(
                [
                    (0.02, -0.5 * s, 1),
                    (0.2 * s, -0.24 * s),
                    (0.14, -0.03),
                    (-0.14, -0.03),
                    (-0.2 * s, -0.26 * s),
                ]
            ),
            colour,
            1,
            True,
        )
    b.glow(0, -0.2, 0.9, 0.6)


def _rug(b: Brush) -> None:
    b.put(poly((-1.6, -1.0), (1.6, -1.0), (2.0, 0), (-2.0, 0)), b.c, 0.03, 0.5)
    b.put(poly((-1.3, -0.84), (1.3, -0.84), (1.62, -0.16), (-1.62, -0.16)), b.a, 0.01, 0.5)
    b.put(
        poly((-1.0, -0.7), (1.0, -0.7), (1.24, -0.3), (-1.24, -0.3)),
        lighter(b.c, 0.06),
        0.01,
        0.5,
    )


def _stairs(b: Brush) -> None:
    for i in range(6):
        b.put(
            rect(-0.6 + i * 0.2, -(i + 1) / 6, 1.2 - i * 0.2, 1 / 6),
            lighter(_STONE, -0.04 * (i % 2)),
            0.02,
            0.4,
        )
    b.line([(-0.55, -0.5), (0.5, -1.38)], 0.03, BRASS)
    for i in range(0, 6, 2):
        b.line(
            [(-0.5 + i * 0.2, -(i + 1) / 6), (-0.5 + i * 0.2, -(i + 1) / 6 - 0.36)],
            0.02,
            BRASS,
        )


def _printer(b: Brush) -> None:
    b.put(poly((-0.4, -1.0), (0.4, -1.0), (0.34, -0.6), (-0.34, -0.6)), PALE, 0.02, 0)
    b.put(rect(-0.64, -0.68, 1.28, 0.56, 0.08), b.c, 0.08)
    b.flat(rect(-0.46, -0.36, 0.92, 0.08), DARK)
    b.put(poly((-0.38, -0.32), (0.38, -0.32), (0.46, 0), (-0.46, 0)), PALE, 0.02, 0)
    for i in range(3):
        b.line(
            [(-0.3, -0.24 + i * 0.08), (0.26, -0.24 + i * 0.08)],
            0.02,
            (0.5, 0.03, 250),
            0.8,
        )
    b.flat(oval(0.5, -0.56, 0.04), (0.72, 0.19, 148), 1, True)


def _vending(b: Brush) -> None:
    b.put(rect(-0.27, -1.0, 0.54, 0.98, 0.02), b.c, 0.05)
    b.flat(rect(-0.22, -0.92, 0.3, 0.66, 0.01), (0.86, 0.05, 225), 1, True)
    for i in range(9):
        b.flat(
            rect(-0.20 + i % 3 * 0.09, -0.88 + i // 3 * 0.21, 0.06, 0.12, 0.02),
            (0.62, 0.15, 40 + i * 70 % 360),
            1,
            True,
        )
    b.flat(rect(0.13, -0.66, 0.09, 0.13), DARK)
    b.flat(rect(-0.2, -0.18, 0.28, 0.1), DARK)
    b.glow(-0.07, -0.6, 0.5, 0.3, (0.85, 0.05, 225))


def _cage(b: Brush) -> None:
    b.flat(minus(oval(0, -0.93, 0.08), oval(0, -0.93, 0.045)), BRASS)
    for x in (-0.34, -0.2, -0.07, 0.07, 0.2, 0.34):
        b.line([(x * 0.2, -0.86), (x, -0.6), (x, -0.08)], 0.02, BRASS)
    b.put(rect(-0.38, -0.1, 0.76, 0.1, 0.03), BRASS, 0.02)
    b.line([(-0.3, -0.36), (0.3, -0.36)], 0.02, WOOD)


def _aquarium(b: Brush) -> None:
    b.flat(rect(-0.74, -0.95, 1.48, 0.9, 0.04), (0.72, 0.08, 225), 0.75)
    b.flat(rect(-0.74, -0.16, 1.48, 0.12), (0.78, 0.08, 80))
    for x, y, s in ((-0.3, -0.6, 1), (0.28, -0.42, -1)):
        b.put(
            spline([(x + s * 0.2, y), (x, y - 0.12), (x - s * 0.2, y), (x, y + 0.12)]),
            (0.68, 0.17, 50),
            0.02,
            0,
        )
        b.flat(
            poly((x - s * 0.16, y), (x - s * 0.34, y - 0.1), (x - s * 0.34, y + 0.1)),
            (0.62, 0.17, 45),
        )
    for x in (-0.55, 0.58):
        b.line([(x, -0.12), (x + 0.06, -0.4), (x - 0.03, -0.7)], 0.05, GREEN)
    b.flat(
        minus(rect(-0.76, -0.97, 1.52, 0.97, 0.05), rect(-0.71, -0.9, 1.42, 0.84, 0.03)),
        (0.4, 0.02, 260),
    )


def _throne(b: Brush) -> None:
    b.put(rect(-0.26, -0.95, 0.52, 0.9, 0.05), b.c, 0.04)
    b.put(rect(-0.19, -0.86, 0.38, 0.44, 0.05), (0.46, 0.16, 22), 0.04)
    b.put(rect(-0.32, -0.42, 0.64, 0.16, 0.04), (0.50, 0.16, 22), 0.03)
    for s in (-1, 1):
        b.put(rect(s * 0.3 - 0.05, -0.5, 0.1, 0.5, 0.02), lighter(b.c, -0.06), 0.02)
        b.put(oval(s * 0.22, -0.97, 0.05), lighter(b.c, 0.06), 0.01)
    b.put(poly((-0.1, -0.95), (0, -1.06), (0.1, -0.95)), lighter(b.c, 0.05), 0.01)


DRAWINGS: dict[str, Drawing] = {
    "window": (_window, 5.0),
    "curtain": (_curtain, 6.0),
    "fridge": (_fridge, 7.4),
    "oven": (_oven, 4.0),
    "washing machine": (_washing_machine, 3.8),
    "cupboard": (_cupboard, 7.4),
    "shelf": (_shelf, 2.6),
    "fireplace": (_fireplace, 5.4),
    "rug": (_rug, 1.2),
    "stairs": (_stairs, 5.0),
    "printer": (_printer, 2.4),
    "vending machine": (_vending, 8.0),
    "cage": (_cage, 2.2),
    "aquarium": (_aquarium, 2.2),
    "throne": (_throne, 6.4),
}
"""By the names in ``things``: the drawing, and the thing's height in heads (23 cm)."""
