"""Two trades of one person: what a parent was."""

from __future__ import annotations

from collections.abc import Sequence

from factoid.criticism.accounts.lexicon import trades_in
from factoid.criticism.conflicts.relation import UNKNOWN, Comparison, Relation


def compare_trades(a: Sequence[str], b: Sequence[str]) -> Comparison:
    """Compare what two sources say somebody was. Who had several trades may have had one of the others too."""
    ours = frozenset(row for words in a for row in trades_in(words))
    theirs = frozenset(row for words in b for row in trades_in(words))
    if not ours or not theirs:
        return UNKNOWN
    said = f"{' and '.join(a)} against {' and '.join(b)}"
    if ours & theirs:
        relation = Relation.SAME if ours == theirs else Relation.COMPATIBLE
        return Comparison(relation, said.replace(" against ", " and "))
    return Comparison(Relation.DIFFERENT, said, 0.9)
