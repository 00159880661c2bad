"""What words about time mean before it is known which year the narrative has reached."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """A part of a period."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"


LAST_DAY = 31 + 1  #: of a month that the narrative supplies, however long it is
GONE_BY = "gone by"  #: the pointer of a day that is the last such day


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarTime:
    """A year, season, month or day; what is None the narrative has to supply."""

    year: int | None = None  #: astronomical
    month: int | None = None
    day: int | None = None
    season: int | None = None  #: 21 to 24
    into_next_year: bool = False  #: the winter of 1937-38
    short_year: int | None = None  #: two digits of a year: '38
    weekday: int | None = None  #: 0 is Monday
    feast: str | None = None  #: a movable feast that fixes a day once the year is known
    part: Part | None = None
    about: bool = False
    doubtful: bool = False
    era: bool = False  #: the words name the era (AD, BC)
    calendar: str = "gregorian"
    pointer: str | None = None  #: that, same, next, previous … before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A run of years with a name of its own: a decade, a century, an Olympiad; years are astronomical."""

    first: int
    last: int
    unit: str
    part: Part | None = None
    about: bool = False
    era: bool = False  #: the words name the era
    short: bool = False  #: the century is for the narrative to supply (the twenties)


@dataclass(frozen=True, slots=True, kw_only=True)
class EdtfTime:
    """A time that its words already put into EDTF."""

    edtf: str
    calendar: str = "gregorian"
    about: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """So much later or earlier than what the narrative has reached."""

    least: float
    most: float
    unit: str
    forward: bool
    about: bool = False
    from_now: bool = False  #: seen from the time of speaking: two years ago
    anchored: bool = False  #: the words after it name what it is later than
    season: int | None = None  #: three winters later


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """This, the same, the next or the previous unit of time: *that year*, *the following month*."""

    unit: str
    step: int  #: -1 previous, 0 same, 1 next
    part: Part | None = None
    count: int = 1  #: the next five years


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """How old somebody was."""

    least: int
    most: int
    about: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long something lasted."""

    least: float
    most: float
    unit: str
    about: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTime:
    """A named event that history dates: *the outbreak of the Civil War*."""

    event: str | None  #: its key in the data; None for "the war" that was named before
    side: str = "whole"  #: whole, start, end, before, after
    named_before: bool = False  #: whether the words are only *the war*, after another name


Meaning = CalendarTime | Stretch | EdtfTime | Shift | Pointed | Age | Length | EventTime


@dataclass(frozen=True, slots=True)
class Found:
    """Words at a place in the text and what they mean."""

    start: int
    end: int
    meaning: Meaning
    rule: str


@dataclass(frozen=True, slots=True)
class Left:
    """A time with what stands before it taken in."""

    found: Found
    preposition: str | None  #: in lower case, single blanks
    at: int  #: where the preposition starts, or the time
    article: bool
    pointer: str | None
