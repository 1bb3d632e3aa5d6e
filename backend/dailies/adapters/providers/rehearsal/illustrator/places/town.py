"""Town places: skyline, rooftop, station, petrol station and bus stop."""

from __future__ import annotations

from collections.abc import Callable

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.places.built import bench, lamp_post
from dailies.adapters.providers.rehearsal.illustrator.places.growth import (
    grass_of,
    near_leaves,
    shadow_on_ground,
)
from dailies.adapters.providers.rehearsal.illustrator.places.site import (
    LAMP,
    Site,
    far_roofs,
    ground,
    over_air,
    sheen,
    sky,
)
from dailies.adapters.providers.rehearsal.illustrator.places.vehicles import (
    BUS,
    CAR,
    TRAM,
    rowing_boat,
    vehicle,
)
from dailies.adapters.providers.rehearsal.illustrator.shapes import oval, poly, rect

WALLS: tuple[Colour, ...] = ((0.50, 0.07, 40), (0.56, 0.06, 75), (0.46, 0.05, 280), (0.60, 0.05, 25), (0.50, 0.05, 210))


def petrol_station(s: Site) -> None:
    """A lit canopy over pumps, a shop, a sign, a car at the pump."""
    sky(s)
    far_roofs(s, s.horizon + s.h * 0.02, -10, s.w * 0.5)
    s.band(
        [(s.w * k / 9, s.horizon - s.h * (0.01 + 0.03 * (k % 3))) for k in range(10)],
        grass_of(s, (0.44, 0.07, 150)),
        0.7,
    )
    ground(s, s.horizon + s.h * 0.03, (0.52, 0.015, 260))
    over_air(s)
    foot, top = s.horizon + s.h * 0.14, s.horizon - s.h * 0.30
    white, red = s.far((0.94, 0.01, 90), 0.08), s.far((0.56, 0.18, 28), 0.05)
    shop = rect(s.w * 0.54, s.horizon - s.h * 0.10, s.w * 0.40, s.h * 0.20)
    s.p.fill(shop, mix(white, s.light.shadow, 0.2), emits=True)
    glass = rect(s.w * 0.56, s.horizon - s.h * 0.055, s.w * 0.36, s.h * 0.155)
    s.p.gradient(
        glass,
        (0, s.horizon),
        (0, s.horizon + s.h * 0.1),
        [(0, mix(LAMP, s.air.horizon, 0.5 - 0.4 * s.air.dark), 1), (1, mix(LAMP, (0.4, 0.08, 60), 0.6), 1)],
        emits=True,
    )
    for k in range(7):
        s.p.fill(
            rect(s.w * (0.56 + 0.06 * k), s.horizon - s.h * 0.055, 4 * s.u, s.h * 0.155),
            mix(white, s.light.shadow, 0.5),
            emits=True,
        )
        s.p.fill(
            rect(s.w * (0.57 + 0.05 * k), s.horizon + s.h * 0.05, s.w * 0.034, s.h * 0.03),
            ((0.60, 0.16, 28), (0.5, 0.12, 250), (0.8, 0.14, 88))[k % 3],
            0.7,
            emits=True,
        )
    for x in (0.30, 0.74):
        s.p.fill(
            rect(s.w * x, top + s.h * 0.06, s.w * 0.020, foot - top - s.h * 0.06),
            mix(white, s.light.shadow, 0.3),
            emits=True,
        )
    under = poly(
        (s.w * 0.10, top + s.h * 0.075),
        (s.w * 0.98, top + s.h * 0.075),
        (s.w * 0.90, top + s.h * 0.105),
        (s.w * 0.20, top + s.h * 0.105),
    )
    s.p.fill(under, LAMP if s.air.dark > 0.25 else mix(white, s.light.shadow, 0.45), emits=True)
    s.p.fill(rect(s.w * 0.10, top, s.w * 0.88, s.h * 0.08), white, emits=True)
    s.p.fill(rect(s.w * 0.10, top + s.h * 0.05, s.w * 0.88, s.h * 0.03), red, emits=True)
    for x in (0.30, 0.50, 0.70):
        s.p.glow(s.w * x, foot + s.h * 0.06, s.w * 0.22, LAMP, 0.12 + 0.5 * s.air.dark, 0.26)
        s.p.glow(s.w * x, top + s.h * 0.10, s.w * 0.12, LAMP, 0.1 + 0.5 * s.air.dark)
    for x in (0.235, 0.385, 0.675, 0.825):
        px, tall = s.w * x, s.h * 0.20
        s.p.fill(
            rect(px - s.w * 0.035, foot - 2, s.w * 0.07, s.h * 0.018, 4), s.far((0.66, 0.01, 250), 0.05), emits=True
        )
        s.p.fill(rect(px - s.w * 0.022, foot - tall, s.w * 0.044, tall, 5), red, emits=True)
        s.p.fill(
            rect(px + s.w * 0.006, foot - tall, s.w * 0.016, tall, 5), mix(red, s.light.shadow, 0.45), 0.7, emits=True
        )
        s.p.fill(rect(px - s.w * 0.016, foot - tall * 0.90, s.w * 0.032, tall * 0.24, 3), (0.86, 0.05, 200), emits=True)
        s.p.line(
            [
                (px + s.w * 0.022, foot - tall * 0.5),
                (px + s.w * 0.034, foot - tall * 0.3),
                (px + s.w * 0.030, foot - tall * 0.75),
            ],
            4 * s.u,
            (0.18, 0.01, 260),
            1,
            False,
            True,
        )
    pole = s.w * 0.075
    s.p.fill(rect(pole - 7 * s.u, s.h * 0.24, 14 * s.u, foot - s.h * 0.20), mix(white, s.light.shadow, 0.4), emits=True)
    s.p.fill(rect(pole - s.w * 0.055, s.h * 0.14, s.w * 0.11, s.h * 0.22, 8), red, emits=True)
    s.p.fill(oval(pole, s.h * 0.22, s.w * 0.032), LAMP if s.air.dark > 0.25 else white, emits=True)
    for k in range(2):
        s.p.fill(rect(pole - s.w * 0.04, s.h * (0.29 + 0.03 * k), s.w * 0.08, 8 * s.u), white, 0.9, emits=True)
    if s.air.dark > 0.25:
        s.p.glow(pole, s.h * 0.24, s.w * 0.12, LAMP, 0.6)
    vehicle(s, CAR, s.w * 0.53, foot + s.h * 0.065, s.w * 0.052, (0.50, 0.11, 245), 0.03, 24, -1)
    if s.air.wet or s.air.dark > 0.5:
        sheen(s, foot + s.h * 0.04, 30, LAMP, s.w * 0.5, 1.6)


