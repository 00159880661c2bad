"""Signs that do not belong: letters of another script, days that no calendar has, dates in two orders."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from factoid.dates.english.words import MONTH_NAMES
from factoid.model import Finding, Span

_WORD = re.compile(r"[^\W\d_]{2,}")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d/-])")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NAMED = re.compile(
    rf"\b(?:(\d{{1,2}}) ({'|'.join(MONTH_NAMES)})|({'|'.join(MONTH_NAMES)}) (\d{{1,2}})(?=, \d{{4}}))\b"
)
_STRESSED = frozenset("áéíóúýàèìòù")  # Latin letters that dictionaries put into Cyrillic words for the stress
_QUOTED_BEFORE = re.compile(r"[(\[«»\"“„‘'/:;=,]\s*$")


def signs_of_other_scripts(content: str, within: Span) -> Iterator[Finding]:
    """Yield words that mix scripts, and words of another script that stand bare in a Latin sentence.

    A word in brackets, in quotation marks or after a colon or comma is a gloss, and no damage.
    """
    passage = within.of(content)
    if passage.isascii():
        return
    for match in _WORD.finditer(passage):
        word, start = match.group(), within.start + match.start()
        if word.isascii():
            continue
        scripts = {_script_of(letter) for letter in word if letter.isalpha() and letter not in _STRESSED}
        if "MODIFIER" in scripts:  # how a word sounds, not how it is written
            continue
        if {"LATIN", "CYRILLIC"} <= scripts or {"LATIN", "GREEK"} <= scripts:
            note = f"Letters of two scripts in one word: {' and '.join(sorted(scripts)).title()}."
            yield Finding(kind="mixed-script", note=note, start=start, end=start + len(word), confidence=0.95)
        elif "LATIN" not in scripts and _stands_bare(content, start, start + len(word)):
            note = "A word left untranslated."
            yield Finding(kind="untranslated", note=note, start=start, end=start + len(word), confidence=0.7)


def dates_out_of_order(content: str, passages: Sequence[Span]) -> Iterator[Finding]:
    """Yield days that no calendar has, and the dates of the rarer order where both orders are certain."""
    orders: dict[str, list[re.Match[str]]] = {"day first": [], "month first": []}
    for passage in passages:
        for match in _NAMED.finditer(content, *passage):
            day, month = int(match[1] or match[4]), match[2] or match[3]
            if not 1 <= day <= _LONGEST[MONTH_NAMES.index(month)]:
                yield _impossible(match)
        for match in _NUMERIC.finditer(content, *passage):
            first, second = int(match[1]), int(match[3])
            if min(first, second) > 12 or max(first, second) > 31 or 0 in (first, second):
                yield _impossible(match)
            elif first > 12:
                orders["day first"].append(match)
            elif second > 12:
                orders["month first"].append(match)
    rarer, usual = sorted(orders, key=lambda order: len(orders[order]))
    for match in orders[rarer]:
        note = f"Dates in two orders: this one has the {rarer}, {len(orders[usual])} others the {usual}."
        yield Finding(kind="date-order", note=note, start=match.start(), end=match.end(), confidence=0.8)


def _impossible(match: re.Match[str]) -> Finding:
    note = "No calendar has this day."
    return Finding(kind="impossible-date", note=note, start=match.start(), end=match.end(), confidence=0.9)


def _script_of(letter: str) -> str:
    return "LATIN" if _LATIN.match(letter) else unicodedata.name(letter, "UNKNOWN").split()[0]


def _stands_bare(content: str, start: int, end: int) -> bool:
    """Say whether Latin words stand before and after, with nothing that sets the word off."""
    before, after = content[max(0, start - 12) : start], content[end : end + 12]
    if _QUOTED_BEFORE.search(before):
        return False
    return bool(re.search(r"[A-Za-z]\s+$", before) and re.match(r"\s+[A-Za-z]", after))
