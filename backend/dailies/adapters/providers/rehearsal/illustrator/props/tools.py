"""Tools of the hand."""

from __future__ import annotations

import math

from dailies.adapters.providers.rehearsal.illustrator.colour import lighter
from dailies.adapters.providers.rehearsal.illustrator.props.brush import (
    BRASS,
    DARK,
    PALE,
    STEEL,
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
    tube,
)


def _hammer(b: Brush) -> None:
    b.put(rect(-0.05, -0.85, 0.1, 0.85, 0.03), WOOD, 0.03)
    b.put(rect(-0.3, -1.0, 0.6, 0.22, 0.05), STEEL, 0.04)


def _saw(b: Brush) -> None:
    b.put(
        poly((-0.9, -0.6), (0.5, -0.75), (0.5, -0.25), (-0.9, -0.4)),
        lighter(STEEL, 0.08),
        0.03,
    )
    b.put(
        minus(rect(0.45, -0.85, 0.5, 0.7, 0.15), rect(0.58, -0.65, 0.24, 0.3, 0.1)),
        WOOD,
        0.04,
    )


def _broom(b: Brush) -> None:
    b.line([(0, -1), (0, -0.25)], 0.03, WOOD)
    b.blob(
        [(-0.05, -0.28, 1), (0.05, -0.28, 1), (0.18, 0, 1), (-0.18, 0, 1)],
        (0.72, 0.10, 80),
        0.04,
        0.5,
    )


def _bucket(b: Brush) -> None:
    b.put(minus(oval(0, -0.7, 0.42, 0.34), oval(0, -0.7, 0.38, 0.30)), STEEL, 0.0)
    b.blob([(-0.45, -0.7, 1), (0.45, -0.7, 1), (0.33, 0, 1), (-0.33, 0, 1)], b.c, 0.12)
    b.put(oval(0, -0.7, 0.45, 0.10), lighter(b.c, -0.12), 0)


def _rope(b: Brush) -> None:
    for i in range(4):
        b.put(
            minus(
                oval(0, -0.18 - i * 0.18, 0.6, 0.2),
                oval(0, -0.18 - i * 0.18, 0.42, 0.10),
            ),
            lighter((0.70, 0.07, 78), -0.03 * (i % 2)),
            0.04,
            0.3,
        )


def _net(b: Brush) -> None:
    b.line([(-0.8, 0), (-0.15, -0.5)], 0.05, WOOD)
    b.put(minus(oval(0.2, -0.66, 0.46, 0.3), oval(0.2, -0.66, 0.4, 0.24)), WOOD, 0.02)
    bag = spline([(-0.2, -0.66, 1), (0.6, -0.66, 1), (0.56, -0.3), (0.3, 0.0), (0.05, -0.2)])
    b.flat(bag, (0.86, 0.03, 150), 0.55)
    for i in range(5):
        b.line(
            [(-0.14 + i * 0.18, -0.6), (0.1 + i * 0.1, -0.1)],
            0.014,
            (0.4, 0.04, 150),
            0.8,
        )
        b.line(
            [(-0.16 + i * 0.05, -0.58 + i * 0.11), (0.6 - i * 0.06, -0.58 + i * 0.11)],
            0.014,
            (0.4, 0.04, 150),
            0.8,
        )


def _wrench(b: Brush) -> None:
    b.put(rect(-0.06, -0.72, 0.12, 0.6, 0.02), STEEL, 0.03)
    b.put(
        minus(
            oval(0, -0.84, 0.16),
            poly((-0.07, -1.05), (0.07, -1.05), (0.06, -0.82), (-0.06, -0.82)),
        ),
        STEEL,
        0.03,
    )
    b.put(minus(oval(0, -0.1, 0.11), oval(0, -0.1, 0.05)), STEEL, 0.02)


def _screwdriver(b: Brush) -> None:
    b.put(rect(-0.09, -0.45, 0.18, 0.45, 0.06), b.a, 0.04, 0)
    b.put(rect(-0.03, -0.92, 0.06, 0.48), STEEL, 0.01, 0)
    b.put(poly((-0.045, -0.92), (0.045, -0.92), (0.03, -1.0), (-0.03, -1.0)), STEEL, 0)


