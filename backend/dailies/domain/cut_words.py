"""The small grammar in which the cut's settings are changed by words: "captions: off; transition: dissolve"."""

from __future__ import annotations

import re

from dailies.domain.cutting import (
    TRANSITIONS,
    CutSettings,
    JoinChoice,
    Mood,
    Transition,
    with_captions,
    with_join,
    with_music,
    with_narration,
    with_title,
    with_transition,
)
from dailies.domain.errors import InvalidInput

MOODS: tuple[Mood, ...] = ("warm", "bright", "calm", "tense", "sad")
JOIN = re.compile(r"transition after (\S+)")
SECONDS = re.compile(r"(?P<kind>[a-z ]+?)(?: (?P<seconds>\d+(?:\.\d+)?) ?s)?")


def cut_from_instruction(settings: CutSettings, instruction: str) -> CutSettings:
    """The settings with each "name: value" of the instruction applied; an empty one changes nothing.

    ``transition: wipe 0.8 s`` for all pairs, ``transition after SHOT: cut`` for one, ``captions``, ``title`` and
    ``narration`` on or off, ``music: off`` or a mood. Raises InvalidInput ``cut_setting_unknown``,
    ``cut_setting_invalid``.
    """
    for part in filter(None, (piece.strip() for piece in instruction.split(";"))):
        name, _, value = (word.strip().lower() for word in part.partition(":"))
        changed = _applied(settings, name, value)
        if changed is None:
            raise InvalidInput(f"The cut has no setting “{part}”.", code="cut_setting_unknown")
        settings = changed
    return settings


def _applied(settings: CutSettings, name: str, value: str) -> CutSettings | None:
    pair = JOIN.fullmatch(name)
    if name == "transition" or pair:
        return _joined(settings, pair[1] if pair else "", value)
    if name == "music":
        return _music(settings, value)
    if value not in ("on", "off"):
        return None
    switch = {"captions": with_captions, "title": with_title, "narration": with_narration}.get(name)
    return switch(settings, value == "on") if switch else None


def _joined(settings: CutSettings, after: str, value: str) -> CutSettings | None:
    found = SECONDS.fullmatch(value)
    kind: Transition | None = next((each for each in TRANSITIONS if found and each == found["kind"]), None)
    if found is None or kind is None:
        return None
    seconds = float(found["seconds"]) if found["seconds"] else settings.transition_s
    if after:
        return with_join(settings, JoinChoice(after, kind, seconds, settings.direction))
    return with_transition(settings, kind, seconds)


def _music(settings: CutSettings, value: str) -> CutSettings | None:
    if value in ("on", "off"):
        return with_music(settings, settings.mood if value == "on" else None, keep_file=True)
    mood = next((each for each in MOODS if each == value), None)
    return with_music(settings, mood) if mood else None
