"""Taking sources out of a library, and putting them back.

A source that is taken out stands in none of the tables that anything asks, so that the library is as if it had never
been read. What it said is kept whole in the row of its removal. Judgements that rest on its words are withdrawn with
it, and stand again when it is back. Marks of protection on persons pass to what other sources tell of them.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Column, Connection, Row, delete, func, insert, select, update

from factoid.model import (
    Document,
    Judgement,
    Page,
    Reading,
    Text,
    Verdict,
    json_of_reading,
    reading_of_json,
)
from factoid.store.engines.indexes import index_of
from factoid.store.evidence.losses import resting_on, sources_of
from factoid.store.evidence.removals import removals_in
from factoid.store.evidence.rows import chunks, document_of, personas_where, reading_of
from factoid.store.evidence.writing import delete_evidence, source_values
from factoid.store.judgements.judging import insert_judgement, judgement_of
from factoid.store.people.persons import dissolve_persons_of, stand_alone
from factoid.store.schema import tables

#: options of statements that are noted with the removal, not for themselves
PART = {"is_part_of_a_deed": True}
_KEPT = ("pk", "stem", "number", "added", "changed", "described")


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """A source whose row is back, and the evidence that is to be written."""

    pk: int
    document: Document
    reading: Reading
    persona_pks: tuple[int, ...]  #: the numbers of its personas; none where others have them now


def take_out(connection: Connection, row: Row[Any], *, author: str, made: str, reason: str) -> int:
    """Take a source, given by its row, out of the library; return the number of the removal."""
    removal = tables.removal
    number = (connection.scalar(select(func.max(removal.c.number))) or 0) + 1
    resting = resting_on(connection, [row.id])
    document, reading = document_of(connection, row), reading_of(connection, row)
    stated = {(j.factoid, j.author) for j in resting if j.verdict is Verdict.STATED}
    read = tuple(f for f in reading.factoids if (f.id, f.reader) not in stated)
    connection.execute(
        insert(removal).values(
            number=number,
            source=row.id,
            name=row.name,
            title=row.title,
            author=author,
            made=made,
            reason=reason,
            personas=row.persona_count,
            factoids=row.factoid_count,
            kept={name: getattr(row, name) for name in _KEPT}
            | {"personas": _persona_pks(connection, row.pk)},
            content=_packed(document, replace(reading, factoids=read)),
        )
    )
    _keep_protected(connection, resting, number)
    _withdraw_with(connection, resting, number, made)
    left_over = dissolve_persons_of(connection, row.pk)
    index_of(connection).remove(connection, row.pk)
    delete_evidence(connection, row.pk)
    gone = delete(tables.source).where(tables.source.c.pk == row.pk)
    connection.execute(gone, execution_options=PART)
    stand_alone(connection, left_over)
    return number


def _withdraw_with(connection: Connection, resting: Sequence[Judgement], number: int, at: str) -> None:
    table = tables.judgement
    values = update(table).values(withdrawn=at, removal=number)
    chosen = values.where(table.c.id.in_([j.id for j in resting]))
    connection.execute(chosen, execution_options=PART)


def _keep_protected(connection: Connection, resting: Sequence[Judgement], number: int) -> None:
    """Let marks of protection on persons stay with what other sources tell of them: nobody comes to light by it.

    Each persona gets one, as without the source they may be no one person any more.
    """
    for mark in resting:
        if (
            mark.verdict is not Verdict.PROTECTED
            or mark.left is None
            or mark.left.span.start == mark.left.span.end
        ):
            continue
        for anchor in _anchors_elsewhere(connection, mark):
            insert_judgement(connection, replace(mark, left=anchor, follows=None, removal=number, id=None))


def _anchors_elsewhere(connection: Connection, mark: Judgement) -> list[Any]:
    """Return where other sources name the person who is marked."""
    persona, mention, member, source = tables.persona, tables.mention, tables.person_member, tables.source
    if mark.left is None:
        return []
    at = mark.left.span
    whom = (
        select(member.c.person_pk)
        .join(persona, persona.c.pk == member.c.persona_pk)
        .join(source, source.c.pk == persona.c.source_pk)
        .join(mention, mention.c.persona_pk == persona.c.pk)
        .where(source.c.id == mark.left.source, mention.c.start == at.start, mention.c.end == at.end)
    )
    own = select(source.c.pk).where(source.c.id == mark.left.source).scalar_subquery()
    theirs = select(member.c.persona_pk).where(member.c.person_pk.in_(whom))
    found = personas_where(connection, persona.c.pk.in_(theirs) & (persona.c.source_pk != own))
    return [p.anchor for _, p in found if p.anchor]


def bring_back(connection: Connection, row: Row[Any], *, by: str, at: str) -> Back:
    """Write the row of a source that was taken out, given by the row of its removal; judgements on it stand again.

    Rows have the numbers that they had, since the order in which sources came in is that of the numbers; others where
    SQLite gave these to newer rows.
    """
    document, reading = _unpacked(row.content)
    source, removal, persona = tables.source, tables.removal, tables.persona
    kept = dict(row.kept)
    personas = tuple(kept.pop("personas"))
    if _is_given(connection, source.c.pk, [kept["pk"]]):
        del kept["pk"]
    if _is_given(connection, persona.c.pk, personas):
        personas = ()
    values = source_values(document, reading) | {"name": row.name} | kept
    written = connection.execute(insert(source).values(values), execution_options=PART)
    _stand_again(connection, row.number, at)
    back = update(removal).where(removal.c.number == row.number, removal.c.name == row.name)
    connection.execute(back.values(restored=at, restorer=by, kept=None, content=None))
    pk = written.inserted_primary_key[0] if written.inserted_primary_key else kept["pk"]
    return Back(pk=int(pk), document=document, reading=reading, persona_pks=personas)


def _stand_again(connection: Connection, number: int, at: str) -> None:
    """Let what was withdrawn with a removal stand again, and withdraw what was made with it.

    What rests on words of another source that is still out, waits for that one.
    """
    table = tables.judgement
    with_it = table.c.removal == number
    made = connection.scalars(select(table.c.id).where(with_it, table.c.withdrawn.is_(None))).all()
    withdrawn = select(table).where(with_it, table.c.withdrawn.is_not(None))
    woken = [judgement_of(row) for row in connection.execute(withdrawn)]
    for change in (
        update(table).where(with_it).values(withdrawn=None, removal=None),
        update(table).where(table.c.id.in_(made)).values(withdrawn=at),
    ):
        connection.execute(change, execution_options=PART)
    if woken:
        out = {removal.source: removal for removal in removals_in(connection) if removal.number != number}
        for judgement in woken:
            for source in sources_of(judgement) & out.keys():
                _withdraw_with(connection, [judgement], out[source].number, out[source].made)


def _is_given(connection: Connection, column: Column[int], numbers: Sequence[int]) -> bool:
    return any(
        connection.scalar(select(column).where(column.in_(run)).limit(1)) is not None
        for run in chunks(numbers)
    )


def _persona_pks(connection: Connection, source_pk: int) -> list[int]:
    persona = tables.persona
    own = select(persona.c.pk).where(persona.c.source_pk == source_pk)
    return list(connection.scalars(own.order_by(persona.c.position)))


def _packed(document: Document, reading: Reading) -> bytes:
    shape = {
        "reading": json_of_reading(reading),
        "content": document.text.content,
        "warnings": list(document.warnings),
        "pages": [list(page) for page in document.pages],
    }
    return zlib.compress(json.dumps(shape, separators=(",", ":")).encode())


def _unpacked(content: bytes) -> tuple[Document, Reading]:
    shape = json.loads(zlib.decompress(content))
    reading = reading_of_json(shape["reading"])
    pages = tuple(Page(start, label) for start, label in shape["pages"])
    text = Text(shape["content"], reading.segments)
    return Document(reading.source, text, tuple(shape["warnings"]), pages), reading
