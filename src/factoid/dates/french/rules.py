"""Rules for days, months, years and seasons as French writes them, each tried where its first word stands."""

from __future__ import annotations

import re
from dataclasses import replace

from factoid.dates.days import edtf_date
from factoid.dates.english.old_calendars import REPUBLICAN, republican_year
from factoid.dates.feasts import feast_day
from factoid.dates.french.words import (
    DECADE,
    DECADES,
    EVENTS,
    FEASTS,
    MONTH,
    MONTH_TRIGGERS,
    NUMBER,
    NUMBER_TRIGGERS,
    ORDINAL,
    ORDINAL_TRIGGERS,
    SEASON,
    SEASONS,
    YEAR_IN_WORDS,
    month_of,
    number_of,
    ordinal_of,
    season_of,
    year_in_words,
)
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
from factoid.dates.meaning import CalendarTime, EdtfTime, Found, Stretch
from factoid.dates.rules import DIGITS, Rule

YEAR = r"(?P<year>(?:1\d|20)\d\d)(?!\d|[.,]\d|\s\d{3}(?!\d))"
_POINTS = (
    r"(?:de\s+)?(?:(?P<same>(?:la|cette)\s+même\s+année|cette\s+année(?:-là)?)"
    r"|(?P<next>(?:l'année\s+)?suivante?|l'année\s+d'après)|(?P<previous>(?:l'année\s+)?précédente?))"
)
_YEAR_OR_POINT = rf"(?:,?\s+(?:(?:de\s+(?:l'an(?:née)?\s+)?)?{YEAR}|{_POINTS}))?"
_BEFORE_A_MONTH = re.compile(r"(?:\b(?:en|dès|de|d'|fin|mi-?|début|vers|depuis|et|à)|mois\s+de?)\s*$")
_OVER_TWO = r"\s+(?:de\s+)?(?P<second>(?:1\d|20)\d\d)[-/](?:(?:1\d|20)\d\d|\d\d)(?!\d)"
DAY = r"(?P<day>\d{1,2})(?:er|ème|e)?"


def _day_month(match: re.Match[str]) -> list[Found]:
    words = match["day"].lower()
    day = 1 if words == "premier" else number_of(words)
    return one(match, date_of(match, month_of(match["month"]), day), "day and month")


def _days(match: re.Match[str]) -> list[Found]:
    """Read both days of *13-15 juin 1938*, *du 13 au 15 juin*."""
    month = month_of(match["month"])
    first, last = date_of(match, month, int(match["day"])), date_of(match, month, int(match["last"]))
    if first is None or last is None or first.day is None or first.day >= int(match["last"]):
        return []
    return [
        Found(match.start("day"), match.end("day"), first, "days and month"),
        Found(match.start("last"), match.end(), last, "days and month"),
    ]


def _month(match: re.Match[str]) -> list[Found]:
    time = date_of(match, month_of(match["month"]), None)
    is_bare = time is not None and time.year is None and time.pointer is None
    before = match.string[max(0, match.start() - 8) : match.start()].lower()
    said = _BEFORE_A_MONTH.search(before)
    if is_bare and (match["month"][0].isupper() or match["month"].endswith(".") or not said):
        return []  # a name, a planet, or the abbreviation of another word
    return one(match, time, "month")


def _season(match: re.Match[str]) -> list[Found]:
    time = date_of(match, None, None)
    before = match.string[max(0, match.start() - 6) : match.start()].lower()
    words = match["season"].lower()
    if time is None or (words == "été" and not re.search(r"(?:\bl'|\bd'|\bcet\s|\bet\s|\ben\s)$", before)):
        return []  # « a été »
    if not (time.year or time.pointer or match["second"]) and not re.search(
        r"(?:\bl'|\bau\s|\ble\s|\bcet?\s|\ben\s)$", before
    ):
        return []
    if match["second"]:
        time = replace(time, year=int(match["second"]), into_next_year=words == "hiver")
    return one(match, replace(time, season=season_of(words)), "season")


def _year_in_words(match: re.Match[str]) -> list[Found]:
    return one(match, CalendarTime(year=year_in_words(match["words"])), "year in words")


def _said_decade(match: re.Match[str]) -> list[Found]:
    first = next(n for n, pattern in DECADES.items() if pattern.fullmatch(match["first"]))
    meaning = Stretch(first=first, last=first + 9, unit="decade", short=True)
    return [Found(match.start(), match.end(), meaning, "decade")]


def _said_century(match: re.Match[str]) -> list[Found]:
    number = ordinal_of(match["ordinal"])
    if not 4 <= number <= 21:
        return []
    meaning = Stretch(first=number * 100 - 100, last=number * 100 - 1, unit="century")
    return [Found(match.start(), match.end(), meaning, "century")]


