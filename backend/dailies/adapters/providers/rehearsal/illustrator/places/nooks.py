"""Attic, cellar and greenhouse."""

from __future__ import annotations

from collections.abc import Callable

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, mix
from dailies.adapters.providers.rehearsal.illustrator.places.growth import FLOWERS, bush, near_leaves, palm
from dailies.adapters.providers.rehearsal.illustrator.places.interior import (
    Scheme,
    block,
    floor_line,
    on,
    room,
    shelf,
    stand,
)
from dailies.adapters.providers.rehearsal.illustrator.places.site import LAMP, Site
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point, oval, poly, rect, spline, tube


def attic(s: Site) -> None:
    """Under the roof: sloping boards, a round window with a beam of dust, trunks and boxes."""
    floor = floor_line(s)
    light = s.air.room
    wood: Colour = (0.50, 0.07, 56)
    room(s, Scheme(wood, None, (0.48, 0.07, 52), (), None, ()))
    with s.p.lit_by(light):
        for side in (-1, 1):
            edge = s.w * (0.5 + side * 0.52)
            slope = poly(
                (edge, -10),
                (s.w * (0.5 + side * 0.10), -10),
                (s.w * (0.5 + side * 0.42), floor),
                (edge, floor + s.h * 0.10),
            )
            s.p.fill(slope, light.shade(wood) if side * light.towards[0] > 0 else wood)
            with s.p.clip(slope):
                for k in range(9):
                    x = s.w * (0.5 + side * (0.13 + 0.06 * k))
                    s.p.line(
                        [(x, -10), (x + side * s.w * 0.32, floor + 40)],
                        2 * s.u,
                        light.shade(light.shade(wood)),
                        0.7,
                        False,
                    )
            s.p.shape(
                tube((s.w * (0.5 + side * 0.09), -20, 13 * s.u), (s.w * (0.5 + side * 0.425), floor + 6, 15 * s.u)),
                (0.38, 0.07, 48),
                6,
                dry=0.4,
            )
        s.p.shape(rect(s.w * 0.18, s.h * 0.17, s.w * 0.64, s.h * 0.035), (0.38, 0.07, 48), 5, dry=0.5)
    cx, cy, r = s.w * 0.5, s.h * 0.34, s.h * 0.105
    with s.p.lit_by(light):
        s.p.shape(oval(cx, cy, r * 1.18), (0.62, 0.06, 60), 4)
    hole = oval(cx, cy, r)
    with s.p.clip(hole):
        last = len(s.air.sky) - 1
        s.p.gradient(hole, (0, cy - r), (0, cy + r), [(i / last, c, 1) for i, c in enumerate(s.air.sky)], emits=True)
    s.p.line([(cx - r, cy), (cx + r, cy)], 6 * s.u, (0.50, 0.06, 55), 1, False)
    s.p.line([(cx, cy - r), (cx, cy + r)], 6 * s.u, (0.50, 0.06, 55), 1, False)
    lean = -light.towards[0] * s.w * 0.15
    s.p.glow(cx, cy, r * 3, s.air.horizon, 0.5)
    shaft = poly(
        (cx - r * 0.7, cy), (cx + r * 0.7, cy), (cx + lean + r * 1.9, s.h * 0.90), (cx + lean - r * 1.1, s.h * 0.90)
    )
    with s.p.layer(6 * s.u, 1.0, (0, 0, s.w, s.h)):
        s.p.gradient(shaft, (0, cy), (0, s.h * 0.9), [(0, light.key, 0.42), (1, light.key, 0.10)], emits=True)
    s.p.glow(cx + lean + r * 0.4, s.h * 0.87, r * 2.0, light.key, 0.5, 0.28)
    chance = s.chance("dust")
    for _ in range(60):
        t = float(chance.uniform(0, 1))
        s.p.fill(
            oval(
                cx + lean * t + r * float(chance.uniform(-0.9, 1.2)),
                cy + (s.h * 0.88 - cy) * t,
                float(chance.uniform(0.8, 2)) * s.u,
            ),
            (0.97, 0.04, 88),
            0.6,
            emits=True,
        )
    stand(s, "suitcase", 0.24, 0.15, (0.46, 0.10, 40), 0.03)
    stand(s, "box", 0.36, 0.12, (0.66, 0.08, 66), 0.01)
    stand(s, "box", 0.75, 0.16, (0.62, 0.08, 62), 0.02)
    on(s, "lamp", 0.745, 0.625, 0.13, (0.50, 0.10, 30))
    stand(s, "chair", 0.64, 0.20, (0.46, 0.08, 48), 0.02, -1)


