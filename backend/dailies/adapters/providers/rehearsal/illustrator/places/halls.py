"""Large rooms for many: museum, gym, theatre, church, courtroom and great hall."""

from __future__ import annotations

from collections.abc import Callable

import skia

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter
from dailies.adapters.providers.rehearsal.illustrator.places.interior import (
    WOOD,
    Scheme,
    block,
    floor_line,
    near_thing,
    on,
    room,
    stand,
)
from dailies.adapters.providers.rehearsal.illustrator.places.site import LAMP, Site
from dailies.adapters.providers.rehearsal.illustrator.shapes import oval, poly, rect, spline


def museum(s: Site) -> None:
    """White walls with pictures."""
    room(s, Scheme((0.86, 0.015, 85), None, (0.62, 0.06, 65), (), None, (0.30, 0.60)))
    with s.p.lit_by(s.air.room):
        for x, w, h, c in (
            (0.08, 0.20, 0.32, (0.46, 0.10, 250)),
            (0.38, 0.26, 0.36, (0.66, 0.13, 60)),
            (0.74, 0.18, 0.30, (0.50, 0.12, 25)),
        ):
            s.p.shape(rect(s.w * x, s.h * 0.18, s.w * w, s.h * h), (0.70, 0.10, 82), 4)
            inner = rect(s.w * (x + 0.012), s.h * 0.202, s.w * (w - 0.024), s.h * (h - 0.044))
            s.p.shape(inner, c, 0, dry=0.5)
            with s.p.clip(inner):
                s.p.fill(oval(s.w * (x + w * 0.6), s.h * 0.30, s.h * 0.06), (0.90, 0.09, 85), 0.9)
                s.p.fill(
                    spline(
                        [
                            (s.w * x, s.h * 0.42),
                            (s.w * (x + w * 0.4), s.h * 0.36),
                            (s.w * (x + w), s.h * 0.44),
                            (s.w * (x + w), s.h * 0.6, 1),
                            (s.w * x, s.h * 0.6, 1),
                        ]
                    ),
                    lighter(c, -0.15),
                )
    stand(s, "bench", 0.52, 0.10, WOOD, 0.09)


def gym(s: Site) -> None:
    """A hall with a punch bag, racks and mats."""
    room(s, Scheme((0.58, 0.03, 250), (0.42, 0.05, 255), (0.62, 0.08, 70), ((0.08, 0.08, 0.84, 0.20),), None, ()))
    with s.p.lit_by(s.air.room):
        s.p.line([(s.w * 0.80, -5), (s.w * 0.80, s.h * 0.22)], 5 * s.u, (0.3, 0.02, 250), 1, False)
        s.p.shape(rect(s.w * 0.765, s.h * 0.22, s.w * 0.07, s.h * 0.38, 18), (0.52, 0.16, 27), 16, dry=0.3)
        s.p.shape(
            poly(
                (s.w * 0.25, s.h * 0.84), (s.w * 0.75, s.h * 0.84), (s.w * 0.85, s.h * 0.98), (s.w * 0.15, s.h * 0.98)
            ),
            (0.46, 0.10, 250),
            0,
            dry=0.3,
        )
        for i in range(4):
            y = s.h * (0.46 + 0.07 * i)
            s.p.line([(s.w * 0.06, y), (s.w * 0.26, y)], 6 * s.u, (0.3, 0.02, 250), 1, False)
            for k in range(4):
                s.p.shape(oval(s.w * (0.09 + 0.045 * k), y - 6, 13 * s.u), (0.26, 0.02, 260), 3)


