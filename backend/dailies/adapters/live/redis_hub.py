"""Fan-out between processes through Redis: one connection that sends, one that listens.

Redis stores nothing of this and promises nothing: what was missed while it was away is found by number in the
database. While it is away, messages reach the sockets of the process they arose in, and the others look at the
numbers in the database every second or two.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from redis.asyncio.client import PubSub

from dailies.adapters.live.hub import HEAD, InProcessHub, Message, Pacer, Subscription
from dailies.adapters.meters import LAG, REDIS_AWAY, count_event
from dailies.adapters.redis_link import PREFIX, RedisAway, connect

log = logging.getLogger(__name__)

CHANNEL = PREFIX + "live:"
KEEP = CHANNEL + "-"
"""A channel nobody speaks on: a connection that follows none can't be listened to."""

OUTBOX = 20_000
"""Messages that may wait to be sent; beyond, the oldest are left to be found in the database."""

BATCH = 200
CONFIRM_S = 1.0
RETURN_S = 0.5
CHECK_S = 5.0
CHECK_AWAY_S = 1.0
TOPICS_AT_ONCE = 400

Heads = Callable[[Sequence[str]], Awaitable[dict[str, int]]]
"""The number of the last event of each topic."""


class RedisHub:
    """The hub of many processes. Start it on the event loop; all methods are called there."""

    def __init__(self, url: str, heads: Heads) -> None:
        """``heads``: reads the numbers of projects from the database."""
        self._client = connect(url)
        self._heads = heads
        self._local = InProcessHub(counts=False)
        self._pacer = Pacer(self.publish)
        self._outbox: deque[tuple[str, Message]] = deque(maxlen=OUTBOX)
        self._wake = asyncio.Event()
        self._pubsub: PubSub | None = None
        self._followed: dict[str, asyncio.Event] = {}
        self._turn = asyncio.Lock()
        self._checking_now = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._away = False

    @property
    def away(self) -> bool:
        """Whether messages of other processes do not come through."""
        return self._away

    async def start(self) -> None:
        """Connect and begin to send and listen; goes on without Redis when it is away."""
        with contextlib.suppress(*RedisAway):
            await self._client.ping()
        self._tasks = [asyncio.create_task(work()) for work in (self._send, self._hear, self._check)]

    async def stop(self) -> None:
        """Send what waits, and close."""
        if self._outbox and not self._away:
            await asyncio.sleep(0.1)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        with contextlib.suppress(*RedisAway):
            await self._client.aclose()

    def publish(self, topic: str, message: Message) -> None:
        """Hand a message to all subscribers of the topic, in every process."""
        if "seq" in message:
            count_event(str(message.get("type")), message.get("data"))
        if self._away:
            self._local.publish(topic, message)
            return
        self._outbox.append((topic, message))
        self._wake.set()

    def publish_soon(self, topic: str, key: str, message: Message) -> None:
        """Hand over the last message of each key, once a pace."""
        self._pacer.soon(topic, key, message)

    def listen(self, topic: str, heard: Callable[[Message], None]) -> None:
        """Call ``heard`` for every message of the topic. Before the start."""
        self._local.listen(topic, heard)

    @asynccontextmanager
    async def subscribe(self, topic: str, maxsize: int) -> AsyncIterator[Subscription]:
        """Follow a topic; what is published after this is entered comes through, or Redis is away."""
        async with self._local.subscribe(topic, maxsize) as subscription:
            await self._follow(topic)
            try:
                yield subscription
            finally:
                leaving = asyncio.create_task(self._leave(topic))
                self._tasks.append(leaving)
                leaving.add_done_callback(self._tasks.remove)

    async def _follow(self, topic: str) -> None:
        async with self._turn:
            pubsub = self._pubsub
            if pubsub is None:
                return
            confirmed = self._followed.get(topic)
            if confirmed is None:
                confirmed = self._followed[topic] = asyncio.Event()
                try:
                    await pubsub.subscribe(CHANNEL + topic)
                except RedisAway:
                    return
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(confirmed.wait(), CONFIRM_S)

    async def _leave(self, topic: str) -> None:
        async with self._turn:
            if self._local.follows(topic) or topic not in self._followed:
                return
            del self._followed[topic]
            if self._pubsub is not None:
                with contextlib.suppress(*RedisAway):
                    await self._pubsub.unsubscribe(CHANNEL + topic)

    async def _send(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._outbox:
                batch = [self._outbox.popleft() for _ in range(min(BATCH, len(self._outbox)))]
                pipeline = self._client.pipeline(transaction=False)
                for topic, message in batch:
                    pipeline.publish(CHANNEL + topic, json.dumps({"at": time.time(), "message": message}))
                try:
                    await pipeline.execute()
                except RedisAway:
                    self._lost()
                    for topic, message in batch:
                        self._local.publish(topic, message)

    async def _hear(self) -> None:
        while True:
            try:
                await self._hear_until_lost()
            except RedisAway:
                self._lost()
            finally:
                self._pubsub = None
            await asyncio.sleep(RETURN_S)

    async def _hear_until_lost(self) -> None:
        pubsub: PubSub
        async with self._client.pubsub() as pubsub:
            async with self._turn:
                topics = self._local.topics
                self._followed = {topic: asyncio.Event() for topic in topics}
                await pubsub.subscribe(KEEP)
                for start in range(0, len(topics), TOPICS_AT_ONCE):
                    await pubsub.subscribe(*(CHANNEL + topic for topic in topics[start : start + TOPICS_AT_ONCE]))
                self._pubsub = pubsub
            self._returned()
            while True:
                message = await pubsub.get_message(timeout=CHECK_S)
                if message is None:
                    await pubsub.ping()
                else:
                    self._take(message)

    def _take(self, message: dict[str, Any]) -> None:
        topic = str(message["channel"] or "").removeprefix(CHANNEL)
        if message["type"] == "subscribe" and topic in self._followed:
            self._followed[topic].set()
        elif message["type"] == "message":
            sent = json.loads(message["data"])
            LAG.observe(max(0.0, time.time() - sent["at"]))
            self._local.publish(topic, sent["message"])

    def _lost(self) -> None:
        if not self._away:
            log.warning("Redis is away: pages of this process go on from the database")
            self._away = True
            REDIS_AWAY.set(1)
            self._local.announce(studio_message(slow=True))

    def _returned(self) -> None:
        if self._away:
            log.warning("Redis is back")
            self._away = False
            REDIS_AWAY.set(0)
            self._local.announce(studio_message(slow=False))
            self._checking_now.set()

    async def _check(self) -> None:
        """Tell followers the last numbers there are, so that they fetch what no message told them of."""
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._checking_now.wait(), CHECK_AWAY_S if self._away else CHECK_S)
            self._checking_now.clear()
            topics = self._local.topics
            for start in range(0, len(topics), TOPICS_AT_ONCE):
                try:
                    heads = await self._heads(topics[start : start + TOPICS_AT_ONCE])
                except Exception as error:
                    # The database may be away too; the next look finds what this one would have.
                    log.warning("could not look for missed events: %s", error)
                    break
                for topic, head in heads.items():
                    self._local.publish(topic, {"type": HEAD, "head": head})


def studio_message(*, slow: bool) -> Message:
    """What sockets are told when live messages of other processes stop, or come again."""
    return {"type": "studio", "slow": slow}
