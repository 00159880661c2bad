"""What patterns of all languages are made of: plain characters, words in a row, and the words meanings go by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import TypeVar

from factoid.resources import load

T = TypeVar("T")
_DATA = load("dates")

SEASONS: dict[str, int] = _DATA["seasons"]
STEPS: dict[str, int] = _DATA["pointers"]  #: a pointing word of a meaning, and how many units on it points

# Typographic variants that mean the same, one character for one so that offsets stay.
_PLAIN = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹘－", "-")
    | dict.fromkeys("‘’‛ʼ′＇", "'")
    | dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " ")
    | dict.fromkeys("\u202f\u205f\u3000\u200b\ufeff", " ")
)


def plain(content: str) -> str:
    """Return the text with one kind of dash, quotation mark and space; every character keeps its place."""
    return content.translate(_PLAIN)


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, longest first; a blank stands for any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


def meant_by(patterns: Mapping[T, re.Pattern[str]], words: str) -> T:
    """Return what the words mean: the first whose pattern they are, all of them."""
    return next(meaning for meaning, pattern in patterns.items() if pattern.fullmatch(words))


def first_words(words: Iterable[str]) -> frozenset[str]:
    """Return what the words start with: the tokens at which a rule has to be tried."""
    return frozenset(chain.from_iterable(re.findall(r"^[^\W_]+", word.lower()) for word in words))
