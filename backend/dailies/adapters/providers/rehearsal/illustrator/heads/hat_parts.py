"""What hats are made of."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.heads.curve import points
from dailies.adapters.providers.rehearsal.illustrator.heads.sitter import Sitter
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point


def placed(sitter: Sitter, text: str) -> list[Point]:
    """Outline points moved to the skull's middle."""
    return [(p[0] + sitter.middle, *p[1:]) for p in points(text)]


def dome(sitter: Sitter, top: float, bottom: float, width: float = 0.42) -> list[Point]:
    """A round crown from ``top`` to ``bottom``, ``width`` heads to each side."""
    c, mid = sitter.middle, top * 0.55 + bottom * 0.45
    half: list[Point] = [
        (width, bottom),
        (width * 0.97, mid),
        (width * 0.72, top * 0.86 + bottom * 0.14),
        (width * 0.3, top),
    ]
    return [*((c + x, y) for x, y in half), *((c - x, y) for x, y in reversed(half))]


def shade_brow(sitter: Sitter, y: float) -> None:
    """The shadow a brim casts on hair and brow."""
    if sitter.view == "back" or sitter.height < 30:
        return
    right = {"front": 0.31, "three_quarter": 0.262, "profile": 0.262}[sitter.view]
    left = -right if sitter.view == "front" else -0.30
    shade = sitter.painter.light.shade(sitter.person.skin)
    sitter.fill(
        [(left, y - 0.08), (right, y - 0.08), (right, y + 0.03), ((left + right) / 2, y + 0.06), (left, y + 0.03)],
        shade,
        0.5,
        0.012,
    )
