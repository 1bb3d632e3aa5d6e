"""Under the sea."""

from __future__ import annotations

from collections.abc import Callable

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.places.site import (
    Site,
)
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point, oval, poly, rect, spline, tube


def underwater(s: Site) -> None:
    """Under the sea: shafts of light, rocks, weeds, corals, shoals and bubbles."""
    whole = rect(0, 0, s.w, s.h)
    dim = 0.45 + 0.55 * s.light.dim * (1 - 0.5 * s.air.dark)
    tones: tuple[Colour, ...] = ((0.84, 0.09, 200), (0.62, 0.11, 215), (0.40, 0.10, 235), (0.26, 0.07, 250))
    last = len(tones) - 1
    stops = [(i / last, (c[0] * dim, c[1], c[2]), 1.0) for i, c in enumerate(tones)]
    s.p.gradient(whole, (s.w * 0.4, 0), (s.w * 0.6, s.h), stops, emits=True)
    s.p.paint_over("water", 620, 0.95, lambda x, y: -24.0)
    s.p.paint_over("water small", 420, 0.5, lambda x, y: 12.0, 0.035)
    with s.p.layer(9 * s.u, 1.0, (0, 0, s.w, s.h)):
        for i in range(6):
            x, wide = s.w * (0.06 + 0.16 * i), s.w * (0.02 + 0.018 * (i % 3))
            ray = poly((x, -10), (x + wide, -10), (x + wide * 2.4 - s.w * 0.10, s.h * 0.9), (x - s.w * 0.16, s.h * 0.9))
            s.p.gradient(
                ray,
                (0, 0),
                (0, s.h * 0.9),
                [(0, (0.96, 0.05, 195), 0.42 * dim), (1, (0.9, 0.06, 200), 0.0)],
                emits=True,
            )
    for row, (level, tone) in enumerate(
        ((0.66, (0.40, 0.07, 228)), (0.76, (0.33, 0.06, 235)), (0.86, (0.62, 0.06, 85)))
    ):
        chance = s.chance("bed", row)
        shown = (tone[0] * dim, tone[1], tone[2]) if row < 2 else mix(tone, (0.40 * dim, 0.08, 230), 0.45)
        outline: list[Point] = [
            (s.w * k / 8, s.h * (level - (0.10 - 0.03 * row) * float(chance.uniform(0, 1)))) for k in range(-1, 10)
        ]
        path = spline([(-60, s.h + 40, 1), *outline, (s.w + 160, s.h + 40, 1)])
        s.p.fill(path, shown, emits=True)
        s.p.gradient(
            path,
            (0, s.h * (level - 0.1)),
            (0, s.h),
            [(0, lighter(shown, 0.10), 0.7), (1, lighter(shown, -0.10), 0.6)],
            emits=True,
        )
        for k in range(8):
            x = s.w * float(chance.uniform(0, 1))
            if 0.34 < x / s.w < 0.62 and row == 2:
                continue
            _weed(s, f"{row}{k}", x, s.h * (level + 0.02 + 0.05 * row), s.h * (0.12 + 0.06 * row), dim, row)
    for i, x in enumerate((0.10, 0.23, 0.78, 0.92)):
        _coral(s, f"c{i}", s.w * x, s.h * (0.93 + 0.02 * (i % 2)), s.h * 0.13, dim)
    chance = s.chance("shoal")
    cx, cy = s.w * float(chance.uniform(0.25, 0.75)), s.h * 0.30
    for _ in range(26):
        x, y, r = (
            cx + float(chance.normal(0, 1)) * s.w * 0.10,
            cy + float(chance.normal(0, 1)) * s.h * 0.06,
            s.h * float(chance.uniform(0.007, 0.013)),
        )
        s.p.fill(
            spline(
                [
                    (x - r * 2.2, y - r * 0.7, 1),
                    (x - r * 1.3, y),
                    (x - r * 2.2, y + r * 0.7, 1),
                    (x - r * 0.6, y + r * 0.8),
                    (x + r * 1.4, y),
                    (x - r * 0.6, y - r * 0.8),
                ]
            ),
            mix((0.80 * dim, 0.10, 70), (0.5, 0.09, 225), float(chance.uniform(0.1, 0.6))),
            0.95,
            emits=True,
        )
    for _ in range(34):
        x, y, r = (
            float(chance.uniform(0, 1)) * s.w,
            float(chance.uniform(0.05, 0.95)) * s.h,
            float(chance.uniform(1.5, 7)) * s.u,
        )
        s.p.fill(oval(x, y, r), (0.92, 0.04, 200), 0.22, emits=True)
        s.p.fill(oval(x - r * 0.35, y - r * 0.35, r * 0.3), (0.98, 0.02, 200), 0.8, emits=True)
    s.p.gradient(whole, (0, s.h * 0.6), (0, s.h), [(0, (0.2, 0.06, 250), 0), (1, (0.16, 0.06, 255), 0.45)], emits=True)


def _weed(s: Site, key: str, x: float, foot: float, tall: float, dim: float, row: int) -> None:
    chance = s.chance("weed", key)
    tone: Colour = ((0.46, 0.08, 190), (0.44, 0.09, 165), (0.48, 0.12, 145))[row]
    for k in range(4):
        lean, up = float(chance.uniform(-0.25, 0.25)) * tall, tall * float(chance.uniform(0.6, 1.1))
        shown = (tone[0] * dim * float(chance.uniform(0.75, 1.15)), tone[1], tone[2])
        foot_x = x + (k - 1.5) * tall * 0.10
        s.p.fill(
            tube(
                (foot_x, foot, tall * 0.028),
                (foot_x + lean * 0.6, foot - up * 0.35, tall * 0.04),
                (foot_x - lean * 0.3, foot - up * 0.7, tall * 0.03),
                (foot_x + lean, foot - up, tall * 0.006),
            ),
            shown,
            emits=True,
        )


def _coral(s: Site, key: str, x: float, foot: float, tall: float, dim: float) -> None:
    chance = s.chance("coral", key)
    tone: Colour = ((0.66, 0.17, 28), (0.74, 0.14, 70), (0.66, 0.15, 350), (0.62, 0.13, 310))[int(chance.integers(4))]
    shown = (tone[0] * (0.5 + 0.5 * dim), tone[1], tone[2])
    for k in range(7):
        lean = (k - 3) * tall * 0.15
        up = tall * float(chance.uniform(0.6, 1.05))
        branch = tube(
            (x + lean * 0.2, foot, tall * 0.07),
            (x + lean * 0.7, foot - up * 0.55, tall * 0.055),
            (x + lean * 1.2, foot - up, tall * 0.045),
        )
        s.p.fill(branch, mix(shown, (0.25, 0.08, 250), 0.30 if k % 2 else 0.05), emits=True)
        s.p.line(
            [(x + lean * 0.65, foot - up * 0.5), (x + lean * 1.1, foot - up * 0.95)],
            tall * 0.03,
            lighter(shown, 0.14),
            0.8,
            emits=True,
        )


DRAWINGS: dict[str, Callable[[Site], None]] = {
    "underwater": underwater,
}
"""By the names in ``words``."""
