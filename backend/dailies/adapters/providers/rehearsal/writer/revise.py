"""Following a note: change what it asks, keep every other word and the film's seconds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.changes import Draftroom
from dailies.adapters.providers.rehearsal.writer.checks import check_written, faults
from dailies.adapters.providers.rehearsal.writer.dice import Dice
from dailies.adapters.providers.rehearsal.writer.notes import read_note, refusal
from dailies.domain.brief import Brief
from dailies.domain.story import Story


def revise_story(
    brief: Brief, story: Story, instruction: str, scenes: tuple[str, ...], seed: int, progress: Callable[[float], None]
) -> Story:
    """The story with the note followed. Raises ProviderError ``note_not_understood``.

    ``scenes``: ids of the only scenes that may change; empty means any.
    """
    progress(0.05)
    wishes, unread = read_note(instruction)
    progress(0.3)
    if not wishes:
        raise refusal(
            f"I could not follow “{instruction.strip()[:120]}”. Say what to change and where, for example "
            "“make scene 2 funnier”, “rename Mia to Ana” or “line in scene 3: …”."
        )
    room = Draftroom(brief, story, scenes, Dice(seed, brief.prompt + "|" + instruction))
    for wish in wishes:
        room.follow(wish)
    progress(0.7)
    revised = room.story
    if revised == story:
        raise refusal("The story is already like that, so nothing was changed.")
    remarks = room.remarks + ([f"Not followed: “{unread}”."] if unread else [])
    revised = replace(revised, remarks=tuple(remarks))
    check_written(revised, story.seconds, faults(story, story.seconds))
    progress(1.0)
    return revised
