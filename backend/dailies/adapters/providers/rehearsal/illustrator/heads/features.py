"""Eyes, brows and mouth, in as much detail as the size of the head allows."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.heads.curve import soft
from dailies.adapters.providers.rehearsal.illustrator.heads.sitter import Sitter
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point

_INSIDE: Colour = (0.28, 0.08, 20)
_TEETH: Colour = (0.95, 0.01, 90)


def draw_features(sitter: Sitter) -> None:
    """Both eyes and brows and the mouth; dots only on the smallest heads."""
    apart = 0.006 * sitter.traits.eyes
    eyes: tuple[tuple[float, float], ...] = {
        "front": ((-0.15 - apart, 1.0), (0.15 + apart, 1.0)),
        "three_quarter": ((-0.008 - apart, 1.0), (0.208, 0.62)),
        "profile": ((0.178, 0.62),),
    }[sitter.view]
    for i, (x, width) in enumerate(eyes):
        y = 0.03 + sitter.low
        if sitter.view == "profile":
            _side_eye(sitter, x, y)
        else:
            _eye(sitter, x, y, width)
        if sitter.height > 34:
            _brow(sitter, x, width, i)
        if sitter.look.tears and sitter.height > 26:
            _tear(sitter, x, y)
    if sitter.height > 26:
        _mouth(sitter)


def _dark(sitter: Sitter) -> Colour:
    hair = sitter.person.hair if sitter.person.age != "old" else (0.35, 0.03, 40)
    if hair[0] > 0.6:
        hair = (0.42, 0.07, 50)
    return mix(hair, (0.2, 0.03, 30), 0.55)


def _closed(sitter: Sitter, x: float, y: float, half: float) -> None:
    arc = -0.034 if sitter.look.eye < 0 else 0.028
    lift = 0.016 if sitter.look.eye < 0 else 0.004
    width = 0.024 if sitter.height > 44 else 0.034
    sitter.line([(x - half, y + lift), (x, y + lift + arc), (x + half, y + lift)], width, _dark(sitter))


def _eye(sitter: Sitter, x: float, y: float, width: float) -> None:
    look, dark = sitter.look, _dark(sitter)
    big = 1.24 if sitter.young else 1.0
    half = 0.076 * width * (1.12 if sitter.young else 1.0) * (1 + 0.06 * sitter.traits.eyes)
    if look.eye < 0.15:
        _closed(sitter, x, y, half)
        return
    if sitter.height <= 50:
        size = 0.034 if sitter.height > 30 else 0.040
        tall = size * 1.15 * min(1.15, 0.5 + look.eye * 0.6) * big
        sitter.oval(x + look.gaze * 0.01, y + 0.004, size * (0.55 + 0.45 * width) * big, tall, dark)
        return
    open_ = look.eye * big
    upper: list[Point] = [
        (x - half, y + 0.008, 1),
        (x - half * 0.45, y - 0.036 * open_),
        (x + half * 0.4, y - 0.036 * open_),
        (x + half, y + 0.004, 1),
    ]
    lower: list[Point] = [(x + half * 0.45, y + 0.027 * open_), (x - half * 0.4, y + 0.028 * open_)]
    white = sitter.frame.path(soft([*upper, *lower]))
    sitter.painter.fill(white, mix((0.94, 0.012, 80), sitter.person.skin, 0.12))
    iris = (0.046 if not sitter.young else 0.058) * (0.62 + 0.38 * width)
    ix, iy = x + look.gaze * 0.018 * width, y - 0.003 + look.gaze_y * 0.014
    with sitter.painter.clip(white):
        sitter.oval(ix, iy, iris, iris * 1.06, lighter(sitter.traits.iris, -0.13))
        sitter.oval(ix, iy + iris * 0.28, iris * 0.78, iris * 0.66, sitter.traits.iris, 0.8)
        sitter.oval(ix, iy, iris * 0.5, iris * 0.55, (0.14, 0.02, 40))
        sitter.oval(
            x, y - 0.038 * open_, half * 1.15, 0.022, sitter.painter.light.shade(sitter.person.skin), 0.5, 0.006
        )
    if sitter.height > 70:
        sitter.oval(ix + 0.013, iy - 0.016, 0.011, 0.011, (0.98, 0.01, 90))
    sitter.line([(p[0], p[1] - 0.004) for p in upper], 0.023, dark)
    if sitter.height > 90 and look.eye < 1.2:
        fold = [(x - half * 0.8, y - 0.036 * open_), (x, y - 0.062 * open_ - 0.006), (x + half * 0.8, y - 0.04 * open_)]
        sitter.line(fold, 0.009, sitter.painter.light.shade(sitter.person.skin), 0.7)
    if sitter.person.feminine and not sitter.young:
        outer = -1 if x < 0.1 else 1
        beyond = 0.024 if width == 1.0 else 0.008
        sitter.line([(x + outer * half * 0.85, y - 0.01), (x + outer * (half + beyond), y - 0.026)], 0.016, dark)


def _side_eye(sitter: Sitter, x: float, y: float) -> None:
    """An eye seen from the side: a wedge, the iris cut by the front of the eyeball."""
    look, dark = sitter.look, _dark(sitter)
    big = 1.2 if sitter.young else 1.0
    if look.eye < 0.15:
        _closed(sitter, x, y, 0.05)
        return
    if sitter.height <= 50:
        size = 0.030 if sitter.height > 30 else 0.036
        sitter.oval(x + 0.016, y + 0.004, size * 0.62, size * 1.2 * min(1.15, 0.5 + look.eye * 0.6), dark)
        return
    open_ = look.eye * big
    front, back = x + 0.042, x - 0.052
    wedge: list[Point] = [
        (back, y + 0.012, 1),
        (x - 0.005, y - 0.026 * open_),
        (front, y - 0.034 * open_),
        (front + 0.008, y),
        (front - 0.006, y + 0.026 * open_),
        (x - 0.01, y + 0.024 * open_),
    ]
    white = sitter.frame.path(soft(wedge))
    sitter.painter.fill(white, mix((0.94, 0.012, 80), sitter.person.skin, 0.14))
    iy = y - 0.002 + look.gaze_y * 0.012
    with sitter.painter.clip(white):
        sitter.oval(front - 0.014, iy, 0.026, 0.044 * big, lighter(sitter.traits.iris, -0.12))
        sitter.oval(front - 0.008, iy, 0.014, 0.024 * big, (0.14, 0.02, 40))
    lid = [(back - 0.004, y + 0.008), (x - 0.006, y - 0.030 * open_), (front + 0.006, y - 0.036 * open_)]
    sitter.line(lid, 0.022, dark)
    if sitter.person.feminine and not sitter.young:
        sitter.line([(front, y - 0.034 * open_), (front + 0.032, y - 0.05 * open_)], 0.014, dark)
    if sitter.height > 76:
        sitter.oval(front - 0.014, iy - 0.014, 0.008, 0.009, (0.98, 0.01, 90))


def _tear(sitter: Sitter, x: float, y: float) -> None:
    blue: Colour = (0.86, 0.05, 230)
    sitter.line([(x - 0.01, y + 0.035), (x - 0.012, y + 0.13)], 0.02, blue, 0.7 * sitter.look.tears)
    sitter.oval(x - 0.012, y + 0.15, 0.019, 0.026, blue, 0.9 * sitter.look.tears)


def _brow(sitter: Sitter, x: float, width: float, index: int) -> None:
    look, person = sitter.look, sitter.person
    colour = _dark(sitter) if person.age not in ("old", "child", "baby") else mix(person.hair, person.skin, 0.3)
    raised = look.raised if index == 0 else 0.0
    half, y = 0.092 * width, sitter.low * 0.5 - look.brow * 0.03 - raised * 0.045
    inner = -1.0 if (sitter.view == "front" and x > 0) or (sitter.view == "three_quarter" and x > 0.1) else 1.0
    lean = (look.frown - raised) * 0.032
    points = [
        (x - half * inner, -0.048 + y),
        (x + half * 0.1 * inner, -0.088 + y + lean * 0.4),
        (x + half * inner, -0.068 + y + lean),
    ]
    thick = 0.022 if sitter.young else 0.024 if person.feminine else 0.032
    sitter.line(points, thick * (1 + 0.22 * sitter.traits.brows), colour, 0.9)


def _lip(sitter: Sitter) -> Colour:
    skin = sitter.person.skin
    return mix(
        mix(skin, (0.50, 0.14, 20), 0.6 if sitter.person.feminine else 0.45), sitter.painter.light.shade(skin), 0.15
    )


def _mouth(sitter: Sitter) -> None:
    if sitter.view == "profile":
        _side_mouth(sitter)
        return
    look, light, low = sitter.look, sitter.painter.light, sitter.low * 0.4
    lip = _lip(sitter)
    dark = mix(lip, (0.25, 0.06, 20), 0.6)
    full = 1 + 0.25 * sitter.traits.lips
    left, middle, right = (-0.1, 0.0, 0.1) if sitter.view == "front" else (0.042, 0.142, 0.215)
    wide = 0.9 if sitter.young else 1.0
    left, right = middle + (left - middle) * wide, middle + (right - middle) * wide
    if look.smile < 0.4:
        # A mouth open in wonder is round; one open in laughter is wide.
        left, right = left + 0.035 * look.mouth, right - 0.025 * look.mouth
    y, lift = 0.342 + low, look.smile * 0.032
    a, b, mid = (left, y - lift), (right, y - 0.006 - lift), (middle, y + look.smile * 0.012)
    drop = 0.012 + look.mouth * 0.075
    opening: list[Point] = [(*a, 1), mid, (*b, 1), (middle + 0.04, y + drop), (middle - 0.03, y + drop)]
    if look.mouth > 0.5 and look.smile < 0.4:
        half = (right - left) / 2
        opening = [(left, y + drop * 0.35), (middle, y - 0.022), (right, y + drop * 0.35)]
        opening += [
            (middle + half * 0.7, y + drop * 1.05),
            (middle, y + drop * 1.3),
            (middle - half * 0.7, y + drop * 1.05),
        ]
    if sitter.height > 50:
        top = 0.022 * full
        sitter.fill(
            [
                (*a, 1),
                (middle - 0.035, y - top),
                (middle, y - top * 0.78),
                (middle + 0.03, y - top - 0.002),
                (*b, 1),
                mid,
            ],
            lip,
            0.8,
        )
        if look.mouth > 0 or look.teeth:
            _open_mouth(sitter, opening, (left, middle, right), y, lift)
        below = y + 0.026 + look.mouth * 0.07
        sitter.oval(middle, below, 0.048, 0.014 * full, light.lit(lip), 0.65)
    elif look.mouth > 0.2:
        sitter.fill(opening, _INSIDE)
    if look.mouth <= 0.5 or look.smile >= 0.4:
        sitter.line([a, mid, b], 0.015 if sitter.height > 50 else 0.026, dark)


def _open_mouth(
    sitter: Sitter, opening: list[Point], across: tuple[float, float, float], y: float, lift: float
) -> None:
    look, (left, middle, right) = sitter.look, across
    sitter.fill(opening, _INSIDE)
    if look.smile > 0.4:
        with sitter.painter.clip(sitter.frame.path(soft(opening))):
            sitter.oval(middle, y + 0.05 + look.mouth * 0.06, 0.05, 0.035, (0.58, 0.15, 20), 0.9)
        smile: list[Point] = [
            (left + 0.022, y - lift * 0.55),
            (middle, y + look.smile * 0.012),
            (right - 0.018, y - 0.006 - lift * 0.55),
            (middle, y + 0.02 + look.mouth * 0.015),
        ]
        sitter.fill(smile, _TEETH)
    elif look.teeth:
        with sitter.painter.clip(sitter.frame.path(soft(opening))):
            depth = 0.016 + 0.012 * look.mouth
            sitter.oval(middle, y - lift * 0.2, right - middle + 0.02, depth, _TEETH, 0.95)


def _side_mouth(sitter: Sitter) -> None:
    look, low = sitter.look, 0.0
    lip = _lip(sitter)
    dark = mix(lip, (0.25, 0.06, 20), 0.6)
    y = 0.314 + low
    if sitter.height > 50:
        sitter.fill([(0.20, y), (0.262, y - 0.03), (0.288, y - 0.022), (0.268, y)], lip, 0.55)
        sitter.fill([(0.21, y), (0.268, y), (0.282, y + 0.024), (0.25, y + 0.036)], sitter.painter.light.lit(lip), 0.5)
    corner = (0.178, y - look.smile * 0.04)
    if look.mouth > 0.2:
        deep = 0.075 * look.mouth
        sitter.fill(
            [(*corner, 1), (0.235, y - 0.006), (0.276, y - 0.01, 1), (0.268, y + deep), (0.225, y + deep)], _INSIDE
        )
        if look.smile > 0.4 or look.teeth:
            sitter.fill([(0.20, y - 0.012), (0.274, y - 0.01, 1), (0.272, y + 0.014, 1), (0.22, y + 0.012)], _TEETH)
    sitter.line([corner, (0.225, y), (0.272, y - 0.001)], 0.015 if sitter.height > 50 else 0.026, dark)
