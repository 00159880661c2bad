"""Two places at which one thing is said to have been."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from factoid.criticism.relation import UNKNOWN, Comparison, Relation
from factoid.criticism.wording import proper_words

_SPELLING = 0.9  #: Jaro-Winkler from which on two names are one in two spellings
_KINDS_OF_PLACE = frozenset(
    (
        *(
            "city",
            "town",
            "village",
            "district",
            "province",
            "region",
            "county",
            "state",
            "republic",
            "empire",
        ),
        *(
            "union",
            "north",
            "south",
            "east",
            "west",
            "northern",
            "southern",
            "eastern",
            "western",
            "far",
            "upper",
        ),
        *("lower", "new", "old", "saint", "st", "the", "of", "near", "river", "lake", "sea", "street"),
        *("gubernia", "guberniya", "oblast"),
    )
)


@lru_cache(maxsize=65536)
def compare_by_words(a: str, b: str) -> Comparison:
    """Compare two places by their names alone. What has no name (*the village*) says nothing."""
    ours, theirs = proper_words(a), proper_words(b)
    if not ours or not theirs:
        return UNKNOWN
    if ours == theirs:
        return Comparison(Relation.SAME, f"both name {a}")
    if ours > theirs:
        return Comparison(Relation.FINER, f"{a} says more than {b}")
    if ours < theirs:
        return Comparison(Relation.COARSER, f"{b} says more than {a}")
    if (ours & theirs) - _KINDS_OF_PLACE:
        return Comparison(Relation.COMPATIBLE, f"{a} and {b} share a name")
    if _spelt_otherwise(ours, theirs):
        return Comparison(Relation.VARIANT, f"{a} and {b} are one name in two spellings")
    return Comparison(Relation.DIFFERENT, f"{a} is not {b}", 0.7)


def _spelt_otherwise(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    left, right = ours - _KINDS_OF_PLACE, theirs - _KINDS_OF_PLACE
    if not left or not right:
        return False
    few, many = sorted((left, right), key=len)
    return all(any(_alike(word, other) for other in many) for word in few)


def _alike(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) > 3 and JaroWinkler.similarity(a, b) >= _SPELLING)


_CROSSING = re.compile(
    r"\b(?:near|at|close to|opposite|not far from|in the (?:area|region|district|vicinity|sector) of)\s+"
    r"(?:the )?(?:(?:town|village|city|settlement|river|lake|post|hamlet|station) of )?"
    r"((?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)*)"
)


def crossing_in(quote: str) -> str | None:
    """Return the place at which a quote says that a border was crossed, which is not where it led to."""
    found = _CROSSING.search(quote)
    return found.group(1) if found else None
