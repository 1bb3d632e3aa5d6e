"""One head being drawn. Unit box: x -.5 to .5 looking right, y -.5 crown to .5 chin, eye line at y .03."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dailies.adapters.providers.rehearsal.illustrator.cast import Garment, Person
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour
from dailies.adapters.providers.rehearsal.illustrator.heads.curve import soft
from dailies.adapters.providers.rehearsal.illustrator.heads.expressions import Expression
from dailies.adapters.providers.rehearsal.illustrator.heads.traits import Traits
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.shapes import Frame, Point, oval

COVERING = ("headscarf", "hijab", "hood", "bubble", "visor")
"""Hats that hide the hair."""


@dataclass(frozen=True)
class Sitter:
    """``height``: of the head in pixels; ``view``: front, three_quarter, profile or back."""

    painter: Painter
    frame: Frame
    person: Person
    view: str
    look: Expression
    height: float
    traits: Traits

    @property
    def hat(self) -> Garment | None:
        """What is worn on the head."""
        return self.person.worn.get("hat")

    @property
    def hair_hidden(self) -> bool:
        """Whether a hood or scarf covers the hair."""
        return self.hat is not None and self.hat.cut in COVERING

    @property
    def young(self) -> bool:
        """Whether the face has a child's proportions."""
        return self.person.age in ("child", "baby")

    @property
    def low(self) -> float:
        """How far a child's features lie below an adult's."""
        return {"child": 0.04, "baby": 0.075}.get(self.person.age, 0.0)

    @property
    def middle(self) -> float:
        """Where the skull's middle lies across; behind the face in a turned head."""
        return {"three_quarter": -0.07, "profile": -0.09}.get(self.view, 0.0)

    def fill(self, points: Sequence[Point], colour: Colour, alpha: float = 1.0, blur: float = 0.0) -> None:
        """A flat shape; ``blur`` in heads."""
        self.painter.fill(self.frame.path(soft(points)), colour, alpha, blur * self.height)

    def oval(
        self, x: float, y: float, rx: float, ry: float, colour: Colour, alpha: float = 1.0, blur: float = 0.0
    ) -> None:
        """A flat ellipse; ``blur`` in heads."""
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
        """A painted shape with a form shadow ``shadow`` heads wide."""
        self.painter.shape(
            self.frame.path(soft(points)),
            colour,
            self.height * shadow,
            max(0.6, self.height * 0.015),
            dry if self.height > 24 else 0.0,
            angle,
            line=line,
        )

    def line(self, points: Sequence[Point], width: float, colour: Colour, alpha: float = 1.0) -> None:
        """A brush line; ``width`` in heads."""
        self.painter.line(self.frame.points(points), width * self.height, colour, alpha)
