"""Rules for days, months, years and seasons as Russian writes them, each tried where its first word stands."""

from __future__ import annotations

import re
from dataclasses import replace

from factoid.dates.days import edtf_date, is_day
from factoid.dates.meaning import CalendarTime, EdtfTime, EventTime, Found, Stretch
from factoid.dates.rules import DIGITS, Maker, Rule, bounded
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
    triggers,
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


def rule(name: str, first: frozenset[str], pattern: str, make: Maker) -> Rule:
    """Return the rule with its pattern compiled, upper and lower case alike."""
    return Rule(name, first, re.compile(bounded(pattern), re.IGNORECASE), make)


def _one(match: re.Match[str], meaning: CalendarTime | None, name: str) -> list[Found]:
    return [Found(match.start(), match.end(), meaning, name)] if meaning else []


def _date(match: re.Match[str], month: int | None, day: int | None) -> CalendarTime | None:
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


def _day_month(match: re.Match[str]) -> list[Found]:
    return _one(match, _date(match, month_of(match["month"]), int(match["day"])), "day and month")


def _ordinal_day(match: re.Match[str]) -> list[Found]:
    return _one(match, _date(match, month_of(match["month"]), ordinal_of(match["day"])), "day and month")


def _days(match: re.Match[str]) -> list[Found]:
    """Read both days of *13–15 июня 1938 года*."""
    month = month_of(match["month"])
    first, last = _date(match, month, int(match["day"])), _date(match, month, int(match["last"]))
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
    time = _date(match, month, new)
    if time and month == 1 and new < old and not named.get("other") and time.year:
        time = replace(time, year=time.year + 1)
    if time and named.get("later"):
        time = replace(time, year=int(named["later"]))
    return _one(match, time, "both styles")


def _numeric(match: re.Match[str]) -> list[Found]:
    day, month, year = int(match["day"]), int(match["month"]), match["year"]
    if not 1 <= month <= 12 or not is_day(2000, month, day):
        return []
    if len(year) == 2:
        return _one(match, CalendarTime(short_year=int(year), month=month, day=day), "numeric date")
    return _one(match, _date(match, month, day), "numeric date")


def _numeric_month(match: re.Match[str]) -> list[Found]:
    return _one(match, _date(match, int(match["month"]), None), "numeric month")


def _iso(match: re.Match[str]) -> list[Found]:
    return _one(match, _date(match, int(match["month"]), int(match["day"])), "ISO date")


def _month(match: re.Match[str]) -> list[Found]:
    time = _date(match, month_of(match["month"]), None)
    is_bare = time is not None and time.year is None and time.pointer is None
    if is_bare and (match["month"][0].isupper() or match["month"].endswith(".") or len(match["month"]) < 3):
        return []  # a name, or the abbreviation of another word
    return _one(match, time, "month")


def _season(match: re.Match[str]) -> list[Found]:
    time = _date(match, None, None)
    words = match["season"].lower()
    if time is None or (
        not (time.year or time.pointer) and (words in ("лета", "лето") or words[-1] in "аыуи")
    ):
        return []
    season = season_of(match["season"])
    into = season == 24 and bool(match.groupdict().get("second"))
    return _one(match, replace(time, season=season, into_next_year=into), "season")


def _years(match: re.Match[str]) -> list[Found]:
    """Read both ends of *1920–1924 гг.*, *1920/21*, *1926—1930*."""
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


def _year(match: re.Match[str]) -> list[Found]:
    said = match.end() > match.end("year")
    return _one(match, CalendarTime(year=int(match["year"])), "year" if said else "bare year")


def _short_year(match: re.Match[str]) -> list[Found]:
    number = int(match["short"]) if match["short"].isdigit() else ordinal_of(match["short"])
    return _one(match, CalendarTime(short_year=number), "short year")


def _decade(match: re.Match[str]) -> list[Found]:
    first = int(match["first"])
    meaning = Stretch(first=first, last=first + 9, unit="decade", short=first < 100)
    return [Found(match.start(), match.end(), meaning, "decade")]


_ROMAN = {"XIV": 14, "XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18, "XIX": 19, "XX": 20, "XXI": 21}


def _century(match: re.Match[str]) -> list[Found]:
    number = _ROMAN.get(match["roman"].upper())
    if number is None:
        return []
    meaning = Stretch(first=number * 100 - 100, last=number * 100 - 1, unit="century")
    return [Found(match.start(), match.end(), meaning, "century")]


def _event(key: str | None) -> Maker:
    def make(match: re.Match[str]) -> list[Found]:
        return [Found(match.start(), match.end(), EventTime(event=key), "named event")]

    return make


_FIGURES = frozenset([DIGITS])
_DASH = r"\s*-\s*"
CALENDAR_RULES: tuple[Rule, ...] = (
    rule("ISO date", _FIGURES, r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])", _iso),
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
        _numeric,
    ),
    rule(
        "numeric month",
        _FIGURES,
        r"(?P<month>\d{1,2})\.(?P<year>(?:1\d|20)\d\d)(?!\d|\.\d)(?:\s?г(?:\.|ода))?",
        _numeric_month,
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
        _decade,
    ),
    rule(
        "years",
        _FIGURES,
        r"(?P<year>(?:1\d|20)\d\d)(?:\s?г\.)?(?P<joint>\s*[-/]\s*)(?P<last>(?:1\d|20)\d\d|\d\d)(?!\d|\.\d|-\d)"
        r"(?:\s*(?:годов|годах|годы|года|году|гг?\.|г(?!\w)))?",
        _years,
    ),
    rule("year", _FIGURES, YEAR, _year),
    rule("short year", _FIGURES, r"(?P<short>\d\d)-(?:м|го|й|ом)\s+год(?:у|а|ом)?(?!\w)", _short_year),
    rule("short year", ORDINAL_TRIGGERS, rf"(?P<short>{ORDINAL})\s+год(?:у|а|ом)(?!\w)", _short_year),
    rule(
        "century",
        triggers(["XIV", "XV", "XVI", "XIX", "XX", "XXI"]),
        r"(?P<roman>[XVI]{2,5})\s+(?:в\.|век(?:а|е|у|ом)?)(?!\w)",
        _century,
    ),
    *(
        rule("named event", triggers([_first]), pattern, _event(key))
        for key, pattern in EVENTS.items()
        for _first in (re.findall(r"[а-я0-9]{2,}", pattern.replace("1-я", "")) or [""])
    ),
)
WAR = rule("the war", triggers(["войны"]), r"войн(?:ы|у|е|ой)(?!\w)", _event(None))
