"""Inside vehicles: spaceship, train, dining car, bus, car and aeroplane."""

from __future__ import annotations

from collections.abc import Callable

import skia

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.places.interior import (
    floor_line,
    stand,
    thing,
    view,
)
from dailies.adapters.providers.rehearsal.illustrator.places.site import LAMP, Site
from dailies.adapters.providers.rehearsal.illustrator.props import draw_prop
from dailies.adapters.providers.rehearsal.illustrator.shapes import oval, poly, rect, spline


def spaceship(s: Site) -> None:
    """A cabin with a great window on the stars, and consoles."""
    p = s.p
    p.gradient(
        rect(0, 0, s.w, s.h), (0, 0), (0, s.h), [(0, (0.34, 0.03, 250), 1), (1, (0.22, 0.03, 262), 1)], emits=True
    )
    p.paint_over("hull", 500, 0.8, lambda x, y: 80.0)
    x, y, w, h = s.w * 0.14, s.h * 0.10, s.w * 0.72, s.h * 0.46
    pane = rect(x, y, w, h, 60 * s.u)
    with p.clip(pane):
        p.gradient(pane, (x, y), (x + w, y + h), [(0, (0.14, 0.05, 280), 1), (1, (0.22, 0.08, 265), 1)], emits=True)
        p.glow(x + w * 0.3, y + h * 0.4, h * 0.9, (0.55, 0.15, 310), 0.5)
        chance = s.chance("stars")
        for _ in range(120):
            p.fill(
                oval(x + w * chance.uniform(0, 1), y + h * chance.uniform(0, 1), chance.uniform(0.6, 2) * s.u),
                (0.96, 0.02, 90),
                float(chance.uniform(0.4, 1)),
                emits=True,
            )
        p.radial(
            oval(x + w * 0.74, y + h * 0.9, h * 0.6),
            (x + w * 0.6, y + h * 0.5),
            h,
            [(0, (0.78, 0.09, 225), 1), (0.6, (0.50, 0.12, 245), 1), (1, (0.18, 0.06, 265), 1)],
            emits=True,
        )
    with p.lit_by(s.air.room):
        for a in (0.33, 0.67):
            p.line([(x + w * a, y), (x + w * a, y + h)], 14 * s.u, (0.40, 0.02, 250), 1, False)
        p.shape(
            poly((0, s.h * 0.78), (s.w * 0.12, s.h * 0.62), (s.w * 0.88, s.h * 0.62), (s.w, s.h * 0.78)),
            (0.46, 0.02, 245),
            6,
            dry=0.3,
        )
    for i in range(22):
        bx, by = s.w * (0.14 + 0.033 * i), s.h * (0.66 + 0.03 * (i % 3))
        colour: Colour = ((0.82, 0.13, 195), (0.80, 0.15, 75), (0.62, 0.19, 28))[i % 3]
        p.fill(rect(bx, by, 20 * s.u, 8 * s.u, 3), colour, emits=True)
        p.glow(bx + 10, by + 4, 26 * s.u, colour, 0.35)


