"""Rooms of trades and travel: laboratory, supermarket, hairdresser, warehouse, airport and pool."""

from __future__ import annotations

from collections.abc import Callable

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.places.interior import (
    Scheme,
    block,
    counter,
    floor_line,
    near_thing,
    on,
    panel_light,
    room,
    shelf,
)
from dailies.adapters.providers.rehearsal.illustrator.places.site import LAMP, Site
from dailies.adapters.providers.rehearsal.illustrator.shapes import oval, poly, rect, spline


def laboratory(s: Site) -> None:
    """White benches with glass, a fume hood, screens, shelves of bottles."""
    room(
        s,
        Scheme(
            (0.84, 0.02, 215), (0.74, 0.04, 210), (0.70, 0.02, 225), ((0.05, 0.12, 0.26, 0.30),), None, (), planks=False
        ),
    )
    for x in (0.12, 0.42, 0.72):
        panel_light(s, x, 0.025, 0.16, 0.018, (0.96, 0.02, 215), 0.35)
    for i in range(3):
        shelf(s, s.w * 0.37, s.h * (0.24 + 0.115 * i), s.w * 0.30, ("bottle", "jar", "bottle"), f"lab{i}", 40)
    block(s, 0.73, 0.13, 0.24, 0.34, (0.90, 0.012, 225), 8)
    inner = rect(s.w * 0.745, s.h * 0.18, s.w * 0.21, s.h * 0.26, 4)
    s.p.gradient(
        inner, (0, s.h * 0.18), (0, s.h * 0.44), [(0, (0.80, 0.07, 200), 1), (1, (0.58, 0.08, 205), 1)], emits=True
    )
    s.p.glow(s.w * 0.85, s.h * 0.30, s.w * 0.13, (0.78, 0.09, 195), 0.45)
    counter(s, -0.02, 0.36, (0.88, 0.015, 220), 0.60)
    counter(s, 0.64, 1.02, (0.88, 0.015, 220), 0.60)
    for x, tone, tall in (
        (0.04, (0.62, 0.16, 155), 0.10),
        (0.10, (0.66, 0.15, 55), 0.075),
        (0.16, (0.58, 0.16, 300), 0.12),
        (0.76, (0.64, 0.14, 200), 0.085),
        (0.81, (0.66, 0.17, 20), 0.11),
        (0.93, (0.76, 0.15, 90), 0.09),
    ):
        _flask(s, x, 0.585, tall, tone)
    on(s, "microscope", 0.27, 0.587, 0.13, (0.40, 0.03, 250))
    block(s, 0.66, 0.46, 0.075, 0.10, (0.30, 0.02, 250), 4)
    panel_light(s, 0.667, 0.472, 0.061, 0.072, (0.70, 0.11, 205), 0.3)
    block(s, 0.455, 0.66, 0.07, 0.022, (0.42, 0.05, 235), 3, 0.2, 8)
    block(s, 0.486, 0.68, 0.008, 0.13, (0.66, 0.01, 240), 2)
    block(s, 0.462, 0.805, 0.056, 0.012, (0.60, 0.01, 240), 2, 0.1, 5)


def _flask(s: Site, x: float, y: float, tall: float, tone: Colour) -> None:
    cx, foot, t = s.w * x, s.h * y, s.h * tall
    shape = spline(
        [
            (cx - t * 0.10, foot - t, 1),
            (cx + t * 0.10, foot - t, 1),
            (cx + t * 0.10, foot - t * 0.6),
            (cx + t * 0.36, foot - t * 0.05),
            (cx + t * 0.30, foot, 1),
            (cx - t * 0.30, foot, 1),
            (cx - t * 0.36, foot - t * 0.05),
            (cx - t * 0.10, foot - t * 0.6),
        ]
    )
    s.p.fill(shape, (0.93, 0.02, 215), 0.55)
    with s.p.clip(shape):
        s.p.fill(rect(cx - t, foot - t * 0.42, t * 2, t), tone, 0.9)
        s.p.fill(oval(cx, foot - t * 0.42, t * 0.26, t * 0.03), lighter(tone, 0.14))
        s.p.line(
            [(cx - t * 0.05, foot - t * 0.9), (cx - t * 0.06, foot - t * 0.5), (cx - t * 0.2, foot - t * 0.1)],
            t * 0.05,
            (0.98, 0.01, 220),
            0.7,
        )
    s.p.glow(cx, foot - t * 0.25, t * 0.7, tone, 0.22)


