"""What readers see: nobody who may be living, nothing marked, and no words on them, whatever is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from store.protected import MEMOIR, SECRETS, SOURCES, protected_library

from factoid.exchange import exporter_names, find_exporter
from factoid.model import Anchor, Because, InDatabase, Judgement, Location, Span, Verdict
from factoid.pipeline import NobodyWatches, ReadOptions, read_into
from factoid.pipeline.persons import Linker
from factoid.store import Library, Narrowing, Order, VeiledView, open_library, open_view, protections_of
from factoid.store.copying import restore
from factoid.store.protection.views import VIEWS
from factoid.store.schema import tables

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return protected_library(tmp_path_factory.mktemp("protected"))


@pytest.fixture
def path(made: Path, place: Location) -> Location:
    restore(made, place)
    return place


@pytest.fixture
def library(path: Location) -> Iterator[Library]:
    with open_library(path) as library:
        yield library


@pytest.fixture
def view(path: Location) -> Iterator[VeiledView]:
    with VeiledView(path, today=lambda: TODAY) as view:
        yield view


def test_every_table_is_seen_through_a_view() -> None:
    own = {name for name in tables.metadata.tables if not name.startswith(("veil", "hidden_"))}
    assert own == {*VIEWS, "meta"}


def test_who_is_protected_and_why(library: Library, view: VeiledView) -> None:
    withheld = view.withheld()
    because = sorted((held.name, held.because) for held in protections_of(library))
    assert because == [
        ("Boris Kern", Because.SOURCE),
        ("Mary Orlova", Because.BORN),
        ("Mary Orlova", Because.NAMESAKE),
        ("Paul Vetter", Because.TOLD),
    ]
    assert withheld.persons == len(because)
    assert (withheld.sources, withheld.passages > 0, withheld.statements > 0) == (2, True, True)


def everything(view: VeiledView) -> Iterator[tuple[str, object]]:
    """What any page, list, search or program can ask, under the name of the question."""
    asked, order = Narrowing(), Order()
    for source in view.sources():
        yield "source", source
        document = view.document(source.name)
        yield "document", (document.source, document.text.content)
        yield "reading", view.reading(source.name)
        yield "stretch", view.reading(source.name, within=Span(0, 10**6))
        yield "times", view.times(source.name, Span(0, 10**6))
        yield "excerpt", view.excerpt(source.name, 0, 10**6)
    for person in view.people():
        yield "dossier", view.dossier(person.id)
        yield "refs", list(view.refs(person=person.id))
    yield "readings", list(view.readings())
    yield "personas", view.personas()
    yield "attestations", [str(a) for a in view.attestations([p.id for p in view.people()])]
    for word in (*SECRETS, "Mary Orlova", '"Paul Vetter"', "Par*"):
        yield f"search {word}", view.search(word)
        yield f"people {word}", (view.people(word), view.count_people(word))
    yield "statements", view.list_statements(asked, order, limit=1000)
    yield "persons", view.list_persons(asked, order, limit=1000)
    yield "listed sources", view.list_sources(asked, order, limit=1000)
    yield "weakest", view.weakest(below=2, limit=1000)
    yield "findings", view.on_findings(limit=1000)
    yield "points", view.points([s.name for s in view.sources()])
    yield "disputes", list(view.disputes())
    yield "posts", list(view.shared_posts())
    yield "judgements", view.judgements(active_only=False)
    yield "workings", view.workings("")


def test_nothing_that_can_be_asked_tells_of_who_is_protected(library: Library, view: VeiledView) -> None:
    statement = next(iter(library.dossier("Paul Vetter").lines)).factoid
    library.judge(
        Judgement(
            verdict=Verdict.ACCEPTED, author="human:ab", made="2026-01-01", reason="Mary Orlova says so",
            left=Anchor(statement.source, statement.span), factoid=statement.id,
        )
    )  # fmt: skip
    answers = list(everything(view))
    assert len(answers) > 40
    for question, answer in answers:
        told = repr(answer).lower()
        assert [s for s in SECRETS if s in told] == [], question


def test_what_is_not_protected_is_shown_with_its_words(view: VeiledView) -> None:
    ivan = view.dossier("Ivan Orlov")
    told = {(line.factoid.type, line.factoid.place) for line in ivan.lines}
    assert {("birth", "Riga"), ("death", "Moscow")} <= told
    daughter = next(line for line in ivan.lines if line.protected)
    assert (daughter.factoid.type, daughter.related) == ("kinship", ())
    assert set(daughter.factoid.quote) == {"█", " "}
    text = view.document("memoir").text.content
    assert "In 1930 Ivan Orlov married Anna Berg." in text
    assert len(text) == len(MEMOIR)
    assert [p.source for p in view.search("director")] == ["memoir"]


@pytest.fixture(scope="module")
def seen(made: Path) -> Iterator[VeiledView]:
    """For tests that change nothing."""
    with VeiledView(made, today=lambda: TODAY) as view:
        yield view


@pytest.mark.parametrize("name", exporter_names())
def test_no_export_tells_of_who_is_protected(seen: VeiledView, name: str) -> None:
    out = BytesIO()
    find_exporter(name).write(seen, out)
    written = out.getvalue().decode("utf-8", "replace").lower()
    assert [s for s in SECRETS if s in written] == []


def test_a_mark_hides_the_dead_and_is_undone(library: Library, view: VeiledView) -> None:
    anna = library.dossier("Anna Berg").personas[0]
    mark = Judgement(
        verdict=Verdict.PROTECTED, author="human:ab", made="2026-01-01", reason="her family asks",
        left=Anchor(anna.source_id, anna.persona.mentions[0].span),
    )  # fmt: skip
    assert view.people("Anna Berg")
    marked = library.judge(mark)
    assert not view.people("Anna Berg")
    assert not view.search("Anna Berg")
    library.withdraw(marked.id or 0, at="2026-01-02")
    assert view.people("Anna Berg")
    assert view.judgements(active_only=False) == []  # that she was hidden is not told


def test_a_source_that_is_marked_is_gone_with_whoever_is_only_there(
    library: Library, view: VeiledView
) -> None:
    source = library.source("memoir").id
    library.judge(
        Judgement(
            verdict=Verdict.PROTECTED, author="human:ab", made="2026-01-01", reason="lent in confidence",
            left=Anchor(source, Span(0, 0)),
        )
    )  # fmt: skip
    assert [s.name for s in view.sources()] == ["namesakes"]
    assert [p.name for p in view.people()] == ["Anton Falk"]
    assert not view.search("director")


def test_somebody_may_be_shown_by_hand(library: Library, view: VeiledView) -> None:
    paul = library.dossier("Paul Vetter").personas[0]
    left = Anchor(paul.source_id, paul.persona.mentions[0].span)
    library.judge(
        Judgement(verdict=Verdict.SHOWN, author="human:ab", made="2026-01-01", reason="consents", left=left)
    )
    assert view.people("Paul Vetter")
    assert [j.verdict for j in library.judgements()] == [Verdict.SHOWN]
    assert view.judgements(active_only=False) == []  # that somebody had to be shown is not told


def test_what_lands_later_is_protected_before_anybody_sees_it(
    path: Location, view: VeiledView, tmp_path: Path
) -> None:
    assert not view.search("harbour")
    (tmp_path / "news.txt").write_text("Nora Lind was born in 1990. She works at the harbour.\n")
    read_into(path, [str(tmp_path / "news.txt")], ReadOptions(jobs=1), NobodyWatches())
    assert "lind" not in repr(list(everything(view))).lower()
    assert not view.search("harbour")


def test_a_death_that_is_rejected_is_no_death(library: Library, view: VeiledView) -> None:
    with open_library(library.location) as other:
        death = next(x for x in other.dossier("Anna Berg").lines if x.factoid.type == "death").factoid
        assert view.people("Anna Berg")
        other.judge(
            Judgement(
                verdict=Verdict.REJECTED, author="human:ab", made="2026-01-01", factoid=death.id,
                left=Anchor(death.source, death.span),
            )
        )  # fmt: skip
        Linker(other).refresh()
    assert not view.people("Anna Berg")


def test_a_server_hides_the_same(made: Path, in_database: InDatabase) -> None:
    files = [str(made.parent / f"{name}.txt") for name in SOURCES]
    read_into(in_database, files, ReadOptions(jobs=1), NobodyWatches())
    with VeiledView(in_database, today=lambda: TODAY) as there, VeiledView(made, today=lambda: TODAY) as here:
        assert there.withheld() == here.withheld()
        assert [s.name for s in there.sources()] == [s.name for s in here.sources()]
        assert there.document("memoir") == here.document("memoir")
        assert [p.name for p in there.people()] == [p.name for p in here.people()]
        for question, answer in everything(there):
            assert [s for s in SECRETS if s in repr(answer).lower()] == [], question


def test_the_day_of_reckoning_decides(path: Location) -> None:
    with VeiledView(path, today=lambda: date(1975, 1, 1)) as then:
        assert [p.name for p in then.people()] == ["Ivan Orlov", "Anna Berg", "Anton Falk"]
    with VeiledView(path, today=lambda: date(2200, 1, 1)) as later, open_view(path) as whole:
        assert later.people() == whole.people()
        assert later.document("memoir") == whole.document("memoir")
        assert not later.withheld()
