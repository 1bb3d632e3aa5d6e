"""Hats, crowns and what else is worn on the hair."""

from __future__ import annotations

import math
from collections.abc import Callable

from dailies.adapters.providers.rehearsal.illustrator.cast import Garment
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter
from dailies.adapters.providers.rehearsal.illustrator.heads.cowls import COWLS
from dailies.adapters.providers.rehearsal.illustrator.heads.curve import points, soft
from dailies.adapters.providers.rehearsal.illustrator.heads.hair import scalloped
from dailies.adapters.providers.rehearsal.illustrator.heads.hat_parts import dome, placed, shade_brow
from dailies.adapters.providers.rehearsal.illustrator.heads.helmets import HELMETS
from dailies.adapters.providers.rehearsal.illustrator.heads.sitter import Sitter
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point, oval, poly

_BRASS: Colour = (0.76, 0.12, 82)


def draw_hat(sitter: Sitter, hat: Garment) -> None:
    """What is worn on the head, over the hair; an unknown cut becomes a cap."""
    HATS.get(hat.cut, _cap)(sitter, hat)


def _beanie(sitter: Sitter, hat: Garment) -> None:
    c = sitter.middle
    pompom = sitter.frame.path(soft(scalloped(c - 0.03, -0.72, 0.11, 0.10, 8, 0.05)))
    sitter.painter.shape(pompom, lighter(hat.colour, 0.07), sitter.height * 0.03, dry=0.3)
    sitter.shape(dome(sitter, -0.66, -0.22), hat.colour, 0.09, 0.3, angle=80)
    cuff = placed(
        sitter,
        "0.43,-0.34 0.2,-0.39 0,-0.40 -0.2,-0.39 -0.43,-0.34 -0.445,-0.2 -0.2,-0.24 0,-0.25 0.2,-0.24 0.445,-0.2",
    )
    sitter.shape(cuff, lighter(hat.colour, 0.05), 0.05, 0.25, angle=80)
    if sitter.height > 40:
        deep = sitter.painter.light.shade(hat.colour)
        for x in (-0.34, -0.22, -0.10, 0.02, 0.14, 0.26, 0.36):
            sitter.line([(c + x, -0.37 + abs(x) * 0.08), (c + x * 1.02, -0.25 + abs(x) * 0.08)], 0.014, deep, 0.6)


def _cap(sitter: Sitter, hat: Garment) -> None:
    c, peak = sitter.middle, lighter(hat.colour, -0.05)
    shade_brow(sitter, -0.22)
    sitter.shape(dome(sitter, -0.63, -0.24, 0.41), hat.colour, 0.09, 0.2)
    sitter.oval(c, -0.625, 0.035, 0.022, peak)
    if sitter.height > 46:
        deep = sitter.painter.light.shade(hat.colour)
        for x in (-0.2, 0.16):
            sitter.line([(c, -0.62), (c + x * 0.9, -0.48), (c + x * 1.25, -0.27)], 0.012, deep, 0.55)
    if sitter.view == "front":
        sitter.shape(
            points(
                "-0.33,-0.25 -0.2,-0.33 0,-0.36 0.2,-0.33 0.33,-0.25 0.3,-0.15 0.16,-0.2 0,-0.215 -0.16,-0.2 -0.3,-0.15"
            ),
            peak,
            0.03,
        )
    elif sitter.view == "three_quarter":
        sitter.shape(
            points("-0.05,-0.28 0.14,-0.34 0.30,-0.31 0.50,-0.20 0.55,-0.12 0.42,-0.16 0.22,-0.19 0.02,-0.21"),
            peak,
            0.03,
        )
    elif sitter.view == "profile":
        sitter.shape(
            points("0.14,-0.31 0.32,-0.30 0.58,-0.21 0.64,-0.155 0.46,-0.18 0.28,-0.215 0.14,-0.22"), peak, 0.03
        )
    else:
        sitter.oval(0, -0.27, 0.11, 0.05, sitter.painter.light.shade(sitter.person.hair), 0.9)


