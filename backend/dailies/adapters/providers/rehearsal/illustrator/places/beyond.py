"""Places of tales: cave, castle, space, the moon, the sky."""

from __future__ import annotations

import math
from collections.abc import Callable

import skia

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.places.growth import (
    GRASS,
    LEAF,
    grass_of,
    leafy,
    pine,
    scattered,
    tufts,
)
from dailies.adapters.providers.rehearsal.illustrator.places.site import (
    LAMP,
    Site,
    ground,
    over_air,
    peaks,
    ridge,
    sky,
    star_field,
)
from dailies.adapters.providers.rehearsal.illustrator.places.vehicles import rocket
from dailies.adapters.providers.rehearsal.illustrator.places.wild import rock_at
from dailies.adapters.providers.rehearsal.illustrator.shapes import oval, poly, rect, spline


def cave(s: Site) -> None:
    """A cave: the mouth full of light, stone teeth, a pool."""
    rock = mix(s.light.material((0.36, 0.03, 270)), s.light.shadow, 0.3)
    whole = rect(0, 0, s.w, s.h)
    s.p.fill(whole, rock, emits=True)
    sky(s, s.h * 0.7)
    chance = s.chance("mouth")
    mx, my = s.w * float(chance.uniform(0.44, 0.62)), s.h * 0.44
    hole = spline(
        [
            (
                mx + math.cos(k * math.pi / 7) * s.w * 0.21 * float(chance.uniform(0.8, 1.15)),
                my
                + math.sin(k * math.pi / 7)
                * s.h
                * 0.27
                * float(chance.uniform(0.8, 1.15))
                * (1.15 if 3 < k < 11 else 1),
            )
            for k in range(14)
        ]
    )
    s.band(ridge(s, "out", s.h * 0.56, s.h * 0.08, 9, 0.4), grass_of(s, (0.45, 0.07, 150)), 0.6)
    over_air(s)
    outside = skia.Path(whole)
    outside.addPath(hole)
    outside.setFillType(skia.PathFillType.kEvenOdd)
    s.p.fill(outside, rock, emits=True)
    glow = mix(s.air.horizon, s.light.key, 0.4)
    with s.p.clip(outside):
        for _ in range(46):
            turn, reach = float(chance.uniform(0, 2 * math.pi)), float(chance.uniform(0.24, 0.72))
            x, y = mx + math.cos(turn) * s.w * reach, my + math.sin(turn) * s.h * reach * 1.1
            size = s.h * float(chance.uniform(0.05, 0.13))
            near = max(0.0, 1 - (reach - 0.2) / 0.4)
            tone = mix(mix(rock, s.light.shadow, 0.5), glow, 0.42 * near * float(chance.uniform(0.3, 1)))
            facing = math.atan2(my - y, mx - x)
            s.p.fill(
                poly(
                    *[
                        (x + math.cos(facing + a) * size * b, y + math.sin(facing + a) * size * b * 0.8)
                        for a, b in ((0, 1), (1.4, 0.8), (2.6, 1.1), (3.7, 0.9), (5.0, 0.8))
                    ]
                ),
                tone,
                0.7,
                1.5,
                emits=True,
            )
    s.p.radial(
        outside, (mx, my), s.w * 0.62, [(0, glow, 0.5), (0.45, rock, 0.05), (1, (0.10, 0.03, 275), 0.85)], emits=True
    )
    for i in range(9):
        x, tall, half = (
            s.w * (i + float(chance.uniform(0, 1))) / 9,
            s.h * float(chance.uniform(0.10, 0.30)),
            s.w * 0.022,
        )
        far = min(1.0, abs(x - mx) / (s.w * 0.4))
        tone = mix(mix(rock, glow, 0.12), (0.12, 0.03, 275), 0.3 + 0.5 * far)
        s.p.fill(
            spline(
                [
                    (x - half, -10, 1),
                    (x + half, -10, 1),
                    (x + half * 0.4, tall * 0.5),
                    (x, tall * (0.4 + 0.6 * far), 1),
                    (x - half * 0.4, tall * 0.5),
                ]
            ),
            tone,
            emits=True,
        )
    floor = spline(
        [
            (-20, s.h * 0.80, 1),
            (s.w * 0.3, s.h * 0.74),
            (mx, s.h * 0.70),
            (s.w * 0.8, s.h * 0.75),
            (s.w + 20, s.h * 0.80, 1),
            (s.w + 20, s.h + 20, 1),
            (-20, s.h + 20, 1),
        ]
    )
    s.p.fill(floor, rock, emits=True)
    s.p.radial(
        floor,
        (mx, s.h * 0.72),
        s.w * 0.5,
        [(0, glow, 0.75), (0.5, mix(rock, glow, 0.2), 0.4), (1, (0.10, 0.03, 275), 0.7)],
        emits=True,
        squash=0.35,
    )
    pool = oval(mx - s.w * 0.16, s.h * 0.86, s.w * 0.15, s.h * 0.035)
    s.p.gradient(pool, (0, s.h * 0.82), (0, s.h * 0.90), [(0, glow, 0.7), (1, (0.25, 0.06, 220), 0.9)], emits=True)
    for i in range(6):
        rock_at(
            s,
            f"c{i}",
            s.w * (0.04 + 0.19 * i),
            s.h * (0.84 + 0.04 * (i % 3)),
            (14 + 12 * (i % 2)) * s.u,
            (0.40, 0.02, 270),
        )
    with s.p.layer(6 * s.u, 0.8, (0, 0, s.w, s.h)):
        s.p.gradient(
            poly(
                (mx - s.w * 0.10, my - s.h * 0.18),
                (mx + s.w * 0.08, my - s.h * 0.20),
                (mx + s.w * 0.05, s.h * 0.9),
                (mx - s.w * 0.26, s.h * 0.9),
            ),
            (0, my),
            (0, s.h * 0.9),
            [(0, glow, 0.35), (1, glow, 0.0)],
            emits=True,
        )


