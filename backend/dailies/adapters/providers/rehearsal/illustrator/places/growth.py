"""What grows: firs, broad trees by season, palms, bushes, tufts, flowers and dark leaves at the picture's edge."""

from __future__ import annotations

import math

import numpy as np
import skia

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.places.site import SNOW, Site
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point, oval, poly, rect, spline, tube, union

GRASS: Colour = (0.56, 0.10, 132)
LEAF: Colour = (0.48, 0.10, 140)
FLOWERS: tuple[Colour, ...] = ((0.92, 0.03, 90), (0.80, 0.14, 85), (0.62, 0.15, 28), (0.68, 0.11, 300), (0.74, 0.12, 0))
_AUTUMN: tuple[Colour, ...] = ((0.62, 0.15, 48), (0.70, 0.14, 75), (0.54, 0.15, 32), (0.60, 0.11, 95))


def grass_of(s: Site, colour: Colour = GRASS) -> Colour:
    """The colour of grass in the scene's season."""
    if s.white:
        return SNOW
    season = s.air.season
    if season == "autumn":
        return mix(colour, (0.62, 0.10, 92), 0.5)
    return lighter(mix(colour, (0.66, 0.14, 128), 0.35), 0.02) if season == "spring" else colour


def leaf_of(s: Site, colour: Colour, lot: float) -> Colour:
    """The colour of leaves in the scene's season; ``lot`` 0-1 chooses among them."""
    if s.air.season == "autumn":
        return _AUTUMN[int(lot * 3.99)]
    if s.air.season == "spring":
        return (0.83, 0.085, 5) if lot < 0.55 else (0.64, 0.13, 128)
    return lighter(colour, 0.05 * (lot - 0.5))


def shadow_on_ground(s: Site, x: float, foot: float, wide: float, tall: float) -> None:
    """The shadow something throws away from the sun."""
    if s.air.sun is None:
        s.p.fill(oval(x, foot, wide, wide * 0.13), s.light.shadow, 0.30, max(1.0, wide * 0.06), emits=True)
        return
    away = -s.light.towards[0] or -0.4
    long = tall * (0.55 if s.air.sun.height < 0.3 else 0.30) * away
    shape = spline(
        [
            (x - wide * 0.35, foot - wide * 0.05),
            (x + long * 0.5, foot - wide * 0.10),
            (x + long + wide * 0.3 * away, foot + wide * 0.05),
            (x + long * 0.7, foot + wide * 0.24),
            (x + wide * 0.2, foot + wide * 0.10),
        ]
    )
    s.p.fill(shape, s.light.shadow, 0.42, max(1.2, wide * 0.05), emits=True)


def pine(s: Site, x: float, foot: float, tall: float, colour: Colour, distance: float) -> None:
    """A fir of drooping tiers; snow lies on it in winter."""
    chance = s.chance("pine", round(x), round(foot))
    shown = s.far(colour, distance)
    dark = mix(shown, s.light.shadow, 0.36 * (1 - distance))
    lit = mix(shown, s.light.key, 0.30)
    side = 1 if s.light.towards[0] > 0 else -1
    if tall > s.h * 0.14:
        shadow_on_ground(s, x, foot, tall * 0.2, tall)
    s.p.fill(rect(x - tall * 0.02, foot - tall * 0.16, tall * 0.04, tall * 0.165), dark, emits=True)
    tiers = 4 if tall < s.h * 0.14 else 6
    for i in range(tiers):
        t = i / tiers
        base, half = foot - tall * (0.09 + 0.80 * t), tall * 0.235 * (1 - t) ** 0.85 + tall * 0.012
        top = base - tall * (0.30 - 0.10 * t)
        lean = float(chance.uniform(-0.012, 0.012)) * tall
        droop = [float(chance.uniform(0.6, 1.15)) for _ in range(6)]
        left: list[Point] = [
            (x - half, base + half * 0.10 * droop[0]),
            (x - half * 0.62, base - half * 0.10),
            (x - half * 0.34, base + half * 0.10 * droop[1]),
        ]
        right: list[Point] = [
            (x + half * 0.30, base + half * 0.10 * droop[2]),
            (x + half * 0.60, base - half * 0.10),
            (x + half, base + half * 0.10 * droop[3]),
        ]
        s.p.fill(poly((x + lean, top), *reversed(right), (x, base), *reversed(left)), dark, emits=True)
        near = right if side > 0 else left
        s.p.fill(poly((x + lean, top), *near, (x - side * half * 0.10, base)), shown, emits=True)
        if s.white:
            cap = s.snow(distance)
            s.p.fill(
                poly(
                    (x + lean, top),
                    (x + side * half * 0.85, base - half * 0.06),
                    (x + side * half * 0.45, base - half * 0.22),
                    (x, base - half * 0.25),
                    (x - side * half * 0.30, base - half * 0.40),
                ),
                cap,
                0.94,
                emits=True,
            )
        elif tall > s.h * 0.2:
            edge = side * half
            s.p.line([(x + edge * 0.25, base - half * 0.5), (x + edge * 0.85, base)], half * 0.09, lit, 0.5, emits=True)


