"""Cyrillic in Latin letters, scheme by scheme: iuliia's, and the German and French ones it lacks."""

from __future__ import annotations

import re
from functools import lru_cache

import iuliia

from factoid.resources import load

_VOWELS = frozenset("аеёиоуыэюяіїє")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")


def is_cyrillic(text: str) -> bool:
    """Say whether the text holds a Cyrillic letter."""
    return _CYRILLIC.search(text) is not None


@lru_cache(maxsize=16384)
def romanisations(word: str) -> dict[str, str]:
    """Return the Cyrillic word in small Latin letters under each scheme: scheme -> spelling."""
    word = word.casefold()
    spelt = {
        name: _in_own_scheme(word, scheme) for name, scheme in load("transliteration")["schemes"].items()
    }
    for key, label in load("transliteration")["iuliia"].items():
        spelt[label] = iuliia.schemas.get(key).translate(word).casefold()
    return spelt


def _in_own_scheme(word: str, scheme: dict[str, object]) -> str:
    letters: dict[str, str] = scheme["letters"]  # type: ignore[assignment]
    endings: dict[str, str] = scheme["endings"]  # type: ignore[assignment]
    tail = ""
    for ending, spelling in endings.items():
        if len(word) > len(ending) + 1 and word.endswith(ending):
            word, tail = word[: -len(ending)], spelling
            break
    out = []
    for i, letter in enumerate(word):
        before = word[i - 1] if i else ""
        after = word[i + 1] if i + 1 < len(word) else ""
        if letter == "е" and (not before or before in _VOWELS or before in "ьъ"):
            out.append(str(scheme["initial_e"]))
        elif letter == "с" and before in _VOWELS and after in _VOWELS and before and after:
            out.append(str(scheme["vowel_s"]))
        else:
            out.append(letters.get(letter, letter))
    return "".join(out) + tail
