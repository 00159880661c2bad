"""Which statements a list is narrowed down to: conditions on rows of factoids, each helped by an index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, or_, select, true

from factoid.model import Bounds, Verdict
from factoid.store.engines.conditions import has_element, is_number_in, is_one_of, occurs
from factoid.store.engines.indexes import index_of
from factoid.store.folding import fold
from factoid.store.people.people import people_matching
from factoid.store.schema import tables

ANY = "*"  #: in a field: it has some value
_ON_FACTOIDS = (Verdict.ACCEPTED, Verdict.REJECTED, Verdict.STATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What is asked of a statement; everything that is given must hold. Words match in any case and script."""

    factoid: str | None = None  #: id
    person: str | None = None  #: id of the person or of a persona, or an address
    source: str | None = None  #: id or short name, or an address
    anywhere: str | None = None  #: words of the statement, its person or its source
    person_words: str | None = None
    source_words: str | None = None
    statement_words: str | None = None  #: of the quote or of a field
    words: str | None = None  #: of the quote
    related: str | None = None  #: who else is meant
    role: str | None = None
    role_types: tuple[str, ...] = ()  #: types of statement whose value is what the person is
    organisation: str | None = None
    place: str | None = None
    name: str | None = None  #: that the statement gives the person
    days: Bounds | None = None  #: within which it can have been
    exactly: str | None = None  #: the date of the days: it must lie within them wholly, or be about this date
    reader: str | None = None
    added: tuple[str | None, str | None] = (None, None)  #: after, before: of sources that grow by records
    changed: tuple[str | None, str | None] = (None, None)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return self == Narrowing(role_types=self.role_types)


def conditions_of(connection: Connection, asked: Narrowing) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions on a row of factoids, beginning with those that hold for every list."""
    factoid = tables.factoid
    yield standing()
    if asked.factoid is not None:
        yield factoid.c.id == asked.factoid
    if asked.person is not None:
        yield factoid.c.persona_pk.in_(_personas_of(person_pks(asked.person)))
    if asked.source is not None:
        yield factoid.c.source_pk.in_(source_pks(asked.source))
    yield from _with_words(connection, asked)
    for name, wanted in (("organisation", asked.organisation), ("place", asked.place)):
        if wanted is not None:
            yield _field(connection, name, wanted)
    if asked.role is not None:
        of_value = and_(factoid.c.type.in_(asked.role_types), _field(connection, "value", asked.role))
        yield or_(_field(connection, "role", asked.role), of_value)
    if asked.name is not None:
        yield and_(factoid.c.type == "name", _field(connection, "value", asked.name))
    yield from _in_time(asked)
    yield from _as_kept(asked)


def _with_words(connection: Connection, asked: Narrowing) -> Iterator[ColumnElement[bool]]:
    parts = (_of_person, _of_source, _of_statement)
    each = (asked.person_words, asked.source_words, asked.statement_words)
    yield from (part(connection, words) for part, words in zip(parts, each, strict=True) if words is not None)
    if asked.anywhere is not None:
        found = [part(connection, asked.anywhere) for part in parts]
        yield or_(tables.factoid.c.id == asked.anywhere, *found)
    if asked.words is not None:
        yield _quoted(connection, asked.words)
    if asked.related is not None:
        yield _related(asked.related)


def standing() -> ColumnElement[bool]:
    """Return that the source does not deny the statement and nobody rejected it."""
    factoid, judgement = tables.factoid, tables.judgement
    later = judgement.alias("later")
    overruled = select(later.c.id).where(
        later.c.factoid == judgement.c.factoid,
        later.c.withdrawn.is_(None),
        later.c.id > judgement.c.id,
        later.c.verdict.in_(_ON_FACTOIDS),
    )
    rejected = select(judgement.c.factoid).where(
        judgement.c.verdict == Verdict.REJECTED,
        judgement.c.withdrawn.is_(None),
        judgement.c.factoid.is_not(None),
        ~overruled.exists(),
    )
    return and_(factoid.c.certainty != "denied", factoid.c.id.not_in(rejected))


def person_pks(wanted: str) -> Select[tuple[int]]:
    """Return the persons of an id, of a persona's id, or of an address that a source gives."""
    person, member, persona, address = tables.person, tables.person_member, tables.persona, tables.address
    keys = select(address.c.key).where(address.c.uri == wanted)
    members = (
        select(member.c.person_pk)
        .join(persona, persona.c.pk == member.c.persona_pk)
        .where(or_(persona.c.id == wanted, persona.c.id.in_(keys)))
    )
    return select(person.c.pk).where(or_(person.c.id == wanted, person.c.pk.in_(members)))


def source_pks(wanted: str) -> Select[tuple[int]]:
    """Return the sources of an id, a short name, an origin, or an address that the source gives itself."""
    source, address = tables.source, tables.address
    keys = select(address.c.key).where(address.c.uri == wanted)
    return select(source.c.pk).where(
        or_(source.c.id == wanted, source.c.name == wanted, source.c.origin == wanted, source.c.id.in_(keys))
    )


def _personas_of(person_pks: Select[tuple[int]]) -> Select[tuple[int]]:
    member = tables.person_member
    return select(member.c.persona_pk).where(member.c.person_pk.in_(person_pks))


