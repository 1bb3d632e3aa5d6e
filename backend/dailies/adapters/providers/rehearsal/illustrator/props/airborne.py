"""What is in the air: smoke, steam, sparks, petals, insects and weather."""

from __future__ import annotations

import math

from dailies.adapters.providers.rehearsal.illustrator.chance import stream
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter
from dailies.adapters.providers.rehearsal.illustrator.props.brush import PALE, Brush, Drawing, leaf
from dailies.adapters.providers.rehearsal.illustrator.shapes import minus, oval, poly, rect, spline

_FEAST: tuple[Colour, ...] = (
    (0.62, 0.19, 25),
    (0.82, 0.15, 88),
    (0.62, 0.14, 250),
    (0.66, 0.15, 150),
    (0.72, 0.15, 340),
)


def _flying_leaf(b: Brush) -> None:
    for i, (x, y, turn) in enumerate(
        (
            (-0.6, -0.8, 20),
            (0.1, -0.95, 80),
            (0.55, -0.6, -30),
            (-0.2, -0.45, 140),
            (0.35, -0.2, 50),
            (-0.65, -0.2, -70),
        )
    ):
        leaf(
            b,
            x,
            y,
            0.32,
            turn,
            ((0.66, 0.15, 58), (0.56, 0.16, 38), (0.76, 0.14, 82))[i % 3],
        )


def _petal(b: Brush) -> None:
    spread = stream("petals", b.thing.name)
    for i in range(12):
        x, y, r = (
            float(spread.uniform(-0.75, 0.75)),
            -float(spread.uniform(0.05, 0.95)),
            float(spread.uniform(0.06, 0.1)),
        )
        b.put(
            spline([(x - r, y), (x, y - r * 0.6), (x + r * 1.3, y, 1), (x, y + r * 0.6)]),
            lighter((0.80, 0.10, 5), 0.03 * (i % 3)),
            0.02,
            0,
        )


def _confetti(b: Brush) -> None:
    spread = stream("confetti", b.thing.name)
    for i in range(36):
        x, y, turn = (
            float(spread.uniform(-0.8, 0.8)),
            -float(spread.uniform(0.0, 1.0)),
            float(spread.uniform(0, 3.1)),
        )
        dx, dy = 0.035 * math.cos(turn), 0.035 * math.sin(turn)
        b.line([(x - dx, y - dy), (x + dx, y + dy)], 0.03, _FEAST[i % 5])


def _bubble(b: Brush) -> None:
    for x, y, r in (
        (-0.3, -0.3, 0.2),
        (0.2, -0.55, 0.26),
        (-0.2, -0.78, 0.14),
        (0.4, -0.16, 0.12),
        (0.05, -0.95, 0.09),
    ):
        b.flat(oval(x, y, r), (0.90, 0.05, 220), 0.35)
        b.flat(minus(oval(x, y, r), oval(x, y, r - 0.025)), (0.95, 0.05, 320), 0.8)
        b.flat(oval(x - r * 0.4, y - r * 0.4, r * 0.2, r * 0.14), (0.99, 0.0, 0), 0.9)


def _smoke(b: Brush) -> None:
    grey: Colour = (0.62, 0.01, 260)
    for i, (x, y, r) in enumerate(
        (
            (0, -0.06, 0.07),
            (0.05, -0.2, 0.11),
            (-0.05, -0.38, 0.15),
            (0.08, -0.58, 0.19),
            (-0.03, -0.8, 0.22),
        )
    ):
        b.flat(oval(x, y, r, r * 0.85), lighter(grey, 0.05 * i), 0.8 - 0.08 * i)
        b.flat(oval(x - r * 0.25, y - r * 0.25, r * 0.62, r * 0.5), lighter(grey, 0.10 + 0.05 * i), 0.7 - 0.06 * i)


