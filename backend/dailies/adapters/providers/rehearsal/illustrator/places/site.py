"""What every place is made with: the sky and its clouds, haze, ridges, the ground, water on it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import skia

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.light import Atmosphere, Light
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point, moved, oval, poly, rect, spline

LAMP: Colour = (0.93, 0.12, 80)


SNOW: Colour = (0.93, 0.014, 245)


@dataclass(frozen=True)
class Site:
    """One place to be drawn. ``words``: its description in lower case; ``zoom``: how much of it is enlarged,
    1 for all of it; leaves at the picture's edge are left out where they would be cut off."""

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

    @property
    def white(self) -> bool:
        """Whether snow lies."""
        return self.air.white

    def snow(self, distance: float = 0.0) -> Colour:
        """Snow as this air shows it, at a distance."""
        return self.far(SNOW, distance * 0.8)

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
        star_field(s, "stars", (0, 0, s.w, foot * 0.8), 130)
    if air.aurora:
        _aurora(s, foot)
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


def _aurora(s: Site, foot: float) -> None:
    """Curtains of green light with violet feet of rays."""
    chance = s.chance("aurora")
    with s.p.layer(7 * s.u, 0.9, (0, 0, s.w, foot)):
        for row in range(3):
            phase, level = float(chance.uniform(0, 6.3)), foot * (0.34 + 0.16 * row)
            for i in range(60):
                t = i / 59
                x = s.w * t
                y = level + foot * 0.12 * math.sin(t * 5 + phase) + foot * 0.04 * math.sin(t * 13 + phase * 2)
                tall = foot * (0.24 + 0.14 * math.sin(t * 17 + phase) ** 2)
                ray = rect(x, y - tall, s.w / 52, tall)
                stops = [
                    (0, (0.62, 0.17, 320), 0.0),
                    (0.4, (0.66, 0.16, 170), 0.30),
                    (0.88, (0.84, 0.19, 150), 0.75),
                    (1, (0.84, 0.19, 150), 0.0),
                ]
                s.p.gradient(ray, (0, y - tall), (0, y), stops, emits=True)


def star_field(s: Site, key: str, box: tuple[float, float, float, float], count: int) -> None:
    """Stars of three brightnesses inside left, top, right, bottom; a few of them shine."""
    chance = s.chance(key)
    for share, low, high, alpha in ((0.6, 0.5, 1.0, 0.45), (0.3, 0.8, 1.5, 0.75), (0.1, 1.3, 2.1, 0.95)):
        path = skia.Path()
        for _ in range(int(count * share)):
            x, y = float(chance.uniform(box[0], box[2])), float(chance.uniform(box[1], box[3]))
            r = float(chance.uniform(low, high)) * s.u
            path.addOval(skia.Rect.MakeLTRB(x - r, y - r, x + r, y + r))
            if low > 1.2:
                s.p.glow(x, y, r * 6, (0.9, 0.05, 240), 0.35)
        s.p.fill(path, (0.96, 0.02, 90), alpha, emits=True)


def clouds(s: Site, foot: float) -> None:
    """Heaped clouds with flat, shaded feet, smaller and flatter towards the horizon; a closed cover in bad weather."""
    if s.air.clouds >= 0.9:
        _cover(s, foot)
        return
    chance = s.chance("clouds")
    count = int(3 + 9 * s.air.clouds)
    for i in range(count):
        near = ((i + 0.5) / count) ** 0.8
        x, y = (
            float(chance.uniform(-0.05, 1.05)) * s.w,
            foot * (0.90 - 0.74 * near + float(chance.uniform(-0.05, 0.05))),
        )
        wide = float(chance.uniform(0.10, 0.19)) * (s.w + s.h) * 0.6 * (0.45 + 0.75 * near)
        _heap(s, chance, x, y, wide, wide * float(chance.uniform(0.20, 0.32)) * (0.45 + 0.65 * near))


