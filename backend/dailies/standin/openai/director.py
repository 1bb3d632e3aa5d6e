"""A small deterministic model for chats that offer tools: it calls the tool that the words fit best."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from dailies.adapters.providers.rehearsal.thinking import Said, think
from dailies.standin.openai.talk import Json, Message, Tool, last_words

COMMON = frozenset(
    "a an and are as at be by can do does for from have how i in is it its make me my no not of on one or our "
    "please so that the them then there these this to up us use want we what when where which who will with you "
    "your".split()
)
_ROLES: dict[str, Literal["system", "user", "assistant", "tool"]] = {
    "system": "system",
    "developer": "system",
    "assistant": "assistant",
    "tool": "tool",
}
NAME_WEIGHT = 3
ENOUGH = 2


def director_model(messages: Sequence[Message], tools: Sequence[Tool]) -> str | tuple[str, Json]:
    """A text, or the name of a tool with the arguments that are known from the words themselves.

    A chat of the studio's own director is answered as the rehearsal director would.
    """
    if any(tool.name == "propose_change" for tool in tools):
        return think([Said(_ROLES.get(each.role, "user"), each.text) for each in messages])
    if messages and messages[-1].role == "tool":
        return f"Done. {messages[-1].text[:300]}".strip()
    words = last_words(tuple(messages))
    wanted = _stems(words)
    scored = [(_fit(wanted, tool), -number, tool) for number, tool in enumerate(tools)]
    best, _, tool = max(scored, key=lambda each: each[:2])
    if best < ENOUGH:
        return f"I have read that: {words[:200]}"
    return tool.name, _arguments(words, tool)


def _fit(wanted: set[str], tool: Tool) -> int:
    in_name = wanted & _stems(tool.name.replace("_", " "))
    in_words = wanted & _stems(tool.description)
    return NAME_WEIGHT * len(in_name) + len(in_words - in_name)


def _arguments(words: str, tool: Tool) -> Json:
    """Numbers go to number fields and lists of numbers, the whole text to text fields that are for words."""
    numbers = [int(each) for each in re.findall(r"\d+", words)]
    known: Json = {}
    for name, rule in tool.parameters.get("properties", {}).items():
        kind = rule.get("type")
        if kind in ("integer", "number") and numbers:
            known[name] = numbers[0]
        elif kind == "array" and rule.get("items", {}).get("type") in ("integer", "number") and numbers:
            known[name] = numbers
        elif kind == "string" and "enum" not in rule:
            known[name] = words
    return known


def _stems(text: str) -> set[str]:
    words = re.findall(r"[a-z]{3,}", text.lower())
    return {re.sub(r"(ing|ed|es|s|e)$", "", word) for word in words if word not in COMMON}
