"""Whole heads and necks."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.cast import Person
from dailies.adapters.providers.rehearsal.illustrator.colour import lighter
from dailies.adapters.providers.rehearsal.illustrator.heads.beards import draw_glasses
from dailies.adapters.providers.rehearsal.illustrator.heads.cowls import draw_cowl_behind
from dailies.adapters.providers.rehearsal.illustrator.heads.expressions import Expression
from dailies.adapters.providers.rehearsal.illustrator.heads.face import draw_face
from dailies.adapters.providers.rehearsal.illustrator.heads.hair import draw_hair
from dailies.adapters.providers.rehearsal.illustrator.heads.hair_behind import draw_hair_behind
from dailies.adapters.providers.rehearsal.illustrator.heads.hats import draw_hat
from dailies.adapters.providers.rehearsal.illustrator.heads.robot import draw_robot
from dailies.adapters.providers.rehearsal.illustrator.heads.sitter import Sitter
from dailies.adapters.providers.rehearsal.illustrator.heads.traits import traits_of
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.shapes import Frame, Point, oval, tube, union


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
    behind: bool | None = None,
) -> None:
    """Draw a head whose centre is at (x, y) pixels. ``view``: front, three_quarter, profile or back; ``facing``: 1
    right, -1 left. ``behind``: True draws only what lies behind neck and shoulders (long hair, the inside of a
    hood), False only the rest, None all of it."""
    frame = Frame(x, y, height, facing, tilt + (expression.tilt if view != "back" else 0))
    sitter = Sitter(painter, frame, person, view, expression, height, traits_of(person))
    if person.robot:
        if behind is not True:
            draw_robot(sitter)
        return
    if behind is not False:
        draw_hair_behind(sitter)
        if sitter.hat:
            draw_cowl_behind(sitter, sitter.hat)
    if behind is not True:
        _over(sitter)


def _over(sitter: Sitter) -> None:
    draw_face(sitter)
    if not sitter.hair_hidden or (sitter.hat is not None and sitter.hat.cut == "bubble"):
        draw_hair(sitter)
    if sitter.person.glasses:
        draw_glasses(sitter)
    if sitter.hat:
        draw_hat(sitter, sitter.hat)


def draw_neck(painter: Painter, person: Person, start: Point, stop: Point, radius: float) -> None:
    """The neck, from under the jaw to between the shoulders (pixels), with the jaw's shadow on it."""
    colour = person.skin if not person.robot else lighter(person.skin, -0.22)
    path = tube((start[0], start[1], radius), (stop[0], stop[1], radius * 1.12))
    painter.shape(path, colour, radius * 0.5, dry=0, line=0.7)
    with painter.clip(path):
        mid = (start[0] * 0.55 + stop[0] * 0.45, start[1] * 0.55 + stop[1] * 0.45)
        shade = union(oval(start[0], start[1], radius * 1.7), oval(mid[0], mid[1], radius * 1.5, radius * 1.0))
        painter.fill(shade, painter.light.shade(colour), 0.7, max(0.6, radius * 0.12))
