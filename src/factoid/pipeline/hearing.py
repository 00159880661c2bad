"""Everybody's accounts, heard once: conflicts, events and posts, kept until the evidence on the person changes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from factoid.criticism import VERSION, Setting
from factoid.criticism.accounts.accounts import accounts_of
from factoid.criticism.conflicts.conflicts import examine
from factoid.criticism.conflicts.impossible import impossible
from factoid.criticism.conflicts.posts import json_of_tenure
from factoid.criticism.events.events import Event, events_of
from factoid.criticism.events.lifespan import leaves_its_bounds
from factoid.criticism.events.rulings import Rulings
from factoid.model import ON_STATEMENTS, Attestation, Conflict, json_of_conflict
from factoid.pipeline.lives import life_of
from factoid.store import Library, LibraryView, VeiledView
from factoid.store.kept.disputing import Found

_AT_A_TIME = 200  #: persons heard at one moment, whose conflicts are written in one transaction
_TWO_DATES = 2


@dataclass(frozen=True, slots=True)
class Gathered:
    """Accounts that speak of one thing, by source and statement."""

    accounts: tuple[tuple[str, str], ...]
    is_at_odds: bool = False  #: held together only by what differs

    @property
    def sources(self) -> frozenset[str]:
        """Who tells of it."""
        return frozenset(source for source, _ in self.accounts)


@dataclass(frozen=True, slots=True)
class Heard:
    """What was found in what the sources say of one person."""

    person: str
    conflicts: Sequence[dict[str, Any]]  #: as JSON
    events: tuple[Gathered, ...]


def heard_on(library: LibraryView, persons: Sequence[str]) -> list[Heard]:
    """Return what is found on each of the persons (by id): what is kept, where all that is kept is of now."""
    with library.moment():
        if library.has_all_disputes(VERSION):
            found = [(person, found) for person, found in library.disputes(persons)]
        else:
            setting = Setting(judgements=library.judgements(but=ON_STATEMENTS))
            new = (found_on(library, told, "", setting) for told in library.attestations(persons))
            found = [(each.person, each.found) for each in new]
    return [Heard(person, held["conflicts"], tuple(map(_gathered, held["events"]))) for person, held in found]


def events_on(library: LibraryView, persons: Sequence[str]) -> list[Gathered]:
    """Return what the sources tell of the persons (by id), event by event; not two ranks of one time as one event."""
    with library.moment():
        if library.has_all_disputes(VERSION):
            return [
                event
                for heard in heard_on(library, persons)
                for event in heard.events
                if not event.is_at_odds
            ]
        rulings = Rulings(library.judgements(but=ON_STATEMENTS))
        attested = library.attestations(persons)
        return [
            _gathered(_json_of_event(event))
            for told in attested
            for event in events_of(accounts_of(told), rulings)
            if not event.is_at_odds
        ]


def _gathered(data: Sequence[Any]) -> Gathered:
    is_at_odds, accounts = data
    return Gathered(tuple((source, factoid) for source, factoid in accounts), bool(is_at_odds))


def _json_of_event(event: Event) -> list[Any]:
    return [int(event.is_at_odds), [[a.source, a.factoid.id] for a in event.accounts]]


def is_heard(library: LibraryView) -> bool:
    """Say whether all that can be kept of conflicts is kept: of a library that cannot be written, nothing is."""
    return not isinstance(library, Library | VeiledView) or library.has_all_disputes(VERSION)


def refresh(library: Library | VeiledView) -> int:
    """Find the conflicts of every person whose evidence has changed since; return how many persons those were.

    Some hundreds at a time, those of each time at one moment: what is kept is what that evidence gives, whatever
    others write meanwhile. Where they go on writing, it ends all the same; what they wrote last waits for the next.
    """
    found = 0
    waiting: int | None = None
    while waiting is None or found < waiting:
        with library.moment():
            if library.has_all_disputes(VERSION):
                break
            state, kept = library.state_of_evidence(VERSION), library.disputes_kept()
            changed = [
                (mark.pk, mark.evidence)
                for mark in library.marks_of_evidence(VERSION)
                if kept.pop(mark.person, None) != mark.evidence
            ]
            waiting = len(changed) if waiting is None else waiting
            run = changed[:_AT_A_TIME]
            new = _found_in(library, run)
        library.keep_disputes(new, gone=kept, whole=state if len(run) == len(changed) else "")
        found += len(new)
        if len(run) == len(changed):
            break
    return found


def _found_in(library: LibraryView, run: Sequence[tuple[int, str]]) -> list[Found]:
    setting = Setting(judgements=library.judgements(but=ON_STATEMENTS))
    attested = library.attestations([pk for pk, _ in run])
    return [
        found_on(library, attestation, evidence, setting)
        for attestation, (_, evidence) in zip(attested, run, strict=True)
    ]


def keep_found(library: Library, version: str, found: Mapping[str, tuple[str, str]]) -> None:
    """Keep what was found elsewhere, in the same evidence and by the same rules.

    ``found`` has for each person what `found_on` gives, and the tenures of posts, as JSON; who is not in it is left to
    `refresh`, as is everybody where other rules (``version``) found them.
    """
    if version != VERSION:
        return
    marks = [mark for mark in library.marks_of_evidence(VERSION) if mark.person in found]
    for start in range(0, len(marks), _AT_A_TIME):
        library.keep_disputes(
            Found(mark.person, mark.evidence, json.loads(heard), _tenures(tenures))
            for mark in marks[start : start + _AT_A_TIME]
            for heard, tenures in (found[mark.person],)
        )


def _tenures(text: str) -> tuple[tuple[str, dict[str, Any]], ...]:
    return tuple((post, tenure) for post, tenure in json.loads(text))


def found_on(library: LibraryView, attestation: Attestation, evidence: str, setting: Setting) -> Found:
    """Return what is found on a person, as it is kept; ``evidence`` stands for what it was found in."""
    examined = examine(attestation, setting)
    conflicts = [
        *examined.conflicts,
        *impossible_if_likely(library, attestation, examined.conflicts, setting),
    ]
    return Found(
        attestation.person,
        evidence,
        {
            "conflicts": [json_of_conflict(conflict) for conflict in conflicts],
            "events": [_json_of_event(event) for event in examined.events],
        },
        tuple((post, json_of_tenure(tenure)) for post, tenure in examined.tenures),
    )


def impossible_if_likely(
    library: LibraryView, attestation: Attestation, found: Sequence[Conflict], setting: Setting
) -> Iterator[Conflict]:
    """Work a chronology out only where a quick look finds something: it takes longer than all the rest."""
    if leaves_its_bounds(attestation):
        yield from impossible_in(library, attestation, found, setting)


def impossible_in(
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
