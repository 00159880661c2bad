"""Words that mean somebody else than a reader took them for: what rests on them, in a new reading too."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from factoid.model import Anchor, Factoid, Judgement, Misread, Persona, Span, Verdict, says_the_same
from factoid.store.evidence.rows import factoid_of, factoid_rows, personas_where
from factoid.store.judgements.judging import insert_judgement, judgement_of
from factoid.store.schema import tables


def reject_again(connection: Connection, source_pk: int) -> None:
    """Reject in a new reading what people moved to another person, where it reads that anew.

    What they stated stands by itself. Only what says the same and rests on the same words is rejected: what a
    reader newly reads there has been seen by nobody.
    """
    table, source = tables.judgement, tables.source
    meant = select(table).where(
        table.c.verdict == Verdict.MEANT,
        table.c.withdrawn.is_(None),
        table.c.left_source == select(source.c.id).where(source.c.pk == source_pk).scalar_subquery(),
    )
    for row in connection.execute(meant.order_by(table.c.id)).all():
        _follow(connection, source_pk, judgement_of(row))


def _follow(connection: Connection, source_pk: int, meant: Judgement) -> None:
    if meant.left is None or meant.right is None:
        return
    read_as, right = (_mentioned(connection, source_pk, at.span) for at in (meant.left, meant.right))
    if read_as is None or read_as == right:  # the reader knows better now
        return
    table = tables.judgement
    followed = select(table).where(table.c.follows == meant.id, table.c.withdrawn.is_(None))
    others = [judgement_of(row) for row in connection.execute(followed.order_by(table.c.id))]
    stated = [j.statement for j in others if j.statement]
    rejected = {j.factoid for j in others if j.verdict is Verdict.REJECTED}
    factoid, misread = tables.factoid, Misread(meant.left.span, read_as)
    wanted = factoid_rows().where(factoid.c.source_pk == source_pk).order_by(factoid.c.position)
    for held in map(factoid_of, connection.execute(wanted).all()):
        if held.id not in rejected and misread.bears(held) and _is_moved(held, stated):
            insert_judgement(connection, _rejection(held, meant))


def _is_moved(held: Factoid, stated: Iterable[Factoid]) -> bool:
    return any(says_the_same(held, moved) and held.id != moved.id for moved in stated)


def _rejection(held: Factoid, meant: Judgement) -> Judgement:
    return Judgement(
        verdict=Verdict.REJECTED,
        author=meant.author,
        made=meant.made,
        reason=meant.reason,
        left=Anchor(held.source, held.span),
        factoid=held.id,
        follows=meant.id,
    )


def _mentioned(connection: Connection, source_pk: int, words: Span) -> Persona | None:
    """Return the persona that is mentioned at some words."""
    persona, mention = tables.persona, tables.mention
    there = (
        select(persona.c.pk)
        .join(mention, mention.c.persona_pk == persona.c.pk)
        .where(persona.c.source_pk == source_pk, mention.c.start < words.end, mention.c.end > words.start)
        .order_by(mention.c.start, persona.c.position)
        .limit(1)
    )
    found = personas_where(connection, persona.c.pk.in_(there))
    return found[0][1].persona if found else None