def _flat(sitter: Sitter, hat: Garment) -> None:
    """A flat cap: a low soft crown drawn forward over a short peak."""
    shade_brow(sitter, -0.24)
    if sitter.view in ("front", "back"):
        sitter.shape(
            points(
                "0.4,-0.26 0.47,-0.38 0.4,-0.52 0.2,-0.6 0,-0.62 -0.2,-0.6 -0.4,-0.52 -0.47,-0.38 -0.4,-0.26 0,-0.34"
            ),
            hat.colour,
            0.08,
            0.3,
        )
        if sitter.view == "front":
            sitter.shape(
                points("-0.3,-0.28 0,-0.36 0.3,-0.28 0.26,-0.19 0,-0.24 -0.26,-0.19"), lighter(hat.colour, -0.05), 0.03
            )
        return
    sitter.shape(
        placed(sitter, "0.46,-0.28 0.5,-0.4 0.3,-0.55 0,-0.62 -0.3,-0.58 -0.46,-0.42 -0.43,-0.24 -0.1,-0.30 0.2,-0.31"),
        hat.colour,
        0.08,
        0.3,
    )
    sitter.shape(
        placed(sitter, "0.24,-0.33 0.44,-0.33 0.58,-0.23 0.55,-0.19 0.4,-0.23 0.24,-0.25"),
        lighter(hat.colour, -0.06),
        0.03,
    )


def _peaked(sitter: Sitter, hat: Garment) -> None:
    c = sitter.middle
    shade_brow(sitter, -0.20)
    sitter.shape(
        placed(
            sitter, "0.42,-0.4 0.53,-0.54 0.42,-0.62 0.2,-0.69 0,-0.7 -0.2,-0.68 -0.42,-0.6 -0.51,-0.52 -0.42,-0.38"
        ),
        hat.colour,
        0.06,
        0.15,
    )
    band = placed(
        sitter,
        "0.41,-0.44 0.2,-0.475 0,-0.48 -0.2,-0.465 -0.42,-0.42 -0.42,-0.26 -0.2,-0.30 0,-0.315 0.2,-0.31 0.42,-0.28",
    )
    sitter.shape(band, (0.26, 0.03, 265), 0.04)
    if sitter.view == "back":
        return
    shift, half = {"front": (0.0, 0.26), "three_quarter": (0.18, 0.21), "profile": (0.30, 0.15)}[sitter.view]
    peak: list[Point] = [
        (-half, -0.305),
        (0, -0.335),
        (half, -0.31),
        (half * 1.22, -0.20),
        (half * 0.5, -0.215),
        (0, -0.22),
        (-half * 0.95, -0.225),
    ]
    sitter.shape([(c + shift + x, y) for x, y in peak], (0.20, 0.02, 265), 0.02)
    sitter.oval(c + shift, -0.46, 0.05, 0.055, _BRASS)
    sitter.line([(c + shift - half, -0.325), (c + shift, -0.35), (c + shift + half, -0.325)], 0.022, _BRASS, 0.9)


def _brim(sitter: Sitter, hat: Garment) -> None:
    _brimmed(sitter, hat.colour, sitter.painter.light.shade(hat.colour), -0.69, 0.68, 0.09)


def _straw(sitter: Sitter, hat: Garment) -> None:
    _brimmed(sitter, hat.colour, sitter.person.accent, -0.62, 0.80, 0.02)
    if sitter.height > 40:
        deep, c = sitter.painter.light.shade(hat.colour), sitter.middle
        for r in (0.5, 0.62, 0.72):
            sitter.line([(c - r, -0.245), (c, -0.21 - 0.02 * r), (c + r, -0.245)], 0.010, deep, 0.45)
        for y in (-0.5, -0.56):
            sitter.line([(c - 0.3, y + 0.02), (c, y), (c + 0.3, y + 0.02)], 0.010, deep, 0.4)


def _brimmed(sitter: Sitter, colour: Colour, band: Colour, top: float, reach: float, dent: float) -> None:
    c = sitter.middle
    shade_brow(sitter, -0.20)
    crown: list[Point] = [
        (0.35, -0.28),
        (0.33, top * 0.75),
        (0.2, top),
        (0.0, top + dent * 0.7),
        (-0.2, top),
        (-0.34, top * 0.75),
        (-0.37, -0.28),
    ]
    brim: list[Point] = [
        (reach, -0.25),
        (reach * 0.62, -0.345),
        (0, -0.37),
        (-reach * 0.62, -0.345),
        (-reach * 1.02, -0.24),
        (-reach * 0.6, -0.185),
        (0, -0.165),
        (reach * 0.6, -0.19),
    ]
    sitter.shape([(c + x, y) for x, y in brim], lighter(colour, 0.02), 0.05, 0.25)
    sitter.shape([(c + x, y) for x, y in crown], colour, 0.09, 0.25)
    sitter.shape(
        placed(
            sitter,
            "0.352,-0.42 0.2,-0.45 0,-0.46 -0.2,-0.45 -0.362,-0.41 -0.372,-0.29 "
            "-0.2,-0.25 0,-0.24 0.2,-0.25 0.357,-0.29",
        ),
        band,
        0.03,
    )


