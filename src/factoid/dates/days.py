"""Days, months and years as ranges of ordinals; years are astronomical, so 0 is 1 BC."""

from __future__ import annotations

from typing import NamedTuple

from factoid.model import Bounds
from factoid.model.when import day_of, iso_of_year

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Days(NamedTuple):
    """A first and a last day, both inclusive, as ordinals."""

    first: int
    last: int

    @property
    def bounds(self) -> Bounds:
        """The same as the model's bounds."""
        return Bounds(self.first, self.last)

    def widened(self, days: int) -> Days:
        """Return the range with so many days more on either side."""
        return Days(self.first - days, self.last + days)


def is_leap(year: int) -> bool:
    """Say whether the proleptic Gregorian year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Return the number of days of the month."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def is_day(year: int, month: int, day: int) -> bool:
    """Say whether there is such a day."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def days_of_years(first: int, last: int) -> Days:
    """Return the days from the first of one year to the last of another."""
    return Days(day_of(first, 1, 1), day_of(last, 12, 31))


def days_of_months(year: int, first: int, last: int) -> Days:
    """Return the days of the months; month 13 is January of the next year."""
    last_year, last_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    first_year, first_month = year + (first - 1) // 12, (first - 1) % 12 + 1
    return Days(
        day_of(first_year, first_month, 1),
        day_of(last_year, last_month, month_length(last_year, last_month)),
    )


def edtf_date(year: int, month: int | None = None, day: int | None = None) -> str:
    """Return a year, a month or a day as EDTF."""
    parts = [iso_of_year(year)]
    if month is not None:
        parts.append(f"{month:02}")
        if day is not None:
            parts.append(f"{day:02}")
    return "-".join(parts)


#: Roman numerals up to 39
ROMAN: dict[str, int] = {
    tens + ones: 10 * n + m
    for n, tens in enumerate(("", "X", "XX", "XXX"))
    for m, ones in enumerate(("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"))
    if n or m
}
