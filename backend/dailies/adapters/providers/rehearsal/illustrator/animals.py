"""Animals. Unit box: y -1 (shoulder or crown) to 0 (ground), looking right; one unit the animal's height."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import skia

from dailies.adapters.providers.rehearsal.illustrator.cast import Creature
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.shapes import Frame, Point, oval, rect, spline, tube

DARK: Colour = (0.18, 0.02, 40)


@dataclass(frozen=True)
class _Coat:
    p: Painter
    f: Frame
    it: Creature
    moving: bool
    asleep: bool

    def put(self, path: skia.Path, colour: Colour, shadow: float = 0.05, dry: float = 0.35) -> None:
        self.p.shape(
            self.f.path(path), colour, self.f.scale * shadow, max(0.6, self.f.scale * 0.015), dry, 20, line=0.8
        )

    def blob(self, points: Sequence[Point], colour: Colour, shadow: float = 0.05, dry: float = 0.35) -> None:
        self.put(spline(points), colour, shadow, dry)

    def dot(self, x: float, y: float, rx: float, ry: float, colour: Colour, alpha: float = 1.0) -> None:
        self.p.fill(self.f.path(oval(x, y, rx, ry)), colour, alpha)

    def line(self, points: Sequence[Point], width: float, colour: Colour, alpha: float = 1.0) -> None:
        self.p.line(self.f.points(points), max(0.8, width * self.f.scale), colour, alpha)

    def eye(self, x: float, y: float, r: float) -> None:
        if self.asleep:
            self.line([(x - r * 1.4, y), (x, y + r), (x + r * 1.4, y)], r * 0.8, DARK)
            return
        self.dot(x, y, r, r * 1.1, DARK)
        self.dot(x + r * 0.35, y - r * 0.35, r * 0.3, r * 0.3, (0.98, 0.01, 90))


def draw_creature(
    painter: Painter,
    creature: Creature,
    x: float,
    ground: float,
    height: float,
    facing: int,
    moving: bool = False,
    asleep: bool = False,
) -> None:
    """Draw an animal standing at (x, ground), ``height`` pixels tall."""
    coat = _Coat(painter, Frame(x, ground, height, facing), creature, moving, asleep)
    DRAWINGS[creature.species][0](coat)


def creature_height(species: str) -> float:
    """An animal's height in human heads."""
    return DRAWINGS[species][1]


def _walker(
    c: _Coat, legs: float, body: Colour, thick: float = 1.0, belly: Colour | None = None, length: float = 1.0
) -> None:
    """Four legs and a trunk, in shoulder heights; the head is added by the animal."""
    dark = mix(body, c.p.light.shade(body), 0.8)
    swing = 0.16 if c.moving else 0.0
    hind, fore, top, low = -0.55 * length, 0.42 * length, -1.0, -legs
    for x, shift, colour in ((hind + 0.12, swing, dark), (fore - 0.10, -swing, dark)):
        c.put(
            tube(
                (x, low - 0.12, 0.13 * thick),
                (x + shift * 0.5 - 0.03, low * 0.45, 0.075 * thick),
                (x + shift, -0.05, 0.058 * thick),
            ),
            colour,
        )
        c.put(rect(x + shift - 0.06 * thick, -0.07, 0.17 * thick, 0.07, 0.03), dark, 0.01)
    c.blob(
        [
            (hind - 0.16, top + 0.12),
            (hind + 0.05, top + 0.0),
            (-0.05, top + 0.06),
            (fore - 0.05, top - 0.02),
            (fore + 0.18, top + 0.10),
            (fore + 0.20, low - 0.14),
            (fore, low + 0.04),
            (-0.05, low - 0.05),
            (hind + 0.12, low - 0.10),
            (hind - 0.08, low),
            (hind - 0.22, low - 0.22),
        ],
        body,
        0.10,
    )
    if belly:
        c.blob(
            [(fore + 0.18, top + 0.25), (fore + 0.2, low - 0.1), (fore + 0.02, low + 0.02), (fore + 0.04, top + 0.4)],
            belly,
            0.03,
        )
    for x, shift in ((hind - 0.02, -swing), (fore + 0.06, swing)):
        c.put(
            tube(
                (x, low - 0.20, 0.15 * thick),
                (x + shift * 0.5 - 0.02, low * 0.45, 0.085 * thick),
                (x + shift, -0.05, 0.065 * thick),
            ),
            body,
        )
        c.put(rect(x + shift - 0.07 * thick, -0.08, 0.20 * thick, 0.08, 0.035), lighter(body, -0.08), 0.01)


