"""Rules for what hangs on the narrative: *two years later*, *that year*, *the following spring*, seasons, weekdays."""

from __future__ import annotations

import re
from dataclasses import replace

from factoid.dates.calendar_rules import year_of
from factoid.dates.meaning import CalendarTime, Found, Length, Part, Pointed, Shift
from factoid.dates.rules import DIGITS, Rule, rule
from factoid.dates.words import (
    AMOUNTS,
    ERA,
    MONTH,
    NUMBER_WORDS,
    SEASON,
    SEASONS,
    UNITS,
    WEEKDAYS,
    any_of,
    number_of,
)

# A pointing word, and how many units on it points.
STEPS = {
    "that": 0, "this": 0, "the same": 0, "same": 0, "that same": 0, "this same": 0, "that very": 0, "the very same": 0,
    "the following": 1, "following": 1, "the next": 1, "next": 1, "the ensuing": 1, "the subsequent": 1, "the succeeding": 1,
    "the previous": -1, "the preceding": -1, "the prior": -1, "previous": -1, "last": -1, "the foregoing": -1,
}  # fmt: skip
POINTER = rf"(?i:{any_of(STEPS)})"

_WHOLE = rf"(?:\d{{1,3}}|(?i:{any_of(NUMBER_WORDS)}))"
_AMOUNT = rf"(?:(?i:(?:only|just|nearly|almost|about|around|some|over|more\s+than|less\s+than|at\s+least|roughly|barely|scarcely|not|within|exactly|but|under)\s+){{0,3}}(?:(?P<low>{_WHOLE})(?:\s*(?:or|to|-)\s*(?P<high>{_WHOLE}))?|(?P<vague>(?i:{any_of(AMOUNTS)})))(?P<half>\s+and\s+a\s+(?:half|quarter))?(?:\s+(?:short|long|full|whole|more|other))?)"
_HALF_AFTER = r"(?P<half_after>\s+and\s+a\s+half)?"
_LATER = r"(?i:later|afterwards?|thereafter|hence|on\b(?=[,.;])|after(?:wards)?(?=\s*[,.;:)]|\s+(?:that|this|which)\b|$))"
_EARLIER = r"(?i:earlier|previously|before(?:hand)?(?=\s*[,.;:)]|\s+(?:that|this|which)\b|$)|prior(?=\s*[,.;:)])|ago|back(?=[,.;]))"
_UNITS_LONG = "(?i:" + any_of(UNITS) + ")"
_HEDGES = re.compile(
    r"(?i)\b(?:about|around|nearly|almost|some|roughly|over|more than|less than|barely|scarcely|under)\b"
)


def amount_of(match: re.Match[str]) -> tuple[float, float]:
    """Return how many units at least and at most the match names."""
    if match["vague"]:
        least, most = AMOUNTS[" ".join(match["vague"].lower().split())]
    else:
        least = float(number_of(match["low"]))
        most = float(number_of(match["high"])) if match["high"] else least
    if match["half"] or match["half_after"]:
        part = 0.25 if "quarter" in (match["half"] or "") else 0.5
        least, most = least + part, most + part
    return least, most


def _shift(match: re.Match[str]) -> list[Found]:
    least, most = amount_of(match)
    unit = UNITS[match["unit"].lower()]
    about = bool(_HEDGES.search(match[0])) or least != most or "couple" in match[0].lower()
    forward = match["later"] is not None
    seen_from_now = re.search(r"\b(?:ago|back|hence)$", match[0].lower()) is not None
    meaning = Shift(least=least, most=most, unit=unit, forward=forward, about=about, from_now=seen_from_now)
    return [Found(match.start(), match.end(), meaning, "later" if forward else "earlier")]


_NEVER_A_TIME = re.compile(r"\s+(?:that|this|which)\b")


def _shift_from_event(match: re.Match[str]) -> list[Found]:
    """*Two days after the fall of Girona*: days and months of the story; years only from an event with a name."""
    found = _shift(match)[0]
    if not isinstance(found.meaning, Shift) or _NEVER_A_TIME.match(match.string, match.end()):
        return []
    return [Found(found.start, found.end, replace(found.meaning, anchored=True), "later than an event")]


