"""Fan-out in this process: bounded queues, and pacing for messages that only the latest of counts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

Message = dict[str, object]

PACE_S = 0.05
"""Least time between two messages of one key: quick enough for text, slow enough for a thousand frames."""


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


class InProcessHub:
    """The hub of a single process. All methods are called on the event loop."""

    def __init__(self) -> None:
        self._subscribers: dict[str, set[Subscription]] = {}
        self._pending: dict[tuple[str, str], Message] = {}

    def publish(self, topic: str, message: Message) -> None:
        """Hand a message to all subscribers of the topic."""
        for subscription in self._subscribers.get(topic, ()):
            subscription.put(message)

    def publish_soon(self, topic: str, key: str, message: Message) -> None:
        """Hand over the last message of each key, once a pace."""
        slot = (topic, key)
        first = slot not in self._pending
        self._pending[slot] = message
        if first:
            asyncio.get_running_loop().call_later(PACE_S, self._flush, slot)

    def _flush(self, slot: tuple[str, str]) -> None:
        self.publish(slot[0], self._pending.pop(slot))

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
