"""Live sessions: the same promises in memory and in Redis."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest

from dailies.adapters import redis_link
from dailies.adapters.sessions.in_process import InProcessSessions
from dailies.adapters.sessions.redis import RedisSessions
from dailies.domain.errors import InvalidInput
from dailies.ports import SESSION_BYTES, LiveSessions

from ..support.services import RedisServer, running_redis

TTL_S = 0.4


@pytest.fixture(scope="module")
def redis() -> Iterator[RedisServer]:
    with running_redis() as server:
        yield server


@pytest.fixture(params=["in process", "redis"])
async def sessions(request: pytest.FixtureRequest) -> AsyncIterator[LiveSessions]:
    if request.param == "in process":
        yield InProcessSessions(TTL_S)
        return
    server: RedisServer = request.getfixturevalue("redis")
    server.flush()
    client = redis_link.connect(server.url)
    yield RedisSessions(client, TTL_S)
    await client.aclose()


async def test_fields_are_put_replaced_and_taken_away(sessions: LiveSessions) -> None:
    assert await sessions.read("p") == {}
    await sessions.write("p", "draft", {"text": "wärmer", "items": ["s1a"]})
    await sessions.write("p", "reply:n", {"text": "Und"})
    await sessions.write("p", "draft", {"text": "wärmer, please"})
    assert await sessions.read("p") == {"draft": {"text": "wärmer, please"}, "reply:n": {"text": "Und"}}
    await sessions.write("p", "draft", None)
    await sessions.write("nothing", "draft", None)
    assert await sessions.read("p") == {"reply:n": {"text": "Und"}}
    assert await sessions.read("other") == {}


async def test_a_session_that_is_used_lives_and_one_that_is_not_is_forgotten(sessions: LiveSessions) -> None:
    await sessions.write("used", "draft", {"text": "a"})
    await sessions.write("left", "draft", {"text": "b"})
    for _ in range(6):
        await asyncio.sleep(TTL_S / 4)
        assert await sessions.read("used") == {"draft": {"text": "a"}}
    assert await sessions.read("left") == {}


async def test_a_session_has_an_end(sessions: LiveSessions) -> None:
    half = "x" * (SESSION_BYTES // 2)
    await sessions.write("p", "one", {"text": half})
    with pytest.raises(InvalidInput) as refused:
        await sessions.write("p", "two", {"text": half})
    assert refused.value.code == "session_full"
    assert await sessions.read("p") == {"one": {"text": half}}
    await sessions.write("p", "one", {"text": half + "more"})
    await sessions.write("p", "one", None)
    await sessions.write("p", "two", {"text": half})


async def test_without_redis_nothing_is_kept_and_nothing_breaks() -> None:
    server = RedisServer()
    client = redis_link.connect(server.url)
    sessions = RedisSessions(client, TTL_S)
    await sessions.write("p", "draft", {"text": "a"})
    assert await sessions.read("p") == {}
    await client.aclose()
