"""Vehicles as part of a place: turned bodies, drawn from the side or in three-quarter view with true corners."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import skia

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, mix
from dailies.adapters.providers.rehearsal.illustrator.places.growth import shadow_on_ground
from dailies.adapters.providers.rehearsal.illustrator.places.site import LAMP, Site
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point, oval, poly, rect, spline, tube

GLASS: Colour = (0.42, 0.04, 235)
TYRE: Colour = (0.20, 0.01, 265)
CHROME: Colour = (0.84, 0.01, 240)


@dataclass(frozen=True)
class Build:
    """A body whose outline, seen from its left side, is pulled across its width. Lengths in metres, x forward, y up.

    ``panes``: side windows, each a polygon on the flank; ``wheels``: places along x; ``lean``: how much narrower the
    roof is on each side; ``belt``: the height at which the sides begin to lean in.
    """

    outline: tuple[Point, ...]
    wide: float
    wheels: tuple[float, ...]
    wheel: float
    panes: tuple[tuple[Point, ...], ...]
    windscreen: tuple[int, ...]
    lean: float = 0.0
    belt: float = 1.0
    stripe: tuple[float, float] | None = None


CAR = Build(
    (
        (0.0, 0.34),
        (0.02, 0.86),
        (0.35, 0.98),
        (0.75, 1.42),
        (1.25, 1.50),
        (2.25, 1.47),
        (2.95, 0.98),
        (3.95, 0.88),
        (4.12, 0.68),
        (4.15, 0.34),
    ),
    1.70,
    (0.78, 3.30),
    0.33,
    (
        ((0.62, 0.98), (0.90, 1.36), (1.52, 1.40), (1.52, 0.96)),
        ((1.62, 0.96), (1.62, 1.40), (2.20, 1.38), (2.66, 0.94)),
    ),
    (2, 5),
    0.22,
    0.96,
)
VAN = Build(
    ((0.0, 0.38), (0.0, 2.05), (0.10, 2.18), (3.40, 2.18), (4.20, 1.22), (4.85, 1.08), (4.95, 0.80), (4.95, 0.38)),
    1.90,
    (0.90, 4.00),
    0.36,
    (((3.05, 1.20), (3.05, 1.95), (3.38, 1.95), (3.98, 1.20)),),
    (3,),
    0.10,
    1.20,
    (0.70, 0.86),
)
BUS = Build(
    ((0.0, 0.42), (0.0, 2.95), (0.12, 3.10), (10.2, 3.10), (10.6, 2.95), (10.85, 1.40), (10.85, 0.42)),
    2.50,
    (2.4, 8.6),
    0.48,
    tuple(
        ((0.35 + 1.36 * i, 1.45), (0.35 + 1.36 * i, 2.62), (1.60 + 1.36 * i, 2.62), (1.60 + 1.36 * i, 1.45))
        for i in range(7)
    ),
    (4,),
    0.04,
    2.4,
    (0.95, 1.12),
)
TRAIN = Build(
    ((0.0, 0.50), (0.0, 3.30), (0.3, 3.65), (15.0, 3.65), (16.4, 3.20), (17.3, 1.70), (17.5, 0.50)),
    2.80,
    (1.6, 3.2, 13.0, 14.6),
    0.44,
    tuple(
        ((0.9 + 1.9 * i, 1.75), (0.9 + 1.9 * i, 2.85), (2.4 + 1.9 * i, 2.85), (2.4 + 1.9 * i, 1.75)) for i in range(7)
    ),
    (4,),
    0.08,
    2.6,
    (1.05, 1.35),
)
TRAM = Build(
    ((0.0, 0.42), (0.10, 2.9), (0.4, 3.15), (11.4, 3.15), (11.8, 2.9), (12.0, 0.42)),
    2.40,
    (2.4, 4.0, 8.2, 9.8),
    0.34,
    tuple(
        ((0.7 + 1.55 * i, 1.40), (0.7 + 1.55 * i, 2.60), (2.0 + 1.55 * i, 2.60), (2.0 + 1.55 * i, 1.40))
        for i in range(7)
    ),
    (4,),
    0.03,
    2.5,
    (0.62, 0.86),
)


class _View:
    """Metres to pixels: the body stands at ``x``, ``foot``, turned by ``turn`` degrees (0: its side, 90: its front)."""

    def __init__(self, build: Build, x: float, foot: float, scale: float, turn: float, facing: int) -> None:
        self.x, self.foot, self.scale, self.facing = x, foot, scale, facing
        self.cos, self.sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        xs = [p[0] for p in build.outline]
        self.middle = (min(xs) + max(xs)) / 2
        self.eye = 16.0 + (max(xs) - min(xs)) * 1.2

    def at(self, along: float, up: float, across: float) -> tuple[float, float]:
        """``across``: 0 in the middle, negative towards the viewer's flank."""
        dx = along - self.middle
        right = dx * self.cos + across * self.sin
        deep = across * self.cos - dx * self.sin
        size = self.scale * self.eye / (self.eye + deep)
        lift = 0.13 * deep * self.scale
        return self.x + self.facing * right * size, self.foot - up * size - lift