def _collar(c: _Coat, a: Point, b: Point, width: float) -> None:
    neck = c.it.worn.get("neck")
    if neck:
        c.put(tube((*a, width), (*b, width)), neck.colour, 0.02, 0.2)
        if neck.cut == "scarf":
            c.blob(
                [(b[0] - 0.05, b[1]), (b[0] + 0.08, b[1]), (b[0] + 0.04, b[1] + 0.32), (b[0] - 0.08, b[1] + 0.30)],
                neck.colour,
                0.03,
            )


def _dog(c: _Coat) -> None:
    k, s = c.it.coat, c.it.second
    c.put(tube((-0.70, -0.90, 0.08), (-0.92, -1.10, 0.06), (-0.98, -1.32, 0.035)), k)
    _walker(c, 0.46, k, 1.0, s)
    c.put(tube((0.42, -0.92, 0.23), (0.62, -1.18, 0.19)), k)
    c.blob(
        [
            (0.46, -1.30),
            (0.60, -1.48),
            (0.82, -1.45),
            (0.92, -1.30),
            (1.14, -1.22),
            (1.18, -1.10),
            (1.02, -1.02),
            (0.76, -1.04),
            (0.52, -1.10),
        ],
        k,
        0.08,
    )
    c.blob([(0.88, -1.14), (1.14, -1.20), (1.18, -1.10), (1.02, -1.03), (0.88, -1.05)], s, 0.02)
    c.blob(
        [(0.58, -1.42), (0.46, -1.36), (0.42, -1.06), (0.54, -0.98), (0.64, -1.14), (0.66, -1.34)],
        lighter(k, -0.12),
        0.04,
    )
    c.dot(1.16, -1.19, 0.055, 0.045, DARK)
    c.eye(0.84, -1.30, 0.04)
    c.line([(0.94, -1.07), (1.02, -1.05), (1.12, -1.08)], 0.02, DARK)
    _collar(c, (0.40, -1.02), (0.70, -1.00), 0.055)


def _wolf(c: _Coat) -> None:
    k, s = c.it.coat, c.it.second
    c.put(tube((-0.68, -0.85, 0.10), (-0.95, -0.72, 0.13), (-1.08, -0.45, 0.04)), k)
    _walker(c, 0.48, k, 1.0, s)
    c.put(tube((0.38, -0.92, 0.27), (0.60, -1.18, 0.22)), k)
    c.blob(
        [(0.48, -1.26), (0.60, -1.42), (0.80, -1.40), (1.16, -1.20), (1.14, -1.12), (0.80, -1.04), (0.54, -1.08)],
        k,
        0.06,
    )
    c.blob([(0.60, -1.08), (0.84, -1.18), (1.14, -1.15), (0.86, -1.03)], s, 0.02)
    for x in (0.52, 0.66):
        c.blob([(x, -1.36, 1), (x + 0.03, -1.62, 1), (x + 0.15, -1.38, 1)], k, 0.03)
    c.dot(1.15, -1.19, 0.05, 0.04, DARK)
    c.eye(0.80, -1.27, 0.035)
    _collar(c, (0.40, -1.02), (0.70, -0.98), 0.055)


