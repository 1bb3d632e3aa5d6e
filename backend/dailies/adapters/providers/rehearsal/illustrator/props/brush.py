"""The brush that props are drawn with, and what many of them share."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import skia

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour
from dailies.adapters.providers.rehearsal.illustrator.lettering import bold
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.records import Thing
from dailies.adapters.providers.rehearsal.illustrator.shapes import (
    Frame,
    Point,
    minus,
    oval,
    rect,
    spline,
)

WOOD: Colour = (0.48, 0.085, 52)
DARK: Colour = (0.26, 0.025, 265)
PALE: Colour = (0.94, 0.02, 88)
BRASS: Colour = (0.72, 0.11, 82)
STEEL: Colour = (0.70, 0.02, 235)
GREEN: Colour = (0.50, 0.11, 145)
GLOW: Colour = (0.95, 0.11, 82)

Drawing = tuple[Callable[["Brush"], None], float]
"""A drawing and the height of what it shows, in heads (23 cm)."""


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

    def put(
        self,
        path: skia.Path,
        colour: Colour,
        shadow: float = 0.06,
        dry: float = 0.15,
        line: float = 0.8,
    ) -> None:
        """A painted shape."""
        self.p.shape(
            self.f.path(path),
            colour,
            self.f.scale * shadow,
            max(0.6, self.f.scale * 0.015),
            dry,
            80,
            line=line,
        )

    def blob(
        self,
        points: Sequence[Point],
        colour: Colour,
        shadow: float = 0.06,
        dry: float = 0.15,
    ) -> None:
        """A painted spline."""
        self.put(spline(points), colour, shadow, dry)

    def flat(self, path: skia.Path, colour: Colour, alpha: float = 1.0, emits: bool = False) -> None:
        """A flat shape."""
        self.p.fill(self.f.path(path), colour, alpha, emits=emits)

    def line(
        self,
        points: Sequence[Point],
        width: float,
        colour: Colour,
        alpha: float = 1.0,
        taper: bool = False,
    ) -> None:
        """A line."""
        self.p.line(self.f.points(points), max(0.8, width * self.f.scale), colour, alpha, taper)

    def glow(self, x: float, y: float, radius: float, strength: float, colour: Colour = GLOW) -> None:
        """Light about a lamp."""
        px, py = self.f.at(x, y)
        self.p.glow(px, py, radius * self.f.scale, colour, strength)

    def text(
        self,
        words: str,
        x: float,
        y: float,
        width: float,
        height: float,
        colour: Colour,
    ) -> None:
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
    p: Painter,
    words: str,
    x: float,
    y: float,
    width: float,
    height: float,
    colour: Colour,
    turn: float = 0.0,
) -> None:
    """Centre words in a box about (x, y), as large as fits; nothing below 5 pixels."""
    font = bold(height)
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


def label(b: Brush, x: float, y: float, width: float, height: float) -> None:
    """A paper label with the thing's name, when it has one."""
    b.put(
        rect(x - width / 2, y - height / 2, width, height, 0.02),
        PALE if b.thing.label else b.a,
        0.02,
        0.08,
        0.5,
    )
    if b.thing.label:
        b.flat(rect(x - width / 2, y + height * 0.28, width, height * 0.22), b.a)
        b.text(
            b.thing.label,
            x,
            y - height * 0.10,
            width * 0.88,
            height * 0.42,
            DARK,
        )


def leaf(b: Brush, x: float, y: float, length: float, angle: float, colour: Colour) -> None:
    """A leaf from its stalk at (x, y); ``angle`` in degrees."""
    f = Frame(*b.f.at(x, y), b.f.scale * length, b.f.facing, angle)
    b.p.shape(
        f.path(
            spline(
                [
                    (0, 0, 1),
                    (0.30, -0.27),
                    (0.72, -0.20),
                    (1, 0, 1),
                    (0.72, 0.20),
                    (0.30, 0.27),
                ]
            )
        ),
        colour,
        b.f.scale * length * 0.09,
        dry=0.1,
        line=0.5,
    )


def wheel(b: Brush, x: float, y: float, r: float, spokes: bool) -> None:
    """A wheel about (x, y): with spokes, or with a hub cap."""
    b.put(
        minus(oval(x, y, r), oval(x, y, r * 0.86)) if spokes else oval(x, y, r),
        DARK,
        0.02,
        0.0,
    )
    if spokes:
        for k in range(8):
            angle = k * math.pi / 4
            b.line(
                [
                    (x, y),
                    (x + r * 0.88 * math.cos(angle), y + r * 0.88 * math.sin(angle)),
                ],
                0.008,
                STEEL,
                0.8,
            )
    else:
        b.put(oval(x, y, r * 0.55), STEEL, r * 0.12, 0.0)