def castle(s: Site) -> None:
    """A castle on a hill above woods, a winding way, banners."""
    sky(s)
    peaks(s, "far", s.horizon + s.h * 0.02, s.h * 0.24, 5, (0.50, 0.045, 265), 0.8)
    stone, tx, foot = s.far((0.66, 0.025, 80), 0.30), s.w * 0.56, s.horizon - s.h * 0.03
    s.band(
        [
            (-40, s.horizon + s.h * 0.05),
            (s.w * 0.24, s.horizon + s.h * 0.02),
            (s.w * 0.42, foot),
            (s.w * 0.72, foot - 4),
            (s.w * 0.9, s.horizon + s.h * 0.04),
            (s.w + 40, s.horizon + s.h * 0.06),
        ],
        grass_of(s, (0.46, 0.08, 145)),
        0.35,
        0.2,
    )
    over_air(s)
    unit = min(s.w * 0.56, s.h) * 0.50
    for x, wide, tall, peak in (
        (-0.34, 0.13, 0.42, 1),
        (-0.20, 0.40, 0.28, 0),
        (-0.06, 0.16, 0.74, 1),
        (0.14, 0.34, 0.34, 0),
        (0.10, 0.11, 0.56, 1),
        (0.42, 0.14, 0.46, 1),
    ):
        _tower(s, tx + unit * x, foot + unit * 0.02, unit * wide, unit * tall, stone, bool(peak))
    gate = spline(
        [
            (tx - unit * 0.02, foot + unit * 0.02, 1),
            (tx - unit * 0.02, foot - unit * 0.10),
            (tx + unit * 0.035, foot - unit * 0.15),
            (tx + unit * 0.09, foot - unit * 0.10),
            (tx + unit * 0.09, foot + unit * 0.02, 1),
        ]
    )
    s.p.fill(gate, mix(stone, (0.16, 0.04, 50), 0.8), emits=True)
    if s.air.dark > 0.4:
        s.p.glow(tx + unit * 0.035, foot - unit * 0.04, unit * 0.3, LAMP, 0.6)
    ground(s, s.horizon + s.h * 0.09, GRASS)
    way = spline(
        [
            (tx + unit * 0.0, foot + 6, 1),
            (tx + unit * 0.07, foot + 6, 1),
            (s.w * 0.66, s.horizon + s.h * 0.07),
            (s.w * 0.50, s.horizon + s.h * 0.16),
            (s.w * 0.80, s.h + 20, 1),
            (s.w * 0.34, s.h + 20, 1),
            (s.w * 0.40, s.horizon + s.h * 0.17),
            (s.w * 0.58, s.horizon + s.h * 0.08),
        ]
    )
    s.p.fill(way, s.snow() if s.white else s.light.material((0.72, 0.05, 76)), 0.9, 2, emits=True)
    chance = s.chance("wood")
    for i in range(34):
        x = s.w * (i + float(chance.uniform(0, 1))) / 34
        if abs(x - s.w * 0.5) > s.w * 0.10:
            edge = abs(x / s.w - 0.5) * 2
            pine(
                s,
                x,
                s.horizon + s.h * (0.08 + 0.06 * edge),
                s.h * (0.07 + 0.16 * edge**2),
                (0.36, 0.06, 158),
                0.4 - 0.25 * edge,
            )
    leafy(s, "oak", s.w * 0.08, s.horizon + s.h * 0.22, s.h * 0.56, LEAF, 0.08)
    tufts(s, s.horizon + s.h * 0.14, GRASS, 130)
    scattered(s, s.horizon + s.h * 0.16, 50, (0.36, 0.72))


