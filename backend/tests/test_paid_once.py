"""Rule 7: a vendor is paid once. A studio is killed at random moments while it shoots on the stand-in's vendors."""

from __future__ import annotations

from pathlib import Path

import pytest

from .support.paid_once import run

pytestmark = pytest.mark.crash


def test_the_bill_is_the_ledger_to_the_cent(tmp_path: Path) -> None:
    outcome = run(kills=5, seed=11, folder=tmp_path)
    assert outcome.kills == 5
    assert outcome.predictions > 5
    assert outcome.right, outcome
