"""What a reading is made of: figures, clauses, and the brief that was read."""

from __future__ import annotations

from dataclasses import dataclass, field

from dailies.adapters.providers.rehearsal.writer.asks import Asks
from dailies.domain.story import TimeOfDay, Weather


@dataclass(frozen=True)
class Figure:
    """Somebody or something of the brief. ``text``: how sentences say it ("the courier", "Ingrid");
    ``klass``: class of the noun; ``gender``: "f", "m", "n" or "" when not known yet."""

    key: str
    kind: str
    noun: str
    text: str
    klass: str
    plural: bool = False
    gender: str = ""
    adjectives: tuple[str, ...] = ()
    extra: str = ""
    owner: str = ""
    role: str = ""
    named: bool = False


@dataclass(frozen=True)
class Clause:
    """One thing that happens. ``text``: a finished sentence; ``verb``: the verb to shoot, with a particle
    where it has one, "" for a picture that only names things; ``object_text``: the object as sentences say it,
    without a capital; ``wish``: it is wanted, not done; ``words``: what follows the verb."""

    subject: str
    verb: str
    text: str
    object: str = ""
    object_text: str = ""
    place: str = ""
    goal: str = ""
    negated: bool = False
    companion: str = ""
    source: str = ""
    wish: bool = False
    words: str = ""


@dataclass(frozen=True)
class Reading:
    """A brief, read. ``figures`` in order of appearance; ``weathers`` in the order named."""

    asks: Asks
    figures: tuple[Figure, ...]
    clauses: tuple[Clause, ...]
    place: str = ""
    destination: str = ""
    times: tuple[TimeOfDay, ...] = ()
    weathers: tuple[Weather, ...] = ()
    product: Figure | None = None
    product_class: str = ""
    claims: tuple[str, ...] = ()
    engine: str = ""
    unread: tuple[str, ...] = ()
    places: tuple[str, ...] = field(default=())
    season: str = ""

    def figure(self, key: str) -> Figure | None:
        """The figure with this key, or None."""
        return next((each for each in self.figures if each.key == key), None)

    @property
    def beings(self) -> tuple[Figure, ...]:
        """People and animals, in order of appearance."""
        return tuple(each for each in self.figures if each.kind in {"person", "animal"})

    @property
    def things(self) -> tuple[Figure, ...]:
        """Things, in order of appearance."""
        return tuple(each for each in self.figures if each.kind == "thing")