def theatre(s: Site) -> None:
    """A stage between red curtains, in a spotlight, above dark rows of heads."""
    p = s.p
    whole = rect(0, 0, s.w, s.h)
    p.gradient(
        whole,
        (0, 0),
        (0, s.h),
        [(0, (0.20, 0.06, 25), 1), (0.7, (0.34, 0.09, 30), 1), (1, (0.18, 0.05, 30), 1)],
        emits=True,
    )
    p.radial(
        whole, (s.w * 0.5, s.h * 0.45), s.w * 0.45, [(0, (0.60, 0.12, 45), 0.9), (1, (0.25, 0.07, 25), 0)], emits=True
    )
    p.paint_over("back", 500, 0.9, lambda x, y: 80.0)
    floor = floor_line(s)
    with p.lit_by(s.air.room):
        p.shape(poly((0, s.h), (s.w * 0.08, floor), (s.w * 0.92, floor), (s.w, s.h)), (0.52, 0.09, 55), 0, dry=0.5)
        for side in (-1, 1):
            for i in range(5):
                x = s.w * (0.5 + side * (0.56 - 0.055 * i))
                p.shape(
                    spline(
                        [
                            (x - 46 * s.u, -20, 1),
                            (x + 46 * s.u, -20, 1),
                            (x + 34 * s.u, s.h * 0.4),
                            (x + 44 * s.u, s.h * 0.86, 1),
                            (x - 44 * s.u, s.h * 0.86, 1),
                            (x - 34 * s.u, s.h * 0.4),
                        ]
                    ),
                    (0.48, 0.17, 25),
                    16 * s.u,
                    dry=0.3,
                    angle=80,
                )
        for i in range(7):
            p.shape(
                spline(
                    [
                        (s.w * i / 7, -20, 1),
                        (s.w * (i + 1) / 7, -20, 1),
                        (s.w * (i + 1) / 7, s.h * 0.09),
                        (s.w * (i + 0.5) / 7, s.h * 0.15),
                        (s.w * i / 7, s.h * 0.09),
                    ]
                ),
                (0.52, 0.17, 25),
                10 * s.u,
                dry=0.3,
            )
    p.gradient(
        poly((s.w * 0.46, -10), (s.w * 0.54, -10), (s.w * 0.72, s.h * 0.9), (s.w * 0.28, s.h * 0.9)),
        (0, 0),
        (0, s.h),
        [(0, (0.97, 0.07, 88), 0.5), (1, (0.95, 0.08, 85), 0.12)],
        emits=True,
    )
    p.glow(s.w * 0.5, s.h * 0.88, s.w * 0.26, (0.95, 0.09, 85), 0.6, 0.24)


def church(s: Site) -> None:
    """A nave: coloured windows, columns, pews either side of an aisle, an altar with candles."""
    room(s, Scheme((0.70, 0.035, 80), None, (0.56, 0.04, 60), (), None, (), planks=False))
    glasses: tuple[Colour, ...] = (
        (0.52, 0.16, 255),
        (0.58, 0.19, 28),
        (0.80, 0.15, 85),
        (0.54, 0.14, 155),
        (0.50, 0.15, 310),
    )
    glow = 0.5 if s.air.dark < 0.6 else 0.18
    for number, x in enumerate((0.12, 0.30, 0.70, 0.88)):
        _pointed(s, x, 0.12, 0.085, 0.42, glasses, f"side{number}", glow)
    _pointed(s, 0.50, 0.07, 0.15, 0.50, glasses, "main", glow + 0.2)
    for x in (0.21, 0.395, 0.605, 0.79):
        block(s, x - 0.018, 0.05, 0.036, 0.70, (0.78, 0.03, 82), 12)
        block(s, x - 0.028, 0.09, 0.056, 0.03, (0.82, 0.03, 82), 4)
        block(s, x - 0.028, 0.70, 0.056, 0.05, (0.74, 0.03, 82), 4)
    block(s, 0.42, 0.64, 0.16, 0.11, (0.92, 0.02, 88), 8)
    block(s, 0.42, 0.63, 0.16, 0.018, (0.72, 0.11, 82), 2)
    for x in (0.435, 0.46, 0.54, 0.565):
        on(s, "candle", x, 0.632, 0.06, (0.93, 0.02, 85))
        s.p.glow(s.w * x, s.h * 0.58, s.h * 0.12, LAMP, 0.35 + 0.3 * s.air.dark)
    carpet = poly(
        (s.w * 0.455, floor_line(s) + 4),
        (s.w * 0.545, floor_line(s) + 4),
        (s.w * 0.64, s.h + 10),
        (s.w * 0.36, s.h + 10),
    )
    s.p.gradient(carpet, (0, floor_line(s)), (0, s.h), [(0, (0.42, 0.14, 22), 0.9), (1, (0.30, 0.11, 22), 0.95)])
    for row in range(4):
        y, k = 0.76 + 0.055 * row, 1 + 0.36 * row
        for side in (-1, 1):
            a = 0.5 + side * (0.075 + 0.022 * row)
            left = a if side > 0 else -0.02
            block(s, left, y, (1.02 - a) if side > 0 else a + 0.02, 0.042 * k, (0.42 - 0.03 * row, 0.08, 48), 6, 0.5)
            block(s, a - 0.008 * k, y - 0.012 * k, 0.016 * k, 0.075 * k, (0.36, 0.07, 45), 4, 0.4)
    if s.air.dark < 0.7:
        for x, tone in ((0.30, glasses[0]), (0.5, glasses[2]), (0.70, glasses[1])):
            s.p.glow(s.w * (x - 0.05 * s.air.room.towards[0]), s.h * 0.86, s.w * 0.10, tone, 0.35, 0.35)