def _cat(c: _Coat) -> None:
    k, s = c.it.coat, c.it.second
    if c.asleep:
        c.blob(
            [(-0.8, -0.05), (-0.75, -0.4), (-0.2, -0.62), (0.4, -0.52), (0.72, -0.2), (0.7, -0.02), (0, 0.0)], k, 0.1
        )
        c.put(tube((-0.7, -0.12, 0.09), (0.0, -0.06, 0.09), (0.5, -0.08, 0.06)), lighter(k, -0.05))
        _cat_head(c, 0.52, -0.30, 0.62)
        return
    c.put(tube((-0.30, -0.10, 0.08), (-0.60, -0.10, 0.07), (-0.74, -0.30, 0.06), (-0.66, -0.50, 0.045)), k)
    c.blob(
        [
            (-0.02, -0.86),
            (0.20, -0.82),
            (0.32, -0.45),
            (0.36, -0.06),
            (0.2, 0, 1),
            (-0.36, 0, 1),
            (-0.44, -0.22),
            (-0.30, -0.58),
        ],
        k,
        0.08,
    )
    c.blob([(0.14, -0.72), (0.30, -0.62), (0.30, -0.35), (0.16, -0.42)], s, 0.02)
    c.put(tube((0.18, -0.45, 0.09), (0.22, -0.2, 0.07), (0.24, -0.05, 0.06)), k)
    c.put(oval(0.28, -0.04, 0.10, 0.045), s, 0.01)
    c.blob([(-0.36, -0.04), (-0.40, -0.28), (-0.16, -0.40), (0.02, -0.22), (0.0, -0.02)], lighter(k, 0.015), 0.05)
    for i in range(3):
        c.line(
            [(-0.36 + i * 0.04, -0.62 + i * 0.11), (-0.2, -0.6 + i * 0.12), (-0.08, -0.64 + i * 0.12)],
            0.035,
            lighter(k, -0.14),
            0.8,
        )
    _cat_head(c, 0.10, -0.98, 0.62)
    _collar(c, (-0.06, -0.76), (0.24, -0.74), 0.045)


def _cat_head(c: _Coat, x: float, y: float, size: float) -> None:
    k, s, h = c.it.coat, c.it.second, size / 2
    for side in (-1, 1):
        c.blob(
            [
                (x + side * h * 0.88, y - h * 0.25, 1),
                (x + side * h * 0.82, y - h * 1.35, 1),
                (x + side * h * 0.15, y - h * 0.75, 1),
            ],
            k,
            0.02,
        )
        c.blob(
            [
                (x + side * h * 0.74, y - h * 0.45, 1),
                (x + side * h * 0.74, y - h * 1.1, 1),
                (x + side * h * 0.35, y - h * 0.72, 1),
            ],
            (0.70, 0.08, 20),
            0.0,
            0,
        )
    c.blob(
        [
            (x, y - h * 0.82),
            (x + h * 0.8, y - h * 0.5),
            (x + h, y + h * 0.15),
            (x + h * 0.5, y + h * 0.7),
            (x, y + h * 0.78),
            (x - h * 0.5, y + h * 0.7),
            (x - h, y + h * 0.15),
            (x - h * 0.8, y - h * 0.5),
        ],
        k,
        0.06,
    )
    c.blob([(x - h * 0.42, y + h * 0.35), (x, y + h * 0.1), (x + h * 0.42, y + h * 0.35), (x, y + h * 0.74)], s, 0.02)
    for side in (-1, 1):
        if c.asleep:
            c.eye(x + side * h * 0.42, y - h * 0.05, h * 0.13)
        else:
            c.dot(x + side * h * 0.42, y - h * 0.08, h * 0.19, h * 0.22, (0.78, 0.14, 115))
            c.dot(x + side * h * 0.44, y - h * 0.08, h * 0.07, h * 0.19, DARK)
        for lift in (0.0, 0.14):
            c.line(
                [
                    (x + side * h * 0.4, y + h * 0.36),
                    (x + side * h * 0.9, y + h * (0.30 - lift)),
                    (x + side * h * 1.35, y + h * (0.34 - lift * 2)),
                ],
                0.012,
                (0.96, 0.01, 90),
                0.8,
            )
    c.blob([(x - h * 0.1, y + h * 0.18), (x + h * 0.1, y + h * 0.18), (x, y + h * 0.32)], (0.62, 0.1, 15), 0, 0)


