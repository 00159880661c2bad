"""Accounts of a birth or death that were rather misread: far from all others, in a source with a nearer one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from factoid.criticism.accounts import Account
from factoid.criticism.comparing.dates import gap_of
from factoid.criticism.events import Event

_MUCH_FURTHER = 366  #: days


def misread_in(event: Event) -> frozenset[Account]:
    """Return the accounts that are rather of somebody else.

    A source seldom kills a man twice. Where it seems to, in years that are far apart, those of its dates that are
    far from what the other sources say are of another person: *he*, of whom the sentence before tells.
    """
    if not event.accounts[0].family.is_once:
        return frozenset()
    by_source: dict[str, list[Account]] = defaultdict(list)
    for account in event.accounts:
        if account.days is not None:
            by_source[account.source].append(account)
    found: set[Account] = set()
    for source, own in by_source.items():
        others = [account for other, told in by_source.items() if other != source for account in told]
        if len(own) > 1 and others:
            distances = {account: _distance(account, others) for account in own}
            is_torn = max(distances.values()) > min(distances.values()) + _MUCH_FURTHER
            far = {account for account, distance in distances.items() if distance > _MUCH_FURTHER}
            found |= {account for account in far if is_torn and account.sureness < 1}
    return frozenset(found)


def _distance(account: Account, others: Sequence[Account]) -> int:
    return min(gap_of(account.days, other.days) for other in others if account.days and other.days)


def without(event: Event, accounts: frozenset[Account]) -> Event:
    """Return the event without some of its accounts."""
    kept = tuple(account for account in event.accounts if account not in accounts)
    return Event(event.family, kept, event.reasons, event.likeness)
