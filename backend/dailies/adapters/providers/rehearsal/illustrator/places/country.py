"""Open country: forest, mountains, desert, field, village, garden, park, road, space and sky."""

from __future__ import annotations

from collections.abc import Callable

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, mix
from dailies.adapters.providers.rehearsal.illustrator.places.site import (
    Site,
    ground,
    house,
    lamp_post,
    leafy,
    over_air,
    peaks,
    pine,
    ridge,
    sky,
)
from dailies.adapters.providers.rehearsal.illustrator.shapes import oval, poly, rect, spline, tube

GRASS: Colour = (0.56, 0.10, 132)
LEAF: Colour = (0.48, 0.10, 140)


def _hills(s: Site, colour: Colour = (0.50, 0.08, 150)) -> None:
    for i, (distance, rise) in enumerate(((0.95, 0.16), (0.78, 0.11), (0.58, 0.07))):
        s.band(ridge(s, f"hill{i}", s.horizon + s.h * 0.025 * i, s.h * rise, 9, 0.3), colour, distance, 0.2)


def _tufts(s: Site, level: float, colour: Colour, count: int = 60) -> None:
    chance = s.chance("tufts")
    for _ in range(count):
        t = float(chance.uniform(0.05, 1)) ** 1.4
        x, y = chance.uniform(0, s.w), level + (s.h - level) * t
        size = (3 + 16 * t) * s.u
        shade = mix(s.light.material(colour), s.light.shadow if chance.uniform() < 0.5 else s.light.key, 0.25)
        for k in (-1, 0, 1):
            s.p.line(
                [(x, y), (x + k * size * 0.4, y - size * (1.0 - 0.25 * abs(k)))],
                max(1.0, size * 0.13),
                shade,
                0.7,
                emits=True,
            )


def field(s: Site) -> None:
    """A meadow under hills, with a path, flowers and a far tree line."""
    sky(s)
    _hills(s)
    ripe = s.has("wheat", "corn", "harvest", "golden")
    grass: Colour = (0.72, 0.11, 85) if ripe else GRASS
    ground(s, s.horizon + s.h * 0.03, grass)
    over_air(s)
    chance = s.chance("line")
    for i in range(22):
        x = s.w * (i + chance.uniform(0, 1)) / 22
        leafy(s, f"line{i}", x, s.horizon + s.h * 0.045, s.h * chance.uniform(0.05, 0.10), LEAF, 0.62)
    leafy(s, "near", s.w * 0.86, s.horizon + s.h * 0.14, s.h * 0.40, LEAF, 0.12)
    _tufts(s, s.horizon + s.h * 0.06, grass, 90)
    if not s.air.white:
        for _ in range(70):
            t = float(chance.uniform(0.1, 1)) ** 1.3
            x, y = chance.uniform(0, s.w), s.horizon + s.h * 0.05 + (s.h * 0.9 - s.horizon) * t
            colour = ((0.92, 0.03, 90), (0.80, 0.14, 85), (0.62, 0.15, 28), (0.68, 0.11, 300))[int(chance.integers(4))]
            s.p.fill(oval(x, y, (1 + 3.2 * t) * s.u), s.light.material(colour), 0.9, emits=True)


def village(s: Site) -> None:
    """Gabled houses along a lane, under hills."""
    sky(s)
    _hills(s)
    ground(s, s.horizon + s.h * 0.03, GRASS)
    lane = poly(
        (s.w * 0.50, s.horizon + s.h * 0.04),
        (s.w * 0.53, s.horizon + s.h * 0.04),
        (s.w * 0.78, s.h + 10),
        (s.w * 0.28, s.h + 10),
    )
    s.p.fill(lane, mix(s.light.material((0.70, 0.05, 75)), s.air.horizon, 0.2), 0.85, 3, emits=True)
    over_air(s)
    chance = s.chance("houses")
    walls: tuple[Colour, ...] = (
        (0.88, 0.03, 85),
        (0.72, 0.08, 60),
        (0.62, 0.11, 35),
        (0.80, 0.05, 210),
        (0.84, 0.08, 85),
    )
    for row, (distance, size, low) in enumerate(((0.6, 0.06, 0.03), (0.36, 0.105, 0.07), (0.10, 0.20, 0.17))):
        count = (8, 5, 2)[row]
        for i in range(count):
            spread = (i + float(chance.uniform(0.1, 0.5))) / count
            x = s.w * (spread if row < 2 else (0.02 if i == 0 else 0.76))
            house(
                s,
                f"{row}{i}",
                x,
                s.horizon + s.h * low,
                size * (s.w * s.h) ** 0.5 * float(chance.uniform(0.9, 1.3)),
                walls[int(chance.integers(5))],
                distance,
            )
            if row:
                leafy(s, f"t{row}{i}", x - s.w * 0.02, s.horizon + s.h * low, s.h * size * 1.5, LEAF, distance)
    _tufts(s, s.horizon + s.h * 0.2, GRASS, 40)


