"""How what two statements say in one field stands to each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """What two values are to each other."""

    SAME = "same"
    VARIANT = "variant"  #: the same in another spelling, language or calendar
    FINER = "finer"  #: the first says the same and more
    COARSER = "coarser"  #: the second does
    COMPATIBLE = "compatible"  #: both can be true
    EQUIVALENT = "equivalent"  #: not the same, but of the same standing: ranks of two services
    NEIGHBOURING = "neighbouring"  #: different steps of one matter
    DIFFERENT = "different"  #: they cannot both be true
    UNKNOWN = "unknown"  #: one is missing, or nothing is known of how they relate

    @property
    def agrees(self) -> bool:
        """Whether the two name the same, more or less precisely."""
        return self in _AGREEING


_AGREEING = frozenset({Relation.SAME, Relation.VARIANT, Relation.FINER, Relation.COARSER})


@dataclass(frozen=True, slots=True)
class Comparison:
    """A relation, why it is so, and how sure that is."""

    relation: Relation
    reason: str = ""
    sureness: float = 1.0

    @property
    def turned(self) -> Comparison:
        """The same, seen from the other side."""
        other = {Relation.FINER: Relation.COARSER, Relation.COARSER: Relation.FINER}.get(self.relation)
        return Comparison(other, self.reason, self.sureness) if other else self


UNKNOWN = Comparison(Relation.UNKNOWN)


def compare_sets(
    ours: frozenset[str], theirs: frozenset[str], a: str, b: str, *, told: str = "say"
) -> Comparison | None:
    """Compare two values by the words they consist of; None where neither has all that the other has."""
    if ours == theirs:
        return Comparison(Relation.SAME, f"both {told} {a}")
    if ours > theirs:
        return Comparison(Relation.FINER, f"{a} says more than {b}")
    if ours < theirs:
        return Comparison(Relation.COARSER, f"{b} says more than {a}")
    return None
