"""Hair above the face: the mass that lies over the brow, and its strands."""

from __future__ import annotations

import math

from dailies.adapters.providers.rehearsal.illustrator.heads.curve import points, soft
from dailies.adapters.providers.rehearsal.illustrator.heads.hair_caps import CAPS
from dailies.adapters.providers.rehearsal.illustrator.heads.sitter import Sitter
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point, mirrored, oval, rect

_CAP_OF = {
    "bun": "parted",
    "topknot": "parted",
    "long": "parted",
    "wavy": "parted",
    "ponytail": "parted",
    "short": "short",
    "buzz": "short",
    "mohawk": "short",
    "mop": "mop",
    "bob": "fringe",
    "braids": "fringe",
    "locks": "mop",
}
_BACKS: dict[str, list[Point]] = {
    "long": points(
        "0,0.95 -0.34,0.92 -0.42,0.4 -0.40,-0.12 -0.33,-0.42 0,-0.575 0.33,-0.42 0.40,-0.12 0.42,0.4 0.34,0.92"
    ),
    "wavy": points(
        "0,0.9 -0.18,0.97 -0.38,0.86 -0.42,0.6 -0.47,0.35 -0.41,0.1 -0.42,-0.12 -0.34,-0.42 0,-0.58 0.34,-0.42 "
        "0.42,-0.12 0.41,0.1 0.47,0.35 0.42,0.6 0.38,0.86 0.18,0.97"
    ),
    "bob": points(
        "0,0.44 -0.32,0.45 -0.41,0.2 -0.39,-0.12 -0.33,-0.42 0,-0.58 0.33,-0.42 0.39,-0.12 0.41,0.2 0.32,0.45"
    ),
    "short": points(
        "0,0.25 -0.2,0.24 -0.3,0.08 -0.37,-0.14 -0.32,-0.42 0,-0.57 0.32,-0.42 0.37,-0.14 0.3,0.08 0.2,0.24"
    ),
    "mop": points(
        "0,0.28 -0.1,0.33 -0.2,0.27 -0.3,0.3 -0.36,0.12 -0.42,-0.12 -0.35,-0.44 -0.1,-0.6 0.08,-0.58 0.35,-0.44 "
        "0.42,-0.12 0.36,0.12 0.3,0.3 0.2,0.26 0.1,0.33"
    ),
}
_FRINGES: dict[str, list[Point]] = {
    "front": points("0.30,-0.10 0.20,-0.22 0.08,-0.20 -0.04,-0.26 -0.16,-0.20 -0.27,-0.14"),
    "three_quarter": points("0.29,-0.16 0.20,-0.25 0.09,-0.20 -0.02,-0.22 -0.11,-0.12 -0.20,0.02 -0.26,0.14"),
    "profile": points("0.29,-0.16 0.19,-0.22 0.08,-0.18 0.02,-0.06 -0.05,0.06 -0.10,0.14"),
}
_BUZZ: dict[str, list[Point]] = {
    "front": points(
        "0,-0.3 -0.18,-0.28 -0.27,-0.2 -0.31,-0.04 -0.345,-0.04 -0.355,-0.2 -0.3,-0.38 -0.16,-0.49 0,-0.515 0.16,-0.49 "
        "0.3,-0.38 0.355,-0.2 0.345,-0.04 0.31,-0.04 0.27,-0.2 0.18,-0.28"
    ),
    "three_quarter": points(
        "0.25,-0.3 0.1,-0.29 -0.06,-0.26 -0.13,-0.16 -0.17,0.0 -0.22,-0.02 -0.28,0.0 -0.28,0.2 -0.37,0.06 -0.4,-0.1 "
        "-0.39,-0.27 -0.28,-0.43 -0.1,-0.51 0.08,-0.5 0.22,-0.41"
    ),
    "profile": points(
        "0.24,-0.3 0.12,-0.26 0.05,-0.18 0.02,0.02 -0.04,-0.02 -0.1,0.04 -0.14,0.22 -0.28,0.28 -0.4,0.12 -0.455,-0.07 "
        "-0.44,-0.27 -0.33,-0.44 -0.14,-0.515 0.06,-0.5 0.2,-0.4"
    ),
    "back": mirrored(points("0,0.26 0.2,0.22 0.29,0.06 0.345,-0.12 0.3,-0.38 0.16,-0.49 0,-0.515")),
}


def scalloped(cx: float, cy: float, rx: float, ry: float, bumps: int, depth: float = 0.10) -> list[Point]:
    """A round mass with a curly edge."""
    outline: list[Point] = []
    for i in range(bumps * 2):
        angle = math.pi * i / bumps
        reach = 1 + (depth if i % 2 == 0 else -depth)
        outline.append((cx + rx * reach * math.cos(angle), cy + ry * reach * math.sin(angle)))
    return outline