def forest(s: Site) -> None:
    """Trunks in rows, shafts of light, ferns in front."""
    sky(s)
    green: Colour = (0.40, 0.075, 150)
    for i, distance in enumerate((0.9, 0.68)):
        s.band(ridge(s, f"wood{i}", s.horizon - s.h * (0.10 - 0.07 * i), s.h * 0.22, 26, 0.9), green, distance)
    ground(s, s.horizon + s.h * 0.02, (0.42, 0.07, 125), (0.30, 0.05, 130))
    over_air(s, True)
    chance = s.chance("trunks")
    conifers = s.has("pine", "fir", "snow", "spruce") or s.air.white
    for row, (distance, count) in enumerate(((0.72, 16), (0.48, 11), (0.22, 7))):
        foot = s.horizon + s.h * (0.03 + 0.055 * row**1.4)
        for i in range(count):
            x = s.w * (i + chance.uniform(0.1, 0.9)) / count
            if row == 2 and 0.3 < x / s.w < 0.72:
                continue
            if conifers:
                pine(s, x, foot, s.h * (0.34 + 0.2 * row) * float(chance.uniform(0.8, 1.15)), green, distance)
                continue
            wide = s.u * (5 + 10 * row**1.5) * float(chance.uniform(0.7, 1.3))
            bark = s.far((0.32, 0.045, 55), distance)
            trunk = tube(
                (x, foot, wide * 1.25),
                (x + chance.uniform(-8, 8), foot * 0.6, wide * 0.85),
                (x + chance.uniform(-14, 14), -30, wide * 0.7),
            )
            s.p.fill(trunk, bark, emits=True)
            side = 1 if s.light.towards[0] > 0 else -1
            s.p.line(
                [(x + side * wide * 0.6, foot), (x + side * wide * 0.5, foot * 0.5), (x, -20)],
                wide * 0.5,
                mix(bark, s.light.key, 0.35),
                0.5,
                False,
                True,
            )
            for k in range(3):
                cx, cy, r = (
                    x + chance.uniform(-0.1, 0.1) * s.w,
                    chance.uniform(-0.04, 0.22) * s.h,
                    s.h * chance.uniform(0.06, 0.12),
                )
                leaf = s.far((0.46 + 0.05 * k, 0.10, 138), distance)
                s.p.fill(
                    spline(
                        [
                            (cx - r * 1.6, cy),
                            (cx - r, cy - r * 0.7),
                            (cx + r * 0.3, cy - r * 0.8),
                            (cx + r * 1.5, cy),
                            (cx + r * 0.6, cy + r * 0.6),
                            (cx - r * 0.8, cy + r * 0.6),
                        ]
                    ),
                    leaf,
                    0.75,
                    2,
                    emits=True,
                )
    if s.air.dark < 0.6 and not s.air.fall:
        for i in range(4):
            x = s.w * (0.2 + 0.2 * i)
            shaft = poly((x, -10), (x + s.w * 0.07, -10), (x - s.w * 0.03, s.h * 0.85), (x - s.w * 0.16, s.h * 0.85))
            s.p.gradient(shaft, (0, 0), (0, s.h * 0.85), [(0, s.light.key, 0.26), (1, s.light.key, 0)], emits=True)
    _tufts(s, s.horizon + s.h * 0.10, (0.42, 0.09, 140), 80)


