"""What PostgreSQL knows of the sizes of the tables, by which it chooses how to answer.

Its own housekeeping looks at them a minute later, if at all: until then it takes a library that was just filled for an
empty one. SQLite chooses by the indexes alone, and its file would not be the same any more.
"""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from factoid.store.schema import tables

_GROWN = 1.5  #: so much larger than known, a table is looked at anew
_FEW = 1000  #: rows, of which it does not matter
_LOOKED_AT = (
    *("source", "text", "segment", "persona", "persona_form", "mention", "factoid", "person"),
    *("person_member", "judgement", "segment_words"),
)


def know_sizes(connection: Connection) -> bool:
    """Let PostgreSQL look at the tables where the evidence has grown much since it last did; say whether it had to."""
    if connection.dialect.name != "postgresql":
        return False
    known = connection.exec_driver_sql(
        "SELECT reltuples FROM pg_class WHERE oid = 'factoid'::regclass"
    ).scalar()
    there = connection.scalar(select(func.count()).select_from(tables.factoid)) or 0
    if there <= max(known or 0, 0) * _GROWN + _FEW:
        return False
    connection.exec_driver_sql(f"ANALYZE {', '.join(_LOOKED_AT)}")
    return True
