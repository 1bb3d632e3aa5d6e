"""The database: one transaction per call, synchronous inside, awaited from outside.

SQLite is written and read by one dedicated thread, so there is a single writer by construction. PostgreSQL
gets a few threads, each with a connection. A lock keeps a second studio out of either: at its start it would
take the first one's running work for work that a crash interrupted, and do it again.
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
from typing import Protocol, TypeVar

import psycopg
from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.orm import Session

from dailies.domain.errors import Conflict, DailiesError

Result = TypeVar("Result")

POSTGRES_THREADS = 8
STUDIO_LOCK = int.from_bytes(b"dailies")
"""Key of the advisory lock that a studio holds on its PostgreSQL database."""


class DatabaseInUse(Conflict):
    """Another studio runs on this data folder or database."""

    code = "database_in_use"


class Lock(Protocol):
    """Held until it is closed, or until the process ends."""

    def close(self) -> None:
        """Let go."""
        ...


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
    """An open database. ``lock``: what keeps other studios out of it."""

    url: str
    engine: Engine
    executor: ThreadPoolExecutor
    lock: Lock | None

    @classmethod
    def connect(cls, url: str) -> Database:
        """Open ``sqlite:///path`` or ``postgresql://…``.

        Raises DatabaseInUse when another studio has it, DailiesError ``sqlite_too_old`` or
        ``database_unreachable``.
        """
        lock: Lock | None
        sqlite = url.startswith("sqlite")
        if sqlite:
            check_sqlite_version(sys.version_info[:2], sqlite3.sqlite_version_info)
            lock = _lock_file(make_url(url).database)
        else:
            lock = _lock_server(url)
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

    async def read(self, work: Callable[[Session], Result]) -> Result:
        """Run ``work``, which only reads, on one state of the database, whatever is committed meanwhile."""
        return await asyncio.get_running_loop().run_in_executor(self.executor, self._read_sync, work)

    def _read_sync(self, work: Callable[[Session], Result]) -> Result:
        with Session(self.engine) as session, session.begin():
            if self.engine.dialect.name == "postgresql":
                # By default every statement sees what was committed before it, and two of them two states.
                # Only for reads: a change waits for its row instead, which this would turn into an error.
                options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
                session.connection(execution_options=options)
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


def _lock_file(path: str | None) -> Lock | None:
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


def _lock_server(url: str) -> Lock:
    address = make_url(normalised_url(url)).set(drivername="postgresql")
    # A connection of its own: the lock goes with the connection, and so with the process.
    try:
        connection = psycopg.connect(address.render_as_string(hide_password=False), autocommit=True)
    except psycopg.OperationalError as error:
        raise DailiesError(f"The database does not answer: {error}", code="database_unreachable") from error
    # Without these the server holds the lock of a machine that vanished for two hours.
    connection.execute("SET tcp_keepalives_idle = 30")
    connection.execute("SET tcp_keepalives_interval = 10")
    connection.execute("SET tcp_keepalives_count = 3")
    row = connection.execute("SELECT pg_try_advisory_lock(%s)", (STUDIO_LOCK,)).fetchone()
    if row != (True,):
        connection.close()
        raise DatabaseInUse(
            f"Another studio is running on the database {address.database}. Stop it, or choose another database "
            "with DATABASE_URL."
        )
    return connection