def bus_stop(s: Site) -> None:
    """A shelter at the kerb with a bench and a sign; a bus comes along the street."""
    sky(s)
    far_roofs(s, s.horizon, -10, s.w)
    s.p.paint_over("air", 500, 0.85, lambda x, y: -16.0)
    _towers(s, s.horizon + s.h * 0.02, False)
    level = s.horizon + s.h * 0.02
    ground(s, level, (0.46, 0.02, 265))
    pale = mix(s.light.material((0.66, 0.02, 80)) if not s.white else s.snow(), s.light.key, 0.1)
    s.p.fill(rect(-10, s.h * 0.80, s.w + 20, s.h * 0.3), pale, emits=True)
    s.p.fill(rect(-10, s.h * 0.795, s.w + 20, 9 * s.u), mix(pale, s.light.key, 0.4), emits=True)
    for k in range(14):
        s.p.line(
            [(s.w * (-0.2 + 0.1 * k), s.h * 1.02), (s.w * (-0.06 + 0.08 * k), s.h * 0.805)],
            1.5 * s.u,
            mix(pale, s.light.shadow, 0.4),
            0.5,
            False,
            True,
        )
    for k in range(6):
        s.p.fill(
            rect(s.w * (0.02 + 0.18 * k), s.h * 0.70, s.w * 0.08, 6 * s.u),
            s.light.material((0.9, 0.02, 90)),
            0.6,
            emits=True,
        )
    vehicle(
        s,
        BUS if not s.has("tram") else TRAM,
        s.w * 0.30,
        s.h * 0.775,
        s.h * 0.098,
        (0.56, 0.17, 28),
        0.06,
        20,
        1,
        (0.92, 0.02, 88),
    )
    x, foot, iron = s.w * 0.72, s.h * 0.865, s.light.material((0.30, 0.03, 250))
    shadow_on_ground(s, x, foot, s.w * 0.17, s.h * 0.2)
    glass = rect(x - s.w * 0.13, foot - s.h * 0.36, s.w * 0.26, s.h * 0.30)
    s.p.fill(glass, s.air.horizon, 0.30, emits=True)
    s.p.fill(
        poly(
            (x - s.w * 0.05, foot - s.h * 0.36),
            (x, foot - s.h * 0.36),
            (x - s.w * 0.06, foot - s.h * 0.06),
            (x - s.w * 0.11, foot - s.h * 0.06),
        ),
        s.air.horizon,
        0.25,
        emits=True,
    )
    for dx in (-0.13, 0.0, 0.13):
        s.p.line([(x + s.w * dx, foot), (x + s.w * dx, foot - s.h * 0.38)], 8 * s.u, iron, 1, False, True)
    s.p.fill(
        poly(
            (x - s.w * 0.16, foot - s.h * 0.40),
            (x + s.w * 0.16, foot - s.h * 0.40),
            (x + s.w * 0.15, foot - s.h * 0.365),
            (x - s.w * 0.15, foot - s.h * 0.365),
        ),
        mix(iron, s.light.key, 0.2),
        emits=True,
    )
    s.p.fill(
        rect(x - s.w * 0.10, foot - s.h * 0.12, s.w * 0.20, s.h * 0.022), s.light.material((0.52, 0.08, 55)), emits=True
    )
    s.p.fill(
        rect(x + s.w * 0.085, foot - s.h * 0.33, s.w * 0.05, s.h * 0.24, 3),
        LAMP if s.air.dark > 0.3 else (0.90, 0.03, 90),
        emits=True,
    )
    s.p.fill(rect(x + s.w * 0.092, foot - s.h * 0.30, s.w * 0.036, s.h * 0.10), (0.52, 0.13, 200), emits=True)
    if s.air.dark > 0.3:
        s.p.glow(x + s.w * 0.11, foot - s.h * 0.2, s.w * 0.12, LAMP, 0.6)
        s.p.glow(x, foot, s.w * 0.2, LAMP, 0.4, 0.25)
    s.p.line([(x - s.w * 0.20, foot), (x - s.w * 0.20, foot - s.h * 0.40)], 7 * s.u, iron, 1, False, True)
    s.p.fill(oval(x - s.w * 0.20, foot - s.h * 0.43, s.h * 0.042), s.light.material((0.80, 0.15, 88)), emits=True)
    s.p.fill(oval(x - s.w * 0.20, foot - s.h * 0.43, s.h * 0.026), s.light.material((0.46, 0.12, 150)), emits=True)
    if s.air.wet:
        sheen(s, s.h * 0.66, 30)


