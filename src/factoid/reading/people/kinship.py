"""Whose wife, father or son somebody is, as the text has told so far."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from factoid.model import Span
from factoid.reading.lexicons import KinTerm
from factoid.reading.parse import Token
from factoid.reading.people.figures import Figure

_ORDINALS = frozenset(
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "elder",
        "older",
        "eldest",
        "oldest",
        "younger",
        "youngest",
        "other",
        "another",
        "former",
        "ex",
        "only",
    ]
)
_ONE_EACH = frozenset(["father", "mother", "husband", "wife", "spouse"])
_SPOUSES = {"husband": "wife", "wife": "husband", "spouse": "spouse"}


@dataclass(frozen=True, slots=True)
class Tie:
    """Words that say whose kin somebody is."""

    owner: Figure
    relative: Figure
    role: str  #: in the text's words: ``older brother``
    head: Token
    span: Span


@dataclass(slots=True)
class Family:
    """Who is what to whom. Asked in the text's words: *his second wife*."""

    _known: dict[int, list[tuple[str, frozenset[str], Figure]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    _foretold: dict[int, list[tuple[str, frozenset[str], Figure]]] = field(
        default_factory=lambda: defaultdict(list)
    )  #: what the rest of the text says, from a reading before

    def forget(self) -> None:
        """Start anew, but remember who the named relatives are."""
        self._foretold.clear()
        for owner, entries in self._known.items():
            self._foretold[owner] = [entry for entry in entries if entry[2].is_named]
        self._known.clear()

    def learn(self, owner: Figure, relative: Figure, noun: str, kin: KinTerm | None, words: str = "") -> None:
        """Remember that the relative is the owner's so-and-so, and what follows for the owner."""
        if owner is relative:
            return
        role = kin.role if kin is not None and kin.role != "other" else noun
        self._add(owner, relative, role, _marks_of(words))
        if kin is None:
            return
        if role in ("son", "daughter", "child"):
            for parent in _by_sex(owner, "father", "mother"):
                self._add(relative, owner, parent, frozenset())
        elif role in ("father", "mother", "parent"):
            for child in _by_sex(owner, "son", "daughter"):
                self._add(relative, owner, child, frozenset())
        elif role in _SPOUSES:
            self._add(relative, owner, _SPOUSES[role], _marks_of(words) & {"former", "ex"})

    def _add(self, owner: Figure, relative: Figure, role: str, marks: frozenset[str]) -> None:
        entry = (role, marks, relative)
        if entry not in self._known[owner.number]:
            self._known[owner.number].append(entry)

    def find(self, owner: Figure, noun: str, kin: KinTerm | None, words: str = "") -> Figure | None:
        """Return who the owner's so-and-so is, None where it was not told or is not clear."""
        role = kin.role if kin is not None and kin.role != "other" else noun
        asked = _marks_of(words)
        found = [
            (marks, figure)
            for known, marks, figure in reversed(self._known[owner.number])
            if known == role
            or (role == "spouse" and known in _SPOUSES)
            or (role == "child" and known in ("son", "daughter"))
        ]
        exact = [figure for marks, figure in found if marks == asked]
        if exact:
            return exact[0]
        if role in _ONE_EACH:
            return next((figure for marks, figure in found if not (marks and asked)), None)
        figures = {figure.number: figure for _, figure in found}
        return next(iter(figures.values())) if len(figures) == 1 and not asked else None

    def holders(self, noun: str, kin: KinTerm) -> dict[int, Figure]:
        """Return who is known to be anybody's so-and-so: *the father*, by number."""
        role = kin.role if kin.role != "other" else noun
        return {
            figure.number: figure
            for entries in self._known.values()
            for known, _, figure in entries
            if known == role
        }

    def foretold(self, owner: Figure, noun: str, kin: KinTerm, words: str = "") -> Figure | None:
        """Return the only named relative of that kind of whom the text tells anywhere."""
        asked = _marks_of(words)
        found = {
            figure.number: figure
            for known, marks, figure in self._foretold[owner.number]
            if known == (kin.role if kin.role != "other" else noun) and figure.names and marks == asked
        }
        return next(iter(found.values())) if len(found) == 1 else None


def _marks_of(words: str) -> frozenset[str]:
    return frozenset(words.split()) & _ORDINALS


def _by_sex(figure: Figure, male: str, female: str) -> tuple[str, ...]:
    return {"m": (male,), "f": (female,)}.get(figure.sex or "", (male, female))
