"""The conflicts of a library: found person by person, kept until the evidence changes, decided by people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from factoid.criticism import VERSION, WORTH_SHOWING, Setting, Witnesses
from factoid.criticism.conflicts.conflicts import examine
from factoid.criticism.conflicts.decided import Decisions, decision_on
from factoid.criticism.conflicts.posts import Tenure, tenure_of_json, two_holders
from factoid.criticism.conflicts.weigh import weighed
from factoid.errors import NotInLibrary
from factoid.model import (
    ON_STATEMENTS,
    Conflict,
    ConflictKind,
    Judgement,
    Ruling,
    Span,
    Verdict,
    conflict_of_json,
)
from factoid.pipeline.hearing import heard_on, impossible_if_likely, impossible_in, refresh
from factoid.pipeline.witnesses import witnesses_of
from factoid.store import Library, LibraryView, VeiledView


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which conflicts to list."""

    kinds: frozenset[ConflictKind] = frozenset()  #: none: all that are disagreements
    is_doubtful_too: bool = False  #: also those that are likelier errors of reading

    def takes(self, conflict: Conflict) -> bool:
        """Say whether a conflict is wanted. What a person has decided on is never left out for doubt."""
        if self.kinds and conflict.kind not in self.kinds:
            return False
        if not self.kinds and not conflict.kind.is_disagreement:
            return False
        return self.is_doubtful_too or conflict.verdict is not None or conflict.confidence >= WORTH_SHOWING


def conflicts_of(
    library: LibraryView, person: str | None = None, wanted: Wanted | None = None
) -> Iterator[Conflict]:
    """Yield the conflicts of a library, or of one person (by id or name), each with the decision on it.

    The conflicts of a whole library are kept in it, where it can be written, and found anew only for persons
    whose evidence has changed.
    """
    wanted = wanted or Wanted()
    judgements = library.judgements(but=ON_STATEMENTS)
    decisions = Decisions(judgements)
    if person is not None:
        agreeing = any(not kind.is_disagreement for kind in wanted.kinds)
        setting = Setting(judgements=judgements, with_agreeing=agreeing)
        found = _with_witnesses(library, _of_persons(library, [library.person(person).id], setting))
    elif any(not kind.is_disagreement for kind in wanted.kinds):
        setting = Setting(judgements=judgements, with_agreeing=True)
        found = iter(_concluded(library, _found_anew(library, judgements, setting)))
    else:
        found = _with_witnesses(library, _each_once(_of_all(library, judgements)))
    return (c for c in map(decisions.applied, found) if wanted.takes(c))


def _each_once(found: Iterable[Conflict]) -> Iterator[Conflict]:
    """Yield each conflict for one person only: that of a wedding is in the lives of both.

    It is listed, after the others, with the one of whom the sources disagree on most.
    """
    on: Counter[str] = Counter()
    shared: list[list[Conflict]] = []
    told: dict[tuple[str, Span], list[int]] = defaultdict(list)
    for conflict in found:
        on[conflict.person] += 1
        if conflict.type != _OF_TWO:
            yield conflict
            continue
        places = {(claim.source, claim.anchor.span) for claim in conflict.claims}
        near = dict.fromkeys(group for place in places for group in told[place])
        group = next((g for g in near if any(_is_of_one_tie(conflict, c) for c in shared[g])), len(shared))
        if group == len(shared):
            shared.append([])
        shared[group].append(conflict)
        for place in places:
            told[place].append(group)
    for same in shared:
        yield max(same, key=lambda conflict: (len(conflict.claims), on[conflict.person]))


def _is_of_one_tie(conflict: Conflict, other: Conflict) -> bool:
    """Whether two conflicts are one: the same words of two sources stand against each other, in another's life."""
    if conflict.field != other.field or conflict.person == other.person:
        return conflict.id == other.id
    places = {(claim.source, claim.anchor.span) for claim in other.claims}
    return len({c.source for c in conflict.claims if (c.source, c.anchor.span) in places}) > 1


