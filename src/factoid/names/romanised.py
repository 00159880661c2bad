"""One key for what translators spell in many ways: surnames out of Cyrillic, or out of Uzbek or Georgian through it."""

from __future__ import annotations

import re
from functools import lru_cache

from factoid.names.fold import fold_surname, fold_word
from factoid.names.respelling import Respelling

_ENDING = re.compile(
    r".{2,}(?:[oei](?:v|w|ff?)|[sc]ky|[iy]n|ko|[cy]huk|[yi]uk|[iy]lo|d[zs]e|sc?h[vw]ili|[iy]an|[an][iy]ya|[an][iy]a"
    r"|[ij]ev|tsberg|zberg)"
)
_OPEN = re.compile(r".*[oe](?:v|w|ff?)")  #: Rahmonov is Rakhmanov; Colvin is not Calvin
_SOUNDS = Respelling(
    (r"shch|sch|sh", "S"),
    (r"tsch|tch|ch", "C"),
    (r"dzh|dj|zh|^j(?=[aeou])", "Z"),
    (r"kh|gh|x|g", "h"),
    (r"(?:ff|f|w)(?=$|sk)", "v"),
    (r"(?<=[aeoi])w", "v"),
    (r"tz|ts|z(?=berg$)", "c"),
    (r"ou|oo", "u"),
    (r"(?:(?<=[^aeiouy])|(?<=[aeou])|^)[yij](?=[aeou])", ""),
    (r"[yij]+", "i"),
    (r"(?:a|i)*a$", "a"),
    (r"(.)\1+", r"\1"),
)
_LEAST = 6  #: letters: of shorter names too many are told apart by one


@lru_cache(maxsize=16384)
def romanised_key(surname: str) -> str:
    """Return a key that the ways of writing one surname share; empty for one that is not of that kind.

    *Rahimbayev*, *Rakhimbaev*; *Tulebekova*, *Toolebekov*; *Grimailo*, *Hrymailo*; *Gulomboyev*, *Gulambaev*.
    """
    folded = fold_surname(surname)
    if len(folded) < _LEAST or " " in folded or _ENDING.fullmatch(folded) is None:
        return ""
    key = respelt(folded)
    return key.replace("o", "a") if _OPEN.fullmatch(folded) else key


@lru_cache(maxsize=16384)
def respelt(word: str) -> str:
    """Return the letters of a word as one romanisation would have them: *Azimbai* and *Azimbay* are one."""
    return _SOUNDS.of(fold_word(word))
