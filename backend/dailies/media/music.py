"""A quiet bed of music, composed for the cut it lies under.

Soft pads carry four chords round, a plucked line picks its way through them, and a bell marks the cuts. The
tempo is chosen so that cuts fall on beats. The same cuts and seed always give the same samples.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from dailies.media.sound.loudness import loudness
from dailies.media.sound.signal import RATE, Sound

LOUDNESS = -17.0
"""LUFS, integrated: under a voice it needs no more, and alone it is not faint."""
PEAK = 0.84
SLOWEST, FASTEST = 66.0, 104.0
"""Beats a minute."""
ENDING_S = 2.6
TAIL_S = 1.7
BLOCK = 1 << 17

PROGRESSIONS: tuple[tuple[tuple[int, ...], ...], ...] = (
    ((0, 4, 7, 14), (9, 12, 16, 19), (5, 9, 12, 16), (7, 11, 14, 17)),
    ((0, 4, 7, 11), (4, 7, 11, 14), (5, 9, 12, 16), (5, 9, 12, 14)),
    ((0, 7, 14, 16), (5, 12, 16, 21), (9, 12, 16, 19), (7, 14, 17, 19)),
    ((9, 12, 16, 19), (5, 9, 12, 16), (0, 4, 7, 14), (7, 11, 14, 16)),
    ((0, 4, 7, 9), (2, 5, 9, 12), (5, 9, 12, 16), (0, 4, 7, 14)),
)
"""Chords as semitones above the tonic: third, fifth and one colour, without a heavy root."""
PATTERNS: tuple[tuple[int, ...], ...] = (
    (0, -1, 2, 1, -1, 3, 2, -1),
    (0, 2, -1, 1, 3, -1, 2, 1),
    (0, -1, -1, 2, 3, -1, 1, -1),
    (2, -1, 1, 3, -1, 0, 2, -1),
)
"""Eighths of a bar: which note of the chord is plucked; -1 rests."""


MINOR: tuple[tuple[tuple[int, ...], ...], ...] = (
    ((0, 3, 7, 14), (8, 12, 15, 19), (3, 7, 10, 14), (10, 14, 17, 20)),
    ((0, 7, 14, 15), (5, 8, 12, 15), (8, 12, 15, 19), (7, 10, 14, 17)),
    ((0, 3, 7, 10), (5, 8, 12, 14), (3, 7, 10, 14), (8, 12, 14, 19)),
)
"""As ``PROGRESSIONS``, in minor."""
Mood = Literal["warm", "bright", "calm", "tense", "sad"]


@dataclass(frozen=True)
class _Manner:
    """How a mood sounds. ``beats``: wished for, a minute; ``plucks``, ``bells``: their level, 1 is usual;
    ``brightest``: Hz above which pads have no partials; ``ending``: the last chord."""

    progressions: tuple[tuple[tuple[int, ...], ...], ...] = PROGRESSIONS
    beats: tuple[float, float] = (74, 92)
    plucks: float = 1.0
    bells: float = 1.0
    brightest: float = 2600
    ending: tuple[int, ...] = (0, 7, 12, 16)


MOODS: dict[Mood, _Manner] = {
    "warm": _Manner(),
    "bright": _Manner(beats=(92, 103), plucks=1.35, bells=1.2, brightest=4200),
    "calm": _Manner(beats=(66, 74), plucks=0.45, bells=0.7, brightest=1800),
    "tense": _Manner(MINOR, (84, 102), 1.2, 0.5, 1900, (0, 7, 12, 15)),
    "sad": _Manner(MINOR, (66, 76), 0.75, 0.8, 2000, (0, 7, 12, 15)),
}


@dataclass(frozen=True)
class _Score:
    seconds: float
    beat: float
    tonic: float
    chords: tuple[tuple[int, ...], ...]
    pattern: tuple[int, ...]
    cuts: tuple[float, ...]
    seed: int
    manner: _Manner


def compose(
    seconds: float,
    cuts: Sequence[float],
    seed: int,
    alive: Callable[[], None] = lambda: None,
    mood: Mood = "warm",
) -> Sound:
    """Music of exactly ``round(seconds * 48000)`` samples for a film with cuts at these seconds.

    Its loudness is -17 LUFS or, where peaks forbid it, a little less; it fades out at the end. ``mood`` chooses its
    chords, pace and brightness. ``alive`` is
    called several times a second; what it raises ends the work.
    """
    score = _score(seconds, cuts, seed, mood)
    total = round(seconds * RATE)
    dry = np.zeros((2, total + RATE * 3), np.float32)
    wet = np.zeros_like(dry)
    _pads(score, dry, wet, alive)
    _plucks(score, dry, wet)
    alive()
    _bells(score, wet)
    _reverberate(wet, score.seed, alive)
    mixed = (dry + wet)[:, :total]
    del dry, wet
    _fade(mixed, seconds)
    return _mastered(mixed)


def tempo_for(cuts: Sequence[float], seed: int, mood: Mood = "warm") -> float:
    """Beats a minute at which the cuts lie nearest to beats, counted from the film's start."""
    wish = float(np.random.default_rng((seed, 11)).uniform(*MOODS[mood].beats))
    if not cuts:
        return wish

    def cost(bpm: float) -> float:
        beats = np.asarray(cuts) * bpm / 60
        # Half a beat off sounds like a mistake, a twentieth does not; the wish only decides between equals.
        return float(np.mean(np.abs(beats - np.rint(beats)))) + 0.0008 * abs(bpm - wish)

    return float(min(np.arange(SLOWEST, FASTEST, 0.25), key=cost))