def _towers(s: Site, foot: float, deep: bool) -> None:
    chance = s.chance("towers")
    for row, (distance, rise) in enumerate(((0.88, 0.34), (0.62, 0.42), (0.34, 0.30))):
        x = -20.0
        while x < s.w:
            wide = float(chance.uniform(0.035, 0.075)) * s.w * (0.8 + 0.3 * row)
            tall = float(chance.uniform(0.35, 1.0)) * rise * s.h
            tone = s.far(mix(WALLS[int(chance.integers(5))], (0.46, 0.05, 265), 0.45), distance)
            body = rect(x, foot - tall, wide, tall + s.h * (0.4 if deep else 0.02))
            s.p.fill(body, tone, emits=True)
            s.p.gradient(
                body,
                (x, 0),
                (x + wide, 0),
                [(0, mix(tone, s.light.shadow, 0.3), 0.0), (1, mix(tone, s.light.shadow, 0.4), 0.8)],
                emits=True,
            )
            if row and chance.uniform() < 0.4:
                s.p.line(
                    [(x + wide / 2, foot - tall), (x + wide / 2, foot - tall - s.h * 0.05)], 2, tone, 1, False, True
                )
            if row:
                cell = max(6.0, 9 * s.u * (0.7 + 0.4 * row))
                for i in range(int(wide / cell) - 1):
                    for j in range(int((tall + (s.h * 0.3 if deep else 0)) / (cell * 1.5))):
                        if float(chance.random()) < 0.06 + 0.34 * s.air.dark:
                            s.p.fill(
                                rect(
                                    x + cell * (0.7 + i), foot - tall + cell * (0.8 + j * 1.5), cell * 0.5, cell * 0.8
                                ),
                                LAMP if s.air.dark > 0.3 else mix(tone, s.air.horizon, 0.6),
                                float(chance.uniform(0.5, 0.95)),
                                emits=True,
                            )
            x += wide + float(chance.uniform(0, 0.012)) * s.w


