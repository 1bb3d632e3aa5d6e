"""Food."""

from __future__ import annotations

import math

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter
from dailies.adapters.providers.rehearsal.illustrator.props.brush import (
    DARK,
    GREEN,
    PALE,
    STEEL,
    WOOD,
    Brush,
    Drawing,
    leaf,
)
from dailies.adapters.providers.rehearsal.illustrator.shapes import (
    oval,
    poly,
    rect,
    spline,
)

_CRUST: Colour = (0.66, 0.11, 62)


def _sandwich(b: Brush) -> None:
    b.blob([(-0.8, -0.28), (-0.7, 0), (0.7, 0), (0.8, -0.28)], _CRUST, 0.06, 0.3)
    b.put(rect(-0.82, -0.38, 1.64, 0.12, 0.05), (0.62, 0.15, 30), 0.02)
    wave = [(-0.9 + i * 0.2, -0.36 - (0.10 if i % 2 else 0.0)) for i in range(10)]
    b.blob([*wave, (0.9, -0.48), (-0.9, -0.48)], (0.66, 0.16, 135), 0.03)
    b.put(rect(-0.80, -0.58, 1.6, 0.10, 0.03), (0.84, 0.14, 85), 0.02)
    b.blob(
        [(-0.8, -0.58), (-0.7, -0.9), (0, -1.0), (0.7, -0.9), (0.8, -0.58)],
        _CRUST,
        0.1,
        0.3,
    )


def _pizza(b: Brush) -> None:
    b.put(poly((-0.5, -0.92), (0.5, -0.92), (0, 0)), b.c, 0.05, 0.2)
    b.blob([(-0.56, -0.84), (-0.5, -1.0), (0.5, -1.0), (0.56, -0.84)], _CRUST, 0.05, 0.3)
    for x, y in ((-0.18, -0.70), (0.20, -0.66), (0.0, -0.38)):
        b.put(oval(x, y, 0.12, 0.11), (0.56, 0.17, 30), 0.03)


def _biscuit(b: Brush) -> None:
    b.put(oval(0, -0.45, 0.8, 0.45), b.c, 0.1, 0.4)
    for x, y in (
        (-0.4, -0.55),
        (0.1, -0.7),
        (0.45, -0.4),
        (-0.1, -0.3),
        (0.2, -0.5),
        (-0.5, -0.3),
    ):
        b.flat(oval(x, y, 0.09, 0.07), (0.32, 0.06, 45))


def _cheese(b: Brush) -> None:
    b.put(poly((-0.75, -0.55), (0.75, -0.62), (0.75, 0), (-0.75, 0)), b.c, 0.06)
    b.put(poly((-0.75, -0.55), (0.35, -1.0), (0.75, -0.62)), lighter(b.c, 0.07), 0.02)
    for x, y, r in (
        (-0.35, -0.25, 0.11),
        (0.25, -0.36, 0.14),
        (0.52, -0.14, 0.08),
        (-0.05, -0.1, 0.07),
    ):
        b.put(oval(x, y, r, r * 0.85), lighter(b.c, -0.14), 0.03)


def _ice_cream(b: Brush) -> None:
    b.put(poly((-0.2, -0.52), (0.2, -0.52), (0, 0)), (0.72, 0.11, 70), 0.04, 0.4)
    for i in range(3):
        b.line(
            [(-0.18 + i * 0.1, -0.5), (0.06 + i * 0.04, -0.16)],
            0.012,
            (0.55, 0.1, 60),
            0.8,
        )
    for x, y, colour in (
        (-0.10, -0.62, (0.90, 0.05, 85)),
        (0.12, -0.62, b.a),
        (0.0, -0.82, (0.78, 0.11, 5)),
    ):
        b.put(oval(x, y, 0.17), colour, 0.05)


def _fish_dish(b: Brush) -> None:
    b.put(oval(0, -0.2, 1.4, 0.22), PALE, 0.05)
    b.put(oval(0, -0.24, 1.05, 0.14), (0.80, 0.06, 240), 0)
    fish: Colour = (0.66, 0.05, 230)
    b.blob(
        [
            (0.82, -0.5),
            (0.3, -0.78),
            (-0.4, -0.72),
            (-0.7, -0.5),
            (-0.4, -0.3),
            (0.3, -0.26),
        ],
        fish,
        0.07,
    )
    b.blob(
        [(-0.62, -0.5), (-1.05, -0.8, 1), (-0.95, -0.5), (-1.05, -0.24, 1)],
        lighter(fish, -0.06),
        0.03,
    )
    b.flat(oval(0.58, -0.55, 0.06), PALE)
    b.flat(oval(0.59, -0.55, 0.03), DARK)
    b.put(oval(-0.1, -0.22, 0.2, 0.12), (0.88, 0.16, 100), 0.02)


