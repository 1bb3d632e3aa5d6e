"""Where artists are hired: the built-in ones, and those of the vendors in the registry."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from dailies.adapters.key_test import try_key
from dailies.adapters.keys import KeyRing
from dailies.adapters.providers.replicate import (
    ReplicateAnimator,
    ReplicateClient,
    ReplicateIllustrator,
    ReplicateInpainter,
    ReplicateNarrator,
    ReplicateSegmenter,
    verify_webhook,
)
from dailies.domain.errors import Conflict, ProviderError
from dailies.domain.registry import REHEARSAL, Dialect, Model, Registry, Vendor
from dailies.ports import (
    STUDIO_TOPIC,
    Animator,
    Director,
    Editor,
    Gate,
    Illustrator,
    Inpainter,
    Journal,
    Judge,
    Keys,
    Narrator,
    Segmenter,
    Writer,
)

if TYPE_CHECKING:
    from dailies.adapters.providers.openai import Hired

# The clients of language models take a second to load, which a studio that rehearses should not wait for: they are
# imported where somebody is hired.

OPENAI_DIALECTS: tuple[Dialect, ...] = ("openai", "openai-chat")


@dataclass(frozen=True)
class Crew:
    """The built-in artists, and whoever cuts and talks."""

    writer: Writer
    illustrator: Illustrator
    animator: Animator
    editor: Editor
    director: Director
    inpainter: Inpainter
    narrator: Narrator


@dataclass
class ReplicateOffice:
    """One client per vendor of Replicate's dialect, made when first needed. ``claimed``: whether a vendor's job
    stands in the ledger; ``webhook_url``: where the vendor's news reach the studio, or ""; ``tell``: hands a message
    to every process of the studio, which hears it with ``hear``."""

    keys: Keys
    claimed: Callable[[str, str], Awaitable[bool]]
    webhook_url: str = ""
    tell: Callable[[str, dict[str, object]], None] = lambda _topic, _message: None
    _clients: dict[str, ReplicateClient] = field(default_factory=dict)

    def client(self, vendor: Vendor) -> ReplicateClient:
        """The vendor's client."""
        if vendor.id not in self._clients:
            claimed = partial(self.claimed, vendor.id)
            url = f"{self.webhook_url}/{vendor.id}" if self.webhook_url else ""
            self._clients[vendor.id] = ReplicateClient(vendor, self.keys, webhook_url=url, claimed=claimed)
        return self._clients[vendor.id]

    async def heard(self, vendor: Vendor, headers: Mapping[str, str], body: bytes, now: datetime) -> bool:
        """Take a webhook; False when it is not the vendor's. Raises ProviderError where that can't be known."""
        client = self.client(vendor)
        if not verify_webhook(await client.webhook_secret(), headers, body, now):
            return False
        prediction = json.loads(body)
        if isinstance(prediction, dict):
            # Whichever process waits for it.
            news: dict[str, object] = {"type": "vendor_news", "vendor": vendor.id, "job": str(prediction.get("id", ""))}
            self.tell(STUDIO_TOPIC, news)
        return True

    def hear(self, message: Mapping[str, object]) -> None:
        """Take what a process of the studio says: wake whoever waits for a vendor's job."""
        client = self._clients.get(str(message.get("vendor")))
        if message.get("type") == "vendor_news" and client is not None:
            client.arrivals.arrived(str(message.get("job")))

    async def close(self) -> None:
        """Close every connection."""
        for client in self._clients.values():
            await client.aclose()


