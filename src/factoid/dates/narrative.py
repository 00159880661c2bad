"""The main line of a narrative: which dates move it, and which year a date without one belongs to.

All that a text says about when is read together: the line that steps forward most quietly through the
dates it states is the one its author followed. A few of the best lines are kept while the text is read
(a beam), so the cost is linear in the number of dates, and later dates help to place those before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest
from operator import itemgetter
from typing import NamedTuple

from factoid.dates.meaning import CalendarTime, Meaning, Pointed, Shift
from factoid.dates.placed import Placed
from factoid.dates.resolve import hangs_on_narrative, readings, stated
from factoid.dates.timeline import Reached, cost_of_step
from factoid.model import Span
from factoid.resources import load

_LINES = 8  #: how many lines are kept
_COST: dict[str, float] = load("dates_narrative")["hang"]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A time in the text, and what speaks for its being in passing."""

    span: Span
    meaning: Meaning
    passing: float = 1.4  #: the cost of taking it as said in passing
    moving: float = 0.0  #: the cost of taking it as the next date of the main line
    bracketed: bool = False
    restarts: bool = False  #: the narrative starts anew before it
    page: Reached | None = None  #: the day of the letter or of the entry in which it stands
    dates_page: bool = False  #: it stands over a letter or an entry of a diary
    seen_from: int | None = None  #: the mention that dates the event it is later than; -1 if none does
    flashback: bool = False  #: it is told of what had been before, and nothing goes on from it
    of_an_age: bool = False  #: it is an age: its year is about that


@dataclass(frozen=True, slots=True)
class Choice:
    """How one mention was read."""

    placed: Placed | None
    hangs_on: Span | None
    in_passing: bool


class _Line(NamedTuple):
    """One way through the narrative so far."""

    cost: float
    at: Reached | None = None  #: the date that the main line has come to
    at_by: int = -1  #: the mention that brought it there
    aside: Reached | None = None  #: the last date in passing
    aside_by: int = -1
    placed: Placed | None = None
    hangs_on: int = -1
    in_passing: bool = False
    before: _Line | None = None  #: a linked list: lines share their past


def follow(mentions: Sequence[Mentioned]) -> list[Choice]:
    """Return, for each mention in order, its place on the calendar and whether it is in passing."""
    lines = [_Line(0.0)]
    for number, mentioned in enumerate(mentions):
        lines = _kept(_continuations(lines, mentioned, number))
    choices = []
    line: _Line | None = lines[0]
    while line is not None and line.before is not None:
        hangs_on = mentions[line.hangs_on].span if line.hangs_on >= 0 else None
        choices.append(Choice(line.placed, hangs_on, line.in_passing))
        line = line.before
    return choices[::-1]


def _kept(lines: list[_Line]) -> list[_Line]:
    """Return the best lines that differ in where they have come to."""
    best: dict[tuple[Reached | None, Reached | None], _Line] = {}
    for line in lines:
        where = (line.at, line.aside)
        if where not in best or line.cost < best[where].cost:
            best[where] = line
    return nsmallest(_LINES, best.values(), key=itemgetter(0))


def _continuations(lines: list[_Line], mentioned: Mentioned, number: int) -> list[_Line]:
    """Return all ways in which the lines can go on through the mention."""
    found: list[_Line] = []
    hanging = hangs_on_narrative(mentioned.meaning)
    said = stated(mentioned.meaning)
    known: dict[Reached, list[Placed]] = {}
    for before in lines:
        line = before._replace(at=None, at_by=-1, aside=None, aside_by=-1) if mentioned.restarts else before
        anchors = _anchors(line, mentioned, number) if hanging else ()
        if not anchors:
            found.extend(_all_ways(line, before, [said] if said else [], (-1, 0.0), mentioned, number))
        for anchor, by, cost in anchors:
            if anchor not in known:
                known[anchor] = _readings(mentioned, anchor)
            found.extend(_all_ways(line, before, known[anchor], (by, cost), mentioned, number))
    return found


def _readings(mentioned: Mentioned, anchor: Reached) -> list[Placed]:
    """Return the ways to read the words; the entries of a diary go forward."""
    ways = readings(mentioned.meaning, anchor)
    if mentioned.of_an_age:
        return [w._replace(reached=w.reached._replace(about=True)) for w in ways if w.reached is not None]
    if not (mentioned.dates_page and mentioned.seen_from is not None):
        return ways
    return [w for w in ways if w.reached is None or _comparable(w.reached) >= _comparable(anchor)] or ways


