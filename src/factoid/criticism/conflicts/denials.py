"""One source says it, another says that it was not so."""

from __future__ import annotations

from factoid.criticism.accounts.accounts import Account
from factoid.criticism.conflicts.relation import Comparison, Relation
from factoid.criticism.conflicts.sides import Disagreement, Value
from factoid.criticism.events.events import Event
from factoid.criticism.events.likeness import keys_of, likeness_of

_SURELY_ALIKE = 0.75


def denial_in(event: Event) -> Disagreement | None:
    """Return the sides, if one source denies what another says in words that leave no doubt of what is meant."""
    denied = [account for account in event.accounts if account.is_denied]
    telling = {account.source for account in event.accounts if not account.is_denied}
    for denying in (account for account in denied if account.source not in telling):
        saying = [
            other
            for other in event.accounts
            if not other.is_denied
            and other.source != denying.source
            and likeness_of(denying, other).score >= _SURELY_ALIKE
            and not _far_apart(denying, other)
            and all(key.relation is not Relation.DIFFERENT for key in keys_of(denying, other))
        ]
        if saying:
            clash = Comparison(Relation.DIFFERENT, f"{denying.source} says that it was not so", 0.6)
            return Disagreement(
                ((Value("asserted", tuple(saying)),), (Value("denied", (denying,)),)), (clash,)
            )
    return None


def _far_apart(a: Account, b: Account) -> bool:
    return bool(a.days and b.days and a.days.gap(b.days))
