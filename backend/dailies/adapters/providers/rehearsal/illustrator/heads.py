"""Heads in four views. Unit box: x -.5 to .5 looking right, y -.5 crown to .5 chin, eye line at y .03."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dailies.adapters.providers.rehearsal.illustrator.cast import Garment, Person
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.shapes import (
    Frame,
    Point,
    mirrored,
    oval,
    poly,
    rect,
    spline,
    tube,
    union,
)


@dataclass(frozen=True)
class Expression:
    """``eye``: 0 closed, 1 open, 1.35 wide, -1 a happy arc. ``smile``: -1 to 1.2. ``mouth``: 0 shut to 1.3.
    ``brow``: -1 to 1.3 raised. ``frown``: -1 sad to 1.2 angry. ``gaze``, ``gaze_y``: -1 to 1. ``tilt``: degrees."""

    eye: float = 1.0
    smile: float = 0.3
    mouth: float = 0.0
    brow: float = 0.1
    frown: float = 0.0
    gaze: float = 0.25
    gaze_y: float = 0.0
    blush: float = 0.28
    tilt: float = 0.0


EXPRESSIONS: dict[str, Expression] = {
    "neutral": Expression(),
    "smile": Expression(eye=0.9, smile=0.85, brow=0.25),
    "joy": Expression(eye=-1, smile=1.15, mouth=0.6, brow=0.5, blush=0.4, tilt=-3),
    "calm": Expression(eye=0, smile=0.5, brow=0.2, tilt=5),
    "sad": Expression(eye=0.55, smile=-0.7, brow=0.5, frown=-0.9, gaze_y=0.5, tilt=6),
    "angry": Expression(eye=0.7, smile=-0.6, brow=-0.5, frown=1.1),
    "awe": Expression(eye=1.3, smile=0.2, mouth=1.0, brow=1.2),
    "tired": Expression(eye=0.4, smile=-0.05, brow=0.1, frown=-0.3, tilt=7),
    "worried": Expression(eye=1.05, smile=-0.35, brow=0.6, frown=-0.8),
    "focus": Expression(eye=0.6, smile=0.15, brow=-0.1, frown=0.35, gaze=0.6, gaze_y=0.8, tilt=7),
}
"""Presets by name."""

_FACE_34: list[Point] = [
    (0.20, -0.40),
    (0.272, -0.20),
    (0.268, -0.07),
    (0.248, 0.02),
    (0.268, 0.10),
    (0.262, 0.20),
    (0.235, 0.31),
    (0.195, 0.41),
    (0.13, 0.475),
    (0.04, 0.478),
    (-0.07, 0.42),
    (-0.18, 0.30),
    (-0.235, 0.14),
    (-0.25, 0.0),
    (-0.30, -0.2),
    (-0.2, -0.42),
    (0.02, -0.47),
]
_CHILD_34: list[Point] = [
    (0.20, -0.40),
    (0.29, -0.20),
    (0.283, -0.03),
    (0.262, 0.05),
    (0.288, 0.14),
    (0.288, 0.25),
    (0.25, 0.35),
    (0.19, 0.42),
    (0.12, 0.455),
    (0.02, 0.455),
    (-0.10, 0.41),
    (-0.21, 0.30),
    (-0.25, 0.14),
    (-0.26, 0.0),
    (-0.31, -0.2),
    (-0.2, -0.42),
    (0.02, -0.47),
]
_PROFILE: list[Point] = [
    (0.16, -0.42),
    (0.262, -0.24),
    (0.272, -0.10),
    (0.252, -0.01),
    (0.292, 0.09),
    (0.322, 0.15),
    (0.330, 0.185),
    (0.308, 0.218),
    (0.268, 0.235),
    (0.284, 0.285),
    (0.270, 0.322),
    (0.280, 0.358),
    (0.250, 0.395),
    (0.262, 0.44),
    (0.215, 0.488),
    (0.12, 0.478),
    (-0.02, 0.39),
    (-0.10, 0.28),
    (-0.2, 0.1),
    (-0.3, -0.2),
    (-0.1, -0.45),
]
_CHILD_PROFILE: list[Point] = [
    (0.16, -0.42),
    (0.275, -0.24),
    (0.288, -0.10),
    (0.262, 0.0),
    (0.285, 0.09),
    (0.315, 0.16),
    (0.315, 0.195),
    (0.290, 0.222),
    (0.264, 0.24),
    (0.278, 0.285),
    (0.266, 0.32),
    (0.272, 0.352),
    (0.244, 0.385),
    (0.250, 0.425),
    (0.20, 0.465),
    (0.10, 0.455),
    (-0.04, 0.38),
    (-0.12, 0.28),
    (-0.2, 0.1),
    (-0.3, -0.2),
    (-0.1, -0.45),
]
_FRONT_HALF: list[Point] = [(0.11, 0.475), (0.21, 0.39), (0.285, 0.22), (0.318, 0.02), (0.33, -0.2), (0.22, -0.42)]
_CHILD_HALF: list[Point] = [(0.10, 0.455), (0.22, 0.39), (0.305, 0.24), (0.325, 0.04), (0.33, -0.2), (0.22, -0.42)]

_CAPS: dict[str, dict[str, list[Point]]] = {
    "three_quarter": {
        "parted": [
            (0.238, -0.32),
            (0.15, -0.285),
            (0.05, -0.245),
            (-0.06, -0.16),
            (-0.14, -0.06),
            (-0.19, 0.02),
            (-0.215, 0.10),
            (-0.245, 0.04),
            (-0.30, 0.08),
            (-0.36, 0.14),
            (-0.43, 0.10),
            (-0.475, -0.08),
            (-0.455, -0.32),
            (-0.30, -0.51),
            (-0.02, -0.575),
            (0.17, -0.525),
            (0.268, -0.42),
        ],
        "short": [
            (0.25, -0.27),
            (0.16, -0.30),
            (0.05, -0.275),
            (-0.08, -0.25),
            (-0.15, -0.13),
            (-0.185, 0.0),
            (-0.21, 0.10),
            (-0.245, 0.02),
            (-0.285, 0.06),
            (-0.32, 0.17),
            (-0.39, 0.10),
            (-0.425, -0.08),
            (-0.41, -0.30),
            (-0.28, -0.49),
            (-0.02, -0.57),
            (0.20, -0.55),
            (0.30, -0.41),
        ],
        "mop": [
            (0.285, -0.19),
            (0.235, -0.25),
            (0.19, -0.16),
            (0.12, -0.23),
            (0.06, -0.14),
            (-0.03, -0.21),
            (-0.09, -0.08),
            (-0.15, -0.12),
            (-0.19, 0.04),
            (-0.225, 0.12),
            (-0.25, 0.03),
            (-0.31, 0.15),
            (-0.36, 0.10),
            (-0.42, 0.12),
            (-0.46, -0.08),
            (-0.46, -0.32),
            (-0.31, -0.53),
            (-0.16, -0.585),
            (-0.02, -0.58),
            (0.1, -0.60),
            (0.22, -0.52),
            (0.31, -0.38),
        ],
        "fringe": [
            (0.285, -0.15),
            (0.20, -0.13),
            (0.10, -0.12),
            (0.0, -0.11),
            (-0.10, -0.09),
            (-0.16, -0.05),
            (-0.19, 0.05),
            (-0.22, 0.14),
            (-0.25, 0.06),
            (-0.31, 0.15),
            (-0.40, 0.16),
            (-0.47, -0.04),
            (-0.46, -0.32),
            (-0.30, -0.52),
            (-0.02, -0.58),
            (0.19, -0.53),
            (0.30, -0.36),
        ],
    },
    "profile": {
        "parted": [
            (0.24, -0.30),
            (0.13, -0.26),
            (0.04, -0.14),
            (-0.01, -0.04),
            (-0.04, 0.06),
            (-0.09, 0.0),
            (-0.14, 0.06),
            (-0.20, 0.20),
            (-0.34, 0.16),
            (-0.44, -0.02),
            (-0.45, -0.28),
            (-0.30, -0.50),
            (-0.04, -0.57),
            (0.15, -0.52),
            (0.265, -0.40),
        ],
        "short": [
            (0.25, -0.28),
            (0.14, -0.27),
            (0.05, -0.20),
            (0.02, -0.06),
            (-0.03, 0.07),
            (-0.07, 0.0),
            (-0.13, 0.05),
            (-0.18, 0.20),
            (-0.32, 0.20),
            (-0.42, 0.0),
            (-0.43, -0.28),
            (-0.30, -0.49),
            (-0.04, -0.565),
            (0.17, -0.535),
            (0.29, -0.40),
        ],
        "mop": [
            (0.295, -0.18),
            (0.23, -0.22),
            (0.17, -0.13),
            (0.09, -0.17),
            (0.02, -0.02),
            (-0.03, 0.08),
            (-0.08, 0.0),
            (-0.14, 0.12),
            (-0.22, 0.22),
            (-0.34, 0.18),
            (-0.46, 0.0),
            (-0.47, -0.28),
            (-0.32, -0.52),
            (-0.04, -0.60),
            (0.15, -0.57),
            (0.29, -0.40),
        ],
        "fringe": [
            (0.295, -0.13),
            (0.20, -0.11),
            (0.09, -0.10),
            (0.02, 0.0),
            (-0.03, 0.10),
            (-0.08, 0.04),
            (-0.14, 0.14),
            (-0.24, 0.2),
            (-0.38, 0.18),
            (-0.47, -0.02),
            (-0.46, -0.30),
            (-0.32, -0.52),
            (-0.04, -0.585),
            (0.16, -0.54),
            (0.295, -0.36),
        ],
    },
    "front": {
        "parted": [
            (0.10, -0.34),
            (-0.02, -0.345),
            (-0.17, -0.27),
            (-0.27, -0.13),
            (-0.322, 0.06),
            (-0.37, -0.02),
            (-0.385, -0.22),
            (-0.30, -0.45),
            (-0.02, -0.57),
            (0.29, -0.46),
            (0.385, -0.22),
            (0.37, -0.02),
            (0.322, 0.06),
            (0.29, -0.13),
            (0.20, -0.28),
        ],
        "short": [
            (0.14, -0.32),
            (0.0, -0.29),
            (-0.15, -0.30),
            (-0.26, -0.22),
            (-0.312, 0.04),
            (-0.355, 0.0),
            (-0.372, -0.22),
            (-0.29, -0.46),
            (0.0, -0.57),
            (0.28, -0.48),
            (0.372, -0.22),
            (0.355, 0.0),
            (0.312, 0.04),
            (0.27, -0.2),
        ],
        "mop": [
            (0.20, -0.18),
            (0.12, -0.25),
            (0.05, -0.16),
            (-0.04, -0.24),
            (-0.12, -0.16),
            (-0.20, -0.22),
            (-0.27, -0.10),
            (-0.325, 0.08),
            (-0.385, 0.04),
            (-0.41, -0.22),
            (-0.33, -0.47),
            (-0.10, -0.60),
            (0.08, -0.58),
            (0.31, -0.49),
            (0.41, -0.22),
            (0.385, 0.04),
            (0.325, 0.08),
            (0.28, -0.1),
        ],
        "fringe": [
            (0.24, -0.13),
            (0.12, -0.12),
            (0.0, -0.125),
            (-0.12, -0.12),
            (-0.24, -0.13),
            (-0.30, 0.0),
            (-0.33, 0.14),
            (-0.39, 0.10),
            (-0.405, -0.2),
            (-0.32, -0.46),
            (0.0, -0.585),
            (0.32, -0.46),
            (0.405, -0.2),
            (0.39, 0.10),
            (0.33, 0.14),
            (0.30, 0.0),
        ],
    },
    "back": {
        "parted": [
            (0.0, 0.30),
            (-0.20, 0.27),
            (-0.31, 0.12),
            (-0.38, -0.12),
            (-0.33, -0.42),
            (0, -0.575),
            (0.33, -0.42),
            (0.38, -0.12),
            (0.31, 0.12),
            (0.20, 0.27),
        ],
    },
}
_CAP_OF = {
    "bun": "parted",
    "long": "parted",
    "ponytail": "parted",
    "short": "short",
    "mop": "mop",
    "bob": "fringe",
    "braids": "fringe",
}


@dataclass(frozen=True)
class _Head:
    painter: Painter
    frame: Frame
    person: Person
    view: str
    look: Expression
    height: float

    def fill(self, points: Sequence[Point], colour: Colour, alpha: float = 1.0, blur: float = 0.0) -> None:
        self.painter.fill(self.frame.path(spline(points)), colour, alpha, blur * self.height)

    def oval(
        self, x: float, y: float, rx: float, ry: float, colour: Colour, alpha: float = 1.0, blur: float = 0.0
    ) -> None:
        self.painter.fill(self.frame.path(oval(x, y, rx, ry)), colour, alpha, blur * self.height)

    def shape(
        self,
        points: Sequence[Point],
        colour: Colour,
        shadow: float,
        dry: float = 0.0,
        line: float = 1.0,
        angle: float = 0,
    ) -> None:
        self.painter.shape(
            self.frame.path(spline(points)),
            colour,
            self.height * shadow,
            max(0.6, self.height * 0.015),
            dry,
            angle,
            line=line,
        )

    def line(self, points: Sequence[Point], width: float, colour: Colour, alpha: float = 1.0) -> None:
        self.painter.line(self.frame.points(points), width * self.height, colour, alpha)


def draw_head(
    painter: Painter,
    person: Person,
    x: float,
    y: float,
    height: float,
    view: str,
    facing: int,
    expression: Expression,
    tilt: float = 0.0,
) -> None:
    """Draw a head whose centre is at (x, y). ``view``: front, three_quarter, profile or back."""
    frame = Frame(x, y, height, facing, tilt + (expression.tilt if view != "back" else 0))
    head = _Head(painter, frame, person, view, expression, height)
    if person.robot:
        _robot(head)
    else:
        _human(head)


def _human(head: _Head) -> None:
    hat = head.person.worn.get("hat")
    if not (hat and hat.cut in ("headscarf", "hood", "bubble")):
        _back_hair(head)
    if hat and hat.cut in ("hood", "headscarf"):
        _cowl(head, hat)
    if head.view == "back":
        head.shape(mirrored([(0.12, 0.42), (0.26, 0.26), (0.32, 0.0), (0.2, -0.4)]), head.person.skin, 0.08)
        _ears(head)
    else:
        _face(head)
    if not (hat and hat.cut in ("headscarf", "hood")):
        _front_hair(head)
    if head.person.glasses and head.view != "back":
        _glasses(head)
    if hat:
        _hat(head, hat)


def _face(head: _Head) -> None:
    child = head.person.age == "child"
    outlines: dict[str, list[Point]] = {
        "three_quarter": _CHILD_34 if child else _FACE_34,
        "profile": _CHILD_PROFILE if child else _PROFILE,
        "front": mirrored(_CHILD_HALF if child else _FRONT_HALF),
    }
    outline = outlines[head.view]
    if head.view == "front":
        _ears(head)
    head.shape(outline, head.person.skin, 0.09)
    if head.height > 44:
        with head.painter.clip(head.frame.path(spline(outline))):
            _planes(head)
    if head.person.facial in ("beard", "stubble"):
        _beard(head)
    _features(head)
    if head.person.facial == "moustache":
        _beard(head)
    if head.view != "front":
        _ears(head)


def _planes(head: _Head) -> None:
    skin, low = head.person.skin, 0.04 if head.person.age == "child" else 0.0
    shade = head.painter.light.shade(skin)
    red: Colour = mix(skin, (0.58, 0.17, 25), 0.55)
    blush = head.look.blush * (1.35 if low else 1.0)
    if head.view == "front":
        for side in (1, -1):
            head.oval(side * 0.18, 0.20 + low, 0.095, 0.075, red, blush, 0.04)
            if not low:
                head.fill(
                    [
                        (side * 0.06, -0.02),
                        (side * 0.15, -0.05),
                        (side * 0.25, -0.02),
                        (side * 0.24, 0.05),
                        (side * 0.08, 0.05),
                    ],
                    shade,
                    0.34,
                    0.018,
                )
        head.fill(
            [(0.028, 0.02), (0.04, 0.1), (0.055, 0.18 + low), (0.02, 0.19 + low), (0.016, 0.08)], shade, 0.32, 0.012
        )
        head.fill(
            [
                (-0.06, 0.205 + low),
                (0, 0.218 + low),
                (0.06, 0.205 + low),
                (0.045, 0.235 + low),
                (0, 0.242 + low),
                (-0.045, 0.235 + low),
            ],
            shade,
            0.55,
            0.008,
        )
        head.oval(0, 0.40 + low * 0.5, 0.05, 0.013, shade, 0.4, 0.012)
    elif head.view == "three_quarter":
        head.oval(0.02, 0.20 + low, 0.10, 0.075, red, blush, 0.045)
        head.oval(0.235, 0.19 + low, 0.04, 0.065, red, blush, 0.03)
        if not low:
            head.fill([(-0.11, -0.02), (-0.02, -0.05), (0.08, -0.02), (0.07, 0.05), (-0.09, 0.05)], shade, 0.38, 0.018)
            head.fill([(0.16, -0.02), (0.215, -0.04), (0.262, -0.01), (0.25, 0.05), (0.17, 0.05)], shade, 0.32, 0.015)
        head.fill(
            [(0.118, 0.0), (0.135, 0.09), (0.115, 0.18 + low), (0.15, 0.2 + low), (0.168, 0.1)], shade, 0.28, 0.012
        )
        head.fill(
            [
                (0.098, 0.195 + low),
                (0.15, 0.212 + low),
                (0.215, 0.19 + low),
                (0.20, 0.228 + low),
                (0.155, 0.24 + low),
                (0.112, 0.236 + low),
            ],
            shade,
            0.58,
            0.007,
        )
        head.oval(0.188, 0.165 + low, 0.014, 0.022, head.painter.light.lit(head.painter.light.lit(skin)), 0.6, 0.008)
        head.oval(0.14, 0.395 + low * 0.5, 0.05, 0.014, shade, 0.4, 0.012)
    else:
        head.oval(0.12, 0.20 + low, 0.09, 0.07, red, blush, 0.04)
        head.fill([(0.268, 0.222), (0.305, 0.218), (0.29, 0.24), (0.265, 0.245)], shade, 0.5, 0.008)
        if not low:
            head.fill([(0.13, -0.03), (0.19, -0.05), (0.25, -0.02), (0.22, 0.05), (0.13, 0.05)], shade, 0.34, 0.015)
    if head.person.age == "old" and head.height > 80 and head.view == "three_quarter":
        for stroke in (
            [(-0.13, 0.01), (-0.17, -0.005)],
            [(-0.13, 0.04), (-0.175, 0.045)],
            [(-0.12, 0.065), (-0.16, 0.085)],
            [(0.055, 0.235), (0.022, 0.29), (0.028, 0.335)],
            [(0.02, -0.21), (0.12, -0.22), (0.21, -0.2)],
        ):
            head.line(stroke, 0.011, shade, 0.75)


def _features(head: _Head) -> None:
    """Eyes, brows and mouth, in as much detail as the size of the head allows."""
    eyes: tuple[tuple[float, float], ...] = {
        "front": ((-0.15, 1.0), (0.15, 1.0)),
        "three_quarter": ((-0.008, 1.0), (0.208, 0.62)),
        "profile": ((0.172, 0.62),),
    }[head.view]
    low = 0.04 if head.person.age == "child" else 0.0
    for x, width in eyes:
        _eye(head, x, 0.03 + low, width)
        if head.height > 34:
            _brow(head, x, low, width)
    if head.height > 34:
        _mouth(head, low * 0.4)


def _dark(head: _Head) -> Colour:
    return mix(head.person.hair if head.person.age != "old" else (0.35, 0.03, 40), (0.2, 0.03, 30), 0.55)


def _eye(head: _Head, x: float, y: float, width: float) -> None:
    look, dark = head.look, _dark(head)
    child = head.person.age == "child"
    half = 0.076 * width * (1.12 if child else 1.0)
    big = 1.22 if child else 1.0
    if look.eye < 0.15:
        arc = -0.032 if look.eye < 0 else 0.030
        lift = 0.016 if look.eye < 0 else 0.0
        head.line([(x - half, y + lift), (x, y + lift + arc), (x + half, y + lift)], 0.024, dark)
        return
    if head.height <= 58:
        size = 0.034 if head.height > 30 else 0.038
        head.oval(
            x + look.gaze * 0.01,
            y + 0.004,
            size * (0.55 + 0.45 * width) * big,
            size * 1.12 * min(1.1, 0.5 + look.eye * 0.6) * big,
            dark,
        )
        return
    open_ = look.eye * big
    upper: list[Point] = [
        (x - half, y + 0.006, 1),
        (x - half * 0.45, y - 0.034 * open_),
        (x + half * 0.4, y - 0.034 * open_),
        (x + half, y + 0.003, 1),
    ]
    lower: list[Point] = [(x + half * 0.45, y + 0.026 * open_), (x - half * 0.4, y + 0.027 * open_)]
    white = head.frame.path(spline([*upper, *lower]))
    head.painter.fill(white, mix((0.94, 0.012, 80), head.person.skin, 0.12))
    iris = (0.045 if not child else 0.056) * (0.62 + 0.38 * width)
    ix, iy = x + look.gaze * 0.018 * width, y - 0.003 + look.gaze_y * 0.014
    with head.painter.clip(white):
        head.oval(ix, iy, iris, iris * 1.06, mix(dark, (0.42, 0.06, 55), 0.22))
        head.oval(ix, iy, iris * 0.5, iris * 0.55, (0.14, 0.02, 40))
        head.oval(x, y - 0.036 * open_, half * 1.15, 0.022, head.painter.light.shade(head.person.skin), 0.5, 0.006)
    if head.height > 76:
        head.oval(ix + 0.013, iy - 0.015, 0.010, 0.010, (0.98, 0.01, 90))
    head.line([(p[0], p[1] - 0.004) for p in upper], 0.023, dark)
    if head.person.feminine and head.view != "profile" and not child:
        outer = -1 if x < 0.1 else 1
        head.line([(x + outer * half * 0.85, y - 0.01), (x + outer * (half + 0.022), y - 0.022)], 0.014, dark)


def _brow(head: _Head, x: float, low: float, width: float) -> None:
    look, person = head.look, head.person
    colour = _dark(head) if person.age not in ("old", "child") else mix(person.hair, person.skin, 0.3)
    half, y = 0.092 * width, low * 0.5 - look.brow * 0.03
    inner = -1.0 if (head.view == "front" and x > 0) or x > 0.1 else 1.0
    if head.view == "profile":
        inner = 1.0
    lean = look.frown * 0.032
    points = [
        (x - half * inner, -0.048 + y),
        (x + half * 0.1 * inner, -0.088 + y + lean * 0.4),
        (x + half * inner, -0.068 + y + lean),
    ]
    head.line(points, 0.024 if person.age == "child" or person.feminine else 0.032, colour, 0.9)


def _mouth(head: _Head, low: float) -> None:
    look, skin, light = head.look, head.person.skin, head.painter.light
    lip = mix(mix(skin, (0.50, 0.14, 20), 0.6 if head.person.feminine else 0.45), light.shade(skin), 0.15)
    dark = mix(lip, (0.25, 0.06, 20), 0.6)
    if head.view == "profile":
        y = 0.328 + low
        if look.mouth > 0.3:
            head.fill(
                [(0.20, y - 0.012), (0.278, y - 0.02), (0.272, y + 0.03 * look.mouth), (0.22, y + 0.022 * look.mouth)],
                (0.28, 0.08, 20),
            )
        head.line([(0.175, y - look.smile * 0.035), (0.225, y), (0.276, y - 0.006)], 0.016, dark)
        return
    left, middle, right = (-0.1, 0.0, 0.1) if head.view == "front" else (0.042, 0.142, 0.215)
    if look.smile < 0.4:
        # A mouth open in wonder is round; one open in laughter is wide.
        left, right = left + 0.035 * look.mouth, right - 0.025 * look.mouth
    y, lift = 0.342 + low, look.smile * 0.032
    a, b, mid = (left, y - lift), (right, y - 0.006 - lift), (middle, y + look.smile * 0.012)
    if head.height > 58:
        head.fill(
            [(*a, 1), (middle - 0.035, y - 0.024), (middle, y - 0.019), (middle + 0.03, y - 0.026), (*b, 1), mid],
            lip,
            0.8,
        )
        if look.mouth > 0:
            drop = 0.012 + look.mouth * 0.075
            head.fill([(*a, 1), mid, (*b, 1), (middle + 0.04, y + drop), (middle - 0.03, y + drop)], (0.28, 0.08, 20))
            if look.smile > 0.4:
                head.fill(
                    [
                        (left + 0.022, y - lift * 0.55),
                        mid,
                        (right - 0.018, y - 0.006 - lift * 0.55),
                        (middle, y + 0.02 + look.mouth * 0.015),
                    ],
                    (0.95, 0.01, 90),
                )
        below = y + 0.026 + look.mouth * 0.07
        head.oval(middle, below, 0.048, 0.014, light.lit(lip), 0.65)
    elif look.mouth > 0.3:
        head.oval(middle, y + 0.02, 0.05, 0.03 * look.mouth, (0.28, 0.08, 20))
    head.line([a, mid, b], 0.015 if head.height > 50 else 0.026, dark)


def _beard(head: _Head) -> None:
    person = head.person
    hair = person.hair if person.age != "old" else (0.82, 0.012, 85)
    if person.facial == "moustache":
        middle = {"front": 0.0, "three_quarter": 0.15, "profile": 0.255}[head.view]
        half = 0.075 if head.view == "profile" else 0.12
        right = middle + (0.02 if head.view == "profile" else half * 0.75)
        head.shape(
            [
                (middle - half, 0.325),
                (middle - 0.03, 0.255),
                (middle, 0.262),
                (middle + 0.02, 0.255),
                (right, 0.315),
                (middle, 0.300),
            ],
            hair,
            0.02,
            line=0.5,
        )
        return
    outlines: dict[str, list[Point]] = {
        "three_quarter": [
            (-0.235, 0.04),
            (-0.20, 0.15),
            (-0.10, 0.235),
            (0.0, 0.278),
            (0.06, 0.268),
            (0.15, 0.252),
            (0.205, 0.262),
            (0.262, 0.225),
            (0.258, 0.33),
            (0.22, 0.46),
            (0.13, 0.555),
            (0.01, 0.545),
            (-0.11, 0.46),
            (-0.21, 0.31),
        ],
        "profile": [
            (-0.07, 0.04),
            (-0.01, 0.17),
            (0.09, 0.25),
            (0.19, 0.272),
            (0.262, 0.25),
            (0.278, 0.30),
            (0.285, 0.40),
            (0.27, 0.52),
            (0.16, 0.575),
            (0.02, 0.50),
            (-0.08, 0.33),
        ],
        "front": mirrored(
            [
                (0.0, 0.262),
                (0.10, 0.265),
                (0.20, 0.235),
                (0.275, 0.12),
                (0.318, 0.03),
                (0.305, 0.26),
                (0.21, 0.46),
                (0.08, 0.555),
            ]
        ),
    }
    outline = outlines[head.view]
    alpha = 0.35 if person.facial == "stubble" else 1.0
    if alpha < 1:
        head.fill(outline, hair, alpha, 0.01)
    else:
        head.shape(outline, hair, 0.05, 0.35, 0.7)


def _ears(head: _Head) -> None:
    if (
        head.person.hair_style in ("long", "bob", "curly", "braids")
        or "hat" in head.person.worn
        and head.person.worn["hat"].cut in ("hood", "headscarf")
    ):
        return
    skin = head.person.skin
    colour = mix(skin, (0.58, 0.17, 25), 0.14)
    if head.view in ("front", "back"):
        for s in (1, -1):
            head.shape(
                [(s * 0.31, 0.0), (s * 0.365, -0.02), (s * 0.372, 0.07), (s * 0.335, 0.16), (s * 0.305, 0.12)],
                colour,
                0.02,
                line=0.6,
            )
        return
    x = 0.0 if head.view == "three_quarter" else 0.17
    head.shape(
        [
            (x - 0.205, 0.03),
            (x - 0.25, -0.01),
            (x - 0.285, 0.05),
            (x - 0.265, 0.14),
            (x - 0.225, 0.17),
            (x - 0.20, 0.12),
        ],
        colour,
        0.03,
        line=0.6,
    )
    if head.height > 90:
        head.fill(
            [(x - 0.225, 0.04), (x - 0.255, 0.04), (x - 0.25, 0.10), (x - 0.228, 0.12)],
            head.painter.light.shade(skin),
            0.5,
            0.006,
        )


def _scalloped(cx: float, cy: float, rx: float, ry: float, bumps: int, depth: float = 0.10) -> list[Point]:
    """A round mass with a curly edge."""
    points: list[Point] = []
    for i in range(bumps * 2):
        angle = math.pi * i / bumps
        reach = 1 + (depth if i % 2 == 0 else -depth)
        points.append((cx + rx * reach * math.cos(angle), cy + ry * reach * math.sin(angle)))
    return points


def _back_hair(head: _Head) -> None:
    """The hair behind the face and neck."""
    style, hair, view = head.person.hair_style, head.person.hair, head.view
    shift = {"front": 0.0, "three_quarter": -0.10, "profile": -0.18, "back": 0.0}[view]
    if style == "bun":
        spot = {"front": (0.0, -0.60), "three_quarter": (-0.46, 0.08), "profile": (-0.47, 0.04), "back": (0.0, -0.56)}[
            view
        ]
        head.shape(_scalloped(spot[0], spot[1], 0.165, 0.15, 6, 0.035), hair, 0.05, 0.28, 0.8)
    elif style == "long" and view != "back":
        s = shift
        right = 0.38 if view == "front" else 0.08 if view == "three_quarter" else -0.02
        head.shape(
            [
                (s - 0.30, -0.40),
                (s - 0.42, 0.0),
                (s - 0.45, 0.45),
                (s - 0.42, 0.90),
                (s - 0.18, 1.0),
                (s + 0.06, 0.93),
                (right, 0.70),
                (right, 0.2),
                (s + 0.25, -0.40),
            ],
            hair,
            0.08,
            0.28,
            angle=80,
        )
    elif style == "bob" and view != "back":
        s = shift
        right = 0.40 if view == "front" else 0.10 if view == "three_quarter" else -0.0
        head.shape(
            [
                (s - 0.30, -0.40),
                (s - 0.40, -0.05),
                (s - 0.41, 0.30),
                (s - 0.34, 0.46),
                (s - 0.10, 0.44),
                (right * 0.9, 0.46),
                (right, 0.30),
                (right, -0.05),
                (s + 0.25, -0.40),
            ],
            hair,
            0.07,
            0.28,
            angle=80,
        )
    elif style == "curly":
        head.shape(_scalloped(shift * 0.7, -0.10, 0.50, 0.50, 11, 0.055), hair, 0.08, 0.3)
    elif style == "ponytail" and view != "back":
        x = {"front": 0.30, "three_quarter": -0.42, "profile": -0.44}[view]
        head.shape(
            [
                (x + 0.12, -0.28),
                (x - 0.05, -0.34),
                (x - 0.20, -0.10),
                (x - 0.17, 0.30),
                (x - 0.05, 0.62, 1),
                (x + 0.04, 0.25),
                (x + 0.06, -0.05),
            ],
            hair,
            0.05,
            0.28,
            angle=80,
        )


def _front_hair(head: _Head) -> None:
    person, view = head.person, head.view
    style, hair = person.hair_style, person.hair
    if style == "bald":
        if view != "front" and person.age == "old":
            x = 0.0 if view != "profile" else 0.12
            head.shape(
                [(x - 0.22, -0.02), (x - 0.34, -0.14), (x - 0.42, -0.02), (x - 0.36, 0.16), (x - 0.27, 0.16)],
                hair,
                0.04,
                0.3,
            )
        return
    if style == "curly":
        outline = _curly_cap(view)
    else:
        caps = _CAPS[view]
        outline = caps[_CAP_OF.get(style, "short")] if view != "back" else caps["parted"]
        if view == "back" and style == "long":
            outline = [
                (0.0, 0.95),
                (-0.34, 0.92),
                (-0.42, 0.4),
                (-0.40, -0.12),
                (-0.33, -0.42),
                (0, -0.575),
                (0.33, -0.42),
                (0.40, -0.12),
                (0.42, 0.4),
                (0.34, 0.92),
            ]
        elif view == "back" and style == "bob":
            outline = [
                (0.0, 0.44),
                (-0.32, 0.45),
                (-0.41, 0.2),
                (-0.39, -0.12),
                (-0.33, -0.42),
                (0, -0.58),
                (0.33, -0.42),
                (0.39, -0.12),
                (0.41, 0.2),
                (0.32, 0.45),
            ]
    head.shape(outline, hair, 0.08, 0.26, angle=-38 if view != "back" else 80)
    if head.height > 40:
        with head.painter.clip(head.frame.path(spline(outline))):
            _strands(head)
    if style == "braids":
        _braids(head)
    if view == "back" and style in ("bun", "ponytail"):
        head.oval(0, -0.12 if style == "bun" else 0.0, 0.2, 0.17, head.painter.light.shade(hair), 0.5, 0.03)
        if style == "bun":
            head.shape(_scalloped(0, -0.16, 0.17, 0.15, 6, 0.03), hair, 0.05, 0.28)
        else:
            head.shape(
                [(0.09, -0.12), (-0.09, -0.12), (-0.13, 0.3), (0.0, 0.75, 1), (0.13, 0.3)], hair, 0.06, 0.28, angle=80
            )


def _curly_cap(view: str) -> list[Point]:
    if view == "back":
        return _scalloped(0, -0.10, 0.47, 0.50, 11, 0.05)
    fringes: dict[str, list[Point]] = {
        "front": [(0.30, -0.10), (0.20, -0.22), (0.08, -0.20), (-0.04, -0.26), (-0.16, -0.20), (-0.27, -0.14)],
        "three_quarter": [
            (0.29, -0.16),
            (0.20, -0.25),
            (0.09, -0.20),
            (-0.02, -0.22),
            (-0.11, -0.12),
            (-0.20, 0.02),
            (-0.26, 0.14),
        ],
        "profile": [(0.29, -0.16), (0.19, -0.22), (0.08, -0.18), (0.02, -0.06), (-0.05, 0.06), (-0.10, 0.14)],
    }
    low = fringes[view]
    cx = {"front": 0.0, "three_quarter": -0.06, "profile": -0.10}[view]
    left = (math.pi * 1.12) if view == "front" else math.pi * 0.86
    bumps = 17
    top: list[Point] = []
    for i in range(bumps):
        angle = left + (2 * math.pi - 0.12 - left) * i / (bumps - 1)
        reach = 1.04 if i % 2 else 0.94
        top.append((cx + 0.45 * reach * math.cos(angle), -0.12 + 0.48 * reach * math.sin(angle)))
    return [*low, *top]


def _strands(head: _Head) -> None:
    """Light and dark strands that follow the mass."""
    light = head.painter.light
    pale = light.lit(mix(head.person.hair, light.key, 0.16))
    deep = light.shade(light.shade(head.person.hair))
    if head.view == "back":
        for x in (-0.24, -0.14, -0.05, 0.06, 0.16):
            head.line([(x * 1.2, -0.42), (x * 1.25, -0.15), (x * 1.1, 0.15)], 0.018, pale, 0.35)
        return
    if head.person.hair_style == "curly":
        for i in range(9):
            angle = 3.5 + i * 0.28
            x, y = -0.06 + 0.34 * math.cos(angle), -0.12 + 0.36 * math.sin(angle)
            head.line([(x - 0.04, y + 0.02), (x, y - 0.03), (x + 0.045, y)], 0.02, pale, 0.32)
        return
    if head.view == "front":
        for off in (0.0, 0.06, 0.12):
            head.line(
                [(0.08, -0.36 - off), (-0.12 - off * 0.5, -0.34 - off * 0.6), (-0.27 - off * 0.3, -0.18)],
                0.02,
                pale,
                0.42,
            )
            head.line(
                [(0.12, -0.38 - off), (0.2 + off * 0.5, -0.33 - off * 0.6), (0.29 + off * 0.3, -0.18)], 0.014, deep, 0.4
            )
        return
    for off, alpha in ((0.0, 0.5), (0.05, 0.4), (0.11, 0.32), (-0.05, 0.35), (0.17, 0.22)):
        head.line(
            [
                (0.20 - off * 0.4, -0.36 - off * 0.9),
                (0.02 - off, -0.38 - off * 0.55),
                (-0.16 - off, -0.25 - off * 0.2),
                (-0.25 - off * 0.8, -0.05),
            ],
            0.022,
            pale,
            alpha,
        )
    for off in (0.02, 0.09, 0.15):
        head.line(
            [
                (0.22 - off, -0.40 - off * 0.6),
                (-0.03 - off, -0.43 - off * 0.3),
                (-0.24 - off * 0.7, -0.22),
                (-0.32 - off * 0.6, 0.05),
            ],
            0.012,
            deep,
            0.5,
        )


def _braids(head: _Head) -> None:
    sides = {"front": (-0.33, 0.33), "three_quarter": (-0.27,), "profile": (-0.14,), "back": (-0.26, 0.26)}[head.view]
    for x in sides:
        out = 0.05 if x > 0 else -0.05
        for i in range(6):
            y, r = 0.14 + i * 0.125, 0.085 - i * 0.007
            head.painter.shape(
                head.frame.path(oval(x + out * math.sin(i * 0.5), y, r, 0.085)),
                head.person.hair,
                head.height * 0.03,
                dry=0.15,
                line=0.5,
            )
        head.painter.shape(
            head.frame.path(rect(x + out * 0.5 - 0.05, 0.82, 0.1, 0.06, 0.02)),
            head.person.accent,
            head.height * 0.02,
            dry=0,
        )


def _glasses(head: _Head) -> None:
    brass: Colour = (0.40, 0.06, 60)
    lenses = {
        "front": ((-0.15, 0.105), (0.15, 0.105)),
        "three_quarter": ((-0.008, 0.10), (0.208, 0.062)),
        "profile": ((0.185, 0.05),),
    }[head.view]
    y = 0.04 + (0.03 if head.person.age == "child" else 0)
    for x, half in lenses:
        head.oval(x, y, half, 0.082, (0.97, 0.02, 90), 0.12)
        ring = [(x + half * math.cos(a * math.pi / 10), y + 0.082 * math.sin(a * math.pi / 10)) for a in range(21)]
        head.painter.line(head.frame.points(ring), max(1.2, head.height * 0.014), brass, 1, taper=False)
    if head.view == "front":
        head.line([(-0.05, 0.03), (0, 0.018), (0.05, 0.03)], 0.016, brass)
    elif head.view == "three_quarter":
        head.line([(0.09, y - 0.01), (0.12, y - 0.02), (0.15, y - 0.01)], 0.016, brass)
        head.line([(-0.10, y - 0.01), (-0.24, y - 0.02)], 0.014, brass)
    else:
        head.line([(0.14, y - 0.01), (-0.06, y - 0.02)], 0.014, brass)


def _cowl(head: _Head, hat: Garment) -> None:
    """The back of a hood or headscarf."""
    shift = {"front": 0.0, "three_quarter": -0.08, "profile": -0.12, "back": 0.0}[head.view]
    head.shape(
        [
            (shift + 0.30, -0.42),
            (shift, -0.66),
            (shift - 0.36, -0.50),
            (shift - 0.52, -0.10),
            (shift - 0.48, 0.40),
            (shift - 0.25, 0.66),
            (shift + 0.15, 0.66),
            (shift + 0.38, 0.40),
            (shift + 0.42, -0.1),
        ],
        head.painter.light.shade(hat.colour) if head.view != "back" else hat.colour,
        0.08,
        0.2,
    )


def _hat(head: _Head, hat: Garment) -> None:
    draw = {
        "beanie": _beanie,
        "cap": _cap,
        "peaked": _peaked,
        "brim": _brim,
        "toque": _toque,
        "tall": _tall,
        "beret": _beret,
        "headscarf": _scarf_front,
        "hood": _hood_front,
        "helmet": _helmet,
        "bubble": _bubble,
        "crown": _crown,
    }[hat.cut]
    draw(head, hat)


def _turned(head: _Head) -> float:
    """How far the skull's middle lies behind the face in this view."""
    return {"front": 0.0, "three_quarter": -0.07, "profile": -0.09, "back": 0.0}[head.view]


