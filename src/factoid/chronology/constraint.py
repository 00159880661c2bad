"""A constraint with its reason: what the rules make of statements, and the network is built of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from factoid.chronology.result import Step


class Strength(IntEnum):
    """How much a constraint may decide. Only firm ones bound what is possible and contradict one another."""

    TOLD = 1  #: the source tells it in this order
    CARRIED = 2  #: inferred by the reader, or said with doubt
    SAID = 3  #: said in so many words, but loosely (for about two years)
    SELDOM_FAILS = 4  #: a rule with exceptions (a mother of sixty)
    FIRM = 9


@dataclass(frozen=True, slots=True)
class Constraint:
    """From ``early`` to ``late`` at least ``days`` pass; points as in `network`."""

    early: int
    late: int
    days: int
    step: Step
    strength: Strength = Strength.FIRM
    rests_on: tuple[str, ...] = ()  #: the factoids without which it would not be there; none for a rule
    weight: int = 0  #: among those of one strength: the heavier is taken first
    is_check: bool = (
        False  #: it contradicts, but gives no bounds: that nobody lives for 123 years dates nothing
    )

    @property
    def is_firm(self) -> bool:
        """Whether it bounds what is possible."""
        return self.strength is Strength.FIRM


@dataclass(frozen=True, slots=True)
class Reading:
    """One of several ways to read a statement's date."""

    name: str  #: for people: January to March 1938
    constraints: tuple[Constraint, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A statement whose date can be read in several ways, exactly one of which holds."""

    factoid: str
    readings: tuple[Reading, ...]
    whole: tuple[Constraint, ...]  #: what holds in each of them
