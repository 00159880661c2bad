"""Two organisations, posts or ranks: by what is known of them, else by their words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factoid.bodies import compare_bodies, compare_posts, compare_ranks
from factoid.criticism.accounts.wording import content_words, is_bare_verb, listed, proper_words, words_of
from factoid.criticism.conflicts.relation import UNKNOWN, Comparison, Relation, compare_sets
from factoid.resources import load


@cache
def _heads() -> tuple[frozenset[str], ...]:
    """Return pairs of words that may be said of one post."""
    return tuple(frozenset(pair.split()) for pair in load("comparisons")["heads"])


@lru_cache(maxsize=65536)
def _compare_posts_by_words(a: str, b: str) -> Comparison:
    """Compare two posts: the same words, one of them with more, or others."""
    ours, theirs = frozenset(words_of(a)), frozenset(words_of(b))
    ours_bare, theirs_bare = content_words(a), content_words(b)
    if not ours_bare or not theirs_bare:
        return UNKNOWN
    by_words = compare_sets(ours_bare, theirs_bare, a, b)
    if by_words is not None and by_words.relation is Relation.SAME:
        return by_words
    if (ours & listed("lesser_posts")) != (theirs & listed("lesser_posts")) and ours_bare & theirs_bare:
        return Comparison(Relation.DIFFERENT, f"{a} is not {b}", 0.9)
    if by_words is not None:
        return by_words
    if ours_bare & theirs_bare or any(pair & ours and pair & theirs for pair in _heads()):
        return Comparison(Relation.COMPATIBLE, f"{a} and {b} can be one post")
    return Comparison(Relation.DIFFERENT, f"{a} is not {b}", 0.6)


@lru_cache(maxsize=65536)
def _compare_bodies_by_words(a: str, b: str) -> Comparison:
    """Compare two organisations by their names."""
    ours, theirs = proper_words(a) or content_words(a), proper_words(b) or content_words(b)
    if not ours or not theirs:
        return UNKNOWN
    if (found := compare_sets(ours, theirs, a, b, told="name")) is not None:
        return found
    if not (proper_words(a) and proper_words(b)):
        return UNKNOWN
    if ours & theirs:
        return Comparison(Relation.COMPATIBLE, f"{a} and {b} share a name")
    return Comparison(Relation.DIFFERENT, f"{a} is not {b}", 0.6)


_OF_POSTS = {
    "same": Relation.SAME,
    "equivalent": Relation.VARIANT,
    "more precise": Relation.FINER,
    "less precise": Relation.COARSER,
    "different": Relation.DIFFERENT,
}
_OF_BODIES = {
    "same": Relation.SAME,
    "part": Relation.FINER,
    "whole": Relation.COARSER,
    "successor": Relation.COMPATIBLE,
    "predecessor": Relation.COMPATIBLE,
    "different": Relation.DIFFERENT,
}
_OF_RANKS = {
    "same": Relation.SAME,
    "equivalent": Relation.EQUIVALENT,
    "higher": Relation.DIFFERENT,
    "lower": Relation.DIFFERENT,
    "different": Relation.DIFFERENT,
}
_WIDE = "may stand for it"  #: how a reason ends where one rank is a word for several
_KNOWN = 0.9  #: sure is what a table says; what words alone say is less so


@lru_cache(maxsize=65536)
def posts_compared(a: str, b: str) -> Comparison:
    """Compare two posts."""
    if is_bare_verb(a) or is_bare_verb(b):
        return UNKNOWN
    found = compare_posts(a, b)
    if found.kind in _OF_POSTS:
        return _known(_OF_POSTS[found.kind], a, b, found.reason)
    return _compare_posts_by_words(a, b)


@lru_cache(maxsize=65536)
def bodies_compared(a: str, b: str) -> Comparison:
    """Compare two organisations."""
    found = compare_bodies(a, b)
    if found.kind in _OF_BODIES:
        return _known(_OF_BODIES[found.kind], a, b, found.reason)
    return _compare_bodies_by_words(a, b)


@lru_cache(maxsize=65536)
def ranks_compared(a: str, b: str) -> Comparison:
    """Compare two ranks; what is in no table of ranks cannot be compared but by the same words."""
    found = compare_ranks(a, b)
    if found.kind not in _OF_RANKS:
        return UNKNOWN
    if found.reason.endswith(_WIDE):
        relation = Relation.COARSER if found.reason.startswith(a) else Relation.FINER
        return Comparison(relation, f"{a}, {b}: {found.reason}")
    return _known(_OF_RANKS[found.kind], a, b, found.reason)


def _known(relation: Relation, a: str, b: str, reason: str) -> Comparison:
    return Comparison(relation, f"{a}, {b}: {reason}", 1.0 if relation is Relation.SAME else _KNOWN)


_ENTERED = re.compile(
    r"\b(?:entered|joined|enlisted in|enrolled in|volunteered for) "
    r"(?:(?:on|into|upon)? ?(?:the )?(?:service|work) (?:in|of|with) )?(?:the |a |an )?"
    r"(?:(?:organs|ranks|bodies) of (?:the )?)?"
    r"([\w'’-]+(?: [\w'’-]+){0,4}?)(?= (?:in|at|on|of|as|when|and|where)\b|[,.;]|$)"
)
_ENTERED_RUSSIAN = re.compile(
    r"\b(?:поступил|вступил|зачислен|принят)\w* (?:на (?:службу|работу) )?во? (?:орган\w+ )?"
    r"([\w-]+(?: [\w-]+){0,3}?)(?= (?:в|на|при|и|где)\b|[,.;]|$)"
)


def entered_in(quote: str) -> str | None:
    """Return the body that a quote says somebody entered, where a reading has none."""
    found = _ENTERED.search(quote) or _ENTERED_RUSSIAN.search(quote)
    return found.group(1).strip() if found else None


_ANY_BODY = re.compile(r"(?:the )?(?:service|organs|bodies|служб\w+|работ\w+|орган\w*)", re.I)
_YEAR_BEHIND = re.compile(r",? (?:1\d{3}|20\d{2})$")


def body_in(told: str | None, quote: str) -> str | None:
    """Return the body that a statement names: where a reading has only *service*, the one that was entered."""
    if told is None or _ANY_BODY.fullmatch(told):
        return entered_in(quote) or told
    return _YEAR_BEHIND.sub("", told)
