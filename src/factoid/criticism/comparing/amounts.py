"""Numbers in words: how many crosses, how many years."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factoid.criticism.relation import UNKNOWN, Comparison, Relation
from factoid.criticism.wording import Phrases, content_words, holds_phrase, phrases, words_of
from factoid.resources import load

_UNITS = (
    *(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_NUMBERS = {word: number for number, word in enumerate(_UNITS)} | {
    "twenty-five": 25,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "twice": 2,
    "thrice": 3,
}
_YEARS = re.compile(r"(\w+(?:-\w+)?)[ -](year|month)", re.I)
_GENERIC = frozenset(
    (
        *("order", "orders", "cross", "crosses", "medal", "medals", "prize", "prizes", "award", "awards"),
        *("full", "first", "second", "third", "fourth", "fifth", "class", "degree", "grade", "st", "saint"),
    )
)


def number_of(word: str) -> int | None:
    """Return the number that a word or numeral is."""
    return int(word) if word.isdecimal() else _NUMBERS.get(word)


def compare_counts(a: str, b: str) -> Comparison:
    """Compare how many of one award two sources speak of."""
    ours, theirs = _count(a), _count(b)
    if ours is None or theirs is None or _named(a) != _named(b):
        return UNKNOWN
    if ours == theirs:
        return Comparison(Relation.SAME, f"both say {ours}")
    return Comparison(Relation.DIFFERENT, f"{ours} is not {theirs}")


def _count(words: str) -> int | None:
    found = [number for word in words_of(words)[:2] if (number := number_of(word)) is not None]
    return found[0] if found else None


@cache
def _rows() -> tuple[Phrases, ...]:
    return tuple(phrases(row) for row in load("awards")["same"])


@lru_cache(maxsize=65536)
def _named(words: str) -> frozenset[str]:
    """Return what an award is called, whatever its class: the words, or what it is in every language."""
    listed = words_of(words)
    row = next((number for number, row in enumerate(_rows()) if holds_phrase(listed, row)), None)
    if row is not None:
        return frozenset({f"award {row}"})
    return frozenset(w for w in content_words(words) if w not in _GENERIC and number_of(w) is None)


def compare_awards(a: str, b: str) -> Comparison:
    """Compare two awards by what they are called."""
    ours, theirs = _named(a), _named(b)
    if not ours or not theirs:
        return UNKNOWN
    our_grade, their_grade = _grade(a), _grade(b)
    if ours == theirs and our_grade and their_grade and our_grade != their_grade:
        return Comparison(Relation.DIFFERENT, f"{a} is of another class than {b}", 0.6)
    if ours == theirs:
        return Comparison(Relation.SAME, f"both name {a}")
    if ours > theirs:
        return Comparison(Relation.FINER, f"{a} says more than {b}")
    if ours < theirs:
        return Comparison(Relation.COARSER, f"{b} says more than {a}")
    if ours & theirs:
        return Comparison(Relation.COMPATIBLE, f"{a} and {b} share a name")
    return Comparison(Relation.DIFFERENT, f"{a} is not {b}", 0.6)


_GRADE = re.compile(
    r"\b(1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|[1-5]|I{1,3}|IV)(?:st|nd|rd|th)?"
    r"[ -](?:class|cl\b|degree|grade)"
    r"|\b([1-5]|I{1,3}|IV)(?:-?[а-я]{1,2})? степени",
    re.I,
)
_GRADES = {
    "first": "1",
    "second": "2",
    "third": "3",
    "fourth": "4",
    "fifth": "5",
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
}


def _grade(words: str) -> str | None:
    found = _GRADE.search(words)
    if not found:
        return None
    said = (found.group(1) or found.group(2)).casefold()
    return _GRADES.get(said, said[:1])


def compare_sentences(a: str, b: str) -> Comparison:
    """Compare two sentences of a court: death, life, or a term."""
    ours, theirs = _term(a), _term(b)
    if ours is None or theirs is None:
        return UNKNOWN
    if ours == theirs:
        return Comparison(Relation.SAME, f"both say {ours}")
    return Comparison(Relation.DIFFERENT, f"{ours} against {theirs}")


def _term(words: str) -> str | None:
    listed = words_of(words)
    if any(word.startswith(("death", "shot", "shoot", "execut", "hang")) for word in listed):
        return "death"
    if "life" in listed:
        return "life"
    for number, unit in _YEARS.findall(words):
        amount = number_of(number.casefold())
        if amount is not None:
            return f"{amount} {unit.casefold()}s"
    return None