def _tower(s: Site, x: float, foot: float, wide: float, tall: float, stone: Colour, peak: bool) -> None:
    side = 1 if s.light.towards[0] > 0 else -1
    body = rect(x, foot - tall, wide, tall + 8)
    s.p.gradient(
        body,
        (x + (wide if side > 0 else 0), 0),
        (x + (0 if side > 0 else wide), 0),
        [(0, mix(stone, s.light.key, 0.35), 1), (0.4, stone, 1), (1, mix(stone, s.light.shadow, 0.45), 1)],
        emits=True,
    )
    s.p.texture(body, mix(stone, s.light.shadow, 0.4), 0.25, None, 0, 0.4)
    teeth = max(3, int(wide / (tall * 0.06 + 1)))
    for i in range(teeth):
        if i % 2 == 0:
            s.p.fill(
                rect(
                    x - wide * 0.03 + wide * 1.06 * i / teeth,
                    foot - tall - wide / teeth * 0.9,
                    wide * 1.06 / teeth,
                    wide / teeth,
                ),
                stone,
                emits=True,
            )
    if peak:
        roof = s.far((0.42, 0.10, 262), 0.25) if not s.white else s.snow(0.25)
        top = foot - tall - wide * 1.4
        s.p.fill(
            poly((x - wide * 0.14, foot - tall), (x + wide / 2, top), (x + wide * 1.14, foot - tall)), roof, emits=True
        )
        s.p.fill(
            poly(
                (x + wide / 2, top),
                (x + wide * (1.14 if side < 0 else -0.14), foot - tall),
                (x + wide / 2, foot - tall),
            ),
            mix(roof, s.light.shadow, 0.4),
            0.8,
            emits=True,
        )
        s.p.line(
            [(x + wide / 2, top), (x + wide / 2, top - wide * 0.5)],
            2 * s.u,
            mix(stone, s.light.shadow, 0.6),
            1,
            False,
            True,
        )
        s.p.fill(
            poly(
                (x + wide / 2, top - wide * 0.5), (x + wide * 1.0, top - wide * 0.38), (x + wide / 2, top - wide * 0.26)
            ),
            s.light.material((0.56, 0.18, 28)),
            emits=True,
        )
    for k in range(2 if tall > wide * 2 else 1):
        wx, wy = x + wide * 0.5, foot - tall * (0.72 - 0.3 * k)
        s.p.fill(
            rect(wx - wide * 0.06, wy, wide * 0.12, tall * 0.10, wide * 0.05),
            LAMP if s.air.dark > 0.3 else mix(stone, (0.18, 0.04, 265), 0.75),
            emits=True,
        )


def space(s: Site) -> None:
    """Stars, nebulae and a ringed planet; on a moon or planet, its cratered ground."""
    whole = rect(0, 0, s.w, s.h)
    s.p.gradient(
        whole,
        (0, 0),
        (s.w, s.h),
        [(0, (0.15, 0.05, 280), 1), (0.6, (0.21, 0.08, 295), 1), (1, (0.13, 0.04, 255), 1)],
        emits=True,
    )
    chance = s.chance("nebula")
    for i in range(7):
        t = i / 6
        x, y = s.w * (0.02 + 0.9 * t), s.h * (0.62 - 0.44 * t + float(chance.uniform(-0.08, 0.08)))
        s.p.glow(
            x,
            y,
            s.h * float(chance.uniform(0.30, 0.5)),
            ((0.55, 0.16, 325), (0.52, 0.13, 265), (0.58, 0.12, 215))[i % 3],
            0.42,
        )
    s.p.paint_over("nebula", 700, 0.9, lambda x, y: -30.0, 0.05)
    star_field(s, "stars", (0, 0, s.w, s.h), 260)
    _planet(s, s.w * 0.77, s.h * 0.27, min(s.w, s.h) * 0.17)
    if s.has("moon", "mars", "planet", "crater", "asteroid", "lunar", "surface"):
        _regolith(s)
    else:
        r = min(s.w, s.h) * 0.9
        _limb(s, s.w * 0.30, s.h + r * 0.72, r)
    if s.has("rocket", "launch", "spaceship", "shuttle"):
        rocket(s, s.w * 0.24, s.horizon + s.h * 0.26, s.h * 0.42)


