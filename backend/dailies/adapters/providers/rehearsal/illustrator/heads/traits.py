"""What sets one face apart from another: small differences, the same wherever the person is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from dailies.adapters.providers.rehearsal.illustrator.cast import Person
from dailies.adapters.providers.rehearsal.illustrator.chance import number
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour
from dailies.adapters.providers.rehearsal.illustrator.shapes import Point

_IRISES: tuple[Colour, ...] = (
    (0.36, 0.07, 55),
    (0.30, 0.05, 45),
    (0.44, 0.08, 70),
    (0.50, 0.06, 150),
    (0.52, 0.08, 245),
    (0.55, 0.03, 230),
)


@dataclass(frozen=True)
class Traits:
    """``jaw``, ``nose``, ``eyes``, ``brows``, ``lips``: from -1 (narrow, small, thin) to 1."""

    jaw: float
    nose: float
    eyes: float
    brows: float
    lips: float
    freckles: bool
    iris: Colour


def traits_of(person: Person) -> Traits:
    """A person's traits, by their name and looks alone; never by what they wear or do."""

    def lot(purpose: str) -> float:
        return (number("face", person.name, person.age, person.feminine, person.hair_style, purpose) % 2001) / 1000 - 1

    young = 0.45 if person.age in ("child", "baby") else 1.0
    fair = person.skin[0] > 0.7
    irises = _IRISES if fair else _IRISES[:2]
    return Traits(
        lot("jaw") * young + (0.5 if person.build == "stout" else -0.3 if person.build == "slim" else 0.0),
        lot("nose") * young,
        lot("eyes"),
        lot("brows") * young,
        lot("lips") * young + (0.4 if person.feminine else 0.0),
        fair and (lot("freckles") > 0.35 if person.age in ("child", "teen") else lot("freckles") > 0.85),
        irises[number("iris", person.name) % len(irises)],
    )


def with_jaw(outline: list[Point], jaw: float) -> list[Point]:
    """The outline with its lower half made wider (jaw to 1) or narrower (to -1)."""
    return [(p[0] * (1 + 0.075 * jaw * max(0.0, min(1.0, (p[1] + 0.02) / 0.3))), *p[1:]) for p in outline]
