"""Kin and lasting ties, in both directions: *his older brother*, *son of A and B*, *X's deputy*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.clauses import with_conjuncts
from factoid.reading.statements.drafts import Draft, Inferred, Words
from factoid.reading.statements.kin.marriages import read_married, read_married_first, read_wedding
from factoid.reading.statements.kin.mutual import read_mutual
from factoid.reading.statements.kin.nouns import of_kin_noun
from factoid.reading.statements.kin.owners import around, default_owner, named_with, owners
from factoid.reading.statements.kin.pairs import pair
from factoid.reading.statements.kin.rows import read_bracketed
from factoid.reading.statements.kin.verbs import read_relation_verb
from factoid.reading.statements.lexicon import kin_roles, ties, verbs
from factoid.reading.statements.nouns.bearers import bearers
from factoid.reading.statements.nouns.role_fields import Borne
from factoid.reading.statements.nouns.role_nouns import role_kind
from factoid.reading.statements.passage import Passage

# what one is to somebody whose doctor, clerk, sergeant it is, where the noun itself does not tell
_RETURN = {"occupation": "client", "office": "superior", "rank": "superior"}


def read_relations(passage: Passage) -> Iterator[Draft]:
    """Yield kinship and association, each from both sides, in order: who married is known to what follows."""
    yield from read_bracketed(passage)
    for token in passage.segment.doc:
        if token.i in passage.clauses:
            yield from read_relation_verb(passage.clauses[token.i], passage)
        elif token.lower_ in ("married", "wed"):
            yield from read_married_first(token, passage)
            yield from read_married(token, passage)
        if token.pos_ in ("NOUN", "PROPN", "X", "ADJ") and not any(c.lower_ == "no" for c in token.lefts):
            kind, _ = role_kind(token)
            word = token.lemma_.lower()
            yield from read_mutual(token, passage)
            if kind == "kin" and not (
                _is_of_an_order(token, passage)
                or _is_counted_beside(token)
                or _is_likeness(token)
                or _is_of_an_age(token)
                or _is_state(token)
            ):
                yield from of_kin_noun(
                    token, kin_roles().get(token.lower_) or kin_roles().get(word, "other"), passage
                )
            elif (child := _as_children(token, passage)) is not None:
                yield from of_kin_noun(token, child, passage)
            if word in verbs("marriage_nouns"):
                yield from read_wedding(token, passage)
            elif word in ties():
                yield from _of_tie_noun(token, ties()[word], passage)
            elif kind in _RETURN and any(
                c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ in ("to", "under")) for c in token.children
            ):
                yield from _of_tie_noun(token, _RETURN[kind], passage)


_BOYS_AND_GIRLS = {"boys": "son", "boy": "son", "girls": "daughter", "girl": "daughter"}
_HAVING = frozenset(("have", "bear", "leave", "rear", "raise"))


def _as_children(token: Token, passage: Passage) -> str | None:
    """Return which children boys and girls are that are counted and named: *had two girls, Ida and Ann*."""
    role, doc, at = _BOYS_AND_GIRLS.get(token.lower_), token.doc, token.i
    if (
        role is None
        or at + 2 >= len(doc)
        or doc[at + 1].text not in (",", ":")
        or passage.person(doc[at + 2]) is None
    ):
        return None
    is_counted = any(c.pos_ == "NUM" or c.lower_ in ("a", "one") for c in token.lefts)
    is_had = token.dep_ == "dobj" and token.head.lemma_ in _HAVING
    is_note = token.dep_ == "ROOT" and not any(t.i in passage.clauses for t in doc[token.left_edge.i : at])
    return role if is_counted and (is_had or is_note) else None


_VOWS = frozenset(("mercy", "charity", "providence", "grace"))
_IN_ORDERS = frozenset(("Brother", "Sister", "Father", "Mother"))


def _is_of_an_order(token: Token, passage: Passage) -> bool:
    """Whether it is one by vow: *the cellarer, Brother Johan*, *sisters of mercy*; not *Brother Karl was born*."""
    if token.lemma_.lower() in ("brother", "sister") and any(
        o.lower_ in _VOWS for c in token.children if c.lower_ == "of" for o in c.children
    ):
        return True
    if (
        token.text not in _IN_ORDERS
        or any(c.dep_ == "poss" for c in token.children)
        or token.i + 1 >= len(token.doc)
    ):
        return False
    if passage.person(token.nbor()) is None or token.nbor().pos_ != "PROPN":
        return False
    return re.search(rf"[a-z,] {token.text} [A-Z]", passage.content) is not None


def _is_likeness(token: Token) -> bool:
    """Whether somebody is only like one or of that age: *cried like a child*, *while still a child*, *as a child*."""
    if any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ == "of") for c in token.children):
        return False
    is_compared = token.dep_ == "pobj" and token.head.lower_ in ("like", "as", "than")
    words = [t.lower_ for t in token.doc[max(0, token.i - 4) : token.i]]
    is_age = token.lower_ in ("child", "children") and "while" in words
    return is_compared or is_age


def _is_state(token: Token) -> bool:
    """Whether a bare word between commas says in what state somebody is: *Karl Low, infant*, *Low, clerk, widower*."""
    doc, at = token.doc, token.i
    is_bare = token.lower_ in _STATES and token.left_edge.i == at
    is_closed = at + 1 == len(doc) or doc[at + 1].text in (",", ".", ";", "\n")
    return is_bare and is_closed and at > 1 and doc[at - 1].text == ","


_STATES = frozenset(("infant", "widow", "widower", "orphan"))


def _is_of_an_age(token: Token) -> bool:
    """Whether the age of a child is told, not whose it is: *when I was a child of nine*."""
    after = token.doc[token.i + 1 : token.i + 3]
    return len(after) == 2 and after[0].lower_ == "of" and after[1].pos_ == "NUM"


def _is_counted_beside(token: Token) -> bool:
    """Whether so many nameless ones only stand in a row with names: *Anselm, Johan and twenty-two brothers*."""
    is_of_a_row = token.left_edge.i > 0 and token.doc[token.left_edge.i - 1].text == ";"
    return (
        (token.dep_ == "conj" or is_of_a_row)
        and token.tag_ == "NNS"
        and any(c.dep_ == "nummod" for c in token.children)
        and not any(c.dep_ in ("poss", "prep", "appos") for c in token.children)
    )


def _one_of(token: Token) -> Words:
    """Return the word for each of several: of *successors: A, B* each is a successor."""
    if token.tag_ not in ("NNS", "NNPS"):
        return span_of(token)
    return Inferred(token.lemma_.lower(), f"the noun {token.text}")


def _row_behind(token: Token) -> list[Token]:
    """Return the words of a list behind a plural and a colon: *successors: Anton Berg, Karl Weiss*."""
    doc, at = token.doc, token.i + 2
    if token.tag_ not in ("NNS", "NNPS") or at > len(doc) or doc[token.i + 1].text != ":":
        return []
    row = []
    while at < len(doc) and (doc[at].pos_ == "PROPN" or doc[at].lower_ in (",", "and", "&", ".")):
        if doc[at].text == "." and doc[at - 1].pos_ != "PROPN":
            break
        row.append(doc[at])
        at += 1
    return [t for t in row if t.pos_ == "PROPN"]


_LEARNERS = frozenset(("student", "pupil"))  # *the student Boris Levin* is nobody's pupil yet


def _is_of_a_thing(token: Token, owned: Span | None) -> bool:
    """Whether it is hardly people whom somebody owns: *owner of Bellwood*; not *Tom's owner*, *his owner*."""
    return token.lemma_.lower() == "owner" and owned is not None and owned.start > span_of(token).start