def _dome(head: _Head, top: float, bottom: float, width: float = 0.43) -> list[Point]:
    c = _turned(head)
    return [
        (c + width, bottom),
        (c + width * 0.93, (top + bottom) / 2 - 0.03),
        (c + width * 0.5, top + 0.03),
        (c, top),
        (c - width * 0.5, top + 0.03),
        (c - width * 0.93, (top + bottom) / 2 - 0.03),
        (c - width, bottom),
    ]


def _beanie(head: _Head, hat: Garment) -> None:
    c = _turned(head)
    head.painter.shape(
        head.frame.path(oval(c - 0.03, -0.74, 0.11, 0.10)), lighter(hat.colour, 0.06), head.height * 0.03, dry=0.3
    )
    head.shape([*_dome(head, -0.70, -0.22)], hat.colour, 0.09, 0.3, angle=80)
    head.shape(
        [(c + 0.44, -0.30), (c, -0.36), (c - 0.44, -0.27), (c - 0.45, -0.14), (c, -0.20), (c + 0.44, -0.17)],
        lighter(hat.colour, 0.05),
        0.05,
        0.25,
        angle=80,
    )


def _cap(head: _Head, hat: Garment) -> None:
    c = _turned(head)
    head.shape(_dome(head, -0.64, -0.26), hat.colour, 0.09, 0.2)
    if head.view == "front":
        head.shape(
            [(-0.30, -0.27), (0, -0.36), (0.30, -0.27), (0.24, -0.17), (0, -0.13), (-0.24, -0.17)],
            lighter(hat.colour, -0.05),
            0.03,
        )
    elif head.view != "back":
        head.shape(
            [
                (c + 0.20, -0.33),
                (c + 0.44, -0.31),
                (c + 0.74, -0.20),
                (c + 0.70, -0.16),
                (c + 0.40, -0.22),
                (c + 0.16, -0.25),
            ],
            lighter(hat.colour, -0.05),
            0.03,
        )


