"""Folded keys: what two spellings share that differ in case, accents or script."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_QUOTES = str.maketrans("", "", "'\"`´")  # anyascii writes soft signs and curly quotes as these


@lru_cache(maxsize=65536)
def fold(words: str) -> str:
    """Return the words in ASCII where that can be done, without case, apostrophes and doubled spaces."""
    plain = anyascii(unicodedata.normalize("NFC", words)).translate(_QUOTES)
    return join_blanks(plain or words).casefold()


def join_blanks(words: str) -> str:
    """Return the words with single spaces: a name broken over two lines is one name."""
    return re.sub(r"\s+", " ", words).strip()
