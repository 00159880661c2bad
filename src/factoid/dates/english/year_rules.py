"""Rules for years, ranges of years, decades and centuries."""

from __future__ import annotations

import re
from dataclasses import replace

from factoid.dates.english.words import ERA, ORDINAL_WORDS, TENS, number_of
from factoid.dates.meaning import CalendarTime, EdtfTime, Found, Stretch
from factoid.dates.patterns import any_of, first_words
from factoid.dates.rules import DIGITS, Rule, rule

_END = r"(?:(?='s\b)|(?![\d%°]|[.,:]\d|'?[A-Za-z]|-[a-z]))"
_FIRST_YEAR, _LAST_YEAR = 1000, 2100


def _astronomical(match: re.Match[str], number: int) -> int:
    return 1 - number if match.groupdict().get("bc") else number


def _has_era(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    return bool(groups.get("bc") or groups.get("ad") or groups.get("anno"))


def _year(match: re.Match[str]) -> list[Found]:
    """Read a bare year; one without an era has four digits, or three for the narrative to judge."""
    number, era = int(match["year"]), _has_era(match)
    if not era and (match["year"].startswith("0") or not (100 <= number <= _LAST_YEAR)):
        return []
    if number == 0:
        return []
    name = "year" if era or number >= _FIRST_YEAR else "short year"
    return [Found(match.start(), match.end(), CalendarTime(year=_astronomical(match, number), era=era), name)]


def _years(match: re.Match[str]) -> list[Found]:
    """Read 1937-38, 1802-12, 499-493 BC, 1635/6: two years, the second perhaps cut short."""
    first, second = match["year"], match["second"] or match["spaced"]
    low, high = int(first), int(second)
    if len(second) < len(first):
        completed = int(first[: len(first) - len(second)] + second)
        high = completed if not match["bc"] or completed < low else high
    if match["bc"]:
        is_range = 0 < high < low
    elif match["ad"]:
        is_range = 0 < low < high <= _LAST_YEAR
    else:  # three figures may still turn out to be years before Christ
        is_range = (
            not first.startswith("0")
            and 100 <= low != high <= _LAST_YEAR
            and (low < high or low < _FIRST_YEAR)
        )
    if not is_range:
        return []
    name = "years" if match["bc"] or match["ad"] or low >= _FIRST_YEAR else "short years"
    years = [_astronomical(match, year) for year in (low, high)]
    spans = [
        (match.start(), match.end("year")),
        (max(match.start("second"), match.start("spaced")), match.end()),
    ]
    return [
        Found(*span, CalendarTime(year=year, era=_has_era(match)), name)
        for span, year in zip(spans, years, strict=True)
    ]


def _short_year(match: re.Match[str]) -> list[Found]:
    return [
        Found(
            match.start() - 1, match.end(), CalendarTime(short_year=int(match["year"])), "year of two digits"
        )
    ]


def decade(first: int, *, before_christ: bool = False, name: str = "decade") -> Stretch:
    """Return the ten years that start with the number (the 470s BC are 479 to 470 BC)."""
    return (
        Stretch(first=-first - 8, last=1 - first, unit=name)
        if before_christ
        else Stretch(first=first, last=first + 9, unit=name)
    )


def century(ordinal: int, *, before_christ: bool = False) -> Stretch:
    """Return the century as most narratives mean it: the 19th is 1800 to 1899, the 4th BC 399 to 300 BC."""
    if before_christ:
        return Stretch(first=2 - 100 * ordinal, last=1 - 100 * (ordinal - 1), unit="century")
    return Stretch(first=100 * (ordinal - 1), last=100 * ordinal - 1, unit="century")


def _decade(match: re.Match[str]) -> list[Found]:
    first, bc = int(match["year"]), bool(match["bc"])
    if first % 10 or first > _LAST_YEAR:
        return []
    return [
        Found(
            match.start(),
            match.end(),
            replace(decade(first, before_christ=bc), era=_has_era(match)),
            "decade",
        )
    ]


def _short_decade(match: re.Match[str]) -> list[Found]:
    words = match["tens"].lower().strip("'s ")
    first = TENS[match["tens"].lower()] if not words.isdigit() else int(words)
    if first % 10:
        return []
    start = match.start() - (match.string[match.start() - 1 : match.start()] == "'")
    return [
        Found(
            start,
            match.end(),
            Stretch(first=first, last=first + 9, unit="decade", short=True),
            "decade without century",
        )
    ]


def _century(match: re.Match[str]) -> list[Found]:
    ordinal = number_of(match["ordinal"])
    if not 1 <= ordinal <= 21:
        return []
    return [Found(match.start(), match.end(), century(ordinal, before_christ=bool(match["bc"])), "century")]


def _turn(match: re.Match[str]) -> list[Found]:
    named = match["ordinal"]
    if not named:
        return [
            Found(
                match.start(),
                match.end(),
                Stretch(first=0, last=0, unit="turn", short=True),
                "turn of the century",
            )
        ]
    first = 100 * (number_of(named) - 1)
    return [
        Found(
            match.start(),
            match.end(),
            EdtfTime(edtf=f"[{first - 1:04}..{first + 1:04}]", about=True),
            "turn of the century",
        )
    ]


def _olympiad(match: re.Match[str]) -> list[Found]:
    number = number_of(match["ordinal"])
    if not 1 <= number <= 293:
        return []
    first = -775 + 4 * (number - 1)
    return [
        Found(match.start(), match.end(), Stretch(first=first, last=first + 4, unit="Olympiad"), "Olympiad")
    ]


_ORDINAL = (
    rf"(?:\d{{1,2}}\s?(?:st|nd|rd|th)\b|(?i:{any_of(w for w, n in ORDINAL_WORDS.items() if n <= 21)})\b)"
)
_ORDINAL_STARTS = [DIGITS, *first_words(w for w, n in ORDINAL_WORDS.items() if n <= 21)]
_TENS = "(?i:" + any_of(TENS) + ")"

RULES: tuple[Rule, ...] = (
    rule(
        "years",
        [DIGITS],
        rf"(?P<year>\d{{3,4}})(?:[-/](?P<second>\d{{1,4}})|\s[-/]\s(?P<spaced>\d{{2,4}})(?!\s+[A-Z]))(?:{ERA}|{_END})",
        _years,
    ),
    rule("year", [DIGITS], rf"(?P<year>\d{{1,4}})(?:{ERA}|{_END})", _year),
    rule(
        "year",
        ["a", "ad", "c", "anno", "year"],
        r"(?P<anno>A\.\s?D\.|AD\b|C\.\s?E\.|CE\b|(?i:anno(?:\s+domini)?\b|year\s+(?:of\s+(?:our|the)\s+lord(?:\s+god)?,?|of\s+grace)\b|year\b(?=\s+\d{1,3}\b(?!\s?\(\d{3,4}\)))))"
        rf"\s*(?P<year>\d{{1,4}})(?:{ERA}|{_END})",
        _year,
    ),
    rule("year of two digits", [DIGITS], r"(?<=\W')(?P<year>\d\d)(?!\d|'?s\b|[-'][A-Za-z])", _short_year),
    rule("decade", [DIGITS], rf"(?P<year>\d{{3,4}})\s?'?s\b{ERA}?", _decade),
    rule("decade without century", [DIGITS], r"(?P<tens>[1-9]0)'?s\b", _short_decade),
    rule("decade without century", first_words(TENS), rf"(?P<tens>{_TENS})\b", _short_decade),
    rule(
        "century",
        _ORDINAL_STARTS,
        rf"(?P<ordinal>{_ORDINAL})[\s-]+(?i:century|cent\.|c\.)(?![a-z]){ERA}?",
        _century,
    ),
    rule(
        "turn of the century", ["turn"], rf"turn\s+of\s+the\s+(?:(?P<ordinal>{_ORDINAL})\s+)?century\b", _turn
    ),
    rule(
        "Olympiad",
        _ORDINAL_STARTS,
        rf"(?P<ordinal>\d{{1,3}}(?:st|nd|rd|th)|{_ORDINAL})\s+Olympiad\b",
        _olympiad,
    ),
)
