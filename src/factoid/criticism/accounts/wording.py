"""Words of statements, brought to a form in which they can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from factoid.names import fold
from factoid.resources import load

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*", re.UNICODE)
_OWNER = re.compile(r"['’]s$")
_ENDINGS = ("ing", "edly", "ed", "es", "ly", "s")
_SHORTEST_STEM = 4


def words_of(text: str) -> list[str]:
    """Return the words of the text, folded, in order: *George's* as *george*."""
    return [word for found in _WORD.findall(text) for word in fold(_OWNER.sub("", found)).split()]


@lru_cache(maxsize=65536)
def content_words(text: str) -> frozenset[str]:
    """Return what the text speaks of: stems of its words, without function words, months and numbers."""
    return frozenset(
        stem(word)
        for word in words_of(text)
        if len(word) > 1 and word not in _weightless() and word.isalpha()
    )


def stem(word: str) -> str:
    """Return the word without a common English ending."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


@cache
def _weightless() -> frozenset[str]:
    rules = load("comparisons")
    return frozenset((rules["stop"] + " " + rules["months"]).split())


@cache
def listed(name: str) -> frozenset[str]:
    """Return a list of ``resources/comparisons.yaml``."""
    return frozenset(load("comparisons")["lists"][name].split())


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Return how much two sets of words share, from 0 to 1 (Dice); a single shared word is little."""
    shared = len(a & b)
    if not shared:
        return 0.0
    share = 2 * shared / (len(a) + len(b))
    return share if shared > 1 else min(share, 0.5)


Phrases = re.Pattern[str]  #: matches where one of several phrases stands in folded words


@cache
def phrases(listed: str) -> Phrases:
    """Return what finds the phrases of a list parted by semicolons.

    Each word of a phrase is the beginning of one, a short one the whole, a star any word; all stand in a row.
    """
    found = (" ".join(_parts(phrase)) for phrase in listed.split(";") if phrase.strip())
    return re.compile(rf"(?<![^ ])(?:{'|'.join(found)})(?![^ ])")


def _parts(phrase: str) -> Iterator[str]:
    for word in phrase.split():
        yield from ("[^ ]+",) if word == "*" else map(_begun, words_of(word))


def _begun(part: str) -> str:
    return rf"{part}[^ ]*" if len(part) > _SHORTEST_STEM else part


def holds_phrase(words: Sequence[str], wanted: Phrases) -> bool:
    """Say whether one of the phrases stands in the words."""
    return wanted.search(" ".join(words)) is not None


def proper_words(text: str) -> frozenset[str]:
    """Return the capitalised words of the text, folded: names of places, bodies and persons."""
    return frozenset(
        word
        for found in _WORD.findall(text)
        if found[:1].isupper()
        for word in fold(found).split()
        if word not in _weightless()
    )


_BARE_VERB = re.compile(r"\w*[aeiouy]\w*(?:ed|ing)", re.I)  #: but *king*


def is_bare_verb(post: str) -> bool:
    """Say whether a reading found a verb where it looked for a post: *worked*, *served*."""
    return _BARE_VERB.fullmatch(post) is not None
