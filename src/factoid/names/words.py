"""Two words of names side by side: the same, a variant and of which kind, or different."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from factoid.names.fold import fold_surname, fold_word, plain
from factoid.names.given import Relation, families_of, forms_of, relate
from factoid.names.romanise import is_cyrillic, romanisations
from factoid.names.sound import is_katakana, kana_sound, sounds_of, spelling_of
from factoid.resources import load


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two words are, 0 to 1, and as what."""

    score: float
    #: same, given (see the relation), inflection, spelling, initial, slip, cut, joined or different
    kind: str
    relation: Relation | None = None


_DIFFERENT = Likeness(0.0, "different")
_SAME = Likeness(1.0, "same")
_INITIAL = Likeness(0.8, "initial")
_INFLECTED = Likeness(0.97, "inflection")
_BALTIC_INFLECTED = Likeness(0.93, "inflection")
_SPELLING = Likeness(0.94, "spelling")
_SOUND = Likeness(0.92, "spelling")
_KANA = Likeness(0.85, "spelling")  # so few sounds are left that others share them
_RELATION_SCORES = {"same": 1.0, "spelling": 0.98, "form": 0.92, "translation": 0.92, "diminutive": 0.88}

# Latvian and Lithuanian give every man's name an ending: Sergejs Lavrovs, Vladimiras Putinas.
_BALTIC = re.compile(r"(?<=....)(?:[aiu]s|s)$")


class Reading:
    """A word in every way of reading it that comparing needs, worked out once."""

    __slots__ = (
        "bases", "folded", "is_ascii", "is_given", "is_kana", "keys", "sounds", "spelling", "spellings",
        "surname", "word",
    )  # fmt: skip

    def __init__(self, word: str) -> None:
        self.word = word
        self.folded = fold_word(word)
        self.is_ascii = word.isascii()
        self.is_given = bool(forms_of(word))
        self.is_kana = not self.is_ascii and is_katakana(word)
        self.surname = fold_surname(word)
        self.sounds = sounds_of(word)
        self.spelling = spelling_of(self.folded)
        latin = {fold_word(spelt) for spelt in romanisations(word).values()} if is_cyrillic(word) else set()
        self.spellings = frozenset({self.spelling, *map(spelling_of, latin)})
        bare = spelling_of(_BALTIC.sub("", self.folded))
        self.bases = frozenset({self.spelling, bare, bare.rstrip("i")})
        #: two words that share none of these are no more than a slip apart
        self.keys = self._keys()

    def _keys(self) -> frozenset[str]:
        families = (f"={family}" for family in families_of(self.word))
        sounds = (f"~{sound}" for sound in self.sounds)
        return frozenset({f"-{self.surname}", *self.bases, *self.spellings, *families, *sounds})


@lru_cache(maxsize=65536)
def reading_of(word: str) -> Reading:
    """Return the word's readings."""
    return Reading(word)


def liken(a: str, b: str) -> Likeness:
    """Return how alike two words are, whatever parts of names they be; 0 where they are not the same name."""
    return liken_readings(reading_of(a), reading_of(b))


@lru_cache(maxsize=131072)
def liken_readings(a: Reading, b: Reading) -> Likeness:
    """Return how alike two words are."""
    if (len(a.word) == 1) != (len(b.word) == 1):
        return _INITIAL if _may_begin(*sorted((a, b), key=lambda r: len(r.word))) else _DIFFERENT
    if a.keys.isdisjoint(b.keys) and len(a.folded) > 1 < len(b.folded):
        if a.is_kana != b.is_kana:
            return _KANA if kana_sound(a.folded) == kana_sound(b.folded) else _DIFFERENT
        return _DIFFERENT if a.is_given and b.is_given else _slip(a, b)
    left, right = a.folded, b.folded
    if left == right:
        return _SAME
    if len(left) < 2 or len(right) < 2:
        return _INITIAL if left and right and left[0] == right[0] else _DIFFERENT
    return _liken_keyed(a, b)


