"""The ledger, a budget for each month, scores that come later."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dailies.adapters.db import columns

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "calls",
        sa.Column("id", sa.String(length=120), nullable=False),
        sa.Column("owner_id", sa.String(length=32), nullable=False),
        sa.Column("project_id", sa.String(length=32), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("item", sa.String(length=120), nullable=False),
        sa.Column("work_id", sa.String(length=64), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("vendor", sa.String(length=40), nullable=False),
        sa.Column("model", sa.String(length=160), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("estimate", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("vendor_job", sa.String(length=200), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("answer", sa.String(length=64), nullable=False),
        sa.Column("charged_for", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("sent_at", columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("closed_at", columns.UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calls")),
    )
    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.create_index("ix_calls_owner", ["owner_id", "created_at", "id"], unique=False)
        batch_op.create_index("ix_calls_project", ["project_id", "state"], unique=False)
        batch_op.create_index("ix_calls_vendor", ["vendor", "created_at"], unique=False)
        batch_op.create_index("ix_calls_work", ["work_id"], unique=False)
        batch_op.create_index("ix_calls_vendor_job", ["vendor", "vendor_job"], unique=False)

    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.add_column(sa.Column("month_budget", sa.BigInteger(), nullable=True))
    with op.batch_alter_table("takes", schema=None) as batch_op:
        batch_op.add_column(sa.Column("judged", sa.Text(), nullable=True))


def downgrade() -> None:
    """Undo."""
    with op.batch_alter_table("takes", schema=None) as batch_op:
        batch_op.drop_column("judged")
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.drop_column("month_budget")

    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.drop_index("ix_calls_vendor_job")
        batch_op.drop_index("ix_calls_work")
        batch_op.drop_index("ix_calls_vendor")
        batch_op.drop_index("ix_calls_project")
        batch_op.drop_index("ix_calls_owner")

    op.drop_table("calls")