def _peaked(head: _Head, hat: Garment) -> None:
    c = _turned(head)
    head.shape(
        [
            (c + 0.42, -0.42),
            (c + 0.54, -0.56),
            (c + 0.2, -0.70),
            (c - 0.25, -0.68),
            (c - 0.52, -0.52),
            (c - 0.42, -0.40),
        ],
        hat.colour,
        0.06,
        0.15,
    )
    head.shape(
        [(c + 0.41, -0.44), (c, -0.48), (c - 0.42, -0.42), (c - 0.42, -0.26), (c, -0.32), (c + 0.42, -0.30)],
        (0.26, 0.03, 265),
        0.04,
    )
    if head.view != "back":
        shift = 0.0 if head.view == "front" else 0.22
        head.shape(
            [
                (c + shift - 0.24, -0.31),
                (c + shift + 0.24, -0.31),
                (c + shift + 0.32, -0.20),
                (c + shift, -0.20),
                (c + shift - 0.22, -0.24),
            ],
            (0.20, 0.02, 265),
            0.02,
        )
        head.oval(c + (0.0 if head.view == "front" else 0.24), -0.44, 0.05, 0.05, (0.76, 0.12, 82))


def _brim(head: _Head, hat: Garment) -> None:
    c = _turned(head)
    head.shape(
        [
            (c + 0.34, -0.32),
            (c + 0.31, -0.60),
            (c + 0.12, -0.72),
            (c, -0.68),
            (c - 0.14, -0.72),
            (c - 0.33, -0.60),
            (c - 0.37, -0.32),
        ],
        hat.colour,
        0.09,
        0.25,
    )
    head.shape(
        [(c + 0.345, -0.42), (c, -0.46), (c - 0.36, -0.41), (c - 0.37, -0.31), (c, -0.36), (c + 0.35, -0.32)],
        head.painter.light.shade(hat.colour),
        0.0,
    )
    head.shape(
        [
            (c + 0.66, -0.25),
            (c + 0.4, -0.34),
            (c, -0.38),
            (c - 0.42, -0.33),
            (c - 0.70, -0.22),
            (c - 0.40, -0.21),
            (c, -0.24),
            (c + 0.42, -0.21),
        ],
        lighter(hat.colour, 0.02),
        0.05,
        0.25,
    )