def skyline(s: Site) -> None:
    """Towers with lit windows above a river."""
    sky(s)
    foot = s.horizon + s.h * 0.06
    _towers(s, foot, False)
    s.p.paint_over("air", 500, 0.6, lambda x, y: -16.0)
    water = rect(-10, foot, s.w + 20, s.h - foot + 10)
    s.p.gradient(
        water,
        (0, foot),
        (0, s.h),
        [
            (0, s.air.horizon, 1),
            (0.3, mix(s.air.sky[1], s.light.material((0.45, 0.06, 240)), 0.5), 1),
            (1, mix(s.air.sky[0], s.light.shadow, 0.4), 1),
        ],
        emits=True,
    )
    chance = s.chance("reflected")
    with s.p.layer(2.0 * s.u, 1.0, (0, foot, s.w, s.h)):
        for _ in range(46):
            x, wide = float(chance.uniform(0, 1)) * s.w, float(chance.uniform(3, 11)) * s.u
            deep = s.h * float(chance.uniform(0.08, 0.26))
            tone = (
                LAMP
                if s.air.dark > 0.4 and chance.random() < 0.7
                else mix(s.far((0.46, 0.05, 270), 0.3), s.light.shadow, 0.2)
            )
            streak = rect(x, foot, wide, deep, wide / 2)
            s.p.gradient(streak, (0, foot), (0, foot + deep), [(0, tone, 0.50), (1, tone, 0.0)], emits=True)
    sheen(s, foot + 4, 54)
    if s.air.sun:
        sheen(s, foot + 4, 30, s.air.sun.colour, s.air.sun.x * s.w, 0.5)
    for x, size in ((0.22, 0.05), (0.68, 0.035)):
        rowing_boat(s, s.w * x, foot + s.h * size * 2.2, s.w * size * 2, (0.62, 0.14, 35), 0.25)
    stone = mix(s.light.material((0.48, 0.02, 270)), s.light.shadow, 0.25)
    walk = s.h * 0.86
    s.p.gradient(
        rect(-10, walk, s.w + 20, s.h * 0.2),
        (0, walk),
        (0, s.h),
        [(0, mix(stone, s.light.key, 0.25), 1), (1, mix(stone, s.light.shadow, 0.4), 1)],
        emits=True,
    )
    for k in range(13):
        s.p.line(
            [(s.w * (0.5 + (k - 6) * 0.085), walk), (s.w * (0.5 + (k - 6) * 0.15), s.h)],
            1.5 * s.u,
            mix(stone, s.light.shadow, 0.5),
            0.5,
            False,
            True,
        )
    iron = mix(s.light.material((0.26, 0.02, 262)), s.light.shadow, 0.3)
    for k in range(34):
        s.p.fill(rect(s.w * k / 33 - 2 * s.u, walk - s.h * 0.075, 4 * s.u, s.h * 0.08), iron, emits=True)
    s.p.fill(rect(-10, walk - s.h * 0.082, s.w + 20, 7 * s.u), mix(iron, s.light.key, 0.3), emits=True)
    for x in (0.10, 0.42, 0.74):
        lamp_post(s, s.w * x, walk + s.h * 0.01, s.h * 0.30, 0.05)
    near_leaves(s, "skyline", True)


