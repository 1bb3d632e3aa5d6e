"""People and robots, from head to foot, in any pose and view. Unit space: heads (crown to chin), feet at y 0."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dailies.adapters.providers.rehearsal.illustrator.cast import Garment, Person, Thing
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix
from dailies.adapters.providers.rehearsal.illustrator.heads import Expression, draw_head, draw_neck
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.poses import Pose
from dailies.adapters.providers.rehearsal.illustrator.props import draw_prop, prop_height
from dailies.adapters.providers.rehearsal.illustrator.shapes import Frame, Point, oval, rect, spline, tube

_HEADS = {"adult": 6.9, "teen": 6.5, "child": 5.2, "old": 6.6}


@dataclass(frozen=True)
class Body:
    """Measures in heads, y up from the ground negative."""

    heads: float
    head_y: float
    neck_y: float
    shoulder_y: float
    hip_y: float
    shoulder: float
    waist: float
    hip: float
    limb: float
    neck: float

    @property
    def torso(self) -> float:
        """Length from the shoulder line to the hips."""
        return self.hip_y - self.shoulder_y


def body_of(person: Person) -> Body:
    """A person's measures by age, sex and build."""
    heads = _HEADS[person.age]
    child = person.age == "child"
    wide = {"slim": 0.93, "average": 1.0, "stout": 1.18}[person.build]
    base = 0.72 if child else 0.86 if person.feminine else 0.99
    head_y = -(heads - 0.5)
    return Body(
        heads,
        head_y,
        head_y + (0.54 if child else 0.64),
        head_y + (0.84 if child else 1.02),
        -heads * (0.43 if child else 0.475),
        base * (0.5 + 0.5 * wide),
        (0.56 if child else 0.60 if person.feminine else 0.72) * wide,
        (0.58 if child else 0.74 if person.feminine else 0.72) * wide,
        (0.84 if child else 0.92 if person.feminine else 1.0) * (0.5 + 0.5 * wide),
        0.17 if child else 0.19 if person.feminine else 0.235,
    )


def height_of(person: Person) -> float:
    """Height in heads."""
    return _HEADS[person.age]


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


class _Rig:
    """One figure being drawn."""

    def __init__(self, painter: Painter, figure: Figure) -> None:
        self.p, self.figure, self.person = painter, figure, figure.person
        self.body, self.pose, self.h = body_of(figure.person), figure.pose, figure.head
        self.frame = Frame(figure.x, figure.ground, figure.head, figure.facing)
        self.side = figure.pose.side or figure.view == "profile"
        self.back = figure.view == "back"
        self.narrow = 0.90 if figure.view == "three_quarter" and not self.side else 1.0
        leg = -self.body.hip_y
        self.lower = figure.pose.drop * leg
        self.hip: Point = (0.0, self.body.hip_y + self.lower)
        lean = math.radians(figure.pose.lean)
        self.sin, self.cos = math.sin(lean), math.cos(lean)
        self.worn = figure.person.worn
        if figure.person.robot:
            self.worn = {slot: g for slot, g in figure.person.worn.items() if slot in ("neck", "hat")}

    def torso_at(self, x: float, y: float) -> Point:
        """A point of the upright body as the lean carries it: turned about the hips."""
        dy = y - self.body.hip_y
        return x * self.cos - dy * self.sin, self.hip[1] + x * self.sin + dy * self.cos

    def shape(
        self,
        points: Sequence[Point],
        colour: Colour,
        shadow: float = 0.14,
        dry: float = 0.25,
        line: float = 1.0,
        angle: float = 75,
    ) -> None:
        self.p.shape(
            self.frame.path(spline(points)), colour, self.h * shadow, max(0.6, self.h * 0.02), dry, angle, line=line
        )

    def tube(
        self,
        points: Sequence[Point],
        colour: Colour,
        shadow: float = 0.12,
        dry: float = 0.22,
        start: bool = True,
        end: bool = True,
    ) -> None:
        self.p.shape(
            self.frame.path(tube(*points, start=start, end=end)),
            colour,
            self.h * shadow,
            max(0.6, self.h * 0.02),
            dry,
            75,
        )

    def line(self, points: Sequence[Point], width: float, colour: Colour, alpha: float = 0.65) -> None:
        self.p.line(self.frame.points(points), max(0.8, width * self.h), colour, alpha)

    def upright(self, points: Sequence[Point]) -> list[Point]:
        """Upper-body points carried by the lean, corners kept."""
        return [(*self.torso_at(q[0], q[1]), *q[2:]) for q in points]


def draw_figure(painter: Painter, figure: Figure) -> None:
    """Draw one person or robot, with what they hold."""
    rig = _Rig(painter, figure)
    shoulders = _shoulders(rig)
    hands = _hands(rig)
    over_chest = not rig.back and any(
        abs(hand[0]) < rig.body.shoulder * 0.95 and hand[1] < rig.hip[1] for hand in hands
    )
    near, far = (shoulders[0], hands[0]), (shoulders[1], hands[1])
    if rig.back and rig.pose.held is not None and figure.held is not None:
        _held(rig)
    behind = rig.side or rig.back or not over_chest
    if behind:
        _arm(rig, *far, far=True)
    _legs(rig)
    _clothes(rig)
    neck_top = rig.torso_at(_head_x(rig) * 0.8, rig.body.head_y + 0.28)
    neck_low = rig.torso_at(_head_x(rig) * 0.4, rig.body.neck_y + 0.14)
    draw_neck(
        painter,
        rig.person,
        rig.frame.at(*neck_top[:2]),
        rig.frame.at(*neck_low[:2]),
        rig.body.neck * rig.h * (0.7 if rig.person.robot else 1.0),
    )
    _collar(rig)
    _head(rig)
    if not behind:
        _arm(rig, *far, far=False)
    if figure.held is not None and not rig.back:
        _held(rig)
    if rig.back and not _hanging(rig):
        return
    _arm(rig, *near, far=False)
    if rig.pose.grip and figure.held is not None and not rig.back:
        _fingers(rig, hands)


