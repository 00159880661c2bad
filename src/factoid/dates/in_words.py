"""EDTF in words, never more precise than it is: a month stays a month, doubt stays doubt."""

from __future__ import annotations

import re

from factoid.model import Bounds, Extent, When
from factoid.model.when import civil_of, iso_of, iso_of_year
from factoid.resources.catalogue import Catalogue

_DATE = re.compile(r"(?P<year>-?[\dX]{4}|Y-?\d+)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?")
_SETS = {"[": ("]", "dates.joined"), "{": ("}", "dates.all_of")}
_QUALIFIER = re.compile(r"[?~%]")


def when_in_words(when: When, words: Catalogue) -> str:
    """Return a time in words: *9 June 1938*, *about 1920*, *by 1937*."""
    return edtf_in_words(when.edtf, words, throughout=when.extent is Extent.THROUGHOUT)


def edtf_in_words(edtf: str, words: Catalogue, *, throughout: bool = True) -> str:
    """Return an EDTF date, interval or set in words; what has no words stays as it is."""
    if edtf[:1] in _SETS and edtf.endswith(_SETS[edtf[0]][0]):
        return _set(edtf, words)
    start, slash, end = edtf.partition("/")
    if not slash:
        return _date(edtf, words)
    if start in ("..", "") and end in ("..", ""):
        return edtf
    if start in ("..", ""):
        key = "by" if start else "until_unknown"
        return words.say(f"dates.{key}", end=_date(end, words))
    if end in ("..", ""):
        key = "from" if end else "from_unknown"
        return words.say(f"dates.{key}", start=_date(start, words))
    key = "throughout" if throughout else "between"
    return words.say(f"dates.{key}", start=_date(start, words), end=_date(end, words))


def _set(edtf: str, words: Catalogue) -> str:
    """Return one of several dates (*1899 or 1900*), or all of them (*1899 and 1900*); a run in it as its ends."""
    members = edtf[1:-1].split(",")
    said = [
        edtf_in_words("/".join(part or ".." for part in member.split("..")), words, throughout=edtf[0] == "{")
        if ".." in member
        else _date(member, words)
        for member in members
    ]
    if len(said) == 1:
        return said[0]
    return ", ".join(said[:-1]) + str(words.entry(_SETS[edtf[0]][1])) + said[-1]


def alternatives(joined: str | None) -> tuple[str, ...]:
    """Return the dates that cannot stand together: ``1904`` beside ``1904-05-02`` says nothing of its own."""
    dates = dict.fromkeys(part.strip() for part in (joined or "").split("|") if part.strip())
    return tuple(date for date in dates if not any(other.startswith(f"{date}-") for other in dates))


def alternatives_in_words(joined: str | None, words: Catalogue) -> str:
    """Return dates that the sources give differently (``1904|1905``) in words."""
    dates = [edtf_in_words(date, words, throughout=False) for date in alternatives(joined)]
    return str(words.entry("dates.joined")).join(dates)


def year_of(when: When, words: Catalogue) -> str:
    """Return what the gutter says: the year in which the time begins, or by which it had come."""
    start, _, end = when.edtf.partition("/")
    if start in ("..", ""):
        return words.say("dates.by", end=_year(end, words)) if end else ""
    return _year(start, words)


def year_beside(when: When, words: Catalogue) -> str:
    """Return the year of whose events a time may stand: the one in which it begins, or by which it had come."""
    start, _, end = when.edtf.partition("/")
    return _year(end if start in ("..", "") else start, words)


def _year(date: str, words: Catalogue) -> str:
    found = _DATE.match(_QUALIFIER.sub("", date).lstrip("[{."))  # of a set its first
    return _year_in_words(found["year"], words) if found else date


def _date(date: str, words: Catalogue) -> str:
    qualifiers = set(_QUALIFIER.findall(date))
    found = _DATE.fullmatch(_QUALIFIER.sub("", date))
    if not found:
        return date
    text = _precise(found["year"], found["month"], found["day"], words)
    if text is None:
        return date
    if qualifiers & {"~", "%"}:
        text = words.say("dates.about", date=text)
    return words.say("dates.uncertain", date=text) if qualifiers & {"?", "%"} else text


def _precise(year: str, month: str | None, day: str | None, words: Catalogue) -> str | None:
    year = _year_in_words(year, words)
    if month is None:
        return year
    if month == "XX":
        return words.say("dates.unknown_month", date=year)
    if month in words.entry("dates.seasons"):
        return words.say("dates.season", season=words.entry("dates.seasons")[month], year=year)
    if not 1 <= int(month) <= 12:
        return None
    name = words.entry("dates.months")[int(month) - 1]
    if day in (None, "XX"):
        text = words.say("dates.month", month=name, year=year)
        return words.say("dates.unknown_day", date=text) if day else text
    return words.say("dates.day", day=str(int(day or 0)), month=name, year=year)


def _year_in_words(year: str, words: Catalogue) -> str:
    digits = year.removeprefix("Y")
    if digits.endswith("XX"):
        return words.say("dates.century", year=digits.replace("X", "0").lstrip("0") or "0")
    if digits.endswith("X"):
        return words.say("dates.decade", year=digits.replace("X", "0").lstrip("0") or "0")
    return year_in_words(int(digits), words)


def year_in_words(number: int, words: Catalogue) -> str:
    """Return an astronomical year as people count it: ``1938``, ``44 BC``."""
    return str(number) if number > 0 else words.say("dates.before_christ", year=str(1 - number))


def bounds_in_words(bounds: Bounds, words: Catalogue) -> str:
    """Return days between which something was: ``between 1937 and June 1938``, ``not before 1937``, ``9 June 1938``.

    Nothing where nothing is known.
    """
    earliest, latest = bounds
    if earliest is not None and latest is not None:
        return edtf_in_words(_edtf_between(earliest, latest), words, throughout=False)
    if earliest is not None:
        return words.say("dates.not_before", date=edtf_in_words(_shortest(earliest, begins=True), words))
    if latest is not None:
        return words.say("dates.not_after", date=edtf_in_words(_shortest(latest, begins=False), words))
    return ""


def _edtf_between(earliest: int, latest: int) -> str:
    """Return the day, month or year that the days just fill, else both ends."""
    if earliest == latest:
        return iso_of(earliest)
    first, last = _shortest(earliest, begins=True), _shortest(latest, begins=False)
    if civil_of(earliest)[0] == civil_of(latest)[0] and first != last:
        # of one year: its months, even where one of them begins or ends it
        first, last = _month_or_day(earliest, begins=True), _month_or_day(latest, begins=False)
    return first if first == last else f"{first}/{last}"


def _shortest(day: int, *, begins: bool) -> str:
    """Return the year or month that a day begins, or ends, else the day, in EDTF."""
    year, month, number = civil_of(day if begins else day + 1)
    if (month, number) == (1, 1):
        return iso_of_year(year if begins else year - 1)
    return _month_or_day(day, begins=begins)


def _month_or_day(day: int, *, begins: bool) -> str:
    return iso_of(day)[:-3] if civil_of(day if begins else day + 1)[2] == 1 else iso_of(day)
