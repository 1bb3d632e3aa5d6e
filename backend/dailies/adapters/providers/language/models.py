"""From a row of the registry to a model of pydantic-ai."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import httpx2
from openai import AsyncOpenAI
from pydantic_ai.models import Model as LanguageModel
from pydantic_ai.models.openai import OpenAIChatModel, OpenAIResponsesModel
from pydantic_ai.providers.openai import OpenAIProvider

from dailies.domain.errors import ProviderError
from dailies.domain.registry import Dialect, Model, Vendor

TIMEOUT_S = 180.0

NO_KEY = "no-key"
"""Sent to servers that need none; the client wants a word."""


@asynccontextmanager
async def language_model(vendor: Vendor, row: Model, key: str | None) -> AsyncIterator[LanguageModel]:
    """The model, open as long as the block lasts.

    Raises ProviderError ``vendor_unsupported`` where the dialect's package is not installed.
    """
    if vendor.dialect not in _OPENERS:
        raise ProviderError(f"{vendor.title} writes no text here.", code="vendor_unsupported", retryable=False)
    try:
        opened = _OPENERS[vendor.dialect](vendor, row, key or NO_KEY)
    except ImportError as error:
        raise ProviderError(
            f"The package for {vendor.title} is not installed: pip install 'dailies[{vendor.dialect}]'.",
            code="vendor_unsupported",
            retryable=False,
        ) from error
    async with opened as model:
        yield model


# No client retries by itself: each request is written in the ledger before it is sent. The packages of Anthropic
# and Google are optional, and are imported where they are asked for.


@asynccontextmanager
async def _openai(vendor: Vendor, row: Model, key: str) -> AsyncIterator[LanguageModel]:
    async with AsyncOpenAI(base_url=vendor.base_url or None, api_key=key, max_retries=0, timeout=TIMEOUT_S) as client:
        provider = OpenAIProvider(openai_client=client)
        responses = vendor.dialect == "openai"
        yield (OpenAIResponsesModel if responses else OpenAIChatModel)(row.name, provider=provider)


def _anthropic(vendor: Vendor, row: Model, key: str) -> AbstractAsyncContextManager[LanguageModel]:
    from anthropic import AsyncAnthropic
    from pydantic_ai.models.anthropic import AnthropicModel
    from pydantic_ai.providers.anthropic import AnthropicProvider

    @asynccontextmanager
    async def opened() -> AsyncIterator[LanguageModel]:
        async with AsyncAnthropic(
            base_url=vendor.base_url or None, api_key=key, max_retries=0, timeout=TIMEOUT_S
        ) as client:
            yield AnthropicModel(row.name, provider=AnthropicProvider(anthropic_client=client))

    return opened()


def _google(vendor: Vendor, row: Model, key: str) -> AbstractAsyncContextManager[LanguageModel]:
    from google.genai.types import HttpRetryOptions
    from pydantic_ai.models.google import GoogleModel
    from pydantic_ai.providers.google import GoogleProvider

    @asynccontextmanager
    async def opened() -> AsyncIterator[LanguageModel]:
        async with httpx2.AsyncClient(timeout=TIMEOUT_S) as client:
            once = HttpRetryOptions(attempts=1)
            provider = GoogleProvider(
                api_key=key, base_url=vendor.base_url or None, http_client=client, retry_options=once
            )
            yield GoogleModel(row.name, provider=provider)

    return opened()


_OPENERS: dict[Dialect, Callable[[Vendor, Model, str], AbstractAsyncContextManager[LanguageModel]]] = {
    "openai": _openai,
    "openai-chat": _openai,
    "anthropic": _anthropic,
    "google": _google,
}