def _lion(c: _Coat) -> None:
    k, s = c.it.coat, c.it.second
    c.put(tube((-0.7, -0.85, 0.05), (-0.95, -0.6, 0.04), (-1.05, -0.75, 0.04)), k)
    c.dot(-1.06, -0.8, 0.09, 0.09, s)
    _walker(c, 0.46, k, 1.15)
    c.blob(
        [
            (0.62 + 0.46 * math.cos(i * 0.5), -1.12 + 0.46 * math.sin(i * 0.5) * (1.05 if i % 2 else 0.92))
            for i in range(12)
        ],
        s,
        0.1,
    )
    c.blob(
        [(0.42, -1.30), (0.62, -1.42), (0.84, -1.34), (1.0, -1.12), (0.92, -0.92), (0.64, -0.86), (0.44, -1.0)], k, 0.06
    )
    c.blob([(0.80, -1.04), (1.0, -1.08), (0.98, -0.94), (0.80, -0.90)], lighter(k, 0.12), 0.02)
    c.dot(0.98, -1.10, 0.05, 0.04, DARK)
    c.eye(0.76, -1.20, 0.035)


def _fox(c: _Coat) -> None:
    k, s = c.it.coat, c.it.second
    c.blob([(-0.58, -0.72), (-0.86, -0.86), (-1.25, -0.62), (-1.5, -0.36, 1), (-1.14, -0.34), (-0.78, -0.48)], k, 0.06)
    c.blob([(-1.22, -0.56), (-1.5, -0.36, 1), (-1.16, -0.36)], s, 0.02)
    _walker(c, 0.42, k, 0.8, s)
    c.put(tube((0.40, -0.88, 0.20), (0.56, -1.08, 0.17)), k)
    for x in (0.46, 0.66):
        c.blob([(x - 0.02, -1.20, 1), (x + 0.02, -1.56, 1), (x + 0.18, -1.24, 1)], k, 0.03)
        c.blob([(x + 0.02, -1.26, 1), (x + 0.035, -1.46, 1), (x + 0.12, -1.26, 1)], DARK, 0.0, 0)
    c.blob(
        [(0.40, -1.12), (0.56, -1.32), (0.80, -1.28), (1.16, -1.04), (1.14, -0.99), (0.84, -0.90), (0.52, -0.94)],
        k,
        0.06,
    )
    c.blob([(0.56, -0.96), (0.82, -1.06), (1.14, -1.01), (0.84, -0.90)], s, 0.02)
    c.dot(1.15, -1.03, 0.045, 0.04, DARK)
    c.eye(0.80, -1.15, 0.035)
    _collar(c, (0.36, -0.94), (0.66, -0.90), 0.055)


def _otter(c: _Coat) -> None:
    k, s = c.it.coat, c.it.second
    c.put(tube((-0.30, -0.12, 0.13), (-0.62, -0.06, 0.09), (-0.95, -0.05, 0.03)), k)
    c.blob(
        [
            (0.0, -0.92),
            (0.22, -0.82),
            (0.34, -0.40),
            (0.34, -0.04),
            (0.0, 0.0),
            (-0.40, -0.02),
            (-0.42, -0.36),
            (-0.22, -0.80),
        ],
        k,
        0.09,
    )
    c.blob([(0.10, -0.80), (0.24, -0.66), (0.30, -0.30), (0.18, -0.08), (0.04, -0.36)], s, 0.03)
    for x, y in ((0.20, -0.52), (0.08, -0.48)):
        c.put(tube((x, y, 0.07), (x + 0.16, y + 0.10, 0.055), (x + 0.28, y + 0.02, 0.045)), k)
    for x in (0.28, -0.14):
        c.put(oval(x, -0.03, 0.15, 0.05), lighter(k, -0.06), 0.02)
    for side in (-0.14, 0.20):
        c.put(oval(side + 0.02, -1.06, 0.06), k, 0.01)
    c.blob(
        [
            (-0.20, -0.94),
            (-0.10, -1.12),
            (0.10, -1.16),
            (0.30, -1.08),
            (0.44, -0.94),
            (0.38, -0.82),
            (0.10, -0.76),
            (-0.14, -0.80),
        ],
        k,
        0.05,
    )
    c.blob([(0.16, -0.92), (0.42, -0.94), (0.40, -0.83), (0.16, -0.79)], s, 0.02)
    c.dot(0.42, -0.95, 0.05, 0.038, DARK)
    c.eye(0.20, -1.0, 0.038)
    for lift in (0.0, 0.05):
        c.line([(0.36, -0.87), (0.50, -0.86 + lift), (0.62, -0.88 + lift * 1.6)], 0.01, (0.96, 0.01, 90), 0.8)
    _collar(c, (-0.12, -0.77), (0.22, -0.75), 0.05)