def leafy(s: Site, key: str, x: float, foot: float, tall: float, colour: Colour, distance: float) -> None:
    """A broad tree: trunk, branches and masses of leaves by season, lit from above; bare in winter."""
    chance = s.chance("tree", key)
    trunk = mix(s.far((0.34, 0.05, 50), distance), s.light.shadow, 0.18)
    near = tall > s.h * 0.16
    if near:
        shadow_on_ground(s, x, foot, tall * 0.34, tall)
    lean = float(chance.uniform(-0.05, 0.05)) * tall
    crotch = (x + lean * 0.5, foot - tall * float(chance.uniform(0.26, 0.34)))
    s.p.fill(
        tube(
            (x - tall * 0.012, foot + tall * 0.008, tall * 0.062),
            (x, foot - tall * 0.06, tall * 0.036),
            (*crotch, tall * 0.028),
            (x + lean, foot - tall * 0.62, tall * 0.012),
            start=False,
            end=False,
        ),
        trunk,
        emits=True,
    )
    if s.air.season == "winter":
        _bare(s, crotch, tall, trunk, chance, distance)
        return
    for a, up in ((-1, 0.56), (1, 0.60), (-0.55, 0.72), (0.6, 0.76)):
        s.p.fill(
            tube((*crotch, tall * 0.02), (x + lean + a * tall * 0.20, foot - tall * up, tall * 0.007)),
            trunk,
            emits=True,
        )
    _crown(s, key, x + lean, foot - tall * 0.66, tall, leaf_of(s, colour, float(chance.random())), distance, near)


def _crown(s: Site, key: str, x: float, y: float, tall: float, colour: Colour, distance: float, near: bool) -> None:
    """Masses of leaves in three values, the lit ones nearest to the light."""
    chance = s.chance("crown", key)
    shown = s.far(colour, distance)
    dark = mix(shown, s.light.shadow, 0.46 * (1 - distance * 0.6))
    lit = mix(shown, s.light.key, 0.36)
    side = 1 if s.light.towards[0] > 0 else -1
    wide, high = tall * float(chance.uniform(0.33, 0.40)), tall * float(chance.uniform(0.28, 0.34))
    count = 9 if near else 5
    masses = []
    for i in range(count):
        turn = i * 2 * math.pi / count + float(chance.uniform(-0.3, 0.3))
        reach = float(chance.uniform(0.45, 0.72))
        r = tall * float(chance.uniform(0.11, 0.165)) * (1.25 if not near else 1.0)
        masses.append((x + math.cos(turn) * wide * reach, y + math.sin(turn) * high * reach, r))
    masses.append((x, y, tall * 0.22))
    under = union(*[_leaves(chance, *mass) for mass in masses])
    s.p.fill(under, dark, emits=True)
    half = mix(shown, lit, 0.5)
    for tone, shift, shrink, alpha in ((shown, 0.028, 0.80, 1.0), (half, 0.045, 0.52, 0.9), (lit, 0.062, 0.27, 0.8)):
        path = skia.Path()
        for mx, my, r in masses:
            if my > y + high * (0.62 if tone is shown else 0.30):
                continue
            path.addPath(_leaves(chance, mx + side * tall * shift, my - tall * shift, r * shrink))
        path.setFillType(skia.PathFillType.kWinding)
        s.p.fill(path, tone, alpha, emits=True)
    if near:
        s.p.texture(under, lit, 0.22, None, -35, 0.5 * s.u)
    if near:
        _dabs(s, chance, masses, tall, (dark, shown, lit), side)


def _dabs(
    s: Site,
    chance: np.random.Generator,
    masses: list[tuple[float, float, float]],
    tall: float,
    tones: tuple[Colour, Colour, Colour],
    side: int,
) -> None:
    """Single leaves about the edge of a crown, one path for each value."""
    for tone, lift, count in zip(tones, (-0.1, 0.3, 0.7), (22, 26, 22), strict=True):
        path = skia.Path()
        for _ in range(count):
            mx, my, r = masses[int(chance.integers(len(masses)))]
            turn = float(chance.uniform(0, 2 * math.pi))
            far = float(chance.uniform(1.0, 1.12) if lift < 0 else chance.uniform(0.8, 1.10))
            lx = mx + math.cos(turn) * r * far + side * lift * r * 0.25
            ly = my + math.sin(turn) * r * far - lift * r * 0.45
            size = tall * float(chance.uniform(0.007, 0.016))
            path.addOval(skia.Rect.MakeLTRB(lx - size, ly - size * 0.6, lx + size, ly + size * 0.6))
        s.p.fill(path, tone, 0.9, emits=True)


