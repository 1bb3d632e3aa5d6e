"""Things. Each drawing works in a unit box: y -1 (top) to 0 (base), x about 0, one unit the thing's height."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import skia

from dailies.adapters.providers.rehearsal.illustrator.cast import Thing
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.shapes import (
    Frame,
    Point,
    minus,
    oval,
    poly,
    rect,
    spline,
    tube,
    union,
)

WOOD: Colour = (0.48, 0.085, 52)
DARK: Colour = (0.26, 0.025, 265)
PALE: Colour = (0.94, 0.02, 88)
BRASS: Colour = (0.72, 0.11, 82)
STEEL: Colour = (0.70, 0.02, 235)
GREEN: Colour = (0.50, 0.11, 145)
GLOW: Colour = (0.95, 0.11, 82)


@dataclass(frozen=True)
class Brush:
    """A painter that thinks in the unit box of one thing."""

    p: Painter
    f: Frame
    thing: Thing

    @property
    def c(self) -> Colour:
        """The thing's colour."""
        return self.thing.colour

    @property
    def a(self) -> Colour:
        """The thing's accent."""
        return self.thing.accent

    def put(self, path: skia.Path, colour: Colour, shadow: float = 0.06, dry: float = 0.15, line: float = 0.8) -> None:
        """A painted shape."""
        self.p.shape(
            self.f.path(path), colour, self.f.scale * shadow, max(0.6, self.f.scale * 0.015), dry, 80, line=line
        )

    def blob(self, points: Sequence[Point], colour: Colour, shadow: float = 0.06, dry: float = 0.15) -> None:
        """A painted spline."""
        self.put(spline(points), colour, shadow, dry)

    def flat(self, path: skia.Path, colour: Colour, alpha: float = 1.0, emits: bool = False) -> None:
        """A flat shape."""
        self.p.fill(self.f.path(path), colour, alpha, emits=emits)

    def line(
        self, points: Sequence[Point], width: float, colour: Colour, alpha: float = 1.0, taper: bool = False
    ) -> None:
        """A line."""
        self.p.line(self.f.points(points), max(0.8, width * self.f.scale), colour, alpha, taper)

    def glow(self, x: float, y: float, radius: float, strength: float, colour: Colour = GLOW) -> None:
        """Light about a lamp."""
        px, py = self.f.at(x, y)
        self.p.glow(px, py, radius * self.f.scale, colour, strength)

    def text(self, words: str, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """Words fitted into a box about (x, y), never mirrored."""
        write(
            self.p,
            words,
            *self.f.at(x, y),
            width * self.f.scale,
            height * self.f.scale,
            colour,
            self.f.turn * self.f.facing,
        )


def write(
    p: Painter, words: str, x: float, y: float, width: float, height: float, colour: Colour, turn: float = 0.0
) -> None:
    """Centre words in a box about (x, y), as large as fits; nothing below 5 pixels."""
    font = skia.Font(skia.Typeface("sans-serif", skia.FontStyle.Bold()), height)
    natural = font.measureText(words) or 1.0
    size = min(height, height * width / natural)
    if size < 5:
        return
    font.setSize(size)
    p.canvas.save()
    p.canvas.translate(x, y)
    p.canvas.rotate(turn)
    paint = skia.Paint(AntiAlias=True, Color=p.colour(colour))
    p.canvas.drawString(words, -font.measureText(words) / 2, size * 0.36, font, paint)
    p.canvas.restore()


def _label(b: Brush, x: float, y: float, width: float, height: float) -> None:
    """A paper label with the thing's name, when it has one."""
    ink = DARK if b.a[0] > 0.45 else PALE
    b.put(rect(x - width / 2, y - height / 2, width, height, 0.02), PALE if b.thing.label else b.a, 0.02, 0.08, 0.5)
    if b.thing.label:
        b.flat(rect(x - width / 2, y + height * 0.28, width, height * 0.22), b.a)
        b.text(b.thing.label, x, y - height * 0.10, width * 0.88, height * 0.42, DARK if ink == DARK else DARK)


def _cup(b: Brush) -> None:
    ring = minus(oval(0.52, -0.52, 0.22, 0.26), oval(0.52, -0.52, 0.11, 0.15))
    b.put(ring, lighter(b.c, -0.03), 0.04)
    b.blob(
        [(-0.46, -0.95, 1), (0.46, -0.95, 1), (0.40, -0.2), (0.28, 0.0, 1), (-0.28, 0.0, 1), (-0.40, -0.2)], b.c, 0.14
    )
    b.put(rect(-0.43, -0.62, 0.86, 0.16), b.a, 0.05, 0.1, 0.4)
    b.put(oval(0, -0.95, 0.46, 0.10), lighter(b.c, 0.03), 0, 0)
    b.flat(oval(0, -0.94, 0.40, 0.075), (0.36, 0.07, 48))


def _glass(b: Brush) -> None:
    b.flat(spline([(-0.30, -1, 1), (0.30, -1, 1), (0.24, 0, 1), (-0.24, 0, 1)]), (0.90, 0.02, 220), 0.4)
    b.flat(spline([(-0.28, -0.62, 1), (0.28, -0.62, 1), (0.23, -0.03, 1), (-0.23, -0.03, 1)]), (0.66, 0.13, 60), 0.85)
    b.line([(-0.2, -0.9), (-0.17, -0.1)], 0.04, (0.98, 0.01, 220), 0.7)


def _teapot(b: Brush) -> None:
    b.put(minus(oval(-0.52, -0.45, 0.26, 0.28), oval(-0.52, -0.45, 0.16, 0.18)), b.c)
    b.blob([(0.35, -0.30), (0.62, -0.55), (0.72, -0.85), (0.84, -0.82), (0.72, -0.4), (0.42, -0.12)], b.c)
    b.blob([(-0.3, -0.75), (0.3, -0.75), (0.55, -0.4), (0.36, 0, 1), (-0.36, 0, 1), (-0.55, -0.4)], b.c, 0.14)
    b.blob([(-0.3, -0.74), (0, -0.9), (0.3, -0.74), (0, -0.70)], lighter(b.c, 0.04))
    b.put(oval(0, -0.93, 0.07), b.a, 0.02)


def _tin(b: Brush) -> None:
    b.put(rect(-0.34, -0.92, 0.68, 0.92, 0.04), b.c, 0.16)
    b.put(oval(0, -0.93, 0.34, 0.07), lighter(STEEL, 0.06), 0)
    b.put(oval(0, -0.94, 0.28, 0.05), STEEL, 0)
    _label(b, 0, -0.47, 0.66, 0.44)
    b.line([(-0.33, -0.14), (0, -0.11), (0.33, -0.14)], 0.025, lighter(b.c, 0.15))


def _jar(b: Brush) -> None:
    b.blob([(-0.30, -0.80), (0.30, -0.80), (0.36, -0.55), (0.34, 0, 1), (-0.34, 0, 1), (-0.36, -0.55)], b.c, 0.14)
    b.put(rect(-0.30, -0.98, 0.60, 0.18, 0.03), BRASS, 0.05)
    _label(b, 0, -0.36, 0.56, 0.34)
    b.line([(-0.26, -0.68), (-0.26, -0.1)], 0.04, (0.98, 0.01, 90), 0.5)


def _bottle(b: Brush) -> None:
    b.blob(
        [
            (-0.075, -0.97, 1),
            (0.075, -0.97, 1),
            (0.08, -0.72),
            (0.20, -0.58),
            (0.20, 0, 1),
            (-0.20, 0, 1),
            (-0.20, -0.58),
            (-0.08, -0.72),
        ],
        b.c,
        0.09,
    )
    b.put(rect(-0.085, -1.0, 0.17, 0.09, 0.02), b.a, 0.02)
    _label(b, 0, -0.32, 0.40, 0.30)
    b.line([(-0.15, -0.55), (-0.15, -0.05)], 0.025, (0.98, 0.01, 150), 0.5)


def _box(b: Brush) -> None:
    b.put(poly((-0.5, -0.8), (0.34, -0.8), (0.34, 0), (-0.5, 0)), b.c, 0.1, 0.3)
    b.put(poly((0.34, -0.8), (0.62, -0.92), (0.62, -0.16), (0.34, 0)), b.p.light.shade(b.c), 0.0, 0.2)
    b.put(poly((-0.5, -0.8), (-0.22, -0.94), (0.62, -0.92), (0.34, -0.8)), lighter(b.c, 0.06), 0.0, 0.2)
    b.put(rect(-0.14, -0.8, 0.14, 0.8), b.a, 0.02, 0.1, 0.4)
    if b.thing.label:
        _label(b, 0.02, -0.38, 0.62, 0.36)


def _bag(b: Brush) -> None:
    b.put(minus(oval(0, -0.72, 0.24, 0.28), oval(0, -0.72, 0.17, 0.21)), lighter(b.c, -0.08), 0.03)
    b.blob([(-0.42, -0.68), (0.42, -0.68), (0.5, -0.1), (0.42, 0, 1), (-0.42, 0, 1), (-0.5, -0.1)], b.c, 0.12, 0.3)
    b.blob([(-0.43, -0.69), (0.43, -0.69), (0.40, -0.34), (0, -0.28), (-0.40, -0.34)], lighter(b.c, 0.05), 0.05, 0.25)
    b.put(rect(-0.07, -0.36, 0.14, 0.14, 0.03), b.a, 0.02)


def _basket(b: Brush) -> None:
    b.put(minus(oval(0, -0.5, 0.44, 0.5), oval(0, -0.5, 0.37, 0.43)), (0.60, 0.09, 70), 0.03)
    b.blob([(-0.5, -0.5, 1), (0.5, -0.5, 1), (0.40, 0, 1), (-0.40, 0, 1)], (0.62, 0.09, 72), 0.12, 0.4)
    for i in range(3):
        b.line([(-0.48, -0.4 + i * 0.13), (0, -0.36 + i * 0.13), (0.48, -0.4 + i * 0.13)], 0.03, (0.46, 0.08, 60), 0.7)


def _leaf(b: Brush, x: float, y: float, length: float, angle: float, colour: Colour) -> None:
    f = Frame(*b.f.at(x, y), b.f.scale * length, b.f.facing, angle)
    b.p.shape(
        f.path(spline([(0, 0, 1), (0.30, -0.27), (0.72, -0.20), (1, 0, 1), (0.72, 0.20), (0.30, 0.27)])),
        colour,
        b.f.scale * length * 0.09,
        dry=0.1,
        line=0.5,
    )


def _plant(b: Brush) -> None:
    for i, (angle, length) in enumerate(
        ((-155, 0.34), (-25, 0.34), (-128, 0.40), (-52, 0.40), (-105, 0.44), (-75, 0.44))
    ):
        _leaf(b, 0, -0.46, length, angle, lighter(GREEN, (-0.05, 0.03, 0.0)[i % 3]))
    for i, (x, y) in enumerate(
        ((-0.30, -0.66), (0.30, -0.68), (-0.16, -0.84), (0.17, -0.86), (0.0, -0.96), (-0.02, -0.72), (0.14, -0.60))
    ):
        for side in (-1, 1):
            _leaf(b, x, y, 0.21, -90 + side * (52 + 8 * (i % 3)), lighter(GREEN, (0.07, 0.02, 0.11)[i % 3]))
    pot = b.a if b.c[2] > 100 and b.c[2] < 170 else b.c
    b.blob(
        [(-0.28, -0.44, 1), (0.28, -0.44, 1), (0.20, 0, 1), (-0.20, 0, 1)], mix(pot, (0.58, 0.13, 42), 0.6), 0.09, 0.25
    )
    b.put(rect(-0.31, -0.50, 0.62, 0.12, 0.03), (0.62, 0.13, 44), 0.03)


def _flower(b: Brush) -> None:
    for i, x in enumerate((-0.2, 0.0, 0.2)):
        top = -0.86 + abs(x) * 0.5
        b.line([(x * 0.2, 0), (x * 0.5, -0.4), (x, top)], 0.035, GREEN)
        for k in range(6):
            angle = k * math.pi / 3
            b.put(
                oval(x + 0.09 * math.cos(angle), top + 0.09 * math.sin(angle), 0.075),
                b.a if i % 2 else b.c,
                0.02,
                0.1,
                0.4,
            )
        b.flat(oval(x, top, 0.055), (0.80, 0.14, 85))


def _bread(b: Brush) -> None:
    b.blob(
        [(-0.85, -0.1), (-0.75, -0.6), (-0.3, -0.95), (0.3, -0.95), (0.75, -0.6), (0.85, -0.1), (0.5, 0), (-0.5, 0)],
        b.c,
        0.16,
        0.35,
    )
    for x in (-0.4, 0.0, 0.4):
        b.line([(x - 0.12, -0.82), (x + 0.02, -0.6), (x + 0.06, -0.35)], 0.09, lighter(b.c, 0.16), 0.9, True)


def _cake(b: Brush) -> None:
    b.put(oval(0, -0.02, 0.72, 0.08), PALE, 0.02)
    b.put(rect(-0.55, -0.55, 1.1, 0.54, 0.05), b.c, 0.12)
    b.blob(
        [
            (-0.57, -0.60),
            (0, -0.68),
            (0.57, -0.60),
            (0.56, -0.42),
            (0.36, -0.34),
            (0.2, -0.42),
            (0, -0.33),
            (-0.2, -0.42),
            (-0.38, -0.34),
            (-0.56, -0.42),
        ],
        b.a,
        0.04,
    )
    for x in (-0.25, 0.0, 0.25):
        b.line([(x, -0.62), (x, -0.84)], 0.05, PALE)
        b.flat(oval(x, -0.90, 0.035, 0.06), (0.88, 0.14, 70), 1, True)
        b.glow(x, -0.9, 0.25, 0.6)


def _bowl(b: Brush) -> None:
    b.blob([(-0.9, -0.75, 1), (0.9, -0.75, 1), (0.7, -0.25), (0.34, 0, 1), (-0.34, 0, 1), (-0.7, -0.25)], b.c, 0.2)
    b.put(oval(0, -0.75, 0.9, 0.18), lighter(b.c, 0.1), 0)
    b.flat(oval(0, -0.73, 0.78, 0.13), (0.70, 0.11, 65))


def _plate(b: Brush) -> None:
    b.put(oval(0, -0.16, 1.1, 0.2), PALE, 0.05)
    b.put(oval(0, -0.20, 0.75, 0.12), (0.88, 0.02, 85), 0)
    for i, (x, colour) in enumerate(((-0.35, (0.62, 0.12, 45)), (0.05, (0.56, 0.12, 140)), (0.38, (0.80, 0.11, 80)))):
        b.blob([(x - 0.25, -0.22), (x, -0.52 - i * 0.08), (x + 0.25, -0.22)], colour, 0.06)


def _apple(b: Brush) -> None:
    b.blob(
        [(0, -0.78), (0.3, -0.9), (0.5, -0.5), (0.3, -0.03), (0, -0.06), (-0.3, -0.03), (-0.5, -0.5), (-0.3, -0.9)],
        b.c,
        0.16,
    )
    b.line([(0, -0.78), (0.05, -1.0)], 0.06, WOOD)
    _leaf(b, 0.05, -0.92, 0.35, -20, GREEN)


def _egg(b: Brush) -> None:
    b.blob([(0, -1), (0.34, -0.5), (0.26, -0.06), (0, 0), (-0.26, -0.06), (-0.34, -0.5)], b.c, 0.14, 0.05)


def _pan(b: Brush) -> None:
    b.put(tube((0.5, -0.6, 0.08), (1.5, -0.75, 0.08)), WOOD, 0.04)
    b.blob([(-0.7, -0.7, 1), (0.7, -0.7, 1), (0.6, 0, 1), (-0.6, 0, 1)], DARK if b.c[0] > 0.7 else b.c, 0.14)
    b.put(oval(0, -0.7, 0.7, 0.14), STEEL, 0)


def _book(b: Brush) -> None:
    b.put(poly((-0.72, -0.92), (0, -0.84), (0.72, -0.92), (0.74, -0.02), (0, 0.04), (-0.74, -0.02)), b.c, 0.1)
    b.put(poly((-0.66, -0.96), (-0.02, -0.86), (-0.02, -0.02), (-0.66, -0.08)), PALE, 0.03, 0.05, 0.4)
    b.put(poly((0.66, -0.96), (0.02, -0.86), (0.02, -0.02), (0.66, -0.08)), lighter(PALE, -0.05), 0.0, 0.05, 0.4)
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
        b.line([(-0.27, -0.86 + i * 0.13), (0.26 - (i % 3) * 0.08, -0.86 + i * 0.13)], 0.022, (0.5, 0.03, 250), 0.7)


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
    b.flat(spline([(-0.6, -0.6), (-0.2, -0.75), (0.1, -0.5), (-0.2, -0.25), (-0.5, -0.3)]), (0.66, 0.09, 150), 0.7)
    b.line([(-0.5, -0.2), (-0.1, -0.45), (0.25, -0.35), (0.6, -0.65)], 0.03, (0.55, 0.17, 27))
    b.flat(oval(0.6, -0.65, 0.05), (0.55, 0.18, 27))


def _pencil(b: Brush) -> None:
    b.put(poly((-0.08, -0.78), (0.08, -0.78), (0.08, 0), (-0.08, 0)), b.c, 0.03)
    b.put(poly((-0.08, -0.78), (0.08, -0.78), (0, -1)), (0.84, 0.06, 75), 0.0)


def _laptop(b: Brush) -> None:
    b.put(poly((-0.70, -1.0), (0.70, -1.0), (0.74, -0.14), (-0.74, -0.14)), DARK, 0.03, 0.05)
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
        b.flat(rect(-0.15, -0.5 + i * 0.12, 0.3 - i * 0.05, 0.05, 0.02), (0.97, 0.01, 230), 1, True)
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
    b.put(minus(oval(0, -0.45, 0.5, 0.52), union(oval(0, -0.42, 0.41, 0.43), rect(-0.6, -0.38, 1.2, 0.6))), b.c, 0.03)
    for s in (-1, 1):
        b.put(rect(s * 0.44 - 0.12, -0.50, 0.24, 0.46, 0.1), b.a if s > 0 else lighter(b.a, -0.05), 0.04)


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


def _lamp(b: Brush) -> None:
    b.put(oval(0, -0.03, 0.26, 0.06), b.c, 0.02)
    b.line([(0, -0.03), (-0.14, -0.42), (0.10, -0.84)], 0.045, BRASS)
    b.put(oval(-0.14, -0.42, 0.04), BRASS, 0.01)
    b.blob([(0.02, -0.98), (0.2, -0.94), (0.46, -0.62, 1), (0.05, -0.58, 1)], b.c, 0.05)
    b.flat(oval(0.26, -0.60, 0.2, 0.05), GLOW, 1, True)
    b.glow(0.26, -0.55, 0.95, 0.75)


def _lantern(b: Brush) -> None:
    b.put(minus(oval(0, -0.9, 0.16, 0.14), oval(0, -0.9, 0.11, 0.09)), b.c, 0.02)
    b.glow(0, -0.45, 1.9, 0.8)
    b.put(poly((-0.20, -0.80), (0.20, -0.80), (0.27, -0.70), (-0.27, -0.70)), b.c, 0.03)
    b.flat(rect(-0.21, -0.70, 0.42, 0.54), (0.95, 0.10, 85), 1, True)
    b.flat(spline([(0, -0.6, 1), (0.09, -0.36), (0, -0.22), (-0.09, -0.36)]), (0.88, 0.15, 62), 1, True)
    for x in (-0.21, 0.0, 0.21):
        b.line([(x, -0.70), (x, -0.16)], 0.03, b.c)
    b.put(rect(-0.27, -0.16, 0.54, 0.16, 0.03), b.c, 0.04)


def _candle(b: Brush) -> None:
    b.put(rect(-0.14, -0.66, 0.28, 0.66, 0.04), PALE, 0.07)
    b.flat(spline([(0, -1, 1), (0.09, -0.78), (0, -0.68), (-0.09, -0.78)]), (0.92, 0.13, 75), 1, True)
    b.glow(0, -0.8, 1.1, 0.8)


def _key(b: Brush) -> None:
    b.put(minus(oval(0, -0.78, 0.24), oval(0, -0.78, 0.13)), b.c, 0.03)
    b.put(union(rect(-0.06, -0.58, 0.12, 0.58), rect(0.0, -0.12, 0.2, 0.09), rect(0.0, -0.28, 0.15, 0.08)), b.c, 0.02)


def _ring(b: Brush) -> None:
    b.put(minus(oval(0, -0.36, 0.36), oval(0, -0.36, 0.27)), BRASS, 0.03)
    b.put(poly((-0.2, -0.88), (0.2, -0.88), (0.28, -0.78), (0, -0.58), (-0.28, -0.78)), (0.86, 0.06, 215), 0.04)


def _umbrella(b: Brush) -> None:
    b.line([(0, -0.95), (0, -0.06), (0.06, 0.0), (0.11, -0.05)], 0.028, DARK)
    b.blob(
        [
            (0, -0.99),
            (0.34, -0.88),
            (0.62, -0.58, 1),
            (0.42, -0.63),
            (0.21, -0.56, 1),
            (0, -0.62),
            (-0.21, -0.56, 1),
            (-0.42, -0.63),
            (-0.62, -0.58, 1),
            (-0.34, -0.88),
        ],
        b.c,
        0.10,
        0.2,
    )
    for x in (-0.21, 0.21):
        b.line([(0, -0.98), (x * 0.8, -0.8), (x, -0.57)], 0.012, b.p.light.shade(b.c), 0.7)


def _shoe(b: Brush) -> None:
    b.blob(
        [
            (-0.85, -0.85),
            (-0.45, -0.95),
            (-0.25, -0.62),
            (0.25, -0.48),
            (0.85, -0.34),
            (0.98, -0.14),
            (-0.92, -0.14),
            (-0.95, -0.5),
        ],
        b.c,
        0.12,
    )
    b.put(rect(-0.96, -0.17, 1.96, 0.17, 0.06), PALE if b.c[0] < 0.8 else lighter(b.a, 0.0), 0.04)
    b.blob([(-0.6, -0.36), (0.0, -0.50), (0.4, -0.30), (-0.1, -0.24)], b.a, 0.03)
    for i in range(3):
        b.line([(-0.32 + i * 0.16, -0.68 + i * 0.07), (-0.12 + i * 0.16, -0.76 + i * 0.10)], 0.04, PALE)


def _hat(b: Brush) -> None:
    b.blob([(-0.5, -0.2), (-0.46, -0.85), (0, -1), (0.46, -0.85), (0.5, -0.2)], b.c, 0.12)
    b.put(oval(0, -0.15, 0.95, 0.15), b.c, 0.05)
    b.put(rect(-0.5, -0.38, 1.0, 0.16), b.a, 0.02)


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


def _ball(b: Brush) -> None:
    b.put(oval(0, -0.5, 0.5), b.c, 0.16)
    b.line([(-0.45, -0.62), (0, -0.45), (0.45, -0.62)], 0.05, PALE)
    b.line([(-0.1, -0.98), (0.02, -0.5), (-0.1, -0.02)], 0.05, PALE)


def _balloon(b: Brush) -> None:
    for i, (x, y, colour) in enumerate(((0.0, -0.78, b.c), (-0.24, -0.64, b.a), (0.24, -0.62, (0.80, 0.14, 85)))):
        b.line([(x, y + 0.2), (x * 0.4, -0.2), (0, 0)], 0.008, PALE)
        if i == 0 or b.thing.noun.endswith("s"):
            b.blob([(x, y - 0.22), (x + 0.17, y - 0.05), (x, y + 0.20), (x - 0.17, y - 0.05)], colour, 0.06)
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
        poly((-1.0, -0.5), (-0.4, -0.36), (0, -0.52), (0.4, -0.36), (1.0, -0.5), (0.56, 0), (-0.56, 0)),
        lighter(b.c, -0.03),
        0.08,
        0.05,
    )
    b.line([(0, -0.52), (0, -0.02)], 0.02, lighter(b.c, -0.25), 0.6)


