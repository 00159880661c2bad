"""What speaks for and against two names being one person's: a table to read aloud, and how it is applied."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp

from factoid.identity.profile import Profile
from factoid.identity.spelling import are_one_name, spelling_key
from factoid.names import Finding, PartComparison, PartKind, compare_names, forms_of, is_given_name, title_of
from factoid.resources import load

SURE = 7.0  #: from this many points on, two personas are one person
WORTH_ASKING = 4.0  #: from here on, a person should look


@dataclass(frozen=True, slots=True)
class Feature:
    """One kind of evidence and what it weighs."""

    name: str
    points: float
    note: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A feature found in two personas, with the words of it."""

    feature: str
    points: float
    reason: str


# A given name and a surname that agree make a person; anything less needs company; any contradiction forbids.
TABLE = {
    row.name: row
    for row in (
        Feature("surname", 4.0, "the surnames are one name, in whatever spelling"),
        Feature(
            "surname's slip", 3.0, "one has a figure among its letters: a slip of key or optical reading"
        ),
        Feature("surname nearly", 2.0, "one letter of a long surname is another"),
        Feature("surname alike", 1.0, "the surnames only sound alike, or one may be a slip"),
        Feature("given name", 4.0, "the given names are one name"),
        Feature(
            "given name's form", 3.5, "a translation, a short form or another spelling of the given name"
        ),
        Feature("given name alike", -2.0, "they only sound alike, as those of sisters and brothers may"),
        Feature("given name's slip", 3.0, "one is a given name, the other none, and a slip of it"),
        Feature("initial", 1.5, "an initial that fits"),
        Feature("middle name", 1.0, "a given name agrees that is not the first one in both"),
        Feature("second given name", 2.5, "a further given name or initial agrees"),
        Feature("patronymic", 2.5, "the patronymics agree"),
        Feature("number", 3.0, "the ruler's number or the generation agrees"),
        Feature("surname alone", -1.0, "one source does not tell the given name"),
        Feature("given name alone", -3.0, "without a surname, a given name is many people's"),
        Feature("common surname", -3.0, "too many people bear this surname"),
        Feature("surname that is a given name", -1.5, "perhaps two given names, and no surname"),
        Feature("surname that is a title", -3.0, "Pasha, Khan: perhaps a title, and no surname"),
        Feature("generation", -1.5, "only one is called the younger or the elder"),
        Feature("another name", -2.0, "one of the names is not the one by which its source calls the person"),
        Feature("sex", -4.0, "one is a woman, the other a man"),
        Feature("shared person", 2.0, "near both, the sources name one and the same other person"),
        Feature("birth day", 7.0, "both give the same day of birth"),
        Feature("birth year", 3.5, "both give the same year of birth"),
        Feature("birth slip", 2.0, "one figure in the day of birth is another: a slip of the pen"),
        Feature("birth year's slip", -5.0, "one figure in the year of birth is another: a slip, or the son"),
        Feature("birth near", 0.5, "the days of birth are less than a year apart"),
        Feature("birth differs", -5.0, "the sources give other days of birth, of one era"),
        Feature("death day", 7.0, "both give the same day of death"),
        Feature("death year", 3.5, "both give the same year of death"),
        Feature("death slip", 2.0, "one figure in the day of death is another: a slip of the pen"),
        Feature("death year's slip", -5.0, "one figure in the year of death is another"),
        Feature("death near", 0.5, "the days of death are less than a year apart"),
        Feature("death differs", -5.0, "the sources give other days of death, of one era"),
        Feature("times apart", -20.0, "namesakes of different times: one life would be too long"),
        Feature("place", 3.5, "both name the person with one place that few others share"),
        Feature("common place", 1.0, "both name the person with one country or large city"),
        Feature("further place", 2.5, "and with another"),
        Feature("post", 1.0, "both give one post, rank or trade"),
        Feature("further post", 0.5, "and another"),
        Feature("kin", 3.0, "one name in the same kinship"),
        Feature("crossed kin", -4.0, "one name is a parent's in one source, a child's in the other"),
        Feature("contradiction", -20.0, "both names have the part, and it differs"),
        Feature(
            "another surname", -10.0, "the given name agrees, the surname does not: a married woman's may not"
        ),
    )
}
MOST_SHARED = 6.0  #: points that shared people can give together


