"""Large things that stand about outdoors and at sea."""

from __future__ import annotations

import math

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter
from dailies.adapters.providers.rehearsal.illustrator.props.brush import (
    BRASS,
    DARK,
    GLOW,
    GREEN,
    PALE,
    STEEL,
    WOOD,
    Brush,
    Drawing,
    leaf,
    wheel,
)
from dailies.adapters.providers.rehearsal.illustrator.shapes import minus, oval, poly, rect, spline, tube

_STONE: Colour = (0.66, 0.015, 80)


def _street_lamp(b: Brush) -> None:
    b.line([(0, 0), (0, -0.86)], 0.032, DARK)
    b.put(rect(-0.05, -0.1, 0.1, 0.1, 0.01), DARK, 0.01)
    b.put(poly((-0.075, -0.97), (0.075, -0.97), (0.05, -0.86), (-0.05, -0.86)), GLOW, 0, 0)
    b.flat(
        poly((-0.07, -0.965), (0.07, -0.965), (0.046, -0.865), (-0.046, -0.865)),
        GLOW,
        1,
        True,
    )
    b.put(poly((-0.09, -0.965), (0.09, -0.965), (0, -1.0)), DARK, 0)
    b.glow(0, -0.91, 0.34, 0.8)


def _traffic_light(b: Brush) -> None:
    b.line([(0, 0), (0, -0.6)], 0.045, DARK)
    b.put(rect(-0.1, -1.0, 0.2, 0.44, 0.04), (0.3, 0.02, 260), 0.02, 0)
    for i, colour in enumerate(((0.60, 0.21, 27), (0.80, 0.16, 80), (0.72, 0.19, 148))):
        b.flat(oval(0, -0.92 + i * 0.14, 0.055), colour, 1, True)
    b.glow(0, -0.92, 0.25, 0.6, (0.62, 0.2, 27))


def _mailbox(b: Brush) -> None:
    b.put(rect(-0.06, -0.5, 0.12, 0.5), WOOD, 0.02)
    b.blob(
        [(-0.25, -0.48, 1), (-0.25, -0.82), (0, -1.0), (0.25, -0.82), (0.25, -0.48, 1)],
        b.c,
        0.06,
    )
    b.flat(rect(-0.15, -0.76, 0.3, 0.05, 0.01), DARK)
    b.put(rect(0.24, -0.9, 0.05, 0.24), PALE, 0)
    b.put(rect(-0.13, -0.68, 0.26, 0.12), PALE, 0.01, 0)


def _bin(b: Brush) -> None:
    b.put(
        poly((-0.32, -0.85), (0.32, -0.85), (0.26, 0), (-0.26, 0)),
        b.c if b.c[1] < 0.1 else STEEL,
        0.08,
    )
    for x in (-0.16, 0.0, 0.16):
        b.line([(x, -0.8), (x * 0.82, -0.05)], 0.03, DARK, 0.6)
    b.put(oval(0, -0.87, 0.38, 0.08), STEEL, 0.02)
    b.put(rect(-0.08, -1.0, 0.16, 0.08, 0.03), DARK, 0.01)


def _barrel(b: Brush) -> None:
    b.blob(
        [
            (-0.3, -0.95, 1),
            (0.3, -0.95, 1),
            (0.41, -0.5),
            (0.3, 0, 1),
            (-0.3, 0, 1),
            (-0.41, -0.5),
        ],
        b.c,
        0.1,
        0.5,
    )
    for y, w in ((-0.8, 0.36), (-0.2, 0.36), (-0.5, 0.41)):
        b.line([(-w, y), (0, y + 0.05), (w, y)], 0.05, (0.36, 0.02, 260))
    b.put(oval(0, -0.95, 0.3, 0.06), lighter(b.c, 0.08), 0.01, 0.4)


def _fence(b: Brush) -> None:
    for y in (-0.7, -0.3):
        b.put(rect(-1.3, y, 2.6, 0.09), PALE, 0.02, 0.4)
    for i in range(7):
        x = -1.2 + i * 0.4
        b.put(
            poly(
                (x - 0.08, 0),
                (x - 0.08, -0.88),
                (x, -1.0),
                (x + 0.08, -0.88),
                (x + 0.08, 0),
            ),
            PALE,
            0.03,
            0.4,
        )


def _post(b: Brush) -> None:
    b.put(rect(-0.08, -0.98, 0.16, 0.98, 0.03), lighter(WOOD, -0.08), 0.03, 0.5)
    b.put(oval(0, -0.98, 0.08, 0.02), WOOD, 0.0)
    b.line([(-0.09, -0.6), (0, -0.57), (0.09, -0.6)], 0.05, (0.7, 0.07, 78))


