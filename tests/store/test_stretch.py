"""A stretch of a long source: what is said there, of whom, and nothing else."""

from __future__ import annotations

import pytest
from store.invented import invented

from factoid.errors import NotInLibrary
from factoid.model import Location, Span
from factoid.store import open_library


@pytest.mark.parametrize("stretch", [Span(0, 10), Span(100, 200), Span(150, 151), Span(0, 100_000)])
def test_a_stretch_has_the_statements_that_touch_it_and_their_persons(place: Location, stretch: Span) -> None:
    document, reading = invented("long", ("Anna Berg", "Карл Берг", "Oda Lund"), factoids=50)
    with open_library(place, create=True) as library:
        library.add(*invented("another", factoids=9))
        library.add(document, reading)
        found = library.reading("long", within=stretch)
    assert found.factoids == tuple(f for f in reading.factoids if f.span.overlaps(stretch))
    meant = {person for f in found.factoids for person in (f.person, *f.related)}
    mentioned = {p.id for p in reading.personas if any(m.span.overlaps(stretch) for m in p.mentions)}
    assert found.personas == tuple(p for p in reading.personas if p.id in meant | mentioned)
    assert found.findings == reading.findings
    assert (found.source, found.reader) == (reading.source, reading.reader)


def test_one_source_is_counted_like_the_list_of_all(place: Location) -> None:
    with open_library(place, create=True) as library:
        for name in ("one", "two"):
            library.add(*invented(name, factoids=len(name)))
        assert [library.source(s.name) for s in library.sources()] == library.sources()
        with pytest.raises(NotInLibrary, match="three"):
            library.source("three")