def _paper_plane(b: Brush) -> None:
    b.put(poly((-1, -0.5), (1, -0.75), (-0.3, -0.2)), b.c if b.c[0] > 0.7 else PALE, 0.05, 0.05)
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


def _wheel(b: Brush, x: float, y: float, r: float, spokes: bool) -> None:
    b.put(minus(oval(x, y, r), oval(x, y, r * 0.86)) if spokes else oval(x, y, r), DARK, 0.02, 0.0)
    if spokes:
        for k in range(8):
            angle = k * math.pi / 4
            b.line([(x, y), (x + r * 0.88 * math.cos(angle), y + r * 0.88 * math.sin(angle))], 0.008, STEEL, 0.8)
    else:
        b.put(oval(x, y, r * 0.55), STEEL, r * 0.12, 0.0)


def _bicycle(b: Brush) -> None:
    _wheel(b, -0.52, -0.34, 0.34, True)
    _wheel(b, 0.56, -0.34, 0.34, True)
    for line in (
        [(-0.52, -0.34), (-0.05, -0.34), (0.40, -0.78)],
        [(-0.05, -0.34), (-0.20, -0.80)],
        [(-0.52, -0.34), (-0.18, -0.74), (0.40, -0.76)],
        [(0.56, -0.34), (0.36, -0.95)],
    ):
        for a, c in zip(line, line[1:], strict=False):
            b.line([a, c], 0.045, b.c)
    b.blob([(-0.34, -0.86), (-0.06, -0.86), (-0.10, -0.80), (-0.30, -0.80)], DARK, 0.01)
    b.line([(0.36, -0.95), (0.52, -1.0), (0.56, -0.92)], 0.035, DARK)
    b.put(oval(-0.05, -0.34, 0.08), STEEL, 0.01)


