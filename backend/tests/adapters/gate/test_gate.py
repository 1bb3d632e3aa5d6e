"""The gate: turns, rates, slow-downs, breakers, on a clock that the test moves; in memory and in Redis."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field

import pytest

from dailies.adapters import redis_link
from dailies.adapters.gate.in_process import COOL_OFF_S, FAILURES_TO_OPEN, InProcessGate, SharedGate
from dailies.adapters.gate.redis import RedisGate
from dailies.domain.errors import ProviderError
from dailies.domain.registry import Registry, Vendor

from ...support.services import RedisServer, running_redis

REGISTRY = Registry({"v": Vendor("v", "Vendor", "openai", concurrency=2, per_minute=3)}, {})


@dataclass
class Clock:
    """Time that moves when somebody sleeps."""

    now: float = 100.0
    told: list[tuple[int, float]] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)

    def waiting(self, place: int, seconds: float) -> None:
        self.told.append((place, seconds))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def redis() -> Iterator[RedisServer]:
    with running_redis() as server:
        yield server


@pytest.fixture(params=["in process", "redis"])
async def gate(request: pytest.FixtureRequest, clock: Clock) -> AsyncIterator[SharedGate]:
    if request.param == "in process":
        yield InProcessGate(REGISTRY, clock, clock.sleep)
        return
    server: RedisServer = request.getfixturevalue("redis")
    server.flush()
    client = redis_link.connect(server.url)
    yield RedisGate(client, REGISTRY, clock, clock.sleep)
    await client.aclose()


async def test_no_more_at_a_time_than_allowed(gate: SharedGate, clock: Clock) -> None:
    most = 0

    async def call() -> None:
        nonlocal most
        async with gate.enter("v", "m", clock.waiting):
            most = max(most, (await gate.state("v")).running)
            await asyncio.sleep(0)
            await asyncio.sleep(0)

    await asyncio.gather(*(call() for _ in range(3)))
    assert most == 2
    place, seconds = clock.told[0]
    assert place == 1
    assert seconds > 1, "the time of the call before it"
    assert (await gate.state("v")).running == 0
    assert (await gate.state("v")).waiting == 0


async def test_no_more_in_a_minute_than_allowed(gate: SharedGate, clock: Clock) -> None:
    began = clock.now
    for _ in range(3):
        async with gate.enter("v", "m", clock.waiting):
            pass
    assert clock.now == began
    async with gate.enter("v", "m", clock.waiting):
        assert clock.now - began >= 60
    assert clock.told[0] == (1, 60.0)


async def test_a_busy_vendor_is_left_alone_as_long_as_it_asks(gate: SharedGate, clock: Clock) -> None:
    gate.report("v", "m", "busy", 9.0)
    assert (await gate.state("v")).slow_s == 9.0
    began = clock.now
    async with gate.enter("v", "m", clock.waiting):
        assert clock.now - began == pytest.approx(9.0)


async def test_a_vendor_that_is_down_is_not_called(gate: SharedGate, clock: Clock) -> None:
    for _ in range(FAILURES_TO_OPEN):
        gate.report("v", "m", "down")
    with pytest.raises(ProviderError) as refusal:
        async with gate.enter("v", "m", clock.waiting):
            raise AssertionError
    assert (refusal.value.code, refusal.value.charged) == ("vendor_down", False)
    clock.now += COOL_OFF_S
    async with gate.enter("v", "m", clock.waiting):
        pass
    gate.report("v", "m", "down")
    assert (await gate.state("v")).down_s == 2 * COOL_OFF_S
    clock.now += 2 * COOL_OFF_S
    gate.report("v", "m", "ok")
    assert (await gate.state("v")).down_s == 0
    gate.report("v", "m", "down")
    assert (await gate.state("v")).down_s == 0


async def test_two_workers_keep_one_limit(redis: RedisServer, clock: Clock) -> None:
    redis.flush()
    client = redis_link.connect(redis.url)
    gates = [RedisGate(client, REGISTRY, clock, clock.sleep) for _ in range(2)]
    async with gates[0].enter("v", "m", clock.waiting), gates[1].enter("v", "m", clock.waiting):
        assert (await gates[0].state("v")).running == 2
        third = asyncio.create_task(enter_once(gates[1], clock))
        while not clock.told:
            await asyncio.sleep(0)
        assert not third.done()
    await third
    gates[1].report("v", "m", "busy", 9.0)
    await gates[1].state("v")
    assert (await gates[0].state("v")).slow_s == 9.0
    await client.aclose()


async def enter_once(gate: SharedGate, clock: Clock) -> None:
    async with gate.enter("v", "m", clock.waiting):
        pass


async def test_a_worker_goes_on_by_itself_without_redis(clock: Clock) -> None:
    client = redis_link.connect(RedisServer().url)
    gate = RedisGate(client, REGISTRY, clock, clock.sleep)
    async with gate.enter("v", "m", clock.waiting):
        assert (await gate.state("v")).running == 1
    await client.aclose()
