"""Names of places as they are compared: small letters without marks, common short forms written out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "æ": "ae", "ß": "ss", "đ": "d", "ı": "i", "þ": "th", "ð": "d", "œ": "oe", "ə": "a"}
    | dict.fromkeys("'’ʼ‘`ʻ′ʿʾ´ьъ·")
)
_WORD = re.compile(r"[^\W_]+")
_SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "pt": "point"}
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@lru_cache(maxsize=65536)
def fold_place(name: str) -> str:
    """Return the name in small letters without marks, its words parted by single spaces.

    >>> fold_place("St. Gallen"), fold_place("Königsberg")
    ('saint gallen', 'konigsberg')
    """
    text = name.casefold().translate(_LETTERS)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).translate(_LETTERS)
        text = "".join(c for c in text if not unicodedata.combining(c))
    words = _WORD.findall(text)
    return " ".join(_SHORT.get(word, word) if len(words) > 1 else word for word in words)


def keys_of(name: str) -> tuple[str, ...]:
    """Return the folded name, and how German writes it without marks, if that is another."""
    first = fold_place(name)
    low = name.casefold()
    other = fold_place(low.translate(_GERMAN)) if any(c in low for c in "äöü") else first
    return (first,) if other == first else (first, other)