def mountains(s: Site) -> None:
    """Ranges behind ranges, firs on the near slope."""
    sky(s)
    rock: Colour = (0.50, 0.04, 265)
    peaks(s, "back", s.horizon + s.h * 0.02, s.h * 0.42, 4, rock, 0.72)
    peaks(s, "front", s.horizon + s.h * 0.08, s.h * 0.30, 5, rock, 0.44)
    s.band(ridge(s, "slope", s.horizon + s.h * 0.13, s.h * 0.10, 10, 0.4), (0.42, 0.07, 155), 0.40, 0.25)
    ground(s, s.horizon + s.h * 0.16, (0.50, 0.08, 135))
    over_air(s)
    chance = s.chance("firs")
    for i in range(26):
        x = s.w * (i + chance.uniform(0, 1)) / 26
        edge = abs(x / s.w - 0.5) * 2
        pine(
            s,
            x,
            s.horizon + s.h * (0.10 + 0.05 * edge),
            s.h * (0.05 + 0.09 * edge**2),
            (0.38, 0.06, 160),
            0.45 - 0.25 * edge,
        )
    _tufts(s, s.horizon + s.h * 0.2, GRASS, 50)


def desert(s: Site) -> None:
    """Dunes with a sharp crest and a long shadow."""
    sky(s)
    sand: Colour = (0.76, 0.09, 70)
    peaks(s, "mesa", s.horizon + 6, s.h * 0.10, 6, (0.56, 0.09, 45), 0.7, snow=False)
    for i, distance in enumerate((0.8, 0.55, 0.28)):
        points = ridge(s, f"dune{i}", s.horizon + s.h * (0.03 + 0.09 * i), s.h * (0.06 + 0.03 * i), 6, 0.25)
        s.band(points, sand, distance, 0.35)
        crest = points[2 + i % 3]
        shade = mix(s.far(sand, distance), s.light.shadow, 0.30)
        s.p.fill(
            spline(
                [
                    (crest[0], crest[1], 1),
                    (crest[0] + s.w * 0.10, crest[1] + s.h * 0.05),
                    (crest[0] + s.w * 0.26, crest[1] + s.h * 0.16, 1),
                    (crest[0] - s.w * 0.04, crest[1] + s.h * 0.10),
                ]
            ),
            shade,
            0.5,
            3,
            emits=True,
        )
    over_air(s)


def garden(s: Site) -> None:
    """Beds of flowers, a fence, a shed and trees."""
    sky(s)
    s.band(ridge(s, "hedge", s.horizon - s.h * 0.01, s.h * 0.12, 24, 0.8), (0.46, 0.09, 145), 0.5, 0.3)
    ground(s, s.horizon + s.h * 0.03, GRASS)
    over_air(s)
    house(s, "shed", s.w * 0.08, s.horizon + s.h * 0.10, s.w * 0.15, (0.62, 0.07, 60), 0.15)
    leafy(s, "apple", s.w * 0.83, s.horizon + s.h * 0.14, s.h * 0.52, LEAF, 0.12)
    white = s.light.material((0.92, 0.015, 88))
    for i in range(30):
        x = s.w * i / 29
        s.p.fill(
            poly(
                (x - 5 * s.u, s.horizon + s.h * 0.10),
                (x - 5 * s.u, s.horizon),
                (x, s.horizon - 8 * s.u),
                (x + 5 * s.u, s.horizon),
                (x + 5 * s.u, s.horizon + s.h * 0.10),
            ),
            white,
            0.92,
            emits=True,
        )
    s.p.fill(rect(0, s.horizon + s.h * 0.03, s.w, 6 * s.u), white, 0.9, emits=True)
    chance = s.chance("beds")
    for _ in range(130):
        t = float(chance.uniform(0, 1)) ** 1.2
        x, y, r = chance.uniform(0, s.w), s.horizon + s.h * (0.12 + 0.30 * t), (2.5 + 8 * t) * s.u
        if 0.36 < x / s.w < 0.66:
            continue
        colour = ((0.60, 0.16, 25), (0.80, 0.14, 85), (0.70, 0.12, 350), (0.92, 0.02, 90), (0.58, 0.12, 295))[
            int(chance.integers(5))
        ]
        s.p.line([(x, y + r * 3), (x, y)], r * 0.4, s.light.material((0.42, 0.09, 145)), 0.9, emits=True)
        s.p.fill(oval(x, y, r, r * 0.8), s.light.material(colour), emits=True)
    _tufts(s, s.horizon + s.h * 0.12, GRASS, 60)


