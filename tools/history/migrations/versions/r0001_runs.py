"""Runs, saved results, feedback, failures and preferences."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "runs",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("owner", sa.String(255), nullable=False),
        sa.Column("tool", sa.String(64), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("source", sa.String(64), nullable=False),
        sa.Column("model", sa.String(200), nullable=False),
        sa.Column("device", sa.String(64), nullable=False),
        sa.Column("milliseconds", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_index("ix_runs_owner_at", "runs", ["owner", "at"])
    op.create_index("ix_runs_at", "runs", ["at"])
    op.create_index("ix_runs_day_tool", "runs", ["day", "tool"])
    op.create_table(
        "saved_results",
        sa.Column("run_id", sa.String(32), nullable=False),
        sa.Column("owner", sa.String(255), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("run_id", name="pk_saved_results"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_saved_results_run_id", ondelete="CASCADE"),
    )
    op.create_index("ix_saved_results_owner_at", "saved_results", ["owner", "at"])
    op.create_table(
        "feedback",
        sa.Column("run_id", sa.String(32), nullable=False),
        sa.Column("owner", sa.String(255), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("thumb", sa.Integer(), nullable=False),
        sa.Column("comment", sa.String(2000), nullable=False),
        sa.PrimaryKeyConstraint("run_id", name="pk_feedback"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_feedback_run_id", ondelete="CASCADE"),
    )
    op.create_index("ix_feedback_owner", "feedback", ["owner"])
    op.create_table(
        "failures",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("tool", sa.String(64), nullable=False),
        sa.Column("reference", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_failures"),
    )
    op.create_index("ix_failures_at", "failures", ["at"])
    op.create_table(
        "preferences",
        sa.Column("owner", sa.String(255), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("value", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("owner", "name", name="pk_preferences"),
    )


def downgrade() -> None:
    """Drop all tables."""
    for table in ("preferences", "failures", "feedback", "saved_results", "runs"):
        op.drop_table(table)
