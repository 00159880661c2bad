"""Rules for days, months and years: full, partial and bare dates in the usual orders."""

from __future__ import annotations

import re
from dataclasses import replace

from factoid.dates.days import edtf_date, is_day, month_length
from factoid.dates.english.words import (
    DAY_ORDINALS,
    ERA,
    FULL_MONTH,
    FULL_MONTHS,
    MONTH,
    MONTHS,
    MONTHS_THAT_ARE_NAMES,
    OTHER_MONTH,
    month_of,
    number_of,
)
from factoid.dates.meaning import GONE_BY, LAST_DAY, CalendarTime, EdtfTime, Found, Part
from factoid.dates.patterns import STEPS, any_of, first_words
from factoid.dates.rules import DIGITS, Rule, rule

DAY = r"(?:\d{1,2}(?:\s?(?:st|nd|rd|th|d|ST|ND|RD|TH|D)\b)?)"
_NOT_MORE = r"(?![\d]|[.,]\d|-\d{3})"
# The year of a date: after a comma, after "of", after "in the year"; a short one has an apostrophe.
YEAR_OF_DATE = (
    r"(?:\s*,?\s*(?:(?:of|in)\s+)?(?:the\s+year\s+(?:of\s+(?:our|the)\s+Lord\s+)?|anno\s+|A\.?D\.?\s+)?"
    rf"(?P<year>\d{{4}}(?:/\d{{1,2}})?|\d{{3}}(?=\s?(?:B\.?C|A\.?D|C\.?E|BCE|[-,.;:)\[\]]|$)|\s+(?:he|she|his|the|and|at|when|in|was|of)\b)|'\d\d){_NOT_MORE}{ERA}?)"
)
POINTED = (
    r"(?:\s*,?\s+(?:of\s+|in\s+)?(?P<pointer>(?:that|the|this)\s+same|that|the\s+same|this|the\s+following|the\s+next|next|"
    r"the\s+preceding|the\s+previous|the\s+subsequent|last)\s+year\b|\s+(?:of|in)\s+the\s+year\s+(?P<after>following|after|before)\b|"
    r"\s+(?P<which>following|last|next|ensuing|past)(?=\s*[,.;:)]|\s+(?:and|he|she|I|they|with|to|when|at|in|from|the)\b|$))"
)
_AND = r"\s*(?:-|/|,\s*and|,|and|&|or|to)\s*"


def year_of(match: re.Match[str], name: str = "year") -> CalendarTime:
    """Return the year that the match names, in astronomical count, as a time without month."""
    words = match[name]
    if words is None:
        return CalendarTime(pointer=_pointer(match.groupdict()))
    if words.startswith("'"):
        return CalendarTime(short_year=int(words[1:]))
    first, slash, second = words.partition("/")
    year = int(first[: len(first) - len(second)] + second) if slash else int(first)
    groups = match.groupdict()
    if groups.get("bc"):
        return CalendarTime(year=1 - year, era=True)
    return CalendarTime(year=year, era=bool(groups.get("ad")))


_POINTERS = {"following": "the following", "after": "the following", "ensuing": "the following",
"next": "next",
             "before": "the previous", "last": "last", "past": "last"}  # fmt: skip


def _pointer(groups: dict[str, str | None]) -> str | None:
    """Return the pointing words of *that year*, *of the year following*, *October last*."""
    if which := groups.get("which"):
        return f"nearest {_POINTERS[which]}"
    if after := groups.get("after"):
        return f"year {_POINTERS[after]}"
    words = groups.get("pointer")
    if not words:
        return None
    pointer = " ".join(words.lower().split()).removesuffix(" year")
    return f"year {pointer}" if STEPS.get(pointer) else pointer


def _dated(year: CalendarTime, month: int, day: int | None) -> CalendarTime | None:
    """Return the date, or None if there is no such day."""
    if day is not None and not is_day(year.year if year.year is not None else 2000, month, day):
        return None
    return CalendarTime(
        year=year.year, short_year=year.short_year, era=year.era, pointer=year.pointer, month=month, day=day
    )