def _hanging(rig: _Rig) -> bool:
    return rig.pose.near[1] > 0.9 or rig.pose.near[1] < -0.3


def _head_x(rig: _Rig) -> float:
    """The head sits a little forward of the spine."""
    return 0.10 if rig.side else 0.05 if rig.figure.view == "three_quarter" else 0.0


def _head(rig: _Rig) -> None:
    x, y = rig.frame.at(*rig.torso_at(_head_x(rig), rig.body.head_y)[:2])
    view = rig.figure.view
    if rig.side and view == "front":
        view = "three_quarter"
    draw_head(
        rig.p,
        rig.person,
        x,
        y,
        rig.h,
        view,
        rig.figure.facing,
        rig.figure.expression,
        rig.pose.lean * 0.35 + rig.figure.tilt,
    )


def _shoulders(rig: _Rig) -> tuple[Point, Point]:
    y = rig.body.shoulder_y + 0.14
    if rig.side:
        return rig.torso_at(-0.08, y), rig.torso_at(0.10, y)
    half = (rig.body.shoulder - 0.20) * rig.narrow
    return rig.torso_at(-half, y), rig.torso_at(half, y)


def _hands(rig: _Rig) -> tuple[Point, Point]:
    torso = rig.body.torso
    width = 1.0 if not rig.back else -1.0
    (nx, ny), (fx, fy) = rig.pose.near, rig.pose.far
    if rig.back and not _hanging(rig):
        fx, nx = -0.42, 0.42
    shoulder_y = rig.body.shoulder_y + 0.14
    near = rig.torso_at(nx * torso * abs(width), shoulder_y + ny * torso)
    far = rig.torso_at(fx * torso * abs(width), shoulder_y + fy * torso)
    if rig.back:
        near = rig.torso_at(-abs(rig.pose.near[0]) * torso, shoulder_y + rig.pose.near[1] * torso)
        far = rig.torso_at(abs(rig.pose.far[0]) * torso, shoulder_y + rig.pose.far[1] * torso)
    return near, far


def bend(start: Point, stop: Point, first: float, second: float, way: float) -> tuple[Point, Point]:
    """The joint between two bones, and the end they reach. ``way``: which side of the line the joint lies on."""
    dx, dy = stop[0] - start[0], stop[1] - start[1]
    distance = math.hypot(dx, dy) or 1e-6
    reach = min(distance, (first + second) * 0.998)
    dx, dy = dx / distance, dy / distance
    end = (start[0] + dx * reach, start[1] + dy * reach)
    along = (first**2 - second**2 + reach**2) / (2 * reach)
    off = math.sqrt(max(0.0, first**2 - along**2)) * way
    return (start[0] + dx * along - dy * off, start[1] + dy * along + dx * off), end


def _sleeve(rig: _Rig) -> tuple[Garment, bool]:
    """What covers the arms, and whether to the wrist."""
    over = rig.worn.get("over")
    if over and over.cut in ("coat", "raincoat", "jacket", "robe"):
        return over, True
    top = rig.worn.get("top")
    if top is None:
        return Garment("metal", rig.person.skin), True
    return top, top.cut != "t-shirt" and not (top.cut == "dress" and rig.person.feminine)


def _arm(rig: _Rig, shoulder: Point, hand: Point, far: bool) -> None:
    torso, k = rig.body.torso, rig.body.limb
    upper, fore = torso * 0.60, torso * 0.56
    outward = 1.0 if shoulder[0] < 0 else -1.0
    way = (1.0 if hand[0] > shoulder[0] else 0.6) if rig.side else outward
    elbow, wrist = bend(shoulder, hand, upper, fore, way)
    if not rig.side and hand[1] < shoulder[1] + 0.7 * torso:
        # Raised hands hang their elbows; lowered ones let them stand off the body.
        other, _ = bend(shoulder, hand, upper, fore, -way)
        elbow = max(elbow, other, key=lambda joint: joint[1])
    garment, long = _sleeve(rig)
    shade = rig.p.light.shade
    cloth, skin = garment.colour, rig.person.skin
    if far and rig.side:
        cloth, skin = mix(cloth, shade(cloth), 0.75), mix(skin, shade(skin), 0.6)
    loose = (
        1.16 if garment.cut in ("coat", "raincoat", "robe") else 1.04 if garment.cut in ("jacket", "sweater") else 0.95
    )
    radius = (0.255 * k * loose, 0.20 * k * loose, 0.155 * k * loose)
    angle = math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0])
    if rig.person.robot:
        rig.tube([(*shoulder, 0.16), (*elbow, 0.13)], lighter(skin, -0.12), 0.06)
        rig.tube([(*elbow, 0.17), (*wrist, 0.15)], skin, 0.08)
        rig.p.shape(rig.frame.path(oval(elbow[0], elbow[1], 0.18)), rig.person.accent, rig.h * 0.05, dry=0.1)
        _hand(rig, wrist, angle, skin, far)
        return
    if not long:
        rig.tube([(*shoulder, 0.20 * k), (*elbow, 0.165 * k), (*wrist, 0.115 * k)], skin, 0.09, 0.0)
        _hand(rig, wrist, angle, skin, far)
        half = (shoulder[0] * 0.42 + elbow[0] * 0.58, shoulder[1] * 0.42 + elbow[1] * 0.58)
        rig.tube([(*shoulder, radius[0]), (*half, radius[0] * 0.98)], cloth, 0.10, end=False)
        return
    _hand(rig, wrist, angle, skin, far)
    rig.tube([(*shoulder, radius[0]), (*elbow, radius[1]), (*wrist, radius[2])], cloth, 0.10, end=False)
    cuff = (wrist[0] - math.cos(angle) * 0.13, wrist[1] - math.sin(angle) * 0.13)
    if rig.h > 26:
        rig.tube(
            [(*cuff, radius[2] * 1.10), (*wrist, radius[2] * 1.12)],
            lighter(cloth, -0.04),
            0.05,
            0.1,
            start=False,
            end=False,
        )
    if rig.h > 40 and not far:
        inner = (elbow[0] * 0.8 + shoulder[0] * 0.2, elbow[1] * 0.8 + shoulder[1] * 0.2)
        rig.line(
            [(inner[0] - 0.1, inner[1] - 0.06), (elbow[0], elbow[1] + 0.02), (elbow[0] + 0.12, elbow[1] + 0.1)],
            0.05,
            shade(cloth),
            0.5,
        )


