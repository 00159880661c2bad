"""Decisions on conflicts, and the conflicts of each person kept until the evidence changes.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from factoid.store.engines.columns import Whole, Words

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("judgement", sa.Column("decision", sa.JSON(), nullable=True))
    op.create_table(
        "dispute",
        sa.Column("person", Words, nullable=False),
        sa.Column("evidence", Words, nullable=False),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("person"),
    )
    op.create_table(
        "tenure",
        sa.Column("pk", Whole, nullable=False),
        sa.Column("person", Words, nullable=False),
        sa.Column("post", Words, nullable=False),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["dispute.person"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk"),
    )
    op.create_index("ix_tenure_person", "tenure", ["person"], unique=False)
    op.create_index("ix_tenure_post", "tenure", ["post"], postgresql_using="hash")
