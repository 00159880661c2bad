"""The other persons in one statement of two sources."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factoid.criticism.conflicts.relation import UNKNOWN, Comparison, Relation
from factoid.names import SAME_PERSON_THRESHOLD, compare_names
from factoid.names.model import Finding, PartKind

_Person = tuple[str, str]
_CLEARLY_OTHER = 0.35  #: below, two names share nothing that counts


def compare_related(a: Sequence[_Person], b: Sequence[_Person]) -> Comparison:
    """Compare who else is in two statements: one by one where there is one, else whether any is in both."""
    if not a or not b:
        return UNKNOWN
    found = [compare_persons(one, other) for one in a for other in b]
    agreeing = [c for c in found if c.relation.agrees]
    if agreeing:
        return min(agreeing, key=lambda c: _ORDER.index(c.relation))
    if len(found) == 1:
        return found[0]
    different = [c for c in found if c.relation is Relation.DIFFERENT]
    return different[0] if len(different) == len(found) else UNKNOWN


_ORDER = [Relation.SAME, Relation.VARIANT, Relation.FINER, Relation.COARSER]


def compare_persons(a: _Person, b: _Person) -> Comparison:
    """Compare two persons, each known by an id and a name."""
    (our_id, ours), (their_id, theirs) = a, b
    if ours.casefold() == theirs.casefold():
        return Comparison(Relation.SAME, f"both name {ours}")
    if not (is_name(ours) and is_name(theirs)):
        return Comparison(Relation.SAME, "judged one person") if our_id == their_id else UNKNOWN
    compared = compare_names(ours, theirs)
    why = "; ".join(compared.reasons[:2])
    if any(part.finding is Finding.CONTRADICTED for part in compared.parts) and our_id != their_id:
        return Comparison(Relation.DIFFERENT, why, 0.9)
    if compared.score >= SAME_PERSON_THRESHOLD or our_id == their_id:
        return Comparison(Relation.VARIANT, why or "judged one person")
    if compared.score > _CLEARLY_OTHER:
        return Comparison(Relation.COMPATIBLE, why)
    return Comparison(Relation.DIFFERENT, f"{ours} is not {theirs}", 0.9)


def is_name(words: str) -> bool:
    """Say whether the words name somebody rather than describe (*wife of Ivan*, *a soldier*)."""
    return words[:1].isupper() and " of " not in words


@lru_cache(maxsize=65536)
def patronymics_compared(a: str, b: str) -> Comparison:
    """Compare two full names by whose child they say the person is; another spelling or language is a variant."""
    parts = [p for p in compare_names(a, b).parts if p.kind in (PartKind.GIVEN, PartKind.PATRONYMIC)]
    found = {part.finding for part in parts if part.kind is PartKind.PATRONYMIC}
    if Finding.CONTRADICTED in found:
        return Comparison(Relation.DIFFERENT, f"{a}, {b}: two fathers' names", 0.9)
    if not found & {Finding.SAME, Finding.VARIANT}:
        return UNKNOWN
    if any(part.finding is Finding.VARIANT for part in parts):
        return Comparison(Relation.VARIANT, f"{a} and {b} are one name in two spellings")
    return Comparison(Relation.SAME, f"both call the person {a}")


@lru_cache(maxsize=65536)
def birth_names_compared(a: str, b: str) -> Comparison:
    """Compare two surnames that somebody is said to have been born with."""
    ours, theirs = a.split()[-1], b.split()[-1]
    compared = compare_names(ours, theirs)
    found = {part.finding for part in compared.parts}
    if Finding.CONTRADICTED in found:
        return Comparison(Relation.DIFFERENT, f"born {ours}, born {theirs}", 0.9)
    relation = Relation.SAME if found == {Finding.SAME} else Relation.VARIANT
    return Comparison(relation, f"{ours}, {theirs}: {'; '.join(compared.reasons[:1])}")


@lru_cache(maxsize=65536)
def share_given_name(a: str, b: str) -> bool:
    """Say whether two names have one given name, in whatever spelling."""
    return any(
        part.kind is PartKind.GIVEN and part.finding in (Finding.SAME, Finding.VARIANT)
        for part in compare_names(a, b).parts
    )
