"""Nouns that the tagger takes for verbs: *promoted to colonel* is read as *to march* is."""

from __future__ import annotations

from functools import cache

from factoid.reading.lexicons import around_names
from factoid.reading.tokens import Doc
from factoid.resources import load

_WRONGLY = frozenset(("xcomp", "advcl", "ccomp"))


@cache
def _ranks() -> frozenset[str]:
    """Return the ranks of one word."""
    words = (word.strip() for word in load("roles")["rank"].split(","))
    return frozenset(word for word in words if word.isalpha())


def mend_ranks(doc: Doc, heads: list[int]) -> None:
    """Let a rank behind *promoted to* be the noun that it is, in the words and in what each hangs on."""
    for to, rank in zip(doc.tokens, doc.tokens[1:], strict=False):
        if to.lower_ != "to" or rank.dep_ not in _WRONGLY or rank.lower_ not in _ranks():
            continue
        verb = doc[heads[rank.i]]
        if verb.lemma_.lower() not in around_names("raising") or any(
            heads[i] == rank.i and doc[i].dep_ == "dobj" for i in range(rank.i, len(doc))
        ):
            continue  # *rose to captain the team*
        heads[:] = [verb.i if head == rank.i else head for head in heads]
        heads[to.i], heads[rank.i] = verb.i, to.i
        to.tag_, to.pos_, to.dep_ = "IN", "ADP", "prep"
        rank.tag_, rank.pos_, rank.dep_, rank.lemma_ = "NN", "NOUN", "pobj", rank.lower_