def _leaves(chance: np.random.Generator, x: float, y: float, r: float) -> skia.Path:
    """One soft uneven mass."""
    points = []
    for i in range(10):
        turn = i * math.pi / 5 + float(chance.uniform(-0.15, 0.15))
        reach = r * float(chance.uniform(0.86, 1.12))
        points.append((x + math.cos(turn) * reach, y + math.sin(turn) * reach * 0.88))
    return spline(points)


def _bare(
    s: Site, crotch: tuple[float, float], tall: float, trunk: Colour, chance: np.random.Generator, distance: float
) -> None:
    """Branches without leaves; snow lies along them."""
    snow = s.snow(distance)

    def branch(x: float, y: float, angle: float, length: float, width: float, depth: int) -> None:
        bend = float(chance.uniform(-0.18, 0.18))
        middle = (x + math.cos(angle) * length * 0.5, y - math.sin(angle) * length * 0.5)
        end = (x + math.cos(angle + bend) * length, y - math.sin(angle + bend) * length)
        s.p.fill(tube((x, y, width), (*middle, width * 0.8), (*end, width * 0.5)), trunk, emits=True)
        if s.white and width > 1.2:
            lifted = [(x, y - width * 0.8), (middle[0], middle[1] - width * 0.8), (end[0], end[1] - width * 0.6)]
            s.p.line(lifted, width * 0.8, snow, 0.9, emits=True)
        if depth:
            for turn in (0.45, -0.40):
                branch(*end, angle + turn + float(chance.uniform(-0.2, 0.2)), length * 0.68, width * 0.55, depth - 1)

    near = tall > s.h * 0.16
    for angle in (2.25, 1.75, 1.35, 0.85):
        branch(*crotch, angle, tall * 0.26, tall * 0.018, 3 if near else 1)


def palm(s: Site, key: str, x: float, foot: float, tall: float, distance: float) -> None:
    """A bent palm."""
    chance = s.chance("palm", key)
    bark, leaf = s.far((0.46, 0.06, 60), distance), s.far((0.46, 0.10, 145), distance)
    lean = tall * float(chance.uniform(0.08, 0.2)) * (1 if chance.random() < 0.5 else -1)
    top = (x + lean, foot - tall)
    shadow_on_ground(s, x, foot, tall * 0.16, tall)
    s.p.fill(
        tube((x, foot, tall * 0.03), (x + lean * 0.3, foot - tall * 0.5, tall * 0.02), (*top, tall * 0.017)),
        bark,
        emits=True,
    )
    for i in range(9):
        turn = math.pi * (i / 8) + float(chance.uniform(-0.12, 0.12))
        reach = tall * float(chance.uniform(0.30, 0.40))
        tip = (top[0] + math.cos(turn) * reach, top[1] - math.sin(turn) * reach * 0.45 + reach * 0.35)
        middle = (top[0] + math.cos(turn) * reach * 0.55, top[1] - math.sin(turn) * reach * 0.5 - reach * 0.12)
        tone = mix(leaf, s.light.key if i % 2 else s.light.shadow, 0.25)
        s.p.fill(
            spline(
                [(*top, 1), (middle[0], middle[1] - reach * 0.07), (*tip, 1), (middle[0], middle[1] + reach * 0.09)]
            ),
            tone,
            emits=True,
        )


def bush(s: Site, key: str, x: float, foot: float, wide: float, colour: Colour, distance: float) -> None:
    """A round bush on the ground."""
    chance = s.chance("bush", key)
    colour = SNOW if s.white and s.air.season == "winter" else leaf_of(s, colour, float(chance.random()) * 0.4 + 0.56)
    shown = s.far(colour, distance)
    side = 1 if s.light.towards[0] > 0 else -1
    tones = (mix(shown, s.light.shadow, 0.45 * (1 - distance * 0.6)), shown, mix(shown, s.light.key, 0.34))
    shadow_on_ground(s, x, foot, wide * 0.55, wide * 0.5)
    for k, (tone, shift, shrink) in enumerate(zip(tones, (0, 0.05, 0.10), (1.0, 0.74, 0.42), strict=True)):
        for i in range(5):
            mx = x + (i - 2) * wide * 0.19 + side * shift * wide
            r = wide * (0.26 - 0.05 * abs(i - 2)) * shrink
            my = foot - wide * (0.24 - 0.05 * abs(i - 2)) - shift * wide
            s.p.fill(_leaves(chance, mx, my, r), tone, 0.9 if k else 1.0, emits=True)
    s.p.fill(rect(x - wide * 0.45, foot - wide * 0.05, wide * 0.9, wide * 0.06), tones[0], 0.8, 2, emits=True)


