"""Milliseconds per story: six briefs of different kinds and lengths."""

from __future__ import annotations

from bench.timing import ignore_progress, milliseconds, run_times
from dailies.adapters.providers.rehearsal.writer import RehearsalWriter
from dailies.domain.brief import Brief

BRIEFS = (
    Brief("A shy robot learns to surf at sunset", 15),
    Brief("A baker delivers bread to a lighthouse in a storm. The keeper shares it with the gulls.", 30),
    Brief("An ad for a water bottle for climbers, confident and dry", 20),
    Brief("How to make pour-over coffee in four steps, calm", 30),
    Brief("Grandmother Rosa finds her old bicycle in the shed and rides it to the sea with her grandson", 60),
    Brief("A detective follows a trail of paper boats through a flooded city at night", 90),
)
RUNS = 60


def measure() -> dict[str, str | int | float]:
    """Write each brief in turn, each time from another seed."""
    writer = RehearsalWriter()
    seconds = run_times(lambda run: writer.write(BRIEFS[run % len(BRIEFS)], run, ignore_progress), RUNS)
    return {"what": "one story", **milliseconds(seconds)}
