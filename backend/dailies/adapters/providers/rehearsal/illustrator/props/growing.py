"""Plants."""

from __future__ import annotations

import math

from dailies.adapters.providers.rehearsal.illustrator.colour import lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.props.brush import (
    GREEN,
    WOOD,
    Brush,
    Drawing,
    leaf,
)
from dailies.adapters.providers.rehearsal.illustrator.shapes import (
    minus,
    oval,
    rect,
    tube,
)


def _plant(b: Brush) -> None:
    for i, (angle, length) in enumerate(
        (
            (-155, 0.34),
            (-25, 0.34),
            (-128, 0.40),
            (-52, 0.40),
            (-105, 0.44),
            (-75, 0.44),
        )
    ):
        leaf(b, 0, -0.46, length, angle, lighter(GREEN, (-0.05, 0.03, 0.0)[i % 3]))
    for i, (x, y) in enumerate(
        (
            (-0.30, -0.66),
            (0.30, -0.68),
            (-0.16, -0.84),
            (0.17, -0.86),
            (0.0, -0.96),
            (-0.02, -0.72),
            (0.14, -0.60),
        )
    ):
        for side in (-1, 1):
            leaf(
                b,
                x,
                y,
                0.21,
                -90 + side * (52 + 8 * (i % 3)),
                lighter(GREEN, (0.07, 0.02, 0.11)[i % 3]),
            )
    pot = b.a if b.c[2] > 100 and b.c[2] < 170 else b.c
    b.blob(
        [(-0.28, -0.44, 1), (0.28, -0.44, 1), (0.20, 0, 1), (-0.20, 0, 1)],
        mix(pot, (0.58, 0.13, 42), 0.6),
        0.09,
        0.25,
    )
    b.put(rect(-0.31, -0.50, 0.62, 0.12, 0.03), (0.62, 0.13, 44), 0.03)


def _flower(b: Brush) -> None:
    for i, x in enumerate((-0.2, 0.0, 0.2)):
        top = -0.86 + abs(x) * 0.5
        b.line([(x * 0.2, 0), (x * 0.5, -0.4), (x, top)], 0.035, GREEN)
        for k in range(6):
            angle = k * math.pi / 3
            b.put(
                oval(x + 0.09 * math.cos(angle), top + 0.09 * math.sin(angle), 0.075),
                b.a if i % 2 else b.c,
                0.02,
                0.1,
                0.4,
            )
        b.flat(oval(x, top, 0.055), (0.80, 0.14, 85))


def _tree(b: Brush) -> None:
    if b.thing.noun in ("oak", "tree"):
        b.put(tube((0, 0, 0.06), (0.01, -0.4, 0.04)), WOOD, 0.02)
        for x, y, r in ((-0.16, -0.55, 0.2), (0.17, -0.55, 0.2), (0.0, -0.76, 0.24)):
            b.put(oval(x, y, r, r * 0.9), GREEN, 0.08, 0.5)
        return
    b.put(rect(-0.04, -0.14, 0.08, 0.14), WOOD, 0.02)
    for i in range(4):
        y, w = -0.10 - i * 0.2, 0.36 - i * 0.075
        b.blob(
            [
                (0, y - 0.32, 1),
                (w, y, 1),
                (w * 0.3, y - 0.03),
                (0, y + 0.02),
                (-w * 0.3, y - 0.03),
                (-w, y, 1),
            ],
            lighter((0.42, 0.07, 158), 0.02 * i),
            0.05,
            0.4,
        )


def _single_leaf(b: Brush) -> None:
    leaf(b, -0.5, -0.2, 1.1, -32, b.c)
    b.line([(-0.62, -0.1), (-0.1, -0.44), (0.4, -0.76)], 0.03, lighter(b.c, -0.14))


def _log(b: Brush) -> None:
    b.put(rect(-1.1, -0.9, 2.1, 0.9, 0.1), b.c, 0.14, 0.6)
    b.put(oval(1.0, -0.45, 0.24, 0.45), (0.74, 0.07, 72), 0.03)
    for r in (0.7, 0.4):
        b.flat(
            minus(
                oval(1.0, -0.45, 0.24 * r, 0.45 * r),
                oval(1.0, -0.45, 0.24 * r - 0.03, 0.45 * r - 0.05),
            ),
            (0.56, 0.08, 60),
        )
    b.put(tube((-0.3, -0.85, 0.1), (-0.45, -1.15, 0.07)), b.c, 0.02)


def _nest(b: Brush) -> None:
    for x in (-0.25, 0.05, 0.3):
        b.put(oval(x, -0.62, 0.18, 0.24), (0.82, 0.06, 210), 0.04)
    b.blob(
        [
            (-0.85, -0.6),
            (-0.4, -0.45),
            (0.4, -0.45),
            (0.85, -0.6),
            (0.6, -0.06),
            (-0.6, -0.06),
        ],
        (0.52, 0.07, 62),
        0.08,
        0.7,
    )
    for i in range(6):
        b.line(
            [(-0.75 + i * 0.25, -0.4), (-0.55 + i * 0.25, -0.12)],
            0.03,
            (0.40, 0.06, 55),
            0.7,
        )


DRAWINGS: dict[str, Drawing] = {
    "plant": (_plant, 1.2),
    "flower": (_flower, 1.5),
    "tree": (_tree, 22.0),
    "leaf": (_single_leaf, 0.5),
    "log": (_log, 1.0),
    "nest": (_nest, 0.7),
}
"""By the names in ``words``: the drawing, and the thing's height in heads (23 cm)."""
