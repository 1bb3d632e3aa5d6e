"""Rooms people live and work in, and what stands in each."""

from __future__ import annotations

from collections.abc import Callable

from dailies.adapters.providers.rehearsal.illustrator.places.interior import (
    WOOD,
    Scheme,
    counter,
    floor_line,
    on,
    room,
    shelf,
    stand,
)
from dailies.adapters.providers.rehearsal.illustrator.places.site import Site
from dailies.adapters.providers.rehearsal.illustrator.shapes import oval, rect, spline


def kitchen(s: Site) -> None:
    """Counter, stove, window over the sill, shelf of jars, hanging pans."""
    room(s, Scheme((0.78, 0.085, 72), (0.46, 0.065, 165), (0.56, 0.07, 55), curtain=(0.60, 0.13, 28)))
    counter(s, 0.02, 0.34, (0.86, 0.03, 85))
    counter(s, 0.66, 1.02, (0.86, 0.03, 85))
    with s.p.lit_by(s.air.room):
        x, y, w = s.w * 0.05, s.h * 0.60, s.w * 0.17
        s.p.shape(rect(x, y, w, floor_line(s) + s.h * 0.03 - y), (0.90, 0.015, 85), 10, dry=0.2)
        s.p.shape(rect(x + w * 0.12, y + s.h * 0.04, w * 0.76, s.h * 0.09, 5), (0.30, 0.03, 45), 3)
        s.p.fill(rect(x + w * 0.18, y + s.h * 0.048, w * 0.64, s.h * 0.074, 4), (0.80, 0.15, 60), 0.9, emits=True)
        s.p.glow(x + w * 0.5, y + s.h * 0.09, w * 0.8, (0.85, 0.14, 62), 0.5)
        s.p.shape(rect(x - 4, y - 12 * s.u, w + 8, 14 * s.u), (0.32, 0.02, 260), 3)
    on(s, "pan", 0.115, 0.585, 0.07, (0.46, 0.09, 245))
    on(s, "teapot", 0.185, 0.585, 0.075, (0.62, 0.14, 30))
    shelf(s, s.w * 0.72, s.h * 0.30, s.w * 0.25, ("jar", "tin", "bottle", "cup"), "jars")
    shelf(s, s.w * 0.04, s.h * 0.30, s.w * 0.20, ("cup", "jar", "bowl", "plant"), "cups", 40)
    for i in range(4):
        px, py = s.w * (0.75 + i * 0.06), s.h * 0.40
        with s.p.lit_by(s.air.room):
            s.p.line([(px, s.h * 0.318), (px, py)], 3 * s.u, (0.40, 0.08, 45), 1, False)
            s.p.shape(oval(px, py + 18 * s.u, (17 + 3 * (i % 2)) * s.u), (0.58, 0.12, 48), 5 * s.u, dry=0.3)
    on(s, "plant", 0.42, 0.505, 0.09, (0.6, 0.12, 45))
    on(s, "bread", 0.76, 0.585, 0.045, (0.66, 0.11, 62))
    on(s, "bottle", 0.90, 0.585, 0.11, (0.50, 0.09, 140))


def bakery(s: Site) -> None:
    """Shelves of loaves, a deep oven, a counter with cakes."""
    room(
        s,
        Scheme(
            (0.76, 0.085, 68), (0.44, 0.07, 40), (0.60, 0.06, 60), ((0.06, 0.14, 0.20, 0.40),), pendants=(0.40, 0.66)
        ),
    )
    for i in range(3):
        shelf(s, s.w * 0.34, s.h * (0.26 + 0.12 * i), s.w * 0.34, ("bread", "bread", "basket"), f"loaf{i}", 40)
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
    counter(s, 0.26, 1.02, (0.50, 0.08, 50), 0.62)
    for i, kind in enumerate(("cake", "bread", "basket", "bread", "cake")):
        on(s, kind, 0.34 + 0.14 * i, 0.607, 0.06, (0.70, 0.10, 62), (0.62, 0.14, 20))


def shop(s: Site) -> None:
    """Shelves of goods and a counter."""
    room(
        s,
        Scheme(
            (0.74, 0.05, 150), (0.42, 0.06, 160), (0.60, 0.05, 60), ((0.05, 0.14, 0.20, 0.42),), pendants=(0.42, 0.72)
        ),
    )
    books = s.has("book")
    kinds = ("spine",) if books else ("jar", "tin", "box", "bottle")
    for i in range(3):
        shelf(s, s.w * 0.33, s.h * (0.26 + 0.125 * i), s.w * 0.64, kinds, f"goods{i}", 52)
    counter(s, 0.50, 1.02, WOOD, 0.63)


