"""Numbers in words: how many crosses, how many years."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factoid.criticism.accounts.wording import Phrases, content_words, holds_phrase, listed, phrases, words_of
from factoid.criticism.conflicts.relation import UNKNOWN, Comparison, Relation, compare_sets
from factoid.resources import load

_YEARS = re.compile(r"(\w+(?:-\w+)?)[ -](year|month)", re.I)


def number_of(word: str) -> int | None:
    """Return the number that a word or numeral is."""
    return int(word) if word.isdecimal() else load("comparisons")["numbers"].get(word)


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
    row = next((number for number, row in enumerate(_rows()) if holds_phrase(words_of(words), row)), None)
    if row is not None:
        return frozenset({f"award {row}"})
    return frozenset(w for w in content_words(words) if w not in listed("any_award") and number_of(w) is None)


def compare_awards(a: str, b: str) -> Comparison:
    """Compare two awards by what they are called."""
    ours, theirs = _named(a), _named(b)
    if not ours or not theirs:
        return UNKNOWN
    our_grade, their_grade = _grade(a), _grade(b)
    if ours == theirs and our_grade and their_grade and our_grade != their_grade:
        return Comparison(Relation.DIFFERENT, f"{a} is of another class than {b}", 0.6)
    if (found := compare_sets(ours, theirs, a, b, told="name")) is not None:
        return found
    if ours & theirs:
        return Comparison(Relation.COMPATIBLE, f"{a} and {b} share a name")
    return Comparison(Relation.DIFFERENT, f"{a} is not {b}", 0.6)


_GRADE = re.compile(
    r"\b(1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|[1-5]|I{1,3}|IV)(?:st|nd|rd|th)?"
    r"[ -](?:class|cl\b|degree|grade)"
    r"|\b([1-5]|I{1,3}|IV)(?:-?[а-я]{1,2})? степени",
    re.I,
)


def _grade(words: str) -> str | None:
    found = _GRADE.search(words)
    if not found:
        return None
    said = (found.group(1) or found.group(2)).casefold()
    return str(load("comparisons")["grades"].get(said, said[:1]))


def compare_sentences(a: str, b: str) -> Comparison:
    """Compare two sentences of a court: death, life, or a term."""
    ours, theirs = _term(a), _term(b)
    if ours is None or theirs is None:
        return UNKNOWN
    if ours == theirs:
        return Comparison(Relation.SAME, f"both say {ours}")
    return Comparison(Relation.DIFFERENT, f"{ours} against {theirs}")


def _term(words: str) -> str | None:
    told = words_of(words)
    if any(word.startswith(("death", "shot", "shoot", "execut", "hang")) for word in told):
        return "death"
    if "life" in told:
        return "life"
    for number, unit in _YEARS.findall(words):
        amount = number_of(number.casefold())
        if amount is not None:
            return f"{amount} {unit.casefold()}s"
    return None
