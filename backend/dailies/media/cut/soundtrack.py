"""What is heard in a film: spoken lines on their scenes, music under them, the clips' own sound below both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate

from dailies.domain.errors import DailiesError
from dailies.media.captions import Word
from dailies.media.music import compose
from dailies.media.sound.files import read_sound
from dailies.media.sound.mix import Effect, Line, Mix, SoundPlan, mix
from dailies.ports import CutClip, CutRequest


def soundtrack(request: CutRequest, alive: Callable[[], None], *, always: bool = False) -> Mix | None:
    """The film's sound, mixed and mastered; None where nothing is heard, unless ``always``. ``alive`` is called now and
    then; what it raises ends the work. Raises DailiesError ``sound_unreadable``."""
    settings = request.settings
    starts = [round(at * settings.fps) / settings.fps for at in _starts(request)]
    lines = tuple(_lines(request, starts))
    effects = tuple(_effects(request, starts))
    if not (settings.music or lines or effects or always):
        return None
    music = None
    if settings.music and request.music is not None:
        music = read_sound(request.music, starts[-1])
    elif settings.music:
        music = compose(starts[-1], starts[1:-1], request.seed, alive, settings.mood)
    plan = SoundPlan(
        starts[-1],
        lines,
        music,
        effects,
        -settings.duck_db,
        settings.loudness,
        stretch=settings.narration.stretch,
    )
    return mix(plan, alive)


def _starts(request: CutRequest) -> list[float]:
    return list(accumulate((clip.seconds for clip in request.clips), initial=0.0))


def _lines(request: CutRequest, starts: list[float]) -> Iterator[Line]:
    for clip, start in zip(request.clips, starts, strict=False):
        if clip.voice is not None:
            words = tuple(Word(word.start_s, word.end_s, word.text) for word in clip.words)
            yield Line(read_sound(clip.voice), start, clip.seconds, clip.name, words)


def _effects(request: CutRequest, starts: list[float]) -> Iterator[Effect]:
    for clip, start in zip(request.clips, starts, strict=False):
        sound = _own_sound(clip)
        if sound is not None:
            yield sound(start)


def _own_sound(clip: CutClip) -> Callable[[float], Effect] | None:
    """What a clip's own file is heard with, from its trim on; None for a silent one, and for one that is retimed."""
    if clip.speed != 1:
        return None
    try:
        heard = read_sound(clip.path, clip.trim_in_s + clip.seconds)
    except DailiesError:
        return None
    return lambda start: Effect(heard[:, round(clip.trim_in_s * 48_000) :], start, clip.seconds)