def persons_called(words: str) -> ColumnElement[bool]:
    """Return that a person has these words in the name, this id or this address."""
    person = tables.person
    by_name = and_(*people_matching(words)) if fold(words) else false()
    return or_(by_name, person.c.pk.in_(person_pks(words)))


def sources_called(connection: Connection, words: str) -> list[int]:
    """Return the sources with all these words in name, title, author or origin, or with this id or address."""
    source, wanted = tables.source, fold(words).split()
    found = connection.execute(
        select(source.c.pk, source.c.name, source.c.title, source.c.creator, source.c.origin)
    )
    called = [
        pk
        for pk, *names in found
        if wanted and all(word in fold(" ".join(filter(None, names))) for word in wanted)
    ]
    return [*called, *connection.scalars(source_pks(words))]


def _of_person(_: Connection, words: str) -> ColumnElement[bool]:
    pks = select(tables.person.c.pk).where(persons_called(words))
    return tables.factoid.c.persona_pk.in_(_personas_of(pks))


def _of_source(connection: Connection, words: str) -> ColumnElement[bool]:
    return is_number_in(tables.factoid.c.source_pk, sources_called(connection, words))


def _of_statement(connection: Connection, words: str) -> ColumnElement[bool]:
    fields = [_field(connection, name, words) for name in ("role", "organisation", "place", "value")]
    return or_(tables.factoid.c.id == words, _quoted(connection, words), *fields)


def _quoted(connection: Connection, words: str) -> ColumnElement[bool]:
    """Return that the quote has all the words: passages are looked up in the index, quotes in what is found."""
    quote = tables.factoid.c.quote
    if words == ANY:
        return true()
    beside = index_of(connection).begins_beside(words)
    if beside is None:
        return false()
    bare = [word.strip('"*') for word in words.replace("\x00", " ").split()]
    each = [
        or_(*(occurs(form, quote) for form in dict.fromkeys((w, w.lower(), w.capitalize(), w.upper()))))
        for w in bare
        if any(character.isalnum() for character in w)
    ]
    return and_(beside, *each)


def _field(connection: Connection, name: str, words: str) -> ColumnElement[bool]:
    """Return that a field has all the words: every value of it that has, looked up by the field's own index."""
    column, wanted = tables.factoid.c[name], fold(words).split()
    if words == ANY:
        return column.is_not(None)
    uris = _at_address(words) if name == "place" else []
    if not wanted:
        return false()
    values = connection.scalars(select(column).where(column.is_not(None)).distinct())
    fitting = [value for value in values if all(word in fold(value) for word in wanted)]
    return or_(is_one_of(connection, column, fitting), *uris)


def _at_address(uri: str) -> list[ColumnElement[bool]]:
    """Return that a place lies where a gazetteer, or the record itself, has the address."""
    factoid, place = tables.factoid, tables.place
    named = select(place.c.source_pk).where(
        place.c.uri == uri, place.c.source_pk == factoid.c.source_pk, place.c.name == factoid.c.place
    )
    return [and_(factoid.c.place.is_not(None), named.exists())] if ":" in uri else []


def _related(words: str) -> ColumnElement[bool]:
    """Return that somebody so called is spoken of too; only the sources that know him are looked through."""
    factoid, person, persona, member = tables.factoid, tables.person, tables.persona, tables.person_member
    if words == ANY:
        return func.json_array_length(factoid.c.related) > 0
    personas = (
        select(persona.c.id, persona.c.source_pk)
        .join(member, member.c.persona_pk == persona.c.pk)
        .join(person, person.c.pk == member.c.person_pk)
        .where(persons_called(words))
        .subquery()
    )
    meant = has_element(factoid.c.related, select(personas.c.id))
    return and_(factoid.c.source_pk.in_(select(personas.c.source_pk)), meant)


def _in_time(asked: Narrowing) -> Iterator[ColumnElement[bool]]:
    factoid = tables.factoid
    if asked.days is None:
        return
    first, last = asked.days
    yield factoid.c.edtf.is_not(None)
    if asked.exactly is not None:
        about = [f"{asked.exactly}{doubt}" for doubt in ("", "?", "~", "%")]
        yield or_(and_(factoid.c.earliest >= first, factoid.c.latest <= last), factoid.c.edtf.in_(about))
        return
    if first is not None:
        yield or_(factoid.c.latest >= first, factoid.c.latest.is_(None))
    if last is not None:
        yield or_(factoid.c.earliest <= last, factoid.c.earliest.is_(None))


def _as_kept(asked: Narrowing) -> Iterator[ColumnElement[bool]]:
    factoid, source = tables.factoid, tables.source
    if asked.reader is not None:
        yield or_(
            *(occurs(who.strip().lower(), func.lower(factoid.c.reader)) for who in asked.reader.split(","))
        )
    for column, (after, before) in ((source.c.added, asked.added), (source.c.changed, asked.changed)):
        pks = select(source.c.pk)
        if after is not None:
            yield factoid.c.source_pk.in_(pks.where(column >= after))
        if before is not None:
            yield factoid.c.source_pk.in_(pks.where(column <= before))
