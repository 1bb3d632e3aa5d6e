"""Small things to carry, keep and fight with."""

from __future__ import annotations

import math

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter
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
from dailies.adapters.providers.rehearsal.illustrator.shapes import minus, oval, poly, rect, spline, tube, union


def _chest(b: Brush) -> None:
    b.put(rect(-0.7, -0.58, 1.4, 0.58, 0.03), b.c, 0.08, 0.5)
    b.blob(
        [
            (-0.72, -0.58, 1),
            (-0.68, -0.88),
            (-0.4, -1.0),
            (0.4, -1.0),
            (0.68, -0.88),
            (0.72, -0.58, 1),
        ],
        b.c,
        0.07,
        0.5,
    )
    for x in (-0.5, 0.5):
        b.put(rect(x - 0.06, -0.98, 0.12, 0.98), BRASS, 0.02)
    b.put(rect(-0.72, -0.62, 1.44, 0.08), BRASS, 0.01)
    b.put(rect(-0.11, -0.66, 0.22, 0.26, 0.04), lighter(BRASS, 0.08), 0.03)
    b.flat(oval(0, -0.55, 0.035), DARK)


def _sack(b: Brush) -> None:
    b.blob(
        [
            (-0.2, -0.82),
            (0.2, -0.82),
            (0.42, -0.5),
            (0.44, -0.06),
            (0.2, 0),
            (-0.2, 0),
            (-0.44, -0.06),
            (-0.42, -0.5),
        ],
        b.c,
        0.12,
        0.4,
    )
    b.blob(
        [
            (-0.26, -1.0, 1),
            (-0.08, -0.94),
            (0.1, -1.0),
            (0.28, -0.96, 1),
            (0.16, -0.8),
            (-0.16, -0.8),
        ],
        lighter(b.c, 0.05),
        0.04,
    )
    b.line([(-0.2, -0.81), (0, -0.79), (0.2, -0.81)], 0.06, (0.46, 0.08, 55))
    if b.thing.label:
        b.text(b.thing.label, 0, -0.36, 0.66, 0.2, DARK)


def _backpack(b: Brush) -> None:
    b.line([(-0.14, -0.92), (0, -1.0), (0.14, -0.92)], 0.06, lighter(b.c, -0.12))
    b.blob(
        [
            (-0.36, -0.84),
            (0, -0.96),
            (0.36, -0.84),
            (0.44, -0.4),
            (0.40, 0, 1),
            (-0.40, 0, 1),
            (-0.44, -0.4),
        ],
        b.c,
        0.1,
        0.25,
    )
    b.blob(
        [
            (-0.38, -0.82),
            (0, -0.94),
            (0.38, -0.82),
            (0.36, -0.56),
            (0, -0.50),
            (-0.36, -0.56),
        ],
        lighter(b.c, 0.06),
        0.05,
    )
    b.put(rect(-0.28, -0.40, 0.56, 0.34, 0.08), lighter(b.c, -0.05), 0.06)
    b.put(rect(-0.07, -0.60, 0.14, 0.16, 0.03), b.a, 0.02)
    b.line([(-0.22, -0.30), (0.22, -0.30)], 0.025, lighter(b.c, 0.16))
    for s in (-1, 1):
        b.put(rect(s * 0.46 - 0.06, -0.42, 0.12, 0.30, 0.05), lighter(b.c, -0.08), 0.03)
    if b.thing.label:
        b.text(b.thing.label, 0, -0.16, 0.5, 0.12, PALE)


def _suitcase(b: Brush) -> None:
    b.put(
        minus(rect(-0.18, -1.0, 0.36, 0.24, 0.08), rect(-0.11, -0.93, 0.22, 0.2, 0.05)),
        DARK,
        0.01,
    )
    b.put(rect(-0.64, -0.80, 1.28, 0.80, 0.09), b.c, 0.08, 0.3)
    for x in (-0.4, 0.4):
        b.put(rect(x - 0.06, -0.80, 0.12, 0.80), lighter(b.c, -0.12), 0.01)
        b.flat(rect(x - 0.05, -0.74, 0.10, 0.10, 0.02), BRASS)
    b.put(rect(0.0, -0.5, 0.26, 0.2, 0.03), b.a, 0.01)