def _pointed(
    s: Site, x: float, y: float, wide: float, tall: float, glasses: tuple[Colour, ...], key: str, glow: float
) -> None:
    """A pointed window of coloured glass."""
    cx, top, half, foot = s.w * x, s.h * y, s.w * wide / 2, s.h * (y + tall)
    spring = top + half * 1.6

    def arch(grow: float) -> skia.Path:
        return spline(
            [
                (cx, top - grow, 1),
                (cx + half * 0.72 + grow, top + half * 0.62),
                (cx + half + grow, spring, 1),
                (cx + half + grow, foot + grow, 1),
                (cx - half - grow, foot + grow, 1),
                (cx - half - grow, spring, 1),
                (cx - half * 0.72 - grow, top + half * 0.62),
            ]
        )

    with s.p.lit_by(s.air.room):
        s.p.shape(arch(9 * s.u), (0.80, 0.025, 85), 5)
    pane = arch(0)
    chance = s.chance("glass", key)
    shine = 0.40 + 0.60 * (1 - s.air.dark)
    s.p.fill(pane, (0.20, 0.05, 270), emits=True)
    with s.p.clip(pane):
        rows, columns = 11, 4
        for row in range(rows):
            for column in range(columns):
                tone = glasses[int(chance.integers(len(glasses)))]
                tone = (tone[0] * (0.55 + 0.55 * shine), tone[1], tone[2])
                a, b = cx - half + 2 * half * column / columns, top + (foot - top) * row / rows
                shift = (foot - top) / rows * 0.3 * (column % 2)
                s.p.fill(
                    rect(a + 2, b + 2 - shift, 2 * half / columns - 3, (foot - top) / rows - 3, 2),
                    lighter(tone, float(chance.uniform(-0.06, 0.10))),
                    0.95,
                    emits=True,
                )
        s.p.fill(oval(cx, spring + half * 0.1, half * 0.42), lighter(glasses[2], 0.05 * shine), emits=True)
    s.p.glow(cx, (top + foot) / 2, half * 4, s.air.horizon, glow)


def courtroom(s: Site) -> None:
    """A high bench before panelling, a flag, tables for both sides, a rail."""
    room(
        s,
        Scheme(
            (0.62, 0.05, 70),
            (0.36, 0.08, 45),
            (0.44, 0.07, 48),
            ((0.05, 0.12, 0.10, 0.40), (0.85, 0.12, 0.10, 0.40)),
            (0.40, 0.10, 28),
            (0.30, 0.70),
        ),
    )
    block(s, 0.24, 0.16, 0.52, 0.50, (0.40, 0.08, 46), 6, 0.5)
    for k in range(6):
        block(s, 0.255 + 0.083 * k, 0.19, 0.066, 0.30, (0.45, 0.085, 48), 5, 0.5)
    s.p.fill(oval(s.w * 0.5, s.h * 0.32, s.h * 0.075), (0.74, 0.11, 82))
    s.p.fill(oval(s.w * 0.5, s.h * 0.32, s.h * 0.058), (0.44, 0.09, 48))
    s.p.fill(oval(s.w * 0.5, s.h * 0.32, s.h * 0.030), (0.80, 0.11, 84))
    block(s, 0.30, 0.53, 0.40, 0.22, (0.34, 0.08, 42), 12, 0.5)
    block(s, 0.285, 0.515, 0.43, 0.026, (0.52, 0.09, 52), 3, 0.4)
    on(s, "hammer", 0.58, 0.515, 0.045, (0.5, 0.09, 48))
    block(s, 0.70, 0.60, 0.10, 0.15, (0.40, 0.08, 45), 8, 0.5)
    for x, tone in ((0.255, (0.46, 0.15, 25)), (0.735, (0.40, 0.11, 258))):
        s.p.line([(s.w * x, s.h * 0.66), (s.w * x, s.h * 0.22)], 5 * s.u, (0.70, 0.11, 82), 1, False)
        with s.p.lit_by(s.air.room):
            s.p.shape(
                spline(
                    [
                        (s.w * x, s.h * 0.23, 1),
                        (s.w * (x + 0.045), s.h * 0.30),
                        (s.w * (x + 0.03), s.h * 0.50, 1),
                        (s.w * x, s.h * 0.46, 1),
                    ]
                ),
                tone,
                8,
                dry=0.3,
                angle=80,
            )
    for x in (0.20, 0.80):
        stand(s, "table", x, 0.15, (0.46, 0.09, 48), 0.07)
        on(s, "book", x, floor_line(s) / s.h - 0.052, 0.03, (0.5, 0.11, 25))
    for k in range(13):
        block(s, k / 12.5, 0.90, 0.012, 0.12, (0.34, 0.08, 42), 3, 0.4)
    block(s, -0.02, 0.885, 1.04, 0.03, (0.48, 0.09, 48), 4, 0.5)