def vehicle(
    s: Site,
    build: Build,
    x: float,
    foot: float,
    scale: float,
    colour: Colour,
    distance: float = 0.0,
    turn: float = 0.0,
    facing: int = 1,
    roof: Colour | None = None,
) -> None:
    """Draw a vehicle. ``x``: its middle; ``foot``: the ground, in pixels; ``scale``: pixels per metre; ``turn``: 0
    from the side to 60 nearly from the front; ``facing``: 1 drives to the right."""
    view = _View(build, x, foot, scale, turn, facing)
    paint = s.far(colour, distance)
    xs = [p[0] for p in build.outline]
    long = (max(xs) - min(xs)) * scale * max(0.45, view.cos)
    shadow_on_ground(s, x, foot, long * 0.5, scale * 1.6)
    s.p.fill(oval(x, foot - 0.05 * scale, long * 0.50, 0.16 * scale), (0.10, 0.02, 265), 0.55, 3 * s.u, emits=True)
    _wheels(s, build, view, distance, build.wide / 2 - 0.1)
    if turn > 4:
        _front(s, build, view, paint, roof and s.far(roof, distance), distance)
    _flank(s, build, view, paint, roof and s.far(roof, distance), distance)
    _wheels(s, build, view, distance, -build.wide / 2)
    _lamps(s, build, view, turn)


def _half(build: Build, up: float) -> float:
    """Half the width of the body at a height."""
    top = max(p[1] for p in build.outline)
    over = max(0.0, (up - build.belt) / max(0.1, top - build.belt))
    return build.wide / 2 - build.lean * over


def _flank(s: Site, build: Build, view: _View, paint: Colour, roof: Colour | None, distance: float) -> None:
    points = [view.at(p[0], p[1], -_half(build, p[1])) for p in build.outline]
    path = poly(*points)
    top, low = min(p[1] for p in points), max(p[1] for p in points)
    s.p.fill(path, paint, emits=True)
    with s.p.clip(path):
        belt = view.at(0, build.belt, 0)[1]
        s.p.gradient(
            path,
            (0, top),
            (0, low),
            [
                (0, mix(paint, s.air.sky[-2], 0.38), 1),
                (0.42, mix(paint, s.light.key, 0.20), 1),
                (0.55, paint, 1),
                (1, mix(paint, s.light.shadow, 0.55), 1),
            ],
            emits=True,
        )
        if roof is not None:
            s.p.fill(rect(min(p[0] for p in points) - 4, top - 4, 4000, belt - top + 4), roof, emits=True)
        if build.stripe:
            low_m, high_m = build.stripe
            ends = (build.outline[0][0] - 0.1, build.outline[-1][0] + 0.1)
            band = [view.at(ends[0], low_m, -build.wide / 2), view.at(ends[1], low_m, -build.wide / 2)]
            band += [view.at(ends[1], high_m, -build.wide / 2), view.at(ends[0], high_m, -build.wide / 2)]
            s.p.fill(poly(*band), mix(paint, s.far((0.95, 0.02, 88), distance), 0.75), emits=True)
        for place in build.wheels:
            arch = view.at(place, build.wheel, -build.wide / 2)
            r = build.wheel * view.scale * 1.22
            s.p.fill(oval(*arch, r * max(0.5, view.cos), r), mix(TYRE, paint, 0.1), emits=True)
    for pane in build.panes:
        glass = [view.at(p[0], p[1], -_half(build, p[1])) for p in pane]
        _glass(s, glass, distance)
    for pane in build.panes[:-1]:
        x = max(p[0] for p in pane) + 0.05
        seam = [view.at(x, up, -_half(build, up)) for up in (0.45, build.belt)]
        s.p.line(seam, max(1.0, view.scale * 0.025), mix(paint, s.light.shadow, 0.6), 0.7, False, True)
    ridge = [view.at(p[0], p[1], -_half(build, p[1])) for p in build.outline[1:-1]]
    for a, b in zip(ridge, ridge[1:], strict=False):
        s.p.line([a, b], max(1.0, view.scale * 0.03), mix(paint, s.light.key, 0.7), 0.8, False, True)


