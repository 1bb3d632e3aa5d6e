"""Clothes that nobody wears, and cloth."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.colour import lighter
from dailies.adapters.providers.rehearsal.illustrator.props.brush import BRASS, DARK, PALE, Brush, Drawing
from dailies.adapters.providers.rehearsal.illustrator.shapes import minus, oval, poly, rect, spline, tube


def _glasses(b: Brush) -> None:
    for s in (-1, 1):
        b.flat(oval(s * 0.6, -0.45, 0.46, 0.42), (0.86, 0.04, 225), 0.5)
        b.put(
            minus(oval(s * 0.6, -0.45, 0.52, 0.46), oval(s * 0.6, -0.45, 0.42, 0.37)),
            DARK,
            0.02,
            0,
        )
        b.line([(s * 1.1, -0.6), (s * 1.32, -0.9)], 0.08, DARK)
    b.line([(-0.14, -0.56), (0, -0.66), (0.14, -0.56)], 0.09, DARK)


def _sock(b: Brush) -> None:
    b.blob(
        [
            (-0.3, -0.98, 1),
            (0.14, -0.98, 1),
            (0.14, -0.45),
            (0.44, -0.2),
            (0.36, 0),
            (-0.1, -0.02),
            (-0.3, -0.2),
            (-0.28, -0.5),
        ],
        b.c,
        0.08,
        0.3,
    )
    b.put(rect(-0.32, -1.0, 0.48, 0.16, 0.04), b.a, 0.02)
    b.line([(-0.29, -0.66), (0.13, -0.66)], 0.06, b.a)


def _glove(b: Brush) -> None:
    for x, top in ((-0.24, -0.84), (-0.08, -0.98), (0.09, -0.95), (0.25, -0.8)):
        b.put(tube((x, -0.45, 0.09), (x * 1.1, top, 0.075)), b.c, 0.03)
    b.put(tube((0.24, -0.34, 0.1), (0.44, -0.58, 0.08)), b.c, 0.03)
    b.put(rect(-0.33, -0.56, 0.66, 0.4, 0.12), b.c, 0.07)
    b.put(rect(-0.28, -0.2, 0.56, 0.2, 0.04), b.a, 0.03)


def _boot(b: Brush) -> None:
    b.blob(
        [
            (-0.34, -1.0, 1),
            (0.12, -1.0, 1),
            (0.12, -0.42),
            (0.5, -0.28),
            (0.52, -0.06, 1),
            (-0.36, -0.06, 1),
            (-0.32, -0.5),
        ],
        b.c,
        0.1,
    )
    b.put(rect(-0.38, -0.09, 0.92, 0.09, 0.03), DARK, 0.01)
    b.put(rect(-0.36, -1.0, 0.50, 0.13, 0.03), lighter(b.c, 0.08), 0.02)


def _scarf(b: Brush) -> None:
    b.put(minus(oval(0, -0.72, 0.42, 0.28), oval(0, -0.80, 0.24, 0.13)), b.c, 0.06, 0.3)
    for x, low in ((-0.16, -0.12), (0.12, 0.0)):
        b.put(
            poly((x - 0.1, -0.56), (x + 0.12, -0.56), (x + 0.14, low), (x - 0.12, low)), lighter(b.c, -0.04), 0.05, 0.3
        )
        for y in (0.12, 0.24):
            b.line([(x - 0.12, low - y), (x + 0.14, low - y)], 0.05, b.a)
        for i in range(4):
            b.line([(x - 0.1 + i * 0.07, low), (x - 0.1 + i * 0.07, low + 0.06)], 0.025, b.c)


def _shirt(b: Brush) -> None:
    b.blob(
        [
            (-0.2, -0.98, 1),
            (0, -0.92),
            (0.2, -0.98, 1),
            (0.58, -0.76, 1),
            (0.46, -0.5, 1),
            (0.33, -0.58, 1),
            (0.34, 0, 1),
        ]
        + [(-0.34, 0, 1), (-0.33, -0.58, 1), (-0.46, -0.5, 1), (-0.58, -0.76, 1)],
        b.c,
        0.08,
        0.3,
    )
    b.line([(0, -0.92), (0, -0.02)], 0.02, b.p.light.shade(b.c), 0.7)
    for y in (-0.75, -0.5, -0.25):
        b.flat(oval(0.04, y, 0.02), PALE)
    b.put(poly((-0.2, -0.98), (0, -0.84), (-0.02, -0.92)), lighter(b.c, 0.1), 0)
    b.put(poly((0.2, -0.98), (0, -0.84), (0.02, -0.92)), lighter(b.c, 0.1), 0)


def _helmet(b: Brush) -> None:
    b.blob(
        [(-0.62, -0.12, 1), (-0.58, -0.65), (0, -1.0), (0.58, -0.65), (0.62, -0.12, 1)],
        b.c,
        0.12,
    )
    b.put(rect(-0.66, -0.18, 1.32, 0.14, 0.06), lighter(b.c, -0.08), 0.03)
    b.put(
        spline([(-0.08, -0.2, 1), (-0.08, -0.9), (0.08, -0.9), (0.08, -0.2, 1)]),
        lighter(b.c, 0.1),
        0.02,
    )


def _mask(b: Brush) -> None:
    b.blob(
        [
            (-0.68, -0.9),
            (0, -0.76),
            (0.68, -0.9),
            (0.6, -0.4),
            (0.3, -0.1),
            (0, -0.32),
            (-0.3, -0.1),
            (-0.6, -0.4),
        ],
        b.c,
        0.08,
    )
    for s in (-1, 1):
        b.flat(
            spline(
                [
                    (s * 0.12, -0.52),
                    (s * 0.3, -0.66),
                    (s * 0.5, -0.58),
                    (s * 0.3, -0.42),
                ]
            ),
            (0.12, 0.02, 280),
        )
    b.blob([(0.5, -0.85), (0.62, -1.1), (0.8, -1.2), (0.74, -0.9)], b.a, 0.03)


def _button(b: Brush) -> None:
    b.put(oval(0, -0.5, 0.48), b.c, 0.08)
    b.flat(minus(oval(0, -0.5, 0.40), oval(0, -0.5, 0.35)), lighter(b.c, -0.1))
    for x, y in ((-0.1, -0.6), (0.1, -0.6), (-0.1, -0.4), (0.1, -0.4)):
        b.flat(oval(x, y, 0.055), DARK)


def _buckle(b: Brush) -> None:
    b.put(rect(-1.1, -0.72, 0.6, 0.44), DARK, 0.04)
    b.put(rect(0.2, -0.72, 0.9, 0.44), DARK, 0.04)
    b.put(
        minus(rect(-0.6, -1.0, 1.2, 1.0, 0.12), rect(-0.42, -0.82, 0.84, 0.64, 0.06)),
        b.c,
        0.06,
    )
    b.line([(-0.5, -0.5), (0.5, -0.5)], 0.1, lighter(b.c, 0.08))


def _belt(b: Brush) -> None:
    b.put(
        minus(oval(0, -0.42, 0.74, 0.42), oval(0, -0.42, 0.58, 0.28)),
        (0.38, 0.07, 48),
        0.05,
    )
    b.put(
        minus(rect(-0.22, -0.30, 0.44, 0.34, 0.05), rect(-0.13, -0.22, 0.26, 0.18, 0.03)),
        BRASS,
        0.02,
    )


def _tie(b: Brush) -> None:
    b.put(poly((-0.1, -1.0), (0.1, -1.0), (0.06, -0.84), (-0.06, -0.84)), b.c, 0.02)
    b.put(
        poly((-0.06, -0.84), (0.06, -0.84), (0.15, -0.16), (0, 0), (-0.15, -0.16)),
        b.c,
        0.05,
    )
    for y in (-0.6, -0.4, -0.2):
        b.line([(-0.1, y), (0.1, y - 0.1)], 0.04, b.a)


def _wallet(b: Brush) -> None:
    b.put(rect(-0.5, -1.0, 0.9, 0.5, 0.02), (0.72, 0.10, 150), 0.02)
    b.put(rect(-0.66, -0.85, 1.32, 0.85, 0.08), b.c, 0.08, 0.3)
    b.line([(-0.6, -0.45), (0.6, -0.45)], 0.03, lighter(b.c, -0.14))


def _ribbon(b: Brush) -> None:
    for s in (-1, 1):
        b.blob([(0, -0.6), (s * 0.4, -1.0), (s * 0.5, -0.6), (s * 0.4, -0.35)], b.c, 0.06)
        b.blob(
            [(0, -0.55), (s * 0.16, -0.5), (s * 0.4, -0.02, 1), (s * 0.2, -0.08, 1)],
            lighter(b.c, -0.05),
            0.04,
        )
    b.put(oval(0, -0.58, 0.12), lighter(b.c, 0.05), 0.03)


def _cushion(b: Brush) -> None:
    b.blob(
        [
            (-0.75, -0.95, 1),
            (0, -0.84),
            (0.75, -0.95, 1),
            (0.68, -0.48),
            (0.75, -0.02, 1),
            (0, -0.1),
            (-0.75, -0.02, 1),
            (-0.68, -0.48),
        ],
        b.c,
        0.12,
        0.3,
    )
    b.flat(oval(0, -0.48, 0.05), b.a)


def _blanket(b: Brush) -> None:
    for i in range(3):
        y = -0.34 - i * 0.3
        b.blob(
            [
                (-0.85, y + 0.34, 1),
                (-0.9, y + 0.1),
                (-0.7, y),
                (0.7, y),
                (0.9, y + 0.12),
                (0.85, y + 0.34, 1),
            ],
            lighter(b.c, 0.04 * i),
            0.06,
            0.35,
        )
        b.line([(0.4, y + 0.02), (0.42, y + 0.32)], 0.1, b.a)


def _soap(b: Brush) -> None:
    b.blob(
        [
            (-0.7, -0.5),
            (-0.5, -0.85),
            (0.5, -0.85),
            (0.7, -0.5),
            (0.6, -0.05),
            (-0.6, -0.05),
        ],
        b.c if b.c[0] > 0.6 else b.a,
        0.1,
    )
    for x, y, r in ((-0.5, -0.9, 0.14), (-0.3, -1.02, 0.1), (0.5, -0.92, 0.16)):
        b.flat(oval(x, y, r), (0.97, 0.01, 220), 0.8)


DRAWINGS: dict[str, Drawing] = {
    "glasses": (_glasses, 0.3),
    "sock": (_sock, 0.8),
    "glove": (_glove, 0.8),
    "boot": (_boot, 1.3),
    "scarf": (_scarf, 1.4),
    "shirt": (_shirt, 2.2),
    "helmet": (_helmet, 0.9),
    "mask": (_mask, 0.6),
    "button": (_button, 0.18),
    "buckle": (_buckle, 0.3),
    "belt": (_belt, 0.6),
    "tie": (_tie, 1.8),
    "wallet": (_wallet, 0.45),
    "ribbon": (_ribbon, 0.6),
    "cushion": (_cushion, 1.3),
    "blanket": (_blanket, 0.8),
    "soap": (_soap, 0.3),
}
"""By the names in ``things``: the drawing, and the thing's height in heads (23 cm)."""
