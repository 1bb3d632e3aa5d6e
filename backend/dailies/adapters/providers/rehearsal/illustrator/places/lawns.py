"""Garden, park and playground."""

from __future__ import annotations

from collections.abc import Callable

from dailies.adapters.providers.rehearsal.illustrator.colour import mix
from dailies.adapters.providers.rehearsal.illustrator.places.built import bench, fence, house, lamp_post
from dailies.adapters.providers.rehearsal.illustrator.places.country import way
from dailies.adapters.providers.rehearsal.illustrator.places.growth import (
    FLOWERS,
    GRASS,
    LEAF,
    bush,
    grass_of,
    leafy,
    near_leaves,
    scattered,
    shadow_on_ground,
    tufts,
)
from dailies.adapters.providers.rehearsal.illustrator.places.site import (
    Site,
    far_roofs,
    ground,
    over_air,
    ridge,
    sky,
)
from dailies.adapters.providers.rehearsal.illustrator.shapes import oval, poly, rect, spline


def garden(s: Site) -> None:
    """A lawn between flower beds, with a shed, a fence, a fruit tree and a path of slabs."""
    sky(s)
    hedge = grass_of(s, (0.46, 0.09, 145))
    s.band(ridge(s, "far", s.horizon - s.h * 0.05, s.h * 0.14, 26, 0.9), hedge, 0.75)
    s.band(ridge(s, "hedge", s.horizon - s.h * 0.01, s.h * 0.10, 30, 0.6), hedge, 0.42, 0.3)
    ground(s, s.horizon + s.h * 0.03, GRASS)
    over_air(s)
    house(s, "shed", s.w * 0.04, s.horizon + s.h * 0.09, s.w * 0.22, (0.62, 0.08, 60), 0.12, (0.44, 0.04, 240))
    fence(s, s.horizon + s.h * 0.085, s.h * 0.095, 0.15, 0.27, 1.02)
    leafy(s, "apple", s.w * 0.84, s.horizon + s.h * 0.13, s.h * 0.58, LEAF, 0.08)
    for i in range(6):
        bush(s, f"bed{i}", s.w * (0.30 + 0.085 * i), s.horizon + s.h * 0.10, s.h * 0.085, LEAF, 0.2)
    way(s, (0.46, 0.49), (0.34, 0.62), s.horizon + s.h * 0.10, (0.74, 0.03, 75))
    for side, low in ((0, 0.12), (1, 0.12)):
        bed = spline(
            [
                (s.w * (0.43 if not side else 0.52), s.horizon + s.h * low, 1),
                (s.w * (0.27 if not side else 0.70), s.h * 0.86),
                (s.w * (0.16 if not side else 0.80), s.h * 1.02, 1),
                (s.w * (-0.05 if not side else 1.06), s.h * 1.02, 1),
                (s.w * (-0.05 if not side else 1.06), s.h * 0.84),
                (s.w * (0.30 if not side else 0.68), s.horizon + s.h * (low + 0.02)),
            ]
        )
        s.p.fill(
            bed,
            s.snow() if s.white else mix(s.light.material((0.36, 0.05, 55)), s.light.shadow, 0.2),
            0.92,
            3,
            emits=True,
        )
    chance = s.chance("beds")
    for _ in range(0 if s.white else 190):
        t = float(chance.uniform(0.02, 1)) ** 1.1
        left = chance.uniform() < 0.5
        inner = 0.42 - 0.24 * t if left else 0.53 + 0.24 * t
        x = s.w * (inner + (-1 if left else 1) * float(chance.uniform(0.01, 0.05 + 0.18 * t)))
        y, r = s.horizon + s.h * (0.125 + 0.315 * t), (2.2 + 9 * t) * s.u
        colour = FLOWERS[int(chance.integers(5))] if s.air.season != "autumn" else (0.62, 0.14, 40 + 40 * t)
        stem = s.light.material((0.42, 0.09, 145))
        s.p.line([(x, y + r * 3), (x, y)], r * 0.4, stem, 0.9, emits=True)
        s.p.fill(oval(x + r, y + r * 1.6, r * 0.9, r * 0.35), stem, 0.9, emits=True)
        s.p.fill(oval(x, y, r, r * 0.8), s.light.material(colour), emits=True)
        s.p.fill(oval(x, y - r * 0.1, r * 0.4, r * 0.3), mix(s.light.material(colour), s.light.key, 0.5), emits=True)
    tufts(s, s.horizon + s.h * 0.12, GRASS, 90)
    near_leaves(s, "garden", True)