def _orange(b: Brush) -> None:
    b.put(oval(0, -0.48, 0.49), b.c, 0.16, 0.25)
    b.flat(oval(0.02, -0.9, 0.06, 0.03), (0.42, 0.08, 120))
    leaf(b, 0.03, -0.92, 0.38, -24, GREEN)


def _pear(b: Brush) -> None:
    b.blob(
        [
            (0, -0.9),
            (0.15, -0.72),
            (0.34, -0.32),
            (0.22, -0.02),
            (-0.22, -0.02),
            (-0.34, -0.32),
            (-0.15, -0.72),
        ],
        b.c,
        0.12,
    )
    b.line([(0, -0.86), (0.05, -1.0)], 0.05, WOOD)
    leaf(b, 0.03, -0.92, 0.28, -20, GREEN)


def _lemon(b: Brush) -> None:
    b.blob(
        [
            (-0.66, -0.45, 1),
            (-0.4, -0.8),
            (0.2, -0.9),
            (0.5, -0.62),
            (0.68, -0.46, 1),
            (0.45, -0.12),
            (-0.2, -0.04),
        ],
        b.c,
        0.14,
    )


def _banana(b: Brush) -> None:
    b.blob(
        [
            (-0.95, -0.92, 1),
            (-0.82, -1.0, 1),
            (-0.62, -0.55),
            (0.1, -0.30),
            (0.86, -0.58),
            (0.98, -0.46, 1),
        ]
        + [(0.6, -0.08), (-0.1, 0.02), (-0.75, -0.36)],
        b.c,
        0.12,
    )
    b.line(
        [(-0.78, -0.72), (-0.3, -0.26), (0.3, -0.18), (0.8, -0.42)],
        0.03,
        lighter(b.c, -0.14),
        0.7,
    )
    b.flat(rect(-0.97, -1.0, 0.15, 0.12, 0.03), (0.45, 0.07, 70))


def _carrot(b: Brush) -> None:
    for turn in (-40, -15, 10):
        leaf(b, -0.62, -0.5, 0.6, 180 + turn, lighter(GREEN, 0.04))
    b.blob(
        [
            (-0.7, -0.78),
            (-0.5, -0.85),
            (0.3, -0.62),
            (1.15, -0.36, 1),
            (0.3, -0.26),
            (-0.5, -0.16),
            (-0.7, -0.24),
        ],
        b.c,
        0.1,
    )
    for x in (-0.3, 0.05, 0.4):
        b.line([(x, -0.66 + x * 0.1), (x + 0.05, -0.5)], 0.03, lighter(b.c, -0.12), 0.8)


def _lettuce(b: Brush) -> None:
    for i, (r, tone) in enumerate(((0.54, -0.10), (0.44, -0.02), (0.32, 0.06), (0.18, 0.12))):
        ring = [
            (
                (r + (0.07 if k % 2 else -0.02)) * math.cos(k * math.pi / 8) * 1.05,
                -0.48 - 0.02 * i + (r + (0.06 if k % 2 else -0.02)) * 0.92 * math.sin(k * math.pi / 8),
            )
            for k in range(16)
        ]
        b.blob(ring, lighter(b.c, tone), 0.05)
    b.line([(0, -0.06), (0.02, -0.5), (0.0, -0.7)], 0.04, (0.92, 0.05, 120), 0.8)


def _pumpkin(b: Brush) -> None:
    for x in (-0.38, 0.38, -0.2, 0.2, 0.0):
        b.put(
            oval(x, -0.42, 0.26, 0.41),
            lighter(b.c, -0.05 if abs(x) > 0.3 else 0.02),
            0.05,
        )
    b.blob(
        [(-0.07, -0.8), (-0.03, -1.0), (0.1, -1.0), (0.07, -0.78)],
        (0.44, 0.08, 125),
        0.02,
    )


