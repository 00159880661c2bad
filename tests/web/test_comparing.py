"""Sources next to each other, event by event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web.lives import disputed_library
from web.markup import assert_harmless

from factoid.pipeline.comparison import comparison_of
from factoid.store import Library
from factoid.web import app_of


@pytest.fixture
def disputed(tmp_path: Path) -> Iterator[Library]:
    with disputed_library(tmp_path / "a.factoid") as library:
        yield library


def test_each_line_stands_in_one_event_in_the_order_of_the_life(disputed: Library) -> None:
    dossier = disputed.dossier("Hugh Orr")
    told = comparison_of(disputed, dossier.summary.id, dossier.lines)
    kinds = [{line.factoid.type for lines in event.by_source.values() for line in lines} for event in told]
    assert kinds == [{"birth"}, {"work"}, {"death"}] or kinds == [{"birth"}, {"death"}, {"work"}]
    assert set(told[0].by_source) == {"parish", "memoir"}
    shown = [line.factoid.id for event in told for lines in event.by_source.values() for line in lines]
    assert sorted(shown) == sorted(line.factoid.id for line in dossier.lines)


def test_the_page_has_a_column_for_each_source(disputed: Library) -> None:
    app = app_of(disputed, disputed.path, author="human:ab", patience=30)
    with TestClient(app, base_url="http://localhost") as client:
        page = client.get("/people/Hugh Orr/compare").text
        assert "b. 1790 at Leith" in assert_harmless(page).text
        assert "Hugh Orr was born in 1795 in Leith" in page
        assert len(re.findall(r'<th scope="col"', page)) == 3
        shared = client.get("/people/Hugh Orr/compare?shared=true").text
        assert "Bound the Almanac" in page
        assert "Bound the Almanac" not in shared
        assert "mark-conflict" in shared
        alone = client.get("/people/Hugh Orr/compare?source=parish").text
        assert len(re.findall(r'<th scope="col"', alone)) == 2
        assert client.get("/people/nobody at all/compare").status_code == 404
