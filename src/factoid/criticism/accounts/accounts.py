"""A factoid made ready to be compared with others."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate

from factoid.criticism.accounts.crossings import border_in, is_at_border
from factoid.criticism.accounts.days import CARRIED_ON, days_of, is_exact, stands_next_to
from factoid.criticism.accounts.families import Family, family_named, family_of, start_of, step_of
from factoid.criticism.accounts.lexicon import trades_in
from factoid.criticism.accounts.manners import is_killing
from factoid.criticism.accounts.naming import lines_with_names
from factoid.criticism.accounts.parents import is_other_parent, parent_trade_in
from factoid.criticism.accounts.ranks import is_rank_told_otherwise, rank_of
from factoid.criticism.accounts.units import unit_in
from factoid.criticism.accounts.wording import content_words, is_bare_verb
from factoid.model import Attestation, Bounds, Certainty, Deed, DossierLine, Factoid, Span, Verdict, When


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """What one source says of one thing in a life."""

    line: DossierLine
    family: Family
    step: str | None
    words: frozenset[str]  #: what the quote speaks of
    days: Bounds | None  #: on which it can have been, where the source says so
    date_sureness: float
    related: tuple[tuple[str, str], ...]  #: id and name of the other persons
    told_after: str | None = None  #: the date right after which it is told, where it has none of its own
    told_at: str | None = None  #: the place near which the border was reached, told right before
    is_of_its_start: bool = False  #: made of what tells of a state: when it began
    is_start_told: bool = False  #: the source says from when on it was so
    trades: tuple[str, ...] = ()  #: what the related parent is said to have been
    is_lone: bool = False  #: the only one of its family in its source
    since: int | None = None  #: the day on which began what it ends, as any source says
    beside: tuple[frozenset[str], ...] = ()  #: what the source's statements right before and after speak of

    @property
    def factoid(self) -> Factoid:
        """The factoid."""
        return self.line.factoid

    @property
    def source(self) -> str:
        """Short name of the source."""
        return self.line.source

    @property
    def date(self) -> str | None:
        """When it was, as EDTF."""
        return self.told_after or self.factoid.date

    @property
    def is_denied(self) -> bool:
        """Whether the source says that it was not so."""
        return self.factoid.certainty is Certainty.DENIED

    @property
    def sureness(self) -> float:
        """How sure it is that the source says so."""
        is_accepted = self.line.verdict is Verdict.ACCEPTED
        return 1.0 if is_accepted else max(self.factoid.confidence, self.family.least_sure)


def accounts_of(attestation: Attestation) -> list[Account]:
    """Return the accounts of a life: its factoids but for those that a person rejected or that nothing tests."""
    found: list[Account] = []
    for line in attestation.lines:
        if line.verdict is Verdict.REJECTED:
            continue
        family = family_named("rank") if is_rank_told_otherwise(line.factoid) else family_of(line.factoid)
        if family is not None and family.name == "death" and _ONLY_ORDERED.search(line.factoid.quote):
            continue
        is_no_rank = family is not None and family.name == "rank" and rank_of(line.factoid) is None
        if family is not None and not is_no_rank and not is_other_parent(family, line, line.related):
            found.append(_account(line, family, line.related))
            found += _of_its_start(found[-1])
        trade = parent_trade_in(line.factoid)
        if trade:
            found.append(_account(line, family_named("father"), (), (trade,)))
    called = family_named("patronymic")
    found += [_account(line, called, ()) for line in lines_with_names(attestation.lines)]
    found += [account for deed in attestation.deeds for account in _of_deed(deed)]
    father = family_named("father")
    found += [
        _account(deed.line, father, (), (deed.line.factoid.value,))
        for deed in attestation.parents
        if deed.line.factoid.value and not is_other_parent(father, deed.line, (deed.doer,))
    ]
    return _with_company(_with_days_told_before(_with_borrowed_dates_doubted(found)))


def _with_company(accounts: list[Account]) -> list[Account]:
    """Add to each account what stands beside it in its source, whether it is alone of its kind, and what it ends."""
    told: dict[str, dict[Span, frozenset[str]]] = defaultdict(dict)
    places: dict[tuple[str, str], set[Span]] = defaultdict(set)
    begun: dict[str, list[int]] = defaultdict(list)
    for account in sorted(accounts, key=lambda a: a.factoid.span):
        told[account.source].setdefault(account.factoid.span, account.words)
        places[account.source, account.family.name].add(account.factoid.span)
        if account.days is not None and account.days.earliest is not None:
            begun[account.family.name].append(account.days.earliest)
    beside: dict[tuple[str, Span], tuple[frozenset[str], ...]] = {}
    for source, by_span in told.items():
        words = [frozenset(), *by_span.values(), frozenset()]
        for span, before, after in zip(by_span, words, words[2:], strict=False):
            beside[source, span] = (before, after)
    return [
        replace(
            account,
            beside=beside[account.source, account.factoid.span],
            is_lone=len(places[account.source, account.family.name]) == 1,
            since=_since(account, begun),
        )
        for account in accounts
    ]


def _since(account: Account, begun: Mapping[str, list[int]]) -> int | None:
    """Return the last day before the end of the account on which began what it ends."""
    end = account.days.latest if account.days else None
    days = (
        day for name in account.family.ends for day in begun.get(name, ()) if end is not None and day <= end
    )
    return max(days, default=None)


def _of_its_start(account: Account) -> Iterator[Account]:
    """Yield what an account of a state with a first day says of how it began."""
    family = start_of(account.family.name)
    when = account.factoid.when
    if family is None or when is None or account.days is None or account.date_sureness < _WELL_DATED:
        return
    is_named = bool(unit_in(account.factoid.quote)) or not is_bare_verb(account.factoid.role or "")
    if "/" in when.edtf and when.start.earliest is not None and is_named:
        yield replace(
            account,
            family=family,
            step=None,
            days=when.start,
            told_after=account.date.split("/")[0] if account.date else None,
            is_of_its_start=True,
            is_start_told=_FROM.match(when.words) is not None,
        )


_FROM = re.compile(r"(?:from|since|с|со|ab|seit|von|depuis)\b", re.I)


_ONLY_ORDERED = re.compile(r"^(?:sentenced |condemned )?(?:by [\w ]+ )?to (?:be \w+|death)\W*$", re.I)
_WELL_DATED = 0.7
_BORROWED = 0.6  #: how sure a date still is that stands in the words of another statement


def _with_borrowed_dates_doubted(accounts: list[Account]) -> list[Account]:
    """Doubt the dates that a reading took over from the words of another statement of the same source."""
    quotes: dict[str, list[Span]] = defaultdict(list)
    for account in accounts:
        quotes[account.factoid.source].append(account.factoid.span)
    covers = {source: _Cover(spans) for source, spans in quotes.items()}

    def is_borrowed(account: Account) -> bool:
        span, own = account.factoid.spans.get("date"), account.factoid.span
        if account.days is None or span is None or own.holds(span) or stands_next_to(own, span):
            return False
        return covers[account.factoid.source].holds(span)

    return [
        replace(account, date_sureness=account.date_sureness * _BORROWED) if is_borrowed(account) else account
        for account in accounts
    ]


class _Cover:
    """Which stretches of a text lie in one of some spans."""

    def __init__(self, spans: list[Span]) -> None:
        in_order = sorted(spans)
        self._starts = [span.start for span in in_order]
        self._ends = list(accumulate((span.end for span in in_order), max))

    def holds(self, span: Span) -> bool:
        """Say whether one of the spans holds it."""
        at = bisect_right(self._starts, span.start)
        return at > 0 and self._ends[at - 1] >= span.end


_LEADING_UP = frozenset({"journey", "event", "action", "meeting", "flight"})
_TOLD_AFTER = 0.75  #: how sure a date is that stands right before, in what leads to the event
_RIGHT_AFTER = 700  #: characters


def _with_days_told_before(accounts: list[Account]) -> list[Account]:
    """Date what has no day of its own by the day of what leads up to it, told right before.

    *On 9 June he arrived at the border. (…) At night he crossed it*: who asks this source for the day of the
    crossing gets that answer.
    """
    days: dict[str, list[Account]] = defaultdict(list)
    for account in sorted(accounts, key=lambda a: a.factoid.start):
        if account.family.name in _LEADING_UP and account.date_sureness == 1 and is_exact(account.days, 0):
            days[account.factoid.source].append(account)
    found = []
    for account in accounts:
        told = days[account.factoid.source]
        crossed = _crossed_after_the_border(account, told)
        found.append(_placed_by_what_goes_before(_dated_by_what_goes_before(crossed, told), told))
    return found


_CROSSED = re.compile(
    r"^(?:\w+ ){0,3}?(?:cross|swam|waded|forded|rowed|crawled|slipped|went over|passed)", re.I
)


def _crossed_after_the_border(account: Account, days: list[Account]) -> Account:
    """Take for a flight what is told right after somebody came to the border: *crossed the river*."""
    if account.family.name not in _LEADING_UP or not _CROSSED.match(account.factoid.quote):
        return account
    told = _right_before(account, days)
    if told is None or told.factoid == account.factoid or not is_at_border(told.factoid.quote):
        return account
    family = family_named("flight")
    return replace(account, family=family, step=step_of(family, account.factoid.quote))


def _right_before(account: Account, days: list[Account]) -> Account | None:
    start = account.factoid.start
    before = bisect_right(days, start, key=lambda other: other.factoid.start) - 1
    told = days[before] if before >= 0 else None
    if told is not None and told.factoid == account.factoid:
        told = days[before - 1] if before > 0 else None
    return told if told is not None and start - told.factoid.start <= _RIGHT_AFTER else None


def _dated_by_what_goes_before(account: Account, days: list[Account]) -> Account:
    factoid = account.factoid
    if not account.family.is_led_up_to or account.date_sureness > CARRIED_ON:
        return account
    told = _right_before(account, days)
    if told is None or not _may_be(factoid.when, told.days):
        return account
    return replace(account, days=told.days, date_sureness=_TOLD_AFTER, told_after=told.factoid.date)


def _placed_by_what_goes_before(account: Account, days: list[Account]) -> Account:
    """Add at which place the source has the person reach the border on the day of the crossing, or before it."""
    if not account.family.is_led_up_to or account.days is None:
        return account
    near = (
        border_in(other.factoid.quote)
        for other in days
        if other.days == account.days and 0 <= account.factoid.start - other.factoid.start <= _RIGHT_AFTER
    )
    return replace(account, told_at=next(filter(None, near), None))


def _may_be(when: When | None, days: Bounds | None) -> bool:
    """Say whether a date, if there is one, leaves room for the days."""
    return when is None or days is None or not when.days.gap(days)


_CHILDREN = frozenset({"son", "daughter", "child"})


def _of_deed(deed: Deed) -> Iterator[Account]:
    """Yield what is told of another person as an account of this one: a killing, a child."""
    line = deed.line
    if line.verdict is Verdict.REJECTED:
        return
    if line.factoid.type == "action" and is_killing(line.factoid.value or ""):
        killed = _account(line, family_named("death"), (deed.doer,))
        yield replace(killed, days=None, date_sureness=0.0)  # who is shot one day may die the next
    parent = family_named("father")
    if line.factoid.role in _CHILDREN and not is_other_parent(parent, line, (deed.doer,)):
        yield _account(line, parent, (deed.doer,))


def _account(
    line: DossierLine, family: Family, related: tuple[tuple[str, str], ...], trades: tuple[str, ...] = ()
) -> Account:
    factoid = line.factoid
    days, sureness = days_of(factoid, is_point=family.is_point)
    if family.name == "father" and not trades:
        trades = tuple(name for _, name in related if name[:1].islower() and trades_in(name))
    return Account(
        line=line,
        family=family,
        step=step_of(family, f"{factoid.value or ''} {factoid.quote}"),
        words=content_words(_without_person(factoid)),
        days=days,
        date_sureness=sureness * family.dates_sure,
        related=related,
        trades=trades,
    )


def _without_person(factoid: Factoid) -> str:
    """Return the quote without the name of whom it is about, which tells nothing of what it says."""
    span = factoid.spans.get("person")
    if span is None or not factoid.span.holds(span):
        return factoid.quote
    return factoid.quote[: span.start - factoid.start] + factoid.quote[span.end - factoid.start :]
