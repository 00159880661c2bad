"""Each field compared with its own sense."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import product

from factoid.criticism.accounts.accounts import Account
from factoid.criticism.accounts.crossings import crossing_in
from factoid.criticism.accounts.manners import GENERAL, manners_in
from factoid.criticism.accounts.naming import full_name_in
from factoid.criticism.accounts.ranks import rank_of
from factoid.criticism.accounts.units import unit_in, units_compared
from factoid.criticism.accounts.wording import content_words, likeness, proper_words
from factoid.criticism.comparing.agents import agent_of, compare_agents
from factoid.criticism.comparing.amounts import compare_awards, compare_counts, compare_sentences
from factoid.criticism.comparing.bodies import bodies_compared, body_in, posts_compared, ranks_compared
from factoid.criticism.comparing.causes import compare_causes
from factoid.criticism.comparing.dates import compare_dates
from factoid.criticism.comparing.people import (
    birth_names_compared,
    compare_related,
    patronymics_compared,
    share_given_name,
)
from factoid.criticism.comparing.places import (
    crossings_compared,
    goal_in,
    named_in,
    places_compared,
)
from factoid.criticism.comparing.scripts import compared
from factoid.criticism.comparing.seats import is_town, seat_of, without_seat
from factoid.criticism.comparing.trades import compare_trades
from factoid.criticism.conflicts.relation import UNKNOWN, Comparison, Relation
from factoid.model import SLOTS, Factoid

_WORDS_ALIKE = 0.6


@lru_cache(maxsize=65536)
def _compare_words(a: str, b: str) -> Comparison:
    ours, theirs = content_words(a), content_words(b)
    if not ours or not theirs:
        return UNKNOWN
    if ours == theirs:
        return Comparison(Relation.SAME, f"both say {a}")
    if likeness(ours, theirs) >= _WORDS_ALIKE:
        return Comparison(Relation.VARIANT, f"{a} and {b} say nearly the same")
    return UNKNOWN


@lru_cache(maxsize=65536)
def _compare_peoples(a: str, b: str) -> Comparison:
    found = _compare_words(a, b)
    return (
        found if found.relation is not Relation.UNKNOWN else Comparison(Relation.COMPATIBLE, "both can hold")
    )


_BY_TEXT: Mapping[str, Callable[[str, str], Comparison]] = {
    "place": places_compared,
    "crossing": crossings_compared,
    "goal": places_compared,
    "city": places_compared,
    "service": bodies_compared,
    "patronymic": patronymics_compared,
    "birth name": birth_names_compared,
    "post": posts_compared,
    "body": bodies_compared,
    "rank": ranks_compared,
    "award": compare_awards,
    "count": compare_counts,
    "sentence": compare_sentences,
    "words": _compare_words,
    "people": _compare_peoples,
    "unit": units_compared,
}


def compare(field: str, how: str, a: Account, b: Account) -> Comparison:
    """Return how what two accounts say in a field stands to each other, compared in the way the rules name."""
    if how == "date":
        return compare_dates(a, b)
    if how == "name":
        return _compare_named(a, b)
    if how == "agent":
        return compare_agents(a, b)
    if how == "trade":
        return compare_trades(a.trades, b.trades)
    ours, theirs = value_of(field, how, a), value_of(field, how, b)
    if ours is None or theirs is None:
        return UNKNOWN
    found = compared(
        ours, theirs, compare_causes if how == "cause" else _BY_TEXT[how], decides=how in _TABLED
    )
    if found.relation is Relation.DIFFERENT and how in _NAMES and (_told(ours, b) or _told(theirs, a)):
        return Comparison(Relation.COMPATIBLE, f"one source names both {ours} and {theirs}")
    return found


_WOMEN = frozenset({"wife", "mother"})


def _compare_named(a: Account, b: Account) -> Comparison:
    """Compare the related persons; of two surnames of one Anna the one may be that of her father."""
    found = compare_related(a.related, b.related)
    is_woman = {a.factoid.role, b.factoid.role} <= _WOMEN
    pairs = product((name for _, name in a.related), (name for _, name in b.related))
    if found.relation is Relation.DIFFERENT and is_woman and any(share_given_name(*pair) for pair in pairs):
        return Comparison(Relation.COMPATIBLE, "a woman may be called by her father's name or her husband's")
    return found


_NAMES = frozenset({"place", "goal", "city", "body"})
#: compared by tables that know Russian names
_TABLED = frozenset({*_NAMES, "crossing", "service", "rank", "award"})


def _told(value: str, account: Account) -> bool:
    """Say whether a source names the value too, in the same breath as its own."""
    words = proper_words(value)
    return bool(words) and words <= proper_words(account.factoid.quote)


def value_of(field: str, how: str, account: Account) -> str | None:
    """Return what an account says in a field, in words; None where it says nothing that can be compared."""
    factoid = account.factoid
    if how in _OF_ACCOUNTS:
        return _OF_ACCOUNTS[how](account)
    if how in _OF_FACTOIDS:
        return _OF_FACTOIDS[how](factoid)
    return getattr(factoid, field) if field in SLOTS else None


def _names(account: Account) -> str | None:
    return ", ".join(name for _, name in account.related) or None


_OF_ACCOUNTS: Mapping[str, Callable[[Account], str | None]] = {
    "date": lambda account: account.date if account.days else None,
    "name": _names,
    "agent": lambda account: _names(account) or agent_of(account),
    "crossing": lambda account: crossing_in(account.factoid.quote) or account.told_at,
    "trade": lambda account: ", ".join(account.trades) or None,
}


def _body(factoid: Factoid) -> str | None:
    return body_in(factoid.organisation, factoid.quote)


def _city(factoid: Factoid) -> str | None:
    """Return the place, or the one in the name of the body (*the Odessa Cheka*)."""
    if factoid.place and is_town(factoid.place):
        return factoid.place
    return seat_of(_body(factoid) or "")


def _cause(factoid: Factoid) -> str | None:
    """Return the words for the cause of a death: the value, or the quote where that says more."""
    if factoid.value and manners_in(factoid.value) - GENERAL:
        return factoid.value
    words = f"{factoid.value or ''} {factoid.quote}".strip()
    return words if manners_in(words) else None


_AND_IN = re.compile(r"\band (?:later |then |afterwards )?(?:in|at)(?: the)? $")


def _place(factoid: Factoid) -> str | None:
    """Return the place; none of what lasts where it is a further one: *studied at St Luke's school and in Paris*."""
    if not factoid.place:
        return None
    span = factoid.spans.get("place")
    before = factoid.quote[: max(span.start - factoid.start, 0)] if span is not None else ""
    is_further = factoid.type in _LASTING and _AND_IN.search(before) is not None
    return None if is_further else named_in(factoid.place, factoid.quote)


_LASTING = frozenset({"education", "residence", "service"})


_OF_FACTOIDS: Mapping[str, Callable[[Factoid], str | None]] = {
    "rank": rank_of,
    "unit": lambda factoid: unit_in(factoid.quote),
    "cause": _cause,
    "patronymic": full_name_in,
    "count": lambda factoid: factoid.value,
    "place": _place,
    "body": _body,
    "goal": lambda factoid: goal_in(factoid.place, factoid.quote) if factoid.place else None,
    "city": _city,
    "service": lambda factoid: without_seat(body) if (body := _body(factoid)) else None,
}
