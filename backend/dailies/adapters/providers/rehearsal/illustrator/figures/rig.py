"""One figure being drawn: its joints, and brushes in its unit space (heads; feet at y 0, up negative)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import skia

from dailies.adapters.providers.rehearsal.illustrator.cast import Person, Thing
from dailies.adapters.providers.rehearsal.illustrator.chance import number
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, mix
from dailies.adapters.providers.rehearsal.illustrator.figures.body import body_of
from dailies.adapters.providers.rehearsal.illustrator.heads import Expression
from dailies.adapters.providers.rehearsal.illustrator.heads.curve import soft
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.poses import Pose
from dailies.adapters.providers.rehearsal.illustrator.shapes import Frame, Point, tube, union

UPPER_ARM, FOREARM, THIGH, SHIN = 0.58, 0.54, 0.49, 0.47
"""Bones, in torso lengths and in leg lengths."""


@dataclass(frozen=True)
class Figure:
    """A person placed in the picture. ``x``, ``ground``: pixels; ``head``: head height in pixels;
    ``view``: front, three_quarter, profile or back; ``facing``: 1 right, -1 left."""

    person: Person
    x: float
    ground: float
    head: float
    view: str
    facing: int
    pose: Pose
    expression: Expression
    held: Thing | None = None
    tilt: float = 0.0


@dataclass(frozen=True)
class Limb:
    """An arm or leg: its three joints in unit space. ``near``: whether it is the one nearer to the viewer;
    ``forward``: how far its middle reaches towards where the body faces, in heads."""

    root: Point
    joint: Point
    end: Point
    near: bool
    forward: float = 0.0


class Rig:
    """One figure being drawn."""

    def __init__(self, painter: Painter, figure: Figure) -> None:
        self.p, self.figure, self.person = painter, figure, figure.person
        self.body, self.pose, self.h = body_of(figure.person), figure.pose, figure.head
        self.back = figure.view == "back"
        self.facing_us = figure.view in ("front", "back")
        self.turned = figure.pose.side and self.facing_us
        self.side = (figure.pose.side or figure.view == "profile") and not self.facing_us
        self.frame = _frame(figure, self.body.heads)
        self.narrow = 0.90 if figure.view == "three_quarter" and not self.side else 1.0
        self.hip: tuple[float, float] = (0.0, self.body.hip_y + figure.pose.drop * self.body.leg)
        lean = math.radians(figure.pose.lean)
        self.sin, self.cos = (0.0, math.cos(lean)) if self.turned else (math.sin(lean), math.cos(lean))
        self.middle = 0.0 if self.facing_us else 0.08 if self.side else 0.06
        self.worn = figure.person.worn
        if figure.person.robot:
            self.worn = {slot: g for slot, g in figure.person.worn.items() if slot in ("neck", "hat")}
        self.stance = number("stance", figure.person.name) % 3 - 1
        self.legs, self.arms = _legs(self), _arms(self)

    def torso_at(self, x: float, y: float) -> tuple[float, float]:
        """A point of the upright body as the lean carries it: turned about the hips."""
        dy = y - self.body.hip_y
        if self.turned:
            return x, self.hip[1] + dy * self.cos
        return x * self.cos - dy * self.sin, self.hip[1] + x * self.sin + dy * self.cos

    def upright(self, points: Sequence[Point]) -> list[Point]:
        """Upper-body points carried by the lean, corners kept."""
        return [(*self.torso_at(q[0], q[1]), *q[2:]) for q in points]

    def far_colour(self, colour: Colour, near: bool) -> Colour:
        """The colour of a limb: darker on the far side of a body seen from the side."""
        return colour if near or not self.side else mix(colour, self.p.light.shade(colour), 0.7)

    def shape(
        self,
        points: Sequence[Point],
        colour: Colour,
        shadow: float = 0.14,
        dry: float = 0.25,
        line: float = 1.0,
        angle: float = 75,
    ) -> None:
        """A painted shape with a form shadow ``shadow`` heads wide."""
        self.paint(soft(points), colour, shadow, dry, line, angle)

    def paint(
        self,
        path: skia.Path,
        colour: Colour,
        shadow: float = 0.14,
        dry: float = 0.25,
        line: float = 1.0,
        angle: float = 75,
    ) -> None:
        """A painted path of unit space."""
        dry = dry if self.h > 20 else 0.0
        self.p.shape(self.frame.path(path), colour, self.h * shadow, max(0.6, self.h * 0.02), dry, angle, line=line)

    def tube(
        self,
        points: Sequence[Point],
        colour: Colour,
        shadow: float = 0.12,
        dry: float = 0.22,
        start: bool = True,
        end: bool = True,
    ) -> None:
        """A painted tube through (x, y, radius) points."""
        self.paint(tube(*points, start=start, end=end), colour, shadow, dry)

    def limb(
        self, points: Sequence[Point], colour: Colour, shadow: float = 0.12, dry: float = 0.22, end: bool = True
    ) -> None:
        """A painted limb through three or more (x, y, radius) joints: a curve, or round at a sharp bend."""
        if _nearly_straight(points):
            self.tube(points, colour, shadow, dry, end=end)
            return
        bones = [
            tube(points[i], points[i + 1], start=True, end=end or i + 2 < len(points)) for i in range(len(points) - 1)
        ]
        self.paint(union(*bones), colour, shadow, dry)

    def line(self, points: Sequence[Point], width: float, colour: Colour, alpha: float = 0.65) -> None:
        """A brush line; ``width`` in heads."""
        self.p.line(self.frame.points(points), max(0.8, width * self.h), colour, alpha)


def _nearly_straight(joints: Sequence[Point]) -> bool:
    (ax, ay, *_), (bx, by, *_), (cx, cy, *_) = joints[0], joints[1], joints[-1]
    first, second = (ax - bx, ay - by), (cx - bx, cy - by)
    length = math.hypot(*first) * math.hypot(*second) or 1.0
    return (first[0] * second[0] + first[1] * second[1]) / length < -0.72


def _frame(figure: Figure, heads: float) -> Frame:
    if not figure.pose.lying:
        return Frame(figure.x, figure.ground - figure.pose.lift * figure.head, figure.head, figure.facing)
    # A lying body is turned about its middle and laid on its back (or, below zero, on its front).
    frame = Frame(figure.x, figure.ground - 0.42 * figure.head, figure.head, figure.facing, -90 * figure.pose.lying)
    frame.matrix.preTranslate(0, heads / 2)
    return frame


def bend(
    start: Point, stop: Point, first: float, second: float, way: float
) -> tuple[tuple[float, float], tuple[float, float]]:
    """The joint between two bones, and the end they reach. ``way``: which side of the line the joint lies on."""
    dx, dy = stop[0] - start[0], stop[1] - start[1]
    distance = math.hypot(dx, dy) or 1e-6
    reach = max(abs(first - second) * 1.02, min(distance, (first + second) * 0.998))
    dx, dy = dx / distance, dy / distance
    end = (start[0] + dx * reach, start[1] + dy * reach)
    along = (first**2 - second**2 + reach**2) / (2 * reach)
    off = math.sqrt(max(0.0, first**2 - along**2)) * way
    return (start[0] + dx * along - dy * off, start[1] + dy * along + dx * off), end


def _legs(rig: Rig) -> tuple[Limb, Limb]:
    """The far leg, then the near one."""
    return _leg(rig, False, rig.pose.far_foot), _leg(rig, True, rig.pose.near_foot)


def _leg(rig: Rig, near: bool, spot: tuple[float, float]) -> Limb:
    length, body = rig.body.leg, rig.body
    ankle_up = 0.30 * (0.85 if rig.person.age in ("child", "baby") else 1)
    if rig.side or rig.turned:
        hip = (rig.hip[0] + (0.06 if near else -0.02), rig.hip[1] + 0.05)
        step = spot[0] if rig.pose.side else spot[0] + (0.02 if near else -0.03)
        ankle = (rig.hip[0] + step * length, -ankle_up - spot[1] * length)
        span = math.hypot(ankle[0] - hip[0], ankle[1] - hip[1]) / length
        # A standing leg is straight; only lowered hips and lifted feet bend the knee.
        whole = span * 1.006 if rig.pose.drop == 0 and spot[1] < 0.08 else THIGH + SHIN
        share = min(1.0, whole / (THIGH + SHIN))
        knee, reached = bend(hip, ankle, length * THIGH * share, length * SHIN * share, -1.0)
        if rig.side:
            return Limb(hip, knee, reached, near, knee[0])
        return _towards_us(rig, hip, knee, reached, near, 0.33 * body.hip / 0.7)
    side = 1 if near else -1
    if rig.figure.view == "three_quarter":
        side = -side
    x = side * 0.31 * body.hip / 0.70 * rig.narrow
    hip = (x * 0.95, rig.hip[1] + 0.02)
    ankle = (x + side * spot[0] * length, -ankle_up - spot[1] * length)
    straight = spot == (0.0, 0.0) and not rig.pose.drop
    if straight:
        # Nobody stands like a doll: the leg that bears no weight is set a little aside, its knee bent.
        free = 1.0 if rig.stance == side else 0.0
        depth = 0.0 if rig.facing_us else (0.03 if side < 0 else -0.05)
        ankle = (x * 1.04 + rig.middle * 0.5 + side * 0.13 * free, -ankle_up + depth + 0.04 * free)
        knee = (
            (hip[0] + ankle[0]) / 2 + rig.middle * (0.7 + 0.8 * free) + side * 0.03 * free,
            (hip[1] + ankle[1]) / 2 - 0.06,
        )
        return Limb(hip, knee, ankle, near)
    knee, reached = bend(hip, ankle, length * THIGH, length * SHIN, -side * 1.0)
    return Limb(hip, knee, reached, near, 0.0)


def _towards_us(rig: Rig, root: Point, joint: Point, end: Point, near: bool, wide: float) -> Limb:
    """A limb bent in the body's side plane, as seen from the front or back: depth shows as height."""
    across = (-wide if near else wide) * (-1 if rig.back else 1)
    depth = -0.13 if rig.back else 0.13
    spread = 1.0 + 0.10 * min(2.0, abs(joint[0]))
    return Limb(
        (across, root[1]),
        (across * spread, joint[1] + depth * joint[0]),
        (across * (1.0 + 0.04 * abs(end[0])), end[1] + depth * end[0] * 0.6),
        near,
        joint[0],
    )


