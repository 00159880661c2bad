"""EDTF (ISO 8601-2, levels 0 to 2) to a `When` with our own bounds.

Common forms are read here, quickly; the library `edtf` judges and bounds what is left (significant digits,
exponents). The string is kept as it came: a doubt that is written is never lost.
"""

from __future__ import annotations

import re
from functools import lru_cache

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from factoid.dates.days import Days, days_of_months, days_of_years, is_day, month_length
from factoid.model import Bounds, Extent, When
from factoid.model.when import day_of

# Months of the sub-year groups 21-41: seasons (north, north, south), quarters, thirds and halves of a year.
# A winter is January to March or December to February, so it reaches from January to the next February.
_NORTH = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (1, 14)}
_SOUTH = {1: (9, 11), 2: (1, 14), 3: (3, 5), 4: (6, 8)}
SUB_YEAR = (
    {20 + n: months for n, months in _NORTH.items()}
    | {24 + n: months for n, months in _NORTH.items()}
    | {28 + n: months for n, months in _SOUTH.items()}
    | {32 + n: (3 * n - 2, 3 * n) for n in (1, 2, 3, 4)}
    | {36 + n: (4 * n - 3, 4 * n) for n in (1, 2, 3)}
    | {39 + n: (6 * n - 5, 6 * n) for n in (1, 2)}
)
#: Days that "about" adds on either side of a day, a month or season, a year, a decade, a century.
ABOUT_DAYS = {"day": 5, "month": 31, "year": 5 * 365 + 1, "decade": 10 * 365 + 2, "century": 50 * 365 + 12}

_DATE = re.compile(
    r"[?~%]?(?P<year>-?[\dX]{4})[?~%]?"
    r"(?:-[?~%]?(?P<month>[\dX]{2})[?~%]?(?:-[?~%]?(?P<day>[\dX]{2})[?~%]?)?)?"
    r"(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?"
)
_LONG_YEAR = re.compile(r"Y(-?\d{5,9})")
_SHORT = re.compile(r"(-?)(\d{3}|\d{2})")
_ABOUT = re.compile(r"[~%]")


def when_of_edtf(
    edtf: str,
    *,
    words: str = "",
    basis: str = "stated",
    extent: Extent | None = None,
    calendar: str = "gregorian",
) -> When:
    """Return the time that an EDTF string means; `ValueError` if it is not EDTF.

    An interval ``A/B`` holds throughout, anything else on some day within, unless ``extent`` says otherwise.
    """
    text = edtf.strip()
    if extent is None:
        extent = Extent.THROUGHOUT if "/" in text else Extent.WITHIN
    start, end = _bounds(text, extent)
    return When(words=words, edtf=text, start=start, end=end, extent=extent, calendar=calendar, basis=basis)


@lru_cache(maxsize=8192)
def _bounds(text: str, extent: Extent) -> tuple[Bounds, Bounds]:
    if "/" in text:
        left, _, right = text.partition("/")
        first, last = _interval_end(left, text), _interval_end(right, text)
        if first is None and last is None:
            raise ValueError(f"{text!r} is not EDTF: an interval needs at least one end")
        if first and last and first.first > last.last:
            raise ValueError(f"{text!r} is not EDTF: the interval ends before it starts")
        return _of_interval(first, last, extent)
    low, high = _of_set(text) if text[:1] in ("[", "{") else _of_point(text)
    whole = Bounds(low, high)
    if extent is Extent.THROUGHOUT:
        return Bounds(low, low), Bounds(high, high)
    return whole, whole


def _of_interval(first: Days | None, last: Days | None, extent: Extent) -> tuple[Bounds, Bounds]:
    low, high = first.first if first else None, last.last if last else None
    if extent is Extent.WITHIN:
        return Bounds(low, high), Bounds(low, high)
    latest_start = min(first.last, high) if first and high is not None else first.last if first else high
    earliest_end = max(last.first, low) if last and low is not None else last.first if last else low
    return Bounds(low, latest_start), Bounds(earliest_end, high)


