"""The face: its planes, colour and ears."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.chance import stream
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, mix
from dailies.adapters.providers.rehearsal.illustrator.heads.beards import draw_beard
from dailies.adapters.providers.rehearsal.illustrator.heads.curve import points, soft
from dailies.adapters.providers.rehearsal.illustrator.heads.features import draw_features
from dailies.adapters.providers.rehearsal.illustrator.heads.outlines import crown_outline, face_outline, skull_outline
from dailies.adapters.providers.rehearsal.illustrator.heads.sitter import Sitter
from dailies.adapters.providers.rehearsal.illustrator.shapes import union

_RED: Colour = (0.58, 0.17, 25)
_WRINKLES = tuple(
    points(row)
    for row in (
        "-0.13,0.01 -0.17,-0.005",
        "-0.13,0.04 -0.175,0.045",
        "-0.12,0.065 -0.16,0.085",
        "0.055,0.235 0.022,0.29 0.028,0.335",
        "0.02,-0.21 0.12,-0.22 0.21,-0.2",
    )
)
_FRONT_WRINKLES = tuple(
    points(row)
    for row in (
        "0.25,0.02 0.285,0.005",
        "0.25,0.05 0.285,0.06",
        "-0.25,0.02 -0.285,0.005",
        "-0.25,0.05 -0.285,0.06",
        "0.085,0.235 0.13,0.29 0.125,0.34",
        "-0.085,0.235 -0.13,0.29 -0.125,0.34",
        "-0.12,-0.21 0,-0.22 0.12,-0.21",
    )
)
_SHORN = ("bald", "buzz", "mohawk")
_EARS_HIDDEN_BY = ("long", "bob", "curly", "afro", "locks")


def draw_face(sitter: Sitter) -> None:
    """The face with its features, or the back of the head."""
    if sitter.view == "back":
        sitter.shape(skull_outline(), sitter.person.skin, 0.08)
        _ears(sitter)
        return
    outline = face_outline(sitter)
    if sitter.view == "front":
        _ears(sitter)
    if sitter.person.hair_style in _SHORN or sitter.person.age == "baby":
        bare = union(soft(outline), soft(crown_outline(sitter.view)))
        sitter.painter.shape(
            sitter.frame.path(bare), sitter.person.skin, sitter.height * 0.09, max(0.6, sitter.height * 0.015), 0
        )
    else:
        sitter.shape(outline, sitter.person.skin, 0.09)
    if sitter.height > 44:
        with sitter.painter.clip(sitter.frame.path(soft(outline))):
            _planes(sitter)
    if sitter.person.facial in ("beard", "stubble"):
        draw_beard(sitter)
    draw_features(sitter)
    if sitter.person.facial not in ("", "beard", "stubble"):
        draw_beard(sitter)
    if sitter.view != "front":
        _ears(sitter)


def _planes(sitter: Sitter) -> None:
    shade = sitter.painter.light.shade(sitter.person.skin)
    red = mix(sitter.person.skin, _RED, 0.55)
    blush = sitter.look.blush * (1.35 if sitter.young else 1.0)
    {"front": _front_planes, "three_quarter": _turned_planes, "profile": _side_planes}[sitter.view](
        sitter, shade, red, blush
    )
    if sitter.traits.freckles and sitter.height > 70:
        _freckles(sitter, mix(sitter.person.skin, (0.50, 0.11, 45), 0.7))
    if sitter.person.age == "old" and sitter.height > 80 and sitter.view != "profile":
        for stroke in _WRINKLES if sitter.view == "three_quarter" else _FRONT_WRINKLES:
            sitter.line(stroke, 0.011, shade, 0.75)


def _front_planes(sitter: Sitter, shade: Colour, red: Colour, blush: float) -> None:
    low, wide = sitter.low, 1 + 0.18 * sitter.traits.nose
    for side in (1, -1):
        sitter.oval(side * 0.19, 0.20 + low, 0.085, 0.065, red, blush, 0.04)
        if not sitter.young:
            socket = points("0.06,-0.02 0.15,-0.05 0.25,-0.02 0.24,0.05 0.08,0.05")
            sitter.fill([(side * x, y) for x, y in socket], shade, 0.32, 0.018)
    sitter.fill(
        [(0.026, 0.02), (0.038, 0.1), (0.055 * wide, 0.18 + low), (0.02, 0.19 + low), (0.014, 0.08)],
        shade,
        0.30,
        0.012,
    )
    w = 0.062 * wide
    sitter.fill(
        [
            (-w, 0.203 + low),
            (-w * 0.5, 0.222 + low),
            (0, 0.214 + low),
            (w * 0.5, 0.222 + low),
            (w, 0.203 + low),
            (w * 0.75, 0.236 + low),
            (0, 0.243 + low),
            (-w * 0.75, 0.236 + low),
        ],
        shade,
        0.6,
        0.007,
    )
    lit = sitter.painter.light.lit(sitter.painter.light.lit(sitter.person.skin))
    sitter.oval(-0.008, 0.165 + low, 0.016, 0.024, lit, 0.5, 0.008)
    sitter.oval(0, 0.405 + low * 0.4, 0.06, 0.014, shade, 0.35, 0.012)


def _turned_planes(sitter: Sitter, shade: Colour, red: Colour, blush: float) -> None:
    low, wide = sitter.low, sitter.traits.nose * 0.012
    sitter.oval(-0.02, 0.21 + low, 0.10, 0.075, red, blush, 0.04)
    sitter.oval(0.215, 0.19 + low, 0.045, 0.055, red, blush * 0.8, 0.03)
    sitter.oval(0.16, 0.16 + low, 0.05, 0.05, red, blush * 0.6, 0.025)
    if not sitter.young:
        sitter.fill(points("-0.11,-0.02 -0.02,-0.05 0.08,-0.02 0.07,0.05 -0.09,0.05"), shade, 0.38, 0.018)
        sitter.fill(points("0.16,-0.02 0.215,-0.04 0.262,-0.01 0.25,0.05 0.17,0.05"), shade, 0.32, 0.015)
    sitter.fill([(0.118, 0.0), (0.135, 0.09), (0.115, 0.18 + low), (0.15, 0.2 + low), (0.168, 0.1)], shade, 0.28, 0.012)
    sitter.fill(
        [
            (0.098 - wide, 0.195 + low),
            (0.15, 0.212 + low),
            (0.215 + wide, 0.19 + low),
            (0.20 + wide, 0.228 + low),
            (0.155, 0.24 + low),
            (0.112 - wide, 0.236 + low),
        ],
        shade,
        0.58,
        0.007,
    )
    lit = sitter.painter.light.lit(sitter.painter.light.lit(sitter.person.skin))
    sitter.oval(0.188, 0.165 + low, 0.014, 0.022, lit, 0.6, 0.008)
    sitter.oval(0.14, 0.395 + low * 0.5, 0.05, 0.014, shade, 0.4, 0.012)


def _side_planes(sitter: Sitter, shade: Colour, red: Colour, blush: float) -> None:
    low = sitter.low * 0.5
    sitter.oval(0.12, 0.20 + low, 0.09, 0.07, red, blush, 0.04)
    sitter.fill([(0.255, 0.205), (0.285, 0.195), (0.30, 0.218), (0.27, 0.228)], shade, 0.62, 0.006)
    sitter.line([(0.243, 0.20), (0.238, 0.175), (0.256, 0.158)], 0.013, shade, 0.6)
    sitter.fill(points("0.05,0.46 0.16,0.44 0.24,0.47 0.2,0.52 0.05,0.5"), shade, 0.4, 0.02)
    sitter.fill(points("-0.08,0.3 0.02,0.36 0.12,0.44 0.1,0.5 -0.1,0.42"), shade, 0.35, 0.03)
    if not sitter.young:
        sitter.fill(points("0.13,-0.03 0.19,-0.055 0.245,-0.02 0.225,0.05 0.14,0.05"), shade, 0.36, 0.015)
    if sitter.person.age == "old" and sitter.height > 80:
        for stroke in (points("0.10,0.01 0.06,0.0"), points("0.10,0.04 0.055,0.045"), points("0.235,0.225 0.18,0.28")):
            sitter.line(stroke, 0.011, shade, 0.75)


def _freckles(sitter: Sitter, colour: Colour) -> None:
    chance = stream("freckles", sitter.person.name)
    middle = {"front": 0.0, "three_quarter": 0.10, "profile": 0.18}[sitter.view]
    for x, y in chance.normal((middle, 0.17 + sitter.low), (0.12, 0.025), (16, 2)):
        sitter.oval(float(x), float(y), 0.009, 0.008, colour, 0.6)


def _ears(sitter: Sitter) -> None:
    person = sitter.person
    if person.hair_style in _EARS_HIDDEN_BY or (sitter.hair_hidden and sitter.hat is not None):
        return
    colour = mix(person.skin, _RED, 0.14)
    drop = sitter.low * 0.5
    if sitter.view in ("front", "back"):
        for side in (1, -1):
            ear = points("0.30,0 0.352,-0.035 0.376,0.01 0.366,0.09 0.335,0.155 0.30,0.12")
            sitter.shape([(side * x, y + drop) for x, y in ear], colour, 0.02, line=0.6)
            if sitter.height > 80:
                sitter.line([(side * 0.35, drop), (side * 0.345, 0.08 + drop)], 0.014, _inner(sitter), 0.5)
        return
    x = 0.0 if sitter.view == "three_quarter" else 0.17
    ear = points("-0.205,0.03 -0.232,-0.03 -0.272,-0.025 -0.288,0.04 -0.265,0.125 -0.228,0.172 -0.203,0.13")
    sitter.shape([(x + px, py + drop) for px, py in ear], colour, 0.03, line=0.6)
    if sitter.height > 70:
        inner = points("-0.222,0.03 -0.25,0.01 -0.262,0.05 -0.248,0.10 -0.226,0.125")
        sitter.fill([(x + px, py + drop) for px, py in inner], _inner(sitter), 0.5, 0.006)


def _inner(sitter: Sitter) -> Colour:
    return sitter.painter.light.shade(sitter.person.skin)