def train(s: Site) -> None:
    """A carriage: a row of windows with the passing country, seats or laid tables, lamps and a luggage rack."""
    dining = s.has("dining", "restaurant", "buffet")
    wall: Colour = (0.42, 0.09, 35) if dining else (0.56, 0.05, 165)
    p, light, floor = s.p, s.air.room, floor_line(s) + s.h * 0.04
    with p.lit_by(light):
        p.fill(rect(-10, -10, s.w + 20, s.h + 20), wall)
        p.radial(
            rect(-10, -10, s.w + 20, s.h),
            (s.w * 0.5, s.h * 0.35),
            s.w * 0.6,
            [(0, light.lit(light.lit(wall)), 0.9), (1, light.shade(wall), 0.7)],
        )
        carpet: Colour = (0.40, 0.12, 22) if dining else (0.42, 0.04, 255)
        p.gradient(rect(-10, floor, s.w + 20, s.h), (0, floor), (0, s.h), [(0, carpet, 1), (1, light.shade(carpet), 1)])
    p.paint_over("panels", 600, 0.7, lambda x, y: 84.0 if y < floor else 0.0)
    count = 3 if s.w > s.h * 1.2 else 2
    for i in range(count):
        _carriage_window(s, i, count, dining)
    with p.lit_by(light):
        p.shape(rect(-10, s.h * 0.075, s.w + 20, 9 * s.u), (0.72, 0.11, 82), 3)
        p.shape(rect(-10, s.h * 0.60, s.w + 20, 12 * s.u), (0.50, 0.09, 45), 3, dry=0.4)
        p.shape(rect(-10, floor - 8, s.w + 20, 14 * s.u), (0.32, 0.05, 40), 3)
    for i in range(count):
        x = (i + 0.5) / count
        if dining:
            stand(s, "chair", x - 0.10 * 3 / count, 0.26, (0.46, 0.14, 25), 0.05)
            stand(s, "chair", x + 0.10 * 3 / count, 0.26, (0.46, 0.14, 25), 0.05, -1)
            _laid_table(s, s.w * x)
        else:
            with p.lit_by(light):
                p.shape(rect(s.w * (x - 0.13), s.h * 0.54, s.w * 0.26, s.h * 0.18, 16), (0.44, 0.09, 255), 10, dry=0.3)
                p.shape(rect(s.w * (x - 0.14), s.h * 0.70, s.w * 0.28, s.h * 0.10, 12), (0.48, 0.09, 255), 8, dry=0.3)
    for i in range(count + 1):
        _sconce(s, s.w * i / count)


def _carriage_window(s: Site, i: int, count: int, dining: bool) -> None:
    wide = s.w / count * 0.66
    x, y, tall = s.w * (i + 0.5) / count - wide / 2, s.h * 0.15, s.h * 0.37
    view(s, x, y, wide, tall, i, True)
    with s.p.clip(rect(x, y, wide, tall)):
        chance = s.chance("speed", i)
        for _ in range(14):
            ly = y + tall * float(chance.uniform(0.55, 0.98))
            at = x + wide * float(chance.uniform(-0.2, 0.9))
            s.p.line([(at, ly), (at + wide * 0.3, ly)], 2.2 * s.u, s.far((0.5, 0.06, 160), 0.4), 0.35, emits=True)
    with s.p.lit_by(s.air.room):
        brass: Colour = (0.56, 0.09, 55) if dining else (0.80, 0.015, 220)
        for bar_ in (
            rect(x - 10, y - 10, wide + 20, 14 * s.u, 4),
            rect(x - 10, y + tall - 4, wide + 20, 14 * s.u, 4),
            rect(x - 10, y - 10, 14 * s.u, tall + 20, 4),
            rect(x + wide - 4, y - 10, 14 * s.u, tall + 20, 4),
            rect(x, y + tall * 0.24, wide, 6 * s.u),
        ):
            s.p.shape(bar_, brass, 3, dry=0.2, line=0.6)
        if dining:
            for side in (-1, 1):
                edge = x - 14 * s.u if side < 0 else x + wide + 14 * s.u
                inner = edge - side * wide * 0.17
                s.p.shape(
                    spline(
                        [
                            (edge, y - 12, 1),
                            (inner, y - 12, 1),
                            (inner + side * 8, y + tall * 0.45),
                            (edge - side * wide * 0.05, y + tall * 0.7),
                            (inner + side * wide * 0.06, y + tall + 14, 1),
                            (edge, y + tall + 14, 1),
                        ]
                    ),
                    (0.50, 0.15, 25),
                    8 * s.u,
                    dry=0.3,
                    angle=80,
                )


