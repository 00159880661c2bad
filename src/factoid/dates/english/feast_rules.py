"""Rules for feasts and named days: *Michaelmas 1797*, *Easter 1916*, *on Christmas Eve*."""

from __future__ import annotations

import re
from dataclasses import replace

from factoid.dates.english.calendar_rules import YEAR_OF_DATE, year_of
from factoid.dates.english.words import WEEKDAYS
from factoid.dates.feasts import CALLED_AFTER, FEASTS, feast_day, is_movable
from factoid.dates.meaning import CalendarTime, Found
from factoid.dates.patterns import any_of, first_words
from factoid.dates.rules import Rule, rule
from factoid.model.when import civil_of, day_of


def _feast(match: re.Match[str]) -> list[Found]:
    name, year = " ".join(match["feast"].lower().replace(".", "").split()), year_of(match)
    if is_movable(name) and year.year is None:
        meaning = CalendarTime(short_year=year.short_year, pointer=year.pointer, feast=name)
    else:
        month, day = feast_day(name, year.year or 0)
        meaning = replace(year, month=month, day=day)
    return [Found(match.start(), match.end(), meaning, "feast")]


def _called_after(match: re.Match[str]) -> list[Found]:
    """*The feast of St Luke*, *the eve of Saint Martin*: the day, or that before or after it."""
    name = " ".join(match["name"].lower().split())
    kind = match["kind"].lower()
    if not (match["saint"] or name.startswith(("the ", "all ")) or kind in _OF_SAINTS):
        return []  # *the day of George's arrest*
    _, month, day = civil_of(day_of(1, *feast_day(name, 1)) + _BESIDE.get(kind, 0))
    return [Found(match.start(), match.end(), replace(year_of(match), month=month, day=day), "feast")]


_OF_SAINTS = frozenset(("feast", "vigil", "festival"))
_BESIDE = {"eve": -1, "vigil": -1, "morrow": 1}


def _day_of_week(match: re.Match[str]) -> list[Found]:
    """*The Sunday after Epiphany*, *the Friday before Michaelmas 1340*."""
    feast, year = " ".join(match["feast"].lower().replace(".", "").split()), year_of(match)
    name = f"{match['day'].lower()} {match['way'].lower()} {feast}"
    if year.year is None:
        meaning = CalendarTime(short_year=year.short_year, pointer=year.pointer, feast=name)
    else:
        month, day = feast_day(name, year.year)
        meaning = replace(year, month=month, day=day)
    return [Found(match.start(), match.end(), meaning, "feast")]


_SMALL = re.compile(r"\b(?:The|Of|And)\b")
_AFTER = [_SMALL.sub(lambda m: m[0].lower(), name.title()) for name in CALLED_AFTER]
_DOTTED = [*FEASTS, *(name.replace("St ", "St. ", 1) for name in FEASTS if name.startswith("St "))]

RULES: tuple[Rule, ...] = (
    rule(
        "feast",
        first_words(FEASTS),
        rf"(?P<feast>{any_of(_DOTTED)})\b(?:(?<=Mich)\.|(?<=Michs)\.)?(?:(?:\s*\([^()]{{0,30}}\))?{YEAR_OF_DATE})?",
        _feast,
    ),
    rule(
        "feast",
        ["feast", "eve", "vigil", "morrow", "day", "festival"],
        r"(?P<kind>(?i:feast|eve|vigil|morrow|day|festival))\s+of\s+"
        rf"(?P<saint>(?:S(?:ain)?ts?\.?|SS\.)\s+)?(?P<name>{any_of(_AFTER)})(?![\w-]|'s|\s+[A-Z])(?:{YEAR_OF_DATE})?",
        _called_after,
    ),
    rule(
        "feast",
        WEEKDAYS,
        rf"(?P<day>(?i:{any_of(WEEKDAYS)}))\s+(?:next\s+)?(?P<way>after|before)\s+(?:the\s+(?:feast\s+of\s+)?)?"
        rf"(?P<feast>{any_of(_DOTTED)})\b(?:{YEAR_OF_DATE})?",
        _day_of_week,
    ),
)
