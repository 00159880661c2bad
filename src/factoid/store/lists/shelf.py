"""The list of sources: in the order of their short names, as much of it as is asked for."""

from __future__ import annotations

from typing import Any

from rapidfuzz import process
from sqlalchemy import ColumnElement, Connection, Row, or_, select, true

from factoid.errors import NotInLibrary
from factoid.store.evidence.removals import removal_of
from factoid.store.evidence.rows import chunks
from factoid.store.folding import fold
from factoid.store.results import SourceSummary
from factoid.store.schema import tables


def sources_in_order(
    connection: Connection, query: str | None, *, limit: int | None, offset: int
) -> list[SourceSummary]:
    """Return the sources in whose short name, title or creator the query stands, in any case."""
    if query is None and limit is None and not offset:
        return summaries_where(connection, true())
    source = tables.source
    ordered = select(source.c.pk, source.c.name, source.c.title, source.c.creator).order_by(source.c.name)
    if query is None:
        pks = list(connection.scalars(ordered.limit(limit).offset(offset)))
    else:
        folded = query.casefold()
        rows = connection.execute(ordered)
        fitting = [row.pk for row in rows if folded in f"{row.name}\n{row.title}\n{row.creator}".casefold()]
        pks = fitting[offset:][:limit]
    return [found for run in chunks(pks) for found in summaries_where(connection, source.c.pk.in_(run))]


def summaries_where(connection: Connection, condition: ColumnElement[bool]) -> list[SourceSummary]:
    """Return the sources that fulfil the condition, with their counts, in the order of their short names."""
    wanted = select(tables.source, tables.text.c.length).join(tables.text).where(condition)
    return [_summary(row) for row in connection.execute(wanted.order_by(tables.source.c.name))]


def _summary(row: Row[Any]) -> SourceSummary:
    return SourceSummary(
        name=row.name,
        id=row.id,
        title=row.title,
        creator=row.creator,
        published=row.published,
        language=row.language,
        origin=row.origin,
        media_type=row.media_type,
        reader=row.reader,
        characters=row.length,
        personas=row.persona_count,
        factoids=row.factoid_count,
        declined=sum(row.declined.values()),
        notes=tuple(row.notes),
    )


def source_row(connection: Connection, name_or_id: str) -> Row[Any]:
    """Return the row of a source by its short name or its id; `NotInLibrary` says what is near."""
    source = tables.source
    wanted = select(source).where(or_(source.c.name == name_or_id, source.c.id == name_or_id))
    row = connection.execute(wanted.limit(1)).one_or_none()
    if row is not None:
        return row
    if removal := removal_of(connection, name_or_id):
        raise NotInLibrary(removal.sentence)
    names = connection.scalars(select(source.c.name).order_by(source.c.name)).all()
    near = process.extract(fold(name_or_id), names, processor=fold, limit=5, score_cutoff=60)
    advice = f"Near it: {', '.join(name for name, _, _ in near)}." if near else "Read it first."
    raise NotInLibrary(f"no source {name_or_id!r} in the library. {advice}")
