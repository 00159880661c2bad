"""The clause that a word stands in, and whom a verb of making makes what a noun says."""

from __future__ import annotations

from functools import cache

from factoid.reading.parse import Token
from factoid.resources import load

_ON_TRIAL = frozenset(("acting", "commanding", "presiding", "managing"))
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
