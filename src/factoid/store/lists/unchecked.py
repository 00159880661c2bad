"""Statements that nobody has checked and that need it most."""

from __future__ import annotations

from sqlalchemy import Connection, Select, select

from factoid.model import DossierLine
from factoid.store.evidence.rows import factoid_rows
from factoid.store.people.people import lines_of
from factoid.store.schema import tables


def weakest_in(connection: Connection, *, below: float, limit: int) -> list[DossierLine]:
    """Return the unchecked statements of which the reader was least sure."""
    factoid = tables.factoid
    wanted = factoid_rows().where(factoid.c.confidence < below, factoid.c.id.not_in(_judged()))
    found = connection.execute(wanted.order_by(factoid.c.confidence, factoid.c.pk).limit(limit)).all()
    return lines_of(connection, found)


def on_findings_in(connection: Connection, *, limit: int) -> list[DossierLine]:
    """Return the unchecked statements whose quotes a finding touches, by source and place."""
    factoid, finding = tables.factoid, tables.finding
    touched = (
        select(factoid.c.pk)
        .join(finding, finding.c.source_pk == factoid.c.source_pk)
        .where(
            finding.c.start < finding.c.end, finding.c.start < factoid.c.end, finding.c.end > factoid.c.start
        )
    )
    wanted = factoid_rows().where(factoid.c.pk.in_(touched), factoid.c.id.not_in(_judged()))
    found = connection.execute(wanted.order_by(factoid.c.source_pk, factoid.c.position).limit(limit)).all()
    return lines_of(connection, found)


def _judged() -> Select[tuple[str]]:
    table = tables.judgement
    return select(table.c.factoid).where(table.c.factoid.is_not(None), table.c.withdrawn.is_(None))
