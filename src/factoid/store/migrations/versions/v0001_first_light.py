"""The first format: sources, evidence, judgements, the view of persons, full text.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_sources()
    _create_personas()
    _create_named_things()
    _create_factoids()
    _create_judgements()
    _create_persons()
    op.execute(
        "CREATE VIRTUAL TABLE segment_words USING fts5(words, content='segment', content_rowid='pk', "
        "tokenize='unicode61 remove_diacritics 2')"
    )


def _create_sources() -> None:
    op.create_table(
        "meta",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "source",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("stem", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content_sha256", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("creator", sa.String(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("encoding", sa.String(), nullable=False),
        sa.Column("warnings", sa.JSON(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("declined", sa.JSON(), nullable=False),
        sa.Column("persona_count", sa.Integer(), nullable=False),
        sa.Column("factoid_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_index("ix_source_stem", "source", ["stem", "number"], unique=False)
    op.create_table(
        "text",
        sa.Column("source_pk", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("tail", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source_pk"),
    )
    op.create_table(
        "segment",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("source_pk", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("repeats", sa.Integer(), nullable=True),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk"),
    )
    op.create_index("ix_segment_source", "segment", ["source_pk", "start"], unique=False)


def _create_personas() -> None:
    op.create_table(
        "persona",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("source_pk", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("gender", sa.String(), nullable=True),
        sa.Column("is_named", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_persona_source", "persona", ["source_pk", "position"], unique=False)
    op.create_table(
        "persona_form",
        sa.Column("persona_pk", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("is_name", sa.Boolean(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["persona_pk"], ["persona.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("persona_pk", "position"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_persona_form_key", "persona_form", ["key"], unique=False)
    op.create_table(
        "mention",
        sa.Column("persona_pk", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["persona_pk"], ["persona.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("persona_pk", "position"),
        sqlite_with_rowid=False,
    )


def _create_named_things() -> None:
    op.create_table(
        "organisation",
        sa.Column("source_pk", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("mentions", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source_pk", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "place",
        sa.Column("source_pk", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("mentions", sa.JSON(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("uri", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source_pk", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "time",
        sa.Column("source_pk", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("when", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source_pk", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "finding",
        sa.Column("source_pk", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source_pk", "position"),
        sqlite_with_rowid=False,
    )


def _create_factoids() -> None:
    op.create_table(
        "factoid",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("source_pk", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("persona_pk", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("quote", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("organisation", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("edtf", sa.String(), nullable=True),
        sa.Column("earliest", sa.Integer(), nullable=True),
        sa.Column("latest", sa.Integer(), nullable=True),
        sa.Column("certainty", sa.String(), nullable=False),
        sa.Column("said_by", sa.String(), nullable=True),
        sa.Column("related", sa.JSON(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["persona_pk"], ["persona.pk"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk"),
    )
    op.create_index("ix_factoid_id", "factoid", ["id"], unique=False)
    op.create_index("ix_factoid_persona", "factoid", ["persona_pk"], unique=False)
    op.create_index("ix_factoid_source", "factoid", ["source_pk", "position"], unique=False)
    op.create_index("ix_factoid_type", "factoid", ["type", "earliest"], unique=False)


def _create_judgements() -> None:
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("made", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("left_source", sa.String(), nullable=True),
        sa.Column("left_start", sa.Integer(), nullable=True),
        sa.Column("left_end", sa.Integer(), nullable=True),
        sa.Column("right_source", sa.String(), nullable=True),
        sa.Column("right_start", sa.Integer(), nullable=True),
        sa.Column("right_end", sa.Integer(), nullable=True),
        sa.Column("factoid", sa.String(), nullable=True),
        sa.Column("withdrawn", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_judgement_factoid", "judgement", ["factoid"], unique=False)


def _create_persons() -> None:
    op.create_table(
        "person",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_keys", sa.String(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("factoids", sa.Integer(), nullable=False),
        sa.Column("born", sa.String(), nullable=True),
        sa.Column("died", sa.String(), nullable=True),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_person_rank", "person", [sa.text("factoids DESC"), "sort_key", "id"], unique=False)
    op.create_index("ix_person_sort_key", "person", ["sort_key"], unique=False)
    op.create_table(
        "person_member",
        sa.Column("persona_pk", sa.Integer(), nullable=False),
        sa.Column("person_pk", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_pk"], ["person.pk"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["persona_pk"], ["persona.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("persona_pk"),
    )
    op.create_index("ix_person_member_person", "person_member", ["person_pk"], unique=False)