def _violin_case(b: Brush) -> None:
    b.blob(
        [
            (-1.25, -0.36),
            (-1.2, -0.72),
            (-0.5, -0.7),
            (-0.1, -0.92),
            (0.4, -0.84),
            (0.9, -1.0),
            (1.28, -0.6),
            (1.2, -0.1),
        ]
        + [(0.8, 0, 1), (-1.1, 0, 1)],
        b.c,
        0.12,
        0.25,
    )
    b.line([(-1.24, -0.3), (0, -0.34), (1.25, -0.3)], 0.05, lighter(b.c, 0.2))
    for x in (-0.8, 0.7):
        b.flat(rect(x - 0.08, -0.4, 0.16, 0.14, 0.02), BRASS)
    b.line([(-0.3, -0.1), (0, 0.0), (0.3, -0.1)], 0.08, lighter(b.c, 0.15))


def _crown(b: Brush) -> None:
    b.put(
        poly(
            (-0.6, 0),
            (-0.66, -0.85),
            (-0.3, -0.42),
            (0, -1.0),
            (0.3, -0.42),
            (0.66, -0.85),
            (0.6, 0),
        ),
        BRASS,
        0.08,
    )
    b.put(rect(-0.62, -0.2, 1.24, 0.2, 0.03), lighter(BRASS, 0.07), 0.02)
    for x, y, colour in ((-0.66, -0.87, PALE), (0, -1.0, PALE), (0.66, -0.87, PALE)):
        b.put(oval(x, y, 0.07), colour, 0.02)
    for x, hue in ((-0.35, 25), (0, 255), (0.35, 150)):
        b.put(oval(x, -0.1, 0.07), (0.55, 0.16, hue), 0.02)


def _gem(b: Brush) -> None:
    tone: Colour = b.c if b.c[1] > 0.1 else (0.78, 0.10, 215)
    b.put(
        poly((-0.34, -1.0), (0.34, -1.0), (0.58, -0.68), (0, 0), (-0.58, -0.68)),
        tone,
        0.05,
        0,
    )
    b.flat(poly((-0.34, -1.0), (-0.2, -0.68), (-0.58, -0.68)), lighter(tone, 0.12))
    b.flat(poly((-0.2, -0.68), (0.2, -0.68), (0, 0)), lighter(tone, 0.07))
    b.flat(
        poly((0.34, -1.0), (0.2, -0.68), (-0.2, -0.68), (-0.34, -1.0)),
        lighter(tone, 0.16),
    )


def _necklace(b: Brush) -> None:
    b.flat(minus(oval(0, -0.62, 0.42, 0.36), oval(0, -0.62, 0.37, 0.31)), BRASS)
    b.put(oval(0, -0.14, 0.15), b.a, 0.04)
    b.flat(minus(oval(0, -0.14, 0.17), oval(0, -0.14, 0.13)), BRASS)


def _bell(b: Brush) -> None:
    b.put(oval(0, -0.06, 0.1), DARK, 0.02)
    b.blob(
        [
            (-0.42, -0.12, 1),
            (-0.3, -0.3),
            (-0.24, -0.66),
            (0, -0.86),
            (0.24, -0.66),
            (0.3, -0.3),
            (0.42, -0.12, 1),
        ],
        b.c,
        0.1,
    )
    b.put(minus(oval(0, -0.9, 0.1), oval(0, -0.9, 0.05)), b.c, 0.01)
    b.line([(-0.4, -0.18), (0, -0.15), (0.4, -0.18)], 0.03, lighter(b.c, 0.12))