def _days(match: re.Match[str], name: str) -> list[Found]:
    """Return one time for each day of a list in front of or behind its month."""
    year, month = year_of(match), month_of(match["month"])
    numbers = list(re.finditer(r"\d+", match["days"]))
    found = []
    for n, number in enumerate(numbers):
        meaning = _dated(year, month, int(number[0]))
        if meaning is None:
            return []
        start, end = number.start() + match.start("days"), number.end() + match.start("days")
        if match.start("days") > match.start("month"):  # June 13-14, 1938
            start = match.start() if n == 0 else start
            end = match.end() if n == len(numbers) - 1 else end
        else:  # 13-14 June 1938
            start = match.start() if n == 0 else start
            end = match.end() if n == len(numbers) - 1 else end
        found.append(Found(start, end, meaning, name))
    return found


def _day_month(match: re.Match[str]) -> list[Found]:
    meaning = _dated(year_of(match), month_of(match["month"]), number_of(match["day"]))
    return [Found(match.start(), match.end(), meaning, "day and month")] if meaning else []


def _month(match: re.Match[str]) -> list[Found]:
    meaning = _dated(year_of(match), month_of(match["month"]), None)
    return [Found(match.start(), match.end(), meaning, "month")] if meaning else []


def _year_and_month(match: re.Match[str]) -> list[Found]:
    """Read *1938 June*; not *In 1924 August Low left*, whose month is a given name."""
    start, end, text = match.start(), match.end(), match.string
    goes_on_as_name = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    is_name = match["month"].lower() in MONTHS_THAT_ARE_NAMES and goes_on_as_name
    return [] if is_name and _BEFORE_YEAR.search(text, max(0, start - 12), start) else _month(match)


_BEFORE_YEAR = re.compile(r"\b(?:in|by|since|until|from)\s+$", re.IGNORECASE)


def _end_of(match: re.Match[str]) -> list[Found]:
    """Read *the first day of 1938*, *the last day of June*."""
    if not match["month"] and not match["year"] and not match["pointer"]:
        return []
    year, is_first = year_of(match), match["end"].lower() == "first"
    month = month_of(match["month"]) if match["month"] else 1 if is_first else 12
    day = 1 if is_first else month_length(year.year if year.year is not None else 1, month)
    meaning = _dated(year, month, day)
    return [Found(match.start(), match.end(), meaning, "day and month")] if meaning else []


def _end_of_told(match: re.Match[str]) -> list[Found]:
    """Read *the last day of the month*, *of that month*: the day of the month that the story has come to."""
    day = 1 if match["end"].lower() == "first" else LAST_DAY
    pointer = _POINTER_OF_MONTH.get((match["which"] or "").lower()[:3])
    return [Found(match.start(), match.end(), CalendarTime(day=day, pointer=pointer), "day of that month")]


def _iso(match: re.Match[str]) -> list[Found]:
    meaning = (
        _dated(year_of(match), int(match["month"]), int(match["day"]))
        if 1 <= int(match["month"]) <= 12
        else None
    )
    return [Found(match.start(), match.end(), meaning, "ISO date")] if meaning else []


def _numeric(match: re.Match[str]) -> list[Found]:
    """Read 13.06.1938 and 13/6/1938; where day and month cannot be told apart, keep both."""
    first, second, year_words = int(match["first"]), int(match["second"]), match["year"]
    short = len(year_words) == 2
    orders = [(second, first)] if match["mark"] == "." else [(second, first), (first, second)]
    year = CalendarTime(short_year=int(year_words)) if short else CalendarTime(year=int(year_words))
    fitting = [(m, d) for m, d in dict.fromkeys(orders) if is_day(year.year or 2000, m, d)]
    if not fitting:
        return []
    if len(fitting) == 1 or year.year is None:
        meaning: CalendarTime | EdtfTime | None = _dated(year, *fitting[0])
    else:
        meaning = EdtfTime(edtf=f"[{','.join(edtf_date(year.year, m, d) for m, d in sorted(fitting))}]")
    return [Found(match.start(), match.end(), meaning, "numeric date")] if meaning else []