def _score(seconds: float, cuts: Sequence[float], seed: int, mood: Mood) -> _Score:
    chance = np.random.default_rng((seed, 12))
    manner = MOODS[mood]
    inside = tuple(cut for cut in cuts if 0.2 < cut < seconds - 0.2)
    return _Score(
        seconds,
        60 / tempo_for(inside, seed, mood),
        # The tonic lies between F sharp 3 and E 4, where small speakers still carry it.
        float(185.0 * 2 ** (chance.integers(0, 10) / 12)),
        manner.progressions[chance.integers(len(manner.progressions))],
        PATTERNS[chance.integers(len(PATTERNS))],
        inside,
        seed,
        manner,
    )


def _bars(score: _Score) -> Iterator[tuple[int, float, float, tuple[int, ...]]]:
    """Each bar's number, start and length in seconds, and its chord; the last rests on the tonic."""
    bar = score.beat * 4
    ending = max(0.0, score.seconds - ENDING_S)
    number, start = 0, 0.0
    while start < ending - 0.3:
        length = min(bar, ending - start)
        yield number, start, length, score.chords[number % len(score.chords)]
        number, start = number + 1, start + bar
    yield (
        number,
        min(start, ending) if start > ending else start,
        score.seconds - min(start, ending) + 1.0,
        score.manner.ending,
    )


def _pads(score: _Score, dry: Sound, wet: Sound, alive: Callable[[], None]) -> None:
    chance = np.random.default_rng((score.seed, 13))
    made: dict[tuple[tuple[int, ...], int], Sound] = {}
    for _, start, length, chord in _bars(score):
        alive()
        # Chords overlap by a slow attack and release, so that they flow into each other.
        samples = round((length + 1.1) * RATE)
        key = (chord, samples)
        if key not in made:
            made[key] = _pad(score, chord, samples, chance)
        _add(dry, made[key] * np.float32(0.6), start - 0.25)
        _add(wet, made[key] * np.float32(0.7), start - 0.25)


