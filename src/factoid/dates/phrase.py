"""A phrase about time, found in a text and put on the calendar as far as the text allows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factoid.model import Span, When


class TimeKind(StrEnum):
    """What sort of time a phrase speaks of."""

    DATE = (
        "date"  #: a year, season, month, day, decade, century, perhaps with its year taken from the narrative
    )
    RELATIVE = "relative"  #: so much later, that year, the next day
    EVENT = "event"  #: a named war, treaty, revolution
    AGE = "age"
    DURATION = "duration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What a phrase is part of: *from 1937 to 1938*, *by 1937*, *either 1937 or 1938*."""

    start: int
    end: int
    words: str
    when: When


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePhrase:
    """Words about time. ``text[start:end] == words``, always."""

    start: int
    end: int
    words: str
    kind: TimeKind
    rule: str  #: the rule of the grammar that read it
    when: When | None = None  #: the time itself, without what the preposition before it adds
    whole: Whole | None = None  #: the time with its preposition, or the range it is an end of
    years_least: int | None = None  #: an age
    years_most: int | None = None
    days_least: int | None = None  #: a duration
    days_most: int | None = None
    hangs_on: Span | None = None  #: the words of the text that supplied what these left out
    in_passing: bool = False  #: beside the story: in brackets, part of a name

    @property
    def years(self) -> int | None:
        """The age, where it is one number."""
        return self.years_least if self.years_least == self.years_most else None

    @property
    def meant(self) -> When | None:
        """The time as a statement with these words means it: by 1937, from 1937 to 1938."""
        return self.whole.when if self.whole else self.when

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)
