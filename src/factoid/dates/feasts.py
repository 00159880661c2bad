"""Feasts and named days, and the day on which each falls in a year."""

from __future__ import annotations

from typing import Any

from factoid.model.when import civil_of, day_of
from factoid.resources import load

_DATA: dict[str, Any] = load("seasons")
_FIXED: dict[str, tuple[int, int]] = {
    " ".join(k.lower().split()): (v[0], v[1]) for k, v in _DATA["fixed"].items()
}
_MOVABLE: dict[str, int] = {k.lower(): v for k, v in _DATA["movable"].items()}
FEASTS: tuple[str, ...] = (*_DATA["fixed"], *_DATA["movable"])
BEFORE_A_SEASON = frozenset(_DATA["before_a_season"].split())
_REFORM = 1583  #: the first year whose Easter the new calendar gave


def easter(year: int) -> int:
    """Return the ordinal of Easter Sunday: Gregorian from 1583, before that Julian, put on our calendar."""
    if year < _REFORM:
        return _julian_easter(year)
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * n) // 433
    month = (h + n - 7 * m + 90) // 25
    return day_of(year, month, (h + n - 7 * m + 33 * month + 19) % 32)


def _julian_easter(year: int) -> int:
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    century = year // 100
    return day_of(year, month, day + 1) + century - century // 4 - 2


def is_movable(name: str) -> bool:
    """Say whether the feast, in lower case, falls on another day each year."""
    return name in _MOVABLE


def feast_day(name: str, year: int) -> tuple[int, int]:
    """Return month and day of the feast in the year, in the calendar of that time."""
    if name in _FIXED:
        return _FIXED[name]
    sunday = easter(year)
    if year < _REFORM:  # as the source counts, and as its other days stand: 29 March 1271 was Palm Sunday
        sunday -= year // 100 - year // 400 - 2
    _, month, day = civil_of(sunday + _MOVABLE[name])
    return month, day
