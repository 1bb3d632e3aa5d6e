"""Live sessions in Redis, shared by all processes of a studio: one hash a session, with a sliding end of life."""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable
from typing import cast

from redis.asyncio import Redis

from dailies.adapters.redis_link import PREFIX, RedisAway
from dailies.adapters.sessions.in_process import session_full
from dailies.ports.sessions import SESSION_BYTES, Document

log = logging.getLogger(__name__)

WRITE = """
local size = 0
local fields = redis.call('HGETALL', KEYS[1])
for i = 1, #fields, 2 do
  if fields[i] ~= ARGV[1] then size = size + #fields[i] + #fields[i + 1] end
end
if size + #ARGV[1] + #ARGV[2] > tonumber(ARGV[3]) then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 1
"""


class RedisSessions:
    """See the port. While Redis is away nothing is kept and nothing is found. ``ttl_s``: as in the other."""

    def __init__(self, client: Redis, ttl_s: float) -> None:
        self._client = client
        self._ttl_ms = max(1, round(ttl_s * 1000))
        self._write = client.register_script(WRITE)

    async def read(self, session: str) -> dict[str, Document]:
        """All fields of a session."""
        key = _key(session)
        try:
            fields = await cast("Awaitable[dict[str, str]]", self._client.hgetall(key))
            await self._client.pexpire(key, self._ttl_ms)
        except RedisAway as error:
            log.info("live session not read: %s", error)
            return {}
        return {name: json.loads(text) for name, text in fields.items()}

    async def write(self, session: str, field: str, document: Document | None) -> None:
        """Put a field in place of what it was; None takes it away. Raises InvalidInput ``session_full``."""
        key = _key(session)
        try:
            if document is None:
                await self._client.hdel(key, field)
                await self._client.pexpire(key, self._ttl_ms)
                return
            text = json.dumps(document, ensure_ascii=False)
            kept = await self._write(keys=[key], args=[field, text, SESSION_BYTES, self._ttl_ms])
        except RedisAway as error:
            log.info("live session not written: %s", error)
            return
        if not kept:
            raise session_full()


def _key(session: str) -> str:
    return f"{PREFIX}session:{session}"
