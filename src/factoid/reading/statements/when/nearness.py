"""How near two dates are that a statement may have: the same days, or one within the other and not much narrower."""

from __future__ import annotations

import re
from functools import lru_cache

from factoid.dates import when_of_edtf

_DOUBT = re.compile(r"[~?%]")
_TIMES_AS_WIDE, _DAYS = 4, 40

Days = tuple[int | None, int | None]


@lru_cache(maxsize=4096)
def days_of(edtf: str) -> Days | None:
    """Return the first and the last day that a date admits, its doubts aside; None for what is no date."""
    try:
        when = when_of_edtf(_DOUBT.sub("", edtf))
    except ValueError:
        return None
    return when.earliest, when.latest


def is_same(one: str | None, other: str | None) -> bool:
    """Whether two dates admit the same days, doubts aside; no date is the same as none."""
    if one is None or other is None:
        return one is other
    if one == other:
        return True
    days = days_of(one)
    return days is not None and days == days_of(other)


@lru_cache(maxsize=16384)
def is_near(one: str | None, other: str | None) -> bool:
    """Whether one date lies in the other and is not much narrower, or in the one known end of an open one."""
    if one is None or other is None:
        return False
    return _in_known_end(one, other) or _in_known_end(other, one) or _within(days_of(one), days_of(other))


def _in_known_end(open_range: str, other: str) -> bool:
    if "/" not in open_range or ".." not in open_range:
        return False
    end, days = days_of(open_range.strip("/.").replace("/", "")), days_of(other)
    if end is None or days is None or None in end or None in days:
        return False
    return end[0] <= days[0] and days[1] <= end[1]  # type: ignore[operator]


def _within(one: Days | None, other: Days | None) -> bool:
    if one is None or other is None:
        return False
    (a, b), (c, d) = one, other
    if a is None or b is None or c is None or d is None:
        return False
    wide, narrow = max(b - a, d - c) + 1, min(b - a, d - c) + 1
    within = (a <= c and d <= b) or (c <= a and b <= d)
    return within and (wide <= _TIMES_AS_WIDE * narrow or wide <= _DAYS)