def draw_hair(sitter: Sitter) -> None:
    """The hair before and on top of the skull."""
    style, hair, view = sitter.person.hair_style, sitter.person.hair, sitter.view
    if style == "bald":
        _fringe_of_the_bald(sitter)
        return
    if sitter.person.age == "baby":
        _wisp(sitter)
        return
    if style == "buzz":
        outline = _BUZZ[view]
        sitter.fill(outline, hair, 0.85, 0.006)
        return
    outline = _curly_cap(view, style) if style in ("curly", "afro") else _cap(view, style)
    sitter.shape(outline, hair, 0.08, 0.26, angle=-38 if view != "back" else 80)
    if sitter.height > 40:
        with sitter.painter.clip(sitter.frame.path(soft(outline))):
            _strands(sitter)
    if style == "braids":
        _braids(sitter)
    if style == "locks":
        _locks(sitter)
    if style == "mohawk":
        crest = points("0.26,-0.42 0.22,-0.66 0.05,-0.76 -0.2,-0.72 -0.36,-0.52 -0.2,-0.5 0.05,-0.54")
        narrow = 0.35 if view in ("front", "back") else 1.0
        sitter.shape([(x * narrow, y) for x, y in crest], sitter.person.accent, 0.05, 0.3)
    if view == "back":
        _gathered(sitter)


def _cap(view: str, style: str) -> list[Point]:
    if view == "back":
        return _BACKS.get(style) or _BACKS.get(_CAP_OF.get(style, "short"), CAPS["back"]["parted"])
    return CAPS[view][_CAP_OF.get(style, "short")]


def _gathered(sitter: Sitter) -> None:
    """A bun or tail as it is seen from behind."""
    style, hair = sitter.person.hair_style, sitter.person.hair
    if style == "topknot":
        sitter.shape(scalloped(0, -0.64, 0.16, 0.15, 6, 0.03), hair, 0.05, 0.28)
    elif style == "bun":
        sitter.oval(0, -0.12, 0.2, 0.17, sitter.painter.light.shade(hair), 0.5, 0.03)
        sitter.shape(scalloped(0, -0.16, 0.17, 0.15, 6, 0.03), hair, 0.05, 0.28)
    elif style == "ponytail":
        sitter.oval(0, 0.0, 0.2, 0.17, sitter.painter.light.shade(hair), 0.5, 0.03)
        sitter.shape(
            points("0.09,-0.12 -0.09,-0.12 -0.15,0.3 -0.08,0.62 0.0,0.82,1 0.09,0.6 0.14,0.3"),
            hair,
            0.06,
            0.28,
            angle=80,
        )
        sitter.painter.shape(
            sitter.frame.path(rect(-0.09, -0.13, 0.18, 0.08, 0.03)), sitter.person.accent, sitter.height * 0.02, dry=0
        )


def _fringe_of_the_bald(sitter: Sitter) -> None:
    if sitter.person.age != "old" or sitter.view == "front":
        if sitter.view == "front" and sitter.person.age == "old":
            for side in (1, -1):
                tuft = points("0.325,-0.16 0.375,-0.12 0.385,0.0 0.36,0.08 0.325,0.02")
                sitter.shape([(side * x, y) for x, y in tuft], sitter.person.hair, 0.03, 0.3)
        return
    if sitter.view == "back":
        band = points(
            "0,0.27 -0.22,0.24 -0.33,0.06 -0.36,-0.08 -0.28,0.0 0,0.06 0.28,0.0 0.36,-0.08 0.33,0.06 0.22,0.24"
        )
        sitter.shape(band, sitter.person.hair, 0.04, 0.3)
        return
    x = 0.0 if sitter.view != "profile" else 0.12
    tuft = points("-0.26,-0.1 -0.34,-0.14 -0.395,-0.02 -0.37,0.16 -0.31,0.22 -0.29,0.12 -0.285,0.0")
    sitter.shape([(x + px, y) for px, y in tuft], sitter.person.hair, 0.04, 0.3)


def _wisp(sitter: Sitter) -> None:
    c = sitter.middle
    cap = points("0.28,-0.30 0.12,-0.38 -0.1,-0.36 -0.27,-0.26 -0.33,-0.3 -0.2,-0.47 0,-0.52 0.2,-0.48")
    sitter.fill([(x + c * 0.6, y) for x, y in cap], sitter.person.hair, 0.55, 0.015)
    curl = [(c + 0.06, -0.46), (c + 0.10, -0.56), (c + 0.18, -0.54), (c + 0.16, -0.48)]
    sitter.line(curl, 0.03, sitter.person.hair, 0.9)


def _curly_cap(view: str, style: str) -> list[Point]:
    grow = 1.2 if style == "afro" else 1.0
    if view == "back":
        return scalloped(0, -0.10 - (grow - 1) * 0.3, 0.45 * grow, 0.48 * grow, 11, 0.05)
    cx = sitter_middle(view)
    left = (math.pi * 1.12) if view == "front" else math.pi * 0.86
    bumps = 17
    top: list[Point] = []
    for i in range(bumps):
        angle = left + (2 * math.pi - 0.12 - left) * i / (bumps - 1)
        reach = 1.04 if i % 2 else 0.94
        top.append((cx + 0.43 * grow * reach * math.cos(angle), -0.12 + 0.47 * grow * reach * math.sin(angle)))
    return [*_FRINGES[view], *top]


