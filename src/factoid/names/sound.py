"""How a word sounds, as a set of keys: one for each way of reading its letters."""

from __future__ import annotations

import re
from functools import lru_cache

from factoid.names.fold import fold_surname, fold_word
from factoid.names.romanise import is_cyrillic, romanisations

_RULES = [
    (r"schtsch|shch|chtch|stch|scz|szcz", "S"),
    (r"tsch|tch|cz|ch(?=[aeiouy])", "S"),
    (r"sch|sh|ch|sz|zh|rz", "S"),
    (r"dzh|dj|dsch|dz", "S"),
    (r"kh|gh|x", "k"),
    (r"ph|ff|w", "v"),
    (r"f", "v"),
    (r"ts|tz|c(?=[eiy])|z", "s"),
    (r"ck|c|q", "k"),
    (r"j(?=[^aeiou]|$)", ""),
]


@lru_cache(maxsize=65536)
def sounds_of(word: str) -> frozenset[str]:
    """Return the keys of the word: two spellings of one name share at least one."""
    spellings = {fold_word(word), fold_surname(word).replace(" ", "")}
    if is_cyrillic(word):
        spellings |= {fold_word(spelt) for spelt in romanisations(word).values()}
    return frozenset(_skeleton(spelling) for spelling in spellings if spelling)


def _skeleton(word: str) -> str:
    for pattern, symbol in _RULES:
        word = re.sub(pattern, symbol, word)
    first = word[:1] if word[:1] not in "aeiouyj" else "A"
    rest = re.sub(r"[aeiouyjh]", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", first + rest)
