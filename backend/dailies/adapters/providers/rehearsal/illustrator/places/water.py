"""Places by the sea: sea, beach, harbour and lighthouse."""

from __future__ import annotations

from collections.abc import Callable

from dailies.adapters.providers.rehearsal.illustrator.cast import Thing
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.places.built import house, lamp_post
from dailies.adapters.providers.rehearsal.illustrator.places.growth import (
    shadow_on_ground,
)
from dailies.adapters.providers.rehearsal.illustrator.places.site import (
    LAMP,
    Site,
    folds,
    over_air,
    peaks,
    ridge,
    sheen,
    sky,
)
from dailies.adapters.providers.rehearsal.illustrator.places.vehicles import rowing_boat
from dailies.adapters.providers.rehearsal.illustrator.props import draw_prop
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point, minus, moved, oval, poly, rect, spline
from dailies.adapters.providers.rehearsal.illustrator.texture import foam

WATER: Colour = (0.50, 0.07, 228)


def _waves(s: Site, top: float, bottom: float, rough: float) -> None:
    """Bands of swell with pointed crests, each lit from the sky above and dark in its trough; foam when rough."""
    count = 10
    warm = 20 < s.air.horizon[2] < 100 and s.air.horizon[1] > 0.06
    water: Colour = mix(WATER, (0.44, 0.09, 268), 0.55) if warm else WATER
    deep, pale = s.light.material(water), mix(s.light.material((0.62, 0.08, 205)), s.air.horizon, 0.9 if warm else 0.35)
    for i in range(count):
        chance = s.chance("waves", i)
        t = i / (count - 1)
        y = top + (bottom - top) * t**1.6
        body = mix(mix(s.far(water, 0.6 * (1 - t)), s.air.sky[-2], 0.42 * (1 - t)), s.light.shadow, 0.10 + 0.16 * t)
        if rough > 1.3:
            body = mix(body, (0.38, 0.06, 215), 0.35)
        points: list[Point] = [(-60, bottom + 60, 1), (-60, y)]
        x = -60.0
        while x < s.w + 80:
            step = float(chance.uniform(70, 150)) * s.u * (0.4 + 1.1 * t)
            lift = float(chance.uniform(2, 7)) * s.u * (0.35 + 2.4 * t) * rough
            points += [(x + step * 0.45, y - lift), (x + step * 0.62, y - lift * 0.25), (x + step, y + lift * 0.4)]
            x += step
        path = spline([*points, (s.w + 160, bottom + 60, 1)])
        s.p.fill(path, body, emits=True)
        tall = (bottom - top) * (0.05 + 0.16 * t)
        s.p.gradient(
            path,
            (0, y - 10 * rough * s.u),
            (0, y + tall),
            [
                (0, mix(pale, s.light.key, 0.25), 0.32 + 0.36 * min(1.2, rough - 0.4)),
                (0.35, mix(body, pale, 0.4), 0.35),
                (1, deep, 0.0),
            ],
            emits=True,
        )
        crest = minus(path, moved(path, 0, (1.2 + 2.6 * t) * s.u * rough))
        if rough > 1.2:
            s.p.texture(crest, (0.93, 0.02, 210), 0.75, foam(), 3, 0.4 + 0.5 * t)
        elif i > 2:
            s.p.texture(crest, mix(pale, (0.97, 0.01, 210), 0.6), 0.55, foam(), 2, 0.5 + 0.5 * t)


def glitter(s: Site, level: float, bottom: float) -> None:
    """The sun's or the moon's road on the water, from ``level`` to ``bottom``."""
    sun = s.air.sun
    if sun is None:
        return
    chance, x = s.chance("glitter"), sun.x * s.w
    for i in range(46):
        t = (i / 46) ** 1.4
        y, spread = level + (bottom - level) * t, (12 + 70 * t) * s.u
        cx, half = x + float(chance.normal(0, 0.55)) * spread, (7 + 24 * t) * s.u * float(chance.uniform(0.4, 1.2))
        s.p.line(
            [(cx - half, y), (cx, y + 0.6), (cx + half, y)],
            (1.0 + 2.4 * t) * s.u,
            sun.colour,
            0.6 * (1 - 0.5 * t),
            emits=True,
        )


