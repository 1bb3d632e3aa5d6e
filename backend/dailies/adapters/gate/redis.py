"""The gate of many workers: turns, rates, slow-downs and breakers in Redis, so that all of them keep one limit.

A worker that dies leaves its place in line after some seconds, and its turns after half a minute. While Redis is
away each worker keeps the limits by itself.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from redis.asyncio import Redis

from dailies.adapters.gate.in_process import (
    COOL_OFF_S,
    FAILURES_TO_OPEN,
    FIRST_GUESS_S,
    LONGEST_COOL_OFF_S,
    LOOK_AGAIN_S,
    MEMORY,
    InProcessGate,
    Outcome,
    VendorState,
    vendor_down,
)
from dailies.adapters.redis_link import PREFIX, RedisAway
from dailies.domain.registry import Registry

log = logging.getLogger(__name__)

LEASE_MS = 30_000
RENEW_S = 10.0
GONE_MS = 5_000
"""A place in line is given up when nobody asked for it this long."""

LIVES_MS = 3_600_000
"""A vendor nobody calls is forgotten, breaker and all."""

HEAD = """
local now = tonumber(ARGV[1])
if now < 0 then local t = redis.call('TIME'); now = t[1] * 1000 + math.floor(t[2] / 1000) end
local line, seen, places, running, begun = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', seen, '-inf', now - tonumber(ARGV[2]))) do
  redis.call('ZREM', seen, gone); redis.call('ZREM', places, gone)
end
redis.call('ZREMRANGEBYSCORE', running, '-inf', now)
redis.call('ZREMRANGEBYSCORE', begun, '-inf', now - 60000)
local function of(name, default) return tonumber(redis.call('HGET', line, name) or default) end
"""

ENTER = (
    HEAD
    + """
local ticket, concurrency, rate, look, lease = ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7]
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, ARGV[8]) end
local down = of('down_until', 0) - now
if down > 0 then return {2, 0, down} end
if not redis.call('ZSCORE', places, ticket) then
  redis.call('ZADD', places, redis.call('HINCRBY', line, 'tickets', 1), ticket)
end
redis.call('ZADD', seen, now, ticket)
local place = redis.call('ZRANK', places, ticket) + 1
local slow = of('slow_until', 0) - now
local held = redis.call('ZCARD', running)
local minute = redis.call('ZCARD', begun)
local wait = 0
if slow > 0 then wait = slow
elseif held + place > concurrency then
  wait = math.max(look, of('usual', ARGV[9]) * (held + place - concurrency) / concurrency)
elseif minute + place > rate then
  local first = redis.call('ZRANGE', begun, 0, 0, 'WITHSCORES')
  wait = look
  if first[2] then wait = math.max(look, tonumber(first[2]) + 60000 - now) end
end
if wait > 0 then return {1, place, math.ceil(wait)} end
redis.call('ZREM', places, ticket); redis.call('ZREM', seen, ticket)
redis.call('ZADD', begun, now, ticket); redis.call('ZADD', running, now + tonumber(lease), ticket)
redis.call('HSET', line, 'tickets', of('tickets', 0))
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, ARGV[8]) end
return {0, place, now}
"""
)
RENEW = HEAD + "return redis.call('ZADD', running, 'XX', 'CH', now + tonumber(ARGV[4]), ARGV[3])"
LEAVE = (
    HEAD
    + """
redis.call('ZREM', seen, ARGV[3]); redis.call('ZREM', places, ARGV[3]); redis.call('ZREM', running, ARGV[3])
local began = tonumber(ARGV[4])
if began >= 0 then redis.call('HSET', line, 'usual', of('usual', ARGV[5]) * ARGV[6] + (now - began) * (1 - ARGV[6])) end
return 0
"""
)
REPORT = (
    HEAD
    + """
local outcome, after = ARGV[3], tonumber(ARGV[4])
if outcome == 'ok' then redis.call('HSET', line, 'failures', 0, 'openings', 0, 'down_until', 0)
elseif outcome == 'busy' then redis.call('HSET', line, 'slow_until', math.max(of('slow_until', 0), now + after))
else
  local most = tonumber(ARGV[5])
  if redis.call('HINCRBY', line, 'failures', 1) >= most then
    local openings = of('openings', 0)
    local cool = math.min(tonumber(ARGV[7]), tonumber(ARGV[6]) * 2 ^ openings)
    redis.call('HSET', line, 'down_until', now + math.max(cool, after), 'openings', openings + 1, 'failures', most - 1)
  end
end
redis.call('PEXPIRE', line, ARGV[8])
return 0
"""
)
STATE = (
    HEAD
    + """
