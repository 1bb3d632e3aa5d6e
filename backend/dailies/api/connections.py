"""How many live connections an account has open at this process."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


class TooManySockets(Exception):
    """The account has as many connections open as it may."""


@dataclass
class Connections:
    """Open connections by account."""

    most: int
    _open: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def one_more(self, user: str) -> Iterator[None]:
        """Count a connection while it is open. Raises TooManySockets."""
        if self._open[user] >= self.most:
            raise TooManySockets
        self._open[user] += 1
        try:
            yield
        finally:
            self._open[user] -= 1
            if not self._open[user]:
                del self._open[user]
