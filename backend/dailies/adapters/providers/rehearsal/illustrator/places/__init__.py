"""Places, empty of people. Each drawing fills the whole picture and says where one can stand."""

from __future__ import annotations

from collections.abc import Callable

from dailies.adapters.providers.rehearsal.illustrator.places import (
    beyond,
    cabins,
    counters,
    country,
    halls,
    inland,
    lawns,
    nooks,
    rooms,
    streets,
    town,
    underwater,
    water,
    ways,
    wild,
    woods,
)
from dailies.adapters.providers.rehearsal.illustrator.places.site import Site

_OUTDOORS = (beyond, country, inland, lawns, streets, town, underwater, water, ways, wild, woods)
_INDOORS = (rooms, halls, counters, nooks, cabins)

DRAWINGS: dict[str, Callable[[Site], None]] = {
    name: drawing for module in (*_OUTDOORS, *_INDOORS) for name, drawing in module.DRAWINGS.items()
}
"""By the names in ``words``."""

INDOORS = frozenset(name for module in _INDOORS for name in module.DRAWINGS)
"""Places lit by their own lamps and windows."""

__all__ = ["DRAWINGS", "INDOORS", "Site"]