def supermarket(s: Site) -> None:
    """An aisle between full shelves, running to a cold cabinet, under strip lights."""
    vx, vy = s.w * 0.5, s.h * 0.42
    light = s.air.room
    tile: Colour = (0.82, 0.015, 95)
    with s.p.lit_by(light):
        s.p.gradient(
            rect(-10, -10, s.w + 20, s.h + 20),
            (0, 0),
            (0, s.h),
            [(0, (0.84, 0.015, 220), 1), (0.45, (0.92, 0.015, 200), 1), (1, tile, 1)],
        )
        floor = poly(
            (vx - s.w * 0.07, vy + s.h * 0.09),
            (vx + s.w * 0.07, vy + s.h * 0.09),
            (s.w * 1.05, s.h + 10),
            (-s.w * 0.05, s.h + 10),
        )
        s.p.gradient(floor, (0, vy), (0, s.h), [(0, light.lit(tile), 1), (0.5, tile, 1), (1, light.shade(tile), 1)])
        for i in range(8):
            y = vy + s.h * 0.09 + (s.h * 0.5) * (i / 8) ** 1.8
            s.p.line([(0, y), (s.w, y)], (0.8 + i * 0.3) * s.u, light.shade(tile), 0.35, False)
        block(s, 0.43, 0.30, 0.14, 0.21, (0.66, 0.03, 225), 4)
    panel_light(s, 0.437, 0.315, 0.126, 0.16, (0.88, 0.06, 215), 0.6)
    goods: tuple[Colour, ...] = (
        (0.60, 0.17, 28),
        (0.78, 0.14, 85),
        (0.54, 0.12, 150),
        (0.52, 0.12, 250),
        (0.92, 0.02, 85),
        (0.66, 0.15, 52),
        (0.56, 0.13, 320),
    )
    for side in (-1, 1):
        _gondola(s, side, vx, vy, goods)
    for k in range(5):
        a, b = 0.10 + 0.9 * (k / 5) ** 1.6, 0.10 + 0.9 * ((k + 0.45) / 5) ** 1.6
        strip = poly(*[(vx + sx * s.w * 0.10 * z, vy - s.h * 0.44 * z) for sx, z in ((-1, a), (1, a), (1, b), (-1, b))])
        s.p.fill(strip, (0.97, 0.02, 200), 0.95, emits=True)
        s.p.glow(vx, vy - s.h * 0.44 * b, s.w * 0.16 * b, (0.95, 0.02, 200), 0.35)
    sign = rect(vx - s.w * 0.07, vy - s.h * 0.19, s.w * 0.14, s.h * 0.05, 4)
    s.p.fill(sign, (0.54, 0.13, 150))
    s.p.fill(rect(vx - s.w * 0.05, vy - s.h * 0.172, s.w * 0.10, s.h * 0.014, 2), (0.95, 0.02, 90))


def _gondola(s: Site, side: int, vx: float, vy: float, goods: tuple[Colour, ...]) -> None:
    """One wall of shelves in perspective, full of packets."""

    def at(z: float, y: float) -> tuple[float, float]:
        """``z``: 0 at the vanishing point, 1 at the frame's edge; ``y``: -1 top to 1 foot."""
        return vx + side * s.w * 0.56 * z, vy + s.h * 0.62 * y * z

    light = s.air.room
    with s.p.lit_by(light):
        s.p.fill(poly(at(0.125, -0.62), at(1.1, -0.62), at(1.1, 0.95), at(0.125, 0.95)), light.shade((0.55, 0.03, 230)))
        chance = s.chance("goods", side)
        for row in range(5):
            y0, y1 = -0.58 + row * 0.30, -0.58 + row * 0.30 + 0.245
            z = 0.13
            while z < 1.06:
                tone = goods[int(chance.integers(len(goods)))]
                run = int(chance.integers(2, 5))
                tall = float(chance.uniform(0.55, 0.95))
                for _ in range(run):
                    step = z * float(chance.uniform(0.050, 0.065))
                    top = y1 - (y1 - y0) * tall
                    box = poly(at(z, top), at(z + step * 0.9, top), at(z + step * 0.9, y1), at(z, y1))
                    s.p.fill(box, mix(tone, light.shadow, 0.18 + 0.15 * (row / 4)))
                    if z > 0.30:
                        label = poly(
                            at(z + step * 0.15, top + (y1 - top) * 0.35),
                            at(z + step * 0.75, top + (y1 - top) * 0.35),
                            at(z + step * 0.75, top + (y1 - top) * 0.65),
                            at(z + step * 0.15, top + (y1 - top) * 0.65),
                        )
                        s.p.fill(label, (0.95, 0.02, 88), 0.85)
                    z += step
            s.p.fill(poly(at(0.125, y1), at(1.1, y1), at(1.1, y1 + 0.035), at(0.125, y1 + 0.035)), (0.88, 0.01, 230))
            s.p.fill(
                poly(at(0.125, y1 + 0.035), at(1.1, y1 + 0.035), at(1.1, y1 + 0.075), at(0.125, y1 + 0.075)),
                light.shade(light.shadow),
                0.35,
            )


