"""Things to play with, indoors and out."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.colour import lighter
from dailies.adapters.providers.rehearsal.illustrator.props.brush import (
    DARK,
    PALE,
    WOOD,
    Brush,
    Drawing,
)
from dailies.adapters.providers.rehearsal.illustrator.shapes import oval, poly


def _ball(b: Brush) -> None:
    b.put(oval(0, -0.5, 0.5), b.c, 0.16)
    b.line([(-0.45, -0.62), (0, -0.45), (0.45, -0.62)], 0.05, PALE)
    b.line([(-0.1, -0.98), (0.02, -0.5), (-0.1, -0.02)], 0.05, PALE)


def _balloon(b: Brush) -> None:
    every = ((0.0, -0.78, b.c), (-0.24, -0.64, b.a), (0.24, -0.62, (0.80, 0.14, 85)))
    for x, y, colour in every if b.thing.count > 1 else every[:1]:
        b.line([(x, y + 0.2), (x * 0.4 + 0.02, -0.3), (0, 0)], 0.008, PALE)
        b.blob(
            [(x, y - 0.22), (x + 0.17, y - 0.05), (x, y + 0.20), (x - 0.17, y - 0.05)],
            colour,
            0.06,
        )
        b.put(poly((x, y + 0.19), (x + 0.03, y + 0.24), (x - 0.03, y + 0.24)), colour, 0)
        b.flat(oval(x - 0.06, y - 0.1, 0.03, 0.05), (0.98, 0.01, 90), 0.6)


def _kite(b: Brush) -> None:
    b.put(poly((0, -1), (0.34, -0.66), (0, -0.2), (-0.34, -0.66)), b.c, 0.05)
    b.put(poly((0, -1), (0.34, -0.66), (0, -0.66)), lighter(b.c, 0.08), 0)
    b.put(poly((0, -0.66), (0, -0.2), (-0.34, -0.66)), b.a, 0)
    b.line([(0, -0.2), (0.08, -0.1), (-0.05, 0.0), (0.1, 0.14)], 0.012, PALE)
    for x, y in ((0.05, -0.12), (-0.03, -0.02), (0.07, 0.10)):
        b.flat(poly((x - 0.05, y - 0.03), (x, y), (x - 0.05, y + 0.03)), b.a)
        b.flat(poly((x + 0.05, y - 0.03), (x, y), (x + 0.05, y + 0.03)), b.c)


def _paper_boat(b: Brush) -> None:
    b.put(poly((0, -1), (0.42, -0.36), (-0.42, -0.36)), b.c, 0.1, 0.05)
    b.put(
        poly(
            (-1.0, -0.5),
            (-0.4, -0.36),
            (0, -0.52),
            (0.4, -0.36),
            (1.0, -0.5),
            (0.56, 0),
            (-0.56, 0),
        ),
        lighter(b.c, -0.03),
        0.08,
        0.05,
    )
    b.line([(0, -0.52), (0, -0.02)], 0.02, lighter(b.c, -0.25), 0.6)


def _paper_plane(b: Brush) -> None:
    b.put(
        poly((-1, -0.5), (1, -0.75), (-0.3, -0.2)),
        b.c if b.c[0] > 0.7 else PALE,
        0.05,
        0.05,
    )
    b.put(poly((-0.6, -0.42), (1, -0.75), (-0.45, -0.05)), b.p.light.shade(PALE), 0, 0.05)


def _toy(b: Brush) -> None:
    for s in (-1, 1):
        b.put(oval(s * 0.24, -0.92, 0.11), b.c, 0.03)
        b.put(oval(s * 0.32, -0.08, 0.15, 0.1), b.c, 0.03)
        b.put(oval(s * 0.36, -0.42, 0.1, 0.16), b.c, 0.03)
    b.put(oval(0, -0.3, 0.32, 0.30), b.c, 0.08, 0.3)
    b.put(oval(0, -0.74, 0.30, 0.26), b.c, 0.07, 0.3)
    b.flat(oval(0.02, -0.68, 0.13, 0.10), lighter(b.c, 0.18))
    for x in (-0.1, 0.12):
        b.flat(oval(x, -0.80, 0.035), DARK)
    b.flat(oval(0.02, -0.72, 0.04, 0.03), DARK)


def _flag(b: Brush) -> None:
    b.line([(-0.3, 0), (-0.3, -1)], 0.035, WOOD)
    b.blob(
        [
            (-0.29, -0.97, 1),
            (0.05, -0.92),
            (0.4, -0.98, 1),
            (0.36, -0.66),
            (0.4, -0.52, 1),
            (0.05, -0.46),
            (-0.29, -0.52, 1),
        ],
        b.c,
        0.05,
        0.2,
    )


def _snowman(b: Brush) -> None:
    for y, r in ((-0.24, 0.27), (-0.58, 0.20), (-0.84, 0.15)):
        b.put(oval(0, y, r, r * 0.96), (0.95, 0.012, 240), 0.06, 0.1)
    b.flat(poly((0.02, -0.85), (0.22, -0.81), (0.02, -0.79)), (0.70, 0.16, 50))
    for x, y in ((-0.05, -0.89), (0.07, -0.89), (0.02, -0.62), (0.02, -0.5)):
        b.flat(oval(x, y, 0.02), DARK)
    b.line([(-0.16, -0.70), (0.0, -0.67), (0.16, -0.71)], 0.06, b.a)


def _tent(b: Brush) -> None:
    b.put(poly((0, -1), (1.0, 0), (-0.8, 0)), b.c, 0.1, 0.3)
    b.put(poly((0, -1), (0.1, 0), (-0.45, 0)), b.p.light.shade(b.c), 0)


DRAWINGS: dict[str, Drawing] = {
    "ball": (_ball, 0.95),
    "balloon": (_balloon, 4.6),
    "kite": (_kite, 2.4),
    "paper boat": (_paper_boat, 0.6),
    "paper plane": (_paper_plane, 0.5),
    "toy": (_toy, 1.2),
    "flag": (_flag, 6.0),
    "snowman": (_snowman, 6.2),
    "tent": (_tent, 6.0),
}
"""By the names in ``words``: the drawing, and the thing's height in heads (23 cm)."""
