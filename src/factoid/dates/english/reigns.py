"""Regnal years where a text states them: *the third year of Henry VIII*, *3 Hen. VIII*, *Meiji 22*."""

from __future__ import annotations

import re
from typing import Any

from factoid.dates.days import is_day
from factoid.dates.english.words import MONTH, MONTHS, ORDINAL_WORDS, month_of, number_of
from factoid.dates.meaning import CalendarTime, EdtfTime, Found
from factoid.dates.patterns import any_of, first_words
from factoid.dates.rules import DIGITS, Rule, rule
from factoid.model.when import civil_of, day_of, day_of_iso, iso_of
from factoid.resources import load

_DATA: dict[str, Any] = load("dates_reigns")
_REIGNS: dict[str, tuple[int, int]] = {
    name: (day_of_iso(str(start)), last) for name, (start, last) in _DATA["reigns"].items()
}
_SHORT: dict[str, str] = _DATA["short"]


def _name(words: str) -> str:
    """Return the name in full: *Hen. VIII* is Henry VIII."""
    first, _, number = " ".join(words.split()).partition(" ")
    return f"{_SHORT.get(first, first)} {number}".strip()


def _regnal_year(match: re.Match[str]) -> list[Found]:
    """Return the twelve months of the year of the reign, as about: old calendars differ by some days."""
    reign, number = _REIGNS.get(_name(match["name"])), number_of(match["number"])
    if reign is None or number < 1:
        return []
    year, month, day = civil_of(reign[0])
    first = day_of(year + number - 1, month, day)
    if year + number - 1 > reign[1]:
        return []
    last = day_of(year + number, month, day) - 1
    edtf = f"{iso_of(first)}~/{iso_of(last)}~"
    return [Found(match.start(), match.end(), EdtfTime(edtf=edtf), "regnal year")]


_SOLAR: dict[str, tuple[int, int]] = _DATA["solar_eras"]
_ERAS: dict[str, tuple[int, int]] = _DATA["eras"] | _SOLAR
_BY_THE_SUN = 1873  #: since then Japan counts its years by the sun
_LONG = str.maketrans("āēīōū", "aeiou")


def _year_of_era(match: re.Match[str]) -> list[Found]:
    """Return the year that the era's own count means, or that which follows in brackets."""
    name = " ".join(match["name"].translate(_LONG).split())
    first, last = _ERAS[name]
    number = 1 if match["number"] == "Gannen" else number_of(match["number"])
    year = first + number - 1
    if number < 1 or year > last:
        return []
    is_exact = name in _SOLAR and year >= _BY_THE_SUN
    month = month_of(match["month"]) if match["month"] else None
    if match["told"] or is_exact or month is not None:
        year = int(match["told"] or year)
        day = int(match["day"]) if match["day"] else None
        if day is not None and (month is None or not is_day(year, month, day)):
            return []
        time = CalendarTime(year=year, month=month, day=day, about=not (match["told"] or is_exact))
        return [Found(match.start(), match.end(), time, "regnal year")]
    return [Found(match.start(), match.end(), EdtfTime(edtf=f"{year}~"), "regnal year")]


_STATUTE = [
    name.replace(full, short, 1)
    for name in _REIGNS
    for short, full in _SHORT.items()
    if name.startswith(full)
]
_NUMBERED = [name for name in _REIGNS if " " in name]
_ORDINAL = rf"(?P<number>\d{{1,2}}(?:st|nd|rd|th)|(?i:{any_of(ORDINAL_WORDS)}))"

_WRITTEN = [*_ERAS, "Taishō", "Shōwa", "Tenpō", "Keiō", "Bunkyū"]
_ERA = any_of(_WRITTEN)
_MONTH = (
    rf"(?:(?P<month>{MONTH})\s+(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?,?\s?(?:of\s+|in\s+)?(?:the\s+)?)?"
)
_ALSO_TOLD = r"(?:\s*\((?P<told>1\d{3})(?:\s?AD)?\))?"  # *(1889)*: what the source makes of it

RULES: tuple[Rule, ...] = (
    rule(
        "year of an era",
        [DIGITS, *first_words(ORDINAL_WORDS), *MONTHS],
        rf"{_MONTH}{_ORDINAL}\s+year\s+of\s+(?:the\s+)?(?:reign\s+of\s+|era\s+of\s+)?(?:the\s+)?(?:King\s+|Emperor\s+)?"
        rf"(?P<name>{_ERA})(?!\w)(?:'s)?(?:\s+(?:Emperor|reign|era|period)\b)?{_ALSO_TOLD}",
        _year_of_era,
    ),
    rule(
        "year of an era",
        [*first_words(_WRITTEN), *MONTHS],
        rf"{_MONTH}(?P<name>{_ERA})\s+(?P<number>\d{{1,2}}|Gannen)(?![\w%]|[.,]\d){_ALSO_TOLD}",
        _year_of_era,
    ),
    rule(
        "regnal year",
        [DIGITS, *first_words(ORDINAL_WORDS)],
        rf"{_ORDINAL}\s+year\s+of\s+(?:the\s+reign\s+of\s+)?(?:King\s+|Queen\s+)?"
        rf"(?P<name>{any_of([*_REIGNS, *_STATUTE])})(?!\w)",
        _regnal_year,
    ),
    rule(
        "regnal year",
        [DIGITS],
        rf"(?P<number>\d{{1,2}})\s+(?P<name>{any_of([*_STATUTE, *_NUMBERED])})(?![\w])",
        _regnal_year,
    ),
)
