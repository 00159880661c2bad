"""The words of names of bodies, posts and ranks brought to a common form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from factoid.resources import load

_INITIALS = re.compile(r"\b(?:\w\.){2,}|\b(?:\w\.)+\w\b")
_POSSESSIVE = re.compile(r"['’]s\b")
_QUOTES = re.compile(r"['’ʼ`´]")
_NUMBER = re.compile(r"(\d+)(?:st|nd|rd|th|[-‑]?(?:го|й|я|ой|ая|er|re|e|te))\b")
_WORD = re.compile(r"[^\W_]+")
_ADJECTIVE = re.compile(r"(?<=.{4})(?:ian|ish|ese|ern|an|skaya|skii|sky|ski|skoe|sk|i)$")
_VOWELS = re.compile(r"[aeiouyаеёиоуыэюяїієьъ]+")


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words small, without marks, ordinals as digits, short forms written out; articles left out."""
    plain = unicodedata.normalize("NFKD", _INITIALS.sub(_closed, text)).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = _NUMBER.sub(r"\1", _QUOTES.sub("", _POSSESSIVE.sub("", plain)))
    table = vocabulary()
    found: list[str] = []
    for word in _WORD.findall(plain):
        word = table.numbers.get(word, word)
        found += table.expansions.get(word, (word,))
    return tuple(word for word in found if word not in table.small)


def _closed(match: re.Match[str]) -> str:
    return match.group().replace(".", "")


class Vocabulary:
    """The words of ``resources/body_words.yaml`` by what they tell."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.small = frozenset(data["small"].split())
        self.fillers = frozenset(data["fillers"].split())
        self.units = frozenset(data["units"].split())
        self.expansions = {short: tuple(long.split()) for short, long in data["expansions"].items()}
        self.numbers = {word: str(number) for word, number in data["numbers"].items()}
        self.sorts: dict[str, set[str]] = {}  #: head word -> the sorts of body it may make
        self.heads: dict[str, str] = {}  #: head word -> the first word of its group
        for sort, listed in data["heads"].items():
            for group in listed.split(";"):
                for word in group.split():
                    self.sorts.setdefault(word, set()).add(sort)
                    self.heads.setdefault(word, self._first_of(sort, group, word))

    @staticmethod
    def _first_of(sort: str, group: str, word: str) -> str:
        # Only of learning, the church and unions are the words of a group spellings of one another.
        return word if sort in ("army", "government", "service") else group.split()[0]


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary, read once."""
    return Vocabulary(load("body_words"))


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return what an adjective shares with the name it is made of: *Ukrainian*, *Ukraine*."""
    return _ADJECTIVE.sub("", word).rstrip("aeiouyь")


@lru_cache(maxsize=16384)
def alike(one: str, other: str) -> bool:
    """Say whether two words are one but for ending or vowels: *Kharkov*, *Kharkiv*; *Ukrainian*, *Ukraine*."""
    if one == other:
        return True
    if one.isdigit() or other.isdigit() or one[0] != other[0]:
        return False
    left, right = stem(one), stem(other)
    if left == right:
        return True
    skeleton = _VOWELS.sub("", left)
    return len(skeleton) >= 3 and skeleton == _VOWELS.sub("", right)


def covered(words: Iterable[str], by: Iterable[str]) -> bool:
    """Say whether every word has one like it among the others."""
    others = tuple(by)
    return all(any(alike(word, other) for other in others) for word in words)
