"""Lake and river."""

from __future__ import annotations

from collections.abc import Callable

from dailies.adapters.providers.rehearsal.illustrator.colour import mix
from dailies.adapters.providers.rehearsal.illustrator.places.growth import (
    GRASS,
    LEAF,
    grass_of,
    leafy,
    near_leaves,
    pine,
    tufts,
)
from dailies.adapters.providers.rehearsal.illustrator.places.site import (
    Site,
    ground,
    over_air,
    peaks,
    ridge,
    sheen,
    sky,
)
from dailies.adapters.providers.rehearsal.illustrator.places.vehicles import rowing_boat
from dailies.adapters.providers.rehearsal.illustrator.places.water import WATER, glitter, reeds
from dailies.adapters.providers.rehearsal.illustrator.shapes import rect, spline


def lake(s: Site) -> None:
    """Still water under mountains, with their reflection and reeds."""
    sky(s)
    peaks(s, "back", s.horizon + 2, s.h * 0.36, 4, (0.50, 0.045, 262), 0.68)
    s.band(ridge(s, "wood", s.horizon + 2, s.h * 0.06, 30, 0.9), (0.36, 0.06, 158), 0.5)
    water = rect(-20, s.horizon, s.w + 40, s.h - s.horizon + 20)
    last = len(s.air.sky) - 1
    s.p.gradient(
        water,
        (0, s.horizon),
        (0, s.h),
        [(i / last, mix(c, s.light.material(WATER), 0.35), 1) for i, c in enumerate(reversed(s.air.sky))],
        emits=True,
    )
    s.p.fill(
        spline(
            [
                (0, s.horizon),
                *[(p[0], 2 * s.horizon - p[1] * 1.0 + 4) for p in ridge(s, "wood", s.horizon + 2, s.h * 0.06, 30, 0.9)],
                (s.w, s.horizon),
            ]
        ),
        mix(s.far((0.36, 0.06, 158), 0.5), s.air.horizon, 0.25),
        0.6,
        4,
        emits=True,
    )
    over_air(s)
    sheen(s, s.horizon + 8, 40)
    glitter(s, s.horizon + 4, s.h)
    for i in range(20):
        x = s.w * i / 19
        if not 0.3 < x / s.w < 0.75:
            pine(s, x, s.horizon + 6, s.h * (0.10 + 0.10 * abs(x / s.w - 0.5)), (0.34, 0.055, 160), 0.38)
    bank = spline(
        [
            (-40, s.h * 0.86, 1),
            (s.w * 0.3, s.h * 0.90),
            (s.w * 0.7, s.h * 0.93),
            (s.w + 40, s.h * 0.86, 1),
            (s.w + 40, s.h + 20, 1),
            (-40, s.h + 20, 1),
        ]
    )
    tone = s.light.material(grass_of(s))
    s.p.fill(bank, tone, emits=True)
    s.p.gradient(
        bank,
        (0, s.h * 0.86),
        (0, s.h),
        [(0, mix(tone, s.light.key, 0.25), 0.8), (1, mix(tone, s.light.shadow, 0.6), 0.9)],
        emits=True,
    )
    rowing_boat(s, s.w * 0.66, s.h * 0.86, s.w * 0.18, (0.56, 0.14, 32), 0.05)
    for i in range(9):
        x = 0.02 + 0.035 * i if i < 5 else 0.80 + 0.045 * (i - 5)
        reeds(s, f"lake{i}", s.w * x, s.h * (0.94 + 0.02 * (i % 3)), s.h * 0.20)
    tufts(s, s.h * 0.88, GRASS, 70)
    near_leaves(s, "lake", True)


def river(s: Site) -> None:
    """A stream through meadows towards hills."""
    sky(s)
    for i, distance in enumerate((0.9, 0.7, 0.5)):
        s.band(
            ridge(s, f"hill{i}", s.horizon + s.h * 0.03 * i, s.h * (0.15 - 0.03 * i), 9, 0.35),
            (0.48, 0.08, 148),
            distance,
            0.2,
        )
    ground(s, s.horizon + s.h * 0.05, GRASS)
    stream = spline(
        [
            (s.w * 0.50, s.horizon + s.h * 0.06, 1),
            (s.w * 0.54, s.horizon + s.h * 0.06, 1),
            (s.w * 0.50, s.horizon + s.h * 0.14),
            (s.w * 0.72, s.horizon + s.h * 0.26),
            (s.w * 0.86, s.h + 20, 1),
            (s.w * 0.20, s.h + 20, 1),
            (s.w * 0.44, s.horizon + s.h * 0.26),
            (s.w * 0.40, s.horizon + s.h * 0.14),
        ]
    )
    s.p.gradient(
        stream,
        (0, s.horizon),
        (0, s.h),
        [(0, s.air.horizon, 1), (1, mix(s.light.material(WATER), s.air.sky[0], 0.3), 1)],
        emits=True,
    )
    over_air(s)
    with s.p.clip(stream):
        sheen(s, s.horizon + s.h * 0.08, 44)
    for i, (x, low, tall) in enumerate(
        ((0.12, 0.16, 0.50), (0.30, 0.08, 0.20), (0.78, 0.09, 0.24), (0.95, 0.16, 0.54))
    ):
        leafy(s, f"bank{i}", s.w * x, s.horizon + s.h * low, s.h * tall, LEAF, 0.5 - tall * 0.8)
    chance = s.chance("stones")
    for _ in range(16):
        t = float(chance.uniform(0.3, 1))
        x, y, r = (
            s.w * (0.5 + float(chance.uniform(-0.3, 0.3)) * t),
            s.horizon + (s.h - s.horizon) * t,
            (5 + 22 * t) * s.u,
        )
        s.p.fill(
            spline([(x - r, y), (x - r * 0.4, y - r * 0.6), (x + r * 0.5, y - r * 0.5), (x + r, y)]),
            mix(s.light.material((0.55, 0.015, 250)), s.light.shadow, 0.25),
            emits=True,
        )
    for i in range(7):
        reeds(
            s,
            f"river{i}",
            s.w * (0.06 + 0.05 * i if i < 4 else 0.70 + 0.07 * (i - 4)),
            s.h * (0.86 + 0.03 * (i % 3)),
            s.h * 0.10,
        )
    tufts(s, s.horizon + s.h * 0.10, GRASS, 120)
    near_leaves(s, "river", True)


DRAWINGS: dict[str, Callable[[Site], None]] = {
    "lake": lake,
    "river": river,
}
"""By the names in ``words``."""
