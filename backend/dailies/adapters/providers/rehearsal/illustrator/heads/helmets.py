"""Helmets, hard hats and the headgear of knights and firefighters."""

from __future__ import annotations

from collections.abc import Callable

from dailies.adapters.providers.rehearsal.illustrator.cast import Garment
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter
from dailies.adapters.providers.rehearsal.illustrator.heads.curve import points
from dailies.adapters.providers.rehearsal.illustrator.heads.hat_parts import dome, placed, shade_brow
from dailies.adapters.providers.rehearsal.illustrator.heads.sitter import Sitter
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point

_BRASS: Colour = (0.76, 0.12, 82)


def _helmet(sitter: Sitter, hat: Garment) -> None:
    """A steel or crash helmet: a round shell down to the ears."""
    c = sitter.middle
    sitter.shape(dome(sitter, -0.66, -0.20, 0.455), hat.colour, 0.10, 0.08)
    rim = placed(
        sitter,
        "0.47,-0.24 0.2,-0.28 0,-0.29 -0.2,-0.28 -0.47,-0.22 -0.46,-0.15 -0.2,-0.205 0,-0.215 0.2,-0.205 0.46,-0.16",
    )
    sitter.shape(rim, lighter(hat.colour, -0.09), 0.02)
    sitter.line([(c - 0.2, -0.56), (c - 0.3, -0.42), (c - 0.33, -0.3)], 0.04, lighter(hat.colour, 0.12), 0.55)
    strap = sitter.painter.light.shade((0.3, 0.02, 60))
    sides = {"front": (-0.33, 0.33), "three_quarter": (-0.21,), "profile": (-0.05,), "back": ()}[sitter.view]
    for x in sides:
        sitter.line(
            [(x, -0.18), (x * 0.95, 0.2), (x * 0.5 + (0.06 if sitter.view != "front" else 0), 0.46)], 0.028, strap, 0.9
        )


def _hard_hat(sitter: Sitter, hat: Garment) -> None:
    c = sitter.middle
    shade_brow(sitter, -0.20)
    sitter.shape(dome(sitter, -0.65, -0.27, 0.43), hat.colour, 0.10, 0.05)
    ridge = lighter(hat.colour, 0.07)
    if sitter.view in ("front", "back"):
        for x in (-0.14, 0, 0.14):
            sitter.line([(x * 0.6, -0.66), (x, -0.52), (x * 1.15, -0.32)], 0.045, ridge, 0.9)
        brim = points(
            "0.5,-0.22 0.46,-0.31 0.2,-0.335 0,-0.34 -0.2,-0.335 -0.46,-0.31 -0.5,-0.22 -0.2,-0.215 0,-0.20 0.2,-0.215"
        )
    else:
        sitter.line(
            [(c + 0.38, -0.38), (c + 0.2, -0.6), (c - 0.05, -0.67), (c - 0.3, -0.58), (c - 0.42, -0.36)],
            0.05,
            ridge,
            0.9,
        )
        brim = placed(
            sitter, "0.62,-0.20 0.44,-0.33 0.2,-0.335 -0.2,-0.32 -0.5,-0.28 -0.5,-0.22 -0.2,-0.245 0.2,-0.24 0.45,-0.20"
        )
    sitter.shape(brim, lighter(hat.colour, -0.04), 0.02)


def _fire_helmet(sitter: Sitter, hat: Garment) -> None:
    """A firefighter's helmet: a ridged dome, a brim longer behind, and a shield in front."""
    c = sitter.middle
    shade_brow(sitter, -0.18)
    sitter.shape(dome(sitter, -0.70, -0.28, 0.42), hat.colour, 0.10, 0.08)
    deep = sitter.painter.light.shade(hat.colour)
    for x in (-0.22, 0.0, 0.2):
        sitter.line([(c + x * 0.3, -0.69), (c + x, -0.52), (c + x * 1.3, -0.32)], 0.03, deep, 0.6)
    behind = 0.6 if sitter.view in ("front", "back") else 0.74
    brim: list[Point] = [
        (0.58, -0.22),
        (0.3, -0.33),
        (0, -0.35),
        (-0.3, -0.33),
        (-behind, -0.12),
        (-0.3, -0.2),
        (0, -0.21),
        (0.3, -0.20),
    ]
    if sitter.view in ("front", "back"):
        brim = points("0.56,-0.18 0.3,-0.33 0,-0.36 -0.3,-0.33 -0.56,-0.18 -0.25,-0.22 0,-0.23 0.25,-0.22")
    sitter.shape([(c + x, y) for x, y in brim], lighter(hat.colour, -0.05), 0.03)
    if sitter.view != "back":
        x = c + {"front": 0.0, "three_quarter": 0.2, "profile": 0.33}[sitter.view]
        half = 0.11 if sitter.view != "profile" else 0.05
        sitter.shape(
            [
                (x - half, -0.54),
                (x, -0.60),
                (x + half, -0.54),
                (x + half * 0.8, -0.40),
                (x, -0.34),
                (x - half * 0.8, -0.40),
            ],
            _BRASS,
            0.03,
        )


def _knight(sitter: Sitter, hat: Garment) -> None:
    """A knight's helmet with the visor raised, cheek plates and a plume."""
    c = sitter.middle
    plume = points("-0.05,-0.62 -0.02,-0.84 -0.3,-0.92 -0.58,-0.72 -0.66,-0.4 -0.48,-0.5 -0.3,-0.6")
    sitter.shape(
        [(c + x * (0.55 if sitter.view in ("front", "back") else 1), y) for x, y in plume],
        sitter.person.accent,
        0.05,
        0.3,
    )
    sitter.shape(dome(sitter, -0.66, -0.22, 0.44), hat.colour, 0.12, 0.12)
    sides = {"front": (-1, 1), "three_quarter": (-1,), "profile": (-1,), "back": ()}[sitter.view]
    for side in sides:
        x = {"front": 0.0, "three_quarter": 0.04, "profile": 0.2}[sitter.view]
        plate = points("0.25,-0.26 0.44,-0.26 0.46,0.1 0.36,0.42 0.2,0.52 0.24,0.26 0.29,0.05")
        sitter.shape([(x + side * px, y) for px, y in plate], hat.colour, 0.06, 0.12)
    if sitter.view == "back":
        sitter.shape(
            points("0.44,-0.26 0.42,0.2 0.3,0.46 0,0.5 -0.3,0.46 -0.42,0.2 -0.44,-0.26"), hat.colour, 0.1, 0.12
        )
    sitter.line([(c - 0.42, -0.24), (c, -0.3), (c + 0.42, -0.24)], 0.05, lighter(hat.colour, -0.12), 0.9)
    sitter.line([(c, -0.65), (c + 0.02, -0.45), (c + 0.02, -0.3)], 0.03, lighter(hat.colour, 0.12), 0.7)


HELMETS: dict[str, Callable[[Sitter, Garment], None]] = {
    "helmet": _helmet,
    "hard hat": _hard_hat,
    "fire helmet": _fire_helmet,
    "knight": _knight,
}
"""Drawings by the cut in the wardrobe."""
