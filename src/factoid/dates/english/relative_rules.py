"""Rules for what points into the narrative: *that year*, *the following spring*, *yesterday*."""

from __future__ import annotations

import re

from factoid.dates.english.calendar_rules import year_of
from factoid.dates.english.words import ERA, MONTH, NUMBER_WORDS, SEASON, WEEKDAYS, number_of
from factoid.dates.meaning import CalendarTime, Found, Part, Pointed
from factoid.dates.patterns import SEASONS, STEPS, any_of, first_words
from factoid.dates.rules import DIGITS, Rule, rule

_UNITS = r"(?:years?|months?|weeks?|days?|date|decades?|century|seasons?|morning|afternoon|evening|night)"
_AS_UNIT = {
    "season": "year",
    "morning": "day",
    "afternoon": "day",
    "evening": "day",
    "night": "day",
    "date": "day",
}
_ENDS = r"(?=\s*[,.;:)]|\s+(?:that|this|saw|was|were|came|brought|in|at|from|near|under|with|and|to)\b|$)"
_AROUND_TODAY = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "to-morrow": 1,
    "the day after tomorrow": 2,
    "the day after to-morrow": 2,
} | dict.fromkeys(
    ["today", "to-day", "tonight", "to-night", "this morning", "this afternoon", "this evening", "this day"],
    0,
)


def _pointed(match: re.Match[str]) -> list[Found]:
    pointer = " ".join(match["pointer"].lower().split())
    if pointer == "last" and (match["count"] or match.string.startswith(" of", match.end())):
        return []  # his last ten years; the last day of it
    unit = match["unit"].lower().rstrip("s")
    count = number_of(match["count"]) if match["count"] else 1
    meaning = Pointed(unit=_AS_UNIT.get(unit, unit), step=STEPS[pointer], count=count)
    return [Found(match.start(), match.end(), meaning, "pointing word")]


def _day_after(match: re.Match[str]) -> list[Found]:
    step = -1 if match["way"].lower() in ("before", "previous") else 1
    unit = match["unit"].lower()
    meaning = Pointed(unit=_AS_UNIT.get(unit, unit), step=step)
    return [Found(match.start(), match.end(), meaning, "the day after")]


def _after_next(match: re.Match[str]) -> list[Found]:
    """*The year after next*, *the next year but one*."""
    unit = (match["unit"] or match["unit_but"]).lower()
    return [Found(match.start(), match.end(), Pointed(unit=unit, step=2), "the day after")]


def _within(match: re.Match[str]) -> list[Found]:
    """Read *later that year*, *the end of the month*: a part of what the story has reached."""
    words = match[0].lower()
    part = None
    if half := re.match(r"(first|second)\s+half", words):
        part = Part.FIRST_HALF if half[1] == "first" else Part.SECOND_HALF
    elif re.match(r"end|close|latter|late(?!r)|second", words):
        part = Part.LATE
    elif re.match(r"begin|start|early|first", words):
        part = Part.EARLY
    elif words.startswith("middle"):
        part = Part.MID
    return [
        Found(
            match.start(),
            match.end(),
            Pointed(unit=match["unit"].lower(), step=0, part=part),
            "within the year",
        )
    ]


def _that_time(match: re.Match[str]) -> list[Found]:
    return [Found(match.start(), match.end(), Pointed(unit="time", step=0), "that time")]


def _then(match: re.Match[str]) -> list[Found]:
    return [Found(match.start(), match.end(), Pointed(unit="time", step=0), "then")]


def _from_then_on(match: re.Match[str]) -> list[Found]:
    return [Found(match.start(), match.end(), Pointed(unit="time", step=0), "from then on")]


def _units_end(match: re.Match[str]) -> list[Found]:
    return [
        Found(
            match.start(),
            match.end(),
            Pointed(unit=match["unit"].lower(), step=0, part=Part.LATE),
            "within the year",
        )
    ]


def _around_today(match: re.Match[str]) -> list[Found]:
    """*Yesterday*: only letters and diaries, which are dated, say which day that was."""
    step = _AROUND_TODAY[" ".join(match[0].lower().split())]
    return [Found(match.start(), match.end(), Pointed(unit="day", step=step), "day of writing")]


def _season(match: re.Match[str]) -> list[Found]:
    year = year_of(match)
    meaning = CalendarTime(
        year=year.year,
        short_year=year.short_year,
        era=year.era,
        season=SEASONS[match["season"].lower()],
        into_next_year=match["season"].lower() == "winter" and match.groupdict().get("second") is not None,
        pointer=year.pointer,
    )
    return [Found(match.start(), match.end(), meaning, "season")]


def _weekday(match: re.Match[str]) -> list[Found]:
    number = WEEKDAYS.index(match["weekday"].lower())
    pointer = " ".join(match["pointer"].lower().split()) if match["pointer"] else None
    return [Found(match.start(), match.end(), CalendarTime(weekday=number, pointer=pointer), "weekday")]