def park(s: Site) -> None:
    """Lawns, a path, trees, lamps and a bench in the distance."""
    sky(s)
    for i, distance in enumerate((0.85, 0.66)):
        s.band(ridge(s, f"trees{i}", s.horizon - s.h * 0.03 + s.h * 0.05 * i, s.h * 0.14, 26, 0.9), LEAF, distance)
    ground(s, s.horizon + s.h * 0.03, GRASS)
    path = spline(
        [
            (s.w * 0.56, s.horizon + s.h * 0.05, 1),
            (s.w * 0.60, s.horizon + s.h * 0.05, 1),
            (s.w * 0.64, s.horizon + s.h * 0.16),
            (s.w * 0.86, s.h + 10, 1),
            (s.w * 0.30, s.h + 10, 1),
            (s.w * 0.54, s.horizon + s.h * 0.16),
        ]
    )
    s.p.fill(path, mix(s.light.material((0.76, 0.04, 78)), s.air.horizon, 0.15), 0.9, 2, emits=True)
    over_air(s)
    for i, (x, low, tall, distance) in enumerate(
        ((0.30, 0.06, 0.22, 0.5), (0.74, 0.07, 0.26, 0.45), (0.06, 0.13, 0.56, 0.1), (0.94, 0.13, 0.60, 0.1))
    ):
        leafy(s, f"park{i}", s.w * x, s.horizon + s.h * low, s.h * tall, LEAF, distance)
    lamp_post(s, s.w * 0.68, s.horizon + s.h * 0.14, s.h * 0.34, 0.15)
    _tufts(s, s.horizon + s.h * 0.10, GRASS, 60)


def road(s: Site) -> None:
    """A road to the vanishing point, posts and hills."""
    sky(s)
    _hills(s)
    ground(s, s.horizon + s.h * 0.03, (0.60, 0.08, 110))
    over_air(s)
    y0, vx = s.horizon + s.h * 0.035, s.w * 0.54
    tar = mix(s.light.material((0.36, 0.02, 265)), s.air.horizon, 0.12)
    s.p.gradient(
        poly((vx - 5, y0), (vx + 5, y0), (s.w * 0.92, s.h + 10), (s.w * 0.04, s.h + 10)),
        (0, y0),
        (0, s.h),
        [(0, mix(tar, s.air.horizon, 0.5), 1), (1, tar, 1)],
        emits=True,
    )
    for i in range(9):
        a, b = (i / 9) ** 2.2, ((i + 0.5) / 9) ** 2.2
        ya, yb = y0 + (s.h - y0) * a, y0 + (s.h - y0) * b
        xa, xb = vx + (s.w * 0.48 - vx) * a, vx + (s.w * 0.48 - vx) * b
        s.p.fill(
            poly((xa - 7 * a - 1, ya), (xa + 7 * a + 1, ya), (xb + 7 * b + 1, yb), (xb - 7 * b - 1, yb)),
            s.light.material((0.90, 0.04, 88)),
            0.85,
            emits=True,
        )
    for i in range(6):
        z = 0.06 + 0.94 * (i / 5) ** 2.4
        x, foot, tall = vx + (s.w * 1.02 - vx) * z, y0 + (s.h * 0.92 - y0) * z, s.h * 0.62 * z
        s.p.line(
            [(x, foot), (x, foot - tall)], max(1.2, 9 * z * s.u), s.far((0.30, 0.04, 50), 0.7 * (1 - z)), 1, False, True
        )
        s.p.line(
            [(x - tall * 0.09, foot - tall * 0.92), (x + tall * 0.09, foot - tall * 0.92)],
            max(1, 6 * z * s.u),
            s.far((0.30, 0.04, 50), 0.7 * (1 - z)),
            1,
            False,
            True,
        )
    _tufts(s, s.horizon + s.h * 0.2, (0.58, 0.09, 115), 40)


