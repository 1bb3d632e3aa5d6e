"""Rooms. One room builder (wall, wainscot, floor, window, lamp) and, per kind, what stands in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dailies.adapters.providers.rehearsal.illustrator.cast import Thing
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.places.site import LAMP, Site
from dailies.adapters.providers.rehearsal.illustrator.props import draw_prop
from dailies.adapters.providers.rehearsal.illustrator.shapes import oval, poly, rect, spline

WOOD: Colour = (0.46, 0.08, 52)


@dataclass(frozen=True)
class Scheme:
    """A room's colours and openings. ``windows``: left edge, top, width, height in shares of the frame."""

    wall: Colour
    wainscot: Colour | None
    floor: Colour
    windows: tuple[tuple[float, float, float, float], ...] = ((0.36, 0.13, 0.28, 0.36),)
    curtain: Colour | None = None
    pendants: tuple[float, ...] = (0.72,)
    planks: bool = True


def _thing(kind: str, colour: Colour, accent: Colour = (0.90, 0.03, 85)) -> Thing:
    return Thing(kind, kind, colour, accent)


def floor_line(s: Site) -> float:
    """Where the wall meets the floor."""
    return s.h * (0.74 if s.w >= s.h else 0.76)


def _room(s: Site, scheme: Scheme) -> None:
    floor = floor_line(s)
    p, light = s.p, s.air.room
    wall = rect(-10, -10, s.w + 20, floor + 12)
    with p.lit_by(light):
        p.fill(wall, scheme.wall)
        p.radial(
            wall,
            (s.w * 0.55, floor * 0.4),
            s.w * 0.62,
            [
                (0, light.lit(light.lit(scheme.wall)), 0.9),
                (0.55, scheme.wall, 0.25),
                (1, light.shade(scheme.wall), 0.75),
            ],
        )
        p.gradient(
            rect(-10, floor, s.w + 20, s.h - floor + 10),
            (0, floor),
            (0, s.h),
            [(0, light.lit(scheme.floor), 1), (1, light.shade(scheme.floor), 1)],
        )
        if scheme.wainscot:
            top = floor * 0.70
            p.fill(rect(-10, top, s.w + 20, floor - top), scheme.wainscot)
            p.gradient(
                rect(-10, top, s.w + 20, floor - top),
                (0, top),
                (0, floor),
                [(0, light.lit(scheme.wainscot), 0.5), (1, light.shade(scheme.wainscot), 0.6)],
            )
    p.paint_over("wall", 420, 0.95, lambda x, y: 78.0 if y < floor else 0.0)
    p.paint_over("wall small", 420, 0.5, lambda x, y: 66.0 if y < floor else 2.0, 0.035)
    with p.lit_by(light):
        if scheme.planks:
            for i in range(9):
                y = floor + (s.h - floor) * (i / 8) ** 1.6
                p.line([(0, y), (s.w, y)], 1 + 2.0 * s.u * i / 8, light.shade(scheme.floor), 0.5, False)
        if scheme.wainscot:
            top = floor * 0.70
            p.shape(rect(-10, top - 7 * s.u, s.w + 20, 13 * s.u), lighter(scheme.wainscot, 0.12), 3, dry=0.3)
            for i in range(15):
                x = s.w * i / 14
                p.line([(x, top + 8), (x, floor)], 2 * s.u, light.shade(scheme.wainscot), 0.5, False)
        p.shape(rect(-10, floor - 9 * s.u, s.w + 20, 13 * s.u), lighter(scheme.wainscot or scheme.wall, -0.06), 3)
    for index, window in enumerate(scheme.windows):
        _window(s, index, window, scheme.curtain)
    for x in scheme.pendants:
        _pendant(s, s.w * x)


