"""Lists are split: *taught at Harvard and Yale*, *lived in France, Spain and Italy* are a statement for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factoid.model import Span
from factoid.reading.parse import Token, sentence_of, span_of
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
        if slot == "organisation" and not others:
            others = list(_then_at(words, draft.anchor, passage))
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


_AT = re.compile(r"\bat\s+(?:the\s+)?$")
_THEN_AT = re.compile(
    r"\s*,?\s*and\s+(?:(?:then|later|afterwards|finally|subsequently)\s+)?at\s+(?:the\s+)?(?=[A-Z])"
)
_LATER = re.compile(r"\s*,?\s*\(?\s*(?:in|from|until|till|since|after|between|\d)")


def _then_at(words: Span, anchor: Token, passage: Passage) -> Iterator[Span]:
    """Yield the body where it went on, told without a time: *taught at Oslo University and then at the Sorbonne*."""
    content, end = passage.content, span_of(sentence_of(anchor)).end
    joint = _THEN_AT.match(content, words.end, end)
    if joint is None or _AT.search(content, max(words.start - 8, 0), words.start) is None:
        return
    at = next((t.i for t in passage.segment.doc if span_of(t).start == joint.end()), None)
    if at is None:
        return
    head = passage.segment.doc[at]
    while head.dep_ == "compound" and head.head.i > head.i:
        head = head.head
    span = name_span(head, passage.entities)
    if (
        span.start == joint.end()
        and _is_of(head, "organisation", passage)
        and passage.person(head) is None
        and _LATER.match(content, span.end, end) is None
    ):
        yield span


def _is_of(token: Token, slot: str, passage: Passage) -> bool:
    """Whether a name of a list is of the kind of the others; one of which nothing is known is."""
    if slot == "place":
        return is_place(token, passage.entities)
    is_unknown = token.pos_ == "PROPN" and passage.entities.label_of(token) is None
    return is_unknown or is_organisation(token, passage.entities)
