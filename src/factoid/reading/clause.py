"""The clause that a word stands in, its subject, and whom a verb of making makes what a noun says."""

from __future__ import annotations

from functools import cache

from factoid.reading.lexicons import kin_terms
from factoid.reading.parse import Token
from factoid.resources import load

_ON_TRIAL = frozenset(("acting", "commanding", "presiding", "managing"))
SUBJECTS = ("nsubj", "nsubjpass")
_ANY_SUBJECT = frozenset((*SUBJECTS, "expl", "csubj"))
_OBJECTS = frozenset(("me", "him", "her", "us", "them"))


@cache
def _factitive() -> frozenset[str]:
    return frozenset(load("predicates")["making"])


def made_of(noun: Token) -> tuple[Token, Token] | None:
    """Return the verb and the name or pronoun of whom the noun is made true: *appointed Otto Lind governor*.

    Parsers take *Lind governor* for one name; the words right before the noun tell.
    """
    doc, at = noun.doc, noun.i - 1
    while at > 0 and (
        doc[at].pos_ in ("DET", "ADJ")
        or doc[at].lower_ in _ON_TRIAL
        or doc[at].tag_ == "PRP$"
        or (doc[at].pos_ == "NOUN" and doc[at].text.islower())
    ):
        at -= 1
    if at < 1 or not (doc[at].pos_ == "PROPN" or doc[at].lower_ in _OBJECTS):
        return None
    made, verb = doc[at], at - 1
    while verb > 0 and made.pos_ == "PROPN" and doc[verb].pos_ == "PROPN":
        verb -= 1
    teller = doc[verb]
    is_active = teller.pos_ == "VERB" and not any(c.dep_ == "auxpass" for c in teller.children)
    return (teller, made) if is_active and teller.lemma_.lower() in _factitive() else None


def clause_of(token: Token) -> Token:
    """Return the verb, or the root, of the clause that the token stands in."""
    at = token
    for _ in range(12):
        if at.head.i == at.i:
            return at
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            return at
    return at


def subject_of(verb: Token) -> Token | None:
    """Return the first subject that stands before a verb, None where it has none of its own there."""
    return next((t for t in verb.lefts if t.dep_ in SUBJECTS), None)


def whom_relative_tells(noun: Token, verb: Token) -> Token:
    """Return of whom a relative clause tells that the parser hangs on the noun before it.

    Behind a comma it goes on about who is named: *Ida Berg, the daughter of a smith, who died in 1926*.
    """
    of, doc = noun.head, noun.doc
    start = verb.left_edge.i
    is_anybody = any(t.lower_ in ("a", "an") for t in noun.lefts) and noun.pos_ == "NOUN"
    if noun.dep_ != "pobj" or of.lower_ != "of" or not is_anybody or start == 0 or doc[start - 1].text != ",":
        return noun
    kin = of.head
    is_apposed = kin.dep_ == "appos" and kin.head.pos_ == "PROPN" and kin.lower_ in kin_terms()
    return kin.head if is_apposed else noun


def subject_above(token: Token) -> Token | None:
    """Return the subject of the clause that the token stands in, or of one of the two above."""
    verb = clause_of(token)
    for _ in range(3):
        subject = subject_of(verb)
        if subject is not None or verb.head.i == verb.i:
            return subject
        verb = verb.head
    return None


def subject_after_opening(verb: Token) -> Token | None:
    """Return the subject that the parser hangs on what opens the clause: *By his first wife Otto had a son*.

    So with a name right behind a year: *In the autumn of 1934 Lind was arrested*. Nothing else is a subject
    there, and what a name in apposition belongs to would not lead up to a verb.
    """
    auxiliaries = [t.i for t in verb.lefts if t.dep_ in ("aux", "auxpass")]
    at = min([verb.i, *auxiliaries])
    if at < 2 or any(t.dep_ in _ANY_SUBJECT for t in verb.children):
        return None
    name = verb.doc[at - 1]
    if _is_behind_year(name):
        return name
    noun = name.head
    is_beside = name.pos_ == "PROPN" and name.dep_ == "appos" and noun.dep_ == "pobj" and noun.pos_ == "NOUN"
    if not is_beside or name.left_edge.i != noun.i + 1 or noun.head.head.i != verb.i:
        return None
    is_opening = noun.head.is_sent_start or verb.doc[noun.head.i - 1].text in (",", ";")
    return name if is_opening and verb.tag_ in ("VBD", "VBZ", "VBP", "VBN") else None


def _is_behind_year(name: Token) -> bool:
    """Whether the name is taken for part of the date before it: *of 1934 Lind*."""
    doc, start = name.doc, name.i
    if name.pos_ != "PROPN" or name.dep_ != "pobj" or name.head.i > name.i:
        return False
    while start > 0 and doc[start - 1].pos_ == "PROPN":
        start -= 1
    year = doc[start - 1].text
    return start > 1 and year.isdigit() and len(year) == _YEAR


_YEAR = 4  #: digits


def is_subject_after_opening(name: Token) -> bool:
    """Whether the name that seems to stand beside a noun is what its clause is about."""
    doc, end = name.doc, name.i + 1
    if name.dep_ != "appos" or name.head.dep_ != "pobj" or end >= len(doc):
        return False
    verb = doc[end].head if doc[end].dep_ in ("aux", "auxpass") else doc[end]
    found = subject_after_opening(verb) if verb.pos_ in ("VERB", "AUX") else None
    return found is not None and found.i == name.i
