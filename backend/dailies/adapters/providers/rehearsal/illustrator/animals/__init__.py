"""Animals. Unit box: y -1 (shoulder or crown) to 0 (ground), looking right; one unit the animal's height."""

from __future__ import annotations

from dailies.adapters.providers.rehearsal.illustrator.animals import (
    beasts,
    beings,
    small,
    wild,
)
from dailies.adapters.providers.rehearsal.illustrator.animals.coat import Coat, Drawing
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter
from dailies.adapters.providers.rehearsal.illustrator.records import Creature
from dailies.adapters.providers.rehearsal.illustrator.shapes import (
    Frame,
    Point,
    oval,
    rect,
    tube,
)

__all__ = ["FLYING", "SPECIES", "SWIMMING", "creature_height", "draw_creature", "mouth_of", "stance_for"]

DRAWINGS: dict[str, Drawing] = {**beasts.DRAWINGS, **small.DRAWINGS, **wild.DRAWINGS, **beings.DRAWINGS}
"""By species: the drawing, and the height in human heads."""

SPECIES = frozenset(DRAWINGS)
"""Animals and creatures that have a drawing."""

FLYING = frozenset({"bird", "owl", "ghost", "dragon"})
"""Species that can be in the air."""

SWIMMING = frozenset({"fish", "whale"})
"""Species that live in water."""

_STANCES = {
    "walk": "walk", "run": "run", "jump": "run", "sleep": "sleep", "sit": "sit", "lie": "lie", "swim": "walk",
    "dance": "sit", "cheer": "sit", "crouch": "lie",
}  # fmt: skip
_FOUR_LEGGED = frozenset("dog wolf lion fox bear horse deer cow sheep pig elephant giraffe".split())
_MOUTHS: dict[str, Point] = {
    "dog": (1.12, -1.06), "wolf": (1.12, -1.06), "cat": (0.16, -0.78), "lion": (0.96, -0.96), "fox": (1.12, -0.98),
    "otter": (0.42, -0.46), "rabbit": (0.44, -0.40), "bear": (1.12, -0.88), "horse": (1.0, -1.1), "deer": (0.88, -1.16),
    "cow": (0.92, -0.78), "sheep": (0.8, -0.62), "pig": (0.88, -0.66), "mouse": (0.72, -0.2), "elephant": (1.12, -0.16),
    "bird": (0.64, -0.76), "duck": (0.68, -0.8), "fish": (0.9, -0.48), "squirrel": (0.40, -0.44),
    "hedgehog": (0.86, -0.2), "owl": (0.04, -0.3), "chicken": (0.62, -0.82), "penguin": (0.36, -0.44),
    "frog": (0.6, -0.46), "turtle": (0.96, -0.5), "crab": (0.66, -0.8), "octopus": (0.66, -0.2),
    "monkey": (0.52, -0.44), "giraffe": (0.62, -0.9), "snail": (0.9, -0.4), "dragon": (1.02, -0.94),
    "ghost": (0.5, -0.5), "monster": (0.62, -0.42), "alien": (0.42, -0.44), "snake": (0.6, -0.8), "whale": (1.2, -0.4),
}  # fmt: skip


def draw_creature(
    painter: Painter, creature: Creature, x: float, ground: float, height: float, facing: int, stance: str = "stand"
) -> None:
    """Draw an animal at (x, ground), ``height`` pixels tall. ``stance``: stand, sit, lie, walk, run, fly or sleep."""
    frame = _framed(creature.species, x, ground, height, facing, stance)
    coat = Coat(painter, frame, creature, stance)
    drawing = DRAWINGS[creature.species][0]
    if creature.species in _FOUR_LEGGED and stance in ("sit", "lie", "sleep"):
        wide = height * 3
        with painter.clip(rect(x - wide, ground - wide * 2, wide * 2, wide * 2 + height * 0.015)):
            drawing(coat)
            _folded_legs(Coat(painter, Frame(x, ground, height, facing), creature, stance), stance)
        return
    drawing(coat)


def stance_for(pose: str) -> str:
    """How an animal does what a pose of ``poses`` names."""
    return _STANCES.get(pose, "stand")


def creature_height(species: str) -> float:
    """An animal's height in human heads."""
    return DRAWINGS[species][1]


def mouth_of(species: str, x: float, ground: float, height: float, facing: int, stance: str) -> tuple[float, float]:
    """Where an animal holds things, in pixels: its mouth, or its paws when it sits up."""
    return _framed(species, x, ground, height, facing, stance).at(*_MOUTHS.get(species, (0.5, -0.5))[:2])


def _framed(species: str, x: float, ground: float, height: float, facing: int, stance: str) -> Frame:
    if species in _FOUR_LEGGED:
        if stance in ("lie", "sleep"):
            return Frame(x, ground + height * 0.36, height, facing)
        if stance == "sit":
            return Frame(x - facing * height * 0.02, ground + height * 0.14, height, facing, -26 * facing)
        if stance == "run":
            return Frame(x, ground - height * 0.08, height, facing, -4 * facing)
    return Frame(x, ground, height, facing)


def _folded_legs(c: Coat, stance: str) -> None:
    """Haunch and paws on the ground."""
    k = c.it.coat
    if stance == "sit":
        c.put(oval(-0.34, -0.22, 0.26, 0.24), k, 0.06)
        c.put(oval(-0.12, -0.05, 0.17, 0.06), k, 0.02)
        return
    c.put(oval(-0.48, -0.16, 0.24, 0.19), k, 0.05)
    c.put(tube((0.40, -0.09, 0.08), (0.86, -0.05, 0.055)), k, 0.02)
    c.put(tube((0.28, -0.06, 0.07), (0.70, -0.03, 0.05)), k, 0.02)
