"""Where the places of a source lie, as far as they were found in the gazetteer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from factoid.model import Span
from factoid.store.evidence.rows import chunks
from factoid.store.schema import tables


@dataclass(frozen=True, slots=True)
class Point:
    """A place named in a source, and where it lies."""

    source: str  #: short name
    name: str
    lat: float
    lon: float
    mentions: tuple[Span, ...]


def points_in(connection: Connection, sources: Iterable[str]) -> list[Point]:
    """Return the places of these sources that have a point."""
    place, source = tables.place, tables.source
    wanted = (
        select(source.c.name.label("source"), place.c.name, place.c.lat, place.c.lon, place.c.mentions)
        .join(source, source.c.pk == place.c.source_pk)
        .where(place.c.lat.is_not(None), place.c.lon.is_not(None))
    )
    return [
        Point(row.source, row.name, row.lat, row.lon, tuple(Span(*span) for span in row.mentions))
        for run in chunks(sorted(set(sources)))
        for row in connection.execute(
            wanted.where(source.c.name.in_(run)).order_by(source.c.name, place.c.position)
        )
    ]
