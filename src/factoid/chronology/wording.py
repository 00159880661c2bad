"""Days and durations in words, for explanations."""

from __future__ import annotations

from factoid.dates.english.words import MONTH_NAMES
from factoid.model import Bounds
from factoid.model.when import civil_of, iso_of_year

_FEW_YEARS = 4


def day_in_words(day: int) -> str:
    """Return ``9 June 1938``; years before 1 are counted BC."""
    year, month, number = civil_of(day)
    return f"{number} {MONTH_NAMES[month - 1]} {year_in_words(year)}"


def year_in_words(year: int) -> str:
    """Return ``1938``, or ``44 BC`` for the astronomical year -43."""
    return str(year) if year > 0 else f"{1 - year} BC"


def bounds_in_words(bounds: Bounds) -> str:
    """Return ``between … and …``, ``on …``, ``not before …``, ``not after …``, or ``at an unknown time``."""
    earliest, latest = bounds
    if earliest is None and latest is None:
        return "at an unknown time"
    if latest is None:
        return f"not before {day_in_words(earliest or 0)}"
    if earliest is None:
        return f"not after {day_in_words(latest)}"
    if earliest == latest:
        return f"on {day_in_words(earliest)}"
    if whole := _whole_span(earliest, latest):
        return whole
    return f"between {day_in_words(earliest)} and {day_in_words(latest)}"


def years_in_words(first: int, last: int) -> str:
    """Return ``1900``, ``1899 or 1900``, ``1899, 1900 or 1901``, ``1880 to 1900``."""
    if first == last:
        return year_in_words(first)
    if last - first >= _FEW_YEARS:
        return f"{year_in_words(first)} to {year_in_words(last)}"
    years = [year_in_words(year) for year in range(first, last + 1)]
    return f"{', '.join(years[:-1])} or {years[-1]}"


def edtf_of_years(first: int, last: int) -> str:
    """Return the years as EDTF: ``1900``, ``[1899,1900]``, ``[1880..1900]``."""
    ends = [iso_of_year(year) for year in (first, last)]
    if first == last:
        return ends[0]
    return f"[{ends[0]}{',' if last == first + 1 else '..'}{ends[1]}]"


def _whole_span(earliest: int, latest: int) -> str | None:
    """Return ``in June 1938``, ``in 1938`` or ``from 1937 to 1938`` where the days are just those."""
    year, month, day = civil_of(earliest)
    next_year, next_month, next_day = civil_of(latest + 1)
    if (day, next_day) != (1, 1):
        return None
    if (month, next_month) == (1, 1):
        last = next_year - 1
        return (
            f"in {year_in_words(year)}"
            if last == year
            else f"between {year_in_words(year)} and {year_in_words(last)}"
        )
    months = (next_year * 12 + next_month) - (year * 12 + month)
    return f"in {MONTH_NAMES[month - 1]} {year_in_words(year)}" if months == 1 else None