def view(s: Site, x: float, y: float, wide: float, tall: float, key: object, rural: bool | None = None) -> None:
    """What is seen through a window: sky, distance, weather."""
    p, air = s.p, s.air
    pane = rect(x, y, wide, tall)
    with p.clip(pane):
        last = len(air.sky) - 1
        p.gradient(pane, (0, y), (0, y + tall), [(i / last, c, 1) for i, c in enumerate(air.sky)], emits=True)
        chance = s.chance("view", key)
        country = (
            rural if rural is not None else s.has("village", "country", "farm", "train", "railway", "mountain", "cabin")
        )
        if air.sun and air.sun.moon:
            p.glow(x + wide * 0.7, y + tall * 0.25, tall * 0.4, air.sun.colour, 0.5)
            p.fill(oval(x + wide * 0.7, y + tall * 0.25, tall * 0.05), air.sun.colour, emits=True)
        for row, distance in enumerate((0.8, 0.5)):
            if country:
                tone = s.far((0.42, 0.06, 200 - 30 * row), distance)
                points = [
                    (x + wide * i / 6, y + tall * (0.62 + 0.12 * row) - tall * 0.16 * float(chance.uniform(0, 1)))
                    for i in range(7)
                ]
                p.fill(
                    spline([(x - 20, y + tall + 20, 1), *points, (x + wide + 20, y + tall + 20, 1)]), tone, emits=True
                )
            else:
                at = x - wide * 0.05
                while at < x + wide:
                    w, h = (
                        wide * float(chance.uniform(0.10, 0.2)),
                        tall * float(chance.uniform(0.25, 0.55)) * (1 - 0.3 * row),
                    )
                    tone = s.far((0.44, 0.05, 275), distance)
                    p.fill(rect(at, y + tall - h, w, h + 5), tone, emits=True)
                    for k in range(3):
                        if chance.uniform() < 0.5 * air.dark + 0.05:
                            p.fill(
                                rect(
                                    at + w * (0.2 + 0.3 * (k % 2)), y + tall - h + h * 0.2 * (k + 1), w * 0.18, h * 0.1
                                ),
                                LAMP,
                                0.9,
                                emits=True,
                            )
                    at += w
        if country and air.dark > 0.4:
            for _ in range(3):
                lx, ly = x + wide * float(chance.uniform(0.05, 0.95)), y + tall * float(chance.uniform(0.66, 0.82))
                p.fill(oval(lx, ly, 2.2 * s.u), LAMP, emits=True)
                p.glow(lx, ly, 16 * s.u, LAMP, 0.6)
        if air.fall:
            for _ in range(26):
                fx, fy = x + wide * float(chance.uniform(0, 1)), y + tall * float(chance.uniform(0, 1))
                if air.fall == "rain":
                    p.line([(fx, fy), (fx - 4 * s.u, fy + 12 * s.u)], 1.2 * s.u, (0.9, 0.02, 230), 0.5, emits=True)
                else:
                    p.fill(oval(fx, fy, float(chance.uniform(1.2, 3)) * s.u), (0.97, 0.01, 240), 0.9, emits=True)
        p.gradient(
            pane,
            (x, y),
            (x + wide, y + tall),
            [(0, (0.98, 0.01, 220), 0.16), (0.4, (0.98, 0.01, 220), 0), (1, (0.98, 0.01, 220), 0.06)],
            emits=True,
        )


def _window(s: Site, index: int, share: tuple[float, float, float, float], curtain: Colour | None) -> None:
    x, y, wide, tall = share[0] * s.w, share[1] * s.h, share[2] * s.w, share[3] * s.h
    view(s, x, y, wide, tall, index)
    frame: Colour = (0.90, 0.025, 85)
    with s.p.lit_by(s.air.room):
        for bar in (
            rect(x - 9, y - 9, wide + 18, 12 * s.u),
            rect(x - 9, y + tall - 3, wide + 18, 12 * s.u),
            rect(x - 9, y - 9, 12 * s.u, tall + 18),
            rect(x + wide - 3, y - 9, 12 * s.u, tall + 18),
            rect(x + wide / 2 - 4, y, 8 * s.u, tall),
            rect(x, y + tall * 0.42, wide, 7 * s.u),
        ):
            s.p.shape(bar, frame, 2, dry=0.1, line=0.5)
        s.p.shape(rect(x - 22 * s.u, y + tall + 5, wide + 44 * s.u, 16 * s.u, 3), frame, 4, dry=0.2)
        if curtain:
            for side in (-1, 1):
                edge = x - 26 * s.u if side < 0 else x + wide + 26 * s.u
                inner = x + wide * 0.16 if side < 0 else x + wide * 0.84
                s.p.shape(
                    spline(
                        [
                            (edge, y - 16, 1),
                            (inner, y - 16, 1),
                            (inner - side * -6, y + tall * 0.4),
                            (edge - side * wide * 0.05, y + tall * 0.72),
                            (inner + side * wide * 0.09, y + tall + 26 * s.u, 1),
                            (edge, y + tall + 26 * s.u, 1),
                        ]
                    ),
                    curtain,
                    9,
                    dry=0.3,
                    angle=80,
                )
            s.p.line([(x - 50 * s.u, y - 18), (x + wide + 50 * s.u, y - 18)], 6 * s.u, (0.32, 0.05, 45), 1, False)
    if s.air.dark < 0.6:
        s.p.glow(x + wide / 2, y + tall / 2, wide * 1.1, s.air.horizon, 0.30)