def _laid_table(s: Site, x: float) -> None:
    y, base = s.h * 0.655, floor_line(s) + s.h * 0.09
    with s.p.lit_by(s.air.room):
        s.p.line([(x, y), (x, base)], 12 * s.u, (0.34, 0.06, 42), 1, False)
        s.p.shape(
            spline(
                [
                    (x - 92 * s.u, y, 1),
                    (x + 92 * s.u, y, 1),
                    (x + 98 * s.u, y + 52 * s.u, 1),
                    (x + 40 * s.u, y + 44 * s.u),
                    (x, y + 56 * s.u),
                    (x - 40 * s.u, y + 44 * s.u),
                    (x - 98 * s.u, y + 52 * s.u, 1),
                ]
            ),
            (0.94, 0.015, 85),
            8 * s.u,
            dry=0.1,
        )
        s.p.shape(oval(x, y, 92 * s.u, 9 * s.u), (0.96, 0.012, 85), 0, dry=0.05)
        draw_prop(s.p, thing("glass", (0.9, 0.02, 220)), x - 44 * s.u, y + 2, 26 * s.u)
        draw_prop(s.p, thing("cup", (0.93, 0.02, 85), (0.52, 0.14, 25)), x + 46 * s.u, y + 3, 18 * s.u)
        s.p.line([(x, y), (x, y - 26 * s.u)], 4 * s.u, (0.72, 0.11, 82), 1, False)
        s.p.shape(
            poly(
                (x - 9 * s.u, y - 44 * s.u),
                (x + 9 * s.u, y - 44 * s.u),
                (x + 20 * s.u, y - 22 * s.u),
                (x - 20 * s.u, y - 22 * s.u),
            ),
            (0.92, 0.10, 75),
            2,
        )
    s.p.glow(x, y - 28 * s.u, 120 * s.u, LAMP, 0.3 + 0.5 * s.air.dark)


def _sconce(s: Site, x: float) -> None:
    y = s.h * 0.26
    with s.p.lit_by(s.air.room):
        s.p.shape(rect(x - 5 * s.u, y, 10 * s.u, 34 * s.u, 3), (0.72, 0.11, 82), 2)
    s.p.fill(
        spline(
            [
                (x - 12 * s.u, y - 26 * s.u, 1),
                (x + 12 * s.u, y - 26 * s.u, 1),
                (x + 18 * s.u, y + 4 * s.u, 1),
                (x - 18 * s.u, y + 4 * s.u, 1),
            ]
        ),
        (0.95, 0.09, 82),
        emits=True,
    )
    s.p.glow(x, y - 10 * s.u, 130 * s.u, LAMP, 0.3 + 0.5 * s.air.dark)


def bus(s: Site) -> None:
    """A bus: seats in pairs either side of the aisle, the driver's window ahead, straps and poles."""
    _tunnel(s, (0.80, 0.03, 95), (0.44, 0.02, 250), (0.50, 0.12, 250), 0.24)


def plane(s: Site) -> None:
    """An aeroplane's cabin: rows of seats along the aisle, oval windows, lockers above."""
    _tunnel(s, (0.88, 0.012, 225), (0.42, 0.05, 255), (0.40, 0.08, 258), 0.14)