def _rough(s: Site) -> float:
    return 2.2 if s.air.wind > 0.5 and s.air.fall == "rain" or s.has("storm", "rough") else 1.4 if s.air.wind else 1.0


def sea(s: Site) -> None:
    """Open water to the horizon."""
    sky(s)
    _far_coast(s)
    _waves(s, s.horizon, s.h, _rough(s))
    over_air(s)
    glitter(s, s.horizon, s.h)
    _gulls(s, 0.30 if s.chance("gulls").random() < 0.5 else 0.68, 0.26)


def _far_coast(s: Site) -> None:
    """A blue headland on the horizon at one side."""
    side = s.chance("coast").random() < 0.5
    across = (0.62, 0.74, 0.88, 1.05) if side else (0.38, 0.26, 0.12, -0.05)
    rise = (0.0, 0.03, 0.055, 0.07)
    outline: list[Point] = [(s.w * x, s.horizon + 4 - s.h * y) for x, y in zip(across, rise, strict=True)]
    s.p.fill(
        spline([*outline, (s.w * across[3], s.horizon + 8, 1), (s.w * across[0], s.horizon + 8, 1)]),
        s.far((0.46, 0.06, 220), 0.85),
        emits=True,
    )


def _gulls(s: Site, x: float, y: float) -> None:
    if s.air.dark > 0.8:
        return
    tone = mix(s.air.sky[1], s.light.shadow, 0.65)
    for dx, dy, k in ((0, 0, 1.0), (0.045, -0.03, 0.75), (0.075, 0.012, 0.6)):
        cx, cy, r = s.w * (x + dx), s.h * (y + dy), s.h * 0.026 * k
        s.p.line(
            [
                (cx - r * 1.5, cy - r * 0.25),
                (cx - r * 0.6, cy - r * 0.6),
                (cx, cy),
                (cx + r * 0.6, cy - r * 0.6),
                (cx + r * 1.5, cy - r * 0.3),
            ],
            3.0 * k * s.u,
            tone,
            0.85,
            emits=True,
        )


def beach(s: Site) -> None:
    """Sea, surf and sand, with a headland."""
    sky(s)
    s.band(
        [
            (s.w * 0.58, s.horizon + 8),
            (s.w * 0.70, s.horizon - s.h * 0.06),
            (s.w * 0.85, s.horizon - s.h * 0.10),
            (s.w + 40, s.horizon - s.h * 0.15),
        ],
        (0.48, 0.06, 150),
        0.72,
    )
    shore = s.horizon + s.h * 0.17
    _waves(s, s.horizon, shore + s.h * 0.05, _rough(s))
    glitter(s, s.horizon, shore)
    sand = spline(
        [
            (-40, s.h + 40, 1),
            (-40, shore + s.h * 0.07),
            (s.w * 0.25, shore + s.h * 0.02),
            (s.w * 0.5, shore + s.h * 0.035),
            (s.w * 0.8, shore - s.h * 0.01),
            (s.w + 40, shore - s.h * 0.02),
            (s.w + 40, s.h + 40, 1),
        ]
    )
    tone = s.light.material((0.80, 0.06, 78))
    s.p.fill(sand, tone, emits=True)
    s.p.gradient(
        sand,
        (0, shore),
        (0, s.h),
        [(0, mix(tone, (0.45, 0.05, 230), 0.4), 0.9), (0.25, tone, 0.2), (1, mix(tone, s.light.shadow, 0.3), 0.8)],
        emits=True,
    )
    over_air(s)
    s.p.texture(minus(sand, moved(sand, 0, 9 * s.u)), (0.96, 0.012, 210), 0.95, foam(), 2, 0.7)
    chance = s.chance("pebbles")
    for _ in range(26):
        x, y = chance.uniform(0, s.w), shore + (s.h - shore) * float(chance.uniform(0.3, 1))
        r = float(chance.uniform(2, 7)) * s.u
        s.p.fill(oval(x, y, r, r * 0.55), mix(tone, s.light.shadow, 0.45), 0.6, emits=True)
    folds(s, shore + s.h * 0.08, tone)
    _gulls(s, 0.34, 0.24)
    if not s.white and not s.air.fall:
        _parasol(s, s.w * 0.17, s.h * 0.80, s.h * 0.24)
    rowing_boat(s, s.w * 0.84, s.h * 0.80, s.w * 0.17, (0.50, 0.12, 245), 0.04)
    for i in range(5):
        reeds(s, f"marram{i}", s.w * (0.01 + 0.045 * i), s.h * (0.97 + 0.015 * (i % 2)), s.h * 0.12)


