"""What a source says within a stretch of its text: as much of a long reading as a page can show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, select

from factoid.model import Factoid, Finding, Persona, Reading, Span, TimeExpression
from factoid.model.json_shape import time_of_json
from factoid.store import tables
from factoid.store.evidence import chunks, factoid_of, factoid_rows, personas_where, source_of


def reading_within(connection: Connection, row: Row[Any], stretch: Span) -> Reading:
    """Return the statements that touch the stretch and the persons spoken of there, and the findings."""
    text = tables.text
    return Reading(
        source=source_of(row),
        text_sha256=connection.scalar(select(text.c.sha256).where(text.c.source_pk == row.pk)) or "",
        reader=row.reader,
        personas=_personas(connection, row.pk, stretch, factoids := _factoids(connection, row.pk, stretch)),
        factoids=factoids,
        findings=_findings(connection, row.pk),
        declined=row.declined,
    )


def times_within(connection: Connection, source_pk: int, stretch: Span) -> Iterator[TimeExpression]:
    """Yield the times that the text tells within the stretch."""
    time = tables.time
    wanted = select(time).where(
        time.c.source_pk == source_pk, time.c.start >= stretch.start, time.c.end <= stretch.end
    )
    for found in connection.execute(wanted.order_by(time.c.position)):
        yield time_of_json({"start": found.start, "end": found.end, "text": found.words, "when": found.when})


def _factoids(connection: Connection, source_pk: int, stretch: Span) -> tuple[Factoid, ...]:
    factoid = tables.factoid
    wanted = factoid_rows().where(
        factoid.c.source_pk == source_pk, factoid.c.start < stretch.end, factoid.c.end > stretch.start
    )
    return tuple(map(factoid_of, connection.execute(wanted.order_by(factoid.c.position))))


def _personas(
    connection: Connection, source_pk: int, stretch: Span, factoids: tuple[Factoid, ...]
) -> tuple[Persona, ...]:
    """Return whoever is mentioned in the stretch, or meant by a statement that touches it."""
    persona, mention = tables.persona, tables.mention
    mentioned = (
        select(persona.c.pk)
        .join(mention)
        .where(persona.c.source_pk == source_pk, mention.c.start < stretch.end, mention.c.end > stretch.start)
    )
    chosen = set(connection.scalars(mentioned))
    meant = {person for f in factoids for person in (f.person, *f.related)}
    for run in chunks(sorted(meant)):
        chosen |= set(connection.scalars(select(persona.c.pk).where(persona.c.id.in_(run))))
    return tuple(
        found.persona
        for run in chunks(sorted(chosen))
        for _, found in personas_where(connection, persona.c.pk.in_(run))
    )


def _findings(connection: Connection, source_pk: int) -> tuple[Finding, ...]:
    finding = tables.finding
    wanted = select(finding).where(finding.c.source_pk == source_pk).order_by(finding.c.position)
    return tuple(
        Finding(kind=f.kind, note=f.note, start=f.start, end=f.end, confidence=f.confidence)
        for f in connection.execute(wanted)
    )
