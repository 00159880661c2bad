"""What was found on persons is kept, and nothing of it is used once anything that it rests on is another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pipeline.test_disputes import ENTRY, OTHER, PAGE, add, by_name, source

from factoid.criticism import VERSION
from factoid.model import Anchor, Judgement, Span, Verdict, json_of_conflict
from factoid.pipeline import hearing
from factoid.pipeline.apparatus import apparatus_of
from factoid.pipeline.corroboration import corroborations_of
from factoid.pipeline.disputes import KeptConflicts, conflicts_of
from factoid.pipeline.hearing import events_on, is_heard, refresh
from factoid.store import Library, open_library, open_view

AGREEING = source("agreeing", ("Anna Berg", "birth", "1900", "Anna Berg came into the world in 1900."))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "l.factoid", create=True) as opened:
        add(opened, PAGE, ENTRY, OTHER, AGREEING)
        yield opened


def judged(library: Library, verdict: Verdict, **about: object) -> Judgement:
    made = Judgement(verdict=verdict, author="human:ab", made="2026-01-01T00:00:00+00:00", **about)  # type: ignore[arg-type]
    return library.judge(made)


def reject(library: Library) -> None:
    judged(library, Verdict.REJECTED, factoid=library.dossier("Anna Berg").lines[0].factoid.id)


def reject_and_think_better_of_it(library: Library) -> None:
    reject(library)
    refresh(library)
    (number,) = [j.id for j in library.judgements()]
    library.withdraw(number or 0, at="2026-01-02T00:00:00+00:00")


def part_the_births(library: Library) -> None:
    births = [line.factoid for line in library.dossier("Anna Berg").lines if line.factoid.type == "birth"]
    left, right = (Anchor(f.source, Span(f.start, f.end)) for f in births[:2])
    judged(library, Verdict.TWO_EVENTS, left=left, right=right)


def another_source(library: Library) -> None:
    add(library, source("late", ("Anna Berg", "birth", "1911", "Anna Berg was born in 1911, they say.")))


def read_again(library: Library) -> None:
    document, reading = ENTRY
    library.add(document, replace(reading, reader="test@2", factoids=()))
    library.refresh_persons(by_name)


def describe(library: Library) -> None:
    assert library.describe(["entry"], {"published": "1950"})


CHANGES = [reject, reject_and_think_better_of_it, part_the_births, another_source, read_again, describe]


def told(library: Library) -> object:
    names = [found.name for found in library.sources()]
    people = [found.id for found in library.people()]
    return (
        [apparatus_of(library, name) for name in names],
        [corroborations_of(library, person) for person in people],
        [[event.accounts for event in events_on(library, [person])] for person in people],
        sorted(str(json_of_conflict(c)) for c in conflicts_of(library)),
    )


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_kept_is_what_would_be_found_now(library: Library, change: Callable[[Library], None]) -> None:
    held = KeptConflicts()
    held.of(library)
    before = told(library)
    assert is_heard(library)
    change(library)
    assert not is_heard(library)
    after, kept = told(library), held.of(library)
    assert is_heard(library)
    assert (after == before) is (change is reject_and_think_better_of_it)
    assert sorted(c.id for c in kept) == sorted(c.id for c in KeptConflicts().of(library))
    library.keep_disputes((), gone=library.disputes_kept())  # now everything is found anew
    assert told(library) == after


def test_whoever_can_only_read_hears_the_same(library: Library) -> None:
    with open_view(library.path) as view:
        anew = [apparatus_of(view, found.name) for found in view.sources()]
    assert anew == [apparatus_of(library, found.name) for found in library.sources()]


def test_nobody_is_heard_again_where_nothing_changed(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(library)
    monkeypatch.setattr(hearing, "examine", lambda *_: pytest.fail("heard again"))
    monkeypatch.setattr(hearing, "events_of", lambda *_: pytest.fail("heard again"))
    assert told(library)


def test_what_a_slow_process_found_before_a_change_does_not_count_as_of_now(library: Library) -> None:
    state = library.state_of_evidence(VERSION)
    reject(library)
    library.keep_disputes((), whole=state)
    assert not library.has_all_disputes(VERSION)
    assert refresh(library) > 0


def test_the_conflicts_of_a_person_are_found_anew_when_kin_are_told_otherwise(library: Library) -> None:
    document, reading = source("kin", ("Carl Berg", "kinship", "1920", "Carl Berg was the son of Anna Berg."))
    at = document.text.content.index("Anna Berg")
    (carl,) = reading.personas
    anna = replace(
        carl, id="p-of-kin", name="Anna Berg", forms=("Anna Berg",),
        mentions=(replace(carl.mentions[0], start=at, end=at + 9),),
    )  # fmt: skip
    (tie,) = reading.factoids
    tie = replace(tie, role="mother", related=(anna.id,), related_spans=(Span(at, at + 9),))
    add(library, (document, replace(reading, personas=(carl, anna), factoids=(tie,))))
    refresh(library)
    before = {mark.person: mark.evidence for mark in library.marks_of_evidence(VERSION)}
    reject(library)  # of Anna, in a source that does not know Carl
    after = {mark.person: mark.evidence for mark in library.marks_of_evidence(VERSION)}
    changed = {person for person in after if after[person] != before[person]}
    assert changed == {library.person(name).id for name in ("Anna Berg", "Carl Berg")}