def _parasol(s: Site, x: float, foot: float, tall: float) -> None:
    shadow_on_ground(s, x, foot, tall * 0.45, tall * 0.8)
    s.p.line([(x, foot), (x + tall * 0.06, foot - tall)], 5 * s.u, s.light.material((0.9, 0.02, 85)), 1, False, True)
    top = (x + tall * 0.06, foot - tall * 1.02)
    for k in range(6):
        a, b = -0.55 + k * 0.185, -0.55 + (k + 1) * 0.185
        tone = s.light.material((0.60, 0.18, 28) if k % 2 else (0.95, 0.02, 88))
        tone = mix(tone, s.light.key if k < 3 else s.light.shadow, 0.18)
        s.p.fill(
            spline(
                [
                    (*top, 1),
                    (top[0] + tall * b * 0.8, top[1] + tall * 0.10),
                    (top[0] + tall * b, top[1] + tall * 0.30, 1),
                    (top[0] + tall * (a + b) / 2, top[1] + tall * 0.265),
                    (top[0] + tall * a, top[1] + tall * 0.30, 1),
                    (top[0] + tall * a * 0.8, top[1] + tall * 0.10),
                ]
            ),
            tone,
            emits=True,
        )
    s.p.fill(
        poly(
            (x - tall * 0.5, foot + tall * 0.08),
            (x + tall * 0.25, foot + tall * 0.05),
            (x + tall * 0.32, foot + tall * 0.14),
            (x - tall * 0.45, foot + tall * 0.17),
        ),
        s.light.material((0.52, 0.12, 250)),
        emits=True,
    )


def reeds(s: Site, key: str, x: float, foot: float, tall: float) -> None:
    """A stand of long grass."""
    chance = s.chance("reeds", key)
    base = s.light.material((0.56, 0.08, 110) if not s.white else (0.72, 0.05, 85))
    for _ in range(9):
        dx, lean, up = (
            float(chance.uniform(-0.3, 0.3)) * tall,
            float(chance.uniform(-0.35, 0.35)) * tall,
            tall * float(chance.uniform(0.6, 1.1)),
        )
        tone = mix(base, s.light.key if chance.random() < 0.4 else s.light.shadow, 0.35)
        s.p.line(
            [(x + dx, foot), (x + dx + lean * 0.35, foot - up * 0.6), (x + dx + lean, foot - up)],
            tall * 0.035,
            tone,
            0.95,
            emits=True,
        )


def _planks(s: Site, vx: float, level: float, left: float, right: float) -> None:
    wood = mix(s.light.material((0.50, 0.05, 60)), s.air.horizon, 0.08)
    deck = poly((vx - s.w * 0.035, level), (vx + s.w * 0.035, level), (right, s.h + 20), (left, s.h + 20))
    s.p.gradient(
        deck,
        (0, level),
        (0, s.h),
        [(0, mix(wood, s.air.horizon, 0.45), 1), (1, mix(wood, s.light.shadow, 0.25), 1)],
        emits=True,
    )
    with s.p.clip(deck):
        s.p.texture(deck, lighter(wood, 0.1), 0.4, None, 0, 0.7)
        for i in range(22):
            y = level + (s.h - level) * (i / 22) ** 1.8
            s.p.line(
                [(left - 60, y), (right + 60, y)],
                0.8 + 3.2 * (i / 22) * s.u,
                mix(wood, s.light.shadow, 0.6),
                0.7,
                False,
                True,
            )
    for z in (0.10, 0.28, 0.62):
        for a, b in ((vx - s.w * 0.035, left), (vx + s.w * 0.035, right)):
            x, y = a + (b - a) * z, level + (s.h - level) * z
            s.p.fill(
                rect(x - 7 * z * s.u - 2, y - 80 * z * s.u - 8, 14 * z * s.u + 4, 130 * z * s.u + 14, 3),
                mix(wood, s.light.shadow, 0.5),
                emits=True,
            )


