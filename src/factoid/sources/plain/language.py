"""The language of a text: the one place that uses py3langid."""

from __future__ import annotations

import re
from collections.abc import Iterable

import py3langid

_ENOUGH = 20_000  #: characters; more do not change the answer
_SHORT = 200  #: characters; below, names weigh as much as words: *Anton Kessler died in Bonn* looks German
_IN_CYRILLIC = frozenset(["be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "uk"])
_FEW = 20  #: Cyrillic letters; below, the letters tell nothing
_LEAD = 20.0  #: how far ahead, in natural logarithms, the likeliest language of a short text must be


_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_BULGARIAN = re.compile(r"\u044a[\u0431-\u0442]")  #: a hard sign before a consonant
_LETTERS = re.compile(r"[^\W\d_]")
_TELLING = (("uk", "їєґ"), ("be", "ў"), ("sr", "ђћ"), ("mk", "ѓќѕ"))  #: letters that no other of them has


def _told_by_letters(words: str) -> str | None:
    """Return the language of a text in Cyrillic letters: by letters that only one has, else the likeliest of them.

    Words tell little where there are mostly names and abbreviations. *ы* and *э* are in Russian and Belarusian, and in
    neither Ukrainian, Bulgarian, Serbian nor Macedonian.
    """
    cyrillic = len(_CYRILLIC.findall(words))
    if cyrillic < _FEW or cyrillic * 2 < len(_LETTERS.findall(words)):
        return None
    lower = words.lower()
    for code, letters in _TELLING:
        if sum(lower.count(letter) for letter in letters) * 200 > cyrillic:
            return code
    if any(letter in lower for letter in "ыэ") and "і" not in lower:
        return "ru"
    ranked = py3langid.rank(words.encode("utf-8", "replace").decode("utf-8"))
    likely = {str(code): weight for code, weight in ranked if code in _IN_CYRILLIC}
    best = max(likely, key=lambda code: likely[code])
    is_close = likely[best] - likely["ru"] < _LEAD and not _BULGARIAN.search(lower)
    return "ru" if is_close else best


_NOTES = 2_000  #: characters; below, a text of names and abbreviations may look like any language
_ENGLISH = re.compile(  #: small words that few other languages have, and what its pedigrees say of a year
    r"\b(?:of|the|and|from|since|with|his|her|by)\b|\b[bm]\. (?=(?:c\. ?)?[1-9]\d{3}\b)"
)
_FEWEST = 3


def _is_in_english_words(words: str) -> bool:
    """Whether the small words of a text are English: *C. of Merthyr, 1860-63; Hon. Canon since 1891*."""
    found = _ENGLISH.findall(words)
    return len(found) >= _FEWEST and len(set(found)) > 1 and len(found) * 25 >= len(words.split())


_SMALL_WORD = re.compile(r"(?<![^\W\d_])(?<![.'\u2019-])[^\W\d_A-Z]{3,}(?![^\W_])")
_FEWEST_WORDS = 3  #: of small letters; names and years have no language


def _is_but_names(words: str) -> bool:
    """Whether a text has hardly a word but names: a pedigree, a list of members."""
    small = {word for word in _SMALL_WORD.findall(words) if word.islower()}
    return len(words) < _NOTES and len(small) < _FEWEST_WORDS and any(c.isupper() for c in words)


def language_of(passages: Iterable[str]) -> str | None:
    """Return the ISO 639-1 code of the most likely language of the passages.

    None where there are no letters, or too few words to tell one language from the next.
    """
    sample: list[str] = []
    size = 0
    for passage in passages:
        sample.append(passage[: _ENOUGH - size])
        size += len(sample[-1]) + 1
        if size >= _ENOUGH:
            break
    words = " ".join(sample)
    if not any(c.isalpha() for c in words):
        return None
    if (told := _told_by_letters(words)) is not None:
        return told
    ranked = py3langid.rank(words.encode("utf-8", "replace").decode("utf-8"))
    if ranked[0][0] != "en" and len(words) < _NOTES and _is_in_english_words(words):
        return "en"
    if ranked[0][0] != "en" and _is_but_names(words):
        return None
    if len(words) < _SHORT and ranked[0][1] - ranked[1][1] < _LEAD:
        return None
    return next((str(code) for code, _ in ranked if len(code) == 2), None)  # the others are not in ISO 639-1
