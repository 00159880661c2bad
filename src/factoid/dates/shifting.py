"""Later and earlier: moving a date by units of time, no more precisely than date and unit allow."""

from __future__ import annotations

from dataclasses import replace

from factoid.dates.days import edtf_date
from factoid.dates.meaning import CalendarTime, Pointed, Shift, Stretch
from factoid.dates.placed import Placed, edtf_of_years, placed_in_year
from factoid.dates.timeline import Reached
from factoid.model.when import civil_of, day_of

_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_DAYS = {
    "day": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 30.4,
    "hour": 1 / 24,
    "minute": 0.0,
    "second": 0.0,
}


def shifted(at: Reached, shift: Shift, basis: str) -> Placed | None:
    """Return the date so much later or earlier; about that, where the words or the date are loose."""
    if shift.unit not in _MONTHS and shift.unit not in _DAYS:
        return None
    if shift.unit == "month" and at.month is None and shift.least == shift.most and shift.least % 12 == 0:
        shift = replace(shift, unit="year", least=shift.least / 12, most=shift.most / 12)
    amount = (shift.least + shift.most) / 2 * (1 if shift.forward else -1)
    if shift.unit in _MONTHS and (shift.unit != "month" or at.month is not None):
        return _by_months(at, shift, amount * _MONTHS[shift.unit], basis)
    if at.month is None or at.day is None:  # so many days after a month or a year: about then
        return placed_in_year(CalendarTime(month=at.month, about=True), at.year, basis)
    year, month, day = civil_of(day_of(at.year, at.month, at.day) + int(amount * _DAYS[shift.unit]))
    return placed_in_year(CalendarTime(month=month, day=day, about=shift.about), year, basis)


def _by_months(at: Reached, shift: Shift, months: float, basis: str) -> Placed | None:
    if shift.unit != "month" and (months % 12 == 0 or at.month is None):
        about = shift.about or shift.unit != "year"
        return placed_in_year(
            CalendarTime(about=about, season=shift.season), at.year + round(months / 12), basis
        )
    month = (at.month or 1) - 1 + round(months)
    about = shift.about or months % 1 != 0
    return placed_in_year(CalendarTime(month=month % 12 + 1, about=about), at.year + month // 12, basis)


def pointed(time: Pointed, at: Reached, basis: str) -> Placed | None:
    """Return the unit of time that a pointing word means: *that year*, *the next five years*."""
    match time.unit:
        case "time":  # about then
            return Placed(f"{edtf_date(at.year, at.month, at.day)}~", basis, hangs=True)
        case "year" if time.count > 1:
            first, last = sorted((at.year, at.year + time.count * time.step))
            return Placed(f"{edtf_date(first)}/{edtf_date(last)}", basis, hangs=True)
        case "year":
            return placed_in_year(CalendarTime(part=time.part), at.year + time.step, basis)
        case "decade" | "century":
            return Placed(edtf_of_years(_period(time.unit, at.year, time.step)), basis, hangs=True)
        case _ if time.count > 1 or at.month is None:
            return None
        case "month":
            month = at.month - 1 + time.step
            return placed_in_year(CalendarTime(month=month % 12 + 1), at.year + month // 12, basis)
        case "day" if at.day is not None:
            return _day(day_of(at.year, at.month, at.day) + time.step, at, basis)
        case "day":  # a day of a month that the text does not tell
            return Placed(f"{edtf_date(at.year, at.month)}-XX", basis, hangs=True, reached=at)
        case "week" if at.day is not None and time.step:
            here = day_of(at.year, at.month, at.day)
            first, last = sorted((here + time.step, here + 7 * time.step))
            return Placed(f"[{edtf_date(*civil_of(first))}..{edtf_date(*civil_of(last))}]", basis, hangs=True)
        case _:
            return None


def _day(ordinal: int, at: Reached, basis: str) -> Placed | None:
    year, month, day = civil_of(ordinal)
    return placed_in_year(CalendarTime(month=month, day=day), year, basis)


def _period(unit: str, year: int, step: int) -> Stretch:
    """Return the decade or century of the year, or its neighbour; those BC are counted backwards."""
    width = 10 if unit == "decade" else 100
    if year <= 0:
        first = 1 - ((1 - year) // width * width + width - 1) + width * step
    else:
        first = year // width * width + width * step
    return Stretch(first=first, last=first + width - 1, unit=unit)


def weekday(number: int, at: Reached, step: int, basis: str) -> Placed | None:
    """Return the next (1), the same week's (0) or the last (-1) such day of the week from the date."""
    if at.month is None or at.day is None:
        return None
    here = day_of(at.year, at.month, at.day)
    away = (number - (here - 1)) % 7
    return _day(here + (away or 7) if step > 0 else here + away if step == 0 else here + away - 7, at, basis)
