"""Bring a database to the newest schema; write a new migration for developers."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config

from dailies.adapters.db.database import alone

MIGRATIONS = Path(__file__).parent / "migrations"


def alembic_config(url: str) -> Config:
    """Alembic's configuration for a database."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config


def migrate(url: str) -> None:
    """Bring the database to the newest schema; a database that is there already is left as it is."""
    with alone(url):
        command.upgrade(alembic_config(url), "head")


def write_revision(message: str) -> None:
    """Write a migration from the difference between the newest schema and the tables in the code."""
    with tempfile.TemporaryDirectory() as folder:
        config = alembic_config(f"sqlite:///{folder}/schema.sqlite3")
        command.upgrade(config, "head")
        command.revision(config, message, autogenerate=True)


if __name__ == "__main__":
    write_revision(" ".join(sys.argv[1:]))
