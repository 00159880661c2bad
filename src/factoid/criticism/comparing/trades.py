"""Two trades of one person: what a parent was."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factoid.criticism.relation import UNKNOWN, Comparison, Relation
from factoid.criticism.wording import words_of
from factoid.resources import load


@cache
def _rows() -> dict[str, int]:
    """Return the row of each trade."""
    same = load("trades")["same"]
    return {" ".join(words_of(trade)): n for n, row in enumerate(same) for trade in row.split(";")}


@cache
def _wider() -> dict[str, frozenset[int]]:
    """Return the rows that each wider word holds."""
    found = {}
    for words, held in load("trades")["wider"].items():
        rows = frozenset(_rows()[" ".join(words_of(trade))] for trade in held.split(";"))
        found.update({" ".join(words_of(word)): rows for word in words.split(";")})
    return found


def trades_in(words: str) -> frozenset[int]:
    """Return the rows of the trades that a wording names, the words of a wider one with all it holds."""
    listed = words_of(words)
    found: set[int] = set()
    for size in (3, 2, 1):
        for at in range(len(listed) - size + 1):
            phrase = " ".join(listed[at : at + size])
            for form in (phrase, phrase.removesuffix("s")):
                if form in _rows():
                    found.add(_rows()[form])
                found |= _wider().get(form, frozenset())
    return frozenset(found)


def compare_trades(a: Sequence[str], b: Sequence[str]) -> Comparison:
    """Compare what two sources say somebody was. Who had several trades may have had one of the others too."""
    ours = frozenset().union(*(trades_in(words) for words in a))
    theirs = frozenset().union(*(trades_in(words) for words in b))
    if not ours or not theirs:
        return UNKNOWN
    said = f"{' and '.join(a)} against {' and '.join(b)}"
    if ours & theirs:
        relation = Relation.SAME if ours == theirs else Relation.COMPATIBLE
        return Comparison(relation, said.replace(" against ", " and "))
    return Comparison(Relation.DIFFERENT, said, 0.9)
