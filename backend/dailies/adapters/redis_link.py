"""The connection to Redis: short waits and no hidden repeats, since everything here goes on without it."""

from __future__ import annotations

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

PREFIX = "dailies:"
ANSWER_S = 2.0
"""Seconds Redis gets to answer."""

RedisAway = (RedisError, OSError, TimeoutError)
"""What a call raises while Redis is restarting, out of reach or refusing."""


def connect(url: str) -> Redis:
    """A client for ``redis://…`` or ``rediss://…``; nothing is sent yet."""
    return Redis.from_url(
        url,
        socket_timeout=ANSWER_S,
        socket_connect_timeout=ANSWER_S,
        # A repeat inside the library would hide that messages were missed.
        retry=Retry(NoBackoff(), 0),
        health_check_interval=0,
        max_connections=64,
        decode_responses=True,
    )
