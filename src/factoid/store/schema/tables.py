"""The tables of a library, as they are now. How they came about is in `migrations`; a test compares the two.

``pk`` are numbers of this library only; ``id`` are content-derived and mean the same everywhere. The scripts make
other indexes on PostgreSQL where a value may be longer than what its trees take, a third of a page. The tables of
what readers do not see are in `veil_tables`.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    Table,
)

from factoid.store.engines.columns import Whole, Words, persona_pk, position, source_pk

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", Words, primary_key=True),
    Column("value", Words, nullable=False),
    sqlite_with_rowid=False,
)

source = Table(
    "source",
    metadata,
    Column("pk", Whole, primary_key=True),
    Column("id", Words, nullable=False, unique=True),
    Column("name", Words, nullable=False, unique=True),
    Column("stem", Words, nullable=False),  # the name asked for, before it was made unique
    Column("number", Whole, nullable=False),  # 1 for the first of a stem
    Column("content_sha256", Words, nullable=False),
    Column("origin", Words, nullable=False),
    Column("media_type", Words, nullable=False),
    Column("title", Words),
    Column("creator", Words),
    Column("published", Words),
    Column("language", Words),
    Column("encoding", Words, nullable=False),
    Column("warnings", JSON, nullable=False),
    Column("notes", JSON, nullable=False),  # warnings, and findings about the source as a whole
    Column("reader", Words, nullable=False),
    Column("declined", JSON, nullable=False),
    Column("persona_count", Whole, nullable=False),
    Column("factoid_count", Whole, nullable=False),
    Column("added", Words),  # of a source that grows record by record: when it was begun, ISO 8601 in UTC
    Column("changed", Words),  # and when it was last written anew; else the same input gives the same bytes
    Column("described", JSON(none_as_null=True)),  # what a bibliography says of it, over what its page says
    Index("ix_source_stem", "stem", "number"),
)

# The words of a text are stored once, in its segments; what stands between and behind them is kept beside.
text = Table(
    "text",
    metadata,
    source_pk(primary=True),
    Column("sha256", Words, nullable=False),
    Column("length", Whole, nullable=False),
    Column("tail", Words, nullable=False),
    Column("pages", JSON, nullable=False, server_default="[]"),  # pairs of start and label, in order
)

segment = Table(
    "segment",
    metadata,
    Column("pk", Whole, primary_key=True),
    source_pk(),
    Column("start", Whole, nullable=False),
    Column("end", Whole, nullable=False),
    Column("kind", Words, nullable=False),
    Column("why", Words, nullable=False),
    Column("repeats", Whole),
    Column("before", Words, nullable=False),  # what stands between the segment before and this one
    Column("words", Words, nullable=False),
    Index("ix_segment_source", "source_pk", "start"),
)

persona = Table(
    "persona",
    metadata,
    Column("pk", Whole, primary_key=True),
    Column("id", Words, nullable=False, unique=True),
    source_pk(),
    Column("position", Whole, nullable=False),
    Column("name", Words, nullable=False),
    Column("gender", Words),
    Column("is_named", Boolean, nullable=False),
    Index("ix_persona_source", "source_pk", "position"),
)

persona_form = Table(
    "persona_form",
    metadata,
    persona_pk(primary=True),
    position(),
    Column("form", Words, nullable=False),
    Column("key", Words, nullable=False),  # folded: case, accents and script taken away
    Column("is_name", Boolean, nullable=False),
    Column("times", Whole, nullable=False),  # how often the text uses it
    Index("ix_persona_form_key", "key", postgresql_using="hash"),
    sqlite_with_rowid=False,
)

mention = Table(
    "mention",
    metadata,
    persona_pk(primary=True),
    position(),
    Column("start", Whole, nullable=False),
    Column("end", Whole, nullable=False),
    Column("form", Words, nullable=False),
    sqlite_with_rowid=False,
)

organisation = Table(
    "organisation",
    metadata,
    source_pk(primary=True),
    position(),
    Column("id", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("mentions", JSON, nullable=False),
    sqlite_with_rowid=False,
)

place = Table(
    "place",
    metadata,
    source_pk(primary=True),
    position(),
    Column("id", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("mentions", JSON, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("uri", Words),
    sqlite_with_rowid=False,
)

time = Table(
    "time",
    metadata,
    source_pk(primary=True),
    position(),
    Column("start", Whole, nullable=False),
    Column("end", Whole, nullable=False),
    Column("words", Words, nullable=False),
    Column("when", JSON, nullable=False),
    sqlite_with_rowid=False,
)

finding = Table(
    "finding",
    metadata,
    source_pk(primary=True),
    position(),
    Column("kind", Words, nullable=False),
    Column("start", Whole, nullable=False),
    Column("end", Whole, nullable=False),
    Column("note", Words, nullable=False),
    Column("confidence", Float, nullable=False, server_default="1.0"),
    sqlite_with_rowid=False,
)

# What sources themselves give as the addresses of their records elsewhere: of the source, a persona or a factoid.
address = Table(
    "address",
    metadata,
    source_pk(primary=True),
    position(),
    Column("key", Words, nullable=False),
    Column("uri", Words, nullable=False),
    Index("ix_address_key", "key"),
    Index("ix_address_uri", "uri", postgresql_using="hash"),
    sqlite_with_rowid=False,
)

working = Table(
    "working",
    metadata,
    Column("name", Words, primary_key=True),
    Column("mark", Words, nullable=False),
    Column("value", LargeBinary, nullable=False),
)

factoid = Table(
    "factoid",
    metadata,
    Column("pk", Whole, primary_key=True),
    Column("id", Words, nullable=False),
    source_pk(),
    Column("position", Whole, nullable=False),
    persona_pk(),
    Column("type", Words, nullable=False),
    Column("quote", Words, nullable=False),
    Column("start", Whole, nullable=False),
    Column("end", Whole, nullable=False),
    Column("role", Words),
    Column("organisation", Words),
    Column("place", Words),
    Column("value", Words),
    Column("edtf", Words),
    Column("earliest", Whole),  # the first day that can belong to it, as `When` counts days
    Column("latest", Whole),
    Column("certainty", Words, nullable=False),
    Column("said_by", Words),
    Column("related", JSON, nullable=False),  # ids of personas of the same source
    Column("detail", JSON, nullable=False),  # spans, inference and the whole of the time
    Column("reader", Words, nullable=False),
    Column("model", Words, nullable=False),
    Column("confidence", Float, nullable=False),
    Index("ix_factoid_id", "id"),
    Index("ix_factoid_source", "source_pk", "position"),
    Index("ix_factoid_start", "source_pk", "start"),
    Index("ix_factoid_persona", "persona_pk"),
    Index("ix_factoid_type", "type", "earliest"),
)

for _listed in (
    "role",
    "organisation",
    "place",
    "value",
    "earliest",
):  # the fields that lists are narrowed by
    Index(f"ix_factoid_{_listed}", factoid.c[_listed], sqlite_where=factoid.c[_listed].is_not(None))

# Points to places in sources and to content-derived ids, not to rows: it outlives the reading it was made on.
judgement = Table(
    "judgement",
    metadata,
    Column("id", Whole, primary_key=True),
    Column("verdict", Words, nullable=False),
    Column("author", Words, nullable=False),
    Column("made", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("left_source", Words),
    Column("left_start", Whole),
    Column("left_end", Whole),
    Column("right_source", Words),
    Column("right_start", Whole),
    Column("right_end", Whole),
    Column("factoid", Words),
    Column("withdrawn", Words),
    Column("decision", JSON(none_as_null=True)),  # on a conflict: its claims as places in sources
    Column("statement", JSON(none_as_null=True)),  # a factoid that a person read, in a row of its own as well
    Column("follows", Whole),  # the judgement with which it was made and is withdrawn
    Column("carried", Whole),  # the judgement on another edition of the source that it repeats
    Column(
        "removal", Whole
    ),  # the removal with which it was withdrawn, or made, and which puts that right again
    Index("ix_judgement_factoid", "factoid"),
    sqlite_autoincrement=True,  # a number once given never means another judgement
)

# The view of persons: computed from evidence and judgements, thrown away and computed again at will.
person = Table(
    "person",
    metadata,
    Column("pk", Whole, primary_key=True),
    Column("id", Words, nullable=False, unique=True),
    Column("name", Words, nullable=False),
    Column("sort_key", Words, nullable=False),
    Column("search_keys", Words, nullable=False),  # every form, folded, one a line
    Column("names", JSON, nullable=False),
    Column("sources", JSON, nullable=False),
    Column("factoids", Whole, nullable=False),
    Column("born", Words),
    Column("died", Words),
    Column("reasons", JSON, nullable=False),
    Index("ix_person_sort_key", "sort_key", postgresql_using="hash"),
)

Index("ix_person_rank", person.c.factoids.desc(), person.c.sort_key, person.c.id)

person_member = Table(
    "person_member",
    metadata,
    persona_pk(primary=True),
    Column("person_pk", Whole, ForeignKey("person.pk", ondelete="CASCADE"), nullable=False),
    Index("ix_person_member_person", "person_pk"),
)

# What sources say against each other, person by person: kept until the evidence on the person changes.
dispute = Table(
    "dispute",
    metadata,
    Column("person", Words, primary_key=True),
    Column("evidence", Words, nullable=False),  # stands for all that the row was computed from
    Column("found", JSON, nullable=False),
)

# Who held which post when, to be compared across persons.
tenure = Table(
    "tenure",
    metadata,
    Column("pk", Whole, primary_key=True),
    Column("person", Words, ForeignKey("dispute.person", ondelete="CASCADE"), nullable=False),
    Column("post", Words, nullable=False),  # folded words of the post and its body or place
    Column("found", JSON, nullable=False),
    Index("ix_tenure_person", "person"),
    Index("ix_tenure_post", "post", postgresql_using="hash"),
)

# Sources that were taken out: nothing of them stands in the other tables but judgements, which are withdrawn with them.
removal = Table(
    "removal",
    metadata,
    Column("number", Whole, primary_key=True, autoincrement=False),
    Column("source", Words, nullable=False),  # its id
    Column("name", Words, nullable=False),  # its short name, which no other source gets meanwhile
    Column("title", Words),
    Column("author", Words, nullable=False),
    Column("made", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("personas", Whole, nullable=False),
    Column("factoids", Whole, nullable=False),
    Column("restored", Words),  # when it was put back
    Column("restorer", Words),
    Column("kept", JSON(none_as_null=True)),  # of its row: what does not follow from its content
    Column("content", LargeBinary),  # its text and what was read in it; nothing when it is back
    Index("ix_removal_source", "source"),
)

# What was done to a library of a house, until the audit log of the house has it.
deed = Table(
    "deed",
    metadata,
    Column("key", Words, primary_key=True),
    Column("number", Whole, nullable=False),
    Column("told", JSON, nullable=False),
)
