"""A source that is taken out is as one that was never read; put back, all is as it was before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store.by_hand import by_hand
from store.exported import exports
from store.invented import invented
from store.test_undo import JUDGINGS, PEOPLE, Judging, judged_in, judgement_of

from factoid.errors import NotInLibrary, SourceRemoved
from factoid.identity import VERSION, link_personas
from factoid.model import Anchor, Decision, Judgement, Location, Ruling, Span, Verdict, location_of
from factoid.model.decision import ConflictKind
from factoid.pipeline.hearing import refresh
from factoid.store import Kind, Library, Narrowing, Order, VeiledView, open_library
from factoid.store.houses.house import open_house

NOON, EVENING = "2026-01-01T12:00:00+00:00", "2026-01-01T18:00:00+00:00"
BY = {"author": "human:ab", "made": NOON}


def said(library: Library) -> dict[str, Any]:
    """Everything that a library answers, with its persons and conflicts worked out."""
    library.refresh_persons(link_personas, version=VERSION)
    refresh(library)
    lists = {
        Kind.STATEMENTS: library.list_statements,
        Kind.PERSONS: library.list_persons,
        Kind.SOURCES: library.list_sources,
    }
    return {
        **exports(library, ("json", "csv", "tei", "markdown", "bibtex")),
        **{str(kind): ask(Narrowing(), Order(), limit=1000) for kind, ask in lists.items()},
        "sources": library.sources(),
        "counts": (library.count_sources(), library.count_statements(), library.count_people()),
        "conflicts": dict(library.disputes()),
        "posts": list(library.shared_posts()),
        "found": [library.search(words) for words in ("berg", "office 3", '"orlov was"')],
    }


def filled(location: Location, numbers: Iterator[int] | range = range(3)) -> Library:
    library = open_library(location, create=True)
    for number in numbers:
        library.add(*invented(f"source{number}", PEOPLE[number], factoids=6))
    return library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with filled(tmp_path / "l.factoid") as opened:
        opened.refresh_persons(link_personas, version=VERSION)
        yield opened


def sources_of(judgement: Judgement, told: dict[str, str]) -> set[str]:
    """The sources on whose words a judgement rests."""
    places = [judgement.left, judgement.right]
    places += [at for _, _, at in judgement.decision.claims] if judgement.decision else []
    return {at.source for at in places if at} | {told.get(judgement.factoid or "", "")} - {""}


@settings(max_examples=6)
@given(judgings=JUDGINGS, which=st.integers(0, 2))
def test_out_is_as_never_read_and_back_is_as_before(judgings: list[Judging], which: int) -> None:
    """Whatever was judged, and whichever source it is."""
    with TemporaryDirectory() as folder, filled(Path(folder) / "a.factoid") as library:
        clock = (f"2026-01-01T00:00:{second:02}+00:00" for second in count())
        for judging in judgings:
            judged_in(library, judging, next(clock))
        before, judged = said(library), library.judgements()
        told = {f.id: reading.source.id for reading in library.readings() for f in reading.factoids}
        gone = library.source(f"source{which}").id
        loss = library.loss([gone])
        library.remove([gone], **BY)
        out = said(library)
        left = [j for j in judged if gone not in sources_of(j, told)]
        assert library.judgements() == left
        assert loss.judgements == tuple(j for j in judged if j not in left)
        with filled(Path(folder) / "b.factoid", (n for n in range(3) if n != which)) as never:
            for judgement in left:
                never.take_over(judgement)
            assert out == said(never)
        library.put_back([gone], by="human:cd", at=EVENING)
        assert said(library) == before
        assert library.judgements() == judged


def test_the_loss_is_told_before_anything_is_done(library: Library) -> None:
    first, second = (library.reading(f"source{n}") for n in (0, 1))
    stated = library.judge(by_hand([second], 1, "porter"))
    same = library.judge(
        Judgement(
            verdict=Verdict.SAME,
            author="human:ab",
            made=NOON,
            left=Anchor(first.source.id, first.personas[0].mentions[0].span),
            right=Anchor(second.source.id, second.personas[0].mentions[0].span),
        )
    )
    library.refresh_persons(link_personas, version=VERSION)
    loss = library.loss(["source1"])
    assert (loss.names, loss.statements, loss.by_hand) == (("source1",), 7, 1)
    assert [j.id for j in loss.judgements] == [stated.id, same.id]
    people = library.people()
    assert loss.persons == sum(p.sources == ("source1",) for p in people)
    assert loss.persons_elsewhere == sum("source1" in p.sources and len(p.sources) > 1 for p in people) > 0
    assert library.loss(["source0", "source1", "source2"]).persons == len(people)
    assert library.removals() == []


def test_a_decision_goes_with_any_of_its_claims(library: Library) -> None:
    readings = [library.reading(f"source{n}") for n in range(3)]
    claims = tuple(
        (side, side, Anchor(r.source.id, r.factoids[0].span)) for side, r in zip("ABC", readings, strict=True)
    )
    decision = Decision(
        conflict="c-1", type="birth", field="date", kind=ConflictKind.INCOMPATIBLE, ruling=Ruling.BOTH,
        claims=claims,
    )  # fmt: skip
    made = Judgement(verdict=Verdict.DECIDED, author="human:ab", made=NOON, decision=decision)
    library.judge(made)
    library.remove(["source2"], **BY)
    assert library.judgements() == []
    [held] = library.judgements(active_only=False)
    assert (held.withdrawn, held.removal) == (NOON, 1)
    library.put_back(["source2"], by="human:ab", at=EVENING)
    assert [j.decision for j in library.judgements()] == [decision]


def test_what_is_added_again_is_refused_with_who_took_it_out(library: Library) -> None:
    library.remove(["source1"], **BY, reason="a forgery")
    with pytest.raises(
        SourceRemoved, match=r"source1 was removed .* by human:ab: a forgery.*--restore source1"
    ):
        library.add(*invented("source1", PEOPLE[1], factoids=6))
    with pytest.raises(NotInLibrary, match="a forgery"):
        library.document("source1")
    assert library.count_sources() == 2


def test_another_source_gets_another_name_meanwhile(library: Library) -> None:
    library.remove(["source2"], **BY)
    document, reading = invented("source2", PEOPLE[2], factoids=3)
    library.add(document, reading)
    assert [s.name for s in library.sources()] == ["source0", "source1", "source2-2"]
    library.put_back(["source2"], by="human:ab", at=EVENING)
    assert [(s.name, s.factoids) for s in library.sources()][2:] == [("source2", 6), ("source2-2", 3)]


def test_several_go_or_none(library: Library) -> None:
    with pytest.raises(NotInLibrary):
        library.remove(["source0", "elsewhere"], **BY)
    assert library.count_sources() == 3
    assert [r.name for r in library.remove(["source0", "source1"], **BY)] == ["source0", "source1"]
    with pytest.raises(NotInLibrary, match="--removed"):
        library.put_back(["source0", "source2"], by="human:ab", at=EVENING)
    assert library.count_sources() == 1


def test_what_rests_on_two_removed_sources_stands_when_both_are_back(library: Library) -> None:
    before = said(library)
    judged_in(library, Judging(Verdict.DIFFERENT, 0, 4), NOON)
    judged = said(library)
    for name in ("source0", "source1"):
        library.remove([name], **BY)
    for name, standing in (("source0", 0), ("source1", 1)):
        library.put_back([name], by="human:ab", at=EVENING)
        assert len(library.judgements()) == standing
    assert said(library) == judged != before


def test_a_judgement_undone_while_its_source_is_out_does_not_come_back(library: Library) -> None:
    made = library.judge(by_hand([library.reading("source1")], 1, "porter"))
    library.remove(["source1"], **BY)
    library.withdraw(made.id or 0, at=EVENING)
    library.put_back(["source1"], by="human:ab", at=EVENING)
    assert library.judgements() == []
    assert library.source("source1").factoids == 6


def test_who_is_marked_stays_protected_in_other_sources(library: Library) -> None:
    """And readers learn nothing of what was taken out."""
    judged_in(library, Judging(Verdict.SAME, 0, 3), NOON)
    anchor = library.personas()[0].anchor
    library.judge(
        Judgement(verdict=Verdict.PROTECTED, author="human:ab", made=NOON, left=anchor, reason="asked for it")
    )
    library.refresh_persons(link_personas, version=VERSION)

    def seen() -> set[str]:
        with VeiledView(library.location, today=lambda: date(2300, 1, 1)) as view:
            assert view.removals() == []
            assert not any(j.removal for j in view.judgements(active_only=False))
            return {p.name for p in view.people()}

    before = seen()
    assert before.isdisjoint({"Anna Berg", "Anne Berg"})
    library.remove(["source0"], **BY)
    library.refresh_persons(link_personas, version=VERSION)
    assert "Anne Berg" not in seen()
    carried = library.judgements()
    assert {(j.verdict, j.follows, j.reason) for j in carried} == {("protected", None, "asked for it")}
    library.put_back(["source0"], by="human:ab", at=EVENING)
    library.refresh_persons(link_personas, version=VERSION)
    assert (seen(), [j.verdict for j in library.judgements()]) == (before, ["same", "protected"])


def test_a_mark_on_the_whole_source_comes_back_with_it(library: Library) -> None:
    source = library.source("source1").id
    library.judge(
        Judgement(verdict=Verdict.PROTECTED, author="human:ab", made=NOON, left=Anchor(source, Span(0, 0)))
    )
    library.remove([source], **BY)
    assert library.judgements() == []
    library.put_back([source], by="human:ab", at=EVENING)
    with VeiledView(library.location, today=lambda: date(2300, 1, 1)) as view:
        assert [s.name for s in view.sources()] == ["source0", "source2"]


def test_removals_are_listed_with_when_they_ended(library: Library) -> None:
    library.remove(["source1"], **BY, reason="twice here")
    [held] = library.removals()
    assert (held.name, held.title, held.personas, held.factoids) == ("source1", "The papers of source1", 3, 6)
    assert (held.author, held.made, held.reason, held.restored) == ("human:ab", NOON, "twice here", None)
    library.put_back(["source1"], by="human:cd", at=EVENING)
    assert library.removals() == []
    [held] = library.removals(standing_only=False)
    assert (held.restored, held.restorer) == (EVENING, "human:cd")
    library.remove(["source1"], author="human:ab", made=EVENING)
    assert [r.number for r in library.removals(standing_only=False)] == [1, 2]


def test_orphans_are_judgements_on_what_is_read_no_more(library: Library) -> None:
    made = library.judge(judgement_of(library, Judging(Verdict.ACCEPTED, 0, 0), NOON))
    assert library.orphaned_judgements() == []
    name = library.factoid(made.factoid or "").source
    number = int(name[-1])
    library.add(*invented(name, PEOPLE[number], factoids=6, reader="rules@1"))
    document, reading = invented(name, PEOPLE[number], factoids=6, reader="rules@2")
    library.add(document, reading.__class__(**{**_fields(reading), "factoids": ()}))
    assert [j.id for j in library.orphaned_judgements()] == [made.id]


def _fields(reading: Any) -> dict[str, Any]:
    return {name: getattr(reading, name) for name in reading.__dataclass_fields__}


def test_a_house_notes_who_took_out_and_who_put_back(new_house: str) -> None:
    house = open_house(new_house, create=True)
    house.make("lives")
    with house.open_library("lives") as library:
        library.add(*invented("letters"))
        judged_in(library, Judging(Verdict.ACCEPTED, 0, 0), NOON)
        library.remove(["letters"], author="human:anna", made=NOON, reason="a secret")
        library.put_back(["letters"], by="human:bob", at=EVENING)
    entries = house.register.trail.entries(library="lives")
    assert [(e.actor, e.action, e.subject) for e in entries[-2:]] == [
        ("human:anna", "source removed", "letters"),
        ("human:bob", "source restored", "letters"),
    ]
    assert len(entries) == 5
    assert "secret" not in repr(entries)
    house.close()


def test_a_server_holds_it_as_a_file_does(postgres_server: Any, tmp_path: Path) -> None:
    told = []
    for place in (tmp_path / "l.factoid", location_of(postgres_server.address("removing"))):
        with filled(place) as library:
            judged_in(library, Judging(Verdict.SAME, 0, 3), NOON)
            before = said(library)
            library.remove(["source1"], **BY)
            out = said(library)
            library.put_back(["source1"], by="human:ab", at=EVENING)
            assert said(library) == before
            told.append(out)
    assert told[0] == told[1]