def hairdresser(s: Site) -> None:
    """Lit mirrors, swivel chairs, bottles, black and white tiles."""
    room(
        s,
        Scheme(
            (0.80, 0.06, 20), (0.88, 0.02, 60), (0.78, 0.02, 80), ((0.03, 0.12, 0.15, 0.44),), None, (), planks=False
        ),
    )
    for x in (0.32, 0.57, 0.82):
        block(s, x - 0.075, 0.15, 0.15, 0.37, (0.40, 0.05, 45), 4)
        mirror = rect(s.w * (x - 0.067), s.h * 0.163, s.w * 0.134, s.h * 0.345, 6)
        s.p.gradient(
            mirror,
            (s.w * (x - 0.06), s.h * 0.16),
            (s.w * (x + 0.06), s.h * 0.5),
            [(0, (0.90, 0.03, 215), 1), (0.5, (0.74, 0.05, 60), 1), (1, (0.66, 0.05, 30), 1)],
        )
        s.p.fill(
            poly(
                (s.w * (x - 0.03), s.h * 0.165),
                (s.w * (x + 0.005), s.h * 0.165),
                (s.w * (x - 0.035), s.h * 0.505),
                (s.w * (x - 0.06), s.h * 0.505),
            ),
            (0.98, 0.01, 220),
            0.35,
        )
        for k in range(5):
            for side in (-0.083, 0.083):
                s.p.fill(oval(s.w * (x + side), s.h * (0.18 + 0.075 * k), 5 * s.u), LAMP, emits=True)
        s.p.glow(s.w * x, s.h * 0.32, s.w * 0.15, LAMP, 0.4)
        block(s, x - 0.10, 0.535, 0.20, 0.022, (0.92, 0.015, 85), 3)
        shelf(s, s.w * (x - 0.08), s.h * 0.528, s.w * 0.12, ("bottle", "jar"), f"wash{x}", 34)
        base = floor_line(s) + s.h * 0.085
        with s.p.lit_by(s.air.room):
            s.p.contact(s.w * x, base, s.w * 0.05, 0.4)
            s.p.shape(rect(s.w * x - 7 * s.u, base - s.h * 0.11, 14 * s.u, s.h * 0.10), (0.80, 0.01, 240), 3)
            s.p.shape(oval(s.w * x, base, s.w * 0.036, s.h * 0.014), (0.72, 0.01, 240), 3)
            s.p.shape(rect(s.w * (x - 0.038), base - s.h * 0.30, s.w * 0.076, s.h * 0.19, 14), (0.34, 0.10, 20), 10)
            s.p.shape(rect(s.w * (x - 0.045), base - s.h * 0.14, s.w * 0.09, s.h * 0.055, 10), (0.38, 0.11, 20), 6)
    near_thing(s)


def warehouse(s: Site) -> None:
    """High racks of crates either side of a wide aisle, a rolling door full of daylight."""
    room(s, Scheme((0.56, 0.025, 240), None, (0.56, 0.02, 80), (), None, (0.36, 0.64), planks=False))
    panel_light(
        s, 0.40, 0.30, 0.20, 0.44, s.air.sky[-1] if s.air.dark < 0.6 else (0.30, 0.05, 262), 0.5 * (1 - s.air.dark)
    )
    for k in range(4):
        block(s, 0.395, 0.285 + 0.03 * k, 0.21, 0.026, (0.62, 0.02, 235), 2)
    chance = s.chance("crates")
    tones: tuple[Colour, ...] = (
        (0.66, 0.08, 66),
        (0.60, 0.09, 58),
        (0.72, 0.07, 75),
        (0.50, 0.10, 250),
        (0.58, 0.13, 40),
    )
    for side in (-1, 1):
        for step, (edge, wide, top) in enumerate(((0.30, 0.10, 0.20), (0.185, 0.125, 0.13), (0.04, 0.16, 0.05))):
            left = edge if side < 0 else 1 - edge - wide
            foot = 0.75 + 0.055 * step
            for level in range(3):
                y = foot - (foot - top) * (level + 1) / 3 + 0.02
                tall = (foot - top) / 3 - 0.03
                for k in range(2):
                    high = tall * float(chance.uniform(0.6, 0.98))
                    block(
                        s,
                        left + 0.008 + wide * 0.49 * k,
                        y + tall - high,
                        wide * 0.45,
                        high,
                        tones[int(chance.integers(5))],
                        7,
                        0.4,
                    )
                block(s, left - 0.004, y + tall, wide + 0.008, 0.018, (0.62, 0.17, 45), 2)
            for x in (left - 0.006, left + wide - 0.002):
                block(s, x, top - 0.02, 0.010, foot - top + 0.03, (0.40, 0.10, 255), 2)
    for side in (-1, 1):
        a = s.w * (0.5 + side * 0.11)
        s.p.line([(a, floor_line(s)), (s.w * (0.5 + side * 0.26), s.h)], 7 * s.u, (0.80, 0.15, 88), 0.9, False)
    near_thing(s)


