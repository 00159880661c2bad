"""Which index of words belongs to which engine."""

from __future__ import annotations

from sqlalchemy import Connection

from factoid.store.engines.search import Fts5Index, SearchIndex
from factoid.store.engines.vectors import VectorIndex


def index_of(connection: Connection, *, only: str = "1 = 1") -> SearchIndex:
    """Return the index of the library that a connection is to.

    ``only``: a condition, in SQL, that the segments found must fulfil besides.
    """
    return VectorIndex(only) if connection.dialect.name == "postgresql" else Fts5Index(only)
