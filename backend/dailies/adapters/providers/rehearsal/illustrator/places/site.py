"""What every place is made with: sky, haze, ground, hills, trees, houses, clouds, rain and snow."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.light import Atmosphere, Light
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point, oval, poly, rect, spline, tube

LAMP: Colour = (0.93, 0.12, 80)


@dataclass(frozen=True)
class Site:
    """One place to be drawn. ``words``: its description in lower case; ``zoom``: how much of it is enlarged,
    1 for all of it; details below a size are left out when it is far out of focus."""

    p: Painter
    air: Atmosphere
    words: str
    zoom: float = 1.0

    @property
    def w(self) -> float:
        """Width in pixels."""
        return self.p.width

    @property
    def h(self) -> float:
        """Height in pixels."""
        return self.p.height

    @property
    def u(self) -> float:
        """The picture's unit: 1 for a frame of 1280 x 720."""
        return self.p.unit

    @property
    def horizon(self) -> float:
        """The horizon's height in pixels from the top."""
        return self.h * (0.56 if self.w >= self.h else 0.60)

    @property
    def light(self) -> Light:
        """The light of the open air."""
        return self.air.light

    def chance(self, *keys: object) -> np.random.Generator:
        """The stream of one element of the place; it depends on the place's words, not on what happens in it."""
        return self.p.chance("place", self.words, *keys)

    def has(self, *stems: str) -> bool:
        """Whether the description has one of the words."""
        return any(stem in self.words for stem in stems)

    def far(self, colour: Colour, distance: float) -> Colour:
        """A material seen through the air, ready to be used as a colour that is already lit."""
        return self.air.far(colour, distance)

    def band(self, points: list[Point], colour: Colour, distance: float, dry: float = 0.0) -> None:
        """A mass from its upper outline down to the foot of the picture, in the air's colours."""
        outline: list[Point] = [(-40, self.h + 40, 1), *points, (self.w + 40, self.h + 40, 1)]
        path = spline(outline)
        shown = self.far(colour, distance)
        self.p.fill(path, shown, emits=True)
        top = min(p[1] for p in points)
        pale = mix(shown, self.air.horizon, 0.35)
        deep = mix(shown, self.light.shadow, 0.22 * (1 - distance))
        self.p.gradient(path, (0, top), (0, self.h), [(0, deep, 0.55), (0.5, shown, 0.0), (1, pale, 0.3)], emits=True)
        if dry:
            self.p.texture(path, lighter(shown, 0.07), dry, None, -4, 0.8 * self.u)


def sky(s: Site, horizon: float | None = None, stars: bool = True) -> None:
    """The sky down to the horizon, with sun or moon, clouds and, at night, stars."""
    p, air, foot = s.p, s.air, s.horizon if horizon is None else horizon
    last = len(air.sky) - 1
    whole = rect(0, 0, s.w, s.h)
    p.gradient(whole, (0, 0), (0, foot), [(i / last, c, 1) for i, c in enumerate(air.sky)], emits=True)
    if stars and air.dark > 0.9 and air.sun:
        chance = s.chance("stars")
        for _ in range(90):
            x, y, r = chance.uniform(0, s.w), chance.uniform(0, foot * 0.8), chance.uniform(0.5, 1.6) * s.u
            p.fill(oval(x, y, r), (0.95, 0.02, 90), float(chance.uniform(0.2, 0.85)), emits=True)
    sun = air.sun
    if sun:
        x, y, r = sun.x * s.w, foot * (1 - sun.height), sun.size * s.h**0.5 * s.w**0.5
        p.glow(x, y, r * 11, sun.colour, sun.glow)
        p.glow(x, y, r * 3.5, sun.colour, sun.glow * 0.8)
        p.fill(oval(x, y, r), sun.colour, emits=True)
        if sun.moon:
            p.fill(oval(x + r * 0.25, y - r * 0.1, r * 0.2), lighter(sun.colour, -0.07), 0.5, emits=True)
            p.fill(oval(x - r * 0.3, y + r * 0.3, r * 0.14), lighter(sun.colour, -0.07), 0.5, emits=True)
    clouds(s, foot)


