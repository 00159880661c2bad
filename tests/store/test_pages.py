"""A source keeps where its pages begin."""

from __future__ import annotations

from dataclasses import replace

from store.invented import invented

from factoid.model import Location, Page, page_at
from factoid.store import open_library


def test_the_pages_of_a_source_come_back(place: Location) -> None:
    document, reading = invented("rowe")
    pages = (Page(0, "p. xii"), Page(5, "p. 1"))
    with open_library(place, create=True) as library:
        library.add(replace(document, pages=pages), reading)
        name = document.source.name
        assert library.document(name).pages == library.pages(name) == pages
    assert [page_at(pages, place) for place in (0, 4, 5, 900)] == ["p. xii", "p. xii", "p. 1", "p. 1"]
    assert page_at((), 3) is None
    assert page_at((Page(7, "p. 1"),), 3) is None
