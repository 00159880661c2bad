"""The same input, the same answers in the same order: whichever engine holds the library."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from postgres import Server
from store.by_hand import by_hand
from store.exported import exports
from store.invented import invented

from factoid.identity import VERSION, link_personas
from factoid.model import Bounds, Judgement, Location, Verdict, location_of
from factoid.pipeline import NobodyWatches, ReadOptions, read_into
from factoid.store import Kind, Library, Narrowing, Order, open_library, open_view
from factoid.store.lists.listing import _BY

NOON = "2024-05-01T12:00:00+00:00"
EXAMPLES = Path(__file__).parents[2] / "examples" / "lives"
PEOPLE = (
    ("Anna Berg", "Karl Berg", "Zoë Çelebi", "al-Farabi"),
    ("Anne Berg", "Карл Берг", "anna berg", "Émile Zola"),
    ("Ärger Öl", "O'Brien", "A\x00B", "Łódź"),
)
WORDS = (
    *("anna", "berg*", '"head of office"', "HEAD 1903", "zoe", "берг", "o'brien", "1901 office 2"),
    *("al-far*", "łódź", "of of", "b"),
)


def filled(location: Location) -> Library:
    """A library of odd names, with judgements of every kind."""
    library = open_library(location, create=True)
    for number, people in enumerate(PEOPLE):
        document, reading = invented(f"source{2 - number}", people, factoids=14)
        spoken = [replace(f, value=f"{f.organisation}\x00é", place="Riga") for f in reading.factoids]
        library.add(document, replace(reading, factoids=tuple(spoken)))
    [first, *_] = library.readings()
    for verdict, factoid in zip((Verdict.REJECTED, Verdict.ACCEPTED), first.factoids, strict=False):
        library.judge(
            Judgement(verdict=verdict, author="human:ab", made=NOON, factoid=factoid.id, reason="\x00")
        )
    library.judge(by_hand(library.readings(), 5, "chief clerk"))
    library.withdraw(library.judge(by_hand(library.readings(), 6, "porter")).id or 0, at=NOON)
    library.refresh_persons(link_personas, version=VERSION)
    return library


@pytest.fixture(scope="module")
def both(
    postgres_server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Library, Library]]:
    file = filled(tmp_path_factory.mktemp("engines") / "l.factoid")
    schema = filled(location_of(postgres_server.address("engines")))
    yield file, schema
    file.close()
    schema.close()


def test_exports_of_odd_names_are_the_same(both: tuple[Library, Library]) -> None:
    kinds = ("json", "csv", "tei", "gedcom7", "graphml", "markdown")  # all of them below
    file, schema = (exports(library, kinds) for library in both)
    assert file == schema
    assert file["json"].count(b"chief clerk")


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("descending", [False, True])
def test_lists_have_one_order(both: tuple[Library, Library], kind: Kind, *, descending: bool) -> None:
    for by in ("", *_BY[kind]):
        order, lists = Order(by, descending=descending), []
        for library in both:
            listed = {
                Kind.STATEMENTS: library.list_statements,
                Kind.PERSONS: library.list_persons,
                Kind.SOURCES: library.list_sources,
            }[kind]
            lists.append(repr(listed(Narrowing(), order, limit=200)))
        assert lists[0] == lists[1], by


NARROWED = (
    Narrowing(anywhere="anna"),
    Narrowing(words="head 1903"),
    Narrowing(statement_words="office 2"),
    Narrowing(role="CHIEF clerk"),
    Narrowing(organisation="office*"),
    Narrowing(place="riga"),
    Narrowing(place="https://x.test/1"),
    Narrowing(related="berg"),
    Narrowing(related="*"),
    Narrowing(person_words="berg", source_words="papers"),
    Narrowing(days=Bounds(694000, 696000)),
    Narrowing(days=Bounds(-(2**40), 2**40), exactly="1903"),
    Narrowing(reader="Rule:,human"),
    Narrowing(added=("2000", None)),
    Narrowing(words="a\x00b"),
)


@pytest.mark.parametrize("asked", NARROWED, ids=str)
def test_lists_are_narrowed_alike(both: tuple[Library, Library], asked: Narrowing) -> None:
    found = [
        (
            [library.count(kind, asked) for kind in Kind],
            [line.ref for line in library.list_statements(asked, Order(), limit=50)],
            [person.summary for person in library.list_persons(asked, Order("label"), limit=50)],
        )
        for library in both
    ]
    assert found[0] == found[1]


def test_other_answers_are_the_same(both: tuple[Library, Library]) -> None:
    file, schema = (
        (
            *(library.search(words) for words in WORDS),
            *(library.people(words) for words in ("berg", "a b", "BERG karl", "")),
            library.personas(),
            list(library.refs()),
            library.weakest(below=1.0, limit=100),
            library.on_findings(limit=100),
            list(library.attestations([person.id for person in library.people()])),
            library.judgements(active_only=False),
            library.points([source.name for source in library.sources()]),
            [library.document(source.id) for source in library.sources()],
            list(library.readings()),
            next(library.marks_of_evidence("1")).evidence,
        )
        for library in both
    )
    assert file == schema


odd = st.text(max_size=20) | st.sampled_from(
    [
        "head of",
        "Anna\x00Berg",
        unicodedata.normalize("NFD", "Zoë"),
        "1903.",
        "ﬁ ǅ ß",
        "\ue000x",
        "of* the",
        "о*",
    ]
)


@settings(max_examples=40)
@given(odd, odd)
def test_the_same_words_find_the_same(both: tuple[Library, Library], some: str, more: str) -> None:
    file, schema = both
    for asked in (some, f'{some} "{more}"', f"office {some}*", f'"{some} {more}'):
        assert file.search(asked) == schema.search(asked)
        assert file.people(asked) == schema.people(asked)


@settings(max_examples=25)
@given(content=st.text(min_size=1, max_size=80) | odd)
def test_words_are_cut_alike(both: tuple[Library, Library], content: str) -> None:
    """Whatever stands in a text is found by its own words, or by neither engine."""
    for library in both:
        document, reading = invented("odd", ("Anna Berg",), factoids=1)
        text = replace(document.text, content=document.text.content.replace("head", content, 1))
        if len(text.content.encode(errors="ignore")) == 0:
            return
        moved = len(content) - len("head")
        segments = tuple(
            replace(s, end=s.end + moved) if "head" in document.text.content[s.start : s.end] else s
            for s in document.text.segments
        )
        text = replace(text, segments=segments)
        source = replace(document.source, content_sha256=text.sha256, name="odd")
        bare = replace(
            reading,
            source=source,
            text_sha256=text.sha256,
            segments=segments,
            factoids=(),
            personas=(),
            times=(),
        )
        library.add(replace(document, source=source, text=text), bare)
    file, schema = both
    for word in (content, *content.split()[:3]):
        assert file.search(word, limit=100) == schema.search(word, limit=100)


def test_the_examples_give_the_same_in_every_export(postgres_server: Server, tmp_path: Path) -> None:
    place = location_of(postgres_server.address("examples"))
    read_into(tmp_path / "l.factoid", [str(EXAMPLES)], ReadOptions(jobs=1), NobodyWatches())
    with open_view(tmp_path / "l.factoid") as view, open_library(place, create=True) as library:
        for source in sorted(view.sources(), key=lambda source: source.origin):
            library.add(view.document(source.id), view.reading(source.id))
        library.refresh_persons(link_personas, version=VERSION)
        assert exports(view) == exports(library)
