"""The film's sound: speech on its scenes, music under it, what the clips bring along; mastered, and as stems."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from dailies.media.captions import Word
from dailies.media.sound.ducking import DEPTH, ducked
from dailies.media.sound.loudness import CEILING, TARGET, loudness, mastered, true_peak
from dailies.media.sound.signal import RATE, Sound, decibels, silence
from dailies.media.sound.stretch import FASTEST, Fit, fitted

SPEECH_LOUDNESS = -18.0
MUSIC_LOUDNESS = -20.0
EFFECTS_LOUDNESS = -24.0
"""LUFS of each part before the whole is mastered."""
LEAD_S = 0.15
"""Seconds between a cut and the first word."""
FADE_IN_S, FADE_OUT_S = 0.15, 2.0
LOOP_FADE_S = 1.5
EDGE_S = 0.012


@dataclass(frozen=True)
class Line:
    """What is said in one scene. ``start_s``: of the scene; ``room_s``: its length; ``name``: for warnings, "Clip 3";
    ``words``: when each is said, in seconds from the sound's start, where known."""

    sound: Sound
    start_s: float
    room_s: float
    name: str = ""
    words: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Effect:
    """Sound that belongs to a clip: a vendor's own, or an atmosphere. ``start_s``: where it begins in the film;
    ``seconds``: how much of it is heard."""

    sound: Sound
    start_s: float
    seconds: float


@dataclass(frozen=True)
class SoundPlan:
    """All that is heard in a film of ``seconds``. ``music``: as long as wished, it is repeated or faded out;
    ``duck_db``: how much it is turned down under speech; ``target``: LUFS; ``ceiling``: dBTP; ``stretch``: speak lines
    that don't fit up to a fifth faster."""

    seconds: float
    lines: tuple[Line, ...] = ()
    music: Sound | None = None
    effects: tuple[Effect, ...] = ()
    duck_db: float = DEPTH
    target: float = TARGET
    ceiling: float = CEILING
    stretch: bool = True


@dataclass(frozen=True)
class PlacedLine:
    """Where a line came to stand: seconds of the film. ``speed``: 1 to 1.2; ``warning``: a sentence where it doesn't
    fit, or ""; ``words``: timed in the film."""

    name: str
    start_s: float
    end_s: float
    speed: float
    warning: str
    words: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Mix:
    """The film's sound. ``master`` and each stem: as long as the film. Stems ("dialogue", "music", "effects") add up
    to the master before its limiter. ``loudness``: LUFS, ``peak``: dBTP, both of the master."""

    master: Sound
    stems: dict[str, Sound]
    lines: tuple[PlacedLine, ...]
    loudness: float
    peak: float
    warnings: tuple[str, ...] = field(default=())


def mix(plan: SoundPlan, alive: Callable[[], None] = lambda: None) -> Mix:
    """Mix a film's sound. ``alive`` is called between steps; what it raises ends the work."""
    dialogue, lines = _dialogue(plan, alive)
    alive()
    music = silence(plan.seconds) if plan.music is None else _bed(plan.music, plan.seconds)
    alive()
    if lines and plan.music is not None:
        music = ducked(music, dialogue, plan.duck_db)
    effects = _effects(plan)
    alive()
    master, gain = mastered(dialogue + music + effects, plan.target, plan.ceiling)
    for stem in (dialogue, music, effects):
        stem *= np.float32(decibels(gain))
    warnings = tuple(line.warning for line in lines if line.warning)
    stems = {"dialogue": dialogue, "music": music, "effects": effects}
    return Mix(master, stems, lines, loudness(master), true_peak(master), warnings)


