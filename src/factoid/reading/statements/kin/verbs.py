"""Kin and lasting ties that a verb tells: who married whom, who was born to whom, who studied under whom."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.reading.parse import Token
from factoid.reading.people.begetting import borne_to
from factoid.reading.statements.clauses.clauses import Clause, with_conjuncts
from factoid.reading.statements.clauses.extent import clause_span
from factoid.reading.statements.clauses.phrases import heads_of_prepositions
from factoid.reading.statements.drafts import Draft, Inferred
from factoid.reading.statements.kin.marriages import read_marriage, tells_marriage
from factoid.reading.statements.kin.owners import born_to
from factoid.reading.statements.kin.pairs import pair, role_in_return
from factoid.reading.statements.lexicon import kin_by_verb, kin_roles, ties_by_phrase, ties_by_verb
from factoid.reading.statements.passage import Passage


def read_relation_verb(clause: Clause, passage: Passage) -> Iterator[Draft]:
    """Yield the relations that a clause tells by its verb, each from both sides."""
    if tells_marriage(clause):
        yield from read_marriage(clause, passage)
    elif clause.lemma == "bear" and clause.passive:
        yield from _of_birth(clause, passage)
    elif clause.lemma in kin_by_verb():
        yield from _of_kin_verb(clause, passage)
    elif clause.lemma in ties_by_verb():
        yield from _of_tie_verb(clause, passage)
    if clause.lemma in ties_by_phrase():
        yield from _of_tie_phrase(clause, passage)


def _of_birth(clause: Clause, passage: Passage) -> Iterator[Draft]:
    children = passage.doers(clause)
    homes = [n for n in clause.prep_objects("in", "into") if n.lemma_ == "family"]
    theirs = [t for n in homes for h in heads_of_prepositions(n, "of") for t in (h, *_beside(h))]
    named = passage.persons([*clause.prep_objects("of"), *clause.agents, *theirs])
    parents = dict([*born_to(clause, passage), *named])
    if any(child in parents for child, _ in children):
        return  # *Born to Karl and Ida Low, Otto …*, whose subject the parser missed
    for child, token in children:
        for parent, said in parents.items():
            if child != parent:
                role = _PARENT.get(passage.gender(parent) or "", "parent")
                back = {"m": "son", "f": "daughter"}.get(passage.gender(child) or "", "child")
                yield from pair(
                    (child, passage.mention(token) if token is not None else None),
                    (parent, passage.mention(said) if said is not None else None),
                    (Inferred(role, "born to"), Inferred(back, "born to")),
                    _parentage("kinship.birth", clause, undated=True),
                )


def _parentage(rule: str, clause: Clause, *, undated: bool) -> Draft:
    """Return what is told of a parent and a child from either side; only an adoption has a date."""
    return Draft(
        person="",
        type="kinship",
        rule=rule,
        quote=clause_span(clause),
        anchor=clause.verb,
        clause=clause,
        own_date=True,
        undated=undated,
        confidence=0.8,
    )


def _beside(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.dep_ == "appos"]


def _of_kin_verb(clause: Clause, passage: Passage) -> Iterator[Draft]:
    """Yield whose child somebody is by what a parent does: *gave birth to Ida*, *was adopted by Otto Low*."""
    for words, role in kin_by_verb()[clause.lemma]:
        if not words <= clause.words:
            continue
        doers, theirs = passage.doers(clause), [*clause.objects, *clause.datives, *clause.prep_objects("to")]
        if clause.lemma == "bear" and not clause.passive:
            doers, theirs = [*doers, *_fathers(clause, passage)], borne(clause)
        if words:
            theirs = [t for t in clause.prep_objects(*words) if not _is_the_father(t)]
        elif clause.passive:
            theirs = clause.subjects
            doers = list(passage.persons(clause.agents))
        for doer, token in doers:
            for other, said in passage.persons(theirs):
                if doer == other:
                    continue
                mine = _PARENT.get(passage.gender(doer) or "", role) if role in ("parent", "mother") else role
                basis = f"the verb {clause.verb.text}"
                yield from pair(
                    (doer, passage.mention(token) if token is not None else None),
                    (other, passage.mention(said)),
                    (
                        Inferred(role_in_return(mine, passage.gender(other)), basis),
                        Inferred(mine, basis),
                    ),
                    _parentage("kinship.verb", clause, undated=role != "parent"),
                )


def borne(clause: Clause) -> list[Token]:
    """Return whom a mother bears: names, children; nobody where it is something else: *bore him a grudge*."""
    given = borne_to(clause.verb)
    if given is not None:
        return [*with_conjuncts(given[1]), *_beside(given[1])]
    told = [o for o in clause.objects if kin_roles().get(o.lemma_.lower()) not in ("husband", "wife")]
    things = [o for o in told if o.pos_ == "NOUN" and o.lemma_.lower() not in kin_roles()]
    return [] if things else [*told, *(c for o in told for c in _beside(o))]


def _fathers(clause: Clause, passage: Passage) -> list[tuple[str, Token | None]]:
    """Return to whom she bears them: *bore him two sons*."""
    given = borne_to(clause.verb)
    to = [given[0]] if given is not None else [d for d in clause.datives if d not in clause.objects]
    return [*passage.persons(to)]


def _is_the_father(token: Token) -> bool:
    """Whether a child follows whom she bore to him: *gave birth to him two daughters*, as translators have it."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return token.pos_ == "PRON" and after.pos_ in ("NUM", "DET", "NOUN", "ADJ")


_PARENT = {"m": "father", "f": "mother"}


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
    if clause.lemma == "work":  # under somebody one is no colleague
        tokens = clause.prep_objects("with", "alongside")
    if clause.lemma == "know" and clause.passive:
        return
    others = passage.persons(tokens)
    if clause.passive and not others:
        others, doers = [(p, t) for p, t in doers if t is not None], list(passage.persons(clause.agents))
    to = clause.prep_objects("to") if clause.lemma == "betroth" and not clause.passive else []
    if to:  # *betrothed his niece to Lind*: not to himself
        him = set(dict(doers))
        doers, others = [*others], [(p, t) for p, t in passage.persons(to) if p not in him]
    yield from _tied(clause, doers, others, (mine, theirs), passage)


def _of_tie_phrase(clause: Clause, passage: Passage) -> Iterator[Draft]:
    for prepositions, word, mine, theirs in ties_by_phrase()[clause.lemma]:
        if word and word not in clause.words:
            continue
        heads = [h for p, h in clause.preps if p.split()[-1] in prepositions]
        heads += [h for c in clause.complements for h in heads_of_prepositions(c, *prepositions)]
        heads += [
            h for _, n in clause.preps if n.lemma_ == word for h in heads_of_prepositions(n, *prepositions)
        ]
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
