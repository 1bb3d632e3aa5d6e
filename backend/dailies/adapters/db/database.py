"""The database: one transaction per call, synchronous inside, awaited from outside.

SQLite is written and read by one dedicated thread, so there is a single writer by construction. PostgreSQL
gets a few threads, each with a connection. A lock keeps a second studio out of either: at its start it would
take the first one's running work for work that a crash interrupted, and do it again. Processes that know of one
another (web servers and workers of one studio) share the lock.
"""

from __future__ import annotations

import asyncio
import fcntl
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

import psycopg
from sqlalchemy import Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from dailies.domain.errors import Conflict, DailiesError

Result = TypeVar("Result")

POSTGRES_THREADS = 8
LOOK_AGAIN_S = 0.25
MIGRATION_LOCK = int.from_bytes(b"migrate")
STUDIO_LOCK = int.from_bytes(b"dailies")
"""Key of the advisory lock that a studio holds on its PostgreSQL database."""


class DatabaseInUse(Conflict):
    """Another studio runs on this data folder or database."""

    code = "database_in_use"


class DatabaseAway(DailiesError):
    """The database did not answer for as long as was waited for it."""

    code = "database_away"


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
    """An open database. ``lock``: what keeps other studios out of it; ``patience_s``: how long a PostgreSQL that went
    away is waited for."""

    url: str
    engine: Engine
    executor: ThreadPoolExecutor
    lock: Lock | None
    patience_s: float = 5.0

    @classmethod
    def connect(cls, url: str, *, shared: bool = False, patience_s: float = 5.0) -> Database:
        """Open ``sqlite:///path`` or ``postgresql://…``. ``shared``: together with other processes of this studio.

        Raises DatabaseInUse when another studio has it, DailiesError ``sqlite_too_old`` or
        ``database_unreachable``.
        """
        lock: Lock | None
        sqlite = url.startswith("sqlite")
        if sqlite:
            check_sqlite_version(sys.version_info[:2], sqlite3.sqlite_version_info)
            lock = _lock_file(make_url(url).database)
        else:
            lock = _lock_server(url, shared=shared)
        threads = 1 if sqlite else POSTGRES_THREADS
        executor = ThreadPoolExecutor(threads, thread_name_prefix="database")
        return cls(url, build_engine(url), executor, lock, patience_s)

    async def run(self, work: Callable[[Session], Result]) -> Result:
        """Run ``work`` in one transaction: committed when it returns, rolled back when it raises."""
        return await asyncio.get_running_loop().run_in_executor(self.executor, self.run_sync, work)

    def run_sync(self, work: Callable[[Session], Result]) -> Result:
        """The same, in the calling thread."""
        return self._patient(work, only_reads=False)

    async def read(self, work: Callable[[Session], Result]) -> Result:
        """Run ``work``, which only reads, on one state of the database, whatever is committed meanwhile."""
        return await asyncio.get_running_loop().run_in_executor(self.executor, self._read_sync, work)

    def _read_sync(self, work: Callable[[Session], Result]) -> Result:
        def reading(session: Session) -> Result:
            if self.engine.dialect.name == "postgresql":
                # By default every statement sees what was committed before it, and two of them two states.
                # Only for reads: a change waits for its row instead, which this would turn into an error.
                options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
                session.connection(execution_options=options)
            return work(session)

        return self._patient(reading, only_reads=True)

    def _patient(self, work: Callable[[Session], Result], *, only_reads: bool) -> Result:
        """Run ``work`` in a transaction, anew as long as the server is away. Raises DatabaseAway."""
        until = time.monotonic() + self.patience_s
        while True:
            committing = False
            try:
                with Session(self.engine) as session:
                    result = work(session)
                    committing = not only_reads
                    session.commit()
                    return result
            except DBAPIError as error:
                if not _lost(error):
                    raise
                # A commit whose answer was lost may have happened: doing it again could do it twice.
                if committing or time.monotonic() > until:
                    raise DatabaseAway("The studio's database does not answer. Try again in a moment.") from error
            time.sleep(LOOK_AGAIN_S)

    def ping(self) -> None:
        """Ask the database for nothing. Raises DatabaseAway."""
        self._patient(lambda session: session.execute(text("SELECT 1")), only_reads=True)

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


def _lost(error: DBAPIError) -> bool:
    """Whether a statement failed because the server is away: the connection broke, or none was to be had."""
    return error.connection_invalidated or isinstance(error.orig, psycopg.OperationalError)


def lock_connection(url: str) -> psycopg.Connection[tuple[object, ...]]:
    """A connection of its own for advisory locks: they go with the connection, and so with the process.

    Raises DailiesError ``database_unreachable``.
    """
    address = make_url(normalised_url(url)).set(drivername="postgresql")
    try:
        connection = psycopg.connect(address.render_as_string(hide_password=False), autocommit=True, connect_timeout=5)
    except psycopg.OperationalError as error:
        raise DailiesError(f"The database does not answer: {error}", code="database_unreachable") from error
    # Without these the server holds the lock of a machine that vanished for two hours.
    connection.execute("SET tcp_keepalives_idle = 30")
    connection.execute("SET tcp_keepalives_interval = 10")
    connection.execute("SET tcp_keepalives_count = 3")
    return connection


@contextmanager
def alone(url: str) -> Iterator[None]:
    """Wait until no other process of the studio prepares the same PostgreSQL database, and keep others waiting."""
    if url.startswith("sqlite"):
        yield
        return
    with lock_connection(url) as connection:
        # Not a lock that waits inside the server: an index that is built without locking out writers waits in turn for
        # every statement that was running, and neither would end.
        while connection.execute("SELECT pg_try_advisory_lock(%s)", (MIGRATION_LOCK,)).fetchone() != (True,):
            time.sleep(0.1)
        yield


def _lock_server(url: str, *, shared: bool) -> Lock:
    address = make_url(normalised_url(url))
    connection = lock_connection(url)
    function = "pg_try_advisory_lock_shared" if shared else "pg_try_advisory_lock"
    row = connection.execute(f"SELECT {function}(%s)", (STUDIO_LOCK,)).fetchone()
    if row != (True,):
        connection.close()
        raise DatabaseInUse(
            f"Another studio is running on the database {address.database}. Stop it, or choose another database "
            "with DATABASE_URL."
        )
    return connection
