"""Town places: street, skyline, rooftop and station."""

from __future__ import annotations

from collections.abc import Callable

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.places.site import LAMP, Site, lamp_post, sheen, sky
from dailies.adapters.providers.rehearsal.illustrator.shapes import oval, poly, rect, union

WALLS: tuple[Colour, ...] = ((0.50, 0.07, 40), (0.56, 0.06, 75), (0.46, 0.05, 280), (0.60, 0.05, 25), (0.50, 0.05, 210))


def _far_roofs(s: Site, level: float, left: float, right: float) -> None:
    chance = s.chance("roofs")
    for row in range(2):
        x = left
        while x < right:
            wide, tall = float(chance.uniform(22, 60)) * s.u, float(chance.uniform(40, 150 - 50 * row)) * s.u
            s.p.fill(rect(x, level - tall, wide, tall + 60), s.far((0.46, 0.05, 285), 0.92 - 0.2 * row), emits=True)
            x += wide


def _facade(
    s: Site,
    key: str,
    vx: float,
    vy: float,
    x0: float,
    x1: float,
    top0: float,
    base: Colour,
    distance: float,
    columns: int,
    floors: int,
) -> None:
    """A wall running from x0 (near) to x1 (far) towards the vanishing point."""

    def toward(x: float, y0: float) -> float:
        return vy + (y0 - vy) * (x - vx) / (x0 - vx)

    foot0 = vy + (s.h * 1.02 - vy) * abs(x0 - vx) / (s.w * 0.56)
    wall = poly((x0, top0), (x1, toward(x1, top0)), (x1, toward(x1, foot0)), (x0, foot0))
    tone = s.far(base, distance)
    s.p.fill(wall, tone, emits=True)
    with s.p.clip(wall):
        s.p.gradient(
            wall, (x0, 0), (x1, 0), [(0, mix(tone, s.light.shadow, 0.35), 0.8), (1, s.air.horizon, 0.30)], emits=True
        )
        s.p.texture(wall, lighter(tone, 0.05), 0.25, None, 84, 0.8)
        chance = s.chance("windows", key)
        near, last = 1 / abs(x0 - vx), 1 / abs(x1 - vx)
        xs = [vx + (1 if x0 > vx else -1) / (near + (last - near) * i / columns) for i in range(columns + 1)]
        for i in range(columns):
            a, b = xs[i] + (xs[i + 1] - xs[i]) * 0.25, xs[i] + (xs[i + 1] - xs[i]) * 0.75
            for j in range(floors):
                _window(s, chance, toward, a, b, top0, foot0, j, floors, tone)
            _shop(s, i, key, toward, xs[i], xs[i + 1], top0, foot0, tone)
        s.p.fill(
            poly((x0, top0), (x1, toward(x1, top0)), (x1, toward(x1, top0) + 6), (x0, top0 + 14 * s.u)),
            mix(tone, s.light.key, 0.4),
            0.7,
            emits=True,
        )


def _window(
    s: Site,
    chance: object,
    toward: Callable[[float, float], float],
    a: float,
    b: float,
    top0: float,
    foot0: float,
    j: int,
    floors: int,
    tone: Colour,
) -> None:
    tall = foot0 - top0
    t0 = top0 + tall * (0.05 + j * 0.76 / floors)
    t1 = t0 + tall * 0.76 / floors * 0.62
    lit = float(chance.random()) < 0.10 + 0.34 * s.air.dark  # type: ignore[attr-defined]
    pane = LAMP if lit and s.air.dark > 0.25 else mix(mix(tone, s.light.shadow, 0.5), s.air.sky[1], 0.25)
    s.p.fill(
        poly((a, toward(a, t0)), (b, toward(b, t0)), (b, toward(b, t1)), (a, toward(a, t1))), pane, 0.92, emits=True
    )
    s.p.fill(
        poly((a, toward(a, t1)), (b, toward(b, t1)), (b, toward(b, t1) + 3), (a, toward(a, t1) + 3)),
        mix(tone, s.light.key, 0.4),
        0.7,
        emits=True,
    )


def _shop(
    s: Site,
    i: int,
    key: str,
    toward: Callable[[float, float], float],
    a: float,
    b: float,
    top0: float,
    foot0: float,
    tone: Colour,
) -> None:
    """Street-level door or shop front with an awning."""
    tall = foot0 - top0
    y0, y1 = foot0 - tall * 0.16, foot0 - tall * 0.015
    inset = (b - a) * 0.14
    a, b = a + inset, b - inset
    glass = mix(LAMP, tone, 0.15) if s.air.dark > 0.25 and i % 2 == 0 else mix(tone, s.light.shadow, 0.65)
    s.p.fill(
        poly((a, toward(a, y0)), (b, toward(b, y0)), (b, toward(b, y1)), (a, toward(a, y1))), glass, 0.95, emits=True
    )
    if i % 2 == 0:
        awning: Colour = ((0.56, 0.15, 28), (0.45, 0.08, 160), (0.70, 0.12, 75))[(i + len(key)) % 3]
        shown = mix(s.light.material(awning), tone, 0.25)
        s.p.fill(
            poly(
                (a, toward(a, y0 - tall * 0.02)),
                (b, toward(b, y0 - tall * 0.02)),
                (b + inset * 0.4, toward(b, y0 + tall * 0.03)),
                (a - inset * 0.4, toward(a, y0 + tall * 0.03)),
            ),
            shown,
            emits=True,
        )


