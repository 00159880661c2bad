"""Statements that people read in sources: judgements, each with a row among the factoids while it stands."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, delete, func, insert, select, update

from factoid.errors import NotInLibrary, UsageError
from factoid.model import Factoid, Judgement, Verdict
from factoid.store.evidence.writing import columns_of_factoid
from factoid.store.judgements.judging import judgement_of
from factoid.store.schema import tables


def state(connection: Connection, judgement: Judgement) -> None:
    """Write the factoid of a judgement just made; `UsageError` where the source is known to say it already."""
    statement = _statement(judgement)
    if _is_there(connection, statement.id):
        raise UsageError(f"{statement.id} says this already. Accept it instead.")
    if not _write(connection, judgement, statement):
        raise NotInLibrary("no words in the quote mean this person. Choose one whom the source mentions.")


def state_again(connection: Connection, source_pk: int, source_id: str) -> None:
    """Write the factoids of all standing judgements on a source whose evidence was written anew.

    Where no persona of the new reading is mentioned at the old place any more, the judgement is an orphan.
    """
    table = tables.judgement
    wanted = select(table).where(
        table.c.verdict == Verdict.STATED, table.c.withdrawn.is_(None), table.c.left_source == source_id
    )
    for row in connection.execute(wanted.order_by(table.c.id)).all():
        judgement = judgement_of(row)
        statement = _statement(judgement)
        if not _is_there(connection, statement.id):
            _write(connection, judgement, statement)
    _count(connection, source_pk)


def unstate(connection: Connection, judgement: Judgement) -> None:
    """Take the factoid of a judgement away that was withdrawn; what a reader reads itself stays."""
    factoid = tables.factoid
    own = (factoid.c.id == judgement.factoid, factoid.c.reader == judgement.author)
    source_pk = connection.scalar(select(factoid.c.source_pk).where(*own))
    connection.execute(delete(factoid).where(*own))
    if source_pk is not None:
        _count(connection, source_pk)


def _statement(judgement: Judgement) -> Factoid:
    if judgement.statement is None:
        raise AssertionError("checked when it was written")
    return judgement.statement


def _is_there(connection: Connection, factoid_id: str) -> bool:
    factoid = tables.factoid
    return connection.scalar(select(factoid.c.pk).where(factoid.c.id == factoid_id).limit(1)) is not None


def _write(connection: Connection, judgement: Judgement, statement: Factoid) -> bool:
    """Write the row, of the persona that is mentioned where the judgement says; return whether there is one."""
    persona, mention, source = tables.persona, tables.mention, tables.source
    if judgement.right is None:
        return False
    place = judgement.right.span
    found = connection.execute(
        select(persona.c.pk, persona.c.id, persona.c.source_pk)
        .join(source, source.c.pk == persona.c.source_pk)
        .join(mention, mention.c.persona_pk == persona.c.pk)
        .where(
            source.c.id == judgement.right.source, mention.c.start < place.end, mention.c.end > place.start
        )
        .order_by(mention.c.start, persona.c.position)
        .limit(1)
    ).one_or_none()
    if found is None:
        return False
    known = set(connection.scalars(select(persona.c.id).where(persona.c.source_pk == found.source_pk)))
    if not known.issuperset(statement.related):
        return False
    stated = replace(statement, person=found.id)
    factoid = tables.factoid
    last = connection.scalar(
        select(func.max(factoid.c.position)).where(factoid.c.source_pk == found.source_pk)
    )
    position = 0 if last is None else last + 1
    keys = {"source_pk": found.source_pk, "persona_pk": found.pk, "position": position}
    connection.execute(insert(factoid).values(keys | columns_of_factoid(stated)))
    if stated.id != judgement.factoid:  # the persona has another id in the new reading
        table = tables.judgement
        connection.execute(update(table).where(table.c.id == judgement.id).values(factoid=stated.id))
    _count(connection, found.source_pk)
    return True


def _count(connection: Connection, source_pk: int) -> None:
    factoid, source = tables.factoid, tables.source
    held = select(func.count()).select_from(factoid).where(factoid.c.source_pk == source_pk)
    connection.execute(
        update(source).where(source.c.pk == source_pk).values(factoid_count=held.scalar_subquery())
    )
