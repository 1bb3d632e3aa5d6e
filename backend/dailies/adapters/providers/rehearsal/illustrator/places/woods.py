"""Forest and jungle."""

from __future__ import annotations

import math
from collections.abc import Callable

from dailies.adapters.providers.rehearsal.illustrator.colour import mix
from dailies.adapters.providers.rehearsal.illustrator.places.growth import (
    bush,
    grass_of,
    leaf_of,
    near_leaves,
    palm,
    pine,
    scattered,
    shadow_on_ground,
    tufts,
)
from dailies.adapters.providers.rehearsal.illustrator.places.site import (
    Site,
    ground,
    over_air,
    ridge,
    sky,
)
from dailies.adapters.providers.rehearsal.illustrator.shapes import poly, spline, tube

_ROWS = ((0.78, 18, 0.0), (0.54, 12, 0.055), (0.26, 8, 0.15))
"""Rows of trunks: distance, how many, and how far below the horizon they stand, as a share of the height."""


def forest(s: Site) -> None:
    """Trunks in rows closing round a clearing, a path of light, ferns in front."""
    if s.has("jungle", "rainforest", "tropical"):
        jungle(s)
        return
    sky(s)
    green = grass_of(s, (0.40, 0.075, 150)) if not s.white else (0.40, 0.05, 165)
    middle = s.w * (0.44 + 0.14 * float(s.chance("clearing").random()))
    for i, distance in enumerate((0.92, 0.74)):
        s.band(ridge(s, f"wood{i}", s.horizon - s.h * (0.12 - 0.07 * i), s.h * 0.22, 30, 0.9), green, distance)
    s.p.glow(middle, s.horizon - s.h * 0.06, s.h * 0.62, s.air.horizon, 0.75 - 0.35 * s.air.dark)
    ground(s, s.horizon + s.h * 0.02, (0.44, 0.075, 122), (0.30, 0.05, 130))
    over_air(s, True)
    _path_of_light(s, middle)
    conifers = s.has("pine", "fir", "snow", "spruce", "conifer", "taiga") or s.white
    for row, (distance, count, low) in enumerate(_ROWS):
        chance = s.chance("trunks", row)
        foot = s.horizon + s.h * (0.03 + low)
        for i in range(count):
            x = s.w * (i + float(chance.uniform(0.1, 0.9))) / count
            clear = s.w * (0.05 + 0.10 * row)
            step = foot + s.h * 0.02 * float(chance.uniform(-0.6, 1))
            if abs(x - middle) < clear:
                continue
            if conifers:
                pine(s, x, step, s.h * (0.36 + 0.22 * row) * float(chance.uniform(0.8, 1.15)), green, distance)
            else:
                _trunk(s, f"{row}.{i}", x, step, row, distance)
        if not conifers:
            _canopy(s, row, distance, middle)
    _shafts(s, middle)
    for i in range(6):
        x = (0.04, 0.15, 0.27, 0.73, 0.86, 0.97)[i]
        _fern(s, f"fern{i}", s.w * x, s.h * (0.86 + 0.05 * (i % 3)), s.h * 0.10)
    tufts(s, s.horizon + s.h * 0.10, (0.42, 0.09, 140), 120)
    scattered(s, s.horizon + s.h * 0.12, 40, (0.34, 0.66))
    _near_trunk(s, middle)


def _path_of_light(s: Site, middle: float) -> None:
    start = s.horizon + s.h * 0.04
    tone = s.snow() if s.white else mix(s.light.material((0.60, 0.06, 90)), s.light.key, 0.25)
    path = spline(
        [(middle - 14 * s.u, start, 1), (middle + 14 * s.u, start, 1), (middle + s.w * 0.09, s.h * 0.78),
         (middle + s.w * 0.20, s.h + 20, 1), (middle - s.w * 0.16, s.h + 20, 1), (middle - s.w * 0.02, s.h * 0.78)]
    )  # fmt: skip
    s.p.gradient(
        path,
        (0, start),
        (0, s.h),
        [(0, mix(tone, s.air.horizon, 0.4), 0.9), (1, mix(tone, s.light.shadow, 0.45), 0.8)],
        emits=True,
    )