def _toque(head: _Head, hat: Garment) -> None:
    c = _turned(head)
    head.shape(
        [
            (c + 0.36, -0.50),
            (c + 0.54, -0.72),
            (c + 0.42, -0.96),
            (c + 0.14, -0.92),
            (c - 0.06, -1.02),
            (c - 0.28, -0.92),
            (c - 0.52, -0.92),
            (c - 0.56, -0.68),
            (c - 0.38, -0.50),
        ],
        hat.colour,
        0.10,
        0.1,
    )
    head.shape(
        [(c + 0.38, -0.58, 1), (c + 0.39, -0.28, 1), (c, -0.34), (c - 0.41, -0.26, 1), (c - 0.39, -0.58, 1)],
        lighter(hat.colour, 0.02),
        0.05,
        0.1,
    )


def _tall(head: _Head, hat: Garment) -> None:
    c = _turned(head)
    head.shape(
        [(c + 0.32, -0.30, 1), (c + 0.33, -0.92, 1), (c, -0.97), (c - 0.35, -0.92, 1), (c - 0.36, -0.30, 1)],
        hat.colour,
        0.10,
        0.2,
    )
    head.shape(
        [(c + 0.33, -0.46), (c, -0.50), (c - 0.36, -0.44), (c - 0.36, -0.32), (c, -0.38), (c + 0.33, -0.34)],
        head.person.accent,
        0.03,
    )
    head.shape(
        [(c + 0.58, -0.27), (c + 0.3, -0.35), (c, -0.38), (c - 0.34, -0.34), (c - 0.62, -0.25), (c, -0.24)],
        hat.colour,
        0.04,
        0.2,
    )


