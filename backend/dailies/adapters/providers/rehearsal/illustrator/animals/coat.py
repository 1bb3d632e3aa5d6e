"""The brush that animals are drawn with, and what many of them share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import skia

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.records import Creature
from dailies.adapters.providers.rehearsal.illustrator.shapes import (
    Frame,
    Point,
    oval,
    rect,
    spline,
    tube,
)

DARK: Colour = (0.18, 0.02, 40)


@dataclass(frozen=True)
class Coat:
    """A painter that thinks in the unit box of one animal. ``stance``: stand, sit, lie, walk, run, fly or sleep."""

    p: Painter
    f: Frame
    it: Creature
    stance: str = "stand"

    @property
    def moving(self) -> bool:
        """Whether the legs are apart, or the wings spread."""
        return self.stance in ("walk", "run", "fly")

    @property
    def asleep(self) -> bool:
        """Whether the eyes are shut."""
        return self.stance == "sleep"

    def put(self, path: skia.Path, colour: Colour, shadow: float = 0.05, dry: float = 0.35) -> None:
        """A painted shape."""
        self.p.shape(
            self.f.path(path), colour, self.f.scale * shadow, max(0.6, self.f.scale * 0.015), dry, 20, line=0.8
        )

    def blob(self, points: Sequence[Point], colour: Colour, shadow: float = 0.05, dry: float = 0.35) -> None:
        """A painted spline."""
        self.put(spline(points), colour, shadow, dry)

    def dot(self, x: float, y: float, rx: float, ry: float, colour: Colour, alpha: float = 1.0) -> None:
        """A flat oval."""
        self.p.fill(self.f.path(oval(x, y, rx, ry)), colour, alpha)

    def line(self, points: Sequence[Point], width: float, colour: Colour, alpha: float = 1.0) -> None:
        """A line."""
        self.p.line(self.f.points(points), max(0.8, width * self.f.scale), colour, alpha)

    def eye(self, x: float, y: float, r: float) -> None:
        """An eye, shut in sleep."""
        if self.asleep:
            self.line([(x - r * 1.4, y), (x, y + r), (x + r * 1.4, y)], r * 0.8, DARK)
            return
        self.dot(x, y, r, r * 1.1, DARK)
        self.dot(x + r * 0.35, y - r * 0.35, r * 0.3, r * 0.3, (0.98, 0.01, 90))


def walker(
    c: Coat, legs: float, body: Colour, thick: float = 1.0, belly: Colour | None = None, length: float = 1.0
) -> None:
    """Four legs and a trunk, in shoulder heights; the head is added by the animal."""
    dark = mix(body, c.p.light.shade(body), 0.8)
    swing = {"walk": 0.16, "run": 0.40}.get(c.stance, 0.0)
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


def collar(c: Coat, a: Point, b: Point, width: float) -> None:
    """What is worn round the neck, from one side of it to the other."""
    neck = c.it.worn.get("neck")
    if neck:
        c.put(tube((*a, width), (*b, width)), neck.colour, 0.02, 0.2)
        if neck.cut == "scarf":
            c.blob(
                [(b[0] - 0.05, b[1]), (b[0] + 0.08, b[1]), (b[0] + 0.04, b[1] + 0.32), (b[0] - 0.08, b[1] + 0.30)],
                neck.colour,
                0.03,
            )


Drawing = tuple[Callable[[Coat], None], float]
"""A drawing and the animal's height in human heads."""
