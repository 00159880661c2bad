"""What goes with a source that is taken out, and which judgements say nothing in the library now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from factoid.model import Judgement, Verdict
from factoid.store.evidence.removals import Removal, removal_of, removals_in
from factoid.store.judgements.judging import judgement_of
from factoid.store.lists.shelf import source_row
from factoid.store.part import Part
from factoid.store.schema import tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What goes when sources are taken out."""

    names: tuple[str, ...]  #: short names
    statements: int
    by_hand: int  #: of these, what people stated
    persons: int  #: whom nobody else tells of
    persons_elsewhere: int  #: of whom others tell, too
    judgements: tuple[Judgement, ...]  #: that rest on their words, and would be withdrawn with them


def loss_of(connection: Connection, rows: Sequence[Row[Any]]) -> Loss:
    """Return what goes with some sources, given by their rows."""
    pks, factoid = [row.pk for row in rows], tables.factoid
    judgements = resting_on(connection, [row.id for row in rows])
    stated = [j.factoid for j in judgements if j.verdict is Verdict.STATED]
    by_hand = select(func.count()).where(factoid.c.source_pk.in_(pks), factoid.c.id.in_(stated))
    told, elsewhere = (len(found) for found in _persons(connection, pks))
    return Loss(
        names=tuple(row.name for row in rows),
        statements=sum(row.factoid_count for row in rows),
        by_hand=connection.scalar(by_hand) or 0,
        persons=told - elsewhere,
        persons_elsewhere=elsewhere,
        judgements=tuple(judgements),
    )


def _persons(connection: Connection, source_pks: Sequence[int]) -> tuple[set[int], set[int]]:
    """Return the persons whom the sources tell of, and those of them of whom others tell."""
    persona, member = tables.persona, tables.person_member
    wanted = select(member.c.person_pk).join(persona, persona.c.pk == member.c.persona_pk).distinct()
    own = wanted.where(persona.c.source_pk.in_(source_pks))
    others = wanted.where(member.c.person_pk.in_(own), persona.c.source_pk.not_in(source_pks))
    return set(connection.scalars(own)), set(connection.scalars(others))


def resting_on(connection: Connection, sources: Collection[str]) -> list[Judgement]:
    """Return the standing judgements that rest on words of some sources (ids), and those made with such."""
    table, factoid, source = tables.judgement, tables.factoid, tables.source
    told = select(factoid.c.id).join(source).where(source.c.id.in_(sources))
    touching = or_(
        table.c.left_source.in_(sources),
        table.c.right_source.in_(sources),
        table.c.factoid.in_(told),
        table.c.verdict == Verdict.DECIDED,
    )
    standing = select(table).where(table.c.withdrawn.is_(None)).order_by(table.c.id)
    found = [
        judgement
        for judgement in map(judgement_of, connection.execute(standing.where(touching)))
        if judgement.decision is None or not sources_of(judgement).isdisjoint(sources)
    ]
    numbers = [judgement.id for judgement in found]
    with_them = map(judgement_of, connection.execute(standing.where(table.c.follows.in_(numbers))))
    return sorted({j.id: j for j in (*found, *with_them)}.values(), key=lambda j: j.id or 0)


def sources_of(judgement: Judgement) -> set[str]:
    """Return the sources (ids) in which the places lie that a judgement names."""
    claims = judgement.decision.claims if judgement.decision else ()
    return {at.source for at in (judgement.left, judgement.right, *(at for _, _, at in claims)) if at}


def orphans_in(connection: Connection) -> list[Judgement]:
    """Return the standing judgements on factoids that the present reading of their source does not give."""
    table, factoid = tables.judgement, tables.factoid
    wanted = (
        select(table)
        .where(table.c.withdrawn.is_(None), table.c.factoid.is_not(None))
        .where(~select(factoid.c.pk).where(factoid.c.id == table.c.factoid).exists())
        .order_by(table.c.id)
    )
    return [judgement_of(row) for row in connection.execute(wanted)]


class Removals(Part):
    """The part of a library that says what is not in it."""

    def removals(self, *, standing_only: bool = True) -> list[Removal]:
        """Return which sources were taken out, the latest last: those that are out now, or every removal."""
        with self._reading() as connection:
            return removals_in(connection, standing_only=standing_only)

    def count_removals(self) -> int:
        """Return how many sources are out of the library now."""
        with self._reading() as connection:
            out = select(func.count()).where(tables.removal.c.restored.is_(None))
            return connection.scalar(out) or 0

    def removal_of(self, name_or_id: str) -> Removal | None:
        """Return that a source is out of the library now, by its short name or its id; None where it is not."""
        with self._reading() as connection:
            return removal_of(connection, name_or_id)

    def loss(self, names: Iterable[str]) -> Loss:
        """Return what would go if sources were taken out, given by short name or id. Nothing is changed."""
        with self._reading() as connection:
            rows = {row.pk: row for row in (source_row(connection, name) for name in names)}
            return loss_of(connection, list(rows.values()))

    def orphaned_judgements(self) -> list[Judgement]:
        """Return the standing judgements whose factoid the present reading of its source does not give."""
        with self._reading() as connection:
            return orphans_in(connection)
