"""Things. Each drawing works in a unit box: y -1 (top) to 0 (base), x about 0, one unit the thing's height."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.animals import (
    SPECIES,
    creature_height,
    draw_creature,
)
from dailies.adapters.providers.rehearsal.illustrator.cast import creature
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.prompt import Subject
from dailies.adapters.providers.rehearsal.illustrator.props import (
    airborne,
    clothing,
    desk,
    food,
    games,
    growing,
    home,
    household,
    instruments,
    keepsakes,
    music,
    outdoors,
    play,
    tableware,
    tools,
    traces,
    travel,
    wear,
)
from dailies.adapters.providers.rehearsal.illustrator.props.brush import (
    Brush,
    Drawing,
    write,
)
from dailies.adapters.providers.rehearsal.illustrator.props.sizes import LIFTED, WIDTHS
from dailies.adapters.providers.rehearsal.illustrator.records import Thing
from dailies.adapters.providers.rehearsal.illustrator.shapes import Frame, oval, rect

__all__ = [
    "DRAWINGS",
    "Brush",
    "draw_card",
    "draw_prop",
    "prop_height",
    "prop_width",
    "write",
]

DRAWINGS: dict[str, Drawing] = {
    **tableware.DRAWINGS,
    **food.DRAWINGS,
    **desk.DRAWINGS,
    **wear.DRAWINGS,
    **keepsakes.DRAWINGS,
    **clothing.DRAWINGS,
    **music.DRAWINGS,
    **play.DRAWINGS,
    **travel.DRAWINGS,
    **home.DRAWINGS,
    **household.DRAWINGS,
    **outdoors.DRAWINGS,
    **tools.DRAWINGS,
    **instruments.DRAWINGS,
    **games.DRAWINGS,
    **growing.DRAWINGS,
    **traces.DRAWINGS,
    **airborne.DRAWINGS,
}
"""By the names in ``things``: the drawing, and the thing's height in heads (23 cm)."""


def prop_height(kind: str) -> float:
    """A thing's height in heads."""
    if kind in DRAWINGS:
        return DRAWINGS[kind][1]
    return creature_height(kind) if kind in SPECIES else 1.0


def prop_width(kind: str) -> float:
    """About how wide a thing is, as a share of its height."""
    return WIDTHS.get(kind, 1.6 if kind in SPECIES else 1.0)


def draw_prop(
    painter: Painter,
    thing: Thing,
    x: float,
    base: float,
    height: float,
    facing: int = 1,
    turn: float = 0.0,
) -> None:
    """Draw a thing standing at (x, base), ``height`` pixels tall; what has no drawing becomes a sketch card. An
    animal can be a thing, by its species."""
    base += LIFTED.get(thing.kind, 0.0) * height
    if thing.kind in DRAWINGS:
        DRAWINGS[thing.kind][0](Brush(painter, Frame(x, base, height, facing, turn), thing))
    elif thing.kind in SPECIES:
        who = creature(Subject(thing.name, thing.name), thing.kind)
        draw_creature(painter, who, x, base, height, facing)
    else:
        draw_card(painter, thing, x, base, height)


def draw_card(painter: Painter, thing: Thing, x: float, base: float, height: float) -> None:
    """A small pinned card with the name of what could not be drawn."""
    brush = Brush(painter, Frame(x, base, height, 1, -3), thing)
    brush.flat(rect(-0.40, -0.97, 0.86, 1.0, 0.02), (0.2, 0.02, 270), 0.25)
    brush.put(rect(-0.43, -1, 0.86, 1.0, 0.02), (0.95, 0.02, 88), 0.03, 0.1)
    pale: Colour = (0.72, 0.03, 250)
    for line in (
        [
            (-0.24, -0.40),
            (-0.26, -0.72),
            (0.0, -0.84),
            (0.24, -0.70),
            (0.24, -0.42),
            (0.02, -0.32),
            (-0.24, -0.40),
        ],
        [(-0.26, -0.72), (0.0, -0.62), (0.24, -0.70)],
        [(0.0, -0.62), (0.02, -0.32)],
    ):
        brush.line(line, 0.02, pale)
    brush.text(thing.noun or thing.name, 0, -0.16, 0.74, 0.16, (0.30, 0.03, 265))
    brush.put(oval(0, -0.97, 0.045), (0.56, 0.18, 27), 0.01)