def _beret(head: _Head, hat: Garment) -> None:
    c = _turned(head)
    head.shape(
        [
            (c + 0.38, -0.30),
            (c + 0.44, -0.46),
            (c + 0.20, -0.62),
            (c - 0.20, -0.66),
            (c - 0.56, -0.54),
            (c - 0.62, -0.34),
            (c - 0.42, -0.24),
            (c, -0.34),
        ],
        hat.colour,
        0.08,
        0.25,
    )
    head.line([(c - 0.08, -0.64), (c - 0.06, -0.71)], 0.04, hat.colour)


def _scarf_front(head: _Head, hat: Garment) -> None:
    c = _turned(head)
    if head.view == "back":
        return
    edge = {"front": (0.27, -0.27), "three_quarter": (0.24, -0.20), "profile": (0.22, -0.05)}[head.view]
    head.shape(
        [
            (edge[0], -0.24),
            (0.0, -0.31),
            (edge[1], -0.16),
            (edge[1] - 0.07, 0.10),
            (edge[1] + 0.02, 0.40),
            (c - 0.30, 0.52),
            (c - 0.46, 0.2),
            (c - 0.46, -0.28),
            (c - 0.26, -0.54),
            (0.02, -0.60),
            (0.26, -0.46),
            (0.32, -0.30),
        ],
        hat.colour,
        0.08,
        0.2,
    )
    head.shape(
        [(0.17, 0.48), (0.05, 0.46), (-0.12, 0.44), (-0.26, 0.46), (-0.2, 0.62), (0.02, 0.66), (0.18, 0.58)],
        hat.colour,
        0.05,
        0.2,
    )


