"""Open wild country: mountains and desert."""

from __future__ import annotations

from collections.abc import Callable

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, mix
from dailies.adapters.providers.rehearsal.illustrator.places.growth import (
    GRASS,
    grass_of,
    pine,
    scattered,
    shadow_on_ground,
    tufts,
)
from dailies.adapters.providers.rehearsal.illustrator.places.site import (
    Site,
    ground,
    over_air,
    peaks,
    ridge,
    sky,
)
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point, poly, spline, tube


def mountains(s: Site) -> None:
    """Ranges behind ranges with ridges and snow, firs on the near slope, rocks before the viewer."""
    sky(s)
    rock: Colour = (0.50, 0.045, 265)
    peaks(s, "back", s.horizon + s.h * 0.02, s.h * 0.44, 4, rock, 0.74)
    peaks(s, "front", s.horizon + s.h * 0.08, s.h * 0.30, 5, rock, 0.46)
    green = grass_of(s, (0.42, 0.07, 150))
    s.band(ridge(s, "slope", s.horizon + s.h * 0.12, s.h * 0.10, 10, 0.4), green, 0.42, 0.25)
    ground(s, s.horizon + s.h * 0.16, (0.52, 0.09, 132))
    over_air(s)
    chance = s.chance("firs")
    for i in range(40):
        x = s.w * (i + float(chance.uniform(0, 1))) / 40
        edge = abs(x / s.w - 0.5) * 2
        foot = s.horizon + s.h * (0.10 + 0.065 * edge + 0.02 * float(chance.uniform(-1, 1)))
        pine(
            s,
            x,
            foot,
            s.h * (0.045 + 0.12 * edge**2) * float(chance.uniform(0.7, 1.2)),
            (0.38, 0.06, 160),
            0.46 - 0.26 * edge,
        )
    for i, x in enumerate((0.02, 0.10, 0.93, 1.0)):
        pine(
            s,
            s.w * x,
            s.horizon + s.h * (0.25 + 0.03 * (i % 2)),
            s.h * (0.52 - 0.12 * (i % 2)),
            (0.34, 0.06, 160),
            0.08,
        )
    for i in range(9):
        t = float(chance.uniform(0.25, 1))
        rock_at(
            s, f"r{i}", s.w * float(chance.uniform(0.02, 0.98)), s.horizon + s.h * (0.17 + 0.24 * t), (8 + 34 * t) * s.u
        )
    tufts(s, s.horizon + s.h * 0.2, GRASS, 130)
    scattered(s, s.horizon + s.h * 0.2, 50)


def rock_at(s: Site, key: str, x: float, foot: float, r: float, colour: Colour = (0.56, 0.02, 260)) -> None:
    """A boulder with a lit and a shaded face."""
    chance = s.chance("rock", key)
    tone = s.light.material(colour)
    side = 1 if s.light.towards[0] > 0 else -1
    tall = r * float(chance.uniform(0.7, 1.05))
    shadow_on_ground(s, x, foot, r * 1.2, tall)
    crown = (x + side * r * 0.1, foot - tall)
    outline = [
        (x - r, foot),
        (x - r * 0.8, foot - tall * 0.55),
        (x - r * 0.3, foot - tall * 0.95),
        crown,
        (x + r * 0.65, foot - tall * 0.7),
        (x + r, foot),
    ]
    s.p.fill(poly(*outline), tone, emits=True)
    lit = [
        crown,
        (x + side * r * 0.65, foot - tall * 0.7),
        (x + side * r, foot),
        (x + side * r * 0.2, foot - tall * 0.35),
    ]
    dark = [
        crown,
        (x + side * r * 0.2, foot - tall * 0.35),
        (x + side * r * 0.1, foot),
        (x - side * r, foot),
        (x - side * r * 0.8, foot - tall * 0.55),
    ]
    s.p.fill(poly(*lit), mix(tone, s.light.key, 0.38), 0.9, emits=True)
    s.p.fill(poly(*dark), mix(tone, s.light.shadow, 0.5), 0.75, emits=True)
    if s.white:
        s.p.fill(
            spline(
                [
                    (x - r * 0.8, foot - tall * 0.6),
                    (x - r * 0.3, foot - tall * 1.02),
                    (x + r * 0.2, foot - tall * 1.06),
                    (x + r * 0.7, foot - tall * 0.7),
                    (x, foot - tall * 0.72),
                ]
            ),
            s.snow(),
            emits=True,
        )