def _pendant(s: Site, x: float) -> None:
    y = s.h * 0.13
    with s.p.lit_by(s.air.room):
        s.p.line([(x, -5), (x, y)], 3 * s.u, (0.25, 0.03, 45), 1, False)
        s.p.shape(
            spline(
                [
                    (x - 14 * s.u, y, 1),
                    (x + 14 * s.u, y, 1),
                    (x + 46 * s.u, y + 44 * s.u, 1),
                    (x - 46 * s.u, y + 44 * s.u, 1),
                ]
            ),
            (0.36, 0.06, 155),
            8 * s.u,
        )
    strength = 0.35 + 0.6 * s.air.dark
    s.p.fill(oval(x, y + 45 * s.u, 42 * s.u, 7 * s.u), LAMP if s.air.dark > 0.2 else (0.90, 0.03, 88), emits=True)
    s.p.glow(x, y + 50 * s.u, 210 * s.u, LAMP, strength * 0.8)
    if s.air.dark > 0.3:
        s.p.glow(x, floor_line(s), 330 * s.u, LAMP, 0.4 * s.air.dark, 0.3)


def _shelf(s: Site, x: float, y: float, wide: float, kinds: tuple[str, ...], key: str, tall: float = 48) -> None:
    chance = s.chance("shelf", key)
    colours: tuple[Colour, ...] = (
        (0.60, 0.12, 38),
        (0.76, 0.09, 82),
        (0.48, 0.07, 185),
        (0.88, 0.04, 82),
        (0.50, 0.10, 155),
        (0.50, 0.09, 255),
    )
    with s.p.lit_by(s.air.room):
        s.p.fill(rect(x, y + 8 * s.u, wide, 12 * s.u), s.air.room.shade(s.air.room.shadow), 0.25, 5)
        at = x + 12 * s.u
        while at < x + wide - 30 * s.u:
            kind = kinds[int(chance.integers(len(kinds)))]
            size = tall * s.u * float(chance.uniform(0.72, 1.1))
            colour = colours[int(chance.integers(len(colours)))]
            if kind in ("bread", "basket"):
                colour = (0.62 + 0.06 * float(chance.uniform()), 0.11, 62)
            if kind == "spine":
                w = float(chance.uniform(9, 19)) * s.u
                s.p.shape(rect(at, y - size, w, size, 2), mix(colour, (0.5, 0.08, 50), 0.3), 3, dry=0.15, line=0.5)
                s.p.fill(rect(at + w * 0.2, y - size * 0.8, w * 0.6, size * 0.08), (0.85, 0.06, 85), 0.7)
                at += w + 1.5
            else:
                draw_prop(s.p, _thing(kind, colour), at + size * 0.35, y, size)
                at += size * float(chance.uniform(0.85, 1.15))
        s.p.shape(rect(x, y, wide, 11 * s.u, 2), WOOD, 3, dry=0.4)


def _stand(s: Site, kind: str, x: float, tall: float, colour: Colour, low: float = 0.0, facing: int = 1) -> None:
    base = floor_line(s) + s.h * (0.03 + low)
    with s.p.lit_by(s.air.room):
        s.p.contact(s.w * x, base, s.h * tall * 0.7, 0.35)
        draw_prop(s.p, _thing(kind, colour), s.w * x, base, s.h * tall, facing)


