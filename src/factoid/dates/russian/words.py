"""The words of Russian about time as patterns. The words are data: ``resources/russian/dates.yaml``."""

from __future__ import annotations

import re
from typing import Any

from factoid.dates.grammar import triggers
from factoid.dates.patterns import meant_by
from factoid.resources import load

_DATA: dict[str, Any] = load("russian/dates")

MONTHS: dict[int, re.Pattern[str]] = {n: re.compile(p, re.IGNORECASE) for n, p in _DATA["months"].items()}
MONTH = "(?:" + "|".join(_DATA["months"].values()) + ")"
SEASONS: dict[int, re.Pattern[str]] = {n: re.compile(p, re.IGNORECASE) for n, p in _DATA["seasons"].items()}
SEASON = "(?:" + "|".join(_DATA["seasons"].values()) + ")"
UNITS: dict[str, re.Pattern[str]] = {u: re.compile(p, re.IGNORECASE) for u, p in _DATA["units"].items()}
UNIT = "(?:" + "|".join(_DATA["units"].values()) + r")(?!\w)"
NUMBERS: dict[str, int] = {form: n for n, forms in _DATA["numbers"].items() for form in forms}
_TENS = "|".join(sorted((f for f, n in NUMBERS.items() if n >= 20), key=len, reverse=True))
_ALL = "|".join(sorted(NUMBERS, key=len, reverse=True))
NUMBER = rf"(?:\d{{1,3}}|(?:(?:{_TENS})\s+)?(?:{_ALL}))(?!\w)"
_STEMS: list[tuple[int, str]] = [(n, p) for n, p in _DATA["ordinals"].items()]
_ENDING = r"(?:ого|его|ом|ем|ым|им|ый|ий|ой|ому|ему|ьего|ьем|ья|ая|ое|ье)"
_ORDINAL_STEMS = "|".join(p for _, p in reversed(_STEMS))
ORDINAL = rf"(?:(?:{_TENS})\s+)?(?:{_ORDINAL_STEMS}){_ENDING}(?!\w)"
ABOUT = "(?:" + "|".join(_DATA["roughly"]) + ")"
PARTS: dict[str, str] = _DATA["parts"]
PREPOSITIONS: dict[str, str] = {w: name for name, words in _DATA["prepositions"].items() for w in words}
EVENTS: dict[str, str] = _DATA["events"]
NOT_YEARS: frozenset[str] = frozenset(_DATA["not_years"].split())


def month_of(words: str) -> int:
    """Return the number of the month that the words begin with."""
    return meant_by(MONTHS, words)


def season_of(words: str) -> int:
    """Return the EDTF number of the season, 21 to 24."""
    return meant_by(SEASONS, words)


def unit_of(words: str) -> str:
    """Return the unit of time."""
    return meant_by(UNITS, words)


def number_of(words: str) -> int:
    """Return what a cardinal number in figures or words counts: ``двадцати пяти`` is 25."""
    return sum(int(word) if word.isdigit() else NUMBERS[word] for word in words.lower().split())


def ordinal_of(words: str) -> int:
    """Return what an ordinal number in words counts: ``тридцать седьмом`` is 37."""
    *tens, last = words.lower().split()
    stem = next(n for n, pattern in reversed(_STEMS) if re.fullmatch(f"(?:{pattern}){_ENDING}", last))
    return sum(NUMBERS[word] for word in tens) + stem


MONTH_TRIGGERS = triggers(
    ["янв", "фев", "мар", "апр", "май", "мая", "мае", "маю", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]
)
SEASON_TRIGGERS = triggers(["весна", "лето", "осень", "зима"])
NUMBER_TRIGGERS = triggers(NUMBERS)
ORDINAL_TRIGGERS = triggers([p.split("|")[0] for _, p in _STEMS] + ["четверт"]) | NUMBER_TRIGGERS
