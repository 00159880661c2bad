"""The main line of a narrative: which dates move it, and which year a date without one belongs to.

All that a text says about when is read together: the line that steps forward most quietly through the dates
it states is the one its author followed. A few of the best lines are kept while the text is read (a beam), so the
cost is linear in the number of dates, and dates that come later help to place those before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factoid.dates.meaning import Meaning
from factoid.dates.placed import Placed
from factoid.dates.resolve import hangs_on_narrative, readings, stated
from factoid.dates.timeline import Reached, cost_of_step
from factoid.model import Span

_LINES = 8  #: how many lines are kept
_UNPLACED = 1.5  #: the cost of leaving a time unplaced that hangs on the narrative


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A time in the text, and what speaks for its being in passing."""

    span: Span
    meaning: Meaning
    passing: float = 1.4  #: the cost of taking it as said in passing
    moving: float = 0.0  #: the cost of taking it as the next date of the main line
    heads: bool = False  #: it stands at the head of an entry or letter
    restarts: bool = False  #: the narrative starts anew before it


@dataclass(frozen=True, slots=True)
class Choice:
    """How one mention was read."""

    placed: Placed | None
    in_passing: bool


@dataclass(frozen=True, slots=True)
class _Line:
    cost: float
    at: Reached | None
    aside: Reached | None  #: the last date in passing: all there is before the main line starts
    choice: Choice | None = None
    before: _Line | None = None


def follow(mentions: Sequence[Mentioned], content: str) -> list[Choice]:
    """Return, for each mention in order, its place on the calendar and whether it is in passing."""
    lines = [_Line(0.0, None, None)]
    for mentioned in mentions:
        lines = _kept([line for before in lines for line in _goes_on(before, mentioned, content)])
    choices = []
    line: _Line | None = lines[0]
    while line is not None and line.choice is not None:
        choices.append(line.choice)
        line = line.before
    return choices[::-1]


def _kept(lines: list[_Line]) -> list[_Line]:
    """Return the best lines that differ in where they have come to."""
    best: dict[tuple[Reached | None, Reached | None], _Line] = {}
    for line in sorted(lines, key=lambda line: line.cost):
        best.setdefault((line.at, line.aside if line.at is None else None), line)
        if len(best) == _LINES:
            break
    return list(best.values())


def _goes_on(line: _Line, mentioned: Mentioned, content: str) -> list[_Line]:
    at, aside = (None, None) if mentioned.restarts else (line.at, line.aside)
    meaning = mentioned.meaning
    if not hangs_on_narrative(meaning):
        placed = stated(meaning)
        return _options(line, at, aside, [placed] if placed else [], mentioned)
    anchor = at or aside
    if anchor is None and (placed := stated(meaning)):
        return _options(line, at, aside, [placed], mentioned)
    if anchor is None:
        return [_Line(line.cost, at, aside, Choice(None, in_passing=False), line)]
    return _options(line, at, aside, list(readings(meaning, anchor, content)), mentioned)


def _options(
    line: _Line, at: Reached | None, aside: Reached | None, ways: list[Placed], mentioned: Mentioned
) -> list[_Line]:
    if not ways:
        return [_Line(line.cost + _UNPLACED, at, aside, Choice(None, in_passing=True), line)]
    lines = []
    for placed in ways:
        cost = line.cost + placed.cost
        if placed.reached is None:
            lines.append(_Line(cost, at, aside, Choice(placed, in_passing=False), line))
            continue
        to = replace(placed.reached, span=mentioned.span, heads=mentioned.heads)
        step = cost_of_step(at, to) if at and not mentioned.heads else 0.0
        hanging = step if placed.hangs_on else 0.0
        lines.append(_Line(cost + mentioned.passing + hanging, at, to, Choice(placed, in_passing=True), line))
        says_nothing_new = at is not None and to.month is None and to.year == at.year
        there = at if says_nothing_new else to
        lines.append(
            _Line(cost + mentioned.moving + step, there, aside, Choice(placed, in_passing=False), line)
        )
    return lines