def _rabbit(c: _Coat) -> None:
    k, s = c.it.coat, c.it.second
    c.put(oval(-0.46, -0.16, 0.13), s, 0.03)
    c.blob(
        [(-0.44, -0.06), (-0.42, -0.38), (-0.1, -0.56), (0.20, -0.46), (0.30, -0.12), (0.22, 0.0, 1), (-0.36, 0.0, 1)],
        k,
        0.09,
    )
    c.put(oval(0.18, -0.04, 0.15, 0.05), k, 0.02)
    for x, tilt in ((0.08, -0.06), (0.24, 0.05)):
        c.blob(
            [
                (x - 0.06, -0.68),
                (x + tilt - 0.07, -0.92),
                (x + tilt, -1.06),
                (x + tilt + 0.06, -0.9),
                (x + 0.07, -0.68),
            ],
            k,
            0.03,
        )
        c.blob(
            [
                (x - 0.02, -0.70),
                (x + tilt - 0.03, -0.90),
                (x + tilt, -0.98),
                (x + tilt + 0.02, -0.88),
                (x + 0.03, -0.70),
            ],
            (0.76, 0.07, 15),
            0,
            0,
        )
    c.blob([(0.0, -0.62), (0.16, -0.74), (0.36, -0.64), (0.46, -0.48), (0.34, -0.36), (0.10, -0.38)], k, 0.05)
    c.blob([(0.30, -0.46), (0.45, -0.48), (0.36, -0.37)], s, 0.01)
    c.eye(0.28, -0.58, 0.036)
    c.dot(0.455, -0.50, 0.025, 0.02, (0.6, 0.1, 15))
    _collar(c, (0.02, -0.40), (0.26, -0.36), 0.045)


def _bear(c: _Coat) -> None:
    k, s = c.it.coat, c.it.second
    _walker(c, 0.40, k, 1.55)
    for x in (0.52, 0.80):
        c.put(oval(x, -1.34, 0.10), k, 0.03)
    c.blob(
        [
            (0.36, -1.08),
            (0.52, -1.34),
            (0.80, -1.32),
            (0.96, -1.10),
            (1.16, -0.98),
            (1.12, -0.84),
            (0.86, -0.78),
            (0.50, -0.82),
        ],
        k,
        0.08,
    )
    c.blob([(0.88, -0.98), (1.14, -0.98), (1.12, -0.84), (0.90, -0.82)], s, 0.03)
    c.dot(1.14, -0.97, 0.06, 0.045, DARK)
    c.eye(0.84, -1.08, 0.035)
    _collar(c, (0.38, -0.92), (0.70, -0.80), 0.07)


