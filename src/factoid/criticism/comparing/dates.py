"""Two dates of one event."""

from __future__ import annotations

from factoid.criticism.accounts.accounts import Account
from factoid.criticism.accounts.days import is_exact
from factoid.criticism.conflicts.relation import UNKNOWN, Comparison, Relation
from factoid.model import Bounds
from factoid.model.when import civil_of

_GREGORIAN_EVERYWHERE = 1923
_TOUCHING = 3  #: days; June and July can be told of one night
_TOUCH = 0.5
_OFTEN_TOO_MANY = 1  #: 13 days, right for the 20th century, are often added to a date of the 19th


def compare_dates(a: Account, b: Account) -> Comparison:
    """Return how the dates of two accounts of one event stand to each other."""
    if a.days is None or b.days is None:
        return UNKNOWN
    sureness = min(a.date_sureness, b.date_sureness)
    if a.days == b.days:
        return Comparison(Relation.SAME, "the same date", sureness)
    gap = a.days.gap(b.days)
    if gap and not a.family.is_point and not _whole(a).gap(_whole(b)):
        return Comparison(Relation.COMPATIBLE, f"{a.date} and {b.date} share days", sureness)
    if gap:
        return _apart(a, b, gap, sureness)
    if not a.family.is_point and not (_closed(a.days) and _closed(b.days)):
        return Comparison(Relation.COMPATIBLE, "both can hold", sureness)
    if b.days.holds(a.days):
        return Comparison(Relation.FINER, f"{a.date} lies in {b.date}", sureness)
    if a.days.holds(b.days):
        return Comparison(Relation.COARSER, f"{b.date} lies in {a.date}", sureness)
    return Comparison(Relation.COMPATIBLE, f"{a.date} and {b.date} share days", sureness)


def _whole(account: Account) -> Bounds:
    """Return all days on which a state can have been."""
    when = account.factoid.when
    return when.days if when else Bounds(None, None)


def _apart(a: Account, b: Account, gap: int, sureness: float) -> Comparison:
    dates = f"{a.date} and {b.date}"
    if a.days and b.days and is_old_style(a.days, b.days):
        return Comparison(Relation.VARIANT, f"{dates} are one day by the old calendar and the new", sureness)
    if a.step and b.step and a.step != b.step:
        return Comparison(Relation.NEIGHBOURING, f"{a.step} ({a.date}), {b.step} ({b.date})", 0.8)
    if gap <= _TOUCHING and any(is_exact(x.days) and not is_exact(x.days, 1) for x in (a, b)):
        sureness *= _TOUCH
    if is_exact(a.days, 0) and is_exact(b.days, 0):
        return Comparison(Relation.DIFFERENT, f"{dates} are {_amount(gap)} apart", sureness)
    return Comparison(Relation.DIFFERENT, f"{dates} have no day in common", sureness)


def _closed(days: Bounds) -> bool:
    return days.earliest is not None and days.latest is not None


def is_old_style(a: Bounds, b: Bounds) -> bool:
    """Say whether two days can be one, by the Julian calendar and by the Gregorian."""
    days = sorted(day for bounds in (a, b) for day in set(bounds) if day is not None)
    if len(days) != 2 or not (_closed(a) and _closed(b)):
        return False
    year = civil_of(days[0])[0]
    if not 1582 <= year < _GREGORIAN_EVERYWHERE:
        return False
    between = year // 100 - year // 400 - 2
    return between <= days[1] - days[0] <= between + _OFTEN_TOO_MANY


def _amount(days: int) -> str:
    if days < 62:
        return f"{days} day{'s' if days != 1 else ''}"
    return f"{round(days / 30.4)} months" if days < 700 else f"{round(days / 365.25)} years"
