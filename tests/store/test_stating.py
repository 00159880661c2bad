from __future__ import annotations

from collections.abc import Iterator

import pytest
from store.by_hand import by_hand
from store.invented import invented

from factoid.errors import NotInLibrary, UsageError
from factoid.model import Anchor, Judgement, Location, Span, Verdict
from factoid.store import Library, open_library


@pytest.fixture
def library(place: Location) -> Iterator[Library]:
    with open_library(place, create=True) as library:
        library.add(*invented("papers", factoids=4))
        yield library


def stated(library: Library, role: str = "chief clerk") -> Judgement:
    return library.judge(by_hand(library.readings(), 1, role))


def test_what_a_person_states_stands_among_what_was_read(library: Library) -> None:
    made = stated(library)
    line = library.factoid(made.factoid or "")
    assert (line.factoid.role, line.factoid.reader, line.verdict) == (
        "chief clerk",
        "human:ab",
        Verdict.ACCEPTED,
    )
    assert library.source("papers").factoids == 5
    assert library.reading("papers").factoids[-1] == made.statement
    assert library.judgements() == [made]


def test_what_is_taken_back_is_gone_and_its_judgement_kept(library: Library) -> None:
    made = stated(library)
    library.withdraw(made.id or 0, at="2026-01-02T00:00:00+00:00")
    assert library.source("papers").factoids == 4
    with pytest.raises(NotInLibrary):
        library.factoid(made.factoid or "")
    [kept] = library.judgements(active_only=False)
    assert kept.statement == made.statement


def test_taking_back_twice_spares_what_was_stated_again(library: Library) -> None:
    first = stated(library)
    library.withdraw(first.id or 0, at="2026-01-02T00:00:00+00:00")
    again = stated(library)
    library.withdraw(first.id or 0, at="2026-01-03T00:00:00+00:00")
    assert library.factoid(again.factoid or "")


def test_what_is_there_is_not_stated_twice(library: Library) -> None:
    stated(library)
    with pytest.raises(UsageError, match="already"):
        stated(library)
    assert len(library.judgements(active_only=False)) == 1


def test_it_outlives_a_newer_reading(library: Library) -> None:
    made = stated(library)
    library.add(*invented("papers", factoids=4, reader="rules@2"))
    assert library.factoid(made.factoid or "").factoid.role == "chief clerk"
    assert library.source("papers").factoids == 5
    assert library.orphaned_judgements() == []


def test_without_its_person_it_is_an_orphan(library: Library) -> None:
    made = stated(library)
    document, reading = invented("papers", factoids=4, reader="rules@2")
    other = next(p for p in reading.personas if p.id != (made.statement and made.statement.person))
    kept = tuple(f for f in reading.factoids if f.person == other.id and not f.related)
    changed = reading.__class__(
        source=reading.source,
        text_sha256=reading.text_sha256,
        reader=reading.reader,
        segments=reading.segments,
        personas=(other,),
        factoids=kept,
    )
    library.add(document, changed)
    assert [held.id for held in library.orphaned_judgements()] == [made.id]


def test_words_that_mean_nobody_state_nothing(library: Library) -> None:
    model = by_hand(library.readings(), 1, "clerk")
    nowhere = Judgement(
        verdict=Verdict.STATED,
        author="human:ab",
        made=model.made,
        left=model.left,
        right=Anchor(model.left.source if model.left else "", Span(0, 1)),
        factoid=model.factoid,
        statement=model.statement,
    )
    with pytest.raises(NotInLibrary, match="mean this person"):
        library.judge(nowhere)
    assert library.judgements(active_only=False) == []
