"""Rules for days, months, years and seasons as Russian writes them, each tried where its first word stands."""

from __future__ import annotations

import re
from dataclasses import replace

from factoid.dates.grammar import triggers
from factoid.dates.makers import (
    century,
    date_of,
    decade,
    iso,
    named_event,
    numeric,
    numeric_month,
    one,
    rule,
    year,
    years,
)
from factoid.dates.meaning import CalendarTime, Found
from factoid.dates.rules import DIGITS, Rule
from factoid.dates.russian.words import (
    EVENTS,
    MONTH,
    MONTH_TRIGGERS,
    ORDINAL,
    ORDINAL_TRIGGERS,
    SEASON,
    SEASON_TRIGGERS,
    month_of,
    ordinal_of,
    season_of,
)

_OF_YEAR = (
    r"(?:\s*(?:год(?:а|у|ом|ы|ов|ам|ами|ах)?(?!\w)|гг?\.|г(?!\w))|-?(?:го|м|й)(?!\w)(?:\s+(?:года|году))?)"
)
YEAR = rf"(?P<year>(?:1\d|20)\d\d)(?!\d|\.\d|,\d){_OF_YEAR}?"
_POINTS = (
    r"(?:(?P<same>(?:того|этого)(?:\s+же)?)|(?P<next>следующего)|(?P<previous>предыдущего|прошлого))\s+года"
)
_YEAR_OR_POINT = rf"(?:,?\s+(?:{YEAR}|{_POINTS}))?"
DAY = r"(?P<day>\d{1,2})(?:-?(?:го|е))?"


def _day_month(match: re.Match[str]) -> list[Found]:
    return one(match, date_of(match, month_of(match["month"]), int(match["day"])), "day and month")


def _ordinal_day(match: re.Match[str]) -> list[Found]:
    return one(match, date_of(match, month_of(match["month"]), ordinal_of(match["day"])), "day and month")


def _days(match: re.Match[str]) -> list[Found]:
    """Read both days of *13–15 июня 1938 года*."""
    month = month_of(match["month"])
    first, last = date_of(match, month, int(match["day"])), date_of(match, month, int(match["last"]))
    if first is None or last is None:
        return []
    return [
        Found(match.start("day"), match.end("day"), first, "days and month"),
        Found(match.start("last"), match.end(), last, "days and month"),
    ]


def _both_styles(match: re.Match[str]) -> list[Found]:
    """Read *5 (17) августа 1844*, *29 авг. (10 сент.) 1900*, *11(23).09.1821*: the day of the new style."""
    named = match.groupdict()
    words = named.get("other") or named["month"]
    month = int(words) if words.isdigit() else month_of(words)
    old, new = int(match["day"]), int(match["new"])
    if new < old and not named.get("other"):
        month = month % 12 + 1
    time = date_of(match, month, new)
    if time and month == 1 and new < old and not named.get("other") and time.year:
        time = replace(time, year=time.year + 1)
    if time and named.get("later"):
        time = replace(time, year=int(named["later"]))
    return one(match, time, "both styles")


def _month(match: re.Match[str]) -> list[Found]:
    time = date_of(match, month_of(match["month"]), None)
    is_bare = time is not None and time.year is None and time.pointer is None
    if is_bare and (match["month"][0].isupper() or match["month"].endswith(".") or len(match["month"]) < 3):
        return []  # a name, or the abbreviation of another word
    return one(match, time, "month")


def _season(match: re.Match[str]) -> list[Found]:
    time = date_of(match, None, None)
    words = match["season"].lower()
    if time is None or (
        not (time.year or time.pointer) and (words in ("лета", "лето") or words[-1] in "аыуи")
    ):
        return []
    season = season_of(match["season"])
    into = season == 24 and bool(match.groupdict().get("second"))
    return one(match, replace(time, season=season, into_next_year=into), "season")


def _short_year(match: re.Match[str]) -> list[Found]:
    number = int(match["short"]) if match["short"].isdigit() else ordinal_of(match["short"])
    return one(match, CalendarTime(short_year=number), "short year")


