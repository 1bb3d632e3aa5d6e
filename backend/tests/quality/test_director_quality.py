"""Floors for the rehearsal director on the notes that were held apart. They are raised when the shares rise."""

from __future__ import annotations

import asyncio

import pytest

from dailies.adapters.providers.rehearsal.director import RehearsalDirector
from tests.quality.measure_director import measure
from tests.quality.sets import director_cases

FLOORS = {
    "all": 0.88,
    "kind: change": 0.85,
    "kind: mixed": 0.80,
    "kind: lock": 1.0,
    "kind: out_of_scope": 1.0,
    "kind: pick": 0.95,
    "kind: question": 0.90,
    "kind: thanks": 1.0,
    "kind: unclear": 0.85,
    "kind: undo": 1.0,
    "touches no other item": 0.95,
}


@pytest.fixture(scope="module")
def shares() -> dict[str, float]:
    return asyncio.run(measure(RehearsalDirector(), director_cases()))[0]


@pytest.mark.parametrize(("share", "floor"), FLOORS.items())
def test_notes_are_answered_right(shares: dict[str, float], share: str, floor: float) -> None:
    assert shares[share] >= floor
