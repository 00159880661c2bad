"""Questions about times, by name: a vague time has no ``<``."""

from __future__ import annotations

from factoid.dates.days import Days, days_of_months
from factoid.dates.edtf import when_of_edtf
from factoid.model import When
from factoid.model.when import civil_of


def is_certainly_before(first: When, second: When) -> bool:
    """Say whether the first is over before the second can begin, whatever days they were."""
    return first.latest is not None and second.earliest is not None and first.latest < second.earliest


def may_be_before(first: When, second: When) -> bool:
    """Say whether the first can begin before the second is over."""
    return first.earliest is None or second.latest is None or first.earliest < second.latest


def may_overlap(first: When, second: When) -> bool:
    """Say whether the two can share a day."""
    return not is_certainly_before(first, second) and not is_certainly_before(second, first)


def covers(whole: When, part: When) -> bool:
    """Say whether every day that the part can mean lies within what the whole can mean."""
    starts_within = whole.earliest is None or (part.earliest is not None and whole.earliest <= part.earliest)
    ends_within = whole.latest is None or (part.latest is not None and part.latest <= whole.latest)
    return starts_within and ends_within


def narrower_of(first: When, second: When) -> When | None:
    """Return the one that lies within the other, the first if they are alike; None if neither does."""
    if covers(second, first):
        return first
    return second if covers(first, second) else None


def width_in_days(when: When) -> int | None:
    """Return over how many days the time can lie; None without bounds."""
    if when.earliest is None or when.latest is None:
        return None
    return when.latest - when.earliest + 1


def readings_of(when: When) -> tuple[When, ...]:
    """Return the ways to read the time: both winters of ``1938-24``, each date of ``[1937,1938]``."""
    edtf = when.edtf
    if edtf[-3:] in ("-24", "-28") and edtf.count("-", 1) == 1 and when.earliest is not None:
        year, _, _ = civil_of(when.earliest)
        names = (f"{edtf[:-3]}-01/{edtf[:-3]}-03", f"{edtf[:-3]}-12/{_next(edtf[:-3])}-02")
        months: tuple[Days, Days] = (days_of_months(year, 1, 3), days_of_months(year, 12, 14))
        return tuple(
            When(
                words=when.words,
                edtf=name,
                start=days.bounds,
                end=days.bounds,
                calendar=when.calendar,
                basis=when.basis,
            )
            for name, days in zip(names, months, strict=True)
        )
    if edtf.startswith("[") and "," in edtf:
        members = edtf[1:-1].split(",")
        if not any(".." in member for member in members):
            return tuple(
                when_of_edtf(member.strip(), words=when.words, basis=when.basis) for member in members
            )
    return (when,)


def _next(year: str) -> str:
    following = int(year) + 1
    return f"-{-following:04}" if following < 0 else f"{following:04}"