def rooftop(s: Site) -> None:
    """A flat roof with a parapet, vents and a water tank above the town."""
    sky(s)
    _towers(s, s.horizon + s.h * 0.16, True)
    s.p.paint_over("air", 500, 0.6, lambda x, y: -16.0)
    level = s.horizon + s.h * 0.14
    s.p.gradient(
        rect(0, s.horizon - s.h * 0.05, s.w, level - s.horizon + s.h * 0.05),
        (0, s.horizon),
        (0, level),
        [(0, s.air.horizon, 0), (1, s.air.horizon, 0.5)],
        emits=True,
    )
    stone = s.light.material((0.54, 0.03, 50))
    s.p.gradient(
        rect(-10, level, s.w + 20, s.h),
        (0, level),
        (0, s.h),
        [(0, mix(stone, s.air.horizon, 0.25), 1), (1, mix(stone, s.light.shadow, 0.5), 1)],
        emits=True,
    )
    with s.p.lit_by(s.light):
        s.p.shape(rect(-10, level - s.h * 0.03, s.w + 20, s.h * 0.07), (0.60, 0.035, 50), 6, dry=0.3)
        s.p.shape(rect(s.w * 0.80, level - s.h * 0.26, s.w * 0.12, s.h * 0.16, 6), (0.46, 0.07, 50), 16, dry=0.5)
        s.p.shape(
            poly((s.w * 0.79, level - s.h * 0.26), (s.w * 0.86, level - s.h * 0.33), (s.w * 0.93, level - s.h * 0.26)),
            (0.36, 0.05, 50),
            6,
        )
        for x in (0.81, 0.86, 0.91):
            s.p.line(
                [(s.w * x, level - s.h * 0.10), (s.w * x, level + s.h * 0.06)], 7 * s.u, (0.30, 0.03, 50), 1, False
            )
        s.p.shape(rect(s.w * 0.07, level - s.h * 0.13, s.w * 0.09, s.h * 0.20, 4), (0.62, 0.02, 250), 10, dry=0.3)
    for i in range(9):
        x, y = s.w * i / 8, s.horizon - s.h * 0.12 + abs(i - 4) * -s.h * 0.012
        if s.air.dark > 0.3:
            s.p.fill(oval(x, y, 4 * s.u), LAMP, emits=True)
            s.p.glow(x, y, 36 * s.u, LAMP, 0.7)
    sheen(s, level + s.h * 0.08, 8)