def _planet(s: Site, x: float, y: float, r: float) -> None:
    s.p.glow(x, y, r * 2.4, (0.75, 0.13, 60), 0.5)
    back, front = skia.Path(), skia.Path()
    box = skia.Rect.MakeLTRB(x - r * 1.9, y - r * 0.42, x + r * 1.9, y + r * 0.42)
    back.addArc(box, 180, 180)
    front.addArc(box, 0, 180)
    turn = skia.Matrix()
    turn.setRotate(-18, x, y)
    for path in (back, front):
        path.transform(turn)
    ring = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=r * 0.17)

    def hoop(path: skia.Path, tone: Colour, alpha: float) -> None:
        ring.setColor(s.p.colour(tone, alpha, True))
        s.p.canvas.drawPath(path, ring)

    hoop(back, (0.60, 0.07, 70), 0.8)
    ball = oval(x, y, r)
    s.p.radial(
        ball,
        (x - r * 0.4, y - r * 0.4),
        r * 1.7,
        [(0, (0.88, 0.10, 78), 1), (0.55, (0.62, 0.14, 48), 1), (1, (0.20, 0.07, 310), 1)],
        emits=True,
    )
    with s.p.clip(ball):
        for k in range(5):
            by = y - r * 0.7 + r * 0.34 * k
            s.p.line(
                [(x - r, by + r * 0.18), (x, by + r * 0.05), (x + r, by - r * 0.22)],
                r * 0.10,
                ((0.78, 0.09, 70), (0.50, 0.13, 38))[k % 2],
                0.4,
                emits=True,
            )
    hoop(front, (0.88, 0.07, 80), 0.9)


def _limb(s: Site, x: float, y: float, r: float) -> None:
    """The edge of a blue world below."""
    s.p.glow(x, y, r * 1.22, (0.70, 0.12, 230), 0.75)
    ball = oval(x, y, r)
    s.p.radial(
        ball,
        (x + r * 0.3, y - r * 0.55),
        r * 1.25,
        [(0, (0.72, 0.10, 228), 1), (0.45, (0.46, 0.12, 248), 1), (1, (0.14, 0.05, 268), 1)],
        emits=True,
    )
    chance = s.chance("limb")
    with s.p.clip(ball):
        for i in range(26):
            cx, cy = x + r * float(chance.uniform(-0.8, 0.9)), y - r * float(chance.uniform(0.35, 0.98))
            wide = r * float(chance.uniform(0.05, 0.20))
            s.p.fill(
                spline(
                    [
                        (cx - wide, cy + wide * 0.15),
                        (cx, cy - wide * 0.10),
                        (cx + wide, cy - wide * 0.05),
                        (cx, cy + wide * 0.12),
                    ]
                ),
                (0.96, 0.02, 220) if i % 3 else (0.50, 0.09, 150),
                0.55,
                3,
                emits=True,
            )


