"""The tables of what readers do not see, beside those of `tables`.

They are worked out from evidence and judgements for a day, thrown away and worked out again at will. `protecting` fills
them; `veiled` shows the library through them.
"""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Table

from factoid.store.engines.columns import Whole, Words, persona_pk, position, source_pk
from factoid.store.schema.tables import metadata

hidden_persona = Table(
    "hidden_persona",
    metadata,
    persona_pk(primary=True),
    Column("because", Words, nullable=False),
)

hidden_source = Table(
    "hidden_source",
    metadata,
    source_pk(primary=True),
    Column("mark", Words, nullable=False),  # stands for what the source's veils were made of
    Column("is_whole", Boolean, nullable=False),  # the source is not shown at all
    Column("hides_creator", Boolean, nullable=False),
)

veil = Table(
    "veil",
    metadata,
    source_pk(primary=True),
    Column("start", Whole, primary_key=True, nullable=False, autoincrement=False),
    Column("end", Whole, nullable=False),
)

veiled_segment = Table(
    "veiled_segment",
    metadata,
    Column(
        "segment_pk", Whole, ForeignKey("segment.pk", ondelete="CASCADE"), primary_key=True, nullable=False
    ),
    Column("before", Words, nullable=False),
    Column("words", Words, nullable=False),
)

veiled_factoid = Table(
    "veiled_factoid",
    metadata,
    Column(
        "factoid_pk", Whole, ForeignKey("factoid.pk", ondelete="CASCADE"), primary_key=True, nullable=False
    ),
    Column("quote", Words, nullable=False),
    Column("role", Words),
    Column("organisation", Words),
    Column("place", Words),
    Column("value", Words),
    Column("said_by", Words),
    Column("related", JSON, nullable=False),
    Column("detail", JSON, nullable=False),
)

veiled_entity = Table(
    "veiled_entity",
    metadata,
    source_pk(primary=True),
    Column("kind", Words, primary_key=True, nullable=False),
    position(),
)

veiled_person = Table(
    "veiled_person",
    metadata,
    Column("person_pk", Whole, ForeignKey("person.pk", ondelete="CASCADE"), primary_key=True, nullable=False),
    Column("name", Words, nullable=False),
    Column("sort_key", Words, nullable=False),
    Column("search_keys", Words, nullable=False),
    Column("names", JSON, nullable=False),
    Column("sources", JSON, nullable=False),
    Column("factoids", Whole, nullable=False),
    Column("born", Words),
    Column("died", Words),
)
