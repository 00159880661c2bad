"""Fingerprints of a text by winnowing: any run of words that two texts share leaves the same print in both.

Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting" (SIGMOD 2003): of every
`WINDOW` neighbouring shingles of `SHINGLE` words one is kept, so a shared run of `SHINGLE` + `WINDOW` - 1 words is
never missed. MinHash, which compares texts as wholes, misses one copied paragraph in a long text; this does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple

from factoid.model import Span
from factoid.names import fold_word

SHINGLE = 6  #: words in a shingle
WINDOW = 5  #: shingles of which one is kept

_WORD = re.compile(r"\w+(?:['’]\w+)*")


class Print(NamedTuple):
    """One shingle that was kept: its hash, and where its words stand."""

    hash: int
    start: int
    end: int


class Word(NamedTuple):
    """A word as texts are compared by it."""

    text: str
    start: int
    end: int


def words_of(content: str, passages: Sequence[Span]) -> list[Word]:
    """Return the words of the passages, folded: case, accents and other ways of writing do not count."""
    return [
        Word(fold_word(match.group()) or match.group(), match.start(), match.end())
        for passage in passages
        for match in _WORD.finditer(content, *passage)
    ]


def prints_of(words: Sequence[Word]) -> tuple[Print, ...]:
    """Return the fingerprints of a text in order. A text shorter than a shingle has none."""
    shingles = [print_of(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)]
    return tuple(shingles[i] for i in _kept([shingle.hash for shingle in shingles]))


def runs_of(places: Sequence[tuple[Span, Span]]) -> tuple[tuple[Span, Span], ...]:
    """Join prints that follow one another in both texts into shared passages, in the order of the first text."""
    runs: list[tuple[Span, Span]] = []
    for mine, other in sorted(places):
        if (
            runs
            and mine.start <= runs[-1][0].end + _GAP
            and runs[-1][1].start <= other.start <= runs[-1][1].end + _GAP
        ):
            last, other_last = runs[-1]
            joined = (
                Span(last.start, max(last.end, mine.end)),
                Span(other_last.start, max(other_last.end, other.end)),
            )
            runs[-1] = joined
        else:
            runs.append((mine, other))
    return tuple(runs)


_GAP = 40  # characters between two prints of one copied passage, where a word was changed


def print_of(words: Sequence[Word]) -> Print:
    """Return the print of a run of words: the same for the same words, on every machine."""
    hashed = blake2b("\x1f".join(word.text for word in words).encode(), digest_size=8).digest()
    return Print(int.from_bytes(hashed, "big") >> 1, words[0].start, words[-1].end)  # signed 64 bits hold it


def _kept(hashes: Sequence[int]) -> Iterator[int]:
    """Yield the positions of the smallest hash of every window, the last of equals, each once."""
    if not hashes:
        return
    chosen = [
        min(range(i, min(i + WINDOW, len(hashes))), key=lambda at: (hashes[at], -at))
        for i in range(max(1, len(hashes) - WINDOW + 1))
    ]
    yield chosen[0]
    yield from (after for before, after in pairwise(chosen) if after != before)
