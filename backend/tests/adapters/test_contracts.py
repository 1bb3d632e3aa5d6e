"""What every implementation of a port owes: database, jobs, blobs, live hub. Databases: SQLite and PostgreSQL."""

from __future__ import annotations

import asyncio
import io
import sqlite3
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from PIL import Image
from sqlalchemy import text

from dailies.adapters.blobs.local import LocalBlobs
from dailies.adapters.db.database import Database, DatabaseInUse, build_engine, check_sqlite_version
from dailies.adapters.db.metadata import metadata
from dailies.adapters.db.migrate import migrate
from dailies.adapters.jobs.engine import DbosJobEngine
from dailies.adapters.live.hub import InProcessHub, Lagged
from dailies.domain.errors import DailiesError, NotFound

from ..support.fakes import write_film
from ..support.postgres import new_database, running_postgres


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with running_postgres() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'studio.sqlite3'}"
    else:
        url = new_database(request.getfixturevalue("server"), f"d{abs(hash(request.node.name))}")
    opened = Database.connect(url)
    migrate(url)
    yield opened
    opened.close()


async def test_a_transaction_commits_whole_or_not_at_all(database: Database) -> None:
    await database.run(lambda session: session.execute(text("create table t (n integer)")))

    def half(session: object) -> None:
        session.execute(text("insert into t values (1)"))  # type: ignore[attr-defined]
        raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        await database.run(half)
    await database.run(lambda session: session.execute(text("insert into t values (2)")))
    rows = await database.run(lambda session: list(session.scalars(text("select n from t"))))
    assert rows == [2]


async def test_migrations_give_the_tables_of_the_code(database: Database) -> None:
    engine = build_engine(database.url)
    with engine.connect() as connection:
        ours = set(metadata.tables)
        options = {"include_name": lambda name, kind, _: kind != "table" or name in ours, "compare_type": True}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
    engine.dispose()
    migrate(database.url)


def test_a_second_studio_is_kept_out_of_a_folder(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'studio.sqlite3'}"
    first = Database.connect(url)
    with pytest.raises(DatabaseInUse):
        Database.connect(url)
    first.close()
    Database.connect(url).close()


def test_an_sqlite_that_is_too_old_is_named() -> None:
    with pytest.raises(DailiesError, match=r"3\.40\.1"):
        check_sqlite_version((3, 12), (3, 40, 1))
    check_sqlite_version((3, 12), (3, 42, 0))
    check_sqlite_version((3, 11), sqlite3.sqlite_version_info)


