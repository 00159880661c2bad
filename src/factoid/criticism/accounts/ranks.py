"""The whole of a rank, where a reading has only a part of it or takes it for something else."""

from __future__ import annotations

import re
from functools import lru_cache

from factoid.bodies import compare_ranks, ranks_of
from factoid.model import Factoid
from factoid.names import title_of
from factoid.names.model import PartKind

_WORD = re.compile(r"[\w.-]+")
_MOST_WORDS = 6
_NO_RANK_BEFORE = frozenset({"Staff", "Headquarters", "Secretary", "Assembly", "Prize", "Election"})
_OF_ANOTHER = re.compile(r"\b(?:by|(?:son|daughter|child|family|s\.|dau\.) of) (?:an?|the)?\s*$", re.I)
_WORN = re.compile(
    r"\b(?:wore|wears|wearing|in|with) (?:the |his |her )?"
    r"(?:uniform|epaulettes?|shoulder[ -](?:straps?|boards?)|insignia|stars) of (?:an? |the )?",
    re.I,
)
_PROMOTED = re.compile(r"\b(?:promoted (?:to )?(?:the )?(?:rank of )?(?:an? )?|became an? )", re.I)
_LONGEST = 50  #: characters of a rank
_RANK_TOLD = re.compile(r"\brank\b", re.I)


def rank_of(factoid: Factoid) -> str | None:
    """Return the rank that a factoid gives, with the words around it that belong to it; None if it is none.

    *ensign* out of *sub-ensign*, *sergeant* out of *sergeant major* and *General* out of *General Staff* are
    what hasty reading leaves of ranks.
    """
    if factoid.type == "office":
        return _rank_given(factoid)
    if factoid.type == "event":
        return _rank_worn(factoid.quote)
    if factoid.value in _ANY_RANK:
        return rank_in(factoid.quote) or factoid.value
    return _rank_around(factoid.value, factoid.quote) if factoid.value else None


_ANY_RANK = frozenset({"officer", "soldier", "naval officer", "military officer"})


@lru_cache(maxsize=65536)
def _rank_around(value: str, quote: str) -> str | None:
    at = quote.find(value)
    if at < 0:
        return value
    if _OF_ANOTHER.search(quote[:at]):
        return None  # the rank of somebody else
    words = [(m.start(), m.end()) for m in _WORD.finditer(quote)]
    inside = [n for n, (start, end) in enumerate(words) if start < at + len(value) and at < end]
    if not inside:
        return value
    first, last = inside[0], inside[-1]
    if last + 1 < len(words) and quote[slice(*words[last + 1])] in _NO_RANK_BEFORE:
        return None
    whole = _widened(quote, words, (first, last))
    return whole if len(whole) >= len(value) else value


def is_rank_told_otherwise(factoid: Factoid) -> bool:
    """Say whether a reading took a rank for something else: *he held the rank of major*, *wore a major's uniform*."""
    if factoid.type == "event":
        return _rank_worn(factoid.quote) is not None
    return factoid.type == "office" and _rank_given(factoid) is not None


def _rank_given(factoid: Factoid) -> str | None:
    """Return the rank that a statement of a post is about: *promoted to rear admiral*."""
    promoted = _PROMOTED.search(factoid.quote)
    if promoted and _is_rank_first(factoid.quote[promoted.end() :]):
        return rank_in(factoid.quote[promoted.end() :][:_LONGEST])
    return rank_in(factoid.quote) if _RANK_TOLD.search(factoid.quote) else None


def _is_rank_first(words: str) -> bool:
    """Say whether the words begin with a rank."""
    rank = rank_in(words[:_LONGEST])
    return rank is not None and words.startswith(rank)


def _rank_worn(quote: str) -> str | None:
    """Return the rank whose signs somebody is said to wear."""
    found = _WORN.search(quote)
    return rank_in(quote[found.end() :][:_LONGEST]) if found else None


@lru_cache(maxsize=65536)
def rank_in(quote: str) -> str | None:
    """Return the longest rank that a quote names."""
    words = [(m.start(), m.end()) for m in _WORD.finditer(quote)]
    for size in range(min(len(words), _MOST_WORDS), 0, -1):
        for start in range(len(words) - size + 1):
            phrase = quote[words[start][0] : words[start + size - 1][1]].rstrip(".")
            if "," not in phrase and is_rank(phrase):
                return phrase
    return None


@lru_cache(maxsize=65536)
def is_rank(phrase: str) -> bool:
    """Say whether a phrase is a rank, and nothing but a rank."""
    title = title_of(phrase)
    if title is not None and title.kind is PartKind.RANK:
        return True
    words = phrase.split()
    whole = set(ranks_of(phrase))
    edges = (" ".join(words[1:]), " ".join(words[:-1])) if len(words) > 1 else ()
    return bool(whole) and all(set(ranks_of(part)) != whole for part in edges)


def _widened(quote: str, words: list[tuple[int, int]], inside: tuple[int, int]) -> str:
    """Take in neighbouring words as long as the whole is one rank."""
    first, last = best = inside
    for start in range(max(0, last - _MOST_WORDS + 1), first + 1):
        for end in range(min(len(words), start + _MOST_WORDS) - 1, last - 1, -1):
            longer = end - start > best[1] - best[0]
            if longer and is_rank(quote[words[start][0] : words[end][1]].rstrip(".")):
                best = start, end
    return quote[words[best[0]][0] : words[best[1]][1]].rstrip(".")


def is_lower(a: str, b: str) -> bool:
    """Say whether one rank is below another of the same service."""
    return compare_ranks(a, b).kind == "lower"
