"""Frames per second that the animator makes and encodes, at 1280 x 720 pixels."""

from __future__ import annotations

import io
import statistics
from collections.abc import Awaitable
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from bench.timing import ignore_progress, run_times
from dailies.adapters.providers.rehearsal.animator import RehearsalAnimator
from dailies.domain.brief import FRAME_SIZES
from dailies.ports import ClipRequest

PROMPTS = ("Slow push in. Leaves move in the wind.", "Pan left along the street, rain falls.")
SECONDS = 2.0
FPS = 24
RUNS = 4


def textured_picture(width: int, height: int) -> bytes:
    """A PNG with detail at every size, so that the encoder is not flattered: a fractal, cheap and always the same."""
    picture = Image.effect_mandelbrot((width, height), (-2.2, -1.2, 0.8, 1.2), 100).convert("RGB")
    encoded = io.BytesIO()
    picture.save(encoded, "PNG")
    return encoded.getvalue()


def measure() -> dict[str, str | int | float]:
    """Animate one picture by each motion prompt in turn."""
    animator = RehearsalAnimator()
    width, height = FRAME_SIZES["16:9"]
    start = textured_picture(width, height)
    with TemporaryDirectory() as folder:

        def animate(run: int) -> Awaitable[object]:
            output = Path(folder) / f"{run}.mp4"
            prompt = PROMPTS[run % len(PROMPTS)]
            request = ClipRequest(prompt, start, SECONDS, width, height, seed=run, output=output, fps=FPS)
            return animator.animate(request, ignore_progress)

        rates = [SECONDS * FPS / seconds for seconds in run_times(animate, RUNS)]
    return {
        "what": f"clips of {width} x {height}, {SECONDS:g} s",
        "unit": "frames per second",
        "runs": len(rates),
        "median": round(statistics.median(rates), 1),
        "best": round(max(rates), 1),
        "worst": round(min(rates), 1),
    }
