"""Musical instruments."""

from __future__ import annotations

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
    Point,
    minus,
    oval,
    poly,
    rect,
    tube,
)


def _violin(b: Brush) -> None:
    wood = b.c
    b.put(rect(-0.022, -1.0, 0.044, 0.62), (0.22, 0.03, 40), 0.01, 0.0, 0.4)
    b.put(oval(0.0, -0.985, 0.035, 0.03), wood, 0.01)
    for s in (-1, 1):
        b.line([(0, -0.93), (s * 0.06, -0.94)], 0.016, DARK)
    half: list[Point] = [
        (0.0, -0.58),
        (0.09, -0.56),
        (0.145, -0.48),
        (0.125, -0.39),
        (0.085, -0.32),
        (0.095, -0.24),
        (0.165, -0.16),
        (0.16, -0.05),
        (0.07, 0.0),
    ]
    b.blob([*half, *((-x, y) for x, y in reversed(half[1:]))], wood, 0.05, 0.25)
    for s in (-1, 1):
        b.line([(s * 0.06, -0.36), (s * 0.075, -0.29), (s * 0.06, -0.22)], 0.014, (0.2, 0.03, 40))
        b.line([(s * 0.012, -0.96), (s * 0.014, -0.1)], 0.006, PALE, 0.8)
    b.put(poly((-0.022, -0.55), (0.022, -0.55), (0.03, -0.36), (-0.03, -0.36)), (0.2, 0.03, 40), 0, 0, 0)
    b.line([(-0.055, -0.26), (0.055, -0.26)], 0.02, (0.82, 0.06, 75))
    b.put(poly((-0.03, -0.16), (0.03, -0.16), (0.015, 0), (-0.015, 0)), (0.2, 0.03, 40), 0, 0, 0)


def _guitar(b: Brush) -> None:
    b.put(rect(-0.028, -1.0, 0.056, 0.62), (0.34, 0.06, 45), 0.01, 0.0, 0.4)
    b.put(rect(-0.05, -1.02, 0.10, 0.12, 0.02), (0.28, 0.04, 45), 0.01)
    half: list[Point] = [
        (0.0, -0.50),
        (0.11, -0.48),
        (0.155, -0.40),
        (0.12, -0.30),
        (0.14, -0.22),
        (0.205, -0.12),
        (0.17, -0.02),
        (0.06, 0.0),
    ]
    b.blob([*half, *((-x, y) for x, y in reversed(half[1:]))], b.c, 0.06, 0.25)
    b.flat(oval(0, -0.32, 0.055), (0.2, 0.03, 40))
    b.put(rect(-0.07, -0.12, 0.14, 0.03), (0.3, 0.05, 40), 0)
    for s in (-1, 0, 1):
        b.line([(s * 0.013, -0.95), (s * 0.018, -0.11)], 0.005, PALE, 0.8)


def _cello(b: Brush) -> None:
    _violin(b)
    b.line([(0, 0), (0, 0.12)], 0.015, STEEL)


def _piano(b: Brush) -> None:
    b.put(rect(-0.85, -1, 1.7, 1.0, 0.03), (0.24, 0.03, 35), 0.06)
    b.put(rect(-0.9, -0.52, 1.8, 0.14), PALE, 0.02)
    for i in range(16):
        if i % 7 not in (2, 6):
            b.flat(rect(-0.84 + i * 0.11, -0.52, 0.05, 0.08), DARK)


def _drum(b: Brush) -> None:
    b.put(rect(-0.6, -0.75, 1.2, 0.75, 0.06), b.c, 0.14)
    b.put(oval(0, -0.75, 0.6, 0.14), PALE, 0.02)
    for s in (-1, 1):
        b.line([(s * 0.6, -1.05), (s * 0.05, -0.76)], 0.04, WOOD)


def _trumpet(b: Brush) -> None:
    b.put(
        tube((-0.9, -0.55, 0.04), (0.5, -0.55, 0.05), (0.75, -0.55, 0.12), (0.95, -0.55, 0.32), end=False), BRASS, 0.05
    )
    b.put(minus(rect(-0.5, -0.7, 0.8, 0.45, 0.2), rect(-0.42, -0.62, 0.64, 0.29, 0.14)), BRASS, 0.03)


DRAWINGS: dict[str, Drawing] = {
    "violin": (_violin, 2.35),
    "cello": (_cello, 4.8),
    "guitar": (_guitar, 3.9),
    "piano": (_piano, 4.6),
    "drum": (_drum, 1.8),
    "trumpet": (_trumpet, 1.2),
}
"""By the names in ``words``: the drawing, and the thing's height in heads (23 cm)."""
