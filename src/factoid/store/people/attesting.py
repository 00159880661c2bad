"""Everything that bears on persons, some hundreds at a time: what criticism compares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from factoid.model import Attestation, Deed, DossierLine
from factoid.store.engines.conditions import is_in_list
from factoid.store.evidence.rows import chunks, factoid_rows
from factoid.store.people.people import lines_of
from factoid.store.schema import tables

BATCH = 200  #: persons at a time
_PARENTS = frozenset({"father", "mother", "parent"})
_CHILDREN = frozenset({"son", "daughter", "child"})


@dataclass(slots=True)
class _Life:
    """What is gathered on one person."""

    id: str
    name: str
    lines: list[DossierLine] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)
    parents: list[Deed] = field(default_factory=list)
    published: dict[str, str] = field(default_factory=dict)


def attestations_of(connection: Connection, person_pks: Iterable[int]) -> Iterator[Attestation]:
    """Yield what bears on each of the persons, in their order, with a batch of them in memory at a time."""
    for run in chunks(person_pks, BATCH):
        yield from _batch(connection, run)


def numbers_of(connection: Connection, persons: Sequence[int | str]) -> list[int]:
    """Return the numbers of persons given by number or id."""
    ids = [person for person in persons if isinstance(person, str)]
    known = {
        row.id: row.pk
        for run in chunks(ids)
        for row in connection.execute(
            select(tables.person.c.id, tables.person.c.pk).where(tables.person.c.id.in_(run))
        )
    }
    found = (known.get(person) if isinstance(person, str) else person for person in persons)
    return [pk for pk in found if pk is not None]


def _batch(connection: Connection, person_pks: Sequence[int]) -> Iterator[Attestation]:
    person, member, source = tables.person, tables.person_member, tables.source
    persona = tables.persona
    wanted = (
        select(
            person.c.pk, person.c.id, person.c.name, persona.c.id.label("persona"), source.c.name.label("source"),
            source.c.published,
        )
        .join(member, member.c.person_pk == person.c.pk)
        .join(persona, persona.c.pk == member.c.persona_pk)
        .join(source, source.c.pk == persona.c.source_pk)
        .where(person.c.pk.in_(person_pks))
        .order_by(persona.c.pk)
    )  # fmt: skip
    lives: dict[int, _Life] = {}
    life_of: dict[str, _Life] = {}
    for row in connection.execute(wanted):
        life = lives.setdefault(row.pk, _Life(row.id, row.name))
        life_of[row.persona] = life
        if row.published:
            life.published[row.source] = row.published
    _gather_lines(connection, person_pks, life_of)
    _gather_deeds(connection, person_pks, life_of)
    _gather_parents(connection, lives.values())
    for pk in person_pks:
        if pk in lives:
            yield _attestation(lives[pk])


def _attestation(life: _Life) -> Attestation:
    return Attestation(
        person=life.id,
        name=life.name,
        lines=tuple(life.lines),
        deeds=tuple(life.deeds),
        parents=tuple(life.parents),
        published=life.published,
    )


def _gather_lines(connection: Connection, person_pks: Sequence[int], life_of: Mapping[str, _Life]) -> None:
    member, factoid = tables.person_member, tables.factoid
    own = select(member.c.persona_pk).where(member.c.person_pk.in_(person_pks))
    rows = connection.execute(
        factoid_rows().where(factoid.c.persona_pk.in_(own)).order_by(tables.source.c.name, factoid.c.position)
    ).all()
    for row, line in zip(rows, lines_of(connection, rows), strict=True):
        life_of[row.person].lines.append(line)


def _gather_deeds(connection: Connection, person_pks: Sequence[int], life_of: Mapping[str, _Life]) -> None:
    """Add what is said of others who did something to these persons, or are their children."""
    member, persona, factoid = tables.person_member, tables.persona, tables.factoid
    about = (
        select(factoid.c.pk, factoid.c.type, factoid.c.role, persona.c.id.label("about"))
        .select_from(member)
        .join(persona, persona.c.pk == member.c.persona_pk)
        .join(factoid, factoid.c.source_pk == persona.c.source_pk)
        .where(
            member.c.person_pk.in_(person_pks),
            factoid.c.type.in_(("action", "kinship")),
            is_in_list(persona.c.id, factoid.c.related),
        )
        .order_by(factoid.c.pk, persona.c.pk)
    )
    wanted: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(about):
        if row.type == "action" or row.role in _CHILDREN:
            wanted[row.pk].append(row.about)
    for pk, dead in _told_to_have_died(connection, wanted).items():
        wanted[pk] = [about for about in wanted[pk] if about in dead]
    rows = [
        row
        for run in chunks(sorted(wanted))
        for row in connection.execute(factoid_rows().where(factoid.c.pk.in_(run)).order_by(factoid.c.pk))
    ]
    doers = _persons_of(connection, {row.person for row in rows})
    for row, line in zip(rows, lines_of(connection, rows), strict=True):
        for about_persona in wanted[row.pk]:
            life_of[about_persona].deeds.append(Deed(doer=doers[row.person], line=line))


def _told_to_have_died(connection: Connection, deeds: Iterable[int]) -> dict[int, set[str]]:
    """Return of whom a deed's own words tell the death, where they do: not the widow in *her husband was stabbed*."""
    deed, death, persona = tables.factoid.alias(), tables.factoid.alias(), tables.persona
    told = (
        select(deed.c.pk, persona.c.id)
        .join(death, (death.c.source_pk == deed.c.source_pk) & (death.c.type == "death"))
        .join(persona, persona.c.pk == death.c.persona_pk)
        .where(deed.c.type == "action", death.c.start < deed.c.end, death.c.end > deed.c.start)
    )
    found: dict[int, set[str]] = defaultdict(set)
    for run in chunks(sorted(deeds)):
        for row in connection.execute(told.where(deed.c.pk.in_(run))):
            found[row.pk].add(row.id)
    return found


def _persons_of(connection: Connection, personas: Iterable[str]) -> dict[str, tuple[str, str]]:
    person, member, persona = tables.person, tables.person_member, tables.persona
    wanted = (
        select(persona.c.id, person.c.id, person.c.name)
        .join(member, member.c.persona_pk == persona.c.pk)
        .join(person, person.c.pk == member.c.person_pk)
    )
    return {
        persona_id: (person_id, name)
        for run in chunks(sorted(personas))
        for persona_id, person_id, name in connection.execute(wanted.where(persona.c.id.in_(run)))
    }


def _parents(life: _Life) -> set[str]:
    """Return the personas that are said to be a parent of this person."""
    found = {deed.line.factoid.person for deed in life.deeds if deed.line.factoid.role in _CHILDREN}
    for line in life.lines:
        if line.factoid.type == "kinship" and line.factoid.role in _PARENTS:
            found |= set(line.factoid.related)
    return found


def _gather_parents(connection: Connection, lives: Iterable[_Life]) -> None:
    """Add what is said of the trades of parents."""
    children: dict[str, list[_Life]] = defaultdict(list)
    for life in lives:
        for persona_id in _parents(life):
            children[persona_id].append(life)
    factoid, persona = tables.factoid, tables.persona
    rows = [
        row
        for run in chunks(sorted(children))
        for row in connection.execute(
            factoid_rows()
            .where(persona.c.id.in_(run), factoid.c.type == "occupation", factoid.c.value.is_not(None))
            .order_by(factoid.c.pk)
        )
    ]
    names = _persons_of(connection, {row.person for row in rows})
    for row, line in zip(rows, lines_of(connection, rows), strict=True):
        for life in children[row.person]:
            life.parents.append(Deed(doer=names[row.person], line=line))
