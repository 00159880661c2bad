"""Long lists of persons, sources and statements: narrowed down, in an order that does not change, page by page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from factoid.model import DossierLine, PersonSummary, Source
from factoid.store.evidence.rows import chunks, factoid_rows, source_of
from factoid.store.lists.narrowing import (
    Narrowing,
    conditions_of,
    person_pks,
    persons_called,
    source_pks,
    sources_called,
    standing,
)
from factoid.store.people.people import lines_of, summary_of
from factoid.store.schema import tables


class Kind(StrEnum):
    """What is listed."""

    STATEMENTS = "statements"
    PERSONS = "persons"
    SOURCES = "sources"


class Ref(NamedTuple):
    """A statement by its ids: whose it is and whose words."""

    factoid: str
    person: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """When records of a source that grows were written; None where it is a text that was read."""

    added: str | None
    changed: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedStatement:
    """A statement in a list."""

    line: DossierLine
    ref: Ref
    kept: Kept
    place_address: str | None
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson:
    """A person in a list."""

    summary: PersonSummary
    personas: tuple[str, ...]
    kept: Kept
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSource:
    """A source in a list."""

    source: Source
    reader: str
    kept: Kept
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """By which property, which way. The order in which sources came in decides between equals."""

    by: str = ""
    descending: bool = False


_BY: dict[Kind, dict[str, ColumnElement[Any]]] = {
    Kind.STATEMENTS: {
        "id": tables.factoid.c.id,
        "reader": tables.factoid.c.reader,
        "type": tables.factoid.c.type,
        "role": tables.factoid.c.role,
        "organisation": tables.factoid.c.organisation,
        "place": tables.factoid.c.place,
        "value": tables.factoid.c.value,
        "date": func.coalesce(tables.factoid.c.earliest, tables.factoid.c.latest),
        "quote": tables.factoid.c.quote,
        "related": func.json_array_length(tables.factoid.c.related),
        "person": tables.persona.c.name,
        "source": tables.source.c.name,
    },
    Kind.PERSONS: {
        "id": tables.person.c.id,
        "label": tables.person.c.sort_key,
        "count": tables.person.c.factoids,
    },
    Kind.SOURCES: {
        "id": tables.source.c.id,
        "label": func.coalesce(tables.source.c.title, tables.source.c.name),
        "reader": tables.source.c.reader,
        "changed": tables.source.c.changed,
        "count": tables.source.c.factoid_count,
    },
}


def count_in(connection: Connection, kind: Kind, asked: Narrowing) -> int:
    """Return how many there are."""
    key, wanted = _KEYS[kind], _narrowed(connection, kind, asked)
    return connection.scalar(select(func.count()).select_from(key.table).where(*wanted)) or 0


def statements_in(
    connection: Connection, asked: Narrowing, order: Order, *, limit: int, offset: int
) -> list[ListedStatement]:
    """Return a page of statements."""
    factoid, source, person, member = tables.factoid, tables.source, tables.person, tables.person_member
    conditions = list(_narrowed(connection, Kind.STATEMENTS, asked))
    chosen = select(factoid.c.pk).where(*conditions)
    if order.by in ("person", "source"):
        chosen = chosen.join(source).join(tables.persona, tables.persona.c.pk == factoid.c.persona_pk)
    chosen = chosen.order_by(*_ordered(Kind.STATEMENTS, order, factoid.c.source_pk, factoid.c.position))
    pks = list(connection.scalars(chosen.limit(limit).offset(offset)))
    wanted = (
        factoid_rows()
        .add_columns(person.c.id.label("person_id"), source.c.added, source.c.changed)
        .join(member, member.c.persona_pk == factoid.c.persona_pk)
        .join(person, person.c.pk == member.c.person_pk)
        .where(factoid.c.pk.in_(pks))
    )
    rows = sorted(connection.execute(wanted).all(), key=lambda row: pks.index(row.pk))
    addresses = addresses_of(connection, (row.id for row in rows))
    places = _place_addresses(connection, rows)
    return [
        ListedStatement(
            line=line,
            ref=Ref(row.id, row.person_id, row.source_id),
            kept=Kept(added=row.added, changed=row.changed),
            place_address=places.get(row.pk),
            addresses=addresses[row.id],
        )
        for row, line in zip(rows, lines_of(connection, rows), strict=True)
    ]


def persons_in(
    connection: Connection, asked: Narrowing, order: Order, *, limit: int, offset: int
) -> list[ListedPerson]:
    """Return a page of persons."""
    person, member, persona = tables.person, tables.person_member, tables.persona
    first = (
        select(func.min(persona.c.pk))
        .join(member, member.c.persona_pk == persona.c.pk)
        .where(member.c.person_pk == person.c.pk)
        .scalar_subquery()
    )
    wanted = select(person).where(*_narrowed(connection, Kind.PERSONS, asked))
    wanted = wanted.order_by(*_ordered(Kind.PERSONS, order, first))
    rows = connection.execute(wanted.limit(limit).offset(offset)).all()
    members: dict[int, list[Any]] = defaultdict(list)
    source = tables.source
    parts = (
        select(member.c.person_pk, persona.c.id, source.c.added, source.c.changed)
        .join(persona, persona.c.pk == member.c.persona_pk)
        .join(source, source.c.pk == persona.c.source_pk)
        .where(member.c.person_pk.in_([row.pk for row in rows]))
        .order_by(persona.c.pk)
    )
    for part in connection.execute(parts):
        members[part.person_pk].append(part)
    addresses = addresses_of(connection, (part.id for parts in members.values() for part in parts))
    return [
        ListedPerson(
            summary=summary_of(row),
            personas=tuple(part.id for part in members[row.pk]),
            kept=Kept(
                added=min((p.added for p in members[row.pk] if p.added), default=None),
                changed=max((p.changed for p in members[row.pk] if p.changed), default=None),
            ),
            addresses=tuple(dict.fromkeys(a for part in members[row.pk] for a in addresses[part.id])),
        )
        for row in rows
    ]


def sources_in(
    connection: Connection, asked: Narrowing, order: Order, *, limit: int, offset: int
) -> list[ListedSource]:
    """Return a page of sources."""
    source = tables.source
    wanted = select(source).where(*_narrowed(connection, Kind.SOURCES, asked))
    wanted = wanted.order_by(*_ordered(Kind.SOURCES, order, source.c.pk))
    rows = connection.execute(wanted.limit(limit).offset(offset)).all()
    addresses = addresses_of(connection, (row.id for row in rows))
    return [
        ListedSource(
            source=source_of(row),
            reader=row.reader,
            kept=Kept(added=row.added, changed=row.changed),
            addresses=addresses[row.id],
        )
        for row in rows
    ]


def refs_in(connection: Connection, *, person: str | None = None, source: str | None = None) -> Iterator[Ref]:
    """Yield the statements about a person or of a source, in their order."""
    factoid, persons, member, sources = tables.factoid, tables.person, tables.person_member, tables.source
    wanted = (
        select(factoid.c.id, persons.c.id.label("person"), sources.c.id.label("source"))
        .join(sources, sources.c.pk == factoid.c.source_pk)
        .join(member, member.c.persona_pk == factoid.c.persona_pk)
        .join(persons, persons.c.pk == member.c.person_pk)
        .where(standing())
        .order_by(factoid.c.source_pk, factoid.c.position)
    )
    if person is not None:
        wanted = wanted.where(persons.c.id == person)
    if source is not None:
        wanted = wanted.where(sources.c.id == source)
    for row in connection.execute(wanted.execution_options(yield_per=1000)):
        yield Ref(*row)


def addresses_of(connection: Connection, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the addresses elsewhere of sources, personas or factoids by their ids; none for the others."""
    address = tables.address
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    wanted = select(address.c.key, address.c.uri).order_by(address.c.source_pk, address.c.position)
    for run in chunks(keys):
        for key, uri in connection.execute(wanted.where(address.c.key.in_(run))):
            found[key] = (*found[key], uri)
    return found


