"""Years that a text counts from the Hijra without saying so each time: *born in 1242 AH … in 1283 he was accused*."""

from __future__ import annotations

import re
from dataclasses import replace

from factoid.dates.english.old_calendars import hijra_year
from factoid.dates.meaning import CalendarTime, Left

_STATED = re.compile(r"\b(?:(\d{3,4})\s?(?:A\.\s?H\.|AH\b)|(?:A\.\s?H\.|AH)\s?(\d{3,4})\b)")
_LEAST = 2  #: years stated as such; of one the rest may be in ours
_BEYOND = 40  #: years by which a life may go on before and behind them


def years_of_the_hijra(text: str) -> range:
    """Return the years that are of the Hijra where a text gives them bare."""
    stated = [int(match[1] or match[2]) for match in _STATED.finditer(text)]
    if len(stated) < _LEAST:
        return range(0)
    return range(min(stated) - _BEYOND, max(stated) + _BEYOND + 1)


def as_of_the_hijra(left: Left, years: range) -> Left:
    """Return a bare year as one of the Hijra, if it is among those."""
    meaning = left.found.meaning
    year = meaning.year if isinstance(meaning, CalendarTime) else None
    if year is None or year not in years or meaning != CalendarTime(year=year):
        return left  # May 1283; about 1283; 1283 CE
    found = replace(left.found, meaning=hijra_year(year), rule="year of the Hijra")
    return replace(left, found=found)
