"""From what words mean to a time on the calendar, given the date that the narrative has reached."""

from __future__ import annotations

import re
from dataclasses import replace

from factoid.dates.days import is_day, month_length
from factoid.dates.edtf import when_of_edtf
from factoid.dates.events import EVENTS, WORLD_WARS, Event
from factoid.dates.feasts import feast_day
from factoid.dates.meaning import (
    GONE_BY,
    LAST_DAY,
    CalendarTime,
    EdtfTime,
    EventTime,
    Meaning,
    Pointed,
    Shift,
    Stretch,
)
from factoid.dates.patterns import SEASONS, STEPS
from factoid.dates.placed import Placed, edtf_of_years, placed_in_year
from factoid.dates.shifting import pointed, shifted, weekday
from factoid.dates.timeline import Reached, season_month
from factoid.model.when import civil_of
from factoid.resources import load

_COST: dict[str, float] = load("dates_narrative")["hang"]
_OTHER_YEAR = {0: 0.0, 1: _COST["year after"], -1: _COST["year before"]}


def hangs_on_narrative(meaning: Meaning) -> bool:
    """Say whether the time needs the date that the narrative has reached."""
    if isinstance(meaning, CalendarTime):
        return meaning.year is None or (0 < meaning.year < 1000 and not meaning.era)
    if isinstance(meaning, Stretch):
        return meaning.short
    if isinstance(meaning, EventTime):
        return meaning.named_before or _only_event(meaning) is None
    return not isinstance(meaning, EdtfTime)


def _only_event(time: EventTime) -> Event | None:
    events = EVENTS.get(time.event or "", [])
    return events[0] if len(events) == 1 else None


def stated(meaning: Meaning) -> Placed | None:
    """Return the time that words state in full."""
    if isinstance(meaning, CalendarTime) and meaning.year is not None:
        return placed_in_year(meaning, meaning.year, "stated")
    if isinstance(meaning, Stretch):
        return None if meaning.short else Placed(edtf_of_years(meaning), "stated")
    if isinstance(meaning, EventTime) and (event := _only_event(meaning)):
        return _of_event(meaning, event)
    if isinstance(meaning, EdtfTime):
        edtf = meaning.edtf + ("~" if meaning.about and meaning.edtf[-1] not in "]}~" else "")
        return Placed(edtf, "stated", reached=_reached_by(edtf))
    return None