def clouds(s: Site, foot: float) -> None:
    """Long soft clouds, lit from the sun's side."""
    chance = s.chance("clouds")
    for _ in range(int(3 + 9 * s.air.clouds)):
        x, y = chance.uniform(-0.1, 1.1) * s.w, chance.uniform(0.05, 0.85) * foot
        width = chance.uniform(0.14, 0.38) * s.w * (0.55 + 0.6 * (1 - y / foot))
        tall = width * chance.uniform(0.06, 0.14) * (1.8 if s.air.clouds >= 0.9 else 1)
        puffs: list[Point] = [(x - width / 2, y)]
        for i in range(1, 6):
            t = i / 6
            puffs.append((x - width / 2 + width * t, y - tall * math.sin(math.pi * t) * chance.uniform(0.6, 1.3)))
        puffs += [(x + width / 2, y), (x + width * 0.15, y + tall * 0.35), (x - width * 0.2, y + tall * 0.3)]
        path = spline(puffs)
        base = s.air.cloud
        s.p.fill(path, base, 0.42, 7 * s.u, emits=True)
        s.p.gradient(
            path,
            (x, y - tall),
            (x, y + tall * 0.4),
            [(0, lighter(base, 0.06), 0.35), (1, lighter(base, -0.06), 0.15)],
            emits=True,
        )


def ridge(s: Site, key: str, level: float, rise: float, steps: int, rough: float = 0.5) -> list[Point]:
    """The outline of hills: ``level`` and ``rise`` in pixels, lower ``rough`` for softer hills."""
    chance = s.chance("ridge", key)
    points: list[Point] = []
    phase = chance.uniform(0, 6.3, 3)
    for i in range(steps + 1):
        t = i / steps
        wave = math.sin(t * 5.1 + phase[0]) * 0.5 + math.sin(t * 11 + phase[1]) * 0.28 * rough * 2
        points.append(
            (-40 + (s.w + 80) * t, level - rise * (0.5 + 0.5 * wave) - rise * rough * float(chance.uniform(0, 0.25)))
        )
    return points


def peaks(
    s: Site, key: str, level: float, rise: float, count: int, colour: Colour, distance: float, snow: bool = True
) -> None:
    """Mountains with a lit and a shaded side."""
    chance = s.chance("peaks", key)
    shown = s.far(colour, distance)
    side = 1 if s.light.towards[0] > 0 else -1
    for i in range(count):
        x = s.w * (i + 0.5 + chance.uniform(-0.3, 0.3)) / count
        tall, wide = rise * chance.uniform(0.6, 1.0), s.w / count * chance.uniform(0.9, 1.35)
        top = level - tall
        jag = [chance.uniform(-0.06, 0.06) for _ in range(6)]
        left: list[Point] = [
            (x - wide, level + 30),
            (x - wide * (0.62 + jag[0]), level - tall * 0.35),
            (x - wide * (0.28 + jag[1]), level - tall * 0.72),
        ]
        right: list[Point] = [
            (x + wide * (0.26 + jag[2]), level - tall * 0.70),
            (x + wide * (0.60 + jag[3]), level - tall * 0.36),
            (x + wide, level + 30),
        ]
        s.p.fill(poly(*left, (x, top), *right), shown, emits=True)
        half = [(x, top), *right] if side < 0 else [*left, (x, top)]
        spine: list[Point] = [
            (x + wide * 0.05, level + 30),
            (x - wide * 0.06, level - tall * 0.4),
            (x + wide * 0.05, level - tall * 0.7),
        ]
        s.p.fill(
            poly(*half, *(spine if side < 0 else spine)),
            mix(shown, s.light.shadow, 0.34 * (1 - distance * 0.7)),
            emits=True,
        )
        lit = mix(shown, s.light.key, 0.3)
        if snow:
            cap = mix((0.95, 0.012, 240), s.air.horizon, min(0.85, distance * 0.8 + 0.1))
            cap = (cap[0] * (0.55 + 0.45 * s.light.dim), cap[1], cap[2])
            s.p.fill(
                poly(
                    (x, top),
                    (x + wide * 0.17, top + tall * 0.20),
                    (x + wide * 0.07, top + tall * 0.17),
                    (x + 0.01 * wide, top + tall * 0.28),
                    (x - wide * 0.08, top + tall * 0.18),
                    (x - wide * 0.18, top + tall * 0.22),
                ),
                cap,
                0.92,
                emits=True,
            )
        else:
            s.p.fill(
                poly((x, top), (x - side * -wide * 0.06, top + tall * 0.3), (x + side * wide * 0.2, top + tall * 0.5)),
                lit,
                0.4,
                emits=True,
            )
    fog = rect(0, level - rise * 0.5, s.w, rise * 0.5 + 40)
    s.p.gradient(
        fog, (0, level - rise * 0.5), (0, level + 20), [(0, s.air.horizon, 0), (1, s.air.horizon, 0.55)], emits=True
    )


