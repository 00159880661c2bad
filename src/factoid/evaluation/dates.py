"""When two EDTF dates agree well enough: equal, compatible, or wrong."""

from __future__ import annotations

import calendar
import re
from datetime import date
from enum import StrEnum

_FIRST, _LAST = 1, date(9998, 12, 31).toordinal()
_POINT = re.compile(r"(-?[\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 25: (3, 5), 26: (6, 8), 27: (9, 11)}
_WINTERS = {24, 28}
_DAYS_ALWAYS_NEAR = 40
_TIMES_AS_WIDE = 4

Days = tuple[int, int]


class Agreement(StrEnum):
    """How a date compares with the gold's."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    WRONG = "wrong"


def agreement_of_dates(gold: str | None, got: str | None) -> Agreement:
    """Compare two EDTF strings; None is no date.

    Compatible: one lies within the other and is at most four times as wide, or an open range meets the other
    at its one known end.
    """
    a, b = days_of(gold), days_of(got)
    if a is None or b is None:
        return Agreement.EQUAL if a is b else Agreement.WRONG
    if a == b:
        return Agreement.EQUAL
    if _known_end_lies_in(gold, b) or _known_end_lies_in(got, a):
        return Agreement.COMPATIBLE
    return Agreement.COMPATIBLE if _is_near(a, b) else Agreement.WRONG


def days_of(edtf: str | None) -> Days | None:
    """Return the first and the last day that an EDTF string admits; None for no date."""
    if not edtf:
        return None
    text = edtf.strip().strip("[]{}")
    if "/" in text:
        left, right = text.split("/", 1)
        return _left_end(left), _right_end(right)
    if "," in text or ".." in text:
        points = [point for part in re.split(r",|\.\.", text) if part and (point := _point(part))]
        return (min(p[0] for p in points), max(p[1] for p in points)) if points else None
    return _point(text)


def _left_end(text: str) -> int:
    point = None if text in ("", "..") else _point(text)
    return point[0] if point else _FIRST


def _right_end(text: str) -> int:
    if text in ("", ".."):
        return _LAST
    point = _point(text)
    return point[1] if point else _LAST


def _point(text: str) -> Days | None:
    found = _POINT.fullmatch(re.sub(r"[?~%]", "", text.strip()))
    if not found:
        return None
    year, month, day = found.groups()
    low = max(int(year.replace("X", "0")), 1)
    high = min(max(int(year.replace("X", "9")), 1), 9998)
    low = min(low, 9998)
    if month is None or "X" in month:
        return date(low, 1, 1).toordinal(), date(high, 12, 31).toordinal()
    return _season(low, int(month)) or _in_month(low, high, int(month), day)


def _season(year: int, number: int) -> Days | None:
    if number in _WINTERS:  # read either way: from January to the next February
        return date(year, 1, 1).toordinal(), date(year + 1, 2, 28).toordinal()
    if number not in _SEASONS:
        return None
    first, last = _SEASONS[number]
    return date(year, first, 1).toordinal(), date(year, last, 28).toordinal()


def _in_month(low: int, high: int, month: int, day: str | None) -> Days | None:
    if not 1 <= month <= 12:
        return None
    if day is None or "X" in day:
        last = calendar.monthrange(high, month)[1]
        return date(low, month, 1).toordinal(), date(high, month, last).toordinal()
    try:
        return date(low, month, int(day)).toordinal(), date(high, month, int(day)).toordinal()
    except ValueError:  # the 31st of a month that has 30
        return None


def _known_end_lies_in(edtf: str | None, other: Days) -> bool:
    if not edtf or "/" not in edtf or ".." not in edtf:
        return False
    end = _point(edtf.strip("/.").replace("/", ""))
    return end is not None and end[0] <= other[0] and other[1] <= end[1]


def _is_near(a: Days, b: Days) -> bool:
    is_within = (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])
    widths = sorted((a[1] - a[0] + 1, b[1] - b[0] + 1))
    return is_within and (widths[1] <= _TIMES_AS_WIDE * widths[0] or widths[1] <= _DAYS_ALWAYS_NEAR)