def _heap(s: Site, chance: np.random.Generator, x: float, y: float, wide: float, tall: float) -> None:
    torn = 1.0 + 0.8 * s.air.wind
    wide, tall = wide * torn, tall / torn
    base, foot = s.air.cloud, mix(s.air.cloud, s.air.sky[0], 0.42)
    lit = mix(base, s.light.key, 0.5) if s.air.dark < 0.8 else mix(base, s.light.key, 0.15)
    side = 1 if s.light.towards[0] > 0 else -1
    puffs = []
    for k in range(7):
        t = (k + 0.5) / 7
        lift = math.sin(math.pi * t) ** 0.8 * float(chance.uniform(0.65, 1.1))
        puffs.append((x + (t - 0.5) * wide, y - tall * lift * 0.52, tall * (0.18 + 0.44 * lift), wide * 0.13))
    floor = rect(x - wide, y - tall * 3, wide * 2, tall * 3 + tall * 0.08)
    with s.p.clip(floor):
        for tone, lift, shrink, soft in ((foot, 0.0, 1.0, 3.0), (base, 0.10, 0.86, 2.4), (lit, 0.24, 0.52, 3.0)):
            path = skia.Path()
            for px, py, ry, rx in puffs:
                cx, cy = px + side * tall * lift * 0.4, py - tall * lift * 0.5
                rx_, ry_ = max(rx, ry) * shrink, ry * shrink
                path.addOval(skia.Rect.MakeLTRB(cx - rx_, cy - ry_, cx + rx_, cy + ry_))
            path.setFillType(skia.PathFillType.kWinding)
            s.p.fill(path, tone, 0.62 if tone is not lit else 0.55, soft * s.u, emits=True)
    s.p.fill(oval(x, y, wide * 0.5, tall * 0.09), foot, 0.30, 5 * s.u, emits=True)


def _cover(s: Site, foot: float) -> None:
    """Rolls of grey that close the sky, darker overhead."""
    chance = s.chance("cover")
    stormy = s.air.fall == "rain" and s.air.wind > 0.5
    for row in range(5):
        near = 1 - row / 5
        y = foot * (0.08 + 0.17 * row)
        for _ in range(5):
            x, wide = (
                float(chance.uniform(-0.1, 1.1)) * s.w,
                float(chance.uniform(0.16, 0.34)) * s.w * (0.6 + 0.5 * near),
            )
            tall = wide * float(chance.uniform(0.10, 0.20))
            cy = y + float(chance.uniform(-0.06, 0.06)) * foot
            tone = mix(s.air.cloud, s.air.sky[0], float(chance.uniform(0.0, 0.7)))
            tone = lighter(tone, -0.10 * near if stormy else -0.02 * near)
            path = spline(
                [
                    (x - wide / 2, cy),
                    (x - wide * 0.25, cy - tall * float(chance.uniform(0.6, 1.1))),
                    (x + wide * 0.1, cy - tall * float(chance.uniform(0.4, 0.9))),
                    (x + wide / 2, cy - tall * 0.1),
                    (x + wide * 0.2, cy + tall * 0.5),
                    (x - wide * 0.2, cy + tall * 0.35),
                ]
            )
            s.p.fill(path, tone, 0.55, 9 * s.u, emits=True)
            s.p.fill(moved(path, 0, -tall * 0.25), lighter(tone, 0.05), 0.22, 7 * s.u, emits=True)
    if stormy:
        _bolt(s, chance, foot)