def _hand(rig: _Rig, wrist: Point, angle: float, skin: Colour, far: bool) -> None:
    """An open, relaxed hand along the forearm's direction; fingers show from 40 pixels a head."""
    size = 0.48 * (0.88 if rig.person.feminine or rig.person.age == "child" else 1.0)
    x, y = rig.frame.at(wrist[0], wrist[1])
    turn = math.degrees(angle)
    hand = Frame(x, y, rig.h * size, rig.figure.facing)
    hand.matrix.preRotate(turn)
    thumb = -1 if (rig.side or wrist[0] < 0) else 1
    if rig.person.robot:
        rig.p.shape(
            hand.path(
                spline([(-0.05, -0.3), (0.5, -0.45), (0.9, -0.2), (0.6, 0.0), (0.9, 0.2), (0.5, 0.45), (-0.05, 0.3)])
            ),
            rig.person.accent,
            rig.h * 0.03,
            dry=0.1,
        )
        return
    s = rig.h * size
    gripping = rig.pose.grip and rig.figure.held is not None and not rig.back
    gripping = gripping or (rig.figure.held is not None and rig.figure.held.kind in ("violin", "guitar", "umbrella"))
    if gripping:
        rig.p.shape(
            hand.path(
                spline(
                    [(-0.1, -0.25), (0.3, -0.40), (0.75, -0.36), (0.86, 0.0), (0.75, 0.36), (0.3, 0.38), (-0.1, 0.25)]
                )
            ),
            skin,
            s * 0.12,
            dry=0,
            line=0.7,
        )
        return
    if rig.h < 40:
        rig.p.shape(
            hand.path(
                spline(
                    [(-0.1, -0.23), (0.4, -0.36), (1.0, -0.28), (1.25, 0.02), (1.0, 0.26), (0.4, 0.32), (-0.1, 0.23)]
                )
            ),
            skin,
            s * 0.12,
            dry=0,
            line=0.7,
        )
        return
    for i, (off, length) in enumerate(((-0.27, 1.22), (-0.09, 1.38), (0.10, 1.34), (0.27, 1.14))):
        curl = 0.05 * thumb * -1
        finger = hand.path(
            tube((0.55, off * 0.9, 0.125), (0.95, off * 1.05 + curl, 0.115), (length, off * 1.0 + curl * 2.6, 0.085))
        )
        rig.p.shape(finger, skin, s * 0.04, s * 0.02, 0, line=0.55 if i else 0.7)
    rig.p.shape(
        hand.path(
            spline(
                [(-0.12, -0.24), (0.25, -0.36), (0.68, -0.38), (0.80, 0.0), (0.68, 0.38), (0.25, 0.35), (-0.12, 0.24)]
            )
        ),
        skin,
        s * 0.10,
        s * 0.04,
        0,
        line=0.0,
    )
    rig.p.shape(
        hand.path(tube((0.16, 0.24 * thumb, 0.15), (0.48, 0.46 * thumb, 0.13), (0.80, 0.50 * thumb, 0.09))),
        skin,
        s * 0.05,
        s * 0.02,
        0,
        line=0.6,
    )


def _fingers(rig: _Rig, hands: tuple[Point, Point]) -> None:
    """Fingers closed about what is held, drawn over it."""
    if rig.h < 30 or rig.person.robot:
        return
    held = _held_middle(rig)
    for hand in hands:
        if math.hypot(hand[0] - held[0], hand[1] - held[1]) > 0.9 * rig.body.torso * 0.5:
            continue
        inward = 1 if held[0] > hand[0] else -1
        x, y = rig.frame.at(hand[0] + inward * 0.12, hand[1] - 0.04)
        grip = Frame(x, y, rig.h * 0.40, rig.figure.facing * inward, -8)
        skin = rig.person.skin
        for k in (3, 2, 1, 0):
            off = -0.40 + k * 0.27
            length = (0.60, 0.74, 0.72, 0.56)[k]
            finger = grip.path(tube((-0.16, off, 0.145), (0.25, off, 0.135), (length, off + 0.02, 0.105)))
            rig.p.fill(finger, rig.p.light.shade(skin), 0.4, rig.h * 0.01)
            rig.p.shape(finger, skin, rig.h * 0.02, rig.h * 0.01, 0, line=0.55)


def _held_middle(rig: _Rig) -> Point:
    x, y = rig.pose.held or (0.24, 0.6)
    return rig.torso_at(x * rig.body.torso, rig.body.shoulder_y + 0.14 + y * rig.body.torso)