def _counter(s: Site, left: float, right: float, colour: Colour, top: float = 0.60) -> None:
    y, floor = s.h * top, floor_line(s) + s.h * 0.03
    with s.p.lit_by(s.air.room):
        s.p.shape(rect(s.w * left, y, s.w * (right - left), floor - y), colour, 10, dry=0.3)
        for i in range(1, 5):
            x = s.w * (left + (right - left) * i / 5)
            s.p.line([(x, y + 14), (x, floor - 6)], 2.5 * s.u, s.air.room.shade(colour), 0.6, False)
        s.p.shape(
            rect(s.w * left - 8, y - 10 * s.u, s.w * (right - left) + 16, 18 * s.u, 3), (0.74, 0.06, 70), 4, dry=0.4
        )


def _on(s: Site, kind: str, x: float, y: float, tall: float, colour: Colour, accent: Colour = (0.90, 0.03, 85)) -> None:
    with s.p.lit_by(s.air.room):
        draw_prop(s.p, _thing(kind, colour, accent), s.w * x, s.h * y, s.h * tall)


def kitchen(s: Site) -> None:
    """Counter, stove, window over the sill, shelf of jars, hanging pans."""
    _room(s, Scheme((0.78, 0.085, 72), (0.46, 0.065, 165), (0.56, 0.07, 55), curtain=(0.60, 0.13, 28)))
    _counter(s, 0.02, 0.34, (0.86, 0.03, 85))
    _counter(s, 0.66, 1.02, (0.86, 0.03, 85))
    with s.p.lit_by(s.air.room):
        x, y, w = s.w * 0.05, s.h * 0.60, s.w * 0.17
        s.p.shape(rect(x, y, w, floor_line(s) + s.h * 0.03 - y), (0.90, 0.015, 85), 10, dry=0.2)
        s.p.shape(rect(x + w * 0.12, y + s.h * 0.04, w * 0.76, s.h * 0.09, 5), (0.30, 0.03, 45), 3)
        s.p.fill(rect(x + w * 0.18, y + s.h * 0.048, w * 0.64, s.h * 0.074, 4), (0.80, 0.15, 60), 0.9, emits=True)
        s.p.glow(x + w * 0.5, y + s.h * 0.09, w * 0.8, (0.85, 0.14, 62), 0.5)
        s.p.shape(rect(x - 4, y - 12 * s.u, w + 8, 14 * s.u), (0.32, 0.02, 260), 3)
    _on(s, "pan", 0.115, 0.585, 0.07, (0.46, 0.09, 245))
    _on(s, "teapot", 0.185, 0.585, 0.075, (0.62, 0.14, 30))
    _shelf(s, s.w * 0.72, s.h * 0.30, s.w * 0.25, ("jar", "tin", "bottle", "cup"), "jars")
    _shelf(s, s.w * 0.04, s.h * 0.30, s.w * 0.20, ("cup", "jar", "bowl", "plant"), "cups", 40)
    for i in range(4):
        px, py = s.w * (0.75 + i * 0.06), s.h * 0.40
        with s.p.lit_by(s.air.room):
            s.p.line([(px, s.h * 0.318), (px, py)], 3 * s.u, (0.40, 0.08, 45), 1, False)
            s.p.shape(oval(px, py + 18 * s.u, (17 + 3 * (i % 2)) * s.u), (0.58, 0.12, 48), 5 * s.u, dry=0.3)
    _on(s, "plant", 0.42, 0.505, 0.09, (0.6, 0.12, 45))
    _on(s, "bread", 0.76, 0.585, 0.045, (0.66, 0.11, 62))
    _on(s, "bottle", 0.90, 0.585, 0.11, (0.50, 0.09, 140))


