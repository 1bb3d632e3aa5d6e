"""Outlines of the face."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.heads.curve import points
from dailies.adapters.providers.rehearsal.illustrator.heads.sitter import Sitter
from dailies.adapters.providers.rehearsal.illustrator.heads.traits import with_jaw
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point, mirrored

_TURNED = points(
    "0.2,-0.4 0.272,-0.2 0.268,-0.07 0.248,0.02 0.268,0.1 0.262,0.2 0.235,0.31 0.195,0.41 0.13,0.475 0.04,0.478 "
    "-0.07,0.42 -0.18,0.3 -0.235,0.14 -0.25,0 -0.3,-0.2 -0.2,-0.42 0.02,-0.47"
)
_TURNED_CHILD = points(
    "0.2,-0.4 0.29,-0.2 0.283,-0.03 0.262,0.05 0.288,0.14 0.288,0.25 0.25,0.35 0.19,0.42 0.12,0.455 0.02,0.455 "
    "-0.1,0.41 -0.21,0.3 -0.25,0.14 -0.26,0 -0.31,-0.2 -0.2,-0.42 0.02,-0.47"
)
_SIDE = points(
    "0.16,-0.43 0.242,-0.31 0.266,-0.18 0.262,-0.09 0.268,-0.045 0.242,0.012 0.27,0.068 0.306,0.13 0.332,0.172 "
    "0.328,0.2 0.3,0.22 0.266,0.226 0.272,0.258 0.29,0.29 0.268,0.313,1 0.284,0.338 0.27,0.365 0.25,0.388 0.262,0.43 "
    "0.248,0.474 0.198,0.496 0.1,0.468 0,0.4 -0.09,0.28 -0.18,0.1 -0.3,-0.2 -0.1,-0.45"
)
_SIDE_CHILD = points(
    "0.16,-0.43 0.262,-0.3 0.29,-0.16 0.282,-0.06 0.256,0.025 0.27,0.085 0.3,0.14 0.318,0.18 0.308,0.21 0.276,0.232 "
    "0.26,0.24 0.268,0.264 0.28,0.292 0.262,0.316,1 0.274,0.338 0.262,0.362 0.244,0.384 0.25,0.42 0.232,0.452 "
    "0.18,0.466 0.09,0.45 -0.02,0.39 -0.11,0.28 -0.2,0.1 -0.3,-0.2 -0.1,-0.45"
)
_HALF = points("0.1,0.478 0.19,0.415 0.268,0.26 0.314,0.06 0.328,-0.12 0.315,-0.3 0.2,-0.43")
_HALF_CHILD = points("0.1,0.455 0.22,0.39 0.305,0.24 0.325,0.04 0.335,-0.14 0.318,-0.3 0.2,-0.43")
_CROWNS: dict[str, list[Point]] = {
    "front": mirrored(points("0.2,0.1 0.33,-0.02 0.345,-0.2 0.29,-0.38 0.16,-0.48 0,-0.505")),
    "three_quarter": points(
        "0.1,0.1 0.268,-0.1 0.272,-0.24 0.22,-0.4 0.08,-0.49 -0.1,-0.5 -0.28,-0.42 -0.38,-0.25 -0.39,-0.05 -0.33,0.14 "
        "-0.22,0.26 -0.1,0.2"
    ),
    "profile": points(
        "0.1,0.1 0.25,-0.1 0.262,-0.22 0.2,-0.39 0.06,-0.49 -0.14,-0.505 -0.32,-0.43 -0.43,-0.26 -0.445,-0.06 "
        "-0.38,0.14 -0.26,0.29 -0.1,0.3"
    ),
}


def face_outline(sitter: Sitter) -> list[Point]:
    """The outline of the face as this person's jaw and nose make it."""
    young, traits = sitter.young, sitter.traits
    if sitter.view == "front":
        return with_jaw(mirrored(_HALF_CHILD if young else _HALF), traits.jaw)
    if sitter.view == "three_quarter":
        return with_jaw(_TURNED_CHILD if young else _TURNED, traits.jaw)
    side = _SIDE_CHILD if young else _SIDE
    longer = 0.018 * traits.nose + (0.006 if not sitter.person.feminine else -0.004)
    return [(p[0] + longer * max(0.0, 1 - abs(p[1] - 0.17) / 0.1) if p[0] > 0.2 else p[0], *p[1:]) for p in side]


def crown_outline(view: str) -> list[Point]:
    """The hairless skull above and behind the face."""
    return _CROWNS[view]


def skull_outline() -> list[Point]:
    """The head seen from behind."""
    return mirrored(points("0.12,0.42 0.25,0.28 0.31,0.08 0.33,-0.15 0.2,-0.42"))
