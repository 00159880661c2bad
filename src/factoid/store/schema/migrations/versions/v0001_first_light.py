"""The first format: sources, evidence, judgements, the view of persons, full text.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from factoid.store.engines.columns import Whole, Words

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
    if _is_sqlite():
        op.execute(
            "CREATE VIRTUAL TABLE segment_words USING fts5(words, content='segment', content_rowid='pk', "
            "tokenize='unicode61 remove_diacritics 2')"
        )
    else:
        _create_vectors()


def _is_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _create_vectors() -> None:
    """PostgreSQL: the segments' words as SQLite's index would cut them, each between blanks, and their vector."""
    op.execute(
        "CREATE TABLE segment_words (pk BIGINT PRIMARY KEY REFERENCES segment (pk) ON DELETE CASCADE, "
        'words TEXT COLLATE "C" NOT NULL, length BIGINT NOT NULL, vector TSVECTOR NOT NULL GENERATED ALWAYS AS '
        "(array_to_tsvector(array_remove(string_to_array(words, ' '), ''))) STORED)"
    )
    op.execute("CREATE INDEX ix_segment_words_vector ON segment_words USING gin (vector)")


def _create_sources() -> None:
    op.create_table(
        "meta",
        sa.Column("name", Words, nullable=False),
        sa.Column("value", Words, nullable=False),
        sa.PrimaryKeyConstraint("name"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "source",
        sa.Column("pk", Whole, nullable=False),
        sa.Column("id", Words, nullable=False),
        sa.Column("name", Words, nullable=False),
        sa.Column("stem", Words, nullable=False),
        sa.Column("number", Whole, nullable=False),
        sa.Column("content_sha256", Words, nullable=False),
        sa.Column("origin", Words, nullable=False),
        sa.Column("media_type", Words, nullable=False),
        sa.Column("title", Words, nullable=True),
        sa.Column("creator", Words, nullable=True),
        sa.Column("published", Words, nullable=True),
        sa.Column("language", Words, nullable=True),
        sa.Column("encoding", Words, nullable=False),
        sa.Column("warnings", sa.JSON(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("reader", Words, nullable=False),
        sa.Column("declined", sa.JSON(), nullable=False),
        sa.Column("persona_count", Whole, nullable=False),
        sa.Column("factoid_count", Whole, nullable=False),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_index("ix_source_stem", "source", ["stem", "number"], unique=False)
    op.create_table(
        "text",
        sa.Column("source_pk", Whole, nullable=False),
        sa.Column("sha256", Words, nullable=False),
        sa.Column("length", Whole, nullable=False),
        sa.Column("tail", Words, nullable=False),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source_pk"),
    )
    op.create_table(
        "segment",
        sa.Column("pk", Whole, nullable=False),
        sa.Column("source_pk", Whole, nullable=False),
        sa.Column("start", Whole, nullable=False),
        sa.Column("end", Whole, nullable=False),
        sa.Column("kind", Words, nullable=False),
        sa.Column("why", Words, nullable=False),
        sa.Column("repeats", Whole, nullable=True),
        sa.Column("before", Words, nullable=False),
        sa.Column("words", Words, nullable=False),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk"),
    )
    op.create_index("ix_segment_source", "segment", ["source_pk", "start"], unique=False)


def _create_personas() -> None:
    op.create_table(
        "persona",
        sa.Column("pk", Whole, nullable=False),
        sa.Column("id", Words, nullable=False),
        sa.Column("source_pk", Whole, nullable=False),
        sa.Column("position", Whole, nullable=False),
        sa.Column("name", Words, nullable=False),
        sa.Column("gender", Words, nullable=True),
        sa.Column("is_named", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_persona_source", "persona", ["source_pk", "position"], unique=False)
    op.create_table(
        "persona_form",
        sa.Column("persona_pk", Whole, nullable=False),
        sa.Column("position", Whole, autoincrement=False, nullable=False),
        sa.Column("form", Words, nullable=False),
        sa.Column("key", Words, nullable=False),
        sa.Column("is_name", sa.Boolean(), nullable=False),
        sa.Column("times", Whole, nullable=False),
        sa.ForeignKeyConstraint(["persona_pk"], ["persona.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("persona_pk", "position"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_persona_form_key", "persona_form", ["key"], postgresql_using="hash")
    op.create_table(
        "mention",
        sa.Column("persona_pk", Whole, nullable=False),
        sa.Column("position", Whole, autoincrement=False, nullable=False),
        sa.Column("start", Whole, nullable=False),
        sa.Column("end", Whole, nullable=False),
        sa.Column("form", Words, nullable=False),
        sa.ForeignKeyConstraint(["persona_pk"], ["persona.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("persona_pk", "position"),
        sqlite_with_rowid=False,
    )


def _create_named_things() -> None:
    op.create_table(
        "organisation",
        sa.Column("source_pk", Whole, nullable=False),
        sa.Column("position", Whole, autoincrement=False, nullable=False),
        sa.Column("id", Words, nullable=False),
        sa.Column("name", Words, nullable=False),
        sa.Column("mentions", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source_pk", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "place",
        sa.Column("source_pk", Whole, nullable=False),
        sa.Column("position", Whole, autoincrement=False, nullable=False),
        sa.Column("id", Words, nullable=False),
        sa.Column("name", Words, nullable=False),
        sa.Column("mentions", sa.JSON(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("uri", Words, nullable=True),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source_pk", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "time",
        sa.Column("source_pk", Whole, nullable=False),
        sa.Column("position", Whole, autoincrement=False, nullable=False),
        sa.Column("start", Whole, nullable=False),
        sa.Column("end", Whole, nullable=False),
        sa.Column("words", Words, nullable=False),
        sa.Column("when", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source_pk", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "finding",
        sa.Column("source_pk", Whole, nullable=False),
        sa.Column("position", Whole, autoincrement=False, nullable=False),
        sa.Column("kind", Words, nullable=False),
        sa.Column("start", Whole, nullable=False),
        sa.Column("end", Whole, nullable=False),
        sa.Column("note", Words, nullable=False),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source_pk", "position"),
        sqlite_with_rowid=False,
    )


def _create_factoids() -> None:
    op.create_table(
        "factoid",
        sa.Column("pk", Whole, nullable=False),
        sa.Column("id", Words, nullable=False),
        sa.Column("source_pk", Whole, nullable=False),
        sa.Column("position", Whole, nullable=False),
        sa.Column("persona_pk", Whole, nullable=False),
        sa.Column("type", Words, nullable=False),
        sa.Column("quote", Words, nullable=False),
        sa.Column("start", Whole, nullable=False),
        sa.Column("end", Whole, nullable=False),
        sa.Column("role", Words, nullable=True),
        sa.Column("organisation", Words, nullable=True),
        sa.Column("place", Words, nullable=True),
        sa.Column("value", Words, nullable=True),
        sa.Column("edtf", Words, nullable=True),
        sa.Column("earliest", Whole, nullable=True),
        sa.Column("latest", Whole, nullable=True),
        sa.Column("certainty", Words, nullable=False),
        sa.Column("said_by", Words, nullable=True),
        sa.Column("related", sa.JSON(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("reader", Words, nullable=False),
        sa.Column("model", Words, nullable=False),
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
        sa.Column("id", Whole, nullable=False),
        sa.Column("verdict", Words, nullable=False),
        sa.Column("author", Words, nullable=False),
        sa.Column("made", Words, nullable=False),
        sa.Column("reason", Words, nullable=False),
        sa.Column("left_source", Words, nullable=True),
        sa.Column("left_start", Whole, nullable=True),
        sa.Column("left_end", Whole, nullable=True),
        sa.Column("right_source", Words, nullable=True),
        sa.Column("right_start", Whole, nullable=True),
        sa.Column("right_end", Whole, nullable=True),
        sa.Column("factoid", Words, nullable=True),
        sa.Column("withdrawn", Words, nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_judgement_factoid", "judgement", ["factoid"], unique=False)


def _create_persons() -> None:
    op.create_table(
        "person",
        sa.Column("pk", Whole, nullable=False),
        sa.Column("id", Words, nullable=False),
        sa.Column("name", Words, nullable=False),
        sa.Column("sort_key", Words, nullable=False),
        sa.Column("search_keys", Words, nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("factoids", Whole, nullable=False),
        sa.Column("born", Words, nullable=True),
        sa.Column("died", Words, nullable=True),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    rest = ["sort_key", "id"] if _is_sqlite() else []
    op.create_index("ix_person_rank", "person", [sa.text("factoids DESC"), *rest], unique=False)
    op.create_index("ix_person_sort_key", "person", ["sort_key"], postgresql_using="hash")
    op.create_table(
        "person_member",
        sa.Column("persona_pk", Whole, nullable=False),
        sa.Column("person_pk", Whole, nullable=False),
        sa.ForeignKeyConstraint(["person_pk"], ["person.pk"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["persona_pk"], ["persona.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("persona_pk"),
    )
    op.create_index("ix_person_member_person", "person_member", ["person_pk"], unique=False)