def _reached_by(edtf: str) -> Reached | None:
    """Return the year that a time brings the narrative to: of one that is no year of ours, that of its middle."""
    when = when_of_edtf(edtf.replace("~", ""))
    if when.earliest is None or when.latest is None or when.latest - when.earliest > _LONGEST_YEAR:
        return None
    year = civil_of((when.earliest + when.latest) // 2)[0]
    return Reached(year, about=re.fullmatch(r"-?\d{4}", edtf) is None)


_LONGEST_YEAR = 366  #: days


def readings(meaning: Meaning, at: Reached) -> list[Placed]:
    """Return the ways to read words that hang on a date, likelier ones first."""
    if isinstance(meaning, CalendarTime):
        found = _calendar(meaning, at)
    elif isinstance(meaning, Shift):
        found = [shifted(at, meaning, _distance(meaning))]
    elif isinstance(meaning, Pointed):
        found = [_pointed(meaning, at)]
    elif isinstance(meaning, Stretch):
        found = [_short_stretch(meaning, at)]
    elif isinstance(meaning, EventTime):
        event = _event_near(meaning.event, at.year)
        if meaning.named_before and (event is None or _is_long_over(event, meaning, at.year)):
            event = _event_near(None, at.year) or event
        found = [_of_event(meaning, event)] if event else []
    else:
        found = []
    return [_about(placed) if at.about else placed for placed in found if placed is not None]


def _about(placed: Placed) -> Placed:
    """Return what hangs on a year that is known but about as about then."""
    if placed.reached is None or placed.edtf[-1] in "~?%]}" or "/" in placed.edtf:
        return placed
    return placed._replace(edtf=f"{placed.edtf}~", reached=placed.reached._replace(about=True))


def _pointed(time: Pointed, at: Reached) -> Placed | None:
    if time.unit in SEASONS:
        return _stepped(CalendarTime(season=SEASONS[time.unit], part=time.part), at, time.step)
    rule = _STEPPED[time.step]
    return pointed(time, at, rule.format(time.unit))


_STEPPED = {
    0: "the same {} as", 1: "the {} after", -1: "the {} before",
    2: "the second {} after", -2: "the second {} before",
}  # fmt: skip


def _distance(shift: Shift) -> str:
    number = f"{shift.least:g}" if shift.least == shift.most else f"{shift.least:g} to {shift.most:g}"
    return f"{number} {shift.unit}{'' if shift.most == 1 else 's'} {'after' if shift.forward else 'before'}"


def _calendar(time: CalendarTime, at: Reached) -> list[Placed | None]:
    if time.year is not None:  # of three figures: before or after Christ
        ours = placed_in_year(time, time.year, "stated")
        if at.year > 0:
            return [ours]
        return [
            placed_in_year(time, 1 - time.year, "era of"),
            ours._replace(cost=_COST["other era"]) if ours else None,
        ]
    if time.short_year is not None:
        return [_short_year(time, at)]
    if time.weekday is not None:
        return [weekday(time.weekday, at, STEPS.get(time.pointer or "", 1), "day of the week next to")]
    if time.feast is None and time.month is None and time.season is None:
        return [_day_of_month(time, at)]
    if time.pointer and time.pointer.startswith("nearest "):
        return [_nearest(time, at, STEPS[time.pointer.removeprefix("nearest ")])]
    if time.pointer and time.pointer.startswith("year ") and time.feast is None:
        step = STEPS[time.pointer.removeprefix("year ")]
        return [placed_in_year(time, at.year + step, "year after" if step > 0 else "year before")]
    if time.pointer in STEPS and time.feast is None:
        return [_stepped(time, at, STEPS[time.pointer])]
    return [_in_year_near(time, at.year, step) for step in _YEAR_OF]


_YEAR_OF = {0: "year of", 1: "year after", -1: "year before"}


def _in_year_near(time: CalendarTime, year: int, step: int) -> Placed | None:
    if time.feast is not None:
        month, day = feast_day(time.feast, year + step)
        time = replace(time, month=month, day=day)
    placed = placed_in_year(time, year + step, _YEAR_OF[step])
    return placed._replace(cost=_OTHER_YEAR[step]) if placed and step else placed


def _stepped(time: CalendarTime, at: Reached, step: int) -> Placed | None:
    """Return the month or season of that year, or the next to come, the last gone by."""
    month, year = time.month or season_month(replace(time, pointer="the")) or 1, at.year + step
    if time.day is None and at.month is not None and step:
        is_nearer = month > at.month if step > 0 else month < at.month
        year = at.year if is_nearer else year
    rule = {0: "the same year as", 1: "next after", -1: "last before"}[step]
    return placed_in_year(time, year, rule)


def _nearest(time: CalendarTime, at: Reached, step: int) -> Placed | None:
    """Return the next such date after, or the last before: *October last*."""
    here = (at.month or (12 if step > 0 else 1), at.day or 0)
    there = (time.month or season_month(time) or 1, time.day or 0)
    if time.feast is not None:
        there = feast_day(time.feast, at.year)
    passed = there > here if step > 0 else there < here
    year = at.year if passed else at.year + (1 if step > 0 else -1)
    rule = "next after" if step > 0 else "last before"
    if time.feast is None:
        return placed_in_year(time, year, rule)
    month, day = feast_day(time.feast, year)
    return placed_in_year(replace(time, month=month, day=day), year, rule)


def _short_year(time: CalendarTime, at: Reached) -> Placed | None:
    century, digits = at.year // 100 * 100, time.short_year or 0
    year = min((century + d + digits for d in (-100, 0, 100)), key=lambda y: (abs(y - at.year), y))
    return placed_in_year(time, year, "century of")


def _day_of_month(time: CalendarTime, at: Reached) -> Placed | None:
    if at.month is None or time.day is None:
        return None
    is_of_last = time.pointer == GONE_BY and at.day is not None and time.day > at.day
    step = -1 if is_of_last else {"last": -1, "next": 1}.get((time.pointer or "").split(" ")[0], 0)
    month = at.month - 1 + step
    year, month = at.year + month // 12, month % 12 + 1
    day = month_length(year, month) if time.day == LAST_DAY else time.day
    if not is_day(year, month, day):
        return None
    return placed_in_year(replace(time, month=month, day=day), year, "month of")


def _short_stretch(time: Stretch, at: Reached) -> Placed:
    century = at.year // 100 * 100
    if time.unit == "turn":
        near = min((century, century + 100), key=lambda year: abs(year - at.year))
        return Placed(f"[{near - 1:04}..{near + 1:04}]", "century of", hangs=True)
    years = replace(time, first=century + time.first, last=century + time.last)
    return Placed(edtf_of_years(years), "century of", hangs=True)


def _event_near(name: str | None, year: int) -> Event | None:
    """Return the event of that name nearest to the year; without a name the world war of the time."""
    if name is not None:
        near = min(EVENTS.get(name, []), key=lambda event: _years_off(event, year), default=None)
        return near if near is not None and _years_off(near, year) <= _MEMORY else None
    war = min(WORLD_WARS, key=lambda event: _years_off(event, year))
    return war if _years_off(war, year) <= _BEFORE_THE_WAR else None


_OVER = 3  #: years after which *the war* need not be the war named before


def _is_long_over(event: Event, time: EventTime, year: int) -> bool:
    """Say whether a war named before is over when the story comes to *the war*, or to its beginning."""
    return year > (event.first_year + 1 if time.side == "start" else event.last_year + _OVER)


_BEFORE_THE_WAR = 8  #: years from which *the war* alone is the world war
_MEMORY = 30  #: years over which an event is still near


def _years_off(event: Event, year: int) -> int:
    return max(event.first_year - year, year - event.last_year, 0)


def _month_of(edtf: str) -> Reached | None:
    """Return the month in which an event began, from which a narrative goes on: *in October* is the next."""
    month = _MONTH.match(edtf)
    return Reached(int(month[1]), int(month[2])) if month is not None else None


_MONTH = re.compile(r"(\d{4})-(\d\d)")


def _of_event(time: EventTime, event: Event) -> Placed:
    """Return the time of an event from the data, always as approximate: no source said it here."""
    basis = (
        f"{time.side} of {event.name}, event data"
        if time.side in ("start", "end")
        else f"{event.name}, event data"
    )
    if time.side == "start" or event.start == event.end:
        return Placed(f"{event.start}~", basis, reached=_month_of(event.start))
    if time.side == "end":
        return Placed(f"{event.end}~", basis)
    return Placed(f"{event.start}~/{event.end}~", basis)