def _car(b: Brush) -> None:
    b.blob(
        [
            (-1.45, -0.2),
            (-1.42, -0.58),
            (-0.9, -0.66),
            (-0.55, -0.98),
            (0.45, -1.0),
            (0.85, -0.66),
            (1.35, -0.55),
            (1.45, -0.2),
        ],
        b.c,
        0.14,
    )
    for window in (
        poly((-0.72, -0.66), (-0.46, -0.91), (-0.05, -0.92), (-0.05, -0.66)),
        poly((0.04, -0.66), (0.04, -0.92), (0.40, -0.92), (0.68, -0.66)),
    ):
        b.put(window, (0.70, 0.05, 230), 0.03, 0.0)
    b.line([(-0.0, -0.64), (-0.0, -0.26)], 0.015, b.p.light.shade(b.c))
    b.flat(oval(1.38, -0.45, 0.07, 0.09), (0.96, 0.08, 90), 1, True)
    b.glow(1.42, -0.45, 0.4, 0.4)
    for x in (-0.85, 0.85):
        _wheel(b, x, -0.2, 0.23, False)


def _bus(b: Brush) -> None:
    b.put(rect(-1.35, -1.0, 2.7, 0.86, 0.1), b.c, 0.08)
    for i in range(6):
        b.put(
            rect(-1.25 + i * 0.42, -0.86, 0.34, 0.34, 0.04),
            (0.76, 0.05, 225) if b.p.light.dim > 0.8 else (0.92, 0.09, 85),
            0.02,
            0,
        )
    b.put(rect(-1.35, -0.42, 2.7, 0.08), PALE, 0)
    for x in (-0.8, 0.8):
        _wheel(b, x, -0.15, 0.16, False)


