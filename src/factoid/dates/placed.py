"""A time put on the calendar: its EDTF, how it was got, and where it brings the narrative."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from factoid.dates.days import Days, days_of_months, edtf_date, is_day
from factoid.dates.edtf import when_of_edtf
from factoid.dates.meaning import CalendarTime, EdtfTime, Meaning, Part, Stretch
from factoid.dates.timeline import Reached, season_month
from factoid.model import Extent, When


class Placed(NamedTuple):
    """A time on the calendar."""

    edtf: str
    basis: str  #: the rule that gave it, to which the words it hangs on are still to be added
    hangs: bool = False  #: whether it hangs on what the narrative has reached
    reached: Reached | None = None
    cost: float = 0.0  #: how unlikely this reading is before the rest of the narrative is looked at


def placed_in_year(time: CalendarTime, year: int, basis: str) -> Placed | None:
    """Return the time in that year; None if there is no such day."""
    if time.season is not None:
        edtf, month = f"{edtf_date(year)}-{time.season}", season_month(time)
        if time.into_next_year:
            return Placed(edtf, basis, basis != "stated", Reached(year + 1, 1))
    elif time.part in _HALVES and time.month is None:
        edtf, month = "{0}-{1:02}/{0}-{2:02}".format(edtf_date(year), *_HALVES[time.part]), None
    else:
        if time.month is not None and time.day is not None and not is_day(year, time.month, time.day):
            return None
        edtf, month = edtf_date(year, time.month, time.day), time.month
    mark = "%" if time.about and time.doubtful else "~" if time.about else "?" if time.doubtful else ""
    return Placed(edtf + mark, basis, basis != "stated", Reached(year, month, time.day))


_HALVES: dict[Part | None, tuple[int, int]] = {Part.FIRST_HALF: (1, 6), Part.SECOND_HALF: (7, 12)}


def edtf_of_years(time: Stretch) -> str:
    """Return a decade or century as ``193X`` or ``18XX``, anything else as an interval."""
    if time.part in _HALVES:
        half = (time.last - time.first + 1) // 2
        first = time.first if time.part is Part.FIRST_HALF else time.first + half
        return f"{edtf_date(first)}/{edtf_date(first + half - 1)}"
    first, last, width = time.first, time.last, time.last - time.first + 1
    mark = "~" if time.about else ""
    if first >= 0 and width in (10, 100) and first % width == 0:
        gap = len(str(width)) - 1
        return f"{first:04}"[:-gap] + "X" * gap + mark
    return f"{edtf_date(first)}{mark}/{edtf_date(last)}{mark}"


def when_of(placed: Placed, meaning: Meaning, words: str) -> When:
    """Return the model's time. *Early*, *mid* and *late* narrow the bounds to half of what they speak of."""
    calendar = meaning.calendar if isinstance(meaning, (CalendarTime, EdtfTime)) else "gregorian"
    when = when_of_edtf(placed.edtf, words=words, basis=placed.basis, extent=Extent.WITHIN, calendar=calendar)
    if isinstance(meaning, CalendarTime) and meaning.into_next_year and placed.reached:
        bounds = days_of_months(placed.reached.year - 1, 12, 14).bounds
        return replace(when, start=bounds, end=bounds)
    part: Part | None = getattr(meaning, "part", None)
    if part is None or part in _HALVES or when.earliest is None or when.latest is None:
        return when
    bounds = narrowed(Days(when.earliest, when.latest), part).bounds
    return replace(when, start=bounds, end=bounds)


def narrowed(days: Days, part: Part) -> Days:
    """Return the first, the middle or the last half of the days."""
    length = days.last - days.first + 1
    half = (length + 1) // 2
    match part:
        case Part.EARLY | Part.FIRST_HALF:
            return Days(days.first, days.first + half - 1)
        case Part.LATE | Part.SECOND_HALF:
            return Days(days.last - half + 1, days.last)
        case Part.MID:
            return Days(days.first + length // 4, days.last - length // 4)
