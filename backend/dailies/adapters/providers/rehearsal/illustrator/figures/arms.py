"""Arms with their sleeves, and the fingers that close about held things."""

from __future__ import annotations

import math

from dailies.adapters.providers.rehearsal.illustrator.cast import Garment
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter
from dailies.adapters.providers.rehearsal.illustrator.figures.cuts import over_of, sleeve_of, top_of
from dailies.adapters.providers.rehearsal.illustrator.figures.hands import draw_hand
from dailies.adapters.providers.rehearsal.illustrator.figures.rig import Limb, Rig
from dailies.adapters.providers.rehearsal.illustrator.shapes import Frame, Point, oval, tube

_GRIPPED = ("violin", "guitar", "umbrella", "broom", "trumpet")


def draw_arm(rig: Rig, arm: Limb) -> None:
    """One arm: the hand, then skin or sleeve, then the cuff."""
    k = rig.body.limb
    angle = math.atan2(arm.end[1] - arm.joint[1], arm.end[0] - arm.joint[0])
    if rig.person.robot:
        _machine_arm(rig, arm, angle)
        return
    garment, sleeve = sleeve_of(rig.person)
    cloth, skin = rig.far_colour(garment.colour, arm.near), rig.far_colour(rig.person.skin, arm.near)
    if sleeve in ("none", "short"):
        bare = [(*arm.root, 0.195 * k), (*arm.joint, 0.155 * k), (*arm.end, 0.105 * k)]
        rig.limb(bare, skin, 0.09, 0.0)
        draw_hand(rig, arm.end, angle, _gesture(rig, arm), arm.near)
        if sleeve == "short":
            half = _between(arm.root, arm.joint, 0.62)
            rig.tube([(*arm.root, 0.212 * k), (*half, 0.225 * k)], cloth, 0.10, end=False)
            _sewn(rig, arm, cloth)
        return
    draw_hand(rig, arm.end, angle, _gesture(rig, arm), arm.near)
    loose = _looseness(rig, garment)
    radius = (0.208 * k * loose, 0.178 * k * loose, 0.138 * k * loose)
    rig.limb([(*arm.root, radius[0]), (*arm.joint, radius[1]), (*arm.end, radius[2])], cloth, 0.10, end=False)
    _sewn(rig, arm, cloth)
    if sleeve == "wide":
        _wide_sleeve(rig, arm, cloth, garment.cut == "kimono")
    elif sleeve == "plates":
        _plates(rig, arm, cloth)
    elif rig.h > 26:
        _cuff(rig, arm, angle, cloth, radius[2])
    if rig.h > 40 and (arm.near or not rig.side):
        _crook(rig, arm, cloth)
    cut = garment.cut
    if cut in ("turnout", "spacesuit") and rig.h > 24:
        for share in (0.35, 0.7):
            x, y = _between(arm.joint, arm.end, share)
            across = (-math.sin(angle) * radius[1], math.cos(angle) * radius[1])
            band: Colour = (0.86, 0.15, 100) if cut == "turnout" else rig.p.light.shade(cloth)
            rig.line([(x - across[0], y - across[1]), (x + across[0], y + across[1])], 0.09, band, 0.95)


def _sewn(rig: Rig, arm: Limb, cloth: Colour) -> None:
    """Softens the top of a sleeve into the shoulder it is sewn to."""
    over = over_of(rig.person)
    if rig.h < 40 or rig.side or (over is not None and over[1].sleeve == "none"):
        return
    inward = 0.17 if arm.root[0] < 0 else -0.17
    patch = oval(arm.root[0] + inward, arm.root[1] + 0.02, 0.13, 0.20)
    rig.p.fill(rig.frame.path(patch), cloth, 0.9, rig.h * 0.06)


def _between(start: Point, stop: Point, share: float) -> tuple[float, float]:
    return start[0] + (stop[0] - start[0]) * share, start[1] + (stop[1] - start[1]) * share


def _looseness(rig: Rig, garment: Garment) -> float:
    worn = over_of(rig.person) or top_of(rig.person)
    loose = worn[1].loose if worn else 1.0
    return 1.35 if garment.cut == "spacesuit" else 0.92 + (loose - 1.0) * 1.6


def _gesture(rig: Rig, arm: Limb) -> str:
    said = rig.pose.near_hand if arm.near else rig.pose.far_hand
    held = rig.figure.held
    if held is not None and not rig.back and (rig.pose.grip or held.kind in _GRIPPED):
        return "grip"
    return said or "relaxed"


def _cuff(rig: Rig, arm: Limb, angle: float, cloth: Colour, radius: float) -> None:
    start = (arm.end[0] - math.cos(angle) * 0.12, arm.end[1] - math.sin(angle) * 0.12)
    ends: list[Point] = [(*start, radius * 1.06), (*arm.end, radius * 1.08)]
    rig.tube(ends, lighter(cloth, -0.04), 0.05, 0.1, start=False, end=False)


