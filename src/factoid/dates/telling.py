"""Times found and placed, told as phrases: the same in every language."""

from __future__ import annotations

from collections.abc import Iterable

from factoid.dates.meaning import Age, CalendarTime, EventTime, Found, Left, Length, Meaning, Pointed, Shift
from factoid.dates.narrative import Choice
from factoid.dates.patterns import STEPS
from factoid.dates.phrase import TimeKind, TimePhrase
from factoid.dates.placed import Placed, when_of

_DAYS = {
    "second": 0.0,
    "minute": 0.0,
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 30.44,
    "season": 91.0,
    "year": 365.25,
    "decade": 3652.5,
    "generation": 10957.0,
    "century": 36525.0,
}


def told(text: str, content: str, lefts: Iterable[Left], choices: Iterable[Choice]) -> list[TimePhrase]:
    """Return times as phrases; ``choices`` say where the narrative places those that are no age and no duration."""
    placed = iter(choices)
    return [
        _undated(content, left.found)
        if isinstance(left.found.meaning, (Age, Length))
        else _dated(text, content, left.found, next(placed))
        for left in lefts
    ]


def _undated(content: str, found: Found) -> TimePhrase:
    """Return an age or a duration as a phrase."""
    meaning = found.meaning
    age, length = (
        (meaning, None)
        if isinstance(meaning, Age)
        else (None, meaning if isinstance(meaning, Length) else None)
    )
    return TimePhrase(
        start=found.start,
        end=found.end,
        words=content[found.start : found.end],
        kind=TimeKind.AGE if age else TimeKind.DURATION,
        rule=found.rule,
        years_least=age.least if age else None,
        years_most=age.most if age else None,
        days_least=int(length.least * _DAYS[length.unit]) if length else None,
        days_most=int(length.most * _DAYS[length.unit]) if length else None,
    )


def _kind(meaning: Meaning) -> TimeKind:
    if isinstance(meaning, EventTime):
        return TimeKind.EVENT
    if isinstance(meaning, CalendarTime) and (meaning.pointer or "").removeprefix("year ") in STEPS:
        return TimeKind.RELATIVE
    return TimeKind.RELATIVE if isinstance(meaning, (Shift, Pointed)) else TimeKind.DATE


def _dated(text: str, content: str, found: Found, choice: Choice) -> TimePhrase:
    """Return a time as a phrase, where the narrative has placed it. ``text``: the content in plain characters."""
    placed = choice.placed
    words = content[found.start : found.end]
    return TimePhrase(
        start=found.start,
        end=found.end,
        words=words,
        kind=_kind(found.meaning),
        rule=found.rule,
        when=when_of(_because(placed, choice, text), found.meaning, words) if placed else None,
        hangs_on=choice.hangs_on,
        in_passing=choice.in_passing,
    )


def _because(placed: Placed, choice: Choice, text: str) -> Placed:
    """Return the place with the words that it hangs on named in its basis."""
    if choice.hangs_on is None:
        return placed
    words = " ".join(choice.hangs_on.of(text).split())
    return placed._replace(basis=f"{placed.basis} “{words}”")
