"""Dates that the words before them, or brackets, give to a birth, a death or a burial: *b. at Graz, 9 Feb. 1887*."""

from __future__ import annotations

import re

_LIFE = re.compile(
    r"(?:^|[\s,;(])(b|born|d|died|bur|buried)\b\.?"
    r"(?:,?\s+(?:at|in|on|near|c|ca|about|abt)\b\.?(?:\s+[A-Z][\w'-]*){0,3},?"
    r"|,?(?:\s+[A-Z][\w'-]*){1,3},)?\s*(?:(?:on|in)\s+)?$"
)
_LIVES = {"b": "birth", "born": "birth", "d": "death", "died": "death"} | dict.fromkeys(
    ("bur", "buried"), "burial"
)


def life_dated(content: str, start: int) -> str | None:
    """Return birth, death or burial where the words before a date give it to that: *b. at Graz, 9 Feb. 1887*.

    So do brackets that hold a whole life: *(9 May 1811, Riga \u2013 1867, Bonn)*, or a wedding, which is kinship:
    *Ida Low (m. 1912)*. Such a date tells of nothing else in its sentence.
    """
    if is_wedding_in_brackets(content, start):
        return "kinship"
    match = _LIFE.search(content, max(0, start - 60), start)
    if match is None:
        return _side_of_life(content, start)
    word = match[1]
    return _LIVES[word]


_WED = re.compile(
    r"\((?:[^()]*[;,]\s*)?(?:m|mar|married|wed)\b[.:]?\s*(?:(?:on|in|c|ca|about|abt)\b\.?\s*)?", re.IGNORECASE
)
_WED_REACH = 60  #: characters from the bracket to the date of the wedding


def is_wedding_in_brackets(content: str, start: int) -> bool:
    """Say whether a date is that of a wedding in brackets: *Ida Low (m. 1912, div. 1920)*, not that of its end."""
    opened = content.rfind("(", max(0, start - _WED_REACH), start)
    return opened >= 0 and _WED.fullmatch(content, opened, start) is not None


_LIFE_IN_BRACKETS = re.compile(
    r"\((?P<born>[^()\u2013\u2014]*\d{3,4}[^()\u2013\u2014]*?)(?:\s-\s|[\u2013\u2014])(?P<died>[^()\u2013\u2014]*\d{3,4}[^()]*)\)"
)
_BARE = re.compile(r"\s*\d{3,4}\s*")


def _side_of_life(content: str, start: int) -> str | None:
    """Return on which side of a life in brackets a date stands. Two bare years may as well be a term of office."""
    opened = content.rfind("(", max(0, start - 80), start)
    bracket = _LIFE_IN_BRACKETS.match(content, opened) if opened >= 0 else None
    if bracket is None or not bracket.start() < start < bracket.end() or _BARE.fullmatch(bracket["born"]):
        return None
    return "birth" if start < bracket.end("born") else "death"
