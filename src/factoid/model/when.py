"""When something was: the source's words, EDTF for exchange, and our own bounds in days."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

_DAYS_BEFORE_YEAR_ONE = 306  # from 0000-03-01 to 0001-01-01, counted as `datetime.date.toordinal` counts


class Extent(StrEnum):
    """How the statement fills its bounds (CIDOC CRM: P81 and P82)."""

    THROUGHOUT = "throughout"  #: true on every day from start to end
    WITHIN = "within"  #: true on some day, or days, within


class Bounds(NamedTuple):
    """The first and the last day possible, both inclusive; None for unbounded."""

    earliest: int | None
    latest: int | None

    def gap(self, other: Bounds) -> int:
        """Return how many days lie between the two ranges, whichever is first; 0 where they can share a day."""
        for one, later in ((self, other), (other, self)):
            if one.latest is not None and later.earliest is not None and one.latest < later.earliest:
                return later.earliest - one.latest
        return 0

    def holds(self, other: Bounds) -> bool:
        """Say whether every day that the other can mean is one of these."""
        starts_within = self.earliest is None or (
            other.earliest is not None and self.earliest <= other.earliest
        )
        ends_within = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        return starts_within and ends_within


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time as a source gives it, never more precise than the source.

    Days are proleptic Gregorian ordinals as `datetime.date.toordinal` counts them, going on below 1 for
    years before the common era (astronomical: the year 0 is 1 BC).
    """

    words: str  #: the source's words; empty when the time is inferred from words elsewhere
    edtf: str  #: ISO 8601-2
    start: Bounds
    end: Bounds
    extent: Extent = Extent.WITHIN
    calendar: str = "gregorian"
    basis: str = "stated"  #: ``stated``, or the inference that gave it (``year of the sentence before``)

    @property
    def earliest(self) -> int | None:
        """The first day that can belong to it."""
        return self.start.earliest

    @property
    def latest(self) -> int | None:
        """The last day that can belong to it."""
        return self.end.latest

    @property
    def days(self) -> Bounds:
        """All days that can belong to it."""
        return Bounds(self.start.earliest, self.end.latest)

    @property
    def is_about(self) -> bool:
        """Whether it is only about then: EDTF ``~``, ``%``."""
        return "~" in self.edtf or "%" in self.edtf

    @property
    def is_doubtful(self) -> bool:
        """Whether the claim itself is in doubt: EDTF ``?``, ``%``."""
        return "?" in self.edtf or "%" in self.edtf


def day_of(year: int, month: int, day: int) -> int:
    """Return the ordinal of a proleptic Gregorian day; years are astronomical and may be 0 or negative.

    The arithmetic is Howard Hinnant's ``days_from_civil``. The day is not checked against the month's length.
    """
    y = year - (month <= 2)
    era, year_of_era = y // 400, y % 400
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return (
        era * 146097
        + year_of_era * 365
        + year_of_era // 4
        - year_of_era // 100
        + day_of_year
        - _DAYS_BEFORE_YEAR_ONE
        + 1
    )


def civil_of(ordinal: int) -> tuple[int, int, int]:
    """Return (astronomical year, month, day) of an ordinal: the inverse of `day_of`."""
    z = ordinal + _DAYS_BEFORE_YEAR_ONE - 1
    era, day_of_era = z // 146097, z % 146097
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return era * 400 + year_of_era + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1


def iso_of_year(year: int) -> str:
    """Return an astronomical year in four digits, with a minus sign before years below 0: ``0480``, ``-0043``."""
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def iso_of(ordinal: int) -> str:
    """Return the day as ``YYYY-MM-DD``, with a minus sign before years below 0."""
    year, month, day = civil_of(ordinal)
    return f"{iso_of_year(year)}-{month:02}-{day:02}"


def day_of_iso(text: str) -> int:
    """Return the ordinal of ``YYYY-MM-DD``, the inverse of `iso_of`; `ValueError` if it is not one."""
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    year, month, day = digits.split("-")
    return day_of(sign * int(year), int(month), int(day))


def bounds_of_date(text: str) -> Bounds:
    """Return the days of a year, month or day as tables give them: ``1922``, ``1922-02``, ``1922-02-06``.

    ``1922~`` is five years more on either side, ``..`` unbounded. `ValueError` for anything else.
    """
    if text == "..":
        return Bounds(None, None)
    about = 5 if text.endswith("~") else 0
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    year, *rest = (int(part) for part in digits.rstrip("~").split("-"))
    year *= sign
    if len(rest) > 1:
        day = day_of(year, rest[0], rest[1])
        return Bounds(day, day)
    month = rest[0] if rest else 1
    after = (year, month + 1) if rest and month < 12 else (year + 1, 1)
    return Bounds(day_of(year - about, month, 1), day_of(after[0] + about, after[1], 1) - 1)


def bounds_of_life(text: str) -> tuple[Bounds, Bounds]:
    """Return when something began and when it ended, from ``BEGIN/END`` as `bounds_of_date` reads each."""
    begin, _, end = text.partition("/")
    return bounds_of_date(begin), bounds_of_date(end)
