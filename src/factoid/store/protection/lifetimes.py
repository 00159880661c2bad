"""Between which days a life can have been, as far as who may be living hangs on it: one query for all of a library."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, case, func, literal, select

from factoid.model import Life, Verdict
from factoid.model.wholeness import WEAKLY_READ
from factoid.resources import load
from factoid.store.schema import tables


def lives_in(connection: Connection, persons: Sequence[int] | None = None) -> dict[int, Life]:
    """Return what the sources leave possible of every life, or of some, by number of the person: one query."""
    given = {} if persons is None else {"persons": list(persons)}
    return {
        row.person_pk: Life(
            is_dead=bool(row.died),
            is_born=bool(row.is_born),
            born=row.born,
            told=row.told,
            company=row.company,
        )
        for row in connection.execute(_lives_of(are_some=persons is not None), given)
    }


@cache
def _lives_of(*, are_some: bool) -> Select[Any]:
    """Return what `lives_in` asks; with ``are_some``, of the ``persons`` that are given with it."""
    factoid, member, persona = tables.factoid, tables.person_member, tables.persona
    told_by = select(factoid.c.source_pk, func.max(_last()).label("last")).group_by(factoid.c.source_pk)
    said_of = _said_of()
    if are_some:  # of what is told, too, only their part is looked at
        own = (
            select(persona.c.pk, persona.c.source_pk)
            .join(member)
            .where(member.c.person_pk.in_(bindparam("persons", expanding=True)))
        )
        told_by = told_by.where(factoid.c.source_pk.in_(own.with_only_columns(persona.c.source_pk)))
        said_of = said_of.where(factoid.c.persona_pk.in_(own.with_only_columns(persona.c.pk)))
    of_source, said = told_by.subquery(), said_of.subquery()
    wanted = (
        select(
            member.c.person_pk,
            func.max(func.coalesce(said.c.died, literal(0))).label("died"),
            func.max(func.coalesce(said.c.is_born, literal(0))).label("is_born"),
            func.max(said.c.born).label("born"),
            func.max(said.c.told).label("told"),
            func.max(of_source.c.last).label("company"),
        )
        .join(persona, persona.c.pk == member.c.persona_pk)
        .outerjoin(said, said.c.persona_pk == member.c.persona_pk)
        .outerjoin(of_source, of_source.c.source_pk == persona.c.source_pk)
        .group_by(member.c.person_pk)
    )
    if are_some:
        wanted = wanted.where(member.c.person_pk.in_(bindparam("persons", expanding=True)))
    return wanted


def _said_of() -> Select[Any]:
    """Return what is said of each persona that bears on its life; what is denied or was rejected is not."""
    factoid, judgement = tables.factoid, tables.judgement
    standing = judgement.c.withdrawn.is_(None) & judgement.c.factoid.is_not(None)
    rejected = select(judgement.c.factoid).where(standing, judgement.c.verdict == Verdict.REJECTED)
    checked = select(judgement.c.factoid).where(
        standing, judgement.c.verdict.in_((Verdict.ACCEPTED, Verdict.STATED))
    )
    is_sure = factoid.c.certainty.in_(("asserted", "attributed")) & (
        (factoid.c.confidence >= WEAKLY_READ) | factoid.c.id.in_(checked)
    )
    is_birth = factoid.c.type == "birth"
    return (
        select(
            factoid.c.persona_pk,
            func.max(case((factoid.c.type.in_(load("protection")["deaths"]) & is_sure, 1), else_=0)).label(
                "died"
            ),
            func.max(case((is_birth, 1), else_=0)).label("is_born"),
            func.max(case((is_birth, factoid.c.latest), else_=None)).label("born"),
            func.max(case((is_birth, None), else_=_last())).label("told"),
        )
        .where(factoid.c.certainty != "denied", factoid.c.id.not_in(rejected))
        .group_by(factoid.c.persona_pk)
    )


def _last() -> ColumnElement[int]:
    """Return the last day that a statement can mean."""
    return func.coalesce(tables.factoid.c.latest, tables.factoid.c.earliest)