def _anchors(line: _Line, mentioned: Mentioned, number: int) -> list[tuple[Reached, int, float]]:
    """Return the dates that the words can hang on, each with the mention that gave it and what it costs.

    A month hangs on the main line. *Two years later* and *that year* hang on what was said last.
    """
    meaning = mentioned.meaning
    if mentioned.seen_from is not None:
        return _seen_from(line, mentioned.seen_from, number)
    if line.at is None:
        return [(line.aside, line.aside_by, 0.0)] if line.aside else []
    if line.aside is None or line.aside_by < line.at_by or not _hangs_on_last(meaning):
        return [(line.at, line.at_by, 0.0)]
    if line.at.month is None and line.aside.year == line.at.year and _counts_days(meaning):
        return [(line.aside, line.aside_by, 0.0)]  # 1957 … (9 June) … eighteen days later
    return [(line.aside, line.aside_by, _COST["aside"]), (line.at, line.at_by, _COST["not the last"])]


def _hangs_on_last(meaning: Meaning) -> bool:
    """Say whether the words mean what was said last: *two years later*, *that spring*, *on the 7th*."""
    if isinstance(meaning, CalendarTime):
        return meaning.pointer is not None or (
            meaning.day is not None and meaning.month is None and meaning.feast is None
        )
    return isinstance(meaning, (Shift, Pointed))


def _counts_days(meaning: Meaning) -> bool:
    """Say whether the words count from a day: *eighteen days later*, *the next morning*."""
    return isinstance(meaning, (Shift, Pointed)) and meaning.unit in ("day", "week", "fortnight")


def _seen_from(line: _Line, mention: int, number: int) -> list[tuple[Reached, int, float]]:
    """Return the date that the line gave to an earlier mention."""
    if mention < 0:
        return []
    past: _Line = line
    for _ in range(number - 1 - mention):
        past = past.before or past
    reached = past.placed.reached if past.placed else None
    return [(reached, mention, 0.0)] if reached else []


def _all_ways(
    line: _Line, before: _Line, ways: list[Placed], by: tuple[int, float], mentioned: Mentioned, number: int
) -> list[_Line]:
    if not ways:
        return [_unplaced(line, before, hanging=by[0] >= 0)]
    return [
        way
        for placed in ways
        for way in _both_ways(
            line._replace(cost=line.cost + by[1]),
            before,
            placed,
            by[0] if placed.hangs else -1,
            mentioned,
            number,
        )
    ]


def _unplaced(line: _Line, before: _Line, *, hanging: bool) -> _Line:
    cost = line.cost + (_COST["unplaced"] if hanging and line.at else 0.0)
    return line._replace(cost=cost, placed=None, hangs_on=-1, in_passing=True, before=before)


def _both_ways(
    line: _Line, before: _Line, placed: Placed, by: int, mentioned: Mentioned, number: int
) -> tuple[_Line, ...]:
    """Return the line with the mention in passing, and with the mention as its next date."""
    _, at, at_by, aside, aside_by = line[:5]
    to, cost = placed.reached, line.cost + placed.cost
    if to is None:
        return (_Line(cost, at, at_by, aside, aside_by, placed, by, False, before),)  # noqa: FBT003
    if mentioned.page is not None and placed.hangs and _comparable(to) > _comparable(mentioned.page):
        cost += _COST["after the page"]
    step = cost_of_step(at, to) if at else 0.0
    passing = mentioned.passing
    if at is None and not mentioned.bracketed:
        passing += _COST["first in passing"]
    if placed.hangs:
        passing += step
        if by == at_by and at and aside and aside_by > at_by and aside.year != at.year:
            cost += _COST["passed over"]
    elif aside and aside.year == to.year:
        passing += _COST["said again"]
    is_told = not placed.hangs and (at is None or not (mentioned.bracketed or mentioned.flashback))
    if placed.hangs and mentioned.bracketed and to.day and at and at.month is None and to.year == at.year:
        is_told = True  # 1957 … (9 June): it says the year's day
    told, told_by = (to, number) if is_told else (aside, aside_by)
    beside = _Line(cost + passing, at, at_by, told, told_by, placed, by, True, before)  # noqa: FBT003
    cost += mentioned.moving + step
    if at and to.month is None and to.year == at.year:  # the year again: it says nothing new
        return beside, _Line(cost, at, at_by, aside, aside_by, placed, by, False, before)  # noqa: FBT003
    return beside, _Line(cost, to, number, aside, aside_by, placed, by, False, before)  # noqa: FBT003


def _comparable(date: Reached) -> tuple[int, int, int]:
    return date.year, date.month or 0, date.day or 0
