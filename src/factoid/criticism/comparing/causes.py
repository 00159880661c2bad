"""Two causes or manners of one death."""

from __future__ import annotations

from factoid.criticism.lexicon import causes_in, illnesses_in, may_be
from factoid.criticism.relation import UNKNOWN, Comparison, Relation


def compare_causes(a: str, b: str) -> Comparison:
    """Return how two wordings of the cause of one death stand to each other.

    Each may name several (*shot in battle*); they agree where each of the one can be told as one of the other.
    """
    ours, theirs = causes_in(a), causes_in(b)
    if not ours or not theirs:
        return UNKNOWN
    if "illness" in ours & theirs:
        return _compare_illnesses(a, b)
    if _is_another(ours, b) or _is_another(theirs, a):
        return Comparison(Relation.DIFFERENT, f"{_listed(ours)} against {_listed(theirs)}", 0.9)
    if ours == theirs:
        return Comparison(Relation.SAME, f"both say: {_listed(ours)}")
    if not all(any(_fit(one, other) for other in theirs) for one in ours) or not all(
        any(_fit(one, other) for one in ours) for other in theirs
    ):
        return Comparison(Relation.DIFFERENT, f"{_listed(ours)} against {_listed(theirs)}")
    is_wider = ours < theirs or any(may_be(one, other) for one in ours - theirs for other in theirs)
    return Comparison(Relation.COARSER if is_wider else Relation.FINER, f"{_listed(ours)}, {_listed(theirs)}")


def _is_another(ours: frozenset[str], theirs: str) -> bool:
    """Say whether a childbed stands against an illness with a name that is none of childbed."""
    return ours == {"childbirth"} and bool(illnesses_in(theirs))


def _fit(one: str, other: str) -> bool:
    return one == other or may_be(one, other) or may_be(other, one)


def _compare_illnesses(a: str, b: str) -> Comparison:
    ours, theirs = (illnesses_in(words) for words in (a, b))
    if not ours or not theirs or ours & theirs:
        return Comparison(Relation.SAME if ours == theirs else Relation.COMPATIBLE, "both say: illness")
    return Comparison(Relation.DIFFERENT, "two illnesses", 0.9)


def _listed(causes: frozenset[str]) -> str:
    return " and ".join(sorted(causes))
