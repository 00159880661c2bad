"""Accounts of a birth or death that were probably misread: far from all others, in a source with a nearer one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from factoid.criticism.accounts.accounts import Account
from factoid.criticism.events.events import Event
from factoid.model import Bounds

_MUCH_FURTHER = 366  #: days


def misread_in(event: Event) -> frozenset[Account]:
    """Return the accounts that are rather of somebody else.

    A source seldom kills a man twice. Where it seems to, in years that are far apart, those of its dates that are
    far from what the other sources say are of another person: *he*, of whom the sentence before tells. So is a
    date far from all others that does not stand in the words of the birth or death itself.
    """
    if not event.accounts[0].family.is_once:
        return frozenset()
    by_source: dict[str, list[Account]] = defaultdict(list)
    tellers: dict[Bounds, set[str]] = defaultdict(set)
    for account in event.accounts:
        if account.days is not None:
            by_source[account.source].append(account)
            tellers[account.days].add(account.source)
    found: set[Account] = set()
    for source, own in by_source.items():
        others = [days for days, sources in tellers.items() if sources != {source}]
        if not others:
            continue
        distances = {account: _distance(account, others) for account in own}
        is_torn = max(distances.values()) > min(distances.values()) + _MUCH_FURTHER
        found |= {
            account
            for account, distance in distances.items()
            if distance > _MUCH_FURTHER and account.sureness < 1 and (is_torn or _is_beside(account))
        }
    return frozenset(found)


def _is_beside(account: Account) -> bool:
    """Say whether a date stands beside the words of the statement rather than in them."""
    return account.date_sureness < 1


def _distance(account: Account, others: Sequence[Bounds]) -> int:
    return min(account.days.gap(other) for other in others) if account.days else 0


def without(event: Event, accounts: frozenset[Account]) -> Event:
    """Return the event without some of its accounts; of those whose date stands beside, without the date."""
    kept = (
        replace(account, days=None, date_sureness=0.0) if account in accounts else account
        for account in event.accounts
        if account not in accounts or _is_beside(account)
    )
    return Event(event.family, tuple(kept), event.reasons, event.likeness)
