"""What readers do not see: protected persons and sources, and the words that speak of them.

Revision ID: 0009
Revises: 0008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from factoid.store.engines.columns import Whole, Words

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("hidden_persona", *_of("persona"), sa.Column("because", Words, nullable=False))
    op.create_table(
        "hidden_source",
        *_of("source"),
        sa.Column("mark", Words, nullable=False),
        sa.Column("is_whole", sa.Boolean(), nullable=False),
        sa.Column("hides_creator", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "veil",
        sa.Column("source_pk", Whole, nullable=False),
        sa.Column("start", Whole, autoincrement=False, nullable=False),
        sa.Column("end", Whole, nullable=False),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source_pk", "start"),
    )
    op.create_table(
        "veiled_segment",
        *_of("segment"),
        sa.Column("before", Words, nullable=False),
        sa.Column("words", Words, nullable=False),
    )
    op.create_table(
        "veiled_factoid",
        *_of("factoid"),
        sa.Column("quote", Words, nullable=False),
        *(sa.Column(name, Words) for name in ("role", "organisation", "place", "value", "said_by")),
        sa.Column("related", sa.JSON(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
    )
    op.create_table(
        "veiled_entity",
        sa.Column("source_pk", Whole, nullable=False),
        sa.Column("kind", Words, nullable=False),
        sa.Column("position", Whole, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source_pk", "kind", "position"),
    )
    op.create_table(
        "veiled_person",
        *_of("person"),
        *(sa.Column(name, Words, nullable=False) for name in ("name", "sort_key", "search_keys")),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in ("names", "sources")),
        sa.Column("factoids", Whole, nullable=False),
        *(sa.Column(name, Words) for name in ("born", "died")),
    )


def _of(table: str) -> tuple[sa.Column[int], sa.ForeignKeyConstraint, sa.PrimaryKeyConstraint]:
    """Return a key that is the row of another table, and gone with it."""
    key = f"{table}_pk"
    return (
        sa.Column(key, Whole, nullable=False),
        sa.ForeignKeyConstraint([key], [f"{table}.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint(key),
    )