def _engine(b: Brush) -> None:
    b.put(rect(-1.2, -0.62, 1.7, 0.42, 0.2), DARK, 0.08)
    b.put(rect(0.3, -0.92, 0.75, 0.74, 0.04), b.c, 0.08)
    b.put(rect(0.25, -1.0, 0.85, 0.1, 0.03), DARK, 0.02)
    b.put(rect(0.46, -0.82, 0.3, 0.26, 0.03), (0.92, 0.09, 85), 0)
    b.put(poly((-0.98, -0.62), (-0.78, -0.62), (-0.74, -0.98), (-1.02, -0.98)), DARK, 0.03)
    for x in (-0.9, -0.45, 0.0, 0.6):
        _wheel(b, x, -0.16, 0.17, True)
    b.line([(-1.0, -0.16), (0.7, -0.16)], 0.04, (0.52, 0.16, 27))


def _boat(b: Brush) -> None:
    b.line([(-0.05, -0.25), (-0.05, -1.0)], 0.03, WOOD)
    b.blob([(0.0, -0.97, 1), (0.34, -0.62), (0.50, -0.30, 1), (0.0, -0.30, 1)], PALE, 0.08, 0.2)
    b.blob([(-0.10, -0.90, 1), (-0.26, -0.56), (-0.44, -0.32, 1), (-0.10, -0.30, 1)], b.a, 0.05, 0.2)
    b.blob([(-0.72, -0.24, 1), (0.78, -0.26, 1), (0.52, 0.02, 1), (-0.50, 0.02, 1)], b.c, 0.07, 0.3)
    b.line([(-0.72, -0.24), (0, -0.22), (0.78, -0.26)], 0.03, PALE)


