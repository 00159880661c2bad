"""Counters of what changed, so that conclusions know whether they are still those of the evidence."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, Table, bindparam, func, insert, or_, select, update

from factoid.model import ON_STATEMENTS, Verdict, digest, utc_now
from factoid.store.engines.conditions import is_one_of
from factoid.store.schema import tables

MOMENT = "moment"  #: of the last change
_VALUE = select(tables.meta.c.value).where(tables.meta.c.name == bindparam("name"))  # asked by every page
_ON_STATEMENTS = [str(verdict) for verdict in ON_STATEMENTS]
_ELSEWHERE = [*_ON_STATEMENTS, str(Verdict.DECIDED)]  #: judgements that say nothing of who is who


_BUT_VERDICTS = select(
    func.count(), func.max(tables.judgement.c.id), func.count(tables.judgement.c.withdrawn)
).where(tables.judgement.c.verdict.not_in(_ON_STATEMENTS))


def read_mark(connection: Connection, name: str) -> str:
    """Return a mark of the library, or the empty string."""
    return connection.scalar(_VALUE, {"name": name}) or ""


def set_mark(connection: Connection, name: str, value: str) -> None:
    """Set a mark of the library."""
    put(connection, tables.meta, name, {"value": value})


def put(connection: Connection, table: Table, name: str, values: Mapping[str, object]) -> None:
    """Write the row of a name, in the place of the one before. The transaction keeps other writers out."""
    changed = connection.execute(update(table).where(table.c.name == name).values(values))
    if not changed.rowcount:
        connection.execute(insert(table).values(name=name, **values))


def advance(connection: Connection, name: str) -> None:
    """Count one more change."""
    set_mark(connection, name, str(int(read_mark(connection, name) or 0) + 1))
    if connection.dialect.name == "postgresql":  # a file has its own time
        set_mark(connection, MOMENT, utc_now())


def revision_of(connection: Connection, person: str) -> str:
    """Return what stands for all that bears on one person, by its id or that of a persona; of any other, `revision`.

    That is the evidence, who is held to be who, the verdicts on what its sources say and on what is said of those
    whom they name with it, and every judgement that is none on a statement.
    """
    table, member, persona, factoid = tables.judgement, tables.person_member, tables.persona, tables.factoid
    known = connection.scalar(
        select(member.c.person_pk)
        .join(persona, persona.c.pk == member.c.persona_pk)
        .join(tables.person, tables.person.c.pk == member.c.person_pk)
        .where(or_(persona.c.id == person, tables.person.c.id == person))
        .limit(1)
    )
    if known is None:
        return revision(connection)
    own = select(member.c.persona_pk).where(member.c.person_pk == known)
    related = select(factoid.c.related)
    tied = {who for ids in connection.scalars(related.where(factoid.c.persona_pk.in_(own))) for who in ids}
    others = select(member.c.person_pk).join(persona).where(is_one_of(connection, persona.c.id, sorted(tied)))
    theirs = select(member.c.persona_pk).where(member.c.person_pk.in_(others))
    sources = select(persona.c.source_pk).where(persona.c.pk.in_(own))
    verdicts = (
        select(table.c.id)
        .join(factoid, factoid.c.id == table.c.factoid)
        .where(table.c.withdrawn.is_(None), table.c.verdict.in_(_ON_STATEMENTS))
        .where(or_(factoid.c.source_pk.in_(sources), factoid.c.persona_pk.in_(theirs)))
        .distinct()
        .order_by(table.c.id)
    )
    told = [*connection.scalars(verdicts), *connection.execute(_BUT_VERDICTS).one()]
    marks = (read_mark(connection, name) for name in ("evidence", "persons", "veils"))
    return digest("revision", *marks, *map(str, told))


def _rejected(connection: Connection) -> str:
    """Return what stands for the statements that people reject."""
    table = tables.judgement
    standing = select(table.c.factoid, table.c.verdict).where(
        table.c.withdrawn.is_(None), table.c.verdict.in_(_ON_STATEMENTS)
    )
    last = {row.factoid: row.verdict for row in connection.execute(standing.order_by(table.c.id))}
    return digest("rejected", *sorted(id_ for id_, verdict in last.items() if verdict == Verdict.REJECTED))


def _judged_of_persons(connection: Connection) -> str:
    """Return what stands for the judgements on who is who."""
    table = tables.judgement
    wanted = select(table.c.id).where(table.c.withdrawn.is_(None), table.c.verdict.not_in(_ELSEWHERE))
    return digest("judged", *map(str, connection.scalars(wanted.order_by(table.c.id))))


def state_of_persons(connection: Connection) -> str:
    """Return what stands for all that who is who follows from: what is told of the personas, and what is judged."""
    evidence = read_mark(connection, "evidence") or "0"
    return f"{evidence} {_judged_of_persons(connection)} {_rejected(connection)}"


def revision(connection: Connection) -> str:
    """Return what stands for the present evidence and judgements together."""
    return f"{read_mark(connection, 'evidence') or 0}.{read_mark(connection, 'judgements') or 0}"
