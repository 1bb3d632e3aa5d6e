"""Times a coroutine run over and over."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable


def ignore_progress(done: float) -> None:
    """A progress callback for work that nobody watches or stops."""


def run_times(work: Callable[[int], Awaitable[object]], runs: int) -> list[float]:
    """Wall-clock seconds of each run, after one that is not counted: it loads fonts, tables and lexicons.

    ``work`` is given the run's number, 0 to ``runs`` - 1, to vary what it makes.
    """

    async def all_runs() -> list[float]:
        await work(0)
        seconds = []
        for number in range(runs):
            begun = time.perf_counter()
            await work(number)
            seconds.append(time.perf_counter() - begun)
        return seconds

    return asyncio.run(all_runs())


def milliseconds(seconds: list[float]) -> dict[str, str | int | float]:
    """A row in milliseconds; the median, since a shared machine's mean says little."""
    return {
        "unit": "ms",
        "runs": len(seconds),
        "median": round(statistics.median(seconds) * 1000, 2),
        "best": round(min(seconds) * 1000, 2),
        "worst": round(max(seconds) * 1000, 2),
    }
