"""The clause that a word stands in."""

from __future__ import annotations

from factoid.reading.parse import Token


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