def park(s: Site) -> None:
    """Lawns, a winding path, trees, lamps, a bench and a pond in the distance."""
    sky(s)
    if s.has("city", "town", "plaza", "square", "urban"):
        far_roofs(s, s.horizon + s.h * 0.02, -20, s.w)
    leaf = grass_of(s, LEAF)
    for i, distance in enumerate((0.85, 0.66)):
        s.band(ridge(s, f"trees{i}", s.horizon - s.h * 0.03 + s.h * 0.05 * i, s.h * 0.13, 30, 0.9), leaf, distance)
    ground(s, s.horizon + s.h * 0.03, GRASS)
    over_air(s)
    pond = oval(s.w * 0.30, s.horizon + s.h * 0.085, s.w * 0.16, s.h * 0.022)
    s.p.gradient(
        pond,
        (0, s.horizon + s.h * 0.06),
        (0, s.horizon + s.h * 0.11),
        [(0, mix(s.air.horizon, (0.5, 0.06, 200), 0.25), 1), (1, mix(s.air.sky[0], (0.4, 0.06, 190), 0.3), 1)],
        emits=True,
    )
    for i, (x, low, tall, distance) in enumerate(
        ((0.16, 0.055, 0.20, 0.55), (0.42, 0.05, 0.17, 0.6), (0.74, 0.07, 0.26, 0.45), (0.64, 0.05, 0.15, 0.6))
    ):
        leafy(s, f"mid{i}", s.w * x, s.horizon + s.h * low, s.h * tall, LEAF, distance)
    way(s, (0.515, 0.535), (0.22, 0.78), s.horizon + s.h * 0.075, (0.78, 0.045, 78))
    bench(s, s.w * 0.735, s.horizon + s.h * 0.155, s.w * 0.10, 0.18)
    lamp_post(s, s.w * 0.63, s.horizon + s.h * 0.15, s.h * 0.33, 0.15)
    lamp_post(s, s.w * 0.45, s.horizon + s.h * 0.095, s.h * 0.17, 0.4, -1)
    leafy(s, "near left", s.w * 0.05, s.horizon + s.h * 0.19, s.h * 0.72, LEAF, 0.06)
    leafy(s, "near right", s.w * 0.93, s.horizon + s.h * 0.16, s.h * 0.62, LEAF, 0.08)
    for i, x in enumerate((0.86, 0.99, 0.14)):
        bush(s, f"bush{i}", s.w * x, s.horizon + s.h * 0.19, s.h * 0.11, LEAF, 0.08)
    tufts(s, s.horizon + s.h * 0.10, GRASS, 150)
    scattered(s, s.horizon + s.h * 0.10, 60, (0.30, 0.70))
    near_leaves(s, "park", True)


def playground(s: Site) -> None:
    """A slide, swings, a roundabout and a sandpit under trees."""
    sky(s)
    s.band(ridge(s, "trees", s.horizon, s.h * 0.15, 30, 0.9), grass_of(s, LEAF), 0.62)
    ground(s, s.horizon + s.h * 0.03, GRASS)
    over_air(s)
    leafy(s, "shade", s.w * 0.06, s.horizon + s.h * 0.13, s.h * 0.58, LEAF, 0.1)
    leafy(s, "shade2", s.w * 0.95, s.horizon + s.h * 0.10, s.h * 0.46, LEAF, 0.15)
    soft = oval(s.w * 0.52, s.horizon + s.h * 0.23, s.w * 0.46, s.h * 0.13)
    s.p.fill(soft, s.snow() if s.white else s.light.material((0.80, 0.07, 78)), 0.95, 3, emits=True)
    foot = s.horizon + s.h * 0.19
    red, blue, yellow = (s.light.material(c) for c in ((0.58, 0.18, 28), (0.52, 0.13, 250), (0.80, 0.15, 85)))
    x, tall = s.w * 0.30, s.h * 0.34
    shadow_on_ground(s, x, foot, s.w * 0.08, tall)
    for dx in (-0.035, 0.035):
        s.p.line([(x + s.w * dx, foot), (x + s.w * dx, foot - tall * 1.1)], 9 * s.u, blue, 1, False, True)
    for i in range(5):
        y = foot - tall * (0.12 + 0.15 * i)
        s.p.line([(x - s.w * 0.035, y), (x + s.w * 0.035, y)], 6 * s.u, mix(blue, s.light.shadow, 0.4), 1, False, True)
    s.p.fill(
        poly((x - s.w * 0.05, foot - tall * 1.08), (x, foot - tall * 1.36), (x + s.w * 0.05, foot - tall * 1.08)),
        red,
        emits=True,
    )
    chute = spline(
        [
            (x + s.w * 0.035, foot - tall * 0.80, 1),
            (x + s.w * 0.10, foot - tall * 0.40),
            (x + s.w * 0.19, foot - tall * 0.06),
            (x + s.w * 0.235, foot - tall * 0.05, 1),
            (x + s.w * 0.235, foot, 1),
            (x + s.w * 0.17, foot + tall * 0.03),
            (x + s.w * 0.07, foot - tall * 0.30),
            (x + s.w * 0.03, foot - tall * 0.66, 1),
        ]
    )
    s.p.fill(chute, yellow, emits=True)
    s.p.gradient(
        chute,
        (x, foot - tall),
        (x, foot),
        [(0, mix(yellow, s.light.key, 0.5), 0.8), (1, mix(yellow, s.light.shadow, 0.4), 0.7)],
        emits=True,
    )
    left, right, top = s.w * 0.62, s.w * 0.86, foot - tall * 1.05
    for a in (left, right):
        for lean in (-0.022, 0.022):
            s.p.line([(a, top), (a + s.w * lean, foot)], 8 * s.u, red, 1, False, True)
    s.p.line([(left, top), (right, top)], 9 * s.u, red, 1, False, True)
    for i, a in enumerate((0.68, 0.78)):
        sway = s.w * 0.014 * (1 if i else -1)
        y = foot - tall * 0.20
        for dx in (-0.014, 0.014):
            s.p.line(
                [(s.w * (a + dx), top), (s.w * (a + dx) + sway, y)],
                2.2 * s.u,
                s.light.material((0.3, 0.02, 260)),
                1,
                False,
                True,
            )
        s.p.fill(rect(s.w * (a - 0.019) + sway, y, s.w * 0.038, 9 * s.u, 3), blue, emits=True)
        s.p.fill(oval(s.w * a, foot + s.h * 0.01, s.w * 0.03, s.h * 0.010), s.light.shadow, 0.35, 3, emits=True)
    bench(s, s.w * 0.50, s.horizon + s.h * 0.085, s.w * 0.085, 0.3)
    tufts(s, s.h * 0.86, GRASS, 80)
    near_leaves(s, "playground", True)


DRAWINGS: dict[str, Callable[[Site], None]] = {
    "garden": garden,
    "park": park,
    "playground": playground,
}
"""By the names in ``words``."""
