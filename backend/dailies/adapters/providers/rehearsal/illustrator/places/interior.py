"""The builder of rooms: wall, ceiling, floor in perspective, windows with their light, lamps, shelves, counters."""

from __future__ import annotations

from dataclasses import dataclass

from dailies.adapters.providers.rehearsal.illustrator.cast import Thing
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.places.site import LAMP, Site
from dailies.adapters.providers.rehearsal.illustrator.props import draw_prop
from dailies.adapters.providers.rehearsal.illustrator.shapes import oval, poly, rect, spline, union

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


def thing(kind: str, colour: Colour, accent: Colour = (0.90, 0.03, 85)) -> Thing:
    """A thing for ``draw_prop``."""
    return Thing(kind, kind, colour, accent)


def floor_line(s: Site) -> float:
    """Where the wall meets the floor."""
    return s.h * (0.74 if s.w >= s.h else 0.76)


def room(s: Site, scheme: Scheme) -> None:
    """Wall, ceiling, floor in perspective, openings, and the light that falls through them."""
    floor, top = floor_line(s), s.h * 0.055
    p, light = s.p, s.air.room
    wall = rect(-10, -10, s.w + 20, floor + 12)
    low = rect(-10, floor, s.w + 20, s.h - floor + 10)
    lit_at = s.w * (0.62 if light.towards[0] > 0 else 0.40)
    with p.lit_by(light):
        p.fill(wall, scheme.wall)
        p.radial(
            wall,
            (lit_at, floor * 0.42),
            s.w * 0.62,
            [
                (0, light.lit(light.lit(scheme.wall)), 0.95),
                (0.55, scheme.wall, 0.25),
                (1, light.shade(scheme.wall), 0.85),
            ],
        )
        p.gradient(
            low,
            (0, floor),
            (0, s.h),
            [
                (0, light.shade(scheme.floor), 1),
                (0.12, scheme.floor, 1),
                (0.45, light.lit(scheme.floor), 1),
                (1, light.shade(scheme.floor), 1),
            ],
        )
        if scheme.wainscot:
            _wainscot(s, scheme.wainscot, floor)
    p.paint_over("wall", 380, 0.95, lambda x, y: 78.0 if y < floor else 0.0)
    p.paint_over("wall small", 360, 0.5, lambda x, y: 66.0 if y < floor else 2.0, 0.035)
    with p.lit_by(light):
        _floor(s, scheme, floor)
        _ceiling(s, scheme, top)
        if scheme.wainscot:
            rail = floor * 0.70
            p.shape(rect(-10, rail - 7 * s.u, s.w + 20, 13 * s.u), lighter(scheme.wainscot, 0.12), 3, dry=0.3)
            for i in range(15):
                x = s.w * i / 14
                p.line([(x, rail + 8), (x, floor)], 2 * s.u, light.shade(scheme.wainscot), 0.5, False)
        p.shape(rect(-10, floor - 9 * s.u, s.w + 20, 13 * s.u), lighter(scheme.wainscot or scheme.wall, -0.06), 3)
        dim = light.shade(light.shadow)
        p.gradient(
            rect(-10, floor - s.h * 0.10, s.w + 20, s.h * 0.10),
            (0, floor - s.h * 0.10),
            (0, floor),
            [(0, dim, 0), (1, dim, 0.22)],
        )
        for edge in (0.0, 1.0):
            inner = s.w * (0.16 if edge == 0 else 0.84)
            p.gradient(
                rect(-10 if edge == 0 else inner, -10, s.w * 0.16 + 10, s.h + 20),
                (s.w * edge, 0),
                (inner, 0),
                [(0, dim, 0.42), (1, dim, 0)],
            )
    for index, opening in enumerate(scheme.windows):
        window(s, index, opening, scheme.curtain)
    for opening in scheme.windows:
        _daylight(s, opening, floor)
    for x in scheme.pendants:
        pendant(s, s.w * x)
    near_thing(s)


def _wainscot(s: Site, colour: Colour, floor: float) -> None:
    top, light = floor * 0.70, s.air.room
    panel = rect(-10, top, s.w + 20, floor - top)
    s.p.fill(panel, colour)
    s.p.gradient(panel, (0, top), (0, floor), [(0, light.lit(colour), 0.5), (1, light.shade(colour), 0.6)])


