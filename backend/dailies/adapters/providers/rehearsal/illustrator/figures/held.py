"""Things in hands."""

from __future__ import annotations

import math

from dailies.adapters.providers.rehearsal.illustrator.cast import Thing
from dailies.adapters.providers.rehearsal.illustrator.figures.rig import Rig
from dailies.adapters.providers.rehearsal.illustrator.props import draw_prop, prop_height
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point

_HUNG = ("bag", "basket", "bucket", "lantern")
_FAR, _NEAR = 0, 1


def held_middle(rig: Rig) -> Point:
    """Where the middle of a held thing is, in unit space."""
    if rig.pose.held is None:
        return rig.arms[_FAR].end
    x, y = rig.pose.held
    torso = rig.body.torso
    if rig.side and not rig.pose.side:
        far, near = rig.arms[_FAR].end, rig.arms[_NEAR].end
        return (far[0] + near[0]) / 2 + 0.2, (far[1] + near[1]) / 2 - 0.2
    if rig.turned:
        far, near = rig.arms[_FAR].end, rig.arms[_NEAR].end
        return (far[0] + near[0]) / 2, (far[1] + near[1]) / 2 - 0.1
    return rig.torso_at(x * torso, rig.body.shoulder_y + 0.17 + y * torso)


def draw_held(rig: Rig, thing: Thing) -> None:
    """The thing in the hands, where the pose has it."""
    facing = rig.figure.facing
    if thing.kind == "violin" and rig.pose.far[1] < 0.2 and not rig.pose.side:
        _violin(rig, thing)
        return
    if thing.kind == "guitar" and not rig.pose.side:
        x, y = rig.frame.at(*rig.torso_at(0.20, rig.body.hip_y - 0.5))
        draw_prop(rig.p, thing, x, y + rig.h * 0.5, rig.h * 3.6, facing, 64)
        return
    if thing.kind == "umbrella":
        hand = rig.arms[_FAR].end
        x, y = rig.frame.at(hand[0], hand[1])
        draw_prop(rig.p, thing, x, y + rig.h * 0.3, rig.h * 3.4, facing)
        return
    size = prop_height(thing.kind) * rig.h
    if thing.kind in _HUNG and rig.pose.held and rig.pose.held[1] > 0.8:
        hand = rig.arms[_FAR].end
        x, y = rig.frame.at(hand[0] + 0.1, hand[1])
        draw_prop(rig.p, thing, x, y + size * 1.02, size, facing)
        return
    middle = held_middle(rig)
    x, y = rig.frame.at(middle[0], middle[1])
    draw_prop(rig.p, thing, x, y + size * 0.5, size, facing)


def _violin(rig: Rig, thing: Thing) -> None:
    chin = rig.torso_at(0.16, rig.body.head_y + 0.74)
    hand, near = rig.arms[_FAR].end, rig.arms[_NEAR].end
    x, y = rig.frame.at(chin[0], chin[1])
    angle = math.degrees(math.atan2(hand[1] - 0.12 - chin[1], hand[0] - chin[0]))
    draw_prop(rig.p, thing, x, y, rig.h * 2.0, rig.figure.facing, 90 + angle)
    middle = (chin[0] * 0.60 + hand[0] * 0.40, chin[1] * 0.60 + hand[1] * 0.40 - 0.08)
    away = (middle[0] * 2 - near[0], middle[1] * 2 - near[1])
    tip = (middle[0] + (away[0] - middle[0]) * 1.25, middle[1] + (away[1] - middle[1]) * 1.25)
    heel = (near[0] - (middle[0] - near[0]) * 0.12, near[1] - (middle[1] - near[1]) * 0.12)
    rig.line([heel, middle, tip], 0.055, (0.40, 0.09, 45), 1.0)
    hair = [(heel[0] + 0.05, heel[1]), (middle[0] + 0.05, middle[1]), (tip[0] + 0.03, tip[1])]
    rig.line(hair, 0.022, (0.92, 0.02, 85), 0.9)