def _bush(b: Brush) -> None:
    for x, y, r in (
        (-0.45, -0.35, 0.36),
        (0.45, -0.35, 0.36),
        (0.0, -0.55, 0.46),
        (-0.2, -0.25, 0.3),
        (0.25, -0.25, 0.3),
    ):
        b.put(
            oval(x, y, r, r * 0.85),
            lighter(GREEN, -0.04 + 0.05 * (y < -0.4)),
            0.07,
            0.5,
        )


def _palm(b: Brush) -> None:
    b.put(
        tube((0.1, 0, 0.055), (0.02, -0.4, 0.04), (-0.06, -0.8, 0.032)),
        (0.54, 0.07, 62),
        0.02,
    )
    for angle in (-170, -140, -100, -65, -30, 5):
        leaf(b, -0.06, -0.8, 0.42, angle, lighter(GREEN, 0.05 if angle % 2 else 0.0))
    for x in (-0.1, -0.02):
        b.put(oval(x, -0.76, 0.035), (0.4, 0.06, 50), 0.01)


def _statue(b: Brush) -> None:
    b.put(rect(-0.22, -0.22, 0.44, 0.22), _STONE, 0.03)
    b.blob(
        [
            (-0.14, -0.22, 1),
            (-0.17, -0.5),
            (-0.12, -0.74),
            (0.12, -0.74),
            (0.17, -0.5),
            (0.14, -0.22, 1),
        ],
        lighter(_STONE, 0.06),
        0.06,
    )
    b.put(oval(0, -0.87, 0.085, 0.11), lighter(_STONE, 0.06), 0.03)
    b.put(
        tube((0.11, -0.7, 0.04), (0.24, -0.84, 0.035), (0.22, -1.0, 0.03)),
        lighter(_STONE, 0.04),
        0.02,
    )


def _well(b: Brush) -> None:
    for x in (-0.34, 0.34):
        b.put(rect(x - 0.03, -0.85, 0.06, 0.5), WOOD, 0.01)
    b.put(poly((-0.48, -0.74), (0, -1.0), (0.48, -0.74)), (0.52, 0.11, 35), 0.04, 0.4)
    b.line([(0, -0.76), (0, -0.46)], 0.015, (0.7, 0.07, 78))
    b.put(rect(-0.07, -0.5, 0.14, 0.12), WOOD, 0.02)
    b.put(rect(-0.4, -0.38, 0.8, 0.38, 0.02), _STONE, 0.06, 0.4)
    for y in (-0.25, -0.12):
        b.line([(-0.38, y), (0.38, y)], 0.012, b.p.light.shade(_STONE), 0.7)
    b.put(oval(0, -0.38, 0.4, 0.06), lighter(_STONE, -0.2), 0.01)


def _swing(b: Brush) -> None:
    for s in (-1, 1):
        b.line([(s * 0.3, -0.97), (s * 0.42, 0)], 0.035, WOOD)
    b.line([(-0.36, -0.97), (0.36, -0.97)], 0.04, WOOD)
    for x in (-0.12, 0.16):
        b.line([(x - 0.02, -0.96), (x, -0.3)], 0.012, DARK)
    b.put(rect(-0.18, -0.32, 0.4, 0.05, 0.01), b.c, 0.01)


def _washing_line(b: Brush) -> None:
    for x in (-1.2, 1.2):
        b.line([(x, 0), (x, -1.0)], 0.035, WOOD)
    b.line([(-1.2, -0.96), (0, -0.86), (1.2, -0.96)], 0.012, DARK)
    for x, tone in ((-0.8, b.c), (-0.2, PALE), (0.4, b.a), (0.9, lighter(b.c, 0.1))):
        b.put(
            poly((x - 0.2, -0.88), (x + 0.2, -0.88), (x + 0.17, -0.42), (x - 0.18, -0.44)),
            tone,
            0.04,
            0.3,
        )


def _awning(b: Brush) -> None:
    for x in (-0.72, 0.72):
        b.line([(x, 0), (x, -0.9)], 0.04, WOOD)
    b.put(rect(-0.8, -0.36, 1.6, 0.36), WOOD, 0.04, 0.5)
    for i in range(8):
        tone = b.c if i % 2 else PALE
        x = -0.8 + i * 0.2
        b.put(
            poly((x * 0.9, -1.0), ((x + 0.2) * 0.9, -1.0), (x + 0.2, -0.76), (x, -0.76)),
            tone,
            0.01,
            0.2,
        )
        b.put(oval(x + 0.1, -0.76, 0.1, 0.06), tone, 0.01, 0.1)
    for i, hue in enumerate((30, 60, 130, 90, 20)):
        b.put(oval(-0.6 + i * 0.3, -0.42, 0.12, 0.09), (0.64, 0.15, hue), 0.03)


