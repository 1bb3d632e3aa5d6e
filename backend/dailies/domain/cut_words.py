"""The small grammar in which the cut's settings are changed by words: "captions: off; transition: dissolve"."""

from __future__ import annotations

from dataclasses import replace

from dailies.domain.errors import InvalidInput
from dailies.domain.project import CutSettings

SWITCHES = ("captions", "music", "title")


def cut_from_instruction(settings: CutSettings, instruction: str) -> CutSettings:
    """The settings with each "name: value" of the instruction applied; an empty one changes nothing.

    Raises InvalidInput ``cut_setting_unknown``.
    """
    for part in filter(None, (piece.strip() for piece in instruction.split(";"))):
        name, _, value = (word.strip().lower() for word in part.partition(":"))
        if name == "transition" and value == "dissolve":
            settings = replace(settings, transition="dissolve")
        elif name == "transition" and value == "cut":
            settings = replace(settings, transition="cut")
        elif name in SWITCHES and value in ("on", "off"):
            settings = _switched(settings, name, on=value == "on")
        else:
            raise InvalidInput(f"The cut has no setting “{part}”.", code="cut_setting_unknown")
    return settings


def _switched(settings: CutSettings, name: str, *, on: bool) -> CutSettings:
    if name == "captions":
        return replace(settings, captions=on)
    return replace(settings, music=on) if name == "music" else replace(settings, title=on)
