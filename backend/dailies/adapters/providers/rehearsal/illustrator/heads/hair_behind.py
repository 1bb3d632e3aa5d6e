"""Hair behind the face, neck and shoulders."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.heads.curve import points
from dailies.adapters.providers.rehearsal.illustrator.heads.hair import scalloped
from dailies.adapters.providers.rehearsal.illustrator.heads.sitter import Sitter
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point

_SHIFT = {"front": 0.0, "three_quarter": -0.06, "profile": -0.08}
_TAILS: dict[str, list[Point]] = {
    "front": points("0.30,-0.30 0.44,-0.22 0.52,0.06 0.48,0.36 0.40,0.56,1 0.36,0.3 0.34,0.0"),
    "three_quarter": points("-0.30,-0.30 -0.46,-0.36 -0.62,-0.14 -0.62,0.24 -0.50,0.60,1 -0.42,0.28 -0.38,-0.05"),
    "profile": points("-0.34,-0.28 -0.50,-0.34 -0.66,-0.12 -0.66,0.26 -0.54,0.62,1 -0.46,0.28 -0.42,-0.05"),
}
_BUNS: dict[str, dict[str, tuple[float, float]]] = {
    "bun": {"front": (0.0, -0.60), "three_quarter": (-0.46, 0.08), "profile": (-0.47, 0.04)},
    "topknot": {"front": (0.0, -0.64), "three_quarter": (-0.16, -0.66), "profile": (-0.22, -0.64)},
}


def draw_hair_behind(sitter: Sitter) -> None:
    """Long hair, tails and buns; belongs under the neck and the clothes."""
    style, hair, view = sitter.person.hair_style, sitter.person.hair, sitter.view
    if view == "back" or sitter.hair_hidden or sitter.person.age == "baby":
        return
    s = _SHIFT[view]
    if style in _BUNS:
        x, y = _BUNS[style][view]
        sitter.shape(scalloped(x, y, 0.165, 0.15, 6, 0.035), hair, 0.05, 0.28, 0.8)
    elif style in ("long", "wavy", "locks"):
        sitter.shape(_long(s, view, style == "wavy"), hair, 0.08, 0.28, angle=80)
    elif style == "bob":
        right = 0.40 if view == "front" else 0.10 if view == "three_quarter" else -0.06
        outline = points("-0.30,-0.40 -0.40,-0.05 -0.41,0.30 -0.34,0.46 -0.10,0.44")
        sitter.shape(
            [*((s + x, y) for x, y in outline), (right * 0.9, 0.46), (right, 0.30), (right, -0.05), (s + 0.25, -0.40)],
            hair,
            0.07,
            0.28,
            angle=80,
        )
    elif style == "curly":
        sitter.shape(scalloped(s * 1.2, -0.08, 0.47, 0.47, 11, 0.055), hair, 0.08, 0.3)
    elif style == "afro":
        sitter.shape(scalloped(s * 1.2, -0.16, 0.56, 0.54, 15, 0.035), hair, 0.10, 0.3)
    elif style == "ponytail":
        sitter.shape(_TAILS[view], hair, 0.05, 0.28, angle=80)


def _long(s: float, view: str, wavy: bool) -> list[Point]:
    right = 0.42 if view == "front" else 0.14 if view == "three_quarter" else -0.04
    if wavy:
        left = points("-0.30,-0.40 -0.44,-0.05 -0.41,0.12 -0.49,0.36 -0.43,0.58 -0.48,0.80 -0.30,0.98 -0.10,0.92")
        fall: list[Point] = [
            (s + 0.06, 0.97),
            (right * 1.05, 0.80),
            (right * 0.95, 0.55),
            (right * 1.12, 0.32),
            (right, 0.1),
        ]
    else:
        left = points("-0.30,-0.40 -0.42,0 -0.45,0.45 -0.42,0.88 -0.18,0.98")
        fall = [(s + 0.08, 0.96), (right * 0.98, 0.82), (right * 1.04, 0.45), (right, 0.1)]
    return [*((s + x, y) for x, y in left), *fall, (s + 0.25, -0.40)]
