"""Causes of death and trades as words tell them: data, made ready for use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from factoid.criticism.wording import Phrases, holds_phrase, phrases, words_of
from factoid.resources import load

GENERAL = frozenset(("killed", "murder", "executed"))  #: that do not say how
_KILLINGS = frozenset(
    ("killed", "murder", "executed", "shot", "stabbed", "hanged", "beheaded", "strangled", "poisoned")
)


@cache
def _causes() -> Mapping[str, tuple[Phrases, frozenset[str]]]:
    causes = load("causes_of_death")["causes"]
    return {
        name: (phrases(data["words"]), frozenset(data.get("may_be", ()))) for name, data in causes.items()
    }


@cache
def _illnesses() -> tuple[Phrases, ...]:
    return tuple(phrases(row) for row in load("causes_of_death")["illnesses"])


@lru_cache(maxsize=65536)
def causes_in(words: str) -> frozenset[str]:
    """Return the causes of death that a wording names; of *killed in action* only the action."""
    listed = words_of(words)
    found = frozenset(name for name, (wanted, _) in _causes().items() if holds_phrase(listed, wanted))
    return found - GENERAL if found & GENERAL and found - GENERAL else found


def may_be(wider: str, narrower: str) -> bool:
    """Say whether one cause can be told as the other: a shooting as a murder."""
    return narrower in _causes()[wider][1]


def illnesses_in(words: str) -> frozenset[int]:
    """Return the rows of the illnesses that a wording names."""
    listed = words_of(words)
    return frozenset(number for number, row in enumerate(_illnesses()) if holds_phrase(listed, row))


def is_killing(words: str) -> bool:
    """Say whether a deed is the killing of somebody: the verb comes first, and nothing belittles it."""
    listed = words_of(words)
    if not causes_in(" ".join(listed[:2])) & _KILLINGS:
        return False
    return not {"at", "order", "try", "tried", "attempt", "attempted"} & set(listed[:4])


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
    rows = load("causes_of_death")["killers"]
    return {word.strip(): number for number, row in enumerate(rows) for word in row.split(";")}


def camps_in(words: str) -> frozenset[int]:
    """Return the rows of those on whose side a killer was, as far as words tell: an NKVD agent, the Russians."""
    return frozenset(_killers()[word] for word in words_of(words) if word in _killers())
