"""Which end of a span of life dates a statement: *Helga (1827-1911) was born …*, *she survived until 1849*."""

from __future__ import annotations

from factoid.model import Span
from factoid.reading.statements.dating import Dated
from factoid.reading.statements.storyline import Storyline, ends, is_life

_ENDS_OF_LIFE = {"birth": 0, "death": -1, "burial": -1}


def end_of_life(type_: str, date: Dated, story: Storyline, content: str) -> Dated | None:
    """Return the date that such a statement takes from a time in its clause; None where it takes none.

    A life in brackets dates a birth by its beginning, a death by its end, and nothing else that is said of the
    person. Who survived until a year died in it.
    """
    if date.span is None:
        return date
    first, last = ends(date.when.edtf)
    if first is not None and last is not None:
        if not is_life(content, date.span.start, first, last):
            return date
        return _end(date.span, story, _ENDS_OF_LIFE[type_]) if type_ in _ENDS_OF_LIFE else None
    survived = content[date.span.start : date.span.start + 5].lower() in ("until", "till ")
    if type_ == "death" and first is None and survived:
        return _end(date.span, story, -1) or date
    return date


def _end(span: Span, story: Storyline, which: int) -> Dated | None:
    times = [t for t in story.within(span.start, span.end) if t.when is not None]
    when = times[which].when if times else None
    return Dated(when, times[which].span) if when is not None else None
