"""The project tables: one schema for SQLite and PostgreSQL.

What is immutable or grows (takes, operations, notes, plans, events) has a row each; the small rest of a
project's state is one JSON document beside the columns the gallery sorts and filters by.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from dailies.adapters.db import account_tables as account_tables
from dailies.adapters.db import ledger_tables as ledger_tables
from dailies.adapters.db.columns import UtcDateTime
from dailies.adapters.db.metadata import metadata

projects = Table(
    "projects",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("owner_id", String(32), nullable=False),
    Column("title", String(200), nullable=False),
    Column("search_text", Text, nullable=False),
    Column("status", String(16), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("working", Boolean, nullable=False),
    Column("state", Text, nullable=False),
    Column("card", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("deleted_at", UtcDateTime, nullable=True),
    Index("ix_projects_gallery", "owner_id", "deleted_at", "updated_at", "id"),
    Index("ix_projects_working", "working"),
)

takes = Table(
    "takes",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("project_id", String(32), ForeignKey("projects.id", ondelete="CASCADE"), nullable=False),
    Column("item", String(120), nullable=False),
    Column("number", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("judged", Text, nullable=True),
    UniqueConstraint("project_id", "item", "number"),
)


def _documents(name: str) -> Table:
    """Records of a project that may change until they are closed, in the order they were made."""
    return Table(
        name,
        metadata,
        Column("id", String(64), primary_key=True),
        Column("project_id", String(32), ForeignKey("projects.id", ondelete="CASCADE"), nullable=False),
        Column("position", Integer, nullable=False),
        Column("document", Text, nullable=False),
        UniqueConstraint("project_id", "position"),
    )


operations = _documents("operations")
notes = _documents("notes")
plans = _documents("plans")

events = Table(
    "events",
    metadata,
    Column("project_id", String(32), ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("type", String(64), nullable=False),
    Column("data", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

project_facts = Table(
    "project_facts",
    metadata,
    Column("project_id", String(32), ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True),
    Column("owner_id", String(32), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("document", Text, nullable=False),
    Index("ix_project_facts_created", "created_at"),
)

blob_references = Table(
    "blob_references",
    metadata,
    Column("project_id", String(32), ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Index("ix_blob_references_sha256", "sha256"),
)
