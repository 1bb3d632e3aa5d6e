"""What Alembic runs for every migration: the app's own tables only; the engine migrates its own."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from dailies.adapters.db import tables
from dailies.adapters.db.database import build_engine
from dailies.adapters.db.metadata import metadata

OURS = set(metadata.tables) or {tables.projects.name}


def include_name(name: str | None, type_: str, _: object) -> bool:
    """Leave out tables that are not the app's."""
    return type_ != "table" or name in OURS


def check_references(connection: Connection) -> None:
    """Raise RuntimeError when a row refers to one that is not there."""
    broken = {str(row[0]) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")} & OURS
    if broken:
        raise RuntimeError(f"the migration leaves rows without what they refer to: {', '.join(sorted(broken))}")


engine = build_engine(context.config.get_main_option("sqlalchemy.url", ""))
sqlite = engine.dialect.name == "sqlite"
with engine.connect() as connection:
    if sqlite:
        # SQLite changes a table by making it anew, and dropping the old one would delete what refers to its rows.
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        # Alembic commits only transactions that it began.
        connection.commit()
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        include_name=include_name,
        compare_type=True,
        transactional_ddl=True,
        user_module_prefix="columns.",
    )
    with context.begin_transaction():
        if sqlite:
            # The driver begins by itself only before rows change, which is too late for tables.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        context.run_migrations()
        if sqlite:
            check_references(connection)
engine.dispose()