return {redis.call('ZCARD', running), redis.call('ZCARD', places), redis.call('ZCARD', begun),
  math.max(0, of('slow_until', 0) - now), math.max(0, of('down_until', 0) - now)}
"""
)


class RedisGate:
    """See the port ``Gate``. ``clock``: seconds, the same for all that share the gate; None is Redis's own;
    ``sleep``: given so that tests need not wait."""

    def __init__(
        self,
        client: Redis,
        registry: Registry,
        clock: Callable[[], float] | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """All vendors start closed, idle and well."""
        self._registry = registry
        self._clock = clock
        self._sleep = sleep
        self._alone = InProcessGate(registry)
        self._scripts = {
            name: client.register_script(text)
            for name, text in {
                "enter": ENTER,
                "renew": RENEW,
                "leave": LEAVE,
                "report": REPORT,
                "state": STATE,
            }.items()
        }
        self._reports: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def enter(self, vendor: str, model: str, waiting: Callable[[int, float], None]) -> AsyncIterator[None]:
        """Wait for a turn and hold it. ``waiting`` is told the place in line (from 1) and the seconds left.

        Raises ProviderError ``vendor_down`` while the breaker is open.
        """
        ticket = secrets.token_hex(8)
        began = -1
        renewing: asyncio.Task[None] | None = None
        try:
            began = await self._wait(vendor, ticket, waiting)
            if began < 0:
                async with self._alone.enter(vendor, model, waiting):
                    yield
                return
            renewing = asyncio.create_task(self._renew(vendor, ticket))
            yield
        finally:
            if renewing is not None:
                renewing.cancel()
            with contextlib.suppress(*RedisAway):
                await self._run("leave", vendor, ticket, began, round(FIRST_GUESS_S * 1000), MEMORY)

    def report(self, vendor: str, model: str, outcome: Outcome, retry_after_s: float | None = None) -> None:
        """What a call met: ``busy`` slows the vendor down, ``down`` counts towards its breaker, ``ok`` closes it."""
        self._alone.report(vendor, model, outcome, retry_after_s)
        task = asyncio.get_running_loop().create_task(self._report(vendor, outcome, retry_after_s))
        self._reports.add(task)
        task.add_done_callback(self._reports.discard)

    async def state(self, vendor: str) -> VendorState:
        """How a vendor is doing now, at all workers."""
        await asyncio.gather(*self._reports)
        try:
            running, waiting, minute, slow_ms, down_ms = await self._run("state", vendor)
        except RedisAway:
            return await self._alone.state(vendor)
        return VendorState(vendor, running, waiting, minute, slow_ms / 1000, down_ms / 1000)

    async def _wait(self, vendor: str, ticket: str, waiting: Callable[[int, float], None]) -> int:
        """Wait for the turn; the moment it came in milliseconds, or -1 when Redis is away."""
        limits = self._registry.vendor(vendor)
        rules = (limits.concurrency, limits.per_minute, round(LOOK_AGAIN_S * 1000), LEASE_MS, LIVES_MS)
        while True:
            await asyncio.gather(*self._reports)
            try:
                state, place, number = await self._run("enter", vendor, ticket, *rules, round(FIRST_GUESS_S * 1000))
            except RedisAway as error:
                log.warning("this worker keeps the limits of %s by itself: %s", vendor, error)
                return -1
            if state == 0:
                return int(number)
            if state == 2:
                raise vendor_down(limits.title, number / 1000)
            waiting(place, number / 1000)
            await self._sleep(min(number / 1000, LOOK_AGAIN_S))

    async def _renew(self, vendor: str, ticket: str) -> None:
        while True:
            await asyncio.sleep(RENEW_S)
            with contextlib.suppress(*RedisAway):
                await self._run("renew", vendor, ticket, LEASE_MS)

    async def _report(self, vendor: str, outcome: Outcome, retry_after_s: float | None) -> None:
        after = round((retry_after_s if retry_after_s is not None else 1.0 if outcome == "busy" else 0.0) * 1000)
        rules = (FAILURES_TO_OPEN, round(COOL_OFF_S * 1000), round(LONGEST_COOL_OFF_S * 1000), LIVES_MS)
        with contextlib.suppress(*RedisAway):
            await self._run("report", vendor, outcome, after, *rules)

    async def _run(self, script: str, vendor: str, *more: str | float) -> Any:
        now = -1 if self._clock is None else round(self._clock() * 1000)
        names = ("line", "seen", "places", "running", "begun")
        keys = [f"{PREFIX}gate:{{{vendor}}}:{name}" for name in names]
        return await self._scripts[script](keys=keys, args=[now, GONE_MS, *more])
