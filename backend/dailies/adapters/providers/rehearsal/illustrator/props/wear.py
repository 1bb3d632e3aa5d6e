"""Things to carry, wear and treasure."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.colour import lighter
from dailies.adapters.providers.rehearsal.illustrator.props.brush import (
    BRASS,
    DARK,
    PALE,
    Brush,
    Drawing,
    label,
)
from dailies.adapters.providers.rehearsal.illustrator.shapes import (
    minus,
    oval,
    poly,
    rect,
    union,
)


def _box(b: Brush) -> None:
    b.put(poly((-0.5, -0.8), (0.34, -0.8), (0.34, 0), (-0.5, 0)), b.c, 0.1, 0.3)
    b.put(
        poly((0.34, -0.8), (0.62, -0.92), (0.62, -0.16), (0.34, 0)),
        b.p.light.shade(b.c),
        0.0,
        0.2,
    )
    b.put(
        poly((-0.5, -0.8), (-0.22, -0.94), (0.62, -0.92), (0.34, -0.8)),
        lighter(b.c, 0.06),
        0.0,
        0.2,
    )
    b.put(rect(-0.14, -0.8, 0.14, 0.8), b.a, 0.02, 0.1, 0.4)
    if b.thing.label:
        label(b, 0.02, -0.38, 0.62, 0.36)


def _bag(b: Brush) -> None:
    b.put(
        minus(oval(0, -0.72, 0.24, 0.28), oval(0, -0.72, 0.17, 0.21)),
        lighter(b.c, -0.08),
        0.03,
    )
    b.blob(
        [
            (-0.42, -0.68),
            (0.42, -0.68),
            (0.5, -0.1),
            (0.42, 0, 1),
            (-0.42, 0, 1),
            (-0.5, -0.1),
        ],
        b.c,
        0.12,
        0.3,
    )
    b.blob(
        [(-0.43, -0.69), (0.43, -0.69), (0.40, -0.34), (0, -0.28), (-0.40, -0.34)],
        lighter(b.c, 0.05),
        0.05,
        0.25,
    )
    b.put(rect(-0.07, -0.36, 0.14, 0.14, 0.03), b.a, 0.02)


def _shoe(b: Brush) -> None:
    b.blob(
        [
            (-0.85, -0.85),
            (-0.45, -0.95),
            (-0.25, -0.62),
            (0.25, -0.48),
            (0.85, -0.34),
            (0.98, -0.14),
            (-0.92, -0.14),
            (-0.95, -0.5),
        ],
        b.c,
        0.12,
    )
    b.put(
        rect(-0.96, -0.17, 1.96, 0.17, 0.06),
        PALE if b.c[0] < 0.8 else lighter(b.a, 0.0),
        0.04,
    )
    b.blob([(-0.6, -0.36), (0.0, -0.50), (0.4, -0.30), (-0.1, -0.24)], b.a, 0.03)
    for i in range(3):
        b.line(
            [
                (-0.32 + i * 0.16, -0.68 + i * 0.07),
                (-0.12 + i * 0.16, -0.76 + i * 0.10),
            ],
            0.04,
            PALE,
        )


def _hat(b: Brush) -> None:
    b.blob([(-0.5, -0.2), (-0.46, -0.85), (0, -1), (0.46, -0.85), (0.5, -0.2)], b.c, 0.12)
    b.put(oval(0, -0.15, 0.95, 0.15), b.c, 0.05)
    b.put(rect(-0.5, -0.38, 1.0, 0.16), b.a, 0.02)


def _umbrella(b: Brush) -> None:
    b.line([(0, -0.95), (0, -0.06), (0.06, 0.0), (0.11, -0.05)], 0.028, DARK)
    b.blob(
        [
            (0, -0.99),
            (0.34, -0.88),
            (0.62, -0.58, 1),
            (0.42, -0.63),
            (0.21, -0.56, 1),
            (0, -0.62),
            (-0.21, -0.56, 1),
            (-0.42, -0.63),
            (-0.62, -0.58, 1),
            (-0.34, -0.88),
        ],
        b.c,
        0.10,
        0.2,
    )
    for x in (-0.21, 0.21):
        b.line([(0, -0.98), (x * 0.8, -0.8), (x, -0.57)], 0.012, b.p.light.shade(b.c), 0.7)


def _key(b: Brush) -> None:
    b.put(minus(oval(0, -0.78, 0.24), oval(0, -0.78, 0.13)), b.c, 0.03)
    b.put(
        union(
            rect(-0.06, -0.58, 0.12, 0.58),
            rect(0.0, -0.12, 0.2, 0.09),
            rect(0.0, -0.28, 0.15, 0.08),
        ),
        b.c,
        0.02,
    )


def _ring(b: Brush) -> None:
    b.put(minus(oval(0, -0.36, 0.36), oval(0, -0.36, 0.27)), BRASS, 0.03)
    b.put(
        poly((-0.2, -0.88), (0.2, -0.88), (0.28, -0.78), (0, -0.58), (-0.28, -0.78)),
        (0.86, 0.06, 215),
        0.04,
    )


def _coin(b: Brush) -> None:
    b.put(oval(0, -0.5, 0.48), BRASS, 0.08)
    b.put(oval(0, -0.5, 0.36), lighter(BRASS, 0.06), 0.03)


def _trophy(b: Brush) -> None:
    for s in (-1, 1):
        b.put(
            minus(oval(s * 0.34, -0.76, 0.18, 0.16), oval(s * 0.34, -0.76, 0.11, 0.09)),
            BRASS,
            0.02,
        )
    b.blob(
        [
            (-0.34, -1, 1),
            (0.34, -1, 1),
            (0.28, -0.6),
            (0.08, -0.42),
            (0.08, -0.2),
            (0.24, -0.14, 1),
            (-0.24, -0.14, 1),
            (-0.08, -0.2),
            (-0.08, -0.42),
            (-0.28, -0.6),
        ],
        BRASS,
        0.08,
    )
    b.put(rect(-0.28, -0.14, 0.56, 0.14, 0.02), DARK, 0.02)


def _heart(b: Brush) -> None:
    b.blob(
        [
            (0, -0.72, 1),
            (0.26, -0.95),
            (0.5, -0.68),
            (0.3, -0.3),
            (0, 0, 1),
            (-0.3, -0.3),
            (-0.5, -0.68),
            (-0.26, -0.95),
        ],
        (0.56, 0.19, 25),
        0.12,
    )


def _mirror(b: Brush) -> None:
    b.put(oval(0, -0.5, 0.34, 0.5), BRASS, 0.04)
    b.put(oval(0, -0.5, 0.28, 0.44), (0.82, 0.03, 220), 0.05, 0.0)
    b.line([(-0.12, -0.7), (0.06, -0.84)], 0.03, (0.98, 0.0, 0), 0.7)


DRAWINGS: dict[str, Drawing] = {
    "box": (_box, 1.25),
    "bag": (_bag, 1.5),
    "key": (_key, 0.36),
    "ring": (_ring, 0.28),
    "umbrella": (_umbrella, 3.4),
    "shoe": (_shoe, 0.5),
    "hat": (_hat, 0.6),
    "skateboard": (_shoe, 0.5),
    "mirror": (_mirror, 4.0),
    "trophy": (_trophy, 1.5),
    "coin": (_coin, 0.16),
    "heart": (_heart, 0.8),
}
"""By the names in ``words``: the drawing, and the thing's height in heads (23 cm)."""
