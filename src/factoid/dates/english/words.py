"""The words of English about time, and the fragments of patterns made from them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from factoid.dates.patterns import SEASONS, any_of
from factoid.resources import load

_DATA = load("dates")

_OTHER_MONTHS: dict[str, int] = _DATA["months_in_other_languages"]
MONTHS: dict[str, int] = _OTHER_MONTHS | _DATA["months"] | _DATA["month_abbreviations"]
MONTH_NAMES: tuple[str, ...] = tuple(month.capitalize() for month in _DATA["months"])  #: from January on
FULL_MONTHS: frozenset[str] = frozenset(_DATA["months"])
MONTHS_THAT_ARE_WORDS: frozenset[str] = frozenset(_DATA["months_that_are_words"])
MONTHS_THAT_ARE_NAMES: frozenset[str] = frozenset(_DATA["months_that_are_names"])
CARDINALS: dict[str, int] = _DATA["cardinals"]
ORDINALS: dict[str, int] = _DATA["ordinals"]
TENS: dict[str, int] = _DATA["decades"]
AMOUNTS: dict[str, tuple[float, float]] = {k: (v[0], v[1]) for k, v in _DATA["amounts"].items()}
UNITS: dict[str, str] = _DATA["units"]
WEEKDAYS: tuple[str, ...] = tuple(_DATA["weekdays"])
COUNTED: frozenset[str] = frozenset(_DATA["counted"].split())
LABELS: frozenset[str] = frozenset(_DATA["labels"].split())
CALLED_BY_AGE: tuple[str, ...] = tuple(_DATA["called_by_age"].split())
OF_AN_AGE: tuple[str, ...] = tuple(_DATA["of_an_age"].split())
NUMBERED_BODIES: frozenset[str] = frozenset(_DATA["numbered_bodies"].split())


def _cased(words: Iterable[str]) -> list[str]:
    return [form for word in words for form in (word.capitalize(), word.upper())]


#: A month as names are written, capitalised: a full name, or an abbreviation with or without its dot.
MONTH = f"(?:{any_of(_cased(_DATA['months']))}|{any_of(_cased(_DATA['month_abbreviations']))}\\b\\.?)"
#: in other languages, in any case; English ones in small letters, as translators leave them
OTHER_MONTH = any_of([*_OTHER_MONTHS, *_cased(_OTHER_MONTHS), *_DATA["months"]])
FULL_MONTH = any_of(_cased(_DATA["months"]))
SEASON = f"(?i:{any_of(SEASONS)})"

_TENS_WORDS = [word for word, n in CARDINALS.items() if 20 <= n <= 90]
_COMPOUND = {
    f"{tens}{joint}{one}": CARDINALS[tens] + n
    for tens, (one, n), joint in product(_TENS_WORDS, list(CARDINALS.items())[:9], "- ")
}
NUMBER_WORDS: dict[str, int] = {k: v for k, v in CARDINALS.items() if v < 100} | _COMPOUND
ORDINAL_WORDS: dict[str, int] = ORDINALS | {
    f"{tens}{joint}{one}": CARDINALS[tens] + n
    for tens, (one, n), joint in product(_TENS_WORDS, list(ORDINALS.items())[:9], "- ")
}
DAY_ORDINALS = {word: n for word, n in ORDINAL_WORDS.items() if n <= 31}
NUMBER = rf"(?:\d{{1,3}}|(?i:{any_of(NUMBER_WORDS)}))"
ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th|d)\b|(?i:{any_of(ORDINAL_WORDS)})\b)"

BC = r"(?:B\.\s?C\.(?:\s?E\.)?|B\.\s?C\b|BCE?\b|b\.\s?c\.)"
AD = r"(?:A\.\s?D\.|A\.\s?D\b|AD\b|C\.\s?E\.|CE\b|a\.\s?d\.)"
ERA = rf"(?:\s?(?:(?P<bc>{BC})|(?P<ad>{AD})))"


def number_of(text: str) -> int:
    """Return the value of digits or number words, ordinals too; 0 if they are none."""
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits[0])
    word = " ".join(text.lower().split())
    return NUMBER_WORDS.get(word) or ORDINAL_WORDS.get(word) or 0


def month_of(text: str) -> int:
    """Return the number of the month named."""
    return MONTHS[text.lower().rstrip(".")]
