"""The trunk and what covers it."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.cast import Garment
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter
from dailies.adapters.providers.rehearsal.illustrator.figures.cuts import Cut, hem_of, over_of, top_of
from dailies.adapters.providers.rehearsal.illustrator.figures.fronts import draw_bib, draw_front, draw_trim
from dailies.adapters.providers.rehearsal.illustrator.figures.rig import Rig
from dailies.adapters.providers.rehearsal.illustrator.heads.curve import soft
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point, oval, rect


def draw_trunk(rig: Rig) -> None:
    """The upper body with its inner and outer garments."""
    if rig.person.robot:
        _chassis(rig)
        return
    top, over = top_of(rig.person), over_of(rig.person)
    hidden = over is not None and over[1].front in ("zip", "wrap", "double") and over[1].sleeve != "none"
    if top and not hidden:
        garment, cut = top
        if garment.cut == "bare":
            _bare(rig, cut)
        else:
            _worn(rig, garment, cut)
            if over is None or over[1].front == "bib":
                draw_front(rig, garment, cut, garment)
                draw_trim(rig, garment, cut)
        if garment.cut == "sari":
            _drape(rig, garment)
    if over is None:
        return
    garment, cut = over
    if cut.front == "bib":
        draw_bib(rig, garment, cut)
        return
    if cut.sleeve == "cape":
        if not rig.back:
            _mantle(rig, garment)
        else:
            _worn(rig, garment, cut)
        return
    _worn(rig, garment, cut)
    draw_front(rig, garment, cut, top[0] if top else garment)
    draw_trim(rig, garment, cut)


def outline(rig: Rig, hem: float, flare: float, loose: float) -> list[Point]:
    """A garment of the upper body, from the neck to ``hem`` (heads below the hips); upright, before the lean."""
    b, person = rig.body, rig.person
    neck, low = b.neck_y, b.hip_y + hem
    grown = person.feminine and person.age in ("adult", "teen", "old")
    if rig.side:
        stout = person.build == "stout"
        deep = b.deep
        belly = deep * (1.20 if stout else 0.84) * loose
        chest = deep * (1.10 if grown else 0.98) * loose
        seat = deep * 1.02 * loose
        front: list[Point] = [(belly, b.hip_y - 0.2), (belly + flare, low, 1)]
        behind: list[Point] = [(-seat - flare, low, 1), (-seat, b.hip_y + min(0.0, hem) - 0.02)]
        if hem < -0.2:
            front, behind = [(belly, low, 1)], [(-seat * 0.9, low, 1)]
        return [
            (0.02, neck - 0.02),
            (0.20, neck + 0.12),
            (chest * 0.86, b.shoulder_y + 0.36),
            (chest * 0.95, b.shoulder_y + 0.80),
            (belly * 0.88, b.hip_y - 0.85),
            *front,
            (0, low + 0.04),
            *behind,
            (-deep * 0.76 * loose, b.hip_y - 0.85),
            (-deep * 0.96 * loose, b.shoulder_y + 0.62),
            (-deep * 0.82, b.shoulder_y + 0.12),
            (-0.24, neck + 0.06),
        ]
    n, c = rig.narrow, rig.middle * 0.5
    half: list[Point] = [
        (0.15, neck - 0.02),
        (0.38 * n, neck + 0.10),
        (b.shoulder * 0.80 * n, b.shoulder_y - 0.04),
        (b.shoulder * 0.97 * n, b.shoulder_y + 0.16),
        (b.shoulder * (0.90 if grown else 0.92) * n * loose, b.shoulder_y + 0.62),
        (b.waist * n * loose, b.hip_y - 0.78),
        (b.hip * n * loose, b.hip_y - 0.10),
        (b.hip * n * loose + flare, low, 1),
    ]
    if hem < -0.2:
        half = [*half[:-2], (b.waist * n * loose * 1.06, low, 1)]
    return [
        *((c + x, *rest) for x, *rest in half),
        (c, low + 0.05),
        *((c - x, *rest) for x, *rest in reversed(half)),
    ]


def _worn(rig: Rig, garment: Garment, cut: Cut) -> None:
    hem = hem_of(rig.person, cut)
    folded = (rig.side or rig.turned) and rig.pose.drop > 0.25 and hem > 0.4
    if folded:
        _over_thighs(rig, garment.colour, hem)
        hem = 0.30
    flare = 0.0 if folded else cut.flare
    if rig.side and hem > 0.8:
        flare += 0.55 * max(abs(rig.legs[0].joint[0]), abs(rig.legs[1].joint[0])) * min(1.0, hem / 1.4)
    points = rig.upright(outline(rig, hem, flare, cut.loose))
    rig.shape(points, garment.colour, 0.20 if hem > 0.6 else 0.16, 0.12 if cut.front == "plates" else 0.26)
    if garment.pattern:
        _pattern(rig, points, garment)
    if rig.h > 26 and cut.front != "plates":
        _folds(rig, garment.colour, hem)


def _over_thighs(rig: Rig, colour: Colour, hem: float) -> None:
    """The skirt of a coat spread over the thighs, and hanging behind the seat."""
    y, knee = rig.hip[1], rig.legs[1].joint
    if rig.turned:
        half = rig.body.hip + 0.10
        low = max(limb.joint[1] for limb in rig.legs) + 0.25
        rig.shape(
            [(-half, y - 0.3), (half, y - 0.3), (half + 0.1, low), (0, low + 0.1), (-half - 0.1, low)], colour, 0.16
        )
        return
    fall = min(0.6, hem * 0.4)
    rig.shape(
        [
            (-0.48, y - 0.3),
            (0.36, y - 0.34),
            (knee[0] * 0.92, knee[1] - 0.30),
            (knee[0] * 0.98, knee[1] + 0.26),
            (0.2, y + 0.40),
            (-0.2, y + 0.40 + fall),
            (-0.54, y + 0.30 + fall),
        ],
        colour,
        0.16,
    )


def _pattern(rig: Rig, points: list[Point], garment: Garment) -> None:
    ink: Colour = (0.93, 0.02, 88) if garment.colour[0] < 0.75 else rig.person.accent
    top, low = rig.body.shoulder_y + rig.hip[1] - rig.body.hip_y, rig.hip[1] + 0.8
    with rig.p.clip(rig.frame.path(soft(points))):
        if garment.pattern == "dots":
            for i in range(60):
                x, y = -1.1 + (i % 8) * 0.3 + (0.15 if i // 8 % 2 else 0), top + (i // 8) * 0.3
                rig.p.fill(rig.frame.path(oval(x, y, 0.05)), ink)
            return
        for i in range(int((low - top) / 0.26)):
            y = top + i * 0.26 + 0.1
            rig.line([(-1.2, y), (0, y + 0.05), (1.2, y)], 0.085, ink, 0.9)
        if garment.pattern == "checks":
            for i in range(9):
                rig.line([(-1.1 + i * 0.26, top), (-1.1 + i * 0.26, low)], 0.07, ink, 0.45)


def _folds(rig: Rig, colour: Colour, hem: float) -> None:
    deep, b = rig.p.light.shade(colour), rig.body
    s = 0.55 if rig.side else 1.0
    strokes: list[list[Point]] = [
        [
            (-b.shoulder * 0.66 * s, b.shoulder_y + 0.75),
            (-b.waist * 0.66 * s, b.hip_y - 1.1),
            (-b.waist * 0.58 * s, b.hip_y - 0.55),
        ],
        [(b.shoulder * 0.62 * s, b.shoulder_y + 0.8), (b.waist * 0.7 * s, b.hip_y - 1.15)],
    ]
    if hem > 0.6:
        strokes += [
            [
                (-b.waist * 0.6 * s, b.hip_y - 0.4),
                (-b.hip * 0.75 * s, b.hip_y + 0.4),
                (-b.hip * 0.9 * s, b.hip_y + hem - 0.1),
            ],
            [
                (b.waist * 0.4 * s, b.hip_y - 0.2),
                (b.hip * 0.6 * s, b.hip_y + 0.6),
                (b.hip * 0.72 * s, b.hip_y + hem - 0.1),
            ],
        ]
    for stroke in strokes:
        rig.line(rig.upright(stroke), 0.05, deep, 0.5)


def draw_cape(rig: Rig) -> None:
    """A cape as it falls behind the body."""
    over = over_of(rig.person)
    if over and over[1].sleeve == "cape" and not rig.person.robot:
        _worn(rig, *over)


def _mantle(rig: Rig, garment: Garment) -> None:
    """What of a cape lies on the shoulders."""
    b, c, n = rig.body, rig.middle * 0.5, rig.narrow if not rig.side else 0.55
    half: list[Point] = [
        (0.12, b.neck_y + 0.0),
        (0.38 * n, b.neck_y + 0.10),
        (b.shoulder * 1.02 * n, b.shoulder_y + 0.02),
        (b.shoulder * 1.06 * n, b.shoulder_y + 0.34),
        (b.shoulder * 0.6 * n, b.shoulder_y + 0.30),
        (0.14, b.neck_y + 0.42),
    ]
    for s in (-1, 1):
        rig.shape(rig.upright([(c + s * x, y) for x, y in half]), garment.colour, 0.10)
    rig.p.fill(rig.frame.path(oval(*rig.torso_at(c, b.neck_y + 0.30), 0.08)), (0.76, 0.12, 82))


def _bare(rig: Rig, cut: Cut) -> None:
    skin, b = rig.person.skin, rig.body
    rig.shape(rig.upright(outline(rig, cut.hem, 0.0, cut.loose)), skin, 0.16, 0.0)
    if rig.h > 30 and not rig.back and not rig.side:
        deep = rig.p.light.shade(skin)
        for side in (-1, 1):
            chest = [
                (side * 0.10, b.shoulder_y + 0.72),
                (side * 0.34, b.shoulder_y + 0.78),
                (side * 0.55, b.shoulder_y + 0.62),
            ]
            rig.line(rig.upright(chest), 0.03, deep, 0.5)
        rig.line(rig.upright([(0, b.shoulder_y + 0.3), (0, b.hip_y - 0.5)]), 0.02, deep, 0.35)


def _drape(rig: Rig, garment: Garment) -> None:
    """The loose end of a sari, from the hip over the shoulder."""
    b, colour = rig.body, lighter(garment.colour, 0.05)
    hem = rig.person.accent
    if rig.side:
        band: list[Point] = [
            (-0.05, b.neck_y + 0.1),
            (0.22, b.neck_y + 0.25),
            (0.45, b.hip_y - 0.6),
            (0.3, b.hip_y + 0.1),
            (-0.1, b.hip_y - 0.4),
        ]
        rig.shape(rig.upright(band), colour, 0.1, 0.2)
        return
    side = -1.0 if not rig.back else 1.0
    band = [
        (side * b.shoulder * 0.85, b.shoulder_y + 0.0),
        (side * b.shoulder * 0.35, b.neck_y + 0.12),
        (-side * b.waist * 0.95, b.hip_y - 0.7),
        (-side * b.hip, b.hip_y + 0.1),
        (side * b.waist * 0.2, b.hip_y - 0.5),
    ]
    rig.shape(rig.upright(band), colour, 0.1, 0.2)
    rig.line(
        rig.upright([band[1], ((band[1][0] + band[2][0]) / 2, (band[1][1] + band[2][1]) / 2 - 0.03), band[2]]),
        0.07,
        hem,
        0.95,
    )
    if rig.back:
        rig.shape(
            rig.upright(
                [
                    (b.shoulder * 0.3, b.neck_y + 0.15),
                    (b.shoulder * 0.85, b.shoulder_y),
                    (b.shoulder * 0.9, b.hip_y + 0.7),
                    (b.shoulder * 0.35, b.hip_y + 0.8),
                ]
            ),
            colour,
            0.1,
            0.2,
        )


def _chassis(rig: Rig) -> None:
    metal, b = rig.person.skin, rig.body
    rig.shape(rig.upright(outline(rig, 0.05, -0.08, 1.02)), metal, 0.2, 0.35)
    if rig.back:
        return
    mid = rig.torso_at(0.06 if not rig.side else 0.2, (b.shoulder_y + b.hip_y) / 2)
    panel = rect(mid[0] - 0.32, mid[1] - 0.38, 0.64 if not rig.side else 0.36, 0.7, 0.12)
    rig.paint(panel, lighter(metal, -0.10), 0.06, 0.2)
    for i, colour in enumerate((rig.person.accent, (0.88, 0.11, 195))):
        rig.p.fill(rig.frame.path(oval(mid[0] - 0.14 + i * 0.22, mid[1] - 0.12, 0.07)), colour)
