"""From what words mean to a time on the calendar, with the help of the narrative."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from factoid.dates.days import Days, days_of_years, edtf_date, is_day
from factoid.dates.edtf import when_of_edtf
from factoid.dates.meaning import CalendarTime, EdtfTime, Found, Meaning, Part, Pointed, Shift, Stretch
from factoid.dates.relative_rules import STEPS
from factoid.dates.timeline import SEASON_MONTHS, Reached, Timeline
from factoid.dates.words import SEASONS
from factoid.model import Bounds, Extent, Span, When
from factoid.model.when import civil_of, day_of


class Placed(NamedTuple):
    """A time on the calendar: EDTF, how it was got, what it hangs on, where it brings the narrative."""

    edtf: str
    basis: str
    hangs_on: Span | None = None
    reached: Reached | None = None


@dataclass(frozen=True, slots=True)
class Resolver:
    """Puts times on the calendar against one timeline."""

    content: str
    timeline: Timeline

    def place(self, found: Found) -> Placed | None:
        """Return the time on the calendar; None where the text does not tell."""
        meaning = found.meaning
        if isinstance(meaning, CalendarTime):
            return self._calendar(meaning)
        if isinstance(meaning, Stretch):
            return self._stretch(meaning)
        if isinstance(meaning, EdtfTime):
            return Placed(
                meaning.edtf + ("~" if meaning.about and meaning.edtf[-1].isdigit() else ""), "stated"
            )
        if isinstance(meaning, Shift):
            return self._shift(meaning)
        if isinstance(meaning, Pointed):
            return self._pointed(meaning)
        return None

    def _because(self, rule: str, at: Reached) -> str:
        words = " ".join(self.content[at.span.start : at.span.end].split())
        return f"{rule} “{words}”" if words else rule

    def _calendar(self, time: CalendarTime) -> Placed | None:
        if time.short_year is not None:
            return self._short_year(time)
        if time.year is not None:
            return _placed(time, time.year, "stated", None)
        at = self.timeline.here or self.timeline.passing
        if at is None:
            return None
        if time.pointer and time.pointer.endswith("month"):
            return self._day_of_month(time, at, {"last": -1, "next": 1}.get(time.pointer.split()[0], 0))
        if time.weekday is not None:
            return self._weekday(time, at)
        if time.month is None and time.season is None:
            return self._day_of_month(time, at, 0)
        month = time.month or SEASON_MONTHS[time.season or 21]
        if time.pointer in STEPS:
            return self._stepped(time, at, month, STEPS[time.pointer])
        year = self.timeline.year_of_month(month)
        assert year is not None
        return _placed(time, year.year, self._because("year of", at), at.span)

    def _stepped(self, time: CalendarTime, at: Reached, month: int, step: int) -> Placed:
        year = at.year + step
        named_with_year = time.month is not None and time.day is not None
        if not named_with_year and at.month is not None and step:
            later = month > at.month if step > 0 else month < at.month
            year = at.year if later else at.year + step
        return _placed(
            time,
            year,
            self._because({0: "same year as", 1: "next after", -1: "last before"}[step], at),
            at.span,
        )

    def _short_year(self, time: CalendarTime) -> Placed | None:
        at = self.timeline.here or self.timeline.passing
        if at is None or time.short_year is None:
            return None
        century = at.year // 100 * 100
        year = min(
            (century + d + time.short_year for d in (-100, 0, 100)), key=lambda y: (abs(y - at.year), y)
        )
        return _placed(time, year, self._because("century of", at), at.span)

    def _day_of_month(self, time: CalendarTime, at: Reached, step: int) -> Placed | None:
        if at.month is None or time.day is None:
            return None
        month = at.month + step
        year, month = at.year + (month - 1) // 12, (month - 1) % 12 + 1
        if not is_day(year, month, time.day):
            return None
        return _placed(replace(time, month=month), year, self._because("month of", at), at.span)

    def _weekday(self, time: CalendarTime, at: Reached) -> Placed | None:
        if at.month is None or at.day is None or time.weekday is None:
            return None
        here = day_of(at.year, at.month, at.day)
        step = STEPS.get(time.pointer or "", 1)
        away = (time.weekday - (here - 1) % 7) % 7
        there = (
            here + (away or 7) if step > 0 else here + away if step == 0 else here - (7 - away if away else 7)
        )
        year, month, day = civil_of(there)
        return _placed(
            CalendarTime(month=month, day=day), year, self._because("weekday next to", at), at.span
        )

    def _stretch(self, time: Stretch) -> Placed | None:
        if not time.short:
            return Placed(_edtf_of_years(time), "stated")
        at = self.timeline.here or self.timeline.passing
        if at is None:
            return None
        century = at.year // 100 * 100
        if time.unit == "turn":
            near = min((century, century + 100), key=lambda year: abs(year - at.year))
            return Placed(f"[{near - 1:04}..{near + 1:04}]", self._because("century of", at), at.span)
        full = replace(time, first=century + time.first, last=century + time.last)
        return Placed(_edtf_of_years(full), self._because("century of", at), at.span)

    def _shift(self, shift: Shift) -> Placed | None:
        at = self.timeline.here or self.timeline.passing
        if at is None or shift.unit in ("generation", "season"):
            return None
        middle = (shift.least + shift.most) / 2 * (1 if shift.forward else -1)
        basis = self._because(
            f"{_plain_number(shift)} {shift.unit}{'' if shift.most == 1 else 's'} {'after' if shift.forward else 'before'}",
            at,
        )
        return _shifted(at, middle, shift, basis)

    def _pointed(self, time: Pointed) -> Placed | None:
        at = self.timeline.here or self.timeline.passing
        if at is None:
            return None
        rule = {0: "same {} as", 1: "{} after", -1: "{} before"}[time.step].format(time.unit)
        basis = self._because(rule, at)
        if time.unit in SEASONS:
            season = CalendarTime(season=SEASONS[time.unit], part=time.part)
            return self._stepped(season, at, SEASON_MONTHS[SEASONS[time.unit]], time.step)
        return _pointed(time, at, basis)


def _pointed(time: Pointed, at: Reached, basis: str) -> Placed | None:
    match time.unit:
        case "year":
            if time.count > 1:
                first, last = sorted((at.year, at.year + time.count * time.step))
                return Placed(f"{edtf_date(first)}/{edtf_date(last)}", basis, at.span)
            return _placed(CalendarTime(part=time.part), at.year + time.step, basis, at.span)
        case "decade" | "century":
            width = 10 if time.unit == "decade" else 100
            first = at.year // width * width + width * time.step
            return Placed(
                _edtf_of_years(Stretch(first=first, last=first + width - 1, unit=time.unit)), basis, at.span
            )
        case "month" if at.month is not None and time.count == 1:
            month = at.month + time.step
            return _placed(
                CalendarTime(month=(month - 1) % 12 + 1), at.year + (month - 1) // 12, basis, at.span
            )
        case "day" if at.month is not None and at.day is not None and time.count == 1:
            year, month, day = civil_of(day_of(at.year, at.month, at.day) + time.step)
            return _placed(CalendarTime(month=month, day=day), year, basis, at.span)
        case "week" if at.month is not None and at.day is not None and time.count == 1 and time.step:
            here = day_of(at.year, at.month, at.day)
            first, last = sorted((here + time.step, here + 7 * time.step))
            return Placed(f"[{edtf_date(*civil_of(first))}..{edtf_date(*civil_of(last))}]", basis, at.span)
        case _:
            return None


def _shifted(at: Reached, amount: float, shift: Shift, basis: str) -> Placed | None:
    """Move a date by so many units, no more precise than the date and the unit allow."""
    months = {"year": 12, "decade": 120, "century": 1200, "month": 1}.get(shift.unit)
    if months is not None and (shift.unit != "month" or at.month is not None):
        moved = amount * months
        if shift.unit != "month" and (moved % 12 == 0 or at.month is None):
            time, year = CalendarTime(about=shift.about or shift.unit != "year"), at.year + round(moved / 12)
        else:
            month = (at.month or 1) - 1 + round(moved)
            time, year = (
                CalendarTime(month=month % 12 + 1, about=shift.about or moved % 1 != 0),
                at.year + month // 12,
            )
        return _placed(time, year, basis, at.span)
    if at.month is None or at.day is None:  # days after a month: about that month
        return _placed(CalendarTime(month=at.month, about=True), at.year, basis, at.span)
    days = {
        "day": 1.0,
        "week": 7.0,
        "fortnight": 14.0,
        "month": 30.4,
        "hour": 1 / 24,
        "minute": 0.0,
        "second": 0.0,
    }[shift.unit]
    year, month, day = civil_of(day_of(at.year, at.month, at.day) + int(amount * days))
    return _placed(CalendarTime(month=month, day=day, about=shift.about), year, basis, at.span)


def _plain_number(shift: Shift) -> str:
    return f"{shift.least:g}" if shift.least == shift.most else f"{shift.least:g} to {shift.most:g}"


def _placed(time: CalendarTime, year: int, basis: str, hangs_on: Span | None) -> Placed | None:
    if time.season is not None:
        edtf, month = f"{edtf_date(year)}-{time.season}", SEASON_MONTHS[time.season]
    else:
        if time.month is not None and time.day is not None and not is_day(year, time.month, time.day):
            return None
        edtf, month = edtf_date(year, time.month, time.day), time.month
    mark = "%" if time.about and time.doubtful else "~" if time.about else "?" if time.doubtful else ""
    return Placed(edtf + mark, basis, hangs_on, Reached(year, month, time.day))


def _edtf_of_years(time: Stretch) -> str:
    first, last, width = time.first, time.last, time.last - time.first + 1
    mark = "~" if time.about else ""
    if first >= 0 and width in (10, 100) and first % width == 0:
        return f"{first:04}"[: -len(str(width)) + 1] + "X" * (len(str(width)) - 1) + mark
    return f"{edtf_date(first)}{mark}/{edtf_date(last)}{mark}"


def when_of(placed: Placed, meaning: Meaning, words: str) -> When:
    """Return the model's time. *Early*, *mid* and *late* narrow the bounds to half of what they speak of."""
    calendar = meaning.calendar if isinstance(meaning, (CalendarTime, EdtfTime)) else "gregorian"
    when = when_of_edtf(placed.edtf, words=words, basis=placed.basis, extent=Extent.WITHIN, calendar=calendar)
    part = getattr(meaning, "part", None)
    if part is None or when.earliest is None or when.latest is None:
        return when
    days = narrowed(Days(when.earliest, when.latest), part)
    return replace(when, start=days.bounds, end=days.bounds)


def narrowed(days: Days, part: Part) -> Days:
    """Return the first, the middle or the last half of the days."""
    length = days.last - days.first + 1
    half = (length + 1) // 2
    match part:
        case Part.EARLY:
            return Days(days.first, days.first + half - 1)
        case Part.LATE:
            return Days(days.last - half + 1, days.last)
        case Part.MID:
            return Days(days.first + length // 4, days.last - length // 4)
