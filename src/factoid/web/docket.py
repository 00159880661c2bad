"""The conflicts of the library as the pages show them: listed, at the lines of a dossier, and side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from factoid.criticism import WORTH_SHOWING
from factoid.criticism.conflicts.decided import Decisions
from factoid.errors import NotInLibrary
from factoid.model import ON_STATEMENTS, Claim, Conflict, ConflictStatus, DossierLine, SideWeight
from factoid.pipeline.disputes import KeptConflicts, own_conflicts_of
from factoid.pipeline.long_work import Work
from factoid.store import LibraryView
from factoid.web.site import Site
from factoid.web.texts.passages import passage_of, words_of_field

CLAIMS_OF_A_SIDE = 12  #: shown with their words; the others are counted


@dataclass(frozen=True, kw_only=True)
class Docket:
    """Every conflict that was found, each with the decision on it."""

    conflicts: tuple[Conflict, ...]
    is_ready: bool  #: False while they are looked for the first time
    is_current: bool  #: False while what has changed since is looked through

    @cached_property
    def shown(self) -> tuple[Conflict, ...]:
        """Those that are no likelier errors of reading, or that somebody has decided."""
        return tuple(c for c in self.conflicts if c.verdict or c.confidence >= WORTH_SHOWING)

    @cached_property
    def kinds(self) -> Counter[str]:
        """How many there are of each kind among those that are shown."""
        return Counter(str(conflict.kind) for conflict in self.shown)

    def shown_on(self, person: str) -> Sequence[Conflict]:
        """Return those that are shown on a person; without one, all."""
        return self._by_person.get(person, ()) if person else self.shown

    @cached_property
    def _by_id(self) -> Mapping[str, Conflict]:
        return {conflict.id: conflict for conflict in reversed(self.conflicts)}

    @cached_property
    def _by_person(self) -> Mapping[str, Sequence[Conflict]]:
        found: dict[str, list[Conflict]] = defaultdict(list)
        for conflict in self.shown:
            if conflict.person:
                found[conflict.person].append(conflict)
        return found

    def named(self, conflict_id: str) -> Conflict:
        """Return the conflict of an id; `NotInLibrary` where there is none."""
        found = self._by_id.get(conflict_id)
        if found is None:
            raise NotInLibrary(
                f"no conflict {conflict_id[:40]} in the library. Its sources may have changed."
            )
        return found

    def by_factoid(self, person: str) -> Mapping[str, tuple[Conflict, ...]]:
        """Return the conflicts in which each statement about a person has a part."""
        found: dict[str, dict[str, Conflict]] = defaultdict(dict)
        for conflict in self._by_person.get(person, ()):
            for claim in conflict.claims:
                found[claim.factoid][conflict.id] = conflict
        return {factoid: tuple(held.values()) for factoid, held in found.items()}


def docket_of(site: Site, *, patience: float | None = None) -> Docket:
    """Return the conflicts as far as they are found; what people decided is as of now."""
    library = site.library
    with library.moment():
        revision, veils = library.revision, library.veils_mark
    # By what is hidden, too: what was found before somebody was hidden is not shown meanwhile.
    answer = site.desk.ask(
        f"conflicts {veils}",
        revision,
        lambda: (revision, _found(site, veils)),
        patience=patience,
        is_apart=True,
    )
    if answer.value is None:
        return Docket(conflicts=(), is_ready=False, is_current=False)
    found_in, conflicts = answer.value
    return site.desk.once(
        f"docket {veils}",
        f"{found_in} {revision}",
        lambda: Docket(
            conflicts=tuple(map(Decisions(library.judgements(but=ON_STATEMENTS)).applied, conflicts)),
            is_ready=True,
            is_current=answer.is_current,
        ),
    )


def docket_on(site: Site, person: str, *, patience: float | None = None) -> Docket:
    """Return the conflicts in which a person's statements have a part.

    While those of the whole library are looked for the first time, those of this person alone.
    """
    whole = docket_of(site)
    if whole.is_ready:
        return whole
    library = site.library
    answer = site.desk.ask(
        f"conflicts {person}",
        library.revision,
        lambda: tuple(own_conflicts_of(library, person)),
        patience=patience,
    )
    return Docket(conflicts=answer.value or (), is_ready=answer.is_current, is_current=False)


def _found(site: Site, veils: str) -> tuple[Conflict, ...]:
    """Return the conflicts without decisions, the surest first."""
    site.see_to(Work.HEAR)
    known: KeptConflicts = site.desk.once(f"kept {veils}", "", KeptConflicts)
    return tuple(sorted(known.of(site.library), key=lambda c: (-c.confidence, c.person_name, c.id)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which conflicts a list shows."""

    kind: str = ""
    status: str = ""
    person: str = ""
    doubtful: bool = False  #: also what was probably misread

    def of(self, docket: Docket) -> list[Conflict]:
        """Return the conflicts that are wanted, in their order."""
        if not (self.kind or self.status or self.person or self.doubtful):
            return list(docket.shown)
        return [c for c in self.before_kind(docket) if not self.kind or c.kind == self.kind]

    def before_kind(self, docket: Docket) -> Iterator[Conflict]:
        """Yield what is wanted, of every kind."""
        for conflict in docket.conflicts if self.doubtful else docket.shown_on(self.person):
            if self.status and conflict.status != self.status:
                continue
            if not self.person or conflict.person == self.person:
                yield conflict

    def kinds(self, docket: Docket) -> Counter[str]:
        """Count what there is of each kind."""
        if not (self.status or self.person or self.doubtful):
            return docket.kinds
        return Counter(str(conflict.kind) for conflict in self.before_kind(docket))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimShown:
    """A claim with its words in their place; ``line`` is None where the statement is gone since."""

    claim: Claim
    passage: Markup
    line: DossierLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One column: what speaks for a side, and its claims."""

    weight: SideWeight
    claims: tuple[ClaimShown, ...]
    more: int  #: claims that are not shown

    @property
    def key(self) -> str:
        """The key that chooses it."""
        return self.weight.side.lower() if len(self.weight.side) == 1 else ""


def sides_of(library: LibraryView, conflict: Conflict) -> tuple[Side, ...]:
    """Return the columns of a conflict."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in conflict.claims:
        claims[claim.side].append(claim)
    with library.moment():
        lines = library.factoids(c.factoid for held in claims.values() for c in held[:CLAIMS_OF_A_SIDE])
        shown = {
            side: tuple(
                _shown(library, c, conflict.field, lines.get(c.factoid)) for c in held[:CLAIMS_OF_A_SIDE]
            )
            for side, held in claims.items()
        }
    return tuple(
        Side(weight=w, claims=shown.get(w.side, ()), more=len(claims[w.side]) - len(shown.get(w.side, ())))
        for w in conflict.weights
    )


def _shown(library: LibraryView, claim: Claim, field: str, line: DossierLine | None) -> ClaimShown:
    if line is None:
        return ClaimShown(claim=claim, passage=Markup("{}").format(claim.quote), line=None)
    factoid = line.factoid
    words = words_of_field(factoid, field)
    return ClaimShown(claim=claim, passage=passage_of(library, line.source, factoid.span, words), line=line)


def next_open(conflicts: Iterable[Conflict], conflict: Conflict) -> Conflict | None:
    """Return the next conflict in the list that nobody has decided, beginning anew at its end."""
    listed = list(conflicts)
    place = next((n for n, c in enumerate(listed) if c.id == conflict.id), -1)
    later = [*listed[place + 1 :], *listed[: max(place, 0)]]
    return next((c for c in later if c.status is not ConflictStatus.DECIDED), None)