def _steam(b: Brush) -> None:
    for x, top in ((-0.14, -0.72), (0.02, -1.0), (0.17, -0.6)):
        curve = [(x, 0), (x + 0.07, top * 0.3), (x - 0.06, top * 0.62), (x + 0.04, top)]
        b.line(curve, 0.10, (0.97, 0.01, 90), 0.35, True)
        b.line(curve, 0.035, (0.99, 0.01, 90), 0.7, True)


def _spark(b: Brush) -> None:
    b.glow(0, -0.5, 0.7, 0.7, (0.90, 0.14, 75))
    for i in range(14):
        angle, r = i * math.tau / 14, 0.42 if i % 2 else 0.26
        a, z = (
            (0.1 * math.cos(angle), -0.5 + 0.1 * math.sin(angle)),
            (r * math.cos(angle), -0.5 + r * math.sin(angle)),
        )
        b.p.line(
            b.f.points([a, z]),
            max(1.0, 0.03 * b.f.scale),
            (0.93, 0.14, 85),
            1,
            True,
            True,
        )
        b.flat(
            oval(z[0] * 1.12, -0.5 + (z[1] + 0.5) * 1.12, 0.018),
            (0.97, 0.1, 90),
            1,
            True,
        )


def _snowflake(b: Brush) -> None:
    for i in range(3):
        a = i * math.pi / 3
        b.line(
            [
                (0.46 * math.cos(a), -0.5 + 0.46 * math.sin(a)),
                (-0.46 * math.cos(a), -0.5 - 0.46 * math.sin(a)),
            ],
            0.05,
            (0.97, 0.01, 230),
        )
        for s in (-1, 1):
            x, y = s * 0.3 * math.cos(a), -0.5 + s * 0.3 * math.sin(a)
            for t in (0.6, -0.6):
                b.line(
                    [
                        (x, y),
                        (
                            x + s * 0.13 * math.cos(a + t),
                            y + s * 0.13 * math.sin(a + t),
                        ),
                    ],
                    0.04,
                    (0.97, 0.01, 230),
                )


def _butterfly(b: Brush) -> None:
    for s in (-1, 1):
        b.blob([(0, -0.55), (s * 0.3, -1.0), (s * 0.64, -0.9), (s * 0.5, -0.5)], b.a, 0.05)
        b.blob(
            [(0, -0.5), (s * 0.46, -0.46), (s * 0.42, -0.1), (s * 0.12, -0.12)],
            lighter(b.a, 0.08),
            0.04,
        )
        b.flat(oval(s * 0.4, -0.76, 0.07), PALE)
        b.line([(0, -0.75), (s * 0.12, -0.98)], 0.02, (0.2, 0.02, 40))
    b.put(
        spline([(0, -0.8), (0.05, -0.5), (0, -0.1), (-0.05, -0.5)]),
        (0.24, 0.03, 40),
        0.01,
    )


def _bee(b: Brush) -> None:
    for x in (-0.1, 0.14):
        b.flat(
            spline([(x, -0.6), (x - 0.22, -1.0), (x + 0.12, -1.02)]),
            (0.93, 0.02, 220),
            0.75,
        )
    b.put(oval(0, -0.38, 0.56, 0.34), (0.82, 0.16, 85), 0.06)
    for x in (-0.28, 0.02):
        b.put(rect(x - 0.08, -0.68, 0.15, 0.6, 0.05), (0.22, 0.02, 60), 0.01, 0)
    b.put(oval(0.48, -0.42, 0.2), (0.22, 0.02, 60), 0.02)
    b.flat(oval(0.54, -0.46, 0.05), PALE)
    b.line([(0.5, -0.6), (0.66, -0.82)], 0.03, (0.22, 0.02, 60))


def _rainbow(b: Brush) -> None:
    for i, hue in enumerate((25, 55, 90, 145, 235, 290)):
        r = 0.98 - i * 0.085
        band = minus(minus(oval(0, 0, r), oval(0, 0, r - 0.09)), rect(-1.2, 0, 2.4, 1.2))
        b.flat(band, (0.74, 0.13, hue), 0.75, True)


