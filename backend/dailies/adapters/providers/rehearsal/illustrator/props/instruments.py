"""Things to see, hear, heal and measure with."""

from __future__ import annotations

import math

from dailies.adapters.providers.rehearsal.illustrator.colour import lighter
from dailies.adapters.providers.rehearsal.illustrator.props.brush import (
    BRASS,
    DARK,
    GLOW,
    PALE,
    STEEL,
    WOOD,
    Brush,
    Drawing,
)
from dailies.adapters.providers.rehearsal.illustrator.shapes import minus, oval, poly, rect, spline


def _brush(b: Brush) -> None:
    b.line([(0, 0), (0, -0.66)], 0.07, WOOD)
    b.put(rect(-0.055, -0.78, 0.11, 0.16, 0.01), STEEL, 0.01)
    b.blob(
        [
            (-0.06, -0.77, 1),
            (0.06, -0.77, 1),
            (0.07, -0.9),
            (0, -1.0, 1),
            (-0.07, -0.9),
        ],
        b.a,
        0.02,
    )


def _scissors(b: Brush) -> None:
    for s in (-1, 1):
        b.put(
            poly(
                (s * 0.02, -0.45),
                (s * 0.2, -1.0),
                (s * 0.06, -0.96),
                (-s * 0.06, -0.44),
            ),
            lighter(STEEL, 0.1),
            0.02,
            0,
        )
        b.put(
            minus(oval(s * 0.17, -0.17, 0.15, 0.17), oval(s * 0.17, -0.17, 0.08, 0.10)),
            b.a,
            0.03,
        )
        b.line([(s * 0.10, -0.28), (-s * 0.02, -0.46)], 0.07, b.a)
    b.flat(oval(0, -0.46, 0.03), DARK)


def _telephone(b: Brush) -> None:
    b.blob([(-0.5, -0.6), (0.5, -0.6), (0.62, 0, 1), (-0.62, 0, 1)], b.c, 0.1)
    b.blob(
        [
            (-0.66, -0.72),
            (-0.6, -0.95),
            (0, -1.0),
            (0.6, -0.95),
            (0.66, -0.72),
            (0.42, -0.66),
            (0.38, -0.8),
            (-0.38, -0.8),
            (-0.42, -0.66),
        ],
        lighter(b.c, -0.05),
        0.05,
    )
    b.put(oval(0, -0.32, 0.24, 0.2), PALE, 0.03)
    for k in range(8):
        b.flat(oval(0.16 * math.cos(k * 0.8), -0.32 + 0.13 * math.sin(k * 0.8), 0.03), DARK)


def _tablet(b: Brush) -> None:
    b.put(rect(-0.62, -0.95, 1.24, 0.95, 0.06), DARK, 0.03, 0)
    b.flat(rect(-0.54, -0.87, 1.08, 0.79, 0.02), (0.86, 0.05, 225), 1, True)
    b.flat(rect(-0.46, -0.79, 0.48, 0.36, 0.02), (0.66, 0.12, 150), 1, True)
    for i in range(3):
        b.flat(rect(0.10, -0.77 + i * 0.12, 0.36, 0.05), (0.6, 0.08, 250), 1, True)
    b.flat(rect(-0.46, -0.34, 0.92, 0.16, 0.02), (0.97, 0.01, 230), 1, True)
    b.glow(0, -0.5, 1.0, 0.2, (0.85, 0.05, 235))


