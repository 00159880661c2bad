"""The conflicts of a library: found person by person, kept until the evidence changes, decided by people."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from factoid.criticism import VERSION, WORTH_SHOWING, Setting
from factoid.criticism.conflicts import examine
from factoid.criticism.decided import Decisions, decision_on
from factoid.criticism.impossible import impossible
from factoid.criticism.lifespan import leaves_its_bounds
from factoid.criticism.posts import Tenure, json_of_tenure, tenure_of_json, two_holders
from factoid.criticism.weigh import suggestion_for, weights_of
from factoid.errors import NotInLibrary
from factoid.model import (
    ON_STATEMENTS,
    Attestation,
    Conflict,
    ConflictKind,
    Judgement,
    Ruling,
    Verdict,
    conflict_of_json,
    json_of_conflict,
)
from factoid.pipeline.lives import life_of
from factoid.pipeline.witnesses import witness_of
from factoid.store import Library, LibraryView, VeiledView
from factoid.store.disputing import Found

_AT_A_TIME = 2_000  #: persons whose conflicts are written in one transaction
_TWO_DATES = 2


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
        found = _of_persons(library, [library.dossier(person).summary.id], setting)
    elif any(not kind.is_disagreement for kind in wanted.kinds):
        found = _found_anew(library, judgements, Setting(judgements=judgements, with_agreeing=True))
    else:
        found = _of_all(library, judgements)
    if person is None:
        found = _each_once(found)
    return (c for c in map(decisions.applied, _with_witnesses(library, found)) if wanted.takes(c))


def _each_once(found: Iterable[Conflict]) -> Iterator[Conflict]:
    """Yield each conflict for one person only: that of a wedding is in the lives of both.

    It is listed, after the others, with the one of whom the sources disagree on most.
    """
    on: Counter[str] = Counter()
    shared: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in found:
        on[conflict.person] += 1
        if conflict.type == _OF_TWO:
            shared[conflict.id].append(conflict)
        else:
            yield conflict
    for told in shared.values():
        yield max(told, key=lambda conflict: on[conflict.person])


_OF_TWO = "kinship"


def _with_witnesses(library: LibraryView, found: Iterable[Conflict]) -> Iterator[Conflict]:
    """Say of every claim which witness its source is: sources that copy one another are one.

    Not kept with the conflict: a new source can make one witness of two old ones.
    """
    witness: Callable[[str], str] | None = None
    for conflict in found:
        if len({claim.source for claim in conflict.claims}) <= 1:
            yield conflict
            continue
        witness = witness or witness_of(library)
        groups = {claim.source: witness(claim.source) for claim in conflict.claims}
        if all(claim.witness_group == groups[claim.source] for claim in conflict.claims):
            yield conflict
            continue
        claims = tuple(replace(claim, witness_group=groups[claim.source]) for claim in conflict.claims)
        weights = weights_of(claims)
        yield replace(conflict, claims=claims, weights=weights, suggestion=suggestion_for(weights))


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
    judgements = library.judgements(but=ON_STATEMENTS)
    decisions = Decisions(judgements)
    return map(decisions.applied, _own(library, person, Setting(judgements=judgements)))


def _own(library: LibraryView, person: str, setting: Setting) -> Iterator[Conflict]:
    for attestation in library.attestations([person]):
        found = examine(attestation, setting).conflicts
        yield from (*found, *_impossible(library, attestation, found, setting))


def conflicts_on(library: LibraryView, persons: Iterable[str]) -> Iterator[Conflict]:
    """Yield the conflicts of some persons (by id), each with the decision on it."""
    judgements = library.judgements(but=ON_STATEMENTS)
    found = _of_persons(library, persons, Setting(judgements=judgements))
    return map(Decisions(judgements).applied, _with_witnesses(library, found))


def _of_persons(library: LibraryView, persons: Iterable[str], setting: Setting) -> Iterator[Conflict]:
    if isinstance(library, Library | VeiledView):
        refresh(library, setting.judgements)
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
    refresh(library, judgements)
    return _kept(library)


def _kept(library: LibraryView) -> Iterator[Conflict]:
    for found in library.disputes():
        for data in found["conflicts"]:
            yield conflict_of_json(data)
    for held in library.shared_posts():
        yield from two_holders([tenure_of_json(tenure) for tenure in held])


def _found_anew(
    library: LibraryView, judgements: Sequence[Judgement], setting: Setting
) -> Iterator[Conflict]:
    persons = [mark.pk for mark in library.marks_of_evidence(VERSION)]
    posts: dict[str, list[Tenure]] = defaultdict(list)
    for attestation in library.attestations(persons):
        examined = examine(attestation, setting)
        found = examined.conflicts
        yield from (*found, *_impossible_if_likely(library, attestation, found, setting))
        for post, tenure in examined.tenures:
            posts[post].append(tenure)
    for held in posts.values():
        yield from two_holders(held)


def refresh(library: Library | VeiledView, judgements: Sequence[Judgement] | None = None) -> int:
    """Find the conflicts of every person whose evidence has changed since; return how many persons those were."""
    setting = Setting(judgements=library.judgements(but=ON_STATEMENTS) if judgements is None else judgements)
    kept = library.disputes_kept()
    changed = [
        (mark.pk, mark.evidence)
        for mark in library.marks_of_evidence(VERSION)
        if kept.pop(mark.person, None) != mark.evidence
    ]
    for start in range(0, len(changed), _AT_A_TIME):
        run = changed[start : start + _AT_A_TIME]
        attested = library.attestations([pk for pk, _ in run])
        found = [
            found_on(library, attestation, evidence, setting)
            for attestation, (_, evidence) in zip(attested, run, strict=True)
        ]
        library.keep_disputes(found)
    if kept:
        library.keep_disputes((), gone=kept)
    return len(changed)


def keep_found(library: Library, version: str, found: Mapping[str, tuple[str, str]]) -> None:
    """Keep conflicts that were found elsewhere, in the same evidence and by the same rules.

    ``found`` has for each person the conflicts and the tenures of posts, as JSON; who is not in it is left to
    `refresh`, as is everybody where other rules (``version``) found them.
    """
    if version != VERSION:
        return
    marks = [mark for mark in library.marks_of_evidence(VERSION) if mark.person in found]
    for start in range(0, len(marks), _AT_A_TIME):
        library.keep_disputes(
            Found(mark.person, mark.evidence, {"conflicts": json.loads(conflicts)}, _tenures(tenures))
            for mark in marks[start : start + _AT_A_TIME]
            for conflicts, tenures in (found[mark.person],)
        )


def _tenures(text: str) -> tuple[tuple[str, dict[str, Any]], ...]:
    return tuple((post, tenure) for post, tenure in json.loads(text))


def found_on(library: LibraryView, attestation: Attestation, evidence: str, setting: Setting) -> Found:
    """Return the conflicts on a person, as they are kept; ``evidence`` stands for what they were found in."""
    examined = examine(attestation, setting)
    conflicts = [
        *examined.conflicts,
        *_impossible_if_likely(library, attestation, examined.conflicts, setting),
    ]
    return Found(
        attestation.person,
        evidence,
        {"conflicts": [json_of_conflict(conflict) for conflict in conflicts]},
        tuple((post, json_of_tenure(tenure)) for post, tenure in examined.tenures),
    )


def _impossible_if_likely(
    library: LibraryView, attestation: Attestation, found: Sequence[Conflict], setting: Setting
) -> Iterator[Conflict]:
    """Work a chronology out only where a quick look finds something: it takes longer than all the rest."""
    if leaves_its_bounds(attestation):
        yield from _impossible(library, attestation, found, setting)


def _impossible(
    library: LibraryView, attestation: Attestation, found: Sequence[Conflict], setting: Setting
) -> Iterator[Conflict]:
    """Yield what the calendar says against the sources, but for what their own words show to clash already."""
    types = {line.factoid.id: line.factoid.type for line in attestation.lines}
    for contradiction in life_of(library, attestation.person, closely=False).chronology.contradictions:
        told = set(contradiction.factoids)
        if len({types.get(factoid) for factoid in told}) == 1 and len(told) <= _TWO_DATES:
            continue  # two dates of one thing: the accounts of it were compared with each other
        if any(told <= {claim.factoid for claim in conflict.claims} for conflict in found):
            continue
        repairs = tuple(repair.sentence for repair in contradiction.repairs)
        conflict = impossible(
            attestation, contradiction.factoids, (*contradiction.sentences, *repairs), setting
        )
        if conflict is not None:
            yield (
                conflict
                if contradiction.is_firm
                else replace(conflict, confidence=round(conflict.confidence / 2, 3))
            )