def _lightning(b: Brush) -> None:
    b.glow(0, -0.5, 0.9, 0.6, (0.92, 0.06, 240))
    bolt = poly(
        (0.1, -1.0),
        (-0.22, -0.48),
        (0.0, -0.48),
        (-0.12, 0.0),
        (0.26, -0.6),
        (0.05, -0.6),
        (0.28, -1.0),
    )
    b.flat(bolt, (0.95, 0.10, 95), 1, True)


def _dust(b: Brush) -> None:
    for x, y, r in (
        (-0.55, -0.28, 0.28),
        (-0.1, -0.4, 0.36),
        (0.4, -0.3, 0.3),
        (0.7, -0.18, 0.16),
        (0.1, -0.7, 0.2),
    ):
        b.flat(oval(x, y, r, r * 0.8), (0.82, 0.03, 78), 0.55)


def _flame(b: Brush) -> None:
    b.glow(0, -0.4, 1.0, 0.7)
    for s, colour in (
        (1.0, (0.68, 0.18, 45)),
        (0.7, (0.82, 0.16, 68)),
        (0.4, (0.95, 0.11, 92)),
    ):
        b.flat(
            spline(
                [
                    (0.04 * s, -1.0 * s, 1),
                    (0.3 * s, -0.45 * s),
                    (0.2 * s, -0.02),
                    (-0.2 * s, -0.02),
                    (-0.3 * s, -0.4 * s),
                ]
            ),
            colour,
            1,
            True,
        )


def _speech(b: Brush) -> None:
    b.put(rect(-0.7, -1, 1.4, 0.72, 0.2), PALE, 0.03, 0.05)
    b.put(poly((-0.3, -0.32), (0.0, -0.32), (-0.36, 0)), PALE, 0.0, 0.0, 0.0)
    for x in (-0.3, 0.0, 0.3):
        b.flat(oval(x, -0.64, 0.07), (0.40, 0.03, 260))


def _note(b: Brush) -> None:
    for x in (-0.28, 0.26):
        b.put(oval(x - 0.1, -0.12, 0.15, 0.11), (0.22, 0.02, 270), 0.02, 0)
        b.line([(x + 0.02, -0.14), (x + 0.02, -0.92)], 0.06, (0.22, 0.02, 270))
    b.put(
        poly((-0.29, -0.98), (0.31, -0.98), (0.31, -0.78), (-0.29, -0.78)),
        (0.22, 0.02, 270),
        0,
        0,
    )


def _moth_lamp(b: Brush) -> None:
    b.line([(0, -1), (0, -0.6)], 0.03, (0.3, 0.03, 60))
    b.blob(
        [(-0.12, -0.62, 1), (0.12, -0.62, 1), (0.46, -0.22, 1), (-0.46, -0.22, 1)],
        b.c,
        0.06,
    )
    b.flat(oval(0, -0.22, 0.42, 0.08), (0.95, 0.11, 82), 1, True)
    b.glow(0, -0.15, 1.2, 0.7)


DRAWINGS: dict[str, Drawing] = {
    "flying leaf": (_flying_leaf, 1.8),
    "petal": (_petal, 1.8),
    "confetti": (_confetti, 3.0),
    "bubble": (_bubble, 1.6),
    "smoke": (_smoke, 3.0),
    "steam": (_steam, 1.2),
    "spark": (_spark, 1.4),
    "snowflake": (_snowflake, 0.6),
    "butterfly": (_butterfly, 0.5),
    "bee": (_bee, 0.35),
    "rainbow": (_rainbow, 9.0),
    "lightning": (_lightning, 9.0),
    "dust": (_dust, 1.6),
    "flame": (_flame, 1.0),
    "speech": (_speech, 1.4),
    "note sign": (_note, 0.7),
    "moth lamp": (_moth_lamp, 2.4),
}
"""By the names in ``things``: the drawing, and the thing's height in heads (23 cm)."""
