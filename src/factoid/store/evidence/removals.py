"""Which sources were taken out of a library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from factoid.errors import NotInLibrary
from factoid.store.schema import tables

_BUT_CONTENT = [column for column in tables.removal.c if column.name not in ("kept", "content")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """That a source was taken out: who, when and why, and when it was put back."""

    number: int
    source: str  #: its id
    name: str  #: its short name
    title: str | None
    author: str
    made: str  #: ISO 8601 in UTC
    reason: str
    personas: int
    factoids: int
    restored: str | None  #: ISO 8601 in UTC
    restorer: str | None

    @property
    def sentence(self) -> str:
        """What whoever looks for the source is to know."""
        because = f": {self.reason}" if self.reason else ""
        return (
            f"{self.name} was removed from this library on {self.made[:10]} by {self.author}{because}. "
            f"Put it back with: factoid remove --restore {self.name}"
        )


def removals_in(connection: Connection, *, standing_only: bool = True) -> list[Removal]:
    """Return the removals, the latest last: those that stand, or all."""
    removal = tables.removal
    wanted = select(*_BUT_CONTENT).order_by(removal.c.number)
    if standing_only:
        wanted = wanted.where(removal.c.restored.is_(None))
    return [Removal(**row._mapping) for row in connection.execute(wanted)]


def removal_of(connection: Connection, name_or_id: str) -> Removal | None:
    """Return the removal of a source that is out of the library now, by its short name or its id."""
    removal = tables.removal
    called = or_(removal.c.name == name_or_id, removal.c.source == name_or_id)
    wanted = select(*_BUT_CONTENT).where(called, removal.c.restored.is_(None))
    row = connection.execute(wanted).one_or_none()
    return Removal(**row._mapping) if row else None


def removed_row(connection: Connection, name_or_id: str) -> Row[Any]:
    """Return the row of the removal of a source, with all that was kept; `NotInLibrary` where none was removed."""
    found = removal_of(connection, name_or_id)
    if found is None:
        raise NotInLibrary(
            f"no source {name_or_id!r} was removed from this library. `factoid sources --removed` lists them."
        )
    return connection.execute(select(tables.removal).where(tables.removal.c.number == found.number)).one()
