"""Statements for tests, each in a source of its own words."""

from __future__ import annotations

from typing import Any

from factoid.chronology.result import Chronology, EventTime
from factoid.dates import when_of_edtf
from factoid.model import Bounds, Certainty, Factoid, Span
from factoid.model.when import day_of_iso

WHO = "p-1"


def said(statement_type: str, quote: str, date: str | None = None, **more: Any) -> Factoid:
    """A statement with a stated date, which stands in its quote where the words are those of ``words``."""
    words = more.pop("words", date or "")
    when = when_of_edtf(date, words=words, extent=more.pop("extent", None)) if date else None
    start = more.pop("start", 0)
    at = quote.find(words) if date else -1
    spans = {"date": Span(start + at, start + at + len(words))} if at >= 0 else {}
    spans |= {
        slot: Span(start + quote.find(more[slot]), start + quote.find(more[slot]) + len(more[slot]))
        for slot in ("role", "organisation", "place", "value")
        if more.get(slot) and more[slot] in quote
    }
    return Factoid(
        source=more.pop("source", "s-a"),
        person=more.pop("person", WHO),
        type=statement_type,
        quote=quote,
        start=start,
        end=start + len(quote),
        when=when,
        spans=spans,
        certainty=more.pop("certainty", Certainty.ASSERTED),
        **more,
    )


def days(first: str | None, last: str | None) -> Bounds:
    """Bounds from ISO days."""
    return Bounds(*(None if day is None else day_of_iso(day) for day in (first, last)))


def firm(time: EventTime) -> Bounds:
    """From the first day on which it can have begun to the last on which it can have ended."""
    return Bounds(time.earliest, time.latest)


def likely(time: EventTime) -> Bounds:
    """The same, for what is likely."""
    return Bounds(time.likely_earliest, time.likely_latest)


def sets(chronology: Chronology) -> list[set[str]]:
    """The contradictory sets, by factoid id."""
    return [set(found.factoids) for found in chronology.contradictions]
