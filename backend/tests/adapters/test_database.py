"""Reads see one state, schema changes on SQLite keep every row or change nothing, and a database that is away is said
in words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.exc import InternalError
from sqlalchemy.orm import Session

from dailies.adapters.db.database import Database, build_engine
from dailies.adapters.db.migrate import MIGRATIONS, alembic_config
from dailies.domain.errors import DailiesError

from ..support.postgres import new_database, running_postgres
from ..support.process import free_port

WIDER_TITLE = """
with op.batch_alter_table("projects") as table:
    table.alter_column("title", type_=sa.String(300), existing_nullable=False)
"""
BREAKS_HALF_WAY = """
op.create_table("half", sa.Column("id", sa.Integer, primary_key=True))
op.execute("update projects set title = 'half'")
raise RuntimeError("half way")
"""
LOSES_THE_PROJECT = """
op.execute("delete from projects")
"""


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database at the newest schema with one project and one event."""
    address = f"sqlite:///{tmp_path / 'studio.sqlite3'}"
    command.upgrade(alembic_config(address), "head")
    engine = build_engine(address)
    with engine.begin() as connection:
        connection.execute(
            text(
                "insert into projects (id, owner_id, title, search_text, status, revision, seq, working, state, card, "
                "created_at, updated_at) values ('p', 'o', 'Night Train', '', 'done', 1, 1, 0, '{}', '{}', "
                "'2026-01-01 00:00:00', '2026-01-01 00:00:00')"
            )
        )
        connection.execute(text("insert into events values ('p', 1, 'project.created', '{}', '2026-01-01 00:00:00')"))
    engine.dispose()
    return address


def with_revision(url: str, folder: Path, steps: str) -> Config:
    """The app's migrations and one more on top of them."""
    config = alembic_config(url)
    head = ScriptDirectory.from_config(config).get_current_head()
    body = "".join(f"    {line}\n" for line in steps.strip().splitlines())
    header = f"import sqlalchemy as sa\nfrom alembic import op\n\nrevision = 'next'\ndown_revision = {head!r}\n"
    (folder / "next.py").write_text(f"{header}\n\ndef upgrade():\n{body}")
    config.set_main_option("path_separator", "os")
    config.set_main_option("version_locations", os.pathsep.join([str(MIGRATIONS / "versions"), str(folder)]))
    return config


def contents(url: str) -> tuple[list[str], int, list[str]]:
    """Titles of projects, the number of events, the tables' names."""
    engine = build_engine(url)
    with engine.connect() as connection:
        titles = list(connection.scalars(text("select title from projects")))
        events = connection.scalar(text("select count(*) from events"))
    tables = inspect(engine).get_table_names()
    engine.dispose()
    return titles, events or 0, tables


def test_a_table_made_anew_keeps_what_refers_to_it(url: str, tmp_path: Path) -> None:
    command.upgrade(with_revision(url, tmp_path, WIDER_TITLE), "head")
    engine = build_engine(url)
    title = next(column for column in inspect(engine).get_columns("projects") if column["name"] == "title")
    engine.dispose()
    assert str(title["type"]) == "VARCHAR(300)"
    assert contents(url)[:2] == (["Night Train"], 1)


@pytest.mark.parametrize(
    ("steps", "reason"),
    [(BREAKS_HALF_WAY, "half way"), (LOSES_THE_PROJECT, "without what they refer to: events")],
    ids=["breaks half way", "loses the project"],
)
def test_a_migration_that_fails_changes_nothing(url: str, tmp_path: Path, steps: str, reason: str) -> None:
    before = contents(url)
    with pytest.raises(RuntimeError, match=reason):
        command.upgrade(with_revision(url, tmp_path, steps), "head")
    assert contents(url) == before


def test_a_server_that_is_away_is_said_in_words() -> None:
    with pytest.raises(DailiesError, match="does not answer") as refused:
        Database.connect(f"postgresql://dailies:secret@127.0.0.1:{free_port()}/studio")
    assert refused.value.code == "database_unreachable"
    assert "secret" not in str(refused.value)


async def test_a_read_sees_one_state_while_others_commit_and_changes_nothing() -> None:
    count = text("select n from counter")
    with running_postgres() as server:
        database = Database.connect(new_database(server, "read"))
        try:
            await database.run(lambda session: session.execute(text("create table counter as select 1 as n")))

            def look_twice(session: Session) -> tuple[int | None, int | None]:
                before = session.scalar(count)
                database.run_sync(lambda other: other.execute(text("update counter set n = n + 1")))
                return before, session.scalar(count)

            assert await database.read(look_twice) == (1, 1)
            assert await database.read(lambda session: session.scalar(count)) == 2
            with pytest.raises(InternalError, match="read-only transaction"):
                await database.read(lambda session: session.execute(text("update counter set n = 0")))
            await database.run(lambda session: session.execute(text("update counter set n = 7")))
            assert await database.read(lambda session: session.scalar(count)) == 7
        finally:
            database.close()