def _toque(sitter: Sitter, hat: Garment) -> None:
    puff = placed(
        sitter,
        "0.36,-0.48 0.52,-0.64 0.52,-0.84 0.34,-0.96 0.16,-0.93 -0.02,-1.02 -0.22,-0.95 -0.42,-0.97 -0.58,-0.82 "
        "-0.54,-0.62 -0.38,-0.48",
    )
    sitter.shape(puff, hat.colour, 0.10, 0.1)
    if sitter.height > 40:
        deep = sitter.painter.light.shade(hat.colour)
        for x in (-0.26, -0.08, 0.12, 0.26):
            sitter.line(
                [(sitter.middle + x, -0.56), (sitter.middle + x * 1.25, -0.72), (sitter.middle + x * 1.3, -0.84)],
                0.02,
                deep,
                0.5,
            )
    sitter.shape(
        placed(sitter, "0.38,-0.56,1 0.39,-0.26,1 0.2,-0.30 0,-0.31 -0.2,-0.30 -0.41,-0.25,1 -0.39,-0.56,1 0,-0.60"),
        lighter(hat.colour, 0.02),
        0.05,
        0.1,
    )


def _tall(sitter: Sitter, hat: Garment) -> None:
    c = sitter.middle
    sitter.shape(placed(sitter, "0.32,-0.30,1 0.34,-0.92,1 0,-0.97 -0.36,-0.92,1 -0.36,-0.30,1"), hat.colour, 0.10, 0.2)
    sitter.shape(
        placed(sitter, "0.33,-0.46 0,-0.50 -0.36,-0.44 -0.36,-0.32 0,-0.38 0.33,-0.34"), sitter.person.accent, 0.03
    )
    sitter.shape(
        [
            (c + x, y)
            for x, y in points("0.58,-0.27 0.3,-0.35 0,-0.38 -0.34,-0.34 -0.62,-0.25 -0.3,-0.22 0,-0.21 0.3,-0.22")
        ],
        hat.colour,
        0.04,
        0.2,
    )


def _pointed(sitter: Sitter, hat: Garment) -> None:
    sitter.shape(
        placed(sitter, "0.34,-0.28 0.2,-0.68 0.05,-1.0 -0.12,-1.24,1 -0.18,-0.98 -0.28,-0.66 -0.37,-0.28"),
        hat.colour,
        0.10,
        0.25,
    )
    sitter.shape(
        placed(sitter, "0.72,-0.24 0.4,-0.35 0,-0.39 -0.42,-0.34 -0.76,-0.22 -0.4,-0.18 0,-0.165 0.4,-0.18"),
        hat.colour,
        0.05,
        0.25,
    )
    sitter.shape(
        placed(sitter, "0.335,-0.42 0,-0.45 -0.35,-0.40 -0.37,-0.31 0,-0.35 0.345,-0.33"), sitter.person.accent, 0.03
    )


def _beret(sitter: Sitter, hat: Garment) -> None:
    c = sitter.middle
    sitter.shape(
        placed(
            sitter,
            "0.36,-0.28 0.46,-0.42 0.30,-0.57 0,-0.65 -0.3,-0.65 -0.58,-0.52 "
            "-0.63,-0.34 -0.42,-0.22 -0.2,-0.29 0,-0.33 0.2,-0.33",
        ),
        hat.colour,
        0.08,
        0.25,
    )
    sitter.line([(c - 0.08, -0.62), (c - 0.06, -0.70)], 0.04, hat.colour)


