"""From a row of the registry to a model of pydantic-ai."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from openai import AsyncOpenAI
from pydantic_ai.models import Model as LanguageModel
from pydantic_ai.models.openai import OpenAIChatModel, OpenAIResponsesModel
from pydantic_ai.providers.openai import OpenAIProvider

from dailies.domain.errors import ProviderError
from dailies.domain.registry import Model, Vendor

TIMEOUT_S = 180.0

NO_KEY = "no-key"
"""Sent to servers that need none; the client wants a word."""


@asynccontextmanager
async def language_model(vendor: Vendor, row: Model, key: str | None) -> AsyncIterator[LanguageModel]:
    """The model, open as long as the block lasts.

    Raises ProviderError ``vendor_unsupported`` where the dialect's package is not installed.
    """
    if vendor.dialect in ("openai", "openai-chat"):
        # Retries are the caller's: each request is written in the ledger.
        client = AsyncOpenAI(base_url=vendor.base_url or None, api_key=key or NO_KEY, max_retries=0, timeout=TIMEOUT_S)
        provider = OpenAIProvider(openai_client=client)
        async with client:
            if vendor.dialect == "openai":
                yield OpenAIResponsesModel(row.name, provider=provider)
            else:
                yield OpenAIChatModel(row.name, provider=provider)
        return
    yield _other(vendor, row, key)


def _other(vendor: Vendor, row: Model, key: str | None) -> LanguageModel:
    """Anthropic's and Google's models, where their packages are installed."""
    try:
        if vendor.dialect == "anthropic":
            from pydantic_ai.models.anthropic import AnthropicModel
            from pydantic_ai.providers.anthropic import AnthropicProvider

            return AnthropicModel(row.name, provider=AnthropicProvider(api_key=key or ""))
        if vendor.dialect == "google":
            from pydantic_ai.models.google import GoogleModel
            from pydantic_ai.providers.google import GoogleProvider

            return GoogleModel(row.name, provider=GoogleProvider(api_key=key or ""))
    except ImportError as error:
        raise ProviderError(
            f"The package for {vendor.title} is not installed: pip install 'dailies[{vendor.dialect}]'.",
            code="vendor_unsupported",
            retryable=False,
        ) from error
    raise ProviderError(f"{vendor.title} writes no text here.", code="vendor_unsupported", retryable=False)
