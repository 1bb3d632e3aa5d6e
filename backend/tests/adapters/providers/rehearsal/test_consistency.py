"""The measure of likeness, on a few characters and frames drawn small."""

from __future__ import annotations

import pytest

from dailies.adapters.providers.rehearsal.illustrator.consistency import (
    CHARACTERS,
    FRAMES,
    distance,
    likeness,
    measure,
)


def test_every_character_is_nearest_to_its_own_sheet() -> None:
    rows = measure(CHARACTERS[:4], (FRAMES[0], FRAMES[3]), 480, 270)
    assert len(rows) == 4
    for row in rows:
        assert row.within < row.between, row
        assert row.own == 1.0, row


def test_a_changed_outfit_is_seen_and_the_rest_stays() -> None:
    sheet = "Reference sheet of a character.\nMia: a girl of nine in a {} raincoat, short brown hair, fair skin."
    yellow, blue = (likeness(sheet.format(colour), 480, 270, 7) for colour in ("yellow", "blue"))
    assert distance(yellow, yellow) == 0
    assert distance(yellow, blue) > 10
    assert yellow.colours["skin"] == pytest.approx(blue.colours["skin"], abs=6)


def test_a_picture_without_people_is_refused() -> None:
    with pytest.raises(ValueError, match="Nobody"):
        likeness("Reference of a place.\nThe beach: a quiet beach, noon.\nStyle: gouache.", 320, 180, 1)