#: fitted on open records of historical figures: see the documentation
_LIKELY_AT_ZERO, _PER_POINT = (-1.0, 0.5)


def likelihood(points: float) -> float:
    """Return how large a share of the pairs with so many points was one person, where that could be counted."""
    return round(1 / (1 + exp(-(_LIKELY_AT_ZERO + _PER_POINT * points))), 2)


def evidence(feature: str, reason: str) -> Evidence:
    """Return evidence that weighs what the table says."""
    return Evidence(feature, TABLE[feature].points, reason)


@lru_cache(maxsize=131072)
def name_evidence(a: Profile, b: Profile) -> tuple[Evidence, ...]:
    """Return what two names say for and against their being one person's.

    A part that one name lacks says nothing: it is no evidence at all.
    """
    return tuple(_evidence(a, b))


def _evidence(a: Profile, b: Profile) -> Iterator[Evidence]:
    agreed: list[PartKind] = []
    differ = ""
    parts = compare_names(a.text, b.text).parts
    for part in sorted(parts, key=lambda part: not _is_first(part, a, b)):
        if part.finding is Finding.CONTRADICTED:
            differ = _contradiction(part, parts)
            yield evidence(differ, part.reason)
        elif part.finding is not Finding.MISSING:
            kind = _kind(part, a, b)
            if kind is not PartKind.GIVEN:
                yield from _of_part(part, kind, first=_first(a))
            elif kind in agreed:
                yield evidence("second given name", part.reason)
            else:
                yield evidence(_given_feature(part, is_first=_is_first(part, a, b)), part.reason)
            agreed.append(kind)
        elif part.kind is PartKind.GENERATION:
            yield evidence("generation", part.reason)
    if set(agreed) == {PartKind.SURNAME}:
        yield evidence("surname alone", "one source names no given name")
    elif set(agreed) == {PartKind.GIVEN} and not differ:
        yield evidence("given name alone", "a given name alone is many people's")
    if number := _number(a, b):
        yield evidence("number", f"both are {number}")


def _contradiction(part: PartComparison, parts: Collection[PartComparison]) -> str:
    """Return what the difference is: another surname beside one first given name may be a married woman's."""
    agreed = {p.kind for p in parts if p.finding in (Finding.SAME, Finding.VARIANT) and len(p.left) > 1}
    is_only = sum(p.finding is Finding.CONTRADICTED for p in parts) == 1
    is_surname = part.kind is PartKind.SURNAME and PartKind.GIVEN in agreed
    return "another surname" if is_only and is_surname else "contradiction"


def _kind(part: PartComparison, a: Profile, b: Profile) -> PartKind:
    """Return what the part is: a surname here is no surname that is a given name there (*King George*)."""
    is_given_there = (part.left in a.given) != (part.right in b.given)
    if part.kind is PartKind.SURNAME and is_given_there and not (a.is_full and b.is_full):
        return PartKind.GIVEN
    return part.kind


def _of_part(part: PartComparison, kind: PartKind, *, first: str) -> Iterator[Evidence]:
    is_one = are_one_name(part.left, part.right)
    if kind is PartKind.SURNAME:
        yield evidence("surname" if is_one else _surname_feature(part), part.reason)
        if not common_surnames().isdisjoint({spelling_key(part.left), spelling_key(part.right)}):
            yield evidence("common surname", f"{part.left} is a common surname")
        elif title_of(part.left) or title_of(part.right):
            yield evidence("surname that is a title", f"{part.left} may be a title")
        elif all(map(is_given_name, (first, part.left, part.right))):
            yield evidence("surname that is a given name", f"{part.left} is a given name too")
    elif kind is PartKind.PATRONYMIC:
        yield evidence("patronymic", part.reason)