def tufts(s: Site, level: float, colour: Colour, count: int = 60) -> None:
    """Blades of grass, larger towards the viewer; none under snow."""
    if s.white:
        count //= 4
    chance = s.chance("tufts")
    blades = {key: skia.Path() for key in ("dark", "light")}
    for _ in range(count):
        t = float(chance.uniform(0.05, 1)) ** 1.3
        x, y = float(chance.uniform(0, s.w)), level + (s.h - level) * t
        size = (4 + 20 * t) * s.u
        path = blades["dark" if chance.uniform() < 0.55 else "light"]
        sway = 0.35 * s.air.wind
        for k in (-1.0, -0.4, 0.2, 0.8):
            tip = (x + (k * 0.5 - sway) * size, y - size * (1.0 - 0.22 * abs(k)))
            half = max(0.6, size * 0.055)
            path.addPoly([skia.Point(x - half, y), skia.Point(*tip), skia.Point(x + half, y)], True)
    base = s.light.material((0.42, 0.07, 110) if s.white else grass_of(s, colour))
    s.p.fill(blades["dark"], mix(base, s.light.shadow, 0.42), 0.75, emits=True)
    s.p.fill(blades["light"], mix(base, s.light.key, 0.34), 0.70, emits=True)


def scattered(s: Site, level: float, count: int = 70, hole: tuple[float, float] = (2.0, 2.0)) -> None:
    """Flowers in the grass, more in spring; fallen leaves in autumn; nothing under snow. ``hole``: kept free."""
    if s.white:
        return
    chance = s.chance("scattered")
    autumn = s.air.season == "autumn"
    if s.air.season == "spring":
        count *= 2
    for _ in range(count):
        t = float(chance.uniform(0.08, 1)) ** 1.3
        x, y = float(chance.uniform(0, s.w)), level + (s.h * 0.97 - level) * t
        colour = (_AUTUMN if autumn else FLOWERS)[int(chance.integers(4))]
        if hole[0] < x / s.w < hole[1]:
            continue
        r = (1.2 + 4.0 * t) * s.u
        if autumn:
            s.p.fill(oval(x, y, r * 1.2, r * 0.5), s.light.material(colour), 0.9, emits=True)
            continue
        s.p.line([(x, y + r * 2.6), (x, y)], r * 0.35, s.light.material((0.42, 0.09, 140)), 0.8, emits=True)
        s.p.fill(oval(x, y, r, r * 0.8), s.light.material(colour), 0.95, emits=True)
        if r > 3.5:
            s.p.fill(oval(x, y, r * 0.35, r * 0.28), s.light.material((0.74, 0.13, 80)), emits=True)


def near_leaves(s: Site, key: str, top: bool = False) -> None:
    """Dark leaves out of focus at one edge of the picture, so that the place begins before the camera."""
    if s.zoom > 1.6:
        return
    chance = s.chance("near", key)
    side = 1 if chance.random() < 0.5 else -1
    tone = mix(mix(s.light.material((0.30, 0.06, 145)), s.light.shadow, 0.5), (0.14, 0.03, 200), 0.45)
    if s.air.season == "autumn":
        tone = mix(tone, s.light.material((0.40, 0.10, 45)), 0.4)
    x0 = s.w * (1.02 if side > 0 else -0.02)
    y0 = -s.h * 0.02 if top else s.h * 1.02
    path = skia.Path()
    for i in range(11):
        turn = math.pi * (0.06 + 0.40 * i / 10)
        reach = min(s.w, s.h) * float(chance.uniform(0.16, 0.34)) * (1.15 if top else 1.0)
        dx, dy = -side * math.cos(turn) * reach * 1.15, (1 if top else -1) * math.sin(turn) * reach * 0.75
        wide = reach * 0.085
        nx, ny = -dy / reach * wide, dx / reach * wide
        blade = spline(
            [
                (x0, y0, 1),
                (x0 + dx * 0.55 + nx, y0 + dy * 0.62 + ny),
                (x0 + dx, y0 + dy, 1),
                (x0 + dx * 0.55 - nx, y0 + dy * 0.58 - ny),
            ]
        )
        path.addPath(blade)
    path.setFillType(skia.PathFillType.kWinding)
    s.p.fill(path, tone, 0.93, 2.2 * s.u, emits=True)