@dataclass(frozen=True)
class StudioAgency:
    """Hires by model id: see the port ``Agency``."""

    crew: Crew
    registry: Registry
    keys: KeyRing
    gate: Gate
    clock: Callable[[], datetime]
    replicate: ReplicateOffice

    def require(self, model: str) -> None:
        """Raise Conflict where the model can't be used now."""
        if model != REHEARSAL:
            self._usable(model)

    async def try_key(self, vendor: str) -> str:
        """What a vendor says to its key, as a sentence. Raises NotFound ``no_such_vendor``, ProviderError."""
        found = self.registry.vendor(vendor)
        if found.dialect == "replicate" and self.keys.get(vendor):
            account = await self.replicate.client(found).account()
            return f"{found.title} takes this key. The account is {account}."
        return await try_key(found, self.keys.get(vendor))

    def writer(self, model: str, journal: Journal) -> Writer:
        """Whoever writes and revises the story."""
        if model == REHEARSAL:
            return self.crew.writer
        from dailies.adapters.providers.language import Asker, LanguageWriter

        row, vendor = self._usable(model)
        return LanguageWriter(Asker(vendor, row, self.keys.get(vendor.id), journal, self.gate))

    def illustrator(self, model: str, journal: Journal) -> Illustrator:
        """Whoever draws references and frames."""
        if model == REHEARSAL:
            return self.crew.illustrator
        row, vendor = self._usable(model)
        if vendor.dialect in OPENAI_DIALECTS:
            from dailies.adapters.providers.openai import OpenAiIllustrator

            return OpenAiIllustrator(self._hired(row, vendor, journal))
        return ReplicateIllustrator(row, self._replicate(row, vendor), journal, self.gate)

    def animator(self, model: str, journal: Journal) -> Animator:
        """Whoever makes clips."""
        if model == REHEARSAL:
            return self.crew.animator
        row, vendor = self._usable(model)
        return ReplicateAnimator(row, self._replicate(row, vendor), journal, self.gate)

    def inpainter(self, model: str, journal: Journal) -> Inpainter:
        """Whoever paints inside masks."""
        if model == REHEARSAL:
            return self.crew.inpainter
        row, vendor = self._usable(model)
        if vendor.dialect in OPENAI_DIALECTS:
            from dailies.adapters.providers.openai import OpenAiInpainter

            return OpenAiInpainter(self._hired(row, vendor, journal))
        return ReplicateInpainter(row, self._replicate(row, vendor), journal, self.gate)

    def narrator(self, model: str, journal: Journal) -> Narrator:
        """Whoever says lines."""
        if model == REHEARSAL:
            return self.crew.narrator
        row, vendor = self._usable(model)
        if vendor.dialect in OPENAI_DIALECTS:
            from dailies.adapters.providers.openai import OpenAiNarrator

            return OpenAiNarrator(self._hired(row, vendor, journal))
        return ReplicateNarrator(row, self._replicate(row, vendor), journal, self.gate)

    def segmenter(self, model: str, journal: Journal) -> Segmenter:
        """Whoever finds what a few words name."""
        row, vendor = self._usable(model)
        return ReplicateSegmenter(row, self._replicate(row, vendor), journal, self.gate)

    def judge(self, model: str, journal: Journal) -> Judge:
        """Whoever scores pictures."""
        from dailies.adapters.providers.language import Asker, LanguageJudge

        row, vendor = self._usable(model)
        return LanguageJudge(Asker(vendor, row, self.keys.get(vendor.id), journal, self.gate))

    def director(self, model: str, journal: Journal) -> Director:
        """Whoever answers notes."""
        if model == REHEARSAL:
            return self.crew.director
        from dailies.adapters.providers.language import Asker, language_director

        row, vendor = self._usable(model)
        return language_director(Asker(vendor, row, self.keys.get(vendor.id), journal, self.gate))

    async def flags(self, model: str, text: str) -> tuple[str, ...]:
        """Which of a vendor's rules a text breaks. ``model``: "" asks nobody. Raises ProviderError, Conflict."""
        if not model:
            return ()
        from dailies.adapters.providers.openai import OpenAiModerator, OpenAiServer

        row, vendor = self._usable(model)
        return await OpenAiModerator(OpenAiServer(vendor, row, self.keys.get(vendor.id))).flags(text)

    def _usable(self, model_id: str) -> tuple[Model, Vendor]:
        model = self.registry.models.get(model_id)
        if model is None:
            sentence = f"The model {model_id} left the registry. Choose another for this stage."
            raise Conflict(sentence, code="model_gone")
        if model.ended(self.clock().date()):
            sentence = f"{model.title} was switched off on {model.ends_on}. Choose another for this stage."
            raise Conflict(sentence, code="model_ended")
        if not self.keys.ready(model.vendor):
            title = self.registry.vendor(model.vendor).title
            sentence = f"There is no key for {title}. Enter one under Providers, or rehearse this stage."
            raise Conflict(sentence, code="key_missing")
        return model, self.registry.vendor(model.vendor)

    def _replicate(self, row: Model, vendor: Vendor) -> ReplicateClient:
        if vendor.dialect != "replicate":
            raise _unsupported(row, vendor)
        return self.replicate.client(vendor)

    def _hired(self, row: Model, vendor: Vendor, journal: Journal) -> Hired:
        from dailies.adapters.providers.openai import Hired, OpenAiServer

        return Hired(OpenAiServer(vendor, row, self.keys.get(vendor.id)), journal, self.gate)


def _unsupported(row: Model, vendor: Vendor) -> ProviderError:
    sentence = f"{vendor.title} can't be asked for {row.kind} here. Choose another model for this stage."
    return ProviderError(sentence, code="vendor_unsupported", retryable=False)