def key_at(connection: Connection, uri: str) -> str | None:
    """Return the id of what a source says has this address."""
    address = tables.address
    first = (address.c.source_pk, address.c.position)
    return connection.scalar(select(address.c.key).where(address.c.uri == uri).order_by(*first).limit(1))


_KEYS: dict[Kind, ColumnElement[int]] = {
    Kind.STATEMENTS: tables.factoid.c.pk,
    Kind.PERSONS: tables.person.c.pk,
    Kind.SOURCES: tables.source.c.pk,
}


def _narrowed(connection: Connection, kind: Kind, asked: Narrowing) -> Iterator[ColumnElement[bool]]:
    """Yield conditions on the rows of a kind: of a person, that there is a statement which fulfils all."""
    factoid, member = tables.factoid, tables.person_member
    if kind is Kind.STATEMENTS:
        yield from conditions_of(connection, asked)
        return
    if kind is Kind.PERSONS:
        rest = replace(asked, person=None, person_words=None)
        if asked.person is not None:
            yield tables.person.c.pk.in_(person_pks(asked.person))
        if asked.person_words is not None:
            yield persons_called(asked.person_words)
    else:
        rest = replace(asked, source=None, source_words=None)
        if asked.source is not None:
            yield tables.source.c.pk.in_(source_pks(asked.source))
        if asked.source_words is not None:
            yield tables.source.c.pk.in_(sources_called(connection, asked.source_words))
    if rest.is_empty:
        return
    fulfilling = conditions_of(connection, rest)
    if kind is Kind.SOURCES:
        yield tables.source.c.pk.in_(select(factoid.c.source_pk).where(*fulfilling))
    else:
        personas = select(member.c.person_pk).join(factoid, factoid.c.persona_pk == member.c.persona_pk)
        yield tables.person.c.pk.in_(personas.where(*fulfilling))


def _ordered(kind: Kind, order: Order, *last: ColumnElement[Any]) -> list[ColumnElement[Any]]:
    column = _BY[kind].get(order.by)
    if order.descending:
        first = [] if column is None else [column.desc().nulls_last()]
        return [*first, *(c.desc() for c in last)]
    return [*([] if column is None else [column.asc().nulls_first()]), *last]


def _place_addresses(connection: Connection, rows: Sequence[Row[Any]]) -> dict[int, str]:
    """Return the address of the place of each statement that has one: the place mentioned at its span."""
    place = tables.place
    sources = {row.source_pk for row in rows if row.place}
    if not sources:
        return {}
    names = {row.place for row in rows if row.place}
    wanted: Select[Any] = select(place.c.source_pk, place.c.mentions, place.c.uri).where(
        place.c.source_pk.in_(sources), place.c.name.in_(names), place.c.uri.is_not(None)
    )
    wanted = wanted.order_by(place.c.source_pk, place.c.position)
    known = {
        (found.source_pk, start, end): found.uri
        for found in connection.execute(wanted)
        for start, end in found.mentions
    }
    return {
        row.pk: known[row.source_pk, *span]
        for row in rows
        if (span := row.detail["spans"].get("place")) and (row.source_pk, *span) in known
    }
