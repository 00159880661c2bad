"""From what words mean to a time on the calendar, given the date that the narrative has reached."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factoid.dates.days import is_day
from factoid.dates.events import EVENTS, Event
from factoid.dates.feasts import feast_day
from factoid.dates.meaning import CalendarTime, EdtfTime, EventTime, Meaning, Pointed, Shift, Stretch
from factoid.dates.placed import Placed, edtf_of_years, placed_in_year
from factoid.dates.relative_rules import STEPS
from factoid.dates.shifting import pointed, shifted, weekday
from factoid.dates.timeline import SEASON_MONTHS, Reached
from factoid.dates.words import SEASONS

#: What it costs to put a month without a year into the year before or after the one the narrative is in.
_OTHER_YEAR = {0: 0.0, 1: 0.55, -1: 1.1}


def hangs_on_narrative(meaning: Meaning) -> bool:
    """Say whether the time needs the date that the narrative has reached."""
    if isinstance(meaning, CalendarTime):
        return meaning.year is None or (0 < meaning.year < 1000 and not meaning.era)
    if isinstance(meaning, Stretch):
        return meaning.short
    return not (isinstance(meaning, EdtfTime) or (isinstance(meaning, EventTime) and _only_event(meaning)))


def _only_event(time: EventTime) -> Event | None:
    events = EVENTS.get(time.event or "", [])
    return events[0] if len(events) == 1 else None


def stated(meaning: Meaning) -> Placed | None:
    """Return the time that words state in full."""
    if isinstance(meaning, CalendarTime) and meaning.year is not None:
        return placed_in_year(meaning, meaning.year, "stated")
    if isinstance(meaning, Stretch):
        return Placed(edtf_of_years(meaning), "stated")
    if isinstance(meaning, EventTime) and (event := _only_event(meaning)):
        return _of_event(meaning, event)
    if isinstance(meaning, EdtfTime):
        return Placed(
            meaning.edtf + ("~" if meaning.about and meaning.edtf[-1] not in "]}~" else ""), "stated"
        )
    return None


def readings(meaning: Meaning, at: Reached, content: str) -> Iterator[Placed]:
    """Yield the ways to read words that hang on a date, likelier ones first."""
    for placed in _readings(meaning, at, content):
        if placed is not None:
            yield placed


def _because(rule: str, at: Reached, content: str) -> str:
    words = " ".join(content[at.span.start : at.span.end].split())
    return f"{rule} “{words}”"


def _readings(meaning: Meaning, at: Reached, content: str) -> Iterator[Placed | None]:
    if (
        isinstance(meaning, CalendarTime) and meaning.year is not None
    ):  # of three figures: before or after Christ
        for year in (meaning.year, 1 - meaning.year):
            yield placed_in_year(meaning, year, "stated" if year > 0 else _because("era of", at, content))
    elif isinstance(meaning, CalendarTime):
        yield from _calendar(meaning, at, content)
    elif isinstance(meaning, Stretch):
        yield _short_stretch(meaning, at, content)
    elif isinstance(meaning, Shift):
        yield shifted(at, meaning, _because(_distance(meaning), at, content))
    elif isinstance(meaning, EventTime):
        events = EVENTS.get(meaning.event or "", [])
        if events:
            yield _of_event(meaning, min(events, key=lambda event: _years_off(event, at.year)))
    elif isinstance(meaning, Pointed):
        if meaning.unit in SEASONS:
            yield _stepped(
                CalendarTime(season=SEASONS[meaning.unit], part=meaning.part), at, meaning.step, content
            )
        else:
            rule = {0: "the same {} as", 1: "the {} after", -1: "the {} before"}[meaning.step].format(
                meaning.unit
            )
            yield pointed(meaning, at, _because(rule, at, content))


def _distance(shift: Shift) -> str:
    number = f"{shift.least:g}" if shift.least == shift.most else f"{shift.least:g} to {shift.most:g}"
    return f"{number} {shift.unit}{'' if shift.most == 1 else 's'} {'after' if shift.forward else 'before'}"


def _calendar(time: CalendarTime, at: Reached, content: str) -> Iterator[Placed | None]:
    if time.feast is not None:
        for step, cost in _OTHER_YEAR.items():
            year, basis = at.year + step, _because(_YEAR_OF[step], at, content)
            month, day = feast_day(time.feast, year)
            placed = placed_in_year(replace(time, month=month, day=day), year, basis, at.span)
            yield placed._replace(cost=cost) if placed else None
    elif time.short_year is not None:
        yield _short_year(time, at, content)
    elif time.weekday is not None:
        yield weekday(
            time.weekday,
            at,
            STEPS.get(time.pointer or "", 1),
            _because("day of the week next to", at, content),
        )
    elif (time.pointer and time.pointer.endswith("month")) or (time.month is None and time.season is None):
        yield _day_of_month(time, at, content)
    elif time.pointer in STEPS:
        yield _stepped(time, at, STEPS[time.pointer], content)
    else:
        for step, cost in _OTHER_YEAR.items():
            placed = placed_in_year(time, at.year + step, _because(_YEAR_OF[step], at, content), at.span)
            yield placed._replace(cost=cost) if placed else None


_YEAR_OF = {0: "year of", 1: "year after", -1: "year before"}


def _stepped(time: CalendarTime, at: Reached, step: int, content: str) -> Placed | None:
    """Return the month or season of that, of the next, of the last year, or the next to come, the last gone by."""
    month, year = time.month or SEASON_MONTHS[time.season or 21], at.year + step
    if time.day is None and at.month is not None and step:
        is_nearer = month > at.month if step > 0 else month < at.month
        year = at.year if is_nearer else year
    rule = {0: "the same year as", 1: "next after", -1: "last before"}[step]
    return placed_in_year(time, year, _because(rule, at, content), at.span)


def _short_year(time: CalendarTime, at: Reached, content: str) -> Placed | None:
    century, digits = at.year // 100 * 100, time.short_year or 0
    year = min((century + d + digits for d in (-100, 0, 100)), key=lambda y: (abs(y - at.year), y))
    return placed_in_year(time, year, _because("century of", at, content), at.span)


def _day_of_month(time: CalendarTime, at: Reached, content: str) -> Placed | None:
    if at.month is None or time.day is None:
        return None
    month = at.month - 1 + {"last": -1, "next": 1}.get((time.pointer or "").split(" ")[0], 0)
    year, month = at.year + month // 12, month % 12 + 1
    if not is_day(year, month, time.day):
        return None
    return placed_in_year(replace(time, month=month), year, _because("month of", at, content), at.span)


def _short_stretch(time: Stretch, at: Reached, content: str) -> Placed | None:
    century, basis = at.year // 100 * 100, _because("century of", at, content)
    if time.unit == "turn":
        near = min((century, century + 100), key=lambda year: abs(year - at.year))
        return Placed(f"[{near - 1:04}..{near + 1:04}]", basis, at.span)
    return Placed(
        edtf_of_years(replace(time, first=century + time.first, last=century + time.last)), basis, at.span
    )


def _years_off(event: Event, year: int) -> int:
    return max(event.first_year - year, year - event.last_year, 0)


def _of_event(time: EventTime, event: Event) -> Placed:
    """Return the time of an event from the data, always as approximate: no source said it here."""
    basis = (
        f"{time.side} of {event.name}, event data"
        if time.side in ("start", "end")
        else f"{event.name}, event data"
    )
    if time.side == "start" or event.start == event.end:
        return Placed(f"{event.start}~", basis)
    if time.side == "end":
        return Placed(f"{event.end}~", basis)
    return Placed(f"{event.start}~/{event.end}~", basis)
