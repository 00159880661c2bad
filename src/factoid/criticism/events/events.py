"""Which accounts of one life speak of the same thing: one birth, one crossing, two stints in one post apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, pairwise, permutations, product

from factoid.criticism.accounts.accounts import Account
from factoid.criticism.accounts.days import is_exact
from factoid.criticism.accounts.ranks import is_lower, rank_of
from factoid.criticism.comparing.places import places_compared
from factoid.criticism.events.likeness import (
    ALIKE,
    Likeness,
    at_one_time,
    is_parallel,
    keys_of,
    likeness_of,
    may_stand_together,
)
from factoid.criticism.events.rulings import Rulings
from factoid.model import Bounds

_MOST_IN_A_BLOCK = 40  #: in a larger one each account is compared with those next to it in time only
_NEIGHBOURS = 12
_MOST_OF_A_DATE = 8
_SAMPLE = 4  #: accounts of a group that are compared with those of another
_ALIKE_ON_THE_WHOLE = 0.3
_BLOCK_WORDS = 12  #: of a quote; those that fewest accounts have tell most


@dataclass(frozen=True, slots=True)
class Event:
    """Accounts that speak of one thing, and why they are held to."""

    family: str
    accounts: tuple[Account, ...]
    reasons: tuple[str, ...] = ()
    likeness: float = 1.0  #: of the two that were joined last: how sure it is that all speak of one thing
    is_at_odds: bool = False  #: held together only by what differs: two ranks of one time


@dataclass(slots=True)
class _Group:
    members: list[int]
    by_source: dict[str, list[Account]]
    reasons: list[str] = field(default_factory=list)
    likeness: float = 1.0


def events_of(accounts: Sequence[Account], rulings: Rulings) -> list[Event]:
    """Return the events of a life; each account is in exactly one."""
    by_family: dict[str, list[Account]] = defaultdict(list)
    for account in _with_journeys_of_flights(accounts):
        by_family[account.family.name].append(account)
    return [event for group in by_family.values() for event in _events(group, rulings)]


_OF_ONE_FLIGHT = 31  #: days
_MOST_FLIGHTS = 20  #: different ones that are looked at


def _with_journeys_of_flights(accounts: Sequence[Account]) -> Iterator[Account]:
    """Yield the accounts; a journey to where another source has somebody flee in those weeks is of the flight.

    So is what another source tells at the same point of the story in the words of a flight.
    """
    flights = {(a.days, a.factoid.place): a for a in accounts if a.family.name == "flight"}
    told = list(flights.values())[:_MOST_FLIGHTS]
    fled = {a.source for a in accounts if a.family.name == "flight" and a.days}
    for account in accounts:
        is_journey = account.family.name == "journey" and bool(told)
        of = next((f for f in told if is_journey and _is_of(account, f, fled)), None)
        yield replace(account, family=of.family) if of else account


def _is_of(journey: Account, flight: Account, fled: Collection[str]) -> bool:
    is_dated = journey.date_sureness == 1 and is_exact(journey.days) and is_exact(flight.days)
    if is_dated and journey.source not in fled and _leads_alike(journey, flight):
        return True
    return journey.days == flight.days and is_parallel(journey, flight)


def _leads_alike(journey: Account, flight: Account) -> bool:
    if journey.source == flight.source or not (journey.days and flight.days):
        return False
    if (
        not journey.factoid.place
        or not flight.factoid.place
        or journey.days.gap(flight.days) > _OF_ONE_FLIGHT
    ):
        return False
    return places_compared(journey.factoid.place, flight.factoid.place).relation.agrees


def _events(accounts: list[Account], rulings: Rulings) -> Iterator[Event]:
    family = accounts[0].family
    if family.is_once and not rulings.part_any(accounts):
        yield Event(family.name, tuple(accounts), (f"there is one {family.name} in a life",))
        return
    groups = _Groups(accounts, rulings)
    for found in sorted(_pairs(accounts, rulings), key=lambda pair: (-pair[0].score, pair[1], pair[2])):
        groups.join(*found)
    found_apart = list(groups.events())
    yield from found_apart
    if family.is_one_at_a_time:
        yield from _of_one_time(found_apart)


def _of_one_time(events: Sequence[Event]) -> Iterator[Event]:
    """Yield what somebody is said to have had at one time, where the sources have nothing in common.

    Where two sources agree on one rank, another that only one of them has is an earlier or a later one.
    """
    told = [_first_of_each_date(event) for event in events]
    outgrown = _outgrown([account for of_one in told for account in of_one])
    agreeing = {pair for accounts in told for pair in permutations({a.source for a in accounts}, 2)}
    accounts = [account for of_one in told for account in of_one if account not in outgrown]
    at_odds: dict[int, Account] = {}
    for a, b in combinations(accounts, 2):
        if a.source != b.source and (a.source, b.source) not in agreeing and at_one_time(a, b):
            at_odds |= {id(a): a, id(b): b}
    if at_odds:
        family = accounts[0].family.name
        yield Event(
            family,
            tuple(at_odds.values()),
            (f"nobody has more than one {family} at a time",),
            is_at_odds=True,
        )


def _outgrown(accounts: Sequence[Account]) -> set[Account]:
    """Return the ranks without a sure date that are not the highest of a source: only that is held against others."""
    by_source: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        by_source[account.source].append(account)
    return {
        a
        for of_one in by_source.values()
        for a, b in permutations(of_one, 2)
        if a.date_sureness < 1 and is_lower(rank_of(a.factoid) or "", rank_of(b.factoid) or "")
    }


def _first_of_each_date(event: Event) -> list[Account]:
    """Return a few of the accounts that give one date: of many more the rest would say nothing new."""
    by_date: dict[Bounds | None, list[Account]] = defaultdict(list)
    for account in event.accounts:
        by_date[account.days].append(account)
    return [account for told in by_date.values() for account in told[:_MOST_OF_A_DATE]]


class _Groups:
    """Accounts joined step by step, the likeliest first."""

    def __init__(self, accounts: list[Account], rulings: Rulings) -> None:
        self._accounts, self._rulings = accounts, rulings
        self._judged = {number for number, account in enumerate(accounts) if rulings.touch(account)}
        self._of = [_Group([n], {account.source: [account]}) for n, account in enumerate(accounts)]

    def join(self, found: Likeness, a: int, b: int) -> None:
        """Make the groups of two accounts one, unless two of their members cannot speak of one thing."""
        theirs, ours = sorted((self._of[a], self._of[b]), key=lambda group: len(group.members))
        if ours is theirs or not self._may_join(ours, theirs, is_judged=found.is_judged):
            return
        ours.members += theirs.members
        ours.reasons += [*theirs.reasons, *found.reasons]
        ours.likeness = min(ours.likeness, theirs.likeness, found.score)
        for source, accounts in theirs.by_source.items():
            ours.by_source.setdefault(source, []).extend(accounts)
        for member in theirs.members:
            self._of[member] = ours

    def _may_join(self, ours: _Group, theirs: _Group, *, is_judged: bool) -> bool:
        if self._judged and self._are_parted(ours, theirs):
            return False
        return is_judged or (
            all(may_stand_together(a, b) for a, b in self._of_one_source(ours, theirs))
            and self._are_alike(ours, theirs)
        )

    def _are_alike(self, ours: _Group, theirs: _Group) -> bool:
        """Say whether the accounts of two groups are alike on the whole: one vague account does not join two events."""
        samples = ([self._accounts[n] for n in group.members[:_SAMPLE]] for group in (ours, theirs))
        scores = [likeness_of(a, b).score for a, b in product(*samples)]
        return len(scores) == 1 or sum(scores) >= _ALIKE_ON_THE_WHOLE * len(scores)

    def _are_parted(self, ours: _Group, theirs: _Group) -> bool:
        judged = ([self._accounts[n] for n in group.members if n in self._judged] for group in (ours, theirs))
        return any(self._rulings.parts(a, b) for a, b in product(*judged))

    def _of_one_source(self, ours: _Group, theirs: _Group) -> Iterator[tuple[Account, Account]]:
        """Yield the pairs of accounts that one source has in two groups; only those can keep the groups apart."""
        for source, accounts in theirs.by_source.items():
            yield from product(ours.by_source.get(source, ()), accounts)

    def events(self) -> Iterator[Event]:
        """Yield the groups, in the order of their first accounts."""
        for number, group in enumerate(self._of):
            if number == min(group.members):
                members = tuple(self._accounts[member] for member in sorted(group.members))
                reasons = tuple(dict.fromkeys(group.reasons))
                yield Event(members[0].family.name, members, reasons, min(group.likeness, 1.0))


def _pairs(accounts: list[Account], rulings: Rulings) -> Iterator[tuple[Likeness, int, int]]:
    for a, b in sorted(_candidates(accounts)):
        found = likeness_of(accounts[a], accounts[b])
        if rulings.joins(accounts[a], accounts[b]):
            yield Likeness(2.0, ("judged to be one event",), is_judged=True), a, b
        elif found.score >= ALIKE:
            yield found, a, b


def _candidates(accounts: list[Account]) -> set[tuple[int, int]]:
    """Return the pairs worth comparing: all of a few accounts, of many those that share a telling word."""
    if len(accounts) <= _MOST_IN_A_BLOCK:
        return {(a, b) for b in range(len(accounts)) for a in range(b)}
    found: set[tuple[int, int]] = set()
    for block in _blocks(accounts):
        found |= _near(block) if len(block) > _MOST_IN_A_BLOCK else _all(block)
    return found


def _blocks(accounts: list[Account]) -> Iterable[list[int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for number, account in enumerate(accounts):
        for word in account.words:
            holders[word].append(number)
    chosen: dict[str, list[int]] = defaultdict(list)
    for number, account in enumerate(accounts):
        telling = sorted(account.words, key=lambda word: (len(holders[word]), word))[:_BLOCK_WORDS]
        for word in telling:
            chosen[word].append(number)
    by_time = sorted(range(len(accounts)), key=lambda n: (_day(accounts[n]), n))
    return [sorted(block, key=lambda n: (_day(accounts[n]), n)) for block in chosen.values()] + [by_time]


def _day(account: Account) -> int:
    if account.days is None:
        return 0
    return next((day for day in account.days if day is not None), 0)


def _all(block: Sequence[int]) -> set[tuple[int, int]]:
    return {(min(a, b), max(a, b)) for n, b in enumerate(block) for a in block[:n]}


def _near(block: Sequence[int]) -> set[tuple[int, int]]:
    return {(min(a, b), max(a, b)) for n, b in enumerate(block) for a in block[max(0, n - _NEIGHBOURS) : n]}


def told_alike(events: Iterable[Event]) -> Iterator[tuple[Event, Event]]:
    """Yield two events at a time that are told alike, of the same post or place, but of different times."""
    by_family: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.accounts[0].days and not event.is_at_odds and not event.accounts[0].family.is_once:
            by_family[event.family].append(event)
    for found in by_family.values():
        in_time = sorted(found, key=lambda event: _day(event.accounts[0]))
        for one, other in pairwise(in_time):
            keys = [key for key in keys_of(one.accounts[0], other.accounts[0]) if key.reason]
            if keys and all(key.relation.agrees for key in keys):
                yield one, other
