"""Orders that are called by their saint and their class: *St George 4th cl.*, *St. Anne, third class with swords*."""

from __future__ import annotations

from factoid.reading.lexicons import around_names
from factoid.reading.parse import Token, TokenSpan

_CLASSES = frozenset(("class", "degree", "deg.", "grade"))
_ORDINALS = frozenset(
    ("1st", "2nd", "3rd", "4th", "5th", "first", "second", "third", "fourth", "fifth", "i", "ii", "iii", "iv",
     "v")
)  # fmt: skip
_LONGEST = 3  #: words of a saint's name
_BETWEEN = frozenset((",", "(", "of", "the", "."))


def order_named(first: Token) -> TokenSpan | None:
    """Return the order that starts with a word for a saint, as far as its class; None if it is another thing's name."""
    doc = first.doc
    if first.text not in around_names("saints"):
        return None
    at = first.i + 1
    while (
        at < len(doc) and at - first.i <= _LONGEST + 1 and (doc[at].text[:1].isupper() or doc[at].text == ".")
    ):
        if doc[at].lower_ in _ORDINALS:
            break
        at += 1
    while at < len(doc) and doc[at].lower_ in _BETWEEN and at - first.i <= _LONGEST + 3:
        at += 1
    if at + 1 >= len(doc) or doc[at].lower_ not in _ORDINALS or doc[at + 1].lower_ not in _CLASSES:
        return None
    return doc[first.i : at + 2]


def order_ending(token: Token) -> TokenSpan | None:
    """Return the order of which the word is the class: the *class* of *St. Anna, 2nd class*."""
    if token.lower_ not in _CLASSES:
        return None
    for first in reversed(token.doc[max(0, token.i - _LONGEST - 5) : token.i]):
        found = order_named(first)
        if found is not None:
            return found if found.end == token.i + 1 else None
    return None
