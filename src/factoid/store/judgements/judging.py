"""Judgements and their rows: written once, withdrawn by a date, never deleted."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, Row, func, insert, or_, select, update

from factoid.errors import NotInLibrary, UsageError
from factoid.model import (
    Anchor,
    Judgement,
    Span,
    Verdict,
    decision_of_json,
    factoid_of_json,
    json_of_decision,
    json_of_factoid,
)
from factoid.store.evidence.removals import removal_of
from factoid.store.evidence.rows import chunks
from factoid.store.schema import tables

_OF_FACTOIDS = {Verdict.ACCEPTED, Verdict.REJECTED}
_OF_PROTECTION = {Verdict.PROTECTED, Verdict.SHOWN}


def insert_judgement(connection: Connection, judgement: Judgement, *, number: int | None = None) -> int:
    """Write a judgement and return its number; `NotInLibrary` when what it speaks of is not there.

    ``number`` is the one it had in another library: it keeps it if nobody has it here.
    """
    _check(connection, judgement)
    left, right = judgement.left, judgement.right
    row = {
        "verdict": str(judgement.verdict),
        "author": judgement.author,
        "made": judgement.made,
        "reason": judgement.reason,
        "left_source": left.source if left else None,
        "left_start": left.span.start if left else None,
        "left_end": left.span.end if left else None,
        "right_source": right.source if right else None,
        "right_start": right.span.start if right else None,
        "right_end": right.span.end if right else None,
        "factoid": judgement.factoid,
        "follows": judgement.follows,
        "carried": judgement.carried,
        "removal": judgement.removal,
        "withdrawn": judgement.withdrawn,
        "decision": json_of_decision(judgement.decision) if judgement.decision else None,
        "statement": json_of_factoid(judgement.statement) if judgement.statement else None,
    }
    given = _number(connection, number)
    connection.execute(insert(tables.judgement).values(id=given, **row))
    return given


def _number(connection: Connection, wanted: int | None) -> int:
    """Return the number wanted if nobody has it, else the next one. The transaction keeps others out."""
    number = tables.judgement.c.id
    if wanted is not None and connection.scalar(select(number).where(number == wanted)) is None:
        return wanted
    return (connection.scalar(select(func.max(number))) or 0) + 1


def _check(connection: Connection, judgement: Judgement) -> None:
    if judgement.verdict not in set(Verdict):
        raise UsageError(f"there is no verdict {str(judgement.verdict)!r}. There are: {', '.join(Verdict)}.")
    if judgement.verdict in _OF_FACTOIDS:
        if judgement.factoid is None:
            raise UsageError(f"the verdict {judgement.verdict} needs the id of a factoid.")
        wanted = select(tables.factoid.c.pk).where(tables.factoid.c.id == judgement.factoid).limit(1)
        if connection.scalar(wanted) is None:
            raise NotInLibrary(
                f"no factoid {judgement.factoid} in the library. Look for its id in a dossier."
            )
        return
    for anchor in _anchors(judgement):
        wanted = select(tables.source.c.pk).where(tables.source.c.id == anchor.source)
        if connection.scalar(wanted) is None:
            removal = removal_of(connection, anchor.source)
            raise NotInLibrary(
                removal.sentence if removal else f"no source {anchor.source} in the library. Read it first."
            )


def _anchors(judgement: Judgement) -> Iterable[Anchor]:
    """Return the places in sources that the judgement rests on."""
    if judgement.verdict is Verdict.DECIDED:
        if judgement.decision is None:
            raise UsageError("a decision needs a conflict that it is about.")
        return (at for _, _, at in judgement.decision.claims)
    if judgement.verdict is Verdict.STATED and judgement.statement is None:
        raise UsageError("a statement made by hand needs its words.")
    if judgement.verdict in _OF_PROTECTION:
        if judgement.left is None:
            raise UsageError(f"the verdict {judgement.verdict} needs a mention of a person, or a source.")
        return (judgement.left,)
    if judgement.left is None or judgement.right is None:
        raise UsageError(f"the verdict {judgement.verdict} needs two mentions to compare.")
    return (judgement.left, judgement.right)


def standing_with(connection: Connection, judgement_id: int) -> list[Judgement]:
    """Return a judgement and what was made with it, as far as it stands or would with a source that was removed.

    `UsageError` for one that was made with another: that one is to be withdrawn.
    """
    table = tables.judgement
    held = judgement_numbered(connection, judgement_id)
    if held.follows is not None:
        raise UsageError(
            f"judgement {judgement_id} was made with judgement {held.follows}: withdraw that, and both go."
        )
    together = or_(table.c.id == judgement_id, table.c.follows == judgement_id)
    stands = or_(table.c.withdrawn.is_(None), table.c.removal.is_not(None))
    standing = select(table).where(together, stands).order_by(table.c.id)
    return [judgement_of(row) for row in connection.execute(standing)]


def withdraw_judgements(connection: Connection, judgements: Iterable[Judgement], at: str) -> None:
    """Mark judgements as withdrawn, for good: no source that is put back brings them with it."""
    chosen = tables.judgement.c.id.in_([j.id for j in judgements])
    connection.execute(update(tables.judgement).where(chosen).values(withdrawn=at, removal=None))


def judgement_numbered(connection: Connection, number: int) -> Judgement:
    """Return a judgement; `NotInLibrary` where there is none of this number."""
    wanted = select(tables.judgement).where(tables.judgement.c.id == number)
    row = connection.execute(wanted).one_or_none()
    if row is None:
        raise NotInLibrary(f"no judgement {number} in the library.")
    return judgement_of(row)


def judgement_of(row: Row[Any]) -> Judgement:
    """Return the judgement of a row."""
    return Judgement(
        verdict=Verdict(row.verdict),
        author=row.author,
        made=row.made,
        reason=row.reason,
        left=_anchor(row.left_source, row.left_start, row.left_end),
        right=_anchor(row.right_source, row.right_start, row.right_end),
        factoid=row.factoid,
        follows=row.follows,
        carried=row.carried,
        removal=row.removal,
        withdrawn=row.withdrawn,
        decision=decision_of_json(row.decision) if row.decision else None,
        statement=factoid_of_json(row.statement, row.left_source) if row.statement else None,
        id=row.id,
    )


def _anchor(source: str | None, start: int, end: int) -> Anchor | None:
    return None if source is None else Anchor(source, Span(start, end))


def judgements_in(
    connection: Connection, *, active_only: bool, factoid: str | None = None, but: Collection[Verdict] = ()
) -> list[Judgement]:
    """Return the judgements in the order in which they were made: all, or those on a factoid; ``but`` some kinds."""
    table = tables.judgement
    wanted = select(table).order_by(table.c.id)
    if factoid is not None:
        wanted = wanted.where(table.c.factoid == factoid)
    if but:
        wanted = wanted.where(table.c.verdict.not_in([str(verdict) for verdict in but]))
    if active_only:
        wanted = wanted.where(table.c.withdrawn.is_(None))
    return [judgement_of(row) for row in connection.execute(wanted)]


def verdicts_on(connection: Connection, factoid_ids: Iterable[str]) -> dict[str, Verdict]:
    """Return the verdict on each of the factoids that has one: the latest that is not withdrawn.

    Who states something holds that the source says so: it counts as accepted.
    """
    table = tables.judgement
    standing = (
        select(table.c.factoid, table.c.verdict).where(table.c.withdrawn.is_(None)).order_by(table.c.id)
    )
    return {
        factoid_id: Verdict.ACCEPTED if verdict == Verdict.STATED else Verdict(verdict)
        for run in chunks(factoid_ids)
        for factoid_id, verdict in connection.execute(standing.where(table.c.factoid.in_(run)))
    }
