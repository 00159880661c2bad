"""Counters of what changed, so that conclusions know whether they are still those of the evidence."""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from factoid.store import tables


def read_mark(connection: Connection, name: str) -> str:
    """Return a mark of the library, or the empty string."""
    meta = tables.meta
    return connection.scalar(select(meta.c.value).where(meta.c.name == name)) or ""


def set_mark(connection: Connection, name: str, value: str) -> None:
    """Set a mark of the library."""
    row = insert(tables.meta).values(name=name, value=value)
    connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def advance(connection: Connection, name: str) -> None:
    """Count one more change."""
    set_mark(connection, name, str(int(read_mark(connection, name) or 0) + 1))


def revision(connection: Connection) -> str:
    """Return what stands for the present evidence and judgements together."""
    return f"{read_mark(connection, 'evidence') or 0}.{read_mark(connection, 'judgements') or 0}"
