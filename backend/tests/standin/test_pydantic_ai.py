"""The library the studio's text adapter is built on, against the stand-in: every way of structured output."""

from __future__ import annotations

from typing import Any

import pytest
from openai import AsyncOpenAI
from pydantic_ai import Agent, NativeOutput, PromptedOutput, ToolOutput
from pydantic_ai.models.openai import OpenAIChatModel, OpenAIResponsesModel
from pydantic_ai.providers.openai import OpenAIProvider

from dailies.domain.story import Story, check_story
from dailies.standin.server import StandinHandle
from tests.standin.asking import story_words

MODELS: list[Any] = [OpenAIChatModel, OpenAIResponsesModel]
MODES: list[Any] = [NativeOutput(Story), NativeOutput(Story, strict=True), ToolOutput(Story), PromptedOutput(Story)]


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("mode", MODES, ids=["native", "strict", "tool", "prompted"])
@pytest.mark.parametrize("lenient", [False, True])
async def test_a_story_comes_in_every_mode(standin: StandinHandle, model: Any, mode: Any, lenient: bool) -> None:
    base = standin.ollama if lenient else standin.openai
    async with AsyncOpenAI(base_url=base, api_key="k") as client:
        agent = Agent(model("gpt-6-luna", provider=OpenAIProvider(openai_client=client)), output_type=mode)
        told = await agent.run(story_words())
    check_story(told.output)
    assert told.output.seconds == 12
    assert told.usage.output_tokens > 100


@pytest.mark.parametrize("model", MODELS)
async def test_one_repair_round_mends_a_cut_answer(standin: StandinHandle, model: Any) -> None:
    standin.fault("bad_json")
    before = len(standin.bill())
    async with AsyncOpenAI(base_url=standin.openai, api_key="k") as client:
        agent = Agent(
            model("gpt-6-luna", provider=OpenAIProvider(openai_client=client)),
            output_type=NativeOutput(Story),
            retries=1,
        )
        assert (await agent.run(story_words())).output.title
    assert len(standin.bill()) - before == 2


@pytest.mark.parametrize("model", MODELS)
async def test_tools_are_called_and_answered_while_it_streams(standin: StandinHandle, model: Any) -> None:
    async with AsyncOpenAI(base_url=standin.openai, api_key="k") as client:
        agent = Agent(model("gpt-6-luna", provider=OpenAIProvider(openai_client=client)))

        @agent.tool_plain
        def show_costs() -> str:
            """Tell what was spent."""
            return "Two dollars."

        async with agent.run_stream_events("Show the costs") as events:
            kinds = [type(event).__name__ async for event in events]
    assert "FunctionToolResultEvent" in kinds
    assert kinds[-1] == "AgentRunResultEvent"