def _crown(sitter: Sitter, hat: Garment) -> None:
    c = sitter.middle
    spikes: list[Point] = [(c - 0.33, -0.36)]
    for i in range(5):
        x = c - 0.36 + i * 0.18
        spikes += [(x, -0.74 + (0.05 if i % 2 else 0.0)), (x + 0.09, -0.54)]
    sitter.painter.shape(
        sitter.frame.path(poly(*spikes[:-1], (c + 0.33, -0.36))), hat.colour, sitter.height * 0.05, dry=0.1
    )
    for i in range(5):
        sitter.painter.shape(
            sitter.frame.path(oval(c - 0.36 + i * 0.18, -0.75 + (0.05 if i % 2 else 0.0), 0.032)),
            lighter(hat.colour, 0.08),
            sitter.height * 0.02,
            dry=0,
        )
    sitter.shape(
        placed(
            sitter,
            "0.335,-0.44 0.15,-0.475 0,-0.48 -0.15,-0.475 -0.335,-0.44 -0.34,-0.32 "
            "-0.15,-0.355 0,-0.36 0.15,-0.355 0.34,-0.32",
        ),
        lighter(hat.colour, -0.05),
        0.03,
    )
    for x, gem in ((-0.2, (0.5, 0.17, 25)), (0.0, (0.5, 0.14, 255)), (0.2, (0.55, 0.14, 155))):
        sitter.oval(c + x, -0.41, 0.035, 0.035, gem)


def _veil(sitter: Sitter, hat: Garment) -> None:
    """A bride's band of flowers; the veil itself falls behind."""
    c = sitter.middle
    for i in range(7):
        angle = math.pi * (0.12 + 0.76 * i / 6)
        x, y = c + 0.38 * math.cos(angle), -0.26 - 0.27 * math.sin(angle)
        flower = sitter.frame.path(soft(scalloped(x, y, 0.055, 0.055, 5, 0.18)))
        sitter.painter.shape(flower, hat.colour, sitter.height * 0.015, dry=0)
        sitter.oval(x, y, 0.017, 0.017, (0.82, 0.12, 88))
    if sitter.view == "back":
        sitter.fill(points("0.36,-0.36 0,-0.5 -0.36,-0.36 -0.5,0.4 -0.56,1.5 0,1.7 0.56,1.5 0.5,0.4"), hat.colour, 0.75)


def _turban(sitter: Sitter, hat: Garment) -> None:
    sitter.shape(
        placed(
            sitter,
            "0.40,-0.22 0.46,-0.42 0.34,-0.62 0.1,-0.71 -0.16,-0.71 -0.40,-0.6 "
            "-0.5,-0.4 -0.44,-0.16 -0.2,-0.25 0.1,-0.31",
        ),
        hat.colour,
        0.09,
        0.2,
    )
    deep, c = sitter.painter.light.shade(hat.colour), sitter.middle
    for a, b in ((-0.42, 0.3), (-0.3, 0.4), (-0.1, 0.44)):
        sitter.line(
            [(c + a, -0.28 + a * 0.1), (c + (a + b) / 2, -0.45), (c + b * 0.8, -0.6 - b * 0.1)], 0.026, deep, 0.55
        )
    sitter.line([(c - 0.1, -0.32), (c + 0.12, -0.46), (c + 0.36, -0.42)], 0.026, deep, 0.55)


def _band(sitter: Sitter, hat: Garment) -> None:
    sitter.shape(
        placed(
            sitter,
            "0.37,-0.30 0.2,-0.35 0,-0.36 -0.2,-0.35 -0.40,-0.28 -0.41,-0.2 -0.2,-0.265 0,-0.275 0.2,-0.265 0.36,-0.22",
        ),
        hat.colour,
        0.03,
        0.1,
    )


def _goggles(sitter: Sitter, hat: Garment) -> None:
    """A swimmer's cap with its goggles pushed up."""
    sitter.shape(dome(sitter, -0.57, -0.20, 0.385), hat.colour, 0.09, 0.05)
    if sitter.view == "back":
        return
    for x in {"front": (-0.14, 0.14), "three_quarter": (0.0, 0.2), "profile": (0.2,)}[sitter.view]:
        sitter.oval(x, -0.31, 0.085, 0.055, (0.25, 0.03, 240))
        sitter.oval(x, -0.32, 0.055, 0.03, (0.6, 0.07, 220))


HATS: dict[str, Callable[[Sitter, Garment], None]] = {
    "beanie": _beanie,
    "cap": _cap,
    "flat": _flat,
    "peaked": _peaked,
    "brim": _brim,
    "straw": _straw,
    "toque": _toque,
    "tall": _tall,
    "pointed": _pointed,
    "beret": _beret,
    "crown": _crown,
    "veil": _veil,
    "turban": _turban,
    "headband": _band,
    "swim cap": _goggles,
    **HELMETS,
    **COWLS,
}
"""Drawings by the cut in the wardrobe."""