_OF_TWO = "kinship"


def _with_witnesses(library: LibraryView, found: Iterable[Conflict]) -> Iterator[Conflict]:
    """Say of every claim which witness its source is: sources that copy one another, or this passage, are one.

    Not kept with the conflict: a new source can make one witness of two old ones.
    """
    witnesses: Witnesses | None = None
    for conflict in found:
        if len({claim.source for claim in conflict.claims}) <= 1:
            yield conflict
            continue
        witnesses = witnesses or witnesses_of(library)
        told: dict[str, list[Span]] = defaultdict(list)
        for claim in conflict.claims:
            told[claim.source].append(claim.anchor.span)
        groups = witnesses.of_claim(told)
        if all(claim.witness_group == groups[claim.source] for claim in conflict.claims):
            yield conflict
            continue
        claims = tuple(replace(claim, witness_group=groups[claim.source]) for claim in conflict.claims)
        yield weighed(conflict, claims)


def decide(
    library: Library, conflict_id: str, ruling: Ruling, side: str | None, made: Judgement
) -> tuple[Conflict, Judgement]:
    """Write a person's decision on a conflict; ``made`` says by whom, when and why."""
    conflict = conflict_named(library, conflict_id)
    judgement = replace(made, verdict=Verdict.DECIDED, decision=decision_on(conflict, ruling, side))
    return conflict, library.judge(judgement)


def conflict_named(library: LibraryView, conflict_id: str) -> Conflict:
    """Return the conflict of an id, or of the beginning of one; `NotInLibrary` where there is none."""
    everything = Wanted(frozenset(ConflictKind), is_doubtful_too=True)
    places: tuple[Callable[[], Iterator[Conflict]], ...] = (
        lambda: conflicts_of(library, wanted=Wanted(is_doubtful_too=True)),
        lambda: conflicts_of(library, wanted=everything),
        lambda: _of_each(library),
    )
    for place in places:
        found = [conflict for conflict in place() if conflict.id.startswith(conflict_id)]
        if len(found) == 1 or any(conflict.id == conflict_id for conflict in found):
            return next((conflict for conflict in found if conflict.id == conflict_id), found[0])
        if found:
            ids = ", ".join(conflict.id for conflict in found[:5])
            raise NotInLibrary(f"{conflict_id} may be several conflicts: {ids}. Give more of the id.")
    raise NotInLibrary(f"no conflict {conflict_id} in the library. List them with: factoid conflicts")


def _of_each(library: LibraryView) -> Iterator[Conflict]:
    """Yield the conflicts of each person as if it were asked for by name: with a chronology for everybody."""
    for person in library.people():
        if len(person.sources) > 1:
            yield from conflicts_of(library, person.id, Wanted(is_doubtful_too=True))


def own_conflicts_of(library: LibraryView, person: str) -> Iterator[Conflict]:
    """Yield the conflicts of one person (by id) that need nobody else's evidence: soon found, whatever the library."""
    decisions = Decisions(library.judgements(but=ON_STATEMENTS))
    return (
        decisions.applied(conflict_of_json(data))
        for heard in heard_on(library, [person])
        for data in heard.conflicts
    )


def conflicts_touching(library: LibraryView, source: str, persons: Sequence[str]) -> list[Conflict]:
    """Return the conflicts on the persons (by id) in which a source (by short name) stands against another.

    Those of the list of the library's conflicts, with the decisions on them.
    """
    if isinstance(library, Library | VeiledView):
        refresh(library)
    if not library.has_all_disputes(VERSION):
        return [c for c in conflicts_of(library) if _stands_in(source, {claim.source for claim in c.claims})]
    with library.moment():
        found = [
            conflict_of_json(data)
            for heard in heard_on(library, persons)
            for data in heard.conflicts
            if _stands_in(source, {claim["source"] for claim in data["claims"]})
        ]
        shared = [held for person in persons for held in library.shared_posts(person)]
        decisions = Decisions(library.judgements(but=ON_STATEMENTS))
    found += [conflict for held in shared for conflict in two_holders([tenure_of_json(t) for t in held])]
    wanted = Wanted()
    return [c for c in map(decisions.applied, found) if wanted.takes(c)]


