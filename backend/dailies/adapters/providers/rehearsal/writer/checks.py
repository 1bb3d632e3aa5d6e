"""The last look at a finished story: what must never leave the writer."""

from __future__ import annotations

import re

from dailies.domain.errors import ProviderError
from dailies.domain.story import Story, check_story

PRONOUN_SUBJECT = re.compile(r"^(?:He|She|They|We|I|You)\b")


def faults(story: Story, seconds: float) -> list[str]:
    """Sentences that say what is wrong; empty for a sound story. ``seconds``: the length it must have."""
    found = []
    if story.seconds != seconds:
        found.append(f"The shots last {story.seconds:g} seconds, not {seconds:g}.")
    for _, shot in story.shots():
        if re.search(r"[{}<>\[\]]", shot.action + shot.caption + shot.line):
            found.append(f"Unfilled words in “{shot.action}”.")
        if PRONOUN_SUBJECT.match(shot.action):
            found.append(f"“{shot.action}” does not say who.")
    return found


def check_written(story: Story, seconds: float, known: list[str] | None = None) -> None:
    """Raise ProviderError ``story_unsound`` (not retryable) unless the story is sound.

    ``known``: faults the creator's own edits brought in, which are left alone.
    """
    check_story(story)
    if found := [each for each in faults(story, seconds) if each not in (known or [])]:
        sentence = f"The story did not come out right. {found[0]}"
        raise ProviderError(sentence, code="story_unsound", charged=False, retryable=False)
