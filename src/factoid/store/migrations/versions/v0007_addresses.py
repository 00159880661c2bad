"""Addresses that records have elsewhere, when records were written, bibliographies; indexes to list by fields.

Revision ID: 0007
Revises: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_LISTED = ("role", "organisation", "place", "value", "earliest")


def upgrade() -> None:
    op.create_table(
        "address",
        sa.Column("source_pk", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("uri", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source_pk", "position"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_address_key", "address", ["key"], unique=False)
    op.create_index("ix_address_uri", "address", ["uri"], unique=False)
    op.add_column("source", sa.Column("added", sa.String(), nullable=True))
    op.add_column("source", sa.Column("changed", sa.String(), nullable=True))
    op.add_column("source", sa.Column("described", sa.JSON(none_as_null=True), nullable=True))
    for column in _LISTED:
        filled = sa.text(f"{column} IS NOT NULL")
        op.create_index(f"ix_factoid_{column}", "factoid", [column], unique=False, sqlite_where=filled)
    op.create_index("ix_factoid_start", "factoid", ["source_pk", "start"], unique=False)
