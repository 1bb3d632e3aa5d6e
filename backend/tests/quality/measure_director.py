"""Measures the rehearsal director on the notes that were held apart: ``python -m tests.quality.measure_director``."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any

from dailies.adapters.providers.rehearsal.director import RehearsalDirector
from dailies.ports import Director
from tests.quality.director_checks import Answer, ask, faults, touches_others
from tests.quality.sets import DirectorCase, director_cases, fixture


async def answers(director: Director, cases: Sequence[DirectorCase]) -> list[Answer]:
    """All answers, written at the same time: they are paced for reading."""
    film = fixture()
    return list(await asyncio.gather(*(ask(director, film, case) for case in cases)))


async def measure(director: Director, cases: Sequence[DirectorCase]) -> tuple[dict[str, float], list[dict[str, Any]]]:
    """Shares right, 0 to 1: of all, per kind, per stage, and of notes that touch no item they aren't about;
    and the failures, with the answers."""
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    failures = []
    for case, answer in zip(cases, await answers(director, cases), strict=True):
        wrong, touched = faults(case, answer), touches_others(case, answer)
        for name in ("all", f"kind: {case.kind}", f"stage: {case.stage}"):
            asked[name] += 1
            right[name] += not wrong and not touched
        asked["touches no other item"] += 1
        right["touches no other item"] += not touched
        if wrong or touched:
            failures.append(_failure(case, answer, wrong, touched))
    return {name: right[name] / asked[name] for name in sorted(asked)}, failures


def _failure(case: DirectorCase, answer: Answer, wrong: list[str], touched: list[str]) -> dict[str, Any]:
    proposal = answer.proposal
    made = {"kind": proposal.kind, "items": proposal.items, "instruction": proposal.instruction} if proposal else None
    return {
        "id": case.id,
        "kind": case.kind,
        "stage": case.stage,
        "text": case.text,
        "faults": wrong,
        "touches": touched,
        "proposal": made,
        "reply": answer.reply,
    }


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shares", action="store_true", help="print no failures: they quote the set")
    only_shares = parser.parse_args().shares
    shares, failures = asyncio.run(measure(RehearsalDirector(), director_cases()))
    told: dict[str, Any] = {"shares": {name: round(share, 3) for name, share in shares.items()}}
    if not only_shares:
        told["failures"] = failures
    json.dump(told, sys.stdout, indent=1, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
