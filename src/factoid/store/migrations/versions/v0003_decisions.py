"""Decisions on conflicts, and the conflicts of each person kept until the evidence changes.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("judgement", sa.Column("decision", sa.JSON(), nullable=True))
    op.create_table(
        "dispute",
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("person"),
    )
    op.create_table(
        "tenure",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["dispute.person"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk"),
    )
    op.create_index("ix_tenure_person", "tenure", ["person"], unique=False)
    op.create_index("ix_tenure_post", "tenure", ["post"], unique=False)
