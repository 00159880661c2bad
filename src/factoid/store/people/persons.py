"""The view of persons: what the list of people shows, computed from personas and their factoids."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from sqlalchemy import Connection, delete, func, insert, select

from factoid.model import PersonLink, Verdict
from factoid.store.evidence.rows import chunks
from factoid.store.folding import fold
from factoid.store.judgements.judging import verdicts_on
from factoid.store.schema import tables

_LIFE_DATES = ("birth", "death")


class Named(Protocol):
    """Whoever has a name, or a description in its place."""

    @property
    def name(self) -> str:
        """The name, or the description."""

    @property
    def is_named(self) -> bool:
        """Whether it is a name."""


@dataclass(slots=True)
class Member:
    """What the view needs to know of a persona."""

    pk: int
    id: str
    name: str
    is_named: bool
    source: str
    forms: list[tuple[str, str, bool, int]] = field(default_factory=list)  #: form, key, is a name, times
    factoids: int = 0
    dates: dict[str, set[tuple[int, int, str]]] = field(default_factory=lambda: defaultdict(set))


def link_all(connection: Connection, links: Iterable[PersonLink], *, only_changed: bool = False) -> None:
    """Make the view what identity says; a persona that it does not name is a person by itself.

    ``only_changed``: what the sources tell of the personas is as when the view was made last, so that who has the
    same personas for the same reasons is the same person still and is left as it is.
    """
    persona = tables.persona
    pk_of: dict[str, int] = {
        row.id: row.pk
        for row in connection.execute(select(persona.c.id, persona.c.pk).order_by(persona.c.pk))
    }
    pending = dict(pk_of)
    linked: list[tuple[PersonLink, list[int]]] = []
    for link in links:
        group = [pending.pop(persona_id) for persona_id in link.personas if persona_id in pending]
        if group:
            linked.append((link, group))
    linked += [(PersonLink(person=id_, personas=(id_,)), [pk]) for id_, pk in pending.items()]
    standing = _standing(connection) if only_changed else {}
    changed = [pair for pair in linked if standing.get(_as_held(*pair)) is None]
    kept = {standing[held] for pair in linked if (held := _as_held(*pair)) in standing}
    _delete_persons_but(connection, kept)
    members = {m.pk: m for m in members_of(connection, [pk for _, group in changed for pk in group])}
    _insert_persons(connection, [(link, [members[pk] for pk in group]) for link, group in changed])


_Held = tuple[str, str, tuple[str, ...], tuple[int, ...]]  #: id, name, reasons, numbers of the personas


def _as_held(link: PersonLink, group: Sequence[int]) -> _Held:
    return link.person, link.called, tuple(link.reasons), tuple(sorted(group))


def _standing(connection: Connection) -> dict[_Held, int]:
    """Return the numbers of the persons of the view; none that somebody has given a name."""
    person, member = tables.person, tables.person_member
    groups: dict[int, list[int]] = defaultdict(list)
    for pk, persona_pk in connection.execute(select(member.c.person_pk, member.c.persona_pk)):
        groups[pk].append(persona_pk)
    rows = connection.execute(select(person.c.pk, person.c.id, person.c.reasons))
    return {(row.id, "", tuple(row.reasons), tuple(sorted(groups[row.pk]))): row.pk for row in rows}


def _delete_persons_but(connection: Connection, kept: Collection[int]) -> None:
    person = tables.person
    if not kept:
        connection.execute(delete(person))
        return
    gone = set(connection.scalars(select(person.c.pk))) - set(kept)
    for run in chunks(sorted(gone)):
        connection.execute(delete(person).where(person.c.pk.in_(run)))


def stand_alone(connection: Connection, persona_pks: Iterable[int]) -> None:
    """Make each of the personas a person by itself until identity has looked at it."""
    for run in chunks(persona_pks):
        alone = [(PersonLink(person=m.id, personas=(m.id,)), [m]) for m in _members(connection, run)]
        _insert_persons(connection, alone)


def dissolve_persons_of(connection: Connection, source_pk: int) -> list[int]:
    """Take apart the persons that have a persona in the source; return those personas of other sources."""
    person, member, persona = tables.person, tables.person_member, tables.persona
    touched = (
        select(member.c.person_pk)
        .join(persona, persona.c.pk == member.c.persona_pk)
        .where(persona.c.source_pk == source_pk)
    )
    left = (
        select(member.c.persona_pk)
        .join(persona, persona.c.pk == member.c.persona_pk)
        .where(member.c.person_pk.in_(touched), persona.c.source_pk != source_pk)
        .order_by(member.c.persona_pk)
    )
    left_over = list(connection.scalars(left))
    connection.execute(delete(person).where(person.c.pk.in_(touched)))
    return left_over


def members_of(connection: Connection, persona_pks: Iterable[int]) -> list[Member]:
    """Return what the view needs of the personas: four queries for five thousand of them."""
    return [member for run in chunks(persona_pks) for member in _members(connection, run)]


def _members(connection: Connection, pks: Sequence[int]) -> Iterator[Member]:
    persona, source = tables.persona, tables.source
    form, factoid = tables.persona_form, tables.factoid
    wanted = select(persona.c.pk, persona.c.id, persona.c.name, persona.c.is_named, source.c.name)
    rows = connection.execute(
        wanted.join(source).where(persona.c.pk.in_(pks)).order_by(source.c.name, persona.c.position)
    )
    members = {row[0]: Member(*row) for row in rows}
    forms = select(form.c.persona_pk, form.c.form, form.c.key, form.c.is_name, form.c.times)
    forms = forms.where(form.c.persona_pk.in_(pks)).order_by(form.c.persona_pk, form.c.position)
    for pk, words, key, is_name, times in connection.execute(forms):
        members[pk].forms.append((words, key, is_name, times))
    counts = select(factoid.c.persona_pk, func.count()).where(factoid.c.persona_pk.in_(pks))
    for pk, count in connection.execute(counts.group_by(factoid.c.persona_pk)):
        members[pk].factoids = count
    _fill_dates(connection, members, pks)
    yield from members.values()


def _fill_dates(connection: Connection, members: dict[int, Member], pks: Sequence[int]) -> None:
    """Note when the members were born and died, but for what is denied or was rejected."""
    factoid = tables.factoid
    found = (factoid.c.persona_pk, factoid.c.type, factoid.c.edtf, factoid.c.earliest, factoid.c.latest)
    kind = factoid.c.type + ""  # else SQLite goes through the births and deaths of the whole library
    dates = select(*found, factoid.c.id).where(
        factoid.c.persona_pk.in_(pks),
        kind.in_(_LIFE_DATES),
        factoid.c.edtf.is_not(None),
        factoid.c.certainty != "denied",
    )
    rows = connection.execute(dates).all()
    verdicts = verdicts_on(connection, {row.id for row in rows})
    for row in rows:
        if verdicts.get(row.id) is not Verdict.REJECTED:
            days = (row.earliest or row.latest or 0, row.latest or row.earliest or 0)
            members[row.persona_pk].dates[row.type].add((*days, row.edtf))


def _insert_persons(connection: Connection, groups: Sequence[tuple[PersonLink, list[Member]]]) -> None:
    if not groups:
        return
    person = tables.person
    first = (connection.scalar(select(func.max(person.c.pk))) or 0) + 1  # the transaction keeps others out
    rows = [
        {
            "pk": pk,
            "id": link.person,
            "reasons": list(link.reasons),
            **summary_of_members(group, called=link.called),
        }
        for pk, (link, group) in enumerate(groups, first)
    ]
    connection.execute(insert(person), rows)
    members = [
        {"persona_pk": member.pk, "person_pk": pk}
        for pk, (_, group) in enumerate(groups, first)
        for member in group
    ]
    connection.execute(insert(tables.person_member), members)


def summary_of_members(group: list[Member], *, called: str = "") -> dict[str, Any]:
    """Return the columns of a person but for its id, out of its personas; ``called`` is the name, if it is known."""
    name = called or name_of(group)
    keys = dict.fromkeys(key for m in group for key in (fold(m.name), *(form[1] for form in m.forms)))
    return {
        "name": name,
        "sort_key": fold(name),
        "search_keys": "\n".join(keys),
        "names": names_of(group),
        "sources": sorted({m.source for m in group}),
        "factoids": sum(m.factoids for m in group),
        "born": _joined(group, "birth"),
        "died": _joined(group, "death"),
    }


def name_of(group: Iterable[Named]) -> str:
    """Return the name to call a person by.

    Names of several words come before single ones, then the most frequent, the fullest, the first by letter.
    """
    votes = Counter((m.is_named, m.name) for m in group)

    def rank(vote: tuple[bool, str]) -> tuple[bool, bool, int, int, int, str]:
        is_named, name = vote
        return not is_named, " " not in name, -votes[vote], -name.count(" "), -len(name), name

    return min(votes, key=rank)[1]


def names_of(group: Iterable[Member]) -> list[str]:
    """Return every proper form of a person's name, most frequent first."""
    times: Counter[str] = Counter()
    for member in group:
        for form, _, is_name, count in member.forms:
            if is_name:
                times[form] += count
    return sorted(times, key=lambda form: (-times[form], form))


def _joined(group: Iterable[Member], kind: str) -> str | None:
    dates = sorted({date for m in group for date in m.dates.get(kind, ())})
    return "|".join(dict.fromkeys(edtf for _, _, edtf in dates)) or None
