"""Clauses that tell of families: who was born to whom, who is one of whose children, who marries."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.reading.clause import clause_of, subject_after_opening, subject_of
from factoid.reading.lexicons import around_names, kin_plurals, kin_terms
from factoid.reading.parse import Token
from factoid.reading.people.figures import Mark


def child_born_to(preposition: Token) -> Token | None:
    """Return the child of whom it is said that it was *born to*."""
    verb = preposition.head
    if preposition.lower_ != "to" or verb.lemma_ not in ("bear", "born"):
        return None
    return subject_told_before(verb) or (verb.head if verb.dep_ in ("acl", "relcl") else None)


def one_of_children(preposition: Token) -> Token | None:
    """Return of whom it is said that it is one of *the children of*."""
    at = preposition.head
    if preposition.lower_ != "of" or at.lower_ not in kin_plurals() | {"marriage", "union"}:
        return None
    for _ in range(4):
        if at.dep_ == "attr":
            return subject_of(at.head)
        if at.dep_ == "appos" and at.head.pos_ == "PROPN":
            return at.head
        if at.dep_ not in ("pobj", "prep", "appos"):
            return None
        at = at.head
    return None


def marrying_before(mark: Mark) -> Token | None:
    """Return the verb of marrying that leads up to the name or description, if one does."""
    doc, start = mark.words.doc, mark.words.start
    if start > 3 and doc[start - 1].lower_ == "to" and doc[start - 2].lower_ == "hand":
        verb = clause_of(doc[start - 2])  # gave her hand to
        return verb if verb.lemma_ == "give" else None
    for at in range(start - 1, max(-1, start - 10), -1):
        token = doc[at]
        if token.lemma_ in around_names("marrying") or (token.lower_ in ("m.", "m") and at > 0):
            return token
        if token.lower_ == "marriage" and any(t.lower_ in ("to", "with") for t in doc[at + 1 : start]):
            return _marrying_noun(token)
        is_crossed = token.is_sent_start or token.pos_ in ("VERB", "PRON", "AUX") or token.text in ";."
        if is_crossed or (token.ent_type_ == "PERSON" and token.i != start - 1):
            return None
    return None


def _marrying_noun(noun: Token) -> Token | None:
    """Return the verb of *contracted a marriage with*, *entered into marriage with*."""
    verb = clause_of(noun)
    has_owner = any(t.dep_ == "poss" for t in noun.lefts)
    return verb if verb.pos_ == "VERB" and noun.i > verb.i and not has_owner else None


def subject_told_before(verb: Token) -> Token | None:
    """Return the subject of a verb, or of the one that it goes on from: *he came, settled and married*."""
    for _ in range(3):
        subject = subject_of(verb) or subject_after_opening(verb)
        if subject is not None or verb.dep_ not in ("conj", "advcl", "xcomp", "acl", "relcl"):
            return subject
        verb = verb.head
    return None


def second_parents(child: Token, first: Token) -> Iterator[Token]:
    """Yield the other parent, whom the parser joins elsewhere: *of Karl Low, a judge, and the painter Ida*."""
    callings = (t for t in first.rights if t.dep_ == "appos")
    for joined in (t for word in (child, *callings) for t in word.rights if t.dep_ == "conj"):
        if joined.pos_ == "PROPN":
            yield joined
        elif joined.lower_ not in kin_terms():
            yield from (t for t in joined.rights if t.dep_ == "appos" and t.pos_ == "PROPN")