def _held(rig: _Rig) -> None:
    thing = rig.figure.held
    assert thing is not None
    if thing.kind == "violin" and rig.pose.far[1] < 0.2:
        _violin(rig, thing)
        return
    if thing.kind == "guitar" and not rig.pose.side:
        x, y = rig.frame.at(*rig.torso_at(0.20, rig.body.hip_y - 0.5)[:2])
        draw_prop(rig.p, thing, x, y + rig.h * 0.5, rig.h * 3.6, rig.figure.facing, 64)
        return
    if thing.kind == "umbrella":
        hand = _hands(rig)[1]
        x, y = rig.frame.at(hand[0], hand[1])
        draw_prop(rig.p, thing, x, y + rig.h * 0.3, rig.h * 3.4, rig.figure.facing)
        return
    size = prop_height(thing.kind) * rig.h
    middle = _held_middle(rig) if rig.pose.held else _hands(rig)[1]
    x, y = rig.frame.at(middle[0], middle[1])
    if thing.kind in ("bag", "basket", "bucket", "lantern") and rig.pose.held and rig.pose.held[1] > 0.8:
        hand = _hands(rig)[1]
        x, y = rig.frame.at(hand[0] + 0.1, hand[1])
        draw_prop(rig.p, thing, x, y + size * 1.02, size, rig.figure.facing)
        return
    draw_prop(rig.p, thing, x, y + size * 0.5, size, rig.figure.facing)


def _violin(rig: _Rig, thing: Thing) -> None:
    chin = rig.torso_at(0.16, rig.body.head_y + 0.74)
    hand = _hands(rig)[1]
    x, y = rig.frame.at(chin[0], chin[1])
    angle = math.degrees(math.atan2(hand[1] - 0.12 - chin[1], hand[0] - chin[0]))
    draw_prop(rig.p, thing, x, y, rig.h * 2.0, rig.figure.facing, 90 + angle)
    near = _hands(rig)[0]
    middle = (chin[0] * 0.60 + hand[0] * 0.40, chin[1] * 0.60 + hand[1] * 0.40 - 0.08)
    away = (middle[0] * 2 - near[0], middle[1] * 2 - near[1])
    tip = (middle[0] + (away[0] - middle[0]) * 1.25, middle[1] + (away[1] - middle[1]) * 1.25)
    heel = (near[0] - (middle[0] - near[0]) * 0.12, near[1] - (middle[1] - near[1]) * 0.12)
    rig.line([heel, middle, tip], 0.055, (0.40, 0.09, 45), 1.0)
    rig.line(
        [(heel[0] + 0.05, heel[1]), (middle[0] + 0.05, middle[1]), (tip[0] + 0.03, tip[1])],
        0.022,
        (0.92, 0.02, 85),
        0.9,
    )


def _legs(rig: _Rig) -> None:
    k = rig.body.limb
    bottom = rig.worn.get("bottom")
    bare = (
        bottom is None
        or bottom.cut in ("skirt", "shorts")
        or rig.worn.get("top", Garment("", (0, 0, 0))).cut == "dress"
    )
    cloth = rig.person.skin if bare else bottom.colour if bottom else rig.person.skin
    shoe = rig.worn["shoes"].colour if "shoes" in rig.worn else lighter(rig.person.skin, -0.2)
    length = -rig.body.hip_y
    ankle_up = 0.30 * (0.85 if rig.person.age == "child" else 1)
    thick = (0.36 * k, 0.26 * k, 0.17 * k) if not bare else (0.30 * k, 0.20 * k, 0.125 * k)
    if rig.person.robot:
        thick, cloth = (0.22, 0.17, 0.18), lighter(rig.person.skin, -0.06)
    spots = (rig.pose.far_foot, rig.pose.near_foot)
    for near, spot in enumerate(spots):
        colour = cloth if near or not rig.side else mix(cloth, rig.p.light.shade(cloth), 0.8)
        boot = shoe if near or not rig.side else mix(shoe, rig.p.light.shade(shoe), 0.7)
        if rig.side:
            hip = (rig.hip[0] + (0.06 if near else -0.02), rig.hip[1] + 0.05)
            ankle = (rig.hip[0] + spot[0] * length, -ankle_up - spot[1] * length)
            knee, ankle_reached = bend(hip, ankle, length * 0.49, length * 0.47, -1.0)
            rig.tube([(*hip, thick[0]), (*knee, thick[1]), (*ankle_reached, thick[2])], colour, 0.12, end=bare)
            heel = -26 * spot[1] / 0.06 if 0 < spot[1] < 0.1 else (20 if spot[1] else 0)
            _shoe(rig, ankle_reached, boot, heel, True)
        else:
            x = (0.34 if near else -0.34) * rig.body.hip / 0.72 * rig.narrow * (-1 if not near else 1)
            x = abs(x) * (1 if near else -1)
            hip = (x * 0.92, rig.hip[1] + 0.02)
            ankle = (x * 0.98, -ankle_up)
            rig.tube(
                [(*hip, thick[0]), (x * 1.0, rig.hip[1] * 0.52, thick[1]), (*ankle, thick[2])], colour, 0.12, end=bare
            )
            _shoe(rig, ankle, boot, 0, False)
    if not rig.person.robot and not bare and rig.h > 22:
        rig.shape(
            [
                (-rig.body.hip * rig.narrow * 0.92, rig.hip[1] - 0.3),
                (0, rig.hip[1] - 0.35),
                (rig.body.hip * rig.narrow * 0.92, rig.hip[1] - 0.3),
                (rig.body.hip * 0.8 * rig.narrow, rig.hip[1] + 0.22),
                (0.0, rig.hip[1] + 0.42),
                (-rig.body.hip * 0.8 * rig.narrow, rig.hip[1] + 0.22),
            ]
            if not rig.side
            else [
                (-0.42, rig.hip[1] - 0.3),
                (0.34, rig.hip[1] - 0.3),
                (0.36, rig.hip[1] + 0.1),
                (0, rig.hip[1] + 0.38),
                (-0.46, rig.hip[1] + 0.16),
            ],
            cloth,
            0.1,
        )
    if bottom is not None and bottom.cut in ("skirt", "shorts"):
        _skirt(rig, bottom.colour, 0.5 if bottom.cut == "shorts" else 0.62)