def street(s: Site) -> None:
    """A street in one-point perspective, with shop fronts, wires and lamps."""
    vx, vy = s.w * 0.56, s.horizon
    sky(s, vy + 40)
    if s.air.sun and s.air.sun.height < 0.2:
        s.p.glow(vx, vy - 10, s.h * 0.5, s.air.sun.colour, 0.7)
    _far_roofs(s, vy, vx - s.w * 0.2, vx + s.w * 0.2)
    road = rect(-10, vy, s.w + 20, s.h - vy + 10)
    stone = s.light.material((0.50, 0.02, 270)) if not s.air.white else s.light.material((0.88, 0.015, 245))
    s.p.gradient(
        road,
        (0, vy),
        (0, s.h),
        [(0, s.air.horizon, 1), (0.3, mix(stone, s.air.horizon, 0.4), 1), (1, mix(stone, s.light.shadow, 0.4), 1)],
        emits=True,
    )
    s.p.paint_over("air", 700, 0.85, lambda x, y: -16.0 if y < vy else 0.0)
    k = s.w
    for key, x0, x1, top, distance, tone in (
        ("L3", -0.14, -0.075, 0.22, 0.62, 2),
        ("L2", -0.28, -0.14, 0.42, 0.38, 0),
        ("L1", -0.62, -0.28, 0.95, 0.12, 4),
    ):
        _facade(s, key, vx, vy, vx + k * x0, vx + k * x1, vy - s.h * top, WALLS[tone], distance, 5, 4)
    for key, x0, x1, top, distance, tone in (
        ("R3", 0.13, 0.07, 0.24, 0.62, 3),
        ("R2", 0.26, 0.13, 0.46, 0.38, 1),
        ("R1", 0.58, 0.26, 1.05, 0.12, 0),
    ):
        _facade(s, key, vx, vy, vx + k * x0, vx + k * x1, vy - s.h * top, WALLS[tone], distance, 5, 4)
    for side, a in ((-1, 0.36), (1, 0.34)):
        s.p.fill(
            poly(
                (vx + side * 6, vy + 6),
                (vx + side * 14, vy + 6),
                (vx + side * k * (a + 0.10), s.h + 10),
                (vx + side * k * a, s.h + 10),
            ),
            mix(stone, s.light.key, 0.3),
            0.5,
            emits=True,
        )
    for z in (0.16, 0.30, 0.62):
        for side in (-1, 1):
            lamp_post(s, vx + side * k * 0.44 * z, vy + (s.h * 0.96 - vy) * z, s.h * 0.62 * z, 0.6 * (1 - z), -side)
    for a, b in ((0.10, 0.16), (0.20, 0.20)):
        s.p.line(
            [(0, s.h * a), (vx * 0.6, vy - s.h * 0.30), (vx, vy - s.h * b)],
            1.8 * s.u,
            mix(s.light.shadow, s.air.sky[1], 0.2),
            0.6,
            False,
            True,
        )
    if s.air.wet or s.air.name == "dawn":
        sheen(s, vy + 16, 34, LAMP if s.air.dark > 0.4 else None, vx, 1.0)
    if s.has("market", "stall", "kiosk"):
        _stall(s, vx + k * 0.20, vy + s.h * 0.24, s.h * 0.26)


def _stall(s: Site, x: float, foot: float, tall: float) -> None:
    with s.p.lit_by(s.light):
        s.p.glow(x, foot - tall * 0.5, tall * 1.4, LAMP, 0.5 * s.air.dark)
        s.p.shape(rect(x - tall * 0.45, foot - tall * 0.42, tall * 0.9, tall * 0.42), (0.40, 0.065, 190), tall * 0.04)
        s.p.fill(
            rect(x - tall * 0.42, foot - tall * 0.80, tall * 0.84, tall * 0.36),
            LAMP if s.air.dark > 0.2 else (0.42, 0.05, 60),
            emits=True,
        )
        for i in range(6):
            a = x - tall * 0.52 + i * tall * 0.174
            s.p.shape(
                union(
                    rect(a, foot - tall, tall * 0.174, tall * 0.2),
                    oval(a + tall * 0.087, foot - tall * 0.8, tall * 0.087, tall * 0.05),
                ),
                (0.60, 0.16, 28) if i % 2 else (0.93, 0.02, 85),
                3,
                line=0.5,
            )


def _towers(s: Site, foot: float, deep: bool) -> None:
    chance = s.chance("towers")
    for row, (distance, rise) in enumerate(((0.88, 0.34), (0.62, 0.42), (0.34, 0.30))):
        x = -20.0
        while x < s.w:
            wide = float(chance.uniform(0.035, 0.075)) * s.w * (0.8 + 0.3 * row)
            tall = float(chance.uniform(0.35, 1.0)) * rise * s.h
            tone = s.far(WALLS[int(chance.integers(5))], distance)
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
    for i in range(12):
        sheen(s, foot + 4, 7, LAMP if s.air.dark > 0.4 else None, s.w * (0.04 + i * 0.084), 0.06)
    stone = mix(s.light.material((0.44, 0.02, 270)), s.light.shadow, 0.3)
    s.p.fill(rect(-10, s.h * 0.86, s.w + 20, s.h * 0.2), stone, emits=True)
    s.p.fill(rect(-10, s.h * 0.855, s.w + 20, 7 * s.u), mix(stone, s.light.key, 0.35), emits=True)


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
    _far_roofs(s, vy + 8, 0, s.w)
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
    "street": street,
    "skyline": skyline,
    "rooftop": rooftop,
    "station": station,
}
"""By the names in ``words``."""