def _trunk(s: Site, key: str, x: float, foot: float, row: int, distance: float) -> None:
    chance = s.chance("trunk", key)
    wide = s.u * (5 + 9 * row**1.6) * float(chance.uniform(0.7, 1.35))
    birch = s.has("birch")
    bark = s.far((0.80, 0.015, 90) if birch else (0.32, 0.045, 55), distance)
    lean = float(chance.uniform(-22, 22)) * s.u
    shape = tube(
        (x - wide * 0.3, foot + wide * 0.5, wide * 2.0),
        (x, foot - wide * 2.2, wide * 1.05),
        (x + lean * 0.5, foot * 0.5, wide * 0.85),
        (x + lean, -40, wide * 0.7),
        start=False,
        end=False,
    )
    s.p.fill(shape, bark, emits=True)
    side = 1 if s.light.towards[0] > 0 else -1
    with s.p.clip(shape):
        s.p.gradient(
            shape,
            (x + side * wide * 1.2, 0),
            (x - side * wide * 1.4, 0),
            [(0, mix(bark, s.light.key, 0.45), 0.9), (0.45, bark, 0.3), (1, mix(bark, s.light.shadow, 0.55), 0.9)],
            emits=True,
        )
        if row:
            s.p.texture(shape, mix(bark, s.light.shadow, 0.5), 0.4, None, 84, 0.4 + 0.2 * row)
            for _ in range(5 if birch else 3):
                y = float(chance.uniform(0.05, 0.95)) * foot
                s.p.line(
                    [(x - wide, y), (x + wide * float(chance.uniform(-0.2, 0.6)), y + 3)],
                    wide * 0.16,
                    mix(bark, s.light.shadow, 0.65),
                    0.6,
                    emits=True,
                )
    if row:
        up = foot * float(chance.uniform(0.25, 0.5))
        away = 1 if chance.random() < 0.5 else -1
        s.p.fill(tube((x, up, wide * 0.4), (x + away * wide * 4, up - wide * 5, wide * 0.15)), bark, emits=True)
    if row == 2:
        shadow_on_ground(s, x, foot + wide * 0.5, wide * 3.4, s.h * 0.55)


def _canopy(s: Site, row: int, distance: float, middle: float) -> None:
    """Leaves overhead, open above the clearing."""
    if s.air.season == "winter":
        return
    chance = s.chance("canopy", row)
    for _ in range(16 + 4 * row):
        x = float(chance.uniform(-0.05, 1.05)) * s.w
        open_sky = max(0.0, 1 - abs(x - middle) / (s.w * 0.30))
        y = float(chance.uniform(-0.03, 0.20 - 0.05 * row)) * s.h - open_sky * s.h * 0.14
        r = s.h * float(chance.uniform(0.05, 0.11))
        leaf = s.far(leaf_of(s, (0.44, 0.09, 140), float(chance.random())), distance)
        for tone, shift, shrink in (
            (mix(leaf, s.light.shadow, 0.35), 0.0, 1.0),
            (leaf, -0.18, 0.72),
            (mix(leaf, s.light.key, 0.35), -0.35, 0.36),
        ):
            points = [
                (
                    x + math.cos(k * math.pi / 5) * r * 1.5 * shrink * float(chance.uniform(0.8, 1.2)),
                    y + r * shift + math.sin(k * math.pi / 5) * r * shrink * float(chance.uniform(0.75, 1.2)),
                )
                for k in range(10)
            ]
            s.p.fill(spline(points), tone, 0.88, 1.2, emits=True)


def _shafts(s: Site, middle: float) -> None:
    if s.air.dark > 0.6 or s.air.fall or not s.air.sun:
        return
    lean = -s.light.towards[0] * s.w * 0.16
    with s.p.layer(5 * s.u, 1.0, (0, 0, s.w, s.h * 0.9)):
        for i, wide in enumerate((0.05, 0.03, 0.065, 0.035)):
            x = middle + s.w * (-0.24 + 0.15 * i) - lean * 0.8
            shaft = poly(
                (x, -10),
                (x + s.w * wide * 0.6, -10),
                (x + lean + s.w * wide, s.h * 0.86),
                (x + lean - s.w * wide * 0.3, s.h * 0.86),
            )
            s.p.gradient(
                shaft,
                (0, 0),
                (0, s.h * 0.86),
                [(0, s.light.key, 0.34), (0.7, s.light.key, 0.14), (1, s.light.key, 0)],
                emits=True,
            )


