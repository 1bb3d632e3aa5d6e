"""Seconds per frame of 1280 x 720 pixels on one core, their spread, the peak of memory, and what each style costs."""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time

PROMPTS = (
    "Wide. A girl in a yellow raincoat walks along the path.\nSetting: The forest, an old forest, dawn, rain.",
    "Medium. An old fisherman with a grey beard smiles.\nSetting: The harbour, a small harbour, golden hour, clear.",
    "Insert. The steel water bottle stands on the ledge.\nSetting: The ridge, mountains, noon, clear.",
    "Full. A courier rides a red bicycle.\nSetting: The street, a street of shops, night, rain.",
    "Close-up. A woman with long black hair looks up, amazed.\nSetting: The rooftop, a flat roof, dusk, clear.",
    "Medium wide. Two friends drink tea at the table.\nSetting: The kitchen, a small kitchen, morning, clear.",
    "Wide. A crowd of people waits.\nSetting: The platform, a railway station, morning, fog.",
    "Extreme wide. A lone hiker.\nSetting: The mountains, a mountain pass in winter, noon, snow.",
    "Medium close-up. A baker of fifty holds a loaf.\nSetting: The bakery, a village bakery, dawn, clear.",
    "Full. A fox in a blue scarf carries a lantern.\nSetting: The wood, a pine forest, night, snow.",
    "Wide. A red car.\nSetting: The road, a country road in autumn, afternoon, wind.",
    "Wide. A keeper stands at the foot of the tower.\nSetting: The lighthouse, a cliff, night, storm.",
    "Medium. A scientist in a white coat lifts a flask.\nSetting: The laboratory, a bright laboratory, noon, clear.",
    'Insert. A phone that says "HELLO".\nSetting: The desk, an office desk, afternoon, clear.',
    "Wide. Children play.\nSetting: The playground, a playground in spring, morning, clear.",
    "Full. A robot waters the pots.\nSetting: The greenhouse, a greenhouse, morning, clear.",
    "Medium. A boxer leans on the ropes.\nSetting: The gym, an old gym, night, clear.",
    "Wide. A whale swims past a diver.\nSetting: The reef, underwater, noon, clear.",
    "Extreme wide. Towers across the river.\nSetting: The city, a megacity, night, clear.",
    "Medium wide. A teacher writes on the board.\nSetting: The classroom, a village school, morning, clear.",
    "Full. A knight walks to the gate.\nSetting: The castle, a castle on a hill, golden hour, clear.",
    "Close-up. A cat sleeps.\nSetting: The living room, a flat, afternoon, rain.",
    "Wide. Two astronauts plant a flag.\nSetting: The moon, the surface of the moon, night, clear.",
    "Medium. A singer in a red dress.\nSetting: The stage, a theatre, night, clear.",
)
"""One of each kind of place, shot size and subject."""

STYLES = ("gouache", "ink", "poster", "pencil", "noir")
STYLE_PROMPTS = 5


def measure() -> dict[str, str | int | float]:
    """Draw every prompt in a fresh process that is held to one core."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.illustrator"],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    row: dict[str, str | int | float] = json.loads(done.stdout)
    return {"what": "one 1280 x 720 frame, one core", **row}


def draw_all() -> dict[str, str | int | float]:
    """Measure in this process, after one picture of each style that isn't counted."""
    # Imported here, so that the measuring process holds them and the one that starts it doesn't.
    import cv2

    from dailies.adapters.providers.rehearsal.illustrator.artist import draw_now
    from dailies.domain.brief import FRAME_SIZES
    from dailies.ports import ImageRequest

    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    cv2.setNumThreads(1)
    width, height = FRAME_SIZES["16:9"]

    def seconds(prompt: str, style: str, seed: int) -> float:
        begun = time.perf_counter()
        draw_now(ImageRequest(f"{prompt}\nStyle: {style}.", width, height, seed), lambda _: None)
        return time.perf_counter() - begun

    for style in STYLES:
        seconds(PROMPTS[0], style, 0)
    times = sorted(seconds(prompt, "gouache", seed) for seed, prompt in enumerate(PROMPTS))
    some = PROMPTS[:: len(PROMPTS) // STYLE_PROMPTS][:STYLE_PROMPTS]
    by_style = {style: sum(seconds(prompt, style, 1) for prompt in some) for style in STYLES}
    # Kilobytes on Linux, bytes on macOS.
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20
    return {
        "unit": "s",
        "runs": len(times),
        "median": round(statistics.median(times), 3),
        "p95": round(times[min(len(times) - 1, round(0.95 * (len(times) - 1)))], 3),
        "peak_memory_mb": round(peak),
        **{f"{style}_to_gouache": round(by_style[style] / by_style["gouache"], 2) for style in STYLES[1:]},
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(draw_all()))