def _wheel(b: Brush) -> None:
    wheel(b, 0, -0.5, 0.5, True)
    b.put(oval(0, -0.5, 0.09), STEEL, 0.02)


def _anchor(b: Brush) -> None:
    b.flat(minus(oval(0, -0.9, 0.11), oval(0, -0.9, 0.06)), (0.36, 0.03, 255))
    b.line([(0, -0.82), (0, -0.08)], 0.08, (0.36, 0.03, 255))
    b.line([(-0.24, -0.68), (0.24, -0.68)], 0.07, (0.36, 0.03, 255))
    b.line(
        [(-0.4, -0.36), (-0.26, -0.1), (0, -0.02), (0.26, -0.1), (0.4, -0.36)],
        0.09,
        (0.36, 0.03, 255),
    )
    for s in (-1, 1):
        b.flat(poly((s * 0.4, -0.46), (s * 0.5, -0.28), (s * 0.3, -0.3)), (0.36, 0.03, 255))


def _buoy(b: Brush) -> None:
    b.put(minus(oval(0, -0.5, 0.5), oval(0, -0.5, 0.24)), (0.60, 0.19, 32), 0.08)
    for k in range(4):
        a = k * math.pi / 2 + 0.78
        b.put(oval(0.37 * math.cos(a), -0.5 + 0.37 * math.sin(a), 0.15, 0.15), PALE, 0.02)


def _windmill(b: Brush) -> None:
    b.blob([(-0.14, -0.62, 1), (0.14, -0.62, 1), (0.22, 0, 1), (-0.22, 0, 1)], PALE, 0.06)
    b.put(poly((-0.16, -0.62), (0, -0.78), (0.16, -0.62)), (0.52, 0.12, 30), 0.02)
    b.flat(rect(-0.05, -0.18, 0.1, 0.18), WOOD)
    for k in range(4):
        a = k * math.pi / 2 + 0.5
        x, y = 0.36 * math.cos(a), -0.64 + 0.36 * math.sin(a)
        b.line([(0, -0.64), (x, y)], 0.03, WOOD)
        b.flat(
            poly(
                (0.1 * math.cos(a), -0.64 + 0.1 * math.sin(a)),
                (x, y),
                (x + 0.1 * math.cos(a + 1.57), y + 0.1 * math.sin(a + 1.57)),
                (
                    0.1 * math.cos(a) + 0.1 * math.cos(a + 1.57),
                    -0.64 + 0.1 * math.sin(a) + 0.1 * math.sin(a + 1.57),
                ),
            ),
            (0.88, 0.03, 85),
            0.9,
        )


def _gravestone(b: Brush) -> None:
    b.blob(
        [(-0.34, 0, 1), (-0.34, -0.7), (0, -1.0), (0.34, -0.7), (0.34, 0, 1)],
        _STONE,
        0.07,
        0.4,
    )
    b.text(b.thing.label or "R.I.P.", 0, -0.62, 0.5, 0.16, (0.36, 0.01, 260))
    b.line([(-0.18, -0.42), (0.18, -0.42)], 0.03, (0.42, 0.01, 260))


def _coffin(b: Brush) -> None:
    b.put(
        poly(
            (-1.2, -0.55),
            (-0.5, -0.95),
            (1.2, -0.65),
            (1.2, -0.1),
            (-0.5, 0),
            (-1.2, -0.2),
        ),
        (0.40, 0.08, 45),
        0.08,
        0.5,
    )
    b.line([(-1.15, -0.5), (-0.5, -0.72), (1.18, -0.46)], 0.04, BRASS)


def _windbreak(b: Brush) -> None:
    for i in range(7):
        b.put(
            rect(-1.1 + i * 0.314, -0.86, 0.316, 0.72),
            b.c if i % 2 else PALE,
            0.01,
            0.3,
        )
    for x in (-1.1, 0.0, 1.1):
        b.line([(x, 0), (x, -1.0)], 0.05, WOOD)


def _shed(b: Brush) -> None:
    b.put(rect(-0.42, -0.62, 0.84, 0.62), WOOD, 0.04, 0.5)
    b.put(poly((-0.54, -0.6), (0, -1.0), (0.54, -0.6)), (0.48, 0.11, 32), 0.05, 0.4)
    b.flat(
        spline([(-0.16, 0, 1), (-0.16, -0.3), (0, -0.44), (0.16, -0.3), (0.16, 0, 1)]),
        (0.2, 0.03, 50),
    )