def _stands_in(source: str, sources: Set[str]) -> bool:
    return source in sources and len(sources) > 1


def _own(library: LibraryView, person: str, setting: Setting) -> Iterator[Conflict]:
    for attestation in library.attestations([person]):
        found = examine(attestation, setting).conflicts
        yield from (*found, *impossible_in(library, attestation, found, setting))


def _of_persons(library: LibraryView, persons: Iterable[str], setting: Setting) -> Iterator[Conflict]:
    if isinstance(library, Library | VeiledView):
        refresh(library)
    for person in persons:
        yield from _own(library, person, setting)
        for held in library.shared_posts(person):
            yield from (c for c in two_holders([tenure_of_json(t) for t in held]) if _is_of(c, held, person))


def _is_of(conflict: Conflict, held: Iterable[dict[str, Any]], person: str) -> bool:
    names = {tenure["name"] for tenure in held if tenure["person"] == person}
    return any(claim.value in names for claim in conflict.claims)


def _of_all(library: LibraryView, judgements: Sequence[Judgement]) -> Iterator[Conflict]:
    if not isinstance(library, Library | VeiledView):
        return _found_anew(library, judgements, Setting(judgements=judgements))
    refresh(library)
    each = (conflict_of_json(data) for _, found in library.disputes() for data in found["conflicts"])
    return chain(each, _of_two_persons(library))


def _of_two_persons(library: LibraryView) -> Iterator[Conflict]:
    for held in library.shared_posts():
        yield from two_holders([tenure_of_json(tenure) for tenure in held])


class KeptConflicts:
    """The conflicts that are kept in a library, held in memory: only those of persons that changed are read again.

    One thread at a time asks for them.
    """

    def __init__(self) -> None:
        self._held: dict[str, tuple[str, tuple[Conflict, ...]]] = {}

    def of(self, library: LibraryView) -> list[Conflict]:
        """Return each conflict once, nobody's decision on it; found anew first where they are not of now."""
        if not isinstance(library, Library | VeiledView):
            return _concluded(library, _of_all(library, library.judgements(but=ON_STATEMENTS)))
        refresh(library)
        with library.moment():
            kept = library.disputes_kept()
            changed = [person for person, mark in kept.items() if self._mark(person) != mark]
            # everybody's at once are sooner read in their order than one by one
            rows = library.disputes(changed if len(changed) < len(kept) else None)
            for person, found in rows:
                self._held[person] = kept[person], tuple(map(conflict_of_json, found["conflicts"]))
            for person in self._held.keys() - kept.keys():
                del self._held[person]
            everybody = [conflict for person in sorted(self._held) for conflict in self._held[person][1]]
            everybody += _of_two_persons(library)
        return _concluded(library, everybody)

    def _mark(self, person: str) -> str:
        return self._held[person][0] if person in self._held else ""


def _concluded(library: LibraryView, found: Iterable[Conflict]) -> list[Conflict]:
    return list(_with_witnesses(library, _each_once(found)))


def _found_anew(
    library: LibraryView, judgements: Sequence[Judgement], setting: Setting
) -> Iterator[Conflict]:
    persons = [mark.pk for mark in library.marks_of_evidence(VERSION)]
    posts: dict[str, list[Tenure]] = defaultdict(list)
    for attestation in library.attestations(persons):
        examined = examine(attestation, setting)
        found = examined.conflicts
        yield from (*found, *impossible_if_likely(library, attestation, found, setting))
        for post, tenure in examined.tenures:
            posts[post].append(tenure)
    for held in posts.values():
        yield from two_holders(held)
