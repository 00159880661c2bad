"""Trades, and on whose side killers were, as words tell them: data, made ready for use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from factoid.criticism.accounts.wording import words_of
from factoid.resources import load


@cache
def _rows() -> dict[str, int]:
    """Return the row of each trade."""
    same = load("trades")["same"]
    return {" ".join(words_of(trade)): n for n, row in enumerate(same) for trade in row.split(";")}


@cache
def _wider() -> dict[str, frozenset[int]]:
    """Return the rows that each wider word holds."""
    found = {}
    for words, held in load("trades")["wider"].items():
        rows = frozenset(_rows()[" ".join(words_of(trade))] for trade in held.split(";"))
        found.update({" ".join(words_of(word)): rows for word in words.split(";")})
    return found


_OF_ANOTHER = re.compile(r"[\w-]+['’]s (?=[\w-]+)")  #: a peasant's daughter is no peasant


@lru_cache(maxsize=65536)
def trades_in(words: str) -> frozenset[int]:
    """Return the rows of the trades that a wording names; a wider word has all that it holds."""
    listed = words_of(_OF_ANOTHER.sub("", words))
    found: set[int] = set()
    for size in (3, 2, 1):
        for at in range(len(listed) - size + 1):
            phrase = " ".join(listed[at : at + size])
            for form in (phrase, phrase.removesuffix("s")):
                if form in _rows():
                    found.add(_rows()[form])
                found |= _wider().get(form, frozenset())
    return frozenset(found)


@cache
def _killers() -> Mapping[str, int]:
    rows = load("manners_of_death")["killers"]
    return {word.strip(): number for number, row in enumerate(rows) for word in row.split(";")}


def camps_in(words: str) -> frozenset[int]:
    """Return the rows of those on whose side a killer was, as far as words tell: an NKVD agent, the Russians."""
    return frozenset(_killers()[word] for word in words_of(words) if word in _killers())
