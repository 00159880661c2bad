"""Every phrase about time in a text, in the order of the narrative."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factoid.dates.english.births import step_of_an_age
from factoid.dates.english.days_of_year import with_days_of_headings
from factoid.dates.english.event_names import seen_from
from factoid.dates.english.heads import HEAD_OF_TEXT, is_dateline
from factoid.dates.english.hijra_years import as_of_the_hijra, years_of_the_hijra
from factoid.dates.english.joining import joined, share_years
from factoid.dates.english.left import with_left
from factoid.dates.english.likeness import heads_of_annals, is_ancient, is_time
from factoid.dates.english.scan import scan
from factoid.dates.events import EVENTS
from factoid.dates.meaning import Age, CalendarTime, EventTime, Found, Left, Length, Meaning, Pointed, Shift
from factoid.dates.narrative import Mentioned, follow
from factoid.dates.patterns import STEPS, plain
from factoid.dates.phrase import TimePhrase
from factoid.dates.resolve import stated
from factoid.dates.setting import dates_a_page, in_quotes, is_heading_of_a_year, is_to_come, setting_of
from factoid.dates.telling import told
from factoid.dates.timeline import Reached
from factoid.model import Span

_FROM_NOW = frozenset({"last", "next", "this", "nearest last", "nearest next"})
_PAGE_LENGTH = 300  #: times in one letter
_ON_THE_PAGE = frozenset({"day of writing", "day of the month"})


def find_time_phrases(content: str, passages: Sequence[Span]) -> tuple[TimePhrase, ...]:
    """Return the phrases about time in the passages, sorted and disjoint.

    The passages are read in order as one narrative: a time that leaves out its year takes it from what the
    narrative has reached. Nothing is relative to today, or to when the text was published.
    """
    text = plain(content)
    lefts: list[Left] = []
    mentions: list[Mentioned] = []
    memory = _Memory(is_ancient=is_ancient(text), annals=heads_of_annals(text))
    by_the_moon = years_of_the_hijra(text)
    page_day: Reached | None = None
    page: int | None = None  #: the mention that dates the letter or the entry
    dateline: int | None = None  #: the mention that dates the whole: the day under the title of a paper
    for passage in passages:
        restarts = True
        for said in share_years(text, list(_times(text, passage, memory))):
            left = as_of_the_hijra(said, by_the_moon)
            if page is not None or dateline is not None:
                left = _nearest_to_page(text, _seen_back(text, left), passage)
            lefts.append(left)
            step = step_of_an_age(text, left, passage, mentions)
            if step is not None:
                mentions.append(step)
            elif not isinstance(left.found.meaning, (Age, Length)):
                seen = _seen_from(text, left, mentions, page if page is not None else dateline)
                mentions.append(setting_of(text, left, passage, seen, is_first=restarts, page=page_day))
                restarts = False
                if dateline is None and _is_dateline(text, left):
                    dateline = len(mentions) - 1
                if page is not None and is_heading_of_a_year(text, left.found, passage):
                    page, page_day = len(mentions) - 1, None
                if mentions[-1].dates_page:
                    if seen is None and page is not None:
                        mentions[-1] = replace(mentions[-1], seen_from=page)
                    page = len(mentions) - 1
                    day = stated(mentions[-1].meaning)
                    page_day = day.reached if day else None
    choices = [c for m, c in zip(mentions, follow(mentions), strict=True) if not m.of_an_age]
    phrases = told(text, content, lefts, choices)
    return with_days_of_headings(text, tuple(joined(text, lefts, phrases, content)))


def _is_dateline(text: str, left: Left) -> bool:
    """Say whether the date is the day of the whole text, as a newspaper or a report bears it."""
    found, meaning = left.found, left.found.meaning
    is_day = isinstance(meaning, CalendarTime) and meaning.year is not None and meaning.day is not None
    return is_day and found.start < HEAD_OF_TEXT and is_dateline(text, found.start, found.end)


_TO_COME = re.compile(r"\b(?:will|shall|going to|hopes?|intends?|expected|may|can)\b|'ll\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:was|were|had|did|[a-z]+ed|became|began|bore|brought|came|fell|found|gave|got|heard|held|left|lost|made|met"
    r"|read|rode|said|sang|sat|saw|sent|set|shot|slept|spoke|stood|swore|told|took|went|won|wrote)\b"
)


def _seen_back(text: str, left: Left) -> Left:
    """Return the last such day for one that a letter tells of: *She died on Sunday*, not *will come on Sunday*."""
    meaning, start = left.found.meaning, left.found.start
    if not isinstance(meaning, CalendarTime) or meaning.weekday is None or meaning.pointer is not None:
        return left
    sentence = max(text.rfind(mark, 0, start) for mark in (". ", "! ", "? ", "\n", ";"))
    if _TO_COME.search(text, sentence + 1, start) or not _PAST.search(text, sentence + 1, start):
        return left
    return replace(left, found=replace(left.found, meaning=replace(meaning, pointer="last")))


def _nearest_to_page(text: str, left: Left, passage: Span) -> Left:
    """Return the next such time for what a letter hopes for, the last for *since*: *We shall marry at Easter*."""
    meaning = left.found.meaning
    if not isinstance(meaning, CalendarTime) or meaning.year is not None or meaning.short_year is not None:
        return left
    if meaning.pointer is not None or meaning.weekday is not None:
        return left
    if meaning.month is None and meaning.season is None and meaning.feast is None:
        return left
    if left.preposition in ("since", "ever since"):
        pointer = "nearest last"
    elif is_to_come(text, left.found, passage):
        pointer = "nearest next"
    else:
        return left
    return replace(left, found=replace(left.found, meaning=replace(meaning, pointer=pointer)))


def _seen_from(text: str, left: Left, mentions: Sequence[Mentioned], page: int | None) -> int | None:
    """Return the mention from which the time is counted, where it is not the story's: the day of a letter."""
    meaning = left.found.meaning
    points_at_now = left.found.rule in _ON_THE_PAGE or (isinstance(meaning, Shift) and meaning.from_now)
    if isinstance(meaning, CalendarTime) and (meaning.pointer or "").removeprefix("year ") in _FROM_NOW:
        points_at_now = page is not None
    if isinstance(meaning, CalendarTime) and meaning.weekday is not None and page is not None:
        points_at_now = True
    if isinstance(meaning, Pointed) and left.found.end - left.found.start < 16:
        points_at_now = points_at_now or (
            page is not None and text[left.found.start : left.found.start + 4].lower() in ("last", "this")
        )
    if not points_at_now:
        seen = seen_from(text, left, mentions)
        return _from_sentence(text, left, mentions) if seen is None else seen
    if page is not None and len(mentions) - page < _PAGE_LENGTH:
        return page
    return None if in_quotes(text, left.found.start) else -1


