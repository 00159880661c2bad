"""Every phrase about time in a text, in the order of the narrative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factoid.dates.left import Left, with_left
from factoid.dates.likeness import is_time
from factoid.dates.meaning import Age, CalendarTime, Length, Meaning, Pointed, Shift
from factoid.dates.narrative import Choice, Mentioned, follow
from factoid.dates.phrase import TimeKind, TimePhrase
from factoid.dates.placed import when_of
from factoid.dates.scan import scan
from factoid.dates.setting import setting_of
from factoid.dates.words import plain
from factoid.model import Span

_DAYS = {"second": 0.0, "minute": 0.0, "hour": 1 / 24, "day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "season": 91.0,
         "year": 365.25, "decade": 3652.5, "generation": 10957.0, "century": 36525.0}  # fmt: skip


def find_time_phrases(content: str, passages: Sequence[Span]) -> tuple[TimePhrase, ...]:
    """Return the phrases about time in the passages, sorted and disjoint.

    The passages are read in order as one narrative: a time that leaves out its year takes it from what the
    narrative has reached. Nothing is relative to today, or to when the text was published.
    """
    text = plain(content)
    lefts: list[Left] = []
    mentions: list[Mentioned] = []
    ancient = False
    for passage in passages:
        restarts = True
        for left in _times(text, passage, ancient=ancient):
            lefts.append(left)
            ancient = _is_ancient(left.found.meaning, ancient)
            if not isinstance(left.found.meaning, (Age, Length)):
                mentions.append(setting_of(text, left, passage, is_first=restarts))
                restarts = False
    choices = iter(follow(mentions, text))
    return tuple(
        _undated(content, left)
        if isinstance(left.found.meaning, (Age, Length))
        else _dated(content, left, next(choices))
        for left in lefts
    )


def _is_ancient(meaning: Meaning, before: bool) -> bool:  # noqa: FBT001 - carried from one time to the next
    if isinstance(meaning, CalendarTime) and meaning.year is not None:
        return meaning.year < 1000
    return before


def _times(text: str, passage: Span, *, ancient: bool) -> Iterator[Left]:
    floor = passage.start
    for group in scan(text, passage.start, passage.end):
        lefts = [
            with_left(text, group[0], floor),
            *(Left(found, None, found.start, article=False, pointer=None) for found in group[1:]),
        ]
        if is_time(text, lefts[0], ancient=ancient):
            yield from lefts
            floor = group[-1].end


def _undated(content: str, left: Left) -> TimePhrase:
    found, meaning = left.found, left.found.meaning
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


def _dated(content: str, left: Left, choice: Choice) -> TimePhrase:
    found, placed = left.found, choice.placed
    words = content[found.start : found.end]
    return TimePhrase(
        start=found.start,
        end=found.end,
        words=words,
        kind=TimeKind.RELATIVE if isinstance(found.meaning, (Shift, Pointed)) else TimeKind.DATE,
        rule=found.rule,
        when=when_of(placed, found.meaning, words) if placed else None,
        hangs_on=placed.hangs_on if placed else None,
        in_passing=choice.in_passing,
    )