def bakery(s: Site) -> None:
    """Shelves of loaves, a deep oven, a counter with cakes."""
    _room(
        s,
        Scheme(
            (0.76, 0.085, 68), (0.44, 0.07, 40), (0.60, 0.06, 60), ((0.06, 0.14, 0.20, 0.40),), pendants=(0.40, 0.66)
        ),
    )
    for i in range(3):
        _shelf(s, s.w * 0.34, s.h * (0.26 + 0.12 * i), s.w * 0.34, ("bread", "bread", "basket"), f"loaf{i}", 40)
    with s.p.lit_by(s.air.room):
        x, y = s.w * 0.74, s.h * 0.22
        s.p.shape(
            spline(
                [
                    (x, s.h * 0.62, 1),
                    (x, y + s.h * 0.12),
                    (x + s.w * 0.11, y),
                    (x + s.w * 0.22, y + s.h * 0.12),
                    (x + s.w * 0.22, s.h * 0.62, 1),
                ]
            ),
            (0.52, 0.10, 38),
            14,
            dry=0.5,
        )
        mouth = spline(
            [
                (x + s.w * 0.045, s.h * 0.54, 1),
                (x + s.w * 0.05, s.h * 0.42),
                (x + s.w * 0.11, s.h * 0.36),
                (x + s.w * 0.17, s.h * 0.42),
                (x + s.w * 0.175, s.h * 0.54, 1),
            ]
        )
        s.p.gradient(
            mouth, (0, s.h * 0.36), (0, s.h * 0.54), [(0, (0.40, 0.12, 40), 1), (1, (0.90, 0.14, 70), 1)], emits=True
        )
    s.p.glow(s.w * 0.85, s.h * 0.48, s.h * 0.30, (0.85, 0.14, 62), 0.6)
    _counter(s, 0.26, 1.02, (0.50, 0.08, 50), 0.62)
    for i, kind in enumerate(("cake", "bread", "basket", "bread", "cake")):
        _on(s, kind, 0.34 + 0.14 * i, 0.607, 0.06, (0.70, 0.10, 62), (0.62, 0.14, 20))


def shop(s: Site) -> None:
    """Shelves of goods and a counter."""
    _room(
        s,
        Scheme(
            (0.74, 0.05, 150), (0.42, 0.06, 160), (0.60, 0.05, 60), ((0.05, 0.14, 0.20, 0.42),), pendants=(0.42, 0.72)
        ),
    )
    books = s.has("book")
    kinds = ("spine",) if books else ("jar", "tin", "box", "bottle")
    for i in range(3):
        _shelf(s, s.w * 0.33, s.h * (0.26 + 0.125 * i), s.w * 0.64, kinds, f"goods{i}", 52)
    _counter(s, 0.50, 1.02, WOOD, 0.63)


def cafe(s: Site) -> None:
    """A bar with machine and cups, tables, a big window."""
    _room(
        s,
        Scheme(
            (0.62, 0.09, 55),
            (0.38, 0.06, 170),
            (0.48, 0.07, 50),
            ((0.05, 0.12, 0.36, 0.46),),
            pendants=(0.52, 0.68, 0.84),
        ),
    )
    for i in range(2):
        _shelf(s, s.w * 0.52, s.h * (0.33 + 0.12 * i), s.w * 0.44, ("cup", "jar", "bottle", "tin"), f"bar{i}", 44)
    _counter(s, 0.50, 1.02, (0.36, 0.06, 170), 0.60)
    with s.p.lit_by(s.air.room):
        x, y = s.w * 0.80, s.h * 0.587
        s.p.shape(rect(x, y - s.h * 0.12, s.w * 0.13, s.h * 0.12, 8), (0.68, 0.02, 240), 10, dry=0.2)
        s.p.shape(rect(x - 6, y - s.h * 0.135, s.w * 0.13 + 12, s.h * 0.03, 5), (0.76, 0.03, 80), 4)
    for x in (0.58, 0.63, 0.68):
        _on(s, "cup", x, 0.587, 0.036, (0.92, 0.02, 85), (0.60, 0.14, 28))
    _stand(s, "table", 0.20, 0.16, WOOD, 0.05)
    _stand(s, "chair", 0.08, 0.20, WOOD, 0.05)
    _on(s, "candle", 0.20, 0.663, 0.035, (0.9, 0.02, 85))


