"""Of whom a noun may tell that tells of a kind of thing in lives: who has it, whom it stands beside, its clause's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factoid.model import Span
from factoid.reading.clause import SUBJECTS
from factoid.reading.lexicons import person_nouns
from factoid.reading.parse import Token, sentence_of, span_of
from factoid.reading.statements.passage import Passage

_LONGEST = 200
_STEPS = 7


class Holder(NamedTuple):
    """Somebody of whom a noun may tell, and how it stands to them."""

    person: str
    where: Span | None
    how: str


def holders(token: Token, passage: Passage) -> Iterator[Holder]:
    """Yield whom the noun may tell of: who has it, whom it stands beside, those in its clause."""
    seen: set[str] = set()
    for holder in _holders(token, passage):
        if holder.person not in seen:
            seen.add(holder.person)
            yield holder


def _holders(token: Token, passage: Passage) -> Iterator[Holder]:
    for owner, said in passage.persons([child for child in token.children if child.dep_ == "poss"]):
        yield Holder(owner, passage.mention(said), "owner")
    at, path = token, ""
    for _ in range(_STEPS):
        if at.i in passage.clauses or at.head.i == at.i:
            break
        path = f"{at.dep_} {at.head.lower_}" if at.head.dep_ == "prep" else path or at.dep_
        at = at.head
        beside = passage.person(at)
        if beside is not None:
            yield Holder(beside, passage.mention(at), f"beside {path}")
            return
    clause = passage.clauses.get(at.i)
    if clause is None:
        is_of_several = (
            at.tag_ in ("NNS", "NNPS") and at.lemma_.lower() in person_nouns()
        )  # *Prisoners at the camp revolt*
        is_told = any(c.dep_ in SUBJECTS for c in at.children)
        if passage.main is not None and not is_told and not is_of_several:
            yield Holder(passage.main, None, "note")
        return
    for side, persons in (
        ("doer", passage.doers(clause)),
        ("dative", passage.persons([*clause.datives, *clause.prep_objects("to", "on", "upon")])),
        ("object", passage.persons(clause.objects)),
    ):
        for person, who in persons:
            yield Holder(person, passage.mention(who) if who is not None else None, f"{side} {path}")


def quote_to(core: Span, holder: Holder, token: Token) -> Span:
    """Return the words from the noun to the person or to the verb, whichever holds the statement."""
    span = core
    verb = token
    for _ in range(_STEPS):
        if verb.pos_ in ("VERB", "AUX") or verb.head.i == verb.i:
            break
        verb = verb.head
    near = [holder.where] if holder.where is not None else []
    near += [span_of(verb)] if verb.pos_ in ("VERB", "AUX") else []
    for other in near:
        hull = Span(min(span.start, other.start), max(span.end, other.end))
        if hull.end - hull.start <= _LONGEST and sentence_of(token)[0].idx <= hull.start - _offset(token):
            span = hull
    return span


def _offset(token: Token) -> int:
    return span_of(token).start - token.idx
