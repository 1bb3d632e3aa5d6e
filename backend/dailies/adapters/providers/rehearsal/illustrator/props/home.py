"""Furniture and lamps."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.colour import lighter
from dailies.adapters.providers.rehearsal.illustrator.props.brush import (
    BRASS,
    DARK,
    GLOW,
    PALE,
    WOOD,
    Brush,
    Drawing,
)
from dailies.adapters.providers.rehearsal.illustrator.shapes import (
    minus,
    oval,
    poly,
    rect,
    spline,
)


def _lamp(b: Brush) -> None:
    b.put(oval(0, -0.03, 0.26, 0.06), b.c, 0.02)
    b.line([(0, -0.03), (-0.14, -0.42), (0.10, -0.84)], 0.045, BRASS)
    b.put(oval(-0.14, -0.42, 0.04), BRASS, 0.01)
    b.blob([(0.02, -0.98), (0.2, -0.94), (0.46, -0.62, 1), (0.05, -0.58, 1)], b.c, 0.05)
    b.flat(oval(0.26, -0.60, 0.2, 0.05), GLOW, 1, True)
    b.glow(0.26, -0.55, 0.95, 0.75)


def _lantern(b: Brush) -> None:
    b.put(minus(oval(0, -0.9, 0.16, 0.14), oval(0, -0.9, 0.11, 0.09)), b.c, 0.02)
    b.glow(0, -0.45, 1.9, 0.8)
    b.put(poly((-0.20, -0.80), (0.20, -0.80), (0.27, -0.70), (-0.27, -0.70)), b.c, 0.03)
    b.flat(rect(-0.21, -0.70, 0.42, 0.54), (0.95, 0.10, 85), 1, True)
    b.flat(
        spline([(0, -0.6, 1), (0.09, -0.36), (0, -0.22), (-0.09, -0.36)]),
        (0.88, 0.15, 62),
        1,
        True,
    )
    for x in (-0.21, 0.0, 0.21):
        b.line([(x, -0.70), (x, -0.16)], 0.03, b.c)
    b.put(rect(-0.27, -0.16, 0.54, 0.16, 0.03), b.c, 0.04)


def _candle(b: Brush) -> None:
    b.put(rect(-0.14, -0.66, 0.28, 0.66, 0.04), PALE, 0.07)
    b.flat(
        spline([(0, -1, 1), (0.09, -0.78), (0, -0.68), (-0.09, -0.78)]),
        (0.92, 0.13, 75),
        1,
        True,
    )
    b.glow(0, -0.8, 1.1, 0.8)


def _chair(b: Brush) -> None:
    for x in (-0.26, 0.30):
        b.line([(x, -0.46), (x * 1.06, 0)], 0.06, lighter(b.c, -0.08))
    b.put(rect(-0.32, -1.0, 0.10, 0.56, 0.03), b.c, 0.02)
    b.put(rect(-0.34, -0.98, 0.13, 0.30, 0.04), lighter(b.c, 0.03), 0.02)
    b.put(rect(-0.34, -0.50, 0.70, 0.10, 0.03), lighter(b.c, 0.05), 0.03)


def _bench(b: Brush) -> None:
    for x in (-1.2, 1.2):
        b.line([(x, -0.5), (x, 0)], 0.10, DARK)
    for y in (-0.98, -0.78):
        b.put(rect(-1.5, y, 3.0, 0.13, 0.03), b.c, 0.03, 0.4)
    for x in (-1.2, 1.2):
        b.line([(x, -0.95), (x, -0.45)], 0.08, DARK)
    b.put(rect(-1.5, -0.52, 3.0, 0.12, 0.03), lighter(b.c, 0.06), 0.03, 0.4)


def _table(b: Brush) -> None:
    for x in (-1.0, 1.0):
        b.line([(x, -0.9), (x * 1.03, 0)], 0.10, lighter(b.c, -0.08))
    b.put(rect(-1.25, -1.0, 2.5, 0.13, 0.03), b.c, 0.03, 0.5)


def _bed(b: Brush) -> None:
    b.put(rect(-1.7, -1.0, 0.14, 1.0, 0.04), WOOD, 0.03)
    b.put(rect(1.55, -0.62, 0.14, 0.62, 0.04), WOOD, 0.03)
    b.put(rect(-1.6, -0.45, 3.2, 0.28), PALE, 0.05)
    b.blob([(-1.5, -0.46), (-1.4, -0.72), (-0.9, -0.72), (-0.8, -0.46)], PALE, 0.06)
    b.blob(
        [
            (-0.8, -0.40, 1),
            (-0.6, -0.66),
            (0.3, -0.60),
            (1.2, -0.66),
            (1.58, -0.46),
            (1.58, -0.12, 1),
            (-0.85, -0.12, 1),
        ],
        b.c,
        0.1,
        0.3,
    )


def _sofa(b: Brush) -> None:
    b.put(rect(-1.2, -1.0, 2.4, 0.7, 0.15), b.c, 0.08, 0.3)
    b.put(rect(-1.15, -0.55, 2.3, 0.34, 0.1), lighter(b.c, 0.05), 0.06, 0.3)
    for s in (-1, 1):
        b.put(rect(s * 1.25 - 0.2, -0.72, 0.4, 0.62, 0.15), lighter(b.c, 0.02), 0.06, 0.3)
        b.line([(s * 1.1, -0.12), (s * 1.12, 0)], 0.08, DARK)


def _door(b: Brush) -> None:
    b.put(rect(-0.27, -1, 0.54, 1.0), lighter(b.c, -0.1), 0.02)
    b.put(rect(-0.23, -0.96, 0.46, 0.96), b.c, 0.03, 0.4)
    for y in (-0.88, -0.46):
        b.put(rect(-0.16, y, 0.32, 0.34), lighter(b.c, 0.04), 0.02, 0.2)
    b.flat(oval(0.17, -0.48, 0.025), BRASS)


def _ladder(b: Brush) -> None:
    for x in (-0.16, 0.16):
        b.line([(x, 0), (x * 0.8, -1)], 0.035, WOOD)
    for i in range(7):
        b.line([(-0.15, -0.1 - i * 0.13), (0.15, -0.1 - i * 0.13)], 0.03, WOOD)


def _easel(b: Brush) -> None:
    for x in (-0.34, 0.34):
        b.line([(x * 0.4, -1), (x * 1.2, 0)], 0.035, WOOD)
    b.put(rect(-0.36, -0.92, 0.72, 0.55), PALE, 0.03)
    b.flat(rect(-0.32, -0.88, 0.64, 0.25), (0.72, 0.09, 240))
    b.flat(
        spline(
            [
                (-0.32, -0.55),
                (-0.1, -0.66),
                (0.1, -0.58),
                (0.32, -0.68),
                (0.32, -0.41, 1),
                (-0.32, -0.41, 1),
            ]
        ),
        (0.55, 0.1, 150),
    )
    b.put(rect(-0.42, -0.37, 0.84, 0.05), WOOD, 0.01)


def _sign(b: Brush) -> None:
    b.line([(0, 0), (0, -0.9)], 0.06, WOOD)
    b.put(
        rect(-0.45, -1, 0.9, 0.42, 0.04),
        b.c if b.thing.label else lighter(WOOD, 0.12),
        0.04,
        0.4,
    )
    if b.thing.label:
        b.text(b.thing.label, 0, -0.79, 0.78, 0.24, PALE if b.c[0] < 0.6 else DARK)


def _fire(b: Brush) -> None:
    b.glow(0, -0.4, 2.2, 0.8, (0.85, 0.14, 62))
    for a in (-1, 1):
        b.line([(-0.5 * a, 0.0), (0.45 * a, -0.14)], 0.12, (0.34, 0.06, 45))
    for s, colour in (
        (1.0, (0.66, 0.18, 42)),
        (0.72, (0.78, 0.16, 62)),
        (0.42, (0.94, 0.12, 90)),
    ):
        b.flat(
            spline(
                [
                    (0.05 * s, -1.0 * s, 1),
                    (0.22 * s, -0.6 * s),
                    (0.38 * s, -0.7 * s, 1),
                    (0.42 * s, -0.3 * s),
                    (0.2 * s, -0.05),
                    (-0.2 * s, -0.05),
                    (-0.42 * s, -0.3 * s),
                    (-0.26 * s, -0.75 * s, 1),
                    (-0.12 * s, -0.55 * s),
                ]
            ),
            colour,
            0.95,
            True,
        )


DRAWINGS: dict[str, Drawing] = {
    "lamp": (_lamp, 1.8),
    "lantern": (_lantern, 1.15),
    "candle": (_candle, 0.6),
    "chair": (_chair, 3.8),
    "bench": (_bench, 3.6),
    "table": (_table, 3.2),
    "bed": (_bed, 4.2),
    "sofa": (_sofa, 3.6),
    "door": (_door, 8.6),
    "ladder": (_ladder, 8.0),
    "sign": (_sign, 6.4),
    "fire": (_fire, 2.2),
    "easel": (_easel, 6.6),
}
"""By the names in ``words``: the drawing, and the thing's height in heads (23 cm)."""