_FIGURES = frozenset([DIGITS])
_DASH = r"\s*-\s*"
CALENDAR_RULES: tuple[Rule, ...] = (
    rule("ISO date", _FIGURES, r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])", iso),
    rule(
        "both styles",
        _FIGURES,
        r"(?P<day>\d{1,2})\s?\((?P<new>\d{1,2})\)[. ]\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)",
        _both_styles,
    ),
    rule(
        "both styles",
        _FIGURES,
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\s?\((?P<new>\d{1,2})\.(?P<other>\d{1,2})\)\.?\s?(?P<year>\d{4})(?!\d)",
        _both_styles,
    ),
    rule(
        "both styles",
        _FIGURES,
        rf"{DAY}\s?\((?P<new>\d{{1,2}})\)\s+(?P<month>{MONTH})(?!\w){_YEAR_OR_POINT}",
        _both_styles,
    ),
    rule(
        "both styles",
        _FIGURES,
        rf"{DAY}\s+(?P<month>{MONTH})\s?\(\s?(?P<new>\d{{1,2}})\s+(?P<other>{MONTH})\s?\){_YEAR_OR_POINT}",
        _both_styles,
    ),
    rule(
        "both styles",
        _FIGURES,
        rf"{DAY}\s+(?P<month>{MONTH})\s+{YEAR}\s?\((?:по\s+новому\s+стилю\s+)?(?P<new>\d{{1,2}})\s+(?P<other>{MONTH})"
        rf"(?:\s+(?P<later>\d{{4}}){_OF_YEAR}?)?\s?\)",
        _both_styles,
    ),
    rule(
        "numeric date",
        _FIGURES,
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.\s?(?P<year>(?:1\d|20)\d\d|\d\d)(?!\d|\.\d)(?:\s?г(?:\.|ода))?",
        numeric,
    ),
    rule(
        "numeric month",
        _FIGURES,
        r"(?P<month>\d{1,2})\.(?P<year>(?:1\d|20)\d\d)(?!\d|\.\d)(?:\s?г(?:\.|ода))?",
        numeric_month,
    ),
    rule(
        "days and month",
        _FIGURES,
        rf"(?P<day>\d{{1,2}}){_DASH}(?P<last>\d{{1,2}})\s+(?P<month>{MONTH})(?!\w){_YEAR_OR_POINT}",
        _days,
    ),
    rule("day and month", _FIGURES, rf"{DAY}\s+(?P<month>{MONTH})(?!\w){_YEAR_OR_POINT}", _day_month),
    rule(
        "day and month",
        ORDINAL_TRIGGERS,
        rf"(?P<day>{ORDINAL})\s+(?P<month>{MONTH})(?!\w){_YEAR_OR_POINT}",
        _ordinal_day,
    ),
    rule("month", MONTH_TRIGGERS, rf"(?P<month>{MONTH})(?!\w){_YEAR_OR_POINT}", _month),
    rule(
        "season",
        SEASON_TRIGGERS,
        rf"(?P<season>{SEASON})(?!\w)(?:\s+(?:(?:1\d|20)\d\d-(?=\d)))?{_YEAR_OR_POINT}",
        _season,
    ),
    rule(
        "decade",
        _FIGURES,
        r"(?P<first>(?:1\d|20)\d0|[1-9]0)\s?-?(?:х|е|ых|ые)(?!\w)(?:\s*(?:годов|годах|годы|годам|гг?\.))?",
        decade,
    ),
    rule(
        "years",
        _FIGURES,
        r"(?P<year>(?:1\d|20)\d\d)(?:\s?г\.)?(?P<joint>\s*[-/]\s*)(?P<last>(?:1\d|20)\d\d|\d\d)(?!\d|\.\d|-\d)"
        r"(?:\s*(?:годов|годах|годы|года|году|гг?\.|г(?!\w)))?",
        years,
    ),
    rule("year", _FIGURES, YEAR, year),
    rule("short year", _FIGURES, r"(?P<short>\d\d)-(?:м|го|й|ом)\s+год(?:у|а|ом)?(?!\w)", _short_year),
    rule("short year", ORDINAL_TRIGGERS, rf"(?P<short>{ORDINAL})\s+год(?:у|а|ом)(?!\w)", _short_year),
    rule(
        "century",
        triggers(["XIV", "XV", "XVI", "XIX", "XX", "XXI"]),
        r"(?P<roman>[XVI]{2,5})\s+(?:в\.|век(?:а|е|у|ом)?)(?!\w)",
        century,
    ),
    *(
        rule("named event", triggers([_first]), pattern, named_event(key))
        for key, pattern in EVENTS.items()
        for _first in (re.findall(r"[а-я0-9]{2,}", pattern.replace("1-я", "")) or [""])
    ),
)
WAR = rule("the war", triggers(["войны"]), r"войн(?:ы|у|е|ой)(?!\w)", named_event(None))
