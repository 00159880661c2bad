"""Places told in a row, each with its own time: *moved to Leeds in 1939, to London in 1946 and to Bath in 1950*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factoid.dates import TimePhrase
from factoid.model import Span
from factoid.reading.parse import Token, sentence_of, span_of
from factoid.reading.statements.clauses.phrases import is_place, name_span
from factoid.reading.statements.clauses.places import is_plain_name
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import dated

_TYPES = frozenset(("travel", "residence", "education"))
_PREPOSITION = r"(?P<prep>to|in|at)\s+(?:the\s+)?"
_NEXT = re.compile(
    r"\)?\s*(?:[,;]\s*(?:and\s+)?|and\s+)(?:(?:then|later|finally|thence|afterwards)\s+)?" + _PREPOSITION
)
_TO_TIME = re.compile(r",?\s*\(?\s*(?:(?:in|on|from|until|till|since|about|early|late|the|by)\s+)*")
_BEFORE = re.compile(r"\b(?P<prep>to|in|at)\s+(?:the\s+)?$")


def in_a_row(draft: Draft, passage: Passage) -> Iterator[Draft]:
    """Yield the places told after that of a draft, where each has its own time behind it, as the first has."""
    place = draft.slots.get("place")
    if draft.type not in _TYPES or not isinstance(place, Span):
        return
    content, end = passage.content, span_of(sentence_of(draft.anchor)).end
    led = _BEFORE.search(content, max(place.start - 8, 0), place.start)
    time = _time_behind(place.end, end, passage)
    while led is not None and time is not None:
        joint = _NEXT.match(content, _whole(time).end, end)
        token = _name_at(joint.end(), passage) if joint is not None and joint["prep"] == led["prep"] else None
        if joint is None or token is None:
            return
        span = name_span(token, passage.entities)
        time = _time_behind(span.end, end, passage)
        if time is not None:
            yield replace(
                draft,
                slots={**draft.slots, "place": span},
                quote=Span(draft.quote.start, max(draft.quote.end, _whole(time).end)),
                dated=dated(time),
                anchor=token,
            )


def _time_behind(start: int, end: int, passage: Passage) -> TimePhrase | None:
    """Return the time that stands right behind a place, with nothing but a preposition between."""
    time = next(iter(passage.dates.story.within(start, end)), None)
    if time is None:
        return None
    first = min(time.start, _whole(time).start)
    return time if _TO_TIME.fullmatch(passage.content, start, max(first, start)) else None


def _whole(time: TimePhrase) -> Span:
    return Span(time.whole.start, time.whole.end) if time.whole is not None else time.span


def _name_at(start: int, passage: Passage) -> Token | None:
    """Return the head of the name of a place that starts there."""
    words = next((t for t in passage.segment.doc if span_of(t).start == start), None)
    if words is None or not words.text[:1].isupper():
        return None
    head = words
    while head.dep_ == "compound" and head.head.i > head.i:
        head = head.head
    known = is_place(head, passage.entities) or is_plain_name(head, passage)
    return head if known and passage.person(head) is None else None
