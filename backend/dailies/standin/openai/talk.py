"""What is said: requests of both text interfaces in one form, and the model's answer."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]
Finish = Literal["stop", "length", "tool_calls", "content_filter"]
CHARS_A_TOKEN = 4
MESSAGE_TOKENS = 4
IMAGE_TOKENS = {"low": 85, "high": 1105, "auto": 1105, "original": 1105}
CACHE_FROM_TOKENS = 1024
CACHE_BLOCK_TOKENS = 128


@dataclass(frozen=True)
class ToolCall:
    """A call of a tool. ``arguments``: JSON text."""

    id: str
    name: str
    arguments: str


@dataclass(frozen=True)
class Picture:
    """A picture shown to the model."""

    data: bytes
    detail: str = "auto"


@dataclass(frozen=True)
class Message:
    """One turn. ``role``: system, user, assistant or tool."""

    role: str
    text: str
    pictures: tuple[Picture, ...] = ()
    calls: tuple[ToolCall, ...] = ()


@dataclass(frozen=True)
class Tool:
    """A function the model may call."""

    name: str
    description: str
    parameters: Json


@dataclass(frozen=True)
class Shape:
    """The JSON schema an answer must fit."""

    name: str
    schema: Json
    strict: bool


@dataclass(frozen=True)
class Ask:
    """A request. ``must_call``: "" for as the model likes, "*" for any tool, else the tool's name."""

    model: str
    messages: tuple[Message, ...]
    tools: tuple[Tool, ...] = ()
    must_call: str = ""
    may_call: bool = True
    shape: Shape | None = None
    json_mode: bool = False
    most_tokens: int | None = None
    stream: bool = False
    stream_usage: bool = True
    seed: int | None = None

    @property
    def words(self) -> str:
        """Everything said, in order: what the vendor counts and caches."""
        tools = [json.dumps([tool.name, tool.description, tool.parameters]) for tool in self.tools]
        said = [
            f"{each.role}: {each.text}{''.join(call.name + call.arguments for call in each.calls)}"
            for each in self.messages
        ]
        return "\n".join([*tools, *said])

    @property
    def fingerprint(self) -> str:
        """The same for asks that say the same."""
        return hashlib.sha256(self.words.encode()).hexdigest()

    @property
    def tokens(self) -> int:
        """Input tokens."""
        pictures = [picture for message in self.messages for picture in message.pictures]
        seen = sum(IMAGE_TOKENS.get(picture.detail, IMAGE_TOKENS["auto"]) for picture in pictures)
        schema = tokens_in(json.dumps(self.shape.schema)) if self.shape else 0
        return tokens_in(self.words) + MESSAGE_TOKENS * len(self.messages) + seen + schema


@dataclass(frozen=True)
class Answer:
    """What the model says. ``refusal`` in place of text where it refuses."""

    text: str = ""
    refusal: str = ""
    calls: tuple[ToolCall, ...] = ()
    finish: Finish = "stop"

    @property
    def tokens(self) -> int:
        """Output tokens."""
        called = "".join(call.name + call.arguments for call in self.calls)
        return tokens_in(self.text + self.refusal + called)


@dataclass(frozen=True)
class Usage:
    """Tokens of one exchange; ``cached`` are among ``taken_in``."""

    taken_in: int
    cached: int
    given_out: int

    @property
    def quantity(self) -> dict[str, float]:
        """Billed units."""
        return {
            "input_token": self.taken_in - self.cached,
            "cached_token": self.cached,
            "output_token": self.given_out,
        }


@dataclass
class PrefixCache:
    """Beginnings of requests seen before, in blocks, by model."""

    _seen: set[tuple[str, str]] = field(default_factory=set)

    def cached_tokens(self, ask: Ask) -> int:
        """How many leading tokens were seen in earlier requests; remembers this one."""
        if ask.tokens < CACHE_FROM_TOKENS:
            return 0
        size = CACHE_BLOCK_TOKENS * CHARS_A_TOKEN
        digest, hits, unbroken = hashlib.sha256(), 0, True
        for start in range(0, len(ask.words) - size + 1, size):
            digest.update(ask.words[start : start + size].encode())
            key = (ask.model, digest.hexdigest())
            unbroken = unbroken and key in self._seen
            hits += unbroken
            self._seen.add(key)
        cached = hits * CACHE_BLOCK_TOKENS
        return cached if cached >= CACHE_FROM_TOKENS else 0


def tokens_in(text: str) -> int:
    """About how many tokens a text has."""
    return math.ceil(len(text) / CHARS_A_TOKEN)


def block(messages: tuple[Message, ...], name: str) -> str:
    """What stands between ``<name>`` and ``</name>`` in the latest message of the user that has it, or ""."""
    opening, closing = f"<{name}>", f"</{name}>"
    for message in reversed(messages):
        if message.role == "user" and opening in message.text and closing in message.text:
            return message.text.split(opening, 1)[1].split(closing, 1)[0].strip()
    return ""


def last_words(messages: tuple[Message, ...]) -> str:
    """The user's latest text."""
    return next((message.text for message in reversed(messages) if message.role == "user" and message.text), "")


def schema_in(messages: tuple[Message, ...]) -> Json | None:
    """A JSON schema written out in what the system said: how servers without structured output are asked."""
    decoder = json.JSONDecoder()
    for message in messages:
        start = message.text.find("{") if message.role == "system" else -1
        while start >= 0:
            try:
                found, _ = decoder.raw_decode(message.text, start)
            except json.JSONDecodeError:
                found = None
            if isinstance(found, dict) and "properties" in found:
                return found
            start = message.text.find("{", start + 1)
    return None


def known_fields(given: Mapping[str, Any], names: frozenset[str]) -> Json:
    """Only the fields named."""
    return {name: value for name, value in given.items() if name in names}