def station(s: Site) -> None:
    """A platform under an iron roof, a train standing at it, a clock."""
    sky(s, s.horizon)
    vx, vy = s.w * 0.40, s.horizon - s.h * 0.02
    far_roofs(s, vy + 8, 0, s.w)
    s.p.paint_over("air", 500, 0.8, lambda x, y: -12.0)
    stone = s.light.material((0.58, 0.025, 70))
    s.p.gradient(
        rect(-10, vy, s.w + 20, s.h),
        (0, vy),
        (0, s.h),
        [(0, s.air.horizon, 1), (0.25, mix(stone, s.air.horizon, 0.3), 1), (1, mix(stone, s.light.shadow, 0.4), 1)],
        emits=True,
    )
    s.p.fill(
        poly((vx, vy), (vx + 6, vy), (s.w * 0.20, s.h + 10), (-s.w * 0.3, s.h + 10)),
        mix(s.light.material((0.26, 0.02, 260)), s.light.shadow, 0.3),
        emits=True,
    )
    s.p.fill(
        poly((vx + 6, vy), (vx + 10, vy), (s.w * 0.27, s.h + 10), (s.w * 0.20, s.h + 10)),
        s.light.material((0.82, 0.12, 88)),
        0.8,
        emits=True,
    )
    for k in range(-3, 12):
        s.p.line(
            [(vx + 8 + k * s.w * 0.012, vy + 2), (vx + k * s.w * 0.16, s.h + 10)],
            1.4 * s.u,
            mix(stone, s.light.shadow, 0.5),
            0.40,
            False,
            True,
        )
    for k in range(10):
        y = vy + (s.h - vy) * ((k + 0.6) / 10) ** 1.9
        s.p.line(
            [(vx - (vx - s.w * 0.24) * (y - vy) / (s.h - vy), y), (s.w, y)],
            (0.8 + 0.25 * k) * s.u,
            mix(stone, s.light.shadow, 0.5),
            0.40,
            False,
            True,
        )
    bench(s, s.w * 0.80, vy + (s.h - vy) * 0.66, s.w * 0.13, 0.06)
    bench(s, s.w * 0.66, vy + (s.h - vy) * 0.33, s.w * 0.065, 0.3)
    with s.p.lit_by(s.light):
        s.p.shape(
            poly((vx - 4, vy + 4), (vx - 4, vy - s.h * 0.05), (-s.w * 0.02, s.h * 0.10), (-s.w * 0.02, s.h * 0.98)),
            (0.44, 0.09, 165),
            0,
            dry=0.2,
        )
        s.p.fill(
            poly(
                (vx - 4, vy - s.h * 0.004),
                (vx - 4, vy - s.h * 0.012),
                (-s.w * 0.02, s.h * 0.52),
                (-s.w * 0.02, s.h * 0.60),
            ),
            (0.88, 0.05, 85),
        )
        for i in range(6):
            a, b = 1 - (i + 0.15) / 6.2, 1 - (i + 0.8) / 6.2
            a, b = a**2.2, b**2.2
            xa, xb = vx - 4 - (vx + s.w * 0.02) * a, vx - 4 - (vx + s.w * 0.02) * b
            s.p.fill(
                poly(
                    (xa, vy + (s.h * 0.22 - vy) * a),
                    (xb, vy + (s.h * 0.22 - vy) * b),
                    (xb, vy + (s.h * 0.47 - vy) * b),
                    (xa, vy + (s.h * 0.47 - vy) * a),
                ),
                LAMP if s.air.dark > 0.25 else (0.72, 0.05, 230),
                emits=s.air.dark > 0.25,
            )
    iron = mix(s.light.material((0.32, 0.04, 200)), s.light.shadow, 0.3)
    s.p.fill(
        poly(
            (vx, vy - s.h * 0.10), (vx + s.w * 0.12, vy - s.h * 0.10), (s.w * 1.3, -s.h * 0.2), (s.w * 0.05, -s.h * 0.2)
        ),
        iron,
        0.96,
        emits=True,
    )
    for i in range(7):
        t = (i / 6) ** 2.0
        y = vy - s.h * 0.10 + (-s.h * 0.2 - vy + s.h * 0.10) * t
        s.p.line(
            [(vx + (s.w * 0.05 - vx) * t, y), (vx + s.w * 0.12 + (s.w * 1.18 - vx) * t, y)],
            (2 + 9 * t) * s.u,
            lighter(iron, 0.10),
            0.8,
            False,
            True,
        )
    for z in (0.14, 0.34, 0.80):
        x, foot = vx + s.w * 0.10 + s.w * 0.50 * z, vy + (s.h * 0.95 - vy) * z
        s.p.fill(
            rect(
                x - 8 * z * s.u - 1,
                vy - s.h * 0.10 - s.h * 0.45 * z,
                16 * z * s.u + 3,
                foot - (vy - s.h * 0.10 - s.h * 0.45 * z),
            ),
            lighter(iron, 0.04),
            emits=True,
        )
        if s.air.dark > 0.25:
            s.p.glow(x - s.w * 0.07 * z, vy - s.h * 0.06 - s.h * 0.36 * z, s.h * 0.34 * z, LAMP, 0.75)
            s.p.fill(
                oval(x - s.w * 0.07 * z, vy - s.h * 0.06 - s.h * 0.36 * z, 14 * z * s.u, 9 * z * s.u), LAMP, emits=True
            )
    r = s.h * 0.055
    with s.p.lit_by(s.light):
        s.p.shape(oval(s.w * 0.62, s.h * 0.20, r), (0.28, 0.04, 200), 3)
    s.p.fill(oval(s.w * 0.62, s.h * 0.20, r * 0.85), (0.95, 0.04, 88), emits=True)
    s.p.line([(s.w * 0.62, s.h * 0.20), (s.w * 0.62, s.h * 0.20 - r * 0.65)], 3 * s.u, (0.2, 0.02, 260), emits=True)
    s.p.line([(s.w * 0.62, s.h * 0.20), (s.w * 0.62 + r * 0.45, s.h * 0.21)], 3 * s.u, (0.2, 0.02, 260), emits=True)


DRAWINGS: dict[str, Callable[[Site], None]] = {
    "petrol station": petrol_station,
    "bus stop": bus_stop,
    "skyline": skyline,
    "rooftop": rooftop,
    "station": station,
}
"""By the names in ``words``."""
