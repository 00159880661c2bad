"""A parsed name and the outcome of comparing two."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class PartKind(StrEnum):
    """What a word of a name is."""

    GIVEN = "given"
    PATRONYMIC = "patronymic"
    SURNAME = "surname"
    PARTICLE = "particle"  #: von, de, al-: belongs to the surname that follows
    DESCENT = "descent"  #: bin, ibn, oglu: the name beside it is a parent's
    MAIDEN = "maiden"
    NICKNAME = "nickname"
    ADDRESS = "address"  #: Mr, Comrade
    TITLE = "title"  #: Count, Dr
    OFFICE = "office"  #: King, Commissar
    RANK = "rank"
    OCCUPATION = "occupation"
    REGNAL = "regnal"  #: VIII, the Second
    GENERATION = "generation"  #: Jr., fils, the Elder
    EPITHET = "epithet"  #: the Great
    ORIGIN = "origin"  #: of Ockham
    LETTERS = "letters"  #: PhD, MP


class Culture(StrEnum):
    """The order and the parts that a name follows."""

    WESTERN = "western"
    SLAVIC = "slavic"  #: with a patronymic, or a surname of that kind
    SPANISH = "spanish"  #: two surnames
    EAST_ASIAN = "east_asian"  #: surname first
    HUNGARIAN = "hungarian"  #: surname first
    ARABIC = "arabic"  #: a chain: given, father, grandfather, origin
    MEDIEVAL = "medieval"  #: X of Y
    MONONYM = "mononym"


@dataclass(frozen=True, slots=True)
class NamePart:
    """A word, or several that belong together, and what they are."""

    text: str
    kind: PartKind


#: parts that stand around a name rather than in it
_BEFORE = frozenset({PartKind.ADDRESS, PartKind.TITLE, PartKind.OFFICE, PartKind.RANK, PartKind.OCCUPATION})


@dataclass(frozen=True)
class Name:
    """A name in its parts, in the order of the text. Nothing of the text is corrected."""

    text: str
    parts: tuple[NamePart, ...]
    culture: Culture
    sex: str | None = None  #: ``f``, ``m`` or None where the name does not tell

    def of(self, *kinds: PartKind) -> tuple[str, ...]:
        """Return the texts of the parts of these kinds, in order."""
        return tuple(part.text for part in self.parts if part.kind in kinds)

    @cached_property
    def given(self) -> tuple[str, ...]:
        """The given names, initials among them."""
        return self.of(PartKind.GIVEN)

    @cached_property
    def patronymic(self) -> str:
        """The patronymic, or an empty string."""
        return " ".join(self.of(PartKind.PATRONYMIC))

    @cached_property
    def surname(self) -> str:
        """The surname with its particles, or an empty string."""
        return " ".join(self.of(PartKind.PARTICLE, PartKind.SURNAME))

    @cached_property
    def maiden_name(self) -> str:
        """The surname before marriage, or an empty string."""
        return " ".join(self.of(PartKind.MAIDEN))

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """Titles, forms of address and offices before the name."""
        return self.of(PartKind.ADDRESS, PartKind.TITLE, PartKind.OFFICE)

    @cached_property
    def rank(self) -> str:
        """The military or service rank, or an empty string."""
        return " ".join(self.of(PartKind.RANK))

    @cached_property
    def suffix(self) -> str:
        """*Jr.*, *fils*, *the Elder*, or an empty string."""
        return " ".join(self.of(PartKind.GENERATION))

    @cached_property
    def regnal(self) -> str:
        """The number of a ruler, or an empty string."""
        return " ".join(self.of(PartKind.REGNAL))

    @cached_property
    def bare(self) -> str:
        """The name without what stands before it (titles, ranks, offices) and letters after it."""
        return " ".join(
            p.text for p in self.parts if p.kind not in _BEFORE and p.kind is not PartKind.LETTERS
        )


class Finding(StrEnum):
    """What comparing one part of two names found."""

    SAME = "same"
    VARIANT = "variant"  #: another spelling, translation, diminutive, inflection or a slip
    MISSING = "missing"  #: one name has the part, the other does not: no contradiction
    CONTRADICTED = "contradicted"  #: both have the part, and they differ


@dataclass(frozen=True, slots=True)
class PartComparison:
    """One part of two names side by side."""

    kind: PartKind
    finding: Finding
    left: str
    right: str
    score: float  #: how alike, 0 to 1; 0 where missing
    reason: str


@dataclass(frozen=True, slots=True)
class NameComparison:
    """How alike two names are, and why."""

    score: float  #: 0 to 1; from `SAME_PERSON_THRESHOLD` on the two can well be one person's
    parts: tuple[PartComparison, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """One line for each part, as a historian would say it."""
        return tuple(part.reason for part in self.parts)

    def has(self, finding: Finding, *kinds: PartKind) -> bool:
        """Say whether a part (of these kinds, or any) was found so."""
        return any(p.finding is finding and (not kinds or p.kind in kinds) for p in self.parts)