def _may_begin(initial: Reading, name: Reading) -> bool:
    """Whether a letter is the initial of a name: *Y.* or *E.* that of Yevgeny, *Ю.* that of Yury and of Iurii."""
    letters, whole = initial.folded, name.folded
    if whole.startswith(letters):
        return bool(letters)
    if len(letters) == 2 and letters[0] == "y":
        return whole[:1] in ("i", "j") and whole[1:2] == letters[1]
    return letters == "e" and whole.startswith("ye")


#: initials that may be one sound, spelt in two ways
_ONE_SOUND = frozenset(
    map(frozenset, ("ey", "iy", "jy", "ij", "ej", "hk", "gh", "ck", "cs", "ct", "cz", "vw", "fp", "kx", "hx"))
)


def may_be_one_initial(a: str, b: str) -> bool:
    """Say whether two names may begin with one letter, in two spellings."""
    return frozenset((fold_word(a)[:1], fold_word(b)[:1])) in _ONE_SOUND


def _liken_keyed(a: Reading, b: Reading) -> Likeness:
    """Return how alike two longer words are that share a key."""
    if (relation := relate(a.word, b.word)) is not None:
        return Likeness(_RELATION_SCORES[relation.kind], "given", relation)
    if a.surname == b.surname:
        return _INFLECTED
    if not a.spellings.isdisjoint(b.spellings):
        return _SPELLING
    if a.is_given and b.is_given:  # two names that the table knows are two names, however close: Harry, Larry
        return _DIFFERENT
    if not a.sounds.isdisjoint(b.sounds) and _vowels_agree(a.spelling, b.spelling):
        return _SOUND
    if not a.bases.isdisjoint(b.bases) and len(a.folded) > 4 < len(b.folded):
        return _BALTIC_INFLECTED
    return _slip(a, b)


def _vowels_agree(a: str, b: str) -> bool:
    allowed = 1 if max(len(a), len(b)) < 6 else 2
    return OSA.distance(a, b, score_cutoff=allowed) <= allowed


def _slip(a: Reading, b: Reading) -> Likeness:
    """Return what typing, copying or optical reading can have made of one word, by the number of edits."""
    left, right = a.folded, b.folded
    distance = _edits(left, right)
    if distance is None and not (a.is_ascii and b.is_ascii):  # in the letters that were written
        left, right = plain(a.word), plain(b.word)
        distance = _edits(left, right)
    if distance is None or (distance > 1 and left[0] != right[0]):
        return _DIFFERENT
    return Likeness(max(0.9 - 0.4 * distance / max(len(left), len(right)), 0.76), "slip")


def _edits(left: str, right: str) -> int | None:
    """Return the number of edits between two words, None where it is more than a slip makes."""
    longer, shorter = len(left), len(right)
    if shorter > longer:
        longer, shorter = shorter, longer
    allowed = _EDITS[longer] if longer < len(_EDITS) else 3
    if longer - shorter > allowed or not allowed:
        return None
    distance = OSA.distance(left, right, score_cutoff=allowed)
    return distance if distance <= allowed else None


#: how many edits a slip makes in a word of so many letters; then 3
_EDITS = (0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2)


def nearness(a: str, b: str) -> float:
    """Return how near the letters of two different words are, at most .54."""
    return 0.9 * min(JaroWinkler.similarity(fold_word(a), fold_word(b)), 0.6)


def describe(a: str, b: str, likeness: Likeness) -> str:
    """Return the likeness as a historian would say it."""
    if likeness.kind == "same":
        return f"{a} = {b}"
    if likeness.kind == "given" and likeness.relation:
        return _describe_relation(a, b, likeness.relation)
    template = _SAID.get(likeness.kind)
    if template is None:
        return f"{a} is not {b}"
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return template.format(a=a, b=b, short=short, long=long)


_SAID = {
    "inflection": "{a} and {b} are forms of one surname",
    "initial": "{short} can stand for {long}",
    "spelling": "{b} is another spelling of {a}",
    "slip": "{b} can be a slip for {a}",
    "cut": "{short} can be {long} cut off",
    "joined": "{a} and {b} are the same letters, written together or apart",
}


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
    language = load("languages")["names"].get(right.language, right.language)
    return f"{b} is the {language} form of {a}"
