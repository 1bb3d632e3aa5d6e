"""A street of houses and shops in one-point perspective, and its market stalls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import skia

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.places.built import lamp_post
from dailies.adapters.providers.rehearsal.illustrator.places.growth import (
    LEAF,
    leafy,
    shadow_on_ground,
)
from dailies.adapters.providers.rehearsal.illustrator.places.site import (
    LAMP,
    Site,
    far_roofs,
    sheen,
    sky,
)
from dailies.adapters.providers.rehearsal.illustrator.places.town import WALLS
from dailies.adapters.providers.rehearsal.illustrator.places.vehicles import (
    CAR,
    VAN,
    bicycle,
    vehicle,
)
from dailies.adapters.providers.rehearsal.illustrator.shapes import oval, poly, rect, union


@dataclass(frozen=True)
class _Wall:
    """One house front running from ``x0`` (near) to ``x1`` (far) towards the vanishing point ``vx``, ``vy``."""

    key: str
    vx: float
    vy: float
    x0: float
    x1: float
    top: float
    foot: float
    tone: Colour
    near: float

    def toward(self, x: float, y: float) -> float:
        """Where a height of the near edge lies at ``x``."""
        return self.vy + (y - self.vy) * (x - self.vx) / (self.x0 - self.vx)

    def quad(self, a: float, b: float, high: float, low: float) -> skia.Path:
        """A part of the front, ``high`` and ``low`` measured at its near edge."""
        return poly(
            (a, self.toward(a, high)), (b, self.toward(b, high)), (b, self.toward(b, low)), (a, self.toward(a, low))
        )


def _facade(s: Site, wall: _Wall, base: Colour, columns: int, floors: int) -> None:
    """A house front: cornice, rows of windows, a shop at its foot."""
    x0, x1, top, foot = wall.x0, wall.x1, wall.top, wall.foot
    tall = foot - top
    front = wall.quad(x0, x1, top, foot)
    s.p.fill(front, wall.tone, emits=True)
    side = 1 if x0 > wall.vx else -1
    sunlit = side * s.light.towards[0] < 0
    with s.p.clip(front):
        shade = mix(wall.tone, s.light.shadow, 0.16 if sunlit else 0.48)
        s.p.gradient(front, (x0, 0), (x1, 0), [(0, shade, 0.85), (1, s.air.horizon, 0.30)], emits=True)
        s.p.gradient(
            front,
            (0, top),
            (0, foot),
            [
                (0, mix(wall.tone, s.light.key, 0.5), 0.35 if sunlit else 0.12),
                (0.5, wall.tone, 0.0),
                (1, mix(wall.tone, s.light.shadow, 0.6), 0.55),
            ],
            emits=True,
        )
        s.p.texture(front, lighter(wall.tone, 0.05), 0.25, None, 84, 0.8)
        near, last = 1 / abs(x0 - wall.vx), 1 / abs(x1 - wall.vx)
        xs = [wall.vx + side / (near + (last - near) * i / columns) for i in range(columns + 1)]
        style = int(s.chance("windows", wall.key).integers(3))
        for i in range(columns):
            for j in range(floors):
                _window(
                    s,
                    wall,
                    f"{i}.{j}",
                    xs[i],
                    xs[i + 1],
                    top + tall * (0.07 + j * 0.72 / floors),
                    tall * 0.72 / floors,
                    style,
                )
            _shop(s, i, wall, xs[i], xs[i + 1])
        for share in (0.785, 0.06):
            band = wall.quad(x0, x1, top + tall * share, top + tall * (share + 0.014))
            s.p.fill(band, mix(wall.tone, s.light.key, 0.4), 0.8, emits=True)
            s.p.fill(
                wall.quad(x0, x1, top + tall * (share + 0.014), top + tall * (share + 0.024)),
                mix(wall.tone, s.light.shadow, 0.6),
                0.5,
                emits=True,
            )
    s.p.fill(
        wall.quad(x0, x1, top - tall * 0.012, top + tall * 0.012),
        mix(base, s.light.key, 0.35) if sunlit else mix(wall.tone, s.light.key, 0.2),
        emits=True,
    )
    if wall.near > 0.5:
        chance = s.chance("stacks", wall.key)
        for _ in range(2):
            a = x0 + (x1 - x0) * float(chance.uniform(0.2, 0.8))
            b = a + (x1 - x0) * 0.06
            s.p.fill(wall.quad(a, b, top - tall * 0.07, top), shade, emits=True)


def _window(s: Site, wall: _Wall, key: str, left: float, right: float, high: float, row: float, style: int) -> None:
    chance = s.chance("pane", wall.key, key)
    a, b = left + (right - left) * 0.24, left + (right - left) * 0.76
    low = high + row * 0.64
    lit = float(chance.random()) < 0.06 + 0.36 * s.air.dark and s.air.dark > 0.25
    tone = wall.tone
    pane = (
        mix(LAMP, (0.72, 0.14, 62), float(chance.uniform(0, 0.6)))
        if lit
        else mix(mix(tone, s.light.shadow, 0.55), s.air.sky[1], 0.28)
    )
    if wall.near > 0.4:
        s.p.fill(
            wall.quad(a - (b - a) * 0.10, b + (b - a) * 0.10, high - row * 0.06, low + row * 0.05),
            mix(tone, s.light.key, 0.30),
            0.75,
            emits=True,
        )
    s.p.fill(wall.quad(a, b, high, low), pane, 0.95, emits=True)
    if not lit and chance.random() < 0.4:
        s.p.fill(
            wall.quad(a, b, high, high + (low - high) * float(chance.uniform(0.25, 0.6))),
            mix(tone, (0.9, 0.02, 85), 0.4),
            0.6,
            emits=True,
        )
    if lit and chance.random() < 0.25 and wall.near > 0.3:
        middle = (a + b) / 2
        s.p.fill(wall.quad(middle, middle + (b - a) * 0.25, high + row * 0.22, low), (0.42, 0.09, 50), 0.8, emits=True)
    if wall.near > 0.4:
        frame = mix(tone, s.light.key, 0.5)
        if style < 2:
            middle = (a + b) / 2
            s.p.fill(wall.quad(middle - (b - a) * 0.035, middle + (b - a) * 0.035, high, low), frame, 0.8, emits=True)
        if style != 1:
            s.p.fill(
                wall.quad(a, b, (high + low) / 2 - row * 0.015, (high + low) / 2 + row * 0.015), frame, 0.8, emits=True
            )
    s.p.fill(
        wall.quad(a - (b - a) * 0.1, b + (b - a) * 0.1, low, low + row * 0.05),
        mix(tone, s.light.key, 0.4),
        0.8,
        emits=True,
    )


def _shop(s: Site, i: int, wall: _Wall, a: float, b: float) -> None:
    """Street-level door or shop front with a sign and an awning."""
    tall, tone = wall.foot - wall.top, wall.tone
    y0, y1 = wall.foot - tall * 0.165, wall.foot - tall * 0.012
    inset = (b - a) * 0.10
    a, b = a + inset, b - inset
    chance = s.chance("shop", wall.key, i)
    front: Colour = ((0.40, 0.09, 165), (0.44, 0.12, 28), (0.36, 0.08, 255), (0.52, 0.09, 70))[int(chance.integers(4))]
    s.p.fill(
        wall.quad(a - inset * 0.5, b + inset * 0.5, y0 - tall * 0.022, wall.foot),
        mix(s.light.material(front), tone, 0.30),
        emits=True,
    )
    open_ = s.air.dark > 0.2 and chance.random() < 0.72
    glass = mix(LAMP, tone, 0.12) if open_ else mix(mix(tone, s.light.shadow, 0.65), s.air.sky[1], 0.2)
    s.p.fill(wall.quad(a, b, y0, y1 - tall * 0.02), glass, 0.95, emits=True)
    for k in range(3 if wall.near > 0.3 else 0):
        g0 = a + (b - a) * (0.12 + 0.28 * k)
        goods = wall.quad(g0, g0 + (b - a) * 0.16, y1 - tall * (0.045 + 0.02 * (k % 2)), y1 - tall * 0.02)
        s.p.fill(goods, mix(glass, (0.36, 0.10, 30 + 90 * k), 0.65), 0.9, emits=True)
    middle = a + (b - a) * 0.66
    s.p.fill(
        wall.quad(middle, b, y0 + tall * 0.01, wall.foot),
        mix(glass, mix(tone, s.light.shadow, 0.7), 0.7),
        0.9,
        emits=True,
    )
    if chance.random() < 0.6:
        awning: Colour = ((0.56, 0.15, 28), (0.45, 0.08, 160), (0.70, 0.12, 75), (0.46, 0.10, 255))[
            int(chance.integers(4))
        ]
        shown = mix(s.light.material(awning), tone, 0.22)
        out = inset * 1.1 * (1 if b > a else -1)
        for k in range(6):
            c, d = a + (b - a) * k / 6, a + (b - a) * (k + 1) / 6
            stripe = poly(
                (c, wall.toward(c, y0 - tall * 0.022)),
                (d, wall.toward(d, y0 - tall * 0.022)),
                (d - out * 0.4, wall.toward(d, y0 + tall * 0.034)),
                (c - out * 0.4, wall.toward(c, y0 + tall * 0.034)),
            )
            s.p.fill(stripe, shown if k % 2 else mix(shown, (0.95, 0.02, 88), 0.6 * s.light.dim), emits=True)
    if s.air.quality == "neon" and wall.near > 0.3:
        sign: Colour = ((0.72, 0.24, 345), (0.80, 0.14, 200), (0.84, 0.19, 120), (0.66, 0.22, 300))[
            int(chance.integers(4))
        ]
        box = wall.quad(
            a + (b - a) * 0.2, a + (b - a) * 0.45, y0 - tall * (0.20 + 0.12 * float(chance.random())), y0 - tall * 0.05
        )
        s.p.fill(box, sign, 0.95, emits=True)
        bounds = box.getBounds()
        s.p.glow(bounds.centerX(), bounds.centerY(), bounds.height() * 1.6, sign, 0.65)
    elif open_ and wall.near > 0.2:
        s.p.glow((a + b) / 2, wall.toward((a + b) / 2, y1), abs(b - a) * 1.1, LAMP, 0.35, 0.45)


def street(s: Site) -> None:
    """A street in one-point perspective: house fronts, pavements, parked cars, trees, lamps and wires."""
    vx, vy = s.w * (0.50 + 0.10 * float(s.chance("vanishing").random())), s.horizon
    k = s.w if s.w >= s.h else s.w * 1.45
    sky(s, vy + 40)
    if s.air.sun and s.air.sun.height < 0.2:
        s.p.glow(vx, vy - 10, s.h * 0.5, s.air.sun.colour, 0.7)
    far_roofs(s, vy, vx - s.w * 0.2, vx + s.w * 0.2)
    stone = s.light.material((0.46, 0.02, 268)) if not s.white else s.snow()
    road = rect(-10, vy, s.w + 20, s.h - vy + 10)
    s.p.gradient(
        road,
        (0, vy),
        (0, s.h),
        [(0, s.air.horizon, 1), (0.3, mix(stone, s.air.horizon, 0.4), 1), (1, mix(stone, s.light.shadow, 0.4), 1)],
        emits=True,
    )
    s.p.paint_over("air", 620, 0.85, lambda x, y: -16.0 if y < vy else 0.0)
    chance = s.chance("fronts")
    for side in (-1, 1):
        edges = (0.60, 0.30, 0.165, 0.095, 0.06)
        for i in (3, 2, 1, 0):
            near = (1.0, 0.55, 0.30, 0.15)[i]
            x0, x1 = vx + side * k * edges[i], vx + side * k * edges[i + 1]
            top = vy - s.h * (1.02, 0.52, 0.29, 0.17)[i] * float(chance.uniform(0.80, 1.12))
            foot = vy + (s.h * 1.02 - vy) * edges[i] * k / (s.w * 0.56)
            base = WALLS[int(chance.integers(len(WALLS)))]
            distance = (0.10, 0.30, 0.50, 0.68)[i]
            wall = _Wall(f"{side}{i}", vx, vy, x0, x1, top, foot, s.far(base, distance), near)
            _facade(s, wall, s.far(base, distance), (4, 4, 4, 3)[i], 3 + int(chance.integers(3)))
    _pavements(s, vx, vy, k, stone)
    _street_life(s, vx, vy, k)
    if s.air.wet or s.air.name == "dawn":
        sheen(s, vy + 16, 40, LAMP if s.air.dark > 0.4 else None, vx, 1.4)
    if s.has("market", "stall", "kiosk", "bazaar"):
        for number in range(3 if not s.has("kiosk") else 1):
            z = (0.44, 0.62, 0.34)[number]
            _stall(
                s, vx + (-1 if number == 1 else 1) * k * 0.44 * z, vy + (s.h - vy) * z * 0.98, s.h * 0.62 * z, number
            )


def _pavements(s: Site, vx: float, vy: float, k: float, stone: Colour) -> None:
    pale = mix(stone, s.light.key, 0.32)
    for side in (-1, 1):
        s.p.fill(
            poly(
                (vx + side * 8, vy + 5),
                (vx + side * 18, vy + 5),
                (vx + side * k * 0.62, s.h + 10),
                (vx + side * k * 0.34, s.h + 10),
            ),
            pale,
            0.62,
            emits=True,
        )
        s.p.fill(
            poly(
                (vx + side * 7, vy + 5),
                (vx + side * 9, vy + 5),
                (vx + side * k * 0.345, s.h + 10),
                (vx + side * k * 0.325, s.h + 10),
            ),
            mix(pale, s.light.key, 0.4),
            0.9,
            emits=True,
        )
        for i in range(9):
            z = ((i + 0.5) / 9) ** 1.7
            y = vy + (s.h - vy) * z
            s.p.line(
                [(vx + side * k * 0.34 * z, y), (vx + side * k * 0.60 * z, y)],
                (0.8 + 1.6 * z) * s.u,
                mix(pale, s.light.shadow, 0.5),
                0.5,
                False,
                True,
            )
    white = s.light.material((0.90, 0.02, 90))
    for i in range(8):
        a, b = ((i + 0.1) / 8) ** 2.0, ((i + 0.55) / 8) ** 2.0
        ya, yb = vy + (s.h - vy) * a, vy + (s.h - vy) * b
        s.p.fill(poly((vx - 5 * a, ya), (vx + 5 * a, ya), (vx + 6 * b, yb), (vx - 6 * b, yb)), white, 0.55, emits=True)
    if s.has("crossing", "crosswalk", "intersection", "corner"):
        for i in range(9):
            x = -0.30 + 0.075 * i
            ya, yb, za, zb = vy + (s.h - vy) * 0.50, vy + (s.h - vy) * 0.72, 0.50, 0.72
            s.p.fill(
                poly(
                    (vx + k * x * za, ya),
                    (vx + k * (x + 0.04) * za, ya),
                    (vx + k * (x + 0.04) * zb, yb),
                    (vx + k * x * zb, yb),
                ),
                white,
                0.75,
                emits=True,
            )


def _street_life(s: Site, vx: float, vy: float, k: float) -> None:
    """Trees, lamps, parked cars, a bicycle and wires, the far ones first."""
    chance = s.chance("parked")
    paints: tuple[Colour, ...] = (
        (0.54, 0.16, 28),
        (0.48, 0.10, 250),
        (0.78, 0.12, 85),
        (0.86, 0.01, 230),
        (0.46, 0.08, 165),
    )
    alley = s.has("alley", "old town", "lane", "venice", "canal")
    for z in (0.15, 0.24, 0.36, 0.52, 0.74):
        y = vy + (s.h - vy) * z
        for side in (-1, 1):
            distance = 0.66 * (1 - z)
            if z in (0.15, 0.36, 0.74):
                lamp_post(s, vx + side * k * 0.40 * z, y, s.h * 0.62 * z, distance, -side)
            elif not alley:
                leafy(s, f"{side}{z}", vx + side * k * 0.43 * z, y, s.h * 0.54 * z, LEAF, distance)
            if z in (0.24, 0.52) and not alley and chance.random() < 0.75:
                build = VAN if chance.random() < 0.2 else CAR
                vehicle(
                    s,
                    build,
                    vx + side * k * 0.275 * z,
                    y + s.h * 0.015,
                    s.h * 0.066 * z,
                    paints[int(chance.integers(5))],
                    distance * 0.8,
                    52,
                    -side,
                )
    bicycle(s, vx - k * 0.30, vy + (s.h - vy) * 0.80, s.h * 0.13, (0.50, 0.12, 190), 0.05)
    for a, b in ((0.10, 0.16), (0.20, 0.20)):
        s.p.line(
            [(0, s.h * a), (vx * 0.6, vy - s.h * 0.30), (vx, vy - s.h * b)],
            1.8 * s.u,
            mix(s.light.shadow, s.air.sky[1], 0.2),
            0.55,
            False,
            True,
        )


def _stall(s: Site, x: float, foot: float, tall: float, number: int = 0) -> None:
    """A market stall: a striped roof, fruit in heaps, a bulb."""
    cloth: Colour = ((0.60, 0.16, 28), (0.46, 0.10, 160), (0.52, 0.11, 250))[number % 3]
    shadow_on_ground(s, x, foot, tall * 0.5, tall)
    with s.p.lit_by(s.light):
        for side in (-0.46, 0.46):
            s.p.line(
                [(x + tall * side, foot), (x + tall * side, foot - tall * 0.9)], tall * 0.03, (0.42, 0.06, 50), 1, False
            )
        s.p.fill(
            rect(x - tall * 0.46, foot - tall * 0.82, tall * 0.92, tall * 0.48),
            mix((0.36, 0.05, 50), LAMP, 0.75 * s.air.dark),
            emits=s.air.dark > 0.2,
        )
        s.p.shape(
            rect(x - tall * 0.48, foot - tall * 0.36, tall * 0.96, tall * 0.36), (0.52, 0.07, 58), tall * 0.04, dry=0.5
        )
        fruits: tuple[Colour, ...] = (
            (0.58, 0.18, 28),
            (0.72, 0.16, 58),
            (0.78, 0.15, 95),
            (0.58, 0.14, 140),
            (0.46, 0.13, 320),
        )
        for i in range(5):
            for row in range(3):
                for j in range(4 - row):
                    fx = x - tall * 0.42 + tall * (0.19 * i + 0.042 * (j + row / 2))
                    s.p.fill(
                        oval(fx, foot - tall * (0.385 + 0.034 * row), tall * 0.024),
                        lighter(fruits[(i + number) % 5], 0.04 * row),
                    )
        for i in range(7):
            a = x - tall * 0.56 + i * tall * 0.16
            s.p.shape(
                union(
                    poly(
                        (a + tall * 0.03, foot - tall * 1.04),
                        (a + tall * 0.19 - tall * 0.03, foot - tall * 1.04),
                        (a + tall * 0.16, foot - tall * 0.84),
                        (a, foot - tall * 0.84),
                    ),
                    oval(a + tall * 0.08, foot - tall * 0.84, tall * 0.08, tall * 0.04),
                ),
                cloth if i % 2 else (0.93, 0.02, 85),
                3,
                line=0.5,
            )
    if s.air.dark > 0.25:
        s.p.fill(oval(x, foot - tall * 0.74, tall * 0.03), LAMP, emits=True)
        s.p.glow(x, foot - tall * 0.62, tall * 1.1, LAMP, 0.55 * s.air.dark)
        s.p.glow(x, foot + tall * 0.04, tall * 1.0, LAMP, 0.4 * s.air.dark, 0.22)


DRAWINGS: dict[str, Callable[[Site], None]] = {
    "street": street,
}
"""By the names in ``words``."""