def _horse(c: _Coat) -> None:
    k, s = c.it.coat, c.it.second
    c.blob([(-0.66, -0.92), (-0.80, -0.92), (-0.92, -0.50), (-0.86, -0.22), (-0.74, -0.50)], s, 0.04)
    _walker(c, 0.54, k, 0.82)
    c.put(tube((0.40, -0.90, 0.23), (0.56, -1.18, 0.17), (0.70, -1.42, 0.14)), k)
    c.blob([(0.34, -1.0), (0.40, -1.30), (0.56, -1.56), (0.68, -1.58), (0.60, -1.36), (0.48, -1.12)], s, 0.04)
    c.blob(
        [(0.60, -1.42), (0.68, -1.58), (0.80, -1.54), (1.06, -1.20), (1.02, -1.10), (0.90, -1.12), (0.70, -1.30)],
        k,
        0.06,
    )
    c.blob([(0.64, -1.54, 1), (0.66, -1.70, 1), (0.74, -1.54, 1)], k, 0.02)
    c.eye(0.80, -1.40, 0.026)
    c.dot(1.02, -1.17, 0.018, 0.014, DARK)


def _deer(c: _Coat) -> None:
    k, s = c.it.coat, c.it.second
    _walker(c, 0.54, k, 0.66, s)
    c.put(tube((0.38, -0.92, 0.17), (0.54, -1.22, 0.12), (0.58, -1.34, 0.11)), k)
    for a in (0.0, 0.10):
        c.line([(0.56 + a, -1.46), (0.46 + a * 2, -1.74), (0.54 + a * 2.4, -1.98)], 0.035, (0.56, 0.06, 70))
        c.line([(0.48 + a * 2, -1.70), (0.66 + a * 2, -1.82)], 0.028, (0.56, 0.06, 70))
    c.blob([(0.52, -1.44, 1), (0.34, -1.50, 1), (0.50, -1.34, 1)], k, 0.02)
    c.blob([(0.48, -1.34), (0.58, -1.48), (0.72, -1.44), (0.92, -1.24), (0.90, -1.17), (0.72, -1.18)], k, 0.04)
    c.eye(0.70, -1.36, 0.026)
    c.dot(0.91, -1.22, 0.03, 0.025, DARK)


def _cow(c: _Coat) -> None:
    k, s = c.it.coat, c.it.second
    c.line([(-0.72, -0.92), (-0.82, -0.5), (-0.80, -0.3)], 0.04, k)
    _walker(c, 0.44, k, 1.1)
    for x, y, r in ((-0.4, -0.86, 0.18), (0.1, -0.72, 0.16), (-0.1, -0.95, 0.08)):
        c.blob(
            [(x - r, y), (x, y - r * 0.6), (x + r, y - 0.03), (x + r * 0.4, y + r * 0.7), (x - r * 0.6, y + r * 0.6)],
            s,
            0.01,
        )
    c.blob(
        [(0.40, -1.06), (0.54, -1.24), (0.76, -1.18), (0.98, -0.88), (0.92, -0.76), (0.70, -0.82), (0.46, -0.88)],
        k,
        0.06,
    )
    c.blob([(0.84, -0.90), (0.98, -0.90), (0.94, -0.76), (0.82, -0.80)], (0.78, 0.06, 20), 0.02)
    c.line([(0.52, -1.20), (0.50, -1.36)], 0.05, (0.86, 0.03, 85))
    c.blob([(0.46, -1.14), (0.28, -1.14), (0.40, -1.04)], s, 0.02)
    c.eye(0.72, -1.04, 0.03)


def _sheep(c: _Coat) -> None:
    k, s = c.it.coat, c.it.second
    for x in (-0.36, -0.16, 0.16, 0.34):
        c.put(tube((x, -0.4, 0.06), (x, -0.03, 0.05)), s, 0.01)
    c.blob(
        [
            (
                -0.02 + (0.62 if i % 2 else 0.54) * math.cos(i * math.pi / 9),
                -0.66 + (0.38 if i % 2 else 0.32) * math.sin(i * math.pi / 9),
            )
            for i in range(18)
        ],
        k,
        0.09,
    )
    c.blob([(0.46, -0.92), (0.58, -1.04), (0.72, -0.96), (0.86, -0.70), (0.78, -0.62), (0.58, -0.70)], s, 0.03)
    c.blob([(0.52, -0.96), (0.36, -0.92), (0.46, -0.84)], s, 0.02)
    c.dot(0.66, -0.86, 0.03, 0.03, (0.95, 0.01, 90))
    c.dot(0.67, -0.86, 0.015, 0.018, DARK)
    _collar(c, (0.44, -0.78), (0.62, -0.68), 0.04)


