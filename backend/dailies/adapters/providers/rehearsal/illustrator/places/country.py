"""Tended country: field, farm and village."""

from __future__ import annotations

from collections.abc import Callable

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, mix
from dailies.adapters.providers.rehearsal.illustrator.places.built import fence, house
from dailies.adapters.providers.rehearsal.illustrator.places.growth import (
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
    ground,
    over_air,
    ridge,
    sky,
)
from dailies.adapters.providers.rehearsal.illustrator.shapes import oval, poly, rect, spline


def hills(s: Site, colour: Colour = (0.50, 0.08, 150)) -> None:
    """Three ranges with the hedges and woods that lie across them."""
    colour = grass_of(s, colour)
    for i, (distance, rise) in enumerate(((0.95, 0.17), (0.78, 0.12), (0.58, 0.075))):
        outline = ridge(s, f"hill{i}", s.horizon + s.h * 0.025 * i, s.h * rise, 9, 0.3)
        s.band(outline, colour, distance, 0.2)
        chance = s.chance("hedges", i)
        wood = s.far((0.38, 0.06, 155), distance * 0.86)
        for _ in range(5):
            at = outline[int(chance.integers(1, len(outline) - 1))]
            x, y = at[0] + float(chance.uniform(-0.05, 0.05)) * s.w, at[1] + s.h * float(chance.uniform(0.012, 0.035))
            for k in range(6):
                r = s.h * float(chance.uniform(0.006, 0.012)) * (1 + 0.4 * i)
                s.p.fill(oval(x + (k - 3) * r * 1.5, y - (k % 2) * r * 0.3, r * 1.3, r), wood, 0.85, emits=True)


def fields(s: Site, level: float) -> None:
    """Strips of fields between the hills and the foreground."""
    chance = s.chance("fields")
    tones: tuple[Colour, ...] = ((0.62, 0.10, 118), (0.70, 0.10, 95), (0.52, 0.10, 140), (0.60, 0.08, 105))
    for i in range(6):
        t = i / 6
        y, tall = level + s.h * 0.055 * t**1.3, s.h * (0.010 + 0.022 * t)
        x = -s.w * 0.1
        while x < s.w:
            wide = s.w * float(chance.uniform(0.10, 0.34))
            tone = s.far(grass_of(s, tones[int(chance.integers(4))]), 0.62 - 0.3 * t)
            s.p.fill(
                poly((x, y), (x + wide, y), (x + wide * 1.04, y + tall), (x - wide * 0.04, y + tall)),
                tone,
                0.85,
                1,
                emits=True,
            )
            x += wide


def way(s: Site, top: tuple[float, float], bottom: tuple[float, float], start: float, tone: Colour) -> None:
    """A path from ``start`` pixels down to the viewer: left and right edges as shares of the width."""
    shown = s.light.material((0.84, 0.02, 245) if s.white else tone)
    bend = (bottom[0] + bottom[1]) / 2 - (top[0] + top[1]) / 2
    path = spline(
        [
            (s.w * top[0], start, 1),
            (s.w * top[1], start, 1),
            (s.w * (top[1] + 0.035 - bend * 0.3), start + (s.h - start) * 0.26),
            (s.w * (top[1] + (bottom[1] - top[1]) * 0.50), start + (s.h - start) * 0.60),
            (s.w * bottom[1], s.h + 20, 1),
            (s.w * bottom[0], s.h + 20, 1),
            (s.w * (top[0] + (bottom[0] - top[0]) * 0.42), start + (s.h - start) * 0.60),
            (s.w * (top[0] - 0.020 - bend * 0.3), start + (s.h - start) * 0.26),
        ]
    )
    s.p.gradient(
        path,
        (0, start),
        (0, s.h),
        [
            (0, mix(shown, s.air.horizon, 0.35), 1),
            (0.5, mix(shown, s.light.key, 0.12), 1),
            (1, mix(shown, s.light.shadow, 0.30), 1),
        ],
        emits=True,
    )
    with s.p.clip(path):
        s.p.texture(path, mix(shown, s.light.shadow, 0.4), 0.22, None, -2, 1.2 * s.u)
        chance = s.chance("way")
        for _ in range(28):
            t = float(chance.uniform(0.1, 1))
            x, y, r = float(chance.uniform(0.1, 0.95)) * s.w, start + (s.h - start) * t, (1 + 6 * t) * s.u
            s.p.fill(oval(x, y, r, r * 0.45), mix(shown, s.light.shadow, 0.35), 0.6, emits=True)