def space(s: Site) -> None:
    """Stars, a nebula, a ringed planet and a cratered ground."""
    whole = rect(0, 0, s.w, s.h)
    s.p.gradient(
        whole,
        (0, 0),
        (s.w, s.h),
        [(0, (0.15, 0.05, 280), 1), (0.6, (0.20, 0.07, 295), 1), (1, (0.14, 0.04, 255), 1)],
        emits=True,
    )
    s.p.glow(s.w * 0.3, s.h * 0.3, s.h * 0.7, (0.55, 0.15, 320), 0.5)
    s.p.glow(s.w * 0.75, s.h * 0.5, s.h * 0.6, (0.55, 0.12, 220), 0.4)
    s.p.paint_over("nebula", 700, 0.9, lambda x, y: -30.0, 0.05)
    chance = s.chance("stars")
    for _ in range(220):
        s.p.fill(
            oval(chance.uniform(0, s.w), chance.uniform(0, s.h), chance.uniform(0.5, 1.9) * s.u),
            (0.96, 0.02, 90),
            float(chance.uniform(0.3, 1)),
            emits=True,
        )
    r, x, y = min(s.w, s.h) * 0.16, s.w * 0.78, s.h * 0.26
    s.p.glow(x, y, r * 2.4, (0.75, 0.13, 60), 0.5)
    ball = oval(x, y, r)
    s.p.radial(
        ball,
        (x - r * 0.4, y - r * 0.4),
        r * 1.7,
        [(0, (0.86, 0.11, 75), 1), (0.6, (0.60, 0.14, 45), 1), (1, (0.22, 0.07, 310), 1)],
        emits=True,
    )
    s.p.line(
        [(x - r * 1.8, y + r * 0.5), (x, y + r * 0.12), (x + r * 1.8, y - r * 0.6)],
        r * 0.13,
        (0.88, 0.07, 80),
        0.75,
        emits=True,
    )
    soil: Colour = (0.52, 0.12, 40) if s.has("mars", "red") else (0.58, 0.02, 275)
    level = s.horizon + s.h * 0.10
    for i in range(3):
        top = ridge(s, f"moon{i}", level + s.h * 0.07 * i, s.h * 0.06, 9, 0.3)
        path = spline([(-40, s.h + 40, 1), *top, (s.w + 40, s.h + 40, 1)])
        tone = (soil[0] * (0.8 - 0.2 * i), soil[1], soil[2])
        s.p.fill(path, tone, emits=True)
        s.p.gradient(path, (0, level), (0, s.h), [(0, (0.8, 0.04, 80), 0.3), (1, (0.12, 0.04, 280), 0.5)], emits=True)
    for _ in range(14):
        t = float(chance.uniform(0.2, 1))
        cx, cy, cr = chance.uniform(0, s.w), level + (s.h - level) * t, (8 + 34 * t) * s.u
        s.p.fill(oval(cx, cy, cr, cr * 0.28), (0.22, 0.03, 280), 0.45, 2, emits=True)
        s.p.fill(oval(cx, cy + cr * 0.12, cr * 0.9, cr * 0.18), (0.68, 0.03, 275), 0.3, 2, emits=True)


def heavens(s: Site) -> None:
    """High among the clouds."""
    sky(s, s.h)
    chance = s.chance("cumulus")
    over_air(s)
    for row in range(3):
        y = s.h * (0.68 + 0.14 * row)
        for i in range(7):
            x, r = s.w * (i + chance.uniform(0, 1)) / 7, s.h * float(chance.uniform(0.09, 0.17))
            for k in range(5):
                tone = mix(s.air.cloud, s.light.key, 0.1 * k)
                s.p.fill(
                    oval(x + (k - 2) * r * 0.6, y - (2 - abs(k - 2)) * r * 0.35, r * 0.75, r * 0.62),
                    tone,
                    0.8,
                    6 * s.u,
                    emits=True,
                )


DRAWINGS: dict[str, Callable[[Site], None]] = {
    "field": field,
    "village": village,
    "forest": forest,
    "mountains": mountains,
    "desert": desert,
    "garden": garden,
    "park": park,
    "road": road,
    "space": space,
    "sky": heavens,
}
"""By the names in ``words``."""
