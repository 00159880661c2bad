"""Two causes or manners of one death."""

from __future__ import annotations

from factoid.criticism.lexicon import causes_in, illnesses_in, may_be
from factoid.criticism.relation import UNKNOWN, Comparison, Relation


def compare_causes(a: str, b: str) -> Comparison:
    """Return how two wordings of the cause of one death stand to each other.

    Each may name several causes (*shot in battle*); they agree where any of the one can be any of the other.
    """
    ours, theirs = causes_in(a), causes_in(b)
    if not ours or not theirs:
        return UNKNOWN
    if "illness" in ours & theirs:
        return _compare_illnesses(a, b)
    if ours == theirs:
        return Comparison(Relation.SAME, f"both say: {_listed(ours)}")
    if ours & theirs:
        return Comparison(
            Relation.FINER if ours > theirs else Relation.COARSER, f"both say: {_listed(ours & theirs)}"
        )
    narrower = any(may_be(their, our) for our in ours for their in theirs)
    if narrower:
        return Comparison(Relation.FINER, f"{_listed(theirs)} can be {_listed(ours)}")
    if any(may_be(our, their) for our in ours for their in theirs):
        return Comparison(Relation.COARSER, f"{_listed(ours)} can be {_listed(theirs)}")
    return Comparison(Relation.DIFFERENT, f"{_listed(ours)} against {_listed(theirs)}")


def _compare_illnesses(a: str, b: str) -> Comparison:
    ours, theirs = (illnesses_in(words) for words in (a, b))
    if not ours or not theirs or ours & theirs:
        return Comparison(Relation.SAME if ours == theirs else Relation.COMPATIBLE, "both say: illness")
    return Comparison(Relation.DIFFERENT, "two illnesses", 0.9)


def _listed(causes: frozenset[str]) -> str:
    return " and ".join(sorted(causes))
