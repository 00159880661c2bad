"""The ends of lives: which dates a statement (*Helga (1827-1911) was born*), and deaths taken for granted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factoid.dates import TimePhrase, when_of_edtf
from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.phrases import heads_of_prepositions
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated
from factoid.reading.statements.when.storyline import (
    Storyline,
    ends,
    is_life,
    spans_a_life,
    years_of,
)

_ENDS_OF_LIFE = {"birth": 0, "death": -1, "burial": -1}
#: what says of a death only that it has happened; where the text tells the death itself, that is enough
PRESUPPOSED = "death.presupposed"
_BEREFT = frozenset(("widow", "widower", "relict"))


def read_presupposed_deaths(passage: Passage) -> Iterator[Draft]:
    """Yield who is dead by a word about somebody: *the late Job Low*, *Ann, widow of Karl Low*, *Karl's widow*."""
    for token in passage.segment.doc:
        if token.lower_ == "late" and token.i > 0 and token.nbor(-1).lower_ in ("the", "my", "our"):
            head = token.head
            person = passage.person(head)
            if person is not None and head.pos_ == "PROPN" and head.i > token.i:
                yield replace(
                    _presupposed(person, passage.mention(head), token), dated=_by_the_day_of_writing(passage)
                )
        elif token.lemma_.lower() in _BEREFT:
            owned = [c for c in token.children if c.dep_ == "poss" and c.pos_ == "PROPN"]
            for person, said in passage.persons([*owned, *heads_of_prepositions(token, "of")]):
                yield _presupposed(person, passage.mention(said), token)


def _by_the_day_of_writing(passage: Passage) -> Dated | None:
    """Return what the day over a text says of whom it calls late: dead by that year."""
    day = passage.dates.story.dateline
    first = ends(day.meant.edtf)[0] if day is not None and day.meant is not None else None
    if day is None or first is None:
        return None
    basis = f"dead when this was written, {day.words}"
    return Dated(when_of_edtf(f"../{years_of(first)}", basis=basis), None, basis)


def _presupposed(person: str, where: Span, word: Token) -> Draft:
    span = span_of(word)
    return Draft(
        person=person,
        type="death",
        rule=PRESUPPOSED,
        quote=Span(min(span.start, where.start), max(span.end, where.end)),
        anchor=word,
        who=where,
        undated=True,
        likelihood=0.8,
    )


def end_of_life(type_: str, date: Dated, story: Storyline, content: str) -> Dated | None:
    """Return the date that such a statement takes from a time in its clause; None where it takes none.

    A life in brackets dates a birth by its beginning, a death by its end, and nothing else that is said of the
    person. Who survived until a year died in it.
    """
    if date.span is None:
        return date
    first, last = ends(date.when.edtf)
    if first is not None and last is not None:
        is_whole = type_ in _ENDS_OF_LIFE and spans_a_life(date.when.edtf, first, last)
        if not (is_whole or is_life(content, date.span.start, first, last)):
            return date
        return _end(date.span, story, _ENDS_OF_LIFE[type_]) if type_ in _ENDS_OF_LIFE else None
    survived = content[date.span.start : date.span.start + 5].lower() in ("until", "till ")
    if type_ == "death" and first is None and survived:
        return _end(date.span, story, -1) or date
    return date


def is_of_later_deed(draft: Draft, time: TimePhrase, passage: Passage) -> bool:
    """Whether a time behind a birth stands with what was done later: *Born in Ely, he moved to Bath in 1880*."""
    verb, teller = draft.anchor, passage.dates.teller(time)
    if draft.type != "birth" or verb.i not in passage.clauses or teller is None:
        return False
    shared = passage.clauses[verb.i].shared_to or verb.i
    root = passage.dates.root_of(time)
    return verb.i < teller and root is not None and root.i > max(teller, shared)


def _end(span: Span, story: Storyline, which: int) -> Dated | None:
    times = [t for t in story.within(span.start, span.end) if t.when is not None]
    when = times[which].when if times else None
    return Dated(when, times[which].span) if when is not None else None
