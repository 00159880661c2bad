"""A factoid made ready to be compared with others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factoid.criticism.families import Family, family_named, family_of, step_of
from factoid.criticism.lexicon import is_killing, trades_in
from factoid.criticism.ranks import is_rank_told_as_office, rank_of
from factoid.criticism.wording import content_words
from factoid.model import Attestation, Bounds, Certainty, Deed, DossierLine, Factoid, Span, Verdict
from factoid.names import gender_of_given_name, parse_name

_TOLD = ("told between",)  #: inferences that only say where in a story something stands


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
    trades: tuple[str, ...] = ()  #: what the related parent is said to have been

    @property
    def factoid(self) -> Factoid:
        """The factoid."""
        return self.line.factoid

    @property
    def source(self) -> str:
        """Short name of the source."""
        return self.line.source

    @property
    def is_denied(self) -> bool:
        """Whether the source says that it was not so."""
        return self.factoid.certainty is Certainty.DENIED

    @property
    def sureness(self) -> float:
        """How sure it is that the source says so."""
        return 1.0 if self.line.verdict is Verdict.ACCEPTED else self.factoid.confidence


def accounts_of(attestation: Attestation) -> list[Account]:
    """Return the accounts of a life: its factoids but for those that a person rejected or that nothing tests."""
    found: list[Account] = []
    for line in attestation.lines:
        if line.verdict is Verdict.REJECTED:
            continue
        family = family_named("rank") if is_rank_told_as_office(line.factoid) else family_of(line.factoid)
        is_no_rank = family is not None and family.name == "rank" and rank_of(line.factoid) is None
        if family is not None and not is_no_rank and not _is_other_parent(family, line, line.related):
            found.append(_account(line, family, line.related))
        trade = parent_trade_in(line.factoid)
        if trade:
            found.append(_account(line, family_named("father"), (), (trade,)))
    found += [account for deed in attestation.deeds for account in _of_deed(deed)]
    father = family_named("father")
    found += [
        _account(deed.line, father, (), (deed.line.factoid.value,))
        for deed in attestation.parents
        if deed.line.factoid.value and not _is_other_parent(father, deed.line, (deed.doer,))
    ]
    return _with_borrowed_dates_doubted(found)


_BORROWED = 0.6  #: how sure a date still is that stands in the words of another statement


def _with_borrowed_dates_doubted(accounts: list[Account]) -> list[Account]:
    """Doubt the dates that a reading took over from the words of another statement of the same source."""
    quotes: dict[str, list[Span]] = defaultdict(list)
    for account in accounts:
        quotes[account.factoid.source].append(account.factoid.span)

    def is_borrowed(account: Account) -> bool:
        span, own = account.factoid.spans.get("date"), account.factoid.span
        if account.days is None or span is None or own.holds(span):
            return False
        return any(other.holds(span) for other in quotes[account.factoid.source])

    return [
        replace(account, date_sureness=account.date_sureness * _BORROWED) if is_borrowed(account) else account
        for account in accounts
    ]


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
    if line.factoid.role in _CHILDREN and not _is_other_parent(parent, line, (deed.doer,)):
        yield _account(line, parent, (deed.doer,))


_NO_PARENT = re.compile(r"\b(?:foster|step|adopt|god|grand|in-law)", re.I)


def _is_other_parent(family: Family, line: DossierLine, related: tuple[tuple[str, str], ...]) -> bool:
    """Say whether the parent of an account of a father may be a mother, or no parent by birth."""
    if family.name not in ("father", "mother"):
        return False
    if _NO_PARENT.search(line.factoid.quote):
        return True
    if family.name == "mother" or line.factoid.role == "father":
        return False
    return any(name[:1].isupper() and _gender(name) != "m" for _, name in related)


def _gender(name: str) -> str | None:
    given = parse_name(name).given[:1]
    return gender_of_given_name(given[0]) if given else None


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
        words=content_words(factoid.quote),
        days=days,
        date_sureness=sureness,
        related=related,
        trades=trades,
    )


_PARENT_TRADE = re.compile(
    r"\b(?:son|daughter|child|family) of (?:an? |the )((?:[\w-]+ ?){1,4})"
    r"|\bfather(?:,| was| had been| worked as)+ (?:an? |the )((?:[\w-]+ ?){1,4})",
    re.I,
)
_PARENTS = frozenset({"father", "parent"})


def parent_trade_in(factoid: Factoid) -> str | None:
    """Return what a birth or a kinship tells of a parent's trade (*the son of a poor tailor*)."""
    if factoid.type != "birth" and not (factoid.type == "kinship" and factoid.role in _PARENTS):
        return None
    for found in _PARENT_TRADE.finditer(factoid.quote):
        words = (found.group(1) or found.group(2)).split()
        for last in range(1, len(words) + 1):
            if trades_in(words[last - 1]):
                return " ".join(words[:last])
    return None


def days_of(factoid: Factoid, *, is_point: bool) -> tuple[Bounds | None, float]:
    """Return the days on which an event can have been, and how sure it is that the source gives that date.

    A date that only follows from where the story tells something is none that a source could be held to.
    """
    when = factoid.when
    if when is None:
        return None, 0.0
    basis = factoid.inference.get("date", "")
    if any(told in basis for told in _TOLD) or (when.earliest is None and when.latest is None):
        return None, 0.0
    days = Bounds(when.start.earliest, when.end.latest) if is_point else when.start
    return days, _date_sureness(factoid, basis)


_IN_ITS_WORDS, _NEAR_BY, _NOT_SAID_WHERE, _CARRIED_ON = 1.0, 0.75, 0.9, 0.3
_PASSED_OVER = 0.15
_NEAR = 200  #: characters
_DIGIT, _YEAR = re.compile(r"\d"), re.compile(r"\b1\d{3}\b|\b20\d{2}\b")


def _date_sureness(factoid: Factoid, basis: str) -> float:
    """Return how far a source can be held to a date: not far, if a reading carried it on from what goes before."""
    span = factoid.spans.get("date")
    words = factoid.when.words if factoid.when else ""
    if words and not _DIGIT.search(words) and _YEAR.search(factoid.quote):
        return _PASSED_OVER  # *a few weeks later, on 11 January 1909*: the plainer date was passed over
    if span is None:
        return _CARRIED_ON if basis else _NOT_SAID_WHERE
    if factoid.span.holds(span):
        return _IN_ITS_WORDS
    return _NEAR_BY if abs(span.start - factoid.start) < _NEAR else _CARRIED_ON
