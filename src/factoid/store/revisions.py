"""Counters of what changed, so that conclusions know whether they are still those of the evidence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, insert, select, update

from factoid.store import tables

MOMENT = "moment"  #: of the last change


def read_mark(connection: Connection, name: str) -> str:
    """Return a mark of the library, or the empty string."""
    meta = tables.meta
    return connection.scalar(select(meta.c.value).where(meta.c.name == name)) or ""


def set_mark(connection: Connection, name: str, value: str) -> None:
    """Set a mark of the library."""
    put(connection, tables.meta, name, {"value": value})


def put(connection: Connection, table: Table, name: str, values: Mapping[str, object]) -> None:
    """Write the row of a name, in the place of the one before. The transaction keeps other writers out."""
    changed = connection.execute(update(table).where(table.c.name == name).values(values))
    if not changed.rowcount:
        connection.execute(insert(table).values(name=name, **values))


def advance(connection: Connection, name: str) -> None:
    """Count one more change."""
    set_mark(connection, name, str(int(read_mark(connection, name) or 0) + 1))
    if connection.dialect.name == "postgresql":  # a file has its own time
        set_mark(connection, MOMENT, datetime.now(UTC).isoformat(timespec="seconds"))


def revision(connection: Connection) -> str:
    """Return what stands for the present evidence and judgements together."""
    return f"{read_mark(connection, 'evidence') or 0}.{read_mark(connection, 'judgements') or 0}"
