"""What the next step costs, and how long it takes here."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from dailies.domain.brief import Brief
from dailies.domain.casting import Casting, Part
from dailies.domain.items import PART_OF_ITEM, Item, ItemKind
from dailies.domain.project import Project, Stage
from dailies.domain.registry import REHEARSAL, Model
from dailies.services.money import Prices, price

FIRST_GUESS_S: dict[ItemKind, float] = {
    "story": 2.0,
    "character": 2.0,
    "place": 2.0,
    "product": 2.0,
    "style": 2.0,
    "frame": 2.0,
    "clip": 4.0,
    "cut": 15.0,
}
"""Seconds a rehearsal take takes on two slow cores, until this machine has shown its own pace."""

USUAL_SHOT_S = 3.5
"""Seconds of a usual shot, for the price of a film whose story is not written."""

USUAL_CAST = 5
"""References of a usual film: two characters, two places, the style."""

FIRST_REPEATS = 1.5
"""Takes an item takes in the end, until a creator's own films have shown it."""


@dataclass(frozen=True)
class Estimate:
    """Price range in millionths of a US dollar and time range in seconds for making ``items`` takes once.
    ``price_likely``: with the repeats that are usual for this creator."""

    items: int
    price_min: int
    price_max: int
    seconds_min: float
    seconds_max: float
    price_likely: int = 0


@dataclass
class Pace:
    """How long takes have taken lately on this machine. ``workers``: how many are made at a time."""

    workers: int = 2
    _seen: dict[tuple[str, ItemKind], deque[float]] = field(default_factory=dict)

    def record(self, kind: ItemKind, model: str, seconds: float) -> None:
        """Remember how long a take took."""
        self._seen.setdefault((model, kind), deque(maxlen=20)).append(seconds)

    def usual(self, kind: ItemKind, model: Model | None) -> float:
        """The usual seconds for one take. ``model``: None is the built-in artists."""
        seen = self._seen.get((model.id if model else REHEARSAL, kind))
        if seen:
            return median(seen)
        return model.typical_s if model else FIRST_GUESS_S[kind]


@dataclass(frozen=True)
class Estimates:
    """Price and time of what may be made next."""

    prices: Prices
    pace: Pace

    def model(self, project: Project, kind: ItemKind) -> Model | None:
        """The vendor's model that makes items of this kind; None for the built-in artists."""
        part = PART_OF_ITEM.get(kind)
        return self.prices.model(project, part) if part else None

    def usual(self, project: Project, kind: ItemKind) -> float:
        """The usual seconds for one take."""
        return self.pace.usual(kind, self.model(project, kind))

    def price(self, project: Project, item: Item) -> int:
        """The price of one take, in millionths of a US dollar."""
        return self.prices.item(project, item)

    def of(self, project: Project, items: Sequence[Item], repeats: Mapping[str, float] | None = None) -> Estimate:
        """Price and time of making one take of each item, several at a time. ``repeats``: takes per item by
        stage, as this creator's films have shown."""
        usual = [self.usual(project, item.kind) for item in items]
        once = sum(self.price(project, item) for item in items)
        likely = sum(round(self.price(project, item) * _repeats(repeats, item.stage)) for item in items)
        return _estimate(len(items), once, likely, usual, self._at_once(project, items))

    def film(self, brief: Brief, casting: Casting, repeats: Mapping[str, float] | None = None) -> dict[Stage, Estimate]:
        """Price and time of a whole film by stage, before its story is written."""
        shots = max(2, round(brief.duration_s / USUAL_SHOT_S))
        counts: dict[Stage, int] = {"story": 1, "references": USUAL_CAST, "storyboard": shots, "video": shots}
        kinds: dict[Stage, ItemKind] = {
            "story": "story",
            "references": "character",
            "storyboard": "frame",
            "video": "clip",
        }
        result: dict[Stage, Estimate] = {}
        for stage, count in counts.items():
            model = self._chosen(casting, stage)
            each = price(model, brief, brief.duration_s / shots) if model else 0
            usual = [self.pace.usual(kinds[stage], model)] * count
            likely = round(each * count * _repeats(repeats, stage))
            at_once = model and self.prices.registry.vendor(model.vendor).concurrency
            result[stage] = _estimate(count, each * count, likely, usual, min(self.pace.workers, at_once or 64))
        return result

    def _chosen(self, casting: Casting, part: Part) -> Model | None:
        chosen = casting.model_of(part)
        return None if chosen == REHEARSAL else self.prices.registry.models.get(chosen)

    def _at_once(self, project: Project, items: Sequence[Item]) -> int:
        models = [model for item in items if (model := self.model(project, item.kind)) is not None]
        allowed = [self.prices.registry.vendor(model.vendor).concurrency for model in models]
        return min([self.pace.workers, *allowed])


def _repeats(repeats: Mapping[str, float] | None, stage: Stage) -> float:
    return (repeats or {}).get(stage, FIRST_REPEATS)


def _estimate(count: int, once: int, likely: int, usual: Sequence[float], at_once: int) -> Estimate:
    alone = sum(usual)
    least = max(max(usual, default=0.0), alone / max(1, at_once))
    return Estimate(count, once, once, round(least * 0.8, 1), round(max(alone, least) * 1.2, 1), max(once, likely))