def _rocket(b: Brush) -> None:
    for s in (-1, 1):
        b.blob([(s * 0.14, -0.42), (s * 0.34, -0.18), (s * 0.34, -0.02, 1), (s * 0.12, -0.16)], b.a, 0.03)
    b.blob(
        [(0, -1), (0.15, -0.78), (0.18, -0.42), (0.12, -0.12, 1), (-0.12, -0.12, 1), (-0.18, -0.42), (-0.15, -0.78)],
        PALE,
        0.08,
    )
    b.put(oval(0, -0.62, 0.08), (0.6, 0.08, 235), 0.02)
    b.flat(spline([(-0.08, -0.12, 1), (0.08, -0.12, 1), (0.0, 0.16, 1)]), (0.85, 0.15, 65), 1, True)
    b.glow(0, 0.0, 0.4, 0.8)


def _chair(b: Brush) -> None:
    for x in (-0.26, 0.30):
        b.line([(x, -0.46), (x * 1.06, 0)], 0.06, lighter(b.c, -0.08))
    b.put(rect(-0.32, -1.0, 0.10, 0.56, 0.03), b.c, 0.02)
    b.put(rect(-0.34, -0.98, 0.13, 0.30, 0.04), lighter(b.c, 0.03), 0.02)
    b.put(rect(-0.34, -0.50, 0.70, 0.10, 0.03), lighter(b.c, 0.05), 0.03)


