"""Rules for feasts and named days: *Michaelmas 1797*, *Easter 1916*, *on Christmas Eve*."""

from __future__ import annotations

import re
from dataclasses import replace

from factoid.dates.english.calendar_rules import YEAR_OF_DATE, year_of
from factoid.dates.feasts import FEASTS, feast_day, is_movable
from factoid.dates.meaning import CalendarTime, Found
from factoid.dates.patterns import any_of, first_words
from factoid.dates.rules import Rule, rule


def _feast(match: re.Match[str]) -> list[Found]:
    name, year = " ".join(match["feast"].lower().replace(".", "").split()), year_of(match)
    if is_movable(name) and year.year is None:
        meaning = CalendarTime(short_year=year.short_year, pointer=year.pointer, feast=name)
    else:
        month, day = feast_day(name, year.year or 0)
        meaning = replace(year, month=month, day=day)
    return [Found(match.start(), match.end(), meaning, "feast")]


_DOTTED = [*FEASTS, *(name.replace("St ", "St. ", 1) for name in FEASTS if name.startswith("St "))]

RULES: tuple[Rule, ...] = (
    rule(
        "feast",
        first_words(FEASTS),
        rf"(?P<feast>{any_of(_DOTTED)})\b(?:(?<=Mich)\.|(?<=Michs)\.)?(?:(?:\s*\([^()]{{0,30}}\))?{YEAR_OF_DATE})?",
        _feast,
    ),
)
