"""Whole figures, alone and in pairs that touch."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.figures.arms import draw_arm, draw_fingers
from dailies.adapters.providers.rehearsal.illustrator.figures.body import body_of
from dailies.adapters.providers.rehearsal.illustrator.figures.collars import draw_collar
from dailies.adapters.providers.rehearsal.illustrator.figures.held import draw_held, held_middle
from dailies.adapters.providers.rehearsal.illustrator.figures.legs import draw_leg, draw_legs
from dailies.adapters.providers.rehearsal.illustrator.figures.rig import Figure, Limb, Rig
from dailies.adapters.providers.rehearsal.illustrator.figures.torso import draw_cape, draw_trunk
from dailies.adapters.providers.rehearsal.illustrator.heads import draw_head, draw_neck
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter


def draw_figure(painter: Painter, figure: Figure) -> None:
    """Draw one person or robot, with what they hold."""
    rig = Rig(painter, figure)
    _behind(rig)
    _middle(rig)
    _before(rig)


def draw_pair(painter: Painter, first: Figure, second: Figure) -> None:
    """Draw two figures that touch: the arms of each lie before the other's body."""
    rigs = Rig(painter, first), Rig(painter, second)
    for part in (_behind, _middle, _before):
        for rig in rigs:
            part(rig)


def _covers_chest(rig: Rig, arm: Limb) -> bool:
    return abs(arm.end[0]) < rig.body.shoulder * 0.95 and arm.end[1] < rig.hip[1] - 0.2


def _arms_behind(rig: Rig) -> list[Limb]:
    """The arms that the trunk hides."""
    far, near = rig.arms
    if rig.turned:
        sign = -1 if rig.back else 1
        return [arm for arm in rig.arms if arm.forward * sign < -0.05]
    if rig.side:
        return [far]
    if rig.back:
        return [arm for arm in rig.arms if _covers_chest(rig, arm)]
    return [] if _covers_chest(rig, far) or rig.facing_us else [far]


def _behind(rig: Rig) -> None:
    """What lies behind the trunk: held things seen from behind, hidden arms, long hair."""
    if rig.back and rig.pose.held is not None and rig.figure.held is not None:
        draw_held(rig, rig.figure.held)
    for arm in _arms_behind(rig):
        draw_arm(rig, arm)
    if not rig.back:
        draw_cape(rig)
        _head(rig, True)


def _middle(rig: Rig) -> None:
    """Legs, trunk, neck and head."""
    lap = rig.turned and rig.pose.drop > 0.25
    if not lap or rig.back:
        draw_legs(rig)
        draw_trunk(rig)
    else:
        draw_trunk(rig)
        draw_legs(rig)
    over = rig.worn.get("over")
    if lap and not rig.back and over is not None:
        for leg in rig.legs:
            draw_leg(rig, leg)
    _neck(rig)
    draw_collar(rig)
    _head(rig, False)


def _before(rig: Rig) -> None:
    """Arms before the trunk and what they hold."""
    hidden = _arms_behind(rig)
    held = rig.figure.held if not rig.back else None
    arms = [arm for arm in rig.arms if arm not in hidden]
    for arm in arms[:-1]:
        draw_arm(rig, arm)
    if held is not None:
        draw_held(rig, held)
    for arm in arms[-1:]:
        draw_arm(rig, arm)
    if held is not None and rig.pose.grip:
        draw_fingers(rig, held_middle(rig))


def _head_x(rig: Rig) -> float:
    """The head sits a little forward of the spine."""
    return 0.10 if rig.side else 0.05 if rig.figure.view == "three_quarter" else 0.0


def _neck(rig: Rig) -> None:
    top = rig.torso_at(_head_x(rig) * 0.8, rig.body.head_y + 0.28)
    low = rig.torso_at(_head_x(rig) * 0.4, rig.body.neck_y - 0.03)
    radius = rig.body.neck * rig.h * (0.7 if rig.person.robot else 1.0)
    draw_neck(rig.p, rig.person, rig.frame.at(*top), rig.frame.at(*low), radius)


def _head(rig: Rig, behind: bool) -> None:
    x, y = rig.frame.at(*rig.torso_at(_head_x(rig), rig.body.head_y))
    lean = 0.0 if rig.turned else rig.pose.lean * 0.35
    tilt = lean + rig.figure.tilt - 90 * rig.pose.lying
    size = rig.h * (1 + 0.002 * abs(rig.pose.lean) if rig.turned and not rig.back else 1.0)
    view = rig.figure.view
    draw_head(rig.p, rig.person, x, y, size, view, rig.figure.facing, rig.figure.expression, tilt, behind)


def seated_at(figure: Figure) -> tuple[float, float]:
    """Where the seat of a sitting figure is, in pixels: middle and top edge."""
    body = body_of(figure.person)
    x = figure.x - 0.05 * figure.head * figure.facing
    return x, figure.ground - (body.leg * (1 - figure.pose.drop) - 0.36) * figure.head