def _bench(b: Brush) -> None:
    for x in (-1.2, 1.2):
        b.line([(x, -0.5), (x, 0)], 0.10, DARK)
    for y in (-0.98, -0.78):
        b.put(rect(-1.5, y, 3.0, 0.13, 0.03), b.c, 0.03, 0.4)
    for x in (-1.2, 1.2):
        b.line([(x, -0.95), (x, -0.45)], 0.08, DARK)
    b.put(rect(-1.5, -0.52, 3.0, 0.12, 0.03), lighter(b.c, 0.06), 0.03, 0.4)


def _table(b: Brush) -> None:
    for x in (-1.0, 1.0):
        b.line([(x, -0.9), (x * 1.03, 0)], 0.10, lighter(b.c, -0.08))
    b.put(rect(-1.25, -1.0, 2.5, 0.13, 0.03), b.c, 0.03, 0.5)


def _bed(b: Brush) -> None:
    b.put(rect(-1.7, -1.0, 0.14, 1.0, 0.04), WOOD, 0.03)
    b.put(rect(1.55, -0.62, 0.14, 0.62, 0.04), WOOD, 0.03)
    b.put(rect(-1.6, -0.45, 3.2, 0.28), PALE, 0.05)
    b.blob([(-1.5, -0.46), (-1.4, -0.72), (-0.9, -0.72), (-0.8, -0.46)], PALE, 0.06)
    b.blob(
        [
            (-0.8, -0.40, 1),
            (-0.6, -0.66),
            (0.3, -0.60),
            (1.2, -0.66),
            (1.58, -0.46),
            (1.58, -0.12, 1),
            (-0.85, -0.12, 1),
        ],
        b.c,
        0.1,
        0.3,
    )


def _sofa(b: Brush) -> None:
    b.put(rect(-1.2, -1.0, 2.4, 0.7, 0.15), b.c, 0.08, 0.3)
    b.put(rect(-1.15, -0.55, 2.3, 0.34, 0.1), lighter(b.c, 0.05), 0.06, 0.3)
    for s in (-1, 1):
        b.put(rect(s * 1.25 - 0.2, -0.72, 0.4, 0.62, 0.15), lighter(b.c, 0.02), 0.06, 0.3)
        b.line([(s * 1.1, -0.12), (s * 1.12, 0)], 0.08, DARK)


def _door(b: Brush) -> None:
    b.put(rect(-0.27, -1, 0.54, 1.0), lighter(b.c, -0.1), 0.02)
    b.put(rect(-0.23, -0.96, 0.46, 0.96), b.c, 0.03, 0.4)
    for y in (-0.88, -0.46):
        b.put(rect(-0.16, y, 0.32, 0.34), lighter(b.c, 0.04), 0.02, 0.2)
    b.flat(oval(0.17, -0.48, 0.025), BRASS)


def _ladder(b: Brush) -> None:
    for x in (-0.16, 0.16):
        b.line([(x, 0), (x * 0.8, -1)], 0.035, WOOD)
    for i in range(7):
        b.line([(-0.15, -0.1 - i * 0.13), (0.15, -0.1 - i * 0.13)], 0.03, WOOD)


def _mirror(b: Brush) -> None:
    b.put(oval(0, -0.5, 0.34, 0.5), BRASS, 0.04)
    b.put(oval(0, -0.5, 0.28, 0.44), (0.82, 0.03, 220), 0.05, 0.0)
    b.line([(-0.12, -0.7), (0.06, -0.84)], 0.03, (0.98, 0.0, 0), 0.7)


def _hammer(b: Brush) -> None:
    b.put(rect(-0.05, -0.85, 0.1, 0.85, 0.03), WOOD, 0.03)
    b.put(rect(-0.3, -1.0, 0.6, 0.22, 0.05), STEEL, 0.04)


def _spoon(b: Brush) -> None:
    b.line([(0, 0), (0, -0.72)], 0.06, WOOD)
    b.put(oval(0, -0.84, 0.13, 0.17), lighter(WOOD, 0.08), 0.03)


def _knife(b: Brush) -> None:
    b.put(rect(-0.05, -0.36, 0.1, 0.36, 0.03), DARK, 0.02)
    b.blob([(-0.05, -0.36, 1), (0.06, -0.36, 1), (0.08, -0.8), (-0.05, -1.0, 1)], lighter(STEEL, 0.1), 0.02)


def _saw(b: Brush) -> None:
    b.put(poly((-0.9, -0.6), (0.5, -0.75), (0.5, -0.25), (-0.9, -0.4)), lighter(STEEL, 0.08), 0.03)
    b.put(minus(rect(0.45, -0.85, 0.5, 0.7, 0.15), rect(0.58, -0.65, 0.24, 0.3, 0.1)), WOOD, 0.04)


def _broom(b: Brush) -> None:
    b.line([(0, -1), (0, -0.25)], 0.03, WOOD)
    b.blob([(-0.05, -0.28, 1), (0.05, -0.28, 1), (0.18, 0, 1), (-0.18, 0, 1)], (0.72, 0.10, 80), 0.04, 0.5)


def _bucket(b: Brush) -> None:
    b.put(minus(oval(0, -0.7, 0.42, 0.34), oval(0, -0.7, 0.38, 0.30)), STEEL, 0.0)
    b.blob([(-0.45, -0.7, 1), (0.45, -0.7, 1), (0.33, 0, 1), (-0.33, 0, 1)], b.c, 0.12)
    b.put(oval(0, -0.7, 0.45, 0.10), lighter(b.c, -0.12), 0)


def _rope(b: Brush) -> None:
    for i in range(4):
        b.put(
            minus(oval(0, -0.18 - i * 0.18, 0.6, 0.2), oval(0, -0.18 - i * 0.18, 0.42, 0.10)),
            lighter((0.70, 0.07, 78), -0.03 * (i % 2)),
            0.04,
            0.3,
        )