def _front(s: Site, build: Build, view: _View, paint: Colour, roof: Colour | None, distance: float) -> None:
    """Roof, windscreen, bonnet and nose: the strips between the two outlines, those behind first."""
    corners = build.outline
    for i in range(len(corners) - 1):
        a, b = corners[i], corners[i + 1]
        strip = [
            view.at(a[0], a[1], -_half(build, a[1])),
            view.at(b[0], b[1], -_half(build, b[1])),
            view.at(b[0], b[1], _half(build, b[1])),
            view.at(a[0], a[1], _half(build, a[1])),
        ]
        steep = math.atan2(b[1] - a[1], b[0] - a[0])
        if steep > 0.25:
            continue
        tone = mix(paint, s.light.key, 0.34) if steep > -0.5 else mix(paint, s.light.shadow, 0.18)
        if roof is not None and max(a[1], b[1]) > build.belt + 0.3:
            tone = mix(roof, s.light.key, 0.15)
        s.p.fill(poly(*strip), tone, emits=True)
        if i in build.windscreen and steep < 0:
            _glass(
                s, [_within(strip, u, v) for u, v in ((0.10, 0.08), (0.92, 0.08), (0.92, 0.92), (0.10, 0.92))], distance
            )
        elif steep < -1.2:
            grille = [_within(strip, u, v) for u, v in ((0.25, 0.25), (0.70, 0.25), (0.70, 0.75), (0.25, 0.75))]
            s.p.fill(poly(*grille), mix(TYRE, paint, 0.25), 0.85, emits=True)
            for v in (0.12, 0.88):
                lamp = _within(strip, 0.30, v)
                r = view.scale * 0.15
                s.p.fill(oval(lamp[0], lamp[1], r * 0.9, r), LAMP if s.air.dark > 0.2 else CHROME, emits=True)
                if s.air.dark > 0.2:
                    s.p.glow(lamp[0], lamp[1], r * 8, LAMP, 0.7)


def _within(strip: Sequence[tuple[float, float]], u: float, v: float) -> tuple[float, float]:
    """A point of a four-cornered strip: ``u`` along its outline, ``v`` across."""
    a, b, c, d = strip
    near = a[0] + (b[0] - a[0]) * u, a[1] + (b[1] - a[1]) * u
    far = d[0] + (c[0] - d[0]) * u, d[1] + (c[1] - d[1]) * u
    return near[0] + (far[0] - near[0]) * v, near[1] + (far[1] - near[1]) * v


def _glass(s: Site, points: list[tuple[float, float]], distance: float) -> None:
    path = poly(*points)
    inside = s.air.dark > 0.4
    dark = mix(s.far(GLASS, distance), s.light.shadow, 0.35)
    top, low = min(p[1] for p in points), max(p[1] for p in points)
    s.p.gradient(
        path,
        (0, top),
        (0, low),
        [
            (0, mix(LAMP, dark, 0.45) if inside else mix(dark, s.air.horizon, 0.55), 1),
            (1, mix(LAMP, dark, 0.7) if inside else dark, 1),
        ],
        emits=True,
    )
    left, right = min(p[0] for p in points), max(p[0] for p in points)
    with s.p.clip(path):
        x = left + (right - left) * 0.30
        gleam = poly(
            (x, top),
            (x + (right - left) * 0.16, top),
            (x - (right - left) * 0.06, low),
            (x - (right - left) * 0.22, low),
        )
        s.p.fill(gleam, s.air.horizon, 0.28, emits=True)


def _wheels(s: Site, build: Build, view: _View, distance: float, across: float) -> None:
    narrow = max(0.38, view.cos)
    for place in build.wheels:
        x, y = view.at(place, build.wheel, across)
        r = build.wheel * view.scale
        s.p.fill(oval(x, y, r * narrow, r), s.far(TYRE, distance), emits=True)
        if across < 0:
            s.p.fill(oval(x, y, r * narrow * 0.58, r * 0.58), s.far((0.70, 0.01, 245), distance), emits=True)
            s.p.fill(oval(x, y, r * narrow * 0.46, r * 0.46), s.far((0.44, 0.01, 250), distance), emits=True)
            s.p.fill(oval(x, y, r * narrow * 0.16, r * 0.16), s.far(CHROME, distance), emits=True)