def _calculator(b: Brush) -> None:
    b.put(rect(-0.31, -1.0, 0.62, 1.0, 0.06), b.c if b.c[0] < 0.6 else DARK, 0.05, 0)
    b.flat(rect(-0.23, -0.92, 0.46, 0.2, 0.02), (0.82, 0.06, 140))
    for i in range(12):
        b.flat(
            rect(-0.24 + i % 3 * 0.17, -0.64 + i // 3 * 0.15, 0.13, 0.1, 0.02),
            PALE if i != 11 else (0.62, 0.18, 30),
        )


def _microphone(b: Brush) -> None:
    b.put(poly((-0.09, -0.62), (0.09, -0.62), (0.06, 0), (-0.06, 0)), DARK, 0.03, 0)
    b.put(oval(0, -0.78, 0.21, 0.22), STEEL, 0.05)
    for k in (-0.1, 0.0, 0.1):
        b.line([(k, -0.96), (k, -0.60)], 0.012, DARK, 0.7)
        b.line([(-0.19, -0.78 + k), (0.19, -0.78 + k)], 0.012, DARK, 0.7)
    b.put(rect(-0.15, -0.62, 0.30, 0.06, 0.02), BRASS, 0.01)


def _globe(b: Brush) -> None:
    b.put(oval(0, -0.04, 0.3, 0.06), WOOD, 0.02)
    b.line([(0, -0.05), (0, -0.2)], 0.06, BRASS)
    b.put(minus(oval(0, -0.6, 0.43), oval(0, -0.6, 0.39)), BRASS, 0.01)
    b.put(oval(0, -0.6, 0.37), (0.62, 0.11, 240), 0.1)
    b.flat(
        spline([(-0.22, -0.82), (0.0, -0.86), (0.04, -0.66), (-0.12, -0.5), (-0.26, -0.62)]),
        (0.60, 0.12, 140),
    )
    b.flat(
        spline([(0.1, -0.6), (0.28, -0.66), (0.26, -0.42), (0.12, -0.36)]),
        (0.60, 0.12, 140),
    )


def _bulb(b: Brush) -> None:
    b.glow(0, -0.66, 0.9, 0.7)
    b.flat(
        spline(
            [
                (0, -1.0),
                (0.28, -0.86),
                (0.28, -0.58),
                (0.12, -0.3, 1),
                (-0.12, -0.3, 1),
                (-0.28, -0.58),
                (-0.28, -0.86),
            ]
        ),
        GLOW,
        0.95,
        True,
    )
    b.line(
        [(-0.07, -0.34), (-0.09, -0.62), (0, -0.54), (0.09, -0.62), (0.07, -0.34)],
        0.02,
        (0.62, 0.15, 55),
    )
    for y in (-0.29, -0.2, -0.11):
        b.put(rect(-0.12, y, 0.24, 0.08, 0.03), STEEL, 0.02)
    b.put(oval(0, -0.02, 0.06, 0.03), DARK, 0)


def _torch(b: Brush) -> None:
    b.glow(1.2, -0.5, 1.6, 0.7)
    b.flat(poly((1.1, -0.72), (2.4, -1.2), (2.4, 0.2), (1.1, -0.28)), GLOW, 0.22, True)
    b.put(rect(-1.1, -0.7, 1.7, 0.4, 0.08), b.c if b.c[0] < 0.6 else DARK, 0.08)
    b.put(poly((0.55, -0.72), (1.1, -0.95), (1.1, -0.05), (0.55, -0.28)), STEEL, 0.06)
    b.flat(oval(1.1, -0.5, 0.1, 0.45), GLOW, 1, True)
    b.flat(rect(-0.2, -0.76, 0.25, 0.1, 0.03), (0.62, 0.18, 30))


def _match(b: Brush) -> None:
    b.glow(0, -0.85, 0.8, 0.8)
    b.line([(0.05, 0), (0, -0.72)], 0.055, (0.80, 0.06, 78))
    b.put(oval(0, -0.72, 0.06, 0.08), (0.40, 0.14, 28), 0.01)
    b.flat(
        spline(
            [
                (0, -1.05, 1),
                (0.12, -0.82),
                (0.06, -0.68),
                (-0.06, -0.68),
                (-0.12, -0.82),
            ]
        ),
        (0.92, 0.13, 75),
        1,
        True,
    )


def _magnifying(b: Brush) -> None:
    b.line([(0.12, -0.44), (0.28, 0)], 0.09, WOOD)
    b.flat(oval(-0.02, -0.68, 0.27), (0.88, 0.04, 220), 0.55)
    b.put(minus(oval(-0.02, -0.68, 0.31), oval(-0.02, -0.68, 0.25)), BRASS, 0.03)
    b.line([(-0.16, -0.72), (-0.06, -0.84)], 0.03, (0.99, 0, 0), 0.9)


def _binoculars(b: Brush) -> None:
    for s in (-1, 1):
        b.put(
            poly((s * 0.16, -1.0), (s * 0.42, -1.0), (s * 0.6, -0.1), (s * 0.08, -0.1)),
            DARK,
            0.06,
            0,
        )
        b.put(oval(s * 0.34, -0.08, 0.27, 0.1), (0.5, 0.09, 240), 0.03)
        b.flat(rect(s * 0.29 - 0.14, -1.02, 0.28, 0.12, 0.03), STEEL)
    b.put(rect(-0.14, -0.66, 0.28, 0.22, 0.04), STEEL, 0.02)


def _test_tube(b: Brush) -> None:
    b.flat(
        spline(
            [
                (-0.1, -0.98, 1),
                (0.1, -0.98, 1),
                (0.1, -0.6),
                (0.36, -0.08),
                (0.3, 0),
                (-0.3, 0),
                (-0.36, -0.08),
                (-0.1, -0.6),
            ]
        ),
        (0.90, 0.02, 220),
        0.5,
    )
    b.flat(
        spline(
            [
                (-0.2, -0.4, 1),
                (0.2, -0.4, 1),
                (0.34, -0.08),
                (0.28, -0.02),
                (-0.28, -0.02),
                (-0.34, -0.08),
            ]
        ),
        b.a,
        0.95,
    )
    b.put(rect(-0.14, -1.0, 0.28, 0.08, 0.03), (0.86, 0.02, 220), 0.01)
    for x, y in ((-0.05, -0.5), (0.08, -0.62), (0.0, -0.78)):
        b.flat(oval(x, y, 0.035), lighter(b.a, 0.15), 0.9)


def _syringe(b: Brush) -> None:
    b.line([(1.0, -0.5), (1.5, -0.5)], 0.05, STEEL)
    b.flat(rect(-0.6, -0.75, 1.5, 0.5, 0.08), (0.92, 0.02, 220), 0.8)
    b.flat(rect(0.1, -0.7, 0.75, 0.4), b.a, 0.8)
    b.put(rect(-1.2, -0.56, 0.9, 0.12), STEEL, 0.02)
    b.put(rect(-1.3, -0.8, 0.14, 0.6, 0.04), STEEL, 0.02)
    b.put(rect(-0.68, -0.9, 0.12, 0.8, 0.04), STEEL, 0.02)


def _stethoscope(b: Brush) -> None:
    b.line([(-0.3, -1.0), (-0.32, -0.6), (0, -0.42)], 0.05, DARK)
    b.line([(0.3, -1.0), (0.32, -0.6), (0, -0.42)], 0.05, DARK)
    b.line([(0, -0.42), (0.02, -0.15), (0.3, -0.05), (0.42, -0.3)], 0.06, DARK)
    b.put(oval(0.44, -0.38, 0.14), STEEL, 0.04)
    for s in (-1, 1):
        b.flat(oval(s * 0.29, -1.0, 0.05), STEEL)


def _pill(b: Brush) -> None:
    b.put(rect(-0.3, -0.8, 0.6, 0.8, 0.06), (0.68, 0.15, 55), 0.08, 0)
    b.put(rect(-0.33, -1.0, 0.66, 0.24, 0.04), PALE, 0.04, 0)
    b.put(rect(-0.3, -0.6, 0.6, 0.38), PALE, 0.02, 0)
    b.flat(rect(-0.05, -0.54, 0.1, 0.26), (0.58, 0.19, 27))
    b.flat(rect(-0.13, -0.46, 0.26, 0.1), (0.58, 0.19, 27))


def _bandage(b: Brush) -> None:
    b.put(rect(-0.9, -0.8, 1.8, 0.6, 0.28), (0.80, 0.07, 60), 0.05)
    b.put(rect(-0.34, -0.8, 0.68, 0.6), lighter((0.80, 0.07, 60), 0.06), 0.02)
    for x in (-0.18, 0, 0.18):
        for y in (-0.62, -0.38):
            b.flat(oval(x, y, 0.035), (0.62, 0.07, 55))


def _thermometer(b: Brush) -> None:
    b.put(rect(-0.08, -1.0, 0.16, 0.86, 0.08), PALE, 0.03, 0)
    b.flat(rect(-0.03, -0.7, 0.06, 0.6), (0.58, 0.2, 27))
    b.put(oval(0, -0.12, 0.12), (0.58, 0.2, 27), 0.03)
    for i in range(5):
        b.line([(0.02, -0.88 + i * 0.13), (0.07, -0.88 + i * 0.13)], 0.012, DARK)


def _hourglass(b: Brush) -> None:
    b.flat(
        spline(
            [
                (-0.22, -0.92, 1),
                (0.22, -0.92, 1),
                (0.2, -0.7),
                (0.03, -0.5),
                (0.2, -0.3),
                (0.22, -0.08, 1),
                (-0.22, -0.08, 1),
                (-0.2, -0.3),
                (-0.03, -0.5),
                (-0.2, -0.7),
            ]
        ),
        (0.90, 0.03, 215),
        0.6,
    )
    b.flat(poly((-0.14, -0.66), (0.14, -0.66), (0, -0.5)), (0.80, 0.12, 80))
    b.flat(spline([(-0.19, -0.09, 1), (0, -0.28), (0.19, -0.09, 1)]), (0.80, 0.12, 80))
    for y in (-1.0, -0.09):
        b.put(rect(-0.3, y, 0.6, 0.09, 0.03), WOOD, 0.02)


def _fan(b: Brush) -> None:
    b.put(oval(0, -0.04, 0.28, 0.06), b.c, 0.02)
    b.line([(0, -0.05), (0, -0.5)], 0.07, STEEL)
    for k in range(3):
        angle = k * math.tau / 3 - 0.5
        b.blob(
            [
                (0, -0.64),
                (0.32 * math.cos(angle - 0.4), -0.64 + 0.32 * math.sin(angle - 0.4)),
                (0.32 * math.cos(angle + 0.4), -0.64 + 0.32 * math.sin(angle + 0.4)),
            ],
            (0.66, 0.08, 230),
            0.03,
        )
    b.put(minus(oval(0, -0.64, 0.38), oval(0, -0.64, 0.35)), DARK, 0.01)
    b.put(oval(0, -0.64, 0.07), DARK, 0.02)


def _drone(b: Brush) -> None:
    for x in (-0.95, 0.95):
        b.line([(0, -0.5), (x, -0.66)], 0.1, b.c)
        b.flat(oval(x, -0.82, 0.5, 0.06), (0.85, 0.01, 240), 0.7)
        b.line([(x, -0.66), (x, -0.84)], 0.08, DARK)
    b.put(rect(-0.4, -0.7, 0.8, 0.36, 0.14), b.c, 0.06)
    b.put(oval(0, -0.28, 0.15), DARK, 0.02)
    b.flat(oval(0.03, -0.3, 0.05), (0.8, 0.1, 220))
    for x in (-0.3, 0.3):
        b.line([(x, -0.36), (x * 1.4, 0)], 0.05, DARK)


DRAWINGS: dict[str, Drawing] = {
    "brush": (_brush, 1.0),
    "scissors": (_scissors, 0.9),
    "telephone": (_telephone, 0.7),
    "tablet": (_tablet, 0.9),
    "calculator": (_calculator, 0.6),
    "microphone": (_microphone, 0.9),
    "globe": (_globe, 1.5),
    "bulb": (_bulb, 0.5),
    "torch": (_torch, 0.25),
    "match": (_match, 0.4),
    "magnifying glass": (_magnifying, 0.9),
    "binoculars": (_binoculars, 0.8),
    "test tube": (_test_tube, 0.7),
    "syringe": (_syringe, 0.16),
    "stethoscope": (_stethoscope, 1.6),
    "pill": (_pill, 0.5),
    "bandage": (_bandage, 0.2),
    "thermometer": (_thermometer, 0.9),
    "hourglass": (_hourglass, 0.9),
    "fan": (_fan, 1.6),
    "drone": (_drone, 0.7),
}
"""By the names in ``things``: the drawing, and the thing's height in heads (23 cm)."""