def _length(match: re.Match[str]) -> list[Found]:
    least, most = amount_of(match)
    if match["unit"].lower() == "second" and match["vague"]:
        return []  # a second wife, not a moment
    about = bool(_HEDGES.search(match[0])) or least != most
    return [
        Found(
            match.start(),
            match.end(),
            Length(least=least, most=most, unit=UNITS[match["unit"].lower()], about=about),
            "duration",
        )
    ]


_DAYS_AROUND = {"yesterday": -1, "today": 0, "to-day": 0, "tomorrow": 1, "to-morrow": 1, "last night": -1, "tonight": 0, "to-night": 0,
                "this morning": 0, "this evening": 0, "this afternoon": 0, "this day": 0}  # fmt: skip


def _around_today(match: re.Match[str]) -> list[Found]:
    """*Yesterday*: only letters and diaries, which are dated, say which day that was."""
    step = _DAYS_AROUND[" ".join(match[0].lower().split())]
    return [Found(match.start(), match.end(), Pointed(unit="day", step=step), "day of writing")]


def _soon(match: re.Match[str]) -> list[Found]:
    return [
        Found(
            match.start(),
            match.end(),
            Shift(least=0, most=1, unit="month", forward=True, about=True),
            "soon after",
        )
    ]


def _pointed(match: re.Match[str]) -> list[Found]:
    pointer = " ".join(match["pointer"].lower().split())
    if pointer == "last" and (match["count"] or match.string.startswith(" of", match.end())):
        return []  # his last ten years; the last day of it
    step = STEPS[pointer]
    unit = match["unit"].lower()
    name = {
        "season": "year",
        "seasons": "years",
        "morning": "day",
        "afternoon": "day",
        "evening": "day",
        "night": "day",
        "date": "day",
    }.get(unit, unit)
    count = number_of(match["count"]) if match["count"] else 1
    return [
        Found(
            match.start(),
            match.end(),
            Pointed(unit=name.rstrip("s"), step=step, count=count),
            "pointing word",
        )
    ]


def _day_after(match: re.Match[str]) -> list[Found]:
    step = -1 if match["way"].lower() in ("before", "previous") else 1
    return [
        Found(match.start(), match.end(), Pointed(unit=match["unit"].lower(), step=step), "the day after")
    ]


def _within(match: re.Match[str]) -> list[Found]:
    words = match[0].lower()
    part = (
        Part.LATE
        if re.search(r"end|close|latter|late", words)
        else Part.EARLY
        if re.search(r"begin|start|early|first", words)
        else None
    )
    if "middle" in words:
        part = Part.MID
    return [
        Found(
            match.start(),
            match.end(),
            Pointed(unit=match["unit"].lower(), step=0, within=True, part=part),
            "within the year",
        )
    ]


def _season(match: re.Match[str]) -> list[Found]:
    year = year_of(match)
    season = SEASONS[match["season"].lower()]
    meaning = CalendarTime(
        year=year.year, short_year=year.short_year, era=year.era, season=season, pointer=year.pointer
    )
    return [Found(match.start(), match.end(), meaning, "season")]


def _weekday(match: re.Match[str]) -> list[Found]:
    number = WEEKDAYS.index(match["weekday"].lower())
    pointer = " ".join(match["pointer"].lower().split()) if match["pointer"] else None
    return [Found(match.start(), match.end(), CalendarTime(weekday=number, pointer=pointer), "weekday")]


_STARTS = (
    frozenset(k.split()[0] for k in (*STEPS, *AMOUNTS, *NUMBER_WORDS))
    | {w.split("-")[0] for w in NUMBER_WORDS}
    | {
        "0",
        "only",
        "just",
        "nearly",
        "almost",
        "about",
        "around",
        "over",
        "more",
        "less",
        "at",
        "roughly",
        "barely",
        "not",
        "within",
    }
)
_AMOUNT_STARTS = _STARTS - {w.split()[0] for w in STEPS}
_YEAR = rf"(?:\s*,?\s*(?:of\s+|in\s+)?(?:the\s+year\s+)?(?P<year>\d{{4}}|\d{{3}}(?=\s?(?:BC|B\.|AD|A\.|[-,.;:)\[]|$))|'\d\d)(?![\d]|[.,]\d)(?:\s?[-/]\s?\d{{1,4}}(?!\d))?{ERA}?)"
_OF_YEAR = r"(?:\s+of\s+(?P<pointer>(?:that|the|this)\s+same|that|the\s+same|this|the\s+following|the\s+next|next|the\s+previous|last)\s+year\b)"