def _potato(b: Brush) -> None:
    b.blob(
        [
            (-0.72, -0.5),
            (-0.4, -0.95),
            (0.3, -0.9),
            (0.72, -0.5),
            (0.4, -0.05),
            (-0.4, -0.02),
        ],
        b.c,
        0.14,
        0.4,
    )
    for x, y in ((-0.3, -0.6), (0.2, -0.7), (0.35, -0.35), (-0.1, -0.3)):
        b.flat(oval(x, y, 0.05, 0.03), lighter(b.c, -0.16))


def _strawberry(b: Brush) -> None:
    b.blob(
        [
            (0, -0.82),
            (0.38, -0.8),
            (0.36, -0.42),
            (0.0, 0.0),
            (-0.36, -0.42),
            (-0.38, -0.8),
        ],
        b.c,
        0.12,
    )
    for x, y in (
        (-0.2, -0.62),
        (0.0, -0.5),
        (0.2, -0.62),
        (-0.1, -0.32),
        (0.1, -0.32),
        (0.0, -0.7),
    ):
        b.flat(oval(x, y, 0.022, 0.032), (0.86, 0.12, 88))
    for turn in (-160, -125, -90, -55, -20):
        leaf(b, 0, -0.8, 0.3, turn, GREEN)


def _mushroom(b: Brush) -> None:
    b.blob([(-0.13, -0.5), (0.13, -0.5), (0.2, 0, 1), (-0.2, 0, 1)], PALE, 0.06)
    b.blob(
        [
            (-0.5, -0.45, 1),
            (-0.4, -0.85),
            (0, -1.0),
            (0.4, -0.85),
            (0.5, -0.45, 1),
            (0, -0.38),
        ],
        b.c,
        0.1,
    )
    for x, y, r in ((-0.2, -0.72, 0.09), (0.14, -0.82, 0.08), (0.28, -0.58, 0.06)):
        b.flat(oval(x, y, r), PALE)


def _saucer(b: Brush) -> None:
    b.put(oval(0, -0.3, 1.7, 0.3), b.c, 0.06)
    b.put(oval(0, -0.4, 0.8, 0.13), lighter(b.c, -0.06), 0)


def _wine(b: Brush) -> None:
    b.put(oval(0, -0.03, 0.2, 0.04), (0.86, 0.02, 220), 0.01, 0)
    b.line([(0, -0.04), (0, -0.48)], 0.035, (0.88, 0.02, 220), 0.9)
    b.flat(
        spline([(-0.2, -1.0, 1), (0.2, -1.0, 1), (0.22, -0.7), (0.0, -0.46), (-0.22, -0.7)]),
        (0.90, 0.02, 220),
        0.45,
    )
    b.flat(
        spline(
            [
                (-0.21, -0.78, 1),
                (0.21, -0.78, 1),
                (0.17, -0.6),
                (0.0, -0.48),
                (-0.17, -0.6),
            ]
        ),
        (0.40, 0.13, 15),
        0.95,
    )
    b.line([(-0.13, -0.94), (-0.15, -0.7)], 0.025, (0.98, 0.01, 220), 0.8)


def _tray(b: Brush) -> None:
    b.put(oval(0, -0.4, 1.7, 0.4), STEEL, 0.08)
    b.put(oval(0, -0.46, 1.45, 0.28), lighter(STEEL, 0.1), 0.0)


DRAWINGS: dict[str, Drawing] = {
    "sandwich": (_sandwich, 0.5),
    "pizza": (_pizza, 0.7),
    "biscuit": (_biscuit, 0.25),
    "cheese": (_cheese, 0.45),
    "ice cream": (_ice_cream, 0.8),
    "fish dish": (_fish_dish, 0.4),
    "orange": (_orange, 0.36),
    "pear": (_pear, 0.46),
    "lemon": (_lemon, 0.3),
    "banana": (_banana, 0.4),
    "carrot": (_carrot, 0.36),
    "lettuce": (_lettuce, 0.75),
    "pumpkin": (_pumpkin, 1.2),
    "potato": (_potato, 0.35),
    "strawberry": (_strawberry, 0.3),
    "mushroom": (_mushroom, 0.5),
    "saucer": (_saucer, 0.16),
    "wine": (_wine, 0.9),
    "tray": (_tray, 0.25),
}
"""By the names in ``things``: the drawing, and the thing's height in heads (23 cm)."""