def _regolith(s: Site) -> None:
    """Grey or red ground in swells, with craters and boulders, lit from one side."""
    red = s.has("mars", "red")
    soil: Colour = (0.58, 0.13, 42) if red else (0.70, 0.012, 275)
    level, night = s.horizon + s.h * 0.06, (0.14, 0.04, 280)
    for i in range(4):
        top = ridge(
            s, f"moon{i}", level + s.h * (0.02 + 0.085 * i), s.h * (0.09 - 0.015 * i), 11, 0.7 if i == 0 else 0.3
        )
        path = spline([(-40, s.h + 40, 1), *top, (s.w + 40, s.h + 40, 1)])
        tone = lighter(soil, -0.04 * i)
        foot = level + s.h * (0.16 + 0.11 * i)
        s.p.gradient(
            path, (0, level), (0, foot), [(0, lighter(tone, 0.10), 1), (1, mix(tone, night, 0.30), 1)], emits=True
        )
        s.p.texture(path, lighter(tone, 0.12), 0.25, None, -4, 0.9 * s.u)
    chance = s.chance("craters")
    for k in range(15):
        t = ((k + 0.5) / 15) ** 1.3
        cx, cy, cr = float(chance.uniform(0, 1)) * s.w, level + (s.h - level) * (0.10 + 0.86 * t), (7 + 74 * t) * s.u
        s.p.fill(oval(cx, cy, cr * 1.10, cr * 0.34), lighter(soil, 0.06), 0.8, 2, emits=True)
        bowl = oval(cx, cy, cr, cr * 0.28)
        s.p.gradient(
            bowl,
            (cx - cr, cy),
            (cx + cr, cy),
            [(0, mix(soil, night, 0.80), 1), (0.6, mix(soil, night, 0.45), 1), (1, lighter(soil, 0.02), 1)],
            emits=True,
        )
        s.p.line(
            [(cx + cr * 0.5, cy + cr * 0.25), (cx + cr * 0.9, cy + cr * 0.10), (cx + cr, cy - cr * 0.04)],
            cr * 0.06,
            lighter(soil, 0.20),
            0.9,
            emits=True,
        )
    for k in range(7):
        rock_at(
            s,
            f"moon{k}",
            s.w * float(chance.uniform(0.02, 0.98)),
            level + (s.h - level) * float(chance.uniform(0.2, 1.0)),
            float(chance.uniform(6, 30)) * s.u,
            lighter(soil, 0.08),
        )


def heavens(s: Site) -> None:
    """High among heaped clouds, with a sea of cloud below."""
    sky(s, s.h * 0.9)
    over_air(s)
    side = 1 if s.light.towards[0] > 0 else -1
    for row in range(4):
        y = s.h * (0.60 + 0.125 * row)
        far = 1 - row / 4
        base = mix(s.air.cloud, s.air.horizon, 0.45 * far)
        under, lit = mix(base, s.air.sky[0], 0.34), mix(base, s.light.key, 0.5)
        for tone, lift, shrink in ((under, 0.0, 1.0), (base, 0.20, 0.90), (lit, 0.42, 0.55)):
            heap = s.chance("heap", row)
            path = skia.Path()
            for i in range(15):
                x = s.w * (i + float(heap.uniform(-0.5, 0.5))) / 14
                r = s.h * float(heap.uniform(0.05, 0.13)) * (0.7 + 0.22 * row)
                cy = y + float(heap.uniform(-0.03, 0.03)) * s.h
                path.addOval(
                    skia.Rect.MakeLTRB(
                        x + side * r * lift * 0.5 - r * 1.3 * shrink,
                        cy - r * lift - r * shrink,
                        x + side * r * lift * 0.5 + r * 1.3 * shrink,
                        cy - r * lift + r * shrink,
                    )
                )
            path.setFillType(skia.PathFillType.kWinding)
            s.p.fill(path, tone, 0.92 if tone is not lit else 0.6, (3 + 2 * row) * s.u, emits=True)
        foot = rect(-20, y + s.h * 0.03, s.w + 40, s.h)
        s.p.gradient(
            foot,
            (0, y),
            (0, y + s.h * 0.13),
            [(0, under, 0.0), (0.4, under, 0.7), (1, mix(under, base, 0.5), 0.9)],
            emits=True,
        )
    if s.has("balloon", "plane", "bird"):
        return
    for i, (bx, by) in enumerate(((0.62, 0.24), (0.66, 0.22), (0.70, 0.26))):
        size = s.h * (0.022 - 0.004 * i)
        s.p.line(
            [(s.w * bx - size, s.h * by - size * 0.4), (s.w * bx, s.h * by), (s.w * bx + size, s.h * by - size * 0.5)],
            2.4 * s.u,
            mix(s.air.sky[0], s.light.shadow, 0.6),
            0.8,
            emits=True,
        )


DRAWINGS: dict[str, Callable[[Site], None]] = {
    "cave": cave,
    "castle": castle,
    "space": space,
    "sky": heavens,
}
"""By the names in ``words``."""
