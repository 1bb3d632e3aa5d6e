"""The animator at 1920 x 1080: frames per second by move, and how its memory grows with a clip's length."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Awaitable
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from bench.timing import ignore_progress, run_times
from dailies.adapters.providers.rehearsal.animator import RehearsalAnimator
from dailies.ports import ClipRequest

WIDTH, HEIGHT, FPS = 1920, 1080, 24
SECONDS = 2.0
RUNS = 2
MOVES = {
    "push in": "Push in. Leaves move in the wind.",
    "pan": "Pan left. Leaves move in the wind.",
    "handheld": "Handheld. Leaves move in the wind.",
    "morph": "Static. Leaves move in the wind.",
    "rain": "Static. Rain falls.",
}
"""By the names of the row's figures. ``push in`` is a dolly with a depth warp, since the picture is wide."""
SHORT_S, LONG_S = 4, 16


def textured_picture(width: int, height: int, left: float = -2.2) -> bytes:
    """A PNG with detail at every size, so that the encoder is not flattered: a fractal, cheap and always the same.

    ``left``: where its view begins; a little more is the same scene with the camera moved.
    """
    picture = Image.effect_mandelbrot((width, height), (left, -1.2, left + 3.0, 1.2), 100).convert("RGB")
    encoded = io.BytesIO()
    picture.save(encoded, "PNG", compress_level=1)
    return encoded.getvalue()


def measure() -> dict[str, str | int | float]:
    """Animate one picture by each move in turn, then in fresh processes for memory."""
    start, end = textured_picture(WIDTH, HEIGHT), textured_picture(WIDTH, HEIGHT, -2.1)
    rates = {name: _rate(prompt, start, end if name == "morph" else None) for name, prompt in MOVES.items()}
    short, long = (_peak_mib(seconds) for seconds in (SHORT_S, LONG_S))
    return {
        "what": f"clips of {WIDTH} x {HEIGHT}, {SECONDS:g} s",
        "unit": "frames per second",
        "runs": RUNS,
        **{f"{name}, best": round(rate, 1) for name, rate in rates.items()},
        f"peak memory of {SHORT_S} s, MiB": round(short),
        f"peak memory of {LONG_S} s, MiB": round(long),
        "memory, long to short": round(long / short, 3),
    }


def _rate(prompt: str, start: bytes, end: bytes | None) -> float:
    with TemporaryDirectory() as folder:

        def animate(run: int) -> Awaitable[object]:
            output = Path(folder) / f"{run}.mp4"
            request = ClipRequest(prompt, start, SECONDS, WIDTH, HEIGHT, run, output, end, FPS)
            return RehearsalAnimator().animate(request, ignore_progress)

        return SECONDS * FPS / min(run_times(animate, RUNS))


_IN_ITS_OWN_PROCESS = """
import asyncio, resource, sys
from pathlib import Path
from bench.animator import FPS, HEIGHT, MOVES, WIDTH, textured_picture
from bench.timing import ignore_progress
from dailies.adapters.providers.rehearsal.animator import RehearsalAnimator
from dailies.ports import ClipRequest

start = textured_picture(WIDTH, HEIGHT)
request = ClipRequest(MOVES["rain"], start, float(sys.argv[1]), WIDTH, HEIGHT, 1, Path(sys.argv[2]), None, FPS)
asyncio.run(RehearsalAnimator().animate(request, ignore_progress))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def _peak_mib(seconds: int) -> float:
    """Most memory that a process held which made one clip and nothing else."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-c", _IN_ITS_OWN_PROCESS, str(seconds), str(Path(folder) / "clip.mp4")]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    # Linux counts in KiB, macOS in bytes.
    return int(done.stdout) / (1024 if sys.platform != "darwin" else 1024 * 1024)