class Recorder:
    """A handler that writes down what it did."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.gate = asyncio.Event()

    async def __call__(self, job_id: str, args: dict[str, str]) -> None:
        self.log.append(f"began {job_id}")
        try:
            if args.get("wait"):
                await self.gate.wait()
        except asyncio.CancelledError:
            self.log.append(f"cancelled {job_id}")
            raise
        self.log.append(f"ended {job_id}")


@asynccontextmanager
async def running(database: Database, handler: Recorder, workers: int = 1) -> AsyncIterator[DbosJobEngine]:
    engine = DbosJobEngine(database, workers)
    engine.register("test", handler)
    await engine.start()
    try:
        yield engine
    finally:
        await engine.stop(0)


async def until(engine: DbosJobEngine, job_id: str, *wanted: str) -> None:
    for _ in range(200):
        if await engine.status(job_id) in wanted:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"{job_id} is {await engine.status(job_id)}")


async def test_jobs_commit_with_the_transaction_run_in_order_and_once(database: Database) -> None:
    handler = Recorder()
    async with running(database, handler) as engine:

        def queue(session: object) -> None:
            for priority, name in ((3, "c"), (1, "a"), (2, "b")):
                engine.enqueue(session, name, "test", {}, "work", priority)  # type: ignore[arg-type]

        def lost(session: object) -> None:
            engine.enqueue(session, "lost", "test", {}, "work", 1)  # type: ignore[arg-type]
            raise ValueError

        with pytest.raises(ValueError):  # noqa: PT011
            await database.run(lost)
        await database.run(queue)
        await until(engine, "c", "succeeded")
        await database.run(lambda session: engine.enqueue(session, "a", "test", {}, "work", 1))
        await asyncio.sleep(0.5)
        assert await engine.status("lost") is None
    assert [line for line in handler.log if line.startswith("began")] == ["began a", "began b", "began c"]


async def test_a_running_job_is_really_stopped_and_its_place_freed(database: Database) -> None:
    handler = Recorder()
    async with running(database, handler) as engine:
        await database.run(lambda session: engine.enqueue(session, "long", "test", {"wait": "1"}, "work", 1))
        await database.run(lambda session: engine.enqueue(session, "next", "test", {}, "work", 2))
        await until(engine, "long", "running")
        while "began long" not in handler.log:
            await asyncio.sleep(0.02)
        await engine.cancel("long")
        await until(engine, "next", "succeeded")
        for _ in range(60):
            if "cancelled long" in handler.log:
                break
            await asyncio.sleep(0.05)
        assert await engine.status("long") == "cancelled"
    assert "cancelled long" in handler.log
    assert "ended long" not in handler.log


async def test_a_job_the_engine_lost_its_process_for_runs_again(database: Database) -> None:
    first = Recorder()
    async with running(database, first) as engine:
        await database.run(lambda session: engine.enqueue(session, "job", "test", {"wait": "1"}, "talk", 1))
        while "began job" not in first.log:
            await asyncio.sleep(0.02)
    second = Recorder()
    second.gate.set()
    async with running(database, second) as engine:
        await until(engine, "job", "succeeded")
    assert second.log == ["began job", "ended job"]


def png(width: int = 800) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, width // 2), (30, 90, 160)).save(out, "PNG")
    return out.getvalue()


async def test_blobs_are_kept_once_by_their_content(tmp_path: Path) -> None:
    blobs = LocalBlobs(tmp_path / "blobs")
    address = await blobs.put(png())
    assert await blobs.put(png()) == address
    file = tmp_path / "same.png"
    file.write_bytes(png())
    assert await blobs.put_file(file) == address
    assert not file.exists()
    assert await blobs.read(address) == png()
    assert len([path for path in (tmp_path / "blobs").rglob("*") if path.is_file()]) == 1
    for bad in ("0" * 64, "../../etc/passwd", ""):
        with pytest.raises(NotFound):
            blobs.path(bad)


async def test_thumbnails_of_pictures_and_films(tmp_path: Path) -> None:
    blobs = LocalBlobs(tmp_path)
    with Image.open(await blobs.thumbnail(await blobs.put(png()), 300)) as picture:
        assert (picture.format, picture.width) == ("WEBP", 320)
    write_film(tmp_path / "film.mp4", 0.5, (200, 20, 20))
    with Image.open(await blobs.thumbnail(await blobs.put_file(tmp_path / "film.mp4"), 4000)) as film:
        red, green, _ = film.convert("RGB").getpixel((10, 10))  # type: ignore[misc]
    assert red > 150 > green


async def test_a_full_disk_is_said_in_words_and_leaves_nothing(tmp_path: Path) -> None:
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path)], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.xfail("mounting a small disk needs root")
    try:
        blobs = LocalBlobs(tmp_path / "blobs")
        with pytest.raises(DailiesError) as refused:
            await blobs.put(b"x" * 200_000)
        assert refused.value.code == "storage_full"
        assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
        assert await blobs.put(b"small")
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


async def test_the_hub_hands_on_in_order_and_tells_the_slow() -> None:
    hub = InProcessHub()
    async with hub.subscribe("p", 2) as quick, hub.subscribe("p", 2) as slow, hub.subscribe("q", 2) as other:
        hub.publish("p", {"seq": 1})
        hub.publish("p", {"seq": 2})
        assert [await anext(quick), await anext(quick)] == [{"seq": 1}, {"seq": 2}]
        hub.publish("p", {"seq": 3})
        assert await anext(quick) == {"seq": 3}
        with pytest.raises(Lagged):
            await anext(slow)
        hub.publish("q", {"seq": 9})
        assert await anext(other) == {"seq": 9}
    hub.publish("p", {"seq": 4})


async def test_only_the_latest_of_a_key_is_handed_on() -> None:
    hub = InProcessHub()
    async with hub.subscribe("p", 10) as follower:
        for share in (0.1, 0.2, 0.3):
            hub.publish_soon("p", "work", {"progress": share})
        hub.publish_soon("p", "other", {"progress": 0.9})
        seen = [await asyncio.wait_for(anext(follower), 1), await asyncio.wait_for(anext(follower), 1)]
    assert seen == [{"progress": 0.3}, {"progress": 0.9}]
