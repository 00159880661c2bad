"""From the groups of a match to a time, where no language makes a difference.

The groups: year, month, day; last, the end of a range; short, two figures of a year; same, next, previous, where
the words point at the year of the narrative; first, of a decade; roman, of a century.
"""

from __future__ import annotations

import re

from factoid.dates.days import ROMAN, edtf_date, is_day
from factoid.dates.meaning import CalendarTime, EdtfTime, EventTime, Found, Stretch
from factoid.dates.rules import Maker, Rule, bounded


def rule(name: str, first: frozenset[str], pattern: str, make: Maker) -> Rule:
    """Return the rule with its pattern compiled, upper and lower case alike."""
    return Rule(name, first, re.compile(bounded(pattern), re.IGNORECASE), make)


def one(match: re.Match[str], meaning: CalendarTime | None, name: str) -> list[Found]:
    """Return a time that the whole match gives; nothing where there is none."""
    return [Found(match.start(), match.end(), meaning, name)] if meaning else []


def date_of(match: re.Match[str], month: int | None, day: int | None) -> CalendarTime | None:
    """Return the date with the year that the match states or points at; None if there is no such day."""
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and not is_day(year or 2000, month or 1, day):
        return None
    pointer = (
        "that same"
        if groups.get("same")
        else "year the following"
        if groups.get("next")
        else "year the previous"
        if groups.get("previous")
        else None
    )
    return CalendarTime(year=year, month=month, day=day, pointer=pointer)


def numeric(match: re.Match[str]) -> list[Found]:
    """Read *13.06.1938*, *13/06/38*: the day first."""
    day, month, year = int(match["day"]), int(match["month"]), match["year"]
    if not 1 <= month <= 12 or not is_day(2000, month, day):
        return []
    if len(year) == 2:
        return one(match, CalendarTime(short_year=int(year), month=month, day=day), "numeric date")
    return one(match, date_of(match, month, day), "numeric date")


def numeric_month(match: re.Match[str]) -> list[Found]:
    """Read *06.1938*."""
    return one(match, date_of(match, int(match["month"]), None), "numeric month")


def iso(match: re.Match[str]) -> list[Found]:
    """Read *1938-06-13*."""
    return one(match, date_of(match, int(match["month"]), int(match["day"])), "ISO date")


def years(match: re.Match[str]) -> list[Found]:
    """Read both ends of *1920–1924*, *1920/21*."""
    first, words = int(match["year"]), match["last"]
    last = int(str(first)[: 4 - len(words)] + words)
    if last < first:
        return []
    if match["joint"].strip() == "/" and last == first + 1:
        meaning = EdtfTime(edtf=f"{edtf_date(first)}/{edtf_date(last)}")
        return [Found(match.start(), match.end(), meaning, "years")]
    return [
        Found(match.start(), match.end("year"), CalendarTime(year=first), "years"),
        Found(match.start("last"), match.end(), CalendarTime(year=last), "years"),
    ]


def year(match: re.Match[str]) -> list[Found]:
    """Read a year: bare, or with words that say it is one."""
    said = match.end() > match.end("year")
    return one(match, CalendarTime(year=int(match["year"])), "year" if said else "bare year")


def decade(match: re.Match[str]) -> list[Found]:
    """Read *1930-х*, *années 30*: the group ``first`` is the first year, of the century where it has two digits."""
    first = int(match["first"])
    meaning = Stretch(first=first, last=first + 9, unit="decade", short=first < 100)
    return [Found(match.start(), match.end(), meaning, "decade")]


def century(match: re.Match[str]) -> list[Found]:
    """Read a century in Roman figures."""
    number = ROMAN.get(match["roman"].upper(), 0)
    if not 10 <= number <= 21:
        return []
    meaning = Stretch(first=number * 100 - 100, last=number * 100 - 1, unit="century")
    return [Found(match.start(), match.end(), meaning, "century")]


def named_event(key: str | None) -> Maker:
    """Return what reads a match as the event of that key, None for one named before."""

    def make(match: re.Match[str]) -> list[Found]:
        return [Found(match.start(), match.end(), EventTime(event=key), "named event")]

    return make
