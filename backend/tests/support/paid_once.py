"""Kills a studio at random moments while it shoots on vendors' models, and compares the vendors' bill with the ledger.

``python -m tests.support.paid_once KILLS [SEED]`` from ``backend/``; prints JSON and ends with 1 where they differ.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from dailies.standin.server import StandinHandle, running_standin
from dailies.standin.settings import Latency, StandinSettings

from .process import StudioProcess
from .vendors import OPENAI_KEY, PROVIDERS, REPLICATE_KEY, keys_for, registry_for

BRIEF = {"prompt": "A baker in Lisbon gives her last loaf to a street dog.", "duration_s": 6}
MOST_CHECKS = 3
OPEN = ("reserved", "sent", "accepted")
LONGEST_LIFE_S = 1.6
"""A studio lives at most this long after its start before it is killed: about as long as one stage takes."""


@dataclass
class Outcome:
    """What was found. Money in millionths of a US dollar. ``lost``: vendor's jobs that were billed and stand in no
    row; ``doubled``: pieces of work for which the vendor was paid twice without anybody's wish; ``unknown``:
    calls without an id of which nothing can be known, which the creator was asked about."""

    kills: int = 0
    projects: int = 0
    predictions: int = 0
    billed: int = 0
    settled: int = 0
    unknown: int = 0
    billed_unknown: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def right(self) -> bool:
        """Whether bill and ledger agree to the cent."""
        same = self.billed == self.settled + self.billed_unknown
        return same and not (self.lost or self.doubled or self.wrong)


def run(kills: int, seed: int, folder: Path) -> Outcome:
    """Shoot films until the studio was killed so many times and every film is done."""
    dice = random.Random(seed)
    latency = {kind: Latency(median_s=0.25, sigma=0.4) for kind in ("text", "image", "video")}
    settings = StandinSettings(picture_scale=0.125, latency=latency, keys=(OPENAI_KEY, REPLICATE_KEY), seed=seed)
    outcome = Outcome()
    with running_standin(settings) as standin:
        environment = {
            "DAILIES_MODELS_FILE": str(registry_for(standin, folder)),
            "DAILIES_KEYS_FILE": str(keys_for(folder)),
        }
        studio = StudioProcess(folder / "data", environment=environment)
        studio.start()
        while outcome.kills < kills:
            outcome.projects += 1
            _shoot(studio, dice, outcome, kills)
        _compare(studio, standin, outcome)
        studio.stop()
    return outcome


def _shoot(studio: StudioProcess, dice: random.Random, outcome: Outcome, kills: int) -> None:
    body = {"brief": BRIEF, "mode": "automatic", "providers": PROVIDERS}
    project = studio.client.post("/api/projects", json=body).json()["id"]
    checks: Counter[str] = Counter()
    for _ in range(600):
        if outcome.kills < kills:
            time.sleep(dice.uniform(0.0, LONGEST_LIFE_S))
            studio.kill()
            studio.start()
            outcome.kills += 1
        else:
            studio.idle(project)
        state = studio.project(project)
        if next(stage for stage in state["stages"] if stage["name"] == "video")["state"] == "approved":
            return
        _decide(studio, state, checks)
    raise AssertionError("the film was never done")


def _decide(studio: StudioProcess, state: dict[str, Any], checks: Counter[str]) -> None:
    """What a creator does about what failed: look it up; and where that brings nothing, try again."""
    if any(operation["status"] in ("queued", "running") for operation in state["operations"]):
        return
    path = f"/api/projects/{state['id']}"
    failed = [item for item in state["items"] if item["failure"]]
    for item in failed:
        unsure = item["failure"]["code"] == "outcome_unknown" and checks[item["id"]] < MOST_CHECKS
        checks[item["id"]] += unsure
        verb = "check" if unsure else "retry"
        studio.client.post(f"{path}/operations/{item['failure']['operation']}/{verb}")
    if not failed:
        studio.client.patch(path, json={"mode": "automatic"})


def _rows(studio: StudioProcess) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    cursor = ""
    while True:
        page = studio.client.get("/api/ledger", params={"cursor": cursor}).json()
        rows += page["calls"]
        cursor = page["next_cursor"] or ""
        if not cursor:
            return rows


def _compare(studio: StudioProcess, standin: StandinHandle, outcome: Outcome) -> None:
    rows = _rows(studio)
    for _ in range(200):
        # Scores come after the film.
        if not any(row["state"] in OPEN for row in rows):
            break
        time.sleep(0.1)
        rows = _rows(studio)
    bill = standin.bill()
    outcome.billed = sum(line.usd_micros for line in bill)
    outcome.settled = sum(round(row["cost_usd"] * 1_000_000) for row in rows)
    outcome.unknown = sum(row["state"] == "unknown" for row in rows)
    outcome.predictions = len(standin.predictions())
    by_job = {row["vendor_job"]: row for row in rows if row["vendor_job"]}
    jobs = Counter(row["vendor_job"] for row in rows if row["vendor_job"])
    outcome.doubled = [job for job, count in jobs.items() if count > 1]
    for line in bill:
        if line.vendor != "replicate":
            continue
        row = by_job.get(line.job)
        if row is None:
            outcome.lost.append(line.job)
        elif round(row["cost_usd"] * 1_000_000) != line.usd_micros:
            outcome.wrong.append(f"{line.job}: billed {line.usd_micros}, ledger {row['cost_usd']}")
    outcome.wrong += [f"{row['id']} is {row['state']}" for row in rows if row["state"] in OPEN]
    texts = Counter(line.usd_micros for line in bill if line.vendor == "openai")
    known = Counter(
        round(row["cost_usd"] * 1_000_000) for row in rows if row["vendor"] == "openai" and row["state"] == "settled"
    )
    if known - texts:
        outcome.wrong.append(f"text calls in the ledger that were never billed: {dict(known - texts)}")
    spare = texts - known
    if sum(spare.values()) > sum(row["state"] == "unknown" for row in rows if row["vendor"] == "openai"):
        outcome.lost.append(f"text calls billed and nowhere in the ledger: {dict(spare)}")
    outcome.billed_unknown = sum(amount * count for amount, count in spare.items())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="dailies-paid-once-") as scratch:
        found = run(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1, Path(scratch))
    print(json.dumps({**asdict(found), "right": found.right}, indent=2))
    sys.exit(0 if found.right else 1)