def bar(s: Site) -> None:
    """Dark wood, bottles lit from behind, stools."""
    _room(
        s,
        Scheme(
            (0.44, 0.09, 35),
            (0.32, 0.06, 40),
            (0.36, 0.06, 45),
            ((0.04, 0.14, 0.18, 0.34),),
            pendants=(0.40, 0.60, 0.80),
        ),
    )
    s.p.glow(s.w * 0.62, s.h * 0.36, s.w * 0.30, (0.85, 0.13, 65), 0.5)
    for i in range(3):
        _shelf(s, s.w * 0.30, s.h * (0.27 + 0.11 * i), s.w * 0.66, ("bottle", "bottle", "glass"), f"bar{i}", 52)
    _counter(s, 0.24, 1.02, (0.34, 0.07, 42), 0.60)
    for x in (0.36, 0.52, 0.68, 0.84):
        _stand(s, "chair", x, 0.17, (0.40, 0.08, 40), 0.03)


def restaurant(s: Site) -> None:
    """White tables, candles, tall windows."""
    _room(
        s,
        Scheme(
            (0.60, 0.10, 30),
            (0.40, 0.08, 30),
            (0.44, 0.07, 45),
            ((0.10, 0.10, 0.18, 0.50), (0.41, 0.10, 0.18, 0.50), (0.72, 0.10, 0.18, 0.50)),
            (0.52, 0.13, 25),
            (0.35, 0.66),
        ),
    )
    for x in (0.14, 0.86):
        _stand(s, "chair", x - 0.10, 0.20, WOOD, 0.04)
        _stand(s, "table", x, 0.17, (0.93, 0.015, 85), 0.05)
        _on(s, "candle", x, 0.655, 0.04, (0.9, 0.02, 85))


def living_room(s: Site) -> None:
    """Sofa, lamp, pictures, rug and plants."""
    _room(s, Scheme((0.70, 0.06, 75), None, (0.52, 0.07, 52), ((0.08, 0.13, 0.25, 0.40),), (0.50, 0.08, 200), (0.60,)))
    with s.p.lit_by(s.air.room):
        s.p.shape(oval(s.w * 0.5, s.h * 0.90, s.w * 0.36, s.h * 0.075), (0.52, 0.12, 28), 5, dry=0.5)
        s.p.shape(oval(s.w * 0.5, s.h * 0.90, s.w * 0.28, s.h * 0.053), (0.78, 0.07, 75), 0, dry=0.5)
        for x, y, w, h, c in ((0.47, 0.20, 0.09, 0.14, (0.55, 0.09, 230)), (0.585, 0.17, 0.07, 0.10, (0.66, 0.12, 60))):
            s.p.shape(rect(s.w * x, s.h * y, s.w * w, s.h * h), (0.36, 0.06, 45), 3)
            s.p.fill(rect(s.w * (x + 0.008), s.h * (y + 0.014), s.w * (w - 0.016), s.h * (h - 0.028)), c)
            s.p.fill(
                spline(
                    [
                        (s.w * (x + 0.008), s.h * (y + h * 0.7)),
                        (s.w * (x + w * 0.5), s.h * (y + h * 0.45)),
                        (s.w * (x + w - 0.008), s.h * (y + h * 0.62)),
                        (s.w * (x + w - 0.008), s.h * (y + h - 0.016), 1),
                        (s.w * (x + 0.008), s.h * (y + h - 0.016), 1),
                    ]
                ),
                (0.45, 0.08, 150),
            )
    _stand(s, "sofa", 0.58, 0.24, (0.44, 0.08, 215), 0.02)
    _shelf(s, s.w * 0.78, s.h * 0.30, s.w * 0.20, ("spine",), "books1", 50)
    _shelf(s, s.w * 0.78, s.h * 0.44, s.w * 0.20, ("spine", "plant", "spine"), "books2", 50)
    _stand(s, "plant", 0.38, 0.26, (0.60, 0.12, 45), 0.01)
    _stand(s, "table", 0.90, 0.13, WOOD, 0.04)
    _on(s, "lamp", 0.90, 0.655, 0.15, (0.60, 0.10, 40))