def _arms(rig: Rig) -> tuple[Limb, Limb]:
    """The far arm, then the near one."""
    return _arm(rig, False, rig.pose.far), _arm(rig, True, rig.pose.near)


def _arm(rig: Rig, near: bool, spot: tuple[float, float]) -> Limb:
    body, torso = rig.body, rig.body.torso
    upper, fore = torso * UPPER_ARM, torso * FOREARM
    y = body.shoulder_y + 0.18
    if rig.turned:
        root = (0.0, rig.torso_at(0, y)[1])
        hand = (spot[0] * torso, root[1] + spot[1] * torso * rig.cos)
        elbow, wrist = bend(root, hand, upper, fore, 1.0)
        arm = _towards_us(rig, root, elbow, wrist, near, body.shoulder - 0.14)
        # Hands that reach forward come together before the body.
        inward = 1 - 0.36 * min(1.0, max(0.0, wrist[0]))
        return replace(arm, end=(arm.end[0] * inward, arm.end[1]), forward=wrist[0])
    if rig.side:
        root = rig.torso_at(-0.06 if near else 0.08, y)
        forward = spot[0] if rig.pose.side else _forward(spot, near)
        hand = rig.torso_at(forward * torso, y + spot[1] * torso)
        if _close(root, hand, upper + fore) and hand[0] > root[0]:
            return Limb(root, (root[0] + 0.22, root[1] + upper * 0.86), hand, near, hand[0])
        way = -1.0 if hand[0] < root[0] and hand[1] < root[1] else 1.0 if hand[0] > root[0] else 0.75
        elbow, wrist = bend(root, hand, upper, fore, way)
        return Limb(root, elbow, wrist, near, wrist[0])
    side = -1 if near else 1
    root = rig.torso_at(side * (body.shoulder - 0.21) * rig.narrow, y)
    x = side * abs(spot[0]) if rig.back else spot[0]
    if spot[1] > 1.0 and rig.stance == side:
        spot = (spot[0], spot[1] - 0.03)
        x *= 1.10
    hand = rig.torso_at(x * torso * (rig.body.shoulder / 0.97 if abs(spot[1]) > 0.85 else 1.0), y + spot[1] * torso)
    forward = 0.4 if abs(hand[0]) < body.shoulder * 0.9 and spot[1] < 0.95 else 0.0
    inward = side * hand[0] < side * root[0] + 0.35 and -0.3 < spot[1] < 0.82
    if inward and _close(root, hand, upper + fore):
        # A hand brought before the body points its forearm at the viewer: the elbow hangs, foreshortened.
        return Limb(root, (root[0] + side * 0.16, root[1] + upper * 0.90), hand, near, forward)
    way = 1.0 if side < 0 else -1.0
    elbow, wrist = bend(root, hand, upper, fore, way)
    if hand[1] < root[1] + 0.7 * torso:
        # Raised hands hang their elbows; lowered ones let them stand off the body.
        other, _ = bend(root, hand, upper, fore, -way)
        elbow = max(elbow, other, key=lambda joint: joint[1])
    return Limb(root, elbow, wrist, near, forward)


def _forward(spot: tuple[float, float], near: bool) -> float:
    """How far forward a hand is, in a pose told as seen from the front."""
    if spot[1] > 0.85:
        return 0.02 if near else 0.12
    if spot[1] < -0.3:
        return 0.22
    return 0.40 + 0.35 * max(0.0, spot[0])


def _close(root: Point, hand: Point, reach: float) -> bool:
    return math.hypot(hand[0] - root[0], hand[1] - root[1]) < 0.78 * reach