def _hood_front(head: _Head, hat: Garment) -> None:
    if head.view == "back":
        return
    c = _turned(head)
    edge = {"front": -0.29, "three_quarter": -0.22, "profile": -0.02}[head.view]
    head.shape(
        [
            (0.31, -0.16),
            (0.24, -0.34),
            (0.0, -0.40),
            (edge, -0.20),
            (edge - 0.05, 0.12),
            (edge + 0.04, 0.46),
            (c - 0.30, 0.60),
            (c - 0.50, 0.25),
            (c - 0.50, -0.30),
            (c - 0.28, -0.60),
            (0.04, -0.66),
            (0.30, -0.50),
            (0.37, -0.25),
        ],
        hat.colour,
        0.08,
        0.2,
    )
    if head.view == "front":
        head.shape(
            [(0.29, -0.20), (0.34, 0.12), (0.25, 0.46), (0.32, 0.60), (0.50, 0.25), (0.50, -0.30), (0.30, -0.52)],
            hat.colour,
            0.08,
            0.2,
        )


def _helmet(head: _Head, hat: Garment) -> None:
    c = _turned(head)
    head.shape(_dome(head, -0.68, -0.24, 0.45), hat.colour, 0.10, 0.08)
    head.shape(
        [
            (c + 0.52, -0.26),
            (c + 0.4, -0.31),
            (c, -0.34),
            (c - 0.46, -0.27),
            (c - 0.46, -0.20),
            (c, -0.26),
            (c + 0.42, -0.22),
        ],
        lighter(hat.colour, -0.07),
        0.02,
    )
    head.line([(c - 0.02, -0.66), (c - 0.03, -0.5), (c - 0.04, -0.34)], 0.05, lighter(hat.colour, 0.08), 0.6)


