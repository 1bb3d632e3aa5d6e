"""Music that steps back while somebody speaks."""

from __future__ import annotations

import numpy as np

from dailies.media.sound.signal import RATE, Sound, decibels

DEPTH = -11.0
"""dB that music is turned down by under speech."""
LOOK_AHEAD_S, HOLD_S = 0.12, 0.15
ATTACK_S, RELEASE_S = 0.06, 0.35
HOP = RATE // 100
SPEAKING = decibels(-42)
BLOCK = HOP * 500


def ducked(music: Sound, speech: Sound, depth: float = DEPTH) -> Sound:
    """The music, turned down by ``depth`` dB shortly before, during and a moment after speech. Both as long."""
    gain = _gain(speech, depth)
    out = np.empty_like(music)
    for start in range(0, music.shape[1], BLOCK):
        block = music[:, start : start + BLOCK]
        at = (np.arange(start, start + block.shape[1]) / HOP).astype(np.float32)
        out[:, start : start + BLOCK] = block * np.interp(at, np.arange(len(gain)), gain).astype(np.float32)
    return out


def _gain(speech: Sound, depth: float) -> list[float]:
    """The music's gain each hundredth of a second."""
    count = speech.shape[1] // HOP
    power = (speech[:, : count * HOP].reshape(2, count, HOP) ** 2).mean(axis=2).max(axis=0)
    speaking = np.sqrt(power) > SPEAKING
    ahead, hold = round(LOOK_AHEAD_S * 100), round(HOLD_S * 100)
    kernel = np.ones(ahead + hold + 1)
    near = np.convolve(speaking, kernel)[ahead : ahead + count] > 0.5
    low = decibels(depth)
    down, up = np.exp(-1 / (ATTACK_S * 100)), np.exp(-1 / (RELEASE_S * 100))
    gains, gain = [], 1.0
    for close in near:
        wanted = low if close else 1.0
        keep = down if wanted < gain else up
        gain = wanted + (gain - wanted) * float(keep)
        gains.append(gain)
    return gains or [1.0]
