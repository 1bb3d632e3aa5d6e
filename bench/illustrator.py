"""Milliseconds per frame of 1280 x 720 pixels."""

from __future__ import annotations

from collections.abc import Awaitable

from bench.timing import ignore_progress, milliseconds, run_times
from dailies.adapters.providers.rehearsal.illustrator import RehearsalIllustrator
from dailies.domain.brief import FRAME_SIZES
from dailies.ports import ImageRequest

PROMPTS = (
    "Wide shot. A girl in a yellow raincoat walks through a forest at dawn, light rain. Gouache.",
    "Medium shot. An old fisherman with a grey beard smiles in a harbour at golden hour. Gouache.",
    "Close-up. A steel water bottle on a rock ledge, mountains behind, noon. Poster.",
    "Full shot. A courier rides a red bicycle down a city street at night, rain. Ink.",
)
RUNS = 8


def measure() -> dict[str, str | int | float]:
    """Draw each prompt in turn, each time from another seed."""
    illustrator = RehearsalIllustrator()
    width, height = FRAME_SIZES["16:9"]

    def draw(run: int) -> Awaitable[object]:
        request = ImageRequest(PROMPTS[run % len(PROMPTS)], width, height, seed=run)
        return illustrator.draw(request, ignore_progress)

    return {"what": f"one {width} x {height} frame", **milliseconds(run_times(draw, RUNS))}
