"""What a source says of itself in its lines: who wrote it, and when it was published (as EDTF)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from functools import cache

from factoid.resources import load
from factoid.sources.plain.lines import fold

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])")
_NUMBERS = re.compile(r"\b(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})\b")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
_BEFORE_DATES = frozenset(
    {"on", "at", "le", "el", "il", "em", "am", "op", "den", "dnia", "la", "pe", "w", "в"}
)
_AFTER_NAME = re.compile(r"\s+[|•·»]\s+|\s*[|(,;]\s*|\s+[–—-]\s+|\s+(?=\d)|\s+\S+@")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|\.|º|ª)(?=\s)")


def published_of(words: str) -> str | None:
    """Return the one date that a line such as `Published: 12 May 2024` gives, as EDTF, or None.

    Never more precise than the line: `05/04/2020` may be April or May and gives the year.
    """
    found = _ISO.search(words)
    if found:
        return edtf_of(found[1], found[2], found[3])
    numbers = _NUMBERS.search(words)
    if numbers:
        return _of_numbers(int(numbers[1]), numbers[2], int(numbers[3]), int(numbers[4]))
    return _of_month_name(_ORDINAL.sub("", words))


def edtf_of(year: int | str, month: int | str | None = None, day: int | str | None = None) -> str | None:
    """Return the date as EDTF, or None if there is no such day."""
    y, m, d = int(year), int(month or 0), int(day or 0)
    if not 1 <= y <= 9999 or not 0 <= m <= 12 or (d and not m):
        return None
    if d and not 1 <= d <= calendar.monthrange(y, m)[1]:
        return None
    return f"{y:04}" + (f"-{m:02}" if m else "") + (f"-{d:02}" if d else "")


def _of_numbers(first: int, sign: str, second: int, year: int) -> str | None:
    if sign == "." or first > 12 or first == second:
        return edtf_of(year, second, first)
    if second > 12:
        return edtf_of(year, first, second)
    return edtf_of(year)


def _of_month_name(words: str) -> str | None:
    years = set(_YEAR.findall(words))
    if len(years) != 1:
        return None
    year = years.pop()
    tokens = [token.casefold() for token in _WORDS.findall(words)]
    months = [(i, _months()[t]) for i, t in enumerate(tokens) if t in _months()]
    if len(months) != 1:
        return edtf_of(year)
    at, month = months[0]
    near = [t for t in tokens[max(at - 2, 0) : at + 2] if t.isdigit() and 1 <= int(t) <= 31]
    return edtf_of(year, month, near[0] if near else None) or edtf_of(year, month)


def begins_with_date(folded: str) -> bool:
    """Say whether folded words begin as a date does, after `on` or its like and a day of the week."""
    words = [word for word in folded.split()[:4] if word not in _BEFORE_DATES][:2]
    return bool(words) and (words[0][0].isdigit() or words[0] in _months() or words[-1] in _months())


def creator_of(rest: str) -> str | None:
    """Return the name in what follows a word such as `Author:`; None when it is not a name."""
    name = _AFTER_NAME.split(rest.strip(), maxsplit=1)[0].strip(" .:–—-")
    words = name.split()
    if not words or len(words) > 7 or not name[0].isalpha() or name[0].islower():
        return None
    return name


def first_of(found: Iterable[str | None]) -> str | None:
    """Return the first that is not None."""
    return next((value for value in found if value), None)


@cache
def _months() -> dict[str, int]:
    return {fold(name): number for number, names in load("publication")["months"].items() for name in names}
