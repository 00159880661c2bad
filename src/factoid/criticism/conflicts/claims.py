"""Accounts as the claims of a conflict."""

from __future__ import annotations

from collections.abc import Iterable

from factoid.criticism.accounts.accounts import Account
from factoid.criticism.accounts.manners import manners_in
from factoid.criticism.comparing import value_of
from factoid.criticism.conflicts.weigh import suggestion_for, weights_of
from factoid.dates import when_of_edtf
from factoid.model import Anchor, Claim, Conflict, ConflictKind, Verdict, digest
from factoid.model.when import civil_of


def letter(number: int) -> str:
    """Return what a side is called: A, B, …, Z, A1, B1, …"""
    return chr(ord("A") + number % 26) + (str(number // 26) if number >= 26 else "")


def claim_of(
    account: Account, side: str, field: tuple[str, str], *, witness_group: str, published: str | None
) -> Claim:
    """Return what an account claims in a field (its name, and how it is compared)."""
    factoid = account.factoid
    return Claim(
        side=side,
        source=account.source,
        value=_shown(account, *field),
        date=account.date,
        quote=factoid.quote,
        factoid=factoid.id,
        anchor=Anchor(factoid.source, factoid.span),
        witness_group=witness_group,
        certainty=factoid.certainty,
        said_by=factoid.said_by,
        years_after=_years_after(account, published),
        is_checked=account.line.verdict is Verdict.ACCEPTED,
    )


def _shown(account: Account, field: str, how: str) -> str:
    factoid = account.factoid
    if how == "cause":
        return factoid.value or " and ".join(sorted(manners_in(factoid.quote)))
    if how == "certainty":
        return "denied" if account.is_denied else "asserted"
    return value_of(field, how, account) or ""


def _years_after(account: Account, published: str | None) -> int | None:
    if published is None or account.factoid.when is None:
        return None
    told = (
        account.factoid.when.earliest
        if account.factoid.when.earliest is not None
        else account.factoid.when.latest
    )
    try:
        when = when_of_edtf(published)
    except ValueError:
        return None
    if told is None or when.earliest is None:
        return None
    return max(0, civil_of(when.earliest)[0] - civil_of(told)[0])


def conflict_of(
    person: tuple[str, str],
    matter: tuple[str, str],
    kind: ConflictKind,
    claims: tuple[Claim, ...],
    *,
    reasons: Iterable[str],
    confidence: float,
) -> Conflict:
    """Return the claims as a conflict on a person (id, name), about a matter (type of statement, field)."""
    weights = weights_of(claims)
    return Conflict(
        id=_conflict_id(*matter, claims),
        person=person[0],
        person_name=person[1],
        type=matter[0],
        field=matter[1],
        kind=kind,
        claims=claims,
        reasons=tuple(reasons),
        weights=weights,
        suggestion=suggestion_for(weights),
        confidence=round(confidence, 3),
    )


def _conflict_id(statement_type: str, field_name: str, claims: Iterable[Claim]) -> str:
    """Return the id of a conflict: the same claims on the same field have the same."""
    first: dict[str, str] = {}
    for claim in claims:
        place = f"{claim.anchor.source}:{claim.anchor.span.start}:{claim.anchor.span.end}"
        first[claim.side] = min(first.get(claim.side, place), place)
    return digest("c", statement_type, field_name, *sorted(first.values()))