def _skis(b: Brush) -> None:
    for x in (-0.12, 0.12):
        b.line([(x, 0), (x, -0.92), (x + 0.05, -1.0)], 0.07, b.c)
        b.flat(rect(x - 0.035, -0.5, 0.07, 0.12), DARK)


def _sled(b: Brush) -> None:
    b.line([(-1.0, -0.1), (0.9, -0.1), (1.15, -0.3), (1.1, -0.62)], 0.09, DARK)
    for x in (-0.7, 0, 0.6):
        b.line([(x, -0.12), (x, -0.5)], 0.08, WOOD)
    for y in (-0.62, -0.5):
        b.put(rect(-1.0, y, 1.9, 0.11, 0.03), b.c if y < -0.55 else WOOD, 0.02, 0.4)


def _cart(b: Brush) -> None:
    b.put(
        poly((-0.8, -0.85), (0.7, -0.85), (0.58, -0.34), (-0.66, -0.34)),
        WOOD,
        0.06,
        0.5,
    )
    for y in (-0.7, -0.5):
        b.line([(-0.75, y), (0.66, y)], 0.02, lighter(WOOD, -0.14), 0.7)
    b.line([(0.65, -0.75), (1.0, -0.98)], 0.06, WOOD)
    for x in (-0.42, 0.36):
        wheel(b, x, -0.25, 0.25, True)


def _wheelbarrow(b: Brush) -> None:
    b.line([(-1.0, -0.62), (0.2, -0.4), (0.75, -0.24)], 0.07, WOOD)
    b.put(poly((-0.55, -0.95), (0.75, -0.85), (0.42, -0.38), (-0.25, -0.42)), b.c, 0.07)
    b.line([(-0.3, -0.45), (-0.42, 0)], 0.07, DARK)
    wheel(b, 0.72, -0.22, 0.22, False)


def _scarecrow(b: Brush) -> None:
    b.line([(0, 0), (0, -0.7)], 0.05, WOOD)
    b.line([(-0.42, -0.62), (0.42, -0.62)], 0.05, WOOD)
    b.put(
        poly(
            (-0.36, -0.7),
            (0.36, -0.7),
            (0.2, -0.5),
            (0.22, -0.25),
            (-0.22, -0.25),
            (-0.2, -0.5),
        ),
        b.c,
        0.05,
        0.4,
    )
    b.put(oval(0, -0.8, 0.12), (0.80, 0.08, 82), 0.03, 0.4)
    b.put(
        poly(
            (-0.22, -0.88),
            (0.22, -0.88),
            (0.1, -0.92),
            (0.06, -1.0),
            (-0.08, -1.0),
            (-0.1, -0.92),
        ),
        (0.7, 0.11, 80),
        0.02,
        0.4,
    )
    for s in (-1, 1):
        b.flat(oval(s * 0.045, -0.82, 0.016), DARK)


def _goal(b: Brush) -> None:
    for i in range(9):
        b.line([(-0.8 + i * 0.2, -0.95), (-0.7 + i * 0.175, 0)], 0.008, PALE, 0.8)
        b.line([(-0.82, -0.9 + i * 0.11), (0.82, -0.9 + i * 0.11)], 0.008, PALE, 0.8)
    b.put(minus(rect(-0.86, -1.0, 1.72, 1.0), rect(-0.8, -0.93, 1.6, 0.95)), PALE, 0.01)


DRAWINGS: dict[str, Drawing] = {
    "street lamp": (_street_lamp, 17.0),
    "traffic light": (_traffic_light, 13.0),
    "mailbox": (_mailbox, 5.6),
    "bin": (_bin, 3.4),
    "barrel": (_barrel, 4.2),
    "fence": (_fence, 4.2),
    "post": (_post, 4.6),
    "bush": (_bush, 4.0),
    "palm": (_palm, 18.0),
    "statue": (_statue, 11.0),
    "well": (_well, 7.6),
    "swing": (_swing, 9.5),
    "washing line": (_washing_line, 7.6),
    "awning": (_awning, 10.0),
    "wheel": (_wheel, 2.8),
    "anchor": (_anchor, 4.0),
    "buoy": (_buoy, 3.0),
    "windmill": (_windmill, 30.0),
    "gravestone": (_gravestone, 4.0),
    "coffin": (_coffin, 2.8),
    "windbreak": (_windbreak, 4.6),
    "shed": (_shed, 8.6),
    "skis": (_skis, 6.6),
    "sled": (_sled, 2.0),
    "cart": (_cart, 4.2),
    "wheelbarrow": (_wheelbarrow, 3.2),
    "scarecrow": (_scarecrow, 7.4),
    "goal": (_goal, 9.0),
}
"""By the names in ``things``: the drawing, and the thing's height in heads (23 cm)."""