def _skirt(rig: _Rig, colour: Colour, share: float) -> None:
    """A skirt (or wide shorts) from the waist; ``share`` of the leg it covers."""
    length = -rig.body.hip_y
    top, low = rig.hip[1] - 0.35, rig.hip[1] + length * share
    if rig.side and rig.pose.drop > 0.3:
        knee = rig.pose.near_foot[0] * length
        rig.shape(
            [
                (-0.42, top),
                (0.30, top),
                (knee * 0.8, rig.hip[1] - 0.36),
                (knee + 0.24, rig.hip[1] - 0.26),
                (knee + 0.22, rig.hip[1] + 0.35),
                (0.2, rig.hip[1] + 0.40),
                (-0.5, rig.hip[1] + 0.35),
            ],
            colour,
            0.16,
        )
        return
    half = rig.body.hip * rig.narrow
    wide = half + 0.34 if not rig.side else max(half * 0.9, abs(rig.pose.near_foot[0]) * length * share + 0.42)
    left = -wide if not rig.side else -max(half * 0.8, abs(rig.pose.far_foot[0]) * length * share + 0.36)
    start = half * 0.80 if not rig.side else 0.36
    rig.shape(
        [
            (-start, top, 1),
            (start, top, 1),
            (wide * 0.88, (top + low) / 2),
            (wide, low, 1),
            ((wide + left) / 2, low + 0.10),
            (left, low, 1),
            (left * 0.85, (top + low) / 2),
        ],
        colour,
        0.2,
        0.28,
    )
    if rig.h > 24:
        for s in (-0.45, 0.0, 0.4):
            rig.line(
                [(s * start, top + 0.5), (s * wide * 0.9, (top + low) / 2 + 0.2), (s * wide * 1.1, low - 0.08)],
                0.06,
                rig.p.light.shade(colour),
                0.5,
            )


def _shoe(rig: _Rig, ankle: Point, colour: Colour, turn: float, side: bool) -> None:
    x, y = rig.frame.at(ankle[0], ankle[1])
    s = rig.h * (0.9 if rig.person.age == "child" else 1.0)
    foot = Frame(x, y, s, rig.figure.facing)
    foot.matrix.preRotate(-turn)
    if side:
        points: list[Point] = [
            (-0.18, -0.12),
            (0.16, -0.12),
            (0.26, 0.06),
            (0.56, 0.14),
            (0.66, 0.24),
            (0.62, 0.30, 1),
            (-0.20, 0.30, 1),
            (-0.22, 0.1),
        ]
    elif rig.back:
        points = [(-0.16, -0.12), (0.16, -0.12), (0.19, 0.2), (0.14, 0.30), (-0.14, 0.30), (-0.19, 0.2)]
    else:
        out = 0.10 if ankle[0] > 0 else -0.10
        points = [
            (-0.16, -0.12),
            (0.16, -0.12),
            (0.20 + out, 0.16),
            (0.18 + out, 0.34),
            (out, 0.38),
            (-0.18 + out, 0.34),
            (-0.20 + out, 0.16),
        ]
    rig.p.shape(foot.path(spline(points)), colour, s * 0.07, dry=0.1, line=0.8)


def _outline(rig: _Rig, hem: float, flare: float, loose: float) -> list[Point]:
    """A garment of the upper body, from the neck to ``hem`` (heads below the hips); upright, before the lean."""
    b = rig.body
    neck, hem_y = b.neck_y, b.hip_y + hem
    if rig.side:
        deep = (
            (0.50 if not rig.person.feminine else 0.46)
            * (1.15 if rig.person.build == "stout" else 1.0)
            * (b.shoulder / 0.95) ** 0.5
        )
        belly = deep * (1.12 if rig.person.build == "stout" else 0.86)
        chest = deep * (1.10 if rig.person.feminine and rig.person.age in ("adult", "teen") else 0.98)
        return [
            (0.00, neck - 0.02),
            (0.20, neck + 0.12),
            (chest * 0.86 * loose, b.shoulder_y + 0.42),
            (chest * 0.92 * loose, b.shoulder_y + 0.85),
            (belly * loose * 0.86, b.hip_y - 0.8),
            (belly * loose, b.hip_y - 0.1),
            (belly * loose + flare, hem_y, 1),
            (0, hem_y + 0.04),
            (-deep * loose - flare, hem_y, 1),
            (-deep * loose, b.hip_y - 0.1),
            (-deep * 0.82 * loose, b.hip_y - 0.85),
            (-deep * 0.96 * loose, b.shoulder_y + 0.6),
            (-deep * 0.8, b.shoulder_y + 0.08),
            (-0.26, neck + 0.08),
        ]
    n = rig.narrow
    half = [
        (0.16, neck),
        (0.40 * n, neck + 0.13),
        (b.shoulder * 0.88 * n, b.shoulder_y - 0.06),
        (b.shoulder * 0.98 * n, b.shoulder_y + 0.22),
        (b.shoulder * 0.83 * n * loose, b.shoulder_y + 0.8),
        (b.waist * n * loose, b.hip_y - 0.75),
        (b.hip * n * loose, b.hip_y - 0.05),
        (b.hip * n * loose + flare, hem_y, 1),
    ]
    return [*half, (0.0, hem_y + 0.06), *((-x, *rest) for x, *rest in reversed(half))]