def hall(s: Site) -> None:
    """A great hall of a castle: columns, banners, a long table, fire."""
    stone: Colour = (0.58, 0.03, 70)
    room(
        s,
        Scheme(
            stone, None, (0.46, 0.03, 65), ((0.06, 0.10, 0.09, 0.40), (0.85, 0.10, 0.09, 0.40)), None, (), planks=False
        ),
    )
    for k, tone in enumerate(((0.44, 0.15, 25), (0.40, 0.11, 258), (0.44, 0.15, 25))):
        x = 0.27 + 0.20 * k
        with s.p.lit_by(s.air.room):
            s.p.shape(
                poly(
                    (s.w * x, s.h * 0.08),
                    (s.w * (x + 0.06), s.h * 0.08),
                    (s.w * (x + 0.06), s.h * 0.36),
                    (s.w * (x + 0.03), s.h * 0.41),
                    (s.w * x, s.h * 0.36),
                ),
                tone,
                8,
                dry=0.3,
                angle=80,
            )
            s.p.shape(oval(s.w * (x + 0.03), s.h * 0.21, s.w * 0.014), (0.74, 0.12, 82), 2)
    for x in (0.20, 0.40, 0.60, 0.80):
        block(s, x - 0.017, 0.05, 0.034, 0.70, (0.66, 0.03, 75), 12)
        block(s, x - 0.026, 0.69, 0.052, 0.06, (0.62, 0.03, 75), 5)
    block(s, 0.435, 0.46, 0.13, 0.285, (0.50, 0.03, 65), 10)
    fire = rect(s.w * 0.452, s.h * 0.52, s.w * 0.096, s.h * 0.22, 30)
    s.p.gradient(
        fire, (0, s.h * 0.52), (0, s.h * 0.74), [(0, (0.16, 0.04, 35), 1), (1, (0.60, 0.17, 45), 1)], emits=True
    )
    for k in range(5):
        fx, t = s.w * (0.468 + 0.016 * k), s.h * (0.07 + 0.05 * ((k * 2) % 3) / 2)
        s.p.fill(
            spline(
                [
                    (fx - 11 * s.u, s.h * 0.735, 1),
                    (fx - 7 * s.u, s.h * 0.735 - t * 0.5),
                    (fx, s.h * 0.735 - t, 1),
                    (fx + 8 * s.u, s.h * 0.735 - t * 0.45),
                    (fx + 11 * s.u, s.h * 0.735, 1),
                ]
            ),
            (0.86, 0.16, 70),
            0.9,
            1,
            emits=True,
        )
    s.p.glow(s.w * 0.5, s.h * 0.66, s.w * 0.22, (0.82, 0.16, 58), 0.75)
    s.p.glow(s.w * 0.5, s.h * 0.88, s.w * 0.30, (0.82, 0.15, 60), 0.5, 0.28)
    near_thing(s)


DRAWINGS: dict[str, Callable[[Site], None]] = {
    "museum": museum,
    "gym": gym,
    "theatre": theatre,
    "church": church,
    "courtroom": courtroom,
    "great hall": hall,
}
"""By the names in ``words``."""
