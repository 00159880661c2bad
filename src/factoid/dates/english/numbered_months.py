"""Rules for months that are counted: *the 11th month of 1875*, Friends' *6th of 5th mo. 1711*."""

from __future__ import annotations

import re
from dataclasses import replace

from factoid.dates.days import is_day
from factoid.dates.english.calendar_rules import POINTED, YEAR_OF_DATE, year_of
from factoid.dates.english.words import DAY_ORDINALS, number_of
from factoid.dates.meaning import CalendarTime, Found
from factoid.dates.patterns import any_of, first_words
from factoid.dates.rules import DIGITS, Rule, rule

_ORDINAL = rf"(?i:{any_of(DAY_ORDINALS)})"
_NTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th|d)\b|{_ORDINAL})"
#: *the third day of the second month of the siege* is no date
_NO_SPELL = r"(?!\s+of\s+(?!\d|(?:the|that)\s+(?:year|same|following|next|previous|preceding)\b|that\s+year))"
_MONTH = r"(?:(?i:month)\b|(?i:mo)\b\.?)"

#: words by which the writings of Friends tell themselves, who count months and days so as not to name heathen gods
_OF_FRIENDS = re.compile(
    r"\b(?:Friends|Quakers?)\b|\b(?:\d{1,2}(?:st|nd|rd|th|d)|[Ff]irst|[Ss]econd|[Ff]ifth)[ -]day\b(?! of)"
    r"|\b\d{1,2}(?:(?:st|nd|rd|th|d)\s?)?mo\b"
)
_NEW_STYLE = 1752  #: the first year in England that began with January
_FIRST_FRIENDS = 1650
_NEAR = 2_000  #: characters around a date in which a text tells that Friends wrote it


def _numbered_month(match: re.Match[str]) -> list[Found]:
    """Read a counted month; that of Friends before 1752 counts from March, whose year ends with February."""
    told = match.groupdict().get("day")
    number, day = number_of(match["month"]), number_of(told) if told else None
    year = year_of(match)
    if not 1 <= number <= 12:
        return []
    if _is_old_style(year, match):
        is_next_year = number > 10 and "/" not in (match["year"] or "")
        number = (number + 1) % 12 + 1
        year = replace(year, year=(year.year or 0) + is_next_year)
    if day is not None and not is_day(year.year or 2000, number, day):
        return []
    return [Found(match.start(), match.end(), replace(year, month=number, day=day), "numbered month")]


def _is_old_style(year: CalendarTime, match: re.Match[str]) -> bool:
    in_time = year.year is not None and not year.era and _FIRST_FRIENDS <= year.year < _NEW_STYLE
    near = max(0, match.start() - _NEAR), match.end() + _NEAR
    return in_time and _OF_FRIENDS.search(match.string, *near) is not None


RULES: tuple[Rule, ...] = (
    rule(
        "numbered month",
        [DIGITS, *first_words(DAY_ORDINALS)],
        rf"(?P<day>{_NTH})(?:\s+day)?,?\s+(?:of\s+)?(?:(?:the|ye|y\^e)\s+)?(?P<month>{_NTH}|\d{{1,2}}(?=mo\b))\s*{_MONTH}{_NO_SPELL}(?:{YEAR_OF_DATE}|{POINTED})?",
        _numbered_month,
    ),
    rule(
        "numbered month",
        [DIGITS, *first_words(DAY_ORDINALS)],
        rf"(?P<month>{_NTH})\s*{_MONTH}(?:(?:\s+of|,)?\s+(?:the\s+year\s+)?(?P<year>\d{{4}}(?:/\d{{1,2}})?)(?![\d]|[.,]\d)|{POINTED})",
        _numbered_month,
    ),
)
