"""Two spellings of one name, told from two names that merely sound alike."""

from __future__ import annotations

from functools import lru_cache

from factoid.names import fold_surname, given_name_relation
from factoid.names.respelling import Respelling

# What romanisations and old orthographies write differently for one sound. Vowels are kept, unlike in a key
# of sounds: Marin and Moran stay two names.
_ONE_SOUND = Respelling(
    (r"schtsch|chtch|szcz|stsch", "shch"),
    (r"tsch|tch|cz", "ch"),
    (r"sch|sz", "sh"),
    (r"dsch|dj|dzh", "dzh"),
    (r"ph", "f"),
    (r"kh|gh", "h"),
    (r"th", "t"),
    (r"ff?$|w", "v"),
    (r"ou", "u"),
    (r"ck|q|c(?![ehiy])", "k"),
    (r"tz|z$", "ts"),
    (r"[yji]+(?=[aeou])", ""),
    (r"[yji]+", "i"),
    (r"(.)\1+", r"\1"),
)


@lru_cache(maxsize=65536)
def spelling_key(word: str) -> str:
    """Return a key that spellings of one name share: *Chapaev*, *Chapayev*, *Tchapaïeff*, *Чапаев*."""
    return _ONE_SOUND.of(fold_surname(word).replace(" ", ""))


def are_one_name(a: str, b: str) -> bool:
    """Say whether two words are one name for sure: by spelling, or as forms of one given name."""
    return spelling_key(a) == spelling_key(b) or given_name_relation(a, b) is not None
