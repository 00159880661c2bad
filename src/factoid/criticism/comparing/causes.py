"""Two causes or manners of one death."""

from __future__ import annotations

from factoid.criticism.accounts.manners import deaths_in, manners_in
from factoid.criticism.conflicts.relation import UNKNOWN, Comparison, Relation


def compare_causes(a: str, b: str) -> Comparison:
    """Return how two wordings of the manner of one death stand to each other.

    Each leaves some deaths open; they contradict each other where none is left that both can tell of.
    """
    ours, theirs = deaths_in(a), deaths_in(b)
    if not ours or not theirs:
        return UNKNOWN
    if ours == theirs:
        return Comparison(Relation.SAME, f"both say: {_listed(a)}")
    if not ours & theirs:
        return Comparison(Relation.DIFFERENT, f"{_listed(a)} against {_listed(b)}", _sureness(ours, theirs))
    if ours < theirs or theirs < ours:
        relation = Relation.FINER if ours < theirs else Relation.COARSER
        return Comparison(relation, f"{_listed(a)}, {_listed(b)}")
    return Comparison(Relation.COMPATIBLE, f"{_listed(a)} and {_listed(b)} can both be true")


def _sureness(ours: frozenset[tuple[str, str]], theirs: frozenset[tuple[str, str]]) -> float:
    """Return how sure a contradiction is; who lies ill may have more than one illness."""
    return 0.9 if {deed for deed, _ in ours | theirs} == {"natural"} else 1.0


def _listed(words: str) -> str:
    return " and ".join(sorted(manners_in(words)))