def _republican_year(match: re.Match[str]) -> list[Found]:
    bounds = republican_year(match["roman"])
    if bounds is None:
        return []
    first, last = (edtf_date(*day) for day in bounds)
    meaning = EdtfTime(edtf=f"{first}/{last}", calendar="french republican")
    return [Found(match.start(), match.end(), meaning, "French Republican year")]


def _feast(match: re.Match[str]) -> list[Found]:
    time = date_of(match, None, None)
    name = FEASTS[" ".join(match["feast"].lower().split())]
    if time is None or time.year is None:
        return one(match, time and replace(time, feast=name), "feast")
    month, day = feast_day(name, time.year)
    return one(match, replace(time, month=month, day=day), "feast")


def _words_in(pattern: str) -> frozenset[str]:
    return triggers(re.findall(r"(?<![\\\w])[a-zà-ÿ]{3,}", pattern)) | frozenset([DIGITS])


_FIGURES = frozenset([DIGITS])
_FEAST = "|".join(sorted((f.replace(" ", r"\s+") for f in FEASTS), key=len, reverse=True))
CALENDAR_RULES: tuple[Rule, ...] = (
    Rule(
        REPUBLICAN.name,
        triggers(REPUBLICAN.triggers),
        REPUBLICAN.pattern,
        REPUBLICAN.make,
    ),
    rule(
        "French Republican year",
        triggers(["an"]),
        r"an\s+(?P<roman>[IVX]{1,4})(?!\w)(?:\s+de\s+la\s+République)?",
        _republican_year,
    ),
    rule("ISO date", _FIGURES, r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])", iso),
    rule(
        "numeric date",
        _FIGURES,
        r"(?P<day>\d{1,2})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)"
        r"(?P<year>(?:1\d|20)\d\d|\d\d)(?!\d|\.\d)",
        numeric,
    ),
    rule(
        "numeric month", _FIGURES, r"(?P<month>\d{1,2})[./](?P<year>(?:1\d|20)\d\d)(?!\d|\.\d)", numeric_month
    ),
    rule(
        "days and month",
        _FIGURES,
        rf"(?P<day>\d{{1,2}})(?:er)?(?:\s*-\s*|\s+(?:au|et)\s+(?:le\s+)?)(?P<last>\d{{1,2}})\s+(?P<month>{MONTH})"
        rf"{_YEAR_OR_POINT}",
        _days,
    ),
    rule("day and month", _FIGURES, rf"{DAY}\s+(?P<month>{MONTH}){_YEAR_OR_POINT}", _day_month),
    rule(
        "day and month",
        NUMBER_TRIGGERS | triggers(["premier"]),
        rf"(?P<day>premier|{NUMBER})\s+(?P<month>{MONTH}){_YEAR_OR_POINT}",
        _day_month,
    ),
    rule("month", MONTH_TRIGGERS, rf"(?P<month>{MONTH}){_YEAR_OR_POINT}", _month),
    rule("season", triggers(SEASONS), rf"(?P<season>{SEASON})(?:{_OVER_TWO}|{_YEAR_OR_POINT})", _season),
    rule("decade", triggers(["années"]), r"années\s+(?P<first>(?:1\d|20)\d0|[1-9]0)(?!\d)", decade),
    rule("decade", triggers(["années"]), rf"années\s+(?P<first>{DECADE})(?!-)", _said_decade),
    rule(
        "years",
        _FIGURES,
        r"(?P<year>(?:1\d|20)\d\d)(?P<joint>\s*[-/]\s*)(?P<last>(?:1\d|20)\d\d|\d\d)(?!\d|\.\d|[-/]\d)",
        years,
    ),
    rule("year", _FIGURES, YEAR, year),
    rule(
        "year", triggers(["an", "année"]), r"an(?:née)?\s+(?:de\s+grâce\s+)?(?P<year>\d{3,4})(?!\d)()", year
    ),
    rule(
        "year in words",
        triggers(["an", "mil"]),
        rf"(?:an(?:née)?\s+)?(?P<words>{YEAR_IN_WORDS})",
        _year_in_words,
    ),
    rule(
        "century",
        triggers(["X", "XI", "XII", "XIV", "XV", "XVI", "XIX", "XX"]),
        r"(?P<roman>[XVI]{1,5})(?:e|ème|ᵉ)\s+(?:siècle|s\.)",
        century,
    ),
    rule("century", ORDINAL_TRIGGERS, rf"(?P<ordinal>{ORDINAL})\s+siècle", _said_century),
    rule("feast", triggers(FEASTS), rf"(?P<feast>{_FEAST})(?!\w){_YEAR_OR_POINT}", _feast),
    *(
        rule("named event", _words_in(pattern), f"(?:{pattern})(?!\\w)", named_event(key))
        for key, pattern in EVENTS.items()
    ),
)
WAR = rule(
    "the war", triggers(["guerre"]), r"guerre(?!\w)(?!\s+(?:d[eu']|civile|mondiale))", named_event(None)
)