def bedroom(s: Site) -> None:
    """A bed, a window, a lamp on the night table."""
    _room(s, Scheme((0.64, 0.055, 265), None, (0.52, 0.06, 55), ((0.38, 0.12, 0.26, 0.36),), (0.46, 0.08, 280), ()))
    _stand(s, "bed", 0.70, 0.30, (0.50, 0.10, 255), 0.08, -1)
    _stand(s, "table", 0.24, 0.14, WOOD, 0.03)
    _on(s, "lamp", 0.23, 0.635, 0.16, (0.62, 0.12, 45))
    _shelf(s, s.w * 0.06, s.h * 0.28, s.w * 0.22, ("spine", "toy", "spine", "clock"), "books", 46)


def office(s: Site) -> None:
    """Desks with screens before a wide window."""
    _room(
        s,
        Scheme(
            (0.74, 0.02, 235), None, (0.54, 0.02, 250), ((0.05, 0.10, 0.90, 0.36),), None, (0.30, 0.70), planks=False
        ),
    )
    for x in (0.14, 0.50, 0.86):
        _stand(s, "table", x, 0.17, (0.70, 0.05, 75), 0.02)
        _on(s, "laptop", x - 0.02, 0.605, 0.085, (0.66, 0.01, 250))
        _on(s, "cup", x + 0.08, 0.605, 0.034, (0.92, 0.02, 85), (0.54, 0.12, 255))
    _stand(s, "plant", 0.32, 0.24, (0.60, 0.03, 250), 0.03)


def workshop(s: Site) -> None:
    """A bench, tools on the wall, shelves of boxes."""
    _room(s, Scheme((0.56, 0.06, 60), (0.40, 0.05, 50), (0.46, 0.04, 55), ((0.06, 0.14, 0.24, 0.30),), None, (0.54,)))
    with s.p.lit_by(s.air.room):
        s.p.shape(rect(s.w * 0.38, s.h * 0.20, s.w * 0.34, s.h * 0.26), (0.62, 0.07, 68), 4, dry=0.5)
    for i, kind in enumerate(("hammer", "saw", "spoon", "hammer", "knife", "saw")):
        _on(s, kind, 0.415 + i * 0.054, 0.42 if i % 2 else 0.34, 0.10 if kind != "saw" else 0.06, (0.6, 0.1, 40))
    _shelf(s, s.w * 0.76, s.h * 0.30, s.w * 0.22, ("box", "tin", "jar"), "boxes1", 52)
    _shelf(s, s.w * 0.76, s.h * 0.45, s.w * 0.22, ("box", "bucket", "tin"), "boxes2", 52)
    _counter(s, 0.30, 0.98, (0.46, 0.07, 52), 0.61)
    _on(s, "lamp", 0.90, 0.597, 0.16, (0.46, 0.08, 160))
    _on(s, "clock", 0.80, 0.597, 0.06, (0.56, 0.12, 30))
    if s.has("garage", "car", "mechanic", "bike", "bicycle"):
        _stand(s, "bicycle", 0.16, 0.24, (0.54, 0.15, 28), 0.05)


def classroom(s: Site) -> None:
    """A blackboard, desks, a globe."""
    _room(
        s,
        Scheme((0.80, 0.06, 90), (0.56, 0.06, 150), (0.58, 0.07, 60), ((0.03, 0.12, 0.19, 0.40),), None, (0.36, 0.74)),
    )
    with s.p.lit_by(s.air.room):
        s.p.shape(rect(s.w * 0.30, s.h * 0.18, s.w * 0.48, s.h * 0.30), WOOD, 4)
        s.p.shape(rect(s.w * 0.31, s.h * 0.195, s.w * 0.46, s.h * 0.27), (0.34, 0.05, 165), 0, dry=0.3)
        for i in range(3):
            s.p.line(
                [(s.w * 0.34, s.h * (0.25 + 0.06 * i)), (s.w * (0.56 + 0.05 * i), s.h * (0.247 + 0.06 * i))],
                3 * s.u,
                (0.92, 0.02, 90),
                0.7,
            )
    for x in (0.18, 0.50, 0.82):
        _stand(s, "table", x, 0.14, (0.64, 0.08, 68), 0.05)
        _on(s, "book", x, 0.69, 0.035, (0.5, 0.11, 25 + 200 * x))