def _tunnel(s: Site, wall: Colour, carpet: Colour, seat: Colour, back: float) -> None:
    """A cabin looked along: walls, ceiling and floor to the far end, windows on both sides, rows of seats."""
    vx, vy, light = s.w * 0.5, s.h * 0.42, s.air.room
    flies = back < 0.2

    def at(z: float, x: float, y: float) -> tuple[float, float]:
        """``z``: 1 at the camera; x and y from -1 to 1 across the cabin."""
        return vx + s.w * 0.56 * x * z, vy + s.h * 0.62 * y * z

    with s.p.lit_by(light):
        s.p.fill(rect(-10, -10, s.w + 20, s.h + 20), wall)
        for side in (-1, 1):
            flank = poly(at(back, side, -0.7), at(1.1, side, -0.7), at(1.1, side, 1.0), at(back, side, 1.0))
            near, far = at(1.1, side, 0)[0], at(back, side, 0)[0]
            tones = (
                (light.shade(wall), light.lit(wall))
                if side * light.towards[0] > 0
                else (light.lit(wall), light.shade(wall))
            )
            s.p.gradient(flank, (near, 0), (far, 0), [(0, tones[0], 1), (1, tones[1], 1)])
        s.p.gradient(
            poly(at(back, -1, -0.7), at(back, 1, -0.7), at(1.1, 1, -0.7), at(1.1, -1, -0.7)),
            (0, 0),
            (0, vy),
            [(0, light.shade(wall), 1), (1, light.lit(wall), 1)],
        )
        floor = poly(at(back, -1, 1), at(back, 1, 1), at(1.1, 1, 1), at(1.1, -1, 1))
        s.p.gradient(floor, (0, vy), (0, s.h), [(0, light.lit(carpet), 1), (1, light.shade(carpet), 1)])
        s.p.fill(poly(at(back, -1, -0.7), at(back, 1, -0.7), at(back, 1, 1), at(back, -1, 1)), light.shade(wall))
    s.p.paint_over("cabin", 420, 0.7, lambda x, y: 80.0)
    end = [at(back, -0.85, -0.55), at(back, 0.85, -0.55), at(back, 0.85, 0.25), at(back, -0.85, 0.25)]
    if flies:
        with s.p.lit_by(light):
            s.p.shape(
                poly(at(back, -0.4, -0.6), at(back, 0.4, -0.6), at(back, 0.4, 1), at(back, -0.4, 1)),
                (0.44, 0.07, 258),
                4,
            )
    else:
        view(s, end[0][0], end[0][1], end[1][0] - end[0][0], end[2][1] - end[0][1], "ahead")
    rows = 7 if flies else 5
    for side in (-1, 1):
        for i in range(rows):
            a, b = _deep(back, i / rows), _deep(back, (i + 0.72) / rows)
            if flies:
                cx, cy = at((a + b) / 2, side, -0.16)
                pane = oval(cx, cy, abs(at(b, side, 0)[0] - at(a, side, 0)[0]) * 0.30, s.h * 0.15 * b)
                frame = oval(cx, cy, abs(at(b, side, 0)[0] - at(a, side, 0)[0]) * 0.38, s.h * 0.18 * b)
                with s.p.lit_by(light):
                    s.p.fill(frame, light.lit(wall))
            else:
                pane = poly(at(a, side, -0.50), at(b, side, -0.50), at(b, side, 0.16), at(a, side, 0.16))
            box = pane.getBounds()
            with s.p.clip(pane):
                view(s, box.left(), box.top() - box.height() * 0.1, box.width(), box.height() * 1.2, f"{side}{i}")
        if flies:
            with s.p.lit_by(light):
                s.p.fill(
                    poly(
                        at(back, side, -0.42),
                        at(1.1, side, -0.42),
                        at(1.1, side * 0.62, -0.66),
                        at(back, side * 0.62, -0.66),
                    ),
                    light.lit(wall),
                )
                for i in range(rows):
                    z = _deep(back, i / rows)
                    s.p.line([at(z, side, -0.42), at(z, side * 0.62, -0.66)], 2.5 * s.u, light.shade(wall), 0.8, False)
    strip = [at(back, -0.12, -0.69), at(back, 0.12, -0.69), at(1.1, 0.12, -0.69), at(1.1, -0.12, -0.69)]
    s.p.fill(poly(*strip), (0.97, 0.03, 90), 0.9, emits=True)
    s.p.glow(vx, vy - s.h * 0.3, s.w * 0.3, LAMP, 0.25 + 0.3 * s.air.dark)
    for i in range(rows):
        z = _deep(back, (i + 0.5) / rows)
        for side in (-1, 1):
            for place in (0.42, 0.78):
                _seat(s, at, z, side * place, seat)
        if not flies:
            with s.p.lit_by(light):
                for side in (-1, 1):
                    s.p.line(
                        [at(z, side * 0.22, -0.68), at(z, side * 0.22, 0.55)],
                        max(1.5, 9 * z * s.u),
                        (0.82, 0.14, 88),
                        1,
                        False,
                    )