_YEAR = (
    r"(?:\s*,?\s*(?:of\s+|in\s+)?(?:the\s+year\s+)?"
    r"(?P<year>\d{4}|\d{3}(?=\s?(?:BC|B\.|AD|A\.|[-,.;:)\[]|$))|'\d\d)(?![\d]|[.,]\d)"
    rf"(?:\s?[-/]\s?(?P<second>\d{{1,4}})(?!\d))?{ERA}?)"
)
_OF_YEAR = rf"(?:\s+of\s+(?P<pointer>(?i:{any_of(STEPS)}))\s+year\b)"
_POINTER = rf"(?P<pointer>(?i:{any_of(STEPS)}))"
_NO_POINTER = r"(?P<pointer>(?!))?"
_WEEKDAY = rf"(?P<weekday>(?i:{any_of(WEEKDAYS)}))"
_WITHIN_UNIT = r"(?P<unit>(?i:year|month|summer|spring|autumn|winter|decade|century))"
_DAYS_AND_SEASONS = (
    "day", "year", "month", "week", "summer", "spring", "autumn", "winter", "evening", "night", "morning",
)  # fmt: skip
_AFTER_PREPOSITION = r"(?i:(?<=from\s)|(?<=until\s)|(?<=till\s)|(?<=by\s)|(?<=since\s)|(?<=up\sto\s))"
_STEP_STARTS = [words.split()[0] for words in STEPS]

RULES: tuple[Rule, ...] = (
    rule(
        "pointing word",
        _STEP_STARTS,
        rf"{_POINTER}\s+(?:(?P<count>\d{{1,3}}|(?i:{any_of(NUMBER_WORDS)}))\s+)?(?P<unit>(?i:{_UNITS}))\b",
        _pointed,
    ),
    rule("that time", ["that", "this"], r"(?i:that|this)\s+(?:very\s+)?(?i:time|period)\b", _that_time),
    rule("then", ["then"], rf"{_AFTER_PREPOSITION}(?i:then)\b", _then),
    rule(
        "from then on",
        ["thereafter", "henceforth", "thenceforth"],
        r"(?i:thereafter|henceforth|thenceforth)\b",
        _from_then_on,
    ),
    rule("from then on", ["ever"], r"(?i:ever\s+(?:since|after))(?=\s*[.,;)])", _from_then_on),
    rule("weekday", _STEP_STARTS, rf"{_POINTER}\s+{_WEEKDAY}\b", _weekday),
    rule("weekday", WEEKDAYS, rf"{_WEEKDAY}\s+(?P<pointer>(?i:last|next))\b", _weekday),
    rule("weekday", WEEKDAYS, rf"{_WEEKDAY}\s+(?P<pointer>(?i:following|previous)){_ENDS}", _weekday),
    rule("weekday", WEEKDAYS, rf"{_NO_POINTER}{_WEEKDAY}\b(?!\s*,?\s+(?:the\s+)?(?:\d|{MONTH}))", _weekday),
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
            "course",
            "latter",
            "first",
            "second",
        ],
        r"(?i:(?:later|earlier|late|early)(?:\s+on)?(?:\s+in)?"
        r"|(?:end|beginning|start|middle|close|rest|remainder|course)\s+of"
        r"|(?:latter|first|second|early|late)\s+(?:part|half)\s+of)"
        rf"\s+(?i:that|the|the\s+same|that\s+same|this)\s+{_WITHIN_UNIT}\b(?!'s|\s*,?\s+(?:of\s+)?\d)",
        _within,
    ),
    rule(
        "within the year",
        ["before"],
        rf"(?i:before)\s+(?i:that|the)\s+{_WITHIN_UNIT}\s+(?:was\s+(?:out|over|done|up)|ended|closed|(?:had\s+)?r[au]n\s+out)\b",
        _units_end,
    ),
    rule(
        "the day after",
        ["year", "month", "week", "day", "next", "the"],
        r"(?P<unit>(?i:year|month|week|day))\s+(?i:after\s+next)\b"
        r"|(?i:(?:the\s+)?next)\s+(?P<unit_but>(?i:year|month|week|day))\s+(?i:but\s+one)\b",
        _after_next,
    ),
    rule("within the year", ["year", "month"], r"(?P<unit>(?i:year|month))'s\s+end\b", _units_end),
    rule(
        "the day after",
        _DAYS_AND_SEASONS,
        rf"(?P<unit>(?i:{any_of(_DAYS_AND_SEASONS)}))"
        rf"\s+(?P<way>(?i:after|before|following|previous)){_ENDS}",
        _day_after,
    ),
    rule(
        "day of writing",
        first_words(_AROUND_TODAY),
        rf"(?i:{any_of(_AROUND_TODAY)})\b",
        _around_today,
    ),
    rule("season", SEASONS, rf"(?P<season>{SEASON})\b(?:{_YEAR}|{_OF_YEAR})", _season),
    rule(  # not *the autumn before he left*
        "season",
        SEASONS,
        rf"(?P<season>{SEASON})\b(?P<year>(?!))?(?!\s+(?i:before|after)\s+(?!(?i:that|this|which)\b)[^\W\d])",
        _season,
    ),
    rule(
        "season",
        [DIGITS],
        r"(?P<year>1\d{3}|20\d\d)\s+(?P<season>(?i:spring|summer|autumn|winter))\b(?!\s+(?:of|[A-Z]))",
        _season,
    ),
)
