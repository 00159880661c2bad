"""Kin and lasting ties that a verb tells: who married whom, who was born to whom, who studied under whom."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clause_places import unknown_place
from factoid.reading.statements.clauses import Clause, clause_span
from factoid.reading.statements.drafts import Draft, Inferred, Words
from factoid.reading.statements.lexicon import ties_by_phrase, ties_by_verb
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.phrases import first_place, heads_of_prepositions, name_span
from factoid.reading.statements.relation_pairs import pair


def read_relation_verb(clause: Clause, passage: Passage) -> Iterator[Draft]:
    """Yield the relations that a clause tells by its verb, each from both sides."""
    if clause.lemma in ("marry", "wed", "remarry", "divorce", "espouse") or (
        (clause.lemma == "take" and "wife" in clause.words)
        or any(c.lower_ in ("married", "wed") for c in clause.complements)
    ):
        yield from _of_marriage(clause, passage)
    elif clause.lemma == "bear" and clause.passive:
        yield from _of_birth(clause, passage)
    elif clause.lemma in ties_by_verb():
        yield from _of_tie_verb(clause, passage)
    if clause.lemma in ties_by_phrase():
        yield from _of_tie_phrase(clause, passage)


def _of_marriage(clause: Clause, passage: Passage) -> Iterator[Draft]:
    doers = [(p, passage.mention(t) if t is not None else None) for p, t in passage.doers(clause)]
    tokens = [*clause.objects, *clause.datives, *clause.prep_objects("to", "with")]
    tokens += [t for c in clause.complements for t in heads_of_prepositions(c, "to")]
    tokens += [  # *is married to actor Karl Simons*: the parser takes the actor for a verb
        t
        for c in clause.complements
        for t in c.children
        if t.dep_ == "xcomp" and t.pos_ in ("NOUN", "PROPN", "VERB")
    ]
    beside = {person for person, _ in doers}
    others = [found for t in tokens for found in _first_person(t, beside, passage)]
    if not others and not clause.passive:
        others = _after_date(clause, beside, passage)
    if not others and len(doers) == 2:
        others, doers = doers[1:], doers[:1]
    quote = clause_span(clause)
    for doer in doers[:1] if len(doers) == 1 or others else doers:
        for other in others[:1]:
            if doer[0] == other[0]:
                continue
            mine, theirs = passage.gender(doer[0]), passage.gender(other[0])
            theirs = theirs or {"m": "f", "f": "m"}.get(mine or "")
            mine = mine or {"m": "f", "f": "m"}.get(theirs or "")
            basis = f"the verb {clause.verb.text}"
            passage.couples.append((span_of(clause.verb).start, doer[0], other[0]))
            yield from pair(
                doer,
                other,
                (Inferred(_spouse(theirs), basis), Inferred(_spouse(mine), basis)),
                Draft(
                    person="",
                    type="kinship",
                    rule="kinship.marriage",
                    slots=places_of(clause, passage),
                    quote=quote,
                    anchor=clause.verb,
                    clause=clause,
                    confidence=0.85,
                ),
            )


def _after_date(clause: Clause, but: set[str], passage: Passage) -> list[tuple[str, Span | None]]:
    """Return whom the verb has for its object though a date stands between: *married, on 3 May 1812, Ann Low*."""
    doc = clause.verb.doc
    for word in doc[clause.verb.i + 1 : clause.verb.i + 14]:
        person = passage.person(word)
        if person is not None and word.pos_ == "PROPN":
            return [(person, passage.mention(word))] if person not in but else []
        if not (passage.dates.is_time(word) or word.is_punct or word.pos_ in ("ADP", "DET", "NUM", "ADV")):
            break
    return []


def places_of(clause: Clause, passage: Passage) -> dict[str, Words]:
    """Return where the wedding was."""
    beside = ((h.head.lower_, h) for o in clause.objects for h in heads_of_prepositions(o, "in", "at"))
    where = [(p, h) for p, h in (*clause.preps, *beside) if not passage.dates.is_time(h)]
    place = first_place(where, passage.entities)
    if place is None:
        place = unknown_place(clause, passage)
    return {"place": name_span(place, passage.entities)} if place is not None else {}


def _first_person(token: Token, but: set[str], passage: Passage) -> Iterator[tuple[str, Span | None]]:
    """Yield the person that a noun phrase names, wherever in it the name stands: *the cooper Anton*."""
    for word in (token, *token.subtree):
        person = passage.person(word)
        if person is not None and person not in but and word.dep_ != "poss":
            yield person, passage.mention(word)
            return


def _spouse(gender: str | None) -> str:
    return {"m": "husband", "f": "wife"}.get(gender or "", "spouse")


def _of_birth(clause: Clause, passage: Passage) -> Iterator[Draft]:
    children = passage.doers(clause)
    parents = passage.persons([*clause.prep_objects("to", "of"), *clause.agents])
    for child, token in children:
        for parent, said in parents:
            if child != parent:
                role = {"m": "father", "f": "mother"}.get(passage.gender(parent) or "", "parent")
                back = {"m": "son", "f": "daughter"}.get(passage.gender(child) or "", "child")
                yield from pair(
                    (child, passage.mention(token) if token is not None else None),
                    (parent, passage.mention(said)),
                    (Inferred(role, "born to"), Inferred(back, "born to")),
                    Draft(
                        person="",
                        type="kinship",
                        rule="kinship.birth",
                        quote=clause_span(clause),
                        anchor=clause.verb,
                        clause=clause,
                        own_date=True,
                        undated=True,
                        confidence=0.8,
                    ),
                )


def _of_tie_verb(clause: Clause, passage: Passage) -> Iterator[Draft]:
    mine, theirs = ties_by_verb()[clause.lemma]
    doers = passage.doers(clause)
    tokens = (
        clause.prep_objects("with", "under", "to", "for")
        if clause.lemma in ("correspond", "collaborate", "quarrel", "serve", "study", "work", "engage")
        else clause.objects
    )
    if clause.lemma in ("serve", "study"):
        tokens = clause.prep_objects("under", "with")
    if clause.lemma == "know" and clause.passive:
        return
    others = passage.persons(tokens)
    if clause.passive and not others:
        others, doers = [(p, t) for p, t in doers if t is not None], list(passage.persons(clause.agents))
    yield from _tied(clause, doers, others, (mine, theirs), passage)


def _of_tie_phrase(clause: Clause, passage: Passage) -> Iterator[Draft]:
    for prepositions, word, mine, theirs in ties_by_phrase()[clause.lemma]:
        if word and word not in clause.words:
            continue
        heads = [h for p, h in clause.preps if p.split()[-1] in prepositions]
        heads += clause.agents if "by" in prepositions else []
        heads += [h for o in clause.objects for h in heads_of_prepositions(o, *prepositions)]
        yield from _tied(clause, passage.doers(clause), passage.persons(heads), (mine, theirs), passage)


def _tied(
    clause: Clause,
    doers: list[tuple[str, Token | None]],
    others: list[tuple[str, Token]],
    roles: tuple[str, str],
    passage: Passage,
) -> Iterator[Draft]:
    mine, theirs = roles
    for doer, token in doers:
        for other, said in others:
            if doer != other:
                basis = f"the verb {clause.verb.text}"
                yield from pair(
                    (doer, passage.mention(token) if token is not None else None),
                    (other, passage.mention(said)),
                    (Inferred(mine, basis), Inferred(theirs, basis)),
                    Draft(
                        person="",
                        type="association",
                        rule="association.verb",
                        quote=clause_span(clause),
                        anchor=clause.verb,
                        clause=clause,
                        confidence=0.55,
                    ),
                )