def _net(b: Brush) -> None:
    b.blob([(-0.8, -0.2), (-0.4, -0.8), (0.3, -0.9), (0.8, -0.3), (0.6, 0), (-0.6, 0)], (0.50, 0.06, 150), 0.1, 0.2)
    for i in range(6):
        b.line([(-0.7 + i * 0.25, -0.05), (-0.5 + i * 0.22, -0.8)], 0.015, PALE, 0.5)
        b.line([(-0.75, -0.1 - i * 0.13), (0.75, -0.08 - i * 0.13)], 0.015, PALE, 0.5)


def _telescope(b: Brush) -> None:
    b.line([(0, -0.55), (-0.3, 0)], 0.05, WOOD)
    b.line([(0, -0.55), (0.3, 0)], 0.05, WOOD)
    b.put(tube((-0.55, -0.42, 0.07), (0.1, -0.66, 0.10), (0.6, -0.86, 0.13), start=False, end=False), BRASS, 0.04)


def _microscope(b: Brush) -> None:
    b.put(rect(-0.36, -0.1, 0.72, 0.1, 0.03), DARK, 0.02)
    b.line([(0.25, -0.08), (0.32, -0.5), (0.05, -0.75)], 0.10, STEEL)
    b.put(tube((-0.12, -0.3, 0.07), (0.08, -0.95, 0.08)), PALE, 0.03)
    b.put(rect(-0.28, -0.26, 0.45, 0.05), DARK, 0)


def _sign(b: Brush) -> None:
    b.line([(0, 0), (0, -0.9)], 0.06, WOOD)
    b.put(rect(-0.45, -1, 0.9, 0.42, 0.04), b.c if b.thing.label else lighter(WOOD, 0.12), 0.04, 0.4)
    if b.thing.label:
        b.text(b.thing.label, 0, -0.79, 0.78, 0.24, PALE if b.c[0] < 0.6 else DARK)


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


def _fire(b: Brush) -> None:
    b.glow(0, -0.4, 2.2, 0.8, (0.85, 0.14, 62))
    for a in (-1, 1):
        b.line([(-0.5 * a, 0.0), (0.45 * a, -0.14)], 0.12, (0.34, 0.06, 45))
    for s, colour in ((1.0, (0.66, 0.18, 42)), (0.72, (0.78, 0.16, 62)), (0.42, (0.94, 0.12, 90))):
        b.flat(
            spline(
                [
                    (0.05 * s, -1.0 * s, 1),
                    (0.22 * s, -0.6 * s),
                    (0.38 * s, -0.7 * s, 1),
                    (0.42 * s, -0.3 * s),
                    (0.2 * s, -0.05),
                    (-0.2 * s, -0.05),
                    (-0.42 * s, -0.3 * s),
                    (-0.26 * s, -0.75 * s, 1),
                    (-0.12 * s, -0.55 * s),
                ]
            ),
            colour,
            0.95,
            True,
        )


def _tree(b: Brush) -> None:
    if b.thing.noun in ("oak", "tree"):
        b.put(tube((0, 0, 0.06), (0.01, -0.4, 0.04)), WOOD, 0.02)
        for x, y, r in ((-0.16, -0.55, 0.2), (0.17, -0.55, 0.2), (0.0, -0.76, 0.24)):
            b.put(oval(x, y, r, r * 0.9), GREEN, 0.08, 0.5)
        return
    b.put(rect(-0.04, -0.14, 0.08, 0.14), WOOD, 0.02)
    for i in range(4):
        y, w = -0.10 - i * 0.2, 0.36 - i * 0.075
        b.blob(
            [(0, y - 0.32, 1), (w, y, 1), (w * 0.3, y - 0.03), (0, y + 0.02), (-w * 0.3, y - 0.03), (-w, y, 1)],
            lighter((0.42, 0.07, 158), 0.02 * i),
            0.05,
            0.4,
        )


def _tent(b: Brush) -> None:
    b.put(poly((0, -1), (1.0, 0), (-0.8, 0)), b.c, 0.1, 0.3)
    b.put(poly((0, -1), (0.1, 0), (-0.45, 0)), b.p.light.shade(b.c), 0)


def _trophy(b: Brush) -> None:
    for s in (-1, 1):
        b.put(minus(oval(s * 0.34, -0.76, 0.18, 0.16), oval(s * 0.34, -0.76, 0.11, 0.09)), BRASS, 0.02)
    b.blob(
        [
            (-0.34, -1, 1),
            (0.34, -1, 1),
            (0.28, -0.6),
            (0.08, -0.42),
            (0.08, -0.2),
            (0.24, -0.14, 1),
            (-0.24, -0.14, 1),
            (-0.08, -0.2),
            (-0.08, -0.42),
            (-0.28, -0.6),
        ],
        BRASS,
        0.08,
    )
    b.put(rect(-0.28, -0.14, 0.56, 0.14, 0.02), DARK, 0.02)


def _coin(b: Brush) -> None:
    b.put(oval(0, -0.5, 0.48), BRASS, 0.08)
    b.put(oval(0, -0.5, 0.36), lighter(BRASS, 0.06), 0.03)


def _easel(b: Brush) -> None:
    for x in (-0.34, 0.34):
        b.line([(x * 0.4, -1), (x * 1.2, 0)], 0.035, WOOD)
    b.put(rect(-0.36, -0.92, 0.72, 0.55), PALE, 0.03)
    b.flat(rect(-0.32, -0.88, 0.64, 0.25), (0.72, 0.09, 240))
    b.flat(
        spline([(-0.32, -0.55), (-0.1, -0.66), (0.1, -0.58), (0.32, -0.68), (0.32, -0.41, 1), (-0.32, -0.41, 1)]),
        (0.55, 0.1, 150),
    )
    b.put(rect(-0.42, -0.37, 0.84, 0.05), WOOD, 0.01)


