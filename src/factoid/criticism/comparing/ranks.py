"""The whole of a rank, where a reading has only a part of it."""

from __future__ import annotations

import re

from factoid.model import Factoid
from factoid.names import title_of
from factoid.names.model import PartKind

_WORD = re.compile(r"[\w.-]+")
_MOST_WORDS = 6
_NO_RANK_BEFORE = frozenset({"Staff", "Headquarters", "Secretary", "Assembly", "Prize", "Election"})


def rank_of(factoid: Factoid) -> str | None:
    """Return the rank that a factoid gives, with the words around it that belong to it; None if it is none.

    *ensign* out of *sub-ensign*, *sergeant* out of *sergeant major* and *General* out of *General Staff* are
    what hasty reading leaves of ranks.
    """
    value = factoid.value
    if not value:
        return None
    words = [(m.start(), m.end()) for m in _WORD.finditer(factoid.quote)]
    at = factoid.quote.find(value)
    inside = (
        [n for n, (start, end) in enumerate(words) if start < at + len(value) and at < end] if at >= 0 else []
    )
    if not inside:
        return value
    first, last = inside[0], inside[-1]
    if last + 1 < len(words) and factoid.quote[slice(*words[last + 1])] in _NO_RANK_BEFORE:
        return None
    first, last = _widened(factoid.quote, words, first, last)
    whole = factoid.quote[words[first][0] : words[last][1]].rstrip(".")
    return whole if len(whole) >= len(value) else value


def _widened(quote: str, words: list[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    """Take in neighbouring words as long as the whole is one rank."""
    best = first, last
    for start in range(max(0, last - _MOST_WORDS + 1), first + 1):
        for end in range(min(len(words), start + _MOST_WORDS) - 1, last - 1, -1):
            title = title_of(quote[words[start][0] : words[end][1]])
            if title and title.kind is PartKind.RANK and end - start > best[1] - best[0]:
                best = start, end
    return best
