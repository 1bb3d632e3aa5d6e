"""Durable jobs when things go wrong: a killed process, a second studio, a broken handler, cancelled in the queue."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from dailies.adapters.db.database import Database, DatabaseInUse
from dailies.adapters.db.migrate import migrate
from dailies.adapters.jobs.engine import DbosJobEngine, Handler

from ..support.postgres import new_database, running_postgres

BACKEND = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with running_postgres() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        address = f"sqlite:///{tmp_path / 'studio.sqlite3'}"
    else:
        address = new_database(request.getfixturevalue("server"), f"d{abs(hash(request.node.name))}")
    migrate(address)
    return address


@asynccontextmanager
async def running(url: str, handler: Handler) -> AsyncIterator[tuple[Database, DbosJobEngine]]:
    database = open_soon(url)
    engine = DbosJobEngine(database, workers=1)
    engine.register("paint", handler)
    await engine.start()
    try:
        yield database, engine
    finally:
        await engine.stop(0)
        database.close()


def open_soon(url: str) -> Database:
    """The database, once the server has noticed that the studio before is dead."""
    for _ in range(100):
        try:
            return Database.connect(url)
        except DatabaseInUse:
            time.sleep(0.05)
    raise AssertionError("the dead studio still holds the database")


async def until(engine: DbosJobEngine, job_id: str, wanted: str) -> None:
    for _ in range(200):
        if await engine.status(job_id) == wanted:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"{job_id} is {await engine.status(job_id)}")


def enqueue(engine: DbosJobEngine, database: Database, job_id: str, colour: str = "blue", priority: int = 1) -> None:
    database.run_sync(lambda session: engine.enqueue(session, job_id, "paint", {"colour": colour}, "work", priority))


@pytest.mark.crash
async def test_a_killed_process_s_job_runs_again_and_a_live_one_s_does_not(url: str) -> None:
    command = [sys.executable, "-m", "tests.adapters.job_process", url]
    with subprocess.Popen(command, cwd=BACKEND, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "began long blue\n"
            with pytest.raises(DatabaseInUse, match="Another studio is running"):
                Database.connect(url)
        finally:
            process.kill()
        # All it ever did: the attempt above to open a second studio made nothing run twice.
        assert process.stdout.read() == ""
    done: list[tuple[str, dict[str, str]]] = []

    async def handler(job_id: str, args: dict[str, str]) -> None:
        done.append((job_id, args))

    async with running(url, handler) as (_, engine):
        await until(engine, "long", "succeeded")
    assert done == [("long", {"colour": "blue"})]


async def test_a_broken_handler_fails_its_job_is_logged_and_holds_up_no_other(
    url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def handler(job_id: str, args: dict[str, str]) -> None:
        if args["colour"] == "none":
            raise RuntimeError("out of paint")

    async with running(url, handler) as (database, engine):
        log = logging.getLogger("dbos")
        log.addHandler(caplog.handler)
        try:
            enqueue(engine, database, "broken", "none")
            enqueue(engine, database, "whole", "blue", 2)
            await until(engine, "whole", "succeeded")
            assert await engine.status("broken") == "failed"
        finally:
            log.removeHandler(caplog.handler)
    assert "out of paint" in caplog.text


async def test_a_job_cancelled_in_the_queue_never_begins(url: str) -> None:
    begun: list[str] = []
    gate = asyncio.Event()

    async def handler(job_id: str, args: dict[str, str]) -> None:
        begun.append(job_id)
        await gate.wait()

    async with running(url, handler) as (database, engine):
        enqueue(engine, database, "first")
        await until(engine, "first", "running")
        enqueue(engine, database, "dropped")
        enqueue(engine, database, "last", priority=2)
        assert await engine.status("dropped") == "queued"
        await engine.cancel("dropped")
        gate.set()
        await until(engine, "last", "succeeded")
        assert await engine.status("dropped") == "cancelled"
        await engine.cancel("last")
        assert await engine.status("last") == "succeeded"
        await engine.cancel("unheard of")
        assert await engine.status("unheard of") is None
    assert begun == ["first", "last"]