def _floor(s: Site, scheme: Scheme, floor: float) -> None:
    """Boards or tiles that run to the vanishing point behind the wall."""
    light, eye = s.air.room, s.h * 0.44
    dark, pale = light.shade(scheme.floor), light.lit(light.lit(scheme.floor))
    out = (s.h + 10 - eye) / (floor - eye)
    count = 26 if scheme.planks else 16
    vx = s.w * 0.5
    chance = s.chance("boards")
    with s.p.clip(rect(-10, floor, s.w + 20, s.h)):
        edges = [vx + (i / count - 0.5) * s.w * 1.9 / 1.55 for i in range(count + 1)]
        for i in range(count):
            a, b = edges[i], edges[i + 1]
            if i % 2 or scheme.planks:
                board = poly((a, floor), (b, floor), (vx + (b - vx) * out, s.h + 10), (vx + (a - vx) * out, s.h + 10))
                s.p.fill(board, pale if chance.uniform() < 0.5 else dark, float(chance.uniform(0.03, 0.22)))
        for x in edges:
            s.p.line([(x, floor), (vx + (x - vx) * out, s.h + 10)], 1.6 * s.u, dark, 0.65, False)
        rows = 7
        for k in range(rows):
            y = eye + (floor - eye) / (1 - 0.49 * (k / rows))
            if y > s.h:
                continue
            if not scheme.planks:
                s.p.line([(0, y), (s.w, y)], (0.8 + 1.6 * k / rows) * s.u, dark, 0.6, False)
                continue
            scale = (y - eye) / (floor - eye)
            for i in range(count):
                if chance.uniform() < 0.3:
                    a, b = vx + (edges[i] - vx) * scale, vx + (edges[i + 1] - vx) * scale
                    s.p.line([(a, y), (b, y)], 1.6 * s.u, dark, 0.7, False)
        if not scheme.planks:
            s.p.gradient(
                rect(0, floor, s.w, s.h), (0, floor), (0, s.h), [(0, pale, 0.30), (0.6, pale, 0.0), (1, dark, 0.2)]
            )


def _ceiling(s: Site, scheme: Scheme, top: float) -> None:
    """A strip of ceiling with beams, or a moulding, above the wall."""
    light = s.air.room
    tone = mix(lighter(scheme.wall, 0.03), (0.9, 0.02, 85), 0.35)
    strip = rect(-10, -10, s.w + 20, top + 10)
    s.p.gradient(strip, (0, 0), (0, top), [(0, light.shade(tone), 1), (1, tone, 1)])
    if scheme.planks:
        beam = mix(WOOD, scheme.floor, 0.4)
        vx, eye = s.w * 0.5, s.h * 0.44
        for i in range(9):
            x = s.w * (i + 0.5) / 9
            wide, out = s.w * 0.010, (eye + 10) / (eye - top)
            s.p.fill(
                poly(
                    (x - wide, top),
                    (x + wide, top),
                    (vx + (x + wide - vx) * out, -10),
                    (vx + (x - wide - vx) * out, -10),
                ),
                light.shade(beam) if i % 2 else beam,
            )
    s.p.shape(rect(-10, top - 4 * s.u, s.w + 20, 11 * s.u), lighter(scheme.wall, -0.10), 3, dry=0.2)
    shadow = light.shade(light.shadow)
    s.p.gradient(
        rect(-10, top + 6 * s.u, s.w + 20, s.h * 0.07),
        (0, top),
        (0, top + s.h * 0.07),
        [(0, shadow, 0.30), (1, shadow, 0)],
    )


def _daylight(s: Site, opening: tuple[float, float, float, float], floor: float) -> None:
    """Sun through a window: its shape on the floor and a shaft in the air; moonlight at night, faintly."""
    if s.air.sun is None and s.air.dark < 0.5:
        x = s.w * (opening[0] + opening[2] / 2)
        s.p.glow(x, floor + s.h * 0.05, s.w * opening[2] * 0.9, s.air.horizon, 0.28, 0.25)
        return
    night = s.air.dark > 0.6
    strength = 0.14 if night else 0.52
    tone: Colour = (0.72, 0.06, 245) if night else s.air.room.key
    x, wide = s.w * opening[0], s.w * opening[2]
    sill = s.h * (opening[1] + opening[3])
    lean = -s.air.room.towards[0] * s.w * 0.12
    y0, y1 = floor + s.h * 0.035, min(s.h * 0.985, floor + s.h * 0.19)
    for k in range(2):
        a, b = x + wide * (0.03 + 0.5 * k), x + wide * (0.47 + 0.5 * k)
        patch = poly(
            (a + lean * 0.5, y0),
            (b + lean * 0.5, y0),
            (b + lean * 1.25 + wide * 0.05, y1),
            (a + lean * 1.25 - wide * 0.02, y1),
        )
        s.p.gradient(
            patch,
            (0, y0),
            (0, y1),
            [(0, tone, strength * 0.7), (0.4, tone, strength), (1, tone, strength * 0.5)],
            emits=True,
        )
    if s.p.look.name in ("gouache", "noir", "poster"):
        box = (min(x, x + lean) - 40, s.h * opening[1], max(x + wide, x + wide + lean * 1.3) + 40, y1 + 20)
        shaft = poly(
            (x, s.h * opening[1]), (x + wide, s.h * opening[1]), (x + wide + lean * 1.2, y1), (x + lean * 0.6, y1)
        )
        with s.p.layer(6 * s.u, 1.0, box):
            s.p.gradient(
                shaft,
                (0, sill - s.h * 0.2),
                (0, y1),
                [(0, tone, 0.0), (0.35, tone, strength * 0.22), (1, tone, 0.02)],
                emits=True,
            )