def cellar(s: Site) -> None:
    """A vaulted cellar of stone, barrels and bottles, one bare bulb."""
    stone: Colour = (0.52, 0.03, 60)
    room(s, Scheme(stone, None, (0.42, 0.03, 60), (), None, (), planks=False))
    light = s.air.room
    chance = s.chance("stones")
    with s.p.lit_by(light):
        for row in range(13):
            y = s.h * (0.07 + 0.053 * row)
            for i in range(17):
                x = s.w * (i + 0.5 * (row % 2) - 0.5) / 16
                tone = mix(
                    stone, light.key if chance.uniform() < 0.5 else light.shadow, float(chance.uniform(0.02, 0.22))
                )
                s.p.fill(rect(x + 2, y + 2, s.w / 16 - 4, s.h * 0.053 - 4, 6), tone, 0.75)
        for x, wide in ((0.06, 0.26), (0.37, 0.26), (0.68, 0.26)):
            a, b = s.w * x, s.w * (x + wide)
            arch = spline(
                [(a, s.h * 0.74, 1), (a, s.h * 0.36), ((a + b) / 2, s.h * 0.20), (b, s.h * 0.36), (b, s.h * 0.74, 1)]
            )
            s.p.fill(arch, light.shade(light.shade(stone)))
            s.p.radial(arch, ((a + b) / 2, s.h * 0.6), s.h * 0.4, [(0, stone, 0.5), (1, (0.14, 0.03, 40), 0.7)])
            s.p.line(
                [(a, s.h * 0.74), (a, s.h * 0.38), ((a + b) / 2, s.h * 0.21), (b, s.h * 0.38), (b, s.h * 0.74)],
                13 * s.u,
                light.lit(stone),
                0.7,
                False,
            )
    for x in (0.13, 0.25, 0.75, 0.87):
        stand(s, "barrel", x, 0.19, (0.46, 0.09, 50), 0.0)
    for i in range(4):
        shelf(s, s.w * 0.40, s.h * (0.40 + 0.095 * i), s.w * 0.20, ("bottle",), f"wine{i}", 34)
    s.p.line([(s.w * 0.5, 0), (s.w * 0.5, s.h * 0.15)], 2.5 * s.u, (0.2, 0.02, 60), 1, False)
    s.p.fill(oval(s.w * 0.5, s.h * 0.165, 9 * s.u, 12 * s.u), (0.98, 0.08, 85), emits=True)
    s.p.glow(s.w * 0.5, s.h * 0.165, s.h * 0.45, LAMP, 0.75)
    s.p.glow(s.w * 0.5, s.h * 0.86, s.w * 0.28, LAMP, 0.4, 0.3)
    dark: Colour = (0.08, 0.02, 40)
    s.p.radial(
        rect(-10, -10, s.w + 20, s.h + 20),
        (s.w * 0.5, s.h * 0.42),
        s.w * 0.62,
        [(0, dark, 0), (0.5, dark, 0.10), (1, dark, 0.62)],
        emits=True,
    )