def _wand(b: Brush) -> None:
    b.line([(0.06, 0), (-0.06, -0.8)], 0.05, DARK)
    star = [
        (
            0.16 * (1 if k % 2 else 0.45) * math.sin(k * math.pi / 5),
            -0.86 + 0.16 * (1 if k % 2 else 0.45) * math.cos(k * math.pi / 5),
        )
        for k in range(10)
    ]
    b.glow(-0.06, -0.86, 0.5, 0.8)
    b.flat(poly(*star), GLOW, 1, True)


def _sword(b: Brush) -> None:
    b.put(
        poly((-0.045, -0.26), (0.045, -0.26), (0.04, -0.9), (0, -1.0), (-0.04, -0.9)),
        lighter(STEEL, 0.12),
        0.02,
        0,
    )
    b.line([(0, -0.3), (0, -0.92)], 0.012, STEEL)
    b.put(rect(-0.14, -0.28, 0.28, 0.05, 0.02), BRASS, 0.01)
    b.put(rect(-0.03, -0.24, 0.06, 0.19, 0.02), (0.38, 0.07, 48), 0.01)
    b.put(oval(0, -0.03, 0.05), BRASS, 0.01)


def _shield(b: Brush) -> None:
    outline = [
        (-0.38, -0.95, 1),
        (0, -1.0),
        (0.38, -0.95, 1),
        (0.36, -0.45),
        (0, 0, 1),
        (-0.36, -0.45),
    ]
    b.blob(outline, STEEL, 0.06)
    b.put(
        spline([(x * 0.84, -0.5 + (y + 0.5) * 0.84, *c) for x, y, *c in outline]),
        b.c,
        0.05,
    )
    b.flat(rect(-0.05, -0.9, 0.1, 0.76), b.a)
    b.flat(rect(-0.3, -0.66, 0.6, 0.1), b.a)


def _bow(b: Brush) -> None:
    b.line([(0.1, -1.0), (0.34, -0.7), (0.34, -0.3), (0.1, 0.0)], 0.05, WOOD)
    b.line([(0.1, -1.0), (0.1, 0.0)], 0.012, PALE)
    b.line([(-0.3, -0.5), (0.5, -0.5)], 0.025, WOOD)
    b.flat(poly((0.48, -0.55), (0.62, -0.5), (0.48, -0.45)), STEEL)


def _star(b: Brush) -> None:
    tips = [
        (
            (0.52 if k % 2 == 0 else 0.22) * math.sin(k * math.pi / 5),
            -0.5 - (0.52 if k % 2 == 0 else 0.22) * math.cos(k * math.pi / 5),
        )
        for k in range(10)
    ]
    b.put(poly(*tips), b.c, 0.08)


def _skull(b: Brush) -> None:
    b.blob(
        [
            (-0.42, -0.6),
            (-0.3, -0.95),
            (0.3, -0.95),
            (0.42, -0.6),
            (0.26, -0.3),
            (-0.26, -0.3),
        ],
        b.c,
        0.08,
    )
    b.put(rect(-0.22, -0.34, 0.44, 0.32, 0.06), b.c, 0.04)
    for s in (-1, 1):
        b.flat(oval(s * 0.18, -0.58, 0.11, 0.12), DARK)
    b.flat(poly((0, -0.46), (0.05, -0.36), (-0.05, -0.36)), DARK)
    for x in (-0.1, 0.0, 0.1):
        b.line([(x, -0.2), (x, -0.05)], 0.02, DARK)


def _heart_stone(b: Brush) -> None:
    b.blob(
        [
            (-0.72, -0.3),
            (-0.5, -0.85),
            (0.1, -1.0),
            (0.6, -0.7),
            (0.74, -0.25),
            (0.5, 0, 1),
            (-0.55, 0, 1),
        ],
        b.c,
        0.16,
        0.5,
    )
    b.line([(-0.2, -0.8), (0.1, -0.5), (0.0, -0.2)], 0.03, lighter(b.c, -0.1), 0.7)


