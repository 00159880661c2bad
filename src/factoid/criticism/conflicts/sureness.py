"""How sure it is that sources disagree, rather than that one of them was misread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from math import sqrt

from factoid.criticism.accounts.accounts import Account
from factoid.criticism.conflicts.relation import Relation
from factoid.criticism.conflicts.sides import Disagreement, Value
from factoid.criticism.events.likeness import at_one_time, keys_of, likeness_of
from factoid.model import Certainty

_NAMED_ALIKE = 0.7
_ONE_TIME = 0.8
_AT_ODDS_WITH_ITSELF = 0.25  #: what is left of a claim, where its source also makes the opposite one


def sureness_of(field: str, found: Disagreement) -> float:
    """Return how sure a disagreement is, from 0 to 1.

    It is as sure as the two sides that are best attested, the rule by which their values clash, and that they
    speak of one thing. A source that contradicts itself was probably misread.
    """
    torn = _torn(found)
    sides = [_attested(side, torn) for side in found.sides]
    clash = max(comparison.sureness for comparison in found.clashes)
    one_thing = max(
        _one_thing(a.one, b.one, field)
        for ours, theirs in combinations(found.sides, 2)
        for a in ours
        for b in theirs
    )
    best = sorted(sides)[-2:]
    return clash * one_thing * best[0] * best[1]


def _one_thing(a: Account, b: Account, field: str) -> float:
    """Return how sure it is that two accounts speak of one thing; those that name it alike do, whenever it was.

    Where the dates themselves are in question, they tell too.
    """
    if a.family.is_one_at_a_time and at_one_time(a, b):
        return _ONE_TIME
    keys = [key for key in keys_of(a, b) if key.relation is not Relation.UNKNOWN]
    is_named = field != "date" and bool(keys) and all(key.relation.agrees for key in keys)
    return max(_NAMED_ALIKE if is_named else 0.0, min(1.0, likeness_of(a, b).score))


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
    is_told_outright = account.factoid.certainty is Certainty.ASSERTED  # who reports versions has several
    is_doubtful = (
        account.source in torn and is_told_outright and sureness < 1 and not _names_the_person(account)
    )
    return sureness * _AT_ODDS_WITH_ITSELF if is_doubtful else sureness


def _names_the_person(account: Account) -> bool:
    span = account.factoid.spans.get("person")
    if span is None:
        return False
    start = span.start - account.factoid.start
    words = account.factoid.quote[start : span.end - account.factoid.start] if start >= 0 else ""
    return len(words) > 3 and words[:1].isupper()
