"""Passwords: hashed with Argon2id, and checked in the same time whether or not there is anything to check."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import cached_property

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError


@dataclass(frozen=True)
class HashCost:
    """Work of one hash. The defaults are RFC 9106's second choice: 64 MiB, 3 passes, 4 lanes.

    ``memory_kib``: at least 8 per lane.
    """

    passes: int = 3
    memory_kib: int = 65_536
    lanes: int = 4


class Passwords:
    """Hashes and checks passwords off the event loop."""

    def __init__(self, cost: HashCost) -> None:
        self._hasher = PasswordHasher(cost.passes, cost.memory_kib, cost.lanes, type=Type.ID)

    async def hash(self, password: str) -> str:
        """The password's hash, in Argon2's encoded form with a fresh salt."""
        return await asyncio.to_thread(self._hasher.hash, password)

    async def matches(self, password: str, encoded: str | None) -> bool:
        """Whether the hash is the password's. Without a hash the work is the same and the answer False."""
        right = await asyncio.to_thread(self._verify, password, encoded or self._nobody)
        return right and encoded is not None

    def outdated(self, encoded: str) -> bool:
        """Whether the hash was made at another cost."""
        return self._hasher.check_needs_rehash(encoded)

    def _verify(self, password: str, encoded: str) -> bool:
        try:
            return self._hasher.verify(encoded, password)
        except (VerificationError, InvalidHashError):
            return False

    @cached_property
    def _nobody(self) -> str:
        """A hash that stands in where there is no user or no password, so that the time tells nothing."""
        return self._hasher.hash("nobody's password")
