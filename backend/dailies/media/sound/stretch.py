"""Speech made to fit its scene: without its silent ends, and a little faster where it must be."""

from __future__ import annotations

from dataclasses import dataclass

import av
import numpy as np

from dailies.media.sound.signal import RATE, Sound, decibels

FASTEST = 1.2
"""Speech is told apart from hurried speech somewhere above this."""
SILENT = decibels(-48)
KEPT_S = 0.03


@dataclass(frozen=True)
class Fit:
    """A line in its room. ``speed``: 1 to 1.2; ``lead_s``: silence taken from its start; ``over_s``: seconds by which
    it is still too long, 0 when it fits."""

    sound: Sound
    speed: float
    lead_s: float
    over_s: float


def fitted(sound: Sound, room_s: float, fastest: float = FASTEST) -> Fit:
    """A line brought into ``room_s`` seconds by leaving out silence round it and speaking up to ``fastest`` times as
    fast."""
    begin, end = _bounds(sound)
    line = sound[:, begin:end]
    seconds = line.shape[1] / RATE
    speed = min(fastest, max(1.0, seconds / max(0.05, room_s)))
    if speed > 1.005:
        line = stretched(line, speed)
    else:
        speed = 1.0
    return Fit(line, round(speed, 3), begin / RATE, max(0.0, round(line.shape[1] / RATE - room_s, 3)))


def stretched(sound: Sound, speed: float) -> Sound:
    """The sound at another speed (0.5 to 2) and the same pitch (WSOLA, FFmpeg's ``atempo``)."""
    graph = av.filter.Graph()
    source = graph.add_abuffer(format="fltp", sample_rate=RATE, layout="stereo")
    tempo = graph.add("atempo", f"{speed:.6f}")
    # The filter may change the samples' format on the way.
    plain = graph.add("aformat", "sample_fmts=fltp:channel_layouts=stereo")
    sink = graph.add("abuffersink")
    source.link_to(tempo)
    tempo.link_to(plain)
    plain.link_to(sink)
    graph.configure()
    out: list[Sound] = []
    step = 1 << 14
    for start in range(0, sound.shape[1], step):
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound[:, start : start + step]), "fltp", "stereo")
        frame.sample_rate, frame.pts = RATE, start
        graph.push(frame)
        _drain(graph, out)
    graph.push(None)
    _drain(graph, out)
    length = round(sound.shape[1] / speed)
    made = np.concatenate([*out, np.zeros((2, 1), np.float32)], axis=1)[:, :length]
    return np.pad(made, ((0, 0), (0, length - made.shape[1])))


def _drain(graph: av.filter.Graph, out: list[Sound]) -> None:
    while True:
        try:
            frame = graph.pull()
        except (av.BlockingIOError, av.EOFError):
            return
        if isinstance(frame, av.AudioFrame):
            out.append(frame.to_ndarray().astype(np.float32, copy=False))


def _bounds(sound: Sound) -> tuple[int, int]:
    """Where the first and the last sound is, with a breath kept round it."""
    loud = np.flatnonzero(np.abs(sound).max(axis=0) > SILENT)
    if not len(loud):
        return 0, sound.shape[1]
    kept = round(KEPT_S * RATE)
    return max(0, int(loud[0]) - kept), min(sound.shape[1], int(loud[-1]) + kept)