def _deep(back: float, share: float) -> float:
    """Depth of a share of the way from the far end to the camera."""
    return 1 / (1 / back + (1 / 1.1 - 1 / back) * share)


def _seat(
    s: Site, at: Callable[[float, float, float], tuple[float, float]], z: float, x: float, colour: Colour
) -> None:
    left, top = at(z, x - 0.155, 0.22)
    right, foot = at(z, x + 0.155, 0.78)
    wide = right - left
    top = max(top, foot - wide * 1.35)
    with s.p.lit_by(s.air.room):
        base = at(z, x, 1.0)[1]
        s.p.contact((left + right) / 2, base, wide * 0.55, 0.4)
        for leg in (0.25, 0.75):
            s.p.line([(left + wide * leg, foot), (left + wide * leg, base)], wide * 0.07, (0.30, 0.01, 255), 1, False)
        s.p.shape(
            rect(left, top, wide, foot - top, wide * 0.16),
            mix(colour, s.air.room.shadow, 0.35 * (1 - z)),
            wide * 0.12,
            dry=0.25,
        )
        s.p.shape(
            rect(left + wide * 0.16, top - wide * 0.16, wide * 0.68, wide * 0.30, wide * 0.10),
            lighter(colour, 0.10),
            wide * 0.06,
            dry=0.2,
        )