def _interval_end(text: str, whole: str) -> Days | None:
    """Return the days of one end; None for an open (``..``) or unknown (empty) one."""
    if text in ("", ".."):
        return None
    if "/" in text:
        raise ValueError(f"{whole!r} is not EDTF: an interval has two ends")
    first, last = _of_point(text)
    return Days(first, last)


def _of_set(text: str) -> tuple[int | None, int | None]:
    if text[-1] != {"[": "]", "{": "}"}[text[0]] or len(text) < 3:
        raise ValueError(f"{text!r} is not EDTF: the set is not closed, or holds nothing")
    lows: list[int | None] = []
    highs: list[int | None] = []
    for member in text[1:-1].split(","):
        left, dots, right = member.strip().partition("..")
        if not left and not right:
            raise ValueError(f"{text!r} is not EDTF: a member of the set is empty")
        lows.append(_of_point(left).first if left else None)
        highs.append(_of_point(right).last if right else None if dots else _of_point(left).last)
    return (
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
    )


@lru_cache(maxsize=8192)
def _of_point(text: str) -> Days:
    if match := _DATE.fullmatch(text):
        days, precision = _of_date(text, match["year"], match["month"], match["day"])
    elif match := _LONG_YEAR.fullmatch(text):
        days, precision = days_of_years(int(match[1]), int(match[1])), "year"
    elif match := _SHORT.fullmatch(text):
        return _of_short(match[1] == "-", match[2])
    else:
        return _of_library(text)
    return days.widened(ABOUT_DAYS[precision]) if _ABOUT.search(text) else days


def _of_short(before_christ: bool, digits: str) -> Days:  # noqa: FBT001 - the sign of a decade or century
    width = 10 ** (4 - len(digits))
    low = int(digits) * width
    return days_of_years(-low - width + 1, -low) if before_christ else days_of_years(low, low + width - 1)


def _of_date(text: str, year: str, month: str | None, day: str | None) -> tuple[Days, str]:
    low, high = _years(year)
    gap = year.count("X")
    if month is None or month == "XX":
        return days_of_years(low, high), "year" if gap == 0 else "decade" if gap == 1 else "century"
    if month.isdigit() and int(month) in SUB_YEAR and day is None:
        first, last = SUB_YEAR[int(month)]
        return Days(days_of_months(low, first, last).first, days_of_months(high, first, last).last), "month"
    first_month, last_month = _matching(month, 1, 12, text)
    if day is None or day == "XX":
        return Days(
            days_of_months(low, first_month, 12).first, days_of_months(high, 1, last_month).last
        ), "month"
    first_day, _ = _matching(day, 1, 31, text)
    _, last_day = _matching(day, 1, month_length(high, last_month), text)
    if gap == 0 and "X" not in month + day and not is_day(low, first_month, first_day):
        raise ValueError(f"{text!r} is not EDTF: there is no such day")
    first_day = min(first_day, month_length(low, first_month))
    return Days(day_of(low, first_month, first_day), day_of(high, last_month, last_day)), "day"


def _years(year: str) -> tuple[int, int]:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return (high, low) if year.startswith("-") else (low, high)


def _matching(digits: str, low: int, high: int, text: str) -> tuple[int, int]:
    """Return the smallest and the largest number that fits two digits of which any may be X."""
    tens, ones = digits[0], digits[1]
    fitting = [n for n in range(low, high + 1) if tens in ("X", str(n // 10)) and ones in ("X", str(n % 10))]
    if not fitting:
        raise ValueError(f"{text!r} is not EDTF: no month or day is {digits}")
    return fitting[0], fitting[-1]


def _of_library(text: str) -> Days:
    try:
        parsed = parse_edtf(text)
        low, high = parsed.lower_strict(), parsed.upper_strict()
        return Days(
            day_of(low.tm_year, low.tm_mon, low.tm_mday), day_of(high.tm_year, high.tm_mon, high.tm_mday)
        )
    except (EDTFParseException, AttributeError, TypeError, ValueError, OverflowError) as error:
        raise ValueError(
            f"{text!r} is not EDTF (write 1938, 1938-06, 1938-06-13, 1937/1938, ../1937)"
        ) from error
