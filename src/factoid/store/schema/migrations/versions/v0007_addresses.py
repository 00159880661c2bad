"""Addresses that records have elsewhere, when records were written, bibliographies; indexes to list by fields.

Revision ID: 0007
Revises: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from factoid.store.engines.columns import Whole, Words

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_LISTED = ("role", "organisation", "place", "value", "earliest")


def upgrade() -> None:
    op.create_table(
        "address",
        sa.Column("source_pk", Whole, nullable=False),
        sa.Column("position", Whole, autoincrement=False, nullable=False),
        sa.Column("key", Words, nullable=False),
        sa.Column("uri", Words, nullable=False),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source_pk", "position"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_address_key", "address", ["key"], unique=False)
    op.create_index("ix_address_uri", "address", ["uri"], postgresql_using="hash")
    op.add_column("source", sa.Column("added", Words, nullable=True))
    op.add_column("source", sa.Column("changed", Words, nullable=True))
    op.add_column("source", sa.Column("described", sa.JSON(none_as_null=True), nullable=True))
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for column in _LISTED:
        filled = sa.text(f"{column} IS NOT NULL")
        whole = is_sqlite or column == "earliest"
        indexed = column if whole else sa.text(f"left({column}, 200)")
        op.create_index(
            f"ix_factoid_{column}", "factoid", [indexed], sqlite_where=filled, postgresql_where=filled
        )
    op.create_index("ix_factoid_start", "factoid", ["source_pk", "start"], unique=False)
