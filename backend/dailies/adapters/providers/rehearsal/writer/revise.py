"""Following a note: change what it asks, keep every other word and the film's seconds."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from dailies.adapters.providers.rehearsal.writer.changes import Draftroom, follow
from dailies.adapters.providers.rehearsal.writer.checks import check_written, faults
from dailies.adapters.providers.rehearsal.writer.dice import Dice
from dailies.adapters.providers.rehearsal.writer.notes import read_note, refusal
from dailies.domain.brief import Brief
from dailies.domain.errors import ProviderError
from dailies.domain.story import Story


def revise_story(
    brief: Brief, story: Story, instruction: str, scenes: tuple[str, ...], seed: int, progress: Callable[[float], None]
) -> Story:
    """The story with the note followed. Raises ProviderError ``note_not_understood``.

    ``scenes``: ids of the only scenes that may change; empty means any.
    """
    progress(0.05)
    wishes, unread = read_note(instruction, story)
    progress(0.3)
    if not wishes and (said := spoken_to(instruction)):
        raise refusal(said)
    if not wishes:
        raise refusal(
            f"I could not follow “{instruction.strip()[:120]}”. Say what to change and where, for example "
            "“make scene 2 funnier”, “rename Mia to Ana” or “line in scene 3: …”."
        )
    room = Draftroom(brief, story, scenes, Dice(seed, brief.prompt + "|" + instruction))
    refused: list[ProviderError] = []
    for wish in wishes:
        try:
            follow(room, wish)
        except ProviderError as error:
            if error.code != "note_not_understood" or len(wishes) == 1:
                raise
            refused.append(error)
    progress(0.7)
    revised = room.story
    if revised == story and refused:
        raise refused[0]
    if revised == story:
        raise refusal("The story is already like that, so nothing was changed.")
    remarks = [*room.remarks, *map(str, refused)] + [f"Not followed: “{each}”." for each in unread]
    revised = replace(revised, remarks=tuple(remarks))
    check_written(revised, room.seconds, faults(story, story.seconds))
    progress(1.0)
    return revised


def spoken_to(instruction: str) -> str:
    """What to say to praise, a question, dislike or a wish to go back, which change nothing; or ""."""
    said = instruction.strip().lower()
    if re.match(r"(?:i (?:really )?(?:love|like)|great|perfect|nice|good|lovely|thanks?|thank you|wonderful)\b", said):
        return "Glad you like it. Nothing was changed; say what else you would like to see."
    if re.match(r"(?:undo|go back|revert|restore|take that back)\b", said):
        return "The writer keeps no older versions. Select the earlier take of the story to go back to it."
    if said.endswith("?") or re.match(r"(?:who|what|why|when|where|how|is|does|do|are)\b", said):
        return "That is a question, so nothing was changed. Ask the director, or say what to change and where."
    if re.match(r"(?:i (?:don't|do not|hate|dislike)|bad|boring|not good|meh|awful)\b", said):
        return "Say what to change: how it looks, what happens in it, or whether it should go."
    return ""
