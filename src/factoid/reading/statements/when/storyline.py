"""The times of a text in its order: what was told last before a place, and what comes next."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from factoid.dates import TimeKind, TimePhrase, is_dateline, tells_birth

_POINT = re.compile(r"-?\d{4}(?:-\d\d){0,2}")
_DOUBT = re.compile(r"[~?%]")
_SHORTEST_LIFE, _LONGEST_LIFE = 12, 115  #: years between brackets that are a life
_BRACKET_REACH = 60  #: characters between a bracket and a date in it


class Storyline:
    """Every time on the calendar that a text, or a part of it, tells, found by place."""

    def __init__(
        self, times: Sequence[TimePhrase], content: str = "", captions: Sequence[tuple[int, int]] = ()
    ) -> None:
        """Sort what can be put on the calendar. No story goes on from the times of its pictures' ``captions``."""
        ordered = sorted(times, key=lambda t: t.start)
        self._told = [t for t in ordered if t.meant is not None]
        self._said = [t for t in self._told if tells_a_date(t)]
        self._steps = [
            t
            for t in self._said
            if not t.in_passing
            and t.kind is not TimeKind.EVENT
            and not any(start <= t.start < end for start, end in captions)
        ]
        self._told_at = [t.start for t in self._told]
        self._said_at = [t.start for t in self._said]
        self._steps_at = [t.start for t in self._steps]
        self._spells = [t for t in ordered if t.kind is TimeKind.DURATION and t.days_least]
        self._spells_at = [t.start for t in self._spells]
        self._ages = [t for t in ordered if t.kind is TimeKind.AGE and t.years is not None]
        self._ages_at = [t.start for t in self._ages]
        self._heads = [t for t in self._told if _opens_line(t, content)]
        self._heads_at = [t.start for t in self._heads]
        self._births = [t for t in self._told if _is_birth(t, content)]
        self._births_at = [t.start for t in self._births]
        self._lives = {t.start for t in self._told if _is_of_a_life(t, content)}
        self.dateline = next((t for t in self._told if _is_written(t, content)), None)

    def within(self, start: int, end: int) -> list[TimePhrase]:
        """Return the times between two places."""
        return self._told[bisect_left(self._told_at, start) : bisect_left(self._told_at, end)]

    def spells_within(self, start: int, end: int) -> list[TimePhrase]:
        """Return the durations between two places."""
        return self._spells[bisect_left(self._spells_at, start) : bisect_left(self._spells_at, end)]

    def days_passed(self, start: int, end: int) -> float:
        """Return how many days go by, as far as durations told between two places say: *for six years*."""
        return max((t.days_least or 0 for t in self.spells_within(start, end)), default=0)

    def before(self, place: int) -> TimePhrase | None:
        """Return the last step of the story before a place."""
        at = bisect_left(self._steps_at, place)
        return self._steps[at - 1] if at else None

    def told_before(self, place: int) -> TimePhrase | None:
        """Return the last time told before a place, even in passing."""
        at = bisect_left(self._said_at, place)
        return self._said[at - 1] if at else None

    def ages_within(self, start: int, end: int) -> list[TimePhrase]:
        """Return the ages between two places."""
        return self._ages[bisect_left(self._ages_at, start) : bisect_left(self._ages_at, end)]

    def head(self, place: int) -> TimePhrase | None:
        """Return the last time before a place that opens its line: the date of an entry, a letter, a record."""
        at = bisect_left(self._heads_at, place)
        return self._heads[at - 1] if at else None

    def birth(self, place: int) -> TimePhrase | None:
        """Return the date of the last birth told before a place."""
        at = bisect_left(self._births_at, place)
        return self._births[at - 1] if at else None

    def tells_birth(self, time: TimePhrase) -> bool:
        """Say whether a time is that of a birth."""
        at = bisect_left(self._births_at, time.start)
        return at < len(self._births) and self._births[at] is time

    def is_of_a_life(self, time: TimePhrase) -> bool:
        """Say whether a time stands in brackets that tell a whole life: nothing goes on from either end of it."""
        return time.start in self._lives

    def after(self, place: int) -> TimePhrase | None:
        """Return the next step of the story after a place."""
        at = bisect_right(self._steps_at, place)
        return self._steps[at] if at < len(self._steps) else None


def tells_a_date(time: TimePhrase) -> bool:
    """Say whether a time gives the story a date. *By then* and *thereafter* only take one up."""
    return time.rule not in ("then", "from then on")


def _is_written(time: TimePhrase, content: str) -> bool:
    """Say whether the time is the day, or the month, on which the text was written."""
    edtf = time.meant.edtf if time.meant is not None else ""
    is_fine = len(edtf) in (len("1900-01"), len("1900-01-01")) and _POINT.fullmatch(edtf) is not None
    return is_fine and is_dateline(content, time.start, time.end)