def desert(s: Site) -> None:
    """Dunes with sharp crests and ripples, table mountains, a cactus."""
    sky(s)
    sand: Colour = (0.76, 0.10, 68)
    red: Colour = (0.56, 0.10, 42)
    for i, (x, wide, tall, distance) in enumerate(
        ((0.12, 0.20, 0.17, 0.72), (0.36, 0.10, 0.10, 0.85), (0.80, 0.24, 0.21, 0.62))
    ):
        tone = s.far(red, distance)
        a, b, top = s.w * (x - wide / 2), s.w * (x + wide / 2), s.horizon - s.h * tall
        s.p.fill(
            poly(
                (a - s.w * 0.02, s.horizon + 30),
                (a + s.w * 0.012, top + s.h * 0.05),
                (a + s.w * 0.022, top),
                (b - s.w * 0.02, top + s.h * 0.006 * i),
                (b - s.w * 0.008, top + s.h * 0.06),
                (b + s.w * 0.03, s.horizon + 30),
            ),
            tone,
            emits=True,
        )
        for k in range(4):
            y = top + s.h * tall * (0.2 + 0.2 * k)
            s.p.line(
                [(a, y), ((a + b) / 2, y + 4), (b, y)],
                5 * s.u,
                mix(tone, s.light.shadow if k % 2 else s.light.key, 0.3),
                0.5,
                emits=True,
            )
        s.p.fill(
            poly(
                (b - s.w * 0.05, top + 4),
                (b - s.w * 0.02, top),
                (b + s.w * 0.03, s.horizon + 30),
                (b - s.w * 0.05, s.horizon + 30),
            ),
            mix(tone, s.light.shadow, 0.4),
            0.6,
            emits=True,
        )
    ground(s, s.horizon + s.h * 0.01, sand, dry=0.2)
    over_air(s)
    side = 1 if s.light.towards[0] > 0 else -1
    for i, distance in enumerate((0.6, 0.34, 0.10)):
        chance = s.chance("dune", i)
        y, rise = s.horizon + s.h * (0.06 + 0.12 * i), s.h * (0.045 + 0.035 * i)
        crest = s.w * float(chance.uniform(0.25, 0.75))
        tone = s.far(sand, distance)
        peak: Point = (crest, y - rise, 1)
        lit: list[Point] = [(-60, y + rise * 0.8), (crest - s.w * 0.30, y - rise * 0.2), peak]
        dark: list[Point] = [peak, (crest + s.w * 0.26, y + rise * 0.1), (s.w + 60, y + rise * 0.7)]
        s.p.fill(
            spline([(-60, s.h + 60, 1), *lit, *dark[1:], (s.w + 60, s.h + 60, 1)]),
            mix(tone, s.light.key, 0.22),
            emits=True,
        )
        slip = spline(
            [
                peak,
                (crest - side * s.w * 0.26, y + rise * 0.1),
                (crest - side * s.w * 0.62, y + rise * 0.9, 1),
                (crest - side * s.w * 0.30, y + rise * 2.2),
                (crest - side * s.w * 0.03, y + rise * 2.8, 1),
                (crest - side * s.w * 0.06, y + rise * 1.0),
            ]
        )
        s.p.fill(slip, mix(tone, s.light.shadow, 0.42), 0.85, 1.5, emits=True)
        for k in range(7):
            ry = y + rise * (0.9 + 0.55 * k)
            s.p.line(
                [
                    (float(chance.uniform(0, 0.4)) * s.w, ry),
                    (s.w * 0.5, ry + 8 * s.u),
                    (float(chance.uniform(0.6, 1.0)) * s.w, ry - 3),
                ],
                (1.5 + i) * s.u,
                mix(tone, s.light.shadow, 0.3),
                0.4,
                emits=True,
            )
    _cactus(s, s.w * (0.86 if side > 0 else 0.14), s.h * 0.84, s.h * 0.30)
    _cactus(s, s.w * (0.10 if side > 0 else 0.90), s.horizon + s.h * 0.12, s.h * 0.12)
    for i in range(5):
        rock_at(
            s, f"d{i}", s.w * (0.08 + 0.2 * i), s.h * (0.80 + 0.05 * (i % 3)), (9 + 7 * (i % 3)) * s.u, (0.58, 0.09, 48)
        )


def _cactus(s: Site, x: float, foot: float, tall: float) -> None:
    green = s.light.material((0.48, 0.08, 150))
    shadow_on_ground(s, x, foot, tall * 0.22, tall)
    side = 1 if s.light.towards[0] > 0 else -1
    for a, r in (
        (((x, foot), (x, foot - tall)), 0.075),
        (((x, foot - tall * 0.35), (x - tall * 0.24, foot - tall * 0.42), (x - tall * 0.25, foot - tall * 0.72)), 0.05),
        (((x, foot - tall * 0.48), (x + tall * 0.22, foot - tall * 0.54), (x + tall * 0.23, foot - tall * 0.82)), 0.05),
    ):
        s.p.fill(tube(*[(px, py, tall * r) for px, py in a]), green, emits=True)
        s.p.line(
            [(px + side * tall * r * 0.45, py) for px, py in a],
            tall * r * 0.45,
            mix(green, s.light.key, 0.45),
            0.8,
            emits=True,
        )
        s.p.line(
            [(px - side * tall * r * 0.6, py) for px, py in a],
            tall * r * 0.5,
            mix(green, s.light.shadow, 0.5),
            0.8,
            emits=True,
        )


DRAWINGS: dict[str, Callable[[Site], None]] = {
    "mountains": mountains,
    "desert": desert,
}
"""By the names in ``words``."""
