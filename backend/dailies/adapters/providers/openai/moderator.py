"""Moderation: which rules of the vendor a text breaks. It is free."""

from __future__ import annotations

from dataclasses import dataclass

from dailies.adapters.calls.one_shot import Lost, Refused
from dailies.adapters.providers.openai.client import OpenAiServer
from dailies.domain.errors import ProviderError


@dataclass(frozen=True)
class OpenAiModerator:
    """Asks the vendor's moderation."""

    server: OpenAiServer

    @property
    def name(self) -> str:
        """The vendor's id."""
        return self.server.vendor.id

    async def flags(self, text: str) -> tuple[str, ...]:
        """Names of the rules the text breaks, in words. Raises ProviderError."""
        try:
            async with self.server.client() as client:
                answer = await client.moderations.create(model=self.server.model.name, input=text)
        except Refused as refusal:
            raise refusal.error from refusal
        except Lost as loss:
            raise ProviderError(str(loss), code="vendor_down") from loss
        found = {
            name.replace("_", " ").replace("/", ", ")
            for result in answer.results
            for name, broken in result.categories.model_dump().items()
            if broken
        }
        return tuple(sorted(found))
