"""Two places at which one thing is said to have been."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from factoid.criticism.accounts.crossings import crossing_in
from factoid.criticism.accounts.wording import listed, proper_words
from factoid.criticism.comparing.lands import beside_wide, best_of, is_wide
from factoid.criticism.conflicts.relation import UNKNOWN, Comparison, Relation, compare_sets
from factoid.names import sounds_of
from factoid.places import compare_places

_SPELLING = 0.9  #: Jaro-Winkler from which on two names are one in two spellings
_RELATIONS = {
    "same": Relation.SAME,
    "within": Relation.FINER,
    "contains": Relation.COARSER,
    "near": Relation.COMPATIBLE,
    "different": Relation.DIFFERENT,
}
_SHORT = 3  #: letters; shorter names are alike by chance
_KNOWN = 0.9  #: sure is what a gazetteer says; names alone say less
_BY_NAME = 0.4
_VAGUE = "without a point"
_FAR = 500  #: kilometres between a town and the middle of a province in which it does not lie


@lru_cache(maxsize=65536)
def places_compared(a: str, b: str) -> Comparison:
    """Return what one place is to another: by where they lie, else by their names.

    What has no name (*the village*) says nothing.
    """
    by_words = _compare_by_words(a, b)
    if by_words.relation in (Relation.UNKNOWN, Relation.SAME):
        return by_words
    found = beside_wide(a, b) or compare_places(a, b)
    if found.kind not in _RELATIONS:
        return UNKNOWN if found.reason.endswith(_VAGUE) or _is_polity(a) or _is_polity(b) else by_words
    if found.kind == "different" and _is_wide(a, b) and not _is_far(found.reason):
        return Comparison(Relation.COMPATIBLE, f"{a} and {b} may lie in one another", _BY_NAME)
    if found.kind == "different" and by_words.relation.agrees:
        return Comparison(Relation.COMPATIBLE, by_words.reason)
    relation = Relation.VARIANT if found.kind == "same" else _RELATIONS[found.kind]
    return Comparison(relation, f"{a}, {b}: {found.reason}", _KNOWN)


def _is_polity(place: str) -> bool:
    """Say whether a place is a country or a region, in which one that no gazetteer knows may lie."""
    best = best_of(place)
    return best is not None and is_wide(best.kind)


def _is_wide(a: str, b: str) -> bool:
    return bool(listed("wide_places") & {*proper_words(a.title()), *proper_words(b.title())})


def _is_far(reason: str) -> bool:
    found = re.search(r"([\d,]+) km", reason)
    return found is not None and int(found.group(1).replace(",", "")) > _FAR


@lru_cache(maxsize=65536)
def crossings_compared(a: str, b: str) -> Comparison:
    """Return what one place at which a border was crossed is to another: a name that no gazetteer has tells too."""
    found = places_compared(a, b)
    if found.relation is Relation.DIFFERENT:
        return Comparison(Relation.DIFFERENT, found.reason, max(found.sureness, _CROSSING_SURE))
    return found


_CROSSING_SURE = 0.7


@lru_cache(maxsize=65536)
def _compare_by_words(a: str, b: str) -> Comparison:
    ours, theirs = proper_words(a), proper_words(b)
    if not ours or not theirs:
        return UNKNOWN
    if (found := compare_sets(ours, theirs, a, b, told="name")) is not None:
        return found
    if (ours & theirs) - listed("kinds_of_place"):
        return Comparison(Relation.COMPATIBLE, f"{a} and {b} share a name")
    if _spelt_otherwise(ours, theirs):
        return Comparison(Relation.VARIANT, f"{a} and {b} are one name in two spellings")
    return Comparison(Relation.DIFFERENT, f"{a} is not {b}", _BY_NAME)


def _spelt_otherwise(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    left, right = ours - listed("kinds_of_place"), theirs - listed("kinds_of_place")
    if not left or not right:
        return False
    few, many = sorted((left, right), key=len)
    return all(any(_alike(word, other) for other in many) for word in few)


def _alike(a: str, b: str) -> bool:
    if a == b:
        return True
    return min(len(a), len(b)) > _SHORT and (
        JaroWinkler.similarity(a, b) >= _SPELLING
        or any(len(sound) > _SHORT for sound in sounds_of(a) & sounds_of(b))
    )


def goal_in(place: str, quote: str) -> str | None:
    """Return where somebody went; None where the place is what was left (*left the country*)."""
    crossing = crossing_in(quote)
    if crossing is not None and place in crossing:
        return None
    left = rf"\b(?:left|leaving|from|out of|fled|escaped) (?:the |of |from |out of )*{re.escape(place)}"
    return None if re.search(left, quote) else named_in(place, quote)


def named_in(place: str, quote: str) -> str:
    """Return the place with its name, where a reading has only what it was: *village* of *the village Budaika*."""
    if place.startswith("-"):  # -Hungary of Austria-Hungary
        whole = re.search(rf"\w+{re.escape(place)}", quote)
        return whole.group(0) if whole else place.lstrip("-")
    if proper_words(place) or " " in place:
        return place
    found = re.search(rf"\b{re.escape(place)} (?:of )?([A-Z][\w'’-]+)", quote)
    return found.group(1) if found else place
