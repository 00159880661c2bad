"""On which days something can have been, as a source says, and how far the source can be held to it."""

from __future__ import annotations

import re

from factoid.model import Bounds, Factoid, Span

_TOLD = ("told between",)  #: inferences that only say where in a story something stands


def days_of(factoid: Factoid, *, is_point: bool) -> tuple[Bounds | None, float]:
    """Return the days on which an event can have been, and how sure it is that the source gives that date.

    A date that only follows from where the story tells something is none that a source could be held to.
    """
    when = factoid.when
    if when is None:
        return None, 0.0
    basis = factoid.inference.get("date", "")
    if any(told in basis for told in _TOLD) or (when.earliest is None and when.latest is None):
        return None, 0.0
    is_since = (factoid.date or "").endswith("/..")  # *a member since 1920*: entered then
    days = when.days if is_point and not is_since else when.start
    return days, _date_sureness(factoid, basis)


_IN_ITS_WORDS, _NEXT_TO_ITS_WORDS, _NEAR_BY, _NOT_SAID_WHERE, CARRIED_ON = 1.0, 0.95, 0.75, 0.9, 0.3
_BEFORE, _BEHIND = 3, 8  #: characters between a date and the words that it dates: a comma, *in the*
_PASSED_OVER = 0.15
_NEAR = 200  #: characters
_DIGIT, _YEAR = re.compile(r"\d"), re.compile(r"\b1\d{3}\b|\b20\d{2}\b")


def _date_sureness(factoid: Factoid, basis: str) -> float:
    """Return how far a source can be held to a date: not far, if a reading carried it on from what goes before."""
    span = factoid.spans.get("date")
    words = factoid.when.words if factoid.when else ""
    if words and not _DIGIT.search(words) and _YEAR.search(factoid.quote):
        return _PASSED_OVER  # *a few weeks later, on 11 January 1909*: the plainer date was passed over
    if span is None:
        return CARRIED_ON if basis else _NOT_SAID_WHERE
    if factoid.span.holds(span):
        return _IN_ITS_WORDS
    if stands_next_to(factoid.span, span):
        return _NEXT_TO_ITS_WORDS
    return _NEAR_BY if abs(span.start - factoid.start) < _NEAR else CARRIED_ON


def stands_next_to(words: Span, date: Span) -> bool:
    """Say whether a date stands right before or behind some words: *In 1920* he entered, he entered *in 1920*."""
    return 0 <= words.start - date.end <= _BEFORE or 0 <= date.start - words.end <= _BEHIND


def is_exact(days: Bounds | None, most: int = 31) -> bool:
    """Say whether the days are a month or less."""
    if days is None or days.earliest is None or days.latest is None:
        return False
    return days.latest - days.earliest <= most
