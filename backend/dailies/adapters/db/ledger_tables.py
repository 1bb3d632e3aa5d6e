"""The ledger's table: one row for each paid call, kept for ever, also when its project is deleted."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, String, Table, Text

from dailies.adapters.db.columns import UtcDateTime
from dailies.adapters.db.metadata import metadata

calls = Table(
    "calls",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("owner_id", String(32), nullable=False),
    Column("project_id", String(32), nullable=False),
    Column("stage", String(16), nullable=False),
    Column("item", String(120), nullable=False),
    Column("work_id", String(64), nullable=False),
    Column("purpose", String(40), nullable=False),
    Column("vendor", String(40), nullable=False),
    Column("model", String(160), nullable=False),
    Column("state", String(16), nullable=False),
    Column("estimate", BigInteger, nullable=False),
    Column("cost", BigInteger, nullable=False),
    Column("vendor_job", String(200), nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("answer", String(64), nullable=False),
    Column("charged_for", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("sent_at", UtcDateTime, nullable=True),
    Column("closed_at", UtcDateTime, nullable=True),
    Index("ix_calls_project", "project_id", "state"),
    Index("ix_calls_owner", "owner_id", "created_at", "id"),
    Index("ix_calls_vendor", "vendor", "created_at"),
    Index("ix_calls_work", "work_id"),
    Index("ix_calls_vendor_job", "vendor", "vendor_job"),
)
