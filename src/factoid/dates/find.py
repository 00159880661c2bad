"""Every phrase about time in a text, in the order of the narrative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factoid.dates.left import Left, with_left
from factoid.dates.likeness import is_time
from factoid.dates.meaning import Age, CalendarTime, Found, Length, Shift, Pointed
from factoid.dates.phrase import TimeKind, TimePhrase
from factoid.dates.resolve import Placed, Resolver, when_of
from factoid.dates.scan import scan
from factoid.dates.timeline import Reached, Timeline
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
    timeline = Timeline()
    resolver = Resolver(text, timeline)
    phrases: list[TimePhrase] = []
    for passage in passages:
        for left in _times(text, passage, timeline):
            phrases.append(
                _phrase(content, left, resolver, in_passing=_in_brackets(text, left.found.start, passage))
            )
    return tuple(phrases)


def _times(text: str, passage: Span, timeline: Timeline) -> Iterator[Left]:
    floor = passage.start
    for group in scan(text, passage.start, passage.end):
        lefts = [
            with_left(text, group[0], floor),
            *(Left(f, None, f.start, article=False, pointer=None) for f in group[1:]),
        ]
        lefts = _share_year(lefts)
        if not is_time(text, lefts[0], ancient=timeline.is_ancient):
            continue
        yield from lefts
        floor = group[-1].end


def _share_year(lefts: list[Left]) -> list[Left]:
    return lefts


def _in_brackets(text: str, at: int, passage: Span) -> bool:
    low = max(passage.start, at - 160)
    opened = text.rfind("(", low, at)
    return opened >= 0 and text.rfind(")", opened, at) < 0


def _phrase(content: str, left: Left, resolver: Resolver, *, in_passing: bool) -> TimePhrase:
    found = left.found
    words = content[found.start : found.end]
    meaning = found.meaning
    if isinstance(meaning, Age):
        return TimePhrase(start=found.start, end=found.end, words=words, kind=TimeKind.AGE, rule=found.rule,
                          years_least=meaning.least, years_most=meaning.most)  # fmt: skip
    if isinstance(meaning, Length):
        days = _DAYS[meaning.unit]
        return TimePhrase(start=found.start, end=found.end, words=words, kind=TimeKind.DURATION, rule=found.rule,
                          days_least=int(meaning.least * days), days_most=int(meaning.most * days))  # fmt: skip
    placed = resolver.place(found)
    if placed and placed.reached:
        at = placed.reached
        resolver.timeline.move(
            Reached(at.year, at.month, at.day, Span(found.start, found.end)), in_passing=in_passing
        )
    kind = TimeKind.RELATIVE if isinstance(meaning, (Shift, Pointed)) else TimeKind.DATE
    return TimePhrase(
        start=found.start, end=found.end, words=words, kind=kind, rule=found.rule,
        when=when_of(placed, meaning, words) if placed else None,
        hangs_on=placed.hangs_on if placed else None, in_passing=in_passing,
    )  # fmt: skip
