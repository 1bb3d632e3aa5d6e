"""Fan-out in this process: bounded queues, and pacing for messages that only the latest of counts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from typing import Protocol

from dailies.adapters.meters import count_event

Message = dict[str, object]

PACE_S = 0.05
"""Least time between two messages of one key: quick enough for text, slow enough for a thousand frames."""

HEAD = "head"
"""Type of the message that tells followers the number of a topic's last event; it is not for clients."""


class Lagged(Exception):
    """The subscriber was too slow and missed messages."""


@dataclass(eq=False)
class Subscription:
    """An async iterator over a topic's messages. Raises Lagged once its queue has overflowed."""

    maxsize: int
    _queue: asyncio.Queue[Message] = field(init=False)
    _overflowed: bool = False

    def __post_init__(self) -> None:
        self._queue = asyncio.Queue(self.maxsize)

    def put(self, message: Message) -> None:
        """Hand over a message, or note that it did not fit."""
        try:
            self._queue.put_nowait(message)
        except asyncio.QueueFull:
            self._overflowed = True

    def __aiter__(self) -> Subscription:
        return self

    async def __anext__(self) -> Message:
        if self._overflowed:
            raise Lagged
        return await self._queue.get()


class Hub(Protocol):
    """Fan-out of a whole studio. All methods are called on the event loop."""

    @property
    def away(self) -> bool:
        """Whether messages of other processes do not come through."""
        ...

    def publish(self, topic: str, message: Message) -> None:
        """Hand a message to all subscribers of the topic, in every process."""
        ...

    def publish_soon(self, topic: str, key: str, message: Message) -> None:
        """Hand over the last message of each key, once a pace."""
        ...

    def subscribe(self, topic: str, maxsize: int) -> AbstractAsyncContextManager[Subscription]:
        """Follow a topic from now on; at most ``maxsize`` messages wait."""
        ...

    def listen(self, topic: str, heard: Callable[[Message], None]) -> None:
        """Call ``heard`` for every message of the topic, for as long as the hub lives."""
        ...


class Pacer:
    """Holds the latest message of each key back for a pace. ``publish``: takes what was held."""

    def __init__(self, publish: Callable[[str, Message], None]) -> None:
        self._publish = publish
        self._pending: dict[tuple[str, str], Message] = {}

    def soon(self, topic: str, key: str, message: Message) -> None:
        """Publish the message after a pace, unless a later one of the same key takes its place."""
        slot = (topic, key)
        first = slot not in self._pending
        self._pending[slot] = message
        if first:
            asyncio.get_running_loop().call_later(PACE_S, self._flush, slot)

    def _flush(self, slot: tuple[str, str]) -> None:
        self._publish(slot[0], self._pending.pop(slot))


class InProcessHub:
    """The hub of a single process. All methods are called on the event loop."""

    away = False

    def __init__(self, *, counts: bool = True) -> None:
        """``counts``: whether events that go through here are counted as made here."""
        self.counts = counts
        self._subscribers: dict[str, set[Subscription]] = {}
        self._listeners: dict[str, list[Callable[[Message], None]]] = {}
        self._pacer = Pacer(self.publish)

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics that somebody here follows."""
        return tuple({*self._subscribers, *self._listeners})

    def follows(self, topic: str) -> bool:
        """Whether somebody here follows the topic."""
        return topic in self._subscribers or topic in self._listeners

    def publish(self, topic: str, message: Message) -> None:
        """Hand a message to all subscribers of the topic."""
        if "seq" in message and self.counts:
            count_event(str(message.get("type")), message.get("data"))
        for subscription in self._subscribers.get(topic, ()):
            subscription.put(message)
        for heard in self._listeners.get(topic, ()):
            heard(message)

    def announce(self, message: Message) -> None:
        """Hand a message to every subscriber of every topic in this process."""
        for followers in self._subscribers.values():
            for subscription in followers:
                subscription.put(message)

    def publish_soon(self, topic: str, key: str, message: Message) -> None:
        """Hand over the last message of each key, once a pace."""
        self._pacer.soon(topic, key, message)

    @asynccontextmanager
    async def subscribe(self, topic: str, maxsize: int) -> AsyncIterator[Subscription]:
        """Follow a topic; at most ``maxsize`` messages wait."""
        subscription = Subscription(maxsize)
        self._subscribers.setdefault(topic, set()).add(subscription)
        try:
            yield subscription
        finally:
            followers = self._subscribers[topic]
            followers.discard(subscription)
            if not followers:
                del self._subscribers[topic]

    def listen(self, topic: str, heard: Callable[[Message], None]) -> None:
        """Call ``heard`` for every message of the topic."""
        self._listeners.setdefault(topic, []).append(heard)