def airport(s: Site) -> None:
    """A departure hall: a glass wall on the apron with an aeroplane, seats in rows, a board of flights."""
    room(s, Scheme((0.80, 0.015, 225), None, (0.72, 0.015, 225), ((0.03, 0.10, 0.94, 0.50),), None, (), planks=False))
    pane = rect(s.w * 0.03, s.h * 0.10, s.w * 0.94, s.h * 0.50)
    with s.p.clip(pane):
        tar = s.far((0.56, 0.015, 250), 0.35)
        s.p.fill(rect(0, s.h * 0.47, s.w, s.h * 0.15), tar, emits=True)
        s.p.line([(0, s.h * 0.53), (s.w, s.h * 0.50)], 4 * s.u, s.far((0.84, 0.14, 88), 0.2), 0.8, False, True)
        airliner(s, s.w * 0.46, s.h * 0.47, s.w * 0.52)
    with s.p.lit_by(s.air.room):
        for x in (0.03, 0.215, 0.40, 0.59, 0.78, 0.965):
            s.p.shape(rect(s.w * x - 6 * s.u, s.h * 0.09, 12 * s.u, s.h * 0.53), (0.60, 0.015, 235), 3)
    block(s, 0.60, 0.115, 0.28, 0.15, (0.20, 0.02, 262), 3)
    chance = s.chance("flights")
    for row in range(5):
        for x, wide in ((0.615, 0.035), (0.66, 0.09), (0.77, 0.03), (0.82, 0.045)):
            tone = LAMP if x != 0.82 else ((0.74, 0.16, 150) if chance.uniform() < 0.7 else (0.66, 0.19, 28))
            s.p.fill(
                rect(s.w * x, s.h * (0.133 + 0.025 * row), s.w * wide * float(chance.uniform(0.6, 1)), 5 * s.u),
                tone,
                0.9,
                emits=True,
            )
    for row, (y, k) in enumerate(((0.70, 1.0), (0.80, 1.3))):
        for i in range(7):
            x = (-0.02 if row else 0.03) + i * 0.078 * k * (1.9 if i > 2 else 1) * (0.72 if i > 2 else 1)
            block(s, x, y, 0.062 * k, 0.075 * k, (0.36, 0.06, 255), 6, 0.2, 8)
            block(s, x, y + 0.07 * k, 0.064 * k, 0.020 * k, (0.42, 0.06, 255), 3, 0.2, 5)
        block(s, -0.02, y + 0.095 * k, 0.90, 0.008 * k, (0.70, 0.01, 240), 2)