def ground(s: Site, level: float, colour: Colour, near: Colour | None = None, dry: float = 0.25) -> None:
    """The ground from ``level`` to the foot of the picture: hazy far away, deep and rich near."""
    path = rect(-20, level, s.w + 40, s.h - level + 20)
    if s.air.white:
        colour, near = (0.90, 0.014, 245), (0.84, 0.018, 250)
    far, close = s.far(colour, 0.42), s.light.material(near or lighter(colour, -0.07))
    close = mix(close, s.light.shadow, 0.16)
    s.p.gradient(path, (0, level), (0, s.h), [(0, far, 1), (0.35, mix(far, close, 0.6), 1), (1, close, 1)], emits=True)
    if dry:
        s.p.texture(path, lighter(mix(far, close, 0.5), 0.08), dry, None, -3, 1.1 * s.u)
    if s.air.wet:
        sheen(s, level, 26)


def sheen(
    s: Site, level: float, count: int, colour: Colour | None = None, x: float | None = None, spread: float = 0.5
) -> None:
    """Horizontal glints on wet ground or water, wider towards the viewer."""
    chance = s.chance("sheen", int(level), count)
    for i in range(count):
        t = (i / count) ** 1.5
        y = level + (s.h - level) * (0.02 + t * 0.95)
        cx = (s.w * chance.uniform(0, 1)) if x is None else x + chance.normal(0, 1) * s.w * spread * (0.03 + 0.14 * t)
        half = (14 + 70 * t) * s.u * chance.uniform(0.5, 1.2)
        s.p.line(
            [(cx - half, y), (cx, y + 1), (cx + half, y)],
            (1.2 + 3.2 * t) * s.u,
            colour or s.air.horizon,
            0.30,
            emits=True,
        )


def pine(s: Site, x: float, foot: float, tall: float, colour: Colour, distance: float) -> None:
    """A fir; snow lies on it in snow."""
    shown = s.far(colour, distance)
    dark = mix(shown, s.light.shadow, 0.3 * (1 - distance))
    s.p.fill(rect(x - tall * 0.025, foot - tall * 0.2, tall * 0.05, tall * 0.2), dark, emits=True)
    for i in range(4):
        base, half, top = foot - tall * (0.10 + 0.2 * i), tall * (0.24 - 0.045 * i), tall * 0.36
        tier = poly(
            (x, base - top),
            (x + half, base),
            (x + half * 0.4, base - tall * 0.02),
            (x, base + tall * 0.015),
            (x - half * 0.4, base - tall * 0.02),
            (x - half, base),
        )
        s.p.fill(tier, shown, emits=True)
        side = 1 if s.light.towards[0] > 0 else -1
        s.p.fill(poly((x, base - top), (x - side * half, base), (x - side * half * 0.3, base)), dark, 0.7, emits=True)
        if s.air.white:
            s.p.fill(
                poly(
                    (x, base - top),
                    (x + side * half * 0.8, base - tall * 0.03),
                    (x + side * half * 0.3, base - tall * 0.07),
                    (x, base - tall * 0.12),
                ),
                (0.94 * (0.5 + 0.5 * s.light.dim), 0.012, 240),
                0.85,
                emits=True,
            )


def leafy(s: Site, key: str, x: float, foot: float, tall: float, colour: Colour, distance: float) -> None:
    """A broad tree: trunk, branches and overlapping masses of leaves, lit on top."""
    chance = s.chance("tree", key)
    trunk = mix(s.far((0.34, 0.05, 50), distance), s.light.shadow, 0.15)
    s.p.fill(
        tube(
            (x, foot, tall * 0.055),
            (x + tall * 0.015, foot - tall * 0.3, tall * 0.036),
            (x, foot - tall * 0.62, tall * 0.018),
        ),
        trunk,
        emits=True,
    )
    for a in (-1, 1):
        s.p.fill(
            tube((x, foot - tall * 0.34, tall * 0.02), (x + a * tall * 0.12, foot - tall * 0.52, tall * 0.012)),
            trunk,
            emits=True,
        )
    shown = s.far(colour, distance)
    dark = mix(shown, s.light.shadow, 0.38 * (1 - distance * 0.6))
    lit = mix(shown, s.light.key, 0.32)
    side = 1 if s.light.towards[0] > 0 else -1
    masses = [(0.0, -0.60, 0.30), (-0.22, -0.52, 0.22), (0.22, -0.52, 0.22), (-0.10, -0.76, 0.22), (0.13, -0.76, 0.21)]
    for tone, off in ((dark, 0.0), (shown, 0.05), (lit, 0.10)):
        for mx, my, r in masses:
            r = r * (1.0 - off * 2.6) * float(chance.uniform(0.92, 1.08))
            cx, cy = x + tall * (mx + side * off * 0.6), foot + tall * (my - off * 0.55)
            bumps = [
                (
                    cx + tall * r * (1.07 if i % 2 else 0.90) * math.cos(i * math.pi / 6),
                    cy + tall * r * 0.82 * (1.06 if i % 2 else 0.92) * math.sin(i * math.pi / 6),
                )
                for i in range(12)
            ]
            s.p.fill(spline(bumps), tone, 1.0 if off < 0.1 else 0.55, emits=True)