def _lamps(s: Site, build: Build, view: _View, turn: float) -> None:
    """Side view: a headlamp before, a red lamp behind."""
    up = min(0.72, build.belt * 0.72)
    front = max(p[0] for p in build.outline)
    r = view.scale * 0.11
    if turn <= 4:
        x, y = view.at(front - 0.14, up, -build.wide / 2)
        s.p.fill(oval(x, y, r * 0.8, r), LAMP if s.air.dark > 0.2 else CHROME, emits=True)
        if s.air.dark > 0.2:
            s.p.glow(x, y, r * 9, LAMP, 0.7)
            ray = poly(
                (x, y),
                (x + view.facing * view.scale * 5, y + view.scale * 0.2),
                (x + view.facing * view.scale * 5, y + view.scale * 0.75),
            )
            s.p.gradient(
                ray, (x, y), (x + view.facing * view.scale * 5, y), [(0, LAMP, 0.45), (1, LAMP, 0.0)], emits=True
            )
    x, y = view.at(0.06, up, -build.wide / 2)
    s.p.fill(oval(x, y, r * 0.6, r), (0.58, 0.21, 27), emits=True)


def bicycle(
    s: Site, x: float, foot: float, tall: float, colour: Colour, distance: float = 0.0, facing: int = 1
) -> None:
    """A bicycle from the side, leaning on nothing."""
    frame, tyre = s.far(colour, distance), s.far(TYRE, distance)
    r = tall * 0.34

    def at(along: float, up: float) -> tuple[float, float]:
        return x + facing * along * tall, foot - up * tall

    shadow_on_ground(s, x, foot, tall * 0.8, tall * 0.5)
    for hub in (-0.52, 0.52):
        cx, cy = at(hub, 0.34)
        rim = skia.Paint(
            AntiAlias=True, Color=s.p.colour(tyre, 1, True), Style=skia.Paint.kStroke_Style, StrokeWidth=tall * 0.04
        )
        s.p.canvas.drawOval(skia.Rect.MakeLTRB(cx - r, cy - r, cx + r, cy + r), rim)
        for i in range(6):
            turn = i * math.pi / 6
            dx, dy = math.cos(turn) * r, math.sin(turn) * r
            s.p.line([(cx - dx, cy - dy), (cx + dx, cy + dy)], max(0.6, tall * 0.006), tyre, 0.5, False, True)
    for a, b in (
        ((-0.52, 0.34), (-0.06, 0.32)),
        ((-0.52, 0.34), (-0.16, 0.78)),
        ((-0.06, 0.32), (-0.18, 0.86)),
        ((-0.06, 0.32), (0.38, 0.78)),
        ((-0.16, 0.78), (0.36, 0.84)),
        ((0.52, 0.34), (0.34, 0.98)),
    ):
        s.p.line([at(*a), at(*b)], max(1.2, tall * 0.035), frame, 1, False, True)
    s.p.line([at(0.30, 0.98), at(0.34, 1.0), at(0.46, 0.96)], max(1.2, tall * 0.04), tyre, 1, False, True)
    s.p.line([at(-0.28, 0.90), at(-0.08, 0.88)], max(1.5, tall * 0.06), tyre, 1, True, True)
    s.p.fill(oval(*at(-0.06, 0.32), tall * 0.06), s.far(CHROME, distance), emits=True)


def rowing_boat(s: Site, x: float, level: float, long: float, colour: Colour, distance: float = 0.0) -> None:
    """A small open boat in three-quarter view, on water or drawn up."""
    hull, wood = s.far(colour, distance), s.far((0.60, 0.07, 62), distance)
    half = long / 2
    inner = spline(
        [
            (x - half * 0.86, level - long * 0.13),
            (x - half * 0.1, level - long * 0.20),
            (x + half, level - long * 0.20, 1),
            (x + half * 0.1, level - long * 0.09),
        ]
    )
    s.p.fill(oval(x, level + long * 0.02, half * 0.9, long * 0.05), s.light.shadow, 0.45, 3, emits=True)
    body = spline(
        [
            (x - half * 0.92, level - long * 0.14, 1),
            (x - half * 0.1, level - long * 0.09),
            (x + half, level - long * 0.21, 1),
            (x + half * 0.72, level),
            (x, level + long * 0.035),
            (x - half * 0.72, level),
        ]
    )
    s.p.fill(inner, mix(wood, s.light.shadow, 0.5), emits=True)
    for t in (-0.45, 0.0, 0.45):
        s.p.line(
            [(x + half * t, level - long * 0.175), (x + half * (t + 0.10), level - long * 0.10)],
            long * 0.035,
            wood,
            1,
            False,
            True,
        )
    s.p.fill(body, hull, emits=True)
    s.p.gradient(
        body,
        (0, level - long * 0.15),
        (0, level + long * 0.03),
        [(0, mix(hull, s.light.key, 0.3), 0.7), (1, mix(hull, s.light.shadow, 0.6), 0.9)],
        emits=True,
    )
    s.p.line(
        [
            (x - half * 0.92, level - long * 0.14),
            (x - half * 0.1, level - long * 0.092),
            (x + half, level - long * 0.21),
        ],
        long * 0.022,
        mix(wood, s.light.key, 0.4),
        1,
        False,
        True,
    )


