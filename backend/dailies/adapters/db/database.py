"""The database: one transaction per call, synchronous inside, awaited from outside.

SQLite is written and read by one dedicated thread, so there is a single writer by construction, and a file
lock keeps a second studio out. PostgreSQL gets a few threads, each with a connection.
"""

from __future__ import annotations

import asyncio
import fcntl
import sqlite3
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, TypeVar

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.orm import Session

from dailies.domain.errors import Conflict, DailiesError

Result = TypeVar("Result")

POSTGRES_THREADS = 8


class DatabaseInUse(Conflict):
    """Another studio runs on this data folder."""

    code = "database_in_use"


def normalised_url(url: str) -> str:
    """The address with the driver that is used: psycopg 3 for PostgreSQL."""
    for prefix in ("postgresql://", "postgres://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


def build_engine(url: str) -> Engine:
    """An engine for the address. On SQLite: write-ahead log, foreign keys, writers take the lock at once."""
    if not url.startswith("sqlite"):
        return create_engine(normalised_url(url), pool_size=POSTGRES_THREADS, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"check_same_thread": False})

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = "IMMEDIATE"
        connection.execute("PRAGMA busy_timeout=30000")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA journal_mode=WAL")
        # NORMAL survives the death of the process; only a power cut may take the last commits.
        connection.execute("PRAGMA synchronous=NORMAL")

    return engine


@dataclass(frozen=True)
class Database:
    """An open database. ``lock``: the held lock file of a SQLite database."""

    url: str
    engine: Engine
    executor: ThreadPoolExecutor
    lock: IO[Any] | None

    @classmethod
    def connect(cls, url: str) -> Database:
        """Open ``sqlite:///path`` or ``postgresql://…``.

        Raises DatabaseInUse when another process has the SQLite file, DailiesError ``sqlite_too_old``.
        """
        lock = None
        sqlite = url.startswith("sqlite")
        if sqlite:
            check_sqlite_version(sys.version_info[:2], sqlite3.sqlite_version_info)
            lock = _take_lock(make_url(url).database)
        threads = 1 if sqlite else POSTGRES_THREADS
        executor = ThreadPoolExecutor(threads, thread_name_prefix="database")
        return cls(url, build_engine(url), executor, lock)

    async def run(self, work: Callable[[Session], Result]) -> Result:
        """Run ``work`` in one transaction: committed when it returns, rolled back when it raises."""
        return await asyncio.get_running_loop().run_in_executor(self.executor, self.run_sync, work)

    def run_sync(self, work: Callable[[Session], Result]) -> Result:
        """The same, in the calling thread."""
        with Session(self.engine) as session, session.begin():
            return work(session)

    def close(self) -> None:
        """Finish what runs and close every connection."""
        self.executor.shutdown(wait=True)
        self.engine.dispose()
        if self.lock is not None:
            self.lock.close()


def check_sqlite_version(python: tuple[int, ...], sqlite: tuple[int, ...]) -> None:
    """Refuse combinations on which the durable engine's clock does not work.

    From Python 3.12 on it asks SQLite for fractions of a second, which came with 3.42. Raises DailiesError.
    """
    if python >= (3, 12) and sqlite < (3, 42):
        version = ".".join(map(str, sqlite))
        raise DailiesError(
            f"Python {python[0]}.{python[1]} needs SQLite 3.42 or later here, and this is {version}. "
            "Use Python 3.11, a newer system, or PostgreSQL through DATABASE_URL.",
            code="sqlite_too_old",
        )


def _take_lock(path: str | None) -> IO[Any] | None:
    if not path or path == ":memory:":
        return None
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    # Held open as long as the database is; the lock goes with the process, however it ends.
    lock = Path(path + ".lock").open("w")  # noqa: SIM115
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        folder = Path(path).parent
        raise DatabaseInUse(
            f"Another studio is running on {folder}. Stop it, or choose another folder with DAILIES_DATA_FOLDER."
        ) from error
    return lock