def _shell(b: Brush) -> None:
    b.blob(
        [
            (-0.12, -0.06, 1),
            (-0.56, -0.5),
            (-0.4, -0.86),
            (0, -1.0),
            (0.4, -0.86),
            (0.56, -0.5),
            (0.12, -0.06, 1),
        ],
        b.c,
        0.09,
    )
    for k in (-0.4, -0.2, 0.0, 0.2, 0.4):
        b.line(
            [(k * 0.2, -0.1), (k * 0.8, -0.5), (k * 1.0, -0.92 + abs(k) * 0.4)],
            0.035,
            lighter(b.c, -0.14),
            0.8,
        )
    b.put(union(rect(-0.2, -0.1, 0.4, 0.1, 0.04)), lighter(b.c, -0.06), 0.02)


def _feather(b: Brush) -> None:
    b.blob(
        [
            (0.02, -1.0),
            (0.18, -0.7),
            (0.12, -0.3),
            (0.0, -0.18, 1),
            (-0.12, -0.34),
            (-0.1, -0.72),
        ],
        b.c,
        0.05,
    )
    b.line([(0.02, -0.95), (0.02, -0.4), (-0.06, 0)], 0.025, lighter(b.c, -0.25))
    b.line([(0.14, -0.56), (0.03, -0.48)], 0.02, lighter(b.c, -0.2))


def _bone(b: Brush) -> None:
    b.put(rect(-0.8, -0.66, 1.6, 0.32, 0.1), b.c, 0.08)
    for x in (-0.9, 0.9):
        for y in (-0.75, -0.27):
            b.put(oval(x, y, 0.26, 0.24), b.c, 0.06)


def _starfish(b: Brush) -> None:
    tips: list[tuple[float, ...]] = []
    for k in range(10):
        r = 0.54 if k % 2 == 0 else 0.22
        tips.append((r * math.sin(k * math.pi / 5), -0.5 - r * math.cos(k * math.pi / 5)))
    b.put(spline(tips), (0.66, 0.16, 40), 0.07, 0.4)


def _hand(b: Brush) -> None:
    for s in (-1, 1) if b.thing.count > 1 else (1,):
        skin: Colour = (0.74, 0.07, 55)
        b.put(tube((s * 1.5, 0.0, 0.3), (s * 0.85, -0.36, 0.25), end=False), b.c, 0.08)
        b.put(tube((s * 0.9, -0.34, 0.17), (s * 0.6, -0.5, 0.16)), skin, 0.04, 0)
        b.put(oval(s * 0.46, -0.55, 0.24, 0.2), skin, 0.05, 0)
        for i, (x, y) in enumerate(((0.02, -0.86), (-0.05, -0.68), (-0.02, -0.52), (0.08, -0.38))):
            b.put(tube((s * 0.36, -0.66 + i * 0.07, 0.085), (s * x, y, 0.065)), skin, 0.03, 0)
        b.put(tube((s * 0.5, -0.68, 0.09), (s * 0.34, -0.94, 0.07)), skin, 0.03, 0)


DRAWINGS: dict[str, Drawing] = {
    "chest": (_chest, 1.6),
    "sack": (_sack, 1.8),
    "backpack": (_backpack, 2.0),
    "suitcase": (_suitcase, 2.0),
    "violin case": (_violin_case, 1.2),
    "crown": (_crown, 0.6),
    "gem": (_gem, 0.35),
    "necklace": (_necklace, 0.7),
    "bell": (_bell, 0.6),
    "wand": (_wand, 1.4),
    "sword": (_sword, 3.6),
    "shield": (_shield, 2.8),
    "bow": (_bow, 4.0),
    "star": (_star, 0.8),
    "skull": (_skull, 0.9),
    "stone": (_heart_stone, 0.5),
    "shell": (_shell, 0.45),
    "feather": (_feather, 0.9),
    "bone": (_bone, 0.4),
    "starfish": (_starfish, 0.6),
    "hand": (_hand, 1.0),
}
"""By the names in ``things``: the drawing, and the thing's height in heads (23 cm)."""
