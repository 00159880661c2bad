"""The critical apparatus of a source: what others confirm, contradict or never say; how precise, damaged, dependent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factoid.criticism import Dependence, DependenceKind, damaged_by
from factoid.criticism.dependence.dependence import ONE_WITNESS
from factoid.model import Factoid, Finding
from factoid.pipeline.disputes import conflicts_touching
from factoid.pipeline.hearing import Gathered, events_on
from factoid.pipeline.witnesses import dependences_of, witnesses_of, witnesses_to
from factoid.store import LibraryView, SourceSummary

_DAY, _MONTH, _YEAR = 1, 31, 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Apparatus:
    """What can be said of a source as a witness. Counts are of its statements."""

    source: SourceSummary
    statements: int
    confirmed: int  #: other sources say the same
    independently: int  #: of these, at least one that does not depend on this source
    contradicted: int
    alone: int  #: nobody else says it
    precision: Mapping[str, int]  #: dated to a day, month, year, or less; undated
    uncertain: int  #: hedged, attributed or denied
    damaged: int  #: resting on damaged words
    findings: tuple[Finding, ...]
    dependences: tuple[Dependence, ...]  #: that tie it to other sources

    @property
    def witness_with(self) -> tuple[str, ...]:
        """The sources that are one witness with this one by what ties them directly."""
        return tuple(
            sorted(
                {
                    other_of(tie, self.source.name)
                    for tie in self.dependences
                    if tie.strength >= ONE_WITNESS and tie.kind is not DependenceKind.NAMES_SOURCE
                }
            )
        )


def apparatus_of(library: LibraryView, name_or_id: str) -> Apparatus:
    """Return the apparatus of a source; `NotInLibrary` if there is none of that name."""
    source = library.source(name_or_id)
    reading = library.reading(source.name)
    ties = dependences_of(library)
    held = library.persons_of(persona.id for persona in reading.personas)
    persons = list(dict.fromkeys(person.id for person in held.values()))
    contradicted = {
        claim.factoid
        for conflict in conflicts_touching(library, source.name, persons)
        if len({claim.source for claim in conflict.claims}) > 1
        for claim in conflict.claims
        if claim.source == source.name
    }
    told_too = _told_too(library, events_on(library, persons), source.name)
    confirmed = told_too.keys() - contradicted
    factoids = reading.factoids
    return Apparatus(
        source=source,
        statements=len(factoids),
        confirmed=len(confirmed),
        independently=sum(told_too[factoid] for factoid in confirmed),
        contradicted=len(contradicted),
        alone=len(factoids) - len(confirmed | contradicted),
        precision=_precision(factoids),
        uncertain=sum(factoid.certainty != "asserted" for factoid in factoids),
        damaged=sum(bool(damaged_by(factoid, reading.findings)) for factoid in factoids),
        findings=tuple(finding for finding in reading.findings if finding.start != finding.end),
        dependences=tuple(tie for tie in ties if source.name in (tie.left, tie.right)),
    )


def other_of(tie: Dependence, name: str) -> str:
    """Return the source at the other end."""
    return tie.right if tie.left == name else tie.left


def _told_too(library: LibraryView, events: Iterable[Gathered], name: str) -> dict[str, bool]:
    """Return each factoid of a source that others tell too, with whether an independent one does."""
    witnesses = witnesses_of(library)
    found: dict[str, bool] = {}
    for event in events:
        others = event.sources - {name}
        if not others or others == event.sources:
            continue
        groups = witnesses_to(library, witnesses, event.accounts)
        is_independent = any(groups[other] != groups[name] for other in others)
        for source, factoid in event.accounts:
            if source == name:
                found[factoid] = found.get(factoid, False) or is_independent
    return found


def _precision(factoids: Sequence[Factoid]) -> Mapping[str, int]:
    counts = Counter(_precision_of(factoid) for factoid in factoids)
    return {name: counts[name] for name in ("day", "month", "year", "less", "undated") if counts[name]}


def _precision_of(factoid: Factoid) -> str:
    when = factoid.when
    if when is None:
        return "undated"
    if when.earliest is None or when.latest is None:
        return "less"
    days = when.latest - when.earliest + 1
    return "day" if days <= _DAY else "month" if days <= _MONTH else "year" if days <= _YEAR else "less"
