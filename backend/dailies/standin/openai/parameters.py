"""The parameters each endpoint knows; any other is refused, as the service does."""

from __future__ import annotations

from collections.abc import Iterable

from dailies.standin.openai import errors

CHAT = frozenset(
    "audio frequency_penalty function_call functions logit_bias logprobs max_completion_tokens max_tokens messages "
    "metadata modalities model moderation n parallel_tool_calls prediction presence_penalty prompt_cache_key "
    "prompt_cache_options prompt_cache_retention reasoning_effort response_format safety_identifier seed service_tier "
    "stop store stream stream_options temperature tool_choice tools top_logprobs top_p user verbosity "
    "web_search_options".split()
)
RESPONSES = frozenset(
    "access_programs background background_options context_management conversation image include input instructions "
    "max_output_tokens max_tool_calls metadata model moderation parallel_tool_calls previous_response_id prompt "
    "prompt_cache_key prompt_cache_options prompt_cache_retention reasoning safety_identifier service_tier store "
    "stream stream_options temperature text tool_choice tools top_logprobs top_p truncation user".split()
)
SPEECH = frozenset("input instructions model response_format speed stream_format voice".split())
MODERATION = frozenset({"input", "model"})
GENERATION = frozenset(
    "background complexity model moderation n output_compression output_format partial_images prompt quality "
    "safety_identifier size stream user".split()
)
EDIT = (GENERATION - {"moderation"}) | {"image", "image[]", "input_fidelity", "markup", "mask"}


def refuse_unknown(given: Iterable[str], known: frozenset[str]) -> None:
    """Raises OpenAIError for the first name that is not known."""
    for name in given:
        if name not in known:
            raise errors.invalid(name, f"Unknown parameter: '{name}'.", "unknown_parameter")
