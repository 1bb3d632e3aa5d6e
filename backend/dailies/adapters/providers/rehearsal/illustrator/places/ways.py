"""Road and bridge."""

from __future__ import annotations

from collections.abc import Callable

from dailies.adapters.providers.rehearsal.illustrator.colour import mix
from dailies.adapters.providers.rehearsal.illustrator.places.built import lamp_post
from dailies.adapters.providers.rehearsal.illustrator.places.country import fields, hills
from dailies.adapters.providers.rehearsal.illustrator.places.growth import (
    GRASS,
    LEAF,
    grass_of,
    leafy,
    near_leaves,
    tufts,
)
from dailies.adapters.providers.rehearsal.illustrator.places.site import (
    LAMP,
    Site,
    ground,
    over_air,
    sheen,
    sky,
)
from dailies.adapters.providers.rehearsal.illustrator.places.vehicles import CAR, TRAIN, vehicle
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point, minus, moved, poly, rect, spline


def road(s: Site) -> None:
    """A road to the vanishing point with verges, posts, wires and hills; a car comes along it."""
    sky(s)
    hills(s)
    ground(s, s.horizon + s.h * 0.03, (0.60, 0.09, 112))
    fields(s, s.horizon + s.h * 0.03)
    over_air(s)
    y0, vx = s.horizon + s.h * 0.035, s.w * 0.54
    left, right = s.w * 0.04, s.w * 0.92
    tar = mix(s.light.material((0.40, 0.02, 265)), s.air.horizon, 0.10)
    gravel = s.snow() if s.white else mix(s.light.material((0.68, 0.04, 75)), s.light.shadow, 0.1)
    s.p.fill(
        poly((vx - 7, y0), (vx + 7, y0), (right + s.w * 0.07, s.h + 10), (left - s.w * 0.07, s.h + 10)),
        gravel,
        0.9,
        2,
        emits=True,
    )
    lane = poly((vx - 5, y0), (vx + 5, y0), (right, s.h + 10), (left, s.h + 10))
    s.p.gradient(
        lane,
        (0, y0),
        (0, s.h),
        [
            (0, mix(tar, s.air.horizon, 0.55), 1),
            (0.5, mix(tar, s.light.key, 0.08), 1),
            (1, mix(tar, s.light.shadow, 0.35), 1),
        ],
        emits=True,
    )
    with s.p.clip(lane):
        s.p.texture(lane, mix(tar, s.light.key, 0.4), 0.16, None, 84, 1.4 * s.u)
        for track in (0.27, 0.73):
            a = left + (right - left) * track
            s.p.fill(
                poly((vx, y0), (a - s.w * 0.05, s.h + 10), (a + s.w * 0.05, s.h + 10)),
                mix(tar, s.light.shadow, 0.4),
                0.28,
                4,
                emits=True,
            )
        if s.air.wet:
            sheen(s, y0, 34, s.air.horizon, vx, 2.2)
    white = s.light.material((0.90, 0.04, 88))
    for i in range(9):
        a, b = (i / 9) ** 2.2, ((i + 0.5) / 9) ** 2.2
        ya, yb = y0 + (s.h - y0) * a, y0 + (s.h - y0) * b
        middle = (left + right) / 2
        xa, xb = vx + (middle - vx) * a, vx + (middle - vx) * b
        s.p.fill(
            poly((xa - 8 * a - 1, ya), (xa + 8 * a + 1, ya), (xb + 8 * b + 1, yb), (xb - 8 * b - 1, yb)),
            white,
            0.85,
            emits=True,
        )
    for edge in (left + s.w * 0.03, right - s.w * 0.03):
        s.p.fill(poly((vx, y0), (edge - 6 * s.u, s.h + 10), (edge + 6 * s.u, s.h + 10)), white, 0.6, emits=True)
    vehicle(s, CAR, s.w * 0.455, y0 + s.h * 0.115, s.w * 0.016, (0.56, 0.17, 28), 0.25, 58, -1)
    before: tuple[float, float] | None = None
    for i in range(7):
        z = 0.06 + 0.94 * (i / 6) ** 2.4
        x, foot, tall = vx + (s.w * 1.02 - vx) * z, y0 + (s.h * 0.92 - y0) * z, s.h * 0.62 * z
        tone = s.far((0.30, 0.04, 50), 0.7 * (1 - z))
        s.p.line([(x, foot), (x, foot - tall)], max(1.2, 9 * z * s.u), tone, 1, False, True)
        s.p.line(
            [(x - tall * 0.09, foot - tall * 0.92), (x + tall * 0.09, foot - tall * 0.92)],
            max(1, 6 * z * s.u),
            tone,
            1,
            False,
            True,
        )
        if before:
            sag = (
                (before[0] + x) / 2,
                max(before[1], foot - tall * 0.92) * 0.55 + min(before[1], foot - tall * 0.92) * 0.45 + tall * 0.05,
            )
            s.p.line([before, sag, (x, foot - tall * 0.92)], max(0.8, 1.8 * z * s.u), tone, 0.8, False, True)
        before = (x, foot - tall * 0.92)
    tufts(s, s.horizon + s.h * 0.14, (0.58, 0.09, 115), 120)
    leafy(s, "verge", s.w * 0.07, s.horizon + s.h * 0.16, s.h * 0.44, LEAF, 0.12)
    near_leaves(s, "road")


