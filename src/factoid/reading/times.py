"""The words about time in a part of a text, read with what the narrative said just before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factoid.dates import TimePhrase, find_french_times, find_russian_times, find_time_phrases
from factoid.model import Span, Text
from factoid.reading.parts import segments_in

LEAD = 20_000  #: characters before a part from which it learns where the narrative has come to


#: language -> its grammar of time, where it has one of its own
_FINDERS = {"fr": find_french_times, "ru": find_russian_times}


def times_in(text: Text, part: Span, language: str | None = None) -> tuple[TimePhrase, ...]:
    """Return the phrases about time in the part; what stands before it is read again, and not returned."""
    window = Span(_lead_of(text.content, part.start), part.end)
    passages = [
        Span(max(s.start, window.start) - window.start, min(s.end, window.end) - window.start)
        for s in segments_in(text, window)
        if s.is_read
    ]
    found = _FINDERS.get(language or "", find_time_phrases)(window.of(text.content), passages)
    return tuple(_moved(found, window.start, part.start)) if part.start else found


def _lead_of(content: str, start: int) -> int:
    """Return where to begin: half a number is another one."""
    earliest = max(0, start - LEAD)
    return max(earliest, content.find(" ", earliest, start)) if earliest else 0


def _moved(found: tuple[TimePhrase, ...], offset: int, start: int) -> Iterator[TimePhrase]:
    """Put phrases of a stretch of the text where they stand in the text, from a place on."""
    for time in found:
        if time.start + offset < start:
            continue
        whole, hangs_on = time.whole, time.hangs_on
        yield replace(
            time,
            start=time.start + offset,
            end=time.end + offset,
            whole=whole and replace(whole, start=whole.start + offset, end=whole.end + offset),
            hangs_on=hangs_on and Span(hangs_on.start + offset, hangs_on.end + offset),
        )
