"""What Alembic runs for every migration: the app's own tables only; the engine migrates its own."""

from __future__ import annotations

from alembic import context

from dailies.adapters.db import tables
from dailies.adapters.db.database import build_engine
from dailies.adapters.db.metadata import metadata

OURS = set(metadata.tables) or {tables.projects.name}


def include_name(name: str | None, type_: str, _: object) -> bool:
    """Leave out tables that are not the app's."""
    return type_ != "table" or name in OURS


engine = build_engine(context.config.get_main_option("sqlalchemy.url", ""))
with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        include_name=include_name,
        compare_type=True,
        user_module_prefix="columns.",
    )
    with context.begin_transaction():
        context.run_migrations()
engine.dispose()
