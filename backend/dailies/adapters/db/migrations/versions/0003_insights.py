"""Facts of projects for the insights, plans of accounts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dailies.adapters.db import columns

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "project_facts",
        sa.Column("project_id", sa.String(length=32), nullable=False),
        sa.Column("owner_id", sa.String(length=32), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["projects.id"],
            name=op.f("fk_project_facts_project_id_projects"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("project_id", name=op.f("pk_project_facts")),
    )
    with op.batch_alter_table("project_facts", schema=None) as batch_op:
        batch_op.create_index("ix_project_facts_created", ["created_at"], unique=False)
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.add_column(sa.Column("plan", sa.String(length=40), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("plan_since", columns.UtcDateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Undo."""
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.drop_column("plan_since")
        batch_op.drop_column("plan")
    op.drop_table("project_facts")
