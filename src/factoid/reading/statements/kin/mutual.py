"""What several are to one another: *Karl and Emil were brothers*, *the sisters Ida and Vera*, *man and wife*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.clauses import with_conjuncts
from factoid.reading.statements.drafts import Draft, Inferred
from factoid.reading.statements.kin.pairs import pair, role_in_return
from factoid.reading.statements.lexicon import kin_roles, ties
from factoid.reading.statements.passage import Passage

_MOST = 4  #: so many are told one by one; of more it is a family
_COUPLES = frozenset(("man", "husband"))
_SAME_FOR_BOTH = frozenset(("brother", "sister", "sibling", "other"))


def read_mutual(token: Token, passage: Passage) -> Iterator[Draft]:
    """Yield what each of those named is to each other by one plural noun, or by *man and wife*."""
    role, type_ = _role(token)
    if role is None:
        return
    everybody = dict(_named(token, passage))
    if not 2 <= len(everybody) <= _MOST:
        return
    for (one, said), (other, there) in combinations(everybody.items(), 2):
        where = [passage.mention(said), passage.mention(there), span_of(token)]
        quote = Span(min(w.start for w in where), max(w.end for w in where))
        basis = f"the noun {token.text}"
        mine, theirs = role, role
        if type_ == "kinship" and role != "other":
            mine, theirs = (role_in_return(role, passage.gender(person)) for person in (one, other))
        yield from pair(
            (one, where[0]),
            (other, where[1]),
            (Inferred(theirs, basis), Inferred(mine, basis)),
            Draft(
                person="",
                type=type_,
                rule=f"{type_}.mutual",
                quote=quote,
                anchor=token,
                own_date=True,
                undated=type_ == "kinship",
                confidence=0.8,
            ),
        )


def _role(token: Token) -> tuple[str | None, str]:
    """Return what they are to one another, and of which type that is; nothing where the noun is not mutual."""
    word = token.lemma_.lower()
    if token.lower_ == "wife" and token.dep_ == "conj" and token.head.lower_ in _COUPLES:
        return "spouse", "kinship"
    if token.tag_ not in ("NNS", "NNPS"):
        return None, ""
    if kin_roles().get(word) in _SAME_FOR_BOTH:
        return kin_roles()[word], "kinship"
    return (word, "association") if ties().get(word) == word else (None, "")


def _named(token: Token, passage: Passage) -> list[tuple[str, Token]]:
    """Return those of whom the noun is said to be true of one another: named beside it, or its subjects."""
    top = token.head if token.dep_ == "conj" else token
    if any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ == "of") for c in top.children):
        return []
    if top.dep_ in ("attr", "acomp", "oprd"):
        clause = passage.clauses.get(top.head.i)
        if clause is None or clause.negated:
            return []
        both = [(p, t) for t in clause.subjects for p in passage.meant_together(t)]
        return passage.persons(clause.subjects) or both  # *the two became husband and wife*
    names = [
        n
        for c in token.rights
        if c.dep_ == "appos" and c.left_edge.i == token.i + 1
        for n in with_conjuncts(c)
    ]
    return passage.persons([n for n in names if n.pos_ == "PROPN"])