def house(
    s: Site,
    key: str,
    x: float,
    foot: float,
    wide: float,
    colour: Colour,
    distance: float,
    roof: Colour = (0.44, 0.09, 35),
) -> None:
    """A small gabled house with lit windows after dark."""
    chance = s.chance("house", key)
    tall = wide * float(chance.uniform(0.62, 0.85))
    wall, tiles = s.far(colour, distance), s.far((0.93, 0.012, 240) if s.air.white else roof, distance)
    shade = mix(wall, s.light.shadow, 0.34)
    s.p.fill(rect(x, foot - tall, wide, tall), wall, emits=True)
    s.p.gradient(
        rect(x, foot - tall, wide, tall), (x, 0), (x + wide, 0), [(0, shade, 0.0), (1, shade, 0.8)], emits=True
    )
    s.p.fill(
        poly(
            (x - wide * 0.07, foot - tall * 0.96),
            (x + wide * 0.5, foot - tall * 1.58),
            (x + wide * 1.07, foot - tall * 0.96),
        ),
        tiles,
        emits=True,
    )
    s.p.fill(rect(x + wide * 0.68, foot - tall * 1.55, wide * 0.1, tall * 0.4), shade, emits=True)
    lit = s.air.dark > 0.4
    for i in range(2):
        wx, wy = x + wide * (0.18 + 0.40 * i), foot - tall * 0.72
        glowing = lit and chance.uniform() < 0.75
        s.p.fill(
            rect(wx, wy, wide * 0.2, tall * 0.26), LAMP if glowing else mix(shade, (0.4, 0.05, 260), 0.5), emits=True
        )
        if glowing:
            s.p.glow(wx + wide * 0.1, wy + tall * 0.13, wide * 0.5, LAMP, 0.5)
    s.p.fill(
        rect(x + wide * 0.40, foot - tall * 0.36, wide * 0.18, tall * 0.36), mix(tiles, s.light.shadow, 0.4), emits=True
    )


def weather(s: Site, near: float = 1.0) -> None:
    """Rain or snow over the whole picture; ``near`` enlarges it for closer shots."""
    chance = s.p.chance("weather", s.air.fall)
    if s.air.fall == "rain":
        for _ in range(230):
            x, y = chance.uniform(-0.05, 1.1) * s.w, chance.uniform(-0.05, 1.0) * s.h
            length = chance.uniform(14, 44) * s.u * near
            s.p.line(
                [(x, y), (x - length * 0.17, y + length * 0.5), (x - length * 0.34, y + length)],
                chance.uniform(0.8, 1.8) * s.u * near,
                (0.88, 0.02, 230),
                float(chance.uniform(0.10, 0.34)),
                emits=True,
            )
    elif s.air.fall == "snow":
        for _ in range(210):
            x, y = chance.uniform(0, 1) * s.w, chance.uniform(0, 1) * s.h
            r = float(chance.uniform(1.0, 3.6)) * s.u * near
            s.p.fill(
                oval(x, y, r, r * 0.9),
                (0.97, 0.008, 240),
                float(chance.uniform(0.35, 0.9)),
                0.6 if r < 3 else 1.6,
                emits=True,
            )


def lamp_post(s: Site, x: float, foot: float, tall: float, distance: float, side: int = 1) -> None:
    """A street lamp, lit after dark, with its pool on the ground."""
    iron = s.far((0.26, 0.03, 265), distance)
    s.p.line([(x, foot), (x, foot - tall)], max(1.4, tall * 0.018), iron, 1, False, True)
    s.p.line(
        [(x, foot - tall), (x + side * tall * 0.06, foot - tall * 1.05), (x + side * tall * 0.15, foot - tall * 1.02)],
        max(1.2, tall * 0.013),
        iron,
        1,
        False,
        True,
    )
    lit = s.air.dark > 0.35
    s.p.fill(
        oval(x + side * tall * 0.16, foot - tall * 1.0, tall * 0.04, tall * 0.018), LAMP if lit else iron, emits=True
    )
    if lit:
        s.p.glow(x + side * tall * 0.16, foot - tall, tall * 0.5, LAMP, 0.7 * s.air.dark + 0.1)
        s.p.glow(x + side * tall * 0.12, foot + tall * 0.01, tall * 0.5, LAMP, 0.45 * s.air.dark, 0.2)


def over_air(s: Site, vertical: bool = False) -> None:
    """The brush passes that turn gradients into paint."""
    level = s.horizon
    turn = 70.0 if vertical else -18.0
    s.p.paint_over("large", 420, 0.95, lambda x, y: turn if y < level else 0.0)
    s.p.paint_over("small", 480, 0.48, lambda x, y: turn - 6 if y < level else 2.0, 0.035)
