"""Two organisations, posts or ranks, by their words."""

from __future__ import annotations

from functools import lru_cache

from factoid.criticism.relation import UNKNOWN, Comparison, Relation
from factoid.criticism.wording import content_words, proper_words, words_of

_LESSENING = frozenset(
    (
        *(
            "deputy",
            "vice",
            "assistant",
            "acting",
            "sub",
            "under",
            "second",
            "junior",
            "lance",
            "co",
            "former",
        ),
        *("ex", "chief", "senior", "major", "minor", "first", "third", "fourth", "1st", "2nd", "3rd", "4th"),
    )
)
_HEADS = frozenset(map(frozenset, [("head", "chief"), ("leader", "head"), ("boss", "head"), ("director", "head"),
    ("chief", "leader"), ("director", "chief"), ("commander", "commandant"), ("chairman", "president")]))  # fmt: skip


@lru_cache(maxsize=65536)
def compare_posts_by_words(a: str, b: str) -> Comparison:
    """Compare two posts: the same words, one of them with more, or others."""
    ours, theirs = frozenset(words_of(a)), frozenset(words_of(b))
    ours_bare, theirs_bare = content_words(a), content_words(b)
    if not ours_bare or not theirs_bare:
        return UNKNOWN
    if ours_bare == theirs_bare:
        return Comparison(Relation.SAME, f"both say {a}")
    if (ours & _LESSENING) != (theirs & _LESSENING) and ours_bare & theirs_bare:
        return Comparison(Relation.DIFFERENT, f"{a} is not {b}", 0.9)
    if ours_bare > theirs_bare:
        return Comparison(Relation.FINER, f"{a} says more than {b}")
    if ours_bare < theirs_bare:
        return Comparison(Relation.COARSER, f"{b} says more than {a}")
    if ours_bare & theirs_bare or any(pair & ours and pair & theirs for pair in _HEADS):
        return Comparison(Relation.COMPATIBLE, f"{a} and {b} can be one post")
    return Comparison(Relation.DIFFERENT, f"{a} is not {b}", 0.6)


@lru_cache(maxsize=65536)
def compare_bodies_by_words(a: str, b: str) -> Comparison:
    """Compare two organisations by their names."""
    ours, theirs = proper_words(a) or content_words(a), proper_words(b) or content_words(b)
    if not ours or not theirs:
        return UNKNOWN
    if ours == theirs:
        return Comparison(Relation.SAME, f"both name {a}")
    if ours > theirs:
        return Comparison(Relation.FINER, f"{a} says more than {b}")
    if ours < theirs:
        return Comparison(Relation.COARSER, f"{b} says more than {a}")
    if not (proper_words(a) and proper_words(b)):
        return UNKNOWN
    if ours & theirs:
        return Comparison(Relation.COMPATIBLE, f"{a} and {b} share a name")
    return Comparison(Relation.DIFFERENT, f"{a} is not {b}", 0.6)


@lru_cache(maxsize=65536)
def compare_ranks_by_words(a: str, b: str) -> Comparison:
    """Compare two ranks; a bare *General* can be any general."""
    ours, theirs = (frozenset(word.rstrip(".") for word in words_of(rank)) - {"of", "the"} for rank in (a, b))
    if not ours or not theirs:
        return UNKNOWN
    if ours == theirs:
        return Comparison(Relation.SAME, f"both say {a}")
    if ours > theirs and not _belittles(ours - theirs):
        return Comparison(Relation.FINER, f"{a} says more than {b}")
    if ours < theirs and not _belittles(theirs - ours):
        return Comparison(Relation.COARSER, f"{b} says more than {a}")
    return Comparison(Relation.DIFFERENT, f"{a} is not {b}", 0.9)


def _belittles(words: frozenset[str]) -> bool:
    return bool(words & {"sub", "under", "vice", "second", "junior"})