def rocket(
    s: Site, x: float, foot: float, tall: float, colour: Colour = (0.90, 0.012, 230), flying: bool = False
) -> None:
    """A round rocket standing on its fins, or rising on its flame."""
    skin, red = s.far(colour, 0.05), s.far((0.56, 0.18, 28), 0.05)
    side = 1 if s.light.towards[0] > 0 else -1
    if flying:
        flame = spline(
            [
                (x - tall * 0.07, foot - tall * 0.1, 1),
                (x - tall * 0.10, foot + tall * 0.12),
                (x, foot + tall * 0.45, 1),
                (x + tall * 0.10, foot + tall * 0.12),
                (x + tall * 0.07, foot - tall * 0.1, 1),
            ]
        )
        s.p.fill(flame, (0.86, 0.16, 62), 0.9, 4, emits=True)
        s.p.glow(x, foot, tall * 0.6, (0.88, 0.15, 62), 0.8)
    else:
        shadow_on_ground(s, x, foot, tall * 0.22, tall)
    for fin in (-1, 1):
        s.p.fill(
            spline(
                [
                    (x + fin * tall * 0.10, foot - tall * 0.34, 1),
                    (x + fin * tall * 0.21, foot - tall * 0.12),
                    (x + fin * tall * 0.22, foot, 1),
                    (x + fin * tall * 0.09, foot - tall * 0.10, 1),
                ]
            ),
            red if fin == side else mix(red, s.light.shadow, 0.45),
            emits=True,
        )
    hull = spline(
        [
            (x, foot - tall, 1),
            (x + tall * 0.10, foot - tall * 0.76),
            (x + tall * 0.13, foot - tall * 0.45),
            (x + tall * 0.09, foot - tall * 0.08, 1),
            (x - tall * 0.09, foot - tall * 0.08, 1),
            (x - tall * 0.13, foot - tall * 0.45),
            (x - tall * 0.10, foot - tall * 0.76),
        ]
    )
    s.p.fill(hull, skin, emits=True)
    with s.p.clip(hull):
        s.p.gradient(
            hull,
            (x + side * tall * 0.13, 0),
            (x - side * tall * 0.13, 0),
            [(0, mix(skin, s.light.key, 0.5), 1), (0.45, skin, 1), (1, mix(skin, s.light.shadow, 0.65), 1)],
            emits=True,
        )
        s.p.fill(rect(x - tall, foot - tall, tall * 2, tall * 0.20), red, 0.92, emits=True)
        s.p.fill(rect(x - tall, foot - tall * 0.26, tall * 2, tall * 0.05), red, 0.9, emits=True)
        s.p.gradient(
            rect(x - side * tall * 0.02, foot - tall, -side * tall * 0.2, tall)
            if side < 0
            else rect(x - tall * 0.2, foot - tall, tall * 0.18, tall),
            (x, 0),
            (x - side * tall * 0.13, 0),
            [(0, s.light.shadow, 0.0), (1, s.light.shadow, 0.55)],
            emits=True,
        )
    s.p.fill(oval(x, foot - tall * 0.58, tall * 0.052), mix(skin, s.light.shadow, 0.5), emits=True)
    s.p.fill(
        oval(x, foot - tall * 0.58, tall * 0.040), LAMP if s.air.dark > 0.3 else s.far((0.60, 0.09, 235), 0), emits=True
    )
    s.p.fill(
        tube((x, foot - tall * 0.22, tall * 0.012), (x, foot + tall * (0.0 if not flying else -0.05), tall * 0.02)),
        red,
        emits=True,
    )
