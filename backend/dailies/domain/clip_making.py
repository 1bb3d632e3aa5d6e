"""How one shot's clip is made, where that is not simply its frame moving as the story says."""

from __future__ import annotations

from dataclasses import dataclass

from dailies.domain.errors import InvalidInput
from dailies.domain.story import Story

MOST_WORDS = 1000
"""Characters of a motion prompt or a negative prompt."""


@dataclass(frozen=True)
class ClipMaking:
    """``chain``: begin with the last picture of the clip before it; ``to_next``: end on the next shot's frame, where
    the model can; ``motion``: what moves and how, "" for the story's words; ``negative``: what is not to be seen;
    ``seconds``: length asked of the model, None for the shot's."""

    chain: bool = False
    to_next: bool = False
    motion: str = ""
    negative: str = ""
    seconds: float | None = None


def checked_making(making: ClipMaking, story: Story, shot: str) -> ClipMaking:
    """The making, if a clip can be made so. Raises InvalidInput ``clip_making_invalid``."""
    if making.chain and before_in_film(story, shot) is None:
        raise InvalidInput("The first shot has no clip before it to begin from.", code="clip_making_invalid")
    if making.to_next and after_in_film(story, shot) is None:
        raise InvalidInput("The last shot has no frame after it to end on.", code="clip_making_invalid")
    if max(len(making.motion), len(making.negative)) > MOST_WORDS:
        raise InvalidInput(f"A motion prompt has up to {MOST_WORDS:,} characters.", code="clip_making_invalid")
    if making.seconds is not None and not 1 <= making.seconds <= 30:
        raise InvalidInput("A clip lasts 1 to 30 seconds.", code="clip_making_invalid")
    return making


def before_in_film(story: Story, shot: str) -> str | None:
    """The shot before this one in the film, or None."""
    return _beside(story, shot, -1)


def after_in_film(story: Story, shot: str) -> str | None:
    """The shot after this one in the film, or None."""
    return _beside(story, shot, 1)


def _beside(story: Story, shot: str, step: int) -> str | None:
    shots = [each.id for _, each in story.shots()]
    place = shots.index(shot) + step if shot in shots else -1
    return shots[place] if 0 <= place < len(shots) else None
