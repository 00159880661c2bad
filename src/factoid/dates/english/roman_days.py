"""Days as the Romans counted them: *the eighth of the Kalends of June*, *the Ides of March*, *4 Non. Maii*."""

from __future__ import annotations

import re

from factoid.dates.days import month_length
from factoid.dates.english.words import AD, BC, DAY_ORDINALS, ERA, MONTH, month_of, number_of
from factoid.dates.meaning import CalendarTime, Found
from factoid.dates.patterns import any_of, first_words
from factoid.dates.rules import DIGITS, Rule, rule

#: March, May, July and October have their Nones on the 7th, their Ides on the 15th
_LATE = frozenset((3, 5, 7, 10))
_MOST_BEFORE = {"k": 19, "n": 6, "i": 8}  #: how many days are counted back, the day itself with them
_EVE = 2


def _roman_day(match: re.Match[str]) -> list[Found]:
    """Read the day, counting back and counting both ends, as the Romans did."""
    month, mark = month_of(match["month"]), match["mark"][0].lower().replace("c", "k")
    back = _EVE if match["eve"] else number_of(match["count"]) if match["count"] else 1
    if not 1 <= back <= _MOST_BEFORE[mark]:
        return []
    if mark == "k" and back > 1:
        month = (month - 2) % 12 + 1
        day = month_length(2001, month) + 2 - back
    else:
        day = {"k": 1, "n": 5, "i": 13}[mark] + 2 * (mark != "k" and month in _LATE) + 1 - back
    return [
        Found(match.start(), match.end(), CalendarTime(year=_year(match), month=month, day=day), "Roman day")
    ]


def _year(match: re.Match[str]) -> int | None:
    if not match["year"]:
        return None
    return 1 - int(match["year"]) if match["bc"] else int(match["year"])


_COUNT = rf"(?:\d{{1,2}}(?:st|nd|rd|th|d)?|(?i:{any_of(DAY_ORDINALS)}))"
_MARK = r"(?:[KC]al(?:ends|\.)|Nones|Non\.|Ides|Id\.|kalends|calends|nones|ides)"

#: where such a day may start
_MARKS = ("eve", "kalends", "calends", "kal", "cal", "nones", "non", "ides", "id")

RULES: tuple[Rule, ...] = (
    rule(
        "Roman day",
        [
            DIGITS,
            *first_words(DAY_ORDINALS),
            *_MARKS,
        ],
        rf"(?:(?:(?P<eve>eve)|(?P<count>{_COUNT})(?:\s+day)?)\s+(?:(?:of|before|from)\s+)?(?:the\s+)?)?(?P<mark>{_MARK})\s+(?:of\s+)?(?P<month>{MONTH})"
        rf"(?:\s*,?\s*(?:(?:in|of)\s+)?(?P<year>\d{{3,4}}\b(?!\d)|\d{{1,3}}(?=\s?{BC}|\s?{AD})){ERA}?)?",
        _roman_day,
    ),
)
