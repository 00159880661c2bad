"""The list of sources, and what several of them hold, asked for at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from store.invented import invented
from store.test_people import counted

from factoid.errors import NotInLibrary
from factoid.model import Location, Span
from factoid.store import Library, open_library

NAMES = ["alpha", "beta", "delta", "gamma"]


@pytest.fixture(scope="module")
def library(new_place: Callable[[], Location]) -> Iterator[Library]:
    with open_library(new_place(), create=True) as opened:
        for name in NAMES:
            document, reading = invented(name, factoids=6)
            published = {"published": "1950"} if name == "beta" else {"creator": "Ötti Éclair"}
            source = replace(document.source, **published)
            opened.add(replace(document, source=source), replace(reading, source=source))
        yield opened


@pytest.mark.parametrize(
    ("query", "limit", "offset", "found"),
    [
        (None, None, 0, NAMES),
        (None, 2, 0, NAMES[:2]),
        (None, 2, 3, NAMES[3:]),
        ("", 3, 0, NAMES[:3]),
        ("LTA", None, 0, ["delta"]),
        ("papers of", None, 0, NAMES),
        ("papers of", 2, 1, NAMES[1:3]),
        ("ötti É", None, 0, ["alpha", "delta", "gamma"]),
        ("%", None, 0, []),
    ],
)
def test_sources_are_listed_by_name(
    library: Library, query: str | None, limit: int | None, offset: int, found: list[str]
) -> None:
    listed = library.sources(query, limit=limit, offset=offset)
    assert [source.name for source in listed] == found
    assert listed == [library.source(name) for name in found]


def test_sources_are_counted_and_named(library: Library) -> None:
    sources = library.sources()
    assert library.count_sources() == len(sources)
    assert library.source_names() == {source.id: source.name for source in sources}
    assert library.readers() == [(source.id, source.reader) for source in sources]
    assert library.published(source.id for source in sources) == {library.source("beta").id: "1950"}


def test_findings_of_several_sources_are_those_of_each(library: Library) -> None:
    found = library.findings(["gamma", "alpha"])
    assert found == {name: library.reading(name).findings for name in ("gamma", "alpha")}
    assert any(found.values())


def test_excerpts_are_those_of_each_place(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    text = library.document("alpha").text
    places = [factoid.span for factoid in library.reading("alpha").factoids]
    places += [Span(0, len(text.content)), Span(10**6, 10**6 + 1), Span(3, 3)]
    expected = [library.excerpt("alpha", place.start, place.end) for place in places]
    for found, place in zip(expected, places, strict=True):
        touched = [s for s in text.segments if s.start < place.end and s.end > place.start]
        words = text.content[touched[0].start : touched[-1].end] if touched else ""
        assert (found.start, found.content) == (touched[0].start if touched else place.start, words)
    assert library.excerpts("alpha", places) == expected
    assert library.excerpts("alpha", []) == []
    monkeypatch.setattr("factoid.store.evidence.stretch._LONG", 1)
    assert library.excerpts("alpha", places) == expected
    with pytest.raises(NotInLibrary, match="Near it: alpha"):
        library.excerpts("alfa", places)


def test_many_places_of_a_text_take_as_many_queries_as_one(library: Library) -> None:
    places = [factoid.span for factoid in library.reading("alpha").factoids]
    queries = []
    for some in (places[:1], places):
        with counted(library) as asked:
            library.excerpts("alpha", some)
        queries.append(len(asked))
    assert queries[0] == queries[1]
