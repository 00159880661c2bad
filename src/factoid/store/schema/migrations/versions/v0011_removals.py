"""Sources that were taken out of the library, with what is needed to put them back.

Revision ID: 0011
Revises: 0010
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from factoid.store.engines.columns import Whole, Words

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "removal",
        sa.Column("number", Whole, nullable=False, autoincrement=False),
        sa.Column("source", Words, nullable=False),
        sa.Column("name", Words, nullable=False),
        sa.Column("title", Words),
        sa.Column("author", Words, nullable=False),
        sa.Column("made", Words, nullable=False),
        sa.Column("reason", Words, nullable=False),
        sa.Column("personas", Whole, nullable=False),
        sa.Column("factoids", Whole, nullable=False),
        sa.Column("restored", Words),
        sa.Column("restorer", Words),
        sa.Column("kept", sa.JSON(none_as_null=True)),
        sa.Column("content", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_removal_source", "removal", ["source"])
    op.add_column("judgement", sa.Column("removal", Whole))