def _opens_line(time: TimePhrase, content: str) -> bool:
    start = min(time.start, time.whole.start) if time.whole else time.start
    line = content[content.rfind("\n", 0, start) + 1 : start] if content else "-"
    if not any(c.isalpha() for c in line) or line.rstrip().endswith(":"):
        return True
    return _WHERE.fullmatch(line) is not None and _ENTRY.match(content, time.end) is not None


_WHERE = re.compile(
    r"\W*[A-Z][^\W\d]+(?:[ -][A-Z][^\W\d]+)?,\s*(?:the )?"
)  #: *Pest, 2 June 1857. Today I saw*
_ENTRY = re.compile(r"\.(?=\s+[A-Z])|\s*\n")


def _is_birth(time: TimePhrase, content: str) -> bool:
    return tells_birth(content, time.start) or _opens_a_life(time, content)


def _opens_a_life(time: TimePhrase, content: str) -> bool:
    """Say whether the time is the first of a life in brackets: *(31 March 1865 - 26 February 1887)*."""
    whole = time.whole
    if whole is None or time.start > whole.start + 1 or "/" not in whole.when.edtf:
        return False
    first, last = ends(whole.when.edtf)
    return first is not None and last is not None and is_life(content, whole.start, first, last)


_DIED_IN_BRACKETS = re.compile(
    r"\([^()]*[\s(,;\u2013\u2014-](?:died|d\.|\u2020)\s*(?:on |in )?", re.IGNORECASE
)


def _is_of_a_life(time: TimePhrase, content: str) -> bool:
    whole = time.whole
    if whole is not None and "/" in whole.when.edtf:
        first, last = ends(whole.when.edtf)
        if first is not None and last is not None and is_life(content, whole.start, first, last):
            return True
    opened = content.rfind("(", max(time.start - 2 * _BRACKET_REACH, 0), time.start)
    return opened >= 0 and _DIED_IN_BRACKETS.fullmatch(content, opened, time.start) is not None


def is_life(content: str, start: int, first: str, last: str) -> bool:
    """Say whether a range of years is a life between brackets."""
    opened = content.rfind("(", max(start - _BRACKET_REACH, 0), start)
    if opened < 0 or ")" in content[opened:start]:
        return False
    return _SHORTEST_LIFE <= year_of(last) - year_of(first) <= _LONGEST_LIFE


def spans_a_life(edtf: str, first: str, last: str) -> bool:
    """Say whether a date is a span, not one of several days, from whose first year to its last a life may go."""
    return "/" in edtf and _SHORTEST_LIFE <= year_of(last) - year_of(first) <= _LONGEST_LIFE


@lru_cache(maxsize=4096)
def ends(edtf: str) -> tuple[str | None, str | None]:
    """Return the first and the last point of an EDTF time, without its doubts; None where it is open."""
    text = _DOUBT.sub("", edtf).strip("[]{}")
    left, slash, right = text.partition("/")
    if not slash:
        parts = [part for part in re.split(r"\.\.|,", text) if part]
        left, right = (parts[0], parts[-1]) if parts else ("", "")
    return _point(left), _point(right)


def years_of(point: str) -> str:
    """Return the year of a point as EDTF writes it."""
    return point[: len("-0043") if point.startswith("-") else len("1900")]


def year_of(point: str) -> int:
    """Return the year of a point, astronomical: 44 BC is -43."""
    return int(years_of(point))


def is_earlier(one: str, other: str) -> bool:
    """Say whether one point comes before another: by year, then by what stands after it."""
    return (year_of(one), one) < (year_of(other), other)


def _point(text: str) -> str | None:
    return text if _POINT.fullmatch(text) else None


# times that no calendar knows, at the head of a sentence: no date told around them is theirs
_ELSEWHEN = re.compile(
    r"\W*(?:(?:in|during|throughout) (?:the war|wartime|peacetime)\b"
    r"|(?:in|during|throughout|all) (?:his|her|their|my) (?:(?:early|late|later|last|final|younger|declining|own) )?"
    r"(?:life|youth|childhood|boyhood|girlhood|years|days|old age|infancy|teens|retirement)\b"
    r"|(?:already )?as an? (?:(?:small|little|young|old) )?"
    r"(?:child|boy|girl|youth|man|woman|student|schoolboy|schoolgirl|teenager|pupil)\b"
    r"|(?:for|over) (?:many |some |several )years\b|one day\b|in (?:old age|retirement|youth|childhood|infancy)\b)",
    re.IGNORECASE,
)


def is_elsewhen(sentence: str) -> bool:
    """Say whether a sentence begins with a time of its own that no calendar knows: *in his youth*, *one day*."""
    return _ELSEWHEN.match(sentence) is not None