def _from_sentence(text: str, left: Left, mentions: Sequence[Mentioned]) -> int | None:
    """Return the one date told before in the sentence: *in 1908 he was called up, but a year later sent home*.

    Such a year may stand in brackets, if it is *that year*: *her book (1873) was followed in May of that year by*.
    """
    meaning, start = left.found.meaning, left.found.start
    is_that_year = _is_that_year(meaning)
    if not mentions or not (is_that_year or (isinstance(meaning, Shift) and meaning.forward)):
        return None
    last = mentions[-1]
    before = mentions[-2].span.end if len(mentions) > 1 else 0
    alone = _SENTENCE_END.search(text, before, last.span.start) is not None or len(mentions) == 1
    in_sentence = _SENTENCE_END.search(text, last.span.end, start) is None
    if is_that_year and last.bracketed and ")" not in text[last.span.end : start]:
        alone = True
    dated = isinstance(last.meaning, CalendarTime) and last.meaning.year is not None
    # not *whom he had wed in 1866, died two years later*
    is_story = (is_that_year or not last.bracketed) and not last.flashback
    return len(mentions) - 1 if alone and in_sentence and dated and is_story else None


_SENTENCE_END = re.compile(r"(?<!\b[a-z])[.!?]\W*\s|\n")  #: not after the point of *d. the same year*


def _is_that_year(meaning: Meaning) -> bool:
    if isinstance(meaning, Pointed):
        return meaning.unit == "year" and meaning.step == 0 and meaning.part is None
    if not isinstance(meaning, CalendarTime) or meaning.year is not None or meaning.month is None:
        return False
    return STEPS.get((meaning.pointer or "").removeprefix("year "), 1) == 0


def _times(text: str, passage: Span, memory: _Memory) -> Iterator[Left]:
    floor = passage.start
    for group in scan(text, passage):
        first = with_left(text, group[0], floor)
        first = memory.with_war(text, first)
        if group[0].start in memory.annals or is_time(
            text, first, ancient=memory.is_ancient, dated_page=memory.dated_page, floor=floor
        ):
            yield first
            for found in group[1:]:
                yield Left(found, None, found.start, article=False, pointer=None)
            memory.keep(text, group[0], passage)
            floor = group[-1].end


class _Memory:
    """What the text has said so far that later words lean on."""

    def __init__(self, *, is_ancient: bool, annals: frozenset[int]) -> None:
        self.is_ancient = is_ancient
        self.annals = annals  #: where the years stand that head entries
        self.dated_page = False
        self._named: dict[str, str] = {}

    def keep(self, text: str, found: Found, passage: Span) -> None:
        """Note whether the narrative moves in years below 1000, and whether this dates a page."""
        meaning = found.meaning
        if not isinstance(meaning, CalendarTime):
            return
        if meaning.year is not None:
            self.is_ancient = meaning.year < 1000
        if meaning.day is not None and dates_a_page(text, found.start, found.end, passage):
            self.dated_page = True

    def with_war(self, text: str, left: Left) -> Left:
        """Note a war or revolution that is named; give its name to *the war*, *the Revolution* after it."""
        found, meaning = left.found, left.found.meaning
        if not isinstance(meaning, EventTime):
            return left
        kind = "revolution" if "revolution" in text[found.start : found.end].lower() else "war"
        if meaning.event is not None and (len(EVENTS[meaning.event]) == 1 or kind not in self._named):
            self._named[kind] = meaning.event
            return left
        if meaning.event is not None and not self._named[kind].endswith(meaning.event):
            return left
        return replace(
            left,
            found=replace(found, meaning=replace(meaning, event=self._named.get(kind), named_before=True)),
        )