def _month_number(match: re.Match[str]) -> list[Found]:
    month = int(match["month"])
    if not 1 <= month <= 12:
        return []
    return [
        Found(match.start(), match.end(), CalendarTime(year=int(match["year"]), month=month), "numeric month")
    ]


def _days_of(match: re.Match[str]) -> list[Found]:
    """Read *the first days of 1836* as its first month, *the last days of June* as that month."""
    if not match["month"] and not match["year"]:
        return []
    year, is_first = year_of(match), match["end"].lower() in ("first", "opening")
    month = month_of(match["month"]) if match["month"] else 1 if is_first else 12
    meaning = _dated(year, month, None)
    if meaning is None:
        return []
    part = Part.EARLY if is_first else Part.LATE
    return [Found(match.start(), match.end(), replace(meaning, part=part), "month")]


def _bare_day(match: re.Match[str]) -> list[Found]:
    day = number_of(match["day"])
    if not 1 <= day <= 31:
        return []
    if "pointer" not in match.groupdict():
        if _WRITTEN_ON.search(match.string, max(0, match.start() - _BEFORE_DAY), match.start()):
            time = CalendarTime(day=day, pointer=GONE_BY)
            return [Found(match.start(), match.end(), time, "day of the month")]
        return [Found(match.start(), match.end(), CalendarTime(day=day), "day alone")]
    words = (match["pointer"] or match["month"] or "").lower()
    in_the_story = words.strip() in _IN_THE_STORY
    return [
        Found(
            match.start(),
            match.end(),
            CalendarTime(day=day, pointer=_POINTER_OF_MONTH.get(words[:3])),
            "day of that month" if in_the_story else "day of the month",
        )
    ]


