"""Lasting ties that a noun of the tie tells, *his friendship with Karl*, or a row: *among her pupils was Ida*."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.clauses import Clause, with_conjuncts
from factoid.reading.statements.clauses.extent import clause_span
from factoid.reading.statements.clauses.phrases import heads_of_prepositions
from factoid.reading.statements.drafts import Draft, Inferred
from factoid.reading.statements.kin.pairs import pair
from factoid.reading.statements.lexicon import ties, ties_by_noun
from factoid.reading.statements.passage import Passage

_LIKELIHOOD = 0.65
_COUNTING = frozenset(("be", "include", "count", "number", "belong", "figure", "comprise"))
_AMONG = frozenset(("among", "amongst"))


def read_tie_nouns(passage: Passage) -> Iterator[Draft]:
    """Yield the ties that nouns of a tie and rows of friends and pupils tell, each from both sides."""
    for token in passage.segment.doc:
        role = ties_by_noun().get(token.lemma_.lower())
        if role is not None and token.pos_ == "NOUN":
            yield from _between(token, role, passage)
    for clause in passage.clauses.values():
        if clause.lemma in _COUNTING:
            yield from _counted(clause, passage)


def _between(token: Token, role: str, passage: Passage) -> Iterator[Draft]:
    """Yield a tie between its owner, or the clause's doer, and whom it was with; or between two."""
    ours = passage.persons([t for c in token.children if c.dep_ == "poss" for t in with_conjuncts(c)])
    theirs = passage.persons(list(heads_of_prepositions(token, "with")))
    both = passage.persons(
        [t for h in heads_of_prepositions(token, "between", "of") for t in with_conjuncts(h)]
    )
    if not ours and not theirs and len(both) > 1:
        ours, theirs = both[:1], both[1:2]
    doers: list[tuple[str, Token | None]] = list(ours)
    if not doers and token.dep_ == "dobj" and token.head.i in passage.clauses:
        doers = passage.doers(passage.clauses[token.head.i])
    if len(ours) > 1 and not theirs:
        doers, theirs = list(ours[:1]), ours[1:]
    for mine, said in doers[:1]:
        for other, there in theirs:
            if mine != other:
                near = [span_of(token), passage.mention(there)]
                near += [passage.mention(said)] if said is not None else []
                draft = _draft(Span(min(s.start for s in near), max(s.end for s in near)), token, None)
                yield from _pair(passage, (mine, said), (other, there), (role, role), draft)


def _counted(clause: Clause, passage: Passage) -> Iterator[Draft]:
    """Yield the ties to those who are counted among somebody's friends, pupils, teachers."""
    nouns = [h for p, h in clause.preps if p in _AMONG or (p == "to" and clause.lemma == "belong")]
    nouns += [h for o in clause.objects for h in heads_of_prepositions(o, *_AMONG)]
    named = passage.persons([t for t in (*clause.subjects, *clause.complements) if t.pos_ == "PROPN"])
    if clause.lemma in ("include", "comprise") and not clause.passive:
        nouns, named = clause.subjects, passage.persons(clause.objects)
    elif clause.lemma in ("count", "number") and not clause.passive:
        named = passage.persons(clause.objects)
    for noun in nouns:
        back = ties().get(noun.lemma_.lower())
        if back is None or noun.tag_ != "NNS":
            continue
        owners = passage.persons([c for c in noun.children if c.dep_ == "poss"])
        owners += passage.persons(list(heads_of_prepositions(noun, "of")))
        for owner, said in owners[:1]:
            for other, there in named:
                if owner != other:
                    draft = _draft(clause_span(clause), clause.verb, clause)
                    yield from _pair(
                        passage, (owner, said), (other, there), (noun.lemma_.lower(), back), draft
                    )


def _pair(
    passage: Passage,
    one: tuple[str, Token | None],
    other: tuple[str, Token],
    roles: tuple[str, str],
    draft: Draft,
) -> Iterator[Draft]:
    basis = f"the word {draft.anchor.text}"
    who = passage.mention(one[1]) if one[1] is not None else None
    yield from pair(
        (one[0], who),
        (other[0], passage.mention(other[1])),
        (Inferred(roles[0], basis), Inferred(roles[1], basis)),
        draft,
    )


def _draft(quote: Span, anchor: Token, clause: Clause | None) -> Draft:
    return Draft(
        person="",
        type="association",
        rule="association.noun of tie",
        quote=quote,
        anchor=anchor,
        clause=clause,
        own_date=True,
        likelihood=_LIKELIHOOD,
    )