def _heart(b: Brush) -> None:
    b.blob(
        [
            (0, -0.72, 1),
            (0.26, -0.95),
            (0.5, -0.68),
            (0.3, -0.3),
            (0, 0, 1),
            (-0.3, -0.3),
            (-0.5, -0.68),
            (-0.26, -0.95),
        ],
        (0.56, 0.19, 25),
        0.12,
    )


DRAWINGS: dict[str, tuple[Callable[[Brush], None], float]] = {
    "cup": (_cup, 0.46),
    "glass": (_glass, 0.62),
    "teapot": (_teapot, 0.85),
    "tin": (_tin, 0.72),
    "jar": (_jar, 0.66),
    "bottle": (_bottle, 1.25),
    "box": (_box, 1.25),
    "bag": (_bag, 1.5),
    "basket": (_basket, 1.2),
    "plant": (_plant, 1.2),
    "flower": (_flower, 1.5),
    "bread": (_bread, 0.48),
    "cake": (_cake, 0.8),
    "bowl": (_bowl, 0.42),
    "plate": (_plate, 0.55),
    "apple": (_apple, 0.36),
    "egg": (_egg, 0.26),
    "pan": (_pan, 0.5),
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
    "lamp": (_lamp, 1.8),
    "lantern": (_lantern, 1.15),
    "candle": (_candle, 0.6),
    "key": (_key, 0.36),
    "ring": (_ring, 0.28),
    "umbrella": (_umbrella, 3.4),
    "shoe": (_shoe, 0.5),
    "hat": (_hat, 0.6),
    "violin": (_violin, 2.35),
    "cello": (_cello, 4.8),
    "guitar": (_guitar, 3.9),
    "piano": (_piano, 4.6),
    "drum": (_drum, 1.8),
    "trumpet": (_trumpet, 1.2),
    "ball": (_ball, 0.95),
    "balloon": (_balloon, 4.6),
    "kite": (_kite, 2.4),
    "paper boat": (_paper_boat, 0.6),
    "paper plane": (_paper_plane, 0.5),
    "toy": (_toy, 1.2),
    "bicycle": (_bicycle, 4.3),
    "skateboard": (_shoe, 0.5),
    "car": (_car, 6.2),
    "bus": (_bus, 12.0),
    "train engine": (_engine, 14.0),
    "boat": (_boat, 9.0),
    "rocket": (_rocket, 16.0),
    "chair": (_chair, 3.8),
    "bench": (_bench, 3.6),
    "table": (_table, 3.2),
    "bed": (_bed, 4.2),
    "sofa": (_sofa, 3.6),
    "door": (_door, 8.6),
    "ladder": (_ladder, 8.0),
    "mirror": (_mirror, 4.0),
    "hammer": (_hammer, 1.2),
    "spoon": (_spoon, 1.1),
    "knife": (_knife, 1.0),
    "saw": (_saw, 0.9),
    "broom": (_broom, 5.6),
    "bucket": (_bucket, 1.3),
    "rope": (_rope, 0.8),
    "net": (_net, 1.6),
    "telescope": (_telescope, 5.2),
    "microscope": (_microscope, 1.6),
    "sign": (_sign, 6.4),
    "flag": (_flag, 6.0),
    "snowman": (_snowman, 6.2),
    "fire": (_fire, 2.2),
    "tree": (_tree, 22.0),
    "tent": (_tent, 6.0),
    "trophy": (_trophy, 1.5),
    "coin": (_coin, 0.16),
    "easel": (_easel, 6.6),
    "heart": (_heart, 0.8),
}
"""By the names in ``words``: the drawing, and the thing's height in heads (23 cm)."""


def prop_height(kind: str) -> float:
    """A thing's height in heads."""
    return DRAWINGS[kind][1] if kind in DRAWINGS else 1.0


def prop_width(kind: str) -> float:
    """About how wide a thing is, as a share of its height."""
    wide = {
        "car": 3.0,
        "bus": 2.8,
        "bench": 3.0,
        "table": 2.6,
        "bed": 3.4,
        "sofa": 2.9,
        "train engine": 2.6,
        "shoe": 2.0,
        "bread": 1.8,
        "bicycle": 1.9,
        "bowl": 1.8,
        "plate": 2.2,
        "laptop": 1.7,
        "book": 1.5,
        "paper boat": 2.0,
        "camera": 1.5,
        "boat": 1.6,
        "map": 1.7,
        "letter": 1.5,
        "piano": 1.9,
        "television": 1.7,
        "violin": 0.34,
        "guitar": 0.42,
        "bottle": 0.42,
        "key": 0.5,
        "watch": 0.6,
    }
    return wide.get(kind, 1.0)


def draw_prop(
    painter: Painter, thing: Thing, x: float, base: float, height: float, facing: int = 1, turn: float = 0.0
) -> None:
    """Draw a thing standing at (x, base), ``height`` pixels tall; what has no drawing becomes a sketch card."""
    brush = Brush(painter, Frame(x, base, height, facing, turn), thing)
    if thing.kind in DRAWINGS:
        DRAWINGS[thing.kind][0](brush)
    else:
        draw_card(painter, thing, x, base, height)


def draw_card(painter: Painter, thing: Thing, x: float, base: float, height: float) -> None:
    """A small pinned card with the name of what could not be drawn."""
    brush = Brush(painter, Frame(x, base, height, 1, -3), thing)
    brush.flat(rect(-0.40, -0.97, 0.86, 1.0, 0.02), (0.2, 0.02, 270), 0.25)
    brush.put(rect(-0.43, -1, 0.86, 1.0, 0.02), (0.95, 0.02, 88), 0.03, 0.1)
    pale: Colour = (0.72, 0.03, 250)
    for line in (
        [(-0.24, -0.40), (-0.26, -0.72), (0.0, -0.84), (0.24, -0.70), (0.24, -0.42), (0.02, -0.32), (-0.24, -0.40)],
        [(-0.26, -0.72), (0.0, -0.62), (0.24, -0.70)],
        [(0.0, -0.62), (0.02, -0.32)],
    ):
        brush.line(line, 0.02, pale)
    brush.text(thing.noun or thing.name, 0, -0.16, 0.74, 0.16, (0.30, 0.03, 265))
    brush.put(oval(0, -0.97, 0.045), (0.56, 0.18, 27), 0.01)