def _worn(rig: _Rig, garment: Garment, hem: float, flare: float, loose: float) -> None:
    points = rig.upright(_outline(rig, hem, flare, loose))
    if rig.side and rig.pose.drop > 0.3 and hem > 0.5:
        points = rig.upright(_outline(rig, 0.35, 0.0, loose))
        length = -rig.body.hip_y
        knee = rig.pose.near_foot[0] * length * 0.9
        rig.shape(
            [
                (-0.5, rig.hip[1] - 0.3),
                (0.35, rig.hip[1] - 0.34),
                (knee, rig.hip[1] - 0.36),
                (knee + 0.10, rig.hip[1] + 0.30),
                (0.1, rig.hip[1] + 0.42),
                (-0.52, rig.hip[1] + 0.6),
            ],
            garment.colour,
            0.16,
        )
    rig.shape(points, garment.colour, 0.20 if hem > 0.6 else 0.16, 0.26)
    if garment.pattern:
        _pattern(rig, points, garment)
    if rig.h > 26:
        _folds(rig, garment.colour, hem)


def _pattern(rig: _Rig, points: list[Point], garment: Garment) -> None:
    ink: Colour = (0.93, 0.02, 88) if garment.colour[0] < 0.75 else rig.person.accent
    top, low = rig.body.shoulder_y, rig.hip[1] + 0.8
    with rig.p.clip(rig.frame.path(spline(points))):
        if garment.pattern == "dots":
            for i in range(60):
                x, y = -1.1 + (i % 8) * 0.3 + (0.15 if i // 8 % 2 else 0), top + (i // 8) * 0.3
                rig.p.fill(rig.frame.path(oval(x, y, 0.05)), ink)
            return
        rows = int((low - top) / 0.26)
        for i in range(rows):
            rig.line(
                [(-1.2, top + i * 0.26 + 0.1), (0, top + i * 0.26 + 0.15), (1.2, top + i * 0.26 + 0.1)], 0.085, ink, 0.9
            )
        if garment.pattern == "checks":
            for i in range(9):
                rig.line([(-1.1 + i * 0.26, top), (-1.1 + i * 0.26, low)], 0.07, ink, 0.45)


def _folds(rig: _Rig, colour: Colour, hem: float) -> None:
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
    if hem > 0.6 and not (rig.side and rig.pose.drop > 0.3):
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
        rig.line(rig.upright(stroke), 0.06, deep, 0.55)


def _clothes(rig: _Rig) -> None:
    if rig.person.robot:
        _chassis(rig)
        return
    top, over = rig.worn["top"], rig.worn.get("over")
    if top.cut == "dress":
        _worn(rig, top, 0.15, 0.0, 1.0)
        _skirt(rig, top.colour, 0.62)
    else:
        _worn(rig, top, 0.28, 0.02, {"sweater": 1.08, "shirt": 1.0, "t-shirt": 1.02}.get(top.cut, 1.0))
    if over is None:
        if top.cut == "shirt" and rig.h > 30 and not rig.back and not rig.side:
            _buttons(rig, top.colour, 0.25)
        return
    if over.cut in ("apron", "overalls"):
        _bib(rig, over)
        return
    hem, flare, loose = {
        "coat": (1.55, 0.16, 1.12),
        "raincoat": (1.35, 0.24, 1.16),
        "jacket": (0.42, 0.04, 1.10),
        "vest": (0.30, 0.02, 1.06),
        "robe": (2.3, 0.30, 1.16),
    }[over.cut]
    if rig.person.age == "child":
        hem *= 0.72
    _worn(rig, over, hem, flare, loose)
    if rig.back:
        rig.line(
            rig.upright([(0, rig.body.neck_y + 0.3), (0.02, rig.body.hip_y - 0.4), (0, rig.body.hip_y + hem - 0.1)]),
            0.04,
            rig.p.light.shade(over.colour),
            0.5,
        )
    elif over.cut == "raincoat" or over.cut == "robe":
        _buttons(rig, over.colour, hem)
    else:
        _open_front(rig, over, top, hem)


def _buttons(rig: _Rig, colour: Colour, hem: float) -> None:
    x = 0.0 if not rig.side else 0.34
    x += 0.10 if rig.figure.view == "three_quarter" and not rig.side else 0
    b = rig.body
    low = b.hip_y + hem - 0.12
    rig.line(
        rig.upright([(x, b.neck_y + 0.25), (x + 0.02, b.hip_y - 0.6), (x, low)]), 0.04, rig.p.light.shade(colour), 0.8
    )
    count = 4
    for i in range(count):
        y = b.neck_y + 0.5 + (min(low, b.hip_y + 0.3) - b.neck_y - 0.6) * i / (count - 1)
        bx, by = rig.torso_at(x + 0.08, y)[:2]
        rig.p.fill(rig.frame.path(oval(bx, by, 0.045)), lighter(colour, -0.2), 0.9)


def _open_front(rig: _Rig, over: Garment, top: Garment, hem: float) -> None:
    """The inner garment between two lapels."""
    b = rig.body
    x = 0.34 if rig.side else 0.08 if rig.figure.view == "three_quarter" else 0.0
    half = 0.10 if rig.side else 0.24
    low = b.hip_y + hem - 0.05
    if over.cut == "vest":
        low = b.hip_y - 0.4
    panel = rig.upright(
        [
            (x - half * 0.7, b.neck_y + 0.12, 1),
            (x + half * 0.7, b.neck_y + 0.12, 1),
            (x + half * 1.05, b.hip_y - 0.9),
            (x + half, low, 1),
            (x - half * 0.5, low, 1),
            (x - half * 0.9, b.hip_y - 0.9),
        ]
    )
    if not rig.side:
        bottom = rig.worn["bottom"].colour
        rig.shape(panel, top.colour, 0.05, 0.15, 0.7)
        if hem > 0.8:
            skirt = rig.upright(
                [
                    (x - half * 0.75, b.hip_y + 0.18, 1),
                    (x + half * 1.0, b.hip_y + 0.18, 1),
                    (x + half, low, 1),
                    (x - half * 0.5, low, 1),
                ]
            )
            rig.shape(skirt, lighter(bottom, -0.05), 0.05, 0.1, 0.4)
        lapel = lighter(over.colour, 0.035)
        for s in (-1, 1):
            rig.shape(
                rig.upright(
                    [
                        (x + s * 0.16, b.neck_y + 0.02),
                        (x + s * 0.42, b.neck_y + 0.32),
                        (x + s * 0.52, b.neck_y + 0.62),
                        (x + s * 0.40, b.neck_y + 0.72),
                        (x + s * 0.20, b.hip_y - 0.75),
                        (x + s * 0.13, b.neck_y + 0.5),
                    ]
                ),
                lapel,
                0.05,
                0.15,
                0.8,
            )
    else:
        rig.line(
            rig.upright([(x - 0.02, b.neck_y + 0.2), (x + 0.06, b.hip_y - 0.8), (x + 0.02, low)]),
            0.06,
            rig.p.light.shade(over.colour),
            0.8,
        )


def _bib(rig: _Rig, over: Garment) -> None:
    b, colour = rig.body, over.colour
    hem = 1.35 if over.cut == "apron" else 0.35
    hem *= 0.75 if rig.person.age == "child" else 1
    if rig.back:
        for s in (-1, 1):
            rig.line(
                rig.upright([(s * 0.42, b.neck_y + 0.2), (0, b.hip_y - 1.0), (-s * 0.3, b.hip_y - 0.4)]),
                0.10,
                colour,
                1,
            )
        rig.line(
            rig.upright([(-b.waist, b.hip_y - 0.5), (0, b.hip_y - 0.45), (b.waist, b.hip_y - 0.5)]), 0.12, colour, 1
        )
        return
    if rig.side:
        rig.shape(
            rig.upright(
                [
                    (0.26, b.shoulder_y + 0.5, 1),
                    (0.46, b.shoulder_y + 0.55),
                    (0.48, b.hip_y - 0.5),
                    (0.52, b.hip_y + hem, 1),
                    (-0.1, b.hip_y + hem, 1),
                    (-0.14, b.hip_y - 0.5, 1),
                    (0.16, b.hip_y - 0.6),
                ]
            ),
            colour,
            0.1,
        )
        rig.line(rig.upright([(0.30, b.shoulder_y + 0.55), (0.10, b.neck_y + 0.1)]), 0.09, colour, 1)
        return
    n, c = rig.narrow, 0.06 if rig.figure.view == "three_quarter" else 0.0
    wide = b.shoulder * 0.52 * n
    for s in (-1, 1):
        rig.line(
            rig.upright(
                [
                    (c + s * wide * 0.9, b.shoulder_y + 0.75),
                    (c + s * wide * 0.85, b.shoulder_y + 0.2),
                    (c + s * 0.34 * n, b.neck_y + 0.12),
                ]
            ),
            0.11,
            colour,
            1,
        )
    low = b.hip_y + hem
    rig.shape(
        rig.upright(
            [
                (c - wide, b.shoulder_y + 0.66, 1),
                (c, b.shoulder_y + 0.70),
                (c + wide, b.shoulder_y + 0.66, 1),
                (c + wide * 1.05, b.hip_y - 0.9),
                (c + b.hip * 0.98 * n, b.hip_y - 0.5, 1),
                (c + b.hip * n, low, 1),
                (c, low + 0.05),
                (c - b.hip * n, low, 1),
                (c - b.hip * 0.98 * n, b.hip_y - 0.5, 1),
                (c - wide * 1.05, b.hip_y - 0.9),
            ]
        ),
        colour,
        0.10,
        0.22,
    )
    if rig.h > 30:
        rig.shape(
            rig.upright(
                [
                    (c - wide * 0.6, b.hip_y - 0.2),
                    (c + wide * 0.6, b.hip_y - 0.2),
                    (c + wide * 0.55, b.hip_y + 0.32),
                    (c - wide * 0.55, b.hip_y + 0.32),
                ]
            ),
            lighter(colour, -0.03),
            0.04,
            0.1,
            0.6,
        )


def _chassis(rig: _Rig) -> None:
    metal, b = rig.person.skin, rig.body
    rig.shape(rig.upright(_outline(rig, 0.05, -0.08, 1.02)), metal, 0.2, 0.35)
    if not rig.back:
        x = 0.06 if not rig.side else 0.2
        mid = rig.torso_at(x, (b.shoulder_y + b.hip_y) / 2)
        rig.p.shape(
            rig.frame.path(rect(mid[0] - 0.32, mid[1] - 0.38, 0.64 if not rig.side else 0.36, 0.7, 0.12)),
            lighter(metal, -0.10),
            rig.h * 0.06,
            dry=0.2,
        )
        for i, colour in enumerate((rig.person.accent, (0.88, 0.11, 195))):
            rig.p.fill(rig.frame.path(oval(mid[0] - 0.14 + i * 0.22, mid[1] - 0.12, 0.07)), colour)


def _collar(rig: _Rig) -> None:
    """What is worn at the neck, and the garment's own collar."""
    b, neck = rig.body, rig.worn.get("neck")
    c = 0.08 if rig.side else 0.05 if rig.figure.view == "three_quarter" else 0.0
    y = b.neck_y
    over, top = rig.worn.get("over"), rig.worn.get("top")
    outer = over if over and over.cut in ("coat", "raincoat", "jacket", "robe") else top
    if outer and not rig.person.robot and (neck is None or neck.cut != "scarf"):
        collar = lighter(outer.colour, 0.05)
        if outer.cut in ("sweater", "t-shirt", "dress"):
            rig.shape(
                rig.upright(
                    [
                        (c - 0.27, y - 0.02),
                        (c, y + 0.07),
                        (c + 0.25, y - 0.03),
                        (c + 0.30, y + 0.10),
                        (c, y + 0.24),
                        (c - 0.32, y + 0.12),
                    ]
                ),
                collar,
                0.04,
                0.15,
                0.7,
            )
        elif rig.back:
            rig.shape(
                rig.upright(
                    [
                        (c - 0.28, y - 0.12),
                        (c + 0.28, y - 0.12),
                        (c + 0.36, y + 0.16),
                        (c, y + 0.24),
                        (c - 0.36, y + 0.16),
                    ]
                ),
                collar,
                0.04,
                0.15,
                0.7,
            )
        else:
            inner = top.colour if top and outer is over else outer.colour
            if outer is over:
                for s in (-1, 1):
                    rig.shape(
                        rig.upright(
                            [
                                (c + s * 0.22, y - 0.08),
                                (c + s * 0.26, y + 0.16),
                                (c + s * 0.14, y + 0.34),
                                (c, y + 0.20),
                                (c + s * 0.1, y + 0.08),
                            ]
                        ),
                        lighter(inner, 0.04),
                        0.03,
                        0.1,
                        0.7,
                    )
            for s in (-1, 1):
                rig.shape(
                    rig.upright(
                        [
                            (c + s * 0.22, y - 0.10),
                            (c + s * 0.36, y + 0.08),
                            (c + s * 0.36, y + 0.30),
                            (c + s * 0.14, y + 0.30 if outer is not over else y + 0.44),
                            (c + s * 0.16, y + 0.10),
                        ]
                    ),
                    collar,
                    0.03,
                    0.12,
                    0.8,
                )
    if neck is None:
        return
    if neck.cut == "scarf":
        rig.shape(
            rig.upright(
                [
                    (c - 0.36, y - 0.18),
                    (c - 0.05, y - 0.10),
                    (c + 0.28, y - 0.16),
                    (c + 0.42, y + 0.02),
                    (c + 0.26, y + 0.28),
                    (c - 0.08, y + 0.33),
                    (c - 0.42, y + 0.22),
                    (c - 0.48, y + 0.0),
                ]
            ),
            neck.colour,
            0.09,
            0.3,
        )
        if not rig.back:
            rig.shape(
                rig.upright(
                    [
                        (c + 0.06, y + 0.2),
                        (c + 0.30, y + 0.18),
                        (c + 0.36, y + 0.8),
                        (c + 0.32, y + 1.25, 1),
                        (c + 0.06, y + 1.22, 1),
                        (c + 0.04, y + 0.7),
                    ]
                ),
                neck.colour,
                0.07,
                0.3,
            )
        rig.line(
            rig.upright([(c - 0.36, y - 0.02), (c, y + 0.08), (c + 0.34, y + 0.02)]),
            0.04,
            rig.p.light.shade(neck.colour),
            0.6,
        )
    elif rig.back:
        return
    elif neck.cut == "tie":
        rig.shape(
            rig.upright(
                [(c - 0.07, y + 0.16), (c + 0.07, y + 0.16), (c + 0.11, y + 1.0), (c, y + 1.25, 1), (c - 0.11, y + 1.0)]
            ),
            neck.colour,
            0.04,
            0.1,
            0.7,
        )
    elif neck.cut == "bow":
        for s in (-1, 1):
            rig.shape(
                rig.upright([(c, y + 0.18), (c + s * 0.22, y + 0.06), (c + s * 0.24, y + 0.32), (c, y + 0.22)]),
                neck.colour,
                0.03,
                0.1,
                0.7,
            )
    elif neck.cut == "pendant":
        rig.line(rig.upright([(c - 0.22, y + 0.05), (c, y + 0.5), (c + 0.22, y + 0.05)]), 0.025, (0.75, 0.11, 85), 1)
        px, py = rig.torso_at(c, y + 0.54)[:2]
        rig.p.fill(rig.frame.path(oval(px, py, 0.08)), neck.colour)
    else:
        rig.shape(
            rig.upright(
                [
                    (c - 0.30, y - 0.06),
                    (c + 0.28, y - 0.06),
                    (c + 0.30, y + 0.12),
                    (c + 0.06, y + 0.42, 1),
                    (c - 0.30, y + 0.14),
                ]
            ),
            neck.colour,
            0.05,
            0.15,
        )


def seated_at(figure: Figure) -> tuple[float, float]:
    """Where the seat of a sitting figure is, in pixels: middle and top edge."""
    body = body_of(figure.person)
    length = -body.hip_y
    return figure.x - 0.05 * figure.head * figure.facing, figure.ground - (
        length * (1 - figure.pose.drop) - 0.36
    ) * figure.head