def _pliers(b: Brush) -> None:
    for s in (-1, 1):
        b.line([(s * 0.02, -0.6), (s * 0.2, -0.4), (s * 0.16, 0)], 0.1, b.a)
        b.put(
            poly((0, -0.58), (s * 0.15, -0.66), (s * 0.04, -1.0), (0, -1.0)),
            STEEL,
            0.02,
        )
    b.flat(oval(0, -0.6, 0.06), DARK)


def _nail(b: Brush) -> None:
    b.put(rect(-0.18, -1.0, 0.36, 0.1, 0.03), STEEL, 0.02)
    b.put(
        poly((-0.06, -0.9), (0.06, -0.9), (0.05, -0.15), (0, 0), (-0.05, -0.15)),
        STEEL,
        0.02,
    )


def _gear(b: Brush) -> None:
    teeth = [
        (
            r * math.cos(k * math.pi / 16 + 0.1),
            -0.5 + r * math.sin(k * math.pi / 16 + 0.1),
        )
        for k in range(32)
        for r in ((0.5,) if k // 2 % 2 else (0.38,))
    ]
    b.put(minus(poly(*teeth), oval(0, -0.5, 0.14)), BRASS, 0.06)
    b.flat(minus(oval(0, -0.5, 0.27), oval(0, -0.5, 0.24)), lighter(BRASS, -0.15))


def _drill(b: Brush) -> None:
    b.put(rect(-0.5, -1.0, 0.8, 0.42, 0.1), b.c, 0.06)
    b.put(poly((-0.36, -0.6), (-0.08, -0.6), (-0.16, 0), (-0.46, 0)), b.c, 0.05)
    b.put(rect(-0.56, -0.12, 0.5, 0.14, 0.04), DARK, 0.02)
    b.put(rect(0.28, -0.9, 0.16, 0.22), DARK, 0.02)
    b.line([(0.42, -0.79), (0.8, -0.79)], 0.06, STEEL)


def _axe(b: Brush) -> None:
    b.put(rect(-0.05, -0.95, 0.1, 0.95, 0.03), WOOD, 0.03)
    b.blob(
        [
            (-0.05, -0.96, 1),
            (0.14, -0.92),
            (0.36, -1.0, 1),
            (0.42, -0.78),
            (0.36, -0.58, 1),
            (0.14, -0.70),
            (-0.05, -0.68, 1),
        ],
        STEEL,
        0.04,
    )


def _paint_can(b: Brush) -> None:
    b.line([(-0.42, -0.75), (0, -1.0), (0.42, -0.75)], 0.03, DARK)
    b.put(rect(-0.42, -0.8, 0.84, 0.8, 0.03), STEEL, 0.1, 0)
    b.put(rect(-0.42, -0.56, 0.84, 0.4), b.c, 0.06, 0)
    b.put(oval(0, -0.8, 0.42, 0.1), b.c, 0.0)
    b.blob(
        [(-0.3, -0.8, 1), (-0.12, -0.8, 1), (-0.14, -0.5), (-0.2, -0.4), (-0.27, -0.5)],
        b.c,
        0.02,
    )


def _watering_can(b: Brush) -> None:
    b.put(tube((0.3, -0.4, 0.08), (0.8, -0.86, 0.05)), b.c, 0.03)
    b.put(oval(0.84, -0.9, 0.13, 0.08), lighter(b.c, 0.06), 0.02)
    b.put(minus(oval(-0.45, -0.55, 0.28, 0.34), oval(-0.45, -0.55, 0.2, 0.26)), b.c, 0.02)
    b.put(rect(-0.42, -0.72, 0.84, 0.72, 0.06), b.c, 0.1)
    b.put(oval(0, -0.72, 0.42, 0.1), lighter(b.c, -0.1), 0)


def _chain(b: Brush) -> None:
    for i in range(6):
        x, y = -1.0 + i * 0.4, -0.5 + 0.16 * math.sin(i * 1.1)
        if i % 2:
            b.put(
                rect(x - 0.27, y - 0.08, 0.54, 0.16, 0.08),
                lighter(STEEL, -0.14),
                0.03,
                0,
            )
        else:
            b.put(
                minus(oval(x, y, 0.3, 0.24), oval(x, y, 0.18, 0.12)),
                lighter(STEEL, -0.04),
                0.04,
                0,
            )


def _thread(b: Brush) -> None:
    b.put(oval(0, -0.48, 0.48), b.c, 0.12, 0.2)
    for k in (-0.3, -0.1, 0.12, 0.32):
        b.line(
            [(k - 0.22, -0.86), (k + 0.05, -0.48), (k - 0.12, -0.08)],
            0.03,
            lighter(b.c, -0.12),
            0.8,
        )
        b.line(
            [(-0.4, -0.5 + k), (0, -0.6 + k), (0.4, -0.46 + k)],
            0.025,
            lighter(b.c, 0.1),
            0.6,
        )
    b.line([(0.3, -0.06), (0.7, 0.0), (0.95, -0.06)], 0.03, b.c)


def _needle(b: Brush) -> None:
    b.put(
        poly((-0.05, -0.9), (0.0, -1.0), (0.05, -0.9), (0.0, 0)),
        lighter(STEEL, 0.12),
        0.01,
        0,
    )
    b.line([(0, -0.9), (0.18, -0.7), (0.04, -0.4), (0.2, -0.1)], 0.02, b.a)


def _fishing_rod(b: Brush) -> None:
    b.line([(-0.4, 0), (-0.1, -0.6), (0.3, -1.0)], 0.025, WOOD)
    b.line([(0.3, -1.0), (0.42, -0.3)], 0.006, PALE)
    b.put(oval(-0.3, -0.2, 0.05), STEEL, 0.01)
    b.put(oval(0.42, -0.3, 0.035, 0.045), (0.6, 0.19, 27), 0.01)


def _shovel(b: Brush) -> None:
    b.line([(0, -0.3), (0, -0.95)], 0.035, WOOD)
    b.put(
        minus(rect(-0.08, -1.0, 0.16, 0.12, 0.03), rect(-0.045, -0.97, 0.09, 0.06, 0.02)),
        WOOD,
        0.01,
    )
    b.blob(
        [(-0.12, -0.32, 1), (0.12, -0.32, 1), (0.12, -0.12), (0, 0, 1), (-0.12, -0.12)],
        STEEL,
        0.03,
    )


def _vacuum(b: Brush) -> None:
    b.put(rect(-0.3, -0.12, 0.6, 0.12, 0.04), DARK, 0.02)
    b.blob([(-0.14, -0.12, 1), (0.14, -0.12, 1), (0.1, -0.5), (-0.08, -0.55)], b.c, 0.05)
    b.line([(0, -0.5), (0.1, -1.0)], 0.035, STEEL)


def _robot_arm(b: Brush) -> None:
    b.put(rect(-0.25, -0.14, 0.5, 0.14, 0.03), DARK, 0.02)
    b.put(tube((0, -0.14, 0.09), (-0.14, -0.56, 0.07)), (0.72, 0.16, 60), 0.04, 0)
    b.put(tube((-0.14, -0.56, 0.07), (0.3, -0.86, 0.05)), (0.72, 0.16, 60), 0.03, 0)
    b.line([(0.3, -0.86), (0.44, -0.98)], 0.04, DARK)
    b.line([(0.3, -0.86), (0.48, -0.80)], 0.04, DARK)
    for x, y in ((0, -0.16), (-0.14, -0.56), (0.3, -0.86)):
        b.put(oval(x, y, 0.06), STEEL, 0.02)


DRAWINGS: dict[str, Drawing] = {
    "hammer": (_hammer, 1.2),
    "saw": (_saw, 0.9),
    "broom": (_broom, 5.6),
    "bucket": (_bucket, 1.3),
    "rope": (_rope, 0.8),
    "net": (_net, 1.6),
    "wrench": (_wrench, 1.1),
    "screwdriver": (_screwdriver, 1.0),
    "pliers": (_pliers, 0.8),
    "nail": (_nail, 0.4),
    "gear": (_gear, 0.7),
    "drill": (_drill, 1.1),
    "axe": (_axe, 2.6),
    "paint can": (_paint_can, 0.9),
    "watering can": (_watering_can, 1.4),
    "chain": (_chain, 0.6),
    "thread": (_thread, 0.5),
    "needle": (_needle, 0.4),
    "fishing rod": (_fishing_rod, 7.0),
    "shovel": (_shovel, 5.0),
    "vacuum": (_vacuum, 4.8),
    "robot arm": (_robot_arm, 6.0),
}
"""By the names in ``words``: the drawing, and the thing's height in heads (23 cm)."""
