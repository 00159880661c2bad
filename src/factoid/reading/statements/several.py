"""Lists are split: *taught at Harvard and Yale*, *lived in France, Spain and Italy* are a statement for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.clauses import with_conjuncts
from factoid.reading.statements.clauses.phrases import is_organisation, is_place, name_span
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.series import in_a_row

_LISTED = {
    "organisation": frozenset(("education", "membership", "office", "occupation", "service")),
    "place": frozenset(("residence", "travel", "office", "education")),
}
_LONGEST = 230


def split(draft: Draft, passage: Passage) -> Iterator[Draft]:
    """Yield a draft once for each body, or else each place, that its words list."""
    yield draft
    further = list(in_a_row(draft, passage))
    if further:
        yield from further
        return
    for slot, types in _LISTED.items():
        words = draft.slots.get(slot)
        if draft.type not in types or not isinstance(words, Span):
            continue
        others = list(_others(words, slot, passage))
        for other in others:
            quote = Span(min(draft.quote.start, other.start), max(draft.quote.end, other.end))
            if quote.end - quote.start <= _LONGEST:
                yield replace(draft, slots={**draft.slots, slot: other}, quote=quote)
        if others:
            return


def _others(words: Span, slot: str, passage: Passage) -> Iterator[Span]:
    """Yield what is coordinated with the words of a field and of its kind."""
    named = passage.segment.words(words)
    if named is None:
        return
    seen, top = [words], named.root
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN"):
        top = top.head
    for token in with_conjuncts(top):
        if (
            passage.person(token) is not None
            or passage.dates.is_time(token)
            or not _is_of(token, slot, passage)
        ):
            continue
        span = name_span(token, passage.entities)
        if not any(span.overlaps(other) for other in seen) and span_of(token).overlaps(span):
            seen.append(span)
            yield span


def _is_of(token: Token, slot: str, passage: Passage) -> bool:
    """Whether a name of a list is of the kind of the others; one of which nothing is known is."""
    if slot == "place":
        return is_place(token, passage.entities)
    is_unknown = token.pos_ == "PROPN" and passage.entities.label_of(token) is None
    return is_unknown or is_organisation(token, passage.entities)