def near_thing(s: Site) -> None:
    """Something dark and out of focus at one lower corner: leaves, a lamp, a chair's back."""
    chance = s.chance("near")
    side, pick = (1 if chance.random() < 0.5 else -1), float(chance.random())
    tone = mix(s.air.room.shade(s.air.room.shadow), (0.14, 0.02, 40), 0.45)
    x = s.w * (0.5 + 0.5 * side)
    if pick < 0.45:
        path = union(
            *[
                spline(
                    [
                        (x, s.h * 1.03, 1),
                        (x - side * s.w * (0.02 + 0.022 * i) - 10, s.h * (0.84 + 0.012 * i)),
                        (x - side * s.w * (0.02 + 0.026 * i), s.h * (0.74 + 0.05 * i), 1),
                        (x - side * s.w * (0.01 + 0.018 * i) + 14, s.h * (0.86 + 0.015 * i)),
                    ]
                )
                for i in range(5)
            ]
        )
    elif pick < 0.75:
        path = union(
            rect(x - s.w * 0.07, s.h * 0.78, s.w * 0.14, s.h * 0.05, 12),
            rect(x - side * s.w * 0.055 - 9 * s.u, s.h * 0.80, 18 * s.u, s.h * 0.3, 4),
            rect(x - s.w * 0.07, s.h * 0.90, s.w * 0.14, s.h * 0.03, 6),
        )
    else:
        path = spline(
            [
                (x - side * s.w * 0.13, s.h * 1.02, 1),
                (x - side * s.w * 0.11, s.h * 0.93),
                (x, s.h * 0.90),
                (x + side * s.w * 0.1, s.h * 0.90),
                (x + side * s.w * 0.1, s.h * 1.02, 1),
            ]
        )
    s.p.fill(path, tone, 0.92, 3.5 * s.u, emits=True)


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


def window(s: Site, index: int, share: tuple[float, float, float, float], curtain: Colour | None) -> None:
    """A framed window, its sill and its curtains, letting in the day."""
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


def pendant(s: Site, x: float) -> None:
    """A lamp hanging from the ceiling, with its pool on the floor."""
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


def shelf(s: Site, x: float, y: float, wide: float, kinds: tuple[str, ...], key: str, tall: float = 48) -> None:
    """A board with things on it, its left end at ``x``; ``tall``: their height at 1280 x 720."""
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
                draw_prop(s.p, thing(kind, colour), at + size * 0.35, y, size)
                at += size * float(chance.uniform(0.85, 1.15))
        s.p.shape(rect(x, y, wide, 11 * s.u, 2), WOOD, 3, dry=0.4)


def stand(s: Site, kind: str, x: float, tall: float, colour: Colour, low: float = 0.0, facing: int = 1) -> None:
    """A thing on the floor; ``x`` and ``tall`` in shares of the frame, ``low``: how far before the wall."""
    base = floor_line(s) + s.h * (0.03 + low)
    with s.p.lit_by(s.air.room):
        s.p.contact(s.w * x, base, s.h * tall * 0.7, 0.35)
        draw_prop(s.p, thing(kind, colour), s.w * x, base, s.h * tall, facing)


def counter(s: Site, left: float, right: float, colour: Colour, top: float = 0.60) -> None:
    """A counter from ``left`` to ``right``, its top at a share of the height."""
    y, floor = s.h * top, floor_line(s) + s.h * 0.03
    with s.p.lit_by(s.air.room):
        s.p.shape(rect(s.w * left, y, s.w * (right - left), floor - y), colour, 10, dry=0.3)
        for i in range(1, 5):
            x = s.w * (left + (right - left) * i / 5)
            s.p.line([(x, y + 14), (x, floor - 6)], 2.5 * s.u, s.air.room.shade(colour), 0.6, False)
        s.p.shape(
            rect(s.w * left - 8, y - 10 * s.u, s.w * (right - left) + 16, 18 * s.u, 3), (0.74, 0.06, 70), 4, dry=0.4
        )


def on(s: Site, kind: str, x: float, y: float, tall: float, colour: Colour, accent: Colour = (0.90, 0.03, 85)) -> None:
    """A thing whose foot is at x, y in shares of the frame."""
    with s.p.lit_by(s.air.room):
        draw_prop(s.p, thing(kind, colour, accent), s.w * x, s.h * y, s.h * tall)


def block(
    s: Site,
    x: float,
    y: float,
    wide: float,
    tall: float,
    colour: Colour,
    deep: float = 8,
    dry: float = 0.25,
    soft: float = 3,
) -> None:
    """A box seen from the front: left, top, width and height in shares of the frame; ``deep``: its form shadow."""
    with s.p.lit_by(s.air.room):
        s.p.shape(rect(s.w * x, s.h * y, s.w * wide, s.h * tall, soft), colour, deep * s.u, dry=dry)


def panel_light(
    s: Site, x: float, y: float, wide: float, tall: float, colour: Colour = LAMP, strength: float = 0.5
) -> None:
    """A shining panel, in shares of the frame."""
    s.p.fill(rect(s.w * x, s.h * y, s.w * wide, s.h * tall, 3), colour, emits=True)
    s.p.glow(s.w * (x + wide / 2), s.h * (y + tall / 2), s.w * wide * 0.9, colour, strength)
