"""Two causes or manners of one death."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from factoid.criticism.relation import UNKNOWN, Comparison, Relation
from factoid.criticism.wording import holds_phrase, phrases, words_of
from factoid.resources import load

_Phrases = tuple[tuple[str, ...], ...]


@cache
def _causes() -> Mapping[str, tuple[_Phrases, frozenset[str]]]:
    causes = load("causes_of_death")["causes"]
    return {
        name: (phrases(data["words"]), frozenset(data.get("may_be", ()))) for name, data in causes.items()
    }


@cache
def _illnesses() -> tuple[_Phrases, ...]:
    return tuple(phrases(row) for row in load("causes_of_death")["illnesses"])


@lru_cache(maxsize=65536)
def causes_in(words: str) -> frozenset[str]:
    """Return the causes that a wording names."""
    listed = words_of(words)
    return frozenset(name for name, (wanted, _) in _causes().items() if holds_phrase(listed, wanted))


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
    narrower = any(_may_be(their, our) for our in ours for their in theirs)
    if narrower:
        return Comparison(Relation.FINER, f"{_listed(theirs)} can be {_listed(ours)}")
    if any(_may_be(our, their) for our in ours for their in theirs):
        return Comparison(Relation.COARSER, f"{_listed(ours)} can be {_listed(theirs)}")
    return Comparison(Relation.DIFFERENT, f"{_listed(ours)} against {_listed(theirs)}")


def _may_be(wider: str, narrower: str) -> bool:
    return narrower in _causes()[wider][1]


def _compare_illnesses(a: str, b: str) -> Comparison:
    ours, theirs = (_named_illnesses(words_of(words)) for words in (a, b))
    if not ours or not theirs or ours & theirs:
        return Comparison(Relation.SAME if ours == theirs else Relation.COMPATIBLE, "both say: illness")
    return Comparison(Relation.DIFFERENT, "two illnesses", 0.9)


def _named_illnesses(words: list[str]) -> frozenset[int]:
    return frozenset(number for number, row in enumerate(_illnesses()) if holds_phrase(words, row))


def _listed(causes: frozenset[str]) -> str:
    return " and ".join(sorted(causes))
