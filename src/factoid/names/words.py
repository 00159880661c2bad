"""Two words of names side by side: the same, a variant and of which kind, or different."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from factoid.names.fold import fold_surname, fold_word
from factoid.names.given import Relation, relate
from factoid.names.sound import sounds_of

_LANGUAGES = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "it": "Italian",
    "es": "Spanish",
    "pt": "Portuguese",
    "ru": "Russian",
    "uk": "Ukrainian",
    "pl": "Polish",
    "cs": "Czech",
    "hu": "Hungarian",
    "nl": "Dutch",
    "nd": "Scandinavian",
    "el": "Greek",
    "he": "Hebrew",
    "yi": "Yiddish",
    "ar": "Arabic",
    "fa": "Persian",
    "tr": "Turkish",
    "la": "Latin",
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two words are, 0 to 1, and as what."""

    score: float
    kind: str  #: ``same``, ``given``, ``inflection``, ``spelling``, ``initial``, ``slip`` or ``different``
    relation: Relation | None = None


_DIFFERENT = Likeness(0.0, "different")
_SAME = Likeness(1.0, "same")
_RELATION_SCORES = {"same": 1.0, "spelling": 0.98, "form": 0.92, "translation": 0.92, "diminutive": 0.88}


@lru_cache(maxsize=262144)
def liken(a: str, b: str) -> Likeness:
    """Return how alike two words are, whatever parts of names they be."""
    left, right = fold_word(a), fold_word(b)
    if left == right:
        return _SAME
    if not left or not right:
        return _DIFFERENT
    if len(left) == 1 or len(right) == 1:
        return Likeness(0.8, "initial") if left[0] == right[0] else _DIFFERENT
    if (relation := relate(a, b)) is not None:
        return Likeness(_RELATION_SCORES[relation.kind], "given", relation)
    if fold_surname(a) == fold_surname(b):
        return Likeness(0.97, "inflection")
    near = JaroWinkler.similarity(left, right)
    if near >= 0.7 and not sounds_of(a).isdisjoint(sounds_of(b)):
        return Likeness(0.94, "spelling")
    distance = OSA.distance(left, right)
    longest = max(len(left), len(right))
    if distance <= (1 if longest < 8 else 2) and longest >= 4 and left[0] == right[0]:
        return Likeness(0.9 - 0.4 * distance / longest, "slip")
    return Likeness(min(near, 0.6) * 0.9, "different")


def describe(a: str, b: str, likeness: Likeness) -> str:
    """Return the likeness as a historian would say it."""
    if likeness.kind == "same":
        return f"{a} = {b}"
    if likeness.kind == "given" and likeness.relation:
        return _describe_relation(a, b, likeness.relation)
    said = {
        "inflection": f"{a} and {b} are forms of one surname",
        "initial": f"{a} can stand for {b}" if len(a) <= len(b) else f"{b} can stand for {a}",
        "spelling": f"{b} is another spelling of {a}",
        "slip": f"{b} can be a slip for {a}",
    }
    return said.get(likeness.kind, f"{a} is not {b}")


def _describe_relation(a: str, b: str, relation: Relation) -> str:
    left, right = relation.left, relation.right
    if left is None or right is None:
        return f"{a} = {b}"
    if relation.kind == "spelling":
        return f"{b} is another spelling of {a}"
    if relation.kind == "diminutive":
        short, full = (a, b) if left.is_short else (b, a)
        return f"{short} is a short form of {full}"
    if relation.kind == "form":
        return f"{b} is another form of {a}"
    return f"{b} is the {_LANGUAGES.get(right.language, right.language)} form of {a}"