def car(s: Site) -> None:
    """Inside a car, from the back seat: the road through the windscreen, wheel, mirror and front seats."""
    p, light = s.p, s.air.room
    x, y, wide, tall = s.w * 0.02, s.h * 0.10, s.w * 0.96, s.h * 0.46
    pane = spline([(x + s.w * 0.07, y, 1), (x + wide - s.w * 0.07, y, 1), (x + wide, y + tall, 1), (x, y + tall, 1)])
    p.fill(rect(0, 0, s.w, s.h), (0.16, 0.015, 265))
    with p.clip(pane):
        view(s, x, y, wide, tall, "road")
        vx, vy = s.w * 0.55, y + tall * 0.52
        tar = s.far((0.38, 0.02, 265), 0.2)
        p.fill(rect(x, vy, wide, tall), s.far((0.52, 0.08, 130), 0.35), emits=True)
        p.fill(
            poly((vx - 4, vy), (vx + 4, vy), (s.w * 0.95, y + tall + 5), (s.w * 0.12, y + tall + 5)), tar, emits=True
        )
        for k in range(6):
            a, b = (k / 6) ** 1.8, ((k + 0.5) / 6) ** 1.8
            p.fill(
                poly(
                    (vx - 6 * a, vy + tall * 0.5 * a),
                    (vx + 6 * a, vy + tall * 0.5 * a),
                    (vx + 7 * b, vy + tall * 0.5 * b),
                    (vx - 7 * b, vy + tall * 0.5 * b),
                ),
                s.light.material((0.92, 0.03, 88)),
                0.9,
                emits=True,
            )
        if s.air.dark > 0.4:
            p.glow(vx, vy + tall * 0.4, s.w * 0.3, LAMP, 0.5, 0.4)
    with p.lit_by(light):
        trim: Colour = (0.34, 0.025, 50)
        p.shape(
            spline(
                [(-10, -10, 1), (s.w + 10, -10, 1), (s.w + 10, y + 6, 1), (s.w * 0.5, y - s.h * 0.012), (-10, y + 6, 1)]
            ),
            (0.72, 0.03, 75),
            6,
            dry=0.2,
        )
        for side in (-1, 1):
            edge = s.w * (0.5 + side * 0.5)
            p.shape(
                poly(
                    (edge, -10),
                    (edge - side * s.w * 0.10, -10),
                    (edge - side * s.w * 0.015, y + tall),
                    (edge + side * 20, y + tall),
                ),
                (0.62, 0.03, 75),
                8,
                dry=0.2,
            )
        p.shape(
            spline(
                [
                    (-10, y + tall - 8, 1),
                    (s.w * 0.3, y + tall - s.h * 0.03),
                    (s.w * 0.7, y + tall - s.h * 0.03),
                    (s.w + 10, y + tall - 8, 1),
                    (s.w + 10, s.h + 10, 1),
                    (-10, s.h + 10, 1),
                ]
            ),
            trim,
            12,
            dry=0.3,
        )
        p.shape(rect(s.w * 0.44, y - s.h * 0.005, s.w * 0.17, s.h * 0.065, 14), (0.24, 0.015, 265), 3)
        p.fill(
            rect(s.w * 0.446, y + s.h * 0.003, s.w * 0.158, s.h * 0.048, 10),
            mix(s.air.horizon, (0.4, 0.03, 250), 0.5),
            emits=True,
        )
        wheel = skia.Paint(
            AntiAlias=True, Color=p.colour((0.20, 0.015, 265)), Style=skia.Paint.kStroke_Style, StrokeWidth=22 * s.u
        )
        p.canvas.drawOval(skia.Rect.MakeLTRB(s.w * 0.14, s.h * 0.47, s.w * 0.40, s.h * 0.80), wheel)
        p.shape(oval(s.w * 0.27, s.h * 0.635, s.w * 0.036, s.h * 0.055), (0.26, 0.015, 265), 4)
        for dx in (-0.11, 0.11):
            p.line([(s.w * 0.27, s.h * 0.635), (s.w * (0.27 + dx), s.h * 0.62)], 18 * s.u, (0.24, 0.015, 265), 1, False)
        p.shape(rect(s.w * 0.475, s.h * 0.58, s.w * 0.12, s.h * 0.12, 8), (0.20, 0.015, 265), 4)
    p.fill(rect(s.w * 0.485, s.h * 0.592, s.w * 0.10, s.h * 0.095, 5), (0.50, 0.10, 235), emits=True)
    p.line(
        [(s.w * 0.49, s.h * 0.67), (s.w * 0.53, s.h * 0.63), (s.w * 0.58, s.h * 0.605)],
        4 * s.u,
        (0.90, 0.12, 85),
        1,
        emits=True,
    )
    p.glow(s.w * 0.535, s.h * 0.64, s.w * 0.08, (0.6, 0.1, 235), 0.35)
    for k, at in enumerate((0.215, 0.325)):
        p.fill(oval(s.w * at, s.h * 0.555, s.w * 0.018, s.h * 0.03), (0.12, 0.01, 265), emits=True)
        p.line(
            [(s.w * at, s.h * 0.565), (s.w * (at + 0.010 * (1 - 2 * k)), s.h * 0.54)],
            3 * s.u,
            (0.70, 0.18, 40),
            1,
            emits=True,
        )
    with p.lit_by(light):
        for at in (0.25, 0.76):
            p.shape(
                spline(
                    [
                        (s.w * (at - 0.15), s.h * 1.02, 1),
                        (s.w * (at - 0.13), s.h * 0.80),
                        (s.w * at, s.h * 0.755),
                        (s.w * (at + 0.13), s.h * 0.80),
                        (s.w * (at + 0.15), s.h * 1.02, 1),
                    ]
                ),
                (0.48, 0.07, 45),
                14,
                dry=0.35,
            )
            p.shape(rect(s.w * (at - 0.065), s.h * 0.655, s.w * 0.13, s.h * 0.10, 18), (0.50, 0.07, 45), 8, dry=0.3)


DRAWINGS: dict[str, Callable[[Site], None]] = {
    "spaceship": spaceship,
    "train": train,
    "dining car": train,
    "bus": bus,
    "plane": plane,
    "car": car,
}
"""By the names in ``words``."""