def airliner(s: Site, x: float, foot: float, long: float) -> None:
    """A passenger aeroplane on its wheels, seen from the side."""
    white, blue = s.far((0.95, 0.008, 230), 0.12), s.far((0.44, 0.13, 255), 0.12)
    r = long * 0.055
    y = foot - r * 1.5
    body = spline(
        [
            (x - long * 0.48, y - r * 0.7, 1),
            (x - long * 0.2, y - r),
            (x + long * 0.36, y - r),
            (x + long * 0.47, y - r * 0.35),
            (x + long * 0.5, y + r * 0.15),
            (x + long * 0.42, y + r * 0.8),
            (x - long * 0.2, y + r),
            (x - long * 0.38, y + r * 0.2),
        ]
    )
    s.p.fill(oval(x, foot, long * 0.42, r * 0.25), s.light.shadow, 0.45, 4, emits=True)
    s.p.fill(
        poly(
            (x - long * 0.47, y - r * 0.6),
            (x - long * 0.50, y - r * 3.4),
            (x - long * 0.44, y - r * 3.4),
            (x - long * 0.34, y - r * 0.9),
        ),
        blue,
        emits=True,
    )
    s.p.fill(body, white, emits=True)
    with s.p.clip(body):
        s.p.gradient(
            body,
            (0, y - r),
            (0, y + r),
            [(0, white, 0), (0.55, white, 0), (1, mix(white, s.light.shadow, 0.65), 1)],
            emits=True,
        )
        s.p.fill(rect(x - long, y + r * 0.12, long * 2, r * 0.22), blue, emits=True)
    for i in range(24):
        s.p.fill(
            rect(x - long * 0.30 + i * long * 0.0275, y - r * 0.38, long * 0.011, r * 0.30, 2),
            LAMP if s.air.dark > 0.3 else mix(white, s.light.shadow, 0.7),
            emits=True,
        )
    s.p.fill(
        poly((x + long * 0.435, y - r * 0.52), (x + long * 0.475, y - r * 0.22), (x + long * 0.42, y - r * 0.20)),
        mix(white, (0.25, 0.04, 250), 0.8),
        emits=True,
    )
    wing = poly(
        (x + long * 0.08, y + r * 0.55),
        (x - long * 0.06, y + r * 0.6),
        (x - long * 0.24, y + r * 1.35),
        (x - long * 0.19, y + r * 1.38),
    )
    s.p.fill(wing, mix(white, s.light.shadow, 0.35), emits=True)
    s.p.fill(oval(x - long * 0.01, y + r * 1.15, long * 0.045, r * 0.38), mix(white, s.light.shadow, 0.2), emits=True)
    for wx in (-0.05, 0.36):
        s.p.fill(oval(x + long * wx, foot - r * 0.22, r * 0.22), (0.18, 0.01, 260), emits=True)


def pool(s: Site) -> None:
    """An indoor pool in lanes, with blocks and high windows."""
    room(
        s,
        Scheme(
            (0.84, 0.03, 205),
            (0.70, 0.06, 215),
            (0.82, 0.02, 210),
            ((0.04, 0.09, 0.28, 0.34), (0.36, 0.09, 0.28, 0.34), (0.68, 0.09, 0.28, 0.34)),
            None,
            (),
            planks=False,
        ),
    )
    top, low = floor_line(s) - s.h * 0.03, s.h * 0.93
    water = poly((s.w * 0.12, top), (s.w * 0.88, top), (s.w * 1.12, low), (-s.w * 0.12, low))
    with s.p.lit_by(s.air.room):
        s.p.gradient(
            water,
            (0, top),
            (0, low),
            [(0, (0.80, 0.07, 205), 1), (0.4, (0.66, 0.11, 215), 1), (1, (0.48, 0.11, 230), 1)],
        )
    with s.p.clip(water):
        chance = s.chance("ripples")
        for _ in range(90):
            t = float(chance.uniform(0.02, 1))
            x, y, half = float(chance.uniform(0, 1)) * s.w, top + (low - top) * t, (8 + 34 * t) * s.u
            s.p.line(
                [(x - half, y), (x - half * 0.3, y - 3 * t), (x + half * 0.4, y + 3 * t), (x + half, y)],
                (1 + 2 * t) * s.u,
                (0.94, 0.04, 205),
                0.5,
                emits=True,
            )
        for lane in range(1, 5):
            a, b = s.w * (0.12 + 0.76 * lane / 5), s.w * (-0.12 + 1.24 * lane / 5)
            for k in range(18):
                t = (k / 18) ** 1.5
                u = ((k + 0.55) / 18) ** 1.5
                s.p.line(
                    [(a + (b - a) * t, top + (low - top) * t), (a + (b - a) * u, top + (low - top) * u)],
                    (3 + 7 * t) * s.u,
                    (0.60, 0.18, 28) if k % 2 else (0.95, 0.01, 90),
                    0.95,
                    False,
                )
    s.p.line([(s.w * 0.12, top), (s.w * 0.88, top)], 5 * s.u, (0.94, 0.02, 210), 1, False)
    for lane in range(5):
        x = 0.12 + 0.76 * (lane + 0.5) / 5
        block(s, x - 0.018, top / s.h - 0.055, 0.036, 0.05, (0.92, 0.015, 220), 4)
        block(s, x - 0.022, top / s.h - 0.065, 0.044, 0.014, (0.52, 0.13, 250), 2)
    s.p.glow(s.w * 0.5, s.h * 0.80, s.w * 0.4, (0.85, 0.08, 205), 0.3, 0.4)


DRAWINGS: dict[str, Callable[[Site], None]] = {
    "laboratory": laboratory,
    "supermarket": supermarket,
    "hairdresser": hairdresser,
    "warehouse": warehouse,
    "airport": airport,
    "swimming pool": pool,
}
"""By the names in ``words``."""
