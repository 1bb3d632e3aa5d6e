"""Things to read, write, look, listen and measure with."""

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
    union,
)


def _book(b: Brush) -> None:
    b.put(
        poly(
            (-0.72, -0.92),
            (0, -0.84),
            (0.72, -0.92),
            (0.74, -0.02),
            (0, 0.04),
            (-0.74, -0.02),
        ),
        b.c,
        0.1,
    )
    b.put(
        poly((-0.66, -0.96), (-0.02, -0.86), (-0.02, -0.02), (-0.66, -0.08)),
        PALE,
        0.03,
        0.05,
        0.4,
    )
    b.put(
        poly((0.66, -0.96), (0.02, -0.86), (0.02, -0.02), (0.66, -0.08)),
        lighter(PALE, -0.05),
        0.0,
        0.05,
        0.4,
    )
    for i in range(5):
        y = -0.8 + i * 0.14
        b.line([(-0.56, y - 0.05), (-0.12, y)], 0.022, (0.55, 0.02, 70), 0.7)
        b.line([(0.12, y), (0.56, y - 0.05)], 0.022, (0.55, 0.02, 70), 0.7)


def _letter(b: Brush) -> None:
    b.put(rect(-0.72, -0.96, 1.44, 0.96, 0.02), b.c, 0.06, 0.1)
    b.line([(-0.7, -0.94), (0, -0.40), (0.7, -0.94)], 0.03, lighter(b.c, -0.2))
    b.put(oval(0, -0.42, 0.11), (0.52, 0.17, 27), 0.03)


def _paper(b: Brush) -> None:
    b.put(poly((-0.38, -1), (0.40, -0.98), (0.36, 0), (-0.40, -0.02)), PALE, 0.05, 0.05)
    for i in range(6):
        b.line(
            [(-0.27, -0.86 + i * 0.13), (0.26 - (i % 3) * 0.08, -0.86 + i * 0.13)],
            0.022,
            (0.5, 0.03, 250),
            0.7,
        )


def _map(b: Brush) -> None:
    for i in range(4):
        x, y = -0.8 + i * 0.4, 0.05 * (-1) ** i
        b.put(
            poly((x, -0.9 + y), (x + 0.4, -0.9 - y), (x + 0.4, -y), (x, y)),
            b.c if i % 2 else lighter(b.c, -0.06),
            0.0,
            0.2,
            0.5,
        )
    b.flat(
        spline([(-0.6, -0.6), (-0.2, -0.75), (0.1, -0.5), (-0.2, -0.25), (-0.5, -0.3)]),
        (0.66, 0.09, 150),
        0.7,
    )
    b.line(
        [(-0.5, -0.2), (-0.1, -0.45), (0.25, -0.35), (0.6, -0.65)],
        0.03,
        (0.55, 0.17, 27),
    )
    b.flat(oval(0.6, -0.65, 0.05), (0.55, 0.18, 27))


def _pencil(b: Brush) -> None:
    b.put(poly((-0.08, -0.78), (0.08, -0.78), (0.08, 0), (-0.08, 0)), b.c, 0.03)
    b.put(poly((-0.08, -0.78), (0.08, -0.78), (0, -1)), (0.84, 0.06, 75), 0.0)


def _laptop(b: Brush) -> None:
    b.put(
        poly((-0.70, -1.0), (0.70, -1.0), (0.74, -0.14), (-0.74, -0.14)),
        DARK,
        0.03,
        0.05,
    )
    screen = poly((-0.64, -0.95), (0.64, -0.95), (0.68, -0.2), (-0.68, -0.2))
    b.flat(screen, (0.80, 0.06, 230), 1, True)
    for i in range(3):
        b.flat(
            rect(-0.5, -0.84 + i * 0.2, 0.5 + i * 0.15, 0.08, 0.02),
            (0.95, 0.02, 230) if i else (0.60, 0.12, 255),
            1,
            True,
        )
    b.put(poly((-0.74, -0.14), (0.74, -0.14), (0.86, 0), (-0.86, 0)), b.c, 0.02, 0.05)
    b.glow(0, -0.55, 1.0, 0.22, (0.85, 0.05, 235))


def _phone(b: Brush) -> None:
    b.put(rect(-0.26, -1, 0.52, 1, 0.08), b.c, 0.04, 0.0)
    b.flat(rect(-0.22, -0.93, 0.44, 0.84, 0.04), (0.84, 0.05, 230), 1, True)
    b.flat(rect(-0.15, -0.82, 0.30, 0.22, 0.03), (0.62, 0.13, 255), 1, True)
    for i in range(3):
        b.flat(
            rect(-0.15, -0.5 + i * 0.12, 0.3 - i * 0.05, 0.05, 0.02),
            (0.97, 0.01, 230),
            1,
            True,
        )
    b.glow(0, -0.5, 0.8, 0.25, (0.85, 0.05, 235))


