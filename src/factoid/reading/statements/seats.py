"""Where a body stands, as its own name tells: *the Lviv Conservatory*, *the Datong School of Shaoxing*."""

from __future__ import annotations

from dataclasses import replace

from factoid.model import Span
from factoid.reading.lexicons import gazetteer
from factoid.reading.parse import TokenSpan, span_of
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.passage import Passage

_LEADING = ("of", "at", "in")
_ELSEWHERE = frozenset(("university", "college", "univ.", "coll."))  #: *Boston College* is not in Boston


def with_seat(draft: Draft, passage: Passage) -> Draft:
    """Return schooling and posts without a place with the one that the name of the school or body tells.

    Where annotators give a body with a place behind *of*, *at* or *in*, they have it for the place of 15 statements of
    18; where a school's name begins with one, of 10 of 12.
    """
    body = draft.slots.get("organisation")
    if draft.type not in ("education", "office") or "place" in draft.slots or not isinstance(body, Span):
        return draft
    words = passage.segment.words(body)
    place = _seat(words, of_school=draft.type == "education") if words is not None else None
    return draft if place is None else replace(draft, slots={**draft.slots, "place": place})


def _seat(name: TokenSpan, *, of_school: bool) -> Span | None:
    doc, last = name.doc, name.end - 1
    if of_school and len(name) > 1 and name[0].text in gazetteer():
        return span_of(name[0]) if name[1].lower_ not in _ELSEWHERE else None
    for i in range(name.start + 2, name.end):
        before = doc[i - 2] if doc[i - 1].lower_ == "the" else doc[i - 1]
        if (
            doc[i].text in gazetteer()
            and before.lower_ in _LEADING
            and (i == last or not _goes_on(doc[i + 1].text))
        ):
            return span_of(doc[i])
    return None


def _goes_on(word: str) -> bool:
    """Whether the name goes on behind the word: *School of London Transport*."""
    return word[:1].isupper()