def _bubble(head: _Head, hat: Garment) -> None:
    c = _turned(head) * 0.5
    glass = head.frame.path(oval(c, -0.02, 0.62, 0.66))
    head.painter.fill(glass, (0.92, 0.03, 220), 0.14)
    x, y = head.frame.at(c, 0)
    head.painter.radial(
        glass,
        (x, y),
        head.height * 0.66,
        [(0, (0.95, 0.02, 220), 0), (0.8, (0.95, 0.02, 220), 0.05), (1, (0.97, 0.02, 220), 0.55)],
    )
    head.line([(c - 0.40, -0.28), (c - 0.28, -0.46), (c - 0.08, -0.55)], 0.05, (0.99, 0.01, 220), 0.7)


def _crown(head: _Head, hat: Garment) -> None:
    c = _turned(head)
    spikes: list[Point] = [(c - 0.33, -0.36)]
    for i in range(5):
        x = c - 0.34 + i * 0.17
        spikes += [(x, -0.74 + (0.05 if i % 2 else 0.0)), (x + 0.085, -0.54)]
    head.painter.shape(head.frame.path(poly(*spikes[:-1], (c + 0.33, -0.36))), hat.colour, head.height * 0.05, dry=0.1)


def _robot(head: _Head) -> None:
    """A soft box with a lit visor; the expression is in its eyes."""
    metal, frame, h = head.person.skin, head.frame, head.height
    c = {"front": 0.0, "three_quarter": 0.07, "profile": 0.16, "back": 0.0}[head.view]
    head.line([(-0.10, -0.36), (-0.16, -0.62)], 0.035, lighter(metal, -0.2))
    head.painter.shape(frame.path(oval(-0.17, -0.66, 0.055)), head.person.accent, h * 0.02, dry=0)
    head.painter.shape(frame.path(rect(-0.43, -0.42, 0.86, 0.80, 0.27)), metal, h * 0.10, h * 0.02, 0.25)
    head.painter.shape(
        frame.path(oval(-0.40 if head.view != "front" else -0.44, 0.02, 0.09, 0.13)),
        head.person.accent,
        h * 0.03,
        dry=0.1,
    )
    if head.view == "back":
        return
    half = 0.30 if head.view != "profile" else 0.21
    head.painter.shape(frame.path(rect(c - half, -0.20, half * 2, 0.42, 0.16)), (0.20, 0.03, 245), h * 0.04, dry=0)
    shine: Colour = (0.88, 0.11, 195)
    eyes = (c - 0.13, c + 0.13) if head.view != "profile" else (c + 0.06,)
    for x in eyes:
        if head.look.eye < 0.15:
            arc = -0.05 if head.look.eye < 0 else 0.04
            head.painter.line(
                frame.points([(x - 0.06, 0.02), (x, 0.02 + arc), (x + 0.06, 0.02)]), h * 0.035, shine, emits=True
            )
        else:
            head.painter.fill(
                frame.path(oval(x, 0.0, 0.055, 0.075 * min(1.25, 0.45 + head.look.eye * 0.6))), shine, emits=True
            )
        gx, gy = frame.at(x, 0.0)
        head.painter.glow(gx, gy, h * 0.30, shine, 0.5)
    lift = 0.03 * head.look.smile
    head.line([(c - 0.09, 0.29 - lift), (c, 0.30 + lift * 0.3), (c + 0.09, 0.29 - lift)], 0.026, lighter(metal, -0.3))


def draw_neck(painter: Painter, person: Person, start: Point, stop: Point, radius: float) -> None:
    """The neck, from under the jaw to between the shoulders, with the jaw's shadow on it."""
    colour = person.skin if not person.robot else lighter(person.skin, -0.22)
    path = tube((start[0], start[1], radius), (stop[0], stop[1], radius * 1.12))
    painter.shape(path, colour, radius * 0.5, dry=0, line=0.7)
    with painter.clip(path):
        mid = (start[0] * 0.55 + stop[0] * 0.45, start[1] * 0.55 + stop[1] * 0.45)
        shade = union(oval(start[0], start[1], radius * 1.7), oval(mid[0], mid[1], radius * 1.5, radius * 1.0))
        painter.fill(shade, painter.light.shade(colour), 0.7, max(0.6, radius * 0.12))
