"""Mastheads: the name of a paper with the date of the number, or of a site, above what stands in it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from factoid.resources import load
from factoid.sources.furniture.lexicon import flatten
from factoid.sources.plain.lines import ends_sentence, fold
from factoid.sources.plain.publication import published_of

_LONGEST = 110
_FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{4}-\d\d")
_AFTER_NAME = re.compile(r"\s*[,;]\s|\s+[–—-]\s+|\.\s+|\s+(?=\d)|\s*\((?=\d)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def is_masthead(line: str, following: str) -> bool:
    """Say whether a line at the head of a text names a paper and the day of its number.

    The day stands in the line itself, or in the ``following`` one where the name is printed in capitals.
    """
    line = line.removesuffix(".")
    if len(line) > _LONGEST or ends_sentence(line) or not line[:1].isalnum():
        return False
    name, *rest = _AFTER_NAME.split(line, maxsplit=1)
    words = _WORD.findall(name)
    if not 2 <= len(words) <= 8:
        return False
    if rest:
        return (
            _is_paper(words, _nouns() | _everyday_nouns()) and _gives_day(line) and _has_only_names(rest[0])
        )
    return (
        len(words) >= 3
        and name.isupper()
        and not any("'" in word or "’" in word for word in words)
        and _is_paper(words, _nouns())
        and len(following) <= _LONGEST
        and _gives_day(following)
        and _has_only_names(following)
    )


def is_name_of_site(line: str) -> bool:
    """Say whether a line above a menu is the name of a society, a museum or the like, and nothing else."""
    words = _WORD.findall(line)
    return (
        2 <= len(words) <= 9
        and len(line) <= _LONGEST
        and any(fold(word) in _sites() for word in words)
        and all(not word[0].islower() or word in _particles() for word in words)
    )


def _is_paper(words: list[str], nouns: frozenset[str]) -> bool:
    """Say whether the words are the name of a paper: they end in a noun such as Gazette, or begin with one."""
    folded = list(map(fold, words))
    is_named = (folded[-1] in nouns and "of" not in folded) or (folded[0] in nouns and len(words) > 2)
    return (
        is_named
        and all(word[0].isupper() or word in _particles() for word in words)
        and not any(word in _words()["not_in_names"] for word in folded)
    )


def _gives_day(line: str) -> bool:
    day = published_of(line)
    return day is not None and _FULL_DATE.fullmatch(day) is not None


def _has_only_names(rest: str) -> bool:
    """Say whether no word but those of dates, numbers and pages begins in lower case."""
    words = _WORD.findall(rest)
    return all(
        not word[0].islower() or word in _particles() or word in _words()["of_numbers"] for word in words
    )


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = load("furniture")["mastheads"]
    return words


@cache
def _nouns() -> frozenset[str]:
    return frozenset(map(fold, flatten(_words()["nouns"])))


@cache
def _everyday_nouns() -> frozenset[str]:
    return frozenset(_words()["everyday_nouns"])


@cache
def _sites() -> frozenset[str]:
    return frozenset(map(fold, flatten(load("furniture")["sites"])))


@cache
def _particles() -> frozenset[str]:
    return frozenset(load("furniture")["bylines"]["particles"]) | {"of", "the", "for", "in"}
