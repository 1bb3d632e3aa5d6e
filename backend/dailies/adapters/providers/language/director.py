"""The director on a vendor's language model: every request of its agent is a call in the ledger."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter
from pydantic_ai import exceptions as ai
from pydantic_ai.messages import (
    ModelMessage,
    ModelResponse,
    PartDeltaEvent,
    PartStartEvent,
    TextPart,
    TextPartDelta,
    ToolCallPart,
    ToolCallPartDelta,
)
from pydantic_ai.models import CompletedStreamedResponse, ModelRequestParameters, StreamedResponse
from pydantic_ai.models import Model as LanguageModel
from pydantic_ai.models.wrapper import WrapperModel
from pydantic_ai.settings import ModelSettings
from pydantic_ai.tools import RunContext

from dailies.adapters.calls.one_shot import Interrupted, OneShot, Outcome, Wasted
from dailies.adapters.director.agent import AgentDirector
from dailies.adapters.providers.language.asking import Asker, quantities
from dailies.adapters.providers.language.models import language_model

_RESPONSES: TypeAdapter[ModelResponse] = TypeAdapter(ModelResponse)

CUT_OFF = " (The answer was cut off at the model's length limit.)"


def language_director(asker: Asker) -> AgentDirector:
    """The director on the asker's model, paid through its journal."""

    @asynccontextmanager
    async def thinker(tell: Callable[[str], None]) -> AsyncIterator[LanguageModel]:
        async with language_model(asker.vendor, asker.model, asker.key) as language:
            yield PaidModel(language, Talk(asker.vendor, asker.model, asker.key, asker.journal, asker.gate), tell)

    return AgentDirector(asker.vendor.id, thinker, streams_itself=True)


class PaidModel(WrapperModel):
    """A model each of whose requests is opened, sent and settled in the ledger: "reply-1", "reply-2".

    A request that was paid for before a crash is not sent again: its answer is read from the ledger.
    """

    def __init__(self, wrapped: LanguageModel, talk: Talk, tell: Callable[[str], None]) -> None:
        super().__init__(wrapped)
        self._talk, self._tell, self._sent = talk, tell, 0

    @asynccontextmanager
    async def request_stream(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
        run_context: RunContext[Any] | None = None,
    ) -> AsyncIterator[StreamedResponse]:
        """The whole answer, after its text was told as it came."""
        self._sent += 1
        response = await self._talk.reply(
            f"reply-{self._sent}",
            self.wrapped,
            messages,
            model_settings,
            model_request_parameters,
            self._tell,
            run_context,
        )
        yield CompletedStreamedResponse(response, model_request_parameters=model_request_parameters, replay_events=True)


@dataclass(frozen=True)
class Talk(Asker):
    """Asks for one turn of a conversation with tools."""

    async def reply(
        self,
        purpose: str,
        language: LanguageModel,
        messages: list[ModelMessage],
        settings: ModelSettings | None,
        parameters: ModelRequestParameters,
        tell: Callable[[str], None],
        run: RunContext[Any] | None,
    ) -> ModelResponse:
        """The model's answer. Raises ProviderError, PaymentRequired."""
        told: list[str] = []

        def hear(piece: str) -> None:
            told.append(piece)
            tell(piece)

        async def send() -> Outcome:
            return await self._stream(language, messages, settings, parameters, hear, run)

        words = [str(getattr(part, "content", part)) for message in messages for part in message.parts]
        tools = [tool.name for tool in parameters.function_tools]
        estimate = self.model.cost(self.model.expected)
        one_shot = OneShot(self.model, self.journal, self.gate)
        answer, _ = await one_shot.call(purpose, [self.model.name, words, tools], estimate, send)
        response = _RESPONSES.validate_json(answer)
        if not told:
            # Read from the ledger: nobody has heard it yet.
            for part in response.parts:
                if isinstance(part, TextPart):
                    tell(part.content)
        return response

    async def _stream(
        self,
        language: LanguageModel,
        messages: list[ModelMessage],
        settings: ModelSettings | None,
        parameters: ModelRequestParameters,
        hear: Callable[[str], None],
        run: RunContext[Any] | None,
    ) -> Outcome:
        settings, parameters = language.prepare_request(settings, parameters)
        got = ""
        try:
            async with language.request_stream(messages, settings, parameters, run) as stream:
                async for event in stream:
                    piece = _text_of(event)
                    got += piece or _called_in(event)
                    if piece:
                        hear(piece)
                response = stream.get()
        except ai.AgentRunError as error:
            raise self._failed(error, messages, got) from error
        except BaseException as error:
            # The creator stops the reply, or the studio ends: what was written until then is billed.
            raise Interrupted(error, self._until_now(messages, got)) from error
        return self._whole(response, hear)

    def _whole(self, response: ModelResponse, hear: Callable[[str], None]) -> Outcome:
        charged_for = quantities(response.usage)
        calls = any(isinstance(part, ToolCallPart) for part in response.parts)
        text = "".join(part.content for part in response.parts if isinstance(part, TextPart)).strip()
        if response.finish_reason == "content_filter":
            raise Wasted(self._error("refused this.", "content_refused", charged=True), charged_for)
        if response.finish_reason == "length":
            if calls or not text:
                told = self._error("stopped in the middle: its answer was too long.", "vendor_answer_bad")
                raise Wasted(told, charged_for)
            hear(CUT_OFF)
        if not calls and not text:
            refusal = str((response.provider_details or {}).get("refusal", ""))
            words = f"refused this. {refusal}".strip() if refusal else "gave no answer."
            raise Wasted(self._error(words, "content_refused", charged=True), charged_for)
        return _RESPONSES.dump_json(response), charged_for


def _text_of(event: object) -> str:
    if isinstance(event, PartStartEvent) and isinstance(event.part, TextPart):
        return event.part.content
    if isinstance(event, PartDeltaEvent) and isinstance(event.delta, TextPartDelta):
        return event.delta.content_delta
    return ""


def _called_in(event: object) -> str:
    """What an event brings of a tool call: a stream that breaks off after it has been paid for too."""
    if isinstance(event, PartStartEvent) and isinstance(event.part, ToolCallPart):
        return event.part.tool_name
    if isinstance(event, PartDeltaEvent) and isinstance(event.delta, ToolCallPartDelta):
        return str(event.delta.args_delta or "")
    return ""
