"""The list of people, whom a name means, and the dossier of one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from rapidfuzz import fuzz, process
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, false, func, or_, select

from factoid.chronology.order import life_positions
from factoid.errors import NotInLibrary
from factoid.model import Dossier, DossierLine, Factoid, PersonSummary
from factoid.store.engines.conditions import occurs
from factoid.store.evidence.rows import HIDDEN, chunks, factoid_of, factoid_rows, personas_where
from factoid.store.folding import fold
from factoid.store.judgements.judging import verdicts_on
from factoid.store.schema import tables

_CANDIDATES_SHOWN = 8
_NEAR_ENOUGH = 60  # of rapidfuzz's 100


def people_matching(query: str | None) -> list[ColumnElement[bool]]:
    """Return the conditions that every word of the query occurs in some form of the name."""
    return [occurs(word, tables.person.c.search_keys) for word in fold(query or "").split()]


def people_in(
    connection: Connection, query: str | None, *, limit: int | None, offset: int
) -> list[PersonSummary]:
    """Return the people whose names match, those with the most factoids first."""
    person = tables.person
    wanted = select(person).where(*people_matching(query))
    wanted = wanted.order_by(person.c.factoids.desc(), person.c.sort_key, person.c.id)
    return [summary_of(row) for row in connection.execute(wanted.limit(limit).offset(offset))]


def summary_of(row: Row[Any]) -> PersonSummary:
    """Return the line of a row of the table of persons."""
    return PersonSummary(
        id=row.id,
        name=row.name,
        names=tuple(row.names),
        sources=tuple(row.sources),
        factoids=row.factoids,
        born=row.born,
        died=row.died,
    )


def person_in(connection: Connection, wanted: str) -> PersonSummary:
    """Return the person whom an id or a name means; `NotInLibrary` names others."""
    return summary_of(_person_meant(connection, wanted))


def dossier_in(connection: Connection, wanted: str) -> Dossier:
    """Return everything about the person whom an id or a name means; `NotInLibrary` names others."""
    row = _person_meant(connection, wanted)
    member, factoid = tables.person_member, tables.factoid
    own = select(member.c.persona_pk).where(member.c.person_pk == row.pk)
    query = factoid_rows().where(factoid.c.persona_pk.in_(own))
    found = connection.execute(query.order_by(tables.source.c.name, factoid.c.position)).all()
    lines = lines_of(connection, found)
    return Dossier(
        summary=summary_of(row),
        personas=tuple(p for _, p in personas_where(connection, tables.persona.c.pk.in_(own))),
        lines=tuple(lines[place] for place in life_positions([line.factoid for line in lines])),
        reasons=tuple(row.reasons),
    )


def lines_of(connection: Connection, found: Sequence[Row[Any]]) -> list[DossierLine]:
    """Return the dossier lines of rows of `factoid_rows`, in their order."""
    factoids = [factoid_of(row) for row in found]
    persons = _persons_of(connection, factoids)
    verdicts = verdicts_on(connection, (row.id for row in found))
    told_once = _told_once(connection, found)
    return [
        DossierLine(
            factoid=factoid,
            source=row.source_name,
            related=tuple(persons[persona_id] for persona_id in factoid.related),
            verdict=verdicts.get(row.id),
            protected=row.related.count(HIDDEN),
            is_alone=row.persona_pk in told_once,
        )
        for factoid, row in zip(factoids, found, strict=True)
    ]


def _told_once(connection: Connection, found: Sequence[Row[Any]]) -> set[int]:
    """Return the personas of whom the library holds one statement only, among those of the rows."""
    persona, once = tables.factoid.c.persona_pk, Counter(row.persona_pk for row in found)
    wanted = select(persona).group_by(persona).having(func.count() == 1)
    return {
        pk
        for run in chunks(pk for pk, n in once.items() if n == 1)
        for pk in connection.scalars(wanted.where(persona.in_(run)))
    }


def _persons_of(connection: Connection, factoids: Iterable[Factoid]) -> dict[str, tuple[str, str]]:
    """Return (person id, name) for each persona related in the factoids."""
    person, member, persona = tables.person, tables.person_member, tables.persona
    wanted = (
        select(persona.c.id, person.c.id, person.c.name)
        .join(member, member.c.persona_pk == persona.c.pk)
        .join(person, person.c.pk == member.c.person_pk)
    )
    related = sorted({persona_id for factoid in factoids for persona_id in factoid.related})
    return {
        persona_id: (person_id, name)
        for run in chunks(related)
        for persona_id, person_id, name in connection.execute(wanted.where(persona.c.id.in_(run)))
    }


def summaries_of(connection: Connection, persona_ids: Iterable[str]) -> dict[str, PersonSummary]:
    """Return the person that each of the personas is held to be."""
    person, member, persona = tables.person, tables.person_member, tables.persona
    wanted = (
        select(person, persona.c.id.label("persona_id"))
        .join(member, member.c.person_pk == person.c.pk)
        .join(persona, persona.c.pk == member.c.persona_pk)
    )
    return {
        row.persona_id: summary_of(row)
        for run in chunks(sorted(set(persona_ids)))
        for row in connection.execute(wanted.where(persona.c.id.in_(run)))
    }


def _person_meant(connection: Connection, wanted: str) -> Row[Any]:
    for meaning in (_of_id, _of_persona, _of_form, _of_key):
        if found := connection.execute(meaning(wanted)).all():
            return _only_one(found, wanted)
    if found := _with_words(connection, wanted):
        return _only_one(found, wanted)
    raise NotInLibrary(f"nobody called {wanted!r} in the library. {_advice(connection, wanted)}")


def _only_one(found: Sequence[Row[Any]], wanted: str) -> Row[Any]:
    if len(found) > 1:
        raise NotInLibrary(f"{wanted!r} may be several people; give an id. Which of: {_listed(found)}?")
    return found[0]


def _of_id(wanted: str) -> Select[Any]:
    return select(tables.person).where(tables.person.c.id == wanted)


def _of_persona(wanted: str) -> Select[Any]:
    return _with_member(select(tables.persona.c.pk).where(tables.persona.c.id == wanted), false())


def _of_form(wanted: str) -> Select[Any]:
    """Who is called so, to the letter, in a source or as the view calls the person."""
    form, person = tables.persona_form, tables.person
    forms = select(form.c.persona_pk).where(form.c.key == fold(wanted), form.c.form == wanted)
    return _with_member(forms, and_(person.c.sort_key == fold(wanted), person.c.name == wanted))


def _of_key(wanted: str) -> Select[Any]:
    """Who is called so in any case or script."""
    form = tables.persona_form
    forms = select(form.c.persona_pk).where(form.c.key == fold(wanted))
    return _with_member(forms, tables.person.c.sort_key == fold(wanted))


def _with_words(connection: Connection, wanted: str) -> list[Row[Any]]:
    """Return who has all the words in one of the names: *Gromov*, of somebody known by a full name only."""
    words, person = set(fold(wanted).split()), tables.person
    with_letters = select(person).where(*people_matching(wanted) or [false()])
    in_order = with_letters.order_by(person.c.factoids.desc(), person.c.sort_key, person.c.id)
    return [
        row
        for row in connection.execute(in_order)
        if any(words <= set(name.split()) for name in row.search_keys.split("\n"))
    ]


def _with_member(persona_pks: Select[tuple[int]], condition: ColumnElement[bool]) -> Select[Any]:
    person, member = tables.person, tables.person_member
    persons = select(member.c.person_pk).where(member.c.persona_pk.in_(persona_pks))
    wanted = select(person).where(or_(person.c.pk.in_(persons), condition))
    return wanted.order_by(person.c.factoids.desc(), person.c.sort_key, person.c.id)


def _listed(found: Sequence[Row[Any]]) -> str:
    shown = [f"{row.name} ({row.id}, in {', '.join(row.sources)})" for row in found[:_CANDIDATES_SHOWN]]
    more = len(found) - len(shown)
    return "; ".join(shown) + (f"; and {more} more" if more else "")


def _advice(connection: Connection, wanted: str) -> str:
    person = tables.person
    everybody = select(person.c.pk, person.c.search_keys).order_by(person.c.id)
    names = {pk: keys.split("\n") for pk, keys in connection.execute(everybody)}
    flat = [(key, pk) for pk, keys in names.items() for key in keys]
    near = process.extract(
        fold(wanted), [key for key, _ in flat], scorer=fuzz.WRatio, limit=None, score_cutoff=_NEAR_ENOUGH
    )
    pks = list(dict.fromkeys(flat[position][1] for _, _, position in near))[:_CANDIDATES_SHOWN]
    if not pks:
        return "List them with: factoid people"
    called = {
        row.pk: row.name
        for row in connection.execute(select(person.c.pk, person.c.name).where(person.c.pk.in_(pks)))
    }
    return f"Near it: {', '.join(dict.fromkeys(called[pk] for pk in pks))}."
