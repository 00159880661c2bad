"""What a source says within a stretch of its text: as much of a long reading as a page can show."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Any

from sqlalchemy import Connection, Row, select

from factoid.model import Factoid, Finding, Persona, Reading, Span, TimeExpression
from factoid.model.json_shape import time_of_json
from factoid.store.evidence.rows import chunks, factoid_of, factoid_rows, personas_where, source_of
from factoid.store.results import Excerpt
from factoid.store.schema import tables

_LONG = 200_000  #: characters; of a longer stretch the segments are looked up one place at a time


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


def excerpts_of(connection: Connection, source_pk: int, places: Sequence[Span]) -> list[Excerpt]:
    """Return, for each of the places in a text, the segments that it touches."""
    if len(places) > 1 and max(p.end for p in places) - min(p.start for p in places) >= _LONG:
        return [found for place in places for found in excerpts_of(connection, source_pk, [place])]
    segment = tables.segment
    wanted = select(segment.c.start, segment.c.end, segment.c.before, segment.c.words).where(
        segment.c.source_pk == source_pk,
        segment.c.start < max((p.end for p in places), default=0),
        segment.c.end > min((p.start for p in places), default=0),
    )
    held = connection.execute(wanted.order_by(segment.c.start, segment.c.pk)).all()
    starts = [row.start for row in held]
    return [_excerpt(held[: bisect_left(starts, place.end)], place) for place in places]


def _excerpt(before_its_end: Sequence[Any], place: Span) -> Excerpt:
    touched = list(takewhile(lambda row: row.end > place.start, reversed(before_its_end)))[::-1]
    first = touched[0].start if touched else place.start
    words = (row.words if row.start == first else row.before + row.words for row in touched)
    return Excerpt(first, "".join(words))


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


def findings_of(connection: Connection, sources: Iterable[str]) -> dict[str, tuple[Finding, ...]]:
    """Return what was found in the texts of these sources, by short name."""
    finding, source = tables.finding, tables.source
    found: dict[str, list[Finding]] = {name: [] for name in sources}
    wanted = select(finding, source.c.name).join(source).order_by(source.c.name, finding.c.position)
    for run in chunks(sorted(found)):
        for row in connection.execute(wanted.where(source.c.name.in_(run))):
            found[row.name].append(_finding(row))
    return {name: tuple(held) for name, held in found.items()}


def _finding(row: Row[Any]) -> Finding:
    return Finding(kind=row.kind, note=row.note, start=row.start, end=row.end, confidence=row.confidence)


def _findings(connection: Connection, source_pk: int) -> tuple[Finding, ...]:
    finding = tables.finding
    wanted = select(finding).where(finding.c.source_pk == source_pk).order_by(finding.c.position)
    return tuple(map(_finding, connection.execute(wanted)))
