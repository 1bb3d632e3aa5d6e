"""Workers that look after each other on PostgreSQL: the jobs of a dead one are queued again.

Each holds an advisory lock on its own name, on a connection of its own. Whoever can take the lock of another knows
that it is gone. A server that restarts takes all locks away at once, so a name must be found free twice, some
seconds apart, before its jobs are taken over; a living worker has its lock back long before.
"""

from __future__ import annotations

import asyncio
import logging

import psycopg
from dbos import DBOS
from sqlalchemy import Engine, text

from dailies.adapters.db.database import lock_connection
from dailies.domain.errors import DailiesError

log = logging.getLogger(__name__)

LOOK_S = 1.5
"""Seconds between two looks at the others."""

FREE_LOOKS = 3
"""Looks in a row that must find a worker gone."""

SEED = 9
"""Of the hash that makes a lock's key from a name."""

Connection = psycopg.Connection[tuple[object, ...]]


class Peers:
    """One worker among others. ``name``: its executor id."""

    def __init__(self, url: str, name: str, engine: Engine) -> None:
        """``engine``: on the database the jobs are in."""
        self._url = url
        self._name = name
        self._engine = engine
        self._connection: Connection | None = None
        self._task: asyncio.Task[None] | None = None
        self._gone: dict[str, int] = {}

    async def join(self) -> None:
        """Take the lock and begin to look after the others."""
        self._take_own()
        self._task = asyncio.create_task(self._look_after_others())

    async def leave(self) -> None:
        """Let go: what this worker had begun is taken over."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self._connection is not None:
            self._connection.close()

    def _take_own(self) -> None:
        connection = lock_connection(self._url)
        if not _try(connection, self._name):
            connection.close()
            raise DailiesError("Another process has this worker's name.", code="worker_name_taken")
        self._connection = connection

    async def _look_after_others(self) -> None:
        while True:
            await asyncio.sleep(LOOK_S)
            try:
                for name in await asyncio.to_thread(self._look):
                    log.warning("worker %s is gone: its jobs are queued again", name)
                    await asyncio.to_thread(self._take_over, name)
            except (psycopg.Error, DailiesError) as error:
                log.warning("lost sight of the other workers: %s", error)
                self._gone.clear()
                await self._return()

    async def _return(self) -> None:
        """Have the own lock back once the server answers again."""
        while True:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
            try:
                await asyncio.to_thread(self._take_own)
            except DailiesError:
                # Right after a restart the server may still hold the lock of the lost connection.
                await asyncio.sleep(0.5)
            else:
                return

    def _look(self) -> list[str]:
        """Names of workers that are surely gone and have jobs under way."""
        assert self._connection is not None
        self._connection.execute("SELECT 1")
        with self._engine.connect() as connection:
            query = text("SELECT DISTINCT executor_id FROM dbos.workflow_status WHERE status = 'PENDING'")
            names = {str(name) for name in connection.scalars(query)} - {self._name}
        gone = {}
        for name in names:
            if _try(self._connection, name):
                _free(self._connection, name)
                gone[name] = self._gone.get(name, 0) + 1
        self._gone = gone
        return [name for name, looks in gone.items() if looks >= FREE_LOOKS]

    def _take_over(self, name: str) -> None:
        """Queue a gone worker's jobs again, unless another worker is about to."""
        assert self._connection is not None
        if not _try(self._connection, name):
            return
        try:
            # The engine offers no public way to do this on the queue a job came from.
            DBOS._recover_pending_workflows([name])
        finally:
            _free(self._connection, name)
            self._gone.pop(name, None)


def _try(connection: Connection, name: str) -> bool:
    row = connection.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, %s))", (name, SEED)).fetchone()
    return row == (True,)


def _free(connection: Connection, name: str) -> None:
    connection.execute("SELECT pg_advisory_unlock(hashtextextended(%s, %s))", (name, SEED))