def _crook(rig: Rig, arm: Limb, cloth: Colour) -> None:
    x, y = arm.joint[0], arm.joint[1]
    ux, uy = arm.root[0] - x, arm.root[1] - y
    fx, fy = arm.end[0] - x, arm.end[1] - y
    if (ux * fx + uy * fy) / (math.hypot(ux, uy) * math.hypot(fx, fy) or 1.0) < -0.6:
        return
    inner = (x + (ux + fx) * 0.09, y + (uy + fy) * 0.09)
    rig.line(
        [inner, (x + (ux + fx) * 0.03, y + (uy + fy) * 0.03), (x + fx * 0.06, y + fy * 0.06)],
        0.04,
        rig.p.light.shade(cloth),
        0.4,
    )


def _wide_sleeve(rig: Rig, arm: Limb, cloth: Colour, deep: bool) -> None:
    """A sleeve that hangs open from the forearm."""
    fall = 0.75 if deep else 0.34
    mid = _between(arm.joint, arm.end, 0.25)
    low = _between(arm.joint, arm.end, 0.92)
    outline: list[Point] = [
        (mid[0], mid[1] - 0.14),
        (low[0], low[1] - 0.15),
        (low[0] + 0.04, low[1] + fall * 0.55),
        (low[0] - (low[0] - mid[0]) * 0.25, low[1] + fall),
        (mid[0] + (low[0] - mid[0]) * 0.25, mid[1] + fall * 0.9),
        (mid[0] - 0.06, mid[1] + 0.16),
    ]
    rig.shape(outline, cloth, 0.12)


def _plates(rig: Rig, arm: Limb, metal: Colour) -> None:
    """Shoulder, elbow and forearm plates of armour."""
    rig.paint(oval(arm.root[0], arm.root[1] + 0.02, 0.34, 0.30), lighter(metal, 0.04), 0.08, 0.1)
    rig.paint(oval(arm.joint[0], arm.joint[1], 0.21), lighter(metal, 0.03), 0.06, 0.1)
    start, stop = _between(arm.joint, arm.end, 0.3), _between(arm.joint, arm.end, 1.0)
    rig.tube([(*start, 0.19), (*stop, 0.16)], metal, 0.06, 0.1, end=False)
    rig.line(
        [(arm.root[0] - 0.24, arm.root[1] + 0.12), (arm.root[0] + 0.24, arm.root[1] + 0.12)],
        0.03,
        rig.p.light.shade(metal),
        0.8,
    )


def _machine_arm(rig: Rig, arm: Limb, angle: float) -> None:
    metal = rig.far_colour(rig.person.skin, arm.near)
    rig.tube([(*arm.root, 0.16), (*arm.joint, 0.13)], lighter(metal, -0.12), 0.06)
    rig.tube([(*arm.joint, 0.17), (*arm.end, 0.15)], metal, 0.08)
    rig.paint(oval(arm.joint[0], arm.joint[1], 0.18), rig.person.accent, 0.05, 0.1)
    draw_hand(rig, arm.end, angle, "fist" if rig.figure.held else "open", arm.near)


def draw_fingers(rig: Rig, middle: Point) -> None:
    """Fingers closed about what is held at ``middle``, drawn over it."""
    if rig.h < 30 or rig.person.robot:
        return
    for arm in rig.arms:
        hand = arm.end
        if math.hypot(hand[0] - middle[0], hand[1] - middle[1]) > 0.9 * rig.body.torso * 0.5:
            continue
        inward = 1 if middle[0] > hand[0] else -1
        length = math.hypot(arm.end[0] - arm.joint[0], arm.end[1] - arm.joint[1]) or 1.0
        along = (arm.end[0] - arm.joint[0]) / length, (arm.end[1] - arm.joint[1]) / length
        x, y = rig.frame.at(hand[0] + along[0] * 0.17 + inward * 0.10, hand[1] + along[1] * 0.17)
        grip = Frame(x, y, rig.h * 0.34, rig.figure.facing * inward, -6)
        skin = rig.person.skin
        for i in (3, 2, 1, 0):
            off = -0.38 + i * 0.255
            length = (0.52, 0.66, 0.64, 0.50)[i]
            finger = grip.path(tube((-0.16, off, 0.14), (0.22, off, 0.13), (length, off + 0.02, 0.10)))
            rig.p.fill(finger, rig.p.light.shade(skin), 0.4, rig.h * 0.01)
            rig.p.shape(finger, skin, rig.h * 0.02, rig.h * 0.01, 0, line=0.55)
            if rig.h > 90:
                nail = grip.path(oval(length + 0.01, off + 0.02, 0.06, 0.055))
                rig.p.fill(nail, rig.p.light.lit(rig.p.light.lit(skin)), 0.45)