def hospital(s: Site) -> None:
    """A bed, a curtain, a pale wall."""
    _room(
        s,
        Scheme(
            (0.86, 0.025, 190),
            (0.72, 0.05, 195),
            (0.74, 0.02, 220),
            ((0.10, 0.12, 0.24, 0.36),),
            (0.80, 0.05, 200),
            (0.62,),
            planks=False,
        ),
    )
    _stand(s, "bed", 0.66, 0.28, (0.78, 0.06, 205), 0.06)
    _stand(s, "plant", 0.38, 0.18, (0.8, 0.05, 60), 0.0)


def library(s: Site) -> None:
    """Book walls, a ladder, a green lamp."""
    _room(
        s, Scheme((0.42, 0.07, 45), (0.34, 0.06, 45), (0.44, 0.08, 45), ((0.42, 0.10, 0.16, 0.50),), None, (0.25, 0.75))
    )
    for side in (0.02, 0.62):
        for i in range(5):
            _shelf(s, s.w * side, s.h * (0.16 + 0.125 * i), s.w * 0.36, ("spine",), f"{side}{i}", 58)
    _stand(s, "ladder", 0.84, 0.58, WOOD, 0.03)
    _stand(s, "table", 0.26, 0.15, WOOD, 0.07)
    _on(s, "lamp", 0.24, 0.70, 0.13, (0.44, 0.10, 155))


def museum(s: Site) -> None:
    """White walls with pictures."""
    _room(s, Scheme((0.86, 0.015, 85), None, (0.62, 0.06, 65), (), None, (0.30, 0.60)))
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
    _stand(s, "bench", 0.52, 0.10, WOOD, 0.09)


def gym(s: Site) -> None:
    """A hall with a punch bag, racks and mats."""
    _room(s, Scheme((0.58, 0.03, 250), (0.42, 0.05, 255), (0.62, 0.08, 70), ((0.08, 0.08, 0.84, 0.20),), None, ()))
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
            _stand(s, "chair", x - 0.10 * 3 / count, 0.26, (0.46, 0.14, 25), 0.05)
            _stand(s, "chair", x + 0.10 * 3 / count, 0.26, (0.46, 0.14, 25), 0.05, -1)
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
        draw_prop(s.p, _thing("glass", (0.9, 0.02, 220)), x - 44 * s.u, y + 2, 26 * s.u)
        draw_prop(s.p, _thing("cup", (0.93, 0.02, 85), (0.52, 0.14, 25)), x + 46 * s.u, y + 3, 18 * s.u)
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


def bathroom(s: Site) -> None:
    """Tiles, a mirror, a shelf."""
    _room(
        s,
        Scheme(
            (0.84, 0.03, 200),
            (0.70, 0.06, 205),
            (0.74, 0.02, 220),
            ((0.08, 0.12, 0.18, 0.30),),
            None,
            (0.60,),
            planks=False,
        ),
    )
    _on(s, "mirror", 0.52, 0.46, 0.28, (0.7, 0.1, 80))
    _shelf(s, s.w * 0.40, s.h * 0.52, s.w * 0.24, ("bottle", "jar", "cup"), "wash", 40)


def plain(s: Site) -> None:
    """A quiet room for places that are not known."""
    _room(s, Scheme((0.72, 0.045, 75), (0.52, 0.05, 200), (0.54, 0.06, 55), ((0.10, 0.13, 0.24, 0.38),), None, (0.62,)))
    _stand(s, "plant", 0.40, 0.22, (0.60, 0.11, 45), 0.0)
    _stand(s, "table", 0.84, 0.17, WOOD, 0.04)
    _on(s, "lamp", 0.86, 0.64, 0.15, (0.46, 0.08, 200))


DRAWINGS: dict[str, Callable[[Site], None]] = {
    "kitchen": kitchen,
    "bakery": bakery,
    "shop": shop,
    "cafe": cafe,
    "bar": bar,
    "restaurant": restaurant,
    "living room": living_room,
    "bedroom": bedroom,
    "office": office,
    "workshop": workshop,
    "classroom": classroom,
    "hospital": hospital,
    "library": library,
    "museum": museum,
    "gym": gym,
    "theatre": theatre,
    "spaceship": spaceship,
    "train": train,
    "dining car": train,
    "bathroom": bathroom,
    "room": plain,
}
"""By the names in ``words``."""