def _of_tie_noun(token: Token, back: str, passage: Passage) -> Iterator[Draft]:
    owned = [o for o in dict(owners(token, passage)).items() if not _is_of_a_thing(token, o[1])]
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("under", "with", "for") and not owned:
            owned = [
                (p, passage.mention(t))
                for o in child.children
                if o.dep_ == "pobj"
                for p, t in passage.persons(named_with(o, passage))
            ]
    borne_by = list(bearers(token, passage))
    borne_by += [
        Borne(p, passage.mention(t), "apposition", around(token, t), None)
        for c in token.children
        if c.dep_ == "appos" and not any(b.where == passage.mention(c) for b in borne_by)
        for p, t in passage.persons(with_conjuncts(c))
    ]
    known = {b.person for b in borne_by}
    borne_by += [
        Borne(p, passage.mention(t), "apposition", around(token, t), None)
        for p, t in passage.persons(_row_behind(token))
        if p not in known
    ]
    rule = "association.noun"
    if not owned and role_kind(token)[0] == "tie" and token.lemma_.lower() not in _LEARNERS:
        owned, rule = list(default_owner(token, {b.person for b in borne_by}, passage)), "association.bare"
    for owner, there in owned:
        for borne in borne_by:
            if owner == borne.person:
                continue
            quote = Span(
                min(borne.quote.start, (there or borne.quote).start),
                max(borne.quote.end, (there or borne.quote).end),
            )
            if quote.end - quote.start > 230:
                quote = borne.quote
            yield from pair(
                (owner, there),
                (borne.person, borne.where),
                (
                    _one_of(token),
                    Inferred(back, f"the other side of {token.text}"),
                ),
                Draft(
                    person="",
                    type="association",
                    rule=rule,
                    quote=quote,
                    anchor=token,
                    clause=borne.clause,
                    own_date=True,
                    undated=borne.how != "predicate",
                    confidence=0.6,
                ),
            )
