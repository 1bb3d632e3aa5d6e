"""Stories from a language model: a form to fill in, checked, with one round of mending."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic_ai.messages import ModelMessage

from dailies.adapters.providers.language.asking import Asker, assistant, user
from dailies.adapters.providers.language.documents import StoryPart, block, brief_data, read_story, story_data
from dailies.adapters.providers.language.prompts import REPAIR, REVISER, WRITER
from dailies.domain.brief import Brief
from dailies.domain.errors import InvalidInput, ProviderError
from dailies.domain.story import Story
from dailies.ports import Progress, StoryResult

SHOT_S = (2.0, 5.0)
"""Shots last about this long, so a film of 30 seconds has 6 to 15."""


@dataclass(frozen=True)
class LanguageWriter:
    """Writes and revises stories by asking a model."""

    asker: Asker

    @property
    def name(self) -> str:
        """The vendor's id."""
        return self.asker.vendor.id

    async def write(self, brief: Brief, seed: int, progress: Progress) -> StoryResult:
        """Write a story. Raises ProviderError, PaymentRequired."""
        least, most = max(2, round(brief.duration_s / SHOT_S[1])), max(3, round(brief.duration_s / SHOT_S[0]))
        system = WRITER.format(least=least, most=most, seconds=brief.duration_s, language=brief.language)
        # The seed is said, not set: models that reason take none, and the words alone change the story.
        request = f"{block('brief', brief_data(brief))}\n\nVariation {seed % 1000}."
        return await self._story("story", system, request, brief, progress)

    async def revise(
        self, brief: Brief, story: Story, instruction: str, scenes: tuple[str, ...], seed: int, progress: Progress
    ) -> StoryResult:
        """Change what the instruction asks. Raises ProviderError, PaymentRequired."""
        system = REVISER.format(seconds=brief.duration_s)
        only = f"\n\nThe creator means the scenes {', '.join(scenes)}." if scenes else ""
        request = "\n\n".join(
            (
                block("brief", brief_data(brief)),
                block("story", story_data(story)),
                block("instruction", instruction) + only,
            )
        )
        return await self._story("story", system, request, brief, progress)

    async def _story(self, purpose: str, system: str, request: str, brief: Brief, progress: Progress) -> StoryResult:
        messages: list[ModelMessage] = [user(request)]
        answer, cost = await self.asker.ask(purpose, system, messages, StoryPart, lambda share: progress(share * 0.7))
        try:
            return StoryResult(read_story(answer, brief), self.asker.model.name, cost)
        except InvalidInput as problem:
            messages += [assistant(answer), user(REPAIR.format(problem=problem))]
        again, more = await self.asker.ask(
            f"{purpose}-mended", system, messages, StoryPart, lambda share: progress(0.7 + share * 0.3)
        )
        try:
            return StoryResult(read_story(again, brief), self.asker.model.name, cost + more)
        except InvalidInput as problem:
            raise ProviderError(
                f"{self.asker.model.title} did not write a usable story, twice: {problem}",
                code="vendor_answer_bad",
                charged=True,
            ) from problem