def harbour(s: Site) -> None:
    """Boats, coloured houses along the far quay, a wooden pier in front."""
    sky(s)
    peaks(s, "fells", s.horizon + 4, s.h * 0.30, 5, (0.46, 0.045, 262), 0.66)
    s.band(ridge(s, "shore", s.horizon + 2, s.h * 0.05, 8, 0.4), (0.40, 0.06, 160), 0.55)
    chance = s.chance("quay")
    walls: tuple[Colour, ...] = (
        (0.52, 0.14, 30),
        (0.76, 0.12, 80),
        (0.88, 0.02, 85),
        (0.50, 0.08, 240),
        (0.60, 0.10, 50),
    )
    for i in range(15):
        house(
            s,
            f"quay{i}",
            s.w * (0.02 + i * 0.066),
            s.horizon + 3,
            s.w * 0.042 * float(chance.uniform(0.8, 1.2)),
            walls[int(chance.integers(5))],
            0.42,
        )
    _waves(s, s.horizon + 2, s.h, 0.7)
    over_air(s)
    glitter(s, s.horizon + 6, s.h)
    if s.air.dark > 0.4:
        for i in range(12):
            sheen(s, s.horizon + 6, 4, LAMP, s.w * (0.05 + 0.08 * i), 0.02)
    for i, (x, low, size) in enumerate(((0.17, 0.06, 0.13), (0.80, 0.09, 0.20), (0.62, 0.035, 0.09))):
        with s.p.lit_by(s.light):
            y = s.horizon + s.h * low
            s.p.fill(
                oval(s.w * x, y, s.h * size * 0.7, s.h * size * 0.08),
                mix(s.light.material(WATER), s.light.shadow, 0.6),
                0.6,
                3,
                emits=True,
            )
            draw_prop(
                s.p,
                Thing("boat", "boat", walls[(i + 2) % 5], (0.70, 0.13, 60)),
                s.w * x,
                y,
                s.h * size,
                1 if i % 2 else -1,
            )
    _planks(s, s.w * 0.46, s.horizon + s.h * 0.10, s.w * 0.08, s.w * 0.92)
    lamp_post(s, s.w * 0.735, s.horizon + s.h * 0.30, s.h * 0.52, 0.05, -1)