RULES: tuple[Rule, ...] = (
    rule(
        "later",
        _AMOUNT_STARTS,
        rf"{_AMOUNT}\s+(?P<unit>{_UNITS_LONG})\b{_HALF_AFTER}(?:'s?)?\s+(?:(?P<later>{_LATER})|(?P<earlier>{_EARLIER}))(?:\s+(?:that|this)\b(?=\s*[,.;]))?",
        _shift,
    ),
    rule(
        "day of writing",
        [words.split()[0].split("-")[0] for words in _DAYS_AROUND],
        rf"(?i:{any_of(_DAYS_AROUND)})\b",
        _around_today,
    ),
    rule(
        "later than an event",
        _AMOUNT_STARTS,
        rf"{_AMOUNT}\s+(?P<unit>{_UNITS_LONG})\b{_HALF_AFTER}\s+(?:(?P<later>(?i:after))|(?P<earlier>(?i:before)))(?=\s+[^\W\d])",
        _shift_from_event,
    ),
    rule(
        "within the year",
        [
            "later",
            "earlier",
            "late",
            "early",
            "end",
            "beginning",
            "start",
            "middle",
            "close",
            "rest",
            "remainder",
            "latter",
            "first",
            "second",
        ],
        r"(?i:(?:later|earlier|late|early)(?:\s+on)?(?:\s+in)?|(?:end|beginning|start|middle|close|rest|remainder)\s+of|(?:latter|first|second|early|late)\s+(?:part|half)\s+of)"
        r"\s+(?i:that|the|the\s+same|that\s+same|this)\s+(?P<unit>(?i:year|month|summer|spring|autumn|winter|decade|century))\b(?!'s|\s*,?\s+(?:of\s+)?\d)",
        _within,
    ),
    rule(
        "the day after",
        ["day", "year", "month", "week", "night", "summer", "spring", "autumn", "winter"],
        r"(?P<unit>(?i:day|year|month|week|summer|spring|autumn|winter))\s+(?P<way>(?i:after|before|following|previous))(?=\s*[,.;:)]|\s+(?:that|this|saw|was|were|came|brought)\b|$)",
        _day_after,
    ),
    rule(
        "pointing word",
        [w.split()[0] for w in STEPS],
        rf"(?P<pointer>{POINTER})\s+(?:(?P<count>{_WHOLE})\s+)?(?P<unit>(?i:years?|months?|weeks?|days?|date|decades?|century|seasons?|morning|afternoon|evening|night))\b",
        _pointed,
    ),
    rule(
        "soon after",
        ["soon", "shortly"],
        r"(?i:soon|shortly)\s+(?i:after(?:wards)?|thereafter)(?=\s*[,.;:)]|\s+(?:that|this|he|she|they|it)\b|$)",
        _soon,
    ),
    rule("season", SEASONS, rf"(?P<season>{SEASON})\b(?:{_YEAR}|{_OF_YEAR})", _season),
    rule(
        "season",
        [DIGITS],
        rf"(?P<year>1\d{{3}}|20\d\d)\s+(?P<season>(?i:spring|summer|autumn|winter))\b(?!\s+(?:of|[A-Z]))",
        _season,
    ),
    rule("season", SEASONS, rf"(?P<season>{SEASON})\b(?P<year>(?!))?", _season),
    rule(
        "weekday",
        WEEKDAYS,
        rf"(?P<pointer>(?!))?(?P<weekday>(?i:{any_of(WEEKDAYS)}))\b(?!\s*,?\s+(?:the\s+)?(?:\d|{MONTH}))",
        _weekday,
    ),
    rule(
        "weekday",
        WEEKDAYS,
        rf"(?P<weekday>(?i:{any_of(WEEKDAYS)}))\s+(?P<pointer>(?i:last|next))\b",
        _weekday,
    ),
    rule(
        "weekday",
        [w.split()[0] for w in STEPS],
        rf"(?P<pointer>{POINTER})\s+(?P<weekday>(?i:{any_of(WEEKDAYS)}))\b",
        _weekday,
    ),
    rule("duration", _AMOUNT_STARTS, rf"{_AMOUNT}[\s-]+(?P<unit>{_UNITS_LONG})\b{_HALF_AFTER}", _length),
)