def _bolt(s: Site, chance: np.random.Generator, foot: float) -> None:
    x, y = float(chance.uniform(0.15, 0.85)) * s.w, foot * 0.10
    points: list[Point] = [(x, y)]
    while y < foot * 0.86:
        y += foot * float(chance.uniform(0.07, 0.13))
        x += s.w * float(chance.uniform(-0.022, 0.022))
        points.append((x, y))
    s.p.glow(points[0][0], foot * 0.35, s.h * 0.5, (0.86, 0.05, 265), 0.45)
    for a, b in zip(points, points[1:], strict=False):
        s.p.line([a, b], 2.6 * s.u, (0.97, 0.02, 255), 0.95, False, True)
    split = points[len(points) // 2]
    s.p.line([split, (split[0] + s.w * 0.03, split[1] + foot * 0.14)], 1.6 * s.u, (0.95, 0.03, 255), 0.8, emits=True)


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
    """The ground from ``level`` to the foot of the picture: hazy far away, deep and rich near, in soft folds."""
    path = rect(-20, level, s.w + 40, s.h - level + 20)
    if s.white:
        colour, near = SNOW, (0.86, 0.020, 252)
    elif s.air.season == "autumn" and colour[1] > 0.05 and 105 < colour[2] < 160:
        colour = mix(colour, (0.60, 0.10, 82), 0.5)
    far, close = s.far(colour, 0.42), s.light.material(near or lighter(colour, -0.05))
    close = mix(close, s.light.shadow, 0.16)
    s.p.gradient(path, (0, level), (0, s.h), [(0, far, 1), (0.35, mix(far, close, 0.6), 1), (1, close, 1)], emits=True)
    folds(s, level, mix(far, close, 0.5))
    if dry:
        s.p.texture(path, lighter(mix(far, close, 0.5), 0.08), dry, None, -3, 1.1 * s.u)
    if s.air.wet:
        sheen(s, level, 26)
        puddles(s, level)


def folds(s: Site, level: float, tone: Colour) -> None:
    """Light and shade lying across the ground, broader towards the viewer."""
    chance = s.chance("folds", round(level))
    strength = 0.5 if s.air.sun and s.air.dark < 0.6 else 0.25
    lit, dark = mix(tone, s.light.key, 0.40), mix(tone, s.light.shadow, 0.42)
    if s.white:
        dark = mix(tone, (0.60, 0.06, 262), 0.5)
    for i in range(9):
        t = ((i + 0.6) / 9) ** 1.5
        y, tall = level + (s.h - level) * t, (s.h - level) * (0.02 + 0.085 * t)
        x, half = float(chance.uniform(0, 1)) * s.w, s.w * float(chance.uniform(0.22, 0.55))
        path = spline(
            [
                (x - half, y),
                (x - half * 0.4, y - tall * float(chance.uniform(0.3, 0.8))),
                (x + half * 0.3, y - tall * float(chance.uniform(0.2, 0.6))),
                (x + half, y + tall * 0.1),
                (x + half * 0.2, y + tall * 0.55),
                (x - half * 0.5, y + tall * 0.4),
            ]
        )
        s.p.fill(
            path, lit if i % 2 else dark, strength * float(chance.uniform(0.5, 0.9)), (2 + 7 * t) * s.u, emits=True
        )
    foot = rect(-10, s.h * 0.86, s.w + 20, s.h * 0.16)
    s.p.gradient(foot, (0, s.h * 0.86), (0, s.h), [(0, dark, 0), (1, mix(dark, s.light.shadow, 0.3), 0.6)], emits=True)


def puddles(s: Site, level: float) -> None:
    """Standing water that shows the sky."""
    chance = s.chance("puddles")
    for i in range(7):
        t = 0.18 + 0.75 * (i / 7)
        x, y = float(chance.uniform(0.05, 0.95)) * s.w, level + (s.h - level) * t
        wide = s.w * float(chance.uniform(0.03, 0.08)) * (0.4 + t)
        path = spline(
            [
                (x - wide, y),
                (x - wide * 0.3, y - wide * 0.13),
                (x + wide * 0.6, y - wide * 0.09),
                (x + wide, y + 2),
                (x + wide * 0.2, y + wide * 0.14),
                (x - wide * 0.5, y + wide * 0.10),
            ]
        )
        s.p.gradient(
            path,
            (x, y - wide * 0.14),
            (x, y + wide * 0.14),
            [(0, s.air.horizon, 0.75), (1, s.air.sky[1], 0.55)],
            emits=True,
        )


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


def far_roofs(s: Site, level: float, left: float, right: float) -> None:
    """The outline of a town in the haze, in two rows; some windows are lit after dark."""
    chance = s.chance("roofs")
    for row in range(2):
        x = left
        tone = s.far((0.46, 0.04, 275), 0.92 - 0.2 * row)
        while x < right:
            wide, tall = float(chance.uniform(22, 60)) * s.u, float(chance.uniform(40, 150 - 50 * row)) * s.u
            kind = chance.uniform()
            outline = [(x, level + 60), (x, level - tall), (x + wide, level - tall), (x + wide, level + 60)]
            if kind < 0.35:
                outline.insert(2, (x + wide / 2, level - tall - wide * 0.35))
            s.p.fill(poly(*outline), tone, emits=True)
            if kind > 0.8:
                s.p.fill(rect(x + wide * 0.3, level - tall - 12 * s.u, wide * 0.2, 14 * s.u), tone, emits=True)
            if s.air.dark > 0.4:
                for _ in range(4):
                    wx, wy = x + wide * float(chance.uniform(0.1, 0.8)), level - tall * float(chance.uniform(0.1, 0.9))
                    s.p.fill(rect(wx, wy, 3 * s.u, 4 * s.u), LAMP, 0.65, emits=True)
            x += wide


def over_air(s: Site, vertical: bool = False) -> None:
    """The brush passes that turn gradients into paint."""
    level = s.horizon
    turn = 70.0 if vertical else -18.0
    s.p.paint_over("large", 420, 0.95, lambda x, y: turn if y < level else 0.0)
    s.p.paint_over("small", 480, 0.48, lambda x, y: turn - 6 if y < level else 2.0, 0.035)
