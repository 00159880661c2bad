"""The tables of a library, as they are now. How they came about is in `migrations`; a test compares the two.

``pk`` are numbers of this file only; ``id`` are content-derived and mean the same everywhere.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

metadata = MetaData()


def _source_pk(*, primary: bool = False) -> Column[int]:
    return Column(
        "source_pk",
        Integer,
        ForeignKey("source.pk", ondelete="CASCADE"),
        primary_key=primary,
        nullable=False,
    )


def _persona_pk(*, primary: bool = False) -> Column[int]:
    return Column(
        "persona_pk",
        Integer,
        ForeignKey("persona.pk", ondelete="CASCADE"),
        primary_key=primary,
        nullable=False,
    )


def _position() -> Column[int]:
    return Column("position", Integer, primary_key=True, nullable=False, autoincrement=False)


meta = Table(
    "meta",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
    sqlite_with_rowid=False,
)

source = Table(
    "source",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("name", String, nullable=False, unique=True),
    Column("stem", String, nullable=False),  # the name asked for, before it was made unique
    Column("number", Integer, nullable=False),  # 1 for the first of a stem
    Column("content_sha256", String, nullable=False),
    Column("origin", String, nullable=False),
    Column("media_type", String, nullable=False),
    Column("title", String),
    Column("creator", String),
    Column("published", String),
    Column("language", String),
    Column("encoding", String, nullable=False),
    Column("warnings", JSON, nullable=False),
    Column("notes", JSON, nullable=False),  # warnings, and findings about the source as a whole
    Column("reader", String, nullable=False),
    Column("declined", JSON, nullable=False),
    Column("persona_count", Integer, nullable=False),
    Column("factoid_count", Integer, nullable=False),
    Column("added", String),  # of a source that grows record by record: when it was begun, ISO 8601 in UTC
    Column("changed", String),  # and when it was last written anew; else the same input gives the same bytes
    Column("described", JSON(none_as_null=True)),  # what a bibliography says of it, over what its page says
    Index("ix_source_stem", "stem", "number"),
)

# The words of a text are stored once, in its segments; what stands between and behind them is kept beside.
text = Table(
    "text",
    metadata,
    _source_pk(primary=True),
    Column("sha256", String, nullable=False),
    Column("length", Integer, nullable=False),
    Column("tail", String, nullable=False),
    Column("pages", JSON, nullable=False, server_default="[]"),  # pairs of start and label, in order
)

segment = Table(
    "segment",
    metadata,
    Column("pk", Integer, primary_key=True),
    _source_pk(),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("why", String, nullable=False),
    Column("repeats", Integer),
    Column("before", String, nullable=False),  # what stands between the segment before and this one
    Column("words", String, nullable=False),
    Index("ix_segment_source", "source_pk", "start"),
)

persona = Table(
    "persona",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    _source_pk(),
    Column("position", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("gender", String),
    Column("is_named", Boolean, nullable=False),
    Index("ix_persona_source", "source_pk", "position"),
)

persona_form = Table(
    "persona_form",
    metadata,
    _persona_pk(primary=True),
    _position(),
    Column("form", String, nullable=False),
    Column("key", String, nullable=False),  # folded: case, accents and script taken away
    Column("is_name", Boolean, nullable=False),
    Column("times", Integer, nullable=False),  # how often the text uses it
    Index("ix_persona_form_key", "key"),
    sqlite_with_rowid=False,
)

mention = Table(
    "mention",
    metadata,
    _persona_pk(primary=True),
    _position(),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("form", String, nullable=False),
    sqlite_with_rowid=False,
)

organisation = Table(
    "organisation",
    metadata,
    _source_pk(primary=True),
    _position(),
    Column("id", String, nullable=False),
    Column("name", String, nullable=False),
    Column("mentions", JSON, nullable=False),
    sqlite_with_rowid=False,
)

place = Table(
    "place",
    metadata,
    _source_pk(primary=True),
    _position(),
    Column("id", String, nullable=False),
    Column("name", String, nullable=False),
    Column("mentions", JSON, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("uri", String),
    sqlite_with_rowid=False,
)

time = Table(
    "time",
    metadata,
    _source_pk(primary=True),
    _position(),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", String, nullable=False),
    Column("when", JSON, nullable=False),
    sqlite_with_rowid=False,
)

finding = Table(
    "finding",
    metadata,
    _source_pk(primary=True),
    _position(),
    Column("kind", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("note", String, nullable=False),
    Column("confidence", Float, nullable=False, server_default="1.0"),
    sqlite_with_rowid=False,
)

# What sources themselves give as the addresses of their records elsewhere: of the source, a persona or a factoid.
address = Table(
    "address",
    metadata,
    _source_pk(primary=True),
    _position(),
    Column("key", String, nullable=False),
    Column("uri", String, nullable=False),
    Index("ix_address_key", "key"),
    Index("ix_address_uri", "uri"),
    sqlite_with_rowid=False,
)

working = Table(
    "working",
    metadata,
    Column("name", String, primary_key=True),
    Column("mark", String, nullable=False),
    Column("value", LargeBinary, nullable=False),
)

factoid = Table(
    "factoid",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("id", String, nullable=False),
    _source_pk(),
    Column("position", Integer, nullable=False),
    _persona_pk(),
    Column("type", String, nullable=False),
    Column("quote", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("role", String),
    Column("organisation", String),
    Column("place", String),
    Column("value", String),
    Column("edtf", String),
    Column("earliest", Integer),  # the first day that can belong to it, as `When` counts days
    Column("latest", Integer),
    Column("certainty", String, nullable=False),
    Column("said_by", String),
    Column("related", JSON, nullable=False),  # ids of personas of the same source
    Column("detail", JSON, nullable=False),  # spans, inference and the whole of the time
    Column("reader", String, nullable=False),
    Column("model", String, nullable=False),
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
    Column("id", Integer, primary_key=True),
    Column("verdict", String, nullable=False),
    Column("author", String, nullable=False),
    Column("made", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("left_source", String),
    Column("left_start", Integer),
    Column("left_end", Integer),
    Column("right_source", String),
    Column("right_start", Integer),
    Column("right_end", Integer),
    Column("factoid", String),
    Column("withdrawn", String),
    Column("decision", JSON(none_as_null=True)),  # on a conflict: its claims as places in sources
    Column("statement", JSON(none_as_null=True)),  # a factoid that a person read, in a row of its own as well
    Column("follows", Integer),  # the judgement with which it was made and is withdrawn
    Index("ix_judgement_factoid", "factoid"),
    sqlite_autoincrement=True,  # a number once given never means another judgement
)

# The view of persons: computed from evidence and judgements, thrown away and computed again at will.
person = Table(
    "person",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("sort_key", String, nullable=False),
    Column("search_keys", String, nullable=False),  # every form, folded, one a line
    Column("names", JSON, nullable=False),
    Column("sources", JSON, nullable=False),
    Column("factoids", Integer, nullable=False),
    Column("born", String),
    Column("died", String),
    Column("reasons", JSON, nullable=False),
    Index("ix_person_sort_key", "sort_key"),
)

Index("ix_person_rank", person.c.factoids.desc(), person.c.sort_key, person.c.id)

person_member = Table(
    "person_member",
    metadata,
    _persona_pk(primary=True),
    Column("person_pk", Integer, ForeignKey("person.pk", ondelete="CASCADE"), nullable=False),
    Index("ix_person_member_person", "person_pk"),
)

# What sources say against each other, person by person: kept until the evidence on the person changes.
dispute = Table(
    "dispute",
    metadata,
    Column("person", String, primary_key=True),
    Column("evidence", String, nullable=False),  # stands for all that the row was computed from
    Column("found", JSON, nullable=False),
)

# Who held which post when, to be compared across persons.
tenure = Table(
    "tenure",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("person", String, ForeignKey("dispute.person", ondelete="CASCADE"), nullable=False),
    Column("post", String, nullable=False),  # folded words of the post and its body or place
    Column("found", JSON, nullable=False),
    Index("ix_tenure_person", "person"),
    Index("ix_tenure_post", "post"),
)

# What readers do not see, worked out from evidence and judgements for a day, thrown away and worked out again at
# will. `protecting` fills these tables; `veiled` shows the library through them.
hidden_persona = Table(
    "hidden_persona",
    metadata,
    _persona_pk(primary=True),
    Column("because", String, nullable=False),
)

hidden_source = Table(
    "hidden_source",
    metadata,
    _source_pk(primary=True),
    Column("mark", String, nullable=False),  # stands for what the source's veils were made of
    Column("is_whole", Boolean, nullable=False),  # the source is not shown at all
    Column("hides_creator", Boolean, nullable=False),
)

veil = Table(
    "veil",
    metadata,
    _source_pk(primary=True),
    Column("start", Integer, primary_key=True, nullable=False, autoincrement=False),
    Column("end", Integer, nullable=False),
)

veiled_segment = Table(
    "veiled_segment",
    metadata,
    Column(
        "segment_pk", Integer, ForeignKey("segment.pk", ondelete="CASCADE"), primary_key=True, nullable=False
    ),
    Column("before", String, nullable=False),
    Column("words", String, nullable=False),
)

veiled_factoid = Table(
    "veiled_factoid",
    metadata,
    Column(
        "factoid_pk", Integer, ForeignKey("factoid.pk", ondelete="CASCADE"), primary_key=True, nullable=False
    ),
    Column("quote", String, nullable=False),
    Column("role", String),
    Column("organisation", String),
    Column("place", String),
    Column("value", String),
    Column("said_by", String),
    Column("related", JSON, nullable=False),
    Column("detail", JSON, nullable=False),
)

veiled_entity = Table(
    "veiled_entity",
    metadata,
    _source_pk(primary=True),
    Column("kind", String, primary_key=True, nullable=False),
    _position(),
)

veiled_person = Table(
    "veiled_person",
    metadata,
    Column(
        "person_pk", Integer, ForeignKey("person.pk", ondelete="CASCADE"), primary_key=True, nullable=False
    ),
    Column("name", String, nullable=False),
    Column("sort_key", String, nullable=False),
    Column("search_keys", String, nullable=False),
    Column("names", JSON, nullable=False),
    Column("sources", JSON, nullable=False),
    Column("factoids", Integer, nullable=False),
    Column("born", String),
    Column("died", String),
)

# What was done to a library of a house, until the audit log of the house has it.
deed = Table(
    "deed",
    metadata,
    Column("key", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("told", JSON, nullable=False),
)