def field(s: Site) -> None:
    """A meadow under hills and fields, with a path, flowers, a fence and a great tree."""
    sky(s)
    hills(s)
    ripe = s.has("wheat", "corn", "harvest", "golden field", "barley")
    grass: Colour = (0.74, 0.12, 85) if ripe else grass_of(s)
    ground(s, s.horizon + s.h * 0.03, grass)
    fields(s, s.horizon + s.h * 0.03)
    over_air(s)
    chance = s.chance("line")
    for i in range(16):
        x = s.w * (i + float(chance.uniform(0, 1))) / 16
        if chance.uniform() < 0.7:
            leafy(s, f"line{i}", x, s.horizon + s.h * 0.055, s.h * float(chance.uniform(0.05, 0.11)), LEAF, 0.55)
    side = 0.86 if s.chance("side").random() < 0.5 else 0.14
    way(s, (1 - side - 0.006, 1 - side + 0.012), (0.30, 0.62), s.horizon + s.h * 0.085, (0.70, 0.06, 78))
    _posts(s, side)
    leafy(s, "near", s.w * side, s.horizon + s.h * 0.16, s.h * 0.50, LEAF, 0.10)
    if s.has("hay", "harvest", "farm"):
        for i, (x, z) in enumerate(((0.36, 0.10), (0.58, 0.15), (0.46, 0.24))):
            _bale(s, f"bale{i}", s.w * x, s.horizon + s.h * z, s.h * (0.03 + 0.18 * z))
    tufts(s, s.horizon + s.h * 0.08, grass, 190)
    if not ripe:
        scattered(s, s.horizon + s.h * 0.08, 90, (0.34, 0.60))
    near_leaves(s, "field")


def _posts(s: Site, side: float) -> None:
    """A wire fence that runs towards the distance."""
    wood = (0.42, 0.05, 60)
    before: tuple[float, float] | None = None
    away = 1 if side < 0.5 else -1
    for i in range(8):
        z = 0.06 + 0.94 * (i / 7) ** 1.9
        x = s.w * (0.5 - away * 0.06) + away * -s.w * 0.62 * z
        foot, tall = s.horizon + s.h * 0.06 + (s.h * 0.98 - s.horizon) * z * 0.9, s.h * 0.15 * z + 3
        tone = s.far(wood, 0.55 * (1 - z))
        s.p.line([(x, foot), (x, foot - tall)], max(1.2, 10 * z * s.u), tone, 1, False, True)
        if before:
            for up in (0.45, 0.85):
                s.p.line(
                    [(before[0], before[1] + s.h * 0.15 * (1 - up) * 0.4), (x, foot - tall * up)],
                    max(0.7, 2.2 * z * s.u),
                    tone,
                    0.7,
                    False,
                    True,
                )
        before = (x, foot - tall)


def _bale(s: Site, key: str, x: float, foot: float, r: float) -> None:
    hay = s.light.material((0.72, 0.11, 82))
    shadow_on_ground(s, x, foot, r * 1.2, r)
    s.p.fill(rect(x - r * 1.1, foot - r * 1.6, r * 1.3, r * 1.6, r * 0.4), mix(hay, s.light.shadow, 0.35), emits=True)
    s.p.fill(oval(x + r * 0.2, foot - r * 0.8, r * 0.78, r * 0.80), hay, emits=True)
    for k in (0.75, 0.5, 0.25):
        s.p.fill(
            oval(x + r * 0.2, foot - r * 0.8, r * 0.78 * k, r * 0.80 * k),
            mix(hay, s.light.shadow if k != 0.5 else s.light.key, 0.25),
            0.6,
            emits=True,
        )