def _pig(c: _Coat) -> None:
    k, s = c.it.coat, c.it.second
    c.line([(-0.70, -0.75), (-0.82, -0.82), (-0.78, -0.72)], 0.04, s)
    _walker(c, 0.34, k, 1.0)
    c.blob([(0.34, -0.90), (0.48, -1.10), (0.72, -1.04), (0.88, -0.80), (0.80, -0.58), (0.50, -0.58)], k, 0.06)
    c.put(oval(0.88, -0.74, 0.08, 0.12), s, 0.02)
    c.blob([(0.46, -1.08, 1), (0.44, -1.24, 1), (0.62, -1.08, 1)], s, 0.02)
    c.eye(0.70, -0.86, 0.028)


def _mouse(c: _Coat) -> None:
    k, s = c.it.coat, c.it.second
    c.put(tube((-0.5, -0.14, 0.05), (-0.9, -0.1, 0.035), (-1.2, -0.3, 0.02)), (0.72, 0.06, 20), 0.01)
    c.blob(
        [(-0.55, -0.06), (-0.5, -0.5), (-0.1, -0.72), (0.3, -0.6), (0.72, -0.30), (0.74, -0.2), (0.5, -0.05), (0, 0)],
        k,
        0.09,
    )
    for x in (0.16, 0.36):
        c.put(oval(x, -0.78, 0.17), k, 0.03)
        c.dot(x + 0.01, -0.77, 0.10, 0.10, (0.76, 0.07, 15))
    c.eye(0.48, -0.44, 0.05)
    c.dot(0.74, -0.26, 0.04, 0.035, (0.6, 0.1, 15))
    c.put(oval(0.4, -0.04, 0.12, 0.04), s, 0.01)


def _elephant(c: _Coat) -> None:
    k = c.it.coat
    _walker(c, 0.42, k, 1.7)
    c.put(tube((0.72, -0.95, 0.17), (0.98, -0.66, 0.10), (1.0, -0.30, 0.07), (1.12, -0.16, 0.05)), k)
    c.blob([(0.34, -0.95), (0.48, -1.24), (0.80, -1.16), (0.92, -0.88), (0.74, -0.70), (0.46, -0.72)], k, 0.08)
    c.blob([(0.48, -1.16), (0.22, -1.20), (0.10, -0.90), (0.30, -0.66), (0.50, -0.84)], lighter(k, -0.05), 0.05)
    c.blob([(0.80, -0.72), (0.98, -0.62), (1.10, -0.68, 1), (0.92, -0.54)], (0.95, 0.02, 90), 0.02)
    c.eye(0.76, -0.96, 0.028)


def _bird(c: _Coat) -> None:
    k, s = c.it.coat, c.it.second
    if c.moving:
        c.blob(
            [(0.05, -0.50), (0.16, -0.86), (0.50, -1.05, 1), (0.36, -0.72), (0.26, -0.46)],
            mix(s, c.p.light.shade(s), 0.5),
            0.03,
        )
        c.blob(
            [
                (-0.85, -0.36, 1),
                (-0.4, -0.44),
                (0.10, -0.56),
                (0.42, -0.60),
                (0.54, -0.48),
                (0.36, -0.34),
                (-0.1, -0.28),
                (-0.45, -0.32),
            ],
            k,
            0.06,
        )
        c.blob([(0.14, -0.50), (-0.06, -0.90), (-0.52, -1.08, 1), (-0.34, -0.74), (-0.14, -0.44)], s, 0.04)
        c.blob([(0.52, -0.54), (0.72, -0.47, 1), (0.52, -0.43)], (0.74, 0.15, 70), 0.01, 0)
        c.eye(0.42, -0.52, 0.03)
        return
    for x in (0.02, 0.12):
        c.line([(x, -0.22), (x + 0.02, 0)], 0.03, (0.70, 0.14, 60))
    c.blob(
        [
            (-0.75, -0.22, 1),
            (-0.36, -0.48),
            (0.02, -0.66),
            (0.10, -0.92),
            (0.34, -0.96),
            (0.46, -0.76),
            (0.36, -0.38),
            (0.08, -0.16),
            (-0.2, -0.18),
        ],
        k,
        0.08,
    )
    c.blob([(-0.64, -0.26, 1), (-0.30, -0.54), (0.08, -0.54), (0.02, -0.30), (-0.2, -0.24)], s, 0.04)
    c.blob([(0.44, -0.86), (0.66, -0.78, 1), (0.44, -0.74)], (0.74, 0.15, 70), 0.01, 0)
    c.eye(0.32, -0.84, 0.04)
    _collar(c, (0.04, -0.66), (0.36, -0.62), 0.04)


