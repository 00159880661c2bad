"""Feasts and named days: *Michaelmas 1797*, *Easter 1916*, *on Christmas Eve*."""

from __future__ import annotations

import re
from typing import Any

from factoid.dates.calendar_rules import YEAR_OF_DATE, year_of
from factoid.dates.meaning import CalendarTime, Found
from factoid.dates.rules import Rule, rule
from factoid.dates.words import any_of, first_words
from factoid.model.when import civil_of, day_of
from factoid.resources import load

_DATA: dict[str, Any] = load("seasons")
_FIXED: dict[str, tuple[int, int]] = {
    " ".join(k.lower().split()): (v[0], v[1]) for k, v in _DATA["fixed"].items()
}
_MOVABLE: dict[str, int] = {k.lower(): v for k, v in _DATA["movable"].items()}
BEFORE_A_SEASON = frozenset(_DATA["before_a_season"].split())


def easter(year: int) -> int:
    """Return the ordinal of Easter Sunday: Gregorian from 1583, before that Julian, put on our calendar."""
    if year < 1583:
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


def feast_day(name: str, year: int) -> tuple[int, int]:
    """Return month and day of the feast in the year."""
    if name in _FIXED:
        return _FIXED[name]
    _, month, day = civil_of(easter(year) + _MOVABLE[name])
    return month, day


def _feast(match: re.Match[str]) -> list[Found]:
    name, year = " ".join(match["feast"].lower().replace(".", "").split()), year_of(match)
    if name in _FIXED:
        month, day = _FIXED[name]
        meaning = CalendarTime(
            year=year.year,
            short_year=year.short_year,
            era=year.era,
            pointer=year.pointer,
            month=month,
            day=day,
        )
    elif year.year is not None:
        month, day = feast_day(name, year.year)
        meaning = CalendarTime(year=year.year, era=year.era, month=month, day=day)
    else:
        meaning = CalendarTime(short_year=year.short_year, pointer=year.pointer, feast=name)
    return [Found(match.start(), match.end(), meaning, "feast")]


_NAMES = [*_DATA["fixed"], *_DATA["movable"]]
_DOTTED = [*_NAMES, *(name.replace("St ", "St. ", 1) for name in _NAMES if name.startswith("St "))]

RULES: tuple[Rule, ...] = (
    rule(
        "feast",
        first_words(_NAMES),
        rf"(?P<feast>{any_of(_DOTTED)})\b\.?(?:(?:\s*\([^()]{{0,30}}\))?{YEAR_OF_DATE})?",
        _feast,
    ),
)
