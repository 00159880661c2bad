"""Evidence as it was written: documents, readings, personas and factoids out of their rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, and_, select

from factoid.model import (
    SLOTS,
    Document,
    Factoid,
    Mention,
    MentionForm,
    Page,
    Persona,
    PersonaInSource,
    Reading,
    Segment,
    SegmentKind,
    Source,
    Text,
    TimeExpression,
    factoid_of_json,
    packed,
    reading_of_json,
    time_of_json,
)
from factoid.store.schema import tables

Shape = dict[str, Any]
AnyRow = Row[Any]
_Value = TypeVar("_Value")


def source_of(row: AnyRow) -> Source:
    """Return the source of a row of its table."""
    return Source(
        name=row.name,
        content_sha256=row.content_sha256,
        origin=row.origin,
        media_type=row.media_type,
        title=row.title,
        creator=row.creator,
        published=row.published,
        language=row.language,
        encoding=row.encoding,
    )


def document_of(connection: Connection, row: AnyRow) -> Document:
    """Return the document of a row of the table of sources."""
    segment = tables.segment
    wanted = select(segment).where(segment.c.source_pk == row.pk).order_by(segment.c.start, segment.c.pk)
    parts: list[str] = []
    segments = []
    for piece in connection.execute(wanted):
        parts += (piece.before, piece.words)
        segments.append(_segment(piece))
    rest = select(tables.text.c.tail, tables.text.c.pages).where(tables.text.c.source_pk == row.pk)
    kept = connection.execute(rest).one_or_none()
    text = Text("".join((*parts, kept.tail if kept else "")), tuple(segments))
    return Document(source_of(row), text, tuple(row.warnings), pages_of(kept.pages if kept else ()))


def pages_of(kept: Iterable[tuple[int, str]]) -> tuple[Page, ...]:
    """Return the pages out of their column."""
    return tuple(Page(start, label) for start, label in kept)


def _segment(row: AnyRow) -> Segment:
    return Segment(kind=SegmentKind(row.kind), start=row.start, end=row.end, why=row.why, repeats=row.repeats)


def reading_of(connection: Connection, row: AnyRow) -> Reading:
    """Return the reading of a row of the table of sources, as it was added but for its short name."""

    def part(table: Table, *names: str) -> list[Shape]:
        order = (table.c.start, table.c.pk) if table is tables.segment else (table.c.position,)
        wanted = select(table).where(table.c.source_pk == row.pk).order_by(*order)
        return [{name: found[name] for name in names} for found in connection.execute(wanted).mappings()]

    source = source_of(row)
    segments = part(tables.segment, "kind", "start", "end", "why", "repeats")
    shape = {name: getattr(source, name) for name in _SOURCE_FIELDS} | {
        "source": source.name,
        "text_sha256": connection.scalar(
            select(tables.text.c.sha256).where(tables.text.c.source_pk == row.pk)
        ),
        "reader": row.reader,
        "segments": segments,
        "persons": [],
        "organisations": part(tables.organisation, "id", "name", "mentions"),
        "places": part(tables.place, "id", "name", "mentions", "lat", "lon", "uri"),
        "times": [],
        "factoids": [],
        "findings": part(tables.finding, "kind", "start", "end", "note", "confidence"),
        "declined": row.declined,
    }
    return replace(
        reading_of_json(shape),
        personas=packed(_personas_of(connection, row)),
        times=packed(_times_of(connection, row)),
        factoids=packed(_factoids_of(connection, row)),
        addresses=_addresses_of(connection, row),
    )


def _personas_of(connection: Connection, row: AnyRow) -> Iterator[Persona]:
    persona = tables.persona
    for first in range(0, row.persona_count, _RUN):
        in_run = persona.c.position.between(first, first + _RUN - 1)
        for _, found in personas_where(connection, and_(persona.c.source_pk == row.pk, in_run)):
            yield found.persona


def _times_of(connection: Connection, row: AnyRow) -> Iterator[TimeExpression]:
    time = tables.time
    wanted = select(time).where(time.c.source_pk == row.pk).order_by(time.c.position)
    for found in connection.execute(wanted):
        yield time_of_json({"start": found.start, "end": found.end, "text": found.words, "when": found.when})


def _factoids_of(connection: Connection, row: AnyRow) -> Iterator[Factoid]:
    factoid = tables.factoid
    wanted = factoid_rows().where(factoid.c.source_pk == row.pk).order_by(factoid.c.position)
    return map(factoid_of, connection.execute(wanted))


def _addresses_of(connection: Connection, row: AnyRow) -> tuple[tuple[str, str], ...]:
    address = tables.address
    wanted = select(address.c.key, address.c.uri).where(address.c.source_pk == row.pk)
    return tuple((key, uri) for key, uri in connection.execute(wanted.order_by(address.c.position)))


_RUN = 5000  #: personas looked up together


_SOURCE_FIELDS = (
    *("content_sha256", "origin", "media_type", "encoding"),
    *("title", "creator", "published", "language"),
)


def personas_where(
    connection: Connection, condition: ColumnElement[bool]
) -> list[tuple[int, PersonaInSource]]:
    """Return the personas that fulfil the condition and their numbers, source by source in their order.

    Three queries, however many personas there are.
    """
    persona, source = tables.persona, tables.source
    chosen = select(persona.c.pk).where(condition)
    forms, mentions = _forms(connection, chosen), _mentions(connection, chosen)
    wanted = (
        select(persona, source.c.name.label("source_name"), source.c.id.label("source_id"))
        .join(source)
        .where(condition)
        .order_by(source.c.name, persona.c.position)
    )
    return [
        (
            row.pk,
            PersonaInSource(
                source=row.source_name,
                source_id=row.source_id,
                persona=Persona(
                    id=row.id,
                    name=row.name,
                    forms=tuple(forms[row.pk]),
                    mentions=tuple(mentions[row.pk]),
                    gender=row.gender,
                    is_named=row.is_named,
                ),
            ),
        )
        for row in connection.execute(wanted)
    ]


def _forms(connection: Connection, chosen: Select[tuple[int]]) -> dict[int, list[str]]:
    form = tables.persona_form
    out: dict[int, list[str]] = defaultdict(list)
    wanted = select(form.c.persona_pk, form.c.form).where(form.c.persona_pk.in_(chosen))
    for pk, words in connection.execute(wanted.order_by(form.c.persona_pk, form.c.position)):
        out[pk].append(words)
    return out


def _mentions(connection: Connection, chosen: Select[tuple[int]]) -> dict[int, list[Mention]]:
    mention = tables.mention
    out: dict[int, list[Mention]] = defaultdict(list)
    wanted = select(mention.c.persona_pk, mention.c.start, mention.c.end, mention.c.form)
    wanted = wanted.where(mention.c.persona_pk.in_(chosen))
    for pk, start, end, form in connection.execute(wanted.order_by(mention.c.persona_pk, mention.c.position)):
        out[pk].append(Mention(start, end, MentionForm(form)))
    return out


def factoid_rows() -> Select[Any]:
    """Return the query of all factoids with the ids of their source and persona, to be narrowed down."""
    factoid, source, persona = tables.factoid, tables.source, tables.persona
    return (
        select(
            factoid,
            source.c.id.label("source_id"),
            source.c.name.label("source_name"),
            persona.c.id.label("person"),
        )
        .join(source, source.c.pk == factoid.c.source_pk)
        .join(persona, persona.c.pk == factoid.c.persona_pk)
    )


HIDDEN = "protected"  #: stands for a persona that is not shown, among those related in a statement


def factoid_of(row: AnyRow) -> Factoid:
    """Return the factoid of a row of `factoid_rows`."""
    found = row._mapping
    return factoid_of_json(
        {
            **{name: found[name] for name in _FACTOID_FIELDS},
            **found["detail"],
            "related": [persona for persona in found["related"] if persona != HIDDEN],
        },
        found["source_id"],
    )


_FACTOID_FIELDS = (
    *SLOTS,
    *("person", "type", "quote", "start", "end", "related", "certainty", "said_by"),
    *("reader", "model", "confidence"),
)


def chunks(values: Iterable[_Value], size: int = 5000) -> Iterator[Sequence[_Value]]:
    """Cut the values into runs that one query can take, without holding more than one run."""
    remaining = iter(values)
    while run := list(islice(remaining, size)):
        yield run
