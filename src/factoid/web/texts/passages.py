"""The words of a statement in their place, cut from the text without loading the whole of it."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from factoid.model import Factoid, Span
from factoid.store import LibraryView
from factoid.web.texts.marks import Mark, cut_out

AROUND = 240  #: characters on either side of a quote
LONGEST_QUOTE = 3_000


def passage_of(
    library: LibraryView, source: str, quote: Span, words: Iterable[Span] = (), *, around: int = AROUND
) -> Markup:
    """Return a quote in its surroundings, marked; within it the words that matter are marked more strongly."""
    excerpt = library.excerpt(source, quote.start, quote.end)
    content, shift = excerpt.content, excerpt.start
    first, last = quote.start - shift, min(quote.end, quote.start + LONGEST_QUOTE) - shift
    start = _word_start(content, max(0, first - around), first)
    end = _word_start(content, min(len(content), last + around), len(content))
    strong = [Mark(start=s.start - shift, end=s.end - shift, layer=1, attributes=_EXACT) for s in words]
    cited = Mark(start=first, end=last, tag="mark", attributes=(("class", "quote"),))
    return cut_out(content, [cited, *strong], start=start, end=end)


def words_of_field(factoid: Factoid, field: str) -> tuple[Span, ...]:
    """Return where a field of a statement stands in the text; none where it was inferred."""
    if field == "related":
        return tuple(span for span in factoid.related_spans if span)
    span = factoid.spans.get(field)
    return (span,) if span else ()


def _word_start(content: str, place: int, latest: int) -> int:
    if place in (0, latest):
        return place
    space = content.find(" ", place, min(latest, place + 40))
    return space + 1 if space >= 0 else place


_EXACT = (("class", "exact"),)
