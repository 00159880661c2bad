"""Conflicts that were found, kept person by person until the evidence on the person changes."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, String, bindparam, cast, delete, func, insert, select

from factoid.model import Verdict
from factoid.store.evidence.rows import chunks
from factoid.store.kept.revisions import read_mark, revision, set_mark
from factoid.store.people.attesting import BATCH
from factoid.store.schema import tables

Json = dict[str, Any]
_ALL_KEPT = "disputes"  #: the mark of the state of which the conflicts of everybody are kept


@dataclass(frozen=True, slots=True)
class Found:
    """What was found on one person, as JSON; ``evidence`` stands for what it was found in."""

    person: str
    evidence: str
    found: Json
    tenures: tuple[tuple[str, Json], ...] = ()  #: folded post, who held it when


@dataclass(frozen=True, slots=True)
class Mark:
    """A person and what stands for the evidence on it."""

    pk: int
    person: str
    evidence: str


def marks_in(connection: Connection, version: str, beside: Mapping[str, str] | None = None) -> Iterator[Mark]:
    """Yield every person with a mark that changes when the evidence does: its personas, their readings, judgements.

    So it does when that of anybody changes who is tied to the person in a statement: what is compared are persons,
    and the lives of kin bound one another. ``beside`` has for sources what else changes what is found in them.
    """
    person, member, persona, source = tables.person, tables.person_member, tables.persona, tables.source
    wanted = (
        select(person.c.pk, person.c.id, persona.c.id, source.c.id, source.c.reader, source.c.published)
        .join(member, member.c.person_pk == person.c.pk)
        .join(persona, persona.c.pk == member.c.persona_pk)
        .join(source, source.c.pk == persona.c.source_pk)
        .order_by(person.c.id, persona.c.pk)
    )
    judged, beside = _judged(connection), beside or {}
    told: dict[int, tuple[str, list[str]]] = {}
    person_of: dict[str, int] = {}
    for pk, person_id, persona_id, source_id, reader, published in connection.execute(wanted):
        person_of[persona_id] = pk
        rest = f"{published or ''} {judged.get(source_id, '')}{beside.get(source_id, '')}"
        told.setdefault(pk, (person_id, []))[1].append(f"{persona_id} {source_id} {reader} {rest}")
    own = {pk: _hash(version, person_id, *lines) for pk, (person_id, lines) in told.items()}
    tied = _tied(connection, person_of)
    for pk, (person_id, _) in told.items():
        yield Mark(pk, person_id, _hash(own[pk], *sorted(own[other] for other in tied.get(pk, ()))))


def _hash(*words: str) -> str:
    return hashlib.sha256("\n".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _tied(connection: Connection, person_of: Mapping[str, int]) -> dict[int, set[int]]:
    """Return with whom each person stands in a statement, whoever of the two it is about."""
    member, factoid = tables.person_member, tables.factoid
    wanted = (
        select(member.c.person_pk, factoid.c.related)
        .join(member, member.c.persona_pk == factoid.c.persona_pk)
        .where(cast(factoid.c.related, String) != "[]")
    )
    found: dict[int, set[int]] = defaultdict(set)
    for pk, related in connection.execute(wanted):
        for other in {person_of[persona] for persona in related if persona in person_of} - {pk}:
            found[pk].add(other)
            found[other].add(pk)
    return found


def state_in(connection: Connection, version: str) -> str:
    """Return what stands for all marks together: while it is the same, so is each of them."""
    return f"{version} {revision(connection)} {read_mark(connection, 'persons')}"


def is_state_of(connection: Connection, state: str) -> bool:
    """Say whether the library is still as it was when `state_in` gave this."""
    version, _, rest = state.partition(" ")
    return bool(rest) and state == state_in(connection, version)


def are_all_kept(connection: Connection, version: str) -> bool:
    """Say whether what is kept of everybody is of the present state."""
    return read_mark(connection, _ALL_KEPT) == state_in(connection, version)


def _judged(connection: Connection) -> dict[str, str]:
    """Return for each source the standing judgements that touch it, but for decisions on conflicts."""
    judgement, factoid, source = tables.judgement, tables.factoid, tables.source
    standing = judgement.c.withdrawn.is_(None)
    found: dict[str, list[int]] = defaultdict(list)
    anchored = select(judgement.c.id, judgement.c.left_source, judgement.c.right_source)
    for number, left, right in connection.execute(
        anchored.where(standing, judgement.c.verdict != Verdict.DECIDED)
    ):
        for source_id in {left, right} - {None}:
            found[source_id].append(number)
    on_factoids = (
        select(judgement.c.id, source.c.id)
        .join(factoid, factoid.c.id == judgement.c.factoid)
        .join(source, source.c.pk == factoid.c.source_pk)
        .where(standing)
    )
    for number, source_id in connection.execute(on_factoids):
        found[source_id].append(number)
    return {source_id: " ".join(map(str, sorted(numbers))) for source_id, numbers in found.items()}


def evidence_kept(connection: Connection) -> dict[str, str]:
    """Return for each person of whom conflicts are kept the mark of what they were found in."""
    dispute = tables.dispute
    rows = connection.execute(select(dispute.c.person, dispute.c.evidence))
    return {row.person: row.evidence for row in rows}


def found_in(connection: Connection, persons: Iterable[str] | None = None) -> Iterator[tuple[str, Json]]:
    """Yield each person, or each of these, and what is kept of it, in the order of the persons."""
    dispute = tables.dispute
    wanted = select(dispute.c.person, dispute.c.found).order_by(dispute.c.person)
    runs = [wanted] if persons is None else (
        wanted.where(dispute.c.person.in_(run)) for run in chunks(sorted(set(persons)), BATCH)
    )  # fmt: skip
    for query in runs:
        for row in connection.execute(query):
            yield row.person, row.found


def tenures_in(connection: Connection) -> Iterator[tuple[str, str, Json]]:
    """Yield person, post and what is kept of it, for every post that anybody held."""
    tenure = tables.tenure
    wanted = select(tenure.c.person, tenure.c.post, tenure.c.found).order_by(tenure.c.post, tenure.c.pk)
    for row in connection.execute(wanted):
        yield row.person, row.post, row.found


def shared_posts_in(connection: Connection, person: str | None = None) -> Iterator[list[Json]]:
    """Yield who held a post, for each post that several persons held (this one among them)."""
    tenure = tables.tenure
    shared = select(tenure.c.post).group_by(tenure.c.post).having(func.count(tenure.c.person.distinct()) > 1)
    if person is not None:
        own = select(tenure.c.post).where(tenure.c.person == person)
        shared = shared.where(tenure.c.post.in_(own))
    rows = (
        select(tenure.c.post, tenure.c.found)
        .where(tenure.c.post.in_(shared))
        .order_by(tenure.c.post, tenure.c.pk)
    )
    post: str | None = None
    held: list[Json] = []
    for name, found in connection.execute(rows):
        if name != post and held:
            yield held
            held = []
        post = name
        held.append(found)
    if held:
        yield held


def keep(connection: Connection, found: Iterable[Found], *, whole: str = "") -> None:
    """Write what was found, in the place of what was kept of the same persons.

    ``whole`` is the state of which everything is kept then; nothing where more is still to be found.
    """
    dispute, tenure = tables.dispute, tables.tenure
    set_mark(connection, _ALL_KEPT, whole if is_state_of(connection, whole) else "")
    for run in chunks(found, BATCH):
        connection.execute(delete(dispute).where(dispute.c.person.in_([f.person for f in run])))
        connection.execute(
            insert(dispute), [{"person": f.person, "evidence": f.evidence, "found": f.found} for f in run]
        )
        held = [{"person": f.person, "post": post, "found": data} for f in run for post, data in f.tenures]
        if held:
            connection.execute(insert(tenure), held)


def forget(connection: Connection, persons: Iterable[str]) -> None:
    """Forget what was found of persons that are none any more."""
    gone = [{"gone": person} for person in persons]
    if gone:
        connection.execute(delete(tables.dispute).where(tables.dispute.c.person == bindparam("gone")), gone)