def greenhouse(s: Site) -> None:
    """Glass on white ribs, benches of pots, vines, a path of bricks."""
    light, floor = s.light, floor_line(s)
    last = len(s.air.sky) - 1
    s.p.gradient(
        rect(0, 0, s.w, floor),
        (0, 0),
        (0, floor),
        [(i / last, mix(c, (0.80, 0.06, 150), 0.18), 1) for i, c in enumerate(s.air.sky)],
        emits=True,
    )
    for i, distance in enumerate((0.8, 0.55)):
        s.band(
            [(s.w * k / 9, floor - s.h * (0.10 + 0.08 * float(s.chance("trees", i, k).random()))) for k in range(10)],
            (0.46, 0.09, 145),
            distance,
        )
    s.p.paint_over("glass", 420, 0.8, lambda x, y: 66.0)
    brick = light.material((0.58, 0.08, 45))
    s.p.gradient(
        rect(-10, floor, s.w + 20, s.h),
        (0, floor),
        (0, s.h),
        [(0, mix(brick, light.key, 0.3), 1), (1, mix(brick, light.shadow, 0.5), 1)],
        emits=True,
    )
    vx, vy = s.w * 0.5, s.h * 0.50
    for row in range(9):
        y = floor + (s.h - floor) * (row / 9) ** 1.4
        s.p.line([(0, y), (s.w, y)], (1 + 0.3 * row) * s.u, mix(brick, light.shadow, 0.6), 0.5, False, True)
    for k in range(-8, 9):
        s.p.line(
            [(vx + k * s.w * 0.07, floor), (vx + k * s.w * 0.17, s.h)],
            1.6 * s.u,
            mix(brick, light.shadow, 0.6),
            0.45,
            False,
            True,
        )
    white = light.material((0.94, 0.012, 150))
    shade = mix(white, light.shadow, 0.35)
    for size in (0.34, 0.5, 0.74, 1.08):
        half, rise = s.w * 0.55 * size, s.h * 0.52 * size
        rib: list[Point] = [
            (vx - half, vy + s.h * 0.46 * size),
            (vx - half, vy - rise * 0.45),
            (vx - half * 0.62, vy - rise * 0.86),
            (vx, vy - rise),
            (vx + half * 0.62, vy - rise * 0.86),
            (vx + half, vy - rise * 0.45),
            (vx + half, vy + s.h * 0.46 * size),
        ]
        s.p.line(rib, (5 + 9 * size) * s.u, white if size > 0.5 else shade, 1, False, True)
    for turn in (-1.0, -0.62, 0.0, 0.62, 1.0):
        up = 0.45 if abs(turn) == 1 else 0.86 if turn else 1.0
        s.p.line(
            [
                (vx + turn * s.w * 0.55 * 0.34, vy - s.h * 0.52 * up * 0.34),
                (vx + turn * s.w * 0.55 * 1.1, vy - s.h * 0.52 * up * 1.1),
            ],
            5 * s.u,
            shade,
            0.9,
            False,
            True,
        )
    for k in range(12):
        x = s.w * (0.02 + 0.087 * k)
        edge = abs(x / s.w - 0.5) * 2
        if edge > 0.16:
            green: Colour = ((0.44, 0.11, 145), (0.50, 0.12, 135), (0.40, 0.09, 155))[k % 3]
            bush(
                s,
                f"bed{k}",
                x,
                floor + s.h * (0.01 + 0.05 * edge),
                s.h * (0.12 + 0.17 * edge),
                green,
                0.35 - 0.2 * edge,
            )
    for side in (-1, 1):
        palm(s, f"palm{side}", s.w * (0.5 + side * 0.33), floor + s.h * 0.05, s.h * 0.46, 0.2)
    for k, (x, y) in enumerate(((0.22, 0.20), (0.36, 0.27), (0.64, 0.27), (0.78, 0.20))):
        bx, by, size = s.w * x, s.h * y, s.h * (0.15 if k in (0, 3) else 0.10)
        s.p.line([(bx, by - size * 1.6), (bx, by - size * 0.2)], 2 * s.u, shade, 0.9, False, True)
        bush(s, f"basket{k}", bx, by + size * 0.16, size, (0.50, 0.12, 138), 0.12)
        for f in range(7):
            lot = s.chance("basket", k, f)
            fx, fy = bx + float(lot.uniform(-0.42, 0.42)) * size, by + float(lot.uniform(-0.22, 0.20)) * size
            s.p.fill(oval(fx, fy, size * 0.05), light.material(FLOWERS[(k + f) % 5]), emits=True)
    s.p.glow(s.w * 0.5, s.h * 0.36, s.h * 0.55, light.key, 0.35)
    for side in (-1, 1):
        for row, z in enumerate((0.42, 0.60, 0.86)):
            x, y, size = vx + side * s.w * 0.46 * z, vy + s.h * 0.36 * z, s.h * 0.36 * z
            block(s, (x - s.w * 0.10 * z) / s.w, y / s.h, 0.20 * z, 0.022, (0.62, 0.06, 65), 3)
            for leg in (-0.08, 0.08):
                block(s, (x + s.w * leg * z) / s.w, y / s.h + 0.02, 0.008, 0.15 * z, (0.50, 0.06, 60), 2)
            for k in range(3):
                px = x + (k - 1) * s.w * 0.06 * z
                bush(
                    s,
                    f"pot{side}{row}{k}",
                    px,
                    y - size * 0.10,
                    size * 0.36,
                    ((0.50, 0.12, 140), (0.46, 0.11, 150), (0.58, 0.12, 128))[k],
                    0.1,
                )
                with s.p.lit_by(light):
                    s.p.shape(
                        poly(
                            (px - size * 0.10, y - size * 0.15),
                            (px + size * 0.10, y - size * 0.15),
                            (px + size * 0.075, y),
                            (px - size * 0.075, y),
                        ),
                        (0.60, 0.12, 42),
                        4,
                    )
                if k != 1:
                    for f in range(4):
                        tone = FLOWERS[(row + k + f) % 5]
                        s.p.fill(
                            oval(px + (f - 1.5) * size * 0.075, y - size * (0.30 + 0.03 * (f % 2)), size * 0.030),
                            light.material(tone),
                            emits=True,
                        )
    near_leaves(s, "greenhouse", True)


DRAWINGS: dict[str, Callable[[Site], None]] = {
    "attic": attic,
    "cellar": cellar,
    "greenhouse": greenhouse,
}
"""By the names in ``words``."""
