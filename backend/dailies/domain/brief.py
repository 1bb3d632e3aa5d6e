"""What the creator asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dailies.domain.errors import InvalidInput

AspectRatio = Literal["16:9", "9:16", "1:1", "4:5", "21:9"]
Style = Literal["gouache", "ink", "poster", "pencil", "noir"]
Mode = Literal["interactive", "automatic"]

FRAME_SIZES: dict[AspectRatio, tuple[int, int]] = {
    "16:9": (1280, 720),
    "9:16": (720, 1280),
    "1:1": (1024, 1024),
    "4:5": (960, 1200),
    "21:9": (1344, 576),
}
"""Width and height in pixels of frames and clips; every side is a multiple of 8."""

MAX_PROMPT = 10_000
"""Characters in a brief's prompt: a page of text is about 3,000."""


@dataclass(frozen=True)
class Brief:
    """The creator's request. ``duration_s``: whole seconds, 5 to 180."""

    prompt: str
    duration_s: int = 30
    aspect_ratio: AspectRatio = "16:9"
    style: Style = "gouache"
    audience: str = ""
    tone: str = ""
    language: str = "en"

    @property
    def frame_size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return FRAME_SIZES[self.aspect_ratio]


def checked_brief(brief: Brief) -> Brief:
    """Return the brief with its text trimmed.

    Raises InvalidInput: ``brief_empty``, ``brief_too_long`` or ``duration_out_of_range``.
    """
    prompt = brief.prompt.strip()
    if not prompt:
        raise InvalidInput("The brief is empty. Say in a line what the video is about.", code="brief_empty")
    if len(prompt) > MAX_PROMPT:
        raise InvalidInput(
            f"The brief has {len(prompt):,} characters; the most is {MAX_PROMPT:,}.", code="brief_too_long"
        )
    if not 5 <= brief.duration_s <= 180:
        raise InvalidInput("A film lasts from 5 to 180 seconds.", code="duration_out_of_range")
    return Brief(**{**brief.__dict__, "prompt": prompt})


def duration_in(prompt: str) -> int | None:
    """The film's length in seconds where the prompt names one ("a 20 second film", "45s"), else None."""
    found = re.search(r"\b(\d{1,3})\s*-?\s*(?:s|sec|secs|seconds?)\b", prompt, re.IGNORECASE)
    seconds = int(found.group(1)) if found else 0
    return seconds if 5 <= seconds <= 180 else None