def sitter_middle(view: str) -> float:
    """Where the mass of curly hair has its middle, across."""
    return {"three_quarter": -0.06, "profile": -0.10}.get(view, 0.0)


def _strands(sitter: Sitter) -> None:
    """Light and dark strands that follow the mass."""
    light, hair = sitter.painter.light, sitter.person.hair
    pale = light.lit(light.lit(hair))
    deep = light.shade(light.shade(hair))
    if sitter.person.hair_style in ("curly", "afro"):
        _curls(sitter)
        return
    if sitter.view == "back":
        for x in (-0.24, -0.14, -0.05, 0.06, 0.16):
            sitter.line([(x * 1.2, -0.42), (x * 1.25, -0.15), (x * 1.1, 0.15)], 0.018, pale, 0.35)
        return
    if sitter.view == "front":
        for off in (0.0, 0.06, 0.12):
            crest = (-0.12 - off * 0.5, -0.34 - off * 0.6)
            sitter.line([(0.08, -0.36 - off), crest, (-0.27 - off * 0.3, -0.18)], 0.02, pale, 0.42)
            low = (0.29 + off * 0.3, -0.18)
            sitter.line([(0.12, -0.38 - off), (0.2 + off * 0.5, -0.33 - off * 0.6), low], 0.014, deep, 0.4)
        return
    for off, alpha in ((0.0, 0.5), (0.05, 0.4), (0.11, 0.32), (-0.05, 0.35), (0.17, 0.22)):
        strand = [
            (0.20 - off * 0.4, -0.36 - off * 0.9),
            (0.02 - off, -0.38 - off * 0.55),
            (-0.16 - off, -0.25 - off * 0.2),
            (-0.25 - off * 0.8, -0.05),
        ]
        sitter.line(strand, 0.022, pale, alpha)
    for off in (0.02, 0.09, 0.15):
        strand = [
            (0.22 - off, -0.40 - off * 0.6),
            (-0.03 - off, -0.43 - off * 0.3),
            (-0.24 - off * 0.7, -0.22),
            (-0.32 - off * 0.6, 0.05),
        ]
        sitter.line(strand, 0.012, deep, 0.5)


def _curls(sitter: Sitter) -> None:
    """Rings of light and dark all over the mass."""
    light, hair = sitter.painter.light, sitter.person.hair
    pale, deep = light.lit(light.lit(hair)), light.shade(hair)
    grow = 1.2 if sitter.person.hair_style == "afro" else 1.0
    cx = sitter_middle(sitter.view)
    for ring, count in ((0.40, 15), (0.29, 11), (0.17, 7)):
        for i in range(count):
            angle = 2 * math.pi * (i + 0.35 * ring * 10) / count
            x, y = cx + ring * grow * math.cos(angle), -0.12 + ring * 1.1 * grow * math.sin(angle)
            sitter.line([(x - 0.045, y + 0.012), (x - 0.03, y - 0.032), (x + 0.02, y - 0.036)], 0.019, pale, 0.38)
            sitter.line([(x - 0.03, y + 0.035), (x + 0.02, y + 0.036), (x + 0.045, y)], 0.019, deep, 0.5)


def _braids(sitter: Sitter) -> None:
    sides = {"front": (-0.33, 0.33), "three_quarter": (-0.27,), "profile": (-0.14,), "back": (-0.26, 0.26)}[sitter.view]
    for x in sides:
        out = 0.05 if x > 0 else -0.05
        for i in range(6):
            y, r = 0.14 + i * 0.125, 0.085 - i * 0.007
            knot = sitter.frame.path(oval(x + out * math.sin(i * 0.5), y, r, 0.085))
            sitter.painter.shape(knot, sitter.person.hair, sitter.height * 0.03, dry=0.15, line=0.5)
        ribbon = sitter.frame.path(rect(x + out * 0.5 - 0.05, 0.82, 0.1, 0.06, 0.02))
        sitter.painter.shape(ribbon, sitter.person.accent, sitter.height * 0.02, dry=0)


def _locks(sitter: Sitter) -> None:
    """Dreadlocks at the sides, over the shoulders."""
    roots = {
        "front": (-0.42, -0.37, -0.32, 0.32, 0.37, 0.42),
        "three_quarter": (-0.46, -0.41, -0.36, -0.31, -0.26),
        "profile": (-0.46, -0.40, -0.34, -0.28, -0.22, -0.16),
        "back": (-0.37, -0.29, -0.20, -0.11, -0.02, 0.07, 0.16, 0.25, 0.34),
    }[sitter.view]
    for i, x in enumerate(roots):
        length = 0.62 + 0.08 * (i % 3)
        rope = [(x, -0.05), (x * 1.06, 0.25), (x * 1.02 + 0.02 * (i % 2), length)]
        sitter.line(rope, 0.085, sitter.painter.light.shade(sitter.person.hair) if i % 2 else sitter.person.hair, 1)
