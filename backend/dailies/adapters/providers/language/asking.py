"""One request to a language model: streamed, bounded, and every way it can fail in the studio's words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import httpx2
from pydantic import BaseModel
from pydantic_ai import exceptions as ai
from pydantic_ai.direct import model_request_stream
from pydantic_ai.messages import ModelMessage, ModelRequest, ModelResponse, SystemPromptPart, TextPart, UserPromptPart
from pydantic_ai.models import Model as LanguageModel
from pydantic_ai.models import ModelRequestParameters
from pydantic_ai.output import OutputObjectDefinition
from pydantic_ai.usage import RequestUsage

from dailies.adapters.calls.one_shot import Interrupted, Lost, OneShot, Outcome, Refused, Wasted
from dailies.adapters.calls.retry import asked_wait
from dailies.adapters.providers.language.models import language_model
from dailies.domain.errors import ProviderError
from dailies.domain.registry import Model, Unit, Vendor
from dailies.ports import Gate, Journal, Progress

CHARACTERS_PER_TOKEN = 4
"""For what a broken stream may have cost: English text has about four characters to a token."""


@dataclass(frozen=True)
class Asker:
    """Asks one model for one piece of work. ``key``: the vendor's, or None where none is needed."""

    vendor: Vendor
    model: Model
    key: str | None
    journal: Journal
    gate: Gate

    async def ask(
        self, purpose: str, system: str, messages: Sequence[ModelMessage], form: type[BaseModel], progress: Progress
    ) -> tuple[str, int]:
        """The answer, meant to be JSON of the form, and its cost in millionths of a US dollar.

        ``messages``: the conversation after the system's words. Raises ProviderError, PaymentRequired.
        """
        schema = form.model_json_schema()
        request = [self.model.name, system, [_plain(message) for message in messages], schema]
        estimate = self.model.cost(self.model.expected)
        one_shot = OneShot(self.model, self.journal, self.gate)

        async def send() -> Outcome:
            conversation: list[ModelMessage] = [ModelRequest(parts=[SystemPromptPart(system)]), *messages]
            async with language_model(self.vendor, self.model, self.key) as language:
                return await self._send(language, conversation, form, schema, progress)

        answer, cost = await one_shot.call(purpose, request, estimate, send)
        return answer.decode(), cost

    async def _send(
        self,
        language: LanguageModel,
        conversation: list[ModelMessage],
        form: type[BaseModel],
        schema: dict[str, object],
        progress: Progress,
    ) -> Outcome:
        parameters = ModelRequestParameters(
            output_mode="native",
            output_object=OutputObjectDefinition(schema, form.__name__.removesuffix("Part"), strict=True),
        )
        got: list[str] = []
        try:
            async with model_request_stream(language, conversation, model_request_parameters=parameters) as stream:
                expected = self.model.expected.get("output_token", 2000.0) * CHARACTERS_PER_TOKEN
                async for _ in stream:
                    response = stream.get()
                    got = [part.content for part in response.parts if isinstance(part, TextPart)]
                    progress(min(0.95, sum(map(len, got)) / expected))
                response = stream.get()
        except ai.AgentRunError as error:
            raise self._failed(error, conversation, "".join(got)) from error
        except BaseException as error:
            # The studio stops in the middle of a stream: what was written until then is billed.
            raise Interrupted(error, self._until_now(conversation, "".join(got))) from error
        return self._answer(response, conversation)

    def _answer(self, response: ModelResponse, conversation: Sequence[ModelMessage]) -> Outcome:
        text = "".join(part.content for part in response.parts if isinstance(part, TextPart)).strip()
        charged_for = quantities(response.usage)
        if response.finish_reason == "length":
            raise Wasted(
                self._error("stopped in the middle: its answer was too long.", "vendor_answer_bad"), charged_for
            )
        if response.finish_reason == "content_filter" or not text:
            reason = _refusal(response)
            raise Wasted(self._error(f"refused this. {reason}".strip(), "content_refused", charged=True), charged_for)
        return text.encode(), charged_for

    def _failed(self, error: ai.AgentRunError, conversation: Sequence[ModelMessage], got: str) -> Exception:
        """What an error of the library means for the money."""
        if got:
            told = self._error("broke off in the middle of its answer.", "vendor_answer_bad", charged=True)
            return Wasted(told, self._until_now(conversation, got))
        rules: tuple[tuple[type[Exception], str, str, bool, bool], ...] = (
            (ai.ModelAuthenticationError, "does not take the key.", "vendor_key_rejected", False, False),
            (ai.ModelQuotaExceededError, "has no credit left for this account.", "vendor_credit_low", False, False),
            (ai.ModelRateLimitError, "is busy.", "vendor_busy", True, False),
            (ai.ModelNotFoundError, "does not have this model any more.", "vendor_model_gone", False, False),
            (ai.ContentFilterError, "refused this.", "content_refused", False, False),
            (ai.ModelUnavailableError, "is overloaded.", "vendor_down", True, True),
            (ai.ModelServerError, "had an error of its own.", "vendor_down", True, True),
            (ai.ModelRequestRejectedError, "did not accept the request.", "vendor_input_refused", False, False),
        )
        for kind, words_, code, again, down in rules:
            if isinstance(error, kind):
                return Refused(self._error(words_, code, again), retry_after_s=_retry_after(error), down=down)
        if any(isinstance(each, httpx2.ConnectError) for each in _chain(error)):
            return Refused(self._error("can't be reached.", "vendor_down", True), down=True)
        if isinstance(error, ai.ModelHTTPError):
            return Refused(self._error(f"answered {error.status_code}.", "vendor_answer_bad", False))
        return Lost(f"The line to {self.vendor.title} broke off after it was asked.")

    def _until_now(self, conversation: Sequence[ModelMessage], got: str) -> dict[Unit, float]:
        """Tokens of a stream that broke off, by the length of its text: the vendor says nothing of them."""
        words = sum(len(json.dumps(_plain(message))) for message in conversation)
        return {"input_token": words // CHARACTERS_PER_TOKEN, "output_token": len(got) // CHARACTERS_PER_TOKEN}

    def _error(self, words: str, code: str, retryable: bool = True, *, charged: bool = False) -> ProviderError:
        return ProviderError(f"{self.model.title} {words}", code=code, charged=charged, retryable=retryable)


def user(text: str | Sequence[object]) -> ModelRequest:
    """A message of the user: text, or text and pictures."""
    return ModelRequest(parts=[UserPromptPart(text)])  # type: ignore[arg-type]


def assistant(text: str) -> ModelResponse:
    """An earlier answer of the model."""
    return ModelResponse(parts=[TextPart(text)])


def quantities(usage: RequestUsage) -> dict[Unit, float]:
    """Tokens by unit, as the vendor counted them."""
    cached = usage.cache_read_tokens
    return {
        "call": 1,
        "input_token": max(0, usage.input_tokens - cached),
        "cached_token": cached,
        "output_token": usage.output_tokens,
    }


def _plain(message: ModelMessage) -> list[str]:
    return [str(getattr(part, "content", part)) for part in message.parts]


def _refusal(response: ModelResponse) -> str:
    details = response.provider_details or {}
    return str(details.get("refusal", ""))


def _chain(error: BaseException) -> Iterator[BaseException]:
    found: BaseException | None = error
    while found is not None:
        yield found
        found = found.__cause__ or found.__context__


def _retry_after(error: Exception) -> float | None:
    for found in _chain(error):
        headers = getattr(getattr(found, "response", None), "headers", None)
        if headers is not None:
            named = {str(name).lower(): str(value) for name, value in headers.items()}
            return asked_wait(named, getattr(found, "body", None), datetime.now(UTC))
    return None