def _camera(b: Brush) -> None:
    b.put(rect(-0.28, -1.0, 0.5, 0.25, 0.06), b.c, 0.03)
    b.put(rect(-0.75, -0.82, 1.5, 0.82, 0.1), b.c, 0.1)
    b.put(rect(-0.75, -0.60, 1.5, 0.36), (0.42, 0.06, 45), 0.04, 0.3, 0.4)
    b.put(oval(0, -0.42, 0.36), STEEL, 0.06)
    b.put(oval(0, -0.42, 0.26), (0.22, 0.04, 260), 0.03)
    b.flat(oval(-0.08, -0.5, 0.07), (0.90, 0.04, 230))


def _radio(b: Brush) -> None:
    b.line([(0.5, -0.8), (0.75, -1.3)], 0.03, STEEL)
    b.put(rect(-0.8, -0.82, 1.6, 0.82, 0.12), b.c, 0.1)
    b.put(oval(-0.38, -0.42, 0.3), lighter(b.c, -0.15), 0.04)
    b.put(rect(0.05, -0.66, 0.6, 0.22, 0.03), PALE, 0.02)
    b.put(oval(0.2, -0.22, 0.09), BRASS, 0.02)
    b.put(oval(0.5, -0.22, 0.09), BRASS, 0.02)


def _television(b: Brush) -> None:
    b.put(rect(-0.8, -1, 1.6, 0.96, 0.06), DARK, 0.05)
    b.flat(rect(-0.72, -0.92, 1.44, 0.8, 0.04), (0.74, 0.08, 235), 1, True)
    b.glow(0, -0.5, 1.3, 0.3, (0.8, 0.06, 235))


def _headphones(b: Brush) -> None:
    b.put(
        minus(
            oval(0, -0.45, 0.5, 0.52),
            union(oval(0, -0.42, 0.41, 0.43), rect(-0.6, -0.38, 1.2, 0.6)),
        ),
        b.c,
        0.03,
    )
    for s in (-1, 1):
        b.put(
            rect(s * 0.44 - 0.12, -0.50, 0.24, 0.46, 0.1),
            b.a if s > 0 else lighter(b.a, -0.05),
            0.04,
        )


def _watch(b: Brush) -> None:
    b.put(rect(-0.16, -1, 0.32, 1, 0.06), (0.40, 0.06, 45), 0.05)
    b.put(oval(0, -0.5, 0.30), b.c, 0.05)
    b.put(oval(0, -0.5, 0.24), PALE, 0.02)
    b.line([(0, -0.5), (0, -0.67)], 0.03, DARK)
    b.line([(0, -0.5), (0.12, -0.44)], 0.03, DARK)


def _clock(b: Brush) -> None:
    for s in (-1, 1):
        b.put(oval(s * 0.3, -0.90, 0.17), BRASS, 0.04)
        b.line([(s * 0.26, -0.15), (s * 0.38, 0)], 0.09, b.c)
    b.put(oval(0, -0.48, 0.46), b.c, 0.08)
    b.put(oval(0, -0.48, 0.37), PALE, 0.03)
    for k in range(12):
        angle = k * math.pi / 6
        b.flat(oval(0.3 * math.sin(angle), -0.48 - 0.3 * math.cos(angle), 0.02), DARK)
    b.line([(0, -0.48), (0.02, -0.74)], 0.04, DARK)
    b.line([(0, -0.48), (0.17, -0.40)], 0.05, DARK)


def _microscope(b: Brush) -> None:
    b.put(rect(-0.36, -0.1, 0.72, 0.1, 0.03), DARK, 0.02)
    b.line([(0.25, -0.08), (0.32, -0.5), (0.05, -0.75)], 0.10, STEEL)
    b.put(tube((-0.12, -0.3, 0.07), (0.08, -0.95, 0.08)), PALE, 0.03)
    b.put(rect(-0.28, -0.26, 0.45, 0.05), DARK, 0)


def _telescope(b: Brush) -> None:
    b.line([(0, -0.55), (-0.3, 0)], 0.05, WOOD)
    b.line([(0, -0.55), (0.3, 0)], 0.05, WOOD)
    b.put(
        tube(
            (-0.55, -0.42, 0.07),
            (0.1, -0.66, 0.10),
            (0.6, -0.86, 0.13),
            start=False,
            end=False,
        ),
        BRASS,
        0.04,
    )


DRAWINGS: dict[str, Drawing] = {
    "book": (_book, 0.95),
    "letter": (_letter, 0.6),
    "paper": (_paper, 1.15),
    "map": (_map, 1.2),
    "pencil": (_pencil, 0.7),
    "laptop": (_laptop, 1.1),
    "phone": (_phone, 0.66),
    "tablet": (_phone, 1.0),
    "camera": (_camera, 0.5),
    "radio": (_radio, 0.8),
    "television": (_television, 2.2),
    "headphones": (_headphones, 0.9),
    "watch": (_watch, 0.5),
    "clock": (_clock, 0.7),
    "telescope": (_telescope, 5.2),
    "microscope": (_microscope, 1.6),
}
"""By the names in ``words``: the drawing, and the thing's height in heads (23 cm)."""