def lighthouse(s: Site) -> None:
    """A striped tower on a cliff above the sea, its lamp lit after dark."""
    sky(s)
    _waves(s, s.horizon + s.h * 0.04, s.h, _rough(s) * 1.2)
    over_air(s)
    glitter(s, s.horizon + s.h * 0.05, s.h)
    lx, top, unit = s.w * 0.24, s.h * 0.50, s.h * 0.37
    rock = s.light.material((0.40, 0.03, 270))
    edge = s.w * 0.44
    cliff = spline(
        [
            (-40, top + 10, 1),
            (s.w * 0.10, top - 6),
            (lx, top + 2),
            (edge - s.w * 0.05, top + 4, 1),
            (edge - s.w * 0.03, top + s.h * 0.10, 1),
            (edge, top + s.h * 0.16, 1),
            (edge - s.w * 0.01, top + s.h * 0.25, 1),
            (edge + s.w * 0.05, top + s.h * 0.34, 1),
            (edge + s.w * 0.08, s.h + 20, 1),
            (-40, s.h + 20, 1),
        ]
    )
    s.p.fill(cliff, rock, emits=True)
    chance = s.chance("facets")
    with s.p.clip(cliff):
        s.p.gradient(
            cliff,
            (0, top),
            (0, s.h),
            [(0, mix(rock, s.light.key, 0.2), 0.8), (1, mix(rock, s.light.shadow, 0.6), 0.9)],
            emits=True,
        )
        for _ in range(34):
            x, y = chance.uniform(-0.05, 0.5) * s.w, top + chance.uniform(0.02, 0.5) * s.h
            wide, tall = chance.uniform(0.02, 0.06) * s.w, chance.uniform(0.05, 0.18) * s.h
            tone = mix(rock, s.light.key if chance.uniform() < 0.4 else s.light.shadow, 0.35)
            s.p.fill(
                poly(
                    (x, y), (x + wide, y + tall * 0.15), (x + wide * 0.75, y + tall), (x - wide * 0.1, y + tall * 0.8)
                ),
                tone,
                0.5,
                1.2,
                emits=True,
            )
        s.p.fill(
            spline(
                [
                    (-40, top - 8),
                    (s.w * 0.2, top - 10),
                    (edge, top - 2),
                    (edge, top + 14 * s.u),
                    (s.w * 0.1, top + 20 * s.u),
                    (-40, top + 16 * s.u),
                ]
            ),
            s.light.material((0.48, 0.09, 140)),
            0.95,
            1,
            emits=True,
        )
    house(s, "keeper", s.w * 0.07, top + 4, s.w * 0.09, (0.86, 0.02, 88), 0.08)
    with s.p.lit_by(s.light):
        base = top + 6
        s.p.shape(
            poly(
                (lx - unit * 0.13, base),
                (lx + unit * 0.13, base),
                (lx + unit * 0.085, base - unit * 0.8),
                (lx - unit * 0.085, base - unit * 0.8),
            ),
            (0.92, 0.015, 88),
            unit * 0.06,
            dry=0.25,
        )
        for a, b in ((0.14, 0.34), (0.54, 0.72)):
            wa, wb = unit * (0.13 - 0.056 * a), unit * (0.13 - 0.056 * b)
            s.p.shape(
                poly(
                    (lx - wa, base - unit * a),
                    (lx + wa, base - unit * a),
                    (lx + wb, base - unit * b),
                    (lx - wb, base - unit * b),
                ),
                (0.54, 0.17, 27),
                unit * 0.06,
                dry=0.25,
                line=0.5,
            )
        s.p.shape(rect(lx - unit * 0.12, base - unit * 0.84, unit * 0.24, unit * 0.05, 2), (0.30, 0.03, 260), 2)
        s.p.shape(
            spline([(lx - unit * 0.09, base - unit, 1), (lx, base - unit * 1.12), (lx + unit * 0.09, base - unit, 1)]),
            (0.50, 0.16, 27),
            4,
        )
    lamp_y = base - unit * 0.92
    s.p.fill(
        rect(lx - unit * 0.07, lamp_y - unit * 0.08, unit * 0.14, unit * 0.16),
        LAMP if s.air.dark > 0.3 else (0.80, 0.04, 220),
        emits=True,
    )
    if s.air.dark > 0.3:
        with s.p.layer(5, 0.75):
            s.p.gradient(
                poly(
                    (lx, lamp_y - 5), (s.w + 60, lamp_y - s.h * 0.15), (s.w + 60, lamp_y + s.h * 0.12), (lx, lamp_y + 6)
                ),
                (lx, 0),
                (s.w, 0),
                [(0, (0.96, 0.08, 95), 0.8), (0.35, (0.88, 0.07, 95), 0.32), (1, (0.7, 0.05, 110), 0.03)],
                emits=True,
            )
        s.p.glow(lx, lamp_y, unit * 0.7, (0.97, 0.10, 92), 0.95)
    _strand(s)


def _strand(s: Site) -> None:
    """A strip of beach in front, where people can stand."""
    tone = s.light.material((0.58, 0.04, 75))
    sand = spline(
        [
            (-40, s.h * 0.97, 1),
            (s.w * 0.35, s.h * 0.86),
            (s.w * 0.7, s.h * 0.82),
            (s.w + 40, s.h * 0.78, 1),
            (s.w + 40, s.h + 20, 1),
            (-40, s.h + 20, 1),
        ]
    )
    s.p.fill(sand, tone, emits=True)
    s.p.gradient(
        sand,
        (0, s.h * 0.8),
        (0, s.h),
        [(0, mix(tone, s.air.horizon, 0.3), 0.7), (1, mix(tone, s.light.shadow, 0.5), 0.9)],
        emits=True,
    )
    s.p.texture(minus(sand, moved(sand, 0, 8 * s.u)), (0.93, 0.015, 210), 0.9, foam(), 2, 0.6)


DRAWINGS: dict[str, Callable[[Site], None]] = {
    "sea": sea,
    "beach": beach,
    "harbour": harbour,
    "lighthouse": lighthouse,
}
"""By the names in ``words``."""