def farm(s: Site) -> None:
    """A red barn and a silo behind a fence, a field of stubble, hay."""
    sky(s)
    hills(s)
    ground(s, s.horizon + s.h * 0.03, grass_of(s))
    fields(s, s.horizon + s.h * 0.03)
    over_air(s)
    leafy(s, "yard", s.w * 0.12, s.horizon + s.h * 0.08, s.h * 0.36, LEAF, 0.2)
    silo, x = s.far((0.74, 0.012, 230), 0.15), s.w * 0.475
    foot = s.horizon + s.h * 0.085
    body = rect(x, foot - s.h * 0.33, s.w * 0.058, s.h * 0.33)
    s.p.gradient(
        body,
        (x, 0),
        (x + s.w * 0.058, 0),
        [(0, mix(silo, s.light.key, 0.4), 1), (1, mix(silo, s.light.shadow, 0.5), 1)],
        emits=True,
    )
    s.p.fill(oval(x + s.w * 0.029, foot - s.h * 0.33, s.w * 0.029, s.h * 0.05), mix(silo, s.light.key, 0.2), emits=True)
    house(s, "barn", s.w * 0.53, s.horizon + s.h * 0.10, s.w * 0.30, (0.46, 0.15, 28), 0.10, (0.36, 0.03, 40))
    house(s, "farmhouse", s.w * 0.22, s.horizon + s.h * 0.07, s.w * 0.13, (0.88, 0.02, 88), 0.25)
    way(s, (0.60, 0.64), (0.40, 0.80), s.horizon + s.h * 0.11, (0.64, 0.06, 65))
    fence(s, s.horizon + s.h * 0.17, s.h * 0.085, 0.1, 0.0, 0.42)
    fence(s, s.horizon + s.h * 0.17, s.h * 0.085, 0.1, 0.84, 1.0)
    for i, (bx, z) in enumerate(((0.16, 0.24), (0.28, 0.22))):
        _bale(s, f"hay{i}", s.w * bx, s.horizon + s.h * z, s.h * 0.055)
    tufts(s, s.horizon + s.h * 0.12, grass_of(s), 130)
    near_leaves(s, "farm")


def village(s: Site) -> None:
    """Gabled houses along a lane that bends up to a church, under hills."""
    sky(s)
    hills(s)
    ground(s, s.horizon + s.h * 0.03, GRASS)
    fields(s, s.horizon + s.h * 0.02)
    over_air(s)
    _church_tower(s, s.w * 0.60, s.horizon + s.h * 0.045, s.h * 0.24)
    chance = s.chance("houses")
    walls: tuple[Colour, ...] = (
        (0.88, 0.03, 85),
        (0.74, 0.08, 65),
        (0.62, 0.11, 35),
        (0.80, 0.05, 210),
        (0.84, 0.08, 85),
    )
    scale = (s.w * s.h) ** 0.5
    for i in range(9):
        x = s.w * (i + float(chance.uniform(0.1, 0.5))) / 9
        foot = s.horizon + s.h * float(chance.uniform(0.025, 0.05))
        house(
            s, f"far{i}", x, foot, 0.075 * scale * float(chance.uniform(0.8, 1.2)), walls[int(chance.integers(5))], 0.55
        )
        leafy(s, f"ft{i}", x - s.w * 0.02, foot + 2, s.h * 0.10, LEAF, 0.5)
    way(s, (0.515, 0.535), (0.24, 0.80), s.horizon + s.h * 0.055, (0.72, 0.05, 75))
    rows = ((0.20, 0.09, 0.15, 0.30), (0.66, 0.085, 0.14, 0.30), (-0.07, 0.175, 0.30, 0.06), (0.775, 0.165, 0.28, 0.06))
    for i, (across, low, size, distance) in enumerate(rows):
        foot = s.horizon + s.h * low
        leafy(s, f"t{i}", s.w * (across + (0.26 if across < 0.5 else -0.01)), foot, scale * size * 0.94, LEAF, distance)
        house(s, f"near{i}", s.w * across, foot, size * scale, walls[(i * 2 + int(chance.integers(2))) % 5], distance)
        for k in range(3):
            bush(
                s,
                f"b{i}{k}",
                s.w * across + size * scale * (0.15 + 0.36 * k),
                foot + s.h * 0.012,
                size * scale * 0.22,
                LEAF,
                distance,
            )
    tufts(s, s.horizon + s.h * 0.2, GRASS, 90)
    scattered(s, s.horizon + s.h * 0.18, 36, (0.30, 0.74))
    near_leaves(s, "village")


def _church_tower(s: Site, x: float, foot: float, tall: float) -> None:
    stone, slate = s.far((0.78, 0.02, 80), 0.5), s.far((0.40, 0.04, 250), 0.5)
    wide = tall * 0.24
    s.p.fill(rect(x, foot - tall * 0.62, wide, tall * 0.62), stone, emits=True)
    s.p.fill(
        rect(x + wide * 0.5, foot - tall * 0.62, wide * 0.5, tall * 0.62), mix(stone, s.light.shadow, 0.25), emits=True
    )
    s.p.fill(
        poly((x - wide * 0.1, foot - tall * 0.60), (x + wide / 2, foot - tall), (x + wide * 1.1, foot - tall * 0.60)),
        slate,
        emits=True,
    )
    s.p.fill(oval(x + wide / 2, foot - tall * 0.50, wide * 0.14), mix(stone, s.light.shadow, 0.6), emits=True)


DRAWINGS: dict[str, Callable[[Site], None]] = {
    "field": field,
    "farm": farm,
    "village": village,
}
"""By the names in ``words``."""
