"""Feasts and named days, and the day on which each falls in a year."""

from __future__ import annotations

import re
from typing import Any

from factoid.model.when import civil_of, day_of
from factoid.resources import load

_DATA: dict[str, Any] = load("seasons")
_FIXED: dict[str, tuple[int, int]] = {
    " ".join(k.lower().split()): (v[0], v[1]) for k, v in _DATA["fixed"].items()
}
#: of the name by which a day is called after its saint or its mystery: *the feast of St Luke*
CALLED_AFTER: dict[str, tuple[int, int]] = {k.lower(): (v[0], v[1]) for k, v in _DATA["called_after"].items()}
_MOVABLE: dict[str, int] = {k.lower(): v for k, v in _DATA["movable"].items()}
FEASTS: tuple[str, ...] = (*_DATA["fixed"], *_DATA["movable"])
BEFORE_A_SEASON = frozenset(_DATA["before_a_season"].split())
_DAYS_OF_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_BY_FEAST = re.compile(rf"(?P<day>{'|'.join(_DAYS_OF_WEEK)}) (?P<way>after|before) (?P<feast>.+)")
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
    return name in _MOVABLE or _BY_FEAST.fullmatch(name) is not None


def _day_of_week_by(name: str, weekday: int, step: int, year: int) -> tuple[int, int]:
    """Return month and day of such a day of the week (0 is Monday) next after the feast, or last before it.

    One that would be in another year is put at the end of this.
    """
    shift = year // 100 - year // 400 - 2 if year < _REFORM else 0  # days of the week are of the Julian days
    feast = day_of(year, *feast_day(name, year)) + shift
    away = (weekday - (feast - 1)) % 7
    there, month, day = civil_of(feast + ((away or 7) if step > 0 else away - 7) - shift)
    return (month, day) if there == year else (12, 31) if there > year else (1, 1)


def feast_day(name: str, year: int) -> tuple[int, int]:
    """Return month and day of the feast in the year, in the calendar of that time; of *sunday after epiphany* too."""
    if by_feast := _BY_FEAST.fullmatch(name):
        step = -1 if by_feast["way"] == "before" else 1
        return _day_of_week_by(by_feast["feast"], _DAYS_OF_WEEK.index(by_feast["day"]), step, year)
    if name in _FIXED:
        return _FIXED[name]
    if name in CALLED_AFTER:
        return CALLED_AFTER[name]
    sunday = easter(year)
    if year < _REFORM:  # as the source counts, and as its other days stand: 29 March 1271 was Palm Sunday
        sunday -= year // 100 - year // 400 - 2
    _, month, day = civil_of(sunday + _MOVABLE[name])
    return month, day
