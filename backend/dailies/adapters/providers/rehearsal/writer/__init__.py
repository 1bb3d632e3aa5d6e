"""The rehearsal writer: film stories from briefs by rules and hand-written tables, without a model."""

from __future__ import annotations

import asyncio

from dailies.adapters.providers.rehearsal.writer.compose import write_story
from dailies.adapters.providers.rehearsal.writer.revise import revise_story
from dailies.domain.brief import Brief
from dailies.domain.story import Story
from dailies.ports import Progress, StoryResult

MODEL = "rehearsal-writer"


class RehearsalWriter:
    """Writes and revises stories on this machine; costs nothing; the same seed writes the same story."""

    name = "rehearsal"

    async def write(self, brief: Brief, seed: int, progress: Progress) -> StoryResult:
        """Write a story of exactly ``brief.duration_s`` seconds. Raises ProviderError ``brief_not_understood``."""
        return StoryResult(await asyncio.to_thread(write_story, brief, seed, progress), MODEL)

    async def revise(
        self, brief: Brief, story: Story, instruction: str, scenes: tuple[str, ...], seed: int, progress: Progress
    ) -> StoryResult:
        """Change what the instruction asks. Raises ProviderError ``note_not_understood``."""
        revised = await asyncio.to_thread(revise_story, brief, story, instruction, scenes, seed, progress)
        return StoryResult(revised, MODEL)


__all__ = ["RehearsalWriter"]
