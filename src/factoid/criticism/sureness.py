"""How sure it is that sources disagree, rather than that one of them was misread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations
from math import sqrt

from factoid.criticism.accounts import Account
from factoid.criticism.likeness import Likeness
from factoid.criticism.sides import Disagreement, Value

_AT_ODDS_WITH_ITSELF = 0.25  #: what is left of a claim, where its source also makes the opposite one


def sureness_of(found: Disagreement, likeness: Callable[[Account, Account], Likeness]) -> float:
    """Return how sure a disagreement is, from 0 to 1.

    It is as sure as the two sides that are best attested, the rule by which their values clash, and that they
    speak of one thing. A source that contradicts itself was rather misread.
    """
    torn = _torn(found)
    sides = [_attested(side, torn) for side in found.sides]
    clash = max(comparison.sureness for comparison in found.clashes)
    one_thing = max(
        max(0.0, min(1.0, likeness(a.one, b.one).score))
        for ours, theirs in combinations(found.sides, 2)
        for a in ours
        for b in theirs
    )
    best = sorted(sides)[-2:]
    return clash * one_thing * best[0] * best[1]


def _torn(found: Disagreement) -> set[str]:
    on = Counter(source for side in found.sides for source in {a.source for v in side for a in v.accounts})
    return {source for source, times in on.items() if times > 1}


def _attested(side: Sequence[Value], torn: set[str]) -> float:
    """Return how sure it is that any source says what the side says."""
    by_source: dict[str, float] = {}
    for value in side:
        for account in value.accounts:
            by_source[account.source] = max(by_source.get(account.source, 0.0), _read(account, torn))
    doubt = 1.0
    for sureness in by_source.values():
        doubt *= 1 - sureness
    return 1 - doubt


def _read(account: Account, torn: set[str]) -> float:
    """Return how sure it is that the source says so in this field; a field is oftener right than all together."""
    sureness = sqrt(account.sureness)
    is_doubtful = account.source in torn and sureness < 1 and not _names_the_person(account)
    return sureness * _AT_ODDS_WITH_ITSELF if is_doubtful else sureness


def _names_the_person(account: Account) -> bool:
    span = account.factoid.spans.get("person")
    if span is None:
        return False
    start = span.start - account.factoid.start
    words = account.factoid.quote[start : span.end - account.factoid.start] if start >= 0 else ""
    return len(words) > 3 and words[:1].isupper()