def _fern(s: Site, key: str, x: float, foot: float, tall: float) -> None:
    chance = s.chance(key)
    base = s.light.material((0.40, 0.09, 140) if not s.white else (0.55, 0.03, 150))
    for i in range(9):
        turn = math.pi * (0.08 + 0.84 * i / 8)
        reach = tall * float(chance.uniform(0.8, 1.15))
        tip = (x + math.cos(turn) * reach, foot - math.sin(turn) * reach * 0.75)
        tone = mix(base, s.light.key if i % 3 == 0 else s.light.shadow, 0.25)
        middle = (x + math.cos(turn) * reach * 0.5, foot - math.sin(turn) * reach * 0.62)
        s.p.fill(
            spline(
                [
                    (x, foot, 1),
                    (middle[0] - tall * 0.035, middle[1]),
                    (*tip, 1),
                    (middle[0] + tall * 0.045, middle[1] + tall * 0.04),
                ]
            ),
            tone,
            emits=True,
        )


def _near_trunk(s: Site, middle: float) -> None:
    """A dark trunk at one edge, nearer than the camera's focus."""
    side = -1 if middle > s.w / 2 else 1
    x = s.w * (0.5 + 0.50 * side)
    tone = mix(s.light.material((0.20, 0.03, 60)), s.light.shadow, 0.5)
    wide = s.w * 0.038
    s.p.fill(
        tube((x, s.h + 60, wide * 1.5), (x - side * 8, s.h * 0.6, wide), (x, -60, wide * 1.1)),
        tone,
        0.96,
        2.5 * s.u,
        emits=True,
    )
    s.p.fill(
        tube(
            (x, s.h * 0.34, wide * 0.4),
            (x - side * s.w * 0.10, s.h * 0.20, wide * 0.2),
            (x - side * s.w * 0.17, s.h * 0.17, wide * 0.07),
        ),
        tone,
        0.96,
        2.5 * s.u,
        emits=True,
    )


def jungle(s: Site) -> None:
    """Palms and great leaves in the steam."""
    sky(s)
    for i, distance in enumerate((0.9, 0.72, 0.5)):
        s.band(
            ridge(s, f"wood{i}", s.horizon - s.h * (0.16 - 0.08 * i), s.h * 0.24, 26, 0.9), (0.42, 0.10, 145), distance
        )
    s.p.glow(s.w * 0.5, s.horizon - s.h * 0.05, s.h * 0.6, s.air.horizon, 0.6)
    ground(s, s.horizon + s.h * 0.04, (0.42, 0.09, 130), (0.28, 0.06, 140))
    over_air(s, True)
    chance = s.chance("palms")
    for i in range(9):
        x = s.w * (i + float(chance.uniform(0.1, 0.9))) / 9
        near = abs(x / s.w - 0.5) * 2
        palm(s, f"p{i}", x, s.horizon + s.h * (0.05 + 0.12 * near), s.h * (0.34 + 0.42 * near), 0.62 - 0.5 * near)
    for i in range(8):
        bush(
            s,
            f"under{i}",
            s.w * (i + 0.5) / 8,
            s.horizon + s.h * (0.10 + 0.06 * (i % 2)),
            s.h * 0.16,
            (0.42, 0.11, 145),
            0.3,
        )
    for i, x in enumerate((0.02, 0.14, 0.26, 0.76, 0.88, 0.99)):
        _fern(s, f"fern{i}", s.w * x, s.h * (0.90 + 0.04 * (i % 2)), s.h * 0.20)
    tufts(s, s.horizon + s.h * 0.12, (0.42, 0.11, 140), 100)
    near_leaves(s, "jungle")
    near_leaves(s, "jungle top", True)


DRAWINGS: dict[str, Callable[[Site], None]] = {
    "forest": forest,
    "jungle": jungle,
}
"""By the names in ``words``."""