_BEFORE_DAY = 30  #: characters
_IN_THE_STORY = frozenset({"that", "same", "that same", "following", "next"})  #: not seen from a letter's day
_POINTER_OF_MONTH = {
    "ult": "last month",
    "las": "last month",
    "pre": "last month",
    "nex": "next month",
    "fol": "next month",
}
#: *your letter of the 28th*: of this month or, where that is still to come, of the last
_WRITTEN_ON = re.compile(
    r"\b(?:letters?|favou?rs?|notes?|telegrams?|wires?|cables?|dispatch|dispatches|despatch|despatches|lines|yours|mine)"
    r"\s+(?:of|dated)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_MONTH_WORDS = frozenset(MONTHS)
_ORDINAL = rf"(?i:{any_of(DAY_ORDINALS)})"

RULES: tuple[Rule, ...] = (
    rule("ISO date", [DIGITS], r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])", _iso),
    rule(
        "numeric date",
        [DIGITS],
        r"(?P<first>\d{1,2})(?P<mark>[./])\s?(?P<second>\d{1,2})(?P=mark)\s?(?P<year>\d{4}|\d\d)(?![\d/])(?!\.\d)",
        _numeric,
    ),
    rule(
        "numeric month",
        [DIGITS],
        r"(?P<month>\d\d)[./](?P<year>1[0-9]\d\d|20\d\d)(?![\d/])(?!\.\d)",
        _month_number,
    ),
    rule(
        "days and month",
        [DIGITS],
        rf"(?P<days>{DAY}(?:{_AND}{DAY}){{1,6}})\s+(?:of\s+)?(?P<month>{MONTH})(?![a-z])(?:{YEAR_OF_DATE}|{POINTED})?",
        lambda m: _days(m, "days and month"),
    ),
    rule(
        "day and month",
        [DIGITS],
        rf"(?P<day>{DAY})(?:\s+day)?(?:\s+of|\s*,)?\s*(?P<month>{MONTH})(?![a-z])(?:{YEAR_OF_DATE}|{POINTED})?",
        _day_month,
    ),
    rule(
        "day and month",
        [DIGITS],
        rf"(?P<day>\d{{1,2}})(?:er\b|\.)?\s+(?P<month>{OTHER_MONTH})\b\s+(?P<year>\d{{4}})\b",
        _day_month,
    ),
    rule(
        "month",
        _MONTH_WORDS,
        rf"(?P<month>{OTHER_MONTH})\s+(?:of\s+)?(?P<year>1\d{{3}}|20\d\d)\b",
        _month,
    ),
    rule(
        "day and month",
        first_words(DAY_ORDINALS),
        rf"(?P<day>{_ORDINAL})(?:\s+day)?(?:\s+of)?\s+(?P<month>{MONTH})(?![a-z])(?:{YEAR_OF_DATE}|{POINTED})?",
        _day_month,
    ),
    rule(
        "days and month",
        _MONTH_WORDS,
        rf"(?P<month>{MONTH})\s*(?P<days>{DAY}(?:{_AND}{DAY}){{1,6}}){_NOT_MORE}(?:{YEAR_OF_DATE}|{POINTED})?",
        lambda m: _days(m, "days and month"),
    ),
    rule(
        "day and month",
        _MONTH_WORDS,
        rf"(?P<month>{MONTH})\s*,?\s*(?:(?:the|ye)\s+)?(?P<day>{DAY}|{_ORDINAL}\b){_NOT_MORE}(?:{YEAR_OF_DATE}|{POINTED})?",
        _day_month,
    ),
    rule(
        "day and month",
        [DIGITS],
        rf"(?P<year>1\d{{3}}|20\d\d)\s*,?\s+(?P<month>{MONTH})(?![a-z])\s+(?P<day>{DAY}){_NOT_MORE}",
        _day_month,
    ),
    rule(
        "month",
        _MONTH_WORDS,
        rf"(?P<month>{MONTH})(?![a-z])(?P<year>(?!))?(?=\s*(?:-|/|to|and)\s*{MONTH}\s+\d)",
        _month,
    ),
    rule(
        "month",
        [DIGITS],
        rf"(?P<year>1\d{{3}}|20\d\d)(?:,\s+|\s+)(?P<month>{FULL_MONTH})(?![a-z])(?!\s+\d)",
        _year_and_month,
    ),
    rule(
        "month",
        _MONTH_WORDS,
        rf"(?P<month>{MONTH})(?![a-z])(?:{YEAR_OF_DATE}|{POINTED})",
        _month,
    ),
    rule("month", FULL_MONTHS, rf"(?P<month>{MONTH})(?![a-z])(?P<year>(?!))?(?:{POINTED})?", _month),
    rule(
        "day and month",
        ["first", "last"],
        rf"(?P<end>(?i:first|last))\s+day\s+of\s+(?:(?P<pointer>(?:that|the(?:\s+(?:same|following|next|preceding|previous))?)\s+year\b(?!\s+(?:of|\d)))|(?:(?P<month>{MONTH})(?![a-z]))?{YEAR_OF_DATE}?)",
        _end_of,
    ),
    rule(
        "day of that month",
        ["first", "last"],
        r"(?P<end>(?i:first|last))\s+day\s+of\s+(?i:that\s+same|that|the\s+same|the\s+(?P<which>following|next|previous|preceding)|the)\s+month\b",
        _end_of_told,
    ),
    rule(
        "month",
        ["first", "opening", "last", "closing"],
        rf"(?P<end>(?i:first|opening|last|closing))\s+(?:few\s+)?days\s+of\s+(?:(?P<month>{MONTH})(?![a-z]))?{YEAR_OF_DATE}?",
        _days_of,
    ),
    rule(
        "day of the month",
        [DIGITS, *first_words(DAY_ORDINALS)],
        rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINAL})\s+(?:of\s+(?:the\s+)?(?P<month>(?:that\s+same|that|this|same|last|next|following)\s+)?month\b"
        r"|(?P<pointer>inst(?:ant)?|ult(?:imo)?)\b\.?)",
        _bare_day,
    ),
    rule(
        "day alone",
        [DIGITS, *first_words(DAY_ORDINALS)],
        rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)|{_ORDINAL})\b",
        _bare_day,
    ),
)
