"""Places, empty of people. Each drawing fills the whole picture and says where one can stand."""

from __future__ import annotations

from collections.abc import Callable

import dailies.adapters.providers.rehearsal.illustrator.places.country as country
import dailies.adapters.providers.rehearsal.illustrator.places.rooms as rooms
import dailies.adapters.providers.rehearsal.illustrator.places.town as town
import dailies.adapters.providers.rehearsal.illustrator.places.water as water
from dailies.adapters.providers.rehearsal.illustrator.places.site import Site

DRAWINGS: dict[str, Callable[[Site], None]] = {
    **country.DRAWINGS, **town.DRAWINGS, **water.DRAWINGS, **rooms.DRAWINGS,
}  # fmt: skip
"""By the names in ``words``."""

INDOORS = frozenset(rooms.DRAWINGS)
"""Places lit by their own lamps and windows."""

__all__ = ["DRAWINGS", "INDOORS", "Site"]
