"""What was worked out at length, kept under a name until its mark, which stands for its evidence, is another.

Values are bytes of the caller's. They are conclusions: losing them costs time, nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, delete, select

from factoid.store.kept.revisions import put
from factoid.store.schema import tables


def working_in(connection: Connection, name: str, mark: str) -> bytes | None:
    """Return what is kept under the name, if its mark is this one."""
    working = tables.working
    wanted = select(working.c.value).where(working.c.name == name, working.c.mark == mark)
    return connection.scalar(wanted)


def workings_in(connection: Connection, beginning: str) -> Iterator[tuple[str, str, bytes]]:
    """Yield name, mark and value of all whose names begin so, in the order of the names."""
    working = tables.working
    wanted = select(working.c.name, working.c.mark, working.c.value)
    begins = working.c.name.startswith(beginning, autoescape=True)
    for row in connection.execute(wanted.where(begins).order_by(working.c.name)):
        yield row.name, row.mark, row.value


def keep_workings(connection: Connection, values: Mapping[str, tuple[str, bytes]]) -> None:
    """Keep values with their marks under their names, in the place of older ones."""
    for name, (mark, value) in values.items():
        put(connection, tables.working, name, {"mark": mark, "value": value})


def drop_working(connection: Connection, name: str) -> None:
    """Forget what is kept under the name."""
    connection.execute(delete(tables.working).where(tables.working.c.name == name))
