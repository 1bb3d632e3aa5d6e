"""Loudness after ITU-R BS.1770-4 and EBU R128, and a limiter that keeps true peaks under a ceiling."""

from __future__ import annotations

import math
from functools import cache

import cv2
import numpy as np
import numpy.typing as npt

from dailies.media.sound.signal import RATE, Sound, decibels

TARGET = -14.0
"""LUFS of a finished film, as the large video platforms play it."""
CEILING = -1.0
"""dBTP: what lossy encoders need to be spared clipping."""
OVERSAMPLED = 4
TAPS = 24
"""Of each phase of the interpolator that finds peaks between samples."""
LOOK_AHEAD_S = 0.004
RELEASE_S = 0.12
BLOCK = 1 << 18
PASSES = 5


def loudness(sound: Sound) -> float:
    """Integrated loudness in LUFS (ITU-R BS.1770-4, both gates); -inf for silence. Weighted in the frequency
    domain, ten seconds at a time."""
    hop, window = RATE // 10, 4
    powers = []
    for start in range(0, sound.shape[1], RATE * 10):
        # The filters ring on: half a second before each piece lets them settle.
        before = min(start, RATE // 2)
        part = sound[:, start - before : start + RATE * 10]
        size = 1 << (part.shape[1] + RATE // 4).bit_length()
        weighted = np.fft.irfft(np.fft.rfft(part, size) * _k_weight(size), size)[:, before : part.shape[1]]
        whole = weighted.shape[1] // hop * hop
        powers.append((weighted[:, :whole] ** 2).reshape(2, -1, hop).mean(axis=2).sum(axis=0))
    steps = np.concatenate(powers) if powers else np.zeros(0)
    if len(steps) < window:
        return -math.inf
    blocks = np.convolve(steps, np.ones(window) / window, "valid")
    gated = blocks[blocks > 10 ** ((-70 + 0.691) / 10)]
    if not len(gated):
        return -math.inf
    gated = gated[gated > gated.mean() / 10]
    return float(-0.691 + 10 * math.log10(gated.mean()))


def true_peak(sound: Sound) -> float:
    """The highest peak in dBTP, between samples too (four times oversampled); -inf for silence."""
    highest = max((float(_envelope(sound, start).max()) for start in range(0, sound.shape[1], BLOCK)), default=0.0)
    return 20 * math.log10(highest) if highest > 0 else -math.inf


def limited(sound: Sound, ceiling: float = CEILING) -> Sound:
    """The sound with true peaks at most at ``ceiling`` (dBTP): turned down just before a peak, and up again slowly."""
    # A changing gain moves the peaks between samples a little; that much room is left for it.
    wanted = decibels(ceiling - 0.1)
    if not sound.shape[1]:
        return sound
    envelope = np.concatenate([_envelope(sound, start) for start in range(0, sound.shape[1], BLOCK)])
    if envelope.max() <= wanted:
        return sound
    gain = np.minimum(1.0, wanted / np.maximum(envelope, 1e-9)).astype(np.float32)
    ahead, release = round(LOOK_AHEAD_S * RATE), round(RELEASE_S * RATE)
    # The lowest gain of a window, then the mean of a window as long: smooth, and never above what is needed.
    out = np.empty_like(sound)
    window = ahead + release
    held = cv2.erode(_row(gain), np.ones((1, 2 * ahead + 1), np.uint8))[0]
    slow = cv2.erode(_row(gain), np.ones((1, window + 1), np.uint8), anchor=(window, 0))[0]
    eased = np.minimum(_averaged(held, 2 * ahead + 1), _released(_averaged(slow, 2 * ahead + 1)))
    np.multiply(sound, np.minimum(eased, 1.0), out=out)
    over = true_peak(out) - ceiling
    return out * np.float32(decibels(-over)) if over > 0 else out


def mastered(sound: Sound, target: float = TARGET, ceiling: float = CEILING) -> tuple[Sound, float]:
    """The sound at a loudness of ``target`` LUFS and below ``ceiling`` dBTP, and the gain (dB) before the limiter.

    Silence stays silence. Where the limiter would have to take more than 12 dB, the sound stays quieter.
    """
    level = loudness(sound)
    if math.isinf(level):
        return sound, 0.0
    gain = target - level
    most = ceiling + 12 - true_peak(sound)
    made = sound
    for _ in range(PASSES):
        gain = min(gain, most)
        made = limited(sound * np.float32(decibels(gain)), ceiling)
        missing = target - loudness(made)
        if abs(missing) < 0.05 or gain == most:
            break
        gain += missing
    return made, gain


def _envelope(sound: Sound, start: int) -> npt.NDArray[np.float32]:
    """The highest value at and right after each sample of a block, of both sides, between samples too."""
    half = TAPS // 2
    low, high = max(0, start - half), min(sound.shape[1], start + BLOCK + half)
    end = min(sound.shape[1], start + BLOCK)
    highest = np.abs(sound[:, start:end]).max(axis=0)
    for side in sound[:, low:high]:
        for phase in _phases():
            between = np.abs(np.convolve(side, phase))[half:]
            highest = np.maximum(highest, between[start - low : end - low])
    return np.asarray(highest, np.float32)


@cache
def _phases() -> tuple[npt.NDArray[np.float32], ...]:
    """Filters for the points a quarter, a half and three quarters of the way to the next sample."""
    at = np.arange(TAPS) - (TAPS // 2 - 1)
    kernels = []
    for phase in range(1, OVERSAMPLED):
        place = at - phase / OVERSAMPLED
        kernel = np.sinc(place) * np.kaiser(TAPS + 2, 7.0)[1:-1]
        kernels.append((kernel / kernel.sum())[::-1].astype(np.float32))
    return tuple(kernels)


def _row(values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    return np.ascontiguousarray(values[None, :])


def _averaged(values: npt.NDArray[np.float32], length: int) -> npt.NDArray[np.float32]:
    return np.asarray(cv2.blur(_row(values), (length, 1), borderType=cv2.BORDER_REPLICATE)[0], np.float32)


def _released(values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Rises are smoothed over the release, falls are not late: the mean of the window that has just passed."""
    length = round(RELEASE_S * RATE)
    last = (length - 1, 0)
    return np.asarray(cv2.blur(_row(values), (length, 1), anchor=last, borderType=cv2.BORDER_REPLICATE)[0], np.float32)


@cache
def _k_weight(size: int) -> npt.NDArray[np.complex128]:
    """The two filters of BS.1770 at 48 kHz, for ``numpy.fft.rfft`` of this size."""
    z = np.exp(-2j * math.pi * np.fft.rfftfreq(size))
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z**2) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * z**2
    )
    passed = (1 - 2 * z + z**2) / (1 - 1.99004745483398 * z + 0.99007225036621 * z**2)
    return np.asarray(shelf * passed, np.complex128)
