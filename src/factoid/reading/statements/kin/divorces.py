"""Marriages that end while both live: *they divorced in 1920*, *the marriage broke up*, *was dissolved*."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.clauses import Clause
from factoid.reading.statements.clauses.extent import clause_span
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.lexicon import verbs
from factoid.reading.statements.passage import Passage

_LIKELY = 0.75
#: how a marriage ends; with the word that the verb needs for it
_ENDS = {
    "dissolve": "",
    "annul": "",
    "fail": "",
    "collapse": "",
    "break": "up down",
    "end": "divorce separation",
}
_PARTING = frozenset(("divorce", "separate"))


def read_divorces(passage: Passage) -> Iterator[Draft]:
    """Yield for husband and wife what a clause tells of the end of their marriage."""
    for clause in passage.clauses.values():
        told = _told_by(clause)
        if told is None or any(c.dep_ == "neg" for c in clause.verb.children):
            continue
        for person, said in _parted(clause, passage):
            yield Draft(
                person=person,
                type="event",
                rule="event.divorce",
                quote=clause_span(clause),
                anchor=clause.verb,
                who=passage.mention(said) if said is not None else None,
                slots={"value": told},
                clause=clause,
                likelihood=_LIKELY,
            )


def _told_by(clause: Clause) -> Span | None:
    """Return the words that tell it, None where the clause does not: *divorced*, *marriage broke up*."""
    if clause.lemma in _PARTING:
        return span_of(clause.verb) if not clause.objects else None
    marriage = next((s for s in clause.subjects if s.lemma_ in verbs("marriage_nouns")), None)
    needed = _ENDS.get(clause.lemma)
    if needed is None or marriage is None:
        return None
    behind = (t for t in clause.verb.subtree if t.i > clause.verb.i and t.lower_ in needed.split())
    last = next(behind, None) if needed else clause.verb
    return Span(span_of(marriage).start, span_of(last).end) if last is not None else None


def _parted(clause: Clause, passage: Passage) -> list[tuple[str, Token | None]]:
    """Return the two whose marriage it was: the subjects, or who married last before."""
    couple = passage.couple(clause.verb)
    if clause.lemma not in _PARTING:
        return [(person, None) for person in couple]
    doers = passage.doers(clause)
    is_theirs = clause.lemma == "divorce" or {p for p, _ in doers} == set(couple)
    return doers if is_theirs and len(doers) == 2 else []