def _duck(c: _Coat) -> None:
    k, s = c.it.coat, c.it.second
    for x in (0.0, 0.14):
        c.line([(x, -0.22), (x, -0.02), (x + 0.1, 0)], 0.04, (0.72, 0.15, 60))
    c.blob(
        [
            (-0.62, -0.52, 1),
            (-0.3, -0.50),
            (0.10, -0.58),
            (0.16, -0.9),
            (0.34, -1.0),
            (0.48, -0.86),
            (0.40, -0.62),
            (0.42, -0.34),
            (0.1, -0.14),
            (-0.34, -0.2),
        ],
        k,
        0.08,
    )
    c.blob([(-0.46, -0.48), (-0.1, -0.52), (0.16, -0.42), (-0.06, -0.26), (-0.36, -0.3)], lighter(k, -0.08), 0.04)
    c.blob([(0.46, -0.90), (0.70, -0.82), (0.46, -0.78)], s, 0.02, 0)
    c.eye(0.36, -0.88, 0.035)


def _fish(c: _Coat) -> None:
    k, s = c.it.coat, c.it.second
    c.blob([(-0.6, -0.5), (-1.0, -0.85, 1), (-0.9, -0.5), (-1.0, -0.15, 1)], s, 0.03)
    c.blob([(0.9, -0.48), (0.5, -0.78), (0.0, -0.86), (-0.65, -0.52), (0.0, -0.16), (0.5, -0.2)], k, 0.1)
    c.blob([(0.1, -0.84), (-0.1, -1.05), (-0.35, -0.70)], s, 0.03)
    c.blob([(0.1, -0.42), (-0.2, -0.28), (-0.1, -0.5)], s, 0.02)
    c.dot(0.6, -0.55, 0.08, 0.08, (0.95, 0.01, 90))
    c.dot(0.62, -0.55, 0.04, 0.045, DARK)
    for i in range(3):
        c.line([(0.28 - i * 0.2, -0.7), (0.34 - i * 0.2, -0.5), (0.28 - i * 0.2, -0.3)], 0.02, lighter(k, 0.12), 0.6)


DRAWINGS: dict[str, tuple[Callable[[_Coat], None], float]] = {
    "dog": (_dog, 2.1),
    "wolf": (_wolf, 2.7),
    "cat": (_cat, 1.7),
    "lion": (_lion, 3.4),
    "fox": (_fox, 1.7),
    "otter": (_otter, 2.1),
    "rabbit": (_rabbit, 1.5),
    "bear": (_bear, 3.9),
    "horse": (_horse, 5.0),
    "deer": (_deer, 3.8),
    "cow": (_cow, 4.6),
    "sheep": (_sheep, 3.0),
    "pig": (_pig, 2.4),
    "mouse": (_mouse, 0.6),
    "elephant": (_elephant, 9.0),
    "bird": (_bird, 1.2),
    "duck": (_duck, 1.8),
    "fish": (_fish, 0.9),
}
"""By species: the drawing, and the height in human heads."""