def _surname_feature(part: PartComparison) -> str:
    """Return how far two surnames agree that are not one by spelling."""
    if _FIGURE.search(part.left + part.right):
        return "surname's slip"
    is_long = min(len(part.left), len(part.right)) >= _LONG
    return "surname nearly" if is_long and part.score >= _ONE_LETTER else "surname alike"


_FIGURE = re.compile(r"[^\W\d]\d|\d[^\W\d]")
_LONG, _ONE_LETTER = 6, 0.83  #: letters; the likeness of two words that one letter parts


def _given_feature(part: PartComparison, *, is_first: bool) -> str:
    if min(len(part.left), len(part.right)) == 1:
        return "initial"
    if not is_first:
        return "middle name"
    if part.finding is Finding.SAME:
        return "given name"
    if are_one_name(part.left, part.right):
        return "given name's form"
    if _FIGURE.search(part.left + part.right):
        return "given name's slip"
    return "given name alike" if is_known(part.left) == is_known(part.right) else "given name's slip"


def is_known(word: str) -> bool:
    """Say whether the table of given names has the word."""
    return bool(forms_of(word))


def _is_first(part: PartComparison, a: Profile, b: Profile) -> bool:
    """Whether the part is the first word in both names but for titles, so the name people go by."""
    return part.left == _first(a) and part.right == _first(b)


def _first(profile: Profile) -> str:
    words = profile.name.given or profile.name.of(PartKind.SURNAME)
    return words[0].replace("-", " ").split()[0].strip(".,") if words else ""


def _number(a: Profile, b: Profile) -> str:
    left, right = a.name.regnal or a.name.suffix, b.name.regnal or b.name.suffix
    return left if left and right else ""


@cache
def common_surnames() -> frozenset[str]:
    """Return the spelling keys of the surnames that many people bear."""
    lists = load("common_surnames")["surnames"].values()
    return frozenset(spelling_key(word) for words in lists for word in str(words).split())


def total(found: tuple[Evidence, ...]) -> float:
    """Return the points of the evidence together."""
    return sum(item.points for item in found)


SURNAMES = frozenset({"surname", "surname's slip", "surname nearly", "surname alike"})


@lru_cache(maxsize=262144)
def contradicted(a: Profile, b: Profile) -> frozenset[PartKind]:
    """Return the parts in which two names of one surname are different names."""
    if a == b:
        return frozenset()
    found = {item.feature for item in name_evidence(a, b)}
    if "contradiction" not in found or found.isdisjoint(SURNAMES):
        return frozenset()
    parts = compare_names(a.text, b.text).parts
    return frozenset(part.kind for part in parts if part.finding is Finding.CONTRADICTED)


@lru_cache(maxsize=262144)
def agreed(a: Profile, b: Profile) -> frozenset[PartKind]:
    """Return the parts in which two names agree."""
    parts = compare_names(a.text, b.text).parts
    return frozenset(part.kind for part in parts if part.finding in (Finding.SAME, Finding.VARIANT))


def names_exclude(ours: Collection[Profile], theirs: Collection[Profile]) -> bool:
    """Say whether the names of two groups cannot be one person's.

    What two names contradict each other in is no contradiction where a third name of either explains it:
    *Dixon Oldham* and *Rich Oldham* may both be Richard Dixon Oldham. A part that is merely missing explains
    nothing: *Ivan Petrov* does not make Ivan Ivanovich and Ivan Sergeyevich one.
    """
    for one in ours:
        for two in theirs:
            for kind in contradicted(one, two):
                if not any(kind in agreed(one, third) for third in theirs) and not any(
                    kind in agreed(third, two) for third in ours
                ):
                    return True
    return False


def surnames_exclude(ours: Collection[Profile], theirs: Collection[Profile]) -> bool:
    """Say whether a bare given name would bring two surnames together: *William* those of Jones and of Owen."""
    return any(
        part.kind is PartKind.SURNAME and part.finding is Finding.CONTRADICTED
        for one in ours
        for two in theirs
        if one.is_full and two.is_full
        for part in compare_names(one.text, two.text).parts
    )
