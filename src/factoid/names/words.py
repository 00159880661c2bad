"""Two words of names side by side: the same, a variant and of which kind, or different."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from factoid.names.fold import fold_surname, fold_word, plain
from factoid.names.given import Relation, forms_of, relate
from factoid.names.sound import sounds_of, spelling_of

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
    kind: str  #: ``same``, ``given``, ``inflection``, ``spelling``, ``initial``, ``slip``, ``cut``, ``joined``, ``different``
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
    if spelling_of(left) == spelling_of(right):
        return Likeness(0.94, "spelling")
    if forms_of(a) and forms_of(b):  # two names that the table knows are two names, however close: Harry, Larry
        return _unlike(left, right)
    if _sound_alike(a, b, left, right):
        return Likeness(0.92, "spelling")
    if not _bases(left).isdisjoint(_bases(right)):
        return Likeness(0.93, "inflection")
    return _slip(a, b, left, right)


def _unlike(left: str, right: str) -> Likeness:
    return Likeness(min(JaroWinkler.similarity(left, right), 0.6) * 0.9, "different")


def _sound_alike(a: str, b: str, left: str, right: str) -> bool:
    """Whether the words share a key of sounds and their vowels are not far apart."""
    if JaroWinkler.similarity(left, right, score_cutoff=0.7) == 0 or sounds_of(a).isdisjoint(sounds_of(b)):
        return False
    allowed = 1 if max(len(left), len(right)) < 6 else 2
    return OSA.distance(spelling_of(left), spelling_of(right), score_cutoff=allowed) <= allowed


# Latvian and Lithuanian give every man's name an ending: Sergejs Lavrovs, Vladimiras Putinas.
_BALTIC = re.compile(r"(?<=...)(?:[aiu]s|s|is)$")


@lru_cache(maxsize=65536)
def _bases(folded: str) -> frozenset[str]:
    if len(folded) < 5:
        return frozenset({folded})
    bare = _BALTIC.sub("", folded)
    return frozenset({spelling_of(folded), spelling_of(bare), spelling_of(bare).rstrip("i")})


def _slip(a: str, b: str, left: str, right: str) -> Likeness:
    """Return what typing, copying or optical reading can have made of one word, by the number of edits."""
    longest = max(len(left), len(right))
    allowed = _edits_allowed(longest)
    distance = OSA.distance(left, right, score_cutoff=allowed)
    if distance > allowed and not (a.isascii() and b.isascii()):  # in the letters that were written
        left, right = plain(a), plain(b)
        longest = max(len(left), len(right))
        allowed = _edits_allowed(longest)
        distance = OSA.distance(left, right, score_cutoff=allowed)
    if distance > allowed or (distance > 1 and left[0] != right[0]):
        return _unlike(left, right)
    return Likeness(max(0.9 - 0.4 * distance / longest, 0.76), "slip")


def _edits_allowed(length: int) -> int:
    return 0 if length < 4 else 1 if length < 8 else 2 if length < 13 else 3


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
        "cut": f"{a} can be {b} cut off" if len(a) <= len(b) else f"{b} can be {a} cut off",
        "joined": f"{a} and {b} part the same letters differently",
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