def cafe(s: Site) -> None:
    """A bar with machine and cups, tables, a big window."""
    room(
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
        shelf(s, s.w * 0.52, s.h * (0.33 + 0.12 * i), s.w * 0.44, ("cup", "jar", "bottle", "tin"), f"bar{i}", 44)
    counter(s, 0.50, 1.02, (0.36, 0.06, 170), 0.60)
    with s.p.lit_by(s.air.room):
        x, y = s.w * 0.80, s.h * 0.587
        s.p.shape(rect(x, y - s.h * 0.12, s.w * 0.13, s.h * 0.12, 8), (0.68, 0.02, 240), 10, dry=0.2)
        s.p.shape(rect(x - 6, y - s.h * 0.135, s.w * 0.13 + 12, s.h * 0.03, 5), (0.76, 0.03, 80), 4)
    for x in (0.58, 0.63, 0.68):
        on(s, "cup", x, 0.587, 0.036, (0.92, 0.02, 85), (0.60, 0.14, 28))
    stand(s, "table", 0.20, 0.16, WOOD, 0.05)
    stand(s, "chair", 0.08, 0.20, WOOD, 0.05)
    on(s, "candle", 0.20, 0.663, 0.035, (0.9, 0.02, 85))


def bar(s: Site) -> None:
    """Dark wood, bottles lit from behind, stools."""
    room(
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
        shelf(s, s.w * 0.30, s.h * (0.27 + 0.11 * i), s.w * 0.66, ("bottle", "bottle", "glass"), f"bar{i}", 52)
    counter(s, 0.24, 1.02, (0.34, 0.07, 42), 0.60)
    for x in (0.36, 0.52, 0.68, 0.84):
        stand(s, "chair", x, 0.17, (0.40, 0.08, 40), 0.03)


def restaurant(s: Site) -> None:
    """White tables, candles, tall windows."""
    room(
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
        stand(s, "chair", x - 0.10, 0.20, WOOD, 0.04)
        stand(s, "table", x, 0.17, (0.93, 0.015, 85), 0.05)
        on(s, "candle", x, 0.655, 0.04, (0.9, 0.02, 85))


def living_room(s: Site) -> None:
    """Sofa, lamp, pictures, rug and plants."""
    room(s, Scheme((0.70, 0.06, 75), None, (0.52, 0.07, 52), ((0.08, 0.13, 0.25, 0.40),), (0.50, 0.08, 200), (0.60,)))
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
    stand(s, "sofa", 0.58, 0.24, (0.44, 0.08, 215), 0.02)
    shelf(s, s.w * 0.78, s.h * 0.30, s.w * 0.20, ("spine",), "books1", 50)
    shelf(s, s.w * 0.78, s.h * 0.44, s.w * 0.20, ("spine", "plant", "spine"), "books2", 50)
    stand(s, "plant", 0.38, 0.26, (0.60, 0.12, 45), 0.01)
    stand(s, "table", 0.90, 0.13, WOOD, 0.04)
    on(s, "lamp", 0.90, 0.655, 0.15, (0.60, 0.10, 40))


def bedroom(s: Site) -> None:
    """A bed, a window, a lamp on the night table."""
    room(s, Scheme((0.64, 0.055, 265), None, (0.52, 0.06, 55), ((0.38, 0.12, 0.26, 0.36),), (0.46, 0.08, 280), ()))
    stand(s, "bed", 0.70, 0.30, (0.50, 0.10, 255), 0.08, -1)
    stand(s, "table", 0.24, 0.14, WOOD, 0.03)
    on(s, "lamp", 0.23, 0.635, 0.16, (0.62, 0.12, 45))
    shelf(s, s.w * 0.06, s.h * 0.28, s.w * 0.22, ("spine", "toy", "spine", "clock"), "books", 46)


def office(s: Site) -> None:
    """Desks with screens before a wide window."""
    room(
        s,
        Scheme(
            (0.74, 0.02, 235), None, (0.54, 0.02, 250), ((0.05, 0.10, 0.90, 0.36),), None, (0.30, 0.70), planks=False
        ),
    )
    for x in (0.14, 0.50, 0.86):
        stand(s, "table", x, 0.17, (0.70, 0.05, 75), 0.02)
        on(s, "laptop", x - 0.02, 0.605, 0.085, (0.66, 0.01, 250))
        on(s, "cup", x + 0.08, 0.605, 0.034, (0.92, 0.02, 85), (0.54, 0.12, 255))
    stand(s, "plant", 0.32, 0.24, (0.60, 0.03, 250), 0.03)


def workshop(s: Site) -> None:
    """A bench, tools on the wall, shelves of boxes."""
    room(s, Scheme((0.56, 0.06, 60), (0.40, 0.05, 50), (0.46, 0.04, 55), ((0.06, 0.14, 0.24, 0.30),), None, (0.54,)))
    with s.p.lit_by(s.air.room):
        s.p.shape(rect(s.w * 0.38, s.h * 0.20, s.w * 0.34, s.h * 0.26), (0.62, 0.07, 68), 4, dry=0.5)
    for i, kind in enumerate(("hammer", "saw", "spoon", "hammer", "knife", "saw")):
        on(s, kind, 0.415 + i * 0.054, 0.42 if i % 2 else 0.34, 0.10 if kind != "saw" else 0.06, (0.6, 0.1, 40))
    shelf(s, s.w * 0.76, s.h * 0.30, s.w * 0.22, ("box", "tin", "jar"), "boxes1", 52)
    shelf(s, s.w * 0.76, s.h * 0.45, s.w * 0.22, ("box", "bucket", "tin"), "boxes2", 52)
    counter(s, 0.30, 0.98, (0.46, 0.07, 52), 0.61)
    on(s, "lamp", 0.90, 0.597, 0.16, (0.46, 0.08, 160))
    on(s, "clock", 0.80, 0.597, 0.06, (0.56, 0.12, 30))
    if s.has("garage", "car", "mechanic", "bike", "bicycle"):
        stand(s, "bicycle", 0.16, 0.24, (0.54, 0.15, 28), 0.05)


def classroom(s: Site) -> None:
    """A blackboard, desks, a globe."""
    room(
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
        stand(s, "table", x, 0.14, (0.64, 0.08, 68), 0.05)
        on(s, "book", x, 0.69, 0.035, (0.5, 0.11, 25 + 200 * x))


def hospital(s: Site) -> None:
    """A bed, a curtain, a pale wall."""
    room(
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
    stand(s, "bed", 0.66, 0.28, (0.78, 0.06, 205), 0.06)
    stand(s, "plant", 0.38, 0.18, (0.8, 0.05, 60), 0.0)


def library(s: Site) -> None:
    """Book walls, a ladder, a green lamp."""
    room(
        s, Scheme((0.42, 0.07, 45), (0.34, 0.06, 45), (0.44, 0.08, 45), ((0.42, 0.10, 0.16, 0.50),), None, (0.25, 0.75))
    )
    for side in (0.02, 0.62):
        for i in range(5):
            shelf(s, s.w * side, s.h * (0.16 + 0.125 * i), s.w * 0.36, ("spine",), f"{side}{i}", 58)
    stand(s, "ladder", 0.84, 0.58, WOOD, 0.03)
    stand(s, "table", 0.26, 0.15, WOOD, 0.07)
    on(s, "lamp", 0.24, 0.70, 0.13, (0.44, 0.10, 155))


def bathroom(s: Site) -> None:
    """Tiles, a mirror, a shelf."""
    room(
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
    on(s, "mirror", 0.52, 0.46, 0.28, (0.7, 0.1, 80))
    shelf(s, s.w * 0.40, s.h * 0.52, s.w * 0.24, ("bottle", "jar", "cup"), "wash", 40)


def plain(s: Site) -> None:
    """A quiet room for places that are not known."""
    room(s, Scheme((0.72, 0.045, 75), (0.52, 0.05, 200), (0.54, 0.06, 55), ((0.10, 0.13, 0.24, 0.38),), None, (0.62,)))
    stand(s, "plant", 0.40, 0.22, (0.60, 0.11, 45), 0.0)
    stand(s, "table", 0.84, 0.17, WOOD, 0.04)
    on(s, "lamp", 0.86, 0.64, 0.15, (0.46, 0.08, 200))


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
    "bathroom": bathroom,
    "room": plain,
}
"""By the names in ``words``."""
