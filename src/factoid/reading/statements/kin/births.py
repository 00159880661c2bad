"""Births that the mother's clause tells: *bore Emil in Graz*, *gave birth to a son, Emil, in 1850*."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.reading.parse import Token
from factoid.reading.statements.clauses.clauses import Clause, with_conjuncts
from factoid.reading.statements.clauses.extent import clause_span
from factoid.reading.statements.clauses.places import places
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.kin.verbs import borne
from factoid.reading.statements.passage import Passage

_LIKELY = 0.8


def read_births(passage: Passage) -> Iterator[Draft]:
    """Yield the birth of whoever a clause says that a mother bore."""
    for clause in passage.clauses.values():
        mothers = {person for person, _ in passage.doers(clause)}
        for person, said in passage.persons(_borne(clause)):
            slots = places(clause, passage)
            if person in mothers or not (slots or passage.dates.of(clause.verb, narrative=False)):
                continue  # *bore him two sons* tells kin alone
            yield Draft(
                person=person,
                type="birth",
                rule="birth.borne",
                quote=clause_span(clause),
                anchor=clause.verb,
                who=passage.mention(said),
                slots=slots,
                clause=clause,
                likelihood=_LIKELY,
            )


def _borne(clause: Clause) -> list[Token]:
    """Return who is born in a clause: names, and a child beside its name."""
    if clause.passive:
        return _named(clause.prep_objects("of")) if clause.lemma == "deliver" else []
    if clause.lemma == "bear":
        return _named(borne(clause))
    gives_birth = clause.lemma == "give" and any(o.lower_ == "birth" for o in clause.objects)
    to = [
        g for c in clause.verb.doc[clause.verb.i : clause.verb.i + 4] if c.lower_ == "birth" for g in _to(c)
    ]
    return _named([*clause.datives, *clause.prep_objects("to"), *to]) if gives_birth else []


def _to(birth: Token) -> list[Token]:
    return [
        n
        for prep in birth.children
        if prep.lower_ == "to"
        for o in prep.children
        if o.dep_ == "pobj"
        for n in with_conjuncts(o)
    ]


def _named(nouns: list[Token]) -> list[Token]:
    """Return the names among some nouns, and those beside them: *a son, Emil*."""
    beside = [c for noun in nouns if noun.pos_ == "NOUN" for c in noun.children if c.dep_ == "appos"]
    return [n for n in (*nouns, *beside) if n.pos_ == "PROPN"]