def _pad(score: _Score, chord: tuple[int, ...], samples: int, chance: np.random.Generator) -> Sound:
    """Detuned voices of a few partials, one pair to each side."""
    time = np.arange(samples, dtype=np.float32) / np.float32(RATE)
    out = np.zeros((2, samples), np.float32)
    low = chord[0] % 12 - 12
    for step, weight in ((low, 0.42), *((each, 0.30) for each in chord)):
        pitch = score.tonic * 2 ** (step / 12)
        for side in range(2):
            cents = chance.uniform(2.0, 6.0) * (1 if side else -1)
            base = np.float32(2 * math.pi * pitch * 2 ** (cents / 1200))
            phase = base * time + np.float32(chance.uniform(0, 2 * math.pi))
            # A slow tremor of depth, other for each voice, keeps the chord from standing still.
            swell = 1 + 0.16 * np.sin(2 * math.pi * chance.uniform(0.11, 0.31) * time + chance.uniform(0, 6.28))
            tone = np.sin(phase)
            for partial in range(2, 5):
                if pitch * partial < score.manner.brightest:
                    tone += np.sin(phase * partial) * np.float32(0.42 / partial**1.7)
            out[side] += tone * swell.astype(np.float32) * np.float32(weight * 0.2)
    attack, release = min(round(0.55 * RATE), samples // 3), min(round(1.0 * RATE), samples // 3)
    envelope = np.ones(samples, np.float32)
    envelope[:attack] = np.sin(np.linspace(0, math.pi / 2, attack, dtype=np.float32)) ** 2
    envelope[-release:] = np.cos(np.linspace(0, math.pi / 2, release, dtype=np.float32)) ** 2
    return out * envelope


def _plucks(score: _Score, dry: Sound, wet: Sound) -> None:
    chance = np.random.default_rng((score.seed, 14))
    made: dict[int, npt.NDArray[np.float32]] = {}
    eighth = score.beat / 2
    for number, start, length, chord in _bars(score):
        last = start + length > score.seconds
        for index, choice in enumerate(score.pattern):
            at = start + index * eighth
            # The line enters in the second bar of a film that has time for it, and leaves the ending alone.
            if (
                choice < 0
                or at >= start + length - 0.05
                or (number == 0 and score.seconds > 12)
                or (last and index > 2)
            ):
                continue
            step = chord[choice] + 12
            if step not in made:
                made[step] = _string(score.tonic * 2 ** (step / 12), np.random.default_rng((score.seed, 15, step)))
            level = (0.20 if index % 4 == 0 else 0.145) * chance.uniform(0.8, 1.1) * score.manner.plucks
            side = 0.5 + 0.26 * math.sin(number * 1.3 + index * 0.9)
            note = np.stack([made[step] * (1 - side), made[step] * side]) * np.float32(level)
            at += chance.uniform(-0.006, 0.008)
            _add(dry, note, at)
            _add(wet, note * np.float32(0.8), at)


def _string(pitch: float, chance: np.random.Generator) -> npt.NDArray[np.float32]:
    """A plucked string after Karplus and Strong (1983), one period at a time."""
    period = max(8, round(RATE / pitch))
    rows = round(1.9 * RATE / period)
    row = chance.uniform(-1, 1, period).astype(np.float32)
    for _ in range(5):
        # A finger instead of a plectrum: the noise it starts from has few highs.
        row = (row + np.roll(row, 1)) * np.float32(0.5)
    row = (row - row.mean()).astype(np.float32)
    row /= np.abs(row).max()
    loss = np.float32(0.5 ** (period / RATE / 0.42))
    out = np.empty((rows, period), np.float32)
    for index in range(rows):
        out[index] = row
        row = (row * np.float32(0.6) + np.roll(row, 1) * np.float32(0.4)) * loss
    sound = out.reshape(-1)
    sound[:96] *= np.linspace(0, 1, 96, dtype=np.float32)
    sound[-4800:] *= np.linspace(1, 0, 4800, dtype=np.float32)
    return sound


def _bells(score: _Score, wet: Sound) -> None:
    """A soft bell on each cut, on a note of the chord that sounds there."""
    time = np.arange(round(2.4 * RATE), dtype=np.float32) / np.float32(RATE)
    bar = score.beat * 4
    for index, cut in enumerate(score.cuts):
        chord = score.chords[int(cut / bar + 1e-6) % len(score.chords)]
        pitch = score.tonic * 2 ** ((chord[(index * 2 + 1) % len(chord)] + 12) / 12)
        tone = np.sin(2 * math.pi * pitch * time) * np.exp(-time / 0.55)
        tone += 0.35 * np.sin(2 * math.pi * pitch * 2.0 * time) * np.exp(-time / 0.30)
        tone += 0.10 * np.sin(2 * math.pi * pitch * 5.4 * time) * np.exp(-time / 0.07)
        tone[:120] *= np.linspace(0, 1, 120, dtype=np.float32)
        _add(wet, np.stack([tone * 0.55, tone * 0.45]).astype(np.float32) * np.float32(0.13 * score.manner.bells), cut)


def _add(track: Sound, sound: Sound, at: float) -> None:
    start = round(at * RATE)
    skipped = max(0, -start)
    start = max(0, start)
    length = min(sound.shape[1] - skipped, track.shape[1] - start)
    if length > 0:
        track[:, start : start + length] += sound[:, skipped : skipped + length]


def _reverberate(wet: Sound, seed: int, alive: Callable[[], None]) -> None:
    """A warm room, in place: convolution with decaying noise, in blocks so that memory stays small."""
    chance = np.random.default_rng((seed, 16))
    length = round(TAIL_S * RATE)
    time = np.arange(length) / RATE
    tail = chance.standard_normal((2, length)) * np.exp(-time / 0.38) * np.clip(time / 0.012, 0, 1)
    spectrum = np.fft.rfft(tail, 1 << length.bit_length())
    rates = np.fft.rfftfreq(1 << length.bit_length(), 1 / RATE)
    # The room takes the highs, and the lows that would make it boom.
    spectrum *= 1 / (1 + (rates / 2800) ** 2) * (rates / 160) ** 2 / (1 + (rates / 160) ** 2)
    tail = np.fft.irfft(spectrum)[:, :length]
    tail *= 0.75 / np.sqrt((tail**2).sum(axis=1, keepdims=True))
    size = 1 << (BLOCK + length).bit_length()
    kernel = np.fft.rfft(tail, size)
    carried = np.zeros((2, 0), np.float32)
    for start in range(0, wet.shape[1], BLOCK):
        alive()
        block = wet[:, start : start + BLOCK]
        count = block.shape[1]
        full = np.fft.irfft(np.fft.rfft(block, size) * kernel, size)[:, : count + length].astype(np.float32)
        full[:, : carried.shape[1]] += carried[:, : full.shape[1]]
        block[:] = block * np.float32(0.35) + full[:, :count]
        carried = full[:, count:]


def _fade(sound: Sound, seconds: float) -> None:
    """In over a fifth of a second, out over the ending, in place."""
    first = min(sound.shape[1] // 4, round(0.2 * RATE))
    last = min(sound.shape[1] // 2, round(min(ENDING_S, seconds / 3) * RATE))
    if first and last:
        sound[:, :first] *= np.linspace(0, 1, first, dtype=np.float32) ** 2
        sound[:, -last:] *= np.linspace(1, 0, last, dtype=np.float32) ** 1.6


def _mastered(sound: Sound) -> Sound:
    """At the wanted loudness, with peaks rounded off below the limit."""
    level = loudness(sound)
    if math.isinf(level):
        return sound
    sound *= np.float32(10 ** ((LOUDNESS - level) / 20))
    return np.asarray(np.tanh(sound / PEAK) * PEAK, np.float32)
