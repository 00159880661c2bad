"""The words of French about time as patterns. The words are data: ``resources/french/dates.yaml``."""

from __future__ import annotations

import re
from typing import Any

from factoid.dates.grammar import triggers
from factoid.dates.patterns import meant_by
from factoid.resources import load

_DATA: dict[str, Any] = load("french/dates")


def _longest_first(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _numbers() -> dict[str, int]:
    """Return the numbers up to 99 as they are written: 78 is *soixante-dix-huit*."""
    found = {form: n for n, forms in _DATA["numbers"].items() for form in forms}
    ones = {form: n for form, n in found.items() if n < 20 and "et" not in form}
    for form, tens in list(found.items()):
        if tens in _DATA["tens"] and not form.endswith("s"):
            most = 20 if tens in (60, 80) else 10
            found |= {f"{form}-{one}": tens + n for one, n in ones.items() if n < most}
    return found


MONTHS: dict[int, re.Pattern[str]] = {n: re.compile(p, re.IGNORECASE) for n, p in _DATA["months"].items()}
MONTH = "(?:" + "|".join(_DATA["months"].values()) + r")(?!\w)"
SEASONS: dict[str, int] = {form: n for n, form in _DATA["seasons"].items()}
SEASON = "(?:" + "|".join(SEASONS) + r")(?!\w)"
UNITS: dict[str, re.Pattern[str]] = {u: re.compile(p, re.IGNORECASE) for u, p in _DATA["units"].items()}
UNIT = "(?:" + "|".join(_DATA["units"].values()) + r")(?!\w)"
NUMBERS: dict[str, int] = _numbers()
NUMBER = rf"(?:\d{{1,3}}|{_longest_first(NUMBERS)})(?![\w-])"
ORDINALS: dict[int, re.Pattern[str]] = {n: re.compile(p, re.IGNORECASE) for n, p in _DATA["ordinals"].items()}
_TENS = "|".join(f"{form}-" for form, n in NUMBERS.items() if n in (20, 30, 40, 50, 60, 80))
ORDINAL = (
    rf"(?:(?:{_TENS})?(?:" + "|".join(reversed(_DATA["ordinals"].values())) + r")|\d{1,2}(?:e|ème))(?!\w)"
)
DECADES: dict[int, re.Pattern[str]] = {n: re.compile(p, re.IGNORECASE) for n, p in _DATA["decades"].items()}
DECADE = "(?:" + "|".join(reversed(_DATA["decades"].values())) + r")(?!\w)"
ABOUT = "(?:" + "|".join(_DATA["roughly"]) + ")"
PARTS: dict[str, str] = _DATA["parts"]
PREPOSITIONS: dict[str, str] = {w: name for name, words in _DATA["prepositions"].items() for w in words}
FEASTS: dict[str, str] = _DATA["feasts"]
EVENTS: dict[str, str] = _DATA["events"]
NOT_YEARS: frozenset[str] = frozenset(_DATA["not_years"].split())
_HUNDREDS = {form: n for form, n in NUMBERS.items() if 1 < n < 10}
YEAR_IN_WORDS = (
    rf"mil(?:le)?(?:[\s-]+(?:(?:{_longest_first(_HUNDREDS)})[\s-]+)?cents?)?"
    rf"(?:[\s-]+(?:{_longest_first(NUMBERS)}))?(?![\w-])"
)


def month_of(words: str) -> int:
    """Return the number of the month."""
    return meant_by(MONTHS, words)


def season_of(words: str) -> int:
    """Return the EDTF number of the season, 21 to 24."""
    return SEASONS[words.lower()]


def unit_of(words: str) -> str:
    """Return the unit of time."""
    return meant_by(UNITS, words)


def number_of(words: str) -> int:
    """Return what a cardinal number in figures or words counts."""
    plain = " ".join(words.lower().split())
    return int(plain) if plain.isdigit() else NUMBERS[plain]


def ordinal_of(words: str) -> int:
    """Return what an ordinal number counts: ``vingt-huitième`` is 28."""
    lower = words.lower()
    if figures := re.match(r"\d+", lower):
        return int(figures[0])
    for n, pattern in ORDINALS.items():
        if pattern.fullmatch(lower):
            return n
    tens, _, last = lower.rpartition("-")
    return NUMBERS[tens] + next(n for n, pattern in ORDINALS.items() if pattern.fullmatch(last))


def year_in_words(words: str) -> int:
    """Return the year of *mil huit cent quatre-vingt-neuf*."""
    rest = re.sub(r"^mil(?:le)?[\s-]*", "", " ".join(words.lower().split()))
    hundreds, cents, last = rest.rpartition("cent")
    last = last.removeprefix("s").strip(" -")
    count = NUMBERS[hundreds.strip(" -")] if hundreds.strip(" -") else int(bool(cents))
    return 1000 + 100 * count + (NUMBERS[last] if last else 0)


MONTH_TRIGGERS = triggers(re.findall(r"(?<![\w:])\w{3,}", "|".join(_DATA["months"].values())))
NUMBER_TRIGGERS = triggers(NUMBERS)
ORDINAL_TRIGGERS = triggers(
    [form for pattern in _DATA["ordinals"].values() for form in re.findall(r"\w{3,}", pattern)]
)