def bridge(s: Site) -> None:
    """A stone bridge of three arches over a river."""
    sky(s)
    hills(s)
    level = s.horizon + s.h * 0.06
    ground(s, level - s.h * 0.02, GRASS)
    water = rect(-10, level, s.w + 20, s.h)
    s.p.gradient(
        water,
        (0, level),
        (0, s.h),
        [
            (0, s.air.horizon, 1),
            (0.35, mix(s.air.sky[1], (0.46, 0.06, 215), 0.5), 1),
            (1, mix(s.air.sky[0], s.light.shadow, 0.4), 1),
        ],
        emits=True,
    )
    over_air(s)
    stone = s.far((0.66, 0.035, 75), 0.22)
    top, deck = s.horizon - s.h * 0.115, s.h * 0.045
    body = spline(
        [
            (-40, s.horizon - s.h * 0.02, 1),
            (s.w * 0.2, top + s.h * 0.04),
            (s.w * 0.5, top),
            (s.w * 0.8, top + s.h * 0.04),
            (s.w + 40, s.horizon - s.h * 0.02, 1),
            (s.w + 40, level + s.h * 0.06, 1),
            (-40, level + s.h * 0.06, 1),
        ]
    )
    for span in ((0.14, 0.36), (0.38, 0.62), (0.64, 0.86)):
        a, b = s.w * span[0], s.w * span[1]
        rise = s.horizon - s.h * (0.045 if span[0] == 0.38 else 0.02)
        body = minus(
            body,
            spline(
                [
                    (a, level + s.h * 0.08, 1),
                    (a + (b - a) * 0.06, s.horizon + s.h * 0.03),
                    ((a + b) / 2, rise),
                    (b - (b - a) * 0.06, s.horizon + s.h * 0.03),
                    (b, level + s.h * 0.08, 1),
                ]
            ),
        )
    s.p.fill(moved(body, 0, s.h * 0.19), mix(stone, s.light.shadow, 0.6), 0.35, 8 * s.u, emits=True)
    s.p.fill(moved(body, s.w * 0.02, deck * 0.3), mix(stone, s.light.shadow, 0.6), emits=True)
    s.p.fill(body, stone, emits=True)
    with s.p.clip(body):
        s.p.gradient(
            body,
            (0, top),
            (0, level),
            [(0, mix(stone, s.light.key, 0.35), 0.9), (1, mix(stone, s.light.shadow, 0.45), 0.8)],
            emits=True,
        )
        chance = s.chance("stones")
        for row in range(9):
            y = top + s.h * 0.026 * row
            for i in range(26):
                x = s.w * (i + 0.5 * (row % 2)) / 26
                s.p.fill(
                    rect(x, y, s.w / 27, s.h * 0.022, 2),
                    mix(stone, s.light.key if chance.uniform() < 0.5 else s.light.shadow, 0.25),
                    float(chance.uniform(0.1, 0.5)),
                    emits=True,
                )
    rail: list[Point] = [
        (-40, s.horizon - s.h * 0.025),
        (s.w * 0.2, top + s.h * 0.034),
        (s.w * 0.5, top - 4),
        (s.w * 0.8, top + s.h * 0.034),
        (s.w + 40, s.horizon - s.h * 0.025),
    ]
    s.p.line(rail, 9 * s.u, mix(stone, s.light.key, 0.5), 1, False, True)
    if s.has("viaduct", "railway", "train"):
        vehicle(s, TRAIN, s.w * 0.46, top + s.h * 0.012, s.h * 0.030, (0.46, 0.14, 28), 0.22)
    lamp_post(s, s.w * 0.27, top + s.h * 0.035, s.h * 0.16, 0.2)
    lamp_post(s, s.w * 0.73, top + s.h * 0.035, s.h * 0.16, 0.2, -1)
    sheen(s, level + s.h * 0.02, 46, LAMP if s.air.dark > 0.5 else None)
    leafy(s, "bank", s.w * 0.05, level + s.h * 0.09, s.h * 0.44, LEAF, 0.12)
    leafy(s, "bank2", s.w * 0.95, level + s.h * 0.06, s.h * 0.36, LEAF, 0.18)
    bank = spline(
        [
            (-40, s.h * 0.86, 1),
            (s.w * 0.3, s.h * 0.84),
            (s.w * 0.7, s.h * 0.86),
            (s.w + 40, s.h * 0.82, 1),
            (s.w + 40, s.h + 20, 1),
            (-40, s.h + 20, 1),
        ]
    )
    tone = s.light.material(grass_of(s))
    s.p.fill(bank, tone, emits=True)
    s.p.gradient(
        bank,
        (0, s.h * 0.82),
        (0, s.h),
        [(0, mix(tone, s.light.key, 0.25), 0.8), (1, mix(tone, s.light.shadow, 0.55), 0.9)],
        emits=True,
    )
    tufts(s, s.h * 0.86, GRASS, 120)
    near_leaves(s, "bridge")


DRAWINGS: dict[str, Callable[[Site], None]] = {
    "road": road,
    "bridge": bridge,
}
"""By the names in ``words``."""
