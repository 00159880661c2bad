"""Whose wife, father or son somebody is, as the text has told so far, and what follows from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from factoid.model import Span
from factoid.reading.lexicons import KinTerm, kin_backs, kin_chains, kin_kinds, telling_qualifiers
from factoid.reading.parse import Token
from factoid.reading.people.figures import Figure

#: of husbands and wives, who are not yet meant by *her husband*
_LATER = frozenset(["second", "third", "fourth"])
_ONE_EACH = frozenset(["father", "mother", "husband", "wife", "spouse"])


@dataclass(frozen=True, slots=True)
class Tie:
    """Words that say whose kin somebody is."""

    owner: Figure
    relative: Figure
    role: str  #: in the text's words: ``older brother``
    head: Token
    span: Span


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody known to be somebody's so-and-so."""

    role: str  #: a kin term or, of others, the noun: ``deputy``; empty where only the kind follows
    kind: str  #: the place in the family, whatever the sex: parent, child, sibling
    marks: frozenset[str]  #: what tells the relative from others of the kind: ``second``
    figure: Figure


@dataclass(slots=True)
class Family:
    """Who is what to whom. Asked in the text's words: *his second wife*."""

    _known: dict[int, list[Relative]] = field(default_factory=lambda: defaultdict(list))
    #: what the rest of the text says, from a reading before
    _foretold: dict[int, list[Relative]] = field(default_factory=lambda: defaultdict(list))

    def forget(self) -> None:
        """Start anew, but remember who the named relatives are."""
        self._foretold.clear()
        for owner, entries in self._known.items():
            self._foretold[owner] = [entry for entry in entries if entry.figure.is_named]
        self._known.clear()

    def unite(self, keep: Figure, other: Figure) -> None:
        """Tell of the one what was told of the other: they are the same."""
        for told in (self._known, self._foretold):
            for entry in told.pop(other.number, []):
                if entry not in told[keep.number]:
                    told[keep.number].append(entry)
            for owner, entries in told.items():
                now = (replace(e, figure=keep) if e.figure is other else e for e in entries)
                told[owner] = [e for e in now if e.figure.number != owner]

    def learn(
        self,
        owner: Figure,
        relative: Figure,
        noun: str,
        kin: KinTerm | None,
        words: str = "",
        *,
        back: str = "",
    ) -> None:
        """Remember that the relative is the owner's so-and-so, and what follows for the owner.

        ``back``: what the owner is taken for where the text does not tell the sex.
        """
        if owner is relative:
            return
        role = _role(noun, kin)
        kind = kin_kinds().get(role, role)
        marks = _marks_of(words)
        self._add(owner, Relative(role, kind, marks, relative))
        if kin is not None and kind in kin_backs():
            self._add(relative, Relative(back, kin_backs()[kind], marks & {"former", "ex"}, owner))

    def _add(self, owner: Figure, entry: Relative) -> None:
        if entry not in self._known[owner.number]:
            self._known[owner.number].append(entry)

    def find(self, owner: Figure, noun: str, kin: KinTerm | None, words: str = "") -> Figure | None:
        """Return who the owner's so-and-so is, None where it was not told or is not clear."""
        role = _role(noun, kin)
        asked = _marks_of(words)
        found = [e for e in reversed(self._known[owner.number]) if _answers(e, role, kin)]
        exact = [e.figure for e in found if e.marks == asked]
        if exact:
            return exact[0]
        if role in _ONE_EACH:
            alone = next((e.figure for e in found if not (e.marks and asked)), None)
            return alone or (None if asked else self._follows(owner, role, kin, self._known))
        figures = _distinct(e.figure for e in found)
        if figures:
            return figures[0] if len(figures) == 1 and not asked else None
        return None if asked else self._follows(owner, role, kin, self._known)

    def _follows(
        self, owner: Figure, role: str, kin: KinTerm | None, told: dict[int, list[Relative]]
    ) -> Figure | None:
        """Return the only one who must be the owner's so-and-so by what is told of others."""
        if kin is None:
            return None
        reached: list[Figure] = []
        for steps in kin_chains().get(kin_kinds().get(role, ""), ()):
            here = [owner]
            for step in steps:
                here = _distinct(
                    e.figure for f in here for e in told.get(f.number, ()) if e.kind == step and not e.marks
                )
            reached += [f for f in here if f is not owner and (not kin.sex or f.sex in (kin.sex, None))]
        figures = _distinct(reached)
        return figures[0] if len(figures) == 1 else None

    def all_of(self, owner: Figure, role: str) -> list[Figure]:
        """Return all the named whom the text has told to be the owner's wives, husbands, ... ."""
        kind = kin_kinds().get(role, role)
        entries = (e for e in self._known.get(owner.number, ()) if e.kind == kind and e.role in (role, ""))
        return _distinct(e.figure for e in entries if e.figure.is_named)

    def is_of_no_older_generation(self, owner: Figure, other: Figure) -> bool:
        """Whether the text has told that somebody is a brother, a cousin, a wife, a child: nobody's parent too."""
        known = self._known.get(owner.number, ())
        return any(e.figure is other and e.kind in _SAME_OR_YOUNGER for e in known)

    def holders(self, noun: str, kin: KinTerm) -> dict[int, Figure]:
        """Return who is known to be anybody's so-and-so: *the father*, by number."""
        role = _role(noun, kin)
        return {
            e.figure.number: e.figure
            for entries in self._known.values()
            for e in entries
            if _answers(e, role, kin)
        }

    def foretold(self, owner: Figure, noun: str, kin: KinTerm, words: str = "") -> Figure | None:
        """Return the only named relative of that kind of whom the text tells anywhere."""
        role, asked = _role(noun, kin), _marks_of(words)
        later = (
            {e.figure.number for e in self._foretold[owner.number] if e.marks & _LATER}
            if not asked
            else set()
        )
        found = _distinct(
            e.figure
            for e in self._foretold[owner.number]
            if e.figure.names and e.marks == asked and _answers(e, role, kin) and e.figure.number not in later
        )
        if found or asked:
            return found[0] if len(found) == 1 else None
        return self._follows(owner, role, kin, self._foretold)


_SAME_OR_YOUNGER = frozenset(("sibling", "cousin", "spouse", "child", "grandchild", "nephew"))


def _role(noun: str, kin: KinTerm | None) -> str:
    return kin.role if kin is not None and kin.role != "other" else noun


def _answers(entry: Relative, role: str, kin: KinTerm | None) -> bool:
    """Whether the relative can be called so: a *child* is the son, a parent of the right sex the *mother*."""
    if entry.role == role:
        return True
    if kin is None or entry.kind != kin_kinds().get(role):
        return False
    is_of_sex = kin.sex is None or entry.figure.sex in (kin.sex, None)
    return is_of_sex and (not entry.role or kin.sex is None)


def _distinct(figures: Iterable[Figure]) -> list[Figure]:
    return list({figure.number: figure for figure in figures}.values())


def _marks_of(words: str) -> frozenset[str]:
    return frozenset(words.split()) & telling_qualifiers()
