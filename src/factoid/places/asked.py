"""What the words for a place ask for: the name proper, the kind it gives away, the place it lies in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from factoid.places.folding import fold_place
from factoid.resources import load

_ARTICLE = re.compile(r"(?:the|The|THE|old|Old|present-day|modern|nearby|then|near|outside|around)\s+")
_OF = re.compile(
    r"(?:the\s+)?(?:city|town|village|port|parish|district|province|region|settlement)\s+of\s+", re.I
)
_SIDES = re.compile(
    r"(?:north|south|east|west|central|upper|lower|middle|inner|outer|soviet|russian|japanese|german|"
    r"north-?east|north-?west|south-?east|south-?west)(?:ern)?[\s-]+",
    re.IGNORECASE,
)
_SEAT = re.compile(
    r"\s+(?:court[\s-]?house|c\.\s?h\.|station|depot|city|town|railway station|suburb)\.?$", re.IGNORECASE
)
_AROUND = re.compile(
    r"\s+(?:oblast|region|province|krai|governorate|guberniya|gubernia|district|uyezd|voivodeship|vilayet)$",
    re.IGNORECASE,
)
#: Spellings of another time, tried when the name as it stands is not found.
_OLD_SPELLINGS = (
    (re.compile(r"borough\b"), "boro"),
    (re.compile(r"burgh\b"), "burg"),
    (re.compile(r"burg\b"), "burgh"),
    (re.compile(r"boro\b"), "borough"),
    (re.compile(r"\bcentre\b"), "center"),
    (re.compile(r"ck\b"), "c"),
    (re.compile(r"(?<=\w{3}) (?=\w{4})"), ""),
    (re.compile(r"^(la|de|le|mc|saint) (?=\w{3})"), r"\1"),
    (re.compile(r"(?<=\w{3})ville\b"), " ville"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A place as the text names it."""

    name: str  #: without article and without the place it lies in
    container: str = ""  #: *Ukraine* in *Odessa, Ukraine*
    kind: str = ""  #: what its words give away: river, lake, fort …
    is_vague: bool = False


@cache
def _vague() -> tuple[frozenset[str], frozenset[str], dict[str, str]]:
    data = load("places_vague")
    small = frozenset(data["small"].split())
    phrases = frozenset(_without(small, fold_place(p.strip())) for p in data["phrases"].split(";"))
    kinds = {word: kind for kind, words in data["kinds"].items() for word in words.split()}
    return phrases, frozenset(data["words"].split()) | small, kinds


def _without(small: frozenset[str], phrase: str) -> str:
    return " ".join(word for word in phrase.split() if word not in small)


def asked_for(words: str) -> Asked:
    """Return what the words for a place ask for.

    >>> asked_for("Odessa, Ukraine").container
    'Ukraine'
    >>> asked_for("the Far East").is_vague
    True
    """
    text = " ".join(words.split()).strip(" ,;")
    name, _, container = text.partition(", ")
    phrases, vague, kinds = _vague()
    key = fold_place(name)
    told = key.split()
    is_vague = not told or all(word in vague for word in told) or _without(_small(), key) in phrases
    kind = (
        next((kinds[word] for word in (*told[-1:], *told[:1]) if word in kinds), "") if len(told) > 1 else ""
    )
    return Asked(_ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name, container, kind, is_vague)


@cache
def _small() -> frozenset[str]:
    return frozenset(load("places_vague")["small"].split())


def variants(name: str) -> tuple[str, ...]:
    """Return other forms to look up, best first, when the name as it stands is in no gazetteer."""
    found: list[str] = []
    for pattern in (_OF, _SEAT, _SIDES):
        shorter = pattern.sub("", name, count=1) if pattern is _SEAT else _cut(pattern, name)
        if shorter != name and shorter:
            found.append(shorter)
    key = fold_place(name)
    found.append(f"the {key}")
    for old, new in _OLD_SPELLINGS:
        other = old.sub(new, key, count=1)
        if other != key:
            found.append(other)
    return tuple(dict.fromkeys(found))


def seat_of(name: str) -> str:
    """Return the town that a province is called by: *Kazan* of *Kazan province*; empty if it is no province."""
    seat = _AROUND.sub("", name, count=1)
    return seat if seat != name else ""


def _cut(pattern: re.Pattern[str], name: str) -> str:
    matched = pattern.match(name)
    return name[matched.end() :] if matched else name