def _dialogue(plan: SoundPlan, alive: Callable[[], None]) -> tuple[Sound, tuple[PlacedLine, ...]]:
    track, placed = silence(plan.seconds), []
    free_s = 0.0
    for line in sorted(plan.lines, key=lambda each: each.start_s):
        alive()
        lead = min(LEAD_S, line.room_s * 0.1)
        fit = fitted(line.sound, line.room_s - lead, FASTEST if plan.stretch else 1.0)
        # A line that runs over is followed by the next one, never spoken into.
        start = max(line.start_s + lead, free_s)
        voice = _levelled(fit.sound, SPEECH_LOUDNESS)
        _edges(voice)
        added = _add(track, voice, start)
        free_s = start + fit.sound.shape[1] / RATE
        cut_s = fit.sound.shape[1] / RATE - added
        warning = _warning(line, fit, start - line.start_s - lead, cut_s)
        words = tuple(_moved(word, fit, start) for word in line.words)
        placed.append(PlacedLine(line.name, round(start, 3), round(start + added, 3), fit.speed, warning, words))
    return track, tuple(placed)


def _moved(word: Word, fit: Fit, start_s: float) -> Word:
    begin, end = (start_s + max(0.0, at - fit.lead_s) / fit.speed for at in (word.start_s, word.end_s))
    return Word(begin, end, word.text)


def _warning(line: Line, fit: Fit, late_s: float, cut_s: float) -> str:
    name = f"The line of {line.name}" if line.name else "A line"
    if cut_s > 0.02:
        return f"{name} is cut off {cut_s:.1f} s before its end, where the film ends."
    if fit.over_s > 0.02:
        faster = ", even spoken a fifth faster" if fit.speed > 1 else ""
        return f"{name} is {fit.over_s:.1f} s longer than its scene{faster}."
    if late_s > 0.25:
        return f"{name} starts {late_s:.1f} s late, after the one before it."
    return ""


def _bed(music: Sound, seconds: float) -> Sound:
    """Music of the film's length: repeated with a crossfade where it is short, faded in and out."""
    wanted = round(seconds * RATE)
    bed = _repeated(music, wanted) if music.shape[1] < wanted else music[:, :wanted].copy()
    bed = _levelled(bed, MUSIC_LOUDNESS)
    first, last = min(wanted // 4, round(FADE_IN_S * RATE)), min(wanted // 3, round(FADE_OUT_S * RATE))
    if first and last:
        bed[:, :first] *= np.linspace(0, 1, first, dtype=np.float32)
        bed[:, -last:] *= np.linspace(1, 0, last, dtype=np.float32) ** 1.5
    return bed


def _repeated(music: Sound, wanted: int) -> Sound:
    fade = min(round(LOOP_FADE_S * RATE), music.shape[1] // 3)
    step = music.shape[1] - fade
    out = np.zeros((2, wanted), np.float32)
    ramp = np.sin(np.linspace(0, math.pi / 2, fade, dtype=np.float32))
    for start in range(0, wanted, step):
        piece = music.copy()
        if start:
            piece[:, :fade] *= ramp
        piece[:, step:] *= ramp[::-1]
        count = min(piece.shape[1], wanted - start)
        out[:, start : start + count] += piece[:, :count]
    return out


def _effects(plan: SoundPlan) -> Sound:
    track = silence(plan.seconds)
    for effect in plan.effects:
        piece = _levelled(effect.sound[:, : round(effect.seconds * RATE)], EFFECTS_LOUDNESS, louder=False)
        _edges(piece)
        _add(track, piece, effect.start_s)
    return track


def _levelled(sound: Sound, target: float, *, louder: bool = True) -> Sound:
    """A copy at a loudness, where it has one; with ``louder`` False it is only ever turned down."""
    level = loudness(sound)
    if math.isinf(level):
        return sound.copy()
    gain = target - level
    return sound * np.float32(decibels(min(gain, 24.0 if louder else 0.0)))


def _edges(sound: Sound) -> None:
    """Short fades in place, against clicks."""
    count = min(round(EDGE_S * RATE), sound.shape[1] // 2)
    if count:
        ramp = np.linspace(0, 1, count, dtype=np.float32)
        sound[:, :count] *= ramp
        sound[:, -count:] *= ramp[::-1]


def _add(track: Sound, sound: Sound, start_s: float) -> float:
    """Lay a sound on a track; the seconds of it that found room."""
    start = round(start_s * RATE)
    count = max(0, min(sound.shape[1], track.shape[1] - start))
    track[:, start : start + count] += sound[:, :count]
    return float(count / RATE)
